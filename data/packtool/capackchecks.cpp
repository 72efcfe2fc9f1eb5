// SPDX-License-Identifier: GPL-2.0-or-later
#include "capackchecks.h"
#include "capackperiod.h"
#include "capackproblems.h"

#include <QRegularExpression>

#include <cmath>

namespace
{

constexpr int PREFECTURES = 47;
constexpr int FIRST_MUNICIPALITY = 100; // JIS X 0402: from 100 a designated city, up to 799 a village
constexpr int LAST_MUNICIPALITY = 799;
const QString DECK_PREFIX = QStringLiteral( "SEED-" ); // ids of METI's deck, section by section

bool matches( const QString &text, const char *form )
{
  return QRegularExpression( QStringLiteral( "\\A(?:%1)\\z" ).arg( QLatin1String( form ) ) ).match( text ).hasMatch();
}

bool isNumber( const QString &text )
{
  return matches( text, "-?[0-9]+(?:\\.[0-9]+)?" );
}

bool isPrefecture( const QString &text )
{
  return matches( text, "[0-9]{2}" ) && text.toInt() >= 1 && text.toInt() <= PREFECTURES;
}

bool isMunicipality( const QString &text )
{
  if ( !matches( text, "[0-9]{5}" ) || !isPrefecture( text.left( 2 ) ) )
    return false;
  const int number = text.mid( 2 ).toInt();
  return number >= FIRST_MUNICIPALITY && number <= LAST_MUNICIPALITY;
}

QString argument( const QString &word )
{
  return word.mid( word.indexOf( QLatin1Char( ':' ) ) + 1 );
}

bool fromDeck( const CaCsvTable &csv, int row )
{
  if ( !csv.hasColumn( QStringLiteral( "source" ) ) )
    return true;
  const QStringList ids = csv.value( row, QStringLiteral( "source" ) ).split( QLatin1Char( ';' ) );
  return std::any_of( ids.begin(), ids.end(), []( const QString &id ) { return id.startsWith( DECK_PREFIX ); } );
}

} // namespace

CaPackChecks::CaPackChecks( const CaPackInput &input, CaPackProblems &problems )
    : mInput( input )
    , mProblems( problems )
{
  const QVector<CaPackTable> tables = input.schema.tables();
  for ( const CaPackTable &table : tables )
  {
    const CaCsvTable csv = input.tables.value( table.name );
    for ( const CaPackColumn &column : table.columns )
    {
      if ( !column.unique )
        continue;
      QSet<QString> &values = mKeys[table.name + QLatin1Char( '.' ) + column.name];
      for ( int row = 0; row < csv.size(); ++row )
        values << csv.value( row, column.name );
    }
  }
  const CaCsvTable labels = input.tables.value( QStringLiteral( "deck_labels" ) );
  for ( int row = 0; row < labels.size(); ++row )
    mLabels << labels.value( row, QStringLiteral( "kind" ) ) + QLatin1Char( '\t' ) + labels.value( row, QStringLiteral( "label" ) );
}

void CaPackChecks::run()
{
  const QVector<CaPackTable> tables = mInput.schema.tables();
  for ( const CaPackTable &table : tables )
  {
    if ( table.hasCsv() )
      checkTable( table );
  }
  checkOwnerCodes();
  checkPrefectures();
  checkAreaMembers();
  checkAreasOfProjects();
  checkParticipation();
  checkBudget();
  checkPartnerLinks();
  checkPartnerAreas();
  checkTypeExamples();
  checkPackInfo();
}

void CaPackChecks::checkTable( const CaPackTable &table )
{
  const CaCsvTable csv = mInput.tables.value( table.name );
  for ( const CaPackColumn &column : table.columns )
  {
    if ( column.unique && csv.hasColumn( column.name ) )
      checkDistinct( table.name, { column.name }, QStringLiteral( "is there twice, first in line %1; every row needs its own" ) );
  }
  for ( int row = 0; row < csv.size(); ++row )
  {
    for ( const CaPackColumn &column : table.columns )
    {
      if ( column.origin != CaPackColumn::Origin::Pack && csv.hasColumn( column.name ) )
        checkCell( Cell{ csv, row, column, csv.value( row, column.name ) } );
    }
    checkPairs( table, csv, row );
  }
}

