// SPDX-License-Identifier: GPL-2.0-or-later
#include "camemberlocator.h"

#include "caarcs.h"
#include "caparallel.h"

#include <qgspoint.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace
{
constexpr size_t MOST_CELLS = 1 << 22;
constexpr uint32_t BLOCK = 64;

//! Whether \a point is on the segment from \a a to \a b.
bool isOn( const CaPoint &point, const CaPoint &a, const CaPoint &b )
{
  return point.x >= std::min( a.x, b.x ) && point.x <= std::max( a.x, b.x ) && point.y >= std::min( a.y, b.y ) &&
         point.y <= std::max( a.y, b.y ) && caTurn( a, b, point ) == 0;
}
} // namespace

CaMemberLocator::CaMemberLocator( std::shared_ptr<const CaCoverage> coverage )
    : mCoverage( std::move( coverage ) )
{
  const CaArcs &arcs = mCoverage->arcs();
  double west = std::numeric_limits<double>::infinity();
  double south = west;
  double east = -west;
  double north = -west;
  for ( const CaPoint &point : arcs.points )
  {
    west = std::min( west, point.x );
    east = std::max( east, point.x );
    south = std::min( south, point.y );
    north = std::max( north, point.y );
  }
  if ( !arcs.points.empty() )
  {
    mExtent = QgsRectangle( west, south, east, north, false );
    // About one cell a segment, as square as may be.
    const double cells = static_cast<double>( std::min( MOST_CELLS, arcs.points.size() ) );
    const double width = std::max( east - west, std::numeric_limits<double>::min() );
    const double height = std::max( north - south, std::numeric_limits<double>::min() );
    mColumns = static_cast<size_t>( std::clamp( std::sqrt( cells * width / height ), 1.0, cells ) );
    mRows = std::max<size_t>( 1, static_cast<size_t>( cells ) / mColumns );
    mCellWidth = width / static_cast<double>( mColumns );
    mCellHeight = height / static_cast<double>( mRows );
    mArcOfBlock.resize( arcs.points.size() / BLOCK + 1 );
    caParallel( mArcOfBlock.size() / 4096 + 1,
                [&]( size_t part )
                {
                  for ( size_t i = part * 4096; i < std::min( mArcOfBlock.size(), ( part + 1 ) * 4096 ); ++i )
                    mArcOfBlock[i] = arcs.arcOf( static_cast<uint32_t>( i * BLOCK ) );
                } );
    fillCells();
    findMiddles();
  }
  for ( auto it = mCoverage->unfitting().constBegin(); it != mCoverage->unfitting().constEnd(); ++it )
  {
    if ( it->isEmpty() )
      continue;
    Unfitting unfitting{ it.key(), it->boundingBox(), *it, nullptr };
    unfitting.engine.reset( QgsGeometry::createGeometryEngine( unfitting.geometry.constGet() ) );
    unfitting.engine->prepareGeometry();
    mUnfitting.push_back( unfitting );
  }
}

size_t CaMemberLocator::columnOf( double x ) const
{
  return static_cast<size_t>( std::clamp( ( x - mExtent.xMinimum() ) / mCellWidth, 0.0, static_cast<double>( mColumns - 1 ) ) );
}

size_t CaMemberLocator::rowOf( double y ) const
{
  return static_cast<size_t>( std::clamp( ( y - mExtent.yMinimum() ) / mCellHeight, 0.0, static_cast<double>( mRows - 1 ) ) );
}

CaMemberLocator::Segment CaMemberLocator::segment( uint32_t position ) const
{
  const CaArcs &arcs = mCoverage->arcs();
  uint32_t index = mArcOfBlock[position / BLOCK];
  while ( index + 1 < arcs.arcs.size() && arcs.arcs[index + 1].first <= position )
    ++index;
  const CaArcs::Arc &arc = arcs.arcs[index];
  const CaPoint &a = arcs.points[position];
  const CaPoint &b = arcs.points[position + 1];
  const bool isUp = a.y <= b.y;
  return { isUp ? a : b, isUp ? b : a, static_cast<uint32_t>( arc.left + 1 ) ^ static_cast<uint32_t>( arc.right + 1 ), arc.left,
           arc.right };
}

void CaMemberLocator::fillCells()
{
  const CaArcs &arcs = mCoverage->arcs();
  mCellStarts.assign( mColumns * mRows + 1, 0 );
  const auto forEachCell = [&]( const auto &use )
  {
    for ( const CaArcs::Arc &arc : arcs.arcs )
    {
      if ( !arc.isBorder() )
        continue;
      for ( uint32_t i = arc.first; i < arc.last; ++i )
      {
        const CaPoint &a = arcs.points[i];
        const CaPoint &b = arcs.points[i + 1];
        const size_t lastColumn = columnOf( std::max( a.x, b.x ) );
        const size_t lastRow = rowOf( std::max( a.y, b.y ) );
        for ( size_t row = rowOf( std::min( a.y, b.y ) ); row <= lastRow; ++row )
        {
          for ( size_t column = columnOf( std::min( a.x, b.x ) ); column <= lastColumn; ++column )
            use( row * mColumns + column, i );
        }
      }
    }
  };
  forEachCell( [this]( size_t cell, uint32_t ) { ++mCellStarts[cell + 1]; } );
  for ( size_t cell = 0; cell + 1 < mCellStarts.size(); ++cell )
    mCellStarts[cell + 1] += mCellStarts[cell];
  mSegments.resize( mCellStarts.back() );
  std::vector<uint32_t> places( mCellStarts.begin(), mCellStarts.end() - 1 );
  forEachCell( [&]( size_t cell, uint32_t position ) { mSegments[places[cell]++] = position; } );
}

