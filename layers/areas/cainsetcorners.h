// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "caexport.h"
#include "camapframe.h"

#include <QVector>

/**
 * \brief Decides in which corner of a page's main map each inset lies.
 *
 * The rule: the corner where it hides none of the land that the page is about if there is one, and of those the one where it hides
 * least of other land; of corners that are as good, the one nearest to the islands themselves. An inset with more land chooses first, and
 * no two share a corner. The corner is good for the atlas's pages of either orientation, so what is hidden on each is added up.
 */
class CA_EXPORT CaInsetCorners
{
public:
  CaInsetCorners() = delete;

  //! Largest box of an inset on the pages, in millimetres.
  static constexpr double WIDTH = 34;
  static constexpr double HEIGHT = 30;

  /**
   * Sets the corners of the insets among \a frames, as CaMapFrames::of() returns them.
   * \param land polygons of all land, that of the page itself too, in longitude and latitude
   * \param error gets a text if land could not be projected; corners stay empty then
   */
  static void choose( QVector<CaMapFrame> &frames, const QVector<QgsGeometry> &land, QString *error = nullptr );
};
