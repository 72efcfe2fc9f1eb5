// SPDX-License-Identifier: GPL-2.0-or-later
#include "canearestareas.h"

#include <qgscoordinatetransformcontext.h>
#include <qgsexception.h>
#include <qgspolygon.h>

#include <geodesic.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace
{

constexpr double GRS80_A = 6378137;
constexpr double GRS80_F = 1 / 298.257222101;
constexpr double CUT = 0.01;       // degrees, about a kilometre
constexpr uint32_t RUN_EDGES = 16; // edges of a block
constexpr uint32_t LEAF_RUNS = 4;  // blocks of a leaf
constexpr double SLACK = 0.1;      // metres by which an edge on the ellipsoid may be away from the straight line between its ends, amply
constexpr double FAR = std::numeric_limits<double>::infinity();

const geod_geodesic &ellipsoid()
{
  static const geod_geodesic geodesic = []
  {
    geod_geodesic made;
    geod_init( &made, GRS80_A, GRS80_F );
    return made;
  }();
  return geodesic;
}

double geodesic( double lon1, double lat1, double lon2, double lat2 )
{
  double metres = 0;
  geod_inverse( &ellipsoid(), lat1, lon1, lat2, lon2, &metres, nullptr, nullptr );
  return metres;
}

} // namespace

//! What one asks of, in pieces of a few edges; a point is a piece of one place.
struct CaNearestAreas::Shape
{
  struct Piece
  {
    uint32_t first;
    uint32_t last;
    Box box;
  };
  std::vector<Place> places;
  std::vector<Piece> pieces;
  Box box;
  QVector<int> touched; //!< Members that it is in or touches
};

CaNearestAreas::CaNearestAreas( std::shared_ptr<const CaAreaSet> set )
    : mSet( std::move( set ) )
    , mLocator( mSet->coverage() )
{
  for ( int member = 0; member < mSet->boundaries().members().size(); ++member )
  {
    const QVector<int> areas = mSet->areasOfMember( member );
    mAreasOfMember.emplace_back( areas.begin(), areas.end() );
  }
}

std::shared_ptr<const CaNearestAreas> CaNearestAreas::build( std::shared_ptr<const CaAreaSet> set, QString *error )
{
  std::shared_ptr<CaNearestAreas> nearest( new CaNearestAreas( std::move( set ) ) );
  const QgsCoordinateReferenceSystem crs = nearest->mSet->boundaries().crs();
  const QStringList inDegrees{ QStringLiteral( "EPSG:6668" ), QStringLiteral( "EPSG:4612" ), QStringLiteral( "EPSG:4326" ) };
  if ( !inDegrees.contains( crs.authid() ) )
    nearest->mToDegrees = std::make_unique<QgsCoordinateTransform>( crs, QgsCoordinateReferenceSystem( inDegrees.constFirst() ),
                                                                    QgsCoordinateTransformContext() );
  try
  {
    const CaArcs &arcs = nearest->mSet->coverage()->arcs();
    for ( const CaArcs::Arc &arc : arcs.arcs )
    {
      // With the same areas on both sides it is the border of none.
      if ( nearest->areasOf( arc.left ) != nearest->areasOf( arc.right ) )
        nearest->addLine( arcs.points.data() + arc.first, arc.last - arc.first + 1, arc.left, arc.right );
    }
    const QHash<int, QgsGeometry> &unfitting = nearest->mSet->coverage()->unfitting();
    for ( auto it = unfitting.constBegin(); it != unfitting.constEnd(); ++it )
    {
      const QgsMultiPolygonXY polygons = it->isMultipart() ? it->asMultiPolygon() : QgsMultiPolygonXY{ it->asPolygon() };
      for ( const QgsPolygonXY &polygon : polygons )
      {
        for ( const QgsPolylineXY &ring : polygon )
        {
          std::vector<CaPoint> points;
          for ( const QgsPointXY &point : ring )
            points.push_back( { point.x(), point.y() } );
          nearest->addLine( points.data(), points.size(), it.key(), CaArcs::NOBODY );
        }
      }
    }
  }
  catch ( const QgsCsException &exception )
  {
    *error = tr( "The boundaries cannot be transformed from %1 to degrees: %2" ).arg( crs.userFriendlyIdentifier(), exception.what() );
    return nullptr;
  }
  nearest->makeTree();
  return nearest;
}

