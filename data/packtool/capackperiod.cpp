// SPDX-License-Identifier: GPL-2.0-or-later
#include "capackperiod.h"

#include <QRegularExpression>

namespace
{

std::optional<CaPackPeriod> simplePeriod( const QString &text )
{
  static const QRegularExpression form( QStringLiteral( "\\A(FY)?([0-9]{4})(?:-([0-9]{2}))?(?:-([0-9]{2}))?\\z" ) );
  const QRegularExpressionMatch match = form.match( text );
  if ( !match.hasMatch() )
    return std::nullopt;
  const bool fiscal = !match.captured( 1 ).isEmpty();
  const int year = match.captured( 2 ).toInt();
  const bool hasMonth = !match.captured( 3 ).isEmpty();
  const bool hasDay = !match.captured( 4 ).isEmpty();

  CaPackPeriod period;
  if ( fiscal )
  {
    if ( hasMonth )
      return std::nullopt;
    period.from = QDate( year, 4, 1 );
    period.to = QDate( year + 1, 3, 31 );
  }
  else
  {
    const int month = match.captured( 3 ).toInt();
    period.from = QDate( year, hasMonth ? month : 1, hasDay ? match.captured( 4 ).toInt() : 1 );
    period.to = hasDay ? period.from : hasMonth ? period.from.addMonths( 1 ).addDays( -1 ) : QDate( year, 12, 31 );
  }
  if ( !period.from.isValid() || !period.to.isValid() )
    return std::nullopt;
  return period;
}

} // namespace

std::optional<CaPackPeriod> CaPackPeriod::fromText( const QString &text )
{
  const QStringList ends = text.split( QLatin1Char( '/' ) );
  if ( ends.size() > 2 )
    return std::nullopt;
  const std::optional<CaPackPeriod> first = simplePeriod( ends.first() );
  const std::optional<CaPackPeriod> last = simplePeriod( ends.last() );
  if ( !first || !last || last->to < first->from )
    return std::nullopt;
  CaPackPeriod period;
  period.from = first->from;
  period.to = last->to;
  return period;
}
