// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "cajoinalgorithm.h"

/**
 * \brief `joinlayer`: a plain QGIS join of figures to a layer of the project, which follows the project's fiscal year and later imports.
 *
 * Parameters: INPUT, KEY_FIELD, OWNER_KINDS, METRICS, FISCAL_YEAR, PREFIX, PACK, DRY_RUN, REPORT. Outputs: REPORT and the counts
 * FEATURES, MATCHED, UNMATCHED, EMPTY, OWNERS_WITHOUT_FEATURE.
 */
class CaJoinLayerAlgorithm : public CaJoinAlgorithm
{
  Q_DECLARE_TR_FUNCTIONS( CaJoinLayerAlgorithm )

public:
  QString name() const override;
  QString displayName() const override;
  QStringList tags() const override;
  QString shortHelpString() const override;
  CaCompat::AlgorithmFlags flags() const override;
  void initAlgorithm( const QVariantMap &configuration = QVariantMap() ) override;
  CaJoinLayerAlgorithm *createInstance() const override;

protected:
  QVariantMap processAlgorithm( const QVariantMap &parameters, QgsProcessingContext &context, QgsProcessingFeedback *feedback ) override;
};
