// SPDX-License-Identifier: GPL-2.0-or-later
#include "caprovider.h"
#include "catest.h"
#include "runalgorithm.h"
#include "layers/statistics/statisticstest.h"
#include "smallboundaries.h"

#include <qgsfeature.h>
#include <qgsfeatureiterator.h>
#include <qgsvectorlayer.h>

#include <QDir>
#include <QFile>

#include <cmath>

//! Overlaps, finding, coverage and comparison of clusters, as the toolbox and qgis_process ask.
class TestCaQuestions : public QObject
{
  Q_OBJECT

private slots:
  void initTestCase() { mRegistered = CaProvider::registerOnce(); }
  void cleanupTestCase()
  {
    if ( mRegistered )
      CaProvider::unregister();
  }
  void init();
  void cleanup() { mTest.reset(); }

  void badInputIsNamed_data();
  void badInputIsNamed();
  void cancelLeavesNoOutput_data();
  void cancelLeavesNoOutput();
  void overlapsOfOwnAreas();
  void overlapsOfThePack();
  void findsByPlace_data();
  void findsByPlace();
  void findsOwnAreas();
  void featuresWithoutCoordinatesAreSaid();
  void unknownIsListed();
  void coversShares();
  void coversFigures();
  void compares();

private:
  using Result = AlgorithmResult;
  QString path( const QString &name ) const { return mTest->folder() + '/' + name; }
  //! Runs \a id with its answers in files of the folder. `%1` in a parameter is the folder.
  Result run( const QString &id, const QVariantMap &more, bool canceled = false ) const
  {
    const QVariantMap defaults{ { "OUTPUT", "%1/out.gpkg" }, { "PACK", "%1/clusteratlas.gpkg" } };
    const QVariantMap parameters = parametersIn( mTest->folder(), defaults, more );
    return canceled ? runCanceled( id, parameters ) : runAlgorithm( id, parameters );
  }
  //! Returns the rows of a table that was written, by column.
  QVector<QVariantMap> rows( const QString &name = QStringLiteral( "out.gpkg" ) ) const { return rowsOf( path( name ) ); }
  QVariantMap row( const QVariantMap &key, const QString &name = QStringLiteral( "out.gpkg" ) ) const
  {
    const QVector<QVariantMap> all = rows( name );
    for ( const QVariantMap &one : all )
    {
      bool fits = true;
      for ( auto it = key.begin(); it != key.end(); ++it )
        fits &= one.value( it.key() ).toString() == it.value().toString();
      if ( fits )
        return one;
    }
    return {};
  }
  void write( const QString &name, const QByteArray &text ) const
  {
    QFile file( path( name ) );
    QVERIFY( file.open( QIODevice::WriteOnly ) );
    file.write( text );
  }
  QString read( const QString &name ) const
  {
    QFile file( path( name ) );
    return file.open( QIODevice::ReadOnly ) ? QString::fromUtf8( file.readAll() ) : QString();
  }

  std::unique_ptr<StatisticsTest> mTest;
  bool mRegistered = false;
};

void TestCaQuestions::init()
{
  mTest = std::make_unique<StatisticsTest>();
  QVERIFY( writeSmallBoundaries( path( "N03.geojson" ), "GeoJSON", smallPlaces() ) );
  write( "own.csv", "area_code,jis_code,area_name_en\nA,13101,<i>One</i>\nA,13102,\nB,13102,Two\nB,14102,\n" );
  write( "empty.csv", "area_code,jis_code\n" );
  write( "points.geojson", R"({"type":"FeatureCollection","features":[
    {"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[141.35,43.06]}},
    {"type":"Feature","properties":{},"geometry":null}]})" );
  write( "none.geojson", R"({"type":"FeatureCollection","features":[]})" );
  CaMetric rate = StatisticsTest::ownMetric( "rate" );
  rate.extensive = false;
  QCOMPARE( mTest->import( { StatisticsTest::record( "prefecture", "01", 2009, "firms", 100 ),
                             StatisticsTest::record( "prefecture", "09", 2009, "firms", 900 ),
                             StatisticsTest::flagged( "prefecture", "10", 2009, "firms", CaFlag::Suppressed ) },
                           "bureau.xlsx", nullptr, { rate } ),
            QString() );
}

