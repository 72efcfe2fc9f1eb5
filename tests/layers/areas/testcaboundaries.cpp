// SPDX-License-Identifier: GPL-2.0-or-later
#include "caareacode.h"
#include "caboundaries.h"
#include "capaths.h"
#include "catest.h"
#include "smallboundaries.h"

#include <qgsfeedback.h>
#include <qgsvectorlayer.h>
#include <qgsvectordataprovider.h>

#include <QDir>
#include <QTemporaryDir>

#include <cmath>
#include <limits>

//! Boundaries as they come, and as they should not.
class TestCaBoundaries : public QObject
{
  Q_OBJECT

private slots:
  void init() { mFolder = std::make_unique<QTemporaryDir>(); }

  void codes_data();
  void codes();
  void badFilesAreNamed_data();
  void badFilesAreNamed();
  void badOptionsAreNamed();
  void coordinatesThatAreNoNumbersAreNamed();
  void missingCrsIsAsked();
  void tokyoDatumIsNeverGuessed();
  void cancelledReadingGivesNothing();
  void textOfNoEncodingIsRefused();
  void readsWhatMlitGives_data();
  void readsWhatMlitGives();
  void readsMlitsOwnGml();
  void mlitsOwnGmlDiffersByYear_data();
  void mlitsOwnGmlDiffersByYear();
  void wardsHaveAColumnOfTheirOwn_data();
  void wardsHaveAColumnOfTheirOwn();
  void mlitsOwnGmlMaySayNoDatum();
  void readsADownload_data();
  void readsADownload();
  void findsTheCodeColumn_data();
  void findsTheCodeColumn();
  void readsALayer();
  void invalidPolygonsAreNamed();
  void readsShippedPrefectures();

private:
  QString write( const QString &name, const QByteArray &content ) const
  {
    QFile file( mFolder->filePath( name ) );
    if ( !file.open( QIODevice::WriteOnly ) || file.write( content ) != content.size() )
      qWarning( "cannot write" );
    return file.fileName();
  }
  static QByteArray contentOf( const QString &fileName )
  {
    QFile file( fileName );
    return file.open( QIODevice::ReadOnly ) ? file.readAll() : QByteArray();
  }
  //! A file in MLIT's schema: a ward around another, with the same curve for both, a city of two surfaces and land of no municipality.
  static QString jpgis() { return QStringLiteral( CA_SOURCE_DIR "/tests/layers/areas/N03-19_190101.xml" ); }
  static QByteArray geoJson( const QByteArray &features ) { return R"({"type":"FeatureCollection","features":[)" + features + "]}"; }
  static QByteArray feature( const QByteArray &properties, const QByteArray &geometry )
  {
    return R"({"type":"Feature","properties":{)" + properties + R"(},"geometry":)" + geometry + "}";
  }
  static QByteArray square( double x, double y )
  {
    return QStringLiteral( R"({"type":"Polygon","coordinates":[[[%1,%2],[%3,%2],[%3,%4],[%1,%4],[%1,%2]]]})" )
        .arg( x )
        .arg( y )
        .arg( x + 0.5 )
        .arg( y + 0.5 )
        .toLatin1();
  }
  static CaBoundaryOptions jgd2011()
  {
    CaBoundaryOptions options;
    options.missing = QgsCoordinateReferenceSystem( QStringLiteral( "EPSG:6668" ) );
    options.prefectures.insert( QStringLiteral( "東京都" ), QStringLiteral( "13" ) );
    return options;
  }
  static QgsGeometry united( const CaBoundaries &boundaries, const QVector<int> &members )
  {
    QgsGeometry result;
    result.fromWkb( boundaries.coverage()->assemble( members ).wkb );
    return result;
  }

  std::unique_ptr<QTemporaryDir> mFolder;
};