void CaPackChecks::checkCell( const Cell &cell )
{
  if ( cell.value != cell.value.trimmed() )
    problem( cell, QStringLiteral( "'%1' begins or ends with a space; remove it" ).arg( cell.value ) );
  if ( cell.value.isEmpty() )
  {
    if ( cell.column.required )
      problem( cell, QStringLiteral( "is empty; give it a value" ) );
  }
  else
  {
    checkType( cell );
    checkReference( cell );
  }
  const QStringList words = cell.column.check.split( QLatin1Char( ' ' ), Qt::SkipEmptyParts );
  for ( const QString &word : words )
    checkWord( cell, word );
}

void CaPackChecks::checkType( const Cell &cell )
{
  if ( cell.column.type == QLatin1String( "INTEGER" ) && !matches( cell.value, "-?[0-9]{1,9}" ) )
    problem( cell, QStringLiteral( "'%1' is no whole number; write digits only" ).arg( cell.value ) );
  else if ( cell.column.type == QLatin1String( "REAL" ) && !isNumber( cell.value ) )
    problem( cell, QStringLiteral( "'%1' is no number; write digits with a point, without commas or units" ).arg( cell.value ) );
}

void CaPackChecks::checkWord( const Cell &cell, const QString &word )
{
  // These say when a value must be there; all others only look at a value that is.
  if ( word.startsWith( QLatin1String( "with:" ) ) )
  {
    if ( cell.value.isEmpty() != cell.csv.value( cell.row, argument( word ) ).isEmpty() )
      problem( cell, QStringLiteral( "and %1 must both have a value, or neither" ).arg( argument( word ) ) );
    return;
  }
  if ( word.startsWith( QLatin1String( "or:" ) ) )
  {
    if ( cell.value.isEmpty() && cell.csv.value( cell.row, argument( word ) ).isEmpty() )
      problem( cell, QStringLiteral( "is empty; give it a value, or say in %1 why it has none" ).arg( argument( word ) ) );
    return;
  }
  if ( word == QLatin1String( "with-geometry" ) )
  {
    if ( cell.value.isEmpty() != cell.csv.value( cell.row, QStringLiteral( "lat" ) ).isEmpty() )
      problem( cell, QStringLiteral( "and lat must both have a value, or neither" ) );
    return;
  }
  if ( cell.value.isEmpty() )
    return;

  if ( word == QLatin1String( "jis_prefecture" ) )
    checkJis( cell, false );
  else if ( word == QLatin1String( "jis" ) )
    checkJis( cell, true );
  else if ( word == QLatin1String( "iso3166_1" ) )
  {
    if ( !mInput.countryCodes.contains( cell.value ) )
      problem( cell, QStringLiteral( "'%1' is no ISO 3166-1 code; use two capital letters, such as FR" ).arg( cell.value ) );
  }
  else if ( word == QLatin1String( "iso3166_2" ) )
    checkRegions( cell );
  else if ( word.startsWith( QLatin1String( "enum:" ) ) )
  {
    const QStringList allowed = argument( word ).split( QLatin1Char( '|' ) );
    if ( !allowed.contains( cell.value ) )
      problem( cell, QStringLiteral( "'%1' is unknown; use one of %2" ).arg( cell.value, allowed.join( QLatin1String( ", " ) ) ) );
  }
  else if ( word.startsWith( QLatin1String( "label:" ) ) )
    checkLabel( cell, argument( word ) );
  else if ( word == QLatin1String( "period" ) )
  {
    if ( !CaPackPeriod::fromText( cell.value ) )
      problem( cell, QStringLiteral( "'%1' is no period; write 2009-11-30, 2009-11, 2009, FY2009 or FY2007/FY2009" ).arg( cell.value ) );
  }
  else if ( word == QLatin1String( "sources" ) )
    checkSources( cell, QString() );
  else if ( word.startsWith( QLatin1String( "basis:" ) ) )
    checkSources( cell, argument( word ) );
  else if ( word == QLatin1String( "owner" ) )
    checkOwner( cell );
  else if ( !word.startsWith( QLatin1String( "of:" ) ) )
    checkNumberWord( cell, word );
}

