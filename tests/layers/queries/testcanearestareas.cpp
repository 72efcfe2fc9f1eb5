// SPDX-License-Identifier: GPL-2.0-or-later
#include "canearestareas.h"
#include "capaths.h"
#include "catest.h"
#include "smallboundaries.h"

#include <qgscoordinatetransformcontext.h>
#include <qgsdistancearea.h>
#include <qgsvector3d.h>

#include <QRandomGenerator>
#include <QTemporaryDir>

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

//! Nearest areas, against QGIS's own geodesics to borders with a vertex every metre, and against values worked out by Vincenty's formula.
class TestCaNearestAreas : public QObject
{
  Q_OBJECT

private slots:
  void initTestCase();
  void badGeometryIsRefused_data();
  void badGeometryIsRefused();
  void limitAndNumber();
  void insideIsZero();
  void knownValues_data();
  void knownValues();
  void pointsAsByDenseBorders();
  void linesAndPolygonsAsByDenseBorders_data();
  void linesAndPolygonsAsByDenseBorders();
  void edgesAsBySearch_data();
  void edgesAsBySearch();
  void otherDatumsAndProjections();

private:
  using Edge = std::pair<QgsPointXY, QgsPointXY>;
  static QVector<Edge> edgesOf( const QgsGeometry &geometry );
  static double leastBySearch( const QgsGeometry &geometry, const QgsGeometry &border, const QgsDistanceArea &measure );
  static std::shared_ptr<const CaAreaSet> areaSet( const QString &file, bool transform = false );
  //! Returns the distances of all areas by code.
  QMap<QString, double> all( const QgsGeometry &geometry ) const
  {
    CaNearestAreas::Work work;
    std::vector<CaNearArea> found;
    QMap<QString, double> distances;
    if ( mNearest->nearest( geometry, 100, std::numeric_limits<double>::max(), work, found ) )
    {
      for ( const CaNearArea &one : found )
        distances.insert( mSet->areas().at( one.area ).list.code, one.metres );
    }
    return distances;
  }
  std::vector<CaNearArea> at( double x, double y, int count, double limit ) const
  {
    CaNearestAreas::Work work;
    std::vector<CaNearArea> found;
    mNearest->nearest( CaPoint{ x, y }, count, limit, work, found );
    return found;
  }
  //! Returns the vertices of \a geometry with so many between each two, straight between longitudes and latitudes.
  static QVector<QgsPointXY> dense( const QgsGeometry &geometry, int between )
  {
    QVector<QgsPointXY> points;
    const QgsGeometry densified = between > 0 ? geometry.densifyByCount( between ) : geometry;
    for ( auto vertex = densified.vertices_begin(); vertex != densified.vertices_end(); ++vertex )
      points << QgsPointXY( *vertex );
    return points;
  }
  QgsGeometry geometryOf( const QString &code ) const
  {
    QVector<QgsGeometry> parts;
    for ( const CaBuiltArea &area : mSet->areas() )
    {
      for ( const int member : area.list.code == code ? area.members : QVector<int>() )
        parts << mSet->geometryOfMember( member );
    }
    return QgsGeometry::unaryUnion( parts );
  }

  QTemporaryDir mFolder;
  std::shared_ptr<const CaAreaSet> mSet;
  std::shared_ptr<const CaNearestAreas> mNearest;
};

//! Areas of squares: two that overlap, one in two pieces, and one beside them.
std::shared_ptr<const CaAreaSet> TestCaNearestAreas::areaSet( const QString &file, bool transform )
{
  CaBoundaryOptions options;
  options.toJgd2011 = transform;
  options.prefectures = { { QStringLiteral( "東京都" ), QStringLiteral( "13" ) },
                          { QStringLiteral( "神奈川県" ), QStringLiteral( "14" ) } };
  QString error;
  const std::shared_ptr<const CaBoundaries> boundaries = CaBoundaries::read( file, options, &error );
  if ( !boundaries )
    return nullptr;
  const auto list = []( const char *code, const QStringList &places )
  {
    CaAreaList area{ QStringLiteral( "area" ), QString::fromLatin1( code ), QString(), QString(), {} };
    for ( const QString &place : places )
      area.members << CaAreaMember{ place,     QString(), QStringLiteral( "municipality" ), QString(), QStringLiteral( "sourced" ),
                                    QString(), QString() };
    return area;
  };
  return CaAreaSet::build( boundaries, CaPaths::installedPack(), {}, true, &error, nullptr,
                           CaAreaLists( { list( "WEST", { "14101", "13101" } ), list( "SOUTH", { "14101", "14102" } ),
                                          list( "PIECES", { "13101", "14201" } ), list( "EAST", { "14201" } ) } ) );
}

