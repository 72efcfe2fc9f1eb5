// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "castatisticsalgorithm.h"

/**
 * \brief `statisticstemplate`: a sheet for a bureau to fill in, which `importstatistics` reads without a correction.
 *
 * Parameters: OWNER_KIND, METRICS, FISCAL_YEARS, LANGUAGE, PACK, ENCODING, OUTPUT. Outputs: OUTPUT, CODES (the list of codes that comes
 * with a CSV).
 */
class CaStatisticsTemplateAlgorithm : public CaStatisticsAlgorithm
{
  Q_DECLARE_TR_FUNCTIONS( CaStatisticsTemplateAlgorithm )

public:
  QString name() const override;
  QString displayName() const override;
  QStringList tags() const override;
  QString shortHelpString() const override;
  void initAlgorithm( const QVariantMap &configuration = QVariantMap() ) override;
  CaStatisticsTemplateAlgorithm *createInstance() const override;

protected:
  bool prepareAlgorithm( const QVariantMap &parameters, QgsProcessingContext &context, QgsProcessingFeedback *feedback ) override;
  QVariantMap processAlgorithm( const QVariantMap &parameters, QgsProcessingContext &context, QgsProcessingFeedback *feedback ) override;
};
