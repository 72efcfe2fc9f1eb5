// SPDX-License-Identifier: GPL-2.0-or-later
#include "caexpressions.h"
#include "cajoinengine.h"
#include "cajoinlayer.h"
#include "caprovider.h"
#include "castatisticsexport.h"
#include "catest.h"
#include "runalgorithm.h"
#include "layers/statistics/statisticstest.h"

#include <qgsexpression.h>
#include <qgsexpressioncontext.h>
#include <qgsexpressioncontextutils.h>
#include <qgsfeature.h>
#include <qgsfeatureiterator.h>
#include <qgsproject.h>
#include <qgsvectorlayer.h>
#include <qgsvectorlayerjoininfo.h>

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <gdal_priv.h>
#include <ogrsf_frmts.h>

//! Joining and exporting statistics as the toolbox and qgis_process do, and one number through every door.
class TestCaStatisticsAlgorithms : public QObject
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
  void cleanup();

  void badInputIsNamed_data();
  void badInputIsNamed();
  void unencodableCharacterIsNamed();
  void failedExportLeavesTheOldFile();

  void joinsAsRealFields();
  void joinedFieldsCanBeFiltered();
  void reportIsWritten();
  void packIsThatOfTheProject();
  void exportsCodesAsText_data();
  void exportsCodesAsText();
  void exportsCp932();
  void exportsChosenFigures();
  void formulasAreNeutralised_data();
  void formulasAreNeutralised();
  void noSheetHoldsAFormula();
  void everyDoorGivesTheSameNumber();

  void joinInPlaceRefuses_data();
  void joinInPlaceRefuses();
  void joinsInPlace();
  void dryRunJoinsNothing();
  void templateRefuses_data();
  void templateRefuses();
  void templateComesBack_data();
  void templateComesBack();
  void derivationRefuses_data();
  void derivationRefuses();
  void derives_data();
  void derives();

private:
  using Result = AlgorithmResult;
  Result run( const QString &id, const QVariantMap &parameters, QgsProject *project = nullptr ) const
  {
    return runAlgorithm( id, parametersIn( mTest->folder(), parameters ), project );
  }
  Result joined( const QVariantMap &more = {} ) const
  {
    QVariantMap parameters{ { "INPUT", "%1/mine.geojson" }, { "KEY_FIELD", "code" }, { "OWNER_KINDS", "prefecture" },
                            { "METRICS", "firms" },         { "FISCAL_YEAR", 2009 }, { "PACK", "%1/clusteratlas.gpkg" },
                            { "OUTPUT", "%1/out.gpkg" } };
    for ( auto it = more.begin(); it != more.end(); ++it )
      parameters.insert( it.key(), it.value() );
    return run( "joinstatistics", parameters );
  }
  Result exported( const QVariantMap &more = {} ) const
  {
    QVariantMap parameters{ { "PACK", "%1/clusteratlas.gpkg" }, { "LANGUAGE", "ja" }, { "OUTPUT", "%1/out.csv" } };
    for ( auto it = more.begin(); it != more.end(); ++it )
      parameters.insert( it.key(), it.value() );
    return run( "exportstatistics", parameters );
  }
  //! Joins to the layer "mine" of \a project.
  Result joinedInPlace( QgsProject &project, const QVariantMap &more = {} ) const
  {
    QVariantMap parameters{ { "INPUT", "mine" },    { "KEY_FIELD", "code" }, { "OWNER_KINDS", "prefecture" },
                            { "METRICS", "firms" }, { "FISCAL_YEAR", 2009 }, { "PACK", "%1/clusteratlas.gpkg" } };
    for ( auto it = more.begin(); it != more.end(); ++it )
      parameters.insert( it.key(), it.value() );
    return run( "joinlayer", parameters, &project );
  }
  QgsVectorLayer *addMine( QgsProject &project ) const
  {
    auto *mine = new QgsVectorLayer( mTest->folder() + "/mine.geojson", "mine", "ogr" );
    project.addMapLayer( mine ); // takes ownership
    return mine;
  }
  //! Returns the table derivefigures made, by code of owner.
  QMap<QString, QgsFeature> derived( const QVariantMap &more, Result *result ) const
  {
    QVariantMap parameters{
      { "METRIC", "firms" }, { "FISCAL_YEAR", 2009 }, { "PACK", "%1/clusteratlas.gpkg" }, { "OUTPUT", "%1/derived.gpkg" }
    };
    for ( auto it = more.begin(); it != more.end(); ++it )
      parameters.insert( it.key(), it.value() );
    *result = run( "derivefigures", parameters );
    QMap<QString, QgsFeature> rows;
    if ( !result->ok )
      return rows;
    const QgsVectorLayer table( mTest->folder() + "/derived.gpkg", "derived", "ogr" );
    QgsFeatureIterator features = table.getFeatures();
    QgsFeature feature;
    while ( features.nextFeature( feature ) )
      rows.insert( feature.attribute( "owner_code" ).toString(), feature );
    return rows;
  }
  QByteArray bytes( const QString &name ) const
  {
    QFile file( mTest->folder() + '/' + name );
    return file.open( QIODevice::ReadOnly ) ? file.readAll() : QByteArray();
  }
  //! Returns a sheet as GDAL, and so QGIS, reads it: texts by owner, year and metric.
  QMap<QString, QMap<QString, QString>> sheet( const QString &name ) const
  {
    QMap<QString, QMap<QString, QString>> rows;
    const GDALDatasetUniquePtr dataset( GDALDataset::Open( ( mTest->folder() + '/' + name ).toUtf8().constData(), GDAL_OF_VECTOR ) );
    if ( !dataset )
      return rows;
    for ( const OGRFeatureUniquePtr &row : *dataset->GetLayer( 0 ) )
    {
      QMap<QString, QString> cells;
      for ( int i = 0; i < row->GetFieldCount(); ++i )
        cells.insert( row->GetFieldDefnRef( i )->GetNameRef(), QString::fromUtf8( row->GetFieldAsString( i ) ) );
      rows.insert( cells.value( "owner_code" ) + ' ' + cells.value( "fiscal_year" ) + ' ' + cells.value( "metric" ), cells );
    }
    return rows;
  }

  std::unique_ptr<StatisticsTest> mTest;
  bool mRegistered = false;
  QString mError;
};

