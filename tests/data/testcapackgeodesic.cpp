// SPDX-License-Identifier: GPL-2.0-or-later
#include "capackgeodesic.h"

#include <QTest>

#include <cmath>

class TestCaPackGeodesic : public QObject
{
  Q_OBJECT

private slots:
  void samePlaceGivesALineWithoutLength();
  void lineAcross180IsCutThere_data();
  void lineAcross180IsCutThere();
  void lineElsewhereIsOnePart();
  void lengthIsEllipsoidal();
};

void TestCaPackGeodesic::samePlaceGivesALineWithoutLength()
{
  const CaPackGeodesic line( QgsPointXY( 139, 35 ), QgsPointXY( 139, 35 ) );
  QCOMPARE( line.lengthKm(), 0.0 );
  QCOMPARE( line.geometry().asMultiPolyline().size(), 1 );
}

void TestCaPackGeodesic::lineAcross180IsCutThere_data()
{
  QTest::addColumn<double>( "fromLon" );
  QTest::addColumn<double>( "toLon" );
  QTest::addColumn<double>( "end" );
  QTest::newRow( "eastward" ) << 139.3158 << -122.3321 << 180.0;
  QTest::newRow( "westward" ) << -122.3321 << 139.3158 << -180.0;
}

void TestCaPackGeodesic::lineAcross180IsCutThere()
{
  QFETCH( double, fromLon );
  QFETCH( double, toLon );
  QFETCH( double, end );
  const CaPackGeodesic line( QgsPointXY( fromLon, 40 ), QgsPointXY( toLon, 45 ) );
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

void TestCaPackGeodesic::lineElsewhereIsOnePart()
{
  const CaPackGeodesic line( QgsPointXY( 135.5097, 34.6811 ), QgsPointXY( 18.0687, 59.3294 ) );
  QCOMPARE( line.geometry().asMultiPolyline().size(), 1 );
  QVERIFY( line.geometry().asMultiPolyline().first().size() > line.lengthKm() / CaPackGeodesic::STEP_KM );
}

void TestCaPackGeodesic::lengthIsEllipsoidal()
{
  // A quarter of a meridian of WGS 84; of a sphere of the mean radius it would be 10,007.5.
  QVERIFY( std::abs( CaPackGeodesic( QgsPointXY( 0, 0 ), QgsPointXY( 0, 90 ) ).lengthKm() - 10001.966 ) < 0.001 );
}

QTEST_GUILESS_MAIN( TestCaPackGeodesic )
#include "testcapackgeodesic.moc"
