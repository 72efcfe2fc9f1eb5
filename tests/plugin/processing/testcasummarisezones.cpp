// SPDX-License-Identifier: GPL-2.0-or-later
#include "caprovider.h"
#include "catest.h"
#include "runalgorithm.h"
#include "layers/statistics/statisticstest.h"

#include <qgsfeature.h>
#include <qgsfeatureiterator.h>
#include <qgsvectorlayer.h>

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cmath>

//! Figures of prefectures that are boxes shared out to zones, as the toolbox and qgis_process do.
class TestCaSummariseZones : public QObject
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
  void cancelLeavesNoOutput();
  void oddZonesAreSaid();
  void metricsByTheirNature();
  void unknownPartsAreSaid();
  void fieldsOfTheLayer();
  void weightsDecide();
  void reportBalances();

private:
  using Result = AlgorithmResult;
  Result run( const QVariantMap &more, bool canceled = false ) const
  {
    const QVariantMap defaults{ { "INPUT", "%1/zones.geojson" },
                                { "PARTS", "%1/parts.geojson" },
                                { "KEY_FIELD", "code" },
                                { "METRICS", "firms" },
                                { "OWNER_KINDS", "prefecture" },
                                { "FISCAL_YEAR", 2009 },
                                { "PACK", "%1/clusteratlas.gpkg" },
                                { "OUTPUT", "%1/out.gpkg" } };
    const QVariantMap parameters = parametersIn( mTest->folder(), defaults, more );
    return canceled ? runCanceled( "summarisezones", parameters ) : runAlgorithm( "summarisezones", parameters );
  }
  //! Returns the attributes of the zones that were written, by their name.
  QMap<QString, QVariantMap> zones() const
  {
    QMap<QString, QVariantMap> zones;
    const QVector<QVariantMap> rows = rowsOf( mTest->folder() + "/out.gpkg" );
    for ( const QVariantMap &row : rows )
      zones.insert( row.value( "zone" ).toString(), row );
    return zones;
  }
  //! A polygon with corners on meridians and parallels, of which half the longitudes are half the area.
  static QString box( double west, double east, double south = 35, double north = 36 )
  {
    return QStringLiteral( R"({"type":"Polygon","coordinates":[[[%1,%3],[%2,%3],[%2,%4],[%1,%4],[%1,%3]]]})" )
        .arg( west )
        .arg( east )
        .arg( south )
        .arg( north );
  }
  static QString feature( const QString &properties, const QString &geometry )
  {
    return QStringLiteral( R"({"type":"Feature","properties":{%1},"geometry":%2})" ).arg( properties, geometry );
  }
  void write( const QString &name, const QStringList &features ) const
  {
    QFile file( mTest->folder() + '/' + name );
    QVERIFY( file.open( QIODevice::WriteOnly ) );
    file.write( QStringLiteral( R"({"type":"FeatureCollection","features":[%1]})" ).arg( features.join( ',' ) ).toUtf8() );
  }

  std::unique_ptr<StatisticsTest> mTest;
  bool mRegistered = false;
};

void TestCaSummariseZones::init()
{
  mTest = std::make_unique<StatisticsTest>();
  CaMetric rate = StatisticsTest::ownMetric( "rate" );
  rate.extensive = false;
  const auto rateOf = []( const QString &code, double value )
  {
    CaFigureRecord record = StatisticsTest::record( "prefecture", code, 2009, "rate", value );
    record.figure.unit = "units";
    return record;
  };
  CaFigureRecord about = StatisticsTest::record( "prefecture", "13", 2009, "firms", 200 );
  about.figure.qualifier = CaQualifier::Approximate;
  QCOMPARE( mTest->import( { StatisticsTest::record( "prefecture", "01", 2009, "firms", 100 ), about,
                             StatisticsTest::flagged( "prefecture", "14", 2009, "firms", CaFlag::Suppressed ), rateOf( "01", 10 ),
                             rateOf( "13", 40 ), rateOf( "14", 70 ) },
                           "bureau.xlsx", nullptr, { rate } ),
            QString() );
  // Hokkaido is of two pieces; the second is as large as the first.
  write( "parts.geojson", { feature( R"("code":"01","n":6,"n_flag":null,"all":"x")", box( 140, 141 ) ),
                            feature( R"("code":"01","n":6,"n_flag":null,"all":"x")", box( 150, 151 ) ),
                            feature( R"("code":"13","n":8,"n_flag":null,"all":"x")", box( 141, 142 ) ),
                            feature( R"("code":"14","n":null,"n_flag":"suppressed","all":"x")", box( 142, 143 ) ) } );
  write( "zones.geojson",
         { feature( R"("zone":"both","firms":1)", box( 140.5, 141.5 ) ), feature( R"("zone":"unknown","firms":1)", box( 142.2, 142.4 ) ),
           feature( R"("zone":"some","firms":1)", box( 141, 143 ) ), feature( R"("zone":"sea","firms":1)", box( 10, 11 ) ) } );
  write( "negative.geojson", { feature( R"("w":-1)", R"({"type":"Point","coordinates":[140.5,35.5]})" ) } );
  write( "none.geojson", { feature( R"("w":1)", "null" ) } );
}

