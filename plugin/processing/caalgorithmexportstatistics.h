// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "castatisticsalgorithm.h"

/**
 * \brief `exportstatistics`: figures as a CSV or XLSX, with codes as text.
 *
 * Parameters: PACK, OWNER_KINDS, METRICS, FISCAL_YEARS, LANGUAGE, ENCODING, OUTPUT. Outputs: OUTPUT, COUNT.
 */
class CaExportStatisticsAlgorithm : public CaStatisticsAlgorithm
{
  Q_DECLARE_TR_FUNCTIONS( CaExportStatisticsAlgorithm )

public:
  QString name() const override;
  QString displayName() const override;
  QStringList tags() const override;
  QString shortHelpString() const override;
  void initAlgorithm( const QVariantMap &configuration = QVariantMap() ) override;
  CaExportStatisticsAlgorithm *createInstance() const override;

protected:
  QVariantMap processAlgorithm( const QVariantMap &parameters, QgsProcessingContext &context, QgsProcessingFeedback *feedback ) override;
};