void TestCaQuestions::badInputIsNamed_data()
{
  QTest::addColumn<QString>( "algorithm" );
  QTest::addColumn<QVariantMap>( "parameters" );
  QTest::addColumn<QString>( "named" );
  const auto add = []( const char *name, const char *algorithm, const QVariantMap &parameters, const char *named )
  {
    QTest::newRow( name ) << QString::fromLatin1( algorithm ) << parameters << QString::fromUtf8( named );
  };
  add( "no areas", "clusteroverlaps", { { "KINDS", QVariantList() } }, "KINDS" );
  add( "no pack", "clusteroverlaps", { { "PACK", "%1/nothing.gpkg" } }, "nothing.gpkg" );
  add( "empty membership", "clusteroverlaps", { { "MEMBERSHIP", "%1/empty.csv" } }, "empty.csv" );
  add( "no boundaries", "clusteroverlaps", { { "BOUNDARIES", "%1/nothing.shp" } }, "nothing.shp" );
  add( "no such field", "findclusters", { { "FIELD", "gardening" } }, "gardening" );
  add( "no such country", "findclusters", { { "COUNTRY", "DE,XX" } }, "XX" );
  add( "no kinds", "findclusters", { { "KINDS", QVariantList() } }, "KINDS" );
  add( "metric without value", "findclusters", { { "METRIC", "firms" } }, "VALUE" );
  add( "value without metric", "findclusters", { { "VALUE", 5 } }, "METRIC" );
  add( "no such metric", "findclusters", { { "METRIC", "robots" }, { "VALUE", 5 } }, "robots" );
  add( "no such year", "findclusters", { { "METRIC", "firms" }, { "VALUE", 5 }, { "FISCAL_YEAR", 1999 } }, "1999" );
  add( "two places", "findclusters", { { "POLYGON", "Point(139 35)" }, { "EXTENT", "139,140,35,36" } }, "EXTENT" );
  add( "no geometry", "findclusters", { { "POLYGON", "Polygon EMPTY" } }, "POLYGON" );
  add( "layer without features", "findclusters", { { "TOUCHING", "%1/none.geojson" } }, "none" );
  add( "metric that cannot be added", "coverage", { { "METRICS", "firms,rate" }, { "OWNER_KIND", "prefecture" } }, "rate" );
  add( "total of differing scope", "coverage", { { "METRICS", "total_members" }, { "OWNER_KIND", "prefecture" } }, "total_members" );
  add( "municipalities without their boundaries", "coverage", { { "METRICS", "firms" } }, "OWNER_KIND" );
  add( "no figures at all", "coverage", { { "METRICS", "universities" }, { "OWNER_KIND", "prefecture" } }, "universities" );
  add( "no kinds and an empty table", "findclusters", { { "KINDS", QVariantList() }, { "MEMBERSHIP", "%1/empty.csv" } }, "empty.csv" );
  add( "one area", "compareclusters", { { "AREAS", "TAMA" } }, "has 1." );
  add( "eleven areas", "compareclusters", { { "AREAS", "01,02;03、04，05；06 , 07,,08,09,10,11,01" } }, "has 11." );
  add( "no such area", "compareclusters", { { "AREAS", "TAMA,ATLANTIS" } }, "ATLANTIS" );
  add( "not even own areas", "compareclusters", {}, "2 to 10 areas can be compared; AREAS, or MEMBERSHIP if AREAS is empty, has 0." );
  add( "no year", "compareclusters", { { "AREAS", "TAMA,KEIHIN" }, { "FISCAL_YEARS", "H21" } }, "H21" );
  add( "year without figures", "compareclusters", { { "AREAS", "TAMA,KEIHIN" }, { "FISCAL_YEARS", "1950" } }, "1950" );
  add( "report that would be no PDF", "coverage", { { "REPORT", "%1/report.pdf" } }, "REPORT is written as HTML or JSON" );
  add( "report nowhere", "compareclusters", { { "AREAS", "TAMA,KEIHIN" }, { "REPORT", "/dev/null/report.html" } }, "/dev/null" );
}

void TestCaQuestions::badInputIsNamed()
{
  QFETCH( QString, algorithm );
  QFETCH( QVariantMap, parameters );
  QFETCH( QString, named );
  const Result result = run( algorithm, parameters );
  QVERIFY( !result.ok );
  QVERIFY2( result.log.contains( named ), qPrintable( result.log ) );
}

