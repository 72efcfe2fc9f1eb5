// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "caexport.h"

class QgsProject;

/**
 * \brief Has labels placed and drawn in one order, whatever the run: that of their layers, and of their features within a layer.
 *
 * How they are placed, see CaOrderedLabeling. QGIS draws labels by their z-index, then by layer, then by size; of the labels of a layer
 * that are as large as each other it draws whichever it finds first, by addresses in memory. The picture is the same, the bytes of a PDF
 * are not.
 */
class CA_EXPORT CaLabelOrder
{
public:
  CaLabelOrder() = delete;

  //! Orders the labels of all vector layers of \a project as they are styled now, not those of other styles that a theme may have; a
  //! data-defined z-index is kept. For a project that is printed, not saved.
  static void set( QgsProject *project );
};
