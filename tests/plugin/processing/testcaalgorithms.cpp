// SPDX-License-Identifier: GPL-2.0-or-later
#include "caprovider.h"
#include "capaths.h"
#include "catest.h"
#include "filedigest.h"
#include "runalgorithm.h"

#include <qgsapplication.h>
#include <qgscoordinatetransformcontext.h>
#include <qgsexpression.h>
#include <qgsprocessingalgorithm.h>
#include <qgsprocessingcontext.h>
#include <qgsprocessingfeedback.h>
#include <qgsprocessingprovider.h>
#include <qgsprocessingregistry.h>
#include <qgsproject.h>
#include <qgsvectordataprovider.h>
#include <qgsvectorfilewriter.h>
#include <qgsvectorlayer.h>

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <cmath>

//! The algorithms, called as the toolbox and qgis_process call them.
class TestCaAlgorithms : public QObject
{
  Q_OBJECT

private slots:
  void initTestCase();
  void cleanupTestCase();
  void init() { mFolder = std::make_unique<QTemporaryDir>(); }

  void providerIsRegisteredOnce();
  void everyAlgorithmExplainsItself();
  void badInputIsNamed_data();
  void badInputIsNamed();
  void nothingIsOverwrittenUnasked();
  void foreignPackInTheFolderIsRefused();
  void createsProjectAndPack();
  void shippedPackStaysAsItIs();
  void addsChosenLayersToTheProject();
  void setsFiscalYearOfAFile();
  void buildsAreas_data();
  void buildsAreas();
  void countsPointsInAreas_data();
  void countsPointsInAreas();
  void cancelLeavesNoOutput();

private:
  using Result = AlgorithmResult;
  Result run( const QString &id, const QVariantMap &parameters, QgsProject *project = nullptr ) const
  {
    return runAlgorithm( id, parameters, project );
  }
  Result createProject() const
  {
    return run( QStringLiteral( "createproject" ), { { "FOLDER", mFolder->path() }, { "FISCAL_YEAR", 2009 }, { "LANGUAGE", "ja" } } );
  }
  std::unique_ptr<QTemporaryDir> mFolder;
  bool mRegistered = false;
};

void TestCaAlgorithms::initTestCase()
{
  mRegistered = CaProvider::registerOnce();
  QVERIFY( QgsApplication::processingRegistry()->providerById( CaProvider::providerId() ) );
}

void TestCaAlgorithms::cleanupTestCase()
{
  if ( mRegistered )
    CaProvider::unregister();
  QVERIFY( !mRegistered || !QgsApplication::processingRegistry()->providerById( CaProvider::providerId() ) );
}

void TestCaAlgorithms::providerIsRegisteredOnce()
{
  QVERIFY( !CaProvider::registerOnce() );
  const int count = QgsApplication::processingRegistry()->providers().size();
  QVERIFY( !CaProvider::registerOnce() );
  QCOMPARE( QgsApplication::processingRegistry()->providers().size(), count );
}

void TestCaAlgorithms::everyAlgorithmExplainsItself()
{
  const QList<const QgsProcessingAlgorithm *> algorithms =
      QgsApplication::processingRegistry()->providerById( CaProvider::providerId() )->algorithms();
  QVERIFY( !algorithms.isEmpty() );
  for ( const QgsProcessingAlgorithm *algorithm : algorithms )
  {
    QVERIFY2( algorithm->shortHelpString().size() > 100, qPrintable( algorithm->id() ) );
    const QgsProcessingParameterDefinitions parameters = algorithm->parameterDefinitions();
    for ( const QgsProcessingParameterDefinition *parameter : parameters )
      QVERIFY2( !parameter->help().isEmpty(), qPrintable( algorithm->id() + parameter->name() ) );
  }
}

