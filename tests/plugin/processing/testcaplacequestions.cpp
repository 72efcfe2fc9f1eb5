// SPDX-License-Identifier: GPL-2.0-or-later
#include "capaths.h"
#include "caprovider.h"
#include "catest.h"
#include "runalgorithm.h"
#include "layers/areas/smallboundaries.h"
#include "layers/statistics/statisticstest.h"

#include <qgsvectorlayer.h>

#include <QFile>
#include <QTemporaryDir>

#include <cmath>

//! Questions about places, as the toolbox and qgis_process ask them, of a made-up coverage of squares with the lists of the shipped pack.
class TestCaPlaceQuestions : public QObject
{
  Q_OBJECT

private slots:
  void initTestCase();
  void cleanupTestCase()
  {
    if ( mRegistered )
      CaProvider::unregister();
  }

  void badInputIsNamed_data();
  void badInputIsNamed();
  void cancelLeavesNoOutput_data();
  void cancelLeavesNoOutput();
  void invalidPolygonsAreMended_data();
  void invalidPolygonsAreMended();
  void emptyLayersHaveNoAnswers();
  void whatIsAtAPoint();
  void whatIsInPolygons();
  void nothingInTheSea();
  void nearestOfPoints_data();
  void nearestOfPoints();
  void nearestOfAnyGeometry();
  void linksAreThoseOfThePack();
  void linksAreChosen_data();
  void linksAreChosen();
  void linksAreCutWhereTheMapIs_data();
  void linksAreCutWhereTheMapIs();
  void widthsFollowTheirRule_data();
  void widthsFollowTheirRule();

private:
  using Result = AlgorithmResult;
  Result run( const QString &id, const QVariantMap &more, bool canceled = false ) const
  {
    const QVariantMap defaults{ { "BOUNDARIES", "%1/N03.geojson" }, { "OUTPUT", "%1/out.gpkg" }, { "PACK", CaPaths::installedPack() } };
    QFile::remove( path( "out.gpkg" ) );
    const QVariantMap parameters = parametersIn( mFolder.path(), defaults, more );
    return canceled ? runCanceled( id, parameters ) : runAlgorithm( id, parameters );
  }
  QString path( const QString &name ) const { return mFolder.filePath( name ); }

  //! Returns the rows that were written, by column.
  QVector<QVariantMap> rows( const QString &filter = QString() ) const { return rowsOf( path( "out.gpkg" ), filter ); }
  QString text( const QString &name ) const
  {
    QFile file( path( name ) );
    return file.open( QIODevice::ReadOnly ) ? QString::fromUtf8( file.readAll() ) : QString();
  }
  void write( const QString &name, const QStringList &features, const QString &crs = "urn:ogc:def:crs:EPSG::6668" ) const
  {
    QFile file( path( name ) );
    QVERIFY( file.open( QIODevice::WriteOnly ) );
    file.write( QStringLiteral( R"({"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"%1"}},"features":[%2]})" )
                    .arg( crs, features.join( ',' ) )
                    .toUtf8() );
  }
  static QString feature( const QString &properties, const QString &geometry )
  {
    return QStringLiteral( R"({"type":"Feature","properties":{%1},"geometry":%2})" ).arg( properties, geometry );
  }
  static QString box( double west, double east, double south, double north )
  {
    return QStringLiteral( R"({"type":"Polygon","coordinates":[[[%1,%3],[%2,%3],[%2,%4],[%1,%4],[%1,%3]]]})" )
        .arg( west, 0, 'f', 6 )
        .arg( east, 0, 'f', 6 )
        .arg( south, 0, 'f', 6 )
        .arg( north, 0, 'f', 6 );
  }

  QTemporaryDir mFolder;
  bool mRegistered = false;
};

