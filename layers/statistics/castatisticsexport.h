// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "caexport.h"

#include <QCoreApplication>
#include <QStringList>
#include <QVector>

class CaStatistics;
class QgsFeedback;

/**
 * \brief Writes figures as a sheet, CSV or XLSX: one row an owner, fiscal year and metric, with unit, qualifier, flag and source.
 *
 * Codes are text. Text that a spreadsheet would take for a formula gets an apostrophe in front. Thread safe.
 */
class CA_EXPORT CaStatisticsExport
{
  Q_DECLARE_TR_FUNCTIONS( CaStatisticsExport )

public:
  CaStatisticsExport() = delete;

  //! How a CSV is encoded; an XLSX is always UTF-8.
  enum class Encoding
  {
    Utf8WithBom, //!< What Excel recognises as UTF-8
    Utf8,
    Cp932
  };

  //! What is written; an empty list chooses all.
  struct Choice
  {
    QStringList ownerKinds;
    QStringList metrics;
    QVector<int> fiscalYears;
  };

  //! Returns the names of the columns, in order.
  static QStringList columns();

  /**
   * Writes the chosen figures to \a fileName, which ends in `.csv` or `.xlsx`, and is replaced when the new file is whole.
   * \param language is that of owners' and metrics' names, `ja` or `en`
   * \param rows is set to the number of rows
   * \returns FALSE and sets \a error, with no file left, if nothing was chosen, a character cannot be encoded or the file not be written
   */
  static bool write( const CaStatistics &statistics, const Choice &choice, const QString &fileName, Encoding encoding,
                     const QString &language, qlonglong *rows, QString *error, QgsFeedback *feedback = nullptr );

  //! Returns \a text with an apostrophe in front if a spreadsheet would take it for a formula.
  static QString neutralised( const QString &text );
};