void TestCaBoundaries::codes_data()
{
  QTest::addColumn<QString>( "text" );
  QTest::addColumn<QString>( "code" );
  QTest::addColumn<QString>( "city" );
  for ( const char *text :
        { "", "x", "123", "00", "48", "99", "48201", "1410", "141012", "1410141", "-1", "14.1", "2020", "1999", "13050", "13999" } )
    QTest::newRow( text ) << text << ( qstrcmp( text, "1410" ) == 0 ? "01410" : "" ) << "";
  QTest::newRow( "prefecture" ) << "13"
                                << "13"
                                << "";
  QTest::newRow( "prefecture without zero" ) << "1"
                                             << "01"
                                             << "";
  QTest::newRow( "prefecture in five digits" ) << "13000"
                                               << "13"
                                               << "";
  QTest::newRow( "prefecture in six digits" ) << "130001"
                                              << "13"
                                              << "";
  QTest::newRow( "lost zero" ) << "1101"
                               << "01101"
                               << "01100";
  QTest::newRow( "check digit" ) << "141003"
                                 << "14100"
                                 << "";
  QTest::newRow( "full width" ) << "１４１０１"
                                << "14101"
                                << "14100";
  QTest::newRow( "last ward before the next city" ) << "14118"
                                                    << "14118"
                                                    << "14100";
  QTest::newRow( "ward that ends in 0" ) << "22140"
                                         << "22140"
                                         << "22130";
  QTest::newRow( "special ward" ) << "13123"
                                  << "13123"
                                  << "13100";
  QTest::newRow( "no ward" ) << "14201"
                             << "14201"
                             << "";
  QTest::newRow( "no city there" ) << "02101"
                                   << "02101"
                                   << "";
}

void TestCaBoundaries::codes()
{
  QFETCH( QString, text );
  QFETCH( QString, code );
  QFETCH( QString, city );
  QCOMPARE( CaAreaCode::canonical( text ), code );
  QCOMPARE( CaAreaCode::cityOfWard( code ), city );
}

void TestCaBoundaries::badFilesAreNamed_data()
{
  QTest::addColumn<QString>( "name" );
  QTest::addColumn<QByteArray>( "content" );
  QTest::addColumn<QString>( "said" );
  const QByteArray code = R"("N03_007":"13101")";
  QTest::newRow( "no GDAL format" ) << "a.xyz" << QByteArray( "hello" ) << "cannot be read";
  QTest::newRow( "empty file" ) << "a.geojson" << QByteArray() << "cannot be read";
  QTest::newRow( "no features" ) << "a.geojson" << geoJson( "" ) << "no features";
  QTest::newRow( "lines" ) << "a.geojson" << geoJson( feature( code, R"({"type":"LineString","coordinates":[[139,35],[140,36]]})" ) )
                           << "polygon";
  QTest::newRow( "a point among polygons" ) << "a.geojson"
                                            << geoJson( feature( code, square( 139, 35 ) ) + "," +
                                                        feature( R"("N03_007":"13102")", R"({"type":"Point","coordinates":[139,35]})" ) )
                                            << "Feature 2";
  QTest::newRow( "null geometries" ) << "a.geojson" << geoJson( feature( code, "null" ) ) << "polygon";
  QTest::newRow( "empty polygon" ) << "a.geojson" << geoJson( feature( code, R"({"type":"Polygon","coordinates":[]})" ) ) << "polygon";
  const QByteArray gml = contentOf( jpgis() );
  QTest::newRow( "MLIT's GML of something else" )
      << "a.xml" << QByteArray( gml ).replace( "AdministrativeBoundary", "Road" ) << "Shapefile";
  QTest::newRow( "MLIT's GML, broken off" ) << "a.xml" << gml.left( gml.size() - 40 ) << "to its end";
  QTest::newRow( "MLIT's GML without curves" ) << "a.xml" << QByteArray( gml ).replace( "gml:Curve", "gml:Line" ) << "polygon";
  QTest::newRow( "no codes" ) << "a.geojson" << geoJson( feature( R"("name":"Lyon","year":2020)", square( 139, 35 ) ) ) << "name, year";
  QTest::newRow( "codes of another country" ) << "a.geojson"
                                              << geoJson( feature( R"("code":"69")", square( 4.8, 45.7 ) ) + "," +
                                                          feature( R"("code":"75")", square( 2, 48 ) ) )
                                              << "code";
  QTest::newRow( "another country" ) << "a.geojson"
                                     << geoJson( feature( R"("code":"01")", square( 4.8, 45.7 ) ) + "," +
                                                 feature( R"("code":"02")", square( 2, 48 ) ) )
                                     << "does not lie in Japan";
  QTest::newRow( "metres called degrees" ) << "a.geojson" << geoJson( feature( code, square( -9000, 4000 ) ) ) << "does not lie in Japan";
}

void TestCaBoundaries::badFilesAreNamed()
{
  QFETCH( QString, name );
  QFETCH( QByteArray, content );
  QFETCH( QString, said );
  QString error;
  QVERIFY( !CaBoundaries::read( write( name, content ), CaBoundaryOptions(), &error ) );
  QVERIFY2( error.contains( said ) && error.contains( name ), qPrintable( error ) );
}

