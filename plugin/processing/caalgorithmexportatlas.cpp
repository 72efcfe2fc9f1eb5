// SPDX-License-Identifier: GPL-2.0-or-later
#include "caalgorithmexportatlas.h"

#include "caatlasexporter.h"
#include "caprojectfile.h"

#include <qgsproject.h>

namespace
{
QStringList coverages()
{
  return { QStringLiteral( "projects" ), QStringLiteral( "bureaus" ) };
}
} // namespace

QString CaExportAtlasAlgorithm::name() const
{
  return QStringLiteral( "exportatlas" );
}

QString CaExportAtlasAlgorithm::displayName() const
{
  return tr( "Export atlas" );
}

QStringList CaExportAtlasAlgorithm::tags() const
{
  return tr( "cluster,atlas,print,layout,PDF,page" ).split( ',' );
}

QString CaExportAtlasAlgorithm::shortHelpString() const
{
  return tr( "Prints an atlas as one PDF: an overview page of Japan and a page for each project or for each bureau, with the figures of "
             "the project's fiscal year.\n\n"
             "The pages are the layouts of the project, which you can change in QGIS's layout designer before. The PDF is written beside "
             "its place and moved there when it is "
             "whole: pages planned and pages made are compared, and nothing is left if one is missing." );
}

void CaExportAtlasAlgorithm::initAlgorithm( const QVariantMap & )
{
  addProjectParameter();
  auto coverage = std::make_unique<QgsProcessingParameterEnum>( QStringLiteral( "COVERAGE" ), tr( "A page for each (projects, bureaus)" ),
                                                                coverages(), false, coverages().constFirst(), false, true );
  coverage->setHelp( tr( "projects: a page for each of the 18 projects; bureaus: a page for each of the 9 bureaus." ) );
  addParameter( coverage.release() );
  auto output =
      std::make_unique<QgsProcessingParameterFileDestination>( QStringLiteral( "OUTPUT" ), tr( "Atlas" ), tr( "PDF files (*.pdf)" ) );
  output->setHelp( tr( "The PDF to write; one that is there already is replaced when the new one is whole." ) );
  addParameter( output.release() );
  addOutput( new QgsProcessingOutputNumber( QStringLiteral( "PAGES" ), tr( "Number of pages" ) ) );
}

CaExportAtlasAlgorithm *CaExportAtlasAlgorithm::createInstance() const
{
  return new CaExportAtlasAlgorithm();
}

QVariantMap CaExportAtlasAlgorithm::processAlgorithm( const QVariantMap &parameters, QgsProcessingContext &context,
                                                      QgsProcessingFeedback *feedback )
{
  const QString coverage = parameterAsEnumString( parameters, QStringLiteral( "COVERAGE" ), context );
  if ( !coverages().contains( coverage ) )
    throw QgsProcessingException( tr( "COVERAGE is one of %1." ).arg( coverages().join( QStringLiteral( ", " ) ) ) );
  const QString output = parameterAsFileOutput( parameters, QStringLiteral( "OUTPUT" ), context );
  const std::unique_ptr<CaProjectFile> file = projectFile( parameters, context );

  CaAtlasExporter exporter( file->project() );
  const QString kind = coverage == QLatin1String( "bureaus" ) ? QStringLiteral( "bureau" ) : QStringLiteral( "project" );
  QString error;
  if ( !exporter.exportPdf( kind, output, &error, feedback ) )
    throw QgsProcessingException( error );
  feedback->pushInfo( tr( "Printed %n page(s) to %1", nullptr, exporter.pages() ).arg( output ) );
  return { { QStringLiteral( "OUTPUT" ), output }, { QStringLiteral( "PAGES" ), exporter.pages() } };
}
