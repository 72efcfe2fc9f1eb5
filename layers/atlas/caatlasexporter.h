// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "caexport.h"

#include <QCoreApplication>
#include <QString>

class QgsFeedback;
class QgsPrintLayout;
class QgsProject;

/**
 * \brief Prints an overview and a page a project or bureau to one PDF.
 *
 * Works on copies of the project's layouts. Main thread only, as layouts are; the project is borrowed.
 */
class CA_EXPORT CaAtlasExporter
{
  Q_DECLARE_TR_FUNCTIONS( CaAtlasExporter )

public:
  explicit CaAtlasExporter( QgsProject *project );

  /**
   * Prints the overview and the pages of \a coverage (`project` or `bureau`) to \a fileName: beside first, renamed when whole.
   * \returns FALSE and sets \a error if a layout or page is missing, or the file cannot be written; then there is no file, or the old one
   */
  bool exportPdf( const QString &coverage, const QString &fileName, QString *error, QgsFeedback *feedback = nullptr );

  //! Returns the number of pages printed.
  int pages() const { return mPages; }

private:
  //! Prints a copy of \a layout whose first page is \a firstPage of \a total. \returns FALSE and sets \a error if it fails
  bool printLayout( const QgsPrintLayout *layout, const QString &fileName, int firstPage, int total, QString *error,
                    QgsFeedback *feedback ) const;

  QgsProject *mProject = nullptr;
  int mPages = 0;
};
