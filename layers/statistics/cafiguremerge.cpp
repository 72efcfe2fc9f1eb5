// SPDX-License-Identifier: GPL-2.0-or-later
#include "cafiguremerge.h"

namespace
{
//! In both languages, as it is kept as data.
QString before( const QString &source, const QString &shipped )
{
  return QStringLiteral( u"%1（%2に優先 / over %2）" ).arg( source, shipped );
}

} // namespace

CaFigureMerge::CaFigureMerge( CaSqlite &database )
{
  CaSqliteQuery shipped = database.prepare( QStringLiteral( "SELECT owner_code, fiscal_year, owner_kind, metric, value, unit, qualifier, "
                                                            "source FROM participation WHERE fiscal_year IS NOT NULL ORDER BY fid DESC" ) );
  while ( shipped.next() )
  {
    Entry row{ shipped.text( 2 ), shipped.text( 3 ), {} };
    row.statistic.figure.value = shipped.optionalNumber( 4 );
    row.statistic.figure.unit = shipped.text( 5 );
    row.statistic.figure.qualifier = CaFigureWords::qualifier( shipped.text( 6 ) ).value_or( CaQualifier::Exact );
    row.statistic.source = shipped.text( 7 );
    mShipped[{ shipped.text( 0 ), static_cast<int>( shipped.integer( 1 ) ) }] << row; // the first row of a metric last: it stands
  }
  mOfUser = database.prepare( QStringLiteral(
      "SELECT owner_kind, metric, value, unit, qualifier, flag, source_file, sheet, cell FROM statistics WHERE owner_code = ? AND "
      "fiscal_year = ? ORDER BY fid" ) );
}

QString CaFigureMerge::sourceOf( const QString &file, const QString &sheet, const QString &cell )
{
  QString text = file;
  for ( const QString *part : { &sheet, &cell } )
  {
    if ( !part->isEmpty() )
      text += QLatin1String( " / " ) + *part;
  }
  return text;
}

const QMap<QString, CaStatistic> &CaFigureMerge::figures( const QString &owner, int year, const QVector<Entry> &coming )
{
  mFigures.clear();
  mKind.clear();
  const QVector<Entry> shipped = mShipped.value( { owner, year } );
  for ( const Entry &row : shipped )
  {
    mKind = row.ownerKind;
    mFigures.insert( row.metric, row.statistic );
  }
  mOfUser.bind( 0, owner ).bind( 1, year );
  while ( mOfUser.next() )
  {
    Entry entry{ mOfUser.text( 0 ), mOfUser.text( 1 ), {} };
    CaStatistic &statistic = entry.statistic;
    statistic.figure.value = mOfUser.optionalNumber( 2 );
    statistic.figure.unit = mOfUser.text( 3 );
    statistic.figure.qualifier = CaFigureWords::qualifier( mOfUser.text( 4 ) ).value_or( CaQualifier::Exact );
    statistic.figure.flag = CaFigureWords::flag( mOfUser.text( 5 ) ).value_or( CaFlag::None );
    statistic.source = sourceOf( mOfUser.text( 6 ), mOfUser.text( 7 ), mOfUser.text( 8 ) );
    statistic.ofUser = true;
    put( entry );
  }
  mOfUser.reset();
  for ( const Entry &entry : coming )
    put( entry );
  return mFigures;
}

void CaFigureMerge::put( const Entry &entry )
{
  mKind = entry.ownerKind;
  const CaStatistic &statistic = entry.statistic;
  const auto known = mFigures.find( entry.metric );
  if ( known == mFigures.end() )
  {
    mFigures.insert( entry.metric, statistic );
    return;
  }
  if ( known->figure.value && !statistic.figure.value )
    return;
  CaStatistic winner = statistic;
  winner.shippedSource = known->ofUser ? known->shippedSource : known->source;
  if ( !winner.shippedSource.isEmpty() )
    winner.source = before( statistic.source, winner.shippedSource );
  *known = winner;
}
