// SPDX-License-Identifier: GPL-2.0-or-later
#include "camapframes.h"
#include "catest.h"
#include "shippedboundaries.h"

#include <qgscoordinatereferencesystem.h>
#include <qgscoordinatetransform.h>
#include <qgsproject.h>

#include <QElapsedTimer>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>

class TestCaMapFrames : public QObject
{
  Q_OBJECT

private slots:
  void initTestCase();

  void nothingGivesNoFrame_data();
  void nothingGivesNoFrame();
  void coordinatesThatAreNotDegreesAreAnError_data();
  void coordinatesThatAreNotDegreesAreAnError();
  void aspectThatIsNotPositiveCountsAsOne();

  void gapDecides_data();
  void gapDecides();
  void islandThatCostsLittleStaysIn();
  void cheapestComesFirst();
  void insetsAreGroupedAndLargestFirst();
  void extentIsTightInItsOwnCrs();

  void prefecturesThatNeedInsets();
  void islandsThatStayIn_data();
  void islandsThatStayIn();
  void orderDoesNotMatter();
  void japanInTime();

private:
  //! A square of \a km by \a km with its south-west corner \a east and \a north km from 138 E, 36 N.
  static QgsGeometry square( double east, double north, double km );
  static QgsGeometry together( const QVector<QgsGeometry> &polygons );
  static QString described( const QVector<CaMapFrame> &frames );

  QMap<QString, QgsGeometry> mPrefectures;
};

namespace
{
constexpr double A4_ASPECT = 190.0 / 158;
constexpr double KM_PER_LAT = 110.95;
constexpr double KM_PER_LON = 90.1;
} // namespace

QgsGeometry TestCaMapFrames::square( double east, double north, double km )
{
  const double west = 138 + east / KM_PER_LON;
  const double south = 36 + north / KM_PER_LAT;
  return QgsGeometry::fromRect( QgsRectangle( west, south, west + km / KM_PER_LON, south + km / KM_PER_LAT ) );
}

QgsGeometry TestCaMapFrames::together( const QVector<QgsGeometry> &polygons )
{
  return QgsGeometry::collectGeometry( polygons );
}

QString TestCaMapFrames::described( const QVector<CaMapFrame> &frames )
{
  QStringList result;
  for ( const CaMapFrame &frame : frames )
  {
    result << QStringLiteral( "%1 %2 %3 %4 %5 %6" )
                  .arg( frame.part, QString::number( frame.centreLon ), QString::number( frame.centreLat ), frame.extent.toString( 3 ),
                        QString::number( frame.areaSqKm, 'f', 6 ), frame.land.asWkt( 5 ) );
  }
  return result.join( '\n' );
}

void TestCaMapFrames::initTestCase()
{
  mPrefectures = shippedBoundaries( QStringLiteral( "prefectures" ), QStringLiteral( "code" ) );
  QCOMPARE( mPrefectures.size(), 47 );
}

void TestCaMapFrames::nothingGivesNoFrame_data()
{
  QTest::addColumn<QString>( "wkt" );
  QTest::newRow( "null" ) << QString();
  QTest::newRow( "empty polygon" ) << QStringLiteral( "POLYGON EMPTY" );
  QTest::newRow( "empty multipolygon" ) << QStringLiteral( "MULTIPOLYGON EMPTY" );
  QTest::newRow( "point" ) << QStringLiteral( "POINT( 138 36 )" );
  QTest::newRow( "line" ) << QStringLiteral( "LINESTRING( 138 36, 139 36 )" );
}

void TestCaMapFrames::nothingGivesNoFrame()
{
  QFETCH( QString, wkt );
  QString error;
  QVERIFY( CaMapFrames::of( QgsGeometry::fromWkt( wkt ), A4_ASPECT, &error ).isEmpty() );
  QVERIFY2( error.isEmpty(), qPrintable( error ) );
}

void TestCaMapFrames::coordinatesThatAreNotDegreesAreAnError_data()
{
  QTest::addColumn<QgsRectangle>( "box" );
  const double nan = std::numeric_limits<double>::quiet_NaN();
  QTest::newRow( "metres" ) << QgsRectangle( -11000, -36000, 12000, 20000 );
  QTest::newRow( "beyond the pole" ) << QgsRectangle( 138, 80, 139, 91 );
  QTest::newRow( "not a number" ) << QgsRectangle( nan, 36, 139, 37 );
}

void TestCaMapFrames::coordinatesThatAreNotDegreesAreAnError()
{
  QFETCH( QgsRectangle, box );
  const QgsPolylineXY ring{ { box.xMinimum(), box.yMinimum() },
                            { box.xMaximum(), box.yMinimum() },
                            { box.xMaximum(), box.yMaximum() },
                            { box.xMinimum(), box.yMinimum() } };
  QString error;
  QVERIFY( CaMapFrames::of( QgsGeometry::fromPolygonXY( { ring } ), A4_ASPECT, &error ).isEmpty() );
  QVERIFY2( error.contains( QLatin1String( "CRS" ) ), qPrintable( error ) );
}

