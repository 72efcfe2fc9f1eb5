// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "caexport.h"

class QgsProject;

/**
 * \brief Has labels drawn in one order, whatever the run: that of their layers, and of their features within a layer.
 *
 * QGIS draws labels by their z-index, then by layer, then by size; of the labels of a layer that are as large as each other it draws
 * whichever it finds first, by addresses in memory. The picture is the same, the bytes of a PDF are not.
 */
class CA_EXPORT CaLabelOrder
{
public:
  CaLabelOrder() = delete;

  //! Gives the labels of all vector layers of \a project a z-index of their own; those that have a data-defined one keep it. What is
  //! printed of the project is meant by it, not what is saved.
  static void set( QgsProject *project );
};
