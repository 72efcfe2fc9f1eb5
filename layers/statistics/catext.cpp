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

QString folded( const QString &name )
{
  const QString normal = name.normalized( QString::NormalizationForm_KC ).toLower();
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
  QString half = text;
  for ( QChar &c : half )
  {
    if ( isWide( c ) )
      c = c.isSpace() ? QChar( QLatin1Char( ' ' ) ) : QChar( static_cast<ushort>( c.unicode() - SHIFT ) );
  }
  return half.trimmed();
}

QString CaText::nameKey( const QString &text )
{
  // Without a space that NFKC made (of ´, say), what is left may combine anew: once more, until nothing changes.
  constexpr int MOST_ROUNDS = 4;
  QString key = folded( text );
  for ( int round = 1; round < MOST_ROUNDS; ++round )
  {
    const QString again = folded( key );
    if ( again == key )
      break;
    key = again;
  }
  return key;
}

QString CaText::quoted( const QString &text )
{
  constexpr int LONGEST = 40;
  const QString line = text.simplified();
  return line.size() <= LONGEST ? line : line.left( LONGEST ) + QChar( 0x2026 );
}
