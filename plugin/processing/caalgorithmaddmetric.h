// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "castatisticsalgorithm.h"

/**
 * \brief `addmetric`: adds a metric of the user's to a working data pack, so that sheets with it can be imported.
 *
 * Parameters: CODE, NAME_JA, NAME_EN, UNIT (a code of data/units.csv), EXTENSIVE, OUTPUT (the pack; that of the project if empty).
 */
class CaAddMetricAlgorithm : public CaStatisticsAlgorithm
{
  Q_DECLARE_TR_FUNCTIONS( CaAddMetricAlgorithm )

public:
  QString name() const override;
  QString displayName() const override;
  QStringList tags() const override;
  QString shortHelpString() const override;
  void initAlgorithm( const QVariantMap &configuration = QVariantMap() ) override;
  CaAddMetricAlgorithm *createInstance() const override;

protected:
  QVariantMap processAlgorithm( const QVariantMap &parameters, QgsProcessingContext &context, QgsProcessingFeedback *feedback ) override;
};
