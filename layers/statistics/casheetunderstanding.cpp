// SPDX-License-Identifier: GPL-2.0-or-later
#include "casheetunderstanding.h"

#include "cametricnames.h"
#include "canumbers.h"
#include "caownerresolver.h"
#include "casheetheader.h"
#include "caunits.h"

#include <QMap>
#include <QSet>

#include <algorithm>

namespace
{

using Role = CaSheetColumn::Role;

constexpr int MOST_HEADER_ROWS = 3;
constexpr int ROWS_FOR_HEADER = 60;
constexpr int ROWS_FOR_OWNER = 60;

bool isNumber( const CaSheetSample &sample, int row, int column )
{
  const QString text = sample.text( row, column );
  return !text.isEmpty() && ( sample.kind( row, column ) == CaCellKind::Number || CaNumbers::parse( text ).value ) &&
         CaSheetHeader::yearIn( text ) != text;
}

int numbersIn( const CaSheetSample &sample, int row )
{
  int count = 0;
  for ( int column = 0; column < sample.columnCount(); ++column )
    count += isNumber( sample, row, column );
  return count;
}

//! Returns the text of a header cell: that of merged cells, or, in a row that is not the last, of the cell to the left that spans it.
QString headerText( const CaSheetSample &sample, int row, int last, int column )
{
  const QString own = sample.merged( row, column );
  if ( !own.isEmpty() || row == last || sample.merged( row + 1, column ).isEmpty() )
    return own;
  for ( int left = column - 1; left >= 0; --left )
  {
    const QString text = sample.merged( row, left );
    // A cell with nothing below it spans rows, not columns.
    if ( !text.isEmpty() )
      return sample.text( row + 1, left ).isEmpty() ? QString() : text;
    if ( sample.text( row + 1, left ).isEmpty() )
      return QString();
  }
  return QString();
}

QStringList headerParts( const CaSheetSample &sample, const CaSheetProfile &profile, int column )
{
  QStringList parts;
  const int last = profile.headerRow + profile.headerRows - 1;
  for ( int row = profile.headerRow; row <= last; ++row )
  {
    const QString text = headerText( sample, row, last, column ).simplified();
    if ( !text.isEmpty() && ( parts.isEmpty() || parts.last() != text ) )
      parts << text;
  }
  return parts;
}

//! Owners that are parts of other owners come first.
int rankOf( const QString &kind )
{
  static const QStringList ranks{ QStringLiteral( "subarea" ), QStringLiteral( "project" ), QStringLiteral( "municipality" ),
                                  QStringLiteral( "prefecture" ), QStringLiteral( "bureau" ) };
  const int rank = ranks.indexOf( kind );
  return rank < 0 ? ranks.size() : rank;
}

} // namespace

CaSheetUnderstanding::CaSheetUnderstanding( const CaMetricNames &metrics, const CaOwnerResolver &owners )
    : mMetrics( metrics )
    , mOwners( owners )
{
}

//! Returns the number of different texts in a row that are words of a header.
int CaSheetUnderstanding::wordsIn( const CaSheetSample &sample, int row ) const
{
  QSet<QString> words;
  for ( int column = 0; column < sample.columnCount(); ++column )
  {
    const QString text = sample.text( row, column );
    if ( !text.isEmpty() && CaSheetHeader::meaning( text, mMetrics ).isKnown )
      words << text;
  }
  return words.size();
}

bool CaSheetUnderstanding::isHeaderRow( const CaSheetSample &sample, int row ) const
{
  const int words = wordsIn( sample, row );
  return words >= 2 && words > numbersIn( sample, row );
}

