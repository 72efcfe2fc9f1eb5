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

void CaPointsInAreas::areasAt( const CaPoint *points, size_t count, std::vector<int> &members, std::vector<int> &areas ) const
{
  areas.clear();
  size_t sources = 0;
  for ( size_t i = 0; i < count; ++i )
  {
    mLocator.locate( points[i], members );
    for ( const int member : members )
    {
      const std::vector<int> &of = mAreasOfMember[static_cast<size_t>( member )];
      areas.insert( areas.end(), of.begin(), of.end() );
      ++sources;
    }
  }
  if ( sources < 2 )
    return;
  std::sort( areas.begin(), areas.end() );
  areas.erase( std::unique( areas.begin(), areas.end() ), areas.end() );
}

void CaPointsInAreas::add( const std::vector<int> &areas, double weight )
{
  for ( const int area : areas )
  {
    ++mCounts[static_cast<size_t>( area )].points;
    mCounts[static_cast<size_t>( area )].weight += weight;
  }
  ++mByOverlap[areas.size()].points;
  mByOverlap[areas.size()].weight += weight;
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
                std::vector<qint64> inArea( mCounts.size(), 0 );
                std::vector<qint64> inSoMany( mByOverlap.size(), 0 );
                std::vector<int> members;
                std::vector<int> room;
                const size_t end = std::min( count, ( part + 1 ) * PART );
                for ( size_t i = part * PART; i < end; ++i )
                {
                  std::vector<int> &found = areas ? ( *areas )[i] : room;
                  areasAt( points + i, 1, members, found );
                  for ( const int area : found )
                    ++inArea[static_cast<size_t>( area )];
                  ++inSoMany[found.size()];
                }
                const std::lock_guard<std::mutex> lock( mutex );
                const auto sum = []( std::vector<Count> &counts, const std::vector<qint64> &more )
                {
                  for ( size_t i = 0; i < counts.size(); ++i )
                  {
                    counts[i].points += more[i];
                    counts[i].weight += static_cast<double>( more[i] );
                  }
                };
                sum( mCounts, inArea );
                sum( mByOverlap, inSoMany );
              } );
}
