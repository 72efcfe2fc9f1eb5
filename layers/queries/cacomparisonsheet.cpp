// SPDX-License-Identifier: GPL-2.0-or-later
#include "cacomparisonsheet.h"

#include "caareaprecision.h"
#include "cafiguretext.h"
#include "cahtml.h"

#include <QStringList>

namespace
{

constexpr int MOST_UPRIGHT = 4;
constexpr double ITEM_SHARE = 0.22; // of the width, for the names of items
constexpr double ITEM_SHARE_ACROSS = 0.15;
constexpr double YEAR_SHARE = 0.07;

//! What does not apply is a dash, what is not known says so.
CaSheetCell valueCell( const CaComparedItem &item, const CaCompared &value )
{
  CaSheetCell cell;
  cell.text = QStringLiteral( "–" );
  cell.isNumber = item.isNumber;
  if ( !item.isNumber )
    cell.text = value.text.isEmpty() ? cell.text : value.text;
  else if ( !value.figure || value.figure->flag != CaFlag::NotApplicable )
  {
    cell.isMissing = !value.figure || !value.figure->value;
    const bool isArea = !cell.isMissing && value.figure->unit == QLatin1String( "km2" );
    cell.text = isArea ? CaFigureText::sqKm( *value.figure->value ) : CaFigureText::of( value.figure );
  }
  return cell;
}

CaSheetCell label( const CaComparedItem &item, const QString &unit )
{
  CaSheetCell cell;
  cell.text = unit.isEmpty() ? item.name : QStringLiteral( "%1 (%2)" ).arg( item.name, unit );
  return cell;
}

QString htmlOf( const CaSheetCell &cell, const QString &tag, const QString &cssClass, int rows = 1 )
{
  const auto under = []( const QString &text, const QString &css )
  {
    return text.isEmpty() ? QString() : QStringLiteral( "<br><small%1>%2</small>" ).arg( css, text.toHtmlEscaped() );
  };
  return QStringLiteral( "<%1%2%3>" )
             .arg( tag, cssClass.isEmpty() ? QString() : QStringLiteral( " class=\"%1\"" ).arg( cssClass ),
                   rows > 1 ? QStringLiteral( " rowspan=\"%1\"" ).arg( rows ) : QString() ) +
         cell.text.toHtmlEscaped() + under( cell.small, QString() ) + under( cell.warning, QStringLiteral( " class=\"warning\"" ) ) +
         QStringLiteral( "</%1>" ).arg( tag );
}

QString rowOf( const QString &cells )
{
  return QStringLiteral( "<tr>" ) + cells + QStringLiteral( "</tr>\n" );
}

QString htmlOf( const CaSheetTable &table )
{
  const QString note = table.note.isEmpty() ? QString() : QStringLiteral( "<p class=\"small\">%1</p>\n" ).arg( table.note.toHtmlEscaped() );
  if ( table.rows.isEmpty() )
    return CaHtml::heading( table.heading ) + CaHtml::paragraph( table.none ) + note;
  QString columns;
  for ( const double width : table.widths )
    columns += QStringLiteral( "<col style=\"width:%1%\">" ).arg( 100 * width, 0, 'f', 1 );
  QString head;
  for ( int column = 0; column < table.head.size(); ++column )
    head += htmlOf( table.head.at( column ), QStringLiteral( "th" ), column == 0 ? QString() : QStringLiteral( "area" ) );
  QString rows;
  for ( int row = 0; row < table.rows.size(); ++row )
  {
    QString cells;
    for ( int column = 0; column < table.rows.at( row ).size(); ++column )
    {
      const CaSheetCell &cell = table.rows.at( row ).at( column );
      if ( cell.isSame )
        continue;
      int same = 1;
      while ( row + same < table.rows.size() && table.rows.at( row + same ).at( column ).isSame )
        ++same;
      const QString number = cell.isMissing ? QStringLiteral( "number missing" ) : cell.isNumber ? QStringLiteral( "number" ) : QString();
      cells += column == 0 ? htmlOf( cell, QStringLiteral( "th" ), QStringLiteral( "item" ), same )
                           : htmlOf( cell, QStringLiteral( "td" ), number, same );
    }
    rows += rowOf( cells );
  }
  return CaHtml::heading( table.heading ) + QStringLiteral( "<table class=\"compare\"><colgroup>" ) + columns +
         QStringLiteral( "</colgroup><thead>" ) + rowOf( head ) + QStringLiteral( "</thead>\n<tbody>\n" ) + rows +
         QStringLiteral( "</tbody></table>\n" ) + note;
}

} // namespace

CaComparisonSheet::CaComparisonSheet( const CaClusterComparison &comparison )
    : mComparison( comparison )
{
}

bool CaComparisonSheet::isUpright() const
{
  return mComparison.areas().size() <= MOST_UPRIGHT;
}

