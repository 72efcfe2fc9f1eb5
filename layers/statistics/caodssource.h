// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "caworkbook.h"

#include <QSet>

#include <vector>

/**
 * \brief An ODS workbook, read cell by cell as LibreOffice shows it.
 *
 * The sheets of an ODS are one after another in one part: it is read once when it is opened, for names and merged cells.
 */
class CaOdsSource final : public CaWorkbook
{
  Q_DECLARE_TR_FUNCTIONS( CaOdsSource )

public:
  //! Opens \a fileName; see CaTableSource::open().
  static std::unique_ptr<CaTableSource> open( const QString &fileName, const CaTableOptions &options, QgsFeedback *feedback,
                                              QString *error );

  bool readMergedRanges( QVector<CaCellRange> &ranges, QString *error ) override;

protected:
  bool rewind( int sheet, QString *error ) override;
  CaRead readRow( CaTableRow &row, QString *error ) override;

private:
  //! A cell of the row being read: where its text is in mRowText.
  struct Span
  {
    int column;
    int begin;
    int size;
    CaCellKind kind;
  };

  using CaWorkbook::CaWorkbook;
  bool isEncrypted();
  bool readBook( QString *error );
  CaRead readCells( QString *error );
  bool readCell( int column, int repeated, QString *error );
  QString cellText( const QString &element );
  QString paragraph();
  QString textAttribute( const char *name ) const;
  int repeatAttribute( const char *name ) const;

  QVector<QVector<CaCellRange>> mMerged; //!< By sheet
  int mTable = -1;                       //!< The sheet the reader is in
  int mNumber = 0;                       //!< Of the last row
  int mRepeats = 0;                      //!< How often the last row comes again
  int mColumns = 0;                      //!< Of the last row
  QString mRowText;
  std::vector<Span> mSpans;
};