void TestCaPlaceQuestions::initTestCase()
{
  mRegistered = CaProvider::registerOnce();
  QVERIFY( writeSmallBoundaries( path( "N03.geojson" ), "GeoJSON", smallPlaces() ) );
  write( "zones.geojson", { feature( R"("n":1)", box( 139.15, 139.25, 35.12, 35.18 ) ) } );
  write( "empty.geojson", {} );
  // A bow-tie: its western half in 13102, its eastern one in 13201.
  const QString bow = R"({"type":"Polygon","coordinates":[[[139.12,35.12],[139.28,35.18],[139.28,35.12],[139.12,35.18],[139.12,35.12]]]})";
  write( "bow.geojson", { feature( R"("code":"13102")", bow ) } );
  write( "beyond.geojson", { feature( R"("n":1)", R"({"type":"Point","coordinates":[1e30,1e30]})" ) }, "urn:ogc:def:crs:EPSG::32654" );
  // In Hachioji, south of Yokohama by half a degree, far away, nowhere.
  write( "points.geojson", { feature( R"("n":"in","code":"x")", R"({"type":"Point","coordinates":[139.25,35.15]})" ),
                             feature( R"("n":"south","code":"y")", R"({"type":"Point","coordinates":[139.05,34.5]})" ),
                             feature( R"("n":"far","code":"z")", R"({"type":"Point","coordinates":[-40,-34]})" ),
                             feature( R"("n":"nowhere","code":null)", "null" ) } );
}

void TestCaPlaceQuestions::badInputIsNamed_data()
{
  QTest::addColumn<QString>( "algorithm" );
  QTest::addColumn<QVariantMap>( "parameters" );
  QTest::addColumn<QString>( "named" );
  const QVariantMap point{ { "POINT", "139.25,35.15 [EPSG:6668]" } };
  const auto with = []( QVariantMap map, const QString &key, const QVariant &value )
  {
    map.insert( key, value );
    return map;
  };
  QTest::newRow( "here: nowhere" ) << "whatishere" << QVariantMap{} << "POINT";
  QTest::newRow( "here: twice" ) << "whatishere" << with( point, "POLYGONS", "%1/zones.geojson" ) << "POINT";
  QTest::newRow( "here: no such layer" ) << "whatishere" << QVariantMap{ { "POLYGONS", "%1/none.geojson" } } << "POLYGONS";
  QTest::newRow( "here: no such year" ) << "whatishere" << with( point, "FISCAL_YEAR", 1995 ) << "1995";
  QTest::newRow( "here: no such pack" ) << "whatishere" << with( point, "PACK", "%1/none.gpkg" ) << "none.gpkg";
  QTest::newRow( "here: no such boundaries" ) << "whatishere" << with( point, "BOUNDARIES", "%1/none.shp" ) << "none.shp";
  const QVariantMap near{ { "INPUT", "%1/points.geojson" } };
  QTest::newRow( "near: no input" ) << "nearestclusters" << QVariantMap{ { "INPUT", "%1/none.geojson" } } << "INPUT";
  QTest::newRow( "near: no such kind" ) << "nearestclusters" << with( near, "KINDS", QStringList{ "planets" } ) << "KINDS";
  QTest::newRow( "near: no area" ) << "nearestclusters" << with( near, "NUMBER", 0 ) << "NUMBER";
  QTest::newRow( "near: backwards" ) << "nearestclusters" << with( near, "LIMIT_KM", -1 ) << "LIMIT_KM";
  QTest::newRow( "near: no such field" ) << "nearestclusters" << with( near, "FIELDS", QStringList{ "name" } ) << "FIELDS";
  QTest::newRow( "near: no such boundaries" ) << "nearestclusters" << with( near, "BOUNDARIES", "%1/none.shp" ) << "none.shp";
  QTest::newRow( "near: no transformation" ) << "nearestclusters" << QVariantMap{ { "INPUT", "%1/beyond.geojson" } } << "transformed";
  QTest::newRow( "near: no transformation of features" )
      << "nearestclusters" << QVariantMap{ { "INPUT", "%1/beyond.geojson" }, { "FIELDS", QStringList{ "n" } } } << "transformed";
  QTest::newRow( "points: no transformation" ) << "clustersatpoints"
                                               << QVariantMap{ { "INPUT", "%1/beyond.geojson" }, { "COUNTS", "%1/counts.gpkg" } }
                                               << "transformed";
  QTest::newRow( "find: no transformation" ) << "findclusters" << QVariantMap{ { "TOUCHING", "%1/beyond.geojson" } } << "transformed";
  QTest::newRow( "links: no such country" ) << "partnerlinks" << QVariantMap{ { "COUNTRY", "US;XX" } } << "XX";
  QTest::newRow( "links: no such field" ) << "partnerlinks" << QVariantMap{ { "FIELD", "Astrology" } } << "Astrology";
  QTest::newRow( "links: no such project" ) << "partnerlinks" << QVariantMap{ { "PROJECT", "KANTO" } } << "KANTO_REGIONAL";
  QTest::newRow( "links: no such figure" ) << "partnerlinks" << QVariantMap{ { "METRIC", "fims" } } << "fims";
  QTest::newRow( "links: no such year" ) << "partnerlinks" << QVariantMap{ { "METRIC", "firms" }, { "FISCAL_YEAR", 1995 } } << "1995";
  QTest::newRow( "links: no such rule" ) << "partnerlinks" << QVariantMap{ { "WIDTH_RULE", "cubic" } } << "WIDTH_RULE";
  QTest::newRow( "links: no meridian" ) << "partnerlinks" << QVariantMap{ { "CENTRAL_MERIDIAN", 300 } } << "CENTRAL_MERIDIAN";
  QTest::newRow( "links: no such pack" ) << "partnerlinks" << QVariantMap{ { "PACK", "%1/none.gpkg" } } << "none.gpkg";
  QTest::newRow( "here: report below a file" ) << "whatishere" << with( point, "REPORT", "/dev/null/r.html" ) << "/dev/null/r.html";
}

