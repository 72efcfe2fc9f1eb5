// SPDX-License-Identifier: GPL-2.0-or-later
#include "cametric.h"

#include "casqlite.h"

#include <QRegularExpression>
#include <QStringList>

namespace
{
QStringList kinds()
{
  return { QStringLiteral( "participant" ), QStringLiteral( "total" ), QStringLiteral( "other" ) };
}

//! The rule in words, for a metric that comes without.
QString ruleInWords( CaSumRule rule, bool japanese )
{
  switch ( rule )
  {
    case CaSumRule::Add:
      return japanese ? QStringLiteral( u"同じ年度の同じ種類の値だけを合計する。" )
                      : QStringLiteral( "Add only figures of the same fiscal year and kind." );
    case CaSumRule::UpperBound:
      return japanese
                 ? QStringLiteral( u"同じ年度の同じ種類の値だけを合計する。重複して数えられるため、合計は上限値である。" )
                 : QStringLiteral(
                       "Add only figures of the same fiscal year and kind. Some are counted more than once: a sum is an upper bound." );
    case CaSumRule::Never:
      break;
  }
  return japanese ? QStringLiteral( u"合計しない。" ) : QStringLiteral( "Do not add." );
}

QString orDefault( const QString &text, const QString &fallback )
{
  return text.isEmpty() ? fallback : text;
}

} // namespace

CaSumRule CaMetric::sumRule() const
{
  if ( !extensive || kind == QLatin1String( "total" ) )
    return CaSumRule::Never;
  return kind == QLatin1String( "participant" ) ? CaSumRule::UpperBound : CaSumRule::Add;
}

QString CaMetric::problem() const
{
  static const QRegularExpression NAME( QStringLiteral( "^[a-z][a-z0-9_]{0,39}$" ) );
  static const QRegularExpression TAKEN(
      QStringLiteral( "^(fid|geom|join_key|owner_kind|owner_code|fiscal_year|.*_(qualifier|flag|source))$" ) );
  if ( !NAME.match( code ).hasMatch() || TAKEN.match( code ).hasMatch() )
    return tr( "“%1” cannot be the code of a metric: use lower-case letters, digits and underscores, starting with a letter, no more than "
               "40, and none of the names that tables "
               "of figures need themselves." )
        .arg( code );
  if ( nameJa.trimmed().isEmpty() || nameEn.trimmed().isEmpty() || unit.trimmed().isEmpty() )
    return tr( "The metric “%1” needs a Japanese name, an English name and a unit." ).arg( code );
  if ( !kinds().contains( kind ) )
    return tr( "The metric “%1” has the kind “%2”: it must be one of %3." ).arg( code, kind, kinds().join( QStringLiteral( ", " ) ) );
  return QString();
}

QMap<QString, CaMetric> CaMetric::read( CaSqlite &database )
{
  QMap<QString, CaMetric> metrics;
  CaSqliteQuery query = database.prepare( QStringLiteral( "SELECT m.code, m.name_ja, m.name_en, m.unit, m.unit_ja, "
                                                          "m.unit_en, m.kind, m.extensive, m.rule_ja, m.rule_en FROM metrics m" ) );
  while ( query.next() )
  {
    CaMetric metric;
    metric.code = query.text( 0 );
    metric.nameJa = query.text( 1 );
    metric.nameEn = query.text( 2 );
    metric.unit = query.text( 3 );
    metric.unitJa = query.text( 4 );
    metric.unitEn = query.text( 5 );
    metric.kind = query.text( 6 );
    metric.extensive = query.integer( 7 ) != 0;
    metric.ruleJa = query.text( 8 );
    metric.ruleEn = query.text( 9 );
    metrics.insert( metric.code, metric );
  }
  return metrics;
}

bool CaMetric::add( CaSqlite &database, QString *error ) const
{
  CaSqliteQuery query = database.prepare(
      QStringLiteral( "INSERT INTO metrics (code, seq, name_ja, name_en, unit, unit_ja, unit_en, kind, extensive, rule_ja, rule_en) "
                      "SELECT ?, max(seq) + 1, ?, ?, ?, ?, ?, ?, ?, ?, ? FROM metrics" ) );
  const QStringList texts{ code, nameJa, nameEn, unit, orDefault( unitJa, unit ), orDefault( unitEn, unit ), kind };
  for ( int i = 0; i < texts.size(); ++i )
    query.bind( i, texts.at( i ) );
  query.bind( 7, extensive ? 1 : 0 )
      .bind( 8, orDefault( ruleJa, ruleInWords( sumRule(), true ) ) )
      .bind( 9, orDefault( ruleEn, ruleInWords( sumRule(), false ) ) );
  if ( query.run() )
    return true;
  *error = database.lastError();
  return false;
}