void TestCaMapFrames::aspectThatIsNotPositiveCountsAsOne()
{
  const QgsGeometry area = together( { square( 0, 0, 100 ), square( 0, 500, 20 ) } );
  const QString expected = described( CaMapFrames::of( area, 1 ) );
  QVERIFY( !expected.isEmpty() );
  for ( const double aspect : { 0.0, -2.0, std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::infinity() } )
    QCOMPARE( described( CaMapFrames::of( area, aspect ) ), expected );
}

void TestCaMapFrames::gapDecides_data()
{
  QTest::addColumn<double>( "gapKm" );
  QTest::addColumn<int>( "frames" );
  // 49 and 51 km: both cost more than 15 % of a main body of 60 km, so that only the gap decides.
  QTest::newRow( "touching" ) << 0.0 << 1;
  QTest::newRow( "just linked" ) << 49.0 << 1;
  QTest::newRow( "just not linked" ) << 51.0 << 2;
}

void TestCaMapFrames::gapDecides()
{
  QFETCH( double, gapKm );
  QFETCH( int, frames );
  QCOMPARE( CaMapFrames::of( together( { square( 0, 0, 60 ), square( 60 + gapKm, 0, 30 ) } ), 1 ).size(), frames );
}

void TestCaMapFrames::islandThatCostsLittleStaysIn()
{
  // 60 km off a body of 600 km: the frame grows by 11 %.
  const QVector<CaMapFrame> frames = CaMapFrames::of( together( { square( 0, 0, 600 ), square( 660, 300, 6 ) } ), 1 );
  QCOMPARE( frames.size(), 1 );
  QCOMPARE( frames.first().land.constGet()->partCount(), 2 );
}

void TestCaMapFrames::cheapestComesFirst()
{
  // Each alone costs less than 15 %, both together more: the nearer one wins.
  const QVector<CaMapFrame> frames =
      CaMapFrames::of( together( { square( 0, 0, 600 ), square( 675, 300, 4 ), square( -64, 300, 4 ) } ), 1 );
  QCOMPARE( frames.size(), 2 );
  QCOMPARE( frames.at( 0 ).land.constGet()->partCount(), 2 );
  QVERIFY( frames.at( 0 ).land.boundingBox().xMinimum() < 137.5 );
  QVERIFY( frames.at( 1 ).land.boundingBox().xMinimum() > 145 );
}

void TestCaMapFrames::insetsAreGroupedAndLargestFirst()
{
  // Two islands 150 km apart share an inset; a smaller one, 500 km from all, has its own.
  const QVector<CaMapFrame> frames = CaMapFrames::of(
      together( { square( 900, 0, 5 ), square( 0, 0, 100 ), square( 0, -500, 20 ), square( 170, -500, 20 ) } ), A4_ASPECT );
  QCOMPARE( frames.size(), 3 );
  QCOMPARE( frames.at( 0 ).part, QStringLiteral( "main" ) );
  QCOMPARE( frames.at( 1 ).part, QStringLiteral( "inset1" ) );
  QCOMPARE( frames.at( 2 ).part, QStringLiteral( "inset2" ) );
  QCOMPARE( frames.at( 1 ).land.constGet()->partCount(), 2 );
  QVERIFY( std::abs( frames.at( 0 ).areaSqKm - 10000 ) < 200 );
  QVERIFY( std::abs( frames.at( 1 ).areaSqKm - 800 ) < 50 );
  QVERIFY( std::abs( frames.at( 2 ).areaSqKm - 25 ) < 2 );
}

void TestCaMapFrames::extentIsTightInItsOwnCrs()
{
  const QVector<CaMapFrame> frames = CaMapFrames::of( mPrefectures.value( QStringLiteral( "13" ) ), A4_ASPECT );
  QVERIFY( frames.size() > 1 );
  for ( const CaMapFrame &frame : frames )
  {
    QCOMPARE( frame.centreLon * 2, std::round( frame.centreLon * 2 ) );
    QCOMPARE( frame.centreLat * 2, std::round( frame.centreLat * 2 ) );
    const QgsCoordinateReferenceSystem crs( frame.crsDefinition() );
    QVERIFY2( crs.isValid(), qPrintable( frame.crsDefinition() ) );
    QgsGeometry land = frame.land;
    land.transform(
        QgsCoordinateTransform( QgsCoordinateReferenceSystem( QStringLiteral( "EPSG:6668" ) ), crs, QgsCoordinateTransformContext() ) );
    const QgsRectangle box = land.boundingBox();
    QVERIFY( std::abs( box.xMinimum() - frame.extent.xMinimum() ) < 1 && std::abs( box.yMaximum() - frame.extent.yMaximum() ) < 1 );
    QVERIFY( std::abs( land.area() / 1e6 - frame.areaSqKm ) < 0.01 );
    // Half a degree is at most 56 km: the centre of the projection is near the centre of the frame.
    QVERIFY( std::hypot( box.center().x(), box.center().y() ) < 45000 );
  }
}