void TestCaPlaceQuestions::badInputIsNamed()
{
  QFETCH( QString, algorithm );
  QFETCH( QVariantMap, parameters );
  QFETCH( QString, named );
  const Result result = run( algorithm, parameters );
  QVERIFY( !result.ok );
  QVERIFY2( result.log.contains( named ), qPrintable( result.log ) );
}

void TestCaPlaceQuestions::cancelLeavesNoOutput_data()
{
  QTest::addColumn<QString>( "algorithm" );
  QTest::addColumn<QVariantMap>( "parameters" );
  QTest::newRow( "whatishere" ) << "whatishere" << QVariantMap{ { "POINT", "139.25,35.15 [EPSG:6668]" } };
  QTest::newRow( "nearestclusters" ) << "nearestclusters" << QVariantMap{ { "INPUT", "%1/points.geojson" } };
  QTest::newRow( "partnerlinks" ) << "partnerlinks" << QVariantMap{};
}

void TestCaPlaceQuestions::cancelLeavesNoOutput()
{
  QFETCH( QString, algorithm );
  QFETCH( QVariantMap, parameters );
  const Result result = run( algorithm, parameters, true );
  QVERIFY( !result.ok || result.outputs.isEmpty() );
  QVERIFY( !QFile::exists( path( "out.gpkg" ) ) );
}

void TestCaPlaceQuestions::invalidPolygonsAreMended_data()
{
  QTest::addColumn<QString>( "algorithm" );
  QTest::addColumn<QVariantMap>( "parameters" );
  QTest::addColumn<QString>( "filter" );
  QTest::newRow( "here" ) << "whatishere" << QVariantMap{ { "POLYGONS", "%1/bow.geojson" } } << "code in ( '13102', '13201' )";
  QTest::newRow( "near" ) << "nearestclusters"
                          << QVariantMap{ { "INPUT", "%1/bow.geojson" }, { "KINDS", QStringList{ "prefectures" } }, { "NUMBER", 2 } }
                          << "code = '13' and distance_km = 0 or code = '14' and distance_km > 0";
  QTest::newRow( "find" ) << "findclusters"
                          << QVariantMap{ { "TOUCHING", "%1/bow.geojson" }, { "KINDS", QStringList{ "prefectures", "bureaus" } } }
                          << "code in ( '13', 'KANTO' )";
  QTest::newRow( "boundaries" ) << "findclusters"
                                << QVariantMap{ { "BOUNDARY_LAYER", "%1/bow.geojson" },
                                                { "BOUNDARIES", "" },
                                                { "POLYGON", "Point(139.13 35.15)" },
                                                { "KINDS", QStringList{ "prefectures", "bureaus" } } }
                                << "code in ( '13', 'KANTO' )";
}

void TestCaPlaceQuestions::invalidPolygonsAreMended()
{
  QFETCH( QString, algorithm );
  QFETCH( QVariantMap, parameters );
  QFETCH( QString, filter );
  const Result result = run( algorithm, parameters );
  QVERIFY2( result.ok, qPrintable( result.log ) );
  QCOMPARE( rows( filter ).size(), 2 );
}

