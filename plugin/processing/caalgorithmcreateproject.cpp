// SPDX-License-Identifier: GPL-2.0-or-later
#include "caalgorithmcreateproject.h"

#include "cafiles.h"
#include "calayouts.h"
#include "capaths.h"
#include "caprojectbuilder.h"

#include <qgsproject.h>

#include <QFileInfo>
#include <QTemporaryDir>

QString CaCreateProjectAlgorithm::name() const
{
  return QStringLiteral( "createproject" );
}

QString CaCreateProjectAlgorithm::displayName() const
{
  return tr( "New cluster project" );
}

QStringList CaCreateProjectAlgorithm::tags() const
{
  return tr( "cluster,project,bureau,METI,participation,budget,overseas" ).split( ',' );
}

QString CaCreateProjectAlgorithm::shortHelpString() const
{
  return tr( "Makes a QGIS project of the industrial cluster policy in a folder: the bureaus, the 18 projects of fiscal year 2009, their "
             "sub-areas, the two types "
             "of 2010, participation and budget, the overseas partners and links, the conferences and cases, all styled, labelled, "
             "credited and joined to the figures of the "
             "fiscal year you choose.\n\n"
             "Two files are written: clusteratlas.gpkg, the data, and clusteratlas.qgz, the project. They belong together and can be moved "
             "together. The "
             "project opens in any QGIS, with or without Cluster Atlas. Files that are there already are left alone unless you allow "
             "replacing them." );
}

void CaCreateProjectAlgorithm::initAlgorithm( const QVariantMap & )
{
  auto folder =
      std::make_unique<QgsProcessingParameterFile>( QStringLiteral( "FOLDER" ), tr( "Folder for the project" ), CaCompat::FolderParameter );
  folder->setHelp( tr( "The folder is made if it is not there." ) );
  addParameter( folder.release() );
  addFiscalYearParameter();
  addLanguageParameter();
  auto overwrite = std::make_unique<QgsProcessingParameterBoolean>( QStringLiteral( "OVERWRITE" ),
                                                                    tr( "Replace a project that is there already" ), false );
  overwrite->setHelp( tr( "Replaces clusteratlas.gpkg and clusteratlas.qgz in the folder. What was changed in them is lost." ) );
  addParameter( overwrite.release() );
  addOutput( new QgsProcessingOutputFile( QStringLiteral( "PACK" ), tr( "Data pack" ) ) );
  addOutput( new QgsProcessingOutputFile( QStringLiteral( "PROJECT" ), tr( "Project" ) ) );
}

CaCreateProjectAlgorithm *CaCreateProjectAlgorithm::createInstance() const
{
  return new CaCreateProjectAlgorithm();
}

QVariantMap CaCreateProjectAlgorithm::processAlgorithm( const QVariantMap &parameters, QgsProcessingContext &context,
                                                        QgsProcessingFeedback *feedback )
{
  const CaPack shipped = installedPack();
  const CaLayerCatalogue catalogue = layerCatalogue();
  const QString projectLanguage = language( parameters, context );
  const int year = fiscalYear( parameters, context, shipped );
  const QString folder = parameterAsFile( parameters, QStringLiteral( "FOLDER" ), context );
  const bool overwrite = parameterAsBool( parameters, QStringLiteral( "OVERWRITE" ), context );

  QString error;
  if ( !CaFiles::prepareFolder( folder, &error ) )
    throw QgsProcessingException( error );
  const QStringList targets{ CaPaths::packIn( folder ), CaPaths::projectIn( folder ) };
  for ( const QString &target : targets )
  {
    if ( !overwrite && QFileInfo::exists( target ) )
      throw QgsProcessingException( CaFiles::existsError( target ) );
  }

  // Made whole in a folder of its own first, where pack and project have the same place to each other.
  const QTemporaryDir staging( folder + QStringLiteral( "/.clusteratlas-XXXXXX" ) );
  const QString stagedPack = CaPaths::packIn( staging.path() );
  const QString stagedProject = CaPaths::projectIn( staging.path() );
  if ( !shipped.copyTo( stagedPack, false, &error ) )
    throw QgsProcessingException( error );
  const std::optional<CaPack> pack = CaPack::open( stagedPack, &error );
  if ( !pack )
    throw QgsProcessingException( error );

  feedback->pushInfo( tr( "Adding layers…" ) );
  {
    QgsProject project;
    project.setFileName( stagedProject );
    CaProjectBuilder builder( &project, *pack, catalogue, projectLanguage, year );
    builder.prepareProject();
    if ( !builder.addLayers( {}, &error, feedback ) )
      throw QgsProcessingException( error );
    builder.addThemes();
    if ( !CaLayouts::addShipped( &project, catalogue, &error ) )
      throw QgsProcessingException( error );
    if ( !project.write( stagedProject ) )
      throw QgsProcessingException( tr( "The project could not be written to %1: %2" ).arg( folder, project.error() ) );
  }
  if ( feedback->isCanceled() )
    return {};

  // A fresh copy of the pack: the staged one has been open in QGIS, which may have put it in another journal mode.
  if ( !shipped.copyTo( targets.at( 0 ), overwrite, &error ) ||
       !CaFiles::moveIntoPlace( stagedProject, targets.at( 1 ), overwrite, &error ) )
    throw QgsProcessingException( error );
  feedback->pushInfo( tr( "Made %1" ).arg( targets.join( QStringLiteral( ", " ) ) ) );
  return { { QStringLiteral( "PACK" ), targets.at( 0 ) }, { QStringLiteral( "PROJECT" ), targets.at( 1 ) } };
}