void TestCaStatisticsAlgorithms::init()
{
  mTest = std::make_unique<StatisticsTest>();
  CaFigureRecord about = StatisticsTest::record( "prefecture", "13", 2009, "firms", 1234567.5, "C7" );
  about.figure.qualifier = CaQualifier::Approximate;
  QCOMPARE( mTest->import( { StatisticsTest::record( "prefecture", "01", 2009, "firms", 101 ), about,
                             StatisticsTest::flagged( "prefecture", "14", 2009, "firms", CaFlag::Suppressed ),
                             StatisticsTest::record( "prefecture", "01", 2010, "firms", 201 ),
                             StatisticsTest::record( "prefecture", "01", 2009, "employees", 11 ) } ),
            QString() );
  QFile file( mTest->folder() + "/mine.geojson" );
  QVERIFY( file.open( QIODevice::WriteOnly ) );
  file.write( R"({"type":"FeatureCollection","features":[)"
              R"({"type":"Feature","properties":{"code":"1"},"geometry":{"type":"Point","coordinates":[141,43]}},)"
              R"({"type":"Feature","properties":{"code":"13"},"geometry":{"type":"Point","coordinates":[139,36]}},)"
              R"({"type":"Feature","properties":{"code":"14"},"geometry":{"type":"Point","coordinates":[139,35]}},)"
              R"({"type":"Feature","properties":{"code":"Atlantis"},"geometry":null},)"
              R"({"type":"Feature","properties":{"code":null},"geometry":null}]})" );
}

void TestCaStatisticsAlgorithms::cleanup()
{
  mTest.reset();
}

void TestCaStatisticsAlgorithms::badInputIsNamed_data()
{
  QTest::addColumn<QString>( "algorithm" );
  QTest::addColumn<QVariantMap>( "parameters" );
  QTest::addColumn<QString>( "named" );
  QTest::newRow( "no pack" ) << "joinstatistics" << QVariantMap{ { "PACK", "%1/none.gpkg" } } << "none.gpkg";
  QTest::newRow( "no pack at all" ) << "joinstatistics" << QVariantMap{ { "PACK", "" } } << "PACK";
  QTest::newRow( "no such metric" ) << "joinstatistics" << QVariantMap{ { "METRICS", "fims" } } << "fims";
  QTest::newRow( "no such year" ) << "joinstatistics" << QVariantMap{ { "FISCAL_YEAR", 1995 } } << "1995";
  QTest::newRow( "no such field" ) << "joinstatistics" << QVariantMap{ { "KEY_FIELD", "kode" } } << "kode";
  QTest::newRow( "field taken" ) << "joinstatistics"
                                 << QVariantMap{ { "INPUT", "%1/clusteratlas.gpkg|layername=figures" },
                                                 { "KEY_FIELD", "owner_code" },
                                                 { "PREFIX", "" } }
                                 << "PREFIX";
  QTest::newRow( "report below a file" ) << "joinstatistics" << QVariantMap{ { "REPORT", "/dev/null/r.html" } } << "/dev/null/r.html";
  QTest::newRow( "export without pack" ) << "exportstatistics" << QVariantMap{ { "PACK", "%1/none.gpkg" } } << "none.gpkg";
  QTest::newRow( "export of an unknown metric" ) << "exportstatistics" << QVariantMap{ { "METRICS", "fims" } } << "fims";
  QTest::newRow( "export of no figure" ) << "exportstatistics" << QVariantMap{ { "FISCAL_YEARS", "1995" } } << "no such figure";
  QTest::newRow( "export of no year" ) << "exportstatistics" << QVariantMap{ { "FISCAL_YEARS", "2009,soon" } } << "soon";
  QTest::newRow( "export as picture" ) << "exportstatistics" << QVariantMap{ { "OUTPUT", "%1/out.png" } } << "out.png";
  QTest::newRow( "export below a file" ) << "exportstatistics" << QVariantMap{ { "OUTPUT", "/dev/null/out.csv" } } << "/dev/null";
}

