// SPDX-License-Identifier: GPL-2.0-or-later
#include "camunicipalities.h"

#include "cacsvtable.h"
#include "capackproblems.h"

namespace
{

//! Reads a table that is carried in the library, and whole because a test says so.
CaCsvTable tableOf( const QString &name )
{
  CaPackProblems problems;
  return CaCsvTable::read( QStringLiteral( ":/clusteratlas/tables/" ) + name, name, problems );
}

QDate day( const QString &text )
{
  return QDate::fromString( text, Qt::ISODate );
}

} // namespace

const CaMunicipalities &CaMunicipalities::builtIn()
{
  static const CaMunicipalities municipalities;
  return municipalities;
}

CaMunicipalities::CaMunicipalities()
{
  const CaCsvTable prefectures = tableOf( QStringLiteral( "prefectures.csv" ) );
  for ( int row = 0; row < prefectures.size(); ++row )
  {
    const CaPrefecture prefecture{ prefectures.value( row, QStringLiteral( "code" ) ),
                                   prefectures.value( row, QStringLiteral( "name_ja" ) ),
                                   prefectures.value( row, QStringLiteral( "name_en" ) ) };
    mPrefectureIndex.insert( prefecture.code, mPrefectures.size() );
    mPrefectures << prefecture;
  }

  const CaCsvTable table = tableOf( QStringLiteral( "municipalities.csv" ) );
  for ( int row = 0; row < table.size(); ++row )
  {
    const CaMunicipality municipality{ table.value( row, QStringLiteral( "code" ) ),
                                       table.value( row, QStringLiteral( "name_ja" ) ),
                                       table.value( row, QStringLiteral( "county_ja" ) ),
                                       table.value( row, QStringLiteral( "city_code" ) ),
                                       day( table.value( row, QStringLiteral( "valid_from" ) ) ),
                                       day( table.value( row, QStringLiteral( "valid_to" ) ) ) };
    mMunicipalityIndex.insert( municipality.code, mMunicipalities.size() );
    mMunicipalities << municipality;
    if ( !municipality.parent.isEmpty() )
      mWards[municipality.parent] << municipality.code;
  }

  const CaCsvTable changes = tableOf( QStringLiteral( "municipality_changes.csv" ) );
  for ( int row = 0; row < changes.size(); ++row )
  {
    mChanges << CaMunicipalityChange{ changes.value( row, QStringLiteral( "prefecture_code" ) ),
                                      changes.value( row, QStringLiteral( "old_name_ja" ) ),
                                      changes.value( row, QStringLiteral( "old_county_ja" ) ),
                                      changes.value( row, QStringLiteral( "new_code" ) ),
                                      changes.value( row, QStringLiteral( "change" ) ) == QLatin1String( "renamed" ),
                                      day( changes.value( row, QStringLiteral( "date" ) ) ) };
  }
}

const CaPrefecture *CaMunicipalities::prefecture( const QString &code ) const
{
  const auto found = mPrefectureIndex.constFind( code );
  return found == mPrefectureIndex.constEnd() ? nullptr : &mPrefectures.at( *found );
}

const CaMunicipality *CaMunicipalities::municipality( const QString &code ) const
{
  const auto found = mMunicipalityIndex.constFind( code );
  return found == mMunicipalityIndex.constEnd() ? nullptr : &mMunicipalities.at( *found );
}

QStringList CaMunicipalities::wards( const QString &code ) const
{
  return mWards.value( code );
}

QString CaMunicipalities::fullName( const QString &code ) const
{
  const CaPrefecture *prefecture = this->prefecture( code.left( 2 ) );
  const CaMunicipality *municipality = this->municipality( code );
  QString name = prefecture ? prefecture->nameJa : QString();
  if ( !municipality )
    return name;
  // The special wards are municipalities themselves: 東京都中央区.
  if ( const CaMunicipality *city = this->municipality( municipality->parent ); city && city->code != QLatin1String( "13100" ) )
    name += city->name;
  return name + municipality->county + municipality->name;
}
