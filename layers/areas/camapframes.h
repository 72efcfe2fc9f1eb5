// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "caexport.h"
#include "camapframe.h"

#include <QVector>

/**
 * \brief Decides which land a page's main map shows and which far islands go into insets.
 *
 * The rule, on the polygons of an area in an equal-area plane:
 *
 * 1. Polygons with gaps of up to LINK_KM are linked; of the groups so made, the one with the largest area is the main body.
 * 2. Other groups are added back, the one that costs least first, while the frame, at the page's aspect, is at most
 *    MOST_GROWTH wider than the frame of the main body.
 * 3. What is left is grouped again where the gaps are up to INSET_KM; each group is one inset, the largest land first.
 *
 * LINK_KM is measured, not chosen for one case: of Japan's 47 prefectures 30 km cuts off Sado, Oki, Tsushima and
 * Yakushima, 75 km pulls Amami into Kagoshima's main map, 100 km pulls Izu's islands down to Aogashima into Tokyo's. At 50 km,
 * without a word about any island, all prefectures stay whole but Tokyo, Okinawa, Kagoshima, Shimane (Takeshima) and
 * Nagasaki (Danjo); Sado, Oki, Tsushima, Goto, Yakushima and the northern four islands stay in the main map.
 *
 * The order of the polygons does not matter. Thread safe.
 */
class CA_EXPORT CaMapFrames
{
public:
  CaMapFrames() = delete;

  //! Polygons at most this far apart belong together, in kilometres.
  static constexpr double LINK_KM = 50;

  //! The main frame may grow by this factor to take in other land.
  static constexpr double MOST_GROWTH = 1.15;

  //! Remaining land at most this far apart shares an inset, in kilometres.
  static constexpr double INSET_KM = 200;

  /**
   * Returns the frames of an area: the main frame first, then its insets.
   * \param lonLat polygons in longitude and latitude on GRS80 or WGS 84, which must not cross 180 degrees; lines and points in it
   * are ignored. Polygons may touch.
   * \param aspect width by height of the page's main map, for example 190.0 / 158; a value that is not positive counts as 1.
   * \param error gets a text if the area could not be projected.
   * \returns nothing if there is no polygon or if it could not be projected.
   */
  static QVector<CaMapFrame> of( const QgsGeometry &lonLat, double aspect, QString *error = nullptr );
};
