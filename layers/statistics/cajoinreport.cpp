// SPDX-License-Identifier: GPL-2.0-or-later
#include "cajoinreport.h"

#include "calanguage.h"

#include <QJsonArray>

namespace
{

bool inJapanese()
{
  return CaLanguage::ofInterface() == QLatin1String( "ja" );
}

QString row( const QStringList &cells, const QString &tag = QStringLiteral( "td" ) )
{
  QString html = QStringLiteral( "<tr>" );
  for ( const QString &cell : cells )
    html += QStringLiteral( "<%1>%2</%1>" ).arg( tag, cell.toHtmlEscaped() );
  return html + QStringLiteral( "</tr>\n" );
}

QString table( const QString &title, const QStringList &head, const QVector<QStringList> &rows, qlonglong count )
{
  if ( rows.isEmpty() )
    return QString();
  QString html = QStringLiteral( "<h2>%1 (%2)</h2>\n<table border=\"1\">\n" ).arg( title.toHtmlEscaped() ).arg( count ) +
                 row( head, QStringLiteral( "th" ) );
  for ( const QStringList &cells : rows )
    html += row( cells );
  if ( count > rows.size() )
    html += row( { QStringLiteral( "…" ) } );
  return html + QStringLiteral( "</table>\n" );
}

QJsonArray json( const QVector<CaJoinReport::Key> &keys )
{
  QJsonArray array;
  for ( const CaJoinReport::Key &key : keys )
    array << QJsonObject{ { QStringLiteral( "key" ), key.text },
                          { QStringLiteral( "features" ), key.features },
                          { QStringLiteral( "problem" ), key.problem },
                          { QStringLiteral( "nearest" ), QJsonArray::fromStringList( key.nearest ) } };
  return array;
}

QJsonArray json( const QVector<CaJoinReport::Owner> &owners )
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

QVector<QStringList> cells( const QVector<CaJoinReport::Key> &keys )
{
  QVector<QStringList> rows;
  for ( const CaJoinReport::Key &key : keys )
    rows << QStringList{ key.text, QString::number( key.features ), key.problem, key.nearest.join( QStringLiteral( ", " ) ) };
  return rows;
}

} // namespace

QString CaJoinReport::summary() const
{
  QString text = tr( "%1 of %2 features of “%3” were joined by “%4” to fiscal year %5." )
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
           { QStringLiteral( "unmatched_list" ), json( unmatchedList ) },
           { QStringLiteral( "owners_without_feature" ), ownersWithoutFeature },
           { QStringLiteral( "owners_without_feature_list" ), json( ownerList ) },
           { QStringLiteral( "repeated_keys" ), repeatedKeys },
           { QStringLiteral( "repeated_list" ), json( repeatedList ) },
           { QStringLiteral( "owners_with_several_keys" ), json( severalKeys ) },
           { QStringLiteral( "metrics" ), metricArray } };
}

QString CaJoinReport::toHtml() const
{
  QVector<QStringList> metricRows;
  for ( const Metric &metric : metrics )
    metricRows << QStringList{ tr( "%1 (%2)" ).arg( inJapanese() ? metric.nameJa : metric.nameEn, metric.unit ),
                               QString::number( metric.values ),
                               QString::number( metric.zero ),
                               QString::number( metric.suppressed ),
                               QString::number( metric.notAvailable ),
                               QString::number( metric.notApplicable ),
                               QString::number( metric.missing ),
                               QString::number( metric.ofUser ),
                               QString::number( metric.overShipped ),
                               listed( metric.years ) };
  QVector<QStringList> ownerRows;
  for ( const Owner &owner : ownerList )
    ownerRows << QStringList{ owner.code, inJapanese() ? owner.nameJa : owner.nameEn, owner.nearest.join( QStringLiteral( ", " ) ) };
  QVector<QStringList> severalRows;
  for ( const Owner &owner : severalKeys )
    severalRows << QStringList{ owner.code, inJapanese() ? owner.nameJa : owner.nameEn, owner.keys.join( QStringLiteral( ", " ) ) };

  return QStringLiteral( "<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"><title>%1</title></head><body>\n<h1>%1</h1>\n<p>%2</p>\n" )
             .arg( tr( "Join of statistics" ).toHtmlEscaped(), summary().toHtmlEscaped() ) +
         table( tr( "Metrics" ),
                { tr( "Metric" ), tr( "Values" ), tr( "Zero by a mark" ), tr( "Suppressed" ), tr( "Not available" ), tr( "Not applicable" ),
                  tr( "No figure" ), tr( "From own sheets" ), tr( "Before shipped figures" ), tr( "Years with figures" ) },
                metricRows, metricRows.size() ) +
         table( tr( "Keys that mean no owner" ), { tr( "Key" ), tr( "Features" ), tr( "Why" ), tr( "Nearest" ) }, cells( unmatchedList ),
                unmatchedKeys ) +
         table( tr( "Owners with figures and no feature" ), { tr( "Code" ), tr( "Name" ), tr( "Nearest keys" ) }, ownerRows,
                ownersWithoutFeature ) +
         table( tr( "Owners written in several ways" ), { tr( "Code" ), tr( "Name" ), tr( "Keys" ) }, severalRows, severalRows.size() ) +
         table( tr( "Keys of several features" ), { tr( "Key" ), tr( "Features" ), tr( "Why" ), tr( "Nearest" ) }, cells( repeatedList ),
                repeatedKeys ) +
         QStringLiteral( "</body></html>\n" );
}
