// SPDX-License-Identifier: GPL-2.0-or-later
#include "castatisticsimporter.h"

#include "cafiscaldate.h"
#include "camarks.h"
#include "cametricnames.h"
#include "canumbers.h"
#include "caownerresolver.h"
#include "casheetheader.h"
#include "catext.h"
#include "caunits.h"

#include <qgsfeedback.h>

#include <algorithm>

namespace
{

using Role = CaSheetColumn::Role;

const QString NATIONAL_KIND = QStringLiteral( "national" );
const QString NATIONAL_CODE = QStringLiteral( "NATIONAL" );

//! How many different texts are remembered of owners; beyond, they are looked up again.
constexpr int MOST_REMEMBERED = 200000;

QString excelDateProblem()
{
  return QCoreApplication::translate(
      "CaStatisticsImporter", "The spreadsheet holds a date here: it may have made it of a code or a number. Type it in again as text." );
}

//! A character that stands for one lost before, or that only the writer's computer can show.
bool isUnreadable( QStringView text )
{
  return std::any_of( text.begin(), text.end(),
                      []( QChar c ) { return c == QChar::ReplacementCharacter || ( c.unicode() >= 0xE000 && c.unicode() <= 0xF8FF ); } );
}

} // namespace

CaStatisticsImporter::CaStatisticsImporter( const CaSheetProfile &profile, const CaMetricNames &metrics, const CaOwnerResolver &owners,
                                            const CaMarks &marks )
    : mProfile( profile )
    , mMetricNames( metrics )
    , mOwnerNames( owners )
    , mMarks( marks )
{
}

bool CaStatisticsImporter::run( CaTableSource &source, int sheet, const Writer &writer, QgsFeedback *feedback, CaSheetReport *report,
                                QString *error )
{
  constexpr int ROWS_BETWEEN_PROGRESS = 4096;
  *report = CaSheetReport();
  mReport = report;
  mWriter = writer;
  report->fileName = source.fileName();
  report->profile = mProfile;
  report->isDryRun = !writer;
  if ( !prepare( source, sheet, error ) )
    return false;

  CaTableRow row;
  CaRead read = CaRead::Row;
  for ( int count = 0; ( read = source.next( row, error ) ) == CaRead::Row; ++count )
  {
    if ( mProfile.lastRow > 0 && row.number > mProfile.lastRow )
      continue; // to the end, to see that the file is whole and still the same
    noteMerged( row );
    if ( row.number >= mProfile.firstRow && !readRow( row, error ) )
      return false;
    if ( feedback && count % ROWS_BETWEEN_PROGRESS == 0 )
      feedback->setProgress( 100 * source.progress() );
  }
  if ( read == CaRead::Failed )
    return false;
  checkRepeated();
  if ( report->figures == 0 && report->isClean() )
    *error = report->summary();
  return report->isClean() && report->figures > 0;
}

bool CaStatisticsImporter::prepare( CaTableSource &source, int sheet, QString *error )
{
  const QString problem = mProfile.problem();
  if ( !problem.isEmpty() )
  {
    *error = QStringLiteral( "%1: %2" ).arg( source.fileName(), problem );
    return false;
  }
  mValues.clear();
  mNameColumns.clear();
  mMerged.clear();
  mOwners.clear();
  mOwner = nullptr;
  mOwnerIndex.clear();
  mYears.clear();
  mMetricIndex.clear();
  mMetrics.clear();
  mUnits.clear();
  mNoted.clear();
  mSeen.clear();
  mLastCode.clear();
  mLastNames.clear();
  mNextRange = 0;
  mIsBelowTable = false;
  if ( !source.openSheet( sheet, error ) || !source.readMergedRanges( mRanges, error ) )
    return false;
  std::sort( mRanges.begin(), mRanges.end(), []( const CaCellRange &a, const CaCellRange &b ) { return a.firstRow < b.firstRow; } );
  mReport->sheet = mRecord.sheet = source.sheetName();

  mHeaderParts.clear();
  for ( const CaSheetColumn &column : mProfile.columns )
    mHeaderParts << column.header.split( QStringLiteral( " / " ) );
  mCodeColumn = mProfile.column( Role::Code );
  mYearColumn = mProfile.column( Role::FiscalYear );
  mMetricColumn = mProfile.column( Role::Metric );
  mUnitColumn = mProfile.column( Role::Unit );
  for ( int i = 0; i < mProfile.columns.size(); ++i )
  {
    const CaSheetColumn &column = mProfile.columns.at( i );
    if ( column.role == Role::Name )
      mNameColumns << i;
    if ( column.role != Role::Value )
      continue;
    const QString metricName = column.metric.isEmpty() && mMetricColumn < 0 ? mProfile.metric : column.metric;
    ValueColumn value{ i, metricName.isEmpty() ? -1 : metricOf( metricName ),
                       column.fiscalYear > 0 || mYearColumn >= 0 ? column.fiscalYear : mProfile.fiscalYear,
                       column.unit.isEmpty() ? mProfile.unit : column.unit };
    if ( !metricName.isEmpty() && value.metric < 0 )
    {
      *error = tr( "%1: there is no metric “%2”, which the profile gives to the column “%3”. Choose another." )
                   .arg( source.fileName(), metricName, column.header );
      return false;
    }
    mValues << value;
    noteMissingUnit( value );
  }
  return true;
}

