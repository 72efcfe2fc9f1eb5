// SPDX-License-Identifier: GPL-2.0-or-later
#include "castatisticsimport.h"

#include "castatisticsstore.h"

#include <QDateTime>
#include <QRegularExpression>

#include <cmath>
#include <utility>

namespace
{

constexpr int FIRST_YEAR = 1868;
constexpr int LAST_YEAR = 2200;

QStringList ownerKinds()
{
  return { QStringLiteral( "national" ),     QStringLiteral( "bureau" ),  QStringLiteral( "prefecture" ),
           QStringLiteral( "municipality" ), QStringLiteral( "project" ), QStringLiteral( "subarea" ),
           QStringLiteral( "type_example" ), QStringLiteral( "link" ),    QStringLiteral( "other" ) };
}

QString where( const CaFigureRecord &record )
{
  return record.sheet.isEmpty() ? record.cell : QStringLiteral( "%1!%2" ).arg( record.sheet, record.cell );
}

//! Columns of the temporary tables, in the order of the statements here.
constexpr QLatin1String STAGED_COLUMNS(
    "owner_code TEXT, fiscal_year INTEGER, metric TEXT, sheet TEXT, owner_kind TEXT, value REAL, qualifier TEXT, flag TEXT, cell TEXT, "
    "PRIMARY KEY (owner_code, fiscal_year, metric, sheet)" );

CaFigure figureOf( const CaSqliteQuery &query, int column, const QString &unit )
{
  CaFigure figure;
  figure.value = query.optionalNumber( column );
  figure.unit = unit;
  figure.qualifier = CaFigureWords::qualifier( query.text( column + 1 ) ).value_or( CaQualifier::Exact );
  figure.flag = CaFigureWords::flag( query.text( column + 2 ) ).value_or( CaFlag::None );
  return figure;
}

} // namespace

CaStatisticsImport::CaStatisticsImport( CaStatisticsStore &store, const QString &sourceFile )
    : mStore( store )
    , mSourceFile( sourceFile )
{
}

std::unique_ptr<CaStatisticsImport> CaStatisticsImport::start( CaStatisticsStore &store, const QString &sourceFile, QString *error )
{
  std::unique_ptr<CaStatisticsImport> import( new CaStatisticsImport( store, sourceFile ) );
  CaSqlite &database = store.database();
  import->readOwners();
  // In a file of its own: neither in memory, which a million rows would fill, nor in the pack, which stays free for others.
  const QString sql =
      QStringLiteral(
          "PRAGMA temp_store = FILE; PRAGMA temp.cache_size = -65536; DROP TABLE IF EXISTS temp.staged; DROP TABLE IF EXISTS temp.old; "
          "CREATE TEMP TABLE staged (%1) WITHOUT ROWID; CREATE TEMP TABLE old (%1) WITHOUT ROWID; "
          "DROP TABLE IF EXISTS temp.sheets; CREATE TEMP TABLE sheets (sheet TEXT PRIMARY KEY); "
          "DROP TABLE IF EXISTS temp.affected; CREATE TEMP TABLE affected (owner_code TEXT, fiscal_year INTEGER, PRIMARY KEY (fiscal_year, "
          "owner_code)) WITHOUT ROWID" )
          .arg( STAGED_COLUMNS );
  if ( !database.execute( sql, error ) )
    return nullptr;
  import->mStage = database.prepare( QStringLiteral( "INSERT INTO temp.staged VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)" ) );
  import->mStaging = database.execute( QStringLiteral( "BEGIN" ), error );
  return import->mStaging ? std::move( import ) : nullptr;
}

CaStatisticsImport::~CaStatisticsImport()
{
  QString ignored;
  endStaging( &ignored );
  mStage = CaSqliteQuery();
  for ( const char *table : { "staged", "old", "sheets", "affected" } )
    mStore.database().execute( QStringLiteral( "DROP TABLE IF EXISTS temp.%1" ).arg( QLatin1String( table ) ), &ignored );
}

