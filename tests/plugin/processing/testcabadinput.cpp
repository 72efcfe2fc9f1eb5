// SPDX-License-Identifier: GPL-2.0-or-later
#include "capaths.h"
#include "caprovider.h"
#include "catest.h"
#include "runalgorithm.h"
#include "layers/areas/smallboundaries.h"
#include "layers/statistics/statisticstest.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <limits>

//! What every question does with input that is not as it should be: an error that names it, or a rule that is said; and with a cancel.
class TestCaBadInput : public QObject
{
  Q_OBJECT

private slots:
  void initTestCase();
  void cleanupTestCase()
  {
    if ( mRegistered )
      CaProvider::unregister();
  }

  void layersAreRefused_data();
  void layersAreRefused();
  void boundariesAreRefused_data();
  void boundariesAreRefused();
  void rulesAreSaid_data();
  void rulesAreSaid();
  void bordersBelongToBoth();
  void cancelLeavesNothing_data();
  void cancelLeavesNothing();
  void otherLayersOfAFileStay();

private:
  //! Cancels at the n-th progress.
  class Canceling : public QgsProcessingFeedback
  {
  public:
    explicit Canceling( int at )
        : QgsProcessingFeedback( false )
    {
      connect( this, &QgsFeedback::progressChanged, this,
               [this, at]
               {
                 if ( ++mSteps == at )
                   cancel();
               } );
    }

  private:
    int mSteps = 0;
  };
  AlgorithmResult run( const QString &id, const QVariantMap &more ) const
  {
    QgsProcessingFeedback feedback( false );
    return run( id, more, feedback );
  }
  AlgorithmResult run( const QString &id, const QVariantMap &more, QgsProcessingFeedback &feedback ) const
  {
    clear();
    QVariantMap defaults{ { "BOUNDARIES", "%1/N03.geojson" }, { "OUTPUT", "%1/out/out.gpkg" }, { "PACK", CaPaths::installedPack() } };
    if ( id == QLatin1String( "clustersatpoints" ) )
      defaults.insert( "COUNTS", "%1/out/counts.gpkg" );
    if ( id == QLatin1String( "buildareas" ) )
      defaults.remove( "PACK" );
    return runAlgorithm( id, parametersIn( mFolder.path(), defaults, more ), feedback );
  }
  QString path( const QString &name ) const { return mFolder.filePath( name ); }
  void clear() const
  {
    QDir( path( "out" ) ).removeRecursively();
    QVERIFY( QDir().mkpath( path( "out" ) ) );
  }
  void write( const QString &name, const QStringList &wkts, OGRwkbGeometryType type, const char *crs = "EPSG:6668",
              const char *code = "13101" ) const;
  static void forgetPlace( OGRGeometry *geometry );
  QStringList written() const { return QDir( path( "out" ) ).entryList( QDir::Files | QDir::Hidden ); }
  static QVariantMap zones()
  {
    return { { "INPUT", "%1/polygon.gpkg" }, { "PARTS", "%1/polygon.gpkg" }, { "SUM_FIELDS", "n" }, { "PREFIX", "z_" }, { "PACK", "" } };
  }

  QTemporaryDir mFolder;
  bool mRegistered = false;
};

//! Writes features as a Shapefile or GeoPackage. Without \a crs the file does not say it; a geometry that is empty is left out.
void TestCaBadInput::write( const QString &name, const QStringList &wkts, OGRwkbGeometryType type, const char *crs, const char *code ) const
{
  const char *driver = name.endsWith( QLatin1String( ".shp" ) ) ? "ESRI Shapefile" : "GPKG";
  const GDALDatasetUniquePtr dataset(
      GetGDALDriverManager()->GetDriverByName( driver )->Create( path( name ).toUtf8().constData(), 0, 0, 0, GDT_Unknown, nullptr ) );
  OGRSpatialReference reference;
  reference.SetAxisMappingStrategy( OAMS_TRADITIONAL_GIS_ORDER );
  if ( *crs )
    QCOMPARE( reference.SetFromUserInput( crs ), OGRERR_NONE );
  OGRLayer *layer = dataset->CreateLayer( "layer", *crs ? &reference : nullptr, type );
  OGRFieldDefn codeField( "code", OFTString );
  OGRFieldDefn numberField( "n", OFTInteger );
  QVERIFY( layer->CreateField( &codeField ) == OGRERR_NONE && layer->CreateField( &numberField ) == OGRERR_NONE );
  for ( const QString &wkt : wkts )
  {
    OGRFeature feature( layer->GetLayerDefn() );
    feature.SetField( 0, code );
    feature.SetField( 1, 1 );
    OGRGeometry *geometry = nullptr;
    if ( !wkt.isEmpty() )
      QCOMPARE( OGRGeometryFactory::createFromWkt( wkt.toLatin1().constData(), nullptr, &geometry ), OGRERR_NONE );
    feature.SetGeometryDirectly( geometry );
    if ( name.startsWith( QLatin1String( "nan" ) ) && layer->GetFeatureCount() == 0 )
      forgetPlace( geometry );
    QCOMPARE( layer->CreateFeature( &feature ), OGRERR_NONE );
  }
}

