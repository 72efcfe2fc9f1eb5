// SPDX-License-Identifier: GPL-2.0-or-later
#include "caflatpolygons.h"

#include <qgsabstractgeometry.h>
#include <qgscoordinatetransform.h>
#include <qgscurve.h>
#include <qgscurvepolygon.h>
#include <qgsexception.h>
#include <qgslinestring.h>
#include <qgspolygon.h>

#include <cmath>
#include <iterator>
#include <limits>
#include <memory>
#include <stdexcept>
#include <unordered_map>

CaPoint *CaFlatPolygons::room( size_t count )
{
  if ( mUsed + count >= std::numeric_limits<uint32_t>::max() )
    throw std::length_error( "more than 4,294,967,294 vertices" );
  mPoints.resize( mUsed + count );
  return mPoints.data() + mUsed;
}

CaFlatPolygons::Added CaFlatPolygons::addRing( int member, bool isHole, size_t count )
{
  CaPoint *points = mPoints.data() + mUsed;
  const bool isFinite =
      std::all_of( points, points + count, []( const CaPoint &point ) { return std::isfinite( point.x ) && std::isfinite( point.y ); } );
  const size_t left = isFinite ? clean( mUsed, count ) : 0;
  if ( left < 3 )
  {
    mPoints.resize( mUsed );
    return isFinite ? Added::TooShort : Added::NotFinite;
  }
  if ( ( doubleArea( points, left ) < 0 ) != isHole )
    std::reverse( points, points + left );
  mRings.push_back( { static_cast<uint32_t>( mUsed ), static_cast<uint32_t>( mUsed + left ), member, isHole } );
  mUsed += left;
  mPoints.resize( mUsed );
  mMemberCount = std::max( mMemberCount, member + 1 );
  return Added::Yes;
}

CaFlatPolygons::Added CaFlatPolygons::addGeometry( int member, const QgsGeometry &geometry )
{
  Added worst = Added::Yes;
  const auto addCurve = [&]( const QgsCurve *curve, bool isHole )
  {
    const std::unique_ptr<QgsLineString> line( curve->curveToLine() );
    const size_t count = line->numPoints();
    CaPoint *points = room( count );
    for ( size_t i = 0; i < count; ++i )
      points[i] = { line->xData()[i], line->yData()[i] };
    const Added added = addRing( member, isHole, count );
    worst = std::max( worst, added );
    return added == Added::Yes;
  };
  for ( auto part = geometry.const_parts_begin(); part != geometry.const_parts_end(); ++part )
  {
    const QgsCurvePolygon *polygon = qgsgeometry_cast<const QgsCurvePolygon *>( *part );
    if ( !polygon || !polygon->exteriorRing() || !addCurve( polygon->exteriorRing(), false ) )
      continue;
    for ( int i = 0; i < polygon->numInteriorRings(); ++i )
      addCurve( polygon->interiorRing( i ), true );
  }
  return worst;
}

size_t CaFlatPolygons::clean( size_t first, size_t count )
{
  CaPoint *points = mPoints.data() + first;
  size_t left = 0;
  for ( size_t i = 0; i < count; ++i )
  {
    const CaPoint point{ points[i].x + 0.0, points[i].y + 0.0 }; // -0 becomes 0, so that equal points have equal bits
    if ( left == 0 || points[left - 1] != point )
      points[left++] = point;
  }
  while ( left > 1 && points[left - 1] == points[0] )
    --left;
  return left;
}

double CaFlatPolygons::doubleArea( const CaPoint *points, size_t count )
{
  // Around the first point, so that small rings far from the origin keep their digits.
  double sum = 0;
  for ( size_t i = 1; i + 1 < count; ++i )
    sum += ( points[i].x - points[0].x ) * ( points[i + 1].y - points[0].y ) -
           ( points[i + 1].x - points[0].x ) * ( points[i].y - points[0].y );
  return sum;
}