const std::vector<int> &CaNearestAreas::areasOf( int member ) const
{
  static const std::vector<int> none;
  return member < 0 ? none : mAreasOfMember[static_cast<size_t>( member )];
}

CaPoint CaNearestAreas::degrees( const CaPoint &point ) const
{
  if ( !mToDegrees )
    return point;
  const QgsPointXY transformed = mToDegrees->transform( QgsPointXY( point.x, point.y ) );
  return { transformed.x(), transformed.y() };
}

CaNearestAreas::Place CaNearestAreas::placeAt( const CaPoint &degrees )
{
  constexpr double RADIANS = M_PI / 180;
  constexpr double E2 = GRS80_F * ( 2 - GRS80_F );
  const double sinLat = std::sin( degrees.y * RADIANS );
  const double cosLat = std::cos( degrees.y * RADIANS );
  const double normal = GRS80_A / std::sqrt( 1 - E2 * sinLat * sinLat );
  return { degrees.x,
           degrees.y,
           { normal * cosLat * std::cos( degrees.x * RADIANS ), normal * cosLat * std::sin( degrees.x * RADIANS ),
             normal * ( 1 - E2 ) * sinLat } };
}

//! Adds the edge to \a to, in degrees, in cuts of about a kilometre; \a from is there already.
void CaNearestAreas::addCut( CaPoint from, CaPoint to, std::vector<Place> &places ) const
{
  const int cuts = std::max( 1, static_cast<int>( std::ceil( std::max( std::abs( to.x - from.x ), std::abs( to.y - from.y ) ) / CUT ) ) );
  for ( int cut = 1; cut < cuts; ++cut )
  {
    const double part = static_cast<double>( cut ) / cuts;
    places.push_back( placeAt( { from.x + part * ( to.x - from.x ), from.y + part * ( to.y - from.y ) } ) );
  }
  places.push_back( placeAt( to ) );
}

void CaNearestAreas::addLine( const CaPoint *points, size_t count, int left, int right )
{
  if ( count < 2 )
    return;
  uint32_t first = static_cast<uint32_t>( mPlaces.size() );
  CaPoint before = degrees( points[0] );
  mPlaces.push_back( placeAt( before ) );
  for ( size_t i = 1; i < count; ++i )
  {
    const CaPoint point = degrees( points[i] );
    addCut( before, point, mPlaces );
    before = point;
  }
  for ( const uint32_t last = static_cast<uint32_t>( mPlaces.size() ) - 1; first < last; first = std::min( first + RUN_EDGES, last ) )
    mRuns.push_back( { first, std::min( first + RUN_EDGES, last ), left, right } );
}

CaNearestAreas::Box CaNearestAreas::boxOf( const std::vector<Place> &places, uint32_t first, uint32_t last )
{
  Box box{ places[first].xyz, places[first].xyz };
  for ( uint32_t i = first + 1; i <= last; ++i )
    extend( box, { places[i].xyz, places[i].xyz } );
  return box;
}

void CaNearestAreas::extend( Box &box, const Box &other )
{
  for ( size_t axis = 0; axis < 3; ++axis )
  {
    box.low[axis] = std::min( box.low[axis], other.low[axis] );
    box.high[axis] = std::max( box.high[axis], other.high[axis] );
  }
}

//! Returns the length of the shortest straight line between two boxes, less what edges may bulge out of them.
double CaNearestAreas::between( const Box &a, const Box &b )
{
  double sum = 0;
  for ( size_t axis = 0; axis < 3; ++axis )
  {
    const double gap = std::max( { 0.0, a.low[axis] - b.high[axis], b.low[axis] - a.high[axis] } );
    sum += gap * gap;
  }
  return std::max( 0.0, std::sqrt( sum ) - SLACK );
}

void CaNearestAreas::makeTree()
{
  if ( mRuns.empty() )
    return;
  mBoxes.reserve( mRuns.size() );
  for ( const Run &run : mRuns )
    mBoxes.push_back( boxOf( mPlaces, run.first, run.last ) );
  mNodes.emplace_back();
  fillNode( 0, 0, static_cast<uint32_t>( mRuns.size() ) );
}