//! Makes the second vertex no number.
void TestCaBadInput::forgetPlace( OGRGeometry *geometry )
{
  const double nan = std::numeric_limits<double>::quiet_NaN();
  if ( wkbFlatten( geometry->getGeometryType() ) == wkbPolygon )
    geometry->toPolygon()->getExteriorRing()->setPoint( 1, nan, 35 );
  else if ( wkbFlatten( geometry->getGeometryType() ) == wkbLineString )
    geometry->toLineString()->setPoint( 1, nan, nan );
  else
  {
    OGRPoint *point = geometry->toMultiPoint()->getGeometryRef( 0 );
    point->setX( nan );
    point->setY( nan );
  }
}

void TestCaBadInput::initTestCase()
{
  mRegistered = CaProvider::registerOnce();
  QVERIFY( writeSmallBoundaries( path( "N03.geojson" ), "GeoJSON", smallPlaces() ) );
  const QString square = "POLYGON((139 35,139.1 35,139.1 35.1,139 35.1,139 35))";
  const char *moon = "GEOGCS[\"Moon\",DATUM[\"Moon\",SPHEROID[\"Moon\",1737400,0]],PRIMEM[\"Reference\",0],"
                     "UNIT[\"degree\",0.0174532925199433]]";
  write( "polygon.gpkg", { square }, wkbPolygon );
  write( "twice.gpkg", { square, square }, wkbPolygon );
  write( "point.gpkg", { "POINT(139.05 35.05)" }, wkbPoint );
  write( "poles.gpkg", { "POINT(0 90)", "POINT(0 -90)" }, wkbPoint );
  write( "border.gpkg", { "POINT(139.1 35.05)", "POINT(139.1 35.1)" }, wkbPoint );
  write( "line.gpkg", { "LINESTRING(139 35,139.1 35.1)" }, wkbLineString );
  write( "null.gpkg", { "" }, wkbPolygon );
  write( "nopoint.gpkg", { "" }, wkbPoint );
  write( "nan.gpkg", { square }, wkbPolygon );
  write( "nanfirst.gpkg", { square, square }, wkbPolygon );
  write( "nanline.gpkg", { "LINESTRING(139 35,139.1 35.1)" }, wkbLineString );
  write( "nanpoints.gpkg", { "MULTIPOINT((139 35))" }, wkbMultiPoint );
  write( "nocrs.shp", { square }, wkbPolygon, "" );
  write( "nocrspoint.shp", { "POINT(139.05 35.05)" }, wkbPoint, "" );
  write( "moon.gpkg", { square }, wkbPolygon, moon );
  write( "moonpoint.gpkg", { "POINT(139.05 35.05)" }, wkbPoint, moon );
  write( "lyon.gpkg", { "POLYGON((4 45,5 45,5 46,4 46,4 45))" }, wkbPolygon, "EPSG:4326", "69" );
  QStringList points;
  QStringList squares;
  for ( int i = 0; i < 200; ++i )
  {
    points << QStringLiteral( "POINT(%1 35.05)" ).arg( 139 + 0.002 * i );
    squares << QStringLiteral( "POLYGON((%1 35,%2 35,%2 35.1,%1 35.1,%1 35))" ).arg( 139 + 0.002 * i ).arg( 139.001 + 0.002 * i );
  }
  write( "few.gpkg", points, wkbPoint );
  for ( int i = 0; i < 9; ++i ) // several batches
    points += points;
  write( "many.gpkg", points, wkbPoint );
  write( "squares.gpkg", squares.mid( 0, 40 ), wkbPolygon );
  for ( const auto &[name, text] :
        { std::make_pair( "table.csv", "code,n\n13101,1\n" ),
          std::make_pair( "empty.geojson", R"({"type":"FeatureCollection","features":[]})" ),
          std::make_pair( "unknown.csv", "area_code,jis_code\nA,14101\nA,27140\nB,14102\n" ),
          std::make_pair( "neighbours.csv", "area_code,jis_code\nWEST,14101\nEAST,14102\nNATION,14101\nNATION,14102\n" ) } )
  {
    QFile file( path( name ) );
    QVERIFY( file.open( QIODevice::WriteOnly ) && file.write( text ) > 0 );
  }
}