//! Returns whether \a row goes on with the header that begins in row \a header: it names no owner and holds no figures.
bool CaSheetUnderstanding::isSecondHeaderRow( const CaSheetSample &sample, int header, int row ) const
{
  if ( numbersIn( sample, row ) > 0 || wordsIn( sample, row ) == 0 )
    return false;
  for ( int column = 0; column < sample.columnCount(); ++column )
  {
    const Role role = CaSheetHeader::meaning( sample.merged( header, column ), mMetrics ).role;
    const QString text = sample.text( row, column );
    if ( ( role == Role::Code || role == Role::Name ) && !text.isEmpty() && !CaSheetHeader::meaning( text, mMetrics ).isKnown )
      return false;
    if ( ( role == Role::FiscalYear || role == Role::Metric ) && !text.isEmpty() )
      return false;
  }
  return true;
}

int CaSheetUnderstanding::findHeader( const CaSheetSample &sample ) const
{
  const int rows = std::min( sample.rowCount(), ROWS_FOR_HEADER );
  for ( int row = 1; row <= rows; ++row )
  {
    if ( isHeaderRow( sample, row ) )
      return row;
  }
  return 0;
}

CaSheetProfile CaSheetUnderstanding::guess( const CaSheetSample &sample ) const
{
  int header = findHeader( sample );
  if ( header == 0 )
    return withHeader( sample, 0, 0 );
  int last = header;
  // A row of metrics over a row of code, name and years has few words of its own.
  if ( header > 1 && sample.merged( header - 1, 0 ).isEmpty() && wordsIn( sample, header - 1 ) > 0 && numbersIn( sample, header - 1 ) == 0 )
    --header;
  while ( last - header + 1 < MOST_HEADER_ROWS && isSecondHeaderRow( sample, header, last + 1 ) )
    ++last;
  return withHeader( sample, header, last - header + 1 );
}

CaSheetProfile CaSheetUnderstanding::recognise( const CaSheetSample &sample, const CaSheetProfiles &known, bool *isKnown ) const
{
  CaSheetProfile profile = guess( sample );
  std::optional<CaSheetProfile> decided = known.find( profile );
  const QVector<CaSheetProfile> all = decided ? QVector<CaSheetProfile>() : known.all();
  // Where the header is may be what the user had to correct.
  for ( const CaSheetProfile &candidate : all )
  {
    for ( int row = 1; row <= std::min( sample.rowCount(), ROWS_FOR_HEADER ) && !decided; ++row )
    {
      const CaSheetProfile here = withHeader( sample, row, candidate.headerRows );
      if ( here.signature() == candidate.signature() )
      {
        profile = here;
        decided = candidate;
      }
    }
  }
  if ( decided )
    profile.adopt( *decided );
  if ( isKnown )
    *isKnown = decided.has_value();
  return profile;
}

CaSheetProfile CaSheetUnderstanding::withHeader( const CaSheetSample &sample, int row, int rows ) const
{
  CaSheetProfile profile;
  profile.file = sample.file();
  profile.sheet = sample.sheet();
  profile.encoding = sample.encoding();
  profile.delimiter = sample.delimiter().isNull() ? QString() : QString( sample.delimiter() );
  profile.headerRow = row;
  profile.headerRows = rows;
  profile.columns.resize( sample.columnCount() );
  readTitles( sample, profile );
  profile.firstRow = row + std::max( rows, row > 0 ? 1 : 0 );
  profile.firstRow = std::max( profile.firstRow, 1 );
  readUnitRow( sample, profile );
  readHeader( sample, profile );
  return profile;
}

//! Reads what stands above the header, or in the name of the sheet: year, metric, unit.
void CaSheetUnderstanding::readTitles( const CaSheetSample &sample, CaSheetProfile &profile ) const
{
  QStringList titles;
  for ( int row = 1; row < profile.headerRow; ++row )
    titles << sample.texts( row );
  titles << sample.sheet();
  for ( const QString &title : qAsConst( titles ) )
  {
    if ( profile.era.isEmpty() )
      profile.era = CaSheetHeader::eraIn( title );
    if ( profile.unit.isEmpty() )
      profile.unit = CaSheetHeader::unitIn( title );
  }
  for ( const QString &title : qAsConst( titles ) )
  {
    const CaHeaderMeaning year = CaSheetHeader::meaning( CaSheetHeader::yearIn( title ), mMetrics, profile.era );
    if ( profile.fiscalYear == 0 )
      profile.fiscalYear = year.fiscalYear;
    if ( profile.metric.isEmpty() )
      profile.metric = mMetrics.findIn( title );
  }
}