void TestCaQuestions::cancelLeavesNoOutput_data()
{
  QTest::addColumn<QString>( "algorithm" );
  QTest::addColumn<QVariantMap>( "parameters" );
  QTest::newRow( "overlaps" ) << "clusteroverlaps" << QVariantMap();
  QTest::newRow( "find" ) << "findclusters" << QVariantMap{ { "TOUCHING", "%1/points.geojson" } };
  QTest::newRow( "coverage" ) << "coverage" << QVariantMap();
  QTest::newRow( "compare" ) << "compareclusters" << QVariantMap{ { "AREAS", "TAMA,KEIHIN" } };
}

void TestCaQuestions::cancelLeavesNoOutput()
{
  QFETCH( QString, algorithm );
  QFETCH( QVariantMap, parameters );
  parameters.insert( "REPORT", "%1/report.html" );
  run( algorithm, parameters, true );
  QVERIFY( !QFile::exists( path( "out.gpkg" ) ) );
  QVERIFY( !QFile::exists( path( "report.html" ) ) );
}

void TestCaQuestions::overlapsOfOwnAreas()
{
  const Result result = run( "clusteroverlaps", { { "KINDS", QVariantList() },
                                                  { "MEMBERSHIP", "%1/own.csv" },
                                                  { "BOUNDARIES", "%1/N03.geojson" },
                                                  { "CROSSINGS", "%1/crossings.gpkg" },
                                                  { "POLYGONS", "%1/polygons.gpkg" },
                                                  { "REPORT", "%1/report.html" } } );
  QVERIFY2( result.ok, qPrintable( result.log ) );
  QCOMPARE( result.outputs.value( "AREAS" ).toInt(), 2 );
  QCOMPARE( result.outputs.value( "PAIRS" ).toInt(), 1 );
  QCOMPARE( result.outputs.value( "CROSS_PREFECTURES" ).toInt(), 1 );
  QCOMPARE( result.outputs.value( "CROSS_BUREAUS" ).toInt(), 0 );
  const QVariantMap pair = rows().constFirst();
  QCOMPARE( pair.value( "first_code" ).toString(), QStringLiteral( "A" ) );
  QCOMPARE( pair.value( "shared_codes" ).toString(), QStringLiteral( "13102" ) );
  QCOMPARE( pair.value( "precision" ).toString(), QStringLiteral( "municipality" ) );
  QVERIFY( std::abs( pair.value( "share_of_first" ).toDouble() - 0.5 ) < 1e-9 );
  const QgsVectorLayer polygons( path( "polygons.gpkg" ), "polygons", "ogr" );
  QgsFeature feature;
  QVERIFY( polygons.getFeatures().nextFeature( feature ) );
  QVERIFY( std::abs( feature.geometry().area() - 0.01 ) < 1e-9 ); // a tenth of a degree, squared
  QCOMPARE( rows( "crossings.gpkg" ).size(), 2 );
  QVERIFY( row( { { "territory_code", "14" } }, "crossings.gpkg" ).value( "area_km2" ).toDouble() > 100 );
  const QString html = read( "report.html" );
  QVERIFY( html.contains( "&lt;i&gt;One&lt;/i&gt;" ) && !html.contains( "<i>" ) );
  QVERIFY( html.contains( "N03.geojson" ) );
}

void TestCaQuestions::overlapsOfThePack()
{
  const Result result = run( "clusteroverlaps", {} );
  QVERIFY2( result.ok, qPrintable( result.log ) );
  QCOMPARE( result.outputs.value( "AREAS" ).toInt(), 18 + 8 + 6 );
  QCOMPARE( result.outputs.value( "CROSS_BUREAUS" ).toInt(), 4 );
  // With prefectures only, San-en Nanshin is more than it is, and every row with it says so.
  const QVariantMap pair = row( { { "first_code", "KANTO_REGIONAL" }, { "second_code", "SANEN_NANSHIN" } } );
  QCOMPARE( pair.value( "second_precision" ).toString(), QStringLiteral( "prefecture_fallback" ) );
  QVERIFY( pair.value( "note" ).toString().contains( "SANEN_NANSHIN" ) );
  QVERIFY( row( { { "first_code", "KANSAI_BIO" }, { "second_code", "KANSAI_FRONT" } } ).value( "note" ).toString().isEmpty() );
}

