// SPDX-License-Identifier: GPL-2.0-or-later
#include "castatisticsimport.h"

#include "castatisticsstore.h"

#include <qgsfeedback.h>

#include <QDateTime>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>
#include <utility>

namespace
{

constexpr int FIRST_YEAR = 1868;
constexpr int LAST_YEAR = 2200;
constexpr qlonglong ROWS_AT_ONCE = 80;

bool isOwnerKind( const QString &kind )
{
  static const QSet<QString> KINDS{ QStringLiteral( "national" ),     QStringLiteral( "bureau" ),  QStringLiteral( "prefecture" ),
                                    QStringLiteral( "municipality" ), QStringLiteral( "project" ), QStringLiteral( "subarea" ),
                                    QStringLiteral( "type_example" ), QStringLiteral( "link" ),    QStringLiteral( "other" ) };
  return KINDS.contains( kind );
}

QString place( const QString &sheet, const QString &cell )
{
  return sheet.isEmpty() ? cell : QStringLiteral( "%1!%2" ).arg( sheet, cell );
}

//! Returns `, ?N` for \a count parameters from \a first on.
QString parameters( int first, int count )
{
  QString text;
  for ( int i = 0; i < count; ++i )
    text += QStringLiteral( ", ?%1" ).arg( first + i );
  return text;
}

//! Returns what \a values says of each of the texts, as UTF-8 by their numbers.
std::vector<QByteArray> valuesOf( const CaTextNumbers &texts, const QHash<QString, QString> &values )
{
  std::vector<QByteArray> found;
  for ( quint32 i = 0; i < texts.size(); ++i )
    found.push_back( values.value( texts.text( i ) ).toUtf8() );
  return found;
}

} // namespace

CaStatisticsImport::CaStatisticsImport( CaStatisticsStore &store, const QString &sourceFile )
    : mStore( store )
    , mSourceFile( sourceFile )
    , mStage( mTexts )
{
  for ( const CaMetric &metric : store.metrics() )
    mUnits.insert( metric.code, metric.unit );
}

std::unique_ptr<CaStatisticsImport> CaStatisticsImport::start( CaStatisticsStore &store, const QString &sourceFile, QString *error )
{
  std::unique_ptr<CaStatisticsImport> import( new CaStatisticsImport( store, sourceFile ) );
  return import->readOwners( error ) ? std::move( import ) : nullptr;
}

CaStatisticsImport::~CaStatisticsImport() = default;

bool CaStatisticsImport::readOwners( QString *error )
{
  static const QVector<QPair<QString, QString>> TABLES{ { QStringLiteral( "national" ), QStringLiteral( "national" ) },
                                                        { QStringLiteral( "bureau" ), QStringLiteral( "bureaus" ) },
                                                        { QStringLiteral( "prefecture" ), QStringLiteral( "prefectures" ) },
                                                        { QStringLiteral( "project" ), QStringLiteral( "projects" ) },
                                                        { QStringLiteral( "subarea" ), QStringLiteral( "subareas" ) },
                                                        { QStringLiteral( "type_example" ), QStringLiteral( "type_examples" ) },
                                                        { QStringLiteral( "link" ), QStringLiteral( "partner_links" ) } };
  for ( const auto &table : TABLES )
  {
    CaSqliteQuery codes = mStore.database().prepare( QStringLiteral( "SELECT code FROM %1" ).arg( table.second ) );
    while ( codes.next() )
      mKindOfOwner.insert( codes.text( 0 ), table.first );
    mListedKinds << table.first;
  }
  CaSqliteQuery others = mStore.database().prepare( QStringLiteral( "SELECT DISTINCT owner_code, owner_kind FROM figures" ) );
  while ( others.next() )
    mKindOfOwner.insert( others.text( 0 ), others.text( 1 ) );
  return !others.failed() || fail( error );
}

bool CaStatisticsImport::addMetric( const CaMetric &metric, QString *error )
{
  *error = metric.problem();
  if ( !error->isEmpty() )
    return false;
  mNewMetrics.insert( metric.code, metric );
  if ( !mUnits.contains( metric.code ) )
    mUnits.insert( metric.code, metric.unit );
  return true;
}

