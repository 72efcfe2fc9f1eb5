// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "caexport.h"

class QgsPrintLayout;

/**
 * \brief Prepares the map themes of a layout once, not once a page.
 *
 * For a map that follows a theme QGIS writes the style of each layer to XML and reads it back, for the theme, for drawing and for the
 * legend, on every page; nearly always it is the style which the layer has anyway. A project that is only printed does not change, so its
 * maps can be given the layers of their theme, with a style of their own only where the theme has another than the project.
 */
class CA_EXPORT CaMapThemes
{
public:
  CaMapThemes() = delete;

  //! Gives the maps of \a layout what their themes show now; those whose theme is data-defined still follow it. Main thread only.
  static void fix( const QgsPrintLayout &layout );
};
