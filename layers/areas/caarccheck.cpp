// SPDX-License-Identifier: GPL-2.0-or-later
#include "caarccheck.h"

#include <numeric>
#include <unordered_map>

CaArcCheck::CaArcCheck( CaArcs &arcs, const CaArcIndex &index, int memberCount )
    : mArcs( arcs )
    , mIndex( index )
    , mIsOut( static_cast<size_t>( memberCount ), 0 )
{
}

void CaArcCheck::takeOut( int member )
{
  if ( member == CaArcs::NOBODY || mIsOut[static_cast<size_t>( member )] )
    return;
  mIsOut[static_cast<size_t>( member )] = 1;
  mIsChanged = true;
}

void CaArcCheck::run( const std::vector<CaContact> &contacts )
{
  for ( const CaContact &contact : contacts )
  {
    if ( contact.kind != CaContact::Cross )
      continue;
    const CaArcs::Arc &a = mArcs.arcs[mArcs.arcOf( contact.a )];
    const CaArcs::Arc &b = mArcs.arcs[mArcs.arcOf( contact.b )];
    // A member on both is at fault itself; its neighbours have the faulty border from it.
    const bool rightIsCommon = a.right != CaArcs::NOBODY && ( a.right == b.left || a.right == b.right );
    const bool leftIsCommon = a.left == b.left || a.left == b.right;
    const int first = !leftIsCommon && rightIsCommon ? a.right : a.left;
    mConflicts.push_back( { CaConflict::Crossing, first, leftIsCommon || rightIsCommon ? first : b.left, contact.where } );
    for ( const int member : { a.left, a.right, b.left, b.right } )
      takeOut( member );
  }
  do
  {
    relabel();
    mIsChanged = false;
    checkNodes();
    if ( !mIsChanged )
      checkNesting();
  } while ( mIsChanged );
}

void CaArcCheck::relabel()
{
  const auto relabelled = [this]( int member )
  {
    return member == CaArcs::NOBODY || mIsOut[static_cast<size_t>( member )] ? CaArcs::NOBODY : member;
  };
  for ( CaArcs::Arc &arc : mArcs.arcs )
  {
    arc.left = relabelled( arc.left );
    arc.right = relabelled( arc.right );
  }
}

void CaArcCheck::checkNodes()
{
  for ( uint32_t direction = 0; direction < 2 * mArcs.arcs.size(); ++direction )
  {
    if ( !mArcs.arcs[direction / 2].isBorder() )
      continue;
    uint32_t next = mArcs.turns[direction];
    while ( !mArcs.arcs[next / 2].isBorder() )
      next = mArcs.turns[next];
    const int a = mArcs.rightOf( direction );
    const int b = mArcs.leftOf( next );
    if ( a == b )
      continue;
    // With nobody on one side, the overlap is with a member that the arcs in between belong to.
    const int first = a != CaArcs::NOBODY ? a : mArcs.leftOf( direction );
    const int second = b != CaArcs::NOBODY ? b : mArcs.rightOf( next );
    mConflicts.push_back( { CaConflict::Overlap, first, second, mArcs.start( direction ) } );
    for ( const int member : { a, b, first, second } )
      takeOut( member );
  }
}

uint32_t CaArcCheck::rootOf( uint32_t node )
{
  while ( mRoots[node] != node )
  {
    mRoots[node] = mRoots[mRoots[node]];
    node = mRoots[node];
  }
  return node;
}

int CaArcCheck::outside( uint32_t arc ) const
{
  const CaArcs::Arc &west = mArcs.arcs[arc];
  if ( west.west != west.first && west.west != west.last )
    return caTurn( mArcs.points[west.west - 1], mArcs.points[west.west], mArcs.points[west.west + 1] ) > 0 ? west.right : west.left;
  // At a node: west is to the left of the northernmost direction, as all go east.
  uint32_t north = 2 * arc + ( west.west == west.first ? 0 : 1 );
  const uint32_t start = north;
  for ( uint32_t direction = mArcs.turns[start]; direction != start; direction = mArcs.turns[direction] )
  {
    if ( mArcs.arcs[direction / 2].isBorder() && caTurn( mArcs.start( north ), mArcs.second( north ), mArcs.second( direction ) ) > 0 )
      north = direction;
  }
  return mArcs.leftOf( north );
}

void CaArcCheck::checkNesting()
{
  mRoots.resize( mArcs.nodeCount );
  std::iota( mRoots.begin(), mRoots.end(), 0 );
  for ( const CaArcs::Arc &arc : mArcs.arcs )
  {
    if ( arc.isBorder() )
      mRoots[rootOf( arc.from )] = rootOf( arc.to );
  }
  std::unordered_map<uint32_t, uint32_t> westmost; // network -> arc
  for ( uint32_t i = 0; i < mArcs.arcs.size(); ++i )
  {
    const CaArcs::Arc &arc = mArcs.arcs[i];
    if ( !arc.isBorder() )
      continue;
    const auto known = westmost.emplace( rootOf( arc.from ), i );
    uint32_t &west = known.first->second;
    if ( mArcs.points[arc.west] < mArcs.points[mArcs.arcs[west].west] )
      west = i;
  }

  std::unordered_map<uint32_t, int> intruded; // network -> member it lies in without a hole
  for ( const auto &[root, arc] : westmost )
  {
    const CaPoint &point = mArcs.points[mArcs.arcs[arc].west];
    const uint32_t facing = mIndex.westOf( mArcs, point, [this]( uint32_t direction ) { return mArcs.arcs[direction / 2].isBorder(); } );
    const int around = facing == CaArcIndex::NOTHING ? CaArcs::NOBODY : mArcs.leftOf( facing );
    const int own = outside( arc );
    if ( around == own )
      continue;
    const int inner = mArcs.arcs[arc].left != own && mArcs.arcs[arc].left != CaArcs::NOBODY ? mArcs.arcs[arc].left : mArcs.arcs[arc].right;
    mConflicts.push_back( { CaConflict::Inside, around != CaArcs::NOBODY ? around : own, inner != CaArcs::NOBODY ? inner : own, point } );
    intruded.emplace( root, around );
  }
  for ( const CaArcs::Arc &arc : mArcs.arcs )
  {
    if ( !arc.isBorder() )
      continue;
    const auto network = intruded.find( rootOf( arc.from ) );
    if ( network == intruded.end() )
      continue;
    for ( const int member : { arc.left, arc.right, network->second } )
      takeOut( member );
  }
}
