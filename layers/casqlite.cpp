// SPDX-License-Identifier: GPL-2.0-or-later
#include "casqlite.h"

#include <qgsfeedback.h>

#include <QFileInfo>

#include <sqlite3.h>

#include <utility>

namespace
{
constexpr int BUSY_TIMEOUT = 5000;      // milliseconds: longer than QGIS needs to draw a layer
constexpr int INTERRUPT_EVERY = 100000; // SQLite's instructions: some milliseconds

int isCanceled( void *feedback )
{
  return static_cast<QgsFeedback *>( feedback )->isCanceled() ? 1 : 0;
}
} // namespace

CaSqliteQuery::~CaSqliteQuery()
{
  sqlite3_finalize( mStatement );
}

CaSqliteQuery::CaSqliteQuery( CaSqliteQuery &&other ) noexcept
    : mStatement( std::exchange( other.mStatement, nullptr ) )
    , mFailed( other.mFailed )
    , mConstraint( other.mConstraint )
{
}

CaSqliteQuery &CaSqliteQuery::operator=( CaSqliteQuery &&other ) noexcept
{
  std::swap( mStatement, other.mStatement );
  mFailed = other.mFailed;
  mConstraint = other.mConstraint;
  return *this;
}

CaSqliteQuery &CaSqliteQuery::bind( int parameter, const QString &text )
{
  const QByteArray utf8 = text.toUtf8();
  sqlite3_bind_text( mStatement, parameter + 1, utf8.constData(), utf8.size(), SQLITE_TRANSIENT );
  return *this;
}

CaSqliteQuery &CaSqliteQuery::bindKept( int parameter, const char *utf8, int size )
{
  sqlite3_bind_text( mStatement, parameter + 1, utf8, size, SQLITE_STATIC );
  return *this;
}

CaSqliteQuery &CaSqliteQuery::bind( int parameter, qlonglong number )
{
  sqlite3_bind_int64( mStatement, parameter + 1, number );
  return *this;
}

CaSqliteQuery &CaSqliteQuery::bind( int parameter, double number )
{
  sqlite3_bind_double( mStatement, parameter + 1, number );
  return *this;
}

CaSqliteQuery &CaSqliteQuery::bind( int parameter, std::optional<double> number )
{
  return number ? bind( parameter, *number ) : bindNull( parameter );
}

CaSqliteQuery &CaSqliteQuery::bindNull( int parameter )
{
  sqlite3_bind_null( mStatement, parameter + 1 );
  return *this;
}

bool CaSqliteQuery::next()
{
  const int result = mStatement ? sqlite3_step( mStatement ) : SQLITE_MISUSE;
  mFailed = result != SQLITE_ROW && result != SQLITE_DONE;
  mConstraint = ( result & 0xff ) == SQLITE_CONSTRAINT;
  return result == SQLITE_ROW;
}

bool CaSqliteQuery::run()
{
  next();
  const bool ran = !mFailed;
  reset();
  return ran;
}

void CaSqliteQuery::reset()
{
  sqlite3_reset( mStatement );
}

bool CaSqliteQuery::isNull( int column ) const
{
  return sqlite3_column_type( mStatement, column ) == SQLITE_NULL;
}

QString CaSqliteQuery::text( int column ) const
{
  const auto *utf8 = reinterpret_cast<const char *>( sqlite3_column_text( mStatement, column ) );
  return QString::fromUtf8( utf8, sqlite3_column_bytes( mStatement, column ) );
}

qlonglong CaSqliteQuery::integer( int column ) const
{
  return sqlite3_column_int64( mStatement, column );
}

double CaSqliteQuery::number( int column ) const
{
  return sqlite3_column_double( mStatement, column );
}

std::optional<double> CaSqliteQuery::optionalNumber( int column ) const
{
  return isNull( column ) ? std::nullopt : std::optional<double>( number( column ) );
}

CaSqlite::~CaSqlite()
{
  sqlite3_close_v2( mDatabase );
}

CaSqlite::CaSqlite( CaSqlite &&other ) noexcept
    : mDatabase( std::exchange( other.mDatabase, nullptr ) )
    , mFileName( std::move( other.mFileName ) )
{
}

CaSqlite &CaSqlite::operator=( CaSqlite &&other ) noexcept
{
  std::swap( mDatabase, other.mDatabase );
  std::swap( mFileName, other.mFileName );
  return *this;
}

