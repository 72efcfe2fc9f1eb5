// SPDX-License-Identifier: GPL-2.0-or-later
#include "camarks.h"

#include "cacsvtable.h"
#include "canumbers.h"
#include "capackproblems.h"
#include "catext.h"

namespace
{
QString key( const QString &text )
{
  return CaText::halfWidth( text ).toLower();
}
} // namespace

const CaMarks &CaMarks::builtIn()
{
  static const CaMarks marks = load( QStringLiteral( ":/clusteratlas/tables/marks.csv" ), nullptr ).value_or( CaMarks() );
  return marks;
}

std::optional<CaMarks> CaMarks::load( const QString &fileName, QString *error )
{
  CaPackProblems problems;
  const CaCsvTable table = CaCsvTable::read( fileName, fileName, problems );
  for ( const QString &column : { QStringLiteral( "mark" ), QStringLiteral( "flag" ) } )
  {
    if ( problems.isEmpty() && !table.hasColumn( column ) )
      problems.add( fileName, 1, column, tr( "The table has no such column. Add it; the first line names the columns." ) );
  }

  CaMarks marks;
  for ( int row = 0; row < table.size(); ++row )
  {
    const QString mark = table.value( row, QStringLiteral( "mark" ) );
    const QString word = table.value( row, QStringLiteral( "flag" ) );
    const std::optional<CaFlag> flag = CaFigureWords::flag( word );
    const QChar first = key( mark ).isEmpty() ? QChar() : key( mark ).at( 0 );
    if ( first.isDigit() || CaNumbers::parse( mark ).value )
      problems.add( fileName, table.line( row ), QStringLiteral( "mark" ),
                    tr( "“%1” is a number and cannot be a mark. Delete the line." ).arg( mark ) );
    if ( marks.mFlags.contains( key( mark ) ) )
      problems.add( fileName, table.line( row ), QStringLiteral( "mark" ), tr( "“%1” is there twice. Delete one line." ).arg( mark ) );
    if ( !flag || *flag == CaFlag::None )
      problems.add( fileName, table.line( row ), QStringLiteral( "flag" ),
                    tr( "“%1” is no flag. Write zero, not_applicable, not_available or suppressed." ).arg( word ) );
    else
      marks.mFlags.insert( key( mark ), *flag );
  }
  if ( problems.isEmpty() )
    return marks;
  if ( error )
    *error = problems.lines().join( QLatin1Char( '\n' ) );
  return std::nullopt;
}

std::optional<CaFlag> CaMarks::flag( const QString &text ) const
{
  // Most cells are numbers, and no mark begins with a digit.
  if ( !text.isEmpty() && text.at( 0 ).isDigit() )
    return std::nullopt;
  const auto found = mFlags.constFind( key( text ) );
  return found == mFlags.constEnd() ? std::nullopt : std::optional<CaFlag>( *found );
}