void TestCaBoundaries::badOptionsAreNamed()
{
  QString error;
  QVERIFY( !CaBoundaries::read( mFolder->filePath( "none.shp" ), CaBoundaryOptions(), &error ) );
  QVERIFY2( error.contains( "none.shp" ), qPrintable( error ) );
  const QString file = mFolder->filePath( "two.gpkg" );
  QVERIFY( writeSmallBoundaries( file, "GPKG", smallPlaces() ) );
  CaBoundaryOptions options;
  options.codeColumn = QStringLiteral( "KEY" );
  QVERIFY( !CaBoundaries::read( file, options, &error ) );
  QVERIFY2( error.contains( "KEY" ) && error.contains( "N03_007" ), qPrintable( error ) );
  options.codeColumn.clear();
  options.layerName = QStringLiteral( "lakes" );
  QVERIFY( !CaBoundaries::read( file, options, &error ) );
  QVERIFY2( error.contains( "lakes" ) && error.contains( "N03" ), qPrintable( error ) );
  {
    const GDALDatasetUniquePtr dataset( GDALDataset::Open( file.toUtf8().constData(), GDAL_OF_VECTOR | GDAL_OF_UPDATE ) );
    QVERIFY( dataset->CreateLayer( "lakes", nullptr, wkbPolygon, nullptr ) );
  }
  QVERIFY( !CaBoundaries::read( file, CaBoundaryOptions(), &error ) );
  QVERIFY2( error.contains( "N03, lakes" ), qPrintable( error ) );
  options.layerName = QStringLiteral( "N03" );
  QVERIFY2( CaBoundaries::read( file, options, &error ), qPrintable( error ) );
}

void TestCaBoundaries::coordinatesThatAreNoNumbersAreNamed()
{
  const QString file = mFolder->filePath( "nan.gpkg" );
  QVERIFY( writeSmallBoundaries( file, "GPKG", smallPlaces() ) );
  {
    const GDALDatasetUniquePtr dataset( GDALDataset::Open( file.toUtf8().constData(), GDAL_OF_VECTOR | GDAL_OF_UPDATE ) );
    const OGRFeatureUniquePtr feature( dataset->GetLayer( 0 )->GetFeature( 3 ) );
    feature->GetGeometryRef()->toPolygon()->getExteriorRing()->setPoint( 1, std::numeric_limits<double>::quiet_NaN(), 35 );
    QCOMPARE( dataset->GetLayer( 0 )->SetFeature( feature.get() ), OGRERR_NONE );
  }
  QString error;
  QVERIFY( !CaBoundaries::read( file, CaBoundaryOptions(), &error ) );
  QVERIFY2( error.contains( "Feature 3" ) && error.contains( "nan.gpkg" ), qPrintable( error ) );
}

void TestCaBoundaries::missingCrsIsAsked()
{
  const QString file = mFolder->filePath( "N03-21.shp" );
  QVERIFY( writeSmallBoundaries( file, "ESRI Shapefile", smallPlaces(), 0, "UTF-8" ) );
  QString error;
  QVERIFY( !CaBoundaries::read( file, CaBoundaryOptions(), &error ) );
  QVERIFY2( error.contains( "coordinate reference system" ) && error.contains( "N03-21.shp" ), qPrintable( error ) );
  const auto boundaries = CaBoundaries::read( file, jgd2011(), &error );
  QVERIFY2( boundaries, qPrintable( error ) );
  QCOMPARE( boundaries->crs().authid(), QStringLiteral( "EPSG:6668" ) );
  QCOMPARE( boundaries->report().about( "crs" ).size(), 1 );
}