void TestCaQuestions::findsByPlace_data()
{
  QTest::addColumn<QVariantMap>( "place" );
  QTest::newRow( "layer" ) << QVariantMap{ { "TOUCHING", "%1/points.geojson" } };
  QTest::newRow( "text in another system" ) << QVariantMap{ { "POLYGON", "CRS=EPSG:4326;Point(141.35 43.06)" } };
  QTest::newRow( "text" ) << QVariantMap{ { "POLYGON", "LineString(141.3 43, 141.4 43.1)" } };
  // A polygon that crosses itself is mended first.
  QTest::newRow( "bow-tie" ) << QVariantMap{ { "POLYGON", "Polygon((141.3 43, 141.4 43.1, 141.4 43, 141.3 43.1, 141.3 43))" } };
  QTest::newRow( "extent" ) << QVariantMap{ { "EXTENT", "141.3,141.4,43,43.1 [EPSG:4326]" } };
}

void TestCaQuestions::findsByPlace()
{
  QFETCH( QVariantMap, place );
  place.insert( "KINDS", QStringList{ "projects" } );
  const Result result = run( "findclusters", place );
  QVERIFY2( result.ok, qPrintable( result.log ) );
  QCOMPARE( result.outputs.value( "CODES" ).toString(), QStringLiteral( "HOKKAIDO_CLUSTER" ) );
  const QVariantMap found = rows().constFirst();
  QVERIFY( found.value( "has_geometry" ).toBool() );
  QCOMPARE( found.value( "matches" ).toString(), QStringLiteral( "yes" ) );
  QVERIFY( !found.value( "reasons" ).toString().isEmpty() );
  QVERIFY( std::abs( found.value( "area_km2" ).toDouble() - 83424 ) < 500 ); // as the Geospatial Information Authority has it, roughly
}

void TestCaQuestions::findsOwnAreas()
{
  const QVariantMap own{ { "KINDS", QVariantList() }, { "MEMBERSHIP", "%1/own.csv" }, { "BOUNDARIES", "%1/N03.geojson" } };
  const auto found = [&]( const QString &name, const QString &value )
  {
    QVariantMap parameters = own;
    parameters.insert( name, value );
    const Result result = run( "findclusters", parameters );
    return result.ok ? result.outputs.value( "CODES" ).toString() : result.log;
  };
  // 13101 is the first square of the northern row, 13102 the second, 14102 the one south of it.
  QCOMPARE( found( "POLYGON", "Point(139.05 35.15)" ), QStringLiteral( "A" ) );
  QCOMPARE( found( "POLYGON", "Point(139.15 35.15)" ), QStringLiteral( "A,B" ) );
  QCOMPARE( found( "POLYGON", "Point(139.15 35.05)" ), QStringLiteral( "B" ) );
  QCOMPARE( found( "FIELD", "BIO" ), QString() );
}

void TestCaQuestions::featuresWithoutCoordinatesAreSaid()
{
  const Result result = run( "findclusters", { { "TOUCHING", "%1/points.geojson" } } );
  QVERIFY( result.ok );
  QVERIFY2( result.log.contains( "without coordinates" ), qPrintable( result.log ) );
}

void TestCaQuestions::unknownIsListed()
{
  const Result result = run( "findclusters", { { "BUREAU", "KINKI" },
                                               { "METRIC", "firms" },
                                               { "OPERATOR", "gt" },
                                               { "VALUE", 300 },
                                               { "FISCAL_YEAR", 2003 },
                                               { "UNKNOWN", "%1/unknown.gpkg" } } );
  QVERIFY2( result.ok, qPrintable( result.log ) );
  // 220, 360 and none of the three projects of the bureau.
  QCOMPARE( result.outputs.value( "CODES" ).toString(), QStringLiteral( "KANSAI_FRONT" ) );
  QCOMPARE( result.outputs.value( "UNKNOWN_CODES" ).toString(), QStringLiteral( "KANSAI_ENV" ) );
  QCOMPARE( rows().constFirst().value( "value" ).toDouble(), 360.0 );
  QCOMPARE( rows().constFirst().value( "qualifier" ).toString(), QStringLiteral( "approx" ) );
  const QString reasons = rows().constFirst().value( "reasons" ).toString();
  QVERIFY2( reasons.contains( "about 360 firms" ) && reasons.contains( "> 300 firms" ), qPrintable( reasons ) );
  QCOMPARE( rows( "unknown.gpkg" ).constFirst().value( "matches" ).toString(), QStringLiteral( "unknown" ) );
}

