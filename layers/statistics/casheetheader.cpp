// SPDX-License-Identifier: GPL-2.0-or-later
#include "casheetheader.h"

#include "cacsvtable.h"
#include "cafiscaldate.h"
#include "cametricnames.h"
#include "capackproblems.h"
#include "catext.h"
#include "caunits.h"

#include <QRegularExpression>

namespace
{

//! A year as headers write it. Names of eras are what is looked for: 平成21年度, H21, 21年度, 2009年度, FY2010.
const QRegularExpression &yearExpression()
{
  static const QRegularExpression expression( QStringLiteral( "(?:明治|大正|昭和|平成|令和)(?:元|[0-9]{1,2})年?度?|(?<![A-Za-z])FY\\.?[0-9]"
                                                              "{2,4}|(?<![A-Za-z])[MTSHR]\\.?(?:元|[0-9]{1,2})(?![0-9])年?度?|"
                                                              "(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])年?度?|(?<![0-9])[0-9]{1,2}年度" ),
                                              QRegularExpression::CaseInsensitiveOption );
  return expression;
}

QString withoutSpaces( const QString &text )
{
  QString result = CaText::halfWidth( text );
  result.remove( QRegularExpression( QStringLiteral( "\\s" ) ) );
  return result;
}

//! Returns the code of a unit in brackets, such as （社）, and with its brackets as it is in \a text.
QString unitInBrackets( const QString &text, QString *bracketed )
{
  static const QRegularExpression brackets( QStringLiteral( "\\(([^()]+)\\)" ) );
  QRegularExpressionMatchIterator matches = brackets.globalMatch( text );
  while ( matches.hasNext() )
  {
    const QRegularExpressionMatch match = matches.next();
    const CaUnit *unit = CaUnits::builtIn().find( match.captured( 1 ) );
    if ( !unit )
      continue;
    *bracketed = match.captured();
    return unit->code;
  }
  return QString();
}

} // namespace

const CaSheetHeader::Words &CaSheetHeader::words()
{
  static const Words words = []
  {
    CaPackProblems problems;
    const CaCsvTable table =
        CaCsvTable::read( QStringLiteral( ":/clusteratlas/tables/header_words.csv" ), QStringLiteral( "header_words.csv" ), problems );
    Words read;
    for ( int row = 0; row < table.size(); ++row )
      read[table.value( row, QStringLiteral( "role" ) )]
          << Word{ CaText::nameKey( table.value( row, QStringLiteral( "word" ) ) ), table.value( row, QStringLiteral( "match" ) ),
                   table.value( row, QStringLiteral( "kind" ) ) };
    return read;
  }();
  return words;
}

const CaSheetHeader::Word *CaSheetHeader::find( const QString &role, const QString &key )
{
  const auto list = words().constFind( role );
  if ( list == words().constEnd() || key.isEmpty() )
    return nullptr;
  for ( const Word &word : *list )
  {
    if ( key == word.text || ( word.match == QLatin1String( "starts" ) && key.startsWith( word.text ) ) ||
         ( word.match == QLatin1String( "ends" ) && key.endsWith( word.text ) ) ||
         ( word.match == QLatin1String( "contains" ) && key.contains( word.text ) ) )
      return &word;
  }
  return nullptr;
}

QString CaSheetHeader::yearIn( const QString &text )
{
  return yearExpression().match( withoutSpaces( text ) ).captured();
}

QString CaSheetHeader::eraIn( const QString &text )
{
  static const QRegularExpression era( QStringLiteral( "明治|大正|昭和|平成|令和" ) );
  return era.match( text ).captured();
}

QString CaSheetHeader::unitIn( const QString &text )
{
  static const QRegularExpression remark( QStringLiteral( "(?:単位|unit)\\s*[:;]?\\s*([^()]+)\\)?$" ) );
  const QString plain = CaText::halfWidth( text ).simplified();
  const QRegularExpressionMatch match = remark.match( plain );
  const CaUnit *unit = match.hasMatch() ? CaUnits::builtIn().find( match.captured( 1 ) ) : nullptr;
  QString ignored;
  return unit ? unit->code : unitInBrackets( plain, &ignored );
}