void CaPackChecks::checkNumberWord( const Cell &cell, const QString &word )
{
  const double number = cell.value.toDouble();
  if ( word == QLatin1String( "bool" ) )
  {
    if ( cell.value != QLatin1String( "0" ) && cell.value != QLatin1String( "1" ) )
      problem( cell, QStringLiteral( "'%1' is neither 0 (no) nor 1 (yes)" ).arg( cell.value ) );
  }
  else if ( word == QLatin1String( "year" ) )
  {
    if ( !matches( cell.value, "(?:19|20)[0-9]{2}|2100" ) )
      problem( cell, QStringLiteral( "'%1' is no year from 1900 to 2100; write it as 2009" ).arg( cell.value ) );
  }
  else if ( word == QLatin1String( "lat" ) || word == QLatin1String( "lon" ) )
  {
    const double limit = word == QLatin1String( "lat" ) ? 90 : 180;
    if ( isNumber( cell.value ) && std::abs( number ) > limit )
      problem( cell, QStringLiteral( "%1 is beyond %2 degrees; latitude and longitude may be swapped" ).arg( cell.value ).arg( limit ) );
  }
  else if ( word != QLatin1String( "int" ) && word != QLatin1String( "number" ) )
    mProblems.add( QStringLiteral( "schema/columns.csv" ), 0, cell.column.name,
                   QStringLiteral( "the check '%1' is unknown; correct it" ).arg( word ) );
}

void CaPackChecks::checkJis( const Cell &cell, bool municipalities )
{
  if ( isPrefecture( cell.value ) || ( municipalities && isMunicipality( cell.value ) ) )
    return;
  const QString wanted = municipalities
                             ? QStringLiteral( "two digits 01 to 47 for a prefecture, five for a municipality (without check digit)" )
                             : QStringLiteral( "two digits, 01 to 47" );
  problem( cell, QStringLiteral( "'%1' is no JIS code; use %2" ).arg( cell.value, wanted ) );
}

void CaPackChecks::checkRegions( const Cell &cell )
{
  const QStringList codes = cell.value.split( QLatin1Char( '|' ) );
  for ( const QString &code : codes )
  {
    const bool known = matches( code, "[A-Z]{2}-[A-Z0-9]{1,3}" ) && mInput.countryCodes.contains( code.left( 2 ) );
    const bool badPrefecture = code.startsWith( QLatin1String( "JP-" ) ) && !isPrefecture( code.mid( 3 ) );
    if ( !known || badPrefecture )
      problem( cell, QStringLiteral( "'%1' is no ISO 3166-2 code; write it as DE-TH, several with | between" ).arg( code ) );
  }
  const int of = cell.column.check.indexOf( QLatin1String( "of:" ) );
  if ( of < 0 )
    return;
  const QString country = cell.csv.value( cell.row, cell.column.check.mid( of + 3 ).section( QLatin1Char( ' ' ), 0, 0 ) );
  if ( std::none_of( codes.begin(), codes.end(),
                     [&country]( const QString &code ) { return code.startsWith( country + QLatin1Char( '-' ) ); } ) )
    problem( cell, QStringLiteral( "'%1' is no region of the country %2; correct one of them" ).arg( cell.value, country ) );
}

void CaPackChecks::checkLabel( const Cell &cell, const QString &kind )
{
  if ( !fromDeck( cell.csv, cell.row ) || mLabels.contains( kind + QLatin1Char( '\t' ) + cell.value ) )
    return;
  problem( cell, QStringLiteral( "'%1' is not in deck_labels.csv as a label of kind %2; write it exactly as METI's deck prints it" )
                     .arg( cell.value, kind ) );
}

void CaPackChecks::checkSources( const Cell &cell, const QString &alternative )
{
  if ( !alternative.isEmpty() && cell.value == alternative )
    return;
  const QSet<QString> known = mKeys.value( QStringLiteral( "sources.id" ) );
  const QStringList ids = cell.value.split( QLatin1Char( ';' ) );
  for ( const QString &id : ids )
  {
    if ( !known.contains( id ) )
      problem( cell, QStringLiteral( "'%1' is no id of sources.csv; add the source there or correct the id" ).arg( id ) );
  }
}

