// SPDX-License-Identifier: GPL-2.0-or-later
#include "caringbuilder.h"

#include <QtEndian>

#include <cstring>
#include <limits>
#include <numeric>
#include <stdexcept>

CaRingBuilder::CaRingBuilder( const CaArcs &arcs, const CaArcIndex &index )
    : mArcs( arcs )
    , mIndex( index )
{
}

double CaRingBuilder::areaOf( const std::vector<uint32_t> &ring ) const
{
  // The polygon of the nodes, and what the arcs add to it.
  const CaPoint &origin = mArcs.start( ring.front() );
  double sum = 0;
  for ( const uint32_t direction : ring )
  {
    const CaPoint &a = mArcs.start( direction );
    const CaPoint &b = mArcs.start( direction ^ 1 );
    sum += ( a.x - origin.x ) * ( b.y - origin.y ) - ( b.x - origin.x ) * ( a.y - origin.y );
    sum += direction & 1 ? -mArcs.arcs[direction / 2].bulge : mArcs.arcs[direction / 2].bulge;
  }
  return sum / 2;
}

void CaRingBuilder::cut( const std::vector<uint32_t> &rim, std::vector<uint32_t> &placeOfNode, Rim &result ) const
{
  std::vector<uint32_t> open;
  for ( const uint32_t direction : rim )
  {
    open.push_back( direction );
    placeOfNode[mArcs.startNode( direction )] = static_cast<uint32_t>( open.size() ); // counted from 1: 0 is not visited
    const uint32_t place = placeOfNode[mArcs.endNode( direction )];
    if ( place == 0 )
      continue;
    std::vector<uint32_t> ring( open.begin() + place - 1, open.end() );
    open.resize( place - 1 );
    for ( const uint32_t closed : ring )
      placeOfNode[mArcs.startNode( closed )] = 0;
    const double area = areaOf( ring );
    if ( area > 0 )
      result.shell = static_cast<int>( result.rings.size() );
    result.rings.push_back( std::move( ring ) );
    result.areas.push_back( area );
  }
}

std::vector<CaArcPolygon> CaRingBuilder::polygons( const std::vector<char> &isIn ) const
{
  const auto has = [&isIn]( int member )
  {
    return member != CaArcs::NOBODY && isIn[static_cast<size_t>( member )];
  };
  const auto isRim = [&]( uint32_t direction )
  {
    return has( mArcs.leftOf( direction ) ) && !has( mArcs.rightOf( direction ) );
  };

  std::vector<Rim> rims;
  std::vector<int> rimOf( mArcs.arcs.size(), -1 );
  std::vector<uint32_t> placeOfNode( mArcs.nodeCount, 0 );
  std::vector<uint32_t> rim;
  for ( uint32_t i = 0; i < mArcs.arcs.size(); ++i )
  {
    const uint32_t first = isRim( 2 * i ) ? 2 * i : 2 * i + 1;
    if ( rimOf[i] != -1 || !isRim( first ) )
      continue;
    rim.clear();
    Rim result;
    result.west = mArcs.points[mArcs.arcs[i].west];
    uint32_t direction = first;
    do
    {
      rim.push_back( direction );
      rimOf[direction / 2] = static_cast<int>( rims.size() );
      result.west = std::min( result.west, mArcs.points[mArcs.arcs[direction / 2].west] );
      // The inside is to the left, which seen from the node is clockwise of the way back.
      direction = mArcs.turns[direction ^ 1];
      while ( !isRim( direction ) )
        direction = mArcs.turns[direction];
    } while ( direction != first );
    cut( rim, placeOfNode, result );
    rims.push_back( std::move( result ) );
  }

  std::vector<CaArcPolygon> polygons;
  std::vector<size_t> order( rims.size() );
  std::iota( order.begin(), order.end(), 0 );
  std::stable_sort( order.begin(), order.end(), [&rims]( size_t a, size_t b ) { return rims[a].west < rims[b].west; } );
  for ( const size_t i : order )
  {
    Rim &current = rims[i];
    if ( current.shell != -1 )
    {
      current.polygon = static_cast<int>( polygons.size() );
      polygons.emplace_back();
      std::swap( current.rings.front(), current.rings[static_cast<size_t>( current.shell )] );
      std::swap( current.areas.front(), current.areas[static_cast<size_t>( current.shell )] );
    }
    else
    {
      const uint32_t west =
          mIndex.westOf( mArcs, current.west, [&]( uint32_t direction ) { return isRim( direction ) || isRim( direction ^ 1 ); } );
      const int around = west == CaArcIndex::NOTHING ? -1 : rims[static_cast<size_t>( rimOf[west / 2] )].polygon;
      if ( around == -1 )
        throw std::logic_error( "a hole without a shell: the arcs were not checked" );
      current.polygon = around;
    }
    CaArcPolygon &polygon = polygons[static_cast<size_t>( current.polygon )];
    for ( std::vector<uint32_t> &ring : current.rings )
      polygon.rings.push_back( std::move( ring ) );
    polygon.areas.insert( polygon.areas.end(), current.areas.begin(), current.areas.end() );
  }
  return polygons;
}

size_t CaRingBuilder::pointCount( const std::vector<uint32_t> &ring ) const
{
  size_t count = 1;
  for ( const uint32_t direction : ring )
    count += mArcs.arcs[direction / 2].last - mArcs.arcs[direction / 2].first;
  return count;
}

QByteArray CaRingBuilder::wkb( const std::vector<CaArcPolygon> &polygons ) const
{
  constexpr quint32 POLYGON = 3;
  constexpr quint32 MULTIPOLYGON = 6;
  size_t size = 9;
  for ( const CaArcPolygon &polygon : polygons )
  {
    size += 9;
    for ( const std::vector<uint32_t> &ring : polygon.rings )
      size += 4 + 16 * pointCount( ring );
  }
  if ( size > static_cast<size_t>( std::numeric_limits<int>::max() ) )
    throw std::length_error( "an area has more than 134,000,000 vertices" );
  QByteArray result( static_cast<int>( size ), Qt::Uninitialized );
  char *to = result.data();
  const auto write = [&to]( const auto &value )
  {
    std::memcpy( to, &value, sizeof value );
    to += sizeof value;
  };
  const auto writeHeader = [&]( quint32 type, size_t count )
  {
    write( static_cast<char>( Q_BYTE_ORDER == Q_LITTLE_ENDIAN ? 1 : 0 ) );
    write( type );
    write( static_cast<quint32>( count ) );
  };
  writeHeader( MULTIPOLYGON, polygons.size() );
  for ( const CaArcPolygon &polygon : polygons )
  {
    writeHeader( POLYGON, polygon.rings.size() );
    for ( const std::vector<uint32_t> &ring : polygon.rings )
    {
      write( static_cast<quint32>( pointCount( ring ) ) );
      write( mArcs.start( ring.front() ) );
      // Backwards: arcs have the inside to the left, rings to the right.
      for ( auto direction = ring.rbegin(); direction != ring.rend(); ++direction )
      {
        const CaArcs::Arc &arc = mArcs.arcs[*direction / 2];
        if ( *direction & 1 )
        {
          const size_t bytes = sizeof( CaPoint ) * ( arc.last - arc.first );
          std::memcpy( to, &mArcs.points[arc.first + 1], bytes );
          to += bytes;
        }
        else
        {
          for ( uint32_t i = arc.last; i-- > arc.first; )
            write( mArcs.points[i] );
        }
      }
    }
  }
  return result;
}