bool CaStatisticsImport::endStaging( QString *error )
{
  if ( !std::exchange( mStaging, false ) )
    return true;
  return mStore.database().execute( QStringLiteral( "COMMIT" ), error );
}

void CaStatisticsImport::readOwners()
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
}

bool CaStatisticsImport::addMetric( const CaMetric &metric, QString *error )
{
  *error = metric.problem();
  if ( error->isEmpty() )
    mNewMetrics.insert( metric.code, metric );
  return error->isEmpty();
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
  if ( !ownerKinds().contains( record.ownerKind ) )
    return tr( "the kind of owner “%1” is not known" ).arg( record.ownerKind );
  if ( record.ownerCode.trimmed().isEmpty() )
    return tr( "there is no owner" );
  if ( record.fiscalYear < FIRST_YEAR || record.fiscalYear > LAST_YEAR )
    return tr( "%1 is no fiscal year" ).arg( record.fiscalYear );
  const auto own = mNewMetrics.constFind( record.metric );
  const auto known = mStore.metrics().constFind( record.metric );
  if ( own == mNewMetrics.constEnd() && known == mStore.metrics().constEnd() )
    return tr( "there is no metric “%1”" ).arg( record.metric );
  const QString unit = known != mStore.metrics().constEnd() ? known->unit : own->unit;
  if ( record.figure.unit != unit )
    return tr( "the unit is “%1”, but the metric %2 is kept in “%3”" ).arg( record.figure.unit, record.metric, unit );
  const bool hasValue = record.figure.flag == CaFlag::None || record.figure.flag == CaFlag::Zero;
  if ( hasValue != record.figure.value.has_value() )
    return hasValue ? tr( "there is no value and no reason why" )
                    : tr( "there is a value though it is marked as %1" ).arg( CaFigureWords::of( record.figure.flag ) );
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
    *error = tr( "%1, %2: %3. Nothing was imported: correct the sheet." ).arg( mSourceFile, where( record ), problem );
    return false;
  }
  if ( mSheets.isEmpty() || mSheets.constLast() != record.sheet )
    addSheet( record.sheet );
  mStage.bind( 0, record.ownerCode )
      .bind( 1, record.fiscalYear )
      .bind( 2, record.metric )
      .bind( 3, record.sheet )
      .bind( 4, record.ownerKind )
      .bind( 5, record.figure.value );
  mStage.bind( 6, CaFigureWords::of( record.figure.qualifier ) ).bind( 8, record.cell );
  if ( record.figure.flag == CaFlag::None )
    mStage.bindNull( 7 );
  else
    mStage.bind( 7, CaFigureWords::of( record.figure.flag ) );
  if ( mStage.run() )
  {
    ++mCount;
    return true;
  }
  return mStage.failedByConstraint() ? repeatedFigure( record, error ) : fail( error );
}

bool CaStatisticsImport::repeatedFigure( const CaFigureRecord &record, QString *error )
{
  CaSqliteQuery first = mStore.database().prepare(
      QStringLiteral( "SELECT cell FROM temp.staged WHERE owner_code = ? AND fiscal_year = ? AND metric = ? AND sheet = ?" ) );
  first.bind( 0, record.ownerCode ).bind( 1, record.fiscalYear ).bind( 2, record.metric ).bind( 3, record.sheet );
  first.next();
  *error = tr( "%1, %2: %3 of %4 for fiscal year %5 was given in %6 already. Nothing was imported: keep one of the two." )
               .arg( mSourceFile, where( record ), record.metric, record.ownerCode, QString::number( record.fiscalYear ), first.text( 0 ) );
  return false;
}

bool CaStatisticsImport::fail( QString *error ) const
{
  *error = mStore.database().lastError();
  return false;
}