//! Money comes in yen, thousands, millions and 億円: which, must not be left to be believed.
void CaStatisticsImporter::noteMissingUnit( const ValueColumn &value )
{
  if ( value.metric < 0 || !value.unit.isEmpty() || mUnitColumn >= 0 )
    return;
  const CaUnit *unit = CaUnits::builtIn().unit( mMetrics.at( value.metric ).unit );
  if ( unit && unit->base == QLatin1String( "yen" ) )
    issue( false, value.column, std::max( 1, mProfile.headerRow ), mProfile.columns.at( value.column ).header,
           tr( "No unit is given. Figures without one in their cell were taken to be in %1." ).arg( unit->nameJa ) );
}

//! Remembers the texts of merged cells that begin in \a row, for the rows below.
void CaStatisticsImporter::noteMerged( const CaTableRow &row )
{
  for ( ; mNextRange < mRanges.size() && mRanges.at( mNextRange ).firstRow <= row.number; ++mNextRange )
  {
    const CaCellRange &range = mRanges.at( mNextRange );
    if ( range.firstRow < row.number || ( range.firstRow == range.lastRow && range.firstColumn == range.lastColumn ) )
      continue;
    const QString text = row.at( range.firstColumn ).text.toString();
    for ( int column = range.firstColumn; column <= std::min( range.lastColumn, static_cast<int>( mProfile.columns.size() ) - 1 );
          ++column )
    {
      if ( mProfile.columns.at( column ).role == Role::Value && range.lastRow > range.firstRow && row.number >= mProfile.firstRow &&
           !text.trimmed().isEmpty() )
        issue( false, column, row.number, text,
               tr( "The figure is in cells merged over several rows. It was taken for the first row only." ) );
      else if ( mProfile.columns.at( column ).role != Role::Value )
        mMerged.insert( column, { text, range.lastRow } );
    }
  }
}

//! Returns the text of a cell that says something of the row; of merged cells, in each of their rows.
QString CaStatisticsImporter::keyText( const CaTableRow &row, int column )
{
  const CaCell cell = column < 0 ? CaCell() : row.at( column );
  if ( cell.kind != CaCellKind::Blank )
    return cell.text.trimmed().toString();
  if ( mMerged.isEmpty() )
    return QString();
  const Merged merged = mMerged.value( column );
  return row.number <= merged.lastRow ? merged.text.trimmed() : QString();
}

bool CaStatisticsImporter::isHeaderAgain( const CaTableRow &row ) const
{
  if ( mProfile.headerRow == 0 )
    return false;
  int same = 0;
  for ( int i = 0; i < mProfile.columns.size(); ++i )
  {
    const QStringView text = row.at( i ).text.trimmed();
    if ( text.isEmpty() )
      continue;
    if ( !mHeaderParts.at( i ).contains( text.toString().simplified() ) )
      return false;
    ++same;
  }
  return same > 1;
}

