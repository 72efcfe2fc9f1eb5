// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "capdftext.h"
#include "catruetype.h"

#include <qpdf/QPDFObjectHandle.hh>

#include <optional>
#include <string>
#include <vector>

/**
 * \brief A font as Qt embeds it in a PDF: a subset of a typeface, whose two-byte codes are the ids of its glyphs.
 */
struct CaPdfSubset
{
  CaTrueType font;
  //! A glyph each, in thousandths of the font's height.
  std::vector<int> widths;
  //! What is meant by each glyph.
  CaPdfText::Codes text;
  //! What the PDF says of the typeface.
  QPDFObjectHandle descriptor;
  std::string typeface;
  //! What must be the same for subsets to be of one typeface.
  std::string key;

  //! Reads the subset in \a font. \returns nothing if it is a font of another kind, or broken \throws std::exception
  static std::optional<CaPdfSubset> read( QPDFObjectHandle font );

  /**
   * Returns what is meant by the codes of \a font, also of one that read() does not take, if codes have two bytes.
   * \throws std::exception
   */
  static CaPdfText::Codes meaning( QPDFObjectHandle font );
};