void TestCaBadInput::layersAreRefused_data()
{
  QTest::addColumn<QString>( "algorithm" );
  QTest::addColumn<QString>( "parameter" );
  QTest::addColumn<QString>( "file" );
  QTest::addColumn<QString>( "said" );
  const auto add = []( const char *algorithm, const char *parameter, const char *file, const char *said )
  {
    QTest::newRow( qPrintable( QStringLiteral( "%1 %2 %3" ).arg( algorithm, parameter, file ) ) ) << algorithm << parameter << file << said;
  };
  struct Use
  {
    const char *algorithm;
    const char *parameter;
    bool points;
    bool lines;
  };
  for ( const Use &use : { Use{ "clustersatpoints", "INPUT", true, false }, Use{ "nearestclusters", "INPUT", true, true },
                           Use{ "findclusters", "TOUCHING", true, true }, Use{ "whatishere", "POLYGONS", false, false },
                           Use{ "summarisezones", "INPUT", false, false }, Use{ "summarisezones", "PARTS", false, false },
                           Use{ "summarisezones", "WEIGHTS", true, false } } )
  {
    add( use.algorithm, use.parameter, "table.csv", "table is a table without geometry" );
    add( use.algorithm, use.parameter, use.points ? "nocrspoint.shp" : "nocrs.shp", "has no coordinate reference system" );
    add( use.algorithm, use.parameter, use.points ? "moonpoint.gpkg" : "moon.gpkg", "PROJ knows no way" );
    if ( !use.lines )
      add( use.algorithm, use.parameter, "line.gpkg", "line has lines" );
  }
  add( "clustersatpoints", "INPUT", "polygon.gpkg", "INPUT takes points, but polygon has polygons" );
  add( "whatishere", "POLYGONS", "point.gpkg", "POLYGONS takes polygons, but point has points" );
  add( "findclusters", "TOUCHING", "empty.geojson", "empty has no features" );
  add( "summarisezones", "INPUT", "empty.geojson", "empty has no zones" );
  add( "summarisezones", "WEIGHTS", "nan.gpkg", "nan has no features to weigh by" );
  add( "summarisezones", "WEIGHTS", "empty.geojson", "empty has no features to weigh by" );
}

void TestCaBadInput::layersAreRefused()
{
  QFETCH( QString, algorithm );
  QFETCH( QString, parameter );
  QFETCH( QString, file );
  QFETCH( QString, said );
  QVariantMap parameters = algorithm == QLatin1String( "summarisezones" ) ? zones() : QVariantMap();
  parameters.insert( parameter, "%1/" + file );
  const AlgorithmResult result = run( algorithm, parameters );
  QVERIFY( !result.ok );
  QVERIFY2( result.log.contains( said ), qPrintable( result.log.left( 1000 ) ) );
  QCOMPARE( written(), QStringList() );
}

void TestCaBadInput::boundariesAreRefused_data()
{
  QTest::addColumn<QString>( "algorithm" );
  QTest::addColumn<QString>( "file" );
  QTest::addColumn<QString>( "said" );
  for ( const char *algorithm : { "buildareas", "findclusters", "whatishere", "clusteroverlaps", "clustersatpoints", "nearestclusters",
                                  "compareclusters", "coverage" } )
  {
    for ( const auto &[file, said] :
          { std::make_pair( "empty.geojson", "has no features" ), std::make_pair( "table.csv", "no layer of polygons" ),
            std::make_pair( "line.gpkg", "no layer of polygons" ), std::make_pair( "null.gpkg", "has a polygon" ),
            std::make_pair( "nan.gpkg", "no number" ), std::make_pair( "nocrs.shp", "coordinate reference system" ),
            std::make_pair( "moon.gpkg", "PROJ knows no way" ), std::make_pair( "lyon.gpkg", "another country" ) } )
      QTest::newRow( qPrintable( QStringLiteral( "%1 %2" ).arg( algorithm, file ) ) ) << algorithm << file << said;
  }
}

