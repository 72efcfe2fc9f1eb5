// SPDX-License-Identifier: GPL-2.0-or-later
#include "caareacode.h"

#include <algorithm>
#include <iterator>

namespace
{

// JIS X 0402 gives wards the codes after that of their city, from 101 to 199; which codes are of cities follows from no rule (22140 is a
// ward).
constexpr int CITIES[] = { 1100,  4100,  11100, 12100, 13100, 14100, 14130, 14150, 15100, 22100, 22130,
                           23100, 26100, 27100, 27140, 28100, 33100, 34100, 40100, 40130, 43100 };

//! JIS X 0402: wards from 101, cities from 201, towns and villages from 301; 800 and more are of unions of municipalities.
constexpr int FIRST_MUNICIPALITY = 100;
constexpr int LAST_MUNICIPALITY = 799;

//! The last digit of a code of six digits.
int checkDigit( const QString &fiveDigits )
{
  int sum = 0;
  for ( int i = 0; i < 5; ++i )
    sum += ( 6 - i ) * fiveDigits.at( i ).digitValue();
  return ( 11 - sum % 11 ) % 10;
}

} // namespace

QString CaAreaCode::canonical( const QString &text )
{
  QString digits;
  const QString trimmed = text.trimmed();
  for ( const QChar &character : trimmed )
  {
    if ( character.digitValue() < 0 || digits.size() == 6 )
      return QString();
    digits += QChar( '0' + character.digitValue() ); // full width as well
  }
  if ( digits.isEmpty() || digits.size() == 3 )
    return QString();
  if ( digits.size() == 1 || digits.size() == 4 )
    digits.prepend( QLatin1Char( '0' ) );
  if ( digits.size() == 6 && checkDigit( digits.left( 5 ) ) != digits.at( 5 ).digitValue() )
    return QString();
  digits.truncate( digits.size() == 2 ? 2 : 5 );
  const int prefecture = digits.left( 2 ).toInt();
  if ( prefecture < 1 || prefecture > 47 )
    return QString();
  // 13000 is how some write the whole prefecture. Years with a zero before them fail here.
  const int municipality = digits.mid( 2 ).toInt();
  if ( municipality == 0 )
    return digits.left( 2 );
  return municipality >= FIRST_MUNICIPALITY && municipality <= LAST_MUNICIPALITY ? digits : QString();
}

bool CaAreaCode::isPrefecture( const QString &code )
{
  return code.size() == 2;
}

bool CaAreaCode::isDesignatedCity( const QString &code )
{
  return code.size() == 5 && std::binary_search( std::begin( CITIES ), std::end( CITIES ), code.toInt() );
}

QString CaAreaCode::cityOfWard( const QString &code )
{
  if ( code.size() != 5 || code.at( 2 ) != QLatin1Char( '1' ) || isDesignatedCity( code ) )
    return QString();
  const int *after = std::upper_bound( std::begin( CITIES ), std::end( CITIES ), code.toInt() );
  if ( after == std::begin( CITIES ) )
    return QString();
  const QString city = QStringLiteral( "%1" ).arg( *( after - 1 ), 5, 10, QLatin1Char( '0' ) );
  return city.left( 2 ) == code.left( 2 ) ? city : QString();
}
