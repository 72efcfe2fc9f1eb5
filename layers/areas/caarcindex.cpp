// SPDX-License-Identifier: GPL-2.0-or-later
#include "caarcindex.h"

#include "caparallel.h"

#include <cmath>
#include <limits>

namespace
{

//! Whether \a point, known to be on the line through \a a and \a b, is between them or one of them.
bool isBetween( const CaPoint &point, const CaPoint &a, const CaPoint &b )
{
  return point.x >= std::min( a.x, b.x ) && point.x <= std::max( a.x, b.x ) && point.y >= std::min( a.y, b.y ) &&
         point.y <= std::max( a.y, b.y );
}

//! The quarter of the compass from \a a to \a b.
int quarter( const CaPoint &a, const CaPoint &b )
{
  return ( b.x >= a.x ? 0 : 1 ) + ( b.y >= a.y ? 0 : 2 );
}

} // namespace

CaArcIndex::CaArcIndex( const CaArcs &arcs )
{
  addChains( arcs );
  fillStrips( arcs );
}

CaArcIndex::Box CaArcIndex::boxOf( const CaPoint &a, const CaPoint &b )
{
  return { std::min( a.x, b.x ), std::min( a.y, b.y ), std::max( a.x, b.x ), std::max( a.y, b.y ) };
}

bool CaArcIndex::isEastOf( const CaPoint &low, const CaPoint &high, const CaPoint &otherLow, const CaPoint &otherHigh )
{
  if ( low.y >= otherLow.y )
  {
    const int turn = caTurn( otherLow, otherHigh, low );
    return turn < 0 || ( turn == 0 && caTurn( otherLow, otherHigh, high ) < 0 );
  }
  const int turn = caTurn( low, high, otherLow );
  return turn > 0 || ( turn == 0 && caTurn( low, high, otherHigh ) > 0 );
}

void CaArcIndex::addChains( const CaArcs &arcs )
{
  for ( const CaArcs::Arc &arc : arcs.arcs )
  {
    for ( uint32_t first = arc.first, last = arc.first; first < arc.last; first = last )
    {
      const int direction = quarter( arcs.points[first], arcs.points[first + 1] );
      last = first + 1;
      while ( last < arc.last && quarter( arcs.points[last], arcs.points[last + 1] ) == direction )
        ++last;
      mChains.push_back( { first, last } );
    }
  }
}

size_t CaArcIndex::stripOf( double y ) const
{
  const double strip = ( y - mSouth ) / mStripHeight;
  return static_cast<size_t>( std::clamp( strip, 0.0, static_cast<double>( mStripEnds.size() - 2 ) ) );
}

void CaArcIndex::fillStrips( const CaArcs &arcs )
{
  if ( mChains.empty() )
    return;
  double north = -std::numeric_limits<double>::infinity();
  mSouth = -north;
  const auto boxOfChain = [&]( const Chain &chain )
  {
    return boxOf( arcs.points[chain.first], arcs.points[chain.last] );
  };
  for ( const Chain &chain : mChains )
  {
    const Box box = boxOfChain( chain );
    mSouth = std::min( mSouth, box.south );
    north = std::max( north, box.north );
  }

  // As many strips as columns of chains, unless chains are so long that they would lie in too many.
  size_t strips = static_cast<size_t>( std::sqrt( static_cast<double>( mChains.size() ) ) ) + 1;
  size_t entries = 0;
  for ( ;; strips = strips / 2 )
  {
    mStripEnds.assign( strips + 1, 0 );
    mStripHeight = std::max( ( north - mSouth ) / static_cast<double>( strips ), std::numeric_limits<double>::min() );
    entries = 0;
    for ( const Chain &chain : mChains )
    {
      const Box box = boxOfChain( chain );
      const size_t last = stripOf( box.north );
      for ( size_t strip = stripOf( box.south ); strip <= last; ++strip, ++entries )
        ++mStripEnds[strip + 1];
    }
    if ( entries <= 4 * mChains.size() || strips == 1 )
      break;
  }
  for ( size_t strip = 0; strip < strips; ++strip )
    mStripEnds[strip + 1] += mStripEnds[strip];
  mEntries.resize( entries );
  std::vector<size_t> places( mStripEnds.begin(), mStripEnds.end() - 1 );
  for ( size_t i = 0; i < mChains.size(); ++i )
  {
    const Box box = boxOfChain( mChains[i] );
    const size_t last = stripOf( box.north );
    for ( size_t strip = stripOf( box.south ); strip <= last; ++strip )
      mEntries[places[strip]++] = static_cast<uint32_t>( i );
  }
  const auto westEnd = [&]( uint32_t chain )
  {
    return std::min( arcs.points[mChains[chain].first].x, arcs.points[mChains[chain].last].x );
  };
  caParallel( strips,
              [&]( size_t strip )
              {
                std::sort( mEntries.begin() + mStripEnds[strip], mEntries.begin() + mStripEnds[strip + 1],
                           [&]( uint32_t a, uint32_t b ) { return westEnd( a ) < westEnd( b ); } );
              } );
}

