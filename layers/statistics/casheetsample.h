// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "catablesource.h"

#include <QStringList>
#include <QVector>

#include <optional>

/**
 * \brief The first rows of a sheet: what a preview shows, and what its understanding is guessed from.
 */
class CA_EXPORT CaSheetSample
{
public:
  //! Rows that are read unless told otherwise.
  static constexpr int ROWS = 200;

  /**
   * Reads the first \a rows rows of \a sheet of \a source, which is left before the first row again.
   * \returns nothing if the sheet cannot be read so far
   */
  static std::optional<CaSheetSample> read( CaTableSource &source, int sheet, QString *error, int rows = ROWS );

  //! Returns the name of the file without its folder.
  QString file() const { return mFile; }

  QString sheet() const { return mSheet; }
  QString encoding() const { return mEncoding; }
  QChar delimiter() const { return mDelimiter; }

  //! Returns the number of rows, blank ones counted.
  int rowCount() const { return mRows.size(); }

  //! Returns the number of columns of the longest row.
  int columnCount() const { return mColumns; }

  //! Returns the text of a cell without space around it; \a row is counted from 1, \a column from 0. Empty outside.
  QString text( int row, int column ) const;

  //! Returns the text of a cell, or that of the merged cells it is part of.
  QString merged( int row, int column ) const;

  CaCellKind kind( int row, int column ) const;

  //! Returns the texts of a row without blank cells; of merged cells once.
  QStringList texts( int row ) const;

private:
  struct Cell
  {
    QString text;
    CaCellKind kind = CaCellKind::Blank;
  };

  QString mFile;
  QString mSheet;
  QString mEncoding;
  QChar mDelimiter;
  int mColumns = 0;
  QVector<QVector<Cell>> mRows;
  QVector<CaCellRange> mMerged; //!< As far as they begin in these rows
};
