// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "caboundaries.h"
#include "caboundarytable.h"
#include "caflatpolygons.h"

#include <functional>
#include <memory>

class OGRGeometry;
class OGRLayer;
class OGRSimpleCurve;

/**
 * \brief Turns a boundary source into CaBoundaries, step by step; used once.
 *
 * Geometry goes from GDAL straight into flat arrays. All steps return false and set the error.
 */
class CaBoundaryReader
{
  Q_DECLARE_TR_FUNCTIONS( CaBoundaryReader )

public:
  CaBoundaryReader( const QString &name, const CaBoundaryOptions &options, QgsFeedback *feedback );

  std::shared_ptr<const CaBoundaries> readFile( const QString &fileName );
  std::shared_ptr<const CaBoundaries> readSource( const QgsFeatureSource &source );
  QString error() const { return mError; }

private:
  bool fail( const QString &reason );
  //! Finishes what \a read has read, unless memory ends.
  std::shared_ptr<const CaBoundaries> guarded( const std::function<bool()> &read );
  bool readLayer( OGRLayer *layer );
  bool readFeatures( const QgsFeatureSource &source );
  bool addGeometry( const OGRGeometry *geometry, int feature );
  bool addRing( const OGRSimpleCurve *ring, int feature, bool isHole );
  bool noteAdded( CaFlatPolygons::Added added, int feature );
  std::shared_ptr<const CaBoundaries> finish();
  void findYear();
  void makeMembers();
  int addMember( const QString &code, const QString &prefecture, const QString &name );
  void reportMembers( const QVector<int> &features, const QStringList &without );
  QString label( int member ) const;
  QStringList labels() const;
  bool isCancelled();

  QString mFileName;
  QString mLayerName;
  CaBoundaryOptions mOptions;
  QgsFeedback *mFeedback;
  QString mError;
  std::shared_ptr<CaBoundaries> mResult;
  CaFlatPolygons mPolygons;
  CaBoundaryTable mTable;
  int mFeatureCount = 0;
  QStringList mNullFeatures;
  QStringList mShortRings;
};