bool CaStatisticsImporter::readRow( const CaTableRow &row, QString *error )
{
  const auto firstText =
      std::find_if( row.cells.begin(), row.cells.end(), []( const CaCell &cell ) { return cell.kind != CaCellKind::Blank; } );
  if ( firstText == row.cells.end() )
    return true;
  const bool hasValue = std::any_of( mValues.begin(), mValues.end(),
                                     [&row]( const ValueColumn &value ) { return row.at( value.column ).kind != CaCellKind::Blank; } );
  if ( !hasValue || mIsBelowTable )
  {
    const QString text = firstText->text.toString();
    mIsBelowTable |= CaSheetHeader::isFootnote( text );
    if ( mIsBelowTable && hasValue )
      issue( false, static_cast<int>( firstText - row.cells.begin() ), row.number, text,
             tr( "The row stands below the notes of the table and was not read. Move the notes below it if it has figures." ) );
    if ( mIsBelowTable )
    {
      ++mReport->notes;
      return true;
    }
  }
  if ( isHeaderAgain( row ) )
    return true;

  const Owner *owner = ownerOf( row );
  if ( !owner )
  {
    // A heading within the table, or a row of a group that names nobody.
    if ( hasValue )
      issue( true, mNameColumns.isEmpty() ? mCodeColumn : mNameColumns.first(), row.number, QString(),
             tr( "The row has figures, but neither a code nor a name. Say whose they are, or delete the row." ) );
    return true;
  }
  if ( owner->isTotal )
  {
    ++mReport->totals;
    return true;
  }
  if ( !owner->problem.isEmpty() )
  {
    // Without either it is a heading within the table.
    if ( hasValue || !keyText( row, mCodeColumn ).isEmpty() )
      issue( true, owner->column, row.number, keyText( row, owner->column ), owner->problem );
    return true;
  }

  int rowYear = 0;
  if ( mYearColumn >= 0 )
  {
    const QString text = keyText( row, mYearColumn );
    const Year &year = yearOf( text );
    if ( !year.problem.isEmpty() )
    {
      issue( true, mYearColumn, row.number, text, year.problem );
      return true;
    }
    if ( !year.note.isEmpty() && !mNoted.contains( text ) )
    {
      mNoted << text;
      issue( false, mYearColumn, row.number, text, year.note );
    }
    rowYear = year.fiscalYear;
  }
  int rowMetric = -1;
  if ( mMetricColumn >= 0 )
  {
    const QString text = keyText( row, mMetricColumn );
    rowMetric = metricOf( text );
    if ( rowMetric < 0 )
    {
      issue( true, mMetricColumn, row.number, text, tr( "No metric has this name. Correct it, or add the metric first." ) );
      return true;
    }
  }
  QString rowUnit;
  if ( mUnitColumn >= 0 )
  {
    const QString text = keyText( row, mUnitColumn );
    const Unit &unit = unitOf( text );
    if ( !unit.problem.isEmpty() )
    {
      issue( true, mUnitColumn, row.number, text, unit.problem );
      return true;
    }
    rowUnit = unit.code;
  }

  ++mReport->rows;
  for ( const ValueColumn &value : qAsConst( mValues ) )
  {
    const int year = value.fiscalYear > 0 ? value.fiscalYear : rowYear;
    const int metric = value.metric >= 0 ? value.metric : rowMetric;
    if ( !readFigure( row, value, *owner, year, metric, rowUnit.isEmpty() ? value.unit : rowUnit, error ) )
      return false;
  }
  return true;
}