void CaNearestAreas::fillNode( uint32_t node, uint32_t first, uint32_t last )
{
  Box box = mBoxes[first];
  for ( uint32_t i = first + 1; i < last; ++i )
    extend( box, mBoxes[i] );
  if ( last - first <= LEAF_RUNS )
  {
    mNodes[node] = { box, first, last - first };
    return;
  }
  size_t axis = 0;
  for ( size_t other = 1; other < 3; ++other )
    axis = box.high[other] - box.low[other] > box.high[axis] - box.low[axis] ? other : axis;
  std::vector<uint32_t> order( last - first );
  for ( uint32_t i = 0; i < order.size(); ++i )
    order[i] = first + i;
  const uint32_t half = ( last - first ) / 2;
  std::nth_element( order.begin(), order.begin() + half, order.end(),
                    [&]( uint32_t a, uint32_t b )
                    { return mBoxes[a].low[axis] + mBoxes[a].high[axis] < mBoxes[b].low[axis] + mBoxes[b].high[axis]; } );
  std::vector<Run> runs;
  std::vector<Box> sorted;
  for ( const uint32_t i : order )
  {
    runs.push_back( mRuns[i] );
    sorted.push_back( mBoxes[i] );
  }
  std::copy( runs.begin(), runs.end(), mRuns.begin() + first );
  std::copy( sorted.begin(), sorted.end(), mBoxes.begin() + first );
  const uint32_t child = static_cast<uint32_t>( mNodes.size() );
  mNodes.resize( mNodes.size() + 2 );
  mNodes[node] = { box, child, 0 };
  fillNode( child, first, first + half );
  fillNode( child + 1, first + half, last );
}

void CaNearestAreas::addPieces( Shape &shape, uint32_t first )
{
  const uint32_t last = static_cast<uint32_t>( shape.places.size() ) - 1;
  do
  {
    const uint32_t end = std::min( first + RUN_EDGES, last );
    const Box box = boxOf( shape.places, first, end );
    if ( shape.pieces.empty() )
      shape.box = box;
    extend( shape.box, box );
    shape.pieces.push_back( { first, end, box } );
    first = end;
  } while ( first < last );
}

bool CaNearestAreas::makeShape( const QgsGeometry &geometry, Shape &shape ) const
{
  int part = -1;
  int ring = -1;
  CaPoint before{ 0, 0 };
  uint32_t first = 0;
  for ( auto vertex = geometry.vertices_begin(); vertex != geometry.vertices_end(); ++vertex )
  {
    const CaPoint point{ ( *vertex ).x(), ( *vertex ).y() };
    if ( !std::isfinite( point.x ) || !std::isfinite( point.y ) )
      return false;
    const CaPoint place = degrees( point );
    if ( !std::isfinite( place.x ) || !std::isfinite( place.y ) )
      return false;
    const QgsVertexId id = vertex.vertexId();
    if ( id.part != part || id.ring != ring )
    {
      if ( !shape.places.empty() )
        addPieces( shape, first );
      first = static_cast<uint32_t>( shape.places.size() );
      shape.places.push_back( placeAt( place ) );
      part = id.part;
      ring = id.ring;
    }
    else
      addCut( before, place, shape.places );
    before = place;
  }
  if ( shape.places.empty() )
    return false;
  addPieces( shape, first );
  return true;
}

//! Returns the distance of a place from an edge through the earth: cheap, and but for SLACK never more than over it.
double CaNearestAreas::through( const Place &place, const Place &from, const Place &to )
{
  double along = 0;
  double length = 0;
  for ( size_t axis = 0; axis < 3; ++axis )
  {
    along += ( place.xyz[axis] - from.xyz[axis] ) * ( to.xyz[axis] - from.xyz[axis] );
    length += ( to.xyz[axis] - from.xyz[axis] ) * ( to.xyz[axis] - from.xyz[axis] );
  }
  const double part = length > 0 ? std::clamp( along / length, 0.0, 1.0 ) : 0;
  double sum = 0;
  for ( size_t axis = 0; axis < 3; ++axis )
  {
    const double gap = from.xyz[axis] + part * ( to.xyz[axis] - from.xyz[axis] ) - place.xyz[axis];
    sum += gap * gap;
  }
  return std::sqrt( sum );
}