void CaStatisticsImport::addSheet( const QString &sheet )
{
  if ( !mSheets.contains( sheet ) )
    mSheets << sheet;
}

QString CaStatisticsImport::ownerProblem( const CaFigureRecord &record )
{
  static const QRegularExpression MUNICIPALITY( QStringLiteral( "^[0-9]{5}$" ) );
  static const QRegularExpression AREA( QStringLiteral( "^([0-9]{2}|[0-9]{5})$" ) );
  const auto known = mKindOfOwner.constFind( record.ownerCode );
  if ( known != mKindOfOwner.constEnd() )
    return *known == record.ownerKind ? QString()
                                      : tr( "the owner %1 is a %2, not a %3" ).arg( record.ownerCode, *known, record.ownerKind );
  if ( mListedKinds.contains( record.ownerKind ) )
    return tr( "there is no %1 with the code “%2”" ).arg( record.ownerKind, record.ownerCode );
  const bool isMunicipality = record.ownerKind == QLatin1String( "municipality" );
  // A code belongs to one owner only, whatever its kind: it is what figures are joined by.
  if ( isMunicipality != ( isMunicipality ? MUNICIPALITY : AREA ).match( record.ownerCode ).hasMatch() )
    return isMunicipality ? tr( "“%1” is no code of a municipality, which has five digits" ).arg( record.ownerCode )
                          : tr( "“%1” is like the code of a prefecture or municipality, but is said to be of a %2" )
                                .arg( record.ownerCode, record.ownerKind );
  mKindOfOwner.insert( record.ownerCode, record.ownerKind );
  return QString();
}

QString CaStatisticsImport::problemOf( const CaFigureRecord &record )
{
  if ( !isOwnerKind( record.ownerKind ) )
    return tr( "the kind of owner “%1” is not known" ).arg( record.ownerKind );
  if ( record.ownerCode.trimmed().isEmpty() )
    return tr( "there is no owner" );
  if ( record.fiscalYear < FIRST_YEAR || record.fiscalYear > LAST_YEAR )
    return tr( "%1 is no fiscal year" ).arg( record.fiscalYear );
  const auto unit = mUnits.constFind( record.metric );
  if ( unit == mUnits.constEnd() )
    return tr( "there is no metric “%1”" ).arg( record.metric );
  if ( record.figure.unit != *unit )
    return tr( "the unit is “%1”, but the metric %2 is kept in “%3”" ).arg( record.figure.unit, record.metric, *unit );
  const bool hasValue = record.figure.flag == CaFlag::None || record.figure.flag == CaFlag::Zero;
  if ( hasValue != record.figure.value.has_value() )
    return hasValue ? tr( "there is no value and no reason why" )
                    : tr( "there is a value though it is marked as %1" ).arg( CaFigureWords::textOf( record.figure.flag ) );
  if ( record.figure.value && !std::isfinite( *record.figure.value ) )
    return tr( "the value is no number" );
  if ( record.figure.flag == CaFlag::Zero && *record.figure.value != 0 )
    return tr( "the value is %1 though it is marked as zero" ).arg( *record.figure.value );
  return ownerProblem( record );
}

bool CaStatisticsImport::add( const CaFigureRecord &record, QString *error )
{
  const QString problem = problemOf( record );
  if ( !problem.isEmpty() )
  {
    *error = tr( "%1, %2: %3. Nothing was imported: correct the sheet." ).arg( mSourceFile, place( record.sheet, record.cell ), problem );
    return false;
  }
  if ( mSheets.isEmpty() || mSheets.constLast() != record.sheet )
    addSheet( record.sheet );
  return mStage.add( record, error );
}

bool CaStatisticsImport::fail( QString *error ) const
{
  *error = mStore.database().lastError();
  return false;
}

bool CaStatisticsImport::isCanceled( QString *error ) const
{
  if ( !mFeedback || !mFeedback->isCanceled() )
    return false;
  *error = tr( "Canceled: nothing was changed." );
  return true;
}

