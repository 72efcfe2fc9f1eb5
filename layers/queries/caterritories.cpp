// SPDX-License-Identifier: GPL-2.0-or-later
#include "caterritories.h"

#include <QMap>

QStringList CaTerritories::kinds()
{
  return { QStringLiteral( "bureaus" ), QStringLiteral( "prefectures" ) };
}

CaTerritories::CaTerritories( const CaAreaSet &set, int first )
    : mSet( set )
    , mBureauOf( set.boundaries().members().size(), -1 )
    , mPrefectureOf( mBureauOf )
{
  for ( int area = first; area < set.areas().size(); ++area )
  {
    const CaBuiltArea &built = set.areas().at( area );
    const bool isBureau = built.list.kind == QLatin1String( "bureau" );
    if ( isBureau )
      mBureaus << area;
    for ( const int member : built.members )
      ( isBureau ? mBureauOf : mPrefectureOf )[member] = area;
  }
}

QVector<CaTerritories::Part> CaTerritories::parts( const QVector<int> &members, const QVector<int> &territoryOf ) const
{
  QMap<int, QVector<int>> split;
  for ( const int member : members )
    split[territoryOf.at( member )] << member;
  QVector<Part> result;
  for ( auto it = split.constBegin(); it != split.constEnd(); ++it )
    result << Part{ it.key(), mSet.sqKm( it.value() ), static_cast<int>( it.value().size() ) };
  if ( result.size() > 1 && result.constFirst().territory == -1 )
    result.append( result.takeFirst() );
  return result;
}
