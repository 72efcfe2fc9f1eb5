// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "caboundaries.h"
#include "caflatpolygons.h"

#include <QByteArray>

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
  struct Column
  {
    QString name;
    QVector<QByteArray> values; //!< A value a feature, in the encoding of the file
  };
  bool fail( const QString &reason );
  bool readLayer( OGRLayer *layer );
  bool addGeometry( const OGRGeometry *geometry, int feature );
  bool addRing( const OGRSimpleCurve *ring, int feature, bool isHole );
  bool noteAdded( CaFlatPolygons::Added added, int feature );
  std::shared_ptr<const CaBoundaries> finish();
  bool findEncoding();
  bool findCodeColumn();
  bool findCrs();
  bool checkPlace();
  bool transform();
  void findYear();
  void makeMembers();
  void reportCoverage();
  QString label( int member ) const;
  QString text( const Column &column, int feature ) const;
  const Column *column( const QString &name ) const;
  bool isCancelled();

  QString mFileName;
  QString mLayerName;
  CaBoundaryOptions mOptions;
  QgsFeedback *mFeedback;
  QString mError;
  std::shared_ptr<CaBoundaries> mResult;
  CaFlatPolygons mPolygons;
  QVector<Column> mColumns;
  const Column *mCodes = nullptr;
  QString mEncoding;
  bool mIsRaw = false; //!< The text columns are bytes of a Shapefile, in an encoding still to be found
  int mFeatureCount = 0;
  QStringList mNullFeatures;
  QStringList mShortRings;
};
