// SPDX-License-Identifier: GPL-2.0-or-later
#include "cajoinreport.h"

#include "cahtml.h"
#include "calanguage.h"

#include <QJsonArray>

namespace
{

bool inJapanese()
{
  return CaLanguage::ofInterface() == QLatin1String( "ja" );
}

//! A table under its title, with how many there are of what it lists; empty without rows.
QString table( const QString &title, const QStringList &head, QList<QStringList> rows, qlonglong count )
{
  if ( rows.isEmpty() )
    return QString();
  if ( count > rows.size() )
    rows << QStringList{ QStringLiteral( "…" ) };
  return CaHtml::heading( QStringLiteral( "%1 (%2)" ).arg( title ).arg( count ) ) + CaHtml::table( head, rows );
}

QJsonArray jsonArray( const QVector<CaJoinReport::Key> &keys )
{
  QJsonArray array;
  for ( const CaJoinReport::Key &key : keys )
    array << QJsonObject{ { QStringLiteral( "key" ), key.text },
                          { QStringLiteral( "features" ), key.features },
                          { QStringLiteral( "problem" ), key.problem },
                          { QStringLiteral( "nearest" ), QJsonArray::fromStringList( key.nearest ) } };
  return array;
}

QJsonArray jsonArray( const QVector<CaJoinReport::Owner> &owners )
{
  QJsonArray array;
  for ( const CaJoinReport::Owner &owner : owners )
    array << QJsonObject{ { QStringLiteral( "kind" ), owner.kind },
                          { QStringLiteral( "code" ), owner.code },
                          { QStringLiteral( "name_ja" ), owner.nameJa },
                          { QStringLiteral( "name_en" ), owner.nameEn },
                          { QStringLiteral( "nearest" ), QJsonArray::fromStringList( owner.nearest ) },
                          { QStringLiteral( "keys" ), QJsonArray::fromStringList( owner.keys ) } };
  return array;
}

QString listed( const QVector<int> &years )
{
  QStringList texts;
  for ( const int year : years )
    texts << QString::number( year );
  return texts.join( QStringLiteral( ", " ) );
}

QList<QStringList> cells( const QVector<CaJoinReport::Key> &keys )
{
  QList<QStringList> rows;
  for ( const CaJoinReport::Key &key : keys )
    rows << QStringList{ key.text, QString::number( key.features ), key.problem, key.nearest.join( QStringLiteral( ", " ) ) };
  return rows;
}

} // namespace

QString CaJoinReport::summary() const
{
  QString text = tr( "%1 of %2 features of “%3” match figures of fiscal year %5 by “%4”." )
                     .arg( QString::number( matched ), QString::number( features ), layerName, keyField, QString::number( fiscalYear ) );
  if ( !isComplete() )
    text += tr( " %1 could not be joined (%2 without a key)." ).arg( unmatched + empty ).arg( empty );
  if ( ownersWithoutFeature > 0 )
    text += tr( " %1 owners with figures have no feature." ).arg( ownersWithoutFeature );
  return text;
}

QString CaJoinReport::legendNote() const
{
  return isComplete() ? QString() : tr( " (features not joined: %1)" ).arg( unmatched + empty );
}