void CaSheetUnderstanding::readUnitRow( const CaSheetSample &sample, CaSheetProfile &profile ) const
{
  const QStringList texts = profile.headerRow > 0 ? sample.texts( profile.firstRow ) : QStringList();
  const auto unitOf = []( const QString &text )
  {
    const CaUnit *unit = CaUnits::builtIn().find( text );
    return unit ? unit->code : QString();
  };
  if ( texts.isEmpty() || !std::all_of( texts.begin(), texts.end(),
                                        [&unitOf]( const QString &text ) {
                                          return !unitOf( text ).isEmpty() || CaSheetHeader::pattern( text ) == QStringLiteral( "単位" );
                                        } ) )
    return;
  profile.unitRow = profile.firstRow++;
  for ( int column = 0; column < profile.columns.size(); ++column )
    profile.columns[column].unit = unitOf( sample.merged( profile.unitRow, column ) );
}

void CaSheetUnderstanding::readHeader( const CaSheetSample &sample, CaSheetProfile &profile ) const
{
  QVector<QString> kinds( profile.columns.size() ), headings( profile.columns.size() );
  for ( int i = 0; i < profile.columns.size() && profile.headerRow > 0; ++i )
  {
    CaSheetColumn &column = profile.columns[i];
    const QStringList parts = headerParts( sample, profile, i );
    column.header = parts.join( QStringLiteral( " / " ) );
    bool isQualified = false;
    for ( const QString &part : parts )
    {
      const CaHeaderMeaning meaning = CaSheetHeader::meaning( part, mMetrics, profile.era );
      if ( !meaning.isKnown && meaning.unit.isEmpty() )
      {
        isQualified = column.role != Role::Ignore;
        headings[i] = isQualified ? headings.at( i ) : part;
        continue;
      }
      if ( meaning.role != Role::Ignore && ( column.role == Role::Ignore || column.role == Role::Value ) )
        column.role = meaning.role;
      if ( !meaning.metric.isEmpty() )
        column.metric = meaning.metric;
      if ( meaning.fiscalYear > 0 )
        column.fiscalYear = meaning.fiscalYear;
      if ( column.unit.isEmpty() )
        column.unit = meaning.unit;
      if ( kinds.at( i ).isEmpty() )
        kinds[i] = meaning.ownerKind;
    }
    // 企業数 / うち製造業, 企業数 / 増減: not what the part that is understood says.
    if ( isQualified && column.role == Role::Value )
      column.role = Role::Ignore;
  }
  leaveOutParts( profile, headings );
  chooseOwner( sample, profile, kinds );
}

//! Takes no column for a whole that may be a part: one under a heading of its own (製造業 / 企業数), or without a year beside others with
//! one.
void CaSheetUnderstanding::leaveOutParts( CaSheetProfile &profile, const QVector<QString> &headings ) const
{
  QSet<QString> different;
  bool hasYears = false, allHaveYears = true, allHaveMetrics = true;
  for ( int i = 0; i < profile.columns.size(); ++i )
  {
    const CaSheetColumn &column = profile.columns.at( i );
    if ( column.role != Role::Value )
      continue;
    different << headings.at( i );
    hasYears |= column.fiscalYear > 0;
    allHaveMetrics &= !column.metric.isEmpty();
  }
  for ( int i = 0; i < profile.columns.size(); ++i )
  {
    CaSheetColumn &column = profile.columns[i];
    const bool isPart = ( different.size() > 1 && !headings.at( i ).isEmpty() ) || ( hasYears && column.fiscalYear == 0 );
    if ( column.role == Role::Value && isPart )
      column.role = Role::Ignore;
    if ( column.role != Role::Value )
      column = { column.role, column.header, QString(), 0, QString() };
    else
      allHaveYears &= column.fiscalYear > 0;
  }
  if ( allHaveYears )
    profile.fiscalYear = 0;
  if ( allHaveMetrics )
    profile.metric.clear();
}