void TestCaSummariseZones::badInputIsNamed_data()
{
  QTest::addColumn<QVariantMap>( "parameters" );
  QTest::addColumn<QString>( "named" );
  QTest::newRow( "nothing to share out" ) << QVariantMap{ { "METRICS", "" }, { "PREFIX", "z_" } } << "SUM_FIELDS";
  QTest::newRow( "metrics without key" ) << QVariantMap{ { "KEY_FIELD", "" }, { "PREFIX", "z_" } } << "KEY_FIELD";
  QTest::newRow( "field taken" ) << QVariantMap{} << "PREFIX";
  QTest::newRow( "no such metric" ) << QVariantMap{ { "METRICS", "fims" } } << "fims";
  QTest::newRow( "no such year" ) << QVariantMap{ { "FISCAL_YEAR", 1995 } } << "1995";
  QTest::newRow( "no such pack" ) << QVariantMap{ { "PACK", "%1/none.gpkg" } } << "none.gpkg";
  QTest::newRow( "no such zones" ) << QVariantMap{ { "INPUT", "%1/nothing.geojson" } } << "INPUT";
  QTest::newRow( "no such parts" ) << QVariantMap{ { "PARTS", "%1/nothing.geojson" } } << "PARTS";
  QTest::newRow( "negative weight" ) << QVariantMap{ { "WEIGHTS", "%1/negative.geojson" }, { "WEIGHT_FIELD", "w" } } << "WEIGHT_FIELD";
  QTest::newRow( "weights without any place" ) << QVariantMap{ { "WEIGHTS", "%1/none.geojson" } } << "without geometry";
  QTest::newRow( "one key, two figures" ) << QVariantMap{ { "METRICS", "" }, { "KEY_FIELD", "all" }, { "SUM_FIELDS", "n" } } << "KEY_FIELD";
  QTest::newRow( "report below a file" ) << QVariantMap{ { "PREFIX", "z_" }, { "REPORT", "/dev/null/r.html" } } << "/dev/null/r.html";
}

void TestCaSummariseZones::badInputIsNamed()
{
  QFETCH( QVariantMap, parameters );
  QFETCH( QString, named );
  const Result result = run( parameters );
  QVERIFY( !result.ok );
  QVERIFY2( result.log.contains( named ), qPrintable( result.log ) );
}

void TestCaSummariseZones::cancelLeavesNoOutput()
{
  const Result result = run( { { "PREFIX", "z_" } }, true );
  QVERIFY( !result.ok || result.outputs.isEmpty() );
  QVERIFY( !QFile::exists( mTest->folder() + "/out.gpkg" ) );
}

void TestCaSummariseZones::oddZonesAreSaid()
{
  write( "odd.geojson",
         { feature( R"("zone":"no place")", "null" ), feature( R"("zone":"beyond the poles")", box( 140, 141, 200, 300 ) ),
           feature( R"("zone":"bow tie")", R"({"type":"Polygon","coordinates":[[[140,35],[141,36],[141,35],[140,36],[140,35]]]})" ) } );
  const Result result = run( { { "INPUT", "%1/odd.geojson" } } );
  QVERIFY2( result.ok, qPrintable( result.log ) );
  QVERIFY2( result.log.contains( "1 zones were invalid" ) && result.log.contains( "2 zones have no polygon" ), qPrintable( result.log ) );
  QVERIFY( zones().value( "no place" ).value( "firms" ).isNull() );
  QVERIFY( zones().value( "bow tie" ).value( "firms" ).toDouble() > 0 );
}

