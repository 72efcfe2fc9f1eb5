// SPDX-License-Identifier: GPL-2.0-or-later
#include "caarcmatcher.h"

#include <cstring>

CaArcMatcher::CaArcMatcher( CaFlatPolygons &polygons )
    : mPolygons( polygons )
    , mPoints( polygons.points().data() )
    , mTwins( polygons.points().size() )
{
  mTwins.fill( NONE );
  {
    CaBuffer<uint32_t> table = emptyTable( mTwins.size() / SAMPLE );
    match( mPolygons.rings().begin(), SAMPLE, table );
  }
  CaBuffer<uint32_t> table = emptyTable( static_cast<size_t>( std::count( mTwins.begin(), mTwins.end(), NONE ) ) );
  match( mPolygons.rings().begin(), 1, table );
}

CaBuffer<uint32_t> CaArcMatcher::emptyTable( size_t expected )
{
  CaBuffer<uint32_t> table( expected + expected / 2 + 16 );
  table.fill( NONE );
  return table;
}

uint64_t CaArcMatcher::pointHash( uint32_t position ) const
{
  uint64_t x;
  uint64_t y;
  std::memcpy( &x, &mPoints[position].x, sizeof x );
  std::memcpy( &y, &mPoints[position].y, sizeof y );
  uint64_t hash = x * 0x9E3779B97F4A7C15ULL ^ ( y * 0xC2B2AE3D27D4EB4FULL + ( y >> 32 ) );
  hash ^= hash >> 32;
  return hash * 0xD6E8FEB86659FD93ULL;
}

uint64_t CaArcMatcher::segmentHash( uint64_t a, uint64_t b ) const
{
  // The same in both directions.
  uint64_t hash = ( a + b ) ^ ( a ^ b ) * 0x9E3779B97F4A7C15ULL;
  hash ^= hash >> 29;
  hash *= 0xBF58476D1CE4E5B9ULL;
  return hash ^ hash >> 32;
}

const CaFlatPolygons::Ring &CaArcMatcher::ringOf( uint32_t position ) const
{
  const CaBuffer<Ring> &rings = mPolygons.rings();
  return *(
      std::upper_bound( rings.begin(), rings.end(), position, []( uint32_t value, const Ring &ring ) { return value < ring.first; } ) - 1 );
}

void CaArcMatcher::match( const Ring *firstRing, uint64_t sample, CaBuffer<uint32_t> &table )
{
  const size_t capacity = table.size();
  for ( const Ring *current = firstRing; current != mPolygons.rings().end(); ++current )
  {
    const Ring &ring = *current;
    const uint64_t firstHash = pointHash( ring.first );
    uint64_t hash = firstHash;
    for ( uint32_t i = ring.first; i < ring.end; ++i )
    {
      const uint64_t startHash = hash;
      const uint32_t end = next( ring, i );
      hash = end == ring.first ? firstHash : pointHash( end );
      if ( mTwins[i] != NONE )
        continue;
      const uint64_t key = segmentHash( startHash, hash );
      if ( key % sample != 0 )
        continue;
      // The upper bits choose the place: the lower ones were used to choose the sample.
      size_t place = static_cast<size_t>( ( key >> 32 ) * capacity >> 32 );
      for ( ; table[place] != NONE; place = place + 1 == capacity ? 0 : place + 1 )
      {
        const uint32_t other = table[place];
        if ( mTwins[other] != NONE || mPoints[other] != mPoints[end] )
          continue;
        const Ring &otherRing = ringOf( other );
        if ( mPoints[next( otherRing, other )] != mPoints[i] )
          continue;
        follow( ring, i, otherRing, other );
        break;
      }
      if ( mTwins[i] == NONE )
        table[place] = i;
    }
  }
}

void CaArcMatcher::follow( const Ring &ring, uint32_t position, const Ring &otherRing, uint32_t other )
{
  mTwins[position] = other;
  mTwins[other] = position;
  const auto pair = [this]( uint32_t a, uint32_t b )
  {
    if ( a == b || mTwins[a] != NONE || mTwins[b] != NONE )
      return false;
    mTwins[a] = b;
    mTwins[b] = a;
    return true;
  };
  uint32_t a = next( ring, position );
  uint32_t b = previous( otherRing, other );
  while ( mPoints[next( ring, a )] == mPoints[b] && pair( a, b ) )
  {
    a = next( ring, a );
    b = previous( otherRing, b );
  }
  a = previous( ring, position );
  b = next( otherRing, other );
  while ( mPoints[a] == mPoints[next( otherRing, b )] && pair( a, b ) )
  {
    a = previous( ring, a );
    b = next( otherRing, b );
  }
}