QString CaComparisonSheet::style() const
{
  return QStringLiteral( "@page{size:A4 %1;margin:12mm}" )
             .arg( isUpright() ? QStringLiteral( "portrait" ) : QStringLiteral( "landscape" ) ) +
         QStringLiteral(
             "table.compare{page-break-inside:avoid;table-layout:fixed;width:100%;margin-bottom:.4em}table.compare td,table.compare "
             "th{overflow-wrap:"
             "anywhere}table.compare td.number{white-space:normal}"
             "table.compare th.area{text-align:center;vertical-align:bottom}th.area small{color:#555;font-weight:400;word-break:break-all}"
             "th.area small.warning{color:#a03000}"
             "th.item{font-weight:400;background:#f7f7f7}td.missing{color:#777}.small{font-size:.8em;color:#555}" ) +
         ( isUpright() ? QString() : QStringLiteral( "table.compare{font-size:.78em}table.compare td,table.compare th{padding:2px 4px}" ) );
}

//! Returns a table with its head, and no rows yet.
CaSheetTable CaComparisonSheet::table( const QString &heading, const QString &label, Section kind ) const
{
  CaSheetTable table;
  table.heading = heading;
  table.none = tr( "None of the areas has any." );
  const double item = isUpright() ? ITEM_SHARE : ITEM_SHARE_ACROSS;
  const double year = kind == Section::Years ? YEAR_SHARE : 0;
  table.widths << item;
  table.head << CaSheetCell{ label, {}, {}, false, false, false };
  if ( kind == Section::Years )
  {
    table.widths << year;
    table.head << CaSheetCell{ tr( "Year" ), {}, {}, true, false, false };
  }
  const QVector<CaBuiltArea> areas = mComparison.areas();
  for ( int area = 0; area < areas.size(); ++area )
  {
    table.widths << ( 1 - item - year ) / areas.size();
    table.head << CaSheetCell{ mComparison.nameOf( area ),
                               areas.at( area ).list.code,
                               kind == Section::Sizes ? CaAreaPrecision::mark( { areas.at( area ) } ) : QString(),
                               false,
                               false,
                               false };
  }
  return table;
}

CaSheetTable CaComparisonSheet::texts( CaComparedItem::Group group, CaSheetTable table ) const
{
  const QVector<CaComparedItem> items = mComparison.items( group );
  for ( const CaComparedItem &item : items )
  {
    QVector<CaSheetCell> row{ label( item, group == CaComparedItem::Group::Partner ? QString() : item.unit ) };
    for ( const CaCompared &value : item.values )
      row << valueCell( item, value );
    table.rows << row;
  }
  return table;
}

CaSheetTable CaComparisonSheet::figures( CaSheetTable table ) const
{
  const QVector<CaComparedItem> items = mComparison.items( CaComparedItem::Group::Figure );
  for ( int i = 0; i < items.size(); ++i )
  {
    const CaComparedItem &item = items.at( i );
    CaSheetCell name = label( item, item.unit );
    name.isSame = i > 0 && items.at( i - 1 ).code == item.code;
    QVector<CaSheetCell> row{ name, CaSheetCell{ QString::number( item.fiscalYear ), {}, {}, true, false, false } };
    for ( const CaCompared &value : item.values )
      row << valueCell( item, value );
    table.rows << row;
  }
  return table;
}

CaSheetTable CaComparisonSheet::overlaps( CaSheetTable table ) const
{
  const CaComparedItem size = mComparison.items( CaComparedItem::Group::Area ).constFirst();
  const QVector<CaComparedItem> items = mComparison.items( CaComparedItem::Group::Overlap );
  for ( const CaComparedItem &item : items )
  {
    QVector<CaSheetCell> row{ label( item, QString() ) };
    for ( int area = 0; area < item.values.size(); ++area )
    {
      CaSheetCell cell = valueCell( item, item.values.at( area ) );
      const std::optional<CaFigure> &shared = item.values.at( area ).figure;
      const std::optional<CaFigure> &whole = size.values.at( area ).figure;
      if ( shared && shared->value && whole && whole->value && *whole->value > 0 )
      {
        cell.text = CaFigureText::sqKm( *shared->value );
        cell.small = CaFigureText::percent( *shared->value / *whole->value );
      }
      row << cell;
    }
    table.rows << row;
  }
  return table;
}

//! Returns where the figures come from, in a sentence; nothing if there are none.
QString CaComparisonSheet::sources() const
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
  return sources.isEmpty() ? QString() : tr( "Sources of the figures: %1" ).arg( sources.join( QStringLiteral( "; " ) ) );
}

QVector<CaSheetTable> CaComparisonSheet::tables() const
{
  CaSheetTable byYear = figures( table( tr( "Figures by fiscal year (April to March)" ), tr( "Figure" ), Section::Years ) );
  byYear.note = sources();
  CaSheetTable shared =
      overlaps( table( tr( "Shared ground (km², and share of the area at the head of the column)" ), tr( "Shared" ), Section::Sizes ) );
  if ( !CaAreaPrecision::mark( mComparison.areas() ).isEmpty() )
    shared.note = CaAreaPrecision::legend();
  return { texts( CaComparedItem::Group::Area, table( tr( "Area" ), tr( "Item" ), Section::Sizes ) ), byYear,
           texts( CaComparedItem::Group::Field, table( tr( "Fields" ), tr( "Field" ) ) ),
           texts( CaComparedItem::Group::Partner, table( tr( "Partners abroad (number of links)" ), tr( "Country" ) ) ), shared };
}

QString CaComparisonSheet::body() const
{
  QString html;
  const QVector<CaSheetTable> all = tables();
  for ( const CaSheetTable &table : all )
    html += htmlOf( table );
  return html;
}
