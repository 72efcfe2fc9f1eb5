// SPDX-License-Identifier: GPL-2.0-or-later
#include "cacoverageshares.h"

#include <algorithm>

CaCoverageShares::CaCoverageShares( const CaAreaSet &set, int count, const CaTerritories &territories )
    : mSet( set )
    , mTerritories( territories )
    , mCount( count )
    , mNumber( set.boundaries().members().size(), 0 )
{
  for ( int area = 0; area < count; ++area )
  {
    for ( const int member : set.areas().at( area ).members )
      ++mNumber[member];
  }
}

CaCoverageShares::Measure CaCoverageShares::area() const
{
  return [this]( const QVector<double> &weights )
  {
    double sum = 0;
    for ( int member = 0; member < weights.size(); ++member )
      sum += weights.at( member ) * mSet.sqKmOfMember( member );
    return sum;
  };
}

CaCoverageShares::Measure CaCoverageShares::places() const
{
  return [this]( const QVector<double> &weights )
  {
    double sum = 0;
    for ( int member = 0; member < weights.size(); ++member )
      sum += mSet.boundaries().members().at( member ).code.isEmpty() ? 0 : weights.at( member );
    return sum;
  };
}

CaCoverageShares::Measure CaCoverageShares::figures( const CaMemberFigures &figures )
{
  return [&figures]( const QVector<double> &weights )
  {
    return figures.sum( weights );
  };
}

bool CaCoverageShares::isIn( int member, int bureau ) const
{
  const int own = mTerritories.bureauOf( member );
  return bureau == NATION || own == bureau || ( bureau == NO_BUREAU && own == -1 );
}

QVector<int> CaCoverageShares::bureaus() const
{
  QVector<int> result{ NATION };
  result += mTerritories.bureaus();
  for ( int member = 0; member < mNumber.size(); ++member )
  {
    if ( mTerritories.bureauOf( member ) == -1 )
      return result << NO_BUREAU;
  }
  return result;
}

QVector<CaCoveredShare> CaCoverageShares::byBureau( const Measure &measure, const CaMemberFigures *figures ) const
{
  QVector<CaCoveredShare> result;
  const QVector<CaShareOfArea> ofAreas = byArea( measure );
  const QVector<int> all = bureaus();
  for ( const int bureau : all )
  {
    QVector<double> total( mNumber.size(), 0 );
    QVector<double> once = total;
    double sqKm = 0;
    double unknown = 0;
    const double noFigures = figures ? 1 : 0;
    for ( int member = 0; member < mNumber.size(); ++member )
    {
      if ( !isIn( member, bureau ) )
        continue;
      total[member] = 1;
      once[member] = mNumber.at( member ) > 0 ? 1 : 0;
      if ( figures && !figures->concerns( member ) )
        continue;
      sqKm += mSet.sqKmOfMember( member );
      unknown += figures && !figures->isKnown( member ) ? mSet.sqKmOfMember( member ) : 0;
    }
    CaCoveredShare share{ bureau, measure( total ), measure( once ), 0, 0, sqKm > 0 ? unknown / sqKm : noFigures };
    for ( const CaShareOfArea &ofArea : ofAreas )
    {
      share.shared += ofArea.bureau == bureau ? ofArea.shared : 0;
      share.each += ofArea.bureau == bureau ? ofArea.each : 0;
    }
    result << share;
  }
  return result;
}

QVector<CaShareOfArea> CaCoverageShares::byArea( const Measure &measure ) const
{
  QVector<CaShareOfArea> result;
  const QVector<int> all = bureaus();
  for ( int area = 0; area < mCount; ++area )
  {
    for ( const int bureau : all )
    {
      QVector<double> each( mNumber.size(), 0 );
      QVector<double> shared = each;
      QVector<double> alone = each;
      bool isAny = false;
      for ( const int member : mSet.areas().at( area ).members )
      {
        if ( !isIn( member, bureau ) )
          continue;
        isAny = true;
        each[member] = 1;
        shared[member] = 1.0 / mNumber.at( member );
        alone[member] = mNumber.at( member ) == 1 ? 1 : 0;
      }
      if ( isAny )
        result << CaShareOfArea{ area, bureau, measure( each ), measure( shared ), measure( alone ) };
    }
  }
  return result;
}

QVector<CaBuiltArea> CaCoverageShares::areasIn( int bureau ) const
{
  QVector<CaBuiltArea> result;
  for ( int area = 0; area < mCount; ++area )
  {
    const QVector<int> &members = mSet.areas().at( area ).members;
    if ( std::any_of( members.begin(), members.end(), [&]( int member ) { return isIn( member, bureau ); } ) )
      result << mSet.areas().at( area );
  }
  return result;
}

QVector<double> CaCoverageShares::covered() const
{
  QVector<double> weights;
  for ( const int number : mNumber )
    weights << ( number > 0 ? 1 : 0 );
  return weights;
}