//! Looks for a figure that is there twice, in one sheet or in two.
bool CaStatisticsImport::checkRepeated( QString *error ) const
{
  const auto twice = std::adjacent_find( mStage.begin(), mStage.end(),
                                         []( const CaFigureStage::Figure &a, const CaFigureStage::Figure &b ) { return a.key == b.key; } );
  if ( twice == mStage.end() )
    return true;
  const CaFigureStage::Figure &again = twice[1];
  const QString metric = mTexts.metrics.text( twice->metric() );
  const QString owner = mTexts.owners.text( twice->owner() );
  const QString year = QString::number( twice->fiscalYear() );
  const QString sheet = mTexts.sheets.text( again.sheet );
  if ( twice->sheet == again.sheet )
    *error = tr( "%1, %2: %3 of %4 for fiscal year %5 was given in %6 already. Nothing was imported: keep one of the two." )
                 .arg( mSourceFile, place( sheet, again.cellText() ), metric, owner, year, twice->cellText() );
  else
    *error = tr( "%1: %2 of %3 for fiscal year %4 is given in the sheets “%5” and “%6”. Nothing was imported: import one of them." )
                 .arg( mSourceFile, metric, owner, year, mTexts.sheets.text( twice->sheet ), sheet );
  return false;
}

//! Returns a condition for what came from the sheets of this import before, see bindSheets().
QString CaStatisticsImport::ofSheets() const
{
  return QStringLiteral( "source_file = ? AND sheet IN (%1)" ).arg( QStringLiteral( "?, " ).repeated( mSheets.size() ).chopped( 2 ) );
}

CaSqliteQuery &CaStatisticsImport::bindSheets( CaSqliteQuery &query ) const
{
  query.bind( 0, mSourceFile );
  for ( int i = 0; i < mSheets.size(); ++i )
    query.bind( i + 1, mSheets.at( i ) );
  return query;
}

bool CaStatisticsImport::stageOld( CaFigureStage &old, QString *error )
{
  CaSqliteQuery rows = mStore.database().prepare(
      QStringLiteral( "SELECT owner_code, fiscal_year, metric, value, qualifier, flag, sheet, cell FROM statistics WHERE " ) + ofSheets() );
  bindSheets( rows );
  CaFigureRecord record;
  while ( rows.next() )
  {
    record.ownerCode = rows.text( 0 );
    record.fiscalYear = static_cast<int>( rows.integer( 1 ) );
    record.metric = rows.text( 2 );
    record.figure.value = rows.optionalNumber( 3 );
    record.figure.qualifier = CaFigureWords::qualifier( rows.text( 4 ) ).value_or( CaQualifier::Exact );
    record.figure.flag = CaFigureWords::flag( rows.text( 5 ) ).value_or( CaFlag::None );
    record.sheet = rows.text( 6 );
    record.cell = rows.text( 7 );
    if ( !old.add( record, error ) )
      return false;
  }
  return rows.failed() ? fail( error ) : old.sort( error );
}

//! Goes through what was there and what comes side by side, both in order.
bool CaStatisticsImport::compare( CaImportDifference *difference, QString *error )
{
  *difference = CaImportDifference();
  mAffected.clear();
  CaFigureStage old( mTexts );
  if ( !mStage.sort( error ) || !checkRepeated( error ) || !stageOld( old, error ) )
    return false;
  const CaFigureStage::Figure *before = old.begin();
  const CaFigureStage::Figure *after = mStage.begin();
  while ( before != old.end() || after != mStage.end() )
  {
    const bool isNew = before == old.end() || ( after != mStage.end() && after->isBefore( *before ) );
    const bool isGone = !isNew && ( after == mStage.end() || before->isBefore( *after ) );
    const CaFigureStage::Figure &any = isNew ? *after : *before;
    if ( mAffected.empty() || mAffected.back() != std::pair( any.owner(), any.fiscalYear() ) )
      mAffected.emplace_back( any.owner(), any.fiscalYear() );
    if ( isNew )
      note( difference, CaFigureChange::Kind::Added, nullptr, after );
    else if ( isGone )
      note( difference, CaFigureChange::Kind::Removed, before, nullptr );
    else if ( !before->isEqual( *after ) )
      note( difference, CaFigureChange::Kind::Changed, before, after );
    else
      ++difference->unchanged;
    before += isNew ? 0 : 1;
    after += isGone ? 0 : 1;
  }
  return !isCanceled( error );
}

