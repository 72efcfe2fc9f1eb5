// SPDX-License-Identifier: GPL-2.0-or-later
#include "caunits.h"

#include "cacsvtable.h"
#include "capackproblems.h"
#include "catext.h"

#include <QSet>

#include <algorithm>

namespace
{

constexpr int MOST_ZEROS = 15;

//! Returns n for 10^n, nothing for other text.
std::optional<int> zerosOf( const QString &factor )
{
  if ( !factor.startsWith( QLatin1Char( '1' ) ) || factor.size() > MOST_ZEROS + 1 ||
       factor.count( QLatin1Char( '0' ) ) != factor.size() - 1 )
    return std::nullopt;
  return factor.size() - 1;
}

} // namespace

const CaUnits &CaUnits::builtIn()
{
  static const CaUnits units = load( QStringLiteral( ":/clusteratlas/tables/units.csv" ), nullptr ).value_or( CaUnits() );
  return units;
}

std::optional<CaUnits> CaUnits::load( const QString &fileName, QString *error )
{
  CaPackProblems problems;
  const CaCsvTable table = CaCsvTable::read( fileName, fileName, problems );
  CaUnits units;
  QSet<QString> codes, spellings;
  for ( int row = 0; row < table.size(); ++row )
  {
    CaUnit unit{ table.value( row, QStringLiteral( "code" ) ), table.value( row, QStringLiteral( "base" ) ), 0,
                 table.value( row, QStringLiteral( "name_ja" ) ), table.value( row, QStringLiteral( "name_en" ) ) };
    const std::optional<int> zeros = zerosOf( table.value( row, QStringLiteral( "factor" ) ) );
    if ( unit.code.isEmpty() || unit.base.isEmpty() || codes.contains( unit.code ) )
      problems.add( fileName, table.line( row ), QStringLiteral( "code" ),
                    tr( "A unit needs a code that no other unit has, and a base. Correct it." ) );
    if ( !zeros )
      problems.add( fileName, table.line( row ), QStringLiteral( "factor" ),
                    tr( "The factor must be 1, 10, 100, … 10^%1. Correct it." ).arg( MOST_ZEROS ) );
    unit.zeros = zeros.value_or( 0 );
    codes.insert( unit.code );

    const QStringList written = table.value( row, QStringLiteral( "spellings" ) ).split( QLatin1Char( ';' ), Qt::SkipEmptyParts );
    for ( const QString &spelling : written )
    {
      const QString folded = CaText::halfWidth( spelling ).toLower();
      if ( spellings.contains( folded ) )
        problems.add( fileName, table.line( row ), QStringLiteral( "spellings" ),
                      tr( "“%1” is a spelling of two units. Leave it to one." ).arg( spelling ) );
      spellings.insert( folded );
      units.mSpellings << Spelling{ folded, static_cast<int>( units.mUnits.size() ) };
    }
    units.mUnits << unit;
  }
  std::stable_sort( units.mSpellings.begin(), units.mSpellings.end(),
                    []( const Spelling &a, const Spelling &b ) { return a.text.size() > b.text.size(); } );
  if ( problems.isEmpty() )
    return units;
  if ( error )
    *error = problems.lines().join( QLatin1Char( '\n' ) );
  return std::nullopt;
}

const CaUnit *CaUnits::unit( const QString &code ) const
{
  const auto found = std::find_if( mUnits.begin(), mUnits.end(), [&code]( const CaUnit &unit ) { return unit.code == code; } );
  return found == mUnits.end() ? nullptr : &*found;
}

const CaUnit *CaUnits::at( const QString &text, int position, int *length ) const
{
  const QStringView rest = QStringView( text ).mid( position );
  for ( const Spelling &spelling : mSpellings )
  {
    if ( rest.startsWith( spelling.text, Qt::CaseInsensitive ) )
    {
      *length = spelling.text.size();
      return &mUnits.at( spelling.unit );
    }
  }
  return nullptr;
}

const CaUnit *CaUnits::find( const QString &text ) const
{
  QString folded = CaText::halfWidth( text );
  for ( const auto &brackets : { QStringLiteral( "()" ), QStringLiteral( "[]" ), QStringLiteral( "〔〕" ), QStringLiteral( "【】" ) } )
  {
    if ( folded.startsWith( brackets.at( 0 ) ) && folded.endsWith( brackets.at( 1 ) ) )
      folded = folded.mid( 1, folded.size() - 2 ).trimmed();
  }
  for ( const QString &label : { QStringLiteral( "単位" ), QStringLiteral( "unit" ) } ) // 単位：百万円
  {
    if ( folded.startsWith( label, Qt::CaseInsensitive ) )
      folded = folded.mid( label.size() ).trimmed();
  }
  if ( folded.startsWith( QLatin1Char( ':' ) ) )
    folded = folded.mid( 1 ).trimmed();
  int length = 0;
  const CaUnit *unit = at( folded, 0, &length );
  return length == folded.size() ? unit : nullptr;
}

std::optional<int> CaUnits::zerosBetween( const QString &from, const QString &to ) const
{
  const CaUnit *a = unit( from );
  const CaUnit *b = unit( to );
  if ( !a || !b || a->base != b->base )
    return std::nullopt;
  return a->zeros - b->zeros;
}
