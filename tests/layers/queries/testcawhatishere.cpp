// SPDX-License-Identifier: GPL-2.0-or-later
#include "capaths.h"
#include "catest.h"
#include "cawhatishere.h"
#include "smallboundaries.h"

#include <qgsfeedback.h>

#include <QTemporaryDir>

#include <cmath>

//! Everything at points and in polygons of a made-up coverage of squares, with the areas of the shipped pack.
class TestCaWhatIsHere : public QObject
{
  Q_OBJECT

private slots:
  void initTestCase();
  void badPolygonIsRefused_data();
  void badPolygonIsRefused();
  void nothingIsNowhere();
  void cancelGivesNothing();
  void pointIsInAllItsAreas();
  void borderIsOnBothSides();
  void sharesOfAPolygon();
  void touchingIsNotInside();
  void outsideIsSaid();
  void fallbackIsMarked();
  void answersInMilliseconds();

private:
  static const CaHere *find( const QVector<CaHere> &found, const QString &kind, const QString &code )
  {
    const auto here = std::find_if( found.begin(), found.end(), [&]( const CaHere &one ) { return one.kind == kind && one.code == code; } );
    return here == found.end() ? nullptr : &*here;
  }
  static double shareOf( const QVector<CaHere> &found, const QString &kind, const QString &code )
  {
    const CaHere *here = find( found, kind, code );
    return here && here->share ? *here->share : -1;
  }
  QVector<CaHere> in( const QString &wkt ) const
  {
    QString error;
    return mHere->in( QgsGeometry::fromWkt( wkt ), 2009, &error ).value_or( QVector<CaHere>() );
  }

  QTemporaryDir mFolder;
  std::shared_ptr<const CaBoundaries> mBoundaries;
  std::shared_ptr<const CaWhatIsHere> mHere;
};

void TestCaWhatIsHere::initTestCase()
{
  const QString file = mFolder.filePath( QStringLiteral( "N03.geojson" ) );
  QVERIFY( writeSmallBoundaries( file, "GeoJSON", smallPlaces() ) );
  CaBoundaryOptions options;
  options.prefectures = { { QStringLiteral( "東京都" ), QStringLiteral( "13" ) },
                          { QStringLiteral( "神奈川県" ), QStringLiteral( "14" ) } };
  QString error;
  mBoundaries = CaBoundaries::read( file, options, &error );
  QVERIFY2( mBoundaries, qPrintable( error ) );
  mHere = CaWhatIsHere::build( mBoundaries, CaPaths::installedPack(), true, &error );
  QVERIFY2( mHere, qPrintable( error ) );
}

void TestCaWhatIsHere::badPolygonIsRefused_data()
{
  QTest::addColumn<QString>( "wkt" );
  QTest::newRow( "nothing" ) << "";
  QTest::newRow( "empty" ) << "Polygon EMPTY";
  QTest::newRow( "line" ) << "LineString(139 35, 140 36)";
  QTest::newRow( "point" ) << "Point(139 35)";
  QTest::newRow( "no area" ) << "Polygon((139 35, 139.1 35, 139 35))";
  QTest::newRow( "no coordinates" ) << "Polygon((139 35, nan nan, 139.1 35.1, 139 35))";
}

void TestCaWhatIsHere::badPolygonIsRefused()
{
  QFETCH( QString, wkt );
  QString error;
  QVERIFY( !mHere->in( QgsGeometry::fromWkt( wkt ), 2009, &error ) );
  QVERIFY( !error.isEmpty() );
}

void TestCaWhatIsHere::nothingIsNowhere()
{
  for ( const QgsPointXY &point : { QgsPointXY( 0, 90 ), QgsPointXY( 0, -90 ), QgsPointXY( std::nan( "" ), 35 ), QgsPointXY( 150, 30 ) } )
    QVERIFY( mHere->at( point, 2009 ).isEmpty() );
}

void TestCaWhatIsHere::cancelGivesNothing()
{
  QgsFeedback feedback;
  feedback.cancel();
  QString error;
  QVERIFY( !CaWhatIsHere::build( mBoundaries, CaPaths::installedPack(), true, &error, &feedback ) );
  QVERIFY( error.isEmpty() );
}

void TestCaWhatIsHere::pointIsInAllItsAreas()
{
  const QVector<CaHere> found = mHere->at( { 139.25, 35.15 }, 2009 );
  const CaHere *hachioji = find( found, QStringLiteral( "municipality" ), QStringLiteral( "13201" ) );
  QVERIFY( hachioji );
  QCOMPARE( hachioji->nameJa, QStringLiteral( "東京都八王子市" ) );
  QVERIFY( hachioji->note.isEmpty() );
  QVERIFY( find( found, QStringLiteral( "prefecture" ), QStringLiteral( "13" ) ) );
  QVERIFY( !find( found, QStringLiteral( "prefecture" ), QStringLiteral( "14" ) ) );
  QVERIFY( find( found, QStringLiteral( "bureau" ), QStringLiteral( "KANTO" ) ) );
  QVERIFY( find( found, QStringLiteral( "project" ), QStringLiteral( "KANTO_REGIONAL" ) ) );
  const CaHere *tama = find( found, QStringLiteral( "subarea" ), QStringLiteral( "TAMA" ) );
  QVERIFY( tama );
  // Its list names a part of which no municipality is listed.
  QCOMPARE( tama->precision, QStringLiteral( "prefecture_fallback" ) );
  QVERIFY( !tama->note.isEmpty() );
  QVERIFY( !tama->basis.isEmpty() );
  QVERIFY( !tama->share );
}

