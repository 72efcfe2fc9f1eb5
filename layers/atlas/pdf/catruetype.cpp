// SPDX-License-Identifier: GPL-2.0-or-later
#include "catruetype.h"

#include <QSet>
#include <QtEndian>

#include <algorithm>

namespace
{

constexpr int DIRECTORY_SIZE = 12;
constexpr int ENTRY_SIZE = 16;

// Where the fields are that change when glyphs are added, and how long the tables are.
constexpr int HEAD_CHECKSUM = 8;
constexpr int HEAD_UNITS = 18;
constexpr int HEAD_X_MIN = 36;
constexpr int HEAD_X_MAX = 40;
constexpr int HEAD_LOCA_FORMAT = 50;
constexpr int HEAD_SIZE = 54;
constexpr int HHEA_MOST_ADVANCE = 10;
constexpr int HHEA_LEAST_BEARINGS = 12;
constexpr int HHEA_MOST_EXTENT = 16;
constexpr int HHEA_METRICS = 34;
constexpr int HHEA_SIZE = 36;
constexpr int MAXP_GLYPHS = 4;
constexpr int MAXP_FIRST_LIMIT = 6;
constexpr int MAXP_SIZE = 32;
constexpr int METRIC_SIZE = 4;

template <typename T>
T at( const QByteArray &bytes, int offset )
{
  return qFromBigEndian<T>( bytes.constData() + offset );
}

template <typename T>
void set( QByteArray &bytes, int offset, T value )
{
  qToBigEndian<T>( value, bytes.data() + offset );
}

template <typename T>
void append( QByteArray &bytes, T value )
{
  bytes.resize( bytes.size() + static_cast<int>( sizeof( T ) ) );
  set( bytes, bytes.size() - static_cast<int>( sizeof( T ) ), value );
}

template <typename T>
void least( QByteArray &bytes, const QByteArray &other, int offset )
{
  set( bytes, offset, std::min( at<T>( bytes, offset ), at<T>( other, offset ) ) );
}

template <typename T>
void most( QByteArray &bytes, const QByteArray &other, int offset )
{
  set( bytes, offset, std::max( at<T>( bytes, offset ), at<T>( other, offset ) ) );
}

void pad( QByteArray &bytes )
{
  while ( bytes.size() % 4 != 0 )
    bytes.append( '\0' );
}

quint32 checksum( QByteArray bytes )
{
  pad( bytes );
  quint32 sum = 0;
  for ( int i = 0; i < bytes.size(); i += 4 )
    sum += at<quint32>( bytes, i );
  return sum;
}

//! Cuts a font file into its tables. \returns an empty map if it is broken
QMap<QByteArray, QByteArray> tablesOf( const QByteArray &file )
{
  QMap<QByteArray, QByteArray> tables;
  if ( file.size() < DIRECTORY_SIZE || at<quint32>( file, 0 ) != 0x00010000 )
    return tables;
  const int count = at<quint16>( file, 4 );
  for ( int i = 0; i < count; ++i )
  {
    const int entry = DIRECTORY_SIZE + i * ENTRY_SIZE;
    if ( entry + ENTRY_SIZE > file.size() )
      return {};
    const qint64 offset = at<quint32>( file, entry + 8 );
    const qint64 length = at<quint32>( file, entry + 12 );
    if ( offset + length > file.size() )
      return {};
    tables.insert( file.mid( entry, 4 ), file.mid( static_cast<int>( offset ), static_cast<int>( length ) ) );
  }
  return tables;
}

} // namespace

std::optional<CaTrueType> CaTrueType::parse( const QByteArray &file )
{
  CaTrueType font;
  font.mTables = tablesOf( file );
  // Instructions would have to be merged too: only the tables of a font without.
  static const QSet<QByteArray> KNOWN{ "OS/2", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "name" };
  for ( auto it = font.mTables.constBegin(); it != font.mTables.constEnd(); ++it )
  {
    if ( !KNOWN.contains( it.key() ) )
      return std::nullopt;
  }
  if ( font.mTables.value( "head" ).size() != HEAD_SIZE || font.mTables.value( "hhea" ).size() != HHEA_SIZE ||
       font.mTables.value( "maxp" ).size() != MAXP_SIZE || !font.readGlyphs() )
    return std::nullopt;
  return font;
}

