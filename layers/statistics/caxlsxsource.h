// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "caworkbook.h"

#include <QHash>
#include <QMap>

#include <vector>

/**
 * \brief An XLSX workbook, read cell by cell as Excel shows it.
 *
 * Values are those that Excel saved: formulas are not computed. Numbers keep leading zeros (format `00000`), percent and
 * thousands scaling of their format; dates become `2009-04-01`, so that a code or a year that Excel took for a date is seen.
 */
class CaXlsxSource final : public CaWorkbook
{
  Q_DECLARE_TR_FUNCTIONS( CaXlsxSource )

public:
  //! Opens \a fileName; see CaTableSource::open().
  static std::unique_ptr<CaTableSource> open( const QString &fileName, const CaTableOptions &options, QgsFeedback *feedback,
                                              QString *error );

  bool readMergedRanges( QVector<CaCellRange> &ranges, QString *error ) override;

protected:
  bool rewind( int sheet, QString *error ) override;
  CaRead readRow( CaTableRow &row, QString *error ) override;

private:
  //! How the format of a cell shows a number.
  struct Format
  {
    bool isDate = false;
    bool isPercent = false;
    int zeros = 0;     //!< Least number of digits
    int thousands = 0; //!< How many times it is divided by a thousand
  };
  //! A cell of the row being read: where its text is in mRowText.
  struct Span
  {
    int column;
    int begin;
    int size;
    CaCellKind kind;
  };
  //! A part that another part refers to.
  struct Target
  {
    QString type;
    QString part;
  };

  using CaWorkbook::CaWorkbook;
  bool readBook( QString *error );
  bool readRelations( const QString &part, QMap<QString, Target> &targets, QString *error );
  bool readSheets( const QString &part, const QMap<QString, Target> &targets, QString *error );
  bool readStyles( const QString &part, QString *error );
  bool readSharedTexts( const QString &part, QString *error );
  QString richText( const QString &element );
  Format formatOf( int id, const QHash<int, QString> &codes ) const;
  bool skipRows();
  bool readCell( int column, int row, QString *error );
  void addCell( int column, QStringView text, CaCellKind kind );
  QString shown( const QString &value, const Format &format, CaCellKind *kind ) const;
  QString dateOf( double serial ) const;

  QStringList mParts;           //!< Of the sheets
  std::vector<Format> mFormats; //!< By style of a cell
  QString mSharedText;          //!< The shared texts, one after another
  std::vector<int> mSharedEnds; //!< Where each of them ends
  bool mFrom1904 = false;
  int mNumber = 0; //!< Of the last row
  QString mRowText;
  std::vector<Span> mSpans;
};
