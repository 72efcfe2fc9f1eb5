// SPDX-License-Identifier: GPL-2.0-or-later
#include "cacodes.h"
#include "camunicipalities.h"
#include "catext.h"
#include "fuzztext.h"

extern "C" int LLVMFuzzerTestOneInput( const uint8_t *data, size_t size )
{
  if ( size == 0 )
    return 0;
  const CaCodeWidth width = data[0] % 3 == 0 ? CaCodeWidth::Unknown : data[0] % 3 == 1 ? CaCodeWidth::Five : CaCodeWidth::Six;
  const QString kind = data[0] & 8 ? QStringLiteral( "prefecture" ) : data[0] & 16 ? QStringLiteral( "municipality" ) : QString();
  const QString text = caFuzzText( data + 1, size - 1 );
  const CaParsedCode code = CaCodes::parse( text, kind, width );

  caPromise( code.ok() != code.code.isEmpty(), "a code or a problem", text );
  if ( code.ok() )
  {
    const bool isPrefecture = CaMunicipalities::builtIn().prefecture( code.code );
    caPromise( isPrefecture || CaMunicipalities::builtIn().municipality( code.code ), "a code that there is", text );
    caPromise( code.kind == ( isPrefecture ? QLatin1String( "prefecture" ) : QLatin1String( "municipality" ) ), "its kind", text );
    caPromise( kind.isEmpty() || code.kind == kind, "the kind that was asked for", text );
    caPromise( CaCodes::parse( code.code, kind, CaCodeWidth::Five ).code == code.code, "reads back what it read", text );
  }
  for ( const QString &candidate : code.candidates )
    caPromise( CaCodes::parse( candidate, kind, CaCodeWidth::Five ).ok(), "candidates are codes", text );
  CaCodes::widthOf( text.split( QLatin1Char( ',' ) ) );

  const QString key = CaText::nameKey( text );
  caPromise( CaText::nameKey( key ) == key, "a key is its own key", text );
  return 0;
}
