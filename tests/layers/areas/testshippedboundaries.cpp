// SPDX-License-Identifier: GPL-2.0-or-later
#include "catest.h"
#include "shippedboundaries.h"

#include <QTest>

#include <cmath>

/**
 * What data/boundaries must hold whoever made it again: codes, validity, datum, and nobody else's land where Japan's is.
 */
class TestShippedBoundaries : public QObject
{
  Q_OBJECT

private slots:
  void initTestCase();
  void missingFileIsNoticed();
  void prefecturesAreComplete();
  void prefecturesHaveNeitherGapsNorOverlaps();
  void prefecturesAreOnJgd2011();
  void countriesAreValid();
  void noForeignCountryOnJapan_data();
  void noForeignCountryOnJapan();
  void noCountryNearAPrefecture();
  void countriesAreCutAt30West();
  void partnerAreasHoldTheirAnchors_data();
  void partnerAreasHoldTheirAnchors();

private:
  QMap<QString, QgsGeometry> mPrefectures;
  QMap<QString, QgsGeometry> mCountries;
  QMap<QString, QgsGeometry> mPartners;
};

void TestShippedBoundaries::initTestCase()
{
  mPrefectures = shippedBoundaries( QStringLiteral( "prefectures" ), QStringLiteral( "code" ) );
  mCountries = shippedBoundaries( QStringLiteral( "countries" ), QStringLiteral( "iso_a2" ) );
  mPartners = shippedBoundaries( QStringLiteral( "partner_areas" ), QStringLiteral( "partner_code" ) );
}

void TestShippedBoundaries::missingFileIsNoticed()
{
  QVERIFY( shippedBoundaries( QStringLiteral( "no such file" ), QStringLiteral( "code" ) ).isEmpty() );
  QVERIFY( shippedBoundaries( QStringLiteral( "prefectures" ), QStringLiteral( "no such field" ) ).isEmpty() );
}

void TestShippedBoundaries::prefecturesAreComplete()
{
  QCOMPARE( mPrefectures.size(), 47 );
  for ( int code = 1; code <= 47; ++code )
  {
    const QString text = QStringLiteral( "%1" ).arg( code, 2, 10, QLatin1Char( '0' ) );
    QVERIFY2( mPrefectures.contains( text ), qPrintable( text ) );
    QVERIFY2( mPrefectures.value( text ).isGeosValid(), qPrintable( text ) );
    QVERIFY2( mPrefectures.value( text ).isMultipart(), qPrintable( text ) );
  }
}

void TestShippedBoundaries::prefecturesHaveNeitherGapsNorOverlaps()
{
  double sum = 0;
  for ( const QgsGeometry &prefecture : std::as_const( mPrefectures ) )
    sum += prefecture.area();
  const QgsGeometry japan = QgsGeometry::unaryUnion( mPrefectures.values().toVector() );
  QVERIFY( std::abs( sum - japan.area() ) < 1e-9 );

  // The holes are water that belongs to no prefecture here: Nakaumi, Lake Towada and a bay. A gap would be another.
  int holes = 0;
  const QgsMultiPolygonXY polygons = japan.asMultiPolygon();
  for ( const QgsPolygonXY &polygon : polygons )
    holes += polygon.size() - 1;
  QCOMPARE( holes, 3 );
}

void TestShippedBoundaries::prefecturesAreOnJgd2011()
{
  // Cape Nosappu's and Yonaguni's ends move by 400 m between the Tokyo Datum and JGD2011.
  const QgsGeometry japan = QgsGeometry::collectGeometry( mPrefectures.values().toVector() );
  QVERIFY( std::abs( japan.boundingBox().xMinimum() - 122.93350 ) < 0.0005 );
  QVERIFY( std::abs( japan.boundingBox().yMaximum() - 45.54099 ) < 0.0005 );
}

void TestShippedBoundaries::countriesAreValid()
{
  QVERIFY( mCountries.size() > 230 );
  for ( auto it = mCountries.constBegin(); it != mCountries.constEnd(); ++it )
    QVERIFY2( it.value().isGeosValid(), qPrintable( it.key() ) );
  for ( const char *code :
        { "JP", "KR", "KP", "CN", "TW", "RU", "US", "GB", "DE", "FR", "SE", "DK", "NL", "CH", "IT", "TH", "ID", "SA", "NZ", "MC" } )
    QVERIFY2( mCountries.contains( QLatin1String( code ) ), code );
}

