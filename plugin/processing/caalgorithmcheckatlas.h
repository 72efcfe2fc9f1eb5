// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "caatlasalgorithm.h"
#include "caatlascheck.h"

/**
 * \brief `checkatlas`: looks an atlas through before it is printed.
 *
 * Parameters: PROJECT, KINDS, WHICH, FISCAL_YEAR, FOLDER (where it is to go), OUTPUT, REPORT. Outputs: OUTPUT, a table of severity, topic,
 * page, title, layout, item and text; REPORT; FINDINGS; BLOCKING, the number of those that keep `exportatlas` from printing.
 */
class CaCheckAtlasAlgorithm : public CaAtlasAlgorithm
{
  Q_DECLARE_TR_FUNCTIONS( CaCheckAtlasAlgorithm )

public:
  QString name() const override;
  QString displayName() const override;
  QStringList tags() const override;
  QString shortHelpString() const override;
  void initAlgorithm( const QVariantMap &configuration = QVariantMap() ) override;
  CaCheckAtlasAlgorithm *createInstance() const override;

protected:
  QVariantMap processAlgorithm( const QVariantMap &parameters, QgsProcessingContext &context, QgsProcessingFeedback *feedback ) override;

private:
  QString writeFindings( const QVector<CaAtlasFinding> &findings, const CaAtlasPlan &plan, const QVariantMap &parameters,
                         QgsProcessingContext &context ) const;
};