QJsonObject CaJoinReport::toJson() const
{
  QJsonArray metricArray;
  for ( const Metric &metric : metrics )
  {
    QJsonArray years;
    for ( const int year : metric.years )
      years << year;
    metricArray << QJsonObject{ { QStringLiteral( "metric" ), metric.code },
                                { QStringLiteral( "name_ja" ), metric.nameJa },
                                { QStringLiteral( "name_en" ), metric.nameEn },
                                { QStringLiteral( "unit" ), metric.unit },
                                { QStringLiteral( "years" ), years },
                                { QStringLiteral( "values" ), metric.values },
                                { QStringLiteral( "zero" ), metric.zero },
                                { QStringLiteral( "not_applicable" ), metric.notApplicable },
                                { QStringLiteral( "not_available" ), metric.notAvailable },
                                { QStringLiteral( "suppressed" ), metric.suppressed },
                                { QStringLiteral( "missing" ), metric.missing },
                                { QStringLiteral( "of_user" ), metric.ofUser },
                                { QStringLiteral( "over_shipped" ), metric.overShipped } };
  }
  return { { QStringLiteral( "layer" ), layerName },
           { QStringLiteral( "key_field" ), keyField },
           { QStringLiteral( "owner_kinds" ), QJsonArray::fromStringList( ownerKinds ) },
           { QStringLiteral( "fiscal_year" ), fiscalYear },
           { QStringLiteral( "features" ), features },
           { QStringLiteral( "matched" ), matched },
           { QStringLiteral( "unmatched" ), unmatched },
           { QStringLiteral( "empty" ), empty },
           { QStringLiteral( "unmatched_keys" ), unmatchedKeys },
           { QStringLiteral( "unmatched_list" ), jsonArray( unmatchedList ) },
           { QStringLiteral( "owners_without_feature" ), ownersWithoutFeature },
           { QStringLiteral( "owners_without_feature_list" ), jsonArray( ownerList ) },
           { QStringLiteral( "repeated_keys" ), repeatedKeys },
           { QStringLiteral( "repeated_list" ), jsonArray( repeatedList ) },
           { QStringLiteral( "owners_with_several_keys" ), jsonArray( severalKeys ) },
           { QStringLiteral( "metrics" ), metricArray } };
}

QString CaJoinReport::toHtml() const
{
  QList<QStringList> metricRows;
  for ( const Metric &metric : metrics )
    metricRows << QStringList{
      tr( "%1 (%2)" ).arg( inJapanese() ? metric.nameJa : metric.nameEn, inJapanese() ? metric.unitJa : metric.unitEn ),
      QString::number( metric.values ),
      QString::number( metric.zero ),
      QString::number( metric.suppressed ),
      QString::number( metric.notAvailable ),
      QString::number( metric.notApplicable ),
      QString::number( metric.missing ),
      QString::number( metric.ofUser ),
      QString::number( metric.overShipped ),
      listed( metric.years )
    };
  QList<QStringList> ownerRows;
  for ( const Owner &owner : ownerList )
    ownerRows << QStringList{ owner.code, inJapanese() ? owner.nameJa : owner.nameEn, owner.nearest.join( QStringLiteral( ", " ) ) };
  QList<QStringList> severalRows;
  for ( const Owner &owner : severalKeys )
    severalRows << QStringList{ owner.code, inJapanese() ? owner.nameJa : owner.nameEn, owner.keys.join( QStringLiteral( ", " ) ) };

  return CaHtml::page(
      tr( "Join of statistics" ),
      CaHtml::paragraph( summary() ) +
          table( tr( "Metrics" ),
                 { tr( "Metric" ), tr( "Values" ), tr( "Zero by a mark" ), tr( "Suppressed" ), tr( "Not available" ),
                   tr( "Not applicable" ), tr( "No figure" ), tr( "From own sheets" ), tr( "Before shipped figures" ),
                   tr( "Years with figures" ) },
                 metricRows, metricRows.size() ) +
          table( tr( "Keys that mean no owner" ), { tr( "Key" ), tr( "Features" ), tr( "Why" ), tr( "Nearest" ) }, cells( unmatchedList ),
                 unmatchedKeys ) +
          table( tr( "Owners with figures and no feature" ), { tr( "Code" ), tr( "Name" ), tr( "Nearest keys" ) }, ownerRows,
                 ownersWithoutFeature ) +
          table( tr( "Owners written in several ways" ), { tr( "Code" ), tr( "Name" ), tr( "Keys" ) }, severalRows, severalRows.size() ) +
          table( tr( "Keys of several features" ), { tr( "Key" ), tr( "Features" ), tr( "Why" ), tr( "Nearest" ) }, cells( repeatedList ),
                 repeatedKeys ) );
}