void TestCaAlgorithms::badInputIsNamed_data()
{
  QTest::addColumn<QString>( "algorithm" );
  QTest::addColumn<QVariantMap>( "parameters" );
  QTest::addColumn<QString>( "named" );
  QTest::newRow( "folder below a file" ) << "createproject" << QVariantMap{ { "FOLDER", "/dev/null/sub" }, { "LANGUAGE", "ja" } }
                                         << "/dev/null/sub";
  QTest::newRow( "year without figures" ) << "createproject"
                                          << QVariantMap{ { "FOLDER", "%1" }, { "FISCAL_YEAR", 2050 }, { "LANGUAGE", "ja" } } << "2050";
  QTest::newRow( "unknown language" ) << "createproject" << QVariantMap{ { "FOLDER", "%1" }, { "LANGUAGE", "fr" } } << "LANGUAGE";
  QTest::newRow( "no project" ) << "addlayers" << QVariantMap{ { "FOLDER", "%1" }, { "LANGUAGE", "ja" } } << "project";
  QTest::newRow( "missing project file" ) << "setfiscalyear" << QVariantMap{ { "FISCAL_YEAR", 2009 }, { "PROJECT", "%1/none.qgz" } }
                                          << "none.qgz";
  QTest::newRow( "no project file" ) << "exportatlas" << QVariantMap{ { "PROJECT", "%1/none.qgz" }, { "OUTPUT", "%1/atlas.pdf" } }
                                     << "none.qgz";
  const QVariantMap areas{ { "OUTPUT", "TEMPORARY_OUTPUT" } };
  const auto with = []( QVariantMap map, const QVariantMap &more )
  {
    for ( auto it = more.begin(); it != more.end(); ++it )
      map.insert( it.key(), it.value() );
    return map;
  };
  QTest::newRow( "missing boundaries" ) << "buildareas" << with( areas, { { "BOUNDARIES", "%1/none.shp" } } ) << "none.shp";
  QTest::newRow( "missing membership" ) << "buildareas" << with( areas, { { "MEMBERSHIP", "%1/none.csv" } } ) << "none.csv";
  QTest::newRow( "unknown kind of areas" ) << "buildareas" << with( areas, { { "WHAT", "planets" } } ) << "WHAT";
  QTest::newRow( "unknown datum" ) << "buildareas" << with( areas, { { "DATUM", "flat" } } ) << "DATUM";
  QTest::newRow( "report below a file" ) << "buildareas" << with( areas, { { "REPORT", "/dev/null/r.html" } } ) << "/dev/null/r.html";
  QTest::newRow( "missing points" ) << "clustersatpoints" << QVariantMap{ { "INPUT", "%1/none.gpkg" }, { "COUNTS", "TEMPORARY_OUTPUT" } }
                                    << "none.gpkg";
}

void TestCaAlgorithms::badInputIsNamed()
{
  QFETCH( QString, algorithm );
  QFETCH( QVariantMap, parameters );
  QFETCH( QString, named );
  for ( auto it = parameters.begin(); it != parameters.end(); ++it )
  {
    if ( it.value().toString().contains( QLatin1String( "%1" ) ) )
      it.value() = it.value().toString().arg( mFolder->path() );
  }
  const Result result = run( algorithm, parameters );
  QVERIFY( !result.ok );
  QVERIFY2( result.log.contains( named ), qPrintable( result.log ) );
  QVERIFY( QDir( mFolder->path() ).entryList( QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot ).isEmpty() );
}

void TestCaAlgorithms::nothingIsOverwrittenUnasked()
{
  QFile mine( CaPaths::projectIn( mFolder->path() ) );
  QVERIFY( mine.open( QIODevice::WriteOnly ) );
  mine.write( "mine" );
  mine.close();
  const Result result = createProject();
  QVERIFY( !result.ok );
  QVERIFY2( result.log.contains( mine.fileName() ), qPrintable( result.log ) );
  QVERIFY( mine.open( QIODevice::ReadOnly ) );
  QCOMPARE( mine.readAll(), QByteArray( "mine" ) );
  QCOMPARE( QDir( mFolder->path() ).entryList( QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot ),
            QStringList( "clusteratlas.qgz" ) );
}

void TestCaAlgorithms::foreignPackInTheFolderIsRefused()
{
  QFile other( CaPaths::packIn( mFolder->path() ) );
  QVERIFY( other.open( QIODevice::WriteOnly ) );
  other.write( "not a pack" );
  other.close();
  QgsProject project;
  const Result result = run( "addlayers", { { "FOLDER", mFolder->path() }, { "LANGUAGE", "ja" } }, &project );
  QVERIFY( !result.ok );
  QVERIFY2( result.log.contains( other.fileName() ), qPrintable( result.log ) );
  QVERIFY( project.mapLayers().isEmpty() );
}

void TestCaAlgorithms::createsProjectAndPack()
{
  const Result result = createProject();
  QVERIFY2( result.ok, qPrintable( result.log ) );
  QCOMPARE( result.outputs.value( "PROJECT" ).toString(), CaPaths::projectIn( mFolder->path() ) );
  QCOMPARE( QDir( mFolder->path() ).entryList( QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot ),
            QStringList( { "clusteratlas.gpkg", "clusteratlas.qgz" } ) );
  QgsProject project;
  QVERIFY( project.read( result.outputs.value( "PROJECT" ).toString() ) );
  QVERIFY( project.mapLayers().size() > 25 );
}

void TestCaAlgorithms::shippedPackStaysAsItIs()
{
  const QByteArray before = fileDigest( CaPaths::installedPack() );
  QVERIFY( createProject().ok );
  QCOMPARE( fileDigest( CaPaths::installedPack() ), before );
  QCOMPARE( fileDigest( CaPaths::packIn( mFolder->path() ) ), before );
}

