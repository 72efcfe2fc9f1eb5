// SPDX-License-Identifier: GPL-2.0-or-later
#include "catextbytes.h"

#include <iconv.h>

std::optional<QString> CaTextBytes::decode( const QByteArray &bytes, const char *encoding )
{
  const iconv_t converter = iconv_open( "UTF-8", encoding );
  if ( converter == iconv_t( -1 ) )
    return std::nullopt;
  QByteArray in( bytes );
  QByteArray out( bytes.size() * 4 + 4, 0 );
  char *from = in.data();
  char *to = out.data();
  size_t inLeft = static_cast<size_t>( in.size() );
  size_t outLeft = static_cast<size_t>( out.size() );
  const bool isGood = iconv( converter, &from, &inLeft, &to, &outLeft ) != size_t( -1 ) && inLeft == 0;
  iconv_close( converter );
  return isGood ? std::optional<QString>( QString::fromUtf8( out.constData(), static_cast<int>( to - out.constData() ) ) ) : std::nullopt;
}

std::optional<QString> CaTextBytes::decodeAny( const QByteArray &bytes )
{
  const QByteArray text = bytes.startsWith( "\xEF\xBB\xBF" ) ? bytes.mid( 3 ) : bytes;
  const std::optional<QString> utf8 = decode( text, "UTF-8" );
  return utf8 ? utf8 : decode( text, "CP932" );
}
