// SPDX-License-Identifier: GPL-2.0-or-later
#include "cacomparisonsheet.h"

#include "caareaprecision.h"
#include "cafiguretext.h"
#include "cahtml.h"

#include <QStringList>

namespace
{

constexpr int MOST_UPRIGHT = 4;

QString cell( const QString &text, const char *cssClass = "" )
{
  const QString attribute = *cssClass ? QStringLiteral( " class=\"%1\"" ).arg( QLatin1String( cssClass ) ) : QString();
  return QStringLiteral( "<td%1>%2</td>" ).arg( attribute, text.toHtmlEscaped() );
}

QString label( const QString &text, const QString &unit, int rows = 1 )
{
  const QString span = rows > 1 ? QStringLiteral( " rowspan=\"%1\"" ).arg( rows ) : QString();
  const QString small = unit.isEmpty() ? QString() : QStringLiteral( " <small>(%1)</small>" ).arg( unit.toHtmlEscaped() );
  return QStringLiteral( "<th class=\"item\"%1>%2%3</th>" ).arg( span, text.toHtmlEscaped(), small );
}

QString row( const QString &cells )
{
  return QStringLiteral( "<tr>" ) + cells + QStringLiteral( "</tr>\n" );
}

//! What does not apply is a dash, what is not known says so.
QString valueCell( const CaComparedItem &item, const CaCompared &value )
{
  const QString dash = QStringLiteral( "–" );
  if ( !item.isNumber )
    return cell( value.text.isEmpty() ? dash : value.text );
  if ( value.figure && value.figure->flag == CaFlag::NotApplicable )
    return cell( dash, "number" );
  if ( !value.figure || !value.figure->value )
    return cell( CaFigureText::of( value.figure ), "number missing" );
  const bool isArea = value.figure->unit == QLatin1String( "km2" );
  return cell( isArea ? CaFigureText::sqKm( *value.figure->value ) : CaFigureText::of( value.figure ), "number" );
}

} // namespace

CaComparisonSheet::CaComparisonSheet( const CaClusterComparison &comparison )
    : mComparison( comparison )
{
}

QString CaComparisonSheet::style() const
{
  const int count = static_cast<int>( mComparison.areas().size() );
  const bool isUpright = count <= MOST_UPRIGHT;
  return QStringLiteral( "@page{size:A4 %1;margin:12mm}" ).arg( isUpright ? QStringLiteral( "portrait" ) : QStringLiteral( "landscape" ) ) +
         QStringLiteral(
             "table.compare{page-break-inside:avoid;table-layout:fixed;width:100%;margin-bottom:.4em}table.compare td,table.compare "
             "th{overflow-wrap:"
             "anywhere}table.compare td.number{white-space:normal}"
             "table.compare th.area{text-align:center;vertical-align:bottom}th.area small{color:#555;font-weight:400;word-break:break-all}"
             "th.item{font-weight:400;background:#f7f7f7}td.missing{color:#777}.small{font-size:.8em;color:#555}"
             "col.item{width:%1%}col.year{width:%2em}" )
             .arg( isUpright ? 22 : 15 )
             .arg( 4 ) +
         ( isUpright ? QString() : QStringLiteral( "table.compare{font-size:.78em}table.compare td,table.compare th{padding:2px 4px}" ) );
}

QString CaComparisonSheet::head( const QString &text, Section kind ) const
{
  QString cells = QStringLiteral( "<th>%1</th>" ).arg( text.toHtmlEscaped() );
  if ( kind == Section::Years )
    cells += QStringLiteral( "<th class=\"number\">%1</th>" ).arg( tr( "Year" ).toHtmlEscaped() );
  const QVector<CaBuiltArea> areas = mComparison.areas();
  for ( int area = 0; area < areas.size(); ++area )
  {
    const QString mark = kind == Section::Sizes ? CaAreaPrecision::mark( { areas.at( area ) } ) : QString();
    cells += QStringLiteral( "<th class=\"area\">%1<br><small>%2%3</small></th>" )
                 .arg( mComparison.nameOf( area ).toHtmlEscaped(), areas.at( area ).list.code.toHtmlEscaped(),
                       mark.isEmpty() ? QString() : QStringLiteral( "<br><span class=\"warning\">%1</span>" ).arg( mark.toHtmlEscaped() ) );
  }
  return QStringLiteral( "<thead>" ) + row( cells ) + QStringLiteral( "</thead>\n" );
}

