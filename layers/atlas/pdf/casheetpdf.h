// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "caexport.h"
#include "careport.h"
#include "casheettable.h"

#include <QCoreApplication>
#include <QString>
#include <QVector>

//! A sheet to hand to somebody: tables under a title, and how they were got.
struct CA_EXPORT CaSheet
{
  QString title;
  QString language; //!< Code of that of most of it
  bool isUpright = true;
  QVector<CaSheetTable> tables;
  CaReport notes;
};

/**
 * \brief Prints a sheet on A4 as a PDF whose text can be searched. Thread safe.
 *
 * Heads of tables come again on each page. Nothing is cut off: text that is too long for its column goes on in the next line, and a row
 * that is higher than a page on the next page.
 */
class CA_EXPORT CaSheetPdf
{
  Q_DECLARE_TR_FUNCTIONS( CaSheetPdf )

public:
  CaSheetPdf() = delete;

  /**
   * Writes \a sheet to \a fileName, beside it first.
   * \returns the number of pages, or -1 with \a error set to a sentence that names the file
   */
  static int write( const CaSheet &sheet, const QString &fileName, QString *error );
};
