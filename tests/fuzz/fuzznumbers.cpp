// SPDX-License-Identifier: GPL-2.0-or-later
#include "camarks.h"
#include "canumbers.h"
#include "caunits.h"
#include "fuzztext.h"

#include <cmath>

namespace
{

void check( const CaParsedNumber &number, const QString &text )
{
  caPromise( number.value.has_value() == number.problem.isEmpty(), "a value or a problem", text );
  if ( !number.value )
    return;
  caPromise( std::isfinite( *number.value ), "finite", text );
  caPromise( *number.value != 0 || !std::signbit( *number.value ), "no negative zero", text );
  caPromise( number.factor > 0, "factor", text );
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput( const uint8_t *data, size_t size )
{
  const QString text = caFuzzText( data, size );
  const CaParsedNumber number = CaNumbers::parse( text );
  check( number, text );
  check( CaNumbers::parse( text, QStringLiteral( "oku_yen" ), QStringLiteral( "thousand_yen" ) ), text );
  check( CaNumbers::parse( text, QStringLiteral( "firms" ) ), text );
  caPromise( !number.value || !CaMarks::builtIn().flag( text ), "a mark is no number", text );
  CaUnits::builtIn().find( text );
  if ( number.value )
  {
    const CaParsedNumber again = CaNumbers::parse( QString::number( *number.value, 'g', 17 ) );
    caPromise( !again.value || *again.value == *number.value, "reads back what it read", text );
  }
  return 0;
}
