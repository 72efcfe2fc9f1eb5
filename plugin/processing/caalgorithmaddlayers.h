// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "caalgorithm.h"

/**
 * \brief `addlayers`: layers of the data pack in the current project.
 *
 * Parameters: LAYERS (ids of layers, see `styles/layers.json`), FISCAL_YEAR, LANGUAGE (`ja`, `en`), FOLDER for the working copy
 * of the data pack. Outputs: PACK, the working copy; COUNT, the number of layers added; ADDED, their ids.
 */
class CaAddLayersAlgorithm : public CaAlgorithm
{
  Q_DECLARE_TR_FUNCTIONS( CaAddLayersAlgorithm )

public:
  QString name() const override;
  QString displayName() const override;
  QStringList tags() const override;
  QString shortHelpString() const override;
  void initAlgorithm( const QVariantMap &configuration = QVariantMap() ) override;
  CaAddLayersAlgorithm *createInstance() const override;

protected:
  QVariantMap processAlgorithm( const QVariantMap &parameters, QgsProcessingContext &context, QgsProcessingFeedback *feedback ) override;
};