void CaPackChecks::checkReference( const Cell &cell )
{
  if ( cell.column.references.isEmpty() || mKeys.value( cell.column.references ).contains( cell.value ) )
    return;
  problem(
      cell,
      QStringLiteral( "'%1' refers to nothing: it is not in %2; correct it or add the row" ).arg( cell.value, cell.column.references ) );
}

void CaPackChecks::checkOwner( const Cell &cell )
{
  const QString kind = cell.csv.value( cell.row, QStringLiteral( "owner_kind" ) );
  const QString table = CaPackInput::ownerTable( kind );
  if ( !mKeys.value( table + QLatin1String( ".code" ) ).contains( cell.value ) )
    problem( cell, QStringLiteral( "'%1' refers to nothing: there is no such %2; correct it or add the row" ).arg( cell.value, kind ) );
}

void CaPackChecks::checkPairs( const CaPackTable &table, const CaCsvTable &csv, int row )
{
  for ( const CaPackColumn &column : table.columns )
  {
    if ( column.origin == CaPackColumn::Origin::Pack || !column.name.endsWith( QLatin1String( "lat" ) ) )
      continue;
    const QString other = column.name.left( column.name.size() - 3 ) + QLatin1String( "lon" );
    if ( csv.value( row, column.name ).isEmpty() != csv.value( row, other ).isEmpty() )
      problem( csv, row, column.name, QStringLiteral( "and %1 must both have a value, or neither" ).arg( other ) );
  }
}

void CaPackChecks::checkOwnerCodes()
{
  QHash<QString, QString> seen;
  for ( const char *table : { "national", "bureaus", "projects", "subareas", "type_examples" } )
  {
    const CaCsvTable csv = mInput.tables.value( QLatin1String( table ) );
    for ( int row = 0; row < csv.size(); ++row )
    {
      const QString code = csv.value( row, QStringLiteral( "code" ) );
      const QString other = seen.value( code );
      if ( !other.isEmpty() && other != csv.name() )
        problem( csv, row, QStringLiteral( "code" ),
                 QStringLiteral( "'%1' is also a code of %2; owners of figures need codes that differ" ).arg( code, other ) );
      seen.insert( code, csv.name() );
    }
  }
}

void CaPackChecks::checkPrefectures()
{
  const CaCsvTable csv = mInput.tables.value( QStringLiteral( "prefectures" ) );
  const QString file = QStringLiteral( "boundaries/prefectures.geojson" );
  QSet<QString> shapes;
  const QVector<CaPackInput::Shape> boundaries = mInput.boundaries.value( QStringLiteral( "prefectures" ) );
  for ( const CaPackInput::Shape &shape : boundaries )
  {
    const QString code = shape.properties.value( QStringLiteral( "code" ) );
    if ( shapes.contains( code ) || mInput.rowWith( QStringLiteral( "prefectures" ), QStringLiteral( "code" ), code ) < 0 )
      mProblems.add( file, 0, QStringLiteral( "code" ),
                     QStringLiteral( "'%1' is there twice or not in prefectures.csv; correct it" ).arg( code ) );
    shapes << code;
  }
  for ( int row = 0; row < csv.size(); ++row )
  {
    const QString code = csv.value( row, QStringLiteral( "code" ) );
    if ( csv.value( row, QStringLiteral( "iso3166_2" ) ) != QLatin1String( "JP-" ) + code )
      problem( csv, row, QStringLiteral( "iso3166_2" ),
               QStringLiteral( "does not belong to prefecture %1; it must be JP-%1" ).arg( code ) );
    if ( !shapes.contains( code ) )
      problem( csv, row, QStringLiteral( "code" ), QStringLiteral( "'%1' has no shape in %2; add it" ).arg( code, file ) );
  }
  if ( csv.size() != PREFECTURES )
    mProblems.add( csv.name(), 0, QString(),
                   QStringLiteral( "has %1 rows; there are %2 prefectures" ).arg( csv.size() ).arg( PREFECTURES ) );
}