void TestCaPlaceQuestions::emptyLayersHaveNoAnswers()
{
  const QString input = path( "empty.geojson" );
  const Result near = run( "nearestclusters", { { "INPUT", input } } );
  QVERIFY2( near.ok, qPrintable( near.log ) );
  QCOMPARE( near.outputs.value( "FEATURES" ).toInt(), 0 );
  QCOMPARE( near.outputs.value( "WITHOUT_POSITION" ).toInt(), 0 );
  QCOMPARE( rows().size(), 0 );
  const Result points = run( "clustersatpoints", { { "INPUT", input }, { "COUNTS", "%1/counts.gpkg" } } );
  QVERIFY2( points.ok, qPrintable( points.log ) );
  QCOMPARE( points.outputs.value( "POINTS" ).toInt(), 0 );
  QCOMPARE( points.outputs.value( "WITHOUT_POSITION" ).toInt(), 0 );
}

void TestCaPlaceQuestions::whatIsAtAPoint()
{
  const Result result =
      run( "whatishere", { { "POINT", "139.25,35.15 [EPSG:6668]" }, { "FISCAL_YEAR", 2002 }, { "REPORT", "%1/here.html" } } );
  QVERIFY2( result.ok, qPrintable( result.log ) );
  QCOMPARE( result.outputs.value( "PLACES" ).toInt(), 1 );
  QCOMPARE( rows( "kind = 'municipality' and code = '13201'" ).size(), 1 );
  QCOMPARE( rows( "kind = 'municipality'" ).size(), 1 );
  QCOMPARE( rows( "kind = 'project'" ).size(), result.outputs.value( "PROJECTS" ).toInt() );
  QCOMPARE( rows( "kind = 'project' and code = 'KANTO_REGIONAL'" ).size(), 1 );
  // Links of TAMA, and none of Hamamatsu's.
  QCOMPARE( rows( "kind = 'link' and code = 'L03'" ).size(), 1 );
  QCOMPARE( rows( "kind = 'link' and code = 'L11'" ).size(), 0 );
  const QVector<QVariantMap> figures = rows( "kind = 'figure' and owner = 'KANTO' and code = 'universities'" );
  QCOMPARE( figures.size(), 1 );
  QCOMPARE( figures.constFirst().value( "value" ).toDouble(), 81.0 );
  QCOMPARE( figures.constFirst().value( "unit" ).toString(), QString( "institutions" ) );
  const QString report = text( "here.html" );
  for ( const char *said : { "東京都八王子市", "KANTO_REGIONAL", "universities", "81", "How this answer was got", "Fiscal year: 2002",
                             "Boundaries: ", "a point on a border is on both sides" } )
    QVERIFY2( report.contains( QString::fromUtf8( said ) ), said );
}

void TestCaPlaceQuestions::whatIsInPolygons()
{
  // A box by its corners in another CRS, a line without area and a feature without place.
  write( "odd.geojson",
         { feature( R"("n":1)", box( 15490507.3, 15501639.2, 4180000, 4185000 ) ),
           feature( R"("n":2)", R"({"type":"Polygon","coordinates":[[[15490507,4180000],[15490600,4180000],[15490507,4180000]]]})" ),
           feature( R"("n":3)", "null" ) },
         "urn:ogc:def:crs:EPSG::3857" );
  const Result result = run( "whatishere", { { "POLYGONS", "%1/odd.geojson" } } );
  QVERIFY2( result.ok, qPrintable( result.log ) );
  QCOMPARE( result.outputs.value( "PLACES" ).toInt(), 3 );
  QCOMPARE( result.outputs.value( "WITHOUT_AREA" ).toInt(), 2 );
  // From 139.15358 to 139.25358 E: Chuo to 139.2 and Hachioji beyond, in parts of the width.
  double sum = 0;
  for ( const QVariantMap &row : rows( "kind in ( 'municipality', 'outside' )" ) )
    sum += row.value( "share" ).toDouble();
  QVERIFY( std::abs( sum - 1 ) < 1e-9 );
  const QVector<QVariantMap> hachioji = rows( "code = '13201'" );
  QCOMPARE( hachioji.size(), 1 );
  QVERIFY2( std::abs( hachioji.constFirst().value( "share" ).toDouble() - 0.5358 ) < 0.001,
            qPrintable( hachioji.constFirst().value( "share" ).toString() ) );

  const Result none = run( "whatishere", { { "POLYGONS", "%1/empty.geojson" } } );
  QVERIFY2( none.ok, qPrintable( none.log ) );
  QCOMPARE( none.outputs.value( "PLACES" ).toInt(), 0 );
  QVERIFY( rows().isEmpty() );
}

