// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "caarcs.h"

#include <algorithm>

//! Two segments that meet, by the position of their first points.
struct CaContact
{
  enum Kind
  {
    Touch, //!< They share an end point that is not a node of both
    Cross  //!< They cross, lie on each other, or one ends inside the other
  };
  Kind kind;
  uint32_t a;
  uint32_t b;
  CaPoint where;
};

/**
 * \brief Where the segments of arcs are, to find those that meet and those west of a point.
 *
 * Arcs are cut into chains that run towards one quarter of the compass. Two points of a chain span a box that holds all between them, so a
 * pair of chains is searched by halving, without any box stored, and a chain never meets itself. Chains lie in strips from west to east, by
 * their western end.
 */
class CaArcIndex
{
public:
  CaArcIndex() = default;
  explicit CaArcIndex( const CaArcs &arcs );

  //! Returns all places where segments meet, but for ends of arcs at a common node. On as many threads as there are cores.
  std::vector<CaContact> contacts( const CaArcs &arcs ) const;

  /**
   * Returns the direction, with the west on its right, of the first arc met going west from \a point, or NOTHING.
   * Arcs through the point itself are not met; of the others only those for which \a accept says so.
   */
  template <typename Accept>
  uint32_t westOf( const CaArcs &arcs, const CaPoint &point, const Accept &accept ) const;

  static constexpr uint32_t NOTHING = 0xFFFFFFFF;

  size_t chainCount() const { return mChains.size(); }

private:
  struct Chain
  {
    uint32_t first;
    uint32_t last;
  };
  struct Box
  {
    double west, south, east, north;
  };
  //! Whether the first of two segments that do not cross, both from a low to a high end past a common height, is east of the other.
  static bool isEastOf( const CaPoint &low, const CaPoint &high, const CaPoint &otherLow, const CaPoint &otherHigh );
  static Box boxOf( const CaPoint &a, const CaPoint &b );
  void addChains( const CaArcs &arcs );
  void fillStrips( const CaArcs &arcs );
  size_t stripOf( double y ) const;
  void contactsInStrip( const CaArcs &arcs, size_t strip, std::vector<CaContact> &contacts ) const;
  static void searchPair( const CaArcs &arcs, Chain a, Chain b, std::vector<CaContact> &contacts );
  static void testSegments( const CaArcs &arcs, uint32_t a, uint32_t b, std::vector<CaContact> &contacts );

  CaBuffer<Chain> mChains;
  CaBuffer<uint32_t> mEntries;         //!< Chains of all strips, strip after strip
  std::vector<size_t> mStripEnds{ 0 }; //!< Where each strip begins in mEntries, and the last ends
  double mSouth = 0;
  double mStripHeight = 1;
};

template <typename Accept>
uint32_t CaArcIndex::westOf( const CaArcs &arcs, const CaPoint &point, const Accept &accept ) const
{
  uint32_t nearest = NOTHING;
  if ( mStripEnds.size() < 2 )
    return nearest;
  CaPoint nearestLow{ 0, 0 };
  CaPoint nearestHigh{ 0, 0 };
  const size_t strip = stripOf( point.y );
  for ( size_t entry = mStripEnds[strip]; entry < mStripEnds[strip + 1]; ++entry )
  {
    const Chain &chain = mChains[mEntries[entry]];
    const CaPoint &first = arcs.points[chain.first];
    const CaPoint &last = arcs.points[chain.last];
    if ( std::min( first.x, last.x ) >= point.x )
      break;
    // A segment counts if it has one end at most at the height of the point and one above.
    const bool goesNorth = first.y <= point.y;
    if ( goesNorth == ( last.y <= point.y ) ||
         ( nearest != NOTHING && std::max( first.x, last.x ) < std::min( nearestLow.x, nearestHigh.x ) ) )
      continue;
    uint32_t a = chain.first;
    uint32_t b = chain.last;
    while ( b - a > 1 )
    {
      const uint32_t middle = a + ( b - a ) / 2;
      ( ( arcs.points[middle].y <= point.y ) == goesNorth ? a : b ) = middle;
    }
    const CaPoint &low = arcs.points[goesNorth ? a : b];
    const CaPoint &high = arcs.points[goesNorth ? b : a];
    if ( caTurn( low, high, point ) >= 0 || ( nearest != NOTHING && !isEastOf( low, high, nearestLow, nearestHigh ) ) )
      continue;
    // Going north the west is to the left: the direction wanted comes south.
    const uint32_t direction = 2 * arcs.arcOf( a ) + ( goesNorth ? 1 : 0 );
    if ( !accept( direction ) )
      continue;
    nearest = direction;
    nearestLow = low;
    nearestHigh = high;
  }
  return nearest;
}
