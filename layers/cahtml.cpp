// SPDX-License-Identifier: GPL-2.0-or-later
#include "cahtml.h"

#include "calanguage.h"

namespace
{

QString element( const QString &tag, const QString &text )
{
  return QStringLiteral( "<%1>%2</%1>\n" ).arg( tag, text.toHtmlEscaped() );
}

QString row( const QStringList &texts, const QString &tag, const QVector<int> &numbers )
{
  QString html = QStringLiteral( "<tr>" );
  for ( int column = 0; column < texts.size(); ++column )
    html +=
        QStringLiteral( "<%1%2>%3</%1>" )
            .arg( tag, numbers.contains( column ) ? QStringLiteral( " class=\"number\"" ) : QString(), texts.at( column ).toHtmlEscaped() );
  return html + QStringLiteral( "</tr>\n" );
}

//! A quiet page that prints on A4: heads of tables come again on each page, and no row is torn.
const char *const STYLE = "body{font-family:'Noto Sans CJK JP','Noto Sans JP','Yu Gothic',Meiryo,sans-serif;color:#222;line-height:1.45;"
                          "margin:1.5em}"
                          "h1{font-size:1.4em;border-bottom:2px solid #444;padding-bottom:.2em}h2{font-size:1.1em;margin:1.4em 0 .4em}"
                          "table{border-collapse:collapse;font-size:.9em;margin-bottom:1em}"
                          "td,th{border:1px solid #aaa;padding:2px 8px;text-align:left;vertical-align:top}"
                          "th{background:#eee;font-weight:600}"
                          "td.number,th.number{text-align:right}"
                          "td.number{white-space:nowrap;font-variant-numeric:tabular-nums}"
                          ".warning{color:#a03000}"
                          "@page{size:A4;margin:15mm}"
                          "@media print{body{margin:0;font-size:9pt}thead{display:table-header-group}tr{page-break-inside:avoid}"
                          "h2{page-break-after:avoid}}";

} // namespace

QString CaHtml::page( const QString &title, const QString &body, const QString &style, const QString &language )
{
  return QStringLiteral( "<!DOCTYPE html>\n<html lang=\"%1\"><head><meta charset=\"utf-8\">" )
             .arg( language.isEmpty() ? CaLanguage::ofInterface() : language.toHtmlEscaped() ) +
         element( QStringLiteral( "title" ), title ) + QStringLiteral( "<style>" ) + QString::fromLatin1( STYLE ) + style +
         QStringLiteral( "</style></head><body>\n" ) + element( QStringLiteral( "h1" ), title ) + body +
         QStringLiteral( "</body></html>\n" );
}

QString CaHtml::section( const QString &language, const QString &body )
{
  return QStringLiteral( "<section lang=\"%1\">\n%2</section>\n" ).arg( language.toHtmlEscaped(), body );
}

QString CaHtml::heading( const QString &text )
{
  return element( QStringLiteral( "h2" ), text );
}

QString CaHtml::paragraph( const QString &text )
{
  return element( QStringLiteral( "p" ), text );
}

QString CaHtml::table( const QStringList &head, const QList<QStringList> &rows, const QVector<int> &numbers )
{
  if ( rows.isEmpty() )
    return QString();
  QString html = QStringLiteral( "<table>\n" );
  if ( !head.isEmpty() )
    html += QStringLiteral( "<thead>" ) + row( head, QStringLiteral( "th" ), numbers ) + QStringLiteral( "</thead>\n" );
  html += QStringLiteral( "<tbody>\n" );
  for ( const QStringList &texts : rows )
    html += row( texts, QStringLiteral( "td" ), numbers );
  return html + QStringLiteral( "</tbody></table>\n" );
}