size_t CaFlatPolygons::snap( double tolerance )
{
  // Cells as wide as the tolerance: a point within it lies in the same cell or in one of the eight around.
  const auto cellOf = [tolerance]( double value )
  {
    return static_cast<int64_t>( std::floor( value / tolerance ) );
  };
  const auto keyOf = []( int64_t column, int64_t row )
  {
    return static_cast<uint64_t>( column ) * 0x9E3779B97F4A7C15ULL ^ static_cast<uint64_t>( row ) * 0xC2B2AE3D27D4EB4FULL;
  };
  std::unordered_multimap<uint64_t, CaPoint> kept;
  kept.reserve( mUsed );
  size_t moved = 0;
  const auto snapped = [&]( const CaPoint &point )
  {
    const int64_t column = cellOf( point.x );
    const int64_t row = cellOf( point.y );
    CaPoint nearest = point;
    double nearestDistance = std::numeric_limits<double>::infinity();
    for ( int64_t dx = -1; dx <= 1; ++dx )
    {
      for ( int64_t dy = -1; dy <= 1; ++dy )
      {
        const auto range = kept.equal_range( keyOf( column + dx, row + dy ) );
        for ( auto it = range.first; it != range.second; ++it )
        {
          const double distance = std::hypot( it->second.x - point.x, it->second.y - point.y );
          if ( distance <= tolerance && distance < nearestDistance )
          {
            nearest = it->second;
            nearestDistance = distance;
          }
        }
      }
    }
    if ( std::isinf( nearestDistance ) )
      kept.emplace( keyOf( column, row ), point );
    moved += nearest != point;
    return nearest;
  };

  size_t used = 0;
  CaBuffer<Ring> rings;
  bool shellGone = false;
  for ( Ring ring : mRings )
  {
    const size_t first = used;
    for ( uint32_t i = ring.first; i < ring.end; ++i )
      mPoints[used++] = snapped( mPoints[i] );
    used = first + clean( first, used - first );
    if ( !ring.isHole )
      shellGone = used - first < 3;
    if ( used - first < 3 || shellGone )
    {
      used = first;
      continue;
    }
    ring.first = static_cast<uint32_t>( first );
    ring.end = static_cast<uint32_t>( used );
    rings.push_back( ring );
  }
  mRings = std::move( rings );
  mUsed = used;
  mPoints.resize( mUsed );
  return moved;
}

std::vector<CaFlatPolygons::Ring> CaFlatPolygons::takeOut( int member )
{
  std::vector<Ring> out;
  const auto isOther = [member]( const Ring &ring )
  {
    return ring.member != member;
  };
  std::copy_if( mRings.begin(), mRings.end(), std::back_inserter( out ), [&isOther]( const Ring &ring ) { return !isOther( ring ); } );
  mRings.resize( static_cast<size_t>( std::stable_partition( mRings.begin(), mRings.end(), isOther ) - mRings.begin() ) );
  return out;
}

void CaFlatPolygons::renumber( const std::vector<int> &members )
{
  mMemberCount = 0;
  for ( Ring &ring : mRings )
  {
    ring.member = members.at( static_cast<size_t>( ring.member ) );
    mMemberCount = std::max( mMemberCount, ring.member + 1 );
  }
}

bool CaFlatPolygons::transform( const QgsCoordinateTransform &transform )
{
  QVector<double> x;
  QVector<double> y;
  QVector<double> z;
  for ( const Ring &ring : mRings )
  {
    const int count = static_cast<int>( ring.end - ring.first );
    x.resize( count );
    y.resize( count );
    z.fill( 0, count );
    for ( int i = 0; i < count; ++i )
    {
      x[i] = mPoints[ring.first + static_cast<uint32_t>( i )].x;
      y[i] = mPoints[ring.first + static_cast<uint32_t>( i )].y;
    }
    try
    {
      transform.transformInPlace( x, y, z );
    }
    catch ( const QgsCsException & )
    {
      return false;
    }
    for ( int i = 0; i < count; ++i )
    {
      if ( !std::isfinite( x.at( i ) ) || !std::isfinite( y.at( i ) ) )
        return false;
      mPoints[ring.first + static_cast<uint32_t>( i )] = { x.at( i ), y.at( i ) };
    }
  }
  return true;
}

QVector<QgsGeometry> CaFlatPolygons::polygonsOf( int member ) const
{
  QVector<QgsGeometry> result;
  std::unique_ptr<QgsPolygon> polygon;
  const auto finish = [&]
  {
    if ( polygon )
      result << QgsGeometry( std::move( polygon ) );
  };
  for ( const Ring &ring : mRings )
  {
    if ( ring.member != member )
      continue;
    const size_t count = ring.end - ring.first;
    QVector<double> x( static_cast<int>( count + 1 ) );
    QVector<double> y( static_cast<int>( count + 1 ) );
    for ( size_t i = 0; i <= count; ++i )
    {
      const CaPoint &point = mPoints[ring.first + i % count];
      x[static_cast<int>( i )] = point.x;
      y[static_cast<int>( i )] = point.y;
    }
    auto line = std::make_unique<QgsLineString>( x, y );
    if ( ring.isHole && polygon )
      polygon->addInteriorRing( line.release() );
    else
    {
      finish();
      polygon = std::make_unique<QgsPolygon>( line.release() );
    }
  }
  finish();
  return result;
}
