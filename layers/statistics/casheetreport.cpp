// SPDX-License-Identifier: GPL-2.0-or-later
#include "casheetreport.h"

#include "cafigure.h"
#include "cahtml.h"

#include <QJsonArray>
#include <QLocale>

#include <algorithm>

namespace
{

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

QString CaSheetReport::toHtml( const QString &more ) const
{
  QList<QStringList> facts{ { tr( "File" ), fileName },
                            { tr( "Sheet" ), sheet },
                            { tr( "Encoding" ), profile.encoding },
                            { tr( "Rows with figures" ), number( rows ) },
                            { tr( "Figures" ), number( figures ) },
                            { tr( "Owners of figures" ), number( owners.size() ) },
                            { tr( "Fiscal years" ), sortedYears( fiscalYears ).join( QStringLiteral( ", " ) ) },
                            { tr( "Metrics" ), sortedTexts( metrics ).join( QStringLiteral( ", " ) ) } };
  for ( auto it = flags.constBegin(); it != flags.constEnd(); ++it )
    facts << QStringList{
      tr( "Figures with the flag %1" ).arg( CaFigureWords::textOf( CaFigureWords::flag( it.key() ).value_or( CaFlag::None ) ) ),
      number( it.value() )
    };
  facts << QStringList{ tr( "Rows of totals passed over" ), number( totals ) }
        << QStringList{ tr( "Rows of notes passed over" ), number( notes ) };
  QList<QStringList> columns;
  for ( const CaSheetColumn &column : profile.columns )
    columns << QStringList{ column.header, CaSheetProfile::textOf( column.role ), column.metric,
                            column.fiscalYear > 0 ? QString::number( column.fiscalYear ) : QString(), column.unit };
  QList<QStringList> cells;
  for ( const CaSheetIssue &issue : issues )
    cells << QStringList{ issue.isError ? tr( "error" ) : tr( "doubt" ), issue.sheet, issue.cell, issue.text, issue.problem };

  return CaHtml::page(
      tr( "Statistics read from a sheet" ),
      CaHtml::paragraph( summary() ) + CaHtml::table( {}, facts ) + CaHtml::heading( tr( "What the columns were taken for" ) ) +
          CaHtml::table( { tr( "Header" ), tr( "Role" ), tr( "Metric" ), tr( "Fiscal year" ), tr( "Unit" ) }, columns ) +
          CaHtml::heading( tr( "Cells to look at" ) ) +
          CaHtml::paragraph( tr( "Errors: %L1. Doubts: %L2. Listed here: %L3." ).arg( errors ).arg( doubts ).arg( issues.size() ) ) +
          CaHtml::table( { tr( "Kind" ), tr( "Sheet" ), tr( "Cell" ), tr( "Text" ), tr( "What is wrong and what to do" ) }, cells ) +
          more );
}
