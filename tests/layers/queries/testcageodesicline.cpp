// SPDX-License-Identifier: GPL-2.0-or-later
#include "cageodesicline.h"

#include <QTest>

#include <cmath>

class TestCaGeodesicLine : public QObject
{
  Q_OBJECT

private slots:
  void samePlaceGivesALineWithoutLength();
  void lineAcross180IsCutThere_data();
  void lineAcross180IsCutThere();
  void lineElsewhereIsOnePart();
  void lengthIsEllipsoidal();
  void centralMeridianDecidesWhereItIsCut_data();
  void centralMeridianDecidesWhereItIsCut();
};

void TestCaGeodesicLine::samePlaceGivesALineWithoutLength()
{
  const CaGeodesicLine line( QgsPointXY( 139, 35 ), QgsPointXY( 139, 35 ) );
  QCOMPARE( line.lengthKm(), 0.0 );
  QCOMPARE( line.geometry().asMultiPolyline().size(), 1 );
}

void TestCaGeodesicLine::lineAcross180IsCutThere_data()
{
  QTest::addColumn<double>( "fromLon" );
  QTest::addColumn<double>( "toLon" );
  QTest::addColumn<double>( "end" );
  QTest::newRow( "eastward" ) << 139.3158 << -122.3321 << 180.0;
  QTest::newRow( "westward" ) << -122.3321 << 139.3158 << -180.0;
}

void TestCaGeodesicLine::lineAcross180IsCutThere()
{
  QFETCH( double, fromLon );
  QFETCH( double, toLon );
  QFETCH( double, end );
  const CaGeodesicLine line( QgsPointXY( fromLon, 40 ), QgsPointXY( toLon, 45 ) );
  const QgsMultiPolylineXY parts = line.geometry().asMultiPolyline();
  QCOMPARE( parts.size(), 2 );
  QCOMPARE( parts.first().last().x(), end );
  QCOMPARE( parts.last().first().x(), -end );
  QCOMPARE( parts.first().last().y(), parts.last().first().y() );
  QCOMPARE( parts.first().first(), QgsPointXY( fromLon, 40 ) );
  QVERIFY( parts.last().last().compare( QgsPointXY( toLon, 45 ), 1e-6 ) );
  for ( const QgsPolylineXY &part : parts )
  {
    for ( int i = 1; i < part.size(); ++i )
      QVERIFY( std::abs( part.at( i ).x() - part.at( i - 1 ).x() ) < 10 );
  }
}

void TestCaGeodesicLine::lineElsewhereIsOnePart()
{
  const CaGeodesicLine line( QgsPointXY( 135.5097, 34.6811 ), QgsPointXY( 18.0687, 59.3294 ) );
  QCOMPARE( line.geometry().asMultiPolyline().size(), 1 );
  QVERIFY( line.geometry().asMultiPolyline().first().size() > line.lengthKm() / CaGeodesicLine::STEP_KM );
}

void TestCaGeodesicLine::lengthIsEllipsoidal()
{
  // A quarter of a meridian of WGS 84; of a sphere of the mean radius it would be 10,007.5.
  QVERIFY( std::abs( CaGeodesicLine( QgsPointXY( 0, 0 ), QgsPointXY( 0, 90 ) ).lengthKm() - 10001.966 ) < 0.001 );
}

void TestCaGeodesicLine::centralMeridianDecidesWhereItIsCut_data()
{
  QTest::addColumn<double>( "toLon" );
  QTest::addColumn<double>( "toLat" );
  QTest::addColumn<double>( "centralMeridian" );
  QTest::addColumn<int>( "parts" );
  QTest::addColumn<int>( "crossings" );
  // From Japan: Seattle, New Zealand, Milan. A map around 150 E has its edge at 30 W, one around 90 W at 90 E.
  QTest::newRow( "Pacific, east" ) << -122.3321 << 47.6 << 150.0 << 2 << 0;
  QTest::newRow( "Pacific, south" ) << 174.0 << -41.0 << 150.0 << 1 << 0;
  QTest::newRow( "Pacific, west" ) << 9.19 << 45.46 << 150.0 << 1 << 0;
  QTest::newRow( "Greenwich, across" ) << -122.3321 << 47.6 << 0.0 << 2 << 1;
  QTest::newRow( "Americas, west" ) << 9.19 << 45.46 << -90.0 << 2 << 1;
  QTest::newRow( "both at once" ) << -122.3321 << 47.6 << 0.5 << 3 << 1;
  QTest::newRow( "both, the other first" ) << -122.3321 << 47.6 << -0.5 << 3 << 1;
}

void TestCaGeodesicLine::centralMeridianDecidesWhereItIsCut()
{
  QFETCH( double, toLon );
  QFETCH( double, toLat );
  QFETCH( double, centralMeridian );
  QFETCH( int, parts );
  QFETCH( int, crossings );
  const QgsPointXY tama( 139.3158, 35.6667 );
  const QgsPointXY partner( toLon, toLat );
  for ( const bool isBack : { false, true } )
  {
    const CaGeodesicLine line( isBack ? partner : tama, isBack ? tama : partner, centralMeridian );
    const QgsMultiPolylineXY lines = line.geometry().asMultiPolyline();
    QCOMPARE( lines.size(), parts );
    QCOMPARE( line.edgeCrossings(), crossings );
    QVERIFY( std::abs( line.lengthKm() - CaGeodesicLine( tama, partner ).lengthKm() ) < 1e-9 );
    for ( int part = 0; part < lines.size(); ++part )
    {
      QVERIFY( lines.at( part ).size() > 1 );
      for ( int i = 0; i < lines.at( part ).size(); ++i )
      {
        const double lon = lines.at( part ).at( i ).x();
        QVERIFY( std::abs( lon ) <= 180 );
        if ( i == 0 )
          continue;
        // No step across the map, neither in degrees nor around its central meridian.
        const double previous = lines.at( part ).at( i - 1 ).x();
        QVERIFY( std::abs( lon - previous ) < 10 );
        QVERIFY( std::abs( std::remainder( lon - centralMeridian, 360 ) - std::remainder( previous - centralMeridian, 360 ) ) < 10 ||
                 std::abs( lon ) == 180 || std::abs( previous ) == 180 );
      }
      if ( part > 0 ) // the parts meet, or as good as
        QVERIFY( std::abs( lines.at( part ).constFirst().y() - lines.at( part - 1 ).constLast().y() ) < 1e-9 );
    }
  }
}

QTEST_GUILESS_MAIN( TestCaGeodesicLine )
#include "testcageodesicline.moc"