void TestShippedBoundaries::noForeignCountryOnJapan_data()
{
  QTest::addColumn<QgsPointXY>( "place" );
  QTest::addColumn<QString>( "country" );
  QTest::newRow( "Kunashiri" ) << QgsPointXY( 145.9, 44.1 ) << QString();
  QTest::newRow( "Etorofu" ) << QgsPointXY( 147.8, 45.0 ) << QString();
  QTest::newRow( "Shikotan" ) << QgsPointXY( 146.7, 43.8 ) << QString();
  QTest::newRow( "Takeshima" ) << QgsPointXY( 131.87, 37.24 ) << QString();
  QTest::newRow( "Senkaku" ) << QgsPointXY( 123.5, 25.75 ) << QString();
  QTest::newRow( "Minamitorishima" ) << QgsPointXY( 153.98, 24.29 ) << QStringLiteral( "JP" );
  QTest::newRow( "Urup, to see that the test sees" ) << QgsPointXY( 150.0, 46.0 ) << QStringLiteral( "RU" );
}

void TestShippedBoundaries::noForeignCountryOnJapan()
{
  QFETCH( QgsPointXY, place );
  QFETCH( QString, country );
  const QgsGeometry point = QgsGeometry::fromPointXY( place );
  QStringList found;
  for ( auto it = mCountries.constBegin(); it != mCountries.constEnd(); ++it )
  {
    if ( it.value().contains( point ) )
      found << it.key();
  }
  QCOMPARE( found.join( ' ' ), country );
}

void TestShippedBoundaries::noCountryNearAPrefecture()
{
  // 5 km is at least 0.044 degrees.
  const QgsGeometry japan = QgsGeometry::collectGeometry( mPrefectures.values().toVector() );
  const QgsRectangle around = japan.boundingBox().buffered( 1 );
  for ( auto it = mCountries.constBegin(); it != mCountries.constEnd(); ++it )
  {
    if ( !it.value().boundingBox().intersects( around ) )
      continue;
    const QVector<QgsGeometry> parts = it.value().asGeometryCollection();
    for ( const QgsGeometry &part : parts )
    {
      if ( part.boundingBox().intersects( around ) )
        QVERIFY2( part.distance( japan ) > 0.044, qPrintable( it.key() + part.boundingBox().toString( 2 ) ) );
    }
  }
}

void TestShippedBoundaries::countriesAreCutAt30West()
{
  for ( auto it = mCountries.constBegin(); it != mCountries.constEnd(); ++it )
  {
    const QVector<QgsGeometry> parts = it.value().asGeometryCollection();
    for ( const QgsGeometry &part : parts )
    {
      const QgsRectangle box = part.boundingBox();
      QVERIFY2( box.xMaximum() < -30 || box.xMinimum() > -30, qPrintable( it.key() ) );
      QVERIFY2( box.xMinimum() >= -180 && box.xMaximum() <= 180, qPrintable( it.key() ) );
    }
  }
}

void TestShippedBoundaries::partnerAreasHoldTheirAnchors_data()
{
  QTest::addColumn<QString>( "code" );
  QTest::addColumn<QgsPointXY>( "anchor" );
  QTest::newRow( "a country" ) << QStringLiteral( "TH" ) << QgsPointXY( 100.5014, 13.754 );
  QTest::newRow( "a state" ) << QStringLiteral( "PENNSYLVANIA" ) << QgsPointXY( -76.8844, 40.2737 );
  QTest::newRow( "a department" ) << QStringLiteral( "LOIRET" ) << QgsPointXY( 1.9041, 47.9025 );
  QTest::newRow( "a province" ) << QStringLiteral( "WEST_JAVA" ) << QgsPointXY( 107.6069, -6.9222 );
  QTest::newRow( "a region of provinces" ) << QStringLiteral( "VENETO" ) << QgsPointXY( 12.0, 45.5 );
  QTest::newRow( "both shores of the Sound" ) << QStringLiteral( "MEDICON_VALLEY" ) << QgsPointXY( 13.4, 55.9 );
}

void TestShippedBoundaries::partnerAreasHoldTheirAnchors()
{
  QFETCH( QString, code );
  QFETCH( QgsPointXY, anchor );
  QVERIFY( mPartners.contains( code ) );
  QVERIFY( mPartners.value( code ).isGeosValid() );
  QVERIFY( mPartners.value( code ).contains( QgsGeometry::fromPointXY( anchor ) ) );
}

CA_TEST_MAIN( TestShippedBoundaries )
#include "testshippedboundaries.moc"
