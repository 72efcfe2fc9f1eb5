// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <geos_c.h>

#include <memory>

/**
 * \brief GEOS for work on several threads: a context each, whose failures are return values.
 *
 * QGIS's own context throws exceptions of a class that it keeps to itself.
 */
inline GEOSContextHandle_t caGeos()
{
  struct Context
  {
    GEOSContextHandle_t handle = GEOS_init_r();
    ~Context() { GEOS_finish_r( handle ); }
  };
  thread_local const Context context;
  return context.handle;
}

//! Destroys what GEOS made, on whichever thread.
struct CaGeosDeleter
{
  void operator()( GEOSGeometry *geometry ) const { GEOSGeom_destroy_r( caGeos(), geometry ); }
  void operator()( GEOSSTRtree *tree ) const { GEOSSTRtree_destroy_r( caGeos(), tree ); }
};

using CaGeosGeometry = std::unique_ptr<GEOSGeometry, CaGeosDeleter>;
using CaGeosTree = std::unique_ptr<GEOSSTRtree, CaGeosDeleter>;