void TestCaNearestAreas::initTestCase()
{
  const QString file = mFolder.filePath( QStringLiteral( "N03.geojson" ) );
  QVERIFY( writeSmallBoundaries( file, "GeoJSON", smallPlaces() ) );
  mSet = areaSet( file );
  QVERIFY( mSet );
  QString error;
  mNearest = CaNearestAreas::build( mSet, &error );
  QVERIFY2( mNearest, qPrintable( error ) );
}

void TestCaNearestAreas::badGeometryIsRefused_data()
{
  QTest::addColumn<QString>( "wkt" );
  QTest::newRow( "nothing" ) << "";
  QTest::newRow( "empty" ) << "LineString EMPTY";
  QTest::newRow( "no coordinates" ) << "Point(nan nan)";
  QTest::newRow( "a vertex without" ) << "LineString(139 35, nan nan, 140 36)";
}

void TestCaNearestAreas::badGeometryIsRefused()
{
  QFETCH( QString, wkt );
  CaNearestAreas::Work work;
  std::vector<CaNearArea> found{ { 0, 1 } };
  QVERIFY( !mNearest->nearest( QgsGeometry::fromWkt( wkt ), 3, 1e9, work, found ) );
  QVERIFY( found.empty() );
}

void TestCaNearestAreas::limitAndNumber()
{
  const std::vector<CaNearArea> all = at( 139.05, 34.5, 9, std::numeric_limits<double>::max() );
  QCOMPARE( all.size(), size_t( 4 ) );
  for ( size_t i = 1; i < all.size(); ++i )
    QVERIFY( all[i - 1].metres <= all[i].metres );
  // WEST and SOUTH are as near: in the order of the lists.
  QCOMPARE( all[0].area, 0 );
  QCOMPARE( all[1].area, 1 );
  QCOMPARE( all[0].metres, all[1].metres );
  for ( int count = 0; count <= 5; ++count )
  {
    const std::vector<CaNearArea> some = at( 139.05, 34.5, count, std::numeric_limits<double>::max() );
    QCOMPARE( some.size(), std::min( size_t( count ), all.size() ) );
    for ( size_t i = 0; i < some.size(); ++i )
      QCOMPARE( some[i].metres, all[i].metres );
  }
  // The two others share the corner that is nearest.
  QCOMPARE( all[2].metres, all[3].metres );
  QCOMPARE( at( 139.05, 34.5, 9, all[2].metres ).size(), size_t( 4 ) );
  QCOMPARE( at( 139.05, 34.5, 9, all[2].metres - 1 ).size(), size_t( 2 ) );
  QVERIFY( at( 139.05, 34.5, 9, 0 ).empty() );
}

void TestCaNearestAreas::insideIsZero()
{
  const std::vector<CaNearArea> inside = at( 139.05, 35.05, 9, 0 );
  QCOMPARE( inside.size(), size_t( 2 ) );
  QCOMPARE( inside[0].metres, 0.0 );
  // On the border of one, and on a shared corner.
  QCOMPARE( at( 139.35, 35.0, 9, 0 ).size(), size_t( 2 ) );
  QCOMPARE( at( 139.1, 35.1, 9, 0 ).size(), size_t( 3 ) );
  QCOMPARE( at( 139.05 - 360, 35.05, 9, 0 ).size(), size_t( 2 ) );
  // A line through, a polygon around, a polygon that touches a corner.
  QCOMPARE( all( QgsGeometry::fromWkt( "LineString(138 35.05, 139.05 35.05)" ) ).value( "WEST" ), 0.0 );
  QCOMPARE( all( QgsGeometry::fromWkt( "Polygon((130 30, 150 30, 150 40, 130 40, 130 30))" ) ).value( "EAST" ), 0.0 );
  QCOMPARE( all( QgsGeometry::fromWkt( "Polygon((139.4 34.9, 139.5 34.9, 139.4 35, 139.4 34.9))" ) ).value( "EAST" ), 0.0 );
  QCOMPARE( all( QgsGeometry::fromWkt( "Polygon((130 30, 190 30, 190 40, 130 40, 130 30))" ) ).value( "EAST" ), 0.0 );
  QCOMPARE( all( QgsGeometry::fromWkt( "Polygon((-230 30, -170 30, -170 40, -230 40, -230 30))" ) ).value( "EAST" ), 0.0 );
  QCOMPARE( all( QgsGeometry::fromWkt( "LineString(498 35.05, 499.35 35.05)" ) ).value( "EAST" ), 0.0 );
  QCOMPARE( all( QgsGeometry::fromWkt( "MultiPoint((100 10), (139.35 35.05))" ) ).value( "EAST" ), 0.0 );
}