void TestCaWhatIsHere::borderIsOnBothSides()
{
  const QVector<CaHere> found = mHere->at( { 139.2, 35.15 }, 2009 );
  for ( const char *code : { "13102", "13201" } )
  {
    const CaHere *here = find( found, QStringLiteral( "municipality" ), QString::fromLatin1( code ) );
    QVERIFY( here );
    QVERIFY( !here->note.isEmpty() );
  }
}

void TestCaWhatIsHere::sharesOfAPolygon()
{
  // As wide on either side of the border between Chuo and Hachioji, which is a meridian.
  const QVector<CaHere> found = in( QStringLiteral( "Polygon((139.15 35.12, 139.25 35.12, 139.25 35.18, 139.15 35.18, 139.15 35.12))" ) );
  const auto near = []( double value, double expected )
  {
    return std::abs( value - expected ) < 1e-9;
  };
  QVERIFY( near( shareOf( found, QStringLiteral( "municipality" ), QStringLiteral( "13102" ) ), 0.5 ) );
  QVERIFY( near( shareOf( found, QStringLiteral( "municipality" ), QStringLiteral( "13201" ) ), 0.5 ) );
  QVERIFY( near( shareOf( found, QStringLiteral( "prefecture" ), QStringLiteral( "13" ) ), 1 ) );
  QVERIFY( near( shareOf( found, QStringLiteral( "bureau" ), QStringLiteral( "KANTO" ) ), 1 ) );
  QVERIFY( near( shareOf( found, QStringLiteral( "subarea" ), QStringLiteral( "TAMA" ) ), 1 ) );
  QVERIFY( !find( found, QStringLiteral( "outside" ), QString() ) );
}

void TestCaWhatIsHere::touchingIsNotInside()
{
  // All of Chuo and no more: its neighbours have only its border.
  const QVector<CaHere> found = in( QStringLiteral( "Polygon((139.1 35.1, 139.2 35.1, 139.2 35.2, 139.1 35.2, 139.1 35.1))" ) );
  int municipalities = 0;
  for ( const CaHere &here : found )
    municipalities += here.kind == QLatin1String( "municipality" ) ? 1 : 0;
  QCOMPARE( municipalities, 1 );
  QVERIFY( find( found, QStringLiteral( "municipality" ), QStringLiteral( "13102" ) ) );
  QVERIFY( !find( found, QStringLiteral( "prefecture" ), QStringLiteral( "14" ) ) );
}

void TestCaWhatIsHere::outsideIsSaid()
{
  // West of 139 E is the sea: half of it, on any ellipsoid.
  const QVector<CaHere> found = in( QStringLiteral( "Polygon((138.95 35.12, 139.05 35.12, 139.05 35.18, 138.95 35.18, 138.95 35.12))" ) );
  QVERIFY( std::abs( shareOf( found, QStringLiteral( "outside" ), QString() ) - 0.5 ) < 1e-9 );
  QVERIFY( std::abs( shareOf( found, QStringLiteral( "municipality" ), QStringLiteral( "13101" ) ) - 0.5 ) < 1e-9 );
}

void TestCaWhatIsHere::fallbackIsMarked()
{
  QString error;
  const auto here =
      CaWhatIsHere::build( CaBoundaries::shippedPrefectures( CaPaths::installedPack(), &error ), CaPaths::installedPack(), true, &error );
  QVERIFY2( here, qPrintable( error ) );
  // The city hall of Hamamatsu, with prefectures only.
  const QVector<CaHere> found = here->at( { 137.7261, 34.7108 }, 2009 );
  QVERIFY( find( found, QStringLiteral( "prefecture" ), QStringLiteral( "22" ) ) );
  QVERIFY( !find( found, QStringLiteral( "prefecture" ), QStringLiteral( "23" ) ) );
  for ( const CaHere &one : found )
  {
    QVERIFY( one.kind != QLatin1String( "municipality" ) );
    if ( one.precision == QLatin1String( "prefecture_fallback" ) )
      QVERIFY( !one.note.isEmpty() );
  }
  const CaHere *sanen = find( found, QStringLiteral( "subarea" ), QStringLiteral( "SANEN_NANSHIN" ) );
  QVERIFY( sanen );
  QCOMPARE( sanen->precision, QStringLiteral( "prefecture_fallback" ) );
}

void TestCaWhatIsHere::answersInMilliseconds()
{
  constexpr int CLICKS = 200;
  QElapsedTimer timer;
  timer.start();
  qsizetype found = 0;
  for ( int i = 0; i < CLICKS; ++i )
    found += mHere->at( { 139.25, 35.15 }, 2009 ).size();
  QVERIFY( found > CLICKS );
  QVERIFY2( timer.elapsed() < 50 * CLICKS,
            qPrintable( QString::number( timer.elapsed() ) ) ); // a tenth of what one notices, on a slow machine
}

CA_TEST_MAIN( TestCaWhatIsHere )
#include "testcawhatishere.moc"
