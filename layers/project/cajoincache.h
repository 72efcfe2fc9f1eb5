// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QVector>

class CaSqlite;
class QgsVectorLayer;
class QgsVectorLayerJoinInfo;

/**
 * \brief Fills the memory cache of joins from the pack by one query each, with the values that QGIS would put there.
 *
 * To fill a cache, QGIS opens the GeoPackage once more and makes a feature a row: three quarters of the time it takes. A join that cannot
 * be filled here is left to QGIS, which fills it when values are next asked for. Main thread only.
 */
class CaJoinCache
{
public:
  CaJoinCache() = delete;

  /**
   * Fills the joins of \a layer to any of \a tables, which are of \a pack. The tables must have emitted layerModified() just before: only
   * then is no iterator left that shares the joins.
   */
  static void renew( QgsVectorLayer *layer, const QVector<QgsVectorLayer *> &tables, CaSqlite &pack );

private:
  static void fill( QgsVectorLayerJoinInfo &join, CaSqlite &pack );
};