void TestCaNearestAreas::knownValues_data()
{
  QTest::addColumn<double>( "x" );
  QTest::addColumn<double>( "y" );
  QTest::addColumn<QString>( "area" );
  QTest::addColumn<double>( "metres" );
  // By Vincenty's formula, least along the edges, and by the sum of the meridian: on GRS80, in metres.
  QTest::newRow( "meridian below an edge" ) << 139.05 << 34.5 << "WEST" << 55468.0034;
  QTest::newRow( "corner" ) << 138.5 << 34.5 << "WEST" << 71921.4677;
  QTest::newRow( "pole" ) << 0.0 << 90.0 << "WEST" << 6105184.3462;
  QTest::newRow( "beside an edge" ) << 139.6 << 35.05 << "EAST" << 18246.5087;
  QTest::newRow( "a metre beside" ) << 139.40001 << 35.05 << "EAST" << 0.9123;
  QTest::newRow( "across 180 degrees" ) << -175.0 << 35.05 << "EAST" << 4121200.1167;
  QTest::newRow( "across 180 degrees, as 185" ) << 185.0 << 35.05 << "EAST" << 4121200.1167;
  QTest::newRow( "other side of the world" ) << -40.0 << -34.0 << "EAST" << 19869914.0334;
}

void TestCaNearestAreas::knownValues()
{
  QFETCH( double, x );
  QFETCH( double, y );
  QFETCH( QString, area );
  QFETCH( double, metres );
  const double found = all( QgsGeometry::fromPointXY( { x, y } ) ).value( area, -1 );
  QVERIFY2( std::abs( found - metres ) < 0.001, qPrintable( QString::number( found, 'f', 4 ) ) );
}

void TestCaNearestAreas::pointsAsByDenseBorders()
{
  QgsDistanceArea measure;
  measure.setSourceCrs( mSet->boundaries().crs(), QgsCoordinateTransformContext() );
  measure.setEllipsoid( QStringLiteral( "EPSG:7019" ) );
  QMap<QString, QVector<QgsPointXY>> borders;
  for ( const CaBuiltArea &area : mSet->areas() )
    borders.insert( area.list.code, dense( geometryOf( area.list.code ), 8000 ) ); // about a metre
  QRandomGenerator random( 1 );
  for ( int i = 0; i < 9; ++i )
  {
    // From a kilometre to some hundred; nearer, a vertex every metre is not near enough to compare with.
    const double reach = i < 3 ? 0.1 : i < 6 ? 1 : 5;
    const QgsPointXY point( 139.2 + reach * ( random.generateDouble() - 0.5 ), 35.2 + reach * 0.2 + reach * random.generateDouble() );
    const QMap<QString, double> found = all( QgsGeometry::fromPointXY( point ) );
    QCOMPARE( found.size(), 4 );
    for ( auto border = borders.constBegin(); border != borders.constEnd(); ++border )
    {
      double least = std::numeric_limits<double>::max();
      double degrees = least;
      for ( const QgsPointXY &vertex : border.value() )
        degrees = std::min( degrees, point.distance( vertex ) );
      for ( const QgsPointXY &vertex : border.value() )
      {
        // Only what may be nearest: a degree of longitude is no less than 0.7 of one of latitude here.
        if ( point.distance( vertex ) * 0.7 < degrees )
          least = std::min( least, measure.measureLine( point, vertex ) );
      }
      QVERIFY2( std::abs( found.value( border.key() ) - least ) < 0.002, qPrintable( QStringLiteral( "%1: %2 and %3" )
                                                                                         .arg( border.key() )
                                                                                         .arg( found.value( border.key() ), 0, 'f', 4 )
                                                                                         .arg( least, 0, 'f', 4 ) ) );
    }
  }
}