QString CaComparisonSheet::section( const QString &title, const QString &text, const QString &rows, Section kind ) const
{
  const QString columns = QStringLiteral( "<colgroup><col class=\"item\">%1</colgroup>" )
                              .arg( kind == Section::Years ? QStringLiteral( "<col class=\"year\">" ) : QString() );
  if ( rows.isEmpty() )
    return CaHtml::heading( title ) + CaHtml::paragraph( tr( "None of the areas has any." ) );
  return CaHtml::heading( title ) + QStringLiteral( "<table class=\"compare\">" ) + columns + head( text, kind ) +
         QStringLiteral( "<tbody>\n" ) + rows + QStringLiteral( "</tbody></table>\n" );
}

QString CaComparisonSheet::texts( CaComparedItem::Group group ) const
{
  QString rows;
  const QVector<CaComparedItem> items = mComparison.items( group );
  for ( const CaComparedItem &item : items )
  {
    QString cells = label( item.name, group == CaComparedItem::Group::Partner ? QString() : item.unit );
    for ( const CaCompared &value : item.values )
      cells += valueCell( item, value );
    rows += row( cells );
  }
  return rows;
}

QString CaComparisonSheet::figures() const
{
  QString rows;
  const QVector<CaComparedItem> items = mComparison.items( CaComparedItem::Group::Figure );
  for ( int i = 0; i < items.size(); ++i )
  {
    const CaComparedItem &item = items.at( i );
    QString cells;
    if ( i == 0 || items.at( i - 1 ).code != item.code )
    {
      int years = 1;
      while ( i + years < items.size() && items.at( i + years ).code == item.code )
        ++years;
      cells = label( item.name, item.unit, years );
    }
    cells += cell( QString::number( item.fiscalYear ), "number" );
    for ( const CaCompared &value : item.values )
      cells += valueCell( item, value );
    rows += row( cells );
  }
  return rows;
}

QString CaComparisonSheet::overlaps() const
{
  QString rows;
  const CaComparedItem size = mComparison.items( CaComparedItem::Group::Area ).constFirst();
  const QVector<CaComparedItem> items = mComparison.items( CaComparedItem::Group::Overlap );
  for ( const CaComparedItem &item : items )
  {
    QString cells = label( item.name, QString() );
    for ( int area = 0; area < item.values.size(); ++area )
    {
      const std::optional<CaFigure> &shared = item.values.at( area ).figure;
      const std::optional<CaFigure> &whole = size.values.at( area ).figure;
      if ( shared && shared->value && whole && whole->value && *whole->value > 0 )
        cells += QStringLiteral( "<td class=\"number\">%1<br><small>%2</small></td>" )
                     .arg( CaFigureText::sqKm( *shared->value ).toHtmlEscaped(),
                           CaFigureText::percent( *shared->value / *whole->value ).toHtmlEscaped() );
      else
        cells += valueCell( item, item.values.at( area ) );
    }
    rows += row( cells );
  }
  return rows;
}

QString CaComparisonSheet::body() const
{
  QStringList sources;
  const QVector<CaComparedItem> items = mComparison.items( CaComparedItem::Group::Figure );
  for ( const CaComparedItem &item : items )
  {
    for ( const CaCompared &value : item.values )
      sources << value.source;
  }
  sources.removeAll( QString() );
  sources.removeDuplicates();
  sources.sort();
  QString html = section( tr( "Area" ), tr( "Item" ), texts( CaComparedItem::Group::Area ), Section::Sizes ) +
                 section( tr( "Figures by fiscal year (April to March)" ), tr( "Figure" ), figures(), Section::Years );
  if ( !sources.isEmpty() )
    html += QStringLiteral( "<p class=\"small\">%1</p>\n" )
                .arg( tr( "Sources of the figures: %1" ).arg( sources.join( QStringLiteral( "; " ) ) ).toHtmlEscaped() );
  html +=
      section( tr( "Fields" ), tr( "Field" ), texts( CaComparedItem::Group::Field ) ) +
      section( tr( "Partners abroad (number of links)" ), tr( "Country" ), texts( CaComparedItem::Group::Partner ) ) +
      section( tr( "Shared ground (km², and share of the area at the head of the column)" ), tr( "Shared" ), overlaps(), Section::Sizes );
  const bool isMarked = !CaAreaPrecision::mark( mComparison.areas() ).isEmpty();
  return isMarked ? html + QStringLiteral( "<p class=\"small\">%1</p>\n" ).arg( CaAreaPrecision::legend().toHtmlEscaped() ) : html;
}
