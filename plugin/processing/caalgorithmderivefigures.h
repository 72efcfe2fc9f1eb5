// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "caderivedfigures.h"
#include "castatisticsalgorithm.h"

/**
 * \brief `derivefigures`: sums of bureaus, changes, shares and ratios by the metrics' own rules, as a table.
 *
 * Parameters: WHAT (`bureau_sum`, `change`, `change_rate`, `nation_share`, `ratio`), METRIC, METRIC2, FISCAL_YEAR, FISCAL_YEAR2,
 * OWNER_KINDS, ALLOW_OVERLAP, ALLOW_MISSING, PACK, OUTPUT. Outputs: OUTPUT and the counts DERIVED and REFUSED.
 */
class CaDeriveFiguresAlgorithm : public CaStatisticsAlgorithm
{
  Q_DECLARE_TR_FUNCTIONS( CaDeriveFiguresAlgorithm )

public:
  QString name() const override;
  QString displayName() const override;
  QStringList tags() const override;
  QString shortHelpString() const override;
  void initAlgorithm( const QVariantMap &configuration = QVariantMap() ) override;
  CaDeriveFiguresAlgorithm *createInstance() const override;

protected:
  QVariantMap processAlgorithm( const QVariantMap &parameters, QgsProcessingContext &context, QgsProcessingFeedback *feedback ) override;

private:
  QMap<QString, CaOwner> owners( const CaStatistics &statistics ) const;
  std::optional<CaStatistic> derive( const CaDerivedFigures &derived, const QString &owner, QString *error ) const;
  bool comparesYears() const;
  void readParameters( const CaStatistics &statistics, const QVariantMap &parameters, QgsProcessingContext &context );

  QString mWhat;
  QString mMetric;
  QString mPerMetric;
  int mYear = 0;
  int mYearBefore = 0;
  QStringList mKinds;
  CaDerivedFigures::Overlap mOverlap = CaDerivedFigures::Overlap::Refuse;
  CaDerivedFigures::Missing mMissing = CaDerivedFigures::Missing::Refuse;
};
