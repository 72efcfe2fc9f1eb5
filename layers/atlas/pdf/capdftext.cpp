// SPDX-License-Identifier: GPL-2.0-or-later
#include "capdftext.h"

#include "cacsvtable.h"
#include "capackproblems.h"

#include <QHash>
#include <QList>
#include <QVector>

namespace
{

//! What is meant by a character that shares its glyph.
struct Shared
{
  QString text;
  bool onlyFullWidth = false;
};

QHash<uint, Shared> readShared()
{
  const QString name = QStringLiteral( "shared_glyphs.csv" );
  CaPackProblems problems;
  const CaCsvTable table = CaCsvTable::read( QStringLiteral( ":/clusteratlas/tables/" ) + name, name, problems );
  QHash<uint, Shared> shared;
  for ( int row = 0; row < table.size(); ++row )
  {
    const char32_t meant = table.value( row, QStringLiteral( "meant" ) ).toUInt( nullptr, 16 );
    shared.insert( table.value( row, QStringLiteral( "character" ) ).toUInt( nullptr, 16 ),
                   { QString::fromUcs4( &meant, 1 ), table.value( row, QStringLiteral( "only_full_width" ) ) == QLatin1String( "1" ) } );
  }
  return shared;
}

//! Forms that stand for other characters by Unicode's own account: Latin ligatures, compatibility ideographs.
bool isPresentationForm( uint character )
{
  return ( character >= 0xFB00 && character <= 0xFB06 ) || ( character >= 0xF900 && character <= 0xFAFF ) ||
         ( character >= 0x2F800 && character <= 0x2FA1F );
}

QString meantBy( uint character, bool fullWidth )
{
  static const QHash<uint, Shared> SHARED = readShared();
  const auto found = SHARED.constFind( character );
  if ( found != SHARED.constEnd() && ( fullWidth || !found->onlyFullWidth ) )
    return found->text;
  if ( character == 0 )
    return QString();
  const char32_t unit = character;
  const QString text = QString::fromUcs4( &unit, 1 );
  return isPresentationForm( character ) ? text.normalized( QString::NormalizationForm_KC ) : text;
}

//! Cuts a CMap into its words: `<0041>`, `[`, `]`, `beginbfchar`.
QList<QByteArray> words( const QByteArray &map )
{
  QByteArray apart = map;
  apart.replace( '<', " <" ).replace( '>', "> " ).replace( '[', " [ " ).replace( ']', " ] " );
  return apart.simplified().split( ' ' );
}

bool isHex( const QByteArray &word )
{
  return word.size() > 2 && word.startsWith( '<' ) && word.endsWith( '>' );
}

int code( const QByteArray &word )
{
  bool good = false;
  const int value = isHex( word ) ? word.mid( 1, word.size() - 2 ).toInt( &good, 16 ) : -1;
  return good && value <= 0xFFFF ? value : -1;
}

//! Returns the text of `<897F>`: UTF-16, the last unit of it raised by \a offset.
QString utf16( const QByteArray &word, int offset )
{
  const QByteArray bytes = isHex( word ) ? QByteArray::fromHex( word.mid( 1, word.size() - 2 ) ) : QByteArray();
  QString text;
  for ( int i = 0; i + 1 < bytes.size(); i += 2 )
    text += QChar( static_cast<ushort>( static_cast<uchar>( bytes.at( i ) ) << 8 | static_cast<uchar>( bytes.at( i + 1 ) ) ) );
  if ( !text.isEmpty() && offset > 0 )
    text.back() = QChar( static_cast<ushort>( text.back().unicode() + offset ) );
  return text;
}

//! Reads `<from> <to> <text>` or `<from> <to> [ <text> ... ]` at \a i and sets \a i to what is behind.
void readRange( const QList<QByteArray> &parts, int &i, CaPdfText::Codes &codes )
{
  const int from = code( parts.at( i ) );
  const int to = code( parts.value( i + 1 ) );
  i += 2;
  const bool isList = parts.value( i ) == "[";
  if ( !isList )
  {
    for ( int at = from; from >= 0 && at <= to; ++at )
      codes.insert( at, utf16( parts.value( i ), at - from ) );
    ++i;
    return;
  }
  ++i;
  for ( int at = from; i < parts.size() && parts.at( i ) != "]"; ++i, ++at )
  {
    if ( from >= 0 && at <= to )
      codes.insert( at, utf16( parts.at( i ), 0 ) );
  }
  ++i;
}

QByteArray hex( int value )
{
  return QByteArray::number( value, 16 ).rightJustified( 4, '0' ).toUpper();
}

QByteArray entry( int code, const QString &text )
{
  QByteArray line = '<' + hex( code ) + "> <";
  for ( const QChar unit : text )
    line += hex( unit.unicode() );
  return line + ">\n";
}

} // namespace

QString CaPdfText::meant( const QString &text, bool fullWidth )
{
  QString result;
  const QVector<uint> characters = text.toUcs4();
  for ( const uint character : characters )
    result += meantBy( character, fullWidth );
  return result;
}

CaPdfText::Codes CaPdfText::read( const QByteArray &map )
{
  Codes codes;
  const QList<QByteArray> parts = words( map );
  QByteArray section;
  for ( int i = 0; i < parts.size(); )
  {
    const QByteArray &word = parts.at( i );
    if ( section == "beginbfrange" && isHex( word ) )
    {
      readRange( parts, i, codes );
    }
    else if ( section == "beginbfchar" && isHex( word ) )
    {
      if ( code( word ) >= 0 )
        codes.insert( code( word ), utf16( parts.value( i + 1 ), 0 ) );
      i += 2;
    }
    else
    {
      if ( word.startsWith( "begin" ) || word.startsWith( "end" ) )
        section = word;
      ++i;
    }
  }
  return codes;
}

QByteArray CaPdfText::written( const Codes &codes )
{
  QByteArray map = "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
                   "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
                   "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
                   "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n";
  // A section may have a hundred entries.
  constexpr int MOST = 100;
  QList<QByteArray> entries;
  for ( auto it = codes.constBegin(); it != codes.constEnd(); ++it )
  {
    if ( !it.value().isEmpty() )
      entries.append( entry( it.key(), it.value() ) );
  }
  for ( int first = 0; first < entries.size(); first += MOST )
  {
    const QList<QByteArray> section = entries.mid( first, MOST );
    map += QByteArray::number( section.size() ) + " beginbfchar\n" + section.join() + "endbfchar\n";
  }
  return map + "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";
}