void TestCaNearestAreas::linesAndPolygonsAsByDenseBorders_data()
{
  QTest::addColumn<QString>( "wkt" );
  QTest::newRow( "line past a corner" ) << "LineString(138.8 35.3, 139.6 35.25)";
  QTest::newRow( "line along a parallel" ) << "LineString(138 34.99, 141 34.99)";
  QTest::newRow( "line pointing at an edge" ) << "LineString(138.9 35.05, 138.5 35.3)";
  QTest::newRow( "polygon with a hole" )
      << "Polygon((138 34, 142 34, 142 37, 138 37, 138 34),(138.8 34.8, 139.8 34.8, 139.8 35.5, 138.8 35.5, 138.8 34.8))";
  QTest::newRow( "two polygons" )
      << "MultiPolygon(((130 30, 131 30, 131 31, 130 30)),((139.43 35.02, 139.6 35.02, 139.6 35.3, 139.43 35.02)))";
  QTest::newRow( "points" ) << "MultiPoint((138.9 35.4), (139.6 34.9))";
}

void TestCaNearestAreas::linesAndPolygonsAsByDenseBorders()
{
  QFETCH( QString, wkt );
  const QgsGeometry geometry = QgsGeometry::fromWkt( wkt );
  QgsDistanceArea measure;
  measure.setSourceCrs( mSet->boundaries().crs(), QgsCoordinateTransformContext() );
  measure.setEllipsoid( QStringLiteral( "EPSG:7019" ) );
  const QMap<QString, double> found = all( geometry );
  QCOMPARE( found.size(), 4 );
  const QVector<QgsPointXY> coarse = dense( geometry, geometry.constGet()->dimension() == 0 ? 0 : 200 );
  for ( auto it = found.constBegin(); it != found.constEnd(); ++it )
  {
    const QVector<QgsPointXY> border = dense( geometryOf( it.key() ), 100 );
    double least = std::numeric_limits<double>::max();
    for ( const QgsPointXY &a : coarse )
    {
      for ( const QgsPointXY &b : border )
      {
        if ( std::abs( a.x() - b.x() ) < 1.5 && std::abs( a.y() - b.y() ) < 1 )
          least = std::min( least, measure.measureLine( a, b ) );
      }
    }
    // Vertices up to 200 m apart are never nearer than the edges, and farther by no more than what they step over.
    QVERIFY2( it.value() <= least + 0.02 && least - it.value() < 200,
              qPrintable( QStringLiteral( "%1: %2 and %3" ).arg( it.key() ).arg( it.value(), 0, 'f', 3 ).arg( least, 0, 'f', 3 ) ) );
  }
}

QVector<TestCaNearestAreas::Edge> TestCaNearestAreas::edgesOf( const QgsGeometry &geometry )
{
  QVector<Edge> edges;
  QgsVertexId before;
  QgsVertexId id;
  QgsPoint point;
  QgsPoint last;
  while ( geometry.constGet()->nextVertex( id, point ) )
  {
    if ( before.isValid() && before.part == id.part && before.ring == id.ring )
      edges << Edge( QgsPointXY( last ), QgsPointXY( point ) );
    before = id;
    last = point;
  }
  return edges;
}

