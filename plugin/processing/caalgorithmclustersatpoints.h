// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "caareaalgorithm.h"
#include "capoint.h"
#include "capointfile.h"

#include <QSet>

#include <optional>
#include <vector>

class CaPointsInAreas;
class QgsCoordinateTransform;

/**
 * \brief `clustersatpoints`: how many points are in each area, which areas each point is in, and how many points are in none, one, two, ...
 *
 * Parameters: INPUT (points), WEIGHT (a field of INPUT), what areas and boundaries are as for `buildareas`, COUNTS, TAGS, REPORT. Outputs:
 * the tables, POINTS, WITHOUT_POSITION, IN_NONE, IN_ONE, IN_SEVERAL.
 */
class CaClustersAtPointsAlgorithm : public CaAreaAlgorithm
{
  Q_DECLARE_TR_FUNCTIONS( CaClustersAtPointsAlgorithm )

public:
  QString name() const override;
  QString displayName() const override;
  QStringList tags() const override;
  QString group() const override;
  QString groupId() const override;
  QString shortHelpString() const override;
  void initAlgorithm( const QVariantMap &configuration = QVariantMap() ) override;
  CaClustersAtPointsAlgorithm *createInstance() const override;

protected:
  bool prepareAlgorithm( const QVariantMap &parameters, QgsProcessingContext &context, QgsProcessingFeedback *feedback ) override;
  QVariantMap processAlgorithm( const QVariantMap &parameters, QgsProcessingContext &context, QgsProcessingFeedback *feedback ) override;

private:
  struct Work;
  void readBatches( Work &work, QgsProcessingFeedback *feedback ) const;
  void readFeatures( const QgsProcessingFeatureSource &source, const QString &weightField, Work &work,
                     QgsProcessingFeedback *feedback ) const;
  //! Opens TAGS, if wanted. \returns what the layer is called by. \throws QgsProcessingException if it cannot be written
  QString openTags( const QVariantMap &parameters, QgsProcessingContext &context, Work &work );
  static void tag( Work &work, std::vector<int64_t> &ids, std::vector<std::vector<int>> &areas );

  std::optional<CaPointFile> mFile; //!< To be read in batches
};
