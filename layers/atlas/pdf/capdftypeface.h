// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "capdfruns.h"
#include "capdfsubset.h"

#include <map>
#include <memory>
#include <tuple>

class QPDF;

/**
 * \brief A typeface of a PDF: the glyphs of all its subsets, as one font.
 */
class CaPdfTypeface
{
public:
  //! \param object an empty dictionary, which write() makes the font \param first says what the typeface is; its glyphs are not added
  CaPdfTypeface( QPDFObjectHandle object, const CaPdfSubset &first );

  //! The font in the PDF.
  QPDFObjectHandle object() const { return mObject; }

  //! Returns true if \a subset may still be added.
  bool hasRoomFor( const CaPdfSubset &subset ) const;

  //! Adds the glyphs that are not there yet. \returns the glyph of each id of \a subset
  std::shared_ptr<const CaPdfRuns::Font> add( const CaPdfSubset &subset );

  //! Writes the font into \a pdf, when all subsets have been added. \throws std::exception
  void write( QPDF &pdf );

private:
  CaPdfRuns::Glyph glyph( const CaPdfSubset &subset, int id );

  QPDFObjectHandle mObject;
  CaTrueType mFont;
  QPDFObjectHandle mDescriptor;
  std::string mName;
  //! By outline, widths and text: what looks the same and means the same is one glyph.
  std::map<std::tuple<QByteArray, quint16, qint16, int, QString>, int> mIds;
  std::vector<int> mWidths;
  CaPdfText::Codes mText;
};