bool CaMemberLocator::isGeneric( size_t row, double y ) const
{
  const CaArcs &arcs = mCoverage->arcs();
  for ( size_t i = mCellStarts[row * mColumns]; i < mCellStarts[( row + 1 ) * mColumns]; ++i )
  {
    if ( arcs.points[mSegments[i]].y == y || arcs.points[mSegments[i] + 1].y == y )
      return false;
  }
  return true;
}

bool CaMemberLocator::isWestOf( const CaPoint &point, const Segment &segment )
{
  // A point on the line counts as a little east of it.
  return caTurn( segment.low, segment.high, point ) > 0;
}

uint32_t CaMemberLocator::crossedEastward( const Segment &segment, const CaPoint &from, double toX )
{
  if ( segment.low.y > from.y || segment.high.y <= from.y )
    return 0;
  return isWestOf( from, segment ) != isWestOf( { toX, from.y }, segment ) ? segment.sides : 0;
}

void CaMemberLocator::findMiddles()
{
  mMiddleY.assign( mRows, 0 );
  mMiddles.assign( mRows * mColumns, 0 );
  caParallel( mRows, [this]( size_t row ) { findMiddlesOfRow( row ); } );
}

void CaMemberLocator::findMiddlesOfRow( size_t row )
{
  const double south = mExtent.yMinimum() + static_cast<double>( row ) * mCellHeight;
  double share = 0.5;
  for ( mMiddleY[row] = south + share * mCellHeight; !isGeneric( row, mMiddleY[row] ); mMiddleY[row] = south + share * mCellHeight )
    share *= 0.9921875; // another height, until no vertex is on it
  uint32_t member = 0;
  double x = mExtent.xMinimum() - mCellWidth; // in the sea
  for ( size_t column = 0; column < mColumns; ++column )
  {
    const double edge = mExtent.xMinimum() + static_cast<double>( column ) * mCellWidth;
    const double middle = edge + 0.5 * mCellWidth;
    const auto cross = [&]( size_t cell, double toX )
    {
      for ( size_t i = mCellStarts[cell]; i < mCellStarts[cell + 1]; ++i )
        member ^= crossedEastward( segment( mSegments[i] ), { x, mMiddleY[row] }, toX );
      x = toX;
    };
    const size_t cell = row * mColumns + column;
    cross( column == 0 ? cell : cell - 1, edge );
    cross( cell, middle );
    mMiddles[cell] = member;
  }
}

void CaMemberLocator::locate( const CaPoint &point, std::vector<int> &members ) const
{
  members.clear();
  if ( mColumns > 0 && mExtent.contains( point.x, point.y ) )
  {
    const size_t row = rowOf( point.y );
    const size_t column = columnOf( point.x );
    const size_t cell = row * mColumns + column;
    const CaPoint middle{ mExtent.xMinimum() + static_cast<double>( column ) * mCellWidth + 0.5 * mCellWidth, mMiddleY[row] };
    uint32_t member = mMiddles[cell];
    for ( size_t i = mCellStarts[cell]; i < mCellStarts[cell + 1]; ++i )
    {
      const Segment border = segment( mSegments[i] );
      if ( isOn( point, border.low, border.high ) )
      {
        for ( const int side : { border.left, border.right } )
        {
          if ( side != CaArcs::NOBODY )
            members.push_back( side );
        }
        continue;
      }
      member ^= crossedEastward( border, middle, point.x );
      // North or south, a little east of the point so that no vertex is met.
      if ( ( border.low.x <= point.x ) != ( border.high.x <= point.x ) )
        member ^= isWestOf( { point.x, middle.y }, border ) != isWestOf( point, border ) ? border.sides : 0;
    }
    if ( members.empty() && member != 0 )
      members.push_back( static_cast<int>( member ) - 1 );
  }
  for ( const Unfitting &unfitting : mUnfitting )
  {
    if ( unfitting.extent.contains( point.x, point.y ) )
    {
      const QgsPoint geometry( point.x, point.y );
      if ( unfitting.engine->intersects( &geometry ) )
        members.push_back( unfitting.member );
    }
  }
  if ( members.size() > 1 )
  {
    std::sort( members.begin(), members.end() );
    members.erase( std::unique( members.begin(), members.end() ), members.end() );
  }
}