void CaPackChecks::checkAreaMembers()
{
  const CaCsvTable csv = mInput.tables.value( QStringLiteral( "area_members" ) );
  for ( int row = 0; row < csv.size(); ++row )
  {
    const QString code = csv.value( row, QStringLiteral( "jis_code" ) );
    const QString precision = csv.value( row, QStringLiteral( "precision" ) );
    const QString prefecture = mInput.lookup( QStringLiteral( "prefectures" ), code.left( 2 ), QStringLiteral( "name_ja" ) );
    if ( ( precision == QLatin1String( "municipality" ) ) != ( code.size() == 5 ) )
      problem(
          csv, row, QStringLiteral( "jis_code" ),
          QStringLiteral( "'%1' does not fit the precision %2; a municipality has five digits, all else two" ).arg( code, precision ) );
    if ( csv.value( row, QStringLiteral( "iso3166_2" ) ) != QLatin1String( "JP-" ) + code.left( 2 ) )
      problem( csv, row, QStringLiteral( "iso3166_2" ),
               QStringLiteral( "does not fit the JIS code %1; it must be JP-%2" ).arg( code, code.left( 2 ) ) );
    if ( !prefecture.isEmpty() && csv.value( row, QStringLiteral( "prefecture_ja" ) ) != prefecture )
      problem( csv, row, QStringLiteral( "prefecture_ja" ),
               QStringLiteral( "is not %1, the prefecture of JIS code %2; correct one of them" ).arg( prefecture, code ) );
    if ( ( precision == QLatin1String( "subregion" ) ) != csv.value( row, QStringLiteral( "lat" ) ).isEmpty() )
      problem( csv, row, QStringLiteral( "lat" ),
               QStringLiteral( "a prefecture or municipality needs the point of its office, a sub-region has none" ) );
  }
  checkDistinct(
      csv.name().section( QLatin1Char( '.' ), 0, 0 ),
      { QStringLiteral( "owner_code" ), QStringLiteral( "precision" ), QStringLiteral( "jis_code" ), QStringLiteral( "name_ja" ) },
      QStringLiteral( "is listed twice for this owner, first in line %1; remove one" ) );
}

void CaPackChecks::checkAreasOfProjects()
{
  const CaCsvTable csv = mInput.tables.value( QStringLiteral( "projects" ) );
  const CaCsvTable members = mInput.tables.value( QStringLiteral( "area_members" ) );
  for ( int row = 0; row < csv.size(); ++row )
  {
    const QString code = csv.value( row, QStringLiteral( "code" ) );
    QStringList owners{ code };
    const QVector<int> subareas = mInput.rowsWith( QStringLiteral( "subareas" ), QStringLiteral( "project_code" ), code );
    for ( const int subarea : subareas )
      owners << mInput.tables.value( QStringLiteral( "subareas" ) ).value( subarea, QStringLiteral( "code" ) );
    bool hasArea = false;
    for ( int member = 0; member < members.size() && !hasArea; ++member )
      hasArea = owners.contains( members.value( member, QStringLiteral( "owner_code" ) ) );
    if ( !hasArea )
      problem( csv, row, QStringLiteral( "code" ),
               QStringLiteral( "'%1' has no row in area_members.csv, nor have its sub-areas; add its prefectures" ).arg( code ) );
    if ( mInput.rowWith( QStringLiteral( "project_fields" ), QStringLiteral( "project_code" ), code ) < 0 )
      problem( csv, row, QStringLiteral( "code" ), QStringLiteral( "'%1' has no field in project_fields.csv; add one" ).arg( code ) );
  }
  checkDistinct( QStringLiteral( "project_fields" ), { QStringLiteral( "project_code" ), QStringLiteral( "field_order" ) },
                 QStringLiteral( "is there twice for this project, first in line %1; number its fields 1, 2, 3" ) );
}