//! Counts a change, and lists it if it is among the first of its kind.
void CaStatisticsImport::note( CaImportDifference *difference, CaFigureChange::Kind kind, const CaFigureStage::Figure *before,
                               const CaFigureStage::Figure *after )
{
  qlonglong &count = kind == CaFigureChange::Kind::Added     ? difference->added
                     : kind == CaFigureChange::Kind::Removed ? difference->removed
                                                             : difference->changed;
  if ( count++ >= MAXIMUM_CHANGES )
    return;
  const CaFigureStage::Figure &any = after ? *after : *before;
  CaFigureChange change;
  change.kind = kind;
  change.ownerCode = mTexts.owners.text( any.owner() );
  change.ownerKind = mKindOfOwner.value( change.ownerCode );
  change.fiscalYear = any.fiscalYear();
  change.metric = mTexts.metrics.text( any.metric() );
  change.cell = any.cellText();
  if ( before )
    change.before = figureOf( *before );
  if ( after )
    change.after = figureOf( *after );
  difference->changes << change;
}

CaFigure CaStatisticsImport::figureOf( const CaFigureStage::Figure &staged ) const
{
  CaFigure figure;
  figure.value = staged.number();
  figure.unit = mUnits.value( mTexts.metrics.text( staged.metric() ) );
  figure.qualifier = staged.qualifier;
  figure.flag = staged.flag;
  return figure;
}

bool CaStatisticsImport::difference( CaImportDifference *difference, QString *error, QgsFeedback *feedback )
{
  mFeedback = feedback;
  const CaSqliteInterrupt interrupt( mStore.database(), feedback );
  return compare( difference, error );
}

bool CaStatisticsImport::commit( CaImportDifference *difference, QString *error, QgsFeedback *feedback )
{
  mFeedback = feedback;
  const CaSqliteInterrupt interrupt( mStore.database(), feedback );
  bool written = false;
  {
    CaSqliteTransaction transaction( mStore.database() );
    // Compared under the lock: what is reported is what is done.
    written = transaction.begin( error ) && compare( difference, error ) && write( difference, error ) && transaction.commit( error );
  }
  mStore.readMetrics();
  return written;
}

bool CaStatisticsImport::write( CaImportDifference *difference, QString *error )
{
  CaSqlite &database = mStore.database();
  for ( const CaMetric &metric : std::as_const( mNewMetrics ) )
  {
    if ( !mStore.insertMetric( metric, error ) )
      return false;
  }
  QStringList metrics;
  QStringList added;
  for ( quint32 i = 0; i < mTexts.metrics.size(); ++i )
    metrics << mTexts.metrics.text( i );
  if ( !mStore.addColumns( metrics, &added, error ) || !removeOld( error ) || !mStore.clearAffected( error ) )
    return false;
  CaSqliteQuery affected = database.prepare( QStringLiteral( "INSERT OR IGNORE INTO temp.affected VALUES (?, ?)" ) );
  for ( const auto &[owner, year] : mAffected )
  {
    if ( !affected.bindKept( 0, mTexts.owners.utf8( owner ) ).bind( 1, year ).run() )
      return fail( error );
  }
  // Columns that are new have to be filled for shipped figures as well.
  if ( !added.isEmpty() &&
       !database.execute( QStringLiteral( "INSERT OR IGNORE INTO temp.affected SELECT owner_code, fiscal_year FROM participation WHERE "
                                          "fiscal_year IS NOT NULL" ),
                          error ) )
    return false;
  const auto coming = [this]( const QString &owner, int year )
  {
    return comingFigures( owner, year );
  };
  return mStore.rebuildFigures( &difference->overShipped, error, coming, mFeedback ) && insertNew( error ) &&
         mStore.touch( { QStringLiteral( "statistics" ), QStringLiteral( "figures" ), QStringLiteral( "metrics" ) }, error );
}