void TestCaSummariseZones::metricsByTheirNature()
{
  const Result result = run( { { "METRICS", "firms,rate" }, { "PREFIX", "z_" } } );
  QVERIFY2( result.ok, qPrintable( result.log ) );
  const QVariantMap both = zones().value( "both" );
  // A quarter of Hokkaido, which has two pieces, and half of Tokyo.
  QVERIFY( std::abs( both.value( "z_firms" ).toDouble() - ( 25 + 100 ) ) < 1e-9 );
  QVERIFY( std::abs( both.value( "z_rate" ).toDouble() - 25 ) < 1e-9 );
  QCOMPARE( both.value( "z_firms_qualifier" ).toString(), QString( "approx" ) );
  QVERIFY( both.value( "z_firms_flag" ).isNull() );
  QVERIFY( std::abs( both.value( "z_covered" ).toDouble() - 1 ) < 1e-9 );
  QCOMPARE( result.outputs.value( "ZONES" ).toInt(), 4 );
  QCOMPARE( result.outputs.value( "PARTS_USED" ).toInt(), 3 );
}

void TestCaSummariseZones::unknownPartsAreSaid()
{
  const Result result = run( { { "PREFIX", "z_" } } );
  QVERIFY2( result.ok, qPrintable( result.log ) );
  const QVariantMap some = zones().value( "some" );
  QVERIFY( std::abs( some.value( "z_firms" ).toDouble() - 200 ) < 1e-9 );
  QCOMPARE( some.value( "z_firms_flag" ).toString(), QString( "incomplete" ) );
  QVERIFY( std::abs( some.value( "z_firms_unknown" ).toDouble() - 0.5 ) < 1e-9 );
  const QVariantMap unknown = zones().value( "unknown" );
  QVERIFY( unknown.value( "z_firms" ).isNull() );
  QCOMPARE( unknown.value( "z_firms_flag" ).toString(), QString( "suppressed" ) );
  const QVariantMap sea = zones().value( "sea" );
  QVERIFY( sea.value( "z_firms" ).isNull() );
  QCOMPARE( sea.value( "z_covered" ).toDouble(), 0.0 );
  QCOMPARE( result.outputs.value( "INCOMPLETE" ).toInt(), 2 );
}

void TestCaSummariseZones::fieldsOfTheLayer()
{
  // Without pack and key: each feature is a part.
  const Result result = run( { { "METRICS", "" }, { "KEY_FIELD", "" }, { "PACK", "" }, { "SUM_FIELDS", "n" } } );
  QVERIFY2( result.ok, qPrintable( result.log ) );
  QVERIFY( std::abs( zones().value( "both" ).value( "n" ).toDouble() - ( 3 + 4 ) ) < 1e-9 );
  QCOMPARE( zones().value( "unknown" ).value( "n_flag" ).toString(), QString( "suppressed" ) );
}

void TestCaSummariseZones::weightsDecide()
{
  write( "weights.geojson", { feature( R"("w":3)", R"({"type":"Point","coordinates":[140.7,35.5]})" ),
                              feature( R"("w":1)", R"({"type":"Point","coordinates":[150.5,35.5]})" ),
                              feature( R"("w":null)", R"({"type":"Point","coordinates":[141.2,35.5]})" ) } );
  const Result result = run( { { "PREFIX", "z_" }, { "WEIGHTS", "%1/weights.geojson" }, { "WEIGHT_FIELD", "w" } } );
  QVERIFY2( result.ok, qPrintable( result.log ) );
  // Three quarters of Hokkaido by weight; Tokyo has none that is known and goes by area.
  QVERIFY( std::abs( zones().value( "both" ).value( "z_firms" ).toDouble() - ( 75 + 100 ) ) < 1e-9 );
  QVERIFY2( result.log.contains( "2 parts have no weight" ), qPrintable( result.log ) );
}

void TestCaSummariseZones::reportBalances()
{
  const Result result = run( { { "PREFIX", "z_" }, { "REPORT", "%1/report.json" } } );
  QVERIFY2( result.ok, qPrintable( result.log ) );
  QFile file( mTest->folder() + "/report.json" );
  QVERIFY( file.open( QIODevice::ReadOnly ) );
  const QString report = QString::fromUtf8( file.readAll() );
  // 300 in all; zones 125 + 200, of which 100 (half of Tokyo) twice; three quarters of Hokkaido in none.
  QVERIFY2( report.contains( "firms: parts 300; zones 325; of these counted more than once 100; in no zone 75; parts not known 1." ),
            qPrintable( report ) );
  QVERIFY( report.contains( "fiscal year 2009" ) );
  QCOMPARE( result.outputs.value( "PARTS_REPEATED" ).toInt(), 2 );
}

CA_TEST_MAIN( TestCaSummariseZones )
#include "testcasummarisezones.moc"