//! Returns the owner of a row, null if nothing in the row says.
const CaStatisticsImporter::Owner *CaStatisticsImporter::ownerOf( const CaTableRow &row )
{
  QString code = keyText( row, mCodeColumn );
  QStringList names;
  for ( const int column : qAsConst( mNameColumns ) )
  {
    const QString name = keyText( row, column );
    if ( !name.isEmpty() )
      names << name;
  }
  if ( code.isEmpty() && names.isEmpty() )
  {
    const QString total = totalLabel( row );
    if ( !total.isEmpty() )
      names << total;
  }
  if ( code.isEmpty() && names.isEmpty() && mProfile.fillDown )
  {
    code = mLastCode;
    names = mLastNames;
  }
  if ( code.isEmpty() && names.isEmpty() )
    return nullptr;
  mLastCode = code;
  mLastNames = names;
  if ( mCodeColumn >= 0 )
  {
    const CaCell cell = row.at( mCodeColumn );
    if ( cell.kind == CaCellKind::Date || cell.kind == CaCellKind::Error )
      code += QLatin1Char( cell.kind == CaCellKind::Date ? '\x1' : '\x2' );
  }
  // Long tables have many rows of one owner.
  if ( mOwner && code == mOwnerCode && names == mOwnerTexts )
    return mOwner;
  mOwnerCode = code;
  mOwnerTexts = names;
  const QString key = code + QLatin1Char( '\x1f' ) + names.join( QLatin1Char( '\x1e' ) );
  auto known = mOwners.constFind( key );
  if ( known == mOwners.constEnd() )
  {
    if ( mOwners.size() >= MOST_REMEMBERED )
      mOwners.clear();
    Owner owner = resolveOwner( code, names );
    owner.index = indexIn( mOwnerIndex, owner.kind + QLatin1Char( ' ' ) + owner.code );
    known = mOwners.insert( key, owner );
  }
  mOwner = &*known;
  return mOwner;
}

//! Returns what a row of totals is called in a column that names no owners, such as that of a group; empty if it is none.
QString CaStatisticsImporter::totalLabel( const CaTableRow &row ) const
{
  for ( int column = 0; column < std::min<int>( row.cells.size(), mProfile.columns.size() ); ++column )
  {
    const CaCell cell = row.at( column );
    if ( cell.kind == CaCellKind::Blank || mProfile.columns.at( column ).role != Role::Ignore )
      continue;
    const QString text = cell.text.trimmed().toString();
    if ( CaSheetHeader::isTotal( text ) || CaSheetHeader::isSubtotal( text ) )
      return text;
  }
  return QString();
}

CaStatisticsImporter::Owner CaStatisticsImporter::resolveOwner( const QString &code, const QStringList &names )
{
  Owner owner;
  owner.column = mCodeColumn >= 0 && !code.isEmpty() ? mCodeColumn : mNameColumns.value( 0, mCodeColumn );
  const QString last = names.isEmpty() ? code : names.last();
  if ( code.endsWith( QLatin1Char( '\x1' ) ) )
    owner.problem = excelDateProblem();
  else if ( code.endsWith( QLatin1Char( '\x2' ) ) || CaTableSource::isErrorText( code ) || CaTableSource::isErrorText( last ) )
    owner.problem = tr( "The spreadsheet shows an error here. Correct its formula, and save the sheet again." );
  else if ( isUnreadable( code ) || isUnreadable( last ) )
    owner.problem =
        tr( "There is a character here that was lost, or that only the computer of the writer can show. Type the name in again." );
  if ( !owner.problem.isEmpty() )
    return owner;

  const bool isTotal = CaSheetHeader::isTotal( last ), isSubtotal = !isTotal && CaSheetHeader::isSubtotal( last );
  const QStringList kinds = mProfile.ownerKind.isEmpty() ? QStringList() : QStringList{ mProfile.ownerKind };
  if ( isTotal && ( code.isEmpty() || code == last || !mOwnerNames.resolve( code, kinds ).ok() ) )
  {
    owner.isTotal = mProfile.totals == CaSheetProfile::Totals::Ignore;
    owner.kind = NATIONAL_KIND;
    owner.code = NATIONAL_CODE;
    return owner;
  }
  CaResolved byCode, byName;
  if ( !code.isEmpty() )
    byCode = mOwnerNames.resolve( code, kinds );
  if ( !names.isEmpty() )
  {
    byName = mOwnerNames.resolve( names.join( QString() ), kinds );
    if ( !byName.ok() && names.size() > 1 )
    {
      const CaResolved alone = mOwnerNames.resolve( last, kinds );
      byName = alone.ok() ? alone : byName;
    }
  }
  const bool hasCode = !code.isEmpty() && byCode.ok(), hasName = !names.isEmpty() && byName.ok();
  if ( hasCode && hasName && ( byCode.kind != byName.kind || byCode.code != byName.code ) )
  {
    owner.problem =
        tr( "The code %1 is that of %2, the name “%3” that of %4. Correct one of them." ).arg( code, byCode.code, last, byName.code );
    return owner;
  }
  const CaResolved &found = hasCode || ( !code.isEmpty() && !hasName ) ? byCode : byName;
  owner.kind = found.kind;
  owner.code = found.code;
  owner.problem = found.problem;
  // A code of several owners and a name of one of them say together whose it is; a code that is wrong is no reason to trust the name.
  const auto isNamed = [&byName]( const QString &candidate )
  {
    return candidate.startsWith( byName.code + QLatin1Char( ' ' ) );
  };
  if ( !code.isEmpty() && !byCode.ok() && !( hasName && std::any_of( byCode.candidates.begin(), byCode.candidates.end(), isNamed ) ) )
    owner.problem = byCode.problem;
  if ( owner.problem.isEmpty() )
    return owner;
  const CaResolved nation = mOwnerNames.resolve( last, { NATIONAL_KIND } );
  if ( nation.ok() && ( code.isEmpty() || code == last || mOwnerNames.resolve( code, { NATIONAL_KIND } ).ok() ) )
  {
    owner.problem.clear();
    owner.kind = nation.kind;
    owner.code = nation.code;
  }
  else if ( isSubtotal )
  {
    owner.problem.clear();
    owner.isTotal = true;
  }
  else if ( !found.candidates.isEmpty() && !owner.problem.contains( found.candidates.first() ) )
    owner.problem += QLatin1Char( ' ' ) + tr( "Possible: %1." ).arg( found.candidates.join( QStringLiteral( ", " ) ) );
  return owner;
}

