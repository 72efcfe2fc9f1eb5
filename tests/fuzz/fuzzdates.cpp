// SPDX-License-Identifier: GPL-2.0-or-later
#include "cafiscaldate.h"
#include "fuzztext.h"

using Kind = CaFiscalDate::Kind;

extern "C" int LLVMFuzzerTestOneInput( const uint8_t *data, size_t size )
{
  if ( size == 0 )
    return 0;
  CaFiscalDateOptions options;
  options.excelSerial = data[0] & 1;
  options.bareYearIsFiscal = data[0] & 2;
  options.defaultEra = data[0] & 4 ? QStringLiteral( "平成" ) : QString();
  const QString text = caFuzzText( data + 1, size - 1 );
  const CaFiscalDate date = CaFiscalDate::parse( text, options );

  caPromise( date.ok() == ( date.kind != Kind::None ), "a kind or a problem", text );
  const bool isFiscal = date.kind == Kind::FiscalYear || date.kind == Kind::Month || date.kind == Kind::Date;
  caPromise( isFiscal == ( date.fiscalYear != 0 ), "a fiscal year where there is one, and only there", text );
  if ( !date.ok() )
    return 0;
  caPromise( date.year >= 1900 && date.year <= 2130, "a year of our time", text );
  if ( date.kind == Kind::Month || date.kind == Kind::Date )
  {
    const QDate day( date.year, date.month, date.kind == Kind::Date ? date.day : 1 );
    caPromise( day.isValid() && CaFiscalDate::fiscalYearOf( day ) == date.fiscalYear, "a day in its fiscal year", text );
    const CaFiscalDate again = CaFiscalDate::parse( day.toString( Qt::ISODate ) );
    caPromise( again.fiscalYear == date.fiscalYear, "reads back what it read", text );
  }
  return 0;
}