void TestCaBadInput::boundariesAreRefused()
{
  QFETCH( QString, algorithm );
  QFETCH( QString, file );
  QFETCH( QString, said );
  const QVariantMap parameters{ { "INPUT", "%1/point.gpkg" }, { "POINT", "139.05,35.05 [EPSG:6668]" }, { "AREAS", "TAMA,KEIHIN" } };
  const auto asked = [&]( const char *parameter, const char *other )
  {
    QVariantMap more = parameters;
    more.insert( parameter, "%1/" + file );
    more.insert( other, "" );
    return run( algorithm, more );
  };
  for ( const AlgorithmResult &result : { asked( "BOUNDARIES", "BOUNDARY_LAYER" ), asked( "BOUNDARY_LAYER", "BOUNDARIES" ) } )
  {
    QVERIFY( !result.ok );
    QCOMPARE( written(), QStringList() );
  }
  const AlgorithmResult result = asked( "BOUNDARIES", "BOUNDARY_LAYER" );
  QVERIFY2( result.log.contains( said ) && result.log.contains( file ), qPrintable( result.log.left( 1000 ) ) );
}

void TestCaBadInput::rulesAreSaid_data()
{
  QTest::addColumn<QString>( "algorithm" );
  QTest::addColumn<QVariantMap>( "parameters" );
  QTest::addColumn<QString>( "output" );
  QTest::addColumn<int>( "value" );
  QTest::addColumn<QString>( "said" );
  const auto add =
      []( const char *name, const char *algorithm, const QVariantMap &parameters, const char *output, int value, const char *said )
  {
    QTest::newRow( name ) << algorithm << parameters << output << value << said;
  };
  const auto zonesWith = []( const char *parameter, const char *file )
  {
    QVariantMap parameters = zones();
    parameters.insert( parameter, file );
    return parameters;
  };
  // What has no place is counted, said, and left out.
  add( "near: null", "nearestclusters", { { "INPUT", "%1/null.gpkg" } }, "WITHOUT_POSITION", 1, "1 features have no position" );
  add( "near: NaN", "nearestclusters", { { "INPUT", "%1/nan.gpkg" } }, "WITHOUT_POSITION", 1, "1 features have no position" );
  add( "near: NaN in a line", "nearestclusters", { { "INPUT", "%1/nanline.gpkg" } }, "WITHOUT_POSITION", 1, "1 features have no position" );
  add( "points: null", "clustersatpoints", { { "INPUT", "%1/nopoint.gpkg" } }, "WITHOUT_POSITION", 1, "1 features have no position" );
  add( "points: NaN", "clustersatpoints", { { "INPUT", "%1/nanpoints.gpkg" } }, "WITHOUT_POSITION", 1, "1 features have no position" );
  add( "here: null", "whatishere", { { "POLYGONS", "%1/null.gpkg" } }, "WITHOUT_AREA", 1, "could not be used" );
  add( "here: NaN", "whatishere", { { "POLYGONS", "%1/nan.gpkg" } }, "WITHOUT_AREA", 1, "could not be used" );
  add( "find: null", "findclusters", { { "TOUCHING", "%1/null.gpkg" } }, "MATCHES", 0, "without coordinates touch nothing" );
  add( "find: NaN", "findclusters", { { "TOUCHING", "%1/nan.gpkg" } }, "MATCHES", 0, "without coordinates touch nothing" );
  add( "zones: null", "summarisezones", zonesWith( "INPUT", "%1/null.gpkg" ), "PARTS_OUTSIDE", 1, "1 zones have no polygon" );
  add( "zones: NaN", "summarisezones", zonesWith( "INPUT", "%1/nan.gpkg" ), "PARTS_OUTSIDE", 1, "1 zones have no polygon" );
  add( "parts: null", "summarisezones", zonesWith( "PARTS", "%1/null.gpkg" ), "PARTS_OUTSIDE", 1, "parts have no polygon" );
  add( "parts: NaN", "summarisezones", zonesWith( "PARTS", "%1/nan.gpkg" ), "PARTS_OUTSIDE", 1, "parts have no polygon" );
  add( "weights: NaN", "summarisezones", zonesWith( "WEIGHTS", "%1/nanfirst.gpkg" ), "PARTS_USED", 1, "weigh nothing" );
  // Nothing to ask of is no error where nothing is an answer.
  add( "near: empty", "nearestclusters", { { "INPUT", "%1/empty.geojson" } }, "FEATURES", 0, "0 features" );
  add( "points: empty", "clustersatpoints", { { "INPUT", "%1/empty.geojson" } }, "POINTS", 0, "0 points" );
  add( "here: empty", "whatishere", { { "POLYGONS", "%1/empty.geojson" } }, "PLACES", 0, "How this answer was got" );
  // Another country is outside, and is said to be.
  add( "here: abroad", "whatishere", { { "POLYGONS", "%1/lyon.gpkg" } }, "PROJECTS", 0, "How this answer was got" );
  add( "find: abroad", "findclusters", { { "TOUCHING", "%1/lyon.gpkg" } }, "MATCHES", 0, "0 areas match" );
  add( "zones: abroad", "summarisezones", zonesWith( "INPUT", "%1/lyon.gpkg" ), "PARTS_OUTSIDE", 1, "in no zone 1" );
  // The ends of the axis are places like others.
  add( "here: pole", "whatishere", { { "POINT", "0,90 [EPSG:6668]" } }, "PROJECTS", 0, "Nothing is at 0, 90" );
  add( "near: poles", "nearestclusters", { { "INPUT", "%1/poles.gpkg" }, { "NUMBER", 1 } }, "FEATURES", 2, "2 features: 0 in an area" );
  add( "points: poles", "clustersatpoints", { { "INPUT", "%1/poles.gpkg" } }, "IN_NONE", 2, "2 points" );
  add( "find: poles", "findclusters", { { "TOUCHING", "%1/poles.gpkg" } }, "MATCHES", 0, "0 areas match" );
  // Zones may overlap: each has its own, and what is counted twice is named.
  add( "zones: overlapping", "summarisezones", zonesWith( "INPUT", "%1/twice.gpkg" ), "PARTS_REPEATED", 1,
       "parts 1; zones 2; of these counted more than once 1" );
  // A code that the boundaries lack is listed, never taken for another.
  const QVariantMap unknown{
    { "MEMBERSHIP", "%1/unknown.csv" }, { "KINDS", QVariantList() }, { "FALLBACK", false }, { "INPUT", "%1/point.gpkg" }
  };
  for ( const char *algorithm :
        { "buildareas", "findclusters", "clusteroverlaps", "clustersatpoints", "nearestclusters", "compareclusters", "coverage" } )
    add( qPrintable( QStringLiteral( "%1: unknown code" ).arg( algorithm ) ), algorithm, unknown, "", 0, "27140" );
}

