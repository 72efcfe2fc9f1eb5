// SPDX-License-Identifier: GPL-2.0-or-later
#include "capointsinareas.h"

#include "caparallel.h"

#include <algorithm>
#include <mutex>

CaPointsInAreas::CaPointsInAreas( std::shared_ptr<const CaCoverage> coverage, const QVector<QVector<int>> &areas )
    : mLocator( coverage )
    , mAreasOfMember( static_cast<size_t>( coverage->memberCount() ) )
    , mCounts( static_cast<size_t>( areas.size() ) )
    , mByOverlap( static_cast<size_t>( areas.size() ) + 1 )
{
  for ( int area = 0; area < areas.size(); ++area )
  {
    for ( const int member : areas.at( area ) )
    {
      if ( member < 0 || member >= coverage->memberCount() )
        continue;
      std::vector<int> &of = mAreasOfMember[static_cast<size_t>( member )];
      if ( of.empty() || of.back() != area )
        of.push_back( area );
    }
  }
}

void CaPointsInAreas::areasOf( const std::vector<int> &members, std::vector<int> &areas ) const
{
  areas.clear();
  for ( const int member : members )
  {
    const std::vector<int> &of = mAreasOfMember[static_cast<size_t>( member )];
    areas.insert( areas.end(), of.begin(), of.end() );
  }
  if ( members.size() < 2 )
    return;
  std::sort( areas.begin(), areas.end() );
  areas.erase( std::unique( areas.begin(), areas.end() ), areas.end() );
}

void CaPointsInAreas::areasAt( const CaPoint *points, size_t count, std::vector<int> &members, std::vector<int> &areas ) const
{
  std::vector<int> all;
  for ( size_t i = 0; i < count; ++i )
  {
    mLocator.locate( points[i], members );
    all.insert( all.end(), members.begin(), members.end() );
  }
  areasOf( all, areas );
}

void CaPointsInAreas::add( const std::vector<int> &areas, double weight, qint64 features )
{
  const auto count = [&]( Count &one )
  {
    one.points += features;
    one.weight += weight;
  };
  for ( const int area : areas )
    count( mCounts[static_cast<size_t>( area )] );
  count( mByOverlap[areas.size()] );
}

void CaPointsInAreas::addBatch( const CaPoint *points, size_t count, std::vector<std::vector<int>> *areas )
{
  if ( areas )
    areas->resize( count );
  constexpr size_t PART = 8192;
  std::mutex mutex;
  caParallel( ( count + PART - 1 ) / PART,
              [&]( size_t part )
              {
                // Most points are in one member or none: these are counted by member, and what that means for areas is found out once.
                std::vector<qint64> inMember( mAreasOfMember.size() + 1, 0 );
                std::vector<std::vector<int>> several;
                std::vector<int> members;
                const size_t end = std::min( count, ( part + 1 ) * PART );
                for ( size_t i = part * PART; i < end; ++i )
                {
                  mLocator.locate( points[i], members );
                  if ( areas )
                    areasOf( members, ( *areas )[i] );
                  if ( members.size() < 2 )
                    ++inMember[members.empty() ? mAreasOfMember.size() : static_cast<size_t>( members.front() )];
                  else
                    areasOf( members, several.emplace_back() );
                }
                const std::lock_guard<std::mutex> lock( mutex );
                for ( size_t member = 0; member < mAreasOfMember.size(); ++member )
                {
                  if ( inMember[member] > 0 )
                    add( mAreasOfMember[member], static_cast<double>( inMember[member] ), inMember[member] );
                }
                add( {}, static_cast<double>( inMember.back() ), inMember.back() );
                for ( const std::vector<int> &found : several )
                  add( found, 1 );
              } );
}