//! Returns the least geodesic between edges straight in degrees: by a grid of straight ways through the earth, then by ever finer grids.
double TestCaNearestAreas::leastBySearch( const QgsGeometry &geometry, const QgsGeometry &border, const QgsDistanceArea &measure )
{
  const auto on = []( const Edge &edge, double at )
  {
    return QgsPointXY( edge.first.x() + at * ( edge.second.x() - edge.first.x() ),
                       edge.first.y() + at * ( edge.second.y() - edge.first.y() ) );
  };
  const auto inSpace = []( const QgsPointXY &point )
  {
    const double lon = point.x() * M_PI / 180;
    const double lat = point.y() * M_PI / 180;
    const double e2 = 0.00669438002290;
    const double n = 6378137 / std::sqrt( 1 - e2 * std::sin( lat ) * std::sin( lat ) );
    return QgsVector3D( n * std::cos( lat ) * std::cos( lon ), n * std::cos( lat ) * std::sin( lon ), n * ( 1 - e2 ) * std::sin( lat ) );
  };
  const auto geodesic = [&measure]( const QgsPointXY &a, const QgsPointXY &b )
  {
    return measure.measureLine( QgsPointXY( std::remainder( a.x(), 360 ), a.y() ), QgsPointXY( std::remainder( b.x(), 360 ), b.y() ) );
  };
  struct Start
  {
    double chord;
    Edge a;
    Edge b;
    double s;
    double t;
  };
  constexpr int A = 400;
  constexpr int B = 20;
  std::vector<Start> starts;
  for ( const Edge &a : edgesOf( geometry ) )
  {
    std::vector<QgsVector3D> along;
    for ( int i = 0; i <= A; ++i )
      along.push_back( inSpace( on( a, double( i ) / A ) ) );
    for ( const Edge &b : edgesOf( border ) )
    {
      Start best{ std::numeric_limits<double>::max(), a, b, 0, 0 };
      for ( int j = 0; j <= B; ++j )
      {
        const QgsVector3D other = inSpace( on( b, double( j ) / B ) );
        for ( int i = 0; i <= A; ++i )
        {
          const double chord = along[i].distance( other );
          if ( chord < best.chord )
            best = { chord, a, b, double( i ) / A, double( j ) / B };
        }
      }
      starts.push_back( best );
    }
  }
  std::sort( starts.begin(), starts.end(), []( const Start &a, const Start &b ) { return a.chord < b.chord; } );
  double least = std::numeric_limits<double>::max();
  for ( size_t k = 0; k < std::min( starts.size(), size_t( 6 ) ); ++k )
  {
    Start at = starts[k];
    double metres = geodesic( on( at.a, at.s ), on( at.b, at.t ) );
    double width = 2;
    for ( int round = 0; round < 30; ++round, width *= 0.6 )
    {
      const double s = at.s;
      const double t = at.t;
      for ( int i = -3; i <= 3; ++i )
      {
        for ( int j = -3; j <= 3; ++j )
        {
          const double si = std::clamp( s + i * width / 3 / A, 0.0, 1.0 );
          const double tj = std::clamp( t + j * width / 3 / B, 0.0, 1.0 );
          const double one = geodesic( on( at.a, si ), on( at.b, tj ) );
          if ( one < metres )
          {
            metres = one;
            at.s = si;
            at.t = tj;
          }
        }
      }
    }
    least = std::min( least, metres );
  }
  return least;
}

void TestCaNearestAreas::edgesAsBySearch_data()
{
  QTest::addColumn<QString>( "wkt" );
  QTest::newRow( "past a corner" ) << "LineString(138.8 35.3, 139.6 35.25)";
  QTest::newRow( "a kilometre beside" ) << "LineString(139.45 34, 139.41 36)";
  QTest::newRow( "forty degrees long, four kilometres off" ) << "LineString(118.95 15.2, 158.95 55.2)";
  QTest::newRow( "along a parallel for 160 degrees" ) << "LineString(60 35.5, 220 35.5)";
  QTest::newRow( "in the far north" ) << "LineString(100 80, 130 82)";
  QTest::newRow( "along 85 degrees north over 180" ) << "LineString(175 85, 190 85)";
  QTest::newRow( "beside the pole" ) << "LineString(110 89.5, 140 89.9)";
  QTest::newRow( "a hundred metres from the pole" ) << "LineString(145 89.999, 130 89.9991)";
  QTest::newRow( "to the pole" ) << "LineString(-41 87, -41 90)";
  QTest::newRow( "in the south" ) << "LineString(100 -60, 200 -50)";
  QTest::newRow( "over 180" ) << "LineString(170 40, 190 30)";
  QTest::newRow( "over 180 from the other side" ) << "LineString(-190 40, -170 30)";
  QTest::newRow( "beyond 180" ) << "LineString(-175 36, -165 20)";
  QTest::newRow( "once around" ) << "LineString(-180 60, 180 60)";
  QTest::newRow( "polygon over 180" ) << "Polygon((175 30, 190 30, 190 50, 175 50, 175 30))";
  QTest::newRow( "polygon on both sides of 180" )
      << "MultiPolygon(((175 30, 180 30, 180 50, 175 50, 175 30)),((-180 30, -170 30, -170 50, -180 50, -180 30)))";
  QTest::newRow( "ring around the pole" ) << "Polygon((-180 75, 180 75, 180 76, -180 76, -180 75))";
  QTest::newRow( "hole" ) << "Polygon((120 20, 160 20, 160 50, 120 50, 120 20),(138 34, 141 34, 141 36.5, 138 36.5, 138 34))";
}

