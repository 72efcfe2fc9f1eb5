// SPDX-License-Identifier: GPL-2.0-or-later
#include "caarcmatcher.h"

#include <cstring>

CaArcMatcher::CaArcMatcher( const CaFlatPolygons &polygons )
    : mPolygons( polygons )
    , mPoints( polygons.points().data() )
    , mTwins( polygons.points().size() )
{
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

void CaArcMatcher::match( uint64_t sample, size_t expected )
{
  const size_t capacity = expected + expected / 2 + 16;
  CaBuffer<uint32_t> table( capacity );
  table.fill( NONE );
  for ( const Ring &ring : mPolygons.rings() )
  {
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
  mTwins.fill( NONE );
  match( SAMPLE, mTwins.size() / SAMPLE );
  match( 1, static_cast<size_t>( std::count( mTwins.begin(), mTwins.end(), NONE ) ) );
  CaArcs result;
  for ( const Ring &ring : mPolygons.rings() )
    addArcs( ring, result );
  mTwins.clear();
  return result;
}