void TestCaPlaceQuestions::nothingInTheSea()
{
  const Result result = run( "whatishere", { { "POINT", "150,30 [EPSG:6668]" } } );
  QVERIFY2( result.ok, qPrintable( result.log ) );
  QVERIFY( rows().isEmpty() );
  QVERIFY2( result.log.contains( "150" ), qPrintable( result.log ) );
}

void TestCaPlaceQuestions::nearestOfPoints_data()
{
  QTest::addColumn<QVariantMap>( "more" );
  QTest::newRow( "in batches" ) << QVariantMap{};
  QTest::newRow( "feature by feature" ) << QVariantMap{ { "FIELDS", QStringList{ "n", "code" } } };
}

void TestCaPlaceQuestions::nearestOfPoints()
{
  QFETCH( QVariantMap, more );
  QVariantMap parameters{
    { "INPUT", "%1/points.geojson" }, { "KINDS", QStringList{ "prefectures" } }, { "NUMBER", 2 }, { "REPORT", "%1/near.html" }
  };
  parameters.insert( more );
  const Result result = run( "nearestclusters", parameters );
  QVERIFY2( result.ok, qPrintable( result.log ) );
  QCOMPARE( result.outputs.value( "FEATURES" ).toInt(), 3 );
  QCOMPARE( result.outputs.value( "INSIDE" ).toInt(), 1 );
  QCOMPARE( result.outputs.value( "WITHOUT_AREA" ).toInt(), 0 );
  QCOMPARE( result.outputs.value( "WITHOUT_POSITION" ).toInt(), 1 );
  QCOMPARE( rows().size(), 6 );
  const QVector<QVariantMap> south = rows( "feature = 1" );
  QCOMPARE( south.size(), 2 );
  QCOMPARE( south.at( 0 ).value( "rank" ).toInt(), 1 );
  QCOMPARE( south.at( 0 ).value( "code" ).toString(), QString( "14" ) );
  // The meridian from 34.5 to 35 degrees, and to 35.1, on GRS80.
  QVERIFY( std::abs( south.at( 0 ).value( "distance_km" ).toDouble() - 55.4680034 ) < 1e-6 );
  QCOMPARE( south.at( 1 ).value( "rank" ).toInt(), 2 );
  QCOMPARE( south.at( 1 ).value( "code" ).toString(), QString( "13" ) );
  QVERIFY( std::abs( south.at( 1 ).value( "distance_km" ).toDouble() - 66.5620 ) < 0.001 );
  const QVector<QVariantMap> in = rows( "feature = 0 and rank = 1" );
  QCOMPARE( in.size(), 1 );
  QCOMPARE( in.constFirst().value( "code" ).toString(), QString( "13" ) );
  QCOMPARE( in.constFirst().value( "distance_km" ).toDouble(), 0.0 );
  if ( !more.isEmpty() ) // a name that is taken gets another
    QCOMPARE( in.constFirst().value( "code_2" ).toString(), QString( "x" ) );
  const QString report = text( "near.html" );
  for ( const char *said : { "How this answer was got", "GRS80", "東京都" } )
    QVERIFY2( report.contains( QString::fromUtf8( said ) ), said );

  parameters.insert( "LIMIT_KM", 60 );
  const Result limited = run( "nearestclusters", parameters );
  QVERIFY2( limited.ok, qPrintable( limited.log ) );
  QCOMPARE( limited.outputs.value( "WITHOUT_AREA" ).toInt(), 1 );
  QCOMPARE( rows( "feature = 1" ).size(), 1 );
}

