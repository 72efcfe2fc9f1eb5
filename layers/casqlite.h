// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "caexport.h"

#include <QByteArray>
#include <QCoreApplication>
#include <QString>

#include <memory>
#include <optional>

class QgsFeedback;
struct sqlite3;
struct sqlite3_stmt;

/**
 * \brief A prepared statement of CaSqlite: values are bound, never written into SQL. Parameters and columns count from 0.
 *
 * Must not outlive its database. Not thread safe.
 */
class CA_EXPORT CaSqliteQuery
{
public:
  CaSqliteQuery() = default;
  ~CaSqliteQuery();
  CaSqliteQuery( CaSqliteQuery &&other ) noexcept;
  CaSqliteQuery &operator=( CaSqliteQuery &&other ) noexcept;

  CaSqliteQuery &bind( int parameter, const QString &text );
  CaSqliteQuery &bind( int parameter, const char *text ) = delete;
  //! Binds UTF-8 without a copy: it must stay until another value is bound, or the query goes.
  CaSqliteQuery &bindKept( int parameter, const char *utf8, int size );
  CaSqliteQuery &bindKept( int parameter, const QByteArray &utf8 ) { return bindKept( parameter, utf8.constData(), utf8.size() ); }
  CaSqliteQuery &bindKept( int parameter, QByteArray &&utf8 ) = delete;
  CaSqliteQuery &bind( int parameter, qlonglong number );
  CaSqliteQuery &bind( int parameter, int number ) { return bind( parameter, static_cast<qlonglong>( number ) ); }
  CaSqliteQuery &bind( int parameter, double number );
  CaSqliteQuery &bind( int parameter, std::optional<double> number );
  CaSqliteQuery &bindNull( int parameter );

  //! Steps to the next row. \returns FALSE at the end or if it failed, see failed()
  bool next();

  //! Runs a statement without rows, and makes it ready to run again.
  bool run();

  //! Makes the statement ready to run again, and gives back its lock.
  void reset();

  bool failed() const { return mFailed; }

  //! Returns whether it failed because a row broke a constraint such as a unique index.
  bool failedByConstraint() const { return mConstraint; }

  bool isNull( int column ) const;
  QString text( int column ) const;
  qlonglong integer( int column ) const;
  double number( int column ) const;
  std::optional<double> optionalNumber( int column ) const;

private:
  friend class CaSqlite;
  sqlite3_stmt *mStatement = nullptr;
  bool mFailed = true;
  bool mConstraint = false;
};

/**
 * \brief A connection to an SQLite file with errors in sentences. QGIS and GDAL may have the file open as well: its journal mode
 * stays as it is, and locks of others are waited for some seconds.
 */
class CA_EXPORT CaSqlite
{
  Q_DECLARE_TR_FUNCTIONS( CaSqlite )

public:
  enum class Access
  {
    ReadOnly,
    ReadWrite
  };

  CaSqlite() = default;
  ~CaSqlite();
  CaSqlite( CaSqlite &&other ) noexcept;
  CaSqlite &operator=( CaSqlite &&other ) noexcept;

  //! Opens \a fileName, which must be there. A transaction that was cut off by a crash is rolled back if the file can be written.
  static std::optional<CaSqlite> open( const QString &fileName, Access access, QString *error );

  /**
   * Rolls back what a crash has left half written in \a fileName: whoever opens a file for reading only cannot, and takes it for
   * damaged. Does nothing if there is nothing to roll back, or the file cannot be written.
   */
  static void recover( const QString &fileName );

  CaSqliteQuery prepare( const QString &sql );

  //! Runs \a sql, which may hold several statements and must hold no text from data.
  bool execute( const QString &sql, QString *error );

  //! Returns the first column of the first row of \a sql as text.
  QString value( const QString &sql );

  //! Returns a sentence for the last failure that names the file and says what to do.
  QString lastError() const;

  //! Returns \a name as an SQL identifier.
  static QString quotedName( const QString &name );

  //! Sets how long locks of others are waited for, in milliseconds.
  void setBusyTimeout( int milliseconds );

private:
  friend class CaSqliteInterrupt;
  sqlite3 *mDatabase = nullptr;
  QString mFileName;
};

/**
 * \brief Stops whatever statement runs when a feedback is canceled, for as long as this lives.
 */
class CA_EXPORT CaSqliteInterrupt
{
public:
  //! \a feedback may be null.
  CaSqliteInterrupt( CaSqlite &database, QgsFeedback *feedback );
  ~CaSqliteInterrupt();
  CaSqliteInterrupt( const CaSqliteInterrupt & ) = delete;
  CaSqliteInterrupt &operator=( const CaSqliteInterrupt & ) = delete;

private:
  CaSqlite &mDatabase;
};

/**
 * \brief A write transaction that is undone unless it is committed.
 */
class CA_EXPORT CaSqliteTransaction
{
public:
  explicit CaSqliteTransaction( CaSqlite &database )
      : mDatabase( database )
  {
  }
  ~CaSqliteTransaction();
  CaSqliteTransaction( const CaSqliteTransaction & ) = delete;
  CaSqliteTransaction &operator=( const CaSqliteTransaction & ) = delete;

  bool begin( QString *error );
  bool commit( QString *error );

private:
  CaSqlite &mDatabase;
  bool mOpen = false;
};
