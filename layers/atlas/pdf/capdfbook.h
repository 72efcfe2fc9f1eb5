// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "caexport.h"
#include "capdfmetadata.h"
#include "capdfnavigation.h"

#include <QCoreApplication>
#include <QString>
#include <QStringList>
#include <QVector>

/**
 * \brief Joins the pages of an atlas, printed to files of their own, to one PDF.
 *
 * On the way coordinates lose the digits that paper cannot show (CaPdfPaths), each typeface is embedded once, and text can be searched
 * (CaPdfFonts). The larger part of that work can be done before, page by page and by several processes: CaPdfPage. The same parts and
 * words give the same bytes. Thread safe.
 */
class CA_EXPORT CaPdfBook
{
  Q_DECLARE_TR_FUNCTIONS( CaPdfBook )

public:
  CaPdfBook() = delete;

  /**
   * Joins \a parts in their order to \a target, written beside it first.
   * \param outline the bookmarks, in their order
   * \param links places on pages that lead to others
   * \param labels what readers call the pages, one for each that must be there; empty for 1, 2, 3 ...
   * \returns the number of pages, or -1 with \a error set; then \a target is not there, or is the file that was there
   */
  static int write( const QStringList &parts, const QString &target, const CaPdfInfo &info, const QVector<CaPdfEntry> &outline,
                    const QVector<CaPdfLink> &links, const QStringList &labels, QString *error );
};
