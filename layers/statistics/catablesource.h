// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "caexport.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QString>
#include <QStringView>
#include <QVector>

#include <memory>

class QgsFeedback;

//! What a cell holds, as far as the format of the file tells: all is text in a CSV.
enum class CaCellKind
{
  Blank,  //!< Nothing, or only spaces
  Text,   //!< Text
  Number, //!< A number: digits with `.`, scaled and with `%` as the sheet shows it
  Date,   //!< A date as `2009-04-01`, which Excel may have made of a code
  Error   //!< `#REF!` and its like, or a formula whose value was never saved
};

//! A cell. Its text lives in the source, until the next row is read.
struct CA_EXPORT CaCell
{
  QStringView text;
  CaCellKind kind = CaCellKind::Blank;
};

//! A row of cells, from column A on; blank cells at the end may be left out.
struct CA_EXPORT CaTableRow
{
  int number = 0; //!< As in an address: `C12` is in row 12
  QVector<CaCell> cells;

  //! Returns the cell in \a column, counted from 0; a blank one beyond the last.
  CaCell at( int column ) const { return column < cells.size() ? cells.at( column ) : CaCell(); }
};

//! A rectangle of merged cells; columns from 0, rows from 1, all inclusive.
struct CA_EXPORT CaCellRange
{
  int firstColumn = 0;
  int firstRow = 0;
  int lastColumn = 0;
  int lastRow = 0;
};

//! A sheet of a file.
struct CA_EXPORT CaSheet
{
  QString name; //!< Empty for files without sheets
  bool isHidden = false;
};

//! What a file may ask for before it is refused, so that memory stays bounded whatever is in it.
struct CA_EXPORT CaTableLimits
{
  int columns = 16384;             //!< As in Excel
  int rows = 50000000;             //!< Rows of a sheet
  int cellLength = 1000000;        //!< Characters of a cell; Excel allows 32,767
  int rowLength = 20000000;        //!< Characters of a row
  qint64 unzipped = 4LL << 30;     //!< Bytes unzipped from a workbook while a sheet is read
  qint64 sharedText = 512LL << 20; //!< Characters of the texts an XLSX keeps apart from its sheets
  int mergedRanges = 200000;       //!< Merged ranges of a sheet
};

//! How to read a file.
struct CA_EXPORT CaTableOptions
{
  QString encoding;           //!< One of CaTextEncoding::names(); detected if empty
  QString rememberedEncoding; //!< Taken if the file itself leaves open which it is
  QChar delimiter;            //!< `,` `;` or tab; detected if null
  int chunk = 1 << 18;        //!< Bytes of a text file that are read at a time
  CaTableLimits limits;
};

//! What came of reading a row.
enum class CaRead
{
  Row,
  End,
  Failed
};

/**
 * \brief A file with tables, read row by row.
 *
 * CSV, TSV, XLSX, XLS, ODS and DBF. Memory does not grow with the number of rows (XLSX: but with its shared texts; XLS and DBF:
 * what GDAL takes). Errors name file, sheet and cell and say what to do. Not thread safe, but bound to no thread.
 */
class CA_EXPORT CaTableSource
{
  Q_DECLARE_TR_FUNCTIONS( CaTableSource )

public:
  virtual ~CaTableSource() = default;
  CaTableSource( const CaTableSource & ) = delete;
  CaTableSource &operator=( const CaTableSource & ) = delete;

  /**
   * Opens \a fileName as what it is, by its content and then by its name.
   * \param feedback ends reading when cancelled; may be null, must live as long as the source
   * \returns null if it cannot be read
   */
  static std::unique_ptr<CaTableSource> open( const QString &fileName, const CaTableOptions &options, QgsFeedback *feedback,
                                              QString *error );

  //! Returns the address of a cell, such as `C12`; \a column is counted from 0, \a row from 1.
  static QString address( int column, int row );

  //! Returns the column and row of an address such as `C12` or `$C$12`; the row is 0 if it is none.
  static std::pair<int, int> cellAt( QStringView address );

  QString fileName() const { return mFileName; }

  //! Returns the sheets in their order: at least one.
  virtual QVector<CaSheet> sheets() const { return { CaSheet() }; }

  //! Goes before the first row of a sheet, which may be the one that is open.
  bool openSheet( int sheet, QString *error );

  //! Returns the index of the open sheet, -1 before openSheet().
  int sheet() const { return mSheet; }

  //! Returns the name of the open sheet.
  QString sheetName() const { return mSheet < 0 ? QString() : sheets().at( mSheet ).name; }

  /**
   * Reads the next row. Rows come in ascending order; rows without any cell may be left out.
   * The end is only reached if the file is still what it was when it was opened.
   */
  CaRead next( CaTableRow &row, QString *error );

  //! Reads the merged cells of the open sheet, without a step in its rows.
  virtual bool readMergedRanges( QVector<CaCellRange> &ranges, QString *error );

  //! Returns true for what a spreadsheet shows in place of a value it could not compute, such as `#REF!`.
  static bool isErrorText( QStringView text );

  //! Returns the encoding in use, empty for formats that have no choice.
  virtual QString encoding() const { return QString(); }

  //! Returns the delimiter in use, null for formats without.
  virtual QChar delimiter() const { return QChar(); }

  //! Returns how much of the sheet has been read, from 0 to 1, as far as that is known.
  virtual double progress() const { return 0; }

protected:
  CaTableSource( const QString &fileName, const CaTableOptions &options, QgsFeedback *feedback );

  virtual bool rewind( int sheet, QString *error ) = 0;
  virtual CaRead readRow( CaTableRow &row, QString *error ) = 0;

  const CaTableOptions &options() const { return mOptions; }
  bool isCanceled() const;
  QgsFeedback *feedback() const { return mFeedback; }

  //! Returns file, sheet and cell as a sentence begins.
  QString place( int column, int row ) const;

  //! Sets the error for a cell with more characters than the limit.
  CaRead tooLong( int column, int row, QString *error ) const;
  CaRead tooManyColumns( int row, QString *error ) const;

private:
  bool isUnchanged( QString *error ) const;

  QString mFileName;
  CaTableOptions mOptions;
  QgsFeedback *mFeedback = nullptr;
  qint64 mSize = 0;
  QDateTime mModified;
  int mSheet = -1;
};
