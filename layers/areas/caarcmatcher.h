// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "caarcs.h"
#include "caflatpolygons.h"

/**
 * \brief Finds which segments two polygons share, and makes arcs of what separates members.
 *
 * A border between two neighbours is in the data twice, once in each direction. Finding the other one of every segment in a hash table
 * costs a cache miss or two for each. But where one pair is found, the segments before and after it are nearly always a pair as well, and
 * lie side by side in memory. So the table holds only the segments whose own hash is a multiple of SAMPLE, which both ends of a border
 * agree on; from each pair found the border is followed both ways. What is left over, coasts and short borders, goes through a second table
 * in full.
 */
class CaArcMatcher
{
public:
  //! Pairs the segments of \a polygons, which must live as long as this.
  explicit CaArcMatcher( CaFlatPolygons &polygons );

  //! Returns the arcs, not yet connected. Points are as in the polygons, exactly.
  CaArcs arcs();

  //! Puts \a geometry in the place of the polygons of \a member, and pairs anew what that changes.
  void replace( int member, const QgsGeometry &geometry );

private:
  using Ring = CaFlatPolygons::Ring;
  static constexpr uint32_t NONE = 0xFFFFFFFF;
  static constexpr uint64_t SAMPLE = 16;

  uint64_t pointHash( uint32_t position ) const;
  uint64_t segmentHash( uint64_t a, uint64_t b ) const;
  static uint32_t next( const Ring &ring, uint32_t position ) { return position + 1 == ring.end ? ring.first : position + 1; }
  static uint32_t previous( const Ring &ring, uint32_t position ) { return position == ring.first ? ring.end - 1 : position - 1; }
  const Ring &ringOf( uint32_t position ) const;
  /**
   * Pairs the segments of the rings from \a firstRing on that have no pair yet and whose hash is a multiple of \a sample.
   * \param table is looked into, and gets those that find no pair
   */
  void match( const Ring *firstRing, uint64_t sample, CaBuffer<uint32_t> &table );
  static CaBuffer<uint32_t> emptyTable( size_t expected );
  void follow( const Ring &ring, uint32_t position, const Ring &otherRing, uint32_t other );
  int neighbour( uint32_t position );
  void addArcs( const Ring &ring, CaArcs &arcs );
  bool isBreak( const Ring &ring, uint32_t position );

  CaFlatPolygons &mPolygons;
  const CaPoint *mPoints;
  CaBuffer<uint32_t> mTwins; //!< For each segment the one that runs back along it
  Ring mLastRing{ 0, 0, 0, false };
};
