// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "canearestareas.h"
#include "capointfile.h"
#include "caquestionalgorithm.h"

#include <qgsprocessingutils.h>

#include <optional>

/**
 * \brief The areas nearest to each feature, by the shortest way on the ellipsoid (`clusteratlas:nearestclusters`).
 */
class CaNearestClustersAlgorithm : public CaQuestionAlgorithm
{
  Q_DECLARE_TR_FUNCTIONS( CaNearestClustersAlgorithm )

public:
  QString name() const override;
  QString displayName() const override;
  QStringList tags() const override;
  QString shortHelpString() const override;
  void initAlgorithm( const QVariantMap &configuration = QVariantMap() ) override;

protected:
  CaNearestClustersAlgorithm *createInstance() const override;
  bool prepareAlgorithm( const QVariantMap &parameters, QgsProcessingContext &context, QgsProcessingFeedback *feedback ) override;
  QVariantMap processAlgorithm( const QVariantMap &parameters, QgsProcessingContext &context, QgsProcessingFeedback *feedback ) override;

private:
  struct Search;
  void readPoints( Search &search, QgsProcessingFeedback *feedback ) const;
  static void readFeatures( const QgsProcessingFeatureSource &source, const QgsAttributeList &fields, Search &search,
                            QgsProcessingFeedback *feedback );
  static void find( Search &search, size_t count,
                    const std::function<bool( size_t, CaNearestAreas::Work &, std::vector<CaNearArea> & )> &ask,
                    QgsProcessingFeedback *feedback );
  static void write( Search &search, qint64 id, const QgsAttributes &copied, const std::vector<CaNearArea> &found );

  std::optional<CaPointFile> mFile;
};
