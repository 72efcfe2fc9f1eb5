// SPDX-License-Identifier: GPL-2.0-or-later
#include "capack.h"

#include "cafiles.h"
#include "calanguage.h"
#include "capaths.h"
#include "casqlite.h"

#include <QFileInfo>

#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <functional>

namespace
{

constexpr QLatin1String SUPPORTED_SCHEMA( "1" );

GDALDatasetUniquePtr openReadOnly( const QString &fileName )
{
  static const char *const drivers[] = { "GPKG", nullptr };
  // The shipped pack never changes: no lock, no journal, no -wal or -shm beside it. A working copy may be in use.
  static const char *const immutable[] = { "IMMUTABLE=YES", nullptr };
  const bool isShipped = fileName == CaPaths::installedPack();
  const char *const *options = isShipped ? immutable : nullptr;
  if ( !isShipped )
    CaSqlite::recover( fileName );
  const CPLErrorStateBackuper errorState;
  const CPLErrorHandlerPusher quiet( CPLQuietErrorHandler );
  return GDALDatasetUniquePtr( GDALDataset::Open( fileName.toUtf8().constData(), GDAL_OF_VECTOR | GDAL_OF_READONLY, drivers, options ) );
}

//! Calls \a use for each row of \a sql; \returns whether the query ran.
bool forEachRow( GDALDataset *dataset, const QString &sql, const std::function<void( const OGRFeature & )> &use )
{
  const CPLErrorStateBackuper errorState;
  const CPLErrorHandlerPusher quiet( CPLQuietErrorHandler );
  CPLErrorReset();
  OGRLayer *result = dataset->ExecuteSQL( sql.toUtf8().constData(), nullptr, nullptr );
  if ( !result )
    return false;
  for ( const OGRFeatureUniquePtr &row : *result )
    use( *row );
  const bool ran = CPLGetLastErrorType() < CE_Failure;
  dataset->ReleaseResultSet( result );
  return ran;
}

QString text( const OGRFeature &row, const char *column )
{
  return QString::fromUtf8( row.GetFieldAsString( column ) );
}

QMap<QString, QString> texts( const OGRFeature &row, const QString &prefix )
{
  QMap<QString, QString> byLanguage;
  const QStringList languages = CaLanguage::codes();
  for ( const QString &language : languages )
    byLanguage.insert( language, text( row, ( prefix + QLatin1Char( '_' ) + language ).toUtf8().constData() ) );
  return byLanguage;
}

} // namespace

std::optional<CaPack> CaPack::open( const QString &fileName, QString *error )
{
  CaPack pack;
  pack.mFileName = fileName;
  QString reason;
  if ( !pack.read( &reason ) )
  {
    if ( error )
      *error = reason;
    return std::nullopt;
  }
  return pack;
}