void TestCaMapFrames::prefecturesThatNeedInsets()
{
  QStringList needing;
  for ( auto it = mPrefectures.constBegin(); it != mPrefectures.constEnd(); ++it )
  {
    const int insets = CaMapFrames::of( it.value(), A4_ASPECT ).size() - 1;
    QVERIFY2( insets >= 0, qPrintable( it.key() ) );
    if ( insets > 0 )
      needing << QStringLiteral( "%1:%2" ).arg( it.key() ).arg( insets );
  }
  // Tokyo: Izu, Ogasawara. Shimane: Takeshima. Nagasaki: Danjo. Kagoshima: Amami. Okinawa: Yaeyama, Daito, Iotorishima.
  QCOMPARE( needing.join( ' ' ), QStringLiteral( "13:2 32:1 42:1 46:1 47:3" ) );

  const QVector<CaMapFrame> tokyo = CaMapFrames::of( mPrefectures.value( QStringLiteral( "13" ) ), A4_ASPECT );
  QVERIFY( std::abs( tokyo.at( 1 ).areaSqKm - 290 ) < 10 );
  QVERIFY( std::abs( tokyo.at( 2 ).areaSqKm - 100 ) < 10 );
}

void TestCaMapFrames::islandsThatStayIn_data()
{
  QTest::addColumn<QString>( "prefecture" );
  QTest::addColumn<QgsPointXY>( "place" );
  QTest::newRow( "Etorofu" ) << QStringLiteral( "01" ) << QgsPointXY( 147.8, 45.0 );
  QTest::newRow( "Kunashiri" ) << QStringLiteral( "01" ) << QgsPointXY( 145.85, 44.05 );
  QTest::newRow( "Shikotan" ) << QStringLiteral( "01" ) << QgsPointXY( 146.7, 43.8 );
  QTest::newRow( "Sado" ) << QStringLiteral( "15" ) << QgsPointXY( 138.4, 38.05 );
  QTest::newRow( "Oki" ) << QStringLiteral( "32" ) << QgsPointXY( 133.27, 36.25 );
  QTest::newRow( "Tsushima" ) << QStringLiteral( "42" ) << QgsPointXY( 129.3, 34.3 );
  QTest::newRow( "Goto" ) << QStringLiteral( "42" ) << QgsPointXY( 128.75, 32.68 );
  QTest::newRow( "Yakushima" ) << QStringLiteral( "46" ) << QgsPointXY( 130.5, 30.35 );
}

void TestCaMapFrames::islandsThatStayIn()
{
  QFETCH( QString, prefecture );
  QFETCH( QgsPointXY, place );
  const QVector<CaMapFrame> frames = CaMapFrames::of( mPrefectures.value( prefecture ), A4_ASPECT );
  QVERIFY( !frames.isEmpty() );
  QVERIFY( frames.first().land.contains( QgsGeometry::fromPointXY( place ) ) );
}

void TestCaMapFrames::orderDoesNotMatter()
{
  const QVector<QgsGeometry> parts = mPrefectures.value( QStringLiteral( "47" ) ).asGeometryCollection();
  const QString expected = described( CaMapFrames::of( together( parts ), A4_ASPECT ) );
  QVERIFY( !expected.isEmpty() );
  QVector<QgsGeometry> turned = parts;
  std::reverse( turned.begin(), turned.end() );
  QCOMPARE( described( CaMapFrames::of( together( turned ), A4_ASPECT ) ), expected );
  std::rotate( turned.begin(), turned.begin() + 17, turned.end() );
  QCOMPARE( described( CaMapFrames::of( together( turned ), A4_ASPECT ) ), expected );
}

void TestCaMapFrames::japanInTime()
{
  const QgsGeometry japan = together( mPrefectures.values().toVector() );
  QElapsedTimer timer;
  timer.start();
  const QVector<CaMapFrame> frames = CaMapFrames::of( japan, A4_ASPECT );
  const qint64 elapsed = timer.elapsed();
  // Nansei in three (Okinawa with Amami, Yaeyama, Daito) and Ogasawara.
  QCOMPARE( frames.size(), 5 );
  QVERIFY( frames.first().areaSqKm > 370000 );
  // About 0.3 s measured; the bound leaves room for sanitizers and busy machines and still catches anything quadratic.
  QVERIFY2( elapsed < 15000, qPrintable( QString::number( elapsed ) ) );
}

CA_TEST_MAIN( TestCaMapFrames )
#include "testcamapframes.moc"
