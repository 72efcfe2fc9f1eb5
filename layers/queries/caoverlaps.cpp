// SPDX-License-Identifier: GPL-2.0-or-later
#include "caoverlaps.h"

#include <qgsfeedback.h>

#include <QMap>
#include <QPair>

namespace
{

CaOverlap::Relation relationOf( int shared, int first, int second )
{
  if ( shared == first )
    return shared == second ? CaOverlap::Relation::Same : CaOverlap::Relation::Within;
  return shared == second ? CaOverlap::Relation::Contains : CaOverlap::Relation::Partial;
}

//! An area whose members have no area at all shares them whole.
double shareOf( double part, double whole )
{
  return whole > 0 ? part / whole : 1;
}

} // namespace

std::optional<CaOverlaps> CaOverlaps::find( const CaAreaSet &set, int count, QgsFeedback *feedback )
{
  CaOverlaps overlaps;
  QMap<QPair<int, int>, QVector<int>> shared;
  const int members = set.boundaries().members().size();
  for ( int member = 0; member < members; ++member )
  {
    if ( feedback && feedback->isCanceled() )
      return std::nullopt;
    QVector<int> areas = set.areasOfMember( member );
    while ( !areas.isEmpty() && areas.constLast() >= count )
      areas.removeLast();
    if ( overlaps.mSqKmByNumber.size() <= areas.size() )
      overlaps.mSqKmByNumber.resize( areas.size() + 1 );
    overlaps.mSqKmByNumber[areas.size()] += set.sqKmOfMember( member );
    for ( int i = 0; i < areas.size(); ++i )
    {
      for ( int j = i + 1; j < areas.size(); ++j )
        shared[{ areas.at( i ), areas.at( j ) }] << member;
    }
  }
  QVector<double> sizes;
  for ( int area = 0; area < count; ++area )
    sizes << set.sqKm( set.areas().at( area ).members );
  for ( auto it = shared.constBegin(); it != shared.constEnd(); ++it )
  {
    const int first = it.key().first;
    const int second = it.key().second;
    const double sqKm = set.sqKm( it.value() );
    overlaps.mPairs << CaOverlap{ first,
                                  second,
                                  it.value(),
                                  sqKm,
                                  shareOf( sqKm, sizes.at( first ) ),
                                  shareOf( sqKm, sizes.at( second ) ),
                                  relationOf( static_cast<int>( it.value().size() ),
                                              static_cast<int>( set.areas().at( first ).members.size() ),
                                              static_cast<int>( set.areas().at( second ).members.size() ) ) };
  }
  return overlaps;
}

QVector<CaCrossing> CaOverlaps::crossings( const CaAreaSet &set, int count, const CaTerritories &territories )
{
  QVector<CaCrossing> result;
  for ( int area = 0; area < count; ++area )
  {
    const QVector<int> &members = set.areas().at( area ).members;
    const CaCrossing crossing{ area, territories.byBureau( members ), territories.byPrefecture( members ) };
    if ( crossing.crossesBureaus() || crossing.crossesPrefectures() )
      result << crossing;
  }
  return result;
}