//! Returns the distance of a place from an edge over the ellipsoid. Its square along so short an edge is a parabola.
double CaNearestAreas::over( const Place &place, const Place &from, const Place &to )
{
  const auto at = [&]( double t )
  {
    return geodesic( place.lon, place.lat, from.lon + t * ( to.lon - from.lon ), from.lat + t * ( to.lat - from.lat ) );
  };
  const double start = at( 0 );
  const double middle = at( 0.5 );
  const double end = at( 1 );
  const double bend = 2 * ( start * start - 2 * middle * middle + end * end );
  const double slope = -3 * start * start + 4 * middle * middle - end * end;
  double least = std::min( { start, middle, end } );
  if ( bend > 0 )
    least = std::min( least, at( std::clamp( -slope / ( 2 * bend ), 0.0, 1.0 ) ) );
  return least;
}

//! Returns the distance of \a shape from the edges of a run, or infinity if it is surely more than \a within.
double CaNearestAreas::measure( const Shape &shape, uint32_t number, double within ) const
{
  const Run &run = mRuns[number];
  const Box &box = mBoxes[number];
  const auto forEachPair = [&]( const auto &use, const double &most )
  {
    for ( const Shape::Piece &piece : shape.pieces )
    {
      if ( between( piece.box, box ) > most )
        continue;
      for ( uint32_t edge = run.first; edge < run.last; ++edge )
      {
        for ( uint32_t place = piece.first; place <= piece.last; ++place )
          use( shape.places[place], mPlaces[edge], mPlaces[edge + 1] );
      }
      for ( uint32_t edge = piece.first; edge < piece.last; ++edge )
      {
        for ( uint32_t place = run.first; place <= run.last; ++place )
          use( mPlaces[place], shape.places[edge], shape.places[edge + 1] );
      }
    }
  };
  // The best by the cheap measure first: hardly any other is then worth the dear one.
  double shortest = FAR;
  const Place *best[3] = {};
  double most = within;
  forEachPair(
      [&]( const Place &place, const Place &from, const Place &to )
      {
        const double metres = through( place, from, to );
        if ( metres >= shortest )
          return;
        shortest = metres;
        most = std::min( within, metres + SLACK );
        best[0] = &place;
        best[1] = &from;
        best[2] = &to;
      },
      most );
  if ( shortest - SLACK > within )
    return FAR;
  double least = over( *best[0], *best[1], *best[2] );
  most = std::min( within, least );
  forEachPair(
      [&]( const Place &place, const Place &from, const Place &to )
      {
        if ( &place == best[0] && &from == best[1] )
          return;
        if ( through( place, from, to ) - SLACK <= least )
          least = std::min( least, over( place, from, to ) );
        most = std::min( within, least );
      },
      most );
  return least;
}

//! Returns the distance beyond which nothing matters any more: the limit, or that of the last of enough areas.
double CaNearestAreas::threshold( Work &work, int count, double limit )
{
  work.ranking.clear();
  for ( const double best : work.best )
  {
    if ( best <= limit )
      work.ranking.push_back( best );
  }
  if ( work.ranking.size() < static_cast<size_t>( count ) )
    return limit;
  std::nth_element( work.ranking.begin(), work.ranking.begin() + ( count - 1 ), work.ranking.end() );
  return work.ranking[static_cast<size_t>( count ) - 1];
}