bool CaStatisticsImport::checkSheets( QString *error )
{
  if ( mSheets.size() < 2 )
    return true;
  CaSqliteQuery twice =
      mStore.database().prepare( QStringLiteral( "SELECT owner_code, fiscal_year, metric, min(sheet), max(sheet) FROM temp.staged GROUP BY "
                                                 "owner_code, fiscal_year, metric HAVING count(*) > 1 LIMIT 1" ) );
  if ( !twice.next() )
    return !twice.failed() || fail( error );
  *error = tr( "%1: %2 of %3 for fiscal year %4 is given in the sheets “%5” and “%6”. Nothing was imported: import one of them." )
               .arg( mSourceFile, twice.text( 2 ), twice.text( 0 ), twice.text( 1 ), twice.text( 3 ), twice.text( 4 ) );
  return false;
}

bool CaStatisticsImport::stageOld( QString *error )
{
  CaSqlite &database = mStore.database();
  if ( !database.execute( QStringLiteral( "DELETE FROM temp.old; DELETE FROM temp.sheets" ), error ) )
    return false;
  CaSqliteQuery sheet = database.prepare( QStringLiteral( "INSERT INTO temp.sheets VALUES (?)" ) );
  for ( const QString &name : std::as_const( mSheets ) )
  {
    if ( !sheet.bind( 0, name ).run() )
      return fail( error );
  }
  CaSqliteQuery old = database.prepare( QStringLiteral(
      "INSERT OR REPLACE INTO temp.old SELECT owner_code, fiscal_year, metric, sheet, owner_kind, value, qualifier, flag, cell FROM "
      "statistics "
      "WHERE source_file = ? AND sheet IN (SELECT sheet FROM temp.sheets) ORDER BY owner_code, fiscal_year, metric, sheet" ) );
  return old.bind( 0, mSourceFile ).run() || fail( error );
}

bool CaStatisticsImport::compare( CaImportDifference *difference, QString *error )
{
  *difference = CaImportDifference();
  CaSqliteQuery rows = mStore.database().prepare(
      QStringLiteral( "SELECT s.owner_kind, s.owner_code, s.fiscal_year, s.metric, s.cell, o.owner_code IS NULL, s.value, s.qualifier, "
                      "s.flag, o.value, o.qualifier, o.flag "
                      "FROM temp.staged s LEFT JOIN temp.old o ON o.owner_code = s.owner_code AND o.fiscal_year = s.fiscal_year AND "
                      "o.metric = s.metric AND o.sheet = s.sheet "
                      "WHERE o.owner_code IS NULL OR o.value IS NOT s.value OR o.qualifier IS NOT s.qualifier OR o.flag IS NOT s.flag" ) );
  while ( rows.next() )
  {
    const bool isNew = rows.integer( 5 ) != 0;
    qlonglong &counter = isNew ? difference->added : difference->changed;
    if ( counter++ < MAXIMUM_CHANGES )
      difference->changes << changeOf( rows, isNew ? CaFigureChange::Kind::Added : CaFigureChange::Kind::Changed );
  }
  if ( rows.failed() )
    return fail( error );
  difference->unchanged = mCount - difference->added - difference->changed;

  CaSqliteQuery gone = mStore.database().prepare( QStringLiteral(
      "SELECT o.owner_kind, o.owner_code, o.fiscal_year, o.metric, o.cell, 0, NULL, NULL, NULL, o.value, o.qualifier, o.flag FROM temp.old "
      "o WHERE NOT EXISTS (SELECT 1 FROM temp.staged s "
      "WHERE o.owner_code = s.owner_code AND o.fiscal_year = s.fiscal_year AND o.metric = s.metric AND o.sheet = s.sheet)" ) );
  while ( gone.next() )
  {
    if ( difference->removed++ < MAXIMUM_CHANGES )
      difference->changes << changeOf( gone, CaFigureChange::Kind::Removed );
  }
  return !gone.failed() || fail( error );
}

