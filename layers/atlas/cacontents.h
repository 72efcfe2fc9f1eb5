// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "caexport.h"
#include "capdfnavigation.h"

#include <QVector>

class QgsPrintLayout;

/**
 * \brief The table of contents of an atlas: a layout with one row drawn as a pattern, which is repeated for each entry.
 *
 * The row is the items with the ids `entry_title`, `entry_page` and `entry_row`, the line below them. Rows go on to as many sheets as they
 * need. Main thread only, as layouts are.
 */
class CA_EXPORT CaContents
{
public:
  CaContents() = delete;

  //! Returns whether \a layout has a row to repeat.
  static bool isContents( const QgsPrintLayout &layout );

  //! Returns the number of rows a sheet of \a layout has room for, at least one.
  static int rowsOfSheet( const QgsPrintLayout &layout );

  //! Writes \a entries into \a layout, which must not be filled yet, and adds sheets as needed.
  static void fill( QgsPrintLayout *layout, const QVector<CaPdfEntry> &entries );

  //! Returns where the rows lead to if the first sheet of \a layout is page \a firstPage of a book.
  static QVector<CaPdfLink> links( const QgsPrintLayout &layout, const QVector<CaPdfEntry> &entries, int firstPage );
};