void TestCaBadInput::rulesAreSaid()
{
  QFETCH( QString, algorithm );
  QFETCH( QVariantMap, parameters );
  QFETCH( QString, output );
  QFETCH( int, value );
  QFETCH( QString, said );
  const AlgorithmResult result = run( algorithm, parameters );
  QVERIFY2( result.ok, qPrintable( result.log.left( 1000 ) ) );
  QVERIFY2( result.log.contains( said ), qPrintable( result.log ) );
  if ( !output.isEmpty() )
    QCOMPARE( result.outputs.value( output ).toInt(), value );
}

void TestCaBadInput::bordersBelongToBoth()
{
  // On the border of two places, and on the corner of four: in each of the areas, and once in all of them together.
  const AlgorithmResult result = run( "clustersatpoints", { { "INPUT", "%1/border.gpkg" }, { "MEMBERSHIP", "%1/neighbours.csv" } } );
  QVERIFY2( result.ok, qPrintable( result.log ) );
  QCOMPARE( result.outputs.value( "POINTS" ).toInt(), 2 );
  QCOMPARE( result.outputs.value( "IN_SEVERAL" ).toInt(), 2 );
  QMap<QString, int> counts;
  const QVector<QVariantMap> rows = rowsOf( path( "out/counts.gpkg" ) );
  for ( const QVariantMap &row : rows )
    counts.insert( row.value( "code" ).toString(), row.value( "points" ).toInt() );
  QCOMPARE( counts, ( QMap<QString, int>{ { "WEST", 2 }, { "EAST", 2 }, { "NATION", 2 } } ) );
  const AlgorithmResult here = run( "whatishere", { { "POINT", "139.1,35.05 [EPSG:6668]" } } );
  QVERIFY2( here.ok, qPrintable( here.log ) );
  QCOMPARE( rowsOf( path( "out/out.gpkg" ), "kind = 'municipality' and code in ( '14101', '14102' )" ).size(), 2 );
}

