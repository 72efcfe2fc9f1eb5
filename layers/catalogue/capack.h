// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "caexport.h"

#include <QCoreApplication>
#include <QMap>
#include <QString>
#include <QStringList>
#include <QVariant>
#include <QVector>

#include <functional>
#include <optional>

//! A column of a table in the data pack, as a user meets it.
struct CA_EXPORT CaPackColumn
{
  QString name;                       //!< Name in the database
  QMap<QString, QString> alias;       //!< Name for people, by language
  QMap<QString, QString> description; //!< One sentence, by language
  QString formGroup;                  //!< Tab of the attribute form: overview, figures, source or hidden
};

//! A table of the data pack, as a user meets it. Maps are by language.
struct CA_EXPORT CaPackTable
{
  QString name;                        //!< Name in the database
  QMap<QString, QString> title;        //!< Title
  QMap<QString, QString> abstractText; //!< What it holds and how far it can be trusted
  QMap<QString, QString> credit;       //!< Credit line to print
  QString licence;                     //!< Terms of use
  QVector<CaPackColumn> columns;       //!< In the order of the table
};

/**
 * \brief A data pack (`clusteratlas.gpkg`): what it says of itself, its tables, columns and fiscal years.
 *
 * Everything is read when the pack is opened, by one read-only connection that is closed again, so that
 * looking at a pack never changes a byte of it and never locks it. Values can be copied between threads.
 */
class CA_EXPORT CaPack
{
  Q_DECLARE_TR_FUNCTIONS( CaPack )

public:
  /**
   * Opens \a fileName.
   * \param error is set to a sentence that names the file and says what to do
   * \returns nothing if the file is missing, damaged, not a GeoPackage, or not a data pack of this version
   */
  static std::optional<CaPack> open( const QString &fileName, QString *error );

  /**
   * Copies the pack to \a target, beside it first and then renamed: the target is whole or not there.
   * An existing target is replaced only if \a overwrite is set.
   */
  bool copyTo( const QString &target, bool overwrite, QString *error ) const;

  //! Returns the file the pack was read from.
  QString fileName() const { return mFileName; }

  //! Returns a value of the pack about itself: `version`, `data_date`, `title_ja`, ...
  QString info( const QString &key ) const { return mInfo.value( key ); }

  //! Returns the fiscal years (April to March) with any figure, ascending.
  QVector<int> fiscalYears() const { return mFiscalYears; }

  //! Returns a sentence to show when \a year has no figures at all, empty if it has some.
  QString fiscalYearError( int year ) const;

  //! Returns the table called \a name; its name is empty if there is none.
  CaPackTable table( const QString &name ) const { return mTables.value( name ); }

  //! Returns the names for people of the metrics by code, in \a language, with their units.
  QMap<QString, QString> metricNames( const QString &language ) const { return mMetricNames.value( language ); }

  /**
   * Reads the \a columns of \a table, row by row in the order of the table, over a read-only connection of its own.
   * \returns FALSE and sets \a error if the file or the table can no longer be read
   */
  bool readTable( const QString &table, const QStringList &columns, const std::function<void( const QStringList &values )> &use,
                  QString *error ) const;

private:
  CaPack() = default;
  bool read( QString *error );

  QString mFileName;
  QMap<QString, QString> mInfo;
  QVector<int> mFiscalYears;
  QMap<QString, CaPackTable> mTables;
  QMap<QString, QMap<QString, QString>> mMetricNames;
};
