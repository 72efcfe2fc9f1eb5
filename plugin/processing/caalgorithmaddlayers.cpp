// SPDX-License-Identifier: GPL-2.0-or-later
#include "caalgorithmaddlayers.h"

#include "cafiles.h"
#include "calanguage.h"
#include "capaths.h"
#include "caprojectbuilder.h"

#include <qgsproject.h>

#include <QFileInfo>

QString CaAddLayersAlgorithm::name() const
{
  return QStringLiteral( "addlayers" );
}

QString CaAddLayersAlgorithm::displayName() const
{
  return tr( "Add cluster layers" );
}

QStringList CaAddLayersAlgorithm::tags() const
{
  return tr( "cluster,layers,bureau,project,sub-area,partner,join" ).split( ',' );
}

QString CaAddLayersAlgorithm::shortHelpString() const
{
  return tr( "Adds layers of the industrial cluster policy to the current project, styled, labelled, credited and joined to the figures of "
             "the fiscal year you choose. "
             "The tables they are joined to come with them. Layers that are in the project already are left as they are.\n\n"
             "The data is copied as clusteratlas.gpkg to the folder you choose, so that your project does not depend on this computer; a "
             "copy that is "
             "there already is used as it is. The layers are plain QGIS layers: colleagues without Cluster Atlas see the same." );
}

void CaAddLayersAlgorithm::initAlgorithm( const QVariantMap & )
{
  QString error;
  QStringList ids;
  if ( const std::optional<CaLayerCatalogue> catalogue = CaLayerCatalogue::load( &error ) )
    ids = catalogue->withJoined( {} );
  auto layers = std::make_unique<QgsProcessingParameterEnum>( QStringLiteral( "LAYERS" ), tr( "Layers (all if none is chosen)" ), ids, true,
                                                              QVariant(), true, true );
  layers->setHelp( tr( "Names of layers, separated by commas." ) );
  addParameter( layers.release() );
  addFiscalYearParameter();
  addLanguageParameter();
  auto folder = std::make_unique<QgsProcessingParameterFile>(
      QStringLiteral( "FOLDER" ), tr( "Folder for the working copy of the data (the project's folder if empty)" ),
      CaCompat::FolderParameter, QString(), QVariant(), true );
  folder->setHelp( tr( "A folder you keep with the project." ) );
  addParameter( folder.release() );
  addOutput( new QgsProcessingOutputFile( QStringLiteral( "PACK" ), tr( "Working copy of the data pack" ) ) );
  addOutput( new QgsProcessingOutputNumber( QStringLiteral( "COUNT" ), tr( "Number of layers added" ) ) );
  addOutput( new QgsProcessingOutputString( QStringLiteral( "ADDED" ), tr( "Layers added" ) ) );
}

CaAddLayersAlgorithm *CaAddLayersAlgorithm::createInstance() const
{
  return new CaAddLayersAlgorithm();
}

QVariantMap CaAddLayersAlgorithm::processAlgorithm( const QVariantMap &parameters, QgsProcessingContext &context,
                                                    QgsProcessingFeedback *feedback )
{
  QgsProject *project = context.project();
  if ( !project )
    throw QgsProcessingException( tr( "There is no project to add layers to. Open one, or use “New cluster project”." ) );
  const CaPack shipped = installedPack();
  const CaLayerCatalogue catalogue = layerCatalogue();
  const QString layerLanguage = language( parameters, context );
  const int year = fiscalYear( parameters, context, shipped );
  QStringList ids = parameterAsEnumStrings( parameters, QStringLiteral( "LAYERS" ), context );
  ids.removeAll( QString() );
  for ( const QString &id : std::as_const( ids ) )
  {
    if ( catalogue.layer( id ).id.isEmpty() )
      throw QgsProcessingException(
          tr( "There is no layer “%1”. LAYERS takes: %2." ).arg( id, catalogue.withJoined( {} ).join( QStringLiteral( ", " ) ) ) );
  }

  QString folder = parameterAsFile( parameters, QStringLiteral( "FOLDER" ), context );
  if ( folder.isEmpty() )
    folder = project->homePath();
  if ( folder.isEmpty() )
    throw QgsProcessingException( tr( "The project has not been saved yet: choose a FOLDER for the working copy of the data." ) );
  QString error;
  if ( !CaFiles::prepareFolder( folder, &error ) )
    throw QgsProcessingException( error );
  const QString packFile = CaPaths::packIn( folder );
  if ( !QFileInfo::exists( packFile ) && !shipped.copyTo( packFile, false, &error ) )
    throw QgsProcessingException( error );
  const std::optional<CaPack> pack = CaPack::open( packFile, &error );
  if ( !pack )
    throw QgsProcessingException( error );

  CaProjectBuilder builder( project, *pack, catalogue, layerLanguage, year );
  if ( project->mapLayers().isEmpty() )
    builder.prepareProject();
  if ( !builder.addLayers( ids, &error, feedback ) )
    throw QgsProcessingException( error );
  builder.addThemes();
  const QStringList added = builder.addedLayers();
  feedback->pushInfo( tr( "Added %n layer(s) from %1", nullptr, added.size() ).arg( packFile ) );
  return { { QStringLiteral( "PACK" ), packFile },
           { QStringLiteral( "COUNT" ), added.size() },
           { QStringLiteral( "ADDED" ), added.join( QLatin1Char( ',' ) ) } };
}