void TestCaPlaceQuestions::nearestOfAnyGeometry()
{
  // On Web Mercator: a line along 34.5 N, and a box over the border of the two prefectures.
  write( "shapes.geojson",
         { feature( R"("n":"line")", R"({"type":"LineString","coordinates":[[15400000,4095664.2],[15600000,4095664.2]]})" ),
           feature( R"("n":"box")", box( 15480000, 15490000, 4160000, 4180000 ) ) },
         "urn:ogc:def:crs:EPSG::3857" );
  const Result result =
      run( "nearestclusters", { { "INPUT", "%1/shapes.geojson" }, { "KINDS", QStringList{ "prefectures" } }, { "NUMBER", 9 } } );
  QVERIFY2( result.ok, qPrintable( result.log ) );
  QCOMPARE( result.outputs.value( "INSIDE" ).toInt(), 1 );
  QCOMPARE( rows( "feature = 1 and distance_km = 0" ).size(), 2 );
  const double lat = 180 / M_PI * std::atan( std::sinh( 4095664.2 / 6378137 ) );
  const QVector<QVariantMap> line = rows( "feature = 0 and code = '14'" );
  QCOMPARE( line.size(), 1 );
  // 110.936 km a degree of the meridian there.
  QVERIFY2( std::abs( line.constFirst().value( "distance_km" ).toDouble() - ( 35 - lat ) * 110.936 ) < 0.01,
            qPrintable( line.constFirst().value( "distance_km" ).toString() ) );

  const Result none = run( "nearestclusters", { { "INPUT", "%1/empty.geojson" } } );
  QVERIFY2( none.ok, qPrintable( none.log ) );
  QCOMPARE( none.outputs.value( "FEATURES" ).toInt(), 0 );
}

void TestCaPlaceQuestions::linksAreThoseOfThePack()
{
  const Result result = run( "partnerlinks", { { "REPORT", "%1/links.html" } } );
  QVERIFY2( result.ok, qPrintable( result.log ) );
  QCOMPARE( result.outputs.value( "LINKS" ).toInt(), 36 );
  const QgsVectorLayer shipped( CaPaths::installedPack() + "|layername=partner_links", "links", "ogr" );
  QCOMPARE( int( shipped.featureCount() ), 36 );
  const QgsVectorLayer made( path( "out.gpkg" ), "out", "ogr" );
  QgsFeatureIterator features = made.getFeatures();
  QgsFeature feature;
  double total = 0;
  while ( features.nextFeature( feature ) )
  {
    QgsFeature same;
    QVERIFY( shipped
                 .getFeatures( QgsFeatureRequest().setFilterExpression(
                     QStringLiteral( "code = '%1'" ).arg( feature.attribute( "code" ).toString() ) ) )
                 .nextFeature( same ) );
    QVERIFY( std::abs( feature.attribute( "length_km" ).toDouble() - same.attribute( "length_km" ).toDouble() ) <= 0.0501 );
    QVERIFY( feature.geometry().equals( same.geometry() ) );
    QVERIFY( feature.attribute( "width_mm" ).isNull() );
    total += feature.attribute( "length_km" ).toDouble();
  }
  QVERIFY( std::abs( result.outputs.value( "TOTAL_KM" ).toDouble() - total ) < 1e-6 );
  QVERIFY( text( "links.html" ).contains( "How this answer was got" ) );
}

void TestCaPlaceQuestions::linksAreChosen_data()
{
  QTest::addColumn<QVariantMap>( "parameters" );
  QTest::addColumn<int>( "links" );
  // Counted by hand in data/partner_links.csv.
  QTest::newRow( "country" ) << QVariantMap{ { "COUNTRY", "us" } } << 3;
  QTest::newRow( "field, alone or among others" ) << QVariantMap{ { "FIELD", "IT" } } << 5;
  QTest::newRow( "the same in Japanese, full width" ) << QVariantMap{ { "FIELD", "ＩＴ" } } << 5;
  QTest::newRow( "two fields" ) << QVariantMap{ { "FIELD", "IT, health and welfare; 新エネ" } } << 5 + 1;
  QTest::newRow( "project" ) << QVariantMap{ { "PROJECT", " KANTO_REGIONAL ;" } } << 6;
  QTest::newRow( "two projects" ) << QVariantMap{ { "PROJECT", "KANTO_REGIONAL;KANSAI_BIO" } } << 6 + 4;
  QTest::newRow( "both" ) << QVariantMap{ { "PROJECT", "KANTO_REGIONAL" }, { "COUNTRY", "US" } } << 1;
  QTest::newRow( "none has both" ) << QVariantMap{ { "PROJECT", "KANSAI_BIO" }, { "COUNTRY", "US" } } << 0;
}

void TestCaPlaceQuestions::linksAreChosen()
{
  QFETCH( QVariantMap, parameters );
  QFETCH( int, links );
  const Result result = run( "partnerlinks", parameters );
  QVERIFY2( result.ok, qPrintable( result.log ) );
  QCOMPARE( result.outputs.value( "LINKS" ).toInt(), links );
  QCOMPARE( rows().size(), links );
}

