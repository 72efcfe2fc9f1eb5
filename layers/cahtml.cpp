// SPDX-License-Identifier: GPL-2.0-or-later
#include "cahtml.h"

namespace
{

QString element( const QString &tag, const QString &text )
{
  return QStringLiteral( "<%1>%2</%1>\n" ).arg( tag, text.toHtmlEscaped() );
}

QString row( const QStringList &texts, const QString &tag )
{
  QString html = QStringLiteral( "<tr>" );
  for ( const QString &text : texts )
    html += QStringLiteral( "<%1>%2</%1>" ).arg( tag, text.toHtmlEscaped() );
  return html + QStringLiteral( "</tr>\n" );
}

} // namespace

QString CaHtml::page( const QString &title, const QString &body )
{
  static const QString sStyle =
      QStringLiteral( "body{font-family:sans-serif}table{border-collapse:collapse}"
                      "td,th{border:1px solid #999;padding:2px 8px;text-align:left;vertical-align:top}.warning{color:#a03000}" );
  return QStringLiteral( "<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\">" ) + element( QStringLiteral( "title" ), title ) +
         QStringLiteral( "<style>" ) + sStyle + QStringLiteral( "</style></head><body>\n" ) + element( QStringLiteral( "h1" ), title ) +
         body + QStringLiteral( "</body></html>\n" );
}

QString CaHtml::heading( const QString &text )
{
  return element( QStringLiteral( "h2" ), text );
}

QString CaHtml::paragraph( const QString &text )
{
  return element( QStringLiteral( "p" ), text );
}

QString CaHtml::table( const QStringList &head, const QList<QStringList> &rows )
{
  if ( rows.isEmpty() )
    return QString();
  QString html = QStringLiteral( "<table>\n" );
  if ( !head.isEmpty() )
    html += row( head, QStringLiteral( "th" ) );
  for ( const QStringList &texts : rows )
    html += row( texts, QStringLiteral( "td" ) );
  return html + QStringLiteral( "</table>\n" );
}