int CaArcMatcher::neighbour( uint32_t position )
{
  const uint32_t twin = mTwins[position];
  if ( twin == NONE )
    return CaArcs::NOBODY;
  if ( twin < mLastRing.first || twin >= mLastRing.end )
    mLastRing = ringOf( twin );
  return mLastRing.member;
}

bool CaArcMatcher::isBreak( const Ring &ring, uint32_t position )
{
  const uint32_t twin = mTwins[position];
  const uint32_t before = mTwins[previous( ring, position )];
  if ( twin == NONE || before == NONE )
    return twin != before;
  // The border goes on if the neighbour's ring comes the same way.
  neighbour( position );
  const bool sameRing = before >= mLastRing.first && before < mLastRing.end;
  return !sameRing || twin != previous( mLastRing, before );
}

void CaArcMatcher::addArcs( const Ring &ring, CaArcs &arcs )
{
  uint32_t first = ring.first;
  while ( first < ring.end && !isBreak( ring, first ) )
    ++first;
  const bool isClosed = first == ring.end;
  if ( isClosed )
    first = ring.first;
  bool skipped = true;
  uint32_t i = first;
  do
  {
    if ( i == first || isBreak( ring, i ) )
    {
      const int right = neighbour( i );
      // Both sides see the border: the one with the lower number keeps it.
      skipped = right == ring.member || ( right != CaArcs::NOBODY && right < ring.member );
      if ( !skipped )
      {
        const uint32_t start = static_cast<uint32_t>( arcs.points.size() );
        arcs.arcs.push_back( { start, start, ring.member, right } );
        arcs.points.push_back( mPoints[i] );
      }
    }
    const uint32_t end = next( ring, i );
    if ( !skipped )
    {
      arcs.arcs.back().last = static_cast<uint32_t>( arcs.points.size() );
      arcs.points.push_back( mPoints[end] );
    }
    i = end;
  } while ( i != first );
}

CaArcs CaArcMatcher::arcs()
{
  CaArcs result;
  for ( const Ring &ring : mPolygons.rings() )
    addArcs( ring, result );
  return result;
}

void CaArcMatcher::replace( int member, const QgsGeometry &geometry )
{
  // The neighbours' segments along the old polygons are free again, and are all that the new ones can be paired with.
  std::vector<uint32_t> freed;
  const std::vector<Ring> out = mPolygons.takeOut( member );
  for ( const Ring &ring : out )
  {
    for ( uint32_t i = ring.first; i < ring.end; ++i )
    {
      if ( mTwins[i] == NONE )
        continue;
      freed.push_back( mTwins[i] );
      mTwins[mTwins[i]] = NONE;
      mTwins[i] = NONE;
    }
  }
  const size_t rings = mPolygons.rings().size();
  mPolygons.addGeometry( member, geometry );
  mPoints = mPolygons.points().data();
  const size_t before = mTwins.size();
  mTwins.resize( mPolygons.points().size() );
  std::fill( mTwins.begin() + before, mTwins.end(), NONE );

  CaBuffer<uint32_t> table = emptyTable( freed.size() + mTwins.size() - before );
  for ( const uint32_t position : freed )
  {
    const auto isOut = [position]( const Ring &ring )
    {
      return position >= ring.first && position < ring.end;
    };
    if ( std::any_of( out.begin(), out.end(), isOut ) )
      continue;
    const uint64_t key = segmentHash( pointHash( position ), pointHash( next( ringOf( position ), position ) ) );
    size_t place = static_cast<size_t>( ( key >> 32 ) * table.size() >> 32 );
    while ( table[place] != NONE )
      place = place + 1 == table.size() ? 0 : place + 1;
    table[place] = position;
  }
  match( mPolygons.rings().begin() + rings, 1, table );
}
