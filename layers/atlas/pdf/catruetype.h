// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "caexport.h"

#include <QByteArray>
#include <QMap>
#include <QVector>

#include <optional>

/**
 * \brief A TrueType font without instructions and without glyphs made of others: the subsets that Qt embeds in PDFs.
 */
class CA_EXPORT CaTrueType
{
public:
  //! A glyph: its outline as the table `glyf` has it (empty for a space), widths in units of the font.
  struct Glyph
  {
    QByteArray outline;
    quint16 advance = 0;
    qint16 bearing = 0;
  };

  //! Returns the font in \a file, or nothing if it is broken or of another kind.
  static std::optional<CaTrueType> parse( const QByteArray &file );

  //! Returns the number of units to the height of the font.
  int unitsPerEm() const;

  //! Returns the glyphs in the order of their ids.
  const QVector<Glyph> &glyphs() const { return mGlyphs; }

  //! Takes all glyphs away.
  void clear() { mGlyphs.clear(); }

  //! Adds a glyph of \a font, which has the same unitsPerEm(). \returns its id here
  int add( const Glyph &glyph, const CaTrueType &font );

  //! Returns the font as a file, the same bytes for the same glyphs in the same order. At most 65,535 glyphs.
  QByteArray file() const;

private:
  bool readGlyphs();

  //! All tables but those made of the glyphs.
  QMap<QByteArray, QByteArray> mTables;
  QVector<Glyph> mGlyphs;
};