void TestCaQuestions::coversShares()
{
  const Result result = run( "coverage", { { "KINDS", QVariantList() },
                                           { "MEMBERSHIP", "%1/own.csv" },
                                           { "BOUNDARIES", "%1/N03.geojson" },
                                           { "BY_AREA", "%1/areas.gpkg" },
                                           { "REPORT", "%1/report.html" } } );
  QVERIFY2( result.ok, qPrintable( result.log ) );
  QCOMPARE( result.outputs.value( "PLACES" ).toInt(), 7 );
  QCOMPARE( result.outputs.value( "PLACES_COVERED" ).toInt(), 3 );
  const QVariantMap nation = row( { { "scope", "nation" }, { "measure", "municipalities" } } );
  QCOMPARE( nation.value( "once" ).toDouble(), 3.0 );
  QCOMPARE( nation.value( "each" ).toDouble(), 4.0 );
  QVERIFY( std::abs( nation.value( "share_once" ).toDouble() - 3.0 / 7 ) < 1e-9 );
  const QVariantMap ofA = row( { { "code", "A" }, { "scope", "nation" }, { "measure", "municipalities" } }, "areas.gpkg" );
  QCOMPARE( ofA.value( "shared" ).toDouble(), 1.5 );
  QCOMPARE( ofA.value( "alone" ).toDouble(), 1.0 );
  QVERIFY( read( "report.html" ).contains( "&lt;i&gt;One&lt;/i&gt;" ) );
}

void TestCaQuestions::coversFigures()
{
  const Result result = run( "coverage", { { "METRICS", "firms" }, { "OWNER_KIND", "prefecture" } } );
  QVERIFY2( result.ok, qPrintable( result.log ) );
  // Hokkaido is in a project, Tochigi (09) in none, of Gumma (10) nothing is known, and of all others either.
  const QVariantMap nation = row( { { "scope", "nation" }, { "measure", "firms" } } );
  QCOMPARE( nation.value( "total" ).toDouble(), 1000.0 );
  QCOMPARE( nation.value( "once" ).toDouble(), 100.0 );
  QCOMPARE( nation.value( "flag" ).toString(), QStringLiteral( "incomplete" ) );
  QVERIFY( nation.value( "unknown_share" ).toDouble() > 0.7 );
  const QVariantMap chubu = row( { { "scope_code", "CHUBU" }, { "measure", "firms" } } );
  QVERIFY( chubu.value( "total" ).isNull() );
  QCOMPARE( chubu.value( "flag" ).toString(), QStringLiteral( "not_available" ) );
  QVERIFY2( result.log.contains( "suppressed" ), qPrintable( result.log ) );
}

void TestCaQuestions::compares()
{
  const Result result = run( "compareclusters",
                             { { "AREAS", "kansai_bio,subarea:TAMA,B" }, { "MEMBERSHIP", "%1/own.csv" }, { "REPORT", "%1/report.html" } } );
  QVERIFY2( result.ok, qPrintable( result.log ) );
  QCOMPARE( result.outputs.value( "AREAS_COMPARED" ).toInt(), 3 );
  QCOMPARE( row( { { "code", "KANSAI_BIO" }, { "item", "firms" }, { "fiscal_year", 2003 } } ).value( "value" ).toDouble(), 220.0 );
  const QVariantMap none = row( { { "code", "TAMA" }, { "item", "firms" }, { "fiscal_year", 2003 } } );
  QVERIFY( none.value( "value" ).isNull() );
  QCOMPARE( none.value( "flag" ).toString(), QStringLiteral( "not_available" ) );
  const QString html = read( "report.html" );
  QVERIFY( html.contains( "no data" ) && html.contains( "about 220" ) && html.contains( "A4 portrait" ) );
  // The same sheet as a PDF.
  const Result printed =
      run( "compareclusters", { { "AREAS", "kansai_bio,subarea:TAMA,B" }, { "MEMBERSHIP", "%1/own.csv" }, { "REPORT", "%1/report.pdf" } } );
  QVERIFY2( printed.ok, qPrintable( printed.log ) );
  QCOMPARE( printed.outputs.value( "REPORT" ).toString(), path( "report.pdf" ) );
  QFile pdf( path( "report.pdf" ) );
  QVERIFY( pdf.open( QIODevice::ReadOnly ) && pdf.read( 5 ) == "%PDF-" );
}

CA_TEST_MAIN( TestCaQuestions )
#include "testcaquestions.moc"