void TestCaBoundaries::tokyoDatumIsNeverGuessed()
{
  const QString file = mFolder->filePath( "old.gpkg" );
  QVERIFY( writeSmallBoundaries( file, "GPKG", smallPlaces(), 4301 ) );
  QString error;
  // What the file says is not overruled by what is said for files that say nothing.
  const auto left = CaBoundaries::read( file, jgd2011(), &error );
  QVERIFY2( left, qPrintable( error ) );
  QCOMPARE( left->crs().authid(), QStringLiteral( "EPSG:4301" ) );
  QCOMPARE( left->report().about( "tokyo_datum" ).size(), 1 );
  QCOMPARE( united( *left, { 0 } ).boundingBox().xMinimum(), 139.0 );

  CaBoundaryOptions options;
  options.toJgd2011 = true;
  const auto moved = CaBoundaries::read( file, options, &error );
  QVERIFY2( moved, qPrintable( error ) );
  QCOMPARE( moved->crs().authid(), QStringLiteral( "EPSG:6668" ) );
  QCOMPARE( moved->report().about( "transformed" ).size(), 1 );
  QVERIFY( moved->report().about( "tokyo_datum" ).isEmpty() );
  // Near Tokyo the shift is about 12 seconds west and 12 seconds north.
  const QgsRectangle box = united( *moved, { 0 } ).boundingBox();
  QVERIFY2( std::abs( box.xMinimum() - 139 + 11.6 / 3600 ) < 1.5 / 3600, qPrintable( QString::number( box.xMinimum(), 'f', 6 ) ) );
  QVERIFY2( std::abs( box.yMinimum() - 35 - 11.7 / 3600 ) < 1.5 / 3600, qPrintable( QString::number( box.yMinimum(), 'f', 6 ) ) );
  QVERIFY2( moved->report().about( "transformed" ).constFirst().text.contains( "Tokyo to JGD20" ),
            qPrintable( moved->report().about( "transformed" ).constFirst().text ) );
  QVERIFY( moved->coverage()->problems().isEmpty() ); // shared borders are shared still
}

void TestCaBoundaries::cancelledReadingGivesNothing()
{
  const QString file = mFolder->filePath( "a.gpkg" );
  QVERIFY( writeSmallBoundaries( file, "GPKG", smallPlaces() ) );
  QgsFeedback feedback;
  feedback.cancel();
  QString error;
  QVERIFY( !CaBoundaries::read( file, CaBoundaryOptions(), &error, &feedback ) );
  QVERIFY( !error.isEmpty() );
  // At any moment: wherever it stops there is a result or an error, never neither.
  for ( int percent = 0; percent <= 100; percent += 5 )
  {
    QgsFeedback late;
    connect( &late, &QgsFeedback::progressChanged, &late,
             [&late, percent]( double progress )
             {
               if ( progress >= percent )
                 late.cancel();
             } );
    QVERIFY( static_cast<bool>( CaBoundaries::read( file, CaBoundaryOptions(), &error, &late ) ) == error.isEmpty() );
  }
}

void TestCaBoundaries::textOfNoEncodingIsRefused()
{
  const QString shp = mFolder->filePath( "a.shp" );
  QVERIFY( writeSmallBoundaries( shp, "ESRI Shapefile", smallPlaces(), 6668, "UTF-8" ) );
  QFile dbf( mFolder->filePath( "a.dbf" ) );
  QVERIFY( dbf.open( QIODevice::ReadWrite ) );
  QByteArray bytes = dbf.readAll();
  const int place = bytes.indexOf( QStringLiteral( "神奈川県" ).toUtf8() );
  QVERIFY( place > 0 );
  bytes[place + 1] = '\xFF';
  bytes[place + 2] = '\xFF';
  dbf.seek( 0 );
  QCOMPARE( dbf.write( bytes ), bytes.size() );
  dbf.close();
  QString error;
  QVERIFY( !CaBoundaries::read( shp, CaBoundaryOptions(), &error ) );
  QVERIFY2( error.contains( "CP932" ) && error.contains( "a.shp" ), qPrintable( error ) );
}

void TestCaBoundaries::readsWhatMlitGives_data()
{
  QTest::addColumn<QString>( "name" );
  QTest::addColumn<QByteArray>( "driver" );
  QTest::addColumn<QByteArray>( "encoding" );
  QTest::addColumn<int>( "year" );
  QTest::newRow( "Shapefile in CP932" ) << "N03-19_190101.shp" << QByteArray( "ESRI Shapefile" ) << QByteArray( "CP932" ) << 2019;
  QTest::newRow( "Shapefile in UTF-8" ) << "N03-20240101.shp" << QByteArray( "ESRI Shapefile" ) << QByteArray( "UTF-8" ) << 2024;
  QTest::newRow( "GeoJSON" ) << "N03-21_210101.geojson" << QByteArray( "GeoJSON" ) << QByteArray() << 2021;
  QTest::newRow( "GML" ) << "boundaries.gml" << QByteArray( "GML" ) << QByteArray() << 0;
  QTest::newRow( "GeoPackage" ) << "boundaries.gpkg" << QByteArray( "GPKG" ) << QByteArray() << 0;
}