void TestCaBadInput::cancelLeavesNothing_data()
{
  QTest::addColumn<QString>( "algorithm" );
  QTest::addColumn<QVariantMap>( "parameters" );
  const auto add = []( const char *name, const char *algorithm, QVariantMap parameters )
  {
    parameters.insert( "REPORT", "%1/out/report.html" );
    QTest::newRow( name ) << algorithm << parameters;
  };
  add( "buildareas", "buildareas", {} );
  add( "findclusters", "findclusters", { { "TOUCHING", "%1/few.gpkg" }, { "UNKNOWN", "%1/out/unknown.gpkg" } } );
  add( "whatishere", "whatishere", { { "POLYGONS", "%1/squares.gpkg" } } );
  add( "clusteroverlaps", "clusteroverlaps", { { "CROSSINGS", "%1/out/crossings.csv" }, { "POLYGONS", "%1/out/polygons.shp" } } );
  add( "clustersatpoints", "clustersatpoints", { { "INPUT", "%1/many.gpkg" }, { "TAGS", "%1/out/tags.gpkg" } } );
  add( "clustersatpoints by feature", "clustersatpoints",
       { { "INPUT", "%1/few.gpkg" }, { "WEIGHT", "n" }, { "TAGS", "%1/out/tags.csv" } } );
  add( "nearestclusters", "nearestclusters", { { "INPUT", "%1/many.gpkg" } } );
  add( "nearestclusters by feature", "nearestclusters", { { "INPUT", "%1/squares.gpkg" }, { "OUTPUT", "%1/out/out.geojson" } } );
  add( "summarisezones", "summarisezones",
       { { "INPUT", "%1/squares.gpkg" }, { "PARTS", "%1/squares.gpkg" }, { "SUM_FIELDS", "n" }, { "PREFIX", "z_" }, { "PACK", "" } } );
  add( "partnerlinks", "partnerlinks", {} );
  add( "compareclusters", "compareclusters", { { "AREAS", "TAMA,KEIHIN" } } );
  add( "coverage", "coverage", { { "BY_AREA", "%1/out/areas.gpkg" } } );
}

void TestCaBadInput::cancelLeavesNothing()
{
  QFETCH( QString, algorithm );
  QFETCH( QVariantMap, parameters );
  int stopped = 0;
  // At each progress in turn, until it comes to its end before that.
  for ( int at = 1;; at += 1 + at / 4 )
  {
    Canceling feedback( at );
    const AlgorithmResult result = run( algorithm, parameters, feedback );
    const QStringList files = written();
    if ( result.ok && !result.outputs.isEmpty() )
    {
      // So late that all was done already.
      QVERIFY2( files.contains( "report.html" ) && files.size() > 1, qPrintable( files.join( ' ' ) ) );
      if ( !feedback.isCanceled() )
        break;
      continue;
    }
    QVERIFY( feedback.isCanceled() );
    QVERIFY2( files.isEmpty(), qPrintable( QStringLiteral( "at %1: %2" ).arg( at ).arg( files.join( ' ' ) ) ) );
    ++stopped;
  }
  QVERIFY2( stopped > 1, qPrintable( QString::number( stopped ) ) );
}

void TestCaBadInput::otherLayersOfAFileStay()
{
  // An answer into a GeoPackage that has another layer: this one stays, whatever comes of the answer.
  const QString file = path( "kept.gpkg" );
  QVERIFY( QFile::copy( path( "polygon.gpkg" ), file ) );
  Canceling feedback( 8 );
  const AlgorithmResult result =
      run( "whatishere",
           { { "POLYGONS", "%1/squares.gpkg" }, { "OUTPUT", QStringLiteral( "ogr:dbname='%1' table=\"here\" (geom)" ).arg( file ) } },
           feedback );
  QVERIFY( feedback.isCanceled() && result.outputs.isEmpty() );
  const GDALDatasetUniquePtr dataset( GDALDataset::Open( file.toUtf8().constData(), GDAL_OF_VECTOR ) );
  QVERIFY( dataset );
  QCOMPARE( dataset->GetLayerCount(), 1 );
  QCOMPARE( dataset->GetLayer( 0 )->GetFeatureCount(), GIntBig( 1 ) );
}

CA_TEST_MAIN( TestCaBadInput )
#include "testcabadinput.moc"
