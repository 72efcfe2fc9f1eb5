// SPDX-License-Identifier: GPL-2.0-or-later
#include "cafiguretext.h"

#include <QLocale>

#include <cmath>

namespace
{

//! Numbers in groups of three in every locale, also the plain one of a machine without settings.
QLocale locale()
{
  QLocale result;
  result.setNumberOptions( result.numberOptions() & ~QLocale::OmitGroupSeparator );
  return result;
}

} // namespace

QString CaFigureText::of( const std::optional<CaFigure> &figure, const QString &unit )
{
  if ( !figure )
    return tr( "no data" );
  if ( !figure->value )
  {
    switch ( figure->flag )
    {
      case CaFlag::Suppressed:
        return tr( "suppressed" );
      case CaFlag::NotApplicable:
        return tr( "not applicable" );
      default:
        return tr( "no data" );
    }
  }
  const QString text = unit.isEmpty() ? number( *figure->value ) : number( *figure->value ) + QLatin1Char( ' ' ) + unit;
  switch ( figure->qualifier )
  {
    case CaQualifier::Exact:
      return text;
    case CaQualifier::Approximate:
      return tr( "about %1" ).arg( text );
    case CaQualifier::AtLeast:
      return tr( "%1 or more" ).arg( text );
    case CaQualifier::AtMost:
      return tr( "%1 or less" ).arg( text );
    case CaQualifier::Target:
      return tr( "%1 (target)" ).arg( text );
    case CaQualifier::Derived:
      return tr( "%1 (computed)" ).arg( text );
    case CaQualifier::Preliminary:
      return tr( "%1 (preliminary)" ).arg( text );
    case CaQualifier::Revised:
      return tr( "%1 (revised)" ).arg( text );
  }
  return text;
}

QString CaFigureText::number( double value )
{
  int decimals = 2;
  double scaled = value * 100;
  while ( decimals > 0 && std::fmod( std::round( scaled ), 10 ) == 0 )
  {
    scaled /= 10;
    --decimals;
  }
  return locale().toString( value, 'f', decimals );
}

QString CaFigureText::sqKm( double value )
{
  if ( value == 0 )
    return locale().toString( 0 );
  return value > 0 && value < 1 ? locale().toString( value, 'g', 2 ) : locale().toString( value, 'f', 1 );
}

QString CaFigureText::percent( double share )
{
  constexpr double SMALLEST = 0.001;
  constexpr double NOTHING = 1e-9; // what rounding leaves of a sum of parts
  if ( share == 0 )
    return QStringLiteral( "%1 %" ).arg( locale().toString( 0 ) );
  if ( share > NOTHING && share < SMALLEST )
    return tr( "under %1 %" ).arg( locale().toString( 100 * SMALLEST, 'f', 1 ) );
  if ( share < 1 - NOTHING && share > 1 - SMALLEST / 2 )
    return tr( "over %1 %" ).arg( locale().toString( 100 * ( 1 - SMALLEST ), 'f', 1 ) );
  return QStringLiteral( "%1 %" ).arg( locale().toString( 100 * share, 'f', 1 ) );
}