bool CaTrueType::readGlyphs()
{
  const QByteArray loca = mTables.take( "loca" );
  const QByteArray outlines = mTables.take( "glyf" );
  const QByteArray metrics = mTables.take( "hmtx" );
  const int count = at<quint16>( mTables.value( "maxp" ), MAXP_GLYPHS );
  const int offsetSize = at<qint16>( mTables.value( "head" ), HEAD_LOCA_FORMAT ) == 0 ? 2 : 4;
  if ( count == 0 || at<quint16>( mTables.value( "hhea" ), HHEA_METRICS ) != count || metrics.size() < count * METRIC_SIZE ||
       loca.size() < ( count + 1 ) * offsetSize )
    return false;
  const auto offset = [&loca, offsetSize]( int id ) -> qint64
  {
    return offsetSize == 2 ? 2 * at<quint16>( loca, id * 2 ) : at<quint32>( loca, id * 4 );
  };
  for ( int id = 0; id < count; ++id )
  {
    const qint64 start = offset( id );
    const qint64 length = offset( id + 1 ) - start;
    if ( length < 0 || start + length > outlines.size() || ( length > 0 && length < 10 ) )
      return false;
    const QByteArray outline = outlines.mid( static_cast<int>( start ), static_cast<int>( length ) );
    if ( !outline.isEmpty() && at<qint16>( outline, 0 ) < 0 ) // made of other glyphs
      return false;
    mGlyphs.append( { outline, at<quint16>( metrics, id * METRIC_SIZE ), at<qint16>( metrics, id * METRIC_SIZE + 2 ) } );
  }
  return true;
}

int CaTrueType::unitsPerEm() const
{
  return at<quint16>( mTables.value( "head" ), HEAD_UNITS );
}

int CaTrueType::add( const Glyph &glyph, const CaTrueType &font )
{
  QByteArray &head = mTables["head"];
  QByteArray &hhea = mTables["hhea"];
  QByteArray &maxp = mTables["maxp"];
  const QByteArray otherHead = font.mTables.value( "head" );
  const QByteArray otherHhea = font.mTables.value( "hhea" );
  const QByteArray otherMaxp = font.mTables.value( "maxp" );
  for ( const int coordinate : { 0, 2 } )
  {
    least<qint16>( head, otherHead, HEAD_X_MIN + coordinate );
    most<qint16>( head, otherHead, HEAD_X_MAX + coordinate );
    least<qint16>( hhea, otherHhea, HHEA_LEAST_BEARINGS + coordinate );
  }
  most<quint16>( hhea, otherHhea, HHEA_MOST_ADVANCE );
  most<qint16>( hhea, otherHhea, HHEA_MOST_EXTENT );
  for ( int limit = MAXP_FIRST_LIMIT; limit < MAXP_SIZE; limit += 2 )
    most<quint16>( maxp, otherMaxp, limit );
  mGlyphs.append( glyph );
  return mGlyphs.size() - 1;
}

QByteArray CaTrueType::file() const
{
  QMap<QByteArray, QByteArray> tables = mTables;
  QByteArray &loca = tables["loca"];
  QByteArray &outlines = tables["glyf"];
  QByteArray &metrics = tables["hmtx"];
  for ( const Glyph &glyph : mGlyphs )
  {
    append<quint32>( loca, static_cast<quint32>( outlines.size() ) );
    outlines += glyph.outline;
    pad( outlines );
    append<quint16>( metrics, glyph.advance );
    append<qint16>( metrics, glyph.bearing );
  }
  append<quint32>( loca, static_cast<quint32>( outlines.size() ) );
  set<quint32>( tables["head"], HEAD_CHECKSUM, 0 );
  set<qint16>( tables["head"], HEAD_LOCA_FORMAT, 1 );
  set<quint16>( tables["hhea"], HHEA_METRICS, static_cast<quint16>( mGlyphs.size() ) );
  set<quint16>( tables["maxp"], MAXP_GLYPHS, static_cast<quint16>( mGlyphs.size() ) );

  QByteArray file;
  append<quint32>( file, 0x00010000 );
  const int count = tables.size();
  int power = 1;
  int exponent = 0;
  for ( ; power * 2 <= count; power *= 2 )
    ++exponent;
  for ( const int value : { count, power * ENTRY_SIZE, exponent, ( count - power ) * ENTRY_SIZE } )
    append<quint16>( file, static_cast<quint16>( value ) );

  QByteArray body;
  int headStart = 0;
  for ( auto it = tables.constBegin(); it != tables.constEnd(); ++it ) // in the order of their names, as it must be
  {
    const int start = DIRECTORY_SIZE + count * ENTRY_SIZE + body.size();
    if ( it.key() == "head" )
      headStart = start;
    file += it.key();
    append<quint32>( file, checksum( it.value() ) );
    append<quint32>( file, static_cast<quint32>( start ) );
    append<quint32>( file, static_cast<quint32>( it.value().size() ) );
    body += it.value();
    pad( body );
  }
  file += body;
  set<quint32>( file, headStart + HEAD_CHECKSUM, 0xB1B0AFBAU - checksum( file ) );
  return file;
}
