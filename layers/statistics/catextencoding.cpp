// SPDX-License-Identifier: GPL-2.0-or-later
#include "catextencoding.h"

#include <QFile>

#include <algorithm>
#include <array>
#include <utility>

#include <uchardet.h>
#include <unicode/ucnv.h>

namespace
{

const QString UTF8 = QStringLiteral( "UTF-8" );
const QString CP932 = QStringLiteral( "CP932" );
const QString EUC_JP = QStringLiteral( "EUC-JP" );
const QString UTF16LE = QStringLiteral( "UTF-16LE" );
const QString UTF16BE = QStringLiteral( "UTF-16BE" );

//! Our names and those of the ICU tables with the characters that Windows added: NEC row 13 and IBM's extensions.
const char *tableOf( const QString &encoding )
{
  if ( encoding == CP932 )
    return "ibm-943_P15A-2003";
  if ( encoding == EUC_JP )
    return "euc-jp-2007";
  if ( encoding == UTF8 )
    return "UTF-8";
  if ( encoding == UTF16LE )
    return "UTF-16LE";
  if ( encoding == UTF16BE )
    return "UTF-16BE";
  return nullptr;
}

//! Decodes a sample whose end may be cut off. \returns nothing if it is not in this encoding
std::optional<QString> decodeSample( const QByteArray &sample, const QString &encoding )
{
  CaTextDecoder decoder( encoding );
  QString text( sample.size() + 16, Qt::Uninitialized );
  qsizetype count = 0;
  if ( !decoder.decode( sample.constData(), sample.size(), false, reinterpret_cast<char16_t *>( text.data() ), &count ) )
    return std::nullopt;
  text.resize( static_cast<int>( count ) );
  return text;
}

//! Returns the share, from 0 to 1, of kana, common kanji and full-width signs among the characters of \a text that are not ASCII.
double japaneseShare( const QString &text )
{
  int all = 0, good = 0;
  for ( const QChar c : text )
  {
    const ushort code = c.unicode();
    if ( code < 0x80 )
      continue;
    ++all;
    good += ( code >= 0x3000 && code <= 0x30FF ) || ( code >= 0x4E00 && code <= 0x9FFF ) || ( code >= 0xFF01 && code <= 0xFF5E );
  }
  return all == 0 ? 0 : static_cast<double>( good ) / all;
}

//! Returns UTF-16 in the byte order that the zero bytes of digits, commas and line ends show, empty if there are hardly any.
QString utf16WithoutMark( const QByteArray &sample )
{
  std::array<int, 2> zeros{};
  for ( int i = 0; i < sample.size(); ++i )
    zeros[static_cast<size_t>( i % 2 )] += sample.at( i ) == '\0';
  const int enough = std::max( 2, static_cast<int>( sample.size() / 20 ) );
  if ( zeros[1] >= enough && zeros[0] * 10 < zeros[1] )
    return UTF16LE;
  if ( zeros[0] >= enough && zeros[1] * 10 < zeros[0] )
    return UTF16BE;
  return QString();
}

//! Returns whether all bytes may be half-width katakana of CP932 with few of its brackets and dots, which kana of EUC-JP would be full of.
bool mayBeHalfWidth( const QByteArray &sample )
{
  int katakana = 0, signs = 0, others = 0;
  for ( const char c : sample )
  {
    const auto byte = static_cast<unsigned char>( c );
    katakana += byte >= 0xA6 && byte <= 0xDF;
    signs += byte >= 0xA1 && byte <= 0xA5;
    others += byte >= 0x80 && ( byte < 0xA1 || byte > 0xDF );
  }
  return others == 0 && signs * 10 < katakana;
}

QString askUchardet( const QByteArray &sample )
{
  const std::unique_ptr<struct uchardet, decltype( &uchardet_delete )> detector( uchardet_new(), &uchardet_delete );
  uchardet_handle_data( detector.get(), sample.constData(), static_cast<size_t>( sample.size() ) );
  uchardet_data_end( detector.get() );
  const QByteArray name = uchardet_get_charset( detector.get() );
  if ( name.startsWith( "EUC-JP" ) )
    return EUC_JP;
  return name.startsWith( "SHIFT" ) || name.startsWith( "Shift" ) || name.contains( "932" ) ? CP932 : QString();
}

} // namespace

QStringList CaTextEncoding::names()
{
  return { UTF8, CP932, EUC_JP, UTF16LE, UTF16BE };
}

CaTextEncoding::Guess CaTextEncoding::guess( const QByteArray &sample )
{
  if ( sample.startsWith( "\xEF\xBB\xBF" ) )
    return { UTF8, 3, true };
  if ( sample.startsWith( "\xFF\xFE" ) )
    return { UTF16LE, 2, true };
  if ( sample.startsWith( "\xFE\xFF" ) )
    return { UTF16BE, 2, true };
  const QString wide = utf16WithoutMark( sample );
  if ( !wide.isEmpty() )
    return { wide, 0, true };
  if ( std::all_of( sample.begin(), sample.end(), []( char c ) { return static_cast<unsigned char>( c ) < 0x80; } ) )
    return { UTF8, 0, false };
  // Text in another encoding is hardly ever valid UTF-8 as well.
  if ( decodeSample( sample, UTF8 ) )
    return { UTF8, 0, true };

  const std::optional<QString> windows = decodeSample( sample, CP932 );
  const std::optional<QString> euc = decodeSample( sample, EUC_JP );
  if ( !windows && !euc )
    return { QString(), 0, false };
  if ( !windows || !euc )
    return { windows ? CP932 : EUC_JP, 0, true };
  // Kanji of EUC-JP read as CP932 are rows of half-width katakana.
  const double difference = japaneseShare( *euc ) - japaneseShare( *windows );
  if ( difference < -0.3 )
    return { CP932, 0, true };
  if ( difference > 0.3 )
    return { EUC_JP, 0, !mayBeHalfWidth( sample ) };
  const QString asked = askUchardet( sample );
  return { asked.isEmpty() ? CP932 : asked, 0, false };
}

