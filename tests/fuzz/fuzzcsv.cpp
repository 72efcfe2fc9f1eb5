// SPDX-License-Identifier: GPL-2.0-or-later
#include "catextencoding.h"
#include "fuzzsheet.h"

//! The first byte chooses encoding and delimiter, the second how many bytes are read at a time, which must make no difference.
extern "C" int LLVMFuzzerTestOneInput( const uint8_t *data, size_t size )
{
  if ( size < 2 )
    return 0;
  const QByteArray bytes( reinterpret_cast<const char *>( data + 2 ), static_cast<int>( size - 2 ) );
  const QString fileName = caFuzzFile( QStringLiteral( "fuzz.csv" ), bytes );
  CaTableOptions options;
  options.limits = caFuzzLimits();
  options.encoding = CaTextEncoding::names().value( data[0] % 8 );
  options.delimiter = QStringLiteral( ",;\t" ).at( data[0] / 8 % 3 );
  if ( data[0] / 24 % 2 )
    options.delimiter = QChar();
  const QStringList whole = caFuzzRead( fileName, options );
  options.chunk = 1 + data[1] % 16;
  const QStringList pieces = caFuzzRead( fileName, options );
  caPromise( whole == pieces, "chunks make no difference",
             whole.join( QLatin1Char( '|' ) ) + QStringLiteral( " <> " ) + pieces.join( QLatin1Char( '|' ) ) );
  return 0;
}
