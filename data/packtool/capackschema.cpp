// SPDX-License-Identifier: GPL-2.0-or-later
#include "capackschema.h"
#include "cacsvtable.h"
#include "capackproblems.h"

#include <QDir>

#include <algorithm>
#include <iterator>

namespace
{

const QString TABLES_FILE = QStringLiteral( "schema/tables.csv" );
const QString COLUMNS_FILE = QStringLiteral( "schema/columns.csv" );

bool isName( const QString &text )
{
  if ( text.isEmpty() || !text.at( 0 ).isLower() )
    return false;
  return std::all_of( text.begin(), text.end(),
                      []( QChar c ) { return c == QLatin1Char( '_' ) || ( c.unicode() < 128 && ( c.isLower() || c.isDigit() ) ); } );
}

bool originFromText( const QString &text, CaPackColumn::Origin &origin )
{
  if ( text == QLatin1String( "both" ) )
    origin = CaPackColumn::Origin::Both;
  else if ( text == QLatin1String( "csv" ) )
    origin = CaPackColumn::Origin::Csv;
  else if ( text == QLatin1String( "pack" ) )
    origin = CaPackColumn::Origin::Pack;
  else
    return false;
  return true;
}

} // namespace

QVector<CaPackColumn> CaPackTable::packColumns() const
{
  QVector<CaPackColumn> result;
  std::copy_if( columns.begin(), columns.end(), std::back_inserter( result ),
                []( const CaPackColumn &column ) { return column.origin != CaPackColumn::Origin::Csv; } );
  return result;
}

CaPackSchema CaPackSchema::read( const QString &dataDir, CaPackProblems &problems )
{
  CaPackSchema schema;
  const QDir dir( dataDir );
  schema.readTables( CaCsvTable::read( dir.filePath( TABLES_FILE ), TABLES_FILE, problems ), problems );
  schema.readColumns( CaCsvTable::read( dir.filePath( COLUMNS_FILE ), COLUMNS_FILE, problems ), problems );
  schema.checkReferences( problems );
  return schema;
}

const CaPackTable *CaPackSchema::table( const QString &name ) const
{
  const auto it = mIndex.constFind( name );
  return it == mIndex.constEnd() ? nullptr : &mTables.at( *it );
}

void CaPackSchema::readTables( const CaCsvTable &csv, CaPackProblems &problems )
{
  static const QStringList GEOMETRIES{ QString(), QStringLiteral( "POINT" ), QStringLiteral( "MULTILINESTRING" ),
                                       QStringLiteral( "MULTIPOLYGON" ) };
  for ( int row = 0; row < csv.size(); ++row )
  {
    const auto value = [&csv, row]( const char *column )
    {
      return csv.value( row, QLatin1String( column ) );
    };
    CaPackTable table;
    table.name = value( "table" );
    table.isView = value( "kind" ) == QLatin1String( "view" );
    table.csv = value( "csv" );
    table.geometry = value( "geometry" );
    table.epsg = value( "epsg" ).toInt();
    table.titleJa = value( "title_ja" );
    table.titleEn = value( "title_en" );
    table.abstractJa = value( "abstract_ja" );
    table.abstractEn = value( "abstract_en" );
    table.creditJa = value( "credit_ja" );
    table.creditEn = value( "credit_en" );
    table.licence = value( "licence" );
    table.source = value( "source" );
    if ( !isName( table.name ) || mIndex.contains( table.name ) )
      problems.add( csv.name(), csv.line( row ), QStringLiteral( "table" ),
                    QStringLiteral( "'%1' is no new lower-case name; give it one" ).arg( table.name ) );
    if ( !GEOMETRIES.contains( table.geometry ) || table.geometry.isEmpty() != ( table.epsg == 0 ) )
      problems.add( csv.name(), csv.line( row ), QStringLiteral( "geometry" ),
                    QStringLiteral( "'%1' needs a known geometry type together with an EPSG code, or neither" ).arg( table.geometry ) );
    if ( table.titleJa.isEmpty() || table.titleEn.isEmpty() )
      problems.add( csv.name(), csv.line( row ), QStringLiteral( "title_ja" ),
                    QStringLiteral( "a title is missing; give one in Japanese and one in English" ) );
    mIndex.insert( table.name, mTables.size() );
    mTables << table;
  }
}

void CaPackSchema::readColumns( const CaCsvTable &csv, CaPackProblems &problems )
{
  static const QStringList TYPES{ QStringLiteral( "TEXT" ), QStringLiteral( "INTEGER" ), QStringLiteral( "REAL" ),
                                  QStringLiteral( "BOOLEAN" ), QStringLiteral( "DATE" ) };
  for ( int row = 0; row < csv.size(); ++row )
  {
    const auto value = [&csv, row]( const char *column )
    {
      return csv.value( row, QLatin1String( column ) );
    };
    const auto problem = [&csv, row, &problems]( const char *column, const QString &message )
    {
      problems.add( csv.name(), csv.line( row ), QLatin1String( column ), message );
    };
    if ( !mIndex.contains( value( "table" ) ) )
    {
      problem( "table", QStringLiteral( "'%1' is not in %2; add it there or correct it" ).arg( value( "table" ), TABLES_FILE ) );
      continue;
    }
    CaPackColumn column;
    column.name = value( "name" );
    column.type = value( "type" );
    column.required = value( "required" ) == QLatin1String( "1" );
    column.unique = value( "unique" ) == QLatin1String( "1" );
    column.references = value( "references" );
    column.check = value( "check" );
    column.aliasJa = value( "alias_ja" );
    column.aliasEn = value( "alias_en" );
    column.descriptionJa = value( "description_ja" );
    column.descriptionEn = value( "description_en" );
    column.formGroup = value( "form_group" );
    if ( !isName( column.name ) )
      problem( "name", QStringLiteral( "'%1' is no lower-case name; correct it" ).arg( column.name ) );
    if ( !TYPES.contains( column.type ) )
      problem( "type", QStringLiteral( "'%1' is unknown; use one of %2" ).arg( column.type, TYPES.join( QLatin1String( ", " ) ) ) );
    if ( !originFromText( value( "origin" ), column.origin ) )
      problem( "origin", QStringLiteral( "'%1' is unknown; use both, csv or pack" ).arg( value( "origin" ) ) );
    if ( column.aliasJa.isEmpty() || column.aliasEn.isEmpty() )
      problem( "alias_ja", QStringLiteral( "an alias is missing; give one in Japanese and one in English" ) );
    mTables[mIndex.value( value( "table" ) )].columns << column;
  }
}

void CaPackSchema::checkReferences( CaPackProblems &problems ) const
{
  QStringList known;
  for ( const CaPackTable &table : mTables )
  {
    for ( const CaPackColumn &column : table.columns )
    {
      if ( !column.references.isEmpty() && !known.contains( column.references ) )
        problems.add(
            COLUMNS_FILE, 0, table.name + QLatin1Char( '.' ) + column.name,
            QStringLiteral( "refers to '%1', which is not a unique column of a table further up; correct it" ).arg( column.references ) );
    }
    for ( const CaPackColumn &column : table.columns )
    {
      if ( column.unique )
        known << table.name + QLatin1Char( '.' ) + column.name;
    }
  }
}