void TestCaStatisticsAlgorithms::badInputIsNamed()
{
  QFETCH( QString, algorithm );
  QFETCH( QVariantMap, parameters );
  QFETCH( QString, named );
  const Result result = algorithm == QLatin1String( "joinstatistics" ) ? joined( parameters ) : exported( parameters );
  QVERIFY( !result.ok );
  QVERIFY2( result.log.contains( named ), qPrintable( result.log ) );
  QVERIFY( QDir( mTest->folder() ).entryList( { "out*.csv", "out*.xlsx", "out*.png", ".out*" }, QDir::Files | QDir::Hidden ).isEmpty() );
}

void TestCaStatisticsAlgorithms::unencodableCharacterIsNamed()
{
  QCOMPARE( mTest->import( { StatisticsTest::record( "prefecture", "02", 2009, "firms", 1 ) }, QString::fromUtf8( "𠮷野.xlsx" ) ),
            QString() );
  const Result result = exported( { { "ENCODING", "CP932" } } );
  QVERIFY( !result.ok );
  QVERIFY2( result.log.contains( QString::fromUtf8( "𠮷" ) ) && result.log.contains( "U+20BB7" ), qPrintable( result.log ) );
  QVERIFY( bytes( "out.csv" ).isEmpty() );
}

void TestCaStatisticsAlgorithms::failedExportLeavesTheOldFile()
{
  QVERIFY( exported().ok );
  const QByteArray before = bytes( "out.csv" );
  QVERIFY( !exported( { { "FISCAL_YEARS", "1995" } } ).ok );
  QCOMPARE( bytes( "out.csv" ), before );
}

void TestCaStatisticsAlgorithms::joinsAsRealFields()
{
  const Result result = joined( { { "METRICS", "firms, employees" } } );
  QVERIFY2( result.ok, qPrintable( result.log ) );
  QCOMPARE( result.outputs.value( "FEATURES" ).toInt(), 5 );
  QCOMPARE( result.outputs.value( "MATCHED" ).toInt(), 3 );
  QCOMPARE( result.outputs.value( "UNMATCHED" ).toInt(), 1 );
  QCOMPARE( result.outputs.value( "EMPTY" ).toInt(), 1 );
  QCOMPARE( result.outputs.value( "OWNERS_WITHOUT_FEATURE" ).toInt(), 0 );
  QVERIFY2( result.log.contains( "could not be joined" ), qPrintable( result.log ) );
  const QgsVectorLayer layer( mTest->folder() + "/out.gpkg", "out", "ogr" );
  QgsFeatureIterator features = layer.getFeatures();
  QgsFeature feature;
  QVERIFY( features.nextFeature( feature ) );
  QCOMPARE( feature.attribute( "code" ).toString(), QString( "1" ) );
  QCOMPARE( feature.attribute( "stat_owner_code" ).toString(), QString( "01" ) );
  QCOMPARE( feature.attribute( "stat_firms" ).toDouble(), 101.0 );
  QCOMPARE( feature.attribute( "stat_employees" ).toDouble(), 11.0 );
  QVERIFY( feature.geometry().asPoint() == QgsPointXY( 141, 43 ) );
  QVERIFY( features.nextFeature( feature ) );
  QCOMPARE( feature.attribute( "stat_firms_qualifier" ).toString(), QString( "approx" ) );
  QVERIFY( feature.attribute( "stat_firms_source" ).toString().contains( "C7" ) );
  QVERIFY( features.nextFeature( feature ) );
  QVERIFY( feature.attribute( "stat_firms" ).isNull() );
  QCOMPARE( feature.attribute( "stat_firms_flag" ).toString(), QString( "suppressed" ) );
  QVERIFY( features.nextFeature( feature ) );
  QVERIFY( feature.attribute( "stat_firms" ).isNull() && feature.attribute( "stat_owner_code" ).isNull() );
}

void TestCaStatisticsAlgorithms::joinedFieldsCanBeFiltered()
{
  QVERIFY( joined().ok );
  QgsVectorLayer layer( mTest->folder() + "/out.gpkg", "out", "ogr" );
  QVERIFY( layer.setSubsetString( "\"stat_firms\" > 1000" ) );
  QCOMPARE( layer.featureCount(), 1 );
}

void TestCaStatisticsAlgorithms::reportIsWritten()
{
  QVERIFY( joined( { { "REPORT", "%1/report.html" } } ).ok );
  QVERIFY( bytes( "report.html" ).contains( "Atlantis" ) );
  QVERIFY( joined( { { "REPORT", "%1/report.json" } } ).ok );
  QCOMPARE( QJsonDocument::fromJson( bytes( "report.json" ) ).object().value( "unmatched" ).toInt(), 1 );
}