void CaNearestAreas::search( const Shape &shape, int count, double limit, Work &work, std::vector<CaNearArea> &found ) const
{
  found.clear();
  if ( count < 1 )
    return;
  work.best.assign( static_cast<size_t>( mSet->areas().size() ), FAR );
  const auto lower = [&]( int member, double metres )
  {
    for ( const int area : areasOf( member ) )
      work.best[static_cast<size_t>( area )] = std::min( work.best[static_cast<size_t>( area )], metres );
  };
  const auto worst = [&]( int member, double most )
  {
    double result = -1;
    for ( const int area : areasOf( member ) )
      result = std::max( result, std::min( work.best[static_cast<size_t>( area )], most ) );
    return result;
  };
  for ( const int member : shape.touched )
    lower( member, 0 );
  double most = threshold( work, count, limit );

  work.heap.clear();
  if ( !mNodes.empty() )
    work.heap.push_back( { between( shape.box, mNodes[0].box ), 0 } );
  while ( !work.heap.empty() && most > 0 && work.heap.front().metres <= most )
  {
    std::pop_heap( work.heap.begin(), work.heap.end() );
    const Node &node = mNodes[work.heap.back().node];
    work.heap.pop_back();
    if ( node.count == 0 )
    {
      for ( uint32_t child = node.first; child < node.first + 2; ++child )
      {
        const double metres = between( shape.box, mNodes[child].box );
        if ( metres > most )
          continue;
        work.heap.push_back( { metres, child } );
        std::push_heap( work.heap.begin(), work.heap.end() );
      }
      continue;
    }
    for ( uint32_t i = node.first; i < node.first + node.count; ++i )
    {
      const Run &run = mRuns[i];
      if ( between( shape.box, mBoxes[i] ) > most )
        continue;
      const double within = std::max( worst( run.left, most ), worst( run.right, most ) );
      if ( within <= 0 ) // of no area, or of areas that it is in
        continue;
      const double metres = measure( shape, i, within );
      if ( metres > within )
        continue;
      lower( run.left, metres );
      lower( run.right, metres );
      most = threshold( work, count, limit );
    }
  }

  for ( size_t area = 0; area < work.best.size(); ++area )
  {
    if ( work.best[area] <= most )
      found.push_back( { static_cast<int>( area ), work.best[area] } );
  }
  std::stable_sort( found.begin(), found.end(), []( const CaNearArea &a, const CaNearArea &b ) { return a.metres < b.metres; } );
  if ( found.size() > static_cast<size_t>( count ) )
    found.resize( static_cast<size_t>( count ) );
}

void CaNearestAreas::nearest( const CaPoint &point, int count, double limit, Work &work, std::vector<CaNearArea> &found ) const
{
  thread_local Shape shape;
  shape.places.clear();
  shape.pieces.clear();
  shape.touched.clear();
  shape.places.push_back( placeAt( degrees( point ) ) );
  addPieces( shape, 0 );
  const bool isBeyond = !mToDegrees && std::abs( point.x ) > 180;
  mLocator.locate( isBeyond ? CaPoint{ std::remainder( point.x, 360 ), point.y } : point, work.members );
  for ( const int member : work.members )
    shape.touched << member;
  search( shape, count, limit, work, found );
}

bool CaNearestAreas::nearest( const QgsGeometry &geometry, int count, double limit, Work &work, std::vector<CaNearArea> &found ) const
{
  found.clear();
  if ( geometry.isEmpty() )
    return false;
  QgsGeometry straight = geometry;
  if ( geometry.constGet()->hasCurvedSegments() )
    straight = QgsGeometry( geometry.constGet()->segmentize() );
  Shape shape;
  if ( !makeShape( straight, shape ) )
    return false;
  if ( straight.constGet()->dimension() == 2 && !straight.isGeosValid() )
    straight = straight.makeValid();
  if ( straight.constGet()->dimension() == 0 )
  {
    for ( auto vertex = straight.vertices_begin(); vertex != straight.vertices_end(); ++vertex )
    {
      mLocator.locate( { ( *vertex ).x(), ( *vertex ).y() }, work.members );
      for ( const int member : work.members )
        shape.touched << member;
    }
  }
  else
    shape.touched = mSet->membersTouching( straight );
  // Longitudes beyond 180 degrees are those of the other side.
  const QgsRectangle box = mToDegrees ? QgsRectangle( 0, 0, 0, 0 ) : straight.boundingBox();
  for ( const double turn : { -360.0, 360.0 } )
  {
    if ( turn < 0 ? box.xMaximum() <= 180 : box.xMinimum() >= -180 )
      continue;
    QgsGeometry turned = straight;
    turned.translate( turn, 0 );
    shape.touched += mSet->membersTouching( turned );
  }
  search( shape, count, limit, work, found );
  return true;
}
