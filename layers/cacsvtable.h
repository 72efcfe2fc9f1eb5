// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "caexport.h"

#include <QByteArray>
#include <QHash>
#include <QString>
#include <QStringList>
#include <QVector>

class CaPackProblems;

/**
 * \brief A CSV file as RFC 4180 has it, read without any guessing.
 *
 * UTF-8 without byte order mark, comma, first line is the header, each record has as many fields as the header. Lines may end
 * in LF or CR LF. Whatever else is found is a problem with its line, never repaired: these files are the source of truth.
 */
class CA_EXPORT CaCsvTable
{
public:
  //! A record and the line on which it starts, from 1.
  struct Row
  {
    QStringList fields;
    int line = 0;
  };

  CaCsvTable() = default;

  /**
   * Reads the file at \a path. Problems are reported for the file \a name.
   * \returns the records that could be read; a table without columns if there is none.
   */
  static CaCsvTable read( const QString &path, const QString &name, CaPackProblems &problems );

  //! Reads \a bytes as read() does.
  static CaCsvTable parse( const QByteArray &bytes, const QString &name, CaPackProblems &problems );

  //! Returns the name used in problems.
  QString name() const { return mName; }

  //! Returns the names of the columns.
  QStringList columns() const { return mColumns; }

  //! Returns true if there is a column with this name.
  bool hasColumn( const QString &column ) const { return mIndex.contains( column ); }

  //! Returns the number of records.
  int size() const { return mRows.size(); }

  //! Returns the line on which record \a row starts.
  int line( int row ) const { return mRows.at( row ).line; }

  //! Returns a field; empty if it is empty or if there is no such column.
  QString value( int row, const QString &column ) const;

private:
  void addRecord( const Row &record, CaPackProblems &problems );
  void setHeader( const Row &record, CaPackProblems &problems );

  QString mName;
  QStringList mColumns;
  QHash<QString, int> mIndex;
  QVector<Row> mRows;
  bool mHasHeader = false;
};
