// SPDX-License-Identifier: GPL-2.0-or-later
#include "castatisticsstore.h"

#include "capaths.h"

#include <qgsfeedback.h>

#include <QFileInfo>

#include <algorithm>

namespace
{

constexpr QLatin1String SUPPORTED_SCHEMA( "1" );
constexpr int MAXIMUM_COLUMNS = 1900; // SQLite takes 2,000

QStringList partsOf( const QString &metric )
{
  return { metric, metric + QLatin1String( "_qualifier" ), metric + QLatin1String( "_flag" ), metric + QLatin1String( "_source" ) };
}

QString placeholders( int count )
{
  return QStringLiteral( "?, " ).repeated( count ).chopped( 2 );
}

//! Root can write to any file; what its owner marked as read-only stays so all the same.
bool isWriteProtected( const QString &fileName )
{
  const QFileInfo info( fileName );
  const QFileDevice::Permissions anybody = QFileDevice::WriteOwner | QFileDevice::WriteGroup | QFileDevice::WriteOther;
  return !info.isWritable() || !( info.permissions() & anybody ) || !QFileInfo( info.absolutePath() ).isWritable();
}

} // namespace

std::unique_ptr<CaStatisticsStore> CaStatisticsStore::open( const QString &packFile, QString *error )
{
  const QFileInfo shipped( CaPaths::installedPack() );
  if ( QFileInfo::exists( packFile ) && QFileInfo( packFile ).canonicalFilePath() == shipped.canonicalFilePath() )
  {
    *error = tr( "%1 is the data pack that came with Cluster Atlas and is never changed. Use the working copy beside your project." )
                 .arg( packFile );
    return nullptr;
  }
  if ( QFileInfo::exists( packFile ) && isWriteProtected( packFile ) )
  {
    *error =
        tr( "%1 is write-protected, or its folder is. Use a working copy of the data pack in a folder you may write to." ).arg( packFile );
    return nullptr;
  }
  std::optional<CaSqlite> database = CaSqlite::open( packFile, CaSqlite::Access::ReadWrite, error );
  if ( !database )
    return nullptr;
  if ( database->value( QStringLiteral( "SELECT value FROM pack_info WHERE key = 'schema'" ) ) != SUPPORTED_SCHEMA )
  {
    *error =
        tr( "%1 is not a Cluster Atlas data pack of this version. Use the working copy that “Add cluster layers…” makes." ).arg( packFile );
    return nullptr;
  }
  if ( database->value( QStringLiteral(
           "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name IN ('statistics', 'figures')" ) ) != QLatin1String( "2" ) )
  {
    *error =
        tr( "%1 was made by an earlier Cluster Atlas and has no place for statistics. Make a new working copy with “Add cluster layers…”." )
            .arg( packFile );
    return nullptr;
  }
  std::unique_ptr<CaStatisticsStore> store( new CaStatisticsStore() );
  store->mFileName = packFile;
  store->mDatabase = std::move( *database );
  // Kilobytes: with the usual two megabytes a large import would write its pages many times over.
  if ( !store->mDatabase.execute( QStringLiteral( "PRAGMA cache_size = -32768" ), error ) )
    return nullptr;
  store->readMetrics();
  return store;
}

bool CaStatisticsStore::addMetric( const CaMetric &metric, QString *error )
{
  bool added = false;
  {
    CaSqliteTransaction transaction( mDatabase );
    added = transaction.begin( error ) && insertMetric( metric, error ) && touch( { QStringLiteral( "metrics" ) }, error ) &&
            transaction.commit( error );
  }
  readMetrics();
  return added;
}

void CaStatisticsStore::readMetrics()
{
  mMetrics = CaMetric::read( mDatabase );
}

bool CaStatisticsStore::insertMetric( const CaMetric &metric, QString *error )
{
  *error = metric.problem();
  if ( !error->isEmpty() )
    return false;
  const auto known = mMetrics.constFind( metric.code );
  if ( known != mMetrics.constEnd() )
  {
    if ( known->unit == metric.unit && known->sumRule() == metric.sumRule() )
      return true;
    *error =
        tr( "The metric “%1” is there already, in “%2”, and the new one is in “%3” or is summed otherwise. Give the new one another code." )
            .arg( metric.code, known->unit, metric.unit );
    return false;
  }
  if ( !metric.add( mDatabase, error ) )
    return false;
  readMetrics();
  return true;
}