QVector<CaFigureMerge::Entry> CaStatisticsImport::comingFigures( const QString &owner, int fiscalYear )
{
  const quint64 first = CaFigureStage::keyOf( mTexts.owners.numberOf( owner ), fiscalYear, 0 );
  const quint64 last = CaFigureStage::keyOf( 0, 0, CaFigureStage::LAST_METRIC ) | first;
  const CaFigureStage::Figure *figure =
      std::lower_bound( mStage.begin(), mStage.end(), first, []( const CaFigureStage::Figure &a, quint64 key ) { return a.key < key; } );
  const QString kind = mKindOfOwner.value( owner );
  QVector<CaFigureMerge::Entry> entries;
  entries.reserve( static_cast<int>( mTexts.metrics.size() ) );
  for ( ; figure != mStage.end() && figure->key <= last; ++figure )
  {
    CaFigureMerge::Entry entry{ kind, mTexts.metrics.text( figure->metric() ), {} };
    entry.statistic.figure = figureOf( *figure );
    entry.statistic.source = CaFigureMerge::sourceOf( mSourceFile, mTexts.sheets.text( figure->sheet ), figure->cellText() );
    entry.statistic.ofUser = true;
    entries.push_back( std::move( entry ) );
  }
  return entries;
}

bool CaStatisticsImport::removeOld( QString *error )
{
  CaSqliteQuery remove = mStore.database().prepare( QStringLiteral( "DELETE FROM statistics WHERE " ) + ofSheets() );
  return bindSheets( remove ).run() || fail( error );
}

bool CaStatisticsImport::insertNew( QString *error )
{
  const CaFigureStage::Figure *next = mStage.begin();
  while ( next != mStage.end() )
  {
    // Many rows a statement: SQLite begins and ends one for each otherwise. Twice, as the last ones are fewer.
    const auto rows = static_cast<int>( std::min<qlonglong>( ROWS_AT_ONCE, mStage.end() - next ) );
    if ( !insertNew( next, rows, error ) )
      return false;
  }
  return true;
}

//! Inserts figures from \a next on, \a rows at once, for as long as there are so many, and sets \a next to the first that is left.
bool CaStatisticsImport::insertNew( const CaFigureStage::Figure *&next, int rows, QString *error )
{
  constexpr int COLUMNS = 10; // besides those that are the same for all: file and time
  const std::vector<QByteArray> kinds = valuesOf( mTexts.owners, mKindOfOwner );
  const std::vector<QByteArray> units = valuesOf( mTexts.metrics, mUnits );
  QStringList values;
  for ( int row = 0; row < rows; ++row )
    values << QStringLiteral( "(?1, ?2%1)" ).arg( parameters( 3 + COLUMNS * row, COLUMNS ) );
  CaSqliteQuery insert =
      mStore.database().prepare( QStringLiteral( "INSERT INTO statistics (source_file, imported_at, owner_kind, owner_code, fiscal_year, "
                                                 "metric, value, unit, qualifier, flag, sheet, cell) VALUES " ) +
                                 values.join( QLatin1Char( ',' ) ) );
  insert.bind( 0, mSourceFile ).bind( 1, QDateTime::currentDateTimeUtc().toString( Qt::ISODateWithMs ) );
  for ( ; mStage.end() - next >= rows; next += rows )
  {
    for ( int row = 0; row < rows; ++row )
    {
      const CaFigureStage::Figure &figure = next[row];
      const int first = 2 + COLUMNS * row;
      insert.bindKept( first, kinds[figure.owner()] )
          .bindKept( first + 1, mTexts.owners.utf8( figure.owner() ) )
          .bind( first + 2, figure.fiscalYear() )
          .bindKept( first + 3, mTexts.metrics.utf8( figure.metric() ) )
          .bind( first + 4, figure.number() )
          .bindKept( first + 5, units[figure.metric()] )
          .bindKept( first + 6, CaFigureWords::utf8Of( figure.qualifier ) )
          .bindKept( first + 8, mTexts.sheets.utf8( figure.sheet ) )
          .bindKept( first + 9, figure.cell, figure.cellLength() );
      if ( figure.flag == CaFlag::None )
        insert.bindNull( first + 7 );
      else
        insert.bindKept( first + 7, CaFigureWords::utf8Of( figure.flag ) );
    }
    if ( !insert.run() )
      return fail( error );
    if ( isCanceled( error ) )
      return false;
  }
  return true;
}