QString CaSheetHeader::pattern( const QString &text )
{
  QString plain = withoutSpaces( text );
  plain.replace( yearExpression(), QStringLiteral( "{year}" ) );
  return CaText::nameKey( plain );
}

CaHeaderMeaning CaSheetHeader::meaning( const QString &text, const CaMetricNames &metrics, const QString &era )
{
  static const QRegularExpression empty( QStringLiteral( "\\(\\)|^[/・:：の]+|[/・:：の]+$" ) );
  CaHeaderMeaning meaning;
  // Units are looked for first, while their words are apart: 100 million yen.
  QString rest = CaText::halfWidth( text ).simplified(), bracketed;
  meaning.unit = unitInBrackets( rest, &bracketed );
  rest.remove( bracketed );
  if ( meaning.unit.isEmpty() )
    meaning.unit = unitIn( rest );
  rest = withoutSpaces( rest );
  const QString year = yearIn( rest );
  if ( !year.isEmpty() )
  {
    CaFiscalDateOptions options;
    options.bareYearIsFiscal = true;
    options.defaultEra = era;
    const CaFiscalDate date = CaFiscalDate::parse( year, options );
    meaning.fiscalYear = date.fiscalYear;
    meaning.calendarYear = date.fiscalYear == 0 ? date.year : 0;
    rest.remove( year );
    rest.remove( empty );
  }
  static const QRegularExpression brackets( QStringLiteral( "\\([^()]*\\)" ) );
  const QString key = CaText::nameKey( rest ), bare = QString( key ).remove( brackets );
  const Word *kind = find( QStringLiteral( "kind" ), bare );
  meaning.ownerKind = kind ? kind->kind : QString();

  // Whole words first, then metrics, then parts of words: 指標コード is no code of an owner, プロジェクト数 no name.
  using Role = CaSheetColumn::Role;
  static const Role roles[] = { Role::Metric, Role::FiscalYear, Role::Value, Role::Unit, Role::Ignore, Role::Note, Role::Code, Role::Name };
  const auto roleOf = [&bare]( bool wholeWords, const QString &kindOfHeader, CaHeaderMeaning &found )
  {
    for ( const Role role : roles )
    {
      const Word *word = find( CaSheetProfile::wordOf( role ), bare );
      if ( word && ( !wholeWords || word->text == bare ) )
      {
        found.role = role;
        found.ownerKind = word->kind.isEmpty() ? kindOfHeader : word->kind;
        found.isKnown = true;
        return true;
      }
    }
    return false;
  };
  const bool isYearOnly = rest.isEmpty() && ( meaning.fiscalYear > 0 || meaning.calendarYear > 0 );
  if ( !isYearOnly && !roleOf( true, meaning.ownerKind, meaning ) )
  {
    meaning.metric = metrics.find( rest );
    if ( meaning.metric.isEmpty() && !roleOf( false, meaning.ownerKind, meaning ) )
    {
      meaning.fiscalYear = meaning.calendarYear = 0;
      return meaning;
    }
  }
  if ( isYearOnly || !meaning.metric.isEmpty() )
    meaning.role = Role::Value;
  meaning.isKnown = true;
  return meaning;
}

bool CaSheetHeader::isTotal( const QString &text )
{
  return find( QStringLiteral( "total" ), CaText::nameKey( text ) );
}

bool CaSheetHeader::isSubtotal( const QString &text )
{
  return find( QStringLiteral( "subtotal" ), CaText::nameKey( text ) );
}

bool CaSheetHeader::isFootnote( const QString &text )
{
  return find( QStringLiteral( "footnote" ), CaText::nameKey( text ) );
}