void TestCaNearestAreas::edgesAsBySearch()
{
  QFETCH( QString, wkt );
  const QgsGeometry geometry = QgsGeometry::fromWkt( wkt );
  QVERIFY( !geometry.isNull() );
  QgsDistanceArea measure;
  measure.setSourceCrs( mSet->boundaries().crs(), QgsCoordinateTransformContext() );
  measure.setEllipsoid( QStringLiteral( "EPSG:7019" ) );
  const QMap<QString, double> found = all( geometry );
  QCOMPARE( found.size(), 4 );
  for ( auto it = found.constBegin(); it != found.constEnd(); ++it )
  {
    const double least = leastBySearch( geometry, geometryOf( it.key() ), measure );
    QVERIFY2( std::abs( it.value() - least ) < 0.02,
              qPrintable( QStringLiteral( "%1: %2 and %3" ).arg( it.key() ).arg( it.value(), 0, 'f', 4 ).arg( least, 0, 'f', 4 ) ) );
  }
}

void TestCaNearestAreas::otherDatumsAndProjections()
{
  // The same squares on UTM: the same distances, but for edges that are straight there instead.
  const QString file = mFolder.filePath( QStringLiteral( "utm.gpkg" ) );
  QVERIFY( QFile::exists( mFolder.filePath( QStringLiteral( "N03.geojson" ) ) ) );
  GDALAllRegister();
  const GDALDatasetUniquePtr source( GDALDataset::Open( mFolder.filePath( QStringLiteral( "N03.geojson" ) ).toUtf8().constData() ) );
  QVERIFY( source );
  OGRSpatialReference utm;
  utm.SetAxisMappingStrategy( OAMS_TRADITIONAL_GIS_ORDER );
  QCOMPARE( utm.importFromEPSG( 6691 ), OGRERR_NONE );
  {
    const GDALDatasetUniquePtr target(
        GetGDALDriverManager()->GetDriverByName( "GPKG" )->Create( file.toUtf8().constData(), 0, 0, 0, GDT_Unknown, nullptr ) );
    OGRLayer *layer = target->CreateLayer( "N03", &utm, wkbPolygon );
    OGRLayer *from = source->GetLayer( 0 );
    for ( int i = 0; i < from->GetLayerDefn()->GetFieldCount(); ++i )
      QCOMPARE( layer->CreateField( from->GetLayerDefn()->GetFieldDefn( i ) ), OGRERR_NONE );
    for ( const OGRFeatureUniquePtr &feature : *from )
    {
      const OGRFeatureUniquePtr copy( feature->Clone() );
      QCOMPARE( copy->GetGeometryRef()->transformTo( &utm ), OGRERR_NONE );
      copy->SetFID( OGRNullFID );
      OGRFeature made( layer->GetLayerDefn() );
      made.SetFrom( copy.get() );
      QCOMPARE( layer->CreateFeature( &made ), OGRERR_NONE );
    }
  }
  const std::shared_ptr<const CaAreaSet> set = areaSet( file );
  QVERIFY( set );
  QString error;
  const std::shared_ptr<const CaNearestAreas> nearest = CaNearestAreas::build( set, &error );
  QVERIFY2( nearest, qPrintable( error ) );
  QgsGeometry point = QgsGeometry::fromPointXY( { 138.5, 34.5 } ); // nearest to a corner
  point.transform( QgsCoordinateTransform( mSet->boundaries().crs(), set->boundaries().crs(), QgsCoordinateTransformContext() ) );
  CaNearestAreas::Work work;
  std::vector<CaNearArea> found;
  QVERIFY( nearest->nearest( point, 1, 1e9, work, found ) );
  QCOMPARE( found.size(), size_t( 1 ) );
  QVERIFY( std::abs( found[0].metres - all( QgsGeometry::fromPointXY( { 138.5, 34.5 } ) ).value( "WEST" ) ) < 0.01 );
}

CA_TEST_MAIN( TestCaNearestAreas )
#include "testcanearestareas.moc"
