// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "caexport.h"

#include <qgsgeometry.h>
#include <qgspointxy.h>

/**
 * \brief The shortest line between two places on WGS 84, ready to be drawn on any map.
 *
 * An immutable value.
 */
class CA_EXPORT CaGeodesicLine
{
public:
  //! Vertices are at most this far apart, in kilometres.
  static constexpr double STEP_KM = 100;

  /**
   * Makes the line between two points in degrees (x longitude, y latitude, EPSG:4326).
   * The line is cut where it crosses 180 degrees, so that no segment runs round the world: each part ends exactly on +180 or -180. It is
   * also cut, ten centimetres on either side, where it crosses the edge of a map around \a centralMeridian (-180 to 180 degrees).
   */
  CaGeodesicLine( const QgsPointXY &from, const QgsPointXY &to, double centralMeridian = 0 );

  //! Returns a multi line string in EPSG:4326.
  QgsGeometry geometry() const { return mGeometry; }

  //! Returns how often the line crosses the edge of the map around the central meridian.
  int edgeCrossings() const { return mEdgeCrossings; }

  //! Returns the length in kilometres on WGS 84, not that of the drawn segments.
  double lengthKm() const { return mLengthKm; }

private:
  QgsGeometry mGeometry;
  double mLengthKm = 0;
  int mEdgeCrossings = 0;
};
