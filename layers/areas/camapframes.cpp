// SPDX-License-Identifier: GPL-2.0-or-later
#include "camapframes.h"

#include "camapplane.h"

#include <qgscurvepolygon.h>
#include <qgsexception.h>
#include <qgsfeature.h>
#include <qgsgeometryengine.h>
#include <qgsmultipolygon.h>
#include <qgspolygon.h>
#include <qgsspatialindex.h>

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <memory>
#include <numeric>
#include <tuple>
#include <utility>

namespace
{

constexpr double METRES = 1000;

//! Positions in a vector of polygons.
using Group = QVector<int>;

//! Returns the polygons of \a geometry, curves as lines.
QVector<QgsGeometry> polygonsIn( const QgsGeometry &geometry )
{
  QVector<QgsGeometry> result;
  const QVector<QgsGeometry> parts = geometry.asGeometryCollection();
  for ( const QgsGeometry &part : parts )
  {
    if ( part.isMultipart() )
      result += polygonsIn( part );
    else if ( const QgsCurvePolygon *polygon = qgsgeometry_cast<const QgsCurvePolygon *>( part.constGet() ) )
    {
      QgsGeometry straight( polygon->toPolygon() );
      straight.get()->dropZValue();
      straight.get()->dropMValue();
      if ( !straight.isEmpty() )
        result << straight;
    }
  }
  return result;
}

//! Largest first, so that the result does not depend on the order in which polygons were given.
void sortPolygons( QVector<QgsGeometry> &polygons )
{
  struct Key
  {
    double area, x, y;
    int position;
  };
  QVector<Key> keys;
  keys.reserve( polygons.size() );
  for ( int i = 0; i < polygons.size(); ++i )
  {
    const QgsRectangle box = polygons.at( i ).boundingBox();
    keys << Key{ polygons.at( i ).area(), box.xMinimum(), box.yMinimum(), i };
  }
  std::stable_sort( keys.begin(), keys.end(),
                    []( const Key &a, const Key &b ) { return std::tie( b.area, a.x, a.y ) < std::tie( a.area, b.x, b.y ); } );
  QVector<QgsGeometry> sorted;
  sorted.reserve( polygons.size() );
  for ( const Key &key : std::as_const( keys ) )
    sorted << polygons.at( key.position );
  polygons = sorted;
}

//! What QgsSpatialIndex::deleteFeature() needs: a feature with the number and the box of a polygon.
QgsFeature boxFeature( int position, const QgsRectangle &box )
{
  QgsFeature feature( position );
  feature.setGeometry( QgsGeometry::fromRect( box ) );
  return feature;
}

/**
 * Tells whether two polygons are at most \a metres apart. Asks their boxes first, then GEOS, whose prepared \a polygon is
 * made when it is first needed.
 */
bool isWithin( const QgsGeometry &polygon, const QgsGeometry &other, double metres, std::unique_ptr<QgsGeometryEngine> &engine )
{
  const QgsRectangle a = polygon.boundingBox();
  const QgsRectangle b = other.boundingBox();
  const double gapX = std::max( { 0.0, a.xMinimum() - b.xMaximum(), b.xMinimum() - a.xMaximum() } );
  const double gapY = std::max( { 0.0, a.yMinimum() - b.yMaximum(), b.yMinimum() - a.yMaximum() } );
  if ( std::hypot( gapX, gapY ) > metres )
    return false;
  QgsRectangle both = a;
  both.combineExtentWith( b );
  if ( std::hypot( both.width(), both.height() ) <= metres )
    return true;
  if ( !engine )
  {
    engine.reset( QgsGeometry::createGeometryEngine( polygon.constGet() ) );
    engine->prepareGeometry();
  }
  return engine->distanceWithin( other.constGet(), metres );
}

/**
 * Groups the polygons at \a members of \a polygons in a plane whose gaps are at most \a metres, chain by chain.
 * A polygon leaves the index when it is found, so each is tested against few others, even among 100,000.
 */
QVector<Group> linked( const QVector<QgsGeometry> &polygons, const Group &members, double metres )
{
  QgsSpatialIndex index;
  QVector<bool> waiting( polygons.size(), false );
  for ( const int i : members )
  {
    index.addFeature( i, polygons.at( i ).boundingBox() );
    waiting[i] = true;
  }

  QVector<Group> groups;
  for ( const int first : members )
  {
    if ( !waiting.at( first ) )
      continue;
    waiting[first] = false;
    index.deleteFeature( boxFeature( first, polygons.at( first ).boundingBox() ) );
    Group group{ first };
    for ( int next = 0; next < group.size(); ++next )
    {
      const QgsGeometry &polygon = polygons.at( group.at( next ) );
      QList<QgsFeatureId> near = index.intersects( polygon.boundingBox().buffered( metres ) );
      if ( near.isEmpty() )
        continue;
      std::sort( near.begin(), near.end() );
      std::unique_ptr<QgsGeometryEngine> engine;
      for ( const QgsFeatureId id : std::as_const( near ) )
      {
        const int candidate = static_cast<int>( id );
        if ( !isWithin( polygon, polygons.at( candidate ), metres, engine ) )
          continue;
        waiting[candidate] = false;
        index.deleteFeature( boxFeature( candidate, polygons.at( candidate ).boundingBox() ) );
        group << candidate;
      }
    }
    std::sort( group.begin(), group.end() );
    groups << group;
  }
  return groups;
}

double areaOf( const QVector<QgsGeometry> &polygons, const Group &group )
{
  return std::accumulate( group.begin(), group.end(), 0.0, [&polygons]( double sum, int i ) { return sum + polygons.at( i ).area(); } );
}

QgsRectangle boxOf( const QVector<QgsGeometry> &polygons, const Group &group )
{
  QgsRectangle box = polygons.at( group.first() ).boundingBox();
  for ( const int i : group )
    box.combineExtentWith( polygons.at( i ).boundingBox() );
  return box;
}

//! Largest land first; groups of the same area by their first polygon.
void sortGroups( const QVector<QgsGeometry> &polygons, QVector<Group> &groups )
{
  std::stable_sort( groups.begin(), groups.end(),
                    [&polygons]( const Group &a, const Group &b ) { return areaOf( polygons, a ) > areaOf( polygons, b ); } );
}

//! Returns the width of the smallest frame of this \a aspect around \a box.
double frameWidth( const QgsRectangle &box, double aspect )
{
  return std::max( box.width(), box.height() * aspect );
}

QVector<QgsGeometry> projectedAll( const CaMapPlane &plane, const QVector<QgsGeometry> &polygons )
{
  QVector<QgsGeometry> result;
  result.reserve( polygons.size() );
  for ( const QgsGeometry &polygon : polygons )
    result << plane.projected( polygon );
  return result;
}

/**
 * Moves groups from \a others to the main body, cheapest first, while the frame stays small enough.
 * Works in a plane centred on the main body: in one centred on everything, a far main body would lie askew.
 */
void addBack( const QVector<QgsGeometry> &lonLat, Group &body, QVector<Group> &others, double aspect )
{
  const QgsPointXY centre = boxOf( lonLat, body ).center();
  const QVector<QgsGeometry> polygons = projectedAll( CaMapPlane( centre.x(), centre.y() ), lonLat );
  QgsRectangle box = boxOf( polygons, body );
  const double most = frameWidth( box, aspect ) * CaMapFrames::MOST_GROWTH;
  QVector<QgsRectangle> boxes;
  for ( const Group &other : std::as_const( others ) )
    boxes << boxOf( polygons, other );

  while ( !others.isEmpty() )
  {
    int cheapest = -1;
    double cost = most;
    for ( int i = 0; i < others.size(); ++i )
    {
      QgsRectangle grown = box;
      grown.combineExtentWith( boxes.at( i ) );
      const double width = frameWidth( grown, aspect );
      if ( width < cost || ( cheapest < 0 && width <= cost ) )
      {
        cheapest = i;
        cost = width;
      }
    }
    if ( cheapest < 0 )
      break;
    box.combineExtentWith( boxes.at( cheapest ) );
    body += others.takeAt( cheapest );
    boxes.remove( cheapest );
  }
  std::sort( body.begin(), body.end() );
}

double roundedToHalf( double degrees )
{
  return std::round( degrees * 2 ) / 2;
}

CaMapFrame frameOf( const QString &part, const QVector<QgsGeometry> &lonLat, const Group &group )
{
  QVector<QgsGeometry> land;
  for ( const int i : group )
    land << lonLat.at( i );

  // The centre of the frame, not of the degrees: they differ where a frame is high.
  const QgsPointXY guess = boxOf( lonLat, group ).center();
  const CaMapPlane first( guess.x(), guess.y() );
  Group all( land.size() );
  std::iota( all.begin(), all.end(), 0 );
  const QgsPointXY centre = first.lonLat( boxOf( projectedAll( first, land ), all ).center() );

  CaMapFrame frame;
  frame.part = part;
  frame.centreLon = roundedToHalf( centre.x() );
  frame.centreLat = roundedToHalf( centre.y() );
  const QVector<QgsGeometry> polygons = projectedAll( CaMapPlane( frame.centreLon, frame.centreLat ), land );
  frame.extent = boxOf( polygons, all );
  frame.areaSqKm = areaOf( polygons, all ) / ( METRES * METRES );
  // Part by part: QgsGeometry::collectGeometry() takes seconds for thousands of parts.
  std::unique_ptr<QgsMultiPolygon> multi = std::make_unique<QgsMultiPolygon>();
  multi->reserve( land.size() );
  for ( const QgsGeometry &polygon : std::as_const( land ) )
    multi->addGeometry( polygon.constGet()->clone() );
  frame.land = QgsGeometry( std::move( multi ) );
  return frame;
}

QVector<CaMapFrame> framesOf( const QVector<QgsGeometry> &lonLat, double aspect )
{
  Group all( lonLat.size() );
  std::iota( all.begin(), all.end(), 0 );
  const QgsPointXY centre = boxOf( lonLat, all ).center();
  const QVector<QgsGeometry> polygons = projectedAll( CaMapPlane( centre.x(), centre.y() ), lonLat );

  QVector<Group> others = linked( polygons, all, CaMapFrames::LINK_KM * METRES );
  sortGroups( polygons, others );
  Group body = others.takeFirst();
  addBack( lonLat, body, others, aspect );

  Group remaining;
  for ( const Group &group : std::as_const( others ) )
    remaining += group;
  std::sort( remaining.begin(), remaining.end() );
  QVector<Group> insets = linked( polygons, remaining, CaMapFrames::INSET_KM * METRES );
  sortGroups( polygons, insets );

  QVector<CaMapFrame> frames{ frameOf( QStringLiteral( "main" ), lonLat, body ) };
  for ( int i = 0; i < insets.size(); ++i )
    frames << frameOf( QStringLiteral( "inset%1" ).arg( i + 1 ), lonLat, insets.at( i ) );
  return frames;
}

} // namespace

QVector<CaMapFrame> CaMapFrames::of( const QgsGeometry &lonLat, double aspect, QString *error )
{
  QVector<QgsGeometry> polygons = polygonsIn( lonLat );
  if ( polygons.isEmpty() )
    return QVector<CaMapFrame>();
  sortPolygons( polygons );
  if ( !( aspect > 0 ) || !std::isfinite( aspect ) )
    aspect = 1;

  const auto fail = [error]( const QString &reason )
  {
    if ( error )
      *error = QCoreApplication::translate( "CaMapFrames", "The area cannot be put on a map page: %1. Its coordinates must be "
                                                           "longitude and latitude in degrees; check the layer's CRS." )
                   .arg( reason );
    return QVector<CaMapFrame>();
  };
  const QgsRectangle box = lonLat.boundingBox();
  if ( !box.isFinite() || !QgsRectangle( -180, -90, 180, 90 ).contains( box ) )
    return fail( box.toString( 3 ) );
  try
  {
    return framesOf( polygons, aspect );
  }
  catch ( const QgsCsException &exception )
  {
    return fail( exception.what() );
  }
}