const CaStatisticsImporter::Year &CaStatisticsImporter::yearOf( const QString &text )
{
  auto known = mYears.constFind( text );
  if ( known != mYears.constEnd() )
    return *known;
  if ( mYears.size() >= MOST_REMEMBERED )
    mYears.clear();
  CaFiscalDateOptions options;
  options.defaultEra = mProfile.era;
  options.bareYearIsFiscal = true;
  const CaFiscalDate date = CaFiscalDate::parse( text, options );
  Year year{ date.fiscalYear, date.problem, date.note };
  if ( CaTableSource::isErrorText( text ) )
    year.problem = tr( "The spreadsheet shows an error here. Correct its formula, and save the sheet again." );
  else if ( date.ok() && date.fiscalYear == 0 && mProfile.calendarIsFiscal )
    year.fiscalYear = date.year;
  else if ( date.ok() && date.fiscalYear == 0 )
    year.problem = tr( "%1 is a calendar year, which overlaps two fiscal years. Write 年度, or say that calendar years mean fiscal years." )
                       .arg( CaText::quoted( text ) );
  return *mYears.insert( text, year );
}

//! Returns the index of the metric that \a text names, -1 if there is none.
int CaStatisticsImporter::metricOf( const QString &text )
{
  const auto known = mMetricIndex.constFind( text );
  if ( known != mMetricIndex.constEnd() )
    return *known;
  const QString code = mMetricNames.find( text );
  int index = -1;
  for ( int i = 0; i < mMetrics.size(); ++i )
  {
    if ( mMetrics.at( i ).code == code )
      index = i;
  }
  if ( index < 0 && !code.isEmpty() )
  {
    index = mMetrics.size();
    mMetrics << Metric{ code, mMetricNames.unit( code ), index };
  }
  if ( mMetricIndex.size() < MOST_REMEMBERED )
    mMetricIndex.insert( text, index );
  return index;
}

const CaStatisticsImporter::Unit &CaStatisticsImporter::unitOf( const QString &text )
{
  const auto known = mUnits.constFind( text );
  if ( known != mUnits.constEnd() )
    return *known;
  if ( mUnits.size() >= MOST_REMEMBERED )
    mUnits.clear();
  const CaUnit *unit = text.isEmpty() ? nullptr : CaUnits::builtIn().find( text );
  Unit found{ unit ? unit->code : QString(), QString() };
  if ( !unit && !text.isEmpty() )
    found.problem = tr( "%1 is no unit that is known. Correct it." ).arg( CaText::quoted( text ) );
  return *mUnits.insert( text, found );
}