void CaPackChecks::checkParticipation()
{
  const CaCsvTable csv = mInput.tables.value( QStringLiteral( "participation" ) );
  for ( int row = 0; row < csv.size(); ++row )
  {
    const QString metric = csv.value( row, QStringLiteral( "metric" ) );
    const QString unit = mInput.lookup( QStringLiteral( "metrics" ), metric, QStringLiteral( "unit" ) );
    if ( !unit.isEmpty() && !csv.value( row, QStringLiteral( "unit" ) ).isEmpty() && csv.value( row, QStringLiteral( "unit" ) ) != unit )
      problem( csv, row, QStringLiteral( "unit" ),
               QStringLiteral( "is not %1, the unit of %2 in metrics.csv; correct one of them" ).arg( unit, metric ) );
  }
  checkDistinct( QStringLiteral( "participation" ),
                 { QStringLiteral( "owner_code" ), QStringLiteral( "fiscal_year" ), QStringLiteral( "metric" ) },
                 QStringLiteral( "a second figure of the same owner, year and metric, first in line %1; keep one" ) );
}

void CaPackChecks::checkBudget()
{
  const CaCsvTable csv = mInput.tables.value( QStringLiteral( "budget" ) );
  QHash<QString, int> seen;
  for ( int row = 0; row < csv.size(); ++row )
  {
    const QString partOf = csv.value( row, QStringLiteral( "part_of" ) );
    const QString year = csv.value( row, QStringLiteral( "fiscal_year" ) );
    bool found = partOf.isEmpty();
    for ( int whole = 0; whole < csv.size() && !found; ++whole )
      found = csv.value( whole, QStringLiteral( "programme_ja" ) ) == partOf && csv.value( whole, QStringLiteral( "fiscal_year" ) ) == year;
    if ( !found )
      problem( csv, row, QStringLiteral( "part_of" ), QStringLiteral( "'%1' is no programme of %2; correct it" ).arg( partOf, year ) );

    if ( !partOf.isEmpty() || csv.value( row, QStringLiteral( "owner_kind" ) ) != QLatin1String( "national" ) )
      continue;
    const bool request = csv.value( row, QStringLiteral( "status" ) ) == QLatin1String( "request" );
    const QString key = QStringLiteral( "%1 %2 %3" ).arg( csv.value( row, QStringLiteral( "type_code" ) ), year ).arg( request );
    if ( seen.contains( key ) )
      problem( csv, row, QStringLiteral( "type_code" ),
               QStringLiteral( "a second national amount of this type and year, first in line %1; mark parts with part_of" )
                   .arg( seen.value( key ) ) );
    seen.insert( key, csv.line( row ) );
  }
}

void CaPackChecks::checkPartnerLinks()
{
  const CaCsvTable csv = mInput.tables.value( QStringLiteral( "partner_links" ) );
  const QString places = QStringLiteral( "partner_places" );
  for ( int row = 0; row < csv.size(); ++row )
  {
    const QString partner = csv.value( row, QStringLiteral( "partner_code" ) );
    const QString subarea = csv.value( row, QStringLiteral( "subarea_code" ) );
    const QString part = csv.value( row, QStringLiteral( "partner_part_ja" ) );
    if ( mInput.rowWith( places, QStringLiteral( "code" ), partner ) < 0 )
      continue;
    if ( csv.value( row, QStringLiteral( "country" ) ) != mInput.lookup( places, partner, QStringLiteral( "country" ) ) )
      problem( csv, row, QStringLiteral( "country" ),
               QStringLiteral( "is not the country of %1 in partner_places.csv; correct one of them" ).arg( partner ) );
    if ( part != mInput.lookup( places, partner, QStringLiteral( "name_ja" ) ) )
      problem( csv, row, QStringLiteral( "partner_part_ja" ),
               QStringLiteral( "is not the name of %1 in partner_places.csv; correct one of them" ).arg( partner ) );
    if ( !csv.value( row, QStringLiteral( "partner_label_ja" ) ).contains( part ) )
      problem( csv, row, QStringLiteral( "partner_part_ja" ), QStringLiteral( "is no part of partner_label_ja; correct one of them" ) );
    if ( !subarea.isEmpty() && mInput.lookup( QStringLiteral( "subareas" ), subarea, QStringLiteral( "project_code" ) ) !=
                                   csv.value( row, QStringLiteral( "project_code" ) ) )
      problem( csv, row, QStringLiteral( "subarea_code" ),
               QStringLiteral( "'%1' is no sub-area of the row's project; correct one of them" ).arg( subarea ) );
  }
}

