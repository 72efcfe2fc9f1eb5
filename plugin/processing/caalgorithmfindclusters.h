// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "caclusterfinder.h"
#include "caquestionalgorithm.h"

/**
 * \brief `findclusters`: which projects and sub-areas match.
 *
 * Parameters: KINDS, FIELD, BUREAU, TYPE, COUNTRY, one of TOUCHING, POLYGON and EXTENT, METRIC with OPERATOR, VALUE and FISCAL_YEAR, PACK,
 * the boundaries as for `buildareas`, OUTPUT, UNKNOWN, REPORT. Outputs: the layers, MATCHES, PERHAPS, UNKNOWN_COUNT, CODES, UNKNOWN_CODES.
 */
class CaFindClustersAlgorithm : public CaQuestionAlgorithm
{
  Q_DECLARE_TR_FUNCTIONS( CaFindClustersAlgorithm )

public:
  QString name() const override;
  QString displayName() const override;
  QStringList tags() const override;
  QString shortHelpString() const override;
  void initAlgorithm( const QVariantMap &configuration = QVariantMap() ) override;
  CaFindClustersAlgorithm *createInstance() const override;

protected:
  QVariantMap processAlgorithm( const QVariantMap &parameters, QgsProcessingContext &context, QgsProcessingFeedback *feedback ) override;

private:
  void addPlaceParameters();
  void addFigureParameters();
  CaClusterQuery query( const QVariantMap &parameters, QgsProcessingContext &context ) const;
  std::optional<CaFigureCondition> condition( const QVariantMap &parameters, QgsProcessingContext &context ) const;
  std::optional<QVector<int>> touched( const CaAreaSet &set, const QVariantMap &parameters, QgsProcessingContext &context, CaReport &report,
                                       QgsProcessingFeedback *feedback ) const;
  QVector<int> touchedBy( const QgsProcessingFeatureSource &source, const CaAreaSet &set, QgsProcessingContext &context, CaReport &report,
                          QgsProcessingFeedback *feedback ) const;
  static QgsFields fields();
  static QgsAttributes row( const CaAreaSet &set, const CaClusterFacts &facts, const CaFoundCluster &found );
  static QString html( const CaAreaSet &set, const QVector<CaFoundCluster> &found );
};