std::optional<CaSqlite> CaSqlite::open( const QString &fileName, Access access, QString *error )
{
  CaSqlite database;
  database.mFileName = fileName;
  if ( !QFileInfo::exists( fileName ) )
  {
    *error = tr( "%1 is not there. Choose a file that is." ).arg( fileName );
    return std::nullopt;
  }
  // Without locks of its own: one thread at a time is agreed, and millions of calls cost.
  const int flags = SQLITE_OPEN_NOMUTEX | ( access == Access::ReadOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE );
  bool readable = sqlite3_open_v2( fileName.toUtf8().constData(), &database.mDatabase, flags, nullptr ) == SQLITE_OK;
  database.setBusyTimeout( BUSY_TIMEOUT );
  // The file is only looked at now.
  readable = readable && sqlite3_exec( database.mDatabase, "SELECT 1 FROM sqlite_master", nullptr, nullptr, nullptr ) == SQLITE_OK;
  if ( !readable )
  {
    *error = database.lastError();
    return std::nullopt;
  }
  return database;
}

void CaSqlite::recover( const QString &fileName )
{
  QString ignored; // whoever opens the file next says it
  if ( QFileInfo::exists( fileName + QLatin1String( "-journal" ) ) )
    open( fileName, Access::ReadWrite, &ignored );
}

CaSqliteQuery CaSqlite::prepare( const QString &sql )
{
  CaSqliteQuery query;
  const QByteArray utf8 = sql.toUtf8();
  query.mFailed = sqlite3_prepare_v2( mDatabase, utf8.constData(), utf8.size(), &query.mStatement, nullptr ) != SQLITE_OK;
  return query;
}

bool CaSqlite::execute( const QString &sql, QString *error )
{
  if ( sqlite3_exec( mDatabase, sql.toUtf8().constData(), nullptr, nullptr, nullptr ) == SQLITE_OK )
    return true;
  *error = lastError();
  return false;
}

QString CaSqlite::value( const QString &sql )
{
  CaSqliteQuery query = prepare( sql );
  return query.next() ? query.text( 0 ) : QString();
}

QString CaSqlite::lastError() const
{
  switch ( sqlite3_errcode( mDatabase ) & 0xff )
  {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return tr( "%1 is being used by another program or an open edit session. Nothing was changed: finish there and try again." )
          .arg( mFileName );
    case SQLITE_FULL:
    case SQLITE_IOERR:
      return tr( "%1 could not be written to the end. Nothing was changed: make room on the disk, see that the drive is connected, and try "
                 "again." )
          .arg( mFileName );
    case SQLITE_INTERRUPT:
      return tr( "Canceled: nothing was changed." );
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_CANTOPEN:
      return tr( "%1 cannot be opened or written: the file or its folder is write-protected. Use a copy in a folder you may write to." )
          .arg( mFileName );
    case SQLITE_NOTADB:
    case SQLITE_CORRUPT:
      return tr( "%1 cannot be read as a GeoPackage: it is damaged or another kind of file. Take a fresh copy of the data pack." )
          .arg( mFileName );
    default:
      return tr( "%1 cannot be read or written as expected (%2). Take a fresh copy of the data pack." )
          .arg( mFileName, QString::fromUtf8( sqlite3_errmsg( mDatabase ) ) );
  }
}

QString CaSqlite::quotedName( const QString &name )
{
  QString escaped = name;
  return QLatin1Char( '"' ) + escaped.replace( QLatin1Char( '"' ), QLatin1String( "\"\"" ) ) + QLatin1Char( '"' );
}

void CaSqlite::setBusyTimeout( int milliseconds )
{
  sqlite3_busy_timeout( mDatabase, milliseconds );
}

CaSqliteTransaction::~CaSqliteTransaction()
{
  QString ignored; // SQLite itself may have undone the transaction already
  if ( mOpen )
    mDatabase.execute( QStringLiteral( "ROLLBACK" ), &ignored );
}

bool CaSqliteTransaction::begin( QString *error )
{
  mOpen = mDatabase.execute( QStringLiteral( "BEGIN IMMEDIATE" ), error );
  return mOpen;
}

bool CaSqliteTransaction::commit( QString *error )
{
  if ( !mDatabase.execute( QStringLiteral( "COMMIT" ), error ) )
    return false;
  mOpen = false;
  return true;
}

CaSqliteInterrupt::CaSqliteInterrupt( CaSqlite &database, QgsFeedback *feedback )
    : mDatabase( database )
{
  if ( feedback )
    sqlite3_progress_handler( mDatabase.mDatabase, INTERRUPT_EVERY, isCanceled, feedback );
}

CaSqliteInterrupt::~CaSqliteInterrupt()
{
  sqlite3_progress_handler( mDatabase.mDatabase, 0, nullptr, nullptr );
}
