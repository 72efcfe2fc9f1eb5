// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "caalgorithm.h"

/**
 * \brief `createproject`: a folder with a data pack and a project of all layers, joined and styled.
 *
 * Parameters: FOLDER, FISCAL_YEAR, LANGUAGE (`ja`, `en`), OVERWRITE. Outputs: PACK and PROJECT, the two files.
 */
class CaCreateProjectAlgorithm : public CaAlgorithm
{
  Q_DECLARE_TR_FUNCTIONS( CaCreateProjectAlgorithm )

public:
  QString name() const override;
  QString displayName() const override;
  QStringList tags() const override;
  QString shortHelpString() const override;
  void initAlgorithm( const QVariantMap &configuration = QVariantMap() ) override;
  CaCreateProjectAlgorithm *createInstance() const override;

protected:
  QVariantMap processAlgorithm( const QVariantMap &parameters, QgsProcessingContext &context, QgsProcessingFeedback *feedback ) override;
};
