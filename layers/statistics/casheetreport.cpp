// SPDX-License-Identifier: GPL-2.0-or-later
#include "casheetreport.h"

#include <QJsonArray>
#include <QLocale>

#include <algorithm>

namespace
{

QString cellsOf( const QStringList &texts, const QString &tag )
{
  QString html = QStringLiteral( "<tr>" );
  for ( const QString &text : texts )
    html += QStringLiteral( "<%1>%2</%1>" ).arg( tag, text.toHtmlEscaped() );
  return html + QStringLiteral( "</tr>\n" );
}

QString number( qint64 value )
{
  return QLocale().toString( value );
}

QStringList sortedYears( const QSet<int> &years )
{
  QList<int> list = years.values();
  std::sort( list.begin(), list.end() );
  QStringList texts;
  for ( const int year : qAsConst( list ) )
    texts << QString::number( year );
  return texts;
}

QStringList sortedTexts( const QSet<QString> &texts )
{
  QStringList list = texts.values();
  list.sort();
  return list;
}

} // namespace

void CaSheetReport::add( const CaSheetIssue &issue )
{
  qint64 &count = issue.isError ? errors : doubts;
  // The first are listed of both kinds, so that many doubts hide no error.
  if ( count++ < MOST_ISSUES )
    issues << issue;
}

QString CaSheetReport::summary() const
{
  const QString place = sheet.isEmpty() ? fileName : tr( "%1, sheet “%2”" ).arg( fileName, sheet );
  if ( !isClean() )
    return tr( "%1: %2 cells cannot be read; nothing is imported. Correct them, or what the columns mean, and read the sheet again." )
        .arg( place, QLocale().toString( errors ) );
  if ( figures == 0 )
    return tr( "%1: no figures were found. Check which row is the header and which columns hold figures." ).arg( place );
  return isDryRun ? tr( "%1: %2 figures can be imported; %3 cells should be looked at." )
                        .arg( place, QLocale().toString( figures ), QLocale().toString( doubts ) )
                  : tr( "%1: %2 figures were read; %3 cells should be looked at." )
                        .arg( place, QLocale().toString( figures ), QLocale().toString( doubts ) );
}

QJsonObject CaSheetReport::toJson() const
{
  QJsonArray years, list;
  QList<int> sorted = fiscalYears.values();
  std::sort( sorted.begin(), sorted.end() );
  for ( const int year : qAsConst( sorted ) )
    years << year;
  QJsonObject byFlag;
  for ( auto it = flags.constBegin(); it != flags.constEnd(); ++it )
    byFlag.insert( it.key(), it.value() );
  for ( const CaSheetIssue &issue : issues )
    list << QJsonObject{ { QStringLiteral( "error" ), issue.isError },
                         { QStringLiteral( "sheet" ), issue.sheet },
                         { QStringLiteral( "cell" ), issue.cell },
                         { QStringLiteral( "text" ), issue.text },
                         { QStringLiteral( "problem" ), issue.problem } };
  return { { QStringLiteral( "file" ), fileName },
           { QStringLiteral( "sheet" ), sheet },
           { QStringLiteral( "summary" ), summary() },
           { QStringLiteral( "dry_run" ), isDryRun },
           { QStringLiteral( "rows" ), rows },
           { QStringLiteral( "figures" ), figures },
           { QStringLiteral( "totals" ), totals },
           { QStringLiteral( "notes" ), notes },
           { QStringLiteral( "owners" ), owners.size() },
           { QStringLiteral( "fiscal_years" ), years },
           { QStringLiteral( "metrics" ), QJsonArray::fromStringList( sortedTexts( metrics ) ) },
           { QStringLiteral( "flags" ), byFlag },
           { QStringLiteral( "errors" ), errors },
           { QStringLiteral( "doubts" ), doubts },
           { QStringLiteral( "issues" ), list },
           { QStringLiteral( "profile" ), profile.toJson() } };
}

QString CaSheetReport::toHtml() const
{
  const QString title = tr( "Statistics read from a sheet" );
  QString html = QStringLiteral( "<!DOCTYPE html>\n<html><head><meta "
                                 "charset=\"utf-8\"><title>%1</title><style>body{font-family:sans-serif}table{border-collapse:collapse}"
                                 "td,th{border:1px solid #999;padding:2px "
                                 "8px;text-align:left;vertical-align:top}</style></head><body>\n<h1>%1</h1>\n<p>%2</p>\n<table>\n" )
                     .arg( title.toHtmlEscaped(), summary().toHtmlEscaped() );
  html += cellsOf( { tr( "File" ), fileName }, QStringLiteral( "td" ) );
  html += cellsOf( { tr( "Sheet" ), sheet }, QStringLiteral( "td" ) );
  html += cellsOf( { tr( "Encoding" ), profile.encoding }, QStringLiteral( "td" ) );
  html += cellsOf( { tr( "Rows with figures" ), number( rows ) }, QStringLiteral( "td" ) );
  html += cellsOf( { tr( "Figures" ), number( figures ) }, QStringLiteral( "td" ) );
  html += cellsOf( { tr( "Owners of figures" ), number( owners.size() ) }, QStringLiteral( "td" ) );
  html += cellsOf( { tr( "Fiscal years" ), sortedYears( fiscalYears ).join( QStringLiteral( ", " ) ) }, QStringLiteral( "td" ) );
  html += cellsOf( { tr( "Metrics" ), sortedTexts( metrics ).join( QStringLiteral( ", " ) ) }, QStringLiteral( "td" ) );
  for ( auto it = flags.constBegin(); it != flags.constEnd(); ++it )
    html += cellsOf( { tr( "Figures with the flag %1" ).arg( it.key() ), number( it.value() ) }, QStringLiteral( "td" ) );
  html += cellsOf( { tr( "Rows of totals passed over" ), number( totals ) }, QStringLiteral( "td" ) );
  html += cellsOf( { tr( "Rows of notes passed over" ), number( notes ) }, QStringLiteral( "td" ) );
  html += QStringLiteral( "</table>\n<h2>%1</h2>\n<table>\n" ).arg( tr( "What the columns were taken for" ).toHtmlEscaped() );
  html += cellsOf( { tr( "Header" ), tr( "Role" ), tr( "Metric" ), tr( "Fiscal year" ), tr( "Unit" ) }, QStringLiteral( "th" ) );
  for ( const CaSheetColumn &column : profile.columns )
    html += cellsOf( { column.header, CaSheetProfile::wordOf( column.role ), column.metric,
                       column.fiscalYear > 0 ? QString::number( column.fiscalYear ) : QString(), column.unit },
                     QStringLiteral( "td" ) );
  html += QStringLiteral( "</table>\n<h2>%1</h2>\n<p>%2</p>\n" )
              .arg( tr( "Cells to look at" ).toHtmlEscaped(),
                    tr( "Errors: %L1. Doubts: %L2. Listed here: %L3." ).arg( errors ).arg( doubts ).arg( issues.size() ).toHtmlEscaped() );
  if ( !issues.isEmpty() )
  {
    html += QStringLiteral( "<table>\n" ) +
            cellsOf( { tr( "Kind" ), tr( "Sheet" ), tr( "Cell" ), tr( "Text" ), tr( "What is wrong and what to do" ) },
                     QStringLiteral( "th" ) );
    for ( const CaSheetIssue &issue : issues )
      html += cellsOf( { issue.isError ? tr( "error" ) : tr( "doubt" ), issue.sheet, issue.cell, issue.text, issue.problem },
                       QStringLiteral( "td" ) );
    html += QStringLiteral( "</table>\n" );
  }
  return html + QStringLiteral( "</body></html>\n" );
}
