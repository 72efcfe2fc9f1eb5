// SPDX-License-Identifier: GPL-2.0-or-later
#include "caalgorithmplanatlas.h"

#include "caprojectfile.h"

#include <qgsproject.h>

namespace
{

QgsAttributes row( const CaAtlasPage &page )
{
  QgsAttributes values;
  values << page.number << page.sheets << page.kind << page.layout << page.code << page.bureaus.join( ',' ) << page.title << page.fiscalYear
         << page.language << page.fileName;
  return values;
}

} // namespace

QString CaPlanAtlasAlgorithm::name() const
{
  return QStringLiteral( "planatlas" );
}

QString CaPlanAtlasAlgorithm::displayName() const
{
  return tr( "Plan atlas" );
}

QStringList CaPlanAtlasAlgorithm::tags() const
{
  return tr( "cluster,atlas,pages,list,contents" ).split( ',' );
}

QString CaPlanAtlasAlgorithm::shortHelpString() const
{
  return tr( "Lists the pages that “Export atlas” would print with the same choice: their numbers, kinds, titles and the names of their "
             "files. Nothing is printed." );
}

void CaPlanAtlasAlgorithm::initAlgorithm( const QVariantMap & )
{
  addChoiceParameters();
  addTableParameter( QStringLiteral( "OUTPUT" ), tr( "Pages" ) );
  addCount( QStringLiteral( "PAGES" ), tr( "Number of pages" ) );
  addCount( QStringLiteral( "SHEETS" ), tr( "Sheets of paper" ) );
}

CaPlanAtlasAlgorithm *CaPlanAtlasAlgorithm::createInstance() const
{
  return new CaPlanAtlasAlgorithm();
}

QVariantMap CaPlanAtlasAlgorithm::processAlgorithm( const QVariantMap &parameters, QgsProcessingContext &context,
                                                    QgsProcessingFeedback *feedback )
{
  const std::unique_ptr<CaProjectFile> file = projectFile( parameters, context );
  const std::optional<CaAtlasEditions> asked = editions( file->project(), parameters, context, feedback );
  if ( !asked )
    return {};
  QString error;
  CaPartFeedback planning( feedback, EDITIONS_MADE, 100 );
  const std::optional<CaAtlasPlan> plan = CaAtlasPlan::make( *asked, choice( parameters, context ), &error, &planning );
  if ( !plan && !error.isEmpty() )
    throw QgsProcessingException( error );
  if ( !plan )
    return {};

  QString id;
  const QgsFields fields =
      tableFields( { QStringLiteral( "number:integer" ), QStringLiteral( "sheets:integer" ), QStringLiteral( "kind" ),
                     QStringLiteral( "layout" ), QStringLiteral( "code" ), QStringLiteral( "bureau" ), QStringLiteral( "title" ),
                     QStringLiteral( "fiscal_year:integer" ), QStringLiteral( "language" ), QStringLiteral( "file_name" ) } );
  const std::unique_ptr<CaAnswerSink> sink = table( QStringLiteral( "OUTPUT" ), fields, parameters, context, &id );
  for ( const CaAtlasPage &page : plan->pages() )
  {
    addRow( *sink, row( page ) );
    feedback->pushInfo( QStringLiteral( "%1  %2 (%3)" ).arg( page.number ).arg( page.title, page.kind ) );
  }
  CaAnswerSink::keep( { sink.get() } );
  for ( const QString &note : plan->notes() )
    feedback->pushWarning( note );
  return { { QStringLiteral( "OUTPUT" ), id },
           { QStringLiteral( "PAGES" ), static_cast<int>( plan->pages().size() ) },
           { QStringLiteral( "SHEETS" ), plan->sheets() } };
}