std::optional<QByteArray> CaTextEncoding::sampleOf( const QString &fileName, QString *error )
{
  constexpr int CHUNK = 65536, ENOUGH = 4096;
  QFile file( fileName );
  QByteArray sample;
  if ( !file.open( QIODevice::ReadOnly ) )
  {
    *error = tr( "%1 cannot be read (%2). Is it open in another program, or may you not read it?" ).arg( fileName, file.errorString() );
    return std::nullopt;
  }
  int telling = 0;
  while ( telling < ENOUGH && !file.atEnd() )
  {
    const QByteArray chunk = file.read( CHUNK );
    if ( chunk.isEmpty() )
      break;
    const auto foreign =
        std::count_if( chunk.begin(), chunk.end(), []( char c ) { return static_cast<unsigned char>( c ) >= 0x80 || c == '\0'; } );
    // Pieces of plain ASCII say nothing: leave them out, whole characters as they are.
    if ( sample.isEmpty() || foreign > 0 )
      sample = telling == 0 && foreign > 0 && !sample.isEmpty() ? chunk : sample + chunk;
    telling += static_cast<int>( foreign );
  }
  return sample;
}

std::optional<QString> CaTextEncoding::decode( const QByteArray &bytes, const QString &encoding )
{
  CaTextDecoder decoder( encoding );
  if ( !decoder.isValid() )
    return std::nullopt;
  QString text( bytes.size() + 16, Qt::Uninitialized );
  qsizetype count = 0;
  if ( !decoder.decode( bytes.constData(), bytes.size(), true, reinterpret_cast<char16_t *>( text.data() ), &count ) )
    return std::nullopt;
  text.resize( static_cast<int>( count ) );
  return text;
}

std::optional<QByteArray> CaTextEncoding::encode( const QString &text, const QString &encoding, QString *missing )
{
  const char *table = tableOf( encoding );
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, decltype( &ucnv_close )> converter( table ? ucnv_open( table, &status ) : nullptr, &ucnv_close );
  if ( !converter )
    return std::nullopt;
  ucnv_setFromUCallBack( converter.get(), UCNV_FROM_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status );
  // As Windows does: 〜 and − have no place of their own in CP932, ～ and － look the same and do.
  ucnv_setFallback( converter.get(), true );
  QByteArray bytes( 4 * text.size() + 16, Qt::Uninitialized );
  char *to = bytes.data();
  const UChar *from = reinterpret_cast<const UChar *>( text.utf16() );
  ucnv_fromUnicode( converter.get(), &to, bytes.data() + bytes.size(), &from, from + text.size(), nullptr, true, &status );
  if ( U_FAILURE( status ) )
  {
    UChar bad[8] = {};
    int8_t length = 8;
    UErrorCode ignored = U_ZERO_ERROR;
    ucnv_getInvalidUChars( converter.get(), bad, &length, &ignored );
    if ( missing )
      *missing = QString( reinterpret_cast<const QChar *>( bad ), U_SUCCESS( ignored ) ? length : 0 );
    return std::nullopt;
  }
  bytes.resize( static_cast<int>( to - bytes.data() ) );
  return bytes;
}

void CaTextDecoder::Closer::operator()( UConverter *converter ) const
{
  ucnv_close( converter );
}

CaTextDecoder::CaTextDecoder( const QString &encoding )
{
  UErrorCode status = U_ZERO_ERROR;
  const char *table = tableOf( encoding );
  if ( !table )
    return;
  mConverter.reset( ucnv_open( table, &status ) );
  if ( mConverter )
    ucnv_setToUCallBack( mConverter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status );
  if ( U_FAILURE( status ) )
    mConverter.reset();
}

CaTextDecoder::~CaTextDecoder() = default;

bool CaTextDecoder::decode( const char *bytes, qsizetype size, bool isLast, char16_t *to, qsizetype *count )
{
  UErrorCode status = U_ZERO_ERROR;
  const char *from = bytes;
  UChar *out = to;
  ucnv_toUnicode( mConverter.get(), &out, to + size + 16, &from, bytes + size, nullptr, isLast, &status );
  *count = out - to;
  mDecoded += from - bytes;
  if ( U_SUCCESS( status ) )
    return true;
  char bad[16];
  int8_t length = sizeof bad;
  UErrorCode ignored = U_ZERO_ERROR;
  ucnv_getInvalidChars( mConverter.get(), bad, &length, &ignored );
  mBadOffset = mDecoded - ( U_SUCCESS( ignored ) ? length : 0 );
  // Of a pair that was cut by the end of a piece, a byte may have been counted that ICU took back.
  mBadOffset -= mBadOffset % ucnv_getMinCharSize( mConverter.get() );
  return false;
}