bool CaPack::read( QString *error )
{
  if ( !QFileInfo::exists( mFileName ) )
  {
    *error = tr( "The data pack %1 is not there. Put it back beside the project, or make a new project with “New cluster project…”." )
                 .arg( mFileName );
    return false;
  }
  GDALAllRegister();
  const GDALDatasetUniquePtr dataset = openReadOnly( mFileName );
  bool sound = false;
  if ( dataset )
    forEachRow( dataset.get(), QStringLiteral( "PRAGMA quick_check(1)" ),
                [&sound]( const OGRFeature &row ) { sound = qstrcmp( row.GetFieldAsString( 0 ), "ok" ) == 0; } );
  if ( !sound )
  {
    *error = tr( "%1 cannot be read as a GeoPackage: it is damaged or another kind of file. Take a fresh copy of the data pack." )
                 .arg( mFileName );
    return false;
  }

  const bool isPack =
      dataset->GetLayerByName( "pack_info" ) && dataset->GetLayerByName( "pack_tables" ) && dataset->GetLayerByName( "pack_columns" );
  if ( isPack )
    forEachRow( dataset.get(), QStringLiteral( "SELECT key, value FROM pack_info" ),
                [this]( const OGRFeature &row ) { mInfo.insert( text( row, "key" ), text( row, "value" ) ); } );
  if ( mInfo.value( QStringLiteral( "version" ) ).isEmpty() )
  {
    *error = tr( "%1 is a GeoPackage, but not a Cluster Atlas data pack. Choose another file or folder." ).arg( mFileName );
    return false;
  }
  if ( mInfo.value( QStringLiteral( "schema" ) ) != SUPPORTED_SCHEMA )
  {
    *error = tr( "The data pack %1 has schema %2, this Cluster Atlas reads schema %3. Update Cluster Atlas or the pack." )
                 .arg( mFileName, mInfo.value( QStringLiteral( "schema" ) ), SUPPORTED_SCHEMA );
    return false;
  }

  bool complete = forEachRow( dataset.get(), QStringLiteral( "SELECT * FROM pack_tables" ),
                              [this]( const OGRFeature &row )
                              {
                                CaPackTable table;
                                table.name = text( row, "name" );
                                table.title = texts( row, QStringLiteral( "title" ) );
                                table.abstractText = texts( row, QStringLiteral( "abstract" ) );
                                table.credit = texts( row, QStringLiteral( "credit" ) );
                                table.licence = text( row, "licence" );
                                mTables.insert( table.name, table );
                              } );
  complete &= forEachRow( dataset.get(), QStringLiteral( "SELECT * FROM pack_columns ORDER BY table_name, seq" ),
                          [this]( const OGRFeature &row )
                          {
                            const CaPackColumn column{ text( row, "name" ), texts( row, QStringLiteral( "alias" ) ),
                                                       texts( row, QStringLiteral( "description" ) ), text( row, "form_group" ) };
                            mTables[text( row, "table_name" )].columns << column;
                          } );
  complete &= forEachRow( dataset.get(), QStringLiteral( "SELECT fiscal_year FROM fiscal_years ORDER BY fiscal_year" ),
                          [this]( const OGRFeature &row ) { mFiscalYears << row.GetFieldAsInteger( 0 ); } );
  complete &=
      forEachRow( dataset.get(), QStringLiteral( "SELECT code, name_ja, name_en, unit_ja, unit_en FROM metrics" ),
                  [this]( const OGRFeature &row )
                  {
                    const QMap<QString, QString> names = texts( row, QStringLiteral( "name" ) );
                    const QMap<QString, QString> units = texts( row, QStringLiteral( "unit" ) );
                    for ( auto it = names.constBegin(); it != names.constEnd(); ++it )
                      mMetricNames[it.key()].insert( text( row, "code" ), tr( "%1 (%2)" ).arg( it.value(), units.value( it.key() ) ) );
                  } );
  if ( !complete )
    *error = tr( "The data pack %1 lacks tables it should have. Take a fresh copy of it." ).arg( mFileName );
  return complete;
}

bool CaPack::readTable( const QString &table, const QStringList &columns, const std::function<void( const QStringList &values )> &use,
                        QString *error ) const
{
  const GDALDatasetUniquePtr dataset = openReadOnly( mFileName );
  // With its table before it, a column that is not there is an error; alone in quotes, SQLite takes it for a text.
  const QString sql = QStringLiteral( "SELECT \"%2\".\"%1\" FROM \"%2\" ORDER BY rowid" )
                          .arg( columns.join( QStringLiteral( "\", \"%1\".\"" ).arg( table ) ), table );
  auto useRow = [&columns, &use]( const OGRFeature &row )
  {
    QStringList values;
    for ( const QString &column : columns )
      values << text( row, column.toUtf8().constData() );
    use( values );
  };
  if ( dataset && forEachRow( dataset.get(), sql, useRow ) )
    return true;
  if ( error )
    *error = tr( "The table %1 of the data pack %2 cannot be read. Take a fresh copy of the pack." ).arg( table, mFileName );
  return false;
}

QString CaPack::fiscalYearError( int year ) const
{
  if ( mFiscalYears.contains( year ) )
    return QString();
  QStringList years;
  for ( const int known : mFiscalYears )
    years << QString::number( known );
  return tr( "There is no figure for fiscal year %1. Years with figures: %2." ).arg( year ).arg( years.join( QStringLiteral( ", " ) ) );
}

bool CaPack::copyTo( const QString &target, bool overwrite, QString *error ) const
{
  return CaFiles::copy( mFileName, target, overwrite, error );
}
