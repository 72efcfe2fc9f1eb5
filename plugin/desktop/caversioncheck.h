// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QString>

/**
 * \brief Whether the plugin may run in this QGIS: C++ plugins fit one minor version only, and QGIS itself does not check.
 */
class CaVersionCheck
{
public:
  CaVersionCheck() = delete;

  /**
   * Returns a sentence that says what to do if \a built and \a running, both like 32216, are of different minor versions.
   * Empty if the plugin may run. Not a call into QGIS, whose classes may look different.
   */
  static QString error( int built, int running );
};
