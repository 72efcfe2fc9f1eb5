// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "caflatpolygons.h"

#include <qgsgeometry.h>
#include <qgslinestring.h>
#include <qgspolygon.h>

#include <algorithm>
#include <map>
#include <random>
#include <vector>

/**
 * \brief A coverage made up at random: cells of a crooked grid with shared vertices, some missing, some with a lake or an enclave in them.
 *
 * Members have several cells, which may be neighbours, meet at a corner, or lie apart; enclaves may touch the border of the cell around
 * them.
 */
class RandomCoverage
{
public:
  RandomCoverage( unsigned seed, int columns, int rows, int members, int verticesPerEdge )
      : mRandom( seed )
      , mColumns( columns )
      , mRows( rows )
      , mVerticesPerEdge( verticesPerEdge )
      , polygons( static_cast<size_t>( members ) )
  {
    for ( int i = 0; i < columns; ++i )
    {
      for ( int j = 0; j < rows; ++j )
      {
        if ( chance( 0.15 ) )
          continue;
        addCell( i, j );
      }
    }
  }

  using Ring = std::vector<CaPoint>;
  using Polygon = std::vector<Ring>; //!< Shell and holes, closed

  int pick( int count ) { return std::uniform_int_distribution<int>( 0, count - 1 )( mRandom ); }
  bool chance( double share ) { return number() < share; }
  double number() { return std::uniform_real_distribution<double>( 0, 1 )( mRandom ); }
  int memberCount() const { return static_cast<int>( polygons.size() ); }

  static QgsGeometry geometry( const Polygon &polygon )
  {
    auto result = std::make_unique<QgsPolygon>();
    for ( const Ring &ring : polygon )
    {
      QVector<double> x;
      QVector<double> y;
      for ( const CaPoint &point : ring )
      {
        x << point.x;
        y << point.y;
      }
      auto line = std::make_unique<QgsLineString>( x, y );
      if ( result->exteriorRing() )
        result->addInteriorRing( line.release() );
      else
        result->setExteriorRing( line.release() );
    }
    return QgsGeometry( std::move( result ) );
  }

  QVector<QgsGeometry> geometries( const QVector<int> &members ) const
  {
    QVector<QgsGeometry> result;
    for ( const int member : members )
    {
      for ( const Polygon &polygon : polygons.at( static_cast<size_t>( member ) ) )
        result << geometry( polygon );
    }
    return result;
  }

  CaFlatPolygons flat() const
  {
    CaFlatPolygons result;
    for ( int member = 0; member < memberCount(); ++member )
    {
      for ( const Polygon &polygon : polygons.at( static_cast<size_t>( member ) ) )
      {
        for ( size_t i = 0; i < polygon.size(); ++i )
        {
          std::copy( polygon[i].begin(), polygon[i].end(), result.room( polygon[i].size() ) );
          result.addRing( member, i > 0, polygon[i].size() );
        }
      }
    }
    return result;
  }

  size_t vertexCount() const
  {
    size_t count = 0;
    for ( const std::vector<Polygon> &some : polygons )
    {
      for ( const Polygon &polygon : some )
      {
        for ( const Ring &ring : polygon )
          count += ring.size();
      }
    }
    return count;
  }

private:
  CaPoint corner( int i, int j )
  {
    const auto known = mCorners.find( { i, j } );
    if ( known != mCorners.end() )
      return known->second;
    return mCorners[{ i, j }] = { 130 + i + 0.4 * ( number() - 0.5 ), 30 + j + 0.4 * ( number() - 0.5 ) };
  }

  //! The points from one corner to the next but for the last, the same ones in both directions.
  Ring edge( std::pair<int, int> from, std::pair<int, int> to )
  {
    const bool isBackward = to < from;
    const auto key = isBackward ? std::make_pair( to, from ) : std::make_pair( from, to );
    Ring &line = mEdges[key];
    if ( line.empty() )
    {
      const CaPoint a = corner( key.first.first, key.first.second );
      const CaPoint b = corner( key.second.first, key.second.second );
      line.push_back( a );
      for ( int i = 1; i <= mVerticesPerEdge; ++i )
      {
        const double along = static_cast<double>( i ) / ( mVerticesPerEdge + 1 );
        const double aside = 0.2 * ( number() - 0.5 ) * std::min( along, 1 - along ); // less at the ends, where other edges are near
        line.push_back( { a.x + along * ( b.x - a.x ) - aside * ( b.y - a.y ), a.y + along * ( b.y - a.y ) + aside * ( b.x - a.x ) } );
      }
      line.push_back( b );
    }
    Ring result( line );
    if ( isBackward )
      std::reverse( result.begin(), result.end() );
    result.pop_back();
    return result;
  }

  void addCell( int i, int j )
  {
    const std::pair<int, int> corners[] = { { i, j }, { i + 1, j }, { i + 1, j + 1 }, { i, j + 1 }, { i, j } };
    Polygon cell( 1 );
    for ( int side = 0; side < 4; ++side )
    {
      const Ring part = edge( corners[side], corners[side + 1] );
      cell[0].insert( cell[0].end(), part.begin(), part.end() );
    }
    cell[0].push_back( cell[0].front() );
    if ( chance( 0.5 ) )
      std::reverse( cell[0].begin(), cell[0].end() ); // both ways round are met in files
    if ( chance( 0.3 ) )
    {
      const double x = 130 + i + 0.5;
      const double y = 30 + j + 0.5;
      Ring hole{ { x - 0.1, y }, { x, y - 0.1 }, { x + 0.1, y }, { x, y + 0.1 }, { x - 0.1, y } };
      if ( chance( 0.3 ) )
        hole[0] = hole[4] = corner( i, j ); // touches the border
      cell.push_back( hole );
      if ( chance( 0.6 ) )
      {
        Polygon enclave{ hole };
        if ( chance( 0.3 ) )
        {
          Ring lake{ { x - 0.02, y }, { x, y - 0.02 }, { x + 0.1, y }, { x, y + 0.02 }, { x - 0.02, y } };
          enclave.push_back( lake );
        }
        polygons.at( static_cast<size_t>( pick( memberCount() ) ) ).push_back( enclave );
      }
    }
    polygons.at( static_cast<size_t>( pick( memberCount() ) ) ).push_back( cell );
  }

  std::mt19937 mRandom;
  int mColumns;
  int mRows;
  int mVerticesPerEdge;
  std::map<std::pair<int, int>, CaPoint> mCorners;
  std::map<std::pair<std::pair<int, int>, std::pair<int, int>>, Ring> mEdges;

public:
  std::vector<std::vector<Polygon>> polygons;
};