//! Returns how many cells of \a column are owners of \a kind, or of any; sets the most common kind.
int CaSheetUnderstanding::resolvedIn( const CaSheetSample &sample, const CaSheetProfile &profile, int column, const QString &kind,
                                      QString *mostCommon ) const
{
  QMap<QString, int> kinds;
  int resolved = 0;
  const int last = std::min( sample.rowCount(), profile.firstRow + ROWS_FOR_OWNER );
  for ( int row = profile.firstRow; row <= last; ++row )
  {
    const QString text = sample.merged( row, column );
    if ( text.isEmpty() || CaSheetHeader::isTotal( text ) )
      continue;
    const CaResolved owner = mOwners.resolve( text, kind.isEmpty() ? QStringList() : QStringList{ kind } );
    // What the header calls a municipality is one, if only its prefecture beside it says which: 府中市.
    resolved += owner.ok() || ( !kind.isEmpty() && !owner.candidates.isEmpty() );
    if ( owner.ok() )
      ++kinds[owner.kind];
  }
  for ( auto it = kinds.constBegin(); it != kinds.constEnd(); ++it )
  {
    if ( mostCommon->isEmpty() || *it > kinds.value( *mostCommon ) )
      *mostCommon = it.key();
  }
  return resolved;
}

//! Of several columns with codes or names keeps those of the smallest kind of owner; without any, looks for one among the texts.
void CaSheetUnderstanding::chooseOwner( const CaSheetSample &sample, CaSheetProfile &profile, QVector<QString> kinds ) const
{
  QVector<int> found( profile.columns.size() );
  int best = -1;
  const bool named = profile.column( Role::Code ) >= 0 || profile.column( Role::Name ) >= 0;
  for ( int i = 0; i < profile.columns.size(); ++i )
  {
    const Role role = profile.columns.at( i ).role;
    if ( named ? role != Role::Code && role != Role::Name : role != Role::Ignore )
      continue;
    QString common;
    found[i] = resolvedIn( sample, profile, i, kinds.at( i ), &common );
    if ( kinds.at( i ).isEmpty() )
      kinds[i] = common;
    if ( found.at( i ) > 0 && ( best < 0 || rankOf( kinds.at( i ) ) < rankOf( kinds.at( best ) ) ||
                                ( rankOf( kinds.at( i ) ) == rankOf( kinds.at( best ) ) && found.at( i ) > found.at( best ) ) ) )
      best = i;
  }
  if ( best < 0 )
    return;
  if ( !named )
    profile.columns[best].role = Role::Name;
  profile.ownerKind = kinds.at( best );
  for ( int i = 0; i < profile.columns.size(); ++i )
  {
    CaSheetColumn &column = profile.columns[i];
    const bool isPartOfName =
        profile.ownerKind == QLatin1String( "municipality" ) && column.role == Role::Name && kinds.at( i ) == QLatin1String( "prefecture" );
    if ( ( column.role == Role::Code || column.role == Role::Name ) && !kinds.at( i ).isEmpty() && kinds.at( i ) != profile.ownerKind &&
         !isPartOfName )
      column.role = Role::Ignore;
  }
  // In a long table the owner is often written once for all its years.
  if ( profile.column( Role::FiscalYear ) < 0 && profile.column( Role::Metric ) < 0 )
    return;
  const int last = std::min( sample.rowCount(), profile.firstRow + ROWS_FOR_OWNER );
  for ( int row = profile.firstRow; row <= last && !profile.fillDown; ++row )
    profile.fillDown = sample.merged( row, best ).isEmpty() && numbersIn( sample, row ) > 0;
}
