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
constexpr double CELLS_PER_SEGMENT = 16; // most cells are sea or inland
constexpr uint32_t BLOCK = 64;

//! Whether \a point is on the segment from \a a to \a b.
bool isOn( const CaPoint &point, const CaPoint &a, const CaPoint &b )
{
  return point.x >= std::min( a.x, b.x ) && point.x <= std::max( a.x, b.x ) && point.y >= std::min( a.y, b.y ) &&
         point.y <= std::max( a.y, b.y ) && caTurn( a, b, point ) == 0;
}

//! A segment by its southern and its northern end.
struct Line
{
  const CaPoint &low;
  const CaPoint &high;
};

//! Whether \a point is west of \a line; a point on it counts as a little east of it.
bool isWestOf( const CaPoint &point, const Line &line )
{
  return caTurn( line.low, line.high, point ) > 0;
}

//! Whether the way from \a from, on the height of no vertex, east or west to \a toX crosses \a line.
bool crossesEastward( const Line &line, const CaPoint &from, double toX )
{
  if ( line.low.y > from.y || line.high.y <= from.y )
    return false;
  if ( std::max( from.x, toX ) < std::min( line.low.x, line.high.x ) || std::min( from.x, toX ) > std::max( line.low.x, line.high.x ) )
    return false;
  return isWestOf( from, line ) != isWestOf( { toX, from.y }, line );
}

//! Whether the way from \a from north or south to \a to, a little east of both so that no vertex is met, crosses \a line.
bool crossesNorthward( const Line &line, const CaPoint &from, const CaPoint &to )
{
  if ( ( line.low.x <= to.x ) == ( line.high.x <= to.x ) )
    return false;
  if ( std::max( from.y, to.y ) < line.low.y || std::min( from.y, to.y ) > line.high.y )
    return false;
  return isWestOf( from, line ) != isWestOf( to, line );
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
    // As square as may be.
    const double cells = std::min( static_cast<double>( MOST_CELLS ), CELLS_PER_SEGMENT * static_cast<double>( arcs.points.size() ) );
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

const CaArcs::Arc &CaMemberLocator::arcOf( uint32_t position ) const
{
  const std::vector<CaArcs::Arc> &arcs = mCoverage->arcs().arcs;
  size_t index = mArcOfBlock[position / BLOCK];
  while ( index + 1 < arcs.size() && arcs[index + 1].first <= position )
    ++index;
  return arcs[index];
}

uint32_t CaMemberLocator::sides( uint32_t position ) const
{
  const CaArcs::Arc &arc = arcOf( position );
  return static_cast<uint32_t>( arc.left + 1 ) ^ static_cast<uint32_t>( arc.right + 1 );
}

void CaMemberLocator::fillCells()
{
  const CaArcs &arcs = mCoverage->arcs();
  mCells.assign( mColumns * mRows + 1, Cell() );
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
  forEachCell( [this]( size_t cell, uint32_t ) { ++mCells[cell + 1].start; } );
  for ( size_t cell = 0; cell + 1 < mCells.size(); ++cell )
    mCells[cell + 1].start += mCells[cell].start;
  mSegments.resize( mCells.back().start );
  std::vector<uint32_t> places( mCells.size() );
  std::transform( mCells.begin(), mCells.end(), places.begin(), []( const Cell &cell ) { return cell.start; } );
  forEachCell( [&]( size_t cell, uint32_t position ) { mSegments[places[cell]++] = position; } );
}

bool CaMemberLocator::isGeneric( size_t row, double y ) const
{
  const CaArcs &arcs = mCoverage->arcs();
  for ( size_t i = mCells[row * mColumns].start; i < mCells[( row + 1 ) * mColumns].start; ++i )
  {
    if ( arcs.points[mSegments[i]].y == y || arcs.points[mSegments[i] + 1].y == y )
      return false;
  }
  return true;
}

void CaMemberLocator::findMiddles()
{
  mMiddleY.assign( mRows, 0 );
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
      for ( size_t i = mCells[cell].start; i < mCells[cell + 1].start; ++i )
      {
        const CaPoint &a = mCoverage->arcs().points[mSegments[i]];
        const CaPoint &b = mCoverage->arcs().points[mSegments[i] + 1];
        if ( crossesEastward( a.y <= b.y ? Line{ a, b } : Line{ b, a }, { x, mMiddleY[row] }, toX ) )
          member ^= sides( mSegments[i] );
      }
      x = toX;
    };
    const size_t cell = row * mColumns + column;
    cross( column == 0 ? cell : cell - 1, edge );
    cross( cell, middle );
    mCells[cell].middle = member;
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
    uint32_t member = mCells[cell].middle;
    for ( size_t i = mCells[cell].start; i < mCells[cell + 1].start; ++i )
    {
      const uint32_t position = mSegments[i];
      const CaPoint &a = mCoverage->arcs().points[position];
      const CaPoint &b = mCoverage->arcs().points[position + 1];
      const Line line = a.y <= b.y ? Line{ a, b } : Line{ b, a };
      if ( isOn( point, a, b ) )
      {
        const CaArcs::Arc &arc = arcOf( position );
        for ( const int side : { arc.left, arc.right } )
        {
          if ( side != CaArcs::NOBODY )
            members.push_back( side );
        }
      }
      else if ( crossesEastward( line, middle, point.x ) != crossesNorthward( line, { point.x, middle.y }, point ) )
        member ^= sides( position );
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
