// SPDX-License-Identifier: GPL-2.0-or-later
#include "caarcs.h"

#include "caparallel.h"

#include <algorithm>
#include <numeric>

namespace
{
//! Whether the direction from \a centre to \a point is in the lower half: from west, exclusive, by south to east, exclusive.
bool isLower( const CaPoint &centre, const CaPoint &point )
{
  return point.y < centre.y || ( point.y == centre.y && point.x < centre.x );
}
} // namespace

uint32_t CaArcs::arcOf( uint32_t position ) const
{
  const auto after =
      std::upper_bound( arcs.begin(), arcs.end(), position, []( uint32_t value, const Arc &arc ) { return value < arc.first; } );
  return static_cast<uint32_t>( after - arcs.begin() ) - 1;
}

void CaArcs::connect()
{
  caParallel( arcs.size(),
              [this]( size_t i )
              {
                Arc &arc = arcs[i];
                arc.west = arc.first;
                arc.bulge = 0;
                const CaPoint origin = points[arc.first]; // near, so that small areas keep their digits
                for ( uint32_t j = arc.first; j < arc.last; ++j )
                {
                  const CaPoint &a = points[j];
                  const CaPoint &b = points[j + 1];
                  arc.bulge += ( a.x - origin.x ) * ( b.y - origin.y ) - ( b.x - origin.x ) * ( a.y - origin.y );
                  if ( b < points[arc.west] )
                    arc.west = j + 1;
                }
              } );

  // Around each node counter-clockwise, beginning east.
  std::vector<uint32_t> directions( arcs.size() * 2 );
  std::iota( directions.begin(), directions.end(), 0 );
  std::sort( directions.begin(), directions.end(),
             [this]( uint32_t a, uint32_t b )
             {
               const CaPoint &centre = start( a );
               if ( centre != start( b ) )
                 return centre < start( b );
               const bool lower = isLower( centre, second( a ) );
               if ( lower != isLower( centre, second( b ) ) )
                 return !lower;
               const int turn = caTurn( centre, second( a ), second( b ) );
               return turn != 0 ? turn > 0 : a < b;
             } );
  turns.assign( directions.size(), 0 );
  nodeCount = 0;
  for ( size_t first = 0, end = 0; first < directions.size(); first = end, ++nodeCount )
  {
    while ( end < directions.size() && start( directions[end] ) == start( directions[first] ) )
      ++end;
    for ( size_t i = first; i < end; ++i )
    {
      const uint32_t direction = directions[i];
      turns[direction] = directions[i == first ? end - 1 : i - 1];
      ( direction & 1 ? arcs[direction / 2].to : arcs[direction / 2].from ) = nodeCount;
    }
  }
}
