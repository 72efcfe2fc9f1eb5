// SPDX-License-Identifier: GPL-2.0-or-later
#include "caareaprecision.h"

#include <QStringList>

bool CaAreaPrecision::isUncertain( const CaBuiltArea &area )
{
  return area.precision == QLatin1String( "prefecture_fallback" ) || area.precision == QLatin1String( "municipality_partial" ) ||
         area.precision == QLatin1String( "none" );
}

QString CaAreaPrecision::together( const QVector<CaBuiltArea> &areas )
{
  if ( areas.isEmpty() )
    return QStringLiteral( "none" );
  for ( const CaBuiltArea &area : areas )
  {
    if ( area.precision != areas.constFirst().precision )
      return QStringLiteral( "mixed" );
  }
  return areas.constFirst().precision;
}

QString CaAreaPrecision::note( const QVector<CaBuiltArea> &areas )
{
  const auto codes = [&areas]( const char *precision )
  {
    QStringList found;
    for ( const CaBuiltArea &area : areas )
    {
      if ( area.precision == QLatin1String( precision ) && !found.contains( area.list.code ) )
        found << area.list.code;
    }
    return found.join( QStringLiteral( ", " ) );
  };
  QStringList parts;
  const QString fallback = codes( "prefecture_fallback" );
  const QString partial = codes( "municipality_partial" );
  const QString none = codes( "none" );
  if ( !fallback.isEmpty() )
    parts << tr( "perhaps less: known only by prefectures: %1" ).arg( fallback );
  if ( !partial.isEmpty() )
    parts << tr( "perhaps more: known only in part: %1" ).arg( partial );
  if ( !none.isEmpty() )
    parts << tr( "without a polygon: %1" ).arg( none );
  return parts.join( QStringLiteral( "; " ) );
}

QString CaAreaPrecision::label( const QString &precision )
{
  if ( precision == QLatin1String( "prefecture" ) )
    return tr( "whole prefectures" );
  if ( precision == QLatin1String( "municipality" ) )
    return tr( "municipalities" );
  if ( precision == QLatin1String( "municipality_partial" ) )
    return tr( "municipalities, known in part" );
  if ( precision == QLatin1String( "prefecture_fallback" ) )
    return tr( "only its prefectures known" );
  if ( precision == QLatin1String( "mixed" ) )
    return tr( "prefectures and municipalities" );
  return precision == QLatin1String( "none" ) ? tr( "no polygon" ) : precision;
}

QString CaAreaPrecision::basisLabel( const QString &basis )
{
  if ( basis == QLatin1String( "sourced" ) )
    return tr( "from a source" );
  if ( basis == QLatin1String( "inferred" ) )
    return tr( "inferred" );
  if ( basis == QLatin1String( "judgement" ) )
    return tr( "judged" );
  if ( basis == QLatin1String( "from_subareas" ) )
    return tr( "from its sub-areas" );
  if ( basis == QLatin1String( "bureau_fallback" ) )
    return tr( "the whole bureau, for want of a list" );
  return basis;
}
