// SPDX-License-Identifier: GPL-2.0-or-later
#include "caatlasalgorithm.h"

#include <qgsprocessingparameters.h>

#include <QRegularExpression>

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
                      "of the Kanto bureau, and those of its projects. Pages of the nation stay." ) );
  addParameter( which.release() );
  auto years = std::make_unique<QgsProcessingParameterString>(
      QStringLiteral( "FISCAL_YEAR" ), tr( "Fiscal years (that of the project if empty)" ), QVariant(), false, true );
  years->setHelp( tr( "One year, or several with commas between them: all pages once for each." ) );
  addParameter( years.release() );
}

QStringList CaAtlasAlgorithm::words( const QString &name, const QVariantMap &parameters, QgsProcessingContext &context ) const
{
  static const QRegularExpression separator( QStringLiteral( "[,;、\\s]+" ) );
  return parameterAsString( parameters, name, context ).split( separator, Qt::SkipEmptyParts );
}

CaAtlasChoice CaAtlasAlgorithm::choice( const QVariantMap &parameters, QgsProcessingContext &context ) const
{
  CaAtlasChoice choice;
  choice.kinds = words( QStringLiteral( "KINDS" ), parameters, context );
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
