// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "caexport.h"

class QPDF;

/**
 * \brief The fonts of an atlas: each typeface once, however many files its pages were printed to.
 *
 * Qt embeds in each file a subset of its own, whose ids follow from the text. Here the glyphs of all pages become one font, and the text of
 * the pages is written with its ids (CaPdfRuns) and says what is meant (CaPdfText). A font that is not such a subset, or is used
 * by something else than pages, stays as it is but for what its text means. Thread safe.
 */
class CA_EXPORT CaPdfFonts
{
public:
  CaPdfFonts() = delete;

  //! Merges the fonts of the pages of \a pdf; the pages are rewritten while they are written. \throws std::exception
  static void merge( QPDF &pdf );
};
