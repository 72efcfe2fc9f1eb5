// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "caexport.h"

#include <QByteArray>

#include <string>
#include <vector>

class QPDF;

/**
 * \brief Lines and areas of PDF pages, with no more digits than paper can show.
 *
 * QGIS writes coordinates with nine digits. Here each is rounded so that it moves by at most CaPdfPaths::TOLERANCE on paper in x and in y,
 * whatever matrix it is drawn under; points within CaPdfPaths::STRAIGHTNESS of a straight line are left out, as is what has no length, but
 * a dot (a line without length, with round ends) stays. Colours keep four decimals, which is more than eight bits. Text, matrices, line
 * widths and dashes keep their values. Thread safe.
 */
class CA_EXPORT CaPdfPaths
{
public:
  CaPdfPaths() = delete;

  //! By how much a coordinate may move on paper (mm).
  static constexpr double TOLERANCE = 0.005;

  //! How far a point may be on paper from the straight line that stands for it and its neighbours (mm).
  static constexpr double STRAIGHTNESS = 0.02;

  //! A part of a page's content.
  struct Part
  {
    std::string content;
    bool hasText = false;
  };

  /**
   * Has the pages of \a pdf rewritten while they are written, but those that CaPdfPage finished. What they draw by reference (forms,
   * patterns) is left as it is.
   */
  static void tidy( QPDF &pdf );

  //! Returns the content of a page, rewritten. For a content that is drawn in points, as pages are.
  static QByteArray tidied( const QByteArray &content );

  /**
   * Returns the content of a page, rewritten, in parts with and without text. If the text of one part cannot be told without another
   * (a font set outside of text), there is one part.
   */
  static std::vector<Part> tidiedParts( const std::string &content );
};
