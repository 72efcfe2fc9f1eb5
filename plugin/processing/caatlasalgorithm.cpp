// SPDX-License-Identifier: GPL-2.0-or-later
#include "caatlasalgorithm.h"

#include <qgsprocessingparameters.h>

namespace
{

//! The values of PAPER, in the order of CaLayoutPaper::Sheet.
QStringList papers()
{
  return { QStringLiteral( "A4" ), QStringLiteral( "A4_portrait" ), QStringLiteral( "A3" ), QStringLiteral( "A3_portrait" ) };
}

} // namespace

void CaAtlasAlgorithm::addChoiceParameters()
{
  addProjectParameter();
  auto kinds = std::make_unique<QgsProcessingParameterString>( QStringLiteral( "KINDS" ), tr( "Kinds of pages (all if empty)" ), QVariant(),
                                                               false, true );
  kinds->setHelp(
      tr( "Kinds of pages with commas between them, such as overview,bureau,project. They are printed in the order of the book. A "
          "layout of your own is a kind by its name." ) );
  addParameter( kinds.release() );
  auto which = std::make_unique<QgsProcessingParameterString>(
      QStringLiteral( "WHICH" ), tr( "Codes of bureaus, projects or sub-areas (all if empty)" ), QVariant(), false, true );
  which->setHelp( tr( "Codes with commas between them: pages of these, and of what belongs to these bureaus and projects. KANTO: the page "
                      "of the Kanto bureau, and those of its projects and their sub-areas. Pages of the nation stay." ) );
  addParameter( which.release() );
  auto years = std::make_unique<QgsProcessingParameterString>(
      QStringLiteral( "FISCAL_YEAR" ), tr( "Fiscal years (that of the project if empty)" ), QVariant(), false, true );
  years->setHelp( tr( "One year, or several with commas between them: all pages once for each." ) );
  addParameter( years.release() );
  auto language =
      std::make_unique<QgsProcessingParameterEnum>( QStringLiteral( "LANGUAGE" ), tr( "Language of the pages" ), CaAtlasEditions::choices(),
                                                    false, CaAtlasEditions::choices().constFirst(), false, true );
  language->setHelp(
      tr( "project: that of the project; ja: Japanese; en: English; both: all pages in Japanese, then all in English, each with its "
          "table of contents. In another language than the project's the layouts are made anew from their templates: what you have "
          "changed in them is printed in the project's language only. Layouts of your own are printed as they are." ) );
  addParameter( language.release() );
  auto paper = std::make_unique<QgsProcessingParameterEnum>( QStringLiteral( "PAPER" ), tr( "Paper" ), papers(), false,
                                                             papers().constFirst(), false, true );
  paper->setHelp( tr( "A4 or A3, landscape or portrait. On A3 everything is larger by the same factor." ) );
  addParameter( paper.release() );
}

QStringList CaAtlasAlgorithm::words( const QString &name, const QVariantMap &parameters, QgsProcessingContext &context ) const
{
  return codes( name, parameters, context ).join( QLatin1Char( ' ' ) ).simplified().split( QLatin1Char( ' ' ), Qt::SkipEmptyParts );
}

std::optional<CaAtlasEditions> CaAtlasAlgorithm::editions( QgsProject *project, const QVariantMap &parameters,
                                                           QgsProcessingContext &context, QgsFeedback *feedback ) const
{
  QString error;
  CaPartFeedback part( feedback, 0, EDITIONS_MADE );
  std::optional<CaAtlasEditions> editions =
      CaAtlasEditions::make( project, parameterAsEnumString( parameters, QStringLiteral( "LANGUAGE" ), context ), &error, &part );
  if ( !editions && !error.isEmpty() )
    throw QgsProcessingException( error );
  return editions;
}

CaAtlasChoice CaAtlasAlgorithm::choice( const QVariantMap &parameters, QgsProcessingContext &context ) const
{
  CaAtlasChoice choice;
  const int paper = papers().indexOf( parameterAsEnumString( parameters, QStringLiteral( "PAPER" ), context ) );
  if ( paper < 0 )
    throw QgsProcessingException( tr( "PAPER is one of %1." ).arg( papers().join( QStringLiteral( ", " ) ) ) );
  choice.sheet = static_cast<CaLayoutPaper::Sheet>( paper );
  choice.kinds = codes( QStringLiteral( "KINDS" ), parameters, context );
  choice.which = words( QStringLiteral( "WHICH" ), parameters, context );
  const QStringList years = words( QStringLiteral( "FISCAL_YEAR" ), parameters, context );
  for ( const QString &year : years )
  {
    bool isNumber = false;
    choice.fiscalYears << year.toInt( &isNumber );
    if ( !isNumber )
      throw QgsProcessingException( tr( "“%1” is no fiscal year. Give years such as 2009, with commas between them." ).arg( year ) );
  }
  return choice;
}