void TestCaPlaceQuestions::linksAreCutWhereTheMapIs_data()
{
  QTest::addColumn<double>( "meridian" );
  QTest::addColumn<int>( "cut" );
  QTest::newRow( "around Greenwich" ) << 0.0 << 3;
  QTest::newRow( "around the Pacific" ) << 150.0 << 0;
}

void TestCaPlaceQuestions::linksAreCutWhereTheMapIs()
{
  QFETCH( double, meridian );
  QFETCH( int, cut );
  const Result result = run( "partnerlinks", { { "CENTRAL_MERIDIAN", meridian } } );
  QVERIFY2( result.ok, qPrintable( result.log ) );
  QCOMPARE( result.outputs.value( "CUT" ).toInt(), cut );
  const QgsVectorLayer made( path( "out.gpkg" ), "out", "ogr" );
  QgsFeatureIterator features = made.getFeatures();
  QgsFeature feature;
  while ( features.nextFeature( feature ) )
  {
    const QgsRectangle extent = feature.geometry().boundingBox();
    QVERIFY( extent.xMinimum() >= -180 && extent.xMaximum() <= 180 );
    QCOMPARE( feature.attribute( "parts" ).toInt(), feature.attribute( "country" ).toString() == "US" ? 2 : 1 );
  }
}

void TestCaPlaceQuestions::widthsFollowTheirRule_data()
{
  QTest::addColumn<QString>( "rule" );
  QTest::addColumn<double>( "quarter" );
  QTest::newRow( "area" ) << "area" << 3.0;
  QTest::newRow( "linear" ) << "linear" << 1.5;
}

void TestCaPlaceQuestions::widthsFollowTheirRule()
{
  QFETCH( QString, rule );
  QFETCH( double, quarter );
  const StatisticsTest pack;
  const auto robots = []( const QString &kind, const QString &code, double value )
  {
    CaFigureRecord record = StatisticsTest::record( kind, code, 2009, "robots", value );
    record.figure.unit = "units";
    return record;
  };
  CaFigureRecord withheld = StatisticsTest::flagged( "project", "KANSAI_BIO", 2009, "robots", CaFlag::Suppressed );
  withheld.figure.unit = "units";
  QCOMPARE( pack.import(
                { robots( "project", "KANTO_REGIONAL", 400 ), robots( "link", "L03", 100 ), robots( "project", "TOKYO_BIO", 0 ), withheld },
                "bureau.xlsx", nullptr, { StatisticsTest::ownMetric() } ),
            QString() );
  const Result result =
      run( "partnerlinks", { { "PACK", pack.pack() }, { "METRIC", "robots" }, { "WIDTH_RULE", rule }, { "MAX_WIDTH", 6 } } );
  QVERIFY2( result.ok, qPrintable( result.log ) );
  const auto row = [this]( const QString &code )
  {
    return rows( QStringLiteral( "code = '%1'" ).arg( code ) ).value( 0 );
  };
  QCOMPARE( row( "L11" ).value( "width_mm" ).toDouble(), 6.0 );
  QCOMPARE( row( "L11" ).value( "figure_of" ).toString(), QString( "project" ) );
  QCOMPARE( row( "L03" ).value( "width_mm" ).toDouble(), quarter ); // its own figure, not its project's
  QCOMPARE( row( "L03" ).value( "figure_of" ).toString(), QString( "link" ) );
  QVERIFY( !row( "L04" ).value( "width_mm" ).isNull() );
  QCOMPARE( row( "L04" ).value( "width_mm" ).toDouble(), 0.0 );
  QVERIFY( row( "L08" ).value( "width_mm" ).isNull() );
  QCOMPARE( row( "L08" ).value( "flag" ).toString(), QString( "suppressed" ) );
  QVERIFY( row( "L01" ).value( "width_mm" ).isNull() );
  QVERIFY( row( "L01" ).value( "figure_of" ).toString().isEmpty() );
  QCOMPARE( rows( "width_mm is null" ).size(), result.outputs.value( "WITHOUT_FIGURE" ).toInt() );
  QVERIFY2( result.log.contains( "L01" ) && result.log.contains( "no data" ), qPrintable( result.log ) );
}

CA_TEST_MAIN( TestCaPlaceQuestions )
#include "testcaplacequestions.moc"