void TestCaBoundaries::readsWhatMlitGives()
{
  QFETCH( QString, name );
  QFETCH( QByteArray, driver );
  QFETCH( QByteArray, encoding );
  QFETCH( int, year );
  const QString file = mFolder->filePath( name );
  QVERIFY( writeSmallBoundaries( file, driver.constData(), smallPlaces(), 6668, encoding.isEmpty() ? nullptr : encoding.constData() ) );
  QString error;
  const auto boundaries = CaBoundaries::read( file, jgd2011(), &error );
  QVERIFY2( boundaries, qPrintable( error ) );
  QCOMPARE( boundaries->members().size(), 8 );
  QCOMPARE( boundaries->year(), year );
  QVERIFY( boundaries->hasMunicipalities() );
  const int ward = boundaries->memberWith( QStringLiteral( "14101" ) );
  QVERIFY( ward >= 0 );
  QCOMPARE( boundaries->members().at( ward ).name, QStringLiteral( "横浜市鶴見区" ) );
  QCOMPARE( boundaries->members().at( boundaries->memberWith( QStringLiteral( "13101" ) ) ).name, QStringLiteral( "千代田区" ) );
  QCOMPARE( boundaries->membersOfPrefecture( QStringLiteral( "14" ) ).size(), 4 );
  // With the place that has no code, which is known to be in Tokyo.
  QCOMPARE( boundaries->membersOfPrefecture( QStringLiteral( "13" ) ).size(), 4 );
  QCOMPARE( boundaries->report().about( "no_code" ).size(), 1 );
  QCOMPARE( boundaries->report().about( "no_code" ).constFirst().details, QStringList{ QStringLiteral( "9: 東京都 所属未定地" ) } );
  QCOMPARE( boundaries->report().about( "several_features" ).constFirst().details, QStringList{ QStringLiteral( "13201 八王子市: 2" ) } );
  QCOMPARE( boundaries->report().about( "encoding" ).size(), encoding.isEmpty() ? 0 : 1 );
  QVERIFY( encoding.isEmpty() || boundaries->report().about( "encoding" ).constFirst().text.contains( QString::fromLatin1( encoding ) ) );
  QCOMPARE( boundaries->report().about( "clean" ).size(), 1 );
  const QgsGeometry tokyo = united( *boundaries, boundaries->membersOfPrefecture( QStringLiteral( "13" ) ) );
  QVERIFY( std::abs( tokyo.area() - 0.05 ) < 1e-9 );
  QCOMPARE( tokyo.constGet()->partCount(), 1 );
}

void TestCaBoundaries::readsMlitsOwnGml()
{
  QString error;
  const QString file = write( "N03-19_190101.xml", contentOf( jpgis() ) );
  const auto boundaries = CaBoundaries::read( file, CaBoundaryOptions(), &error );
  QVERIFY2( boundaries, qPrintable( error ) );
  QCOMPARE( boundaries->crs().authid(), QStringLiteral( "EPSG:6668" ) );
  QCOMPARE( boundaries->year(), 2019 );
  QCOMPARE( boundaries->members().size(), 4 );
  const int around = boundaries->memberWith( QStringLiteral( "14101" ) );
  const int within = boundaries->memberWith( QStringLiteral( "14102" ) );
  const int city = boundaries->memberWith( QStringLiteral( "14201" ) );
  QCOMPARE( boundaries->members().at( around ).name, QStringLiteral( "横浜市鶴見区" ) );
  QVERIFY( std::abs( united( *boundaries, { around } ).area() - ( 0.01 - 0.0004 ) ) < 1e-9 );
  QVERIFY( united( *boundaries, { within } ).contains( QgsGeometry::fromPointXY( { 139.05, 35.05 } ) ) );
  QVERIFY( std::abs( united( *boundaries, { around, within } ).area() - 0.01 ) < 1e-9 );
  QCOMPARE( united( *boundaries, { city } ).constGet()->partCount(), 2 );
  QCOMPARE( boundaries->report().about( "clean" ).size(), 1 );
  QCOMPARE( boundaries->report().about( "no_code" ).constFirst().details, QStringList{ QStringLiteral( "5: 神奈川県 所属未定地" ) } );
  QCOMPARE( QDir( mFolder->path() ).entryList( QDir::Files ), QStringList{ QStringLiteral( "N03-19_190101.xml" ) } );
}

