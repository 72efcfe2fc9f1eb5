// SPDX-License-Identifier: GPL-2.0-or-later
#include "castatistics.h"

#include "camunicipalities.h"

namespace
{

//! `AND "column" IN (?, ?)`, or nothing if there is nothing to choose.
QString among( const char *column, int count )
{
  return count == 0
             ? QString()
             : QStringLiteral( " AND %1 IN (%2)" ).arg( QLatin1String( column ), QStringLiteral( "?, " ).repeated( count ).chopped( 2 ) );
}

//! Whether a row has a figure of \a metric, with a value or with a reason why not.
QString hasFigure( const QString &metric )
{
  return QStringLiteral( "(%1 IS NOT NULL OR %2 IS NOT NULL)" )
      .arg( CaSqlite::quotedName( metric ), CaSqlite::quotedName( metric + QLatin1String( "_flag" ) ) );
}

} // namespace

QString CaOwner::name( const QString &language ) const
{
  const QString name = language == QLatin1String( "ja" ) ? nameJa : nameEn;
  return name.isEmpty() ? code : name;
}

std::unique_ptr<CaStatistics> CaStatistics::open( const QString &packFile, QString *error )
{
  CaSqlite::recover( packFile );
  std::optional<CaSqlite> database = CaSqlite::open( packFile, CaSqlite::Access::ReadOnly, error );
  if ( !database )
    return nullptr;
  if ( database->value( QStringLiteral(
           "SELECT count(*) FROM sqlite_master WHERE name IN ('pack_info', 'metrics', 'participation', 'statistics', 'figures')" ) ) !=
       QLatin1String( "5" ) )
  {
    *error =
        tr( "%1 is not a Cluster Atlas data pack of this version. Use the working copy that “Add cluster layers…” makes." ).arg( packFile );
    return nullptr;
  }
  std::unique_ptr<CaStatistics> statistics( new CaStatistics() );
  statistics->mFileName = packFile;
  statistics->mDatabase = std::move( *database );
  statistics->mMerge = std::make_unique<CaFigureMerge>( statistics->mDatabase );
  statistics->mMetrics = CaMetric::read( statistics->mDatabase );
  statistics->readOwners();
  return statistics;
}

void CaStatistics::readOwners()
{
  static const QVector<QPair<QString, QString>> TABLES{ { QStringLiteral( "national" ), QStringLiteral( "national" ) },
                                                        { QStringLiteral( "bureau" ), QStringLiteral( "bureaus" ) },
                                                        { QStringLiteral( "prefecture" ), QStringLiteral( "prefectures" ) },
                                                        { QStringLiteral( "project" ), QStringLiteral( "projects" ) },
                                                        { QStringLiteral( "subarea" ), QStringLiteral( "subareas" ) },
                                                        { QStringLiteral( "type_example" ), QStringLiteral( "type_examples" ) } };
  for ( const auto &table : TABLES )
  {
    CaSqliteQuery rows = mDatabase.prepare( QStringLiteral( "SELECT code, name_ja, name_en FROM %1" ).arg( table.second ) );
    while ( rows.next() )
      mNamed.insert( rows.text( 0 ), { table.first, rows.text( 0 ), rows.text( 1 ), rows.text( 2 ) } );
  }
  CaSqliteQuery bureaus =
      mDatabase.prepare( QStringLiteral( "SELECT code, bureau_code FROM prefectures UNION ALL SELECT code, bureau_code FROM projects" ) );
  while ( bureaus.next() )
    mBureaus.insert( bureaus.text( 0 ), bureaus.text( 1 ) );
}

QString CaStatistics::metricError( const QStringList &metrics ) const
{
  for ( const QString &metric : metrics )
  {
    if ( !mMetrics.contains( metric ) )
      return tr( "There is no metric “%1”. The metrics are: %2." )
          .arg( metric, QStringList( mMetrics.keys() ).join( QStringLiteral( ", " ) ) );
  }
  return QString();
}

std::optional<CaStatistic> CaStatistics::value( const QString &owner, const QString &metric, int fiscalYear ) const
{
  const QMutexLocker locker( &mMutex );
  const QMap<QString, CaStatistic> &figures = mMerge->figures( owner, fiscalYear );
  const auto found = figures.constFind( metric );
  return found == figures.constEnd() ? std::nullopt : std::optional<CaStatistic>( *found );
}

QMap<QString, CaStatistic> CaStatistics::values( const QString &owner, int fiscalYear ) const
{
  const QMutexLocker locker( &mMutex );
  return mMerge->figures( owner, fiscalYear );
}

CaOwner CaStatistics::owner( const QString &kind, const QString &code ) const
{
  const auto named = mNamed.constFind( code );
  if ( named != mNamed.constEnd() )
    return *named;
  return { kind, code, kind == QLatin1String( "municipality" ) ? CaMunicipalities::builtIn().fullName( code ) : QString(), QString() };
}