std::vector<CaContact> CaArcIndex::contacts( const CaArcs &arcs ) const
{
  std::vector<std::vector<CaContact>> found( mStripEnds.size() - 1 );
  caParallel( found.size(), [&]( size_t strip ) { contactsInStrip( arcs, strip, found[strip] ); } );
  std::vector<CaContact> all;
  for ( const std::vector<CaContact> &some : found )
    all.insert( all.end(), some.begin(), some.end() );
  return all;
}

void CaArcIndex::contactsInStrip( const CaArcs &arcs, size_t strip, std::vector<CaContact> &contacts ) const
{
  const size_t end = mStripEnds[strip + 1];
  std::vector<Box> boxes;
  boxes.reserve( end - mStripEnds[strip] );
  for ( size_t i = mStripEnds[strip]; i < end; ++i )
    boxes.push_back( boxOf( arcs.points[mChains[mEntries[i]].first], arcs.points[mChains[mEntries[i]].last] ) );
  for ( size_t i = 0; i < boxes.size(); ++i )
  {
    const Box &a = boxes[i];
    for ( size_t j = i + 1; j < boxes.size() && boxes[j].west <= a.east; ++j )
    {
      const Box &b = boxes[j];
      const double south = std::max( a.south, b.south );
      // A pair that lies in several strips is looked at in the southernmost.
      if ( south <= std::min( a.north, b.north ) && stripOf( south ) == strip )
        searchPair( arcs, mChains[mEntries[mStripEnds[strip] + i]], mChains[mEntries[mStripEnds[strip] + j]], contacts );
    }
  }
}

void CaArcIndex::searchPair( const CaArcs &arcs, Chain a, Chain b, std::vector<CaContact> &contacts )
{
  const Box first = boxOf( arcs.points[a.first], arcs.points[a.last] );
  const Box second = boxOf( arcs.points[b.first], arcs.points[b.last] );
  if ( first.west > second.east || second.west > first.east || first.south > second.north || second.south > first.north )
    return;
  const uint32_t middleA = a.first + ( a.last - a.first ) / 2;
  const uint32_t middleB = b.first + ( b.last - b.first ) / 2;
  const bool isSegmentA = middleA == a.first;
  const bool isSegmentB = middleB == b.first;
  if ( isSegmentA && isSegmentB )
  {
    testSegments( arcs, a.first, b.first, contacts );
    return;
  }
  // The longer one is halved.
  if ( isSegmentB || ( !isSegmentA && a.last - a.first >= b.last - b.first ) )
  {
    searchPair( arcs, { a.first, middleA }, b, contacts );
    searchPair( arcs, { middleA, a.last }, b, contacts );
  }
  else
  {
    searchPair( arcs, a, { b.first, middleB }, contacts );
    searchPair( arcs, a, { middleB, b.last }, contacts );
  }
}

void CaArcIndex::testSegments( const CaArcs &arcs, uint32_t a, uint32_t b, std::vector<CaContact> &contacts )
{
  const CaBuffer<CaPoint> &points = arcs.points;
  for ( const uint32_t endA : { a, a + 1 } )
  {
    for ( const uint32_t endB : { b, b + 1 } )
    {
      const CaPoint &shared = points[endA];
      if ( shared != points[endB] )
        continue;
      const CaPoint &farA = points[endA == a ? a + 1 : a];
      const CaPoint &farB = points[endB == b ? b + 1 : b];
      const bool sameSide = ( farA.x - shared.x ) * ( farB.x - shared.x ) + ( farA.y - shared.y ) * ( farB.y - shared.y ) > 0;
      if ( sameSide && caTurn( shared, farA, farB ) == 0 )
        contacts.push_back( { CaContact::Cross, a, b, shared } );
      else if ( endA != endB )
      {
        const CaArcs::Arc &arcA = arcs.arcs[arcs.arcOf( a )];
        const CaArcs::Arc &arcB = arcs.arcs[arcs.arcOf( b )];
        const bool nodeA = endA == arcA.first || endA == arcA.last;
        const bool nodeB = endB == arcB.first || endB == arcB.last;
        if ( !nodeA || !nodeB )
          contacts.push_back( { CaContact::Touch, endA, endB, shared } );
      }
      return;
    }
  }
  const int a1 = caTurn( points[a], points[a + 1], points[b] );
  const int a2 = caTurn( points[a], points[a + 1], points[b + 1] );
  const int b1 = caTurn( points[b], points[b + 1], points[a] );
  const int b2 = caTurn( points[b], points[b + 1], points[a + 1] );
  const bool crosses = a1 * a2 < 0 && b1 * b2 < 0;
  const bool ends = ( a1 == 0 && isBetween( points[b], points[a], points[a + 1] ) ) ||
                    ( a2 == 0 && isBetween( points[b + 1], points[a], points[a + 1] ) ) ||
                    ( b1 == 0 && isBetween( points[a], points[b], points[b + 1] ) ) ||
                    ( b2 == 0 && isBetween( points[a + 1], points[b], points[b + 1] ) );
  if ( crosses || ends )
    contacts.push_back( { CaContact::Cross, a, b, points[a] } );
}