void TestCaBoundaries::mlitsOwnGmlDiffersByYear_data()
{
  QTest::addColumn<QByteArray>( "content" );
  const QByteArray content = contentOf( jpgis() );
  const QByteArray namespaceOfSchema =
      QByteArray( content ).replace( "http://www.opengis.net/gml/3.2", "http://schemas.opengis.net/gml/3.2.1/gml.xsd" );
  QTest::newRow( "GML called by its schema" ) << namespaceOfSchema;
  QTest::newRow( "element in lower case" ) << QByteArray( content ).replace( "subPrefectureName", "subprefectureName" );
  QTest::newRow( "datum without spaces" ) << QByteArray( content ).replace( "JGD2011 / (B, L)", "JGD2011/(B,L)" );
  QTest::newRow( "datum of 2024" ) << QByteArray( content ).replace( "JGD2011 / (B, L)", "JGD2024 / (B, L)" );
  // Rings with their positions in them, in the surface, or even the surface in the boundary.
  QByteArray inRings = content;
  for ( const char *curve : { "cv1_0", "cv2_0", "cv3_0", "cv4_0", "cv5_0" } )
  {
    const int begin = content.indexOf( "<gml:posList>", content.indexOf( QByteArray( "gml:id=\"" ) + curve ) );
    const int end = content.indexOf( "</gml:posList>", begin ) + 14;
    inRings.replace( QByteArray( "<gml:Ring>\n\t\t\t\t\t\t<gml:curveMember xlink:href=\"#" ) + curve + "\"/>\n\t\t\t\t\t</gml:Ring>",
                     "<gml:LinearRing>" + content.mid( begin, end - begin ) + "</gml:LinearRing>" );
  }
  QVERIFY( !inRings.contains( "curveMember" ) );
  QTest::newRow( "rings in the surface" ) << inRings;
  QByteArray inBoundaries = inRings;
  for ( const char *number : { "1", "2", "3", "4", "5" } )
  {
    const int begin = inBoundaries.indexOf( QByteArray( "<gml:Surface gml:id=\"sf" ) + number );
    const int end = inBoundaries.indexOf( "</gml:Surface>", begin ) + 14;
    const QByteArray surface = inBoundaries.mid( begin, end - begin );
    inBoundaries.remove( begin, end - begin );
    inBoundaries.replace( QByteArray( "<ksj:bounds xlink:href=\"#sf" ) + number + "\"/>", "<ksj:bounds>" + surface + "</ksj:bounds>" );
  }
  QTest::newRow( "surfaces in the boundaries" ) << inBoundaries;
}

void TestCaBoundaries::mlitsOwnGmlDiffersByYear()
{
  QFETCH( QByteArray, content );
  QString error;
  const auto boundaries = CaBoundaries::read( write( "N03-20240101_14.xml", content ), CaBoundaryOptions(), &error );
  QVERIFY2( boundaries, qPrintable( error ) );
  QCOMPARE( boundaries->crs().authid(), QStringLiteral( "EPSG:6668" ) );
  QCOMPARE( boundaries->members().size(), 4 );
  QCOMPARE( boundaries->report().about( "clean" ).size(), 1 );
  const int around = boundaries->memberWith( QStringLiteral( "14101" ) );
  QCOMPARE( boundaries->members().at( around ).name, QStringLiteral( "横浜市鶴見区" ) );
  QVERIFY( std::abs( united( *boundaries, { around } ).area() - ( 0.01 - 0.0004 ) ) < 1e-9 );
}

void TestCaBoundaries::wardsHaveAColumnOfTheirOwn_data()
{
  QTest::addColumn<QByteArray>( "columns" );
  QTest::addColumn<QString>( "name" );
  QTest::newRow( "from 2024" ) << QByteArray( R"("N03_003":null,"N03_004":"横浜市","N03_005":"鶴見区")" )
                               << QStringLiteral( "横浜市鶴見区" );
  QTest::newRow( "before" ) << QByteArray( R"("N03_003":"横浜市","N03_004":"鶴見区")" ) << QStringLiteral( "横浜市鶴見区" );
  QTest::newRow( "a date" ) << QByteArray( R"("N03_003":"横浜市","N03_004":"鶴見区","N03_005":"19271001")" )
                            << QStringLiteral( "横浜市鶴見区" );
}