QStringList CaStatistics::columnsOf( const QStringList &metrics ) const
{
  QStringList columns;
  CaSqliteQuery names = mDatabase.prepare( QStringLiteral( "SELECT name FROM pragma_table_info('figures')" ) );
  while ( names.next() )
  {
    if ( metrics.contains( names.text( 0 ) ) )
      columns << names.text( 0 );
  }
  return columns;
}

QMap<QString, CaOwner> CaStatistics::owners( const QStringList &kinds, const QStringList &metrics, int fiscalYear ) const
{
  const QMutexLocker locker( &mMutex );
  QMap<QString, CaOwner> owners;
  const QString common = among( "owner_kind", kinds.size() ) + among( "fiscal_year", fiscalYear == 0 ? 0 : 1 );
  auto read = [&]( const QString &sql, const QStringList &texts )
  {
    CaSqliteQuery rows = mDatabase.prepare( sql );
    int parameter = 0;
    for ( const QString &kind : kinds )
      rows.bind( parameter++, kind );
    if ( fiscalYear != 0 )
      rows.bind( parameter++, fiscalYear );
    for ( const QString &text : texts )
      rows.bind( parameter++, text );
    while ( rows.next() )
    {
      const QString code = rows.text( 1 );
      owners.insert( code, owner( rows.text( 0 ), code ) );
    }
  };
  const QStringList columns = columnsOf( metrics );
  QStringList known;
  for ( const QString &column : columns )
    known << hasFigure( column );
  if ( metrics.isEmpty() || !columns.isEmpty() )
    read( QStringLiteral( "SELECT DISTINCT owner_kind, owner_code FROM figures WHERE fiscal_year IS NOT NULL%1%2" )
              .arg( common, known.isEmpty() ? QString() : QStringLiteral( " AND (%1)" ).arg( known.join( QLatin1String( " OR " ) ) ) ),
          {} );
  // Of the shipped figures not all metrics are columns.
  read( QStringLiteral( "SELECT DISTINCT owner_kind, owner_code FROM participation WHERE fiscal_year IS NOT NULL%1%2" )
            .arg( common, among( "metric", metrics.size() ) ),
        metrics );
  return owners;
}

QMap<QString, QVector<int>> CaStatistics::years( const QStringList &kinds, const QStringList &metrics ) const
{
  const QMutexLocker locker( &mMutex );
  QMap<QString, QMap<int, bool>> found;
  const QStringList columns = columnsOf( metrics );
  QStringList known{ QStringLiteral( "fiscal_year" ) };
  for ( const QString &column : columns )
    known << QStringLiteral( "max(%1)" ).arg( hasFigure( column ) );
  CaSqliteQuery figures = mDatabase.prepare( QStringLiteral( "SELECT %1 FROM figures WHERE fiscal_year IS NOT NULL%2 GROUP BY fiscal_year" )
                                                 .arg( known.join( QLatin1String( ", " ) ), among( "owner_kind", kinds.size() ) ) );
  CaSqliteQuery shipped =
      mDatabase.prepare( QStringLiteral( "SELECT DISTINCT fiscal_year, metric FROM participation WHERE fiscal_year IS NOT NULL%1%2" )
                             .arg( among( "owner_kind", kinds.size() ), among( "metric", metrics.size() ) ) );
  for ( int i = 0; i < kinds.size(); ++i )
  {
    figures.bind( i, kinds.at( i ) );
    shipped.bind( i, kinds.at( i ) );
  }
  for ( int i = 0; i < metrics.size(); ++i )
    shipped.bind( static_cast<int>( kinds.size() ) + i, metrics.at( i ) );
  while ( figures.next() )
  {
    for ( int i = 0; i < columns.size(); ++i )
    {
      if ( figures.integer( i + 1 ) != 0 )
        found[columns.at( i )].insert( static_cast<int>( figures.integer( 0 ) ), true );
    }
  }
  while ( shipped.next() )
    found[shipped.text( 1 )].insert( static_cast<int>( shipped.integer( 0 ) ), true );
  QMap<QString, QVector<int>> years;
  for ( auto it = found.constBegin(); it != found.constEnd(); ++it )
    years.insert( it.key(), it->keys().toVector() );
  return years;
}

QVector<int> CaStatistics::years( const QStringList &kinds ) const
{
  QMap<int, bool> all;
  const QMap<QString, QVector<int>> byMetric = years( kinds, mMetrics.keys() );
  for ( const QVector<int> &years : byMetric )
  {
    for ( const int year : years )
      all.insert( year, true );
  }
  return all.keys().toVector();
}

QString CaStatistics::severalRows( int fiscalYear ) const
{
  const QMutexLocker locker( &mMutex );
  CaSqliteQuery rows = mDatabase.prepare(
      QStringLiteral( "SELECT owner_code FROM figures WHERE fiscal_year = ? GROUP BY owner_code HAVING count(*) > 1 LIMIT 1" ) );
  return rows.bind( 0, fiscalYear ).next() ? rows.text( 0 ) : QString();
}