void TestCaStatisticsAlgorithms::packIsThatOfTheProject()
{
  QgsProject project;
  QVERIFY(
      run( "addlayers", { { "LAYERS", "figures" }, { "FISCAL_YEAR", 2009 }, { "LANGUAGE", "ja" }, { "FOLDER", "%1" } }, &project ).ok );
  const Result result = run( "exportstatistics", { { "METRICS", "firms" }, { "OUTPUT", "%1/out.csv" }, { "LANGUAGE", "en" } }, &project );
  QVERIFY2( result.ok, qPrintable( result.log ) );
  QVERIFY( bytes( "out.csv" ).contains( "1234567.5" ) );
}

void TestCaStatisticsAlgorithms::exportsCodesAsText_data()
{
  QTest::addColumn<QString>( "file" );
  QTest::newRow( "CSV" ) << "out.csv";
  QTest::newRow( "XLSX" ) << "out.xlsx";
}

void TestCaStatisticsAlgorithms::exportsCodesAsText()
{
  QFETCH( QString, file );
  const Result result = exported( { { "OUTPUT", "%1/" + file } } );
  QVERIFY2( result.ok, qPrintable( result.log ) );
  const QMap<QString, QMap<QString, QString>> rows = sheet( file );
  QCOMPARE( result.outputs.value( "COUNT" ).toInt(), rows.size() );
  QVERIFY( rows.size() > 60 );
  const QMap<QString, QString> hokkaido = rows.value( "01 2009 firms" );
  QCOMPARE( hokkaido.value( "owner_code" ), QString( "01" ) );
  QCOMPARE( hokkaido.value( "owner_name" ), QString::fromUtf8( "北海道" ) );
  QCOMPARE( hokkaido.value( "value" ).toDouble(), 101.0 );
  QCOMPARE( rows.value( "13 2009 firms" ).value( "value" ).toDouble(), 1234567.5 );
  QCOMPARE( rows.value( "13 2009 firms" ).value( "qualifier" ), QString( "approx" ) );
  QCOMPARE( rows.value( "14 2009 firms" ).value( "value" ), QString() );
  QCOMPARE( rows.value( "14 2009 firms" ).value( "flag" ), QString( "suppressed" ) );
  QCOMPARE( rows.value( "NATIONAL 2009 firms" ).value( "source" ), QString( "SEED-MAP" ) );
  QCOMPARE( rows.value( "HOKKAIDO_IT 2010 sales" ).value( "value" ).toDouble(), 4125.0 );
}

void TestCaStatisticsAlgorithms::exportsCp932()
{
  const Result result = exported( { { "ENCODING", "CP932" }, { "OWNER_KINDS", "prefecture" } } );
  QVERIFY2( result.ok, qPrintable( result.log ) );
  QVERIFY( bytes( "out.csv" ).contains( "\"01\",\"\x96\x6b\x8a\x43\x93\xb9\",2009," ) ); // 北海道
  QVERIFY( exported( { { "ENCODING", "UTF-8 (BOM)" } } ).ok );
  QVERIFY( bytes( "out.csv" ).startsWith( "\xEF\xBB\xBF" ) );
  QVERIFY( exported( { { "ENCODING", "UTF-8" } } ).ok );
  QVERIFY( bytes( "out.csv" ).startsWith( "owner_kind" ) );
}

void TestCaStatisticsAlgorithms::exportsChosenFigures()
{
  const Result result = exported( { { "OWNER_KINDS", "prefecture" }, { "METRICS", "firms" }, { "FISCAL_YEARS", "2010" } } );
  QVERIFY2( result.ok, qPrintable( result.log ) );
  QCOMPARE( sheet( "out.csv" ).keys(), QStringList( { "01 2010 firms" } ) );
}