QStringList CaStatisticsStore::joinedMetrics()
{
  static const QString SUFFIX = QStringLiteral( "_qualifier" );
  QStringList metrics;
  CaSqliteQuery columns =
      mDatabase.prepare( QStringLiteral( "SELECT name FROM pragma_table_info('figures') WHERE name LIKE '%\\_qualifier' ESCAPE '\\'" ) );
  while ( columns.next() )
    metrics << columns.text( 0 ).chopped( SUFFIX.size() );
  return metrics;
}

bool CaStatisticsStore::ensureColumns( const QStringList &metrics, QString *error )
{
  const QStringList known = joinedMetrics();
  if ( std::all_of( metrics.constBegin(), metrics.constEnd(), [&known]( const QString &metric ) { return known.contains( metric ); } ) )
    return true;
  QStringList added;
  qlonglong overShipped = 0;
  CaSqliteTransaction transaction( mDatabase );
  if ( !transaction.begin( error ) || !addColumns( metrics, &added, error ) || !clearAffected( error ) )
    return false;
  for ( const QString &metric : std::as_const( added ) )
  {
    for ( const char *table : { "participation", "statistics" } )
    {
      CaSqliteQuery fill = mDatabase.prepare(
          QStringLiteral(
              "INSERT OR IGNORE INTO temp.affected SELECT owner_code, fiscal_year FROM %1 WHERE metric = ? AND fiscal_year IS NOT NULL" )
              .arg( QLatin1String( table ) ) );
      fill.bind( 0, metric );
      if ( !fill.run() )
      {
        *error = mDatabase.lastError();
        return false;
      }
    }
  }
  return rebuildFigures( &overShipped, error ) && touch( { QStringLiteral( "figures" ) }, error ) && transaction.commit( error );
}

bool CaStatisticsStore::addColumns( const QStringList &metrics, QStringList *added, QString *error )
{
  const QStringList known = joinedMetrics();
  for ( const QString &metric : metrics )
  {
    if ( known.contains( metric ) || added->contains( metric ) )
      continue;
    if ( !mMetrics.contains( metric ) )
    {
      *error = tr( "There is no metric “%1”. The metrics are: %2." ).arg( metric, mMetrics.keys().join( QStringLiteral( ", " ) ) );
      return false;
    }
    if ( ( known.size() + added->size() + 1 ) * 4 > MAXIMUM_COLUMNS )
    {
      *error = tr( "The table of figures cannot take more metrics than the %1 it has: import fewer metrics." ).arg( known.size() );
      return false;
    }
    *added << metric;
  }
  for ( const QString &metric : std::as_const( *added ) )
  {
    const CaMetric definition = mMetrics.value( metric );
    const QStringList parts = partsOf( metric );
    const QStringList aliasesJa{ definition.nameJa, definition.nameJa + QStringLiteral( u"の確度" ),
                                 definition.nameJa + QStringLiteral( u"の区分" ), definition.nameJa + QStringLiteral( u"の出典" ) };
    const QStringList aliasesEn{ definition.nameEn, QStringLiteral( "Qualifier: %1" ).arg( definition.nameEn ),
                                 QStringLiteral( "Flag: %1" ).arg( definition.nameEn ),
                                 QStringLiteral( "Source: %1" ).arg( definition.nameEn ) };
    for ( int i = 0; i < parts.size(); ++i )
    {
      if ( !mDatabase.execute(
               QStringLiteral( "ALTER TABLE figures ADD COLUMN %1 %2" )
                   .arg( CaSqlite::quotedName( parts.at( i ) ), i == 0 ? QStringLiteral( "REAL" ) : QStringLiteral( "TEXT" ) ),
               error ) )
        return false;
      CaSqliteQuery column = mDatabase.prepare(
          QStringLiteral( "INSERT INTO pack_columns (table_name, name, seq, alias_ja, alias_en, description_ja, description_en, "
                          "form_group) SELECT 'figures', ?, max(seq) + 1, ?, ?, ?, ?, ? FROM pack_columns" ) );
      column.bind( 0, parts.at( i ) )
          .bind( 1, aliasesJa.at( i ) )
          .bind( 2, aliasesEn.at( i ) )
          .bind( 3, aliasesJa.at( i ) )
          .bind( 4, aliasesEn.at( i ) )
          .bind( 5, i == 3 ? QStringLiteral( "source" ) : QStringLiteral( "figures" ) );
      CaSqliteQuery geoPackage = mDatabase.prepare( QStringLiteral(
          "INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('figures', ?, ?, ?, ?)" ) );
      geoPackage.bind( 0, parts.at( i ) ).bind( 1, parts.at( i ) ).bind( 2, aliasesJa.at( i ) ).bind( 3, aliasesJa.at( i ) );
      if ( !column.run() || !geoPackage.run() )
      {
        *error = mDatabase.lastError();
        return false;
      }
    }
  }
  return true;
}

