// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "caexport.h"

#include <QCoreApplication>
#include <QStringList>

/**
 * \brief The expression functions of Cluster Atlas: `ca_code`, `ca_fiscal_year`, `ca_number`, `ca_stat`.
 *
 * For interactive use only: a project that uses them does not open rightly in a QGIS without Cluster Atlas, so nothing that we
 * ship or write into a project may use them. They hold no pointer to the desktop or a project. Main thread only; the functions
 * themselves may run in any thread.
 */
class CA_EXPORT CaExpressions
{
  Q_DECLARE_TR_FUNCTIONS( CaExpressions )

public:
  CaExpressions() = delete;

  //! Returns the names of the functions, in the order of their registration.
  static QStringList names();

  /**
   * Registers the functions, unless somebody has done so before.
   * \returns TRUE if they were registered by this call: then the caller has to unregister them
   */
  static bool registerFunctions();

  /**
   * Unregisters the functions, if they are registered. Parsed expressions hold the place of a function in QGIS's list, so
   * nothing may be rendering, and no task running, that evaluates expressions.
   */
  static void unregisterFunctions();
};