void TestCaAlgorithms::addsChosenLayersToTheProject()
{
  QgsProject project;
  const QVariantMap parameters{
    { "LAYERS", QStringList{ "projects" } }, { "FISCAL_YEAR", 2003 }, { "LANGUAGE", "en" }, { "FOLDER", mFolder->path() }
  };
  Result result = run( "addlayers", parameters, &project );
  QVERIFY2( result.ok, qPrintable( result.log ) );
  QCOMPARE( result.outputs.value( "ADDED" ).toString(), QStringLiteral( "projects,figures" ) );
  QCOMPARE( project.mapLayers().size(), 2 );
  // Once more: what is there stays, nothing comes twice.
  result = run( "addlayers", parameters, &project );
  QVERIFY2( result.ok, qPrintable( result.log ) );
  QCOMPARE( project.mapLayers().size(), 2 );
}

void TestCaAlgorithms::setsFiscalYearOfAFile()
{
  QVERIFY( createProject().ok );
  const QString file = CaPaths::projectIn( mFolder->path() );
  Result result = run( "setfiscalyear", { { "FISCAL_YEAR", 2010 }, { "PROJECT", file } } );
  QVERIFY2( result.ok, qPrintable( result.log ) );
  QgsProject project;
  QVERIFY( project.read( file ) );
  QCOMPARE( project.customVariables().value( "ca_fiscal_year" ).toInt(), 2010 );
  const QByteArray before = fileDigest( file );
  result = run( "setfiscalyear", { { "FISCAL_YEAR", 2099 }, { "PROJECT", file } } );
  QVERIFY( !result.ok );
  QCOMPARE( fileDigest( file ), before );
}

void TestCaAlgorithms::buildsAreas_data()
{
  QTest::addColumn<QString>( "what" );
  QTest::addColumn<int>( "areas" );
  QTest::addColumn<QString>( "code" );
  QTest::addColumn<QString>( "precision" );
  QTest::addColumn<double>( "areaSqKm" );
  // The areas of Hokkaido and of the three prefectures of TAMA, by the shipped boundaries.
  QTest::newRow( "bureaus" ) << "bureaus" << 9 << "HOKKAIDO"
                             << "prefecture" << 83000.0;
  QTest::newRow( "subareas" ) << "subareas" << 8 << "TAMA"
                              << "prefecture_fallback" << 8400.0;
}

void TestCaAlgorithms::buildsAreas()
{
  QFETCH( QString, what );
  QFETCH( int, areas );
  QFETCH( QString, code );
  QFETCH( QString, precision );
  QFETCH( double, areaSqKm );
  const QString output = mFolder->filePath( "areas.gpkg" );
  const Result result = run( "buildareas", { { "WHAT", what }, { "OUTPUT", output }, { "REPORT", mFolder->filePath( "report.json" ) } } );
  QVERIFY2( result.ok, qPrintable( result.log ) );
  QCOMPARE( result.outputs.value( "AREAS" ).toInt(), areas );
  QVERIFY( QFile::exists( mFolder->filePath( "report.json" ) ) );
  const QgsVectorLayer layer( output );
  QCOMPARE( int( layer.featureCount() ), areas );
  QCOMPARE( layer.crs().authid(), QStringLiteral( "EPSG:6668" ) );
  QgsFeature feature;
  QVERIFY( layer.getFeatures( QgsFeatureRequest( QgsExpression( QStringLiteral( "code = '%1'" ).arg( code ) ) ) ).nextFeature( feature ) );
  QCOMPARE( feature.attribute( "precision" ).toString(), precision );
  QVERIFY( feature.geometry().isGeosValid() );
  QVERIFY2( std::abs( feature.attribute( "area_km2" ).toDouble() - areaSqKm ) < 0.02 * areaSqKm,
            qPrintable( feature.attribute( "area_km2" ).toString() ) );
}

void TestCaAlgorithms::countsPointsInAreas_data()
{
  QTest::addColumn<bool>( "fromFile" );
  QTest::addColumn<QString>( "weight" );
  QTest::addColumn<QString>( "tagsFile" );
  QTest::newRow( "batches of a file" ) << true << ""
                                       << "tags.gpkg";
  QTest::newRow( "batches, to a temporary file" ) << true << ""
                                                  << "";
  QTest::newRow( "batches, to a file of QGIS's writer" ) << true << ""
                                                         << "tags.geojson";
  QTest::newRow( "features of a file" ) << true << "staff"
                                        << "tags.gpkg";
  QTest::newRow( "features of a layer" ) << false << "staff"
                                         << "tags.gpkg";
}