bool CaStatisticsStore::clearAffected( QString *error )
{
  return mDatabase.execute( QStringLiteral( "CREATE TEMP TABLE IF NOT EXISTS affected (owner_code TEXT, fiscal_year INTEGER, PRIMARY KEY "
                                            "(owner_code, fiscal_year)) WITHOUT ROWID; DELETE FROM temp.affected" ),
                            error );
}

bool CaStatisticsStore::rebuildFigures( qlonglong *overShipped, QString *error, const ComingFigures &coming, QgsFeedback *feedback )
{
  CaFigureMerge merge( mDatabase );
  const QStringList metrics = joinedMetrics();
  QStringList columns{ QStringLiteral( "owner_kind" ), QStringLiteral( "owner_code" ), QStringLiteral( "fiscal_year" ) };
  QStringList updates{ QStringLiteral( "owner_kind = excluded.owner_kind" ) };
  for ( const QString &metric : metrics )
  {
    const QStringList parts = partsOf( metric );
    for ( const QString &part : parts )
    {
      columns << CaSqlite::quotedName( part );
      updates << QStringLiteral( "%1 = excluded.%1" ).arg( CaSqlite::quotedName( part ) );
    }
  }
  // The row of an owner and year keeps its fid.
  CaSqliteQuery insert = mDatabase.prepare(
      QStringLiteral( "INSERT INTO figures (%1) VALUES (%2) ON CONFLICT (owner_code, fiscal_year) DO UPDATE SET %3" )
          .arg( columns.join( QLatin1String( ", " ) ), placeholders( columns.size() ), updates.join( QLatin1String( ", " ) ) ) );
  CaSqliteQuery remove = mDatabase.prepare( QStringLiteral( "DELETE FROM figures WHERE owner_code = ? AND fiscal_year = ?" ) );
  CaSqliteQuery keys = mDatabase.prepare( QStringLiteral( "SELECT owner_code, fiscal_year FROM temp.affected" ) );
  *overShipped = 0;
  while ( keys.next() )
  {
    if ( feedback && feedback->isCanceled() )
    {
      *error = tr( "Canceled: nothing was changed." );
      return false;
    }
    const QString owner = keys.text( 0 );
    const int year = static_cast<int>( keys.integer( 1 ) );
    const QMap<QString, CaStatistic> &figures =
        merge.figures( owner, year, coming ? coming( owner, year ) : QVector<CaFigureMerge::Entry>() );
    bool any = false;
    insert.bind( 0, merge.ownerKind() ).bind( 1, owner ).bind( 2, year );
    int parameter = 3;
    for ( const QString &metric : metrics )
    {
      const auto found = figures.constFind( metric );
      if ( found == figures.constEnd() )
      {
        for ( int i = 0; i < 4; ++i )
          insert.bindNull( parameter + i );
        parameter += 4;
        continue;
      }
      any = true;
      *overShipped += found->shippedSource.isEmpty() ? 0 : 1;
      insert.bind( parameter, found->figure.value )
          .bindKept( parameter + 1, CaFigureWords::utf8Of( found->figure.qualifier ) )
          .bind( parameter + 3, found->source );
      if ( found->figure.flag == CaFlag::None )
        insert.bindNull( parameter + 2 );
      else
        insert.bindKept( parameter + 2, CaFigureWords::utf8Of( found->figure.flag ) );
      parameter += 4;
    }
    if ( any ? !insert.run() : !remove.bind( 0, owner ).bind( 1, year ).run() )
    {
      *error = mDatabase.lastError();
      return false;
    }
  }
  if ( keys.failed() )
    *error = mDatabase.lastError();
  return !keys.failed();
}

bool CaStatisticsStore::touch( const QStringList &tables, QString *error )
{
  CaSqliteQuery update = mDatabase.prepare(
      QStringLiteral( "UPDATE gpkg_contents SET last_change = strftime('%Y-%m-%dT%H:%M:%fZ', 'now') WHERE table_name = ?" ) );
  for ( const QString &table : tables )
  {
    if ( !update.bind( 0, table ).run() )
    {
      *error = mDatabase.lastError();
      return false;
    }
  }
  return true;
}
