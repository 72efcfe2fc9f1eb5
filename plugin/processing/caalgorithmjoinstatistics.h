// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "cajoinalgorithm.h"

/**
 * \brief `joinstatistics`: a copy of any layer with the figures of a fiscal year as real fields, and a report.
 *
 * Parameters: INPUT, KEY_FIELD, OWNER_KINDS, METRICS, FISCAL_YEAR, PREFIX, PACK, OUTPUT, REPORT. Outputs: OUTPUT, REPORT and the counts
 * FEATURES, MATCHED, UNMATCHED, EMPTY, OWNERS_WITHOUT_FEATURE.
 */
class CaJoinStatisticsAlgorithm : public CaJoinAlgorithm
{
  Q_DECLARE_TR_FUNCTIONS( CaJoinStatisticsAlgorithm )

public:
  QString name() const override;
  QString displayName() const override;
  QStringList tags() const override;
  QString shortHelpString() const override;
  void initAlgorithm( const QVariantMap &configuration = QVariantMap() ) override;
  CaJoinStatisticsAlgorithm *createInstance() const override;

protected:
  QVariantMap processAlgorithm( const QVariantMap &parameters, QgsProcessingContext &context, QgsProcessingFeedback *feedback ) override;
};