void TestCaAlgorithms::countsPointsInAreas()
{
  QFETCH( bool, fromFile );
  QFETCH( QString, weight );
  QFETCH( QString, tagsFile );
  // The offices of four prefectures in WGS 84, one at sea, one without a place.
  auto layer = std::make_unique<QgsVectorLayer>( QStringLiteral( "Point?crs=EPSG:4326&field=staff:integer" ), QStringLiteral( "offices" ),
                                                 QStringLiteral( "memory" ) );
  QgsFeatureList features;
  int staff = 1;
  for ( const char *wkt : { "POINT(141.3479 43.0640)", "POINT(139.6917 35.6895)", "POINT(135.5199 34.6862)", "POINT(135.7556 35.0210)",
                            "POINT(150 30)", "" } )
  {
    QgsFeature feature( layer->fields() );
    feature.setAttribute( 0, staff );
    feature.setGeometry( QgsGeometry::fromWkt( QString::fromLatin1( wkt ) ) );
    features << feature;
    staff *= 10;
  }
  QVERIFY( layer->dataProvider()->addFeatures( features ) );
  const QString file = mFolder->filePath( "offices.gpkg" );
  if ( fromFile )
  {
    QgsVectorFileWriter::SaveVectorOptions options;
    options.driverName = QStringLiteral( "GPKG" );
    QVERIFY( QgsVectorFileWriter::writeAsVectorFormatV3( layer.get(), file, QgsCoordinateTransformContext(), options ) ==
             QgsVectorFileWriter::NoError );
  }
  QgsProject project;
  QgsVectorLayer *input = layer.get();
  project.addMapLayer( layer.release() );
  QVariantMap parameters{ { "INPUT", fromFile ? QVariant( file ) : QVariant( input->id() ) },
                          { "WHAT", "projects" },
                          { "COUNTS", mFolder->filePath( "counts.gpkg" ) },
                          { "TAGS", tagsFile.isEmpty() ? QgsProcessing::TEMPORARY_OUTPUT : mFolder->filePath( tagsFile ) } };
  if ( !weight.isEmpty() )
    parameters.insert( "WEIGHT", weight );
  const Result result = run( "clustersatpoints", parameters, &project );
  QVERIFY2( result.ok, qPrintable( result.log ) );
  QCOMPARE( result.outputs.value( "POINTS" ).toInt(), 5 );
  QCOMPARE( result.outputs.value( "WITHOUT_POSITION" ).toInt(), 1 );
  QCOMPARE( result.outputs.value( "IN_NONE" ).toInt(), 1 );
  // Sapporo is in Hokkaido's project alone; the others are in several.
  QCOMPARE( result.outputs.value( "IN_ONE" ).toInt(), 1 );
  QCOMPARE( result.outputs.value( "IN_SEVERAL" ).toInt(), 3 );
  const QgsVectorLayer counts( mFolder->filePath( "counts.gpkg" ) );
  QCOMPARE( int( counts.featureCount() ), 18 );
  QgsFeature bio;
  QVERIFY( counts.getFeatures( QgsFeatureRequest( QgsExpression( "code = 'KANSAI_BIO'" ) ) ).nextFeature( bio ) );
  QCOMPARE( bio.attribute( "points" ).toInt(), 2 );
  QCOMPARE( bio.fields().lookupField( "weight" ) == -1, weight.isEmpty() );
  if ( !weight.isEmpty() )
    QCOMPARE( bio.attribute( "weight" ).toDouble(), 1100.0 );
  const QgsVectorLayer tags( result.outputs.value( "TAGS" ).toString() );
  QCOMPARE( int( tags.featureCount() ), 4 );
  QgsFeature sapporo;
  QVERIFY( tags.getFeatures( QgsFeatureRequest( QgsExpression( "point_id = 1" ) ) ).nextFeature( sapporo ) );
  QCOMPARE( sapporo.attribute( "areas" ).toString(), QStringLiteral( "HOKKAIDO_CLUSTER" ) );
}

void TestCaAlgorithms::cancelLeavesNoOutput()
{
  for ( const QString &id : { QStringLiteral( "buildareas" ), QStringLiteral( "clustersatpoints" ) } )
  {
    const std::unique_ptr<QgsProcessingAlgorithm> algorithm(
        QgsApplication::processingRegistry()->createAlgorithmById( QStringLiteral( "clusteratlas:" ) + id ) );
    QgsProcessingContext context;
    QgsProcessingFeedback feedback( false );
    feedback.cancel();
    bool ok = true;
    const QVariantMap outputs = algorithm->run(
        { { "INPUT", "Point?crs=EPSG:6668" }, { "OUTPUT", mFolder->filePath( "a.gpkg" ) }, { "COUNTS", mFolder->filePath( "b.gpkg" ) } },
        context, &feedback, &ok );
    QVERIFY( !ok || outputs.isEmpty() );
  }
  QVERIFY( QDir( mFolder->path() ).entryList( QDir::Files ).isEmpty() );
}

CA_TEST_MAIN( TestCaAlgorithms )
#include "testcaalgorithms.moc"
