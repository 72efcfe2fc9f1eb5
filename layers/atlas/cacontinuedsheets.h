// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "caexport.h"

class QgsPrintLayout;

/**
 * \brief Title, credits, date and page number of the sheets that QGIS adds where a table goes on.
 *
 * A layout has them on the sheets it was designed with. Sheets after these get copies, the title with "continued".
 */
class CA_EXPORT CaContinuedSheets
{
public:
  CaContinuedSheets() = delete;

  //! Takes the copies away again; before the layout turns to another feature, as QGIS removes only sheets that are empty.
  static void clear( QgsPrintLayout *layout );
  //! Gives the sheets after the last designed one what that one has. The tables have to be laid out.
  static void complete( QgsPrintLayout *layout );
};
