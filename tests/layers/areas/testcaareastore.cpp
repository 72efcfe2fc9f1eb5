// SPDX-License-Identifier: GPL-2.0-or-later
#include "caareastore.h"
#include "cafiles.h"
#include "capaths.h"
#include "catest.h"
#include "filedigest.h"
#include "smallboundaries.h"

#include <qgsvectorlayer.h>

#include <QTemporaryDir>

//! Built areas in a working copy of the pack.
class TestCaAreaStore : public QObject
{
  Q_OBJECT

private slots:
  void init();
  void shippedPackIsRefused();
  void otherCrsIsRefused();
  void writeProtectedPackStaysAsItIs();
  void polygonsAreReplacedAndJoinsStay();
  void onceMoreGivesTheSame();

private:
  bool write( const QString &pack, const QString &what, const QgsCoordinateReferenceSystem &crs, int *replaced, QString *error ) const
  {
    const std::optional<CaAreaLists> lists = CaAreaLists::fromPack( CaPaths::installedPack(), what, error );
    CaAreaBuilder builder( mBoundaries );
    return lists && CaAreaStore::write( pack, builder.build( *lists ), builder, crs, replaced, error );
  }

  std::unique_ptr<QTemporaryDir> mFolder;
  QString mPack;
  std::shared_ptr<const CaBoundaries> mBoundaries;
};

void TestCaAreaStore::init()
{
  mFolder = std::make_unique<QTemporaryDir>();
  mPack = CaPaths::packIn( mFolder->path() );
  QString error;
  QVERIFY2( CaFiles::copy( CaPaths::installedPack(), mPack, false, &error ), qPrintable( error ) );
  const QString file = mFolder->filePath( "n03.gpkg" );
  QVERIFY( writeSmallBoundaries( file, "GPKG", smallPlaces() ) );
  mBoundaries = CaBoundaries::read( file, CaBoundaryOptions(), &error );
  QVERIFY2( mBoundaries, qPrintable( error ) );
}

void TestCaAreaStore::shippedPackIsRefused()
{
  const QByteArray before = fileDigest( CaPaths::installedPack() );
  int replaced = -1;
  QString error;
  QVERIFY( !write( CaPaths::installedPack(), QStringLiteral( "prefectures" ), mBoundaries->crs(), &replaced, &error ) );
  QVERIFY2( error.contains( CaPaths::installedPack() ), qPrintable( error ) );
  QCOMPARE( fileDigest( CaPaths::installedPack() ), before );
}

void TestCaAreaStore::otherCrsIsRefused()
{
  const QByteArray before = fileDigest( mPack );
  int replaced = -1;
  QString error;
  QVERIFY(
      !write( mPack, QStringLiteral( "prefectures" ), QgsCoordinateReferenceSystem( QStringLiteral( "EPSG:4301" ) ), &replaced, &error ) );
  QVERIFY2( error.contains( "4301" ), qPrintable( error ) );
  QCOMPARE( fileDigest( mPack ), before );
  QVERIFY( !write( mFolder->filePath( "none.gpkg" ), QStringLiteral( "prefectures" ), mBoundaries->crs(), &replaced, &error ) );
  QVERIFY( error.contains( "none.gpkg" ) );
}

void TestCaAreaStore::writeProtectedPackStaysAsItIs()
{
  // A database that another program is writing to.
  const GDALDatasetUniquePtr other( GDALDataset::Open( mPack.toUtf8().constData(), GDAL_OF_VECTOR | GDAL_OF_UPDATE ) );
  other->ExecuteSQL( "BEGIN EXCLUSIVE", nullptr, nullptr );
  CPLSetConfigOption( "SQLITE_BUSY_TIMEOUT", "100" );
  int replaced = -1;
  QString error;
  const bool written = write( mPack, QStringLiteral( "prefectures" ), mBoundaries->crs(), &replaced, &error );
  CPLSetConfigOption( "SQLITE_BUSY_TIMEOUT", nullptr );
  other->ExecuteSQL( "ROLLBACK", nullptr, nullptr );
  QVERIFY( !written );
  QVERIFY2( error.contains( mPack ), qPrintable( error ) );
}

void TestCaAreaStore::polygonsAreReplacedAndJoinsStay()
{
  const QgsVectorLayer before( CaPaths::installedPack() + QStringLiteral( "|layername=projects" ) );
  int replaced = 0;
  QString error;
  QVERIFY2( write( mPack, QStringLiteral( "prefectures" ), mBoundaries->crs(), &replaced, &error ), qPrintable( error ) );
  QCOMPARE( replaced, 2 ); // Tokyo and Kanagawa; the small boundaries have nothing of the others
  QVERIFY2( write( mPack, QStringLiteral( "subareas" ), mBoundaries->crs(), &replaced, &error ), qPrintable( error ) );
  QCOMPARE( replaced, 0 ); // points in the pack
  QVERIFY2( write( mPack, QStringLiteral( "projects" ), mBoundaries->crs(), &replaced, &error ), qPrintable( error ) );
  QVERIFY( replaced > 0 );

  const QgsVectorLayer prefectures( mPack + QStringLiteral( "|layername=prefectures" ) );
  QCOMPARE( int( prefectures.featureCount() ), 47 );
  QgsFeature feature;
  QVERIFY( prefectures.getFeatures( QgsFeatureRequest( QgsExpression( "code = '14'" ) ) ).nextFeature( feature ) );
  QVERIFY( std::abs( feature.geometry().area() - 0.04 ) < 1e-9 );
  QVERIFY( prefectures.getFeatures( QgsFeatureRequest( QgsExpression( "code = '01'" ) ) ).nextFeature( feature ) );
  QVERIFY( feature.geometry().area() > 5 ); // as shipped
  // Rows, keys and all other values are the same.
  const QgsVectorLayer after( mPack + QStringLiteral( "|layername=projects" ) );
  QgsFeatureIterator a = before.getFeatures();
  QgsFeatureIterator b = after.getFeatures();
  QgsFeature one;
  QgsFeature other;
  while ( a.nextFeature( one ) )
  {
    QVERIFY( b.nextFeature( other ) );
    QCOMPARE( other.attributes(), one.attributes() );
  }
  QVERIFY( !b.nextFeature( other ) );
  const QgsVectorLayer built( mPack + QStringLiteral( "|layername=" ) + CaAreaStore::tableName() );
  QCOMPARE( int( built.featureCount() ), 47 + 8 + 18 );
  QVERIFY( built.getFeatures( QgsFeatureRequest( QgsExpression( "code = 'TAMA'" ) ) ).nextFeature( feature ) );
  QCOMPARE( feature.attribute( "precision" ).toString(), QStringLiteral( "prefecture_fallback" ) );
}

void TestCaAreaStore::onceMoreGivesTheSame()
{
  int replaced = 0;
  QString error;
  for ( int i = 0; i < 2; ++i )
    QVERIFY2( write( mPack, QStringLiteral( "prefectures" ), mBoundaries->crs(), &replaced, &error ), qPrintable( error ) );
  const QgsVectorLayer built( mPack + QStringLiteral( "|layername=" ) + CaAreaStore::tableName() );
  QCOMPARE( int( built.featureCount() ), 47 );
}

CA_TEST_MAIN( TestCaAreaStore )
#include "testcaareastore.moc"