CaFigureChange CaStatisticsImport::changeOf( const CaSqliteQuery &row, CaFigureChange::Kind kind ) const
{
  CaFigureChange change;
  change.kind = kind;
  change.ownerKind = row.text( 0 );
  change.ownerCode = row.text( 1 );
  change.fiscalYear = static_cast<int>( row.integer( 2 ) );
  change.metric = row.text( 3 );
  change.cell = row.text( 4 );
  const QString unit = mStore.metrics().value( change.metric, mNewMetrics.value( change.metric ) ).unit;
  if ( kind != CaFigureChange::Kind::Removed )
    change.after = figureOf( row, 6, unit );
  if ( kind != CaFigureChange::Kind::Added )
    change.before = figureOf( row, 9, unit );
  return change;
}

bool CaStatisticsImport::difference( CaImportDifference *difference, QString *error, QgsFeedback *feedback )
{
  const CaSqliteInterrupt interrupt( mStore.database(), feedback );
  return endStaging( error ) && checkSheets( error ) && stageOld( error ) && compare( difference, error );
}

bool CaStatisticsImport::commit( CaImportDifference *difference, QString *error, QgsFeedback *feedback )
{
  const CaSqliteInterrupt interrupt( mStore.database(), feedback );
  if ( !endStaging( error ) || !checkSheets( error ) )
    return false;
  bool written = false;
  {
    CaSqliteTransaction transaction( mStore.database() );
    // Compared under the lock: what is reported is what is done.
    written = transaction.begin( error ) && stageOld( error ) && compare( difference, error ) && write( difference, error ) &&
              transaction.commit( error );
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
  CaSqliteQuery used = database.prepare( QStringLiteral( "SELECT DISTINCT metric FROM temp.staged" ) );
  while ( used.next() )
    metrics << used.text( 0 );
  used.reset();
  if ( !mStore.addColumns( metrics, &added, error ) )
    return false;

  CaSqliteQuery remove =
      database.prepare( QStringLiteral( "DELETE FROM statistics WHERE source_file = ? AND sheet IN (SELECT sheet FROM temp.sheets)" ) );
  if ( !remove.bind( 0, mSourceFile ).run() )
    return fail( error );
  CaSqliteQuery insert =
      database.prepare( QStringLiteral( "INSERT INTO statistics (owner_kind, owner_code, fiscal_year, metric, value, unit, qualifier, "
                                        "flag, source_file, sheet, cell, imported_at) "
                                        "SELECT s.owner_kind, s.owner_code, s.fiscal_year, s.metric, s.value, m.unit, s.qualifier, s.flag, "
                                        "?, s.sheet, s.cell, ? FROM temp.staged s CROSS JOIN metrics m ON m.code = s.metric "
                                        "ORDER BY s.owner_code, s.fiscal_year, s.metric, s.sheet" ) );
  if ( !insert.bind( 0, mSourceFile ).bind( 1, QDateTime::currentDateTimeUtc().toString( Qt::ISODateWithMs ) ).run() )
    return fail( error );
  // Columns that are new have to be filled for shipped figures as well.
  const QString affected = QStringLiteral( "INSERT OR IGNORE INTO temp.affected SELECT DISTINCT owner_code, fiscal_year FROM %1" );
  if ( !database.execute( QStringLiteral( "DELETE FROM temp.affected" ), error ) ||
       !database.execute( affected.arg( QLatin1String( "temp.staged" ) ), error ) ||
       !database.execute( affected.arg( QLatin1String( "temp.old" ) ), error ) ||
       ( !added.isEmpty() && !database.execute( affected.arg( QLatin1String( "participation WHERE fiscal_year IS NOT NULL" ) ), error ) ) )
    return false;
  return mStore.rebuildFigures( QStringLiteral( "temp.affected" ), &difference->overShipped, error ) &&
         mStore.touch( { QStringLiteral( "statistics" ), QStringLiteral( "figures" ), QStringLiteral( "metrics" ) }, error );
}
