// SPDX-License-Identifier: GPL-2.0-or-later
#include "cametricnames.h"

#include "cacsvtable.h"
#include "capack.h"
#include "capackproblems.h"
#include "catext.h"

#include <QRegularExpression>

std::optional<CaMetricNames> CaMetricNames::load( const QString &fileName, QString *error )
{
  const std::optional<CaPack> pack = CaPack::open( fileName, error );
  if ( !pack )
    return std::nullopt;
  CaMetricNames names;
  const auto add = [&names]( const QStringList &row )
  {
    names.add( row.at( 0 ), row.at( 1 ), { row.at( 2 ), row.at( 3 ) } );
  };
  if ( !pack->readTable( QStringLiteral( "metrics" ),
                         { QStringLiteral( "code" ), QStringLiteral( "unit" ), QStringLiteral( "name_ja" ), QStringLiteral( "name_en" ) },
                         add, error ) )
    return std::nullopt;

  CaPackProblems problems;
  const CaCsvTable table =
      CaCsvTable::read( QStringLiteral( ":/clusteratlas/tables/metric_names.csv" ), QStringLiteral( "metric_names.csv" ), problems );
  for ( int row = 0; row < table.size(); ++row )
  {
    if ( names.mUnits.contains( table.value( row, QStringLiteral( "metric" ) ) ) )
      names.addName( table.value( row, QStringLiteral( "metric" ) ), table.value( row, QStringLiteral( "name" ) ) );
  }
  return names;
}

void CaMetricNames::add( const QString &code, const QString &unit, const QStringList &names )
{
  mCodes << code;
  mUnits.insert( code, unit );
  mNames.insert( code, names.value( 0 ) );
  addName( code, code );
  for ( const QString &name : names )
    addName( code, name );
}

void CaMetricNames::addName( const QString &code, const QString &name )
{
  const QString key = CaText::nameKey( name );
  const auto known = mCodeOfName.constFind( key );
  if ( !key.isEmpty() )
    mCodeOfName.insert( key, known == mCodeOfName.constEnd() || *known == code ? code : QString() );
}

QString CaMetricNames::find( const QString &text ) const
{
  static const QRegularExpression brackets( QStringLiteral( "\\([^()]*\\)" ) );
  const QString key = CaText::nameKey( text );
  const auto known = mCodeOfName.constFind( key );
  return known != mCodeOfName.constEnd() ? *known : mCodeOfName.value( QString( key ).remove( brackets ) );
}

QString CaMetricNames::findIn( const QString &text ) const
{
  const QString key = CaText::nameKey( text );
  QString longest;
  for ( auto it = mCodeOfName.constBegin(); it != mCodeOfName.constEnd(); ++it )
  {
    if ( !it->isEmpty() && it.key().size() > longest.size() && key.contains( it.key() ) )
      longest = it.key();
  }
  return mCodeOfName.value( longest );
}