bool CaStatisticsImporter::readFigure( const CaTableRow &row, const ValueColumn &value, const Owner &owner, int fiscalYear, int metric,
                                       const QString &unit, QString *error )
{
  const CaCell cell = row.at( value.column );
  QString problem;
  if ( fiscalYear == 0 )
    problem = tr( "The fiscal year of this figure is not known. Say which year the column is of." );
  const Metric &counted = mMetrics.at( metric );
  if ( problem.isEmpty() && figureOf( cell, counted, unit, mRecord.figure, &problem ) )
  {
    if ( mReport->figures >= MOST_FIGURES )
    {
      *error = tr( "%1 has more than %2 figures. Split it." ).arg( mReport->fileName, QString::number( MOST_FIGURES ) );
      return false;
    }
    ++mReport->figures;
    mReport->fiscalYears << fiscalYear;
    mReport->metrics << counted.code;
    mReport->owners << owner.code;
    if ( mRecord.figure.flag != CaFlag::None )
      ++mReport->flags[CaFigureWords::of( mRecord.figure.flag )];
    mSeen.push_back( { static_cast<quint64>( owner.index ) << 32 | static_cast<quint64>( fiscalYear & 0xFFFF ) << 16 |
                           static_cast<quint64>( metric & 0xFFFF ),
                       row.number, value.column } );
    if ( !mWriter || !mReport->isClean() )
      return true;
    mRecord.ownerKind = owner.kind;
    mRecord.ownerCode = owner.code;
    mRecord.fiscalYear = fiscalYear;
    mRecord.metric = counted.code;
    mRecord.cell = CaTableSource::address( value.column, row.number );
    return mWriter( mRecord, error );
  }
  issue( true, value.column, row.number, cell.text.toString(), problem );
  return true;
}

bool CaStatisticsImporter::figureOf( const CaCell &cell, const Metric &metric, const QString &unit, CaFigure &figure, QString *problem )
{
  figure = CaFigure();
  figure.unit = metric.unit;
  const QString text = cell.text.trimmed().toString();
  if ( cell.kind == CaCellKind::Error || CaTableSource::isErrorText( text ) )
    *problem = tr( "The spreadsheet shows an error here, or has not computed the formula. Correct it, and save the sheet again." );
  else if ( cell.kind == CaCellKind::Date )
    *problem = excelDateProblem();
  if ( !problem->isEmpty() )
    return false;
  const std::optional<CaFlag> flag = mMarks.flag( text );
  if ( flag )
  {
    figure.flag = *flag;
    if ( *flag == CaFlag::Zero )
      figure.value = 0;
    return true;
  }
  const CaParsedNumber number = CaNumbers::parse( text, metric.unit, unit );
  figure.value = number.value;
  figure.qualifier = number.qualifier;
  *problem = number.problem;
  return problem->isEmpty();
}

//! Finds figures that are in the sheet twice, by sorting what was seen.
void CaStatisticsImporter::checkRepeated()
{
  std::sort( mSeen.begin(), mSeen.end(),
             []( const Seen &a, const Seen &b ) { return std::tie( a.key, a.row, a.column ) < std::tie( b.key, b.row, b.column ); } );
  for ( size_t i = 1; i < mSeen.size(); ++i )
  {
    const Seen &first = mSeen[i - 1], &again = mSeen[i];
    if ( first.key == again.key )
      issue(
          true, again.column, again.row, QString(),
          tr( "The same figure (owner, fiscal year, metric) is in cell %1 already. Delete one, or say that one column is something else." )
              .arg( CaTableSource::address( first.column, first.row ) ) );
  }
}

void CaStatisticsImporter::issue( bool isError, int column, int row, const QString &text, const QString &problem )
{
  constexpr int LENGTH = 200;
  mReport->add( { isError, mReport->sheet, CaTableSource::address( std::max( column, 0 ), row ),
                  text.size() > LENGTH ? text.left( LENGTH ) + QChar( 0x2026 ) : text, problem } );
}

int CaStatisticsImporter::indexIn( QHash<QString, int> &index, const QString &text )
{
  const auto known = index.constFind( text );
  return known != index.constEnd() ? *known : *index.insert( text, index.size() );
}
