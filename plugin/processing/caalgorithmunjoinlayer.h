// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "castatisticsalgorithm.h"

/**
 * \brief `unjoinlayer`: takes the join that `joinlayer` made off a layer of the project.
 *
 * Parameters: INPUT.
 */
class CaUnjoinLayerAlgorithm : public CaStatisticsAlgorithm
{
  Q_DECLARE_TR_FUNCTIONS( CaUnjoinLayerAlgorithm )

public:
  QString name() const override;
  QString displayName() const override;
  QStringList tags() const override;
  QString shortHelpString() const override;
  CaCompat::AlgorithmFlags flags() const override;
  void initAlgorithm( const QVariantMap &configuration = QVariantMap() ) override;
  CaUnjoinLayerAlgorithm *createInstance() const override;

protected:
  bool prepareAlgorithm( const QVariantMap &parameters, QgsProcessingContext &context, QgsProcessingFeedback *feedback ) override;
  QVariantMap processAlgorithm( const QVariantMap &parameters, QgsProcessingContext &context, QgsProcessingFeedback *feedback ) override;
};
