// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "caexport.h"

#include <QByteArray>
#include <QMap>
#include <QString>

/**
 * \brief What the glyphs of a PDF say, so that text can be searched and copied. Thread safe.
 *
 * Where a font draws several characters by one glyph, Qt names the first in Unicode's order: a radical (U+2EC4) for 西, a hyphenation point
 * for ・, a tab for a space. data/shared_glyphs.csv has what is meant.
 */
class CA_EXPORT CaPdfText
{
public:
  CaPdfText() = delete;

  //! The text of each character code of a font.
  using Codes = QMap<int, QString>;

  /**
   * Returns what is meant by \a text, as a PDF has it: ideographs for radicals and compatibility ideographs, letters for ligatures.
   * \a fullWidth: the glyph is as wide as its font is high.
   * \returns nothing for U+0000, which stands for not known
   */
  static QString meant( const QString &text, bool fullWidth );

  //! Reads a ToUnicode CMap whose codes have two bytes; what is not understood is left out.
  static Codes read( const QByteArray &map );

  //! Writes a ToUnicode CMap. Codes are from 0 to 0xFFFF.
  static QByteArray written( const Codes &codes );
};
