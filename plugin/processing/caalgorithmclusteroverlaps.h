// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "caclusterfacts.h"
#include "caoverlaps.h"
#include "caquestionalgorithm.h"

/**
 * \brief `clusteroverlaps`: which areas overlap, and which cross the lines of bureaus and prefectures.
 *
 * Parameters: KINDS, MEMBERSHIP, PACK, the boundaries as for `buildareas`, OUTPUT, CROSSINGS, POLYGONS, REPORT. Outputs: the tables,
 * AREAS, PAIRS, CROSS_BUREAUS, CROSS_PREFECTURES, KM2_IN_ANY, KM2_IN_SEVERAL.
 */
class CaClusterOverlapsAlgorithm : public CaQuestionAlgorithm
{
  Q_DECLARE_TR_FUNCTIONS( CaClusterOverlapsAlgorithm )

public:
  QString name() const override;
  QString displayName() const override;
  QStringList tags() const override;
  QString shortHelpString() const override;
  void initAlgorithm( const QVariantMap &configuration = QVariantMap() ) override;
  CaClusterOverlapsAlgorithm *createInstance() const override;

protected:
  QVariantMap processAlgorithm( const QVariantMap &parameters, QgsProcessingContext &context, QgsProcessingFeedback *feedback ) override;

private:
  struct Answer
  {
    const CaAreaSet &set;
    const CaClusterFacts &facts;
    CaOverlaps overlaps;
    QVector<CaCrossing> crossings;
    QVector<QString> ownBureaus; //!< One an area
  };
  void writePairs( const Answer &answer, QgsFeatureSink &sink ) const;
  void writeCrossings( const Answer &answer, QgsFeatureSink &sink ) const;
  QString html( const Answer &answer ) const;
  static QgsAttributes pairRow( const CaAreaSet &set, const CaOverlap &pair );
  static QString relationLabel( CaOverlap::Relation relation );
  static QgsFields pairFields();
  static QgsFields crossingFields();
};
