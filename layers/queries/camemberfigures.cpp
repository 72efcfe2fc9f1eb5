// SPDX-License-Identifier: GPL-2.0-or-later
#include "camemberfigures.h"

#include "caareacode.h"

#include <algorithm>

namespace
{

//! An owner's figure before it is decided whether it stands.
struct Claim
{
  CaMemberFigures::Part part;
  bool isMerged; //!< The owner is no more, and its members are what it became
};

//! Cities before their wards, what there is before what there was.
bool comesFirst( const Claim &a, const Claim &b )
{
  if ( a.isMerged != b.isMerged )
    return b.isMerged;
  if ( a.part.members.size() != b.part.members.size() )
    return a.part.members.size() > b.part.members.size();
  return a.part.owner < b.part.owner;
}

} // namespace

CaMemberFigures::CaMemberFigures( const CaAreaSet &set, const CaStatistics &statistics, const QString &ownerKind, const QString &metric,
                                  int fiscalYear, const CaCodeChanges &changes )
    : mSet( set )
    , mKnown( set.boundaries().members().size(), 0 )
{
  const QVector<CaBoundaryMember> &all = set.boundaries().members();
  for ( const CaBoundaryMember &member : all )
    mConcerned << ( ownerKind == QLatin1String( "prefecture" ) || !member.code.isEmpty() );
  QVector<CaAreaList> lists;
  QVector<CaStatistic> figures;
  const QMap<QString, CaOwner> owners = statistics.owners( { ownerKind }, { metric }, fiscalYear );
  for ( const CaOwner &owner : owners )
  {
    const std::optional<CaStatistic> statistic = statistics.value( owner.code, metric, fiscalYear );
    if ( !statistic )
      continue;
    if ( !statistic->figure.value )
    {
      mWithoutValue << QStringLiteral( "%1 %2: %3" ).arg( owner.code, owner.nameJa, CaFigureWords::of( statistic->figure.flag ) );
      continue;
    }
    CaAreaList list;
    list.kind = ownerKind;
    list.code = owner.code;
    list.nameJa = owner.nameJa;
    list.members << CaAreaMember{ owner.code, owner.nameJa, ownerKind, QString(), QString(), QString(), QString() };
    lists << list;
    figures << *statistic;
  }
  const QVector<CaBuiltArea> areas = set.resolve( CaAreaLists( lists ), changes );
  QVector<Claim> claims;
  for ( int i = 0; i < areas.size(); ++i )
  {
    const CaBuiltArea &area = areas.at( i );
    if ( area.members.isEmpty() )
      mNotPlaced << area.missing;
    else
      claims << Claim{ { area.list.code, *figures.at( i ).figure.value, area.members }, !area.replaced.isEmpty() };
    mMerged << area.replaced;
    mQualifier = std::max( mQualifier, figures.at( i ).figure.qualifier );
  }
  std::sort( claims.begin(), claims.end(), comesFirst );

  QVector<char> hasPresent( mKnown.size(), 0 );
  for ( const Claim &claim : std::as_const( claims ) )
  {
    const QVector<int> &members = claim.part.members;
    // Several municipalities may have become one, and their figures add up; others are there already.
    const auto taken = std::find_if( members.begin(), members.end(), [&]( int member ) { return hasPresent.at( member ); } );
    if ( taken != members.end() )
    {
      mNotPlaced << tr( "%1: counted already with %2" ).arg( claim.part.owner, set.boundaries().members().at( *taken ).code );
      continue;
    }
    mParts << claim.part;
    for ( const int member : members )
    {
      mKnown[member] = 1;
      if ( !claim.isMerged )
        hasPresent[member] = 1;
    }
  }
}

double CaMemberFigures::weightOf( const Part &part, const QVector<double> &weights ) const
{
  const double first = weights.at( part.members.constFirst() );
  if ( std::all_of( part.members.begin(), part.members.end(), [&]( int member ) { return weights.at( member ) == first; } ) )
    return first;
  double weighted = 0;
  double whole = 0;
  for ( const int member : part.members )
  {
    weighted += weights.at( member ) * mSet.sqKmOfMember( member );
    whole += mSet.sqKmOfMember( member );
  }
  return whole > 0 ? weighted / whole : 0;
}

double CaMemberFigures::sum( const QVector<double> &weights ) const
{
  double sum = 0;
  for ( const Part &part : mParts )
    sum += part.value * weightOf( part, weights );
  return sum;
}

int CaMemberFigures::apportioned( const QVector<double> &weights ) const
{
  return static_cast<int>( std::count_if( mParts.begin(), mParts.end(),
                                          [&]( const Part &part )
                                          {
                                            const double first = weights.at( part.members.constFirst() );
                                            return std::any_of( part.members.begin(), part.members.end(),
                                                                [&]( int member ) { return weights.at( member ) != first; } );
                                          } ) );
}