void CaPackChecks::checkPartnerAreas()
{
  const QString file = QStringLiteral( "boundaries/partner_areas.geojson" );
  QSet<QString> seen;
  const QVector<CaPackInput::Shape> shapes = mInput.boundaries.value( QStringLiteral( "partner_areas" ) );
  for ( const CaPackInput::Shape &shape : shapes )
  {
    const QString code = shape.properties.value( QStringLiteral( "partner_code" ) );
    if ( seen.contains( code ) || mInput.rowWith( QStringLiteral( "partner_places" ), QStringLiteral( "code" ), code ) < 0 )
      mProblems.add( file, 0, QStringLiteral( "partner_code" ),
                     QStringLiteral( "'%1' is there twice or not in partner_places.csv; correct it" ).arg( code ) );
    seen << code;
  }
}

void CaPackChecks::checkTypeExamples()
{
  const CaCsvTable csv = mInput.tables.value( QStringLiteral( "type_examples" ) );
  for ( int row = 0; row < csv.size(); ++row )
  {
    const QString subarea = csv.value( row, QStringLiteral( "subarea_code" ) );
    if ( !subarea.isEmpty() && mInput.lookup( QStringLiteral( "subareas" ), subarea, QStringLiteral( "project_code" ) ) !=
                                   csv.value( row, QStringLiteral( "project_code" ) ) )
      problem( csv, row, QStringLiteral( "subarea_code" ),
               QStringLiteral( "'%1' is no sub-area of the row's project; correct one of them" ).arg( subarea ) );
    const QString code = csv.value( row, QStringLiteral( "code" ) );
    if ( mInput.rowWith( QStringLiteral( "area_members" ), QStringLiteral( "owner_code" ), code ) < 0 )
      problem( csv, row, QStringLiteral( "code" ), QStringLiteral( "'%1' has no row in area_members.csv; add where it is" ).arg( code ) );
  }
}

void CaPackChecks::checkPackInfo()
{
  const QString table = QStringLiteral( "pack_info" );
  const CaCsvTable csv = mInput.tables.value( table );
  for ( const char *key : { "version", "schema", "data_date", "title_ja", "title_en" } )
  {
    if ( mInput.rowWith( table, QStringLiteral( "key" ), QLatin1String( key ) ) < 0 )
      mProblems.add( csv.name(), 0, QStringLiteral( "key" ), QStringLiteral( "'%1' is missing; add it" ).arg( QLatin1String( key ) ) );
  }
  const int row = mInput.rowWith( table, QStringLiteral( "key" ), QStringLiteral( "data_date" ) );
  if ( row >= 0 && !QDate::fromString( csv.value( row, QStringLiteral( "value" ) ), Qt::ISODate ).isValid() )
    problem( csv, row, QStringLiteral( "value" ), QStringLiteral( "the data date must be a day, such as 2009-11-30" ) );
}

void CaPackChecks::checkDistinct( const QString &table, const QStringList &columns, const QString &message )
{
  const CaCsvTable csv = mInput.tables.value( table );
  QHash<QStringList, int> seen;
  for ( int row = 0; row < csv.size(); ++row )
  {
    QStringList key;
    for ( const QString &column : columns )
      key << csv.value( row, column );
    if ( key.join( QString() ).isEmpty() )
      continue;
    if ( seen.contains( key ) )
      problem( csv, row, columns.last(), message.arg( seen.value( key ) ) );
    else
      seen.insert( key, csv.line( row ) );
  }
}

void CaPackChecks::problem( const Cell &cell, const QString &message )
{
  problem( cell.csv, cell.row, cell.column.name, message );
}

void CaPackChecks::problem( const CaCsvTable &csv, int row, const QString &column, const QString &message )
{
  mProblems.add( csv.name(), csv.line( row ), column, message );
}
