// SPDX-License-Identifier: GPL-2.0-or-later
#include "catext.h"

#include "cacsvtable.h"
#include "capackproblems.h"

#include <QHash>

#include <algorithm>

namespace
{

QHash<QChar, QChar> readVariants()
{
  CaPackProblems problems;
  const CaCsvTable table =
      CaCsvTable::read( QStringLiteral( ":/clusteratlas/tables/name_variants.csv" ), QStringLiteral( "name_variants.csv" ), problems );
  QHash<QChar, QChar> variants;
  for ( int row = 0; row < table.size(); ++row )
    variants.insert( table.value( row, QStringLiteral( "variant" ) ).at( 0 ), table.value( row, QStringLiteral( "canonical" ) ).at( 0 ) );
  return variants;
}

const QHash<QChar, QChar> &variants()
{
  static const QHash<QChar, QChar> table = readVariants();
  return table;
}

} // namespace

QString CaText::halfWidth( const QString &text )
{
  constexpr ushort FIRST = 0xFF01, LAST = 0xFF5E, SHIFT = 0xFF01 - 0x21;
  auto isWide = []( QChar c )
  {
    return c.unicode() > 0x7F && ( ( c.unicode() >= FIRST && c.unicode() <= LAST ) || c.isSpace() );
  };
  if ( std::none_of( text.begin(), text.end(), isWide ) ) // most cells: nothing to copy
    return text.trimmed();
  QString folded = text;
  for ( QChar &c : folded )
  {
    if ( isWide( c ) )
      c = c.isSpace() ? QChar( QLatin1Char( ' ' ) ) : QChar( static_cast<ushort>( c.unicode() - SHIFT ) );
  }
  return folded.trimmed();
}

QString CaText::nameKey( const QString &text )
{
  const QString normal = text.normalized( QString::NormalizationForm_KC ).toLower();
  QString key;
  key.reserve( normal.size() );
  for ( const QChar c : normal )
  {
    // Surrogates: the variation selectors that some input methods append to 葛 or 辻. No name has another character out there.
    if ( !c.isSpace() && !c.isSurrogate() && c.category() != QChar::Other_Format )
      key += variants().value( c, c );
  }
  return key;
}

QString CaText::quoted( const QString &text )
{
  constexpr int LONGEST = 40;
  const QString line = text.simplified();
  return line.size() <= LONGEST ? line : line.left( LONGEST ) + QChar( 0x2026 );
}