void TestCaStatisticsAlgorithms::formulasAreNeutralised_data()
{
  QTest::addColumn<QString>( "text" );
  QTest::addColumn<QString>( "expected" );
  for ( const char *text : { "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "＝1", "＋1", "－1", "＠A" } )
    QTest::newRow( text ) << QString::fromUtf8( text ) << QString::fromUtf8( text ).prepend( '\'' );
  for ( const char *text : { "", "1=1", "a-b", "東京" } )
    QTest::newRow( text ) << QString::fromUtf8( text ) << QString::fromUtf8( text );
}

void TestCaStatisticsAlgorithms::formulasAreNeutralised()
{
  QFETCH( QString, text );
  QFETCH( QString, expected );
  QCOMPARE( CaStatisticsExport::neutralised( text ), expected );
}

void TestCaStatisticsAlgorithms::noSheetHoldsAFormula()
{
  CaFigureRecord evil = StatisticsTest::record( "other", "=cmd|' /C calc'!A1", 2009, "firms", -5, "A\"1" );
  QCOMPARE( mTest->import( { evil }, "=HYPERLINK(\"x\").csv" ), QString() );
  for ( const char *file : { "out.csv", "out.xlsx" } )
  {
    QVERIFY( exported( { { "OUTPUT", QString( "%1/" ) + file }, { "OWNER_KINDS", "other" } } ).ok );
    const QMap<QString, QMap<QString, QString>> rows = sheet( file );
    QCOMPARE( rows.size(), 1 );
    QCOMPARE( rows.first().value( "owner_code" ), QString( "'=cmd|' /C calc'!A1" ) );
    QVERIFY( rows.first().value( "source" ).startsWith( "'=HYPERLINK(\"x\")" ) );
    QCOMPARE( rows.first().value( "value" ).toDouble(), -5.0 ); // a number, not a text
  }
}

void TestCaStatisticsAlgorithms::everyDoorGivesTheSameNumber()
{
  const double expected = 1234567.5;
  const std::optional<CaJoinEngine> engine = CaJoinEngine::open( mTest->pack(), &mError );
  QVERIFY2( engine, qPrintable( mError ) );
  QCOMPARE( *engine->value( "13", "firms", 2009, &mError )->figure.value, expected );
  QCOMPARE( *engine->value( QString::fromUtf8( "東京都" ), "firms", 2009, &mError )->figure.value, expected );
  QCOMPARE( *engine->statistics().value( "13", "firms", 2009 )->figure.value, expected );

  QVERIFY( CaExpressions::registerFunctions() );
  QgsProject beside;
  beside.setFileName( mTest->folder() + "/mine.qgz" );
  QgsExpressionContext context;
  QgsExpressionContextUtils::setProjectVariable( &beside, "ca_fiscal_year", 2009 );
  context << QgsExpressionContextUtils::projectScope( &beside );
  for ( const char *expression : { "ca_stat('13', 'firms', 2009)", "ca_stat(13, 'firms')", "ca_stat('東京都', 'firms', @ca_fiscal_year)" } )
  {
    QgsExpression parsed( QString::fromUtf8( expression ) );
    const QVariant value = parsed.evaluate( &context );
    QVERIFY2( !parsed.hasEvalError(), qPrintable( parsed.evalErrorString() ) );
    QCOMPARE( value.toDouble(), expected );
  }
  CaExpressions::unregisterFunctions();

  QVERIFY( joined().ok );
  QgsVectorLayer output( mTest->folder() + "/out.gpkg", "out", "ogr" );
  QgsFeature feature;
  QVERIFY( output.getFeatures( "\"code\"='13'" ).nextFeature( feature ) );
  QCOMPARE( feature.attribute( "stat_firms" ).toDouble(), expected );

  QgsProject project;
  auto *mine = new QgsVectorLayer( mTest->folder() + "/mine.geojson", "mine", "ogr" );
  project.addMapLayer( mine );
  const std::optional<CaJoin> join = engine->join( *mine, "mine", { "code", { "prefecture" }, { "firms" }, 2009 }, &mError );
  QCOMPARE( *join->figure( "13", "firms" )->figure.value, expected );
  QVERIFY2( CaJoinLayer::add( &project, mine, *join, mTest->pack(), CaJoinLayer::defaultPrefix(), &mError ), qPrintable( mError ) );
  for ( const bool cached : { true, false } )
  {
    QgsVectorLayerJoinInfo info = mine->vectorJoins().constFirst();
    info.setUsingMemoryCache( cached );
    mine->removeJoin( info.joinLayerId() );
    mine->addJoin( info );
    QVERIFY( mine->getFeatures( QStringLiteral( "\"code\"='13'" ) ).nextFeature( feature ) );
    QCOMPARE( feature.attribute( "stat_firms" ).toDouble(), expected );
  }

  for ( const char *file : { "out.csv", "out.xlsx" } )
  {
    QVERIFY( exported( { { "OUTPUT", QString( "%1/" ) + file } } ).ok );
    QCOMPARE( sheet( file ).value( "13 2009 firms" ).value( "value" ).toDouble(), expected );
  }
}

void TestCaStatisticsAlgorithms::joinInPlaceRefuses_data()
{
  QTest::addColumn<QVariantMap>( "parameters" );
  QTest::addColumn<QString>( "named" );
  QTest::newRow( "no layer of the project" ) << QVariantMap{ { "INPUT", "%1/clusteratlas.gpkg|layername=prefectures" } }
                                             << "no layer of the project";
  QTest::newRow( "no such layer" ) << QVariantMap{ { "INPUT", "yours" } } << "INPUT";
  QTest::newRow( "no such field" ) << QVariantMap{ { "KEY_FIELD", "kode" } } << "kode";
  QTest::newRow( "no such metric" ) << QVariantMap{ { "METRICS", "fims" } } << "fims";
  QTest::newRow( "no such kind" ) << QVariantMap{ { "OWNER_KINDS", "planet" } } << "OWNER_KINDS";
  QTest::newRow( "no such year" ) << QVariantMap{ { "FISCAL_YEAR", 1995 } } << "1995";
  QTest::newRow( "no pack" ) << QVariantMap{ { "PACK", "%1/none.gpkg" } } << "none.gpkg";
}

void TestCaStatisticsAlgorithms::joinInPlaceRefuses()
{
  QFETCH( QVariantMap, parameters );
  QFETCH( QString, named );
  QgsProject project;
  const QgsVectorLayer *mine = addMine( project );
  const Result result = joinedInPlace( project, parameters );
  QVERIFY( !result.ok );
  QVERIFY2( result.log.contains( named ), qPrintable( result.log ) );
  QVERIFY( mine->vectorJoins().isEmpty() );
  QCOMPARE( project.mapLayers().size(), 1 );
}

void TestCaStatisticsAlgorithms::joinsInPlace()
{
  QgsProject project;
  QgsVectorLayer *mine = addMine( project );
  Result result = joinedInPlace( project, { { "REPORT", "%1/report.json" } } );
  QVERIFY2( result.ok, qPrintable( result.log ) );
  QCOMPARE( result.outputs.value( "MATCHED" ).toInt(), 3 );
  QCOMPARE( result.outputs.value( "UNMATCHED" ).toInt(), 1 );
  QCOMPARE( result.outputs.value( "EMPTY" ).toInt(), 1 );
  QCOMPARE( QJsonDocument::fromJson( bytes( "report.json" ) ).object().value( "matched" ).toInt(), 3 );
  QgsFeature feature;
  QVERIFY( mine->getFeatures( QStringLiteral( "\"code\"='13'" ) ).nextFeature( feature ) );
  QCOMPARE( feature.attribute( "stat_firms" ).toDouble(), 1234567.5 );
  QVERIFY2( mine->name().startsWith( "mine (" ) && mine->name().contains( '2' ), qPrintable( mine->name() ) );

  result = run( "unjoinlayer", { { "INPUT", mine->id() } }, &project );
  QVERIFY2( result.ok, qPrintable( result.log ) );
  QCOMPARE( mine->name(), QString( "mine" ) );
  QVERIFY( mine->vectorJoins().isEmpty() );
  QCOMPARE( project.mapLayers().size(), 1 );
  result = run( "unjoinlayer", { { "INPUT", mine->id() } }, &project );
  QVERIFY( !result.ok );
  QVERIFY2( result.log.contains( "No statistics are joined" ), qPrintable( result.log ) );
}

void TestCaStatisticsAlgorithms::dryRunJoinsNothing()
{
  QgsProject project;
  const QgsVectorLayer *mine = addMine( project );
  const Result result = joinedInPlace( project, { { "DRY_RUN", true }, { "REPORT", "%1/report.html" } } );
  QVERIFY2( result.ok, qPrintable( result.log ) );
  QCOMPARE( result.outputs.value( "MATCHED" ).toInt(), 3 );
  QVERIFY( bytes( "report.html" ).contains( "Atlantis" ) );
  QVERIFY( mine->vectorJoins().isEmpty() );
  QCOMPARE( mine->name(), QString( "mine" ) );
  QCOMPARE( project.mapLayers().size(), 1 );
}

void TestCaStatisticsAlgorithms::templateRefuses_data()
{
  QTest::addColumn<QVariantMap>( "parameters" );
  QTest::addColumn<QString>( "named" );
  QTest::newRow( "no year" ) << QVariantMap{ { "FISCAL_YEARS", " , " } } << "fiscal year";
  QTest::newRow( "no number" ) << QVariantMap{ { "FISCAL_YEARS", "2009,soon" } } << "soon";
  QTest::newRow( "unknown metric" ) << QVariantMap{ { "METRICS", "fims" } } << "fims";
  QTest::newRow( "unknown kind" ) << QVariantMap{ { "OWNER_KIND", "planet" } } << "OWNER_KIND";
  QTest::newRow( "a picture" ) << QVariantMap{ { "OUTPUT", "%1/sheet.png" } } << "sheet.png";
  QTest::newRow( "below a file" ) << QVariantMap{ { "OUTPUT", "/dev/null/sheet.csv" } } << "/dev/null";
}

void TestCaStatisticsAlgorithms::templateRefuses()
{
  QFETCH( QVariantMap, parameters );
  QFETCH( QString, named );
  QVariantMap all{ { "FISCAL_YEARS", "2009" }, { "METRICS", "firms" }, { "LANGUAGE", "ja" }, { "OUTPUT", "%1/sheet.xlsx" } };
  for ( auto it = parameters.begin(); it != parameters.end(); ++it )
    all.insert( it.key(), it.value() );
  const Result result = run( "statisticstemplate", all );
  QVERIFY( !result.ok );
  QVERIFY2( result.log.contains( named ), qPrintable( result.log ) );
  QVERIFY( QDir( mTest->folder() ).entryList( { "sheet*" } ).isEmpty() );
}

void TestCaStatisticsAlgorithms::templateComesBack_data()
{
  QTest::addColumn<QString>( "file" );
  QTest::addColumn<QString>( "encoding" );
  QTest::addColumn<QString>( "language" );
  QTest::addColumn<QString>( "kind" );
  QTest::addColumn<int>( "figures" );
  QTest::newRow( "XLSX, projects" ) << "sheet.xlsx"
                                    << "UTF-8 (BOM)"
                                    << "ja"
                                    << "project" << 18 * 2 * 2;
  QTest::newRow( "XLSX, prefectures" ) << "sheet.xlsx"
                                       << "UTF-8 (BOM)"
                                       << "en"
                                       << "prefecture" << 47 * 2 * 2;
  QTest::newRow( "CSV, bureaus" ) << "sheet.csv"
                                  << "UTF-8 (BOM)"
                                  << "en"
                                  << "bureau" << 9 * 2 * 2;
  QTest::newRow( "CP932, projects" ) << "sheet.csv"
                                     << "CP932"
                                     << "ja"
                                     << "project" << 18 * 2 * 2;
}

//! A bureau fills in one figure: that and the blanks are read, with no profile and no doubt.
void TestCaStatisticsAlgorithms::templateComesBack()
{
  QFETCH( QString, file );
  QFETCH( QString, encoding );
  QFETCH( QString, language );
  QFETCH( QString, kind );
  QFETCH( int, figures );
  const QString path = mTest->folder() + '/' + file;
  Result result = run( "statisticstemplate", { { "FISCAL_YEARS", "2009,2010" },
                                               { "METRICS", "firms,universities" },
                                               { "LANGUAGE", language },
                                               { "OWNER_KIND", kind },
                                               { "ENCODING", encoding },
                                               { "OUTPUT", path } } );
  QVERIFY2( result.ok, qPrintable( result.log ) );
  QCOMPARE( QFile::exists( result.outputs.value( "CODES" ).toString() ), file.endsWith( "csv" ) );
  QString owner;
  if ( file.endsWith( "csv" ) )
  {
    QList<QByteArray> lines = bytes( file ).split( '\n' );
    owner = QString::fromLatin1( lines.at( 1 ).split( ',' ).first() );
    lines[1] = lines.at( 1 ).left( lines.at( 1 ).lastIndexOf( ",,," ) ) + ",\"1,234\",,\r";
    QFile sheet( path );
    QVERIFY( sheet.open( QIODevice::WriteOnly ) && sheet.write( lines.join( '\n' ) ) > 0 );
  }
  else
  {
    // Of a sheet of texts GDAL does not know that the first row is a header.
    const CPLConfigOptionSetter headers( "OGR_XLSX_HEADERS", "FORCE", false );
    const GDALDatasetUniquePtr book( GDALDataset::Open( path.toUtf8().constData(), GDAL_OF_VECTOR | GDAL_OF_UPDATE ) );
    QVERIFY( book );
    OGRLayer *layer = book->GetLayer( 0 );
    const OGRFeatureUniquePtr row( layer->GetNextFeature() );
    owner = row->GetFieldAsString( 0 );
    row->SetField( 3, 1234 );
    QCOMPARE( layer->SetFeature( row.get() ), OGRERR_NONE );
  }
  result = run( "importstatistics", { { "INPUT", path }, { "OUTPUT", mTest->pack() } } );
  QVERIFY2( result.ok, qPrintable( result.log ) );
  QCOMPARE( result.outputs.value( "FIGURES" ).toInt(), figures );
  QCOMPARE( result.outputs.value( "DOUBTS" ).toInt(), 0 );
  const std::unique_ptr<CaStatistics> statistics = CaStatistics::open( mTest->pack(), &mError );
  const std::optional<CaStatistic> filled = statistics->value( owner, "firms", 2009 );
  QVERIFY2( filled && filled->figure.value, qPrintable( owner ) );
  QCOMPARE( *filled->figure.value, 1234.0 );
  QVERIFY( statistics->value( owner, "universities", 2010 )->figure.flag == CaFlag::NotAvailable );
}

void TestCaStatisticsAlgorithms::derivationRefuses_data()
{
  QTest::addColumn<QVariantMap>( "parameters" );
  QTest::addColumn<QString>( "said" );
  QTest::newRow( "unknown metric" ) << QVariantMap{ { "METRIC", "fims" } } << "fims";
  QTest::newRow( "ratio of one metric" ) << QVariantMap{ { "WHAT", "ratio" }, { "METRIC2", "" } } << "metric";
  QTest::newRow( "sum of municipalities" ) << QVariantMap{ { "OWNER_KINDS", "municipality" } } << "OWNER_KINDS";
  QTest::newRow( "no figures" ) << QVariantMap{ { "WHAT", "nation_share" }, { "FISCAL_YEAR", 1995 } } << "1995";
  // What the issue names: 13,000 of 2007 and 2,450 of 2009 are not one total, nor is there a change from one to the other.
  QTest::newRow( "sum over years" ) << QVariantMap{ { "FISCAL_YEAR", 2007 } } << "no total";
  QTest::newRow( "totals that count other things" ) << QVariantMap{
    { "WHAT", "change" }, { "METRIC", "total_participating_orgs" }, { "FISCAL_YEAR2", 2007 }, { "OWNER_KINDS", "national" }
  } << "no figure";
  QTest::newRow( "overlapping projects" ) << QVariantMap{ { "METRIC", "employees" }, { "OWNER_KINDS", "project" } } << "overlap";
  QTest::newRow( "totals" ) << QVariantMap{ { "METRIC", "total_supporting_orgs" } } << "not added";
}

void TestCaStatisticsAlgorithms::derivationRefuses()
{
  QFETCH( QVariantMap, parameters );
  QFETCH( QString, said );
  QCOMPARE( mTest->import( { StatisticsTest::record( "prefecture", "16", 2007, "firms", 13000 ),
                             StatisticsTest::record( "prefecture", "17", 2009, "firms", 2450 ),
                             StatisticsTest::record( "project", "KANSAI_BIO", 2009, "employees", 300 ),
                             StatisticsTest::record( "project", "KANSAI_FRONT", 2009, "employees", 400 ) },
                           "other.xlsx" ),
            QString() );
  Result result;
  derived( parameters, &result );
  QVERIFY( !result.ok );
  QVERIFY2( result.log.contains( said, Qt::CaseInsensitive ), qPrintable( result.log ) );
  QVERIFY( !QFile::exists( mTest->folder() + "/derived.gpkg" ) );
}

void TestCaStatisticsAlgorithms::derives_data()
{
  QTest::addColumn<QVariantMap>( "parameters" );
  QTest::addColumn<QString>( "owner" );
  QTest::addColumn<double>( "value" );
  QTest::addColumn<QString>( "unit" );
  QTest::addColumn<QString>( "qualifier" );
  QTest::addColumn<int>( "refused" );
  QTest::newRow( "bureau" ) << QVariantMap{} << "HOKKAIDO" << 101.0 << "firms"
                            << "derived" << 8;
  QTest::newRow( "projects of a bureau, allowed" )
      << QVariantMap{ { "OWNER_KINDS", "project" }, { "METRIC", "employees" }, { "ALLOW_OVERLAP", true } } << "KINKI" << 800.0 << "persons"
      << "derived" << 8;
  QTest::newRow( "change" ) << QVariantMap{ { "WHAT", "change" }, { "OWNER_KINDS", "prefecture" }, { "FISCAL_YEAR", 2010 } } << "01"
                            << 100.0 << "firms"
                            << "derived" << 2;
  QTest::newRow( "change in per cent" ) << QVariantMap{ { "WHAT", "change_rate" },
                                                        { "OWNER_KINDS", "prefecture" },
                                                        { "FISCAL_YEAR", 2010 },
                                                        { "FISCAL_YEAR2", 2009 } }
                                        << "01" << 10000.0 / 101 << "percent"
                                        << "derived" << 2;
  QTest::newRow( "per firm" ) << QVariantMap{ { "WHAT", "ratio" },
                                              { "METRIC", "employees" },
                                              { "METRIC2", "firms" },
                                              { "OWNER_KINDS", "prefecture" } }
                              << "01" << 11.0 / 101 << "persons/firms"
                              << "derived" << 0;
}

void TestCaStatisticsAlgorithms::derives()
{
  QFETCH( QVariantMap, parameters );
  QFETCH( QString, owner );
  QFETCH( double, value );
  QFETCH( QString, unit );
  QFETCH( QString, qualifier );
  QFETCH( int, refused );
  QCOMPARE( mTest->import( { StatisticsTest::record( "project", "KANSAI_BIO", 2009, "employees", 300 ),
                             StatisticsTest::record( "project", "KANSAI_FRONT", 2009, "employees", 400 ),
                             StatisticsTest::record( "project", "KANSAI_ENV", 2009, "employees", 100 ) },
                           "other.xlsx" ),
            QString() );
  Result result;
  const QMap<QString, QgsFeature> rows = derived( parameters, &result );
  QVERIFY2( result.ok, qPrintable( result.log ) );
  QCOMPARE( result.outputs.value( "REFUSED" ).toInt(), refused );
  QCOMPARE( result.outputs.value( "DERIVED" ).toInt(), rows.size() - refused );
  const QgsFeature row = rows.value( owner );
  QCOMPARE( row.attribute( "value" ).toDouble(), value );
  QCOMPARE( row.attribute( "unit" ).toString(), unit );
  QCOMPARE( row.attribute( "qualifier" ).toString(), qualifier );
  QVERIFY( row.attribute( "flag" ).isNull() );
  for ( const QgsFeature &other : rows )
  {
    QVERIFY( !other.attribute( "note" ).toString().isEmpty() );
    QCOMPARE( other.attribute( "value" ).isNull(), other.attribute( "flag" ).toString() == QLatin1String( "not_available" ) );
  }
}

CA_TEST_MAIN( TestCaStatisticsAlgorithms )
#include "testcastatisticsalgorithms.moc"