void TestCaBoundaries::wardsHaveAColumnOfTheirOwn()
{
  QFETCH( QByteArray, columns );
  QFETCH( QString, name );
  QString error;
  const QByteArray content = geoJson( feature( R"("N03_001":"神奈川県",)" + columns + R"(,"N03_007":"14101")", square( 139, 35 ) ) );
  const auto boundaries = CaBoundaries::read( write( "N03-20240101_14.geojson", content ), jgd2011(), &error );
  QVERIFY2( boundaries, qPrintable( error ) );
  QCOMPARE( boundaries->members().constFirst().name, name );
}

void TestCaBoundaries::mlitsOwnGmlMaySayNoDatum()
{
  QString error;
  const QByteArray unknown = contentOf( jpgis() ).replace( "JGD2011", "WHATEVER" );
  QVERIFY( !CaBoundaries::read( write( "unknown.xml", unknown ), CaBoundaryOptions(), &error ) );
  QVERIFY2( error.contains( "unknown.xml" ) && error.contains( "coordinate reference system" ), qPrintable( error ) );
  QVERIFY2( CaBoundaries::read( write( "unknown.xml", unknown ), jgd2011(), &error ), qPrintable( error ) );
}

void TestCaBoundaries::readsADownload_data()
{
  QTest::addColumn<QStringList>( "names" );
  QTest::addColumn<QString>( "layer" );
  QTest::addColumn<QString>( "said" ); // if it is refused
  QTest::newRow( "one" ) << QStringList{ "N03-20240101_GML/N03-20240101" } << ""
                         << "";
  QTest::newRow( "with prefectures" ) << QStringList{ "N03-20240101_prefecture", "N03-20240101" } << ""
                                      << "";
  QTest::newRow( "chosen" ) << QStringList{ "N03-20240101", "N03-20230101" } << "N03-20230101"
                            << "";
  QTest::newRow( "several" ) << QStringList{ "N03-20240101", "N03-20230101" } << ""
                             << "N03-20240101, N03-20230101";
  QTest::newRow( "not that one" ) << QStringList{ "N03-20240101" } << "N03-1999"
                                  << "Unpack";
  QTest::newRow( "none" ) << QStringList() << ""
                          << "Unpack";
}

void TestCaBoundaries::readsADownload()
{
  QFETCH( QStringList, names );
  QFETCH( QString, layer );
  QFETCH( QString, said );
  const QString shp = mFolder->filePath( "small.shp" );
  QVERIFY( writeSmallBoundaries( shp, "ESRI Shapefile", smallPlaces(), 6668, "CP932" ) );
  const QString zip = mFolder->filePath( "N03-20240101_GML.zip" );
  const auto put = [&]( const QString &name, const QByteArray &content )
  {
    VSILFILE *file = VSIFOpenL( QString( "/vsizip/" + zip + '/' + name ).toUtf8().constData(), "wb" );
    QVERIFY( file );
    VSIFWriteL( content.constData(), 1, size_t( content.size() ), file );
    VSIFCloseL( file );
  };
  put( "KS-META-N03-20240101.xml", "<metadata/>" );
  for ( const QString &name : names )
  {
    for ( const QString ending : { ".shp", ".shx", ".dbf", ".prj" } )
      put( name + ending, contentOf( mFolder->filePath( "small" + ending ) ) );
  }
  QString error;
  CaBoundaryOptions options;
  options.layerName = layer;
  const auto boundaries = CaBoundaries::read( zip, options, &error );
  QVERIFY2( !boundaries == !said.isEmpty(), qPrintable( error ) );
  QVERIFY2( error.contains( said ) && error.isEmpty() == said.isEmpty(), qPrintable( error ) );
  if ( boundaries )
    QCOMPARE( boundaries->members().at( boundaries->memberWith( "14101" ) ).name, QStringLiteral( "横浜市鶴見区" ) );
}

void TestCaBoundaries::findsTheCodeColumn_data()
{
  QTest::addColumn<QByteArray>( "properties" );
  QTest::addColumn<QString>( "column" );
  QTest::newRow( "N03_007 before others" ) << QByteArray( R"("other":"1310%1","N03_007":"1320%1")" ) << "N03_007";
  QTest::newRow( "six digits" ) << QByteArray( R"("name":"a%1","団体コード":"13101%2")" ) << "団体コード";
  QTest::newRow( "numbers with lost zeros" ) << QByteArray( R"("id":%1,"citycode":110%1)" ) << "citycode";
  QTest::newRow( "prefectures" ) << QByteArray( R"("name":"a%1","pref":"0%1")" ) << "pref";
  QTest::newRow( "municipality before prefecture" ) << QByteArray( R"("pref":"0%1","city":"0%1101")" ) << "city";
}

