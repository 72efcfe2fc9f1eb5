// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "caexport.h"

#include <qgsgeometry.h>
#include <qgsrectangle.h>

#include <QString>

/**
 * \brief One map frame of an atlas page: the main map or an inset, with the projection centred on it.
 *
 * A plain value, made by CaMapFrames::of().
 */
class CA_EXPORT CaMapFrame
{
public:
  //! `main`, or `inset1`, `inset2`, ... with the largest land first.
  QString part;

  //! Longitude of the projection's centre, in degrees, a multiple of 0.5.
  double centreLon = 0;

  //! Latitude of the projection's centre, in degrees, a multiple of 0.5.
  double centreLat = 0;

  //! Tight extent of the land, in metres in the CRS of crsDefinition(), without air around it.
  QgsRectangle extent;

  //! The land in this frame: a multipolygon of the polygons as they were given, in longitude and latitude.
  QgsGeometry land;

  //! Area of the land in square kilometres, on GRS80.
  double areaSqKm = 0;

  //! Of an inset, the corner of the main map that it lies in: `NW`, `NE`, `SW` or `SE`; see CaInsetCorners.
  QString corner;

  //! Returns the frame's CRS, a Lambert azimuthal equal-area projection on GRS80, as QgsCoordinateReferenceSystem reads it.
  QString crsDefinition() const;

  //! Returns such a definition for a centre in degrees.
  static QString crsDefinition( double centreLon, double centreLat );
};