void TestCaBoundaries::findsTheCodeColumn()
{
  QFETCH( QByteArray, properties );
  QFETCH( QString, column );
  // 131016 and 131024 have the right check digits.
  QByteArray first( properties );
  first.replace( "13101%2", "131016" ).replace( "%1", "1" );
  QByteArray second( properties );
  second.replace( "13101%2", "131024" ).replace( "%1", "2" );
  QString error;
  const auto boundaries =
      CaBoundaries::read( write( "a.geojson", geoJson( feature( first, square( 139, 35 ) ) + "," + feature( second, square( 140, 35 ) ) ) ),
                          CaBoundaryOptions(), &error );
  QVERIFY2( boundaries, qPrintable( error ) );
  QVERIFY2( boundaries->report().about( "code_column" ).constFirst().text.contains( column ),
            qPrintable( boundaries->report().about( "code_column" ).constFirst().text ) );
  QCOMPARE( boundaries->members().size(), 2 );
  QVERIFY( !boundaries->members().constFirst().code.isEmpty() );
}

void TestCaBoundaries::readsALayer()
{
  QgsVectorLayer layer( QStringLiteral( "MultiPolygon?crs=EPSG:6668&field=code:string(5)" ), QStringLiteral( "mine" ),
                        QStringLiteral( "memory" ) );
  QString error;
  QVERIFY( !CaBoundaries::read( *layer.dataProvider(), layer.name(), CaBoundaryOptions(), &error ) );
  QVERIFY2( error.contains( "mine" ), qPrintable( error ) );
  QgsFeatureList features;
  for ( const auto &[code, wkt] :
        { std::make_pair( "13101", "MULTIPOLYGON(((139 35, 140 35, 140 36, 139 36, 139 35)))" ),
          std::make_pair( "13102", "MULTIPOLYGON(((140 35, 141 35, 141 36, 140 36, 140 35)))" ), std::make_pair( "13103", "" ) } )
  {
    QgsFeature feature( layer.fields() );
    feature.setAttribute( 0, QString::fromLatin1( code ) );
    feature.setGeometry( QgsGeometry::fromWkt( QString::fromLatin1( wkt ) ) );
    features << feature;
  }
  QVERIFY( layer.dataProvider()->addFeatures( features ) );
  const auto boundaries = CaBoundaries::read( *layer.dataProvider(), layer.name(), CaBoundaryOptions(), &error );
  QVERIFY2( boundaries, qPrintable( error ) );
  QCOMPARE( united( *boundaries, { 0, 1 } ).area(), 2.0 );
  QCOMPARE( boundaries->report().about( "no_polygon" ).constFirst().details, QStringList{ QStringLiteral( "3" ) } );
}

void TestCaBoundaries::invalidPolygonsAreNamed()
{
  const QByteArray tie = R"({"type":"Polygon","coordinates":[[[139,35],[140,36],[140,35],[139,36],[139,35]]]})";
  QString error;
  const auto boundaries = CaBoundaries::read( write( "a.geojson", geoJson( feature( R"("N03_004":"千代田区","N03_007":"13101")", tie ) +
                                                                           "," + feature( R"("N03_007":"13102")", square( 141, 35 ) ) ) ),
                                              CaBoundaryOptions(), &error );
  QVERIFY2( boundaries, qPrintable( error ) );
  QCOMPARE( boundaries->report().about( "mended" ).constFirst().details, QStringList{ QStringLiteral( "13101 千代田区" ) } );
  QCOMPARE( united( *boundaries, { 0 } ).area(), 0.5 );
  QVERIFY( boundaries->report().toHtml( "<T>" ).contains( "&lt;T&gt;" ) );
}

void TestCaBoundaries::readsShippedPrefectures()
{
  QString error;
  const auto boundaries = CaBoundaries::shippedPrefectures( CaPaths::installedPack(), &error );
  QVERIFY2( boundaries, qPrintable( error ) );
  QCOMPARE( boundaries->members().size(), 47 );
  QVERIFY( !boundaries->hasMunicipalities() );
  QVERIFY( united( *boundaries, { 0, 1, 2 } ).isGeosValid() );
}

CA_TEST_MAIN( TestCaBoundaries )
#include "testcaboundaries.moc"
