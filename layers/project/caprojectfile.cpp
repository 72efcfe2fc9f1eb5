// SPDX-License-Identifier: GPL-2.0-or-later
#include "caprojectfile.h"

#include "cacompat.h"
#include "cafiles.h"
#include "calayerproperties.h"

#include <qgsproject.h>
#include <qgsvectorlayer.h>

#include <QFile>
#include <QFileInfo>
#include <QSignalBlocker>
#include <QTemporaryDir>

namespace
{

CaCompat::ProjectReadFlags flagsOf( CaProjectFile::Layouts layouts )
{
  CaCompat::ProjectReadFlags flags;
  flags.setFlag( CaCompat::DontLoadLayouts, layouts == CaProjectFile::Layouts::Ignore );
  return flags;
}

} // namespace

CaProjectFile::CaProjectFile( QgsProject *project )
    : mProject( project )
{
}

CaProjectFile::~CaProjectFile() = default;

QString CaProjectFile::packOf( const QgsProject *project )
{
  const QVector<QgsVectorLayer *> layers = project ? project->layers<QgsVectorLayer *>() : QVector<QgsVectorLayer *>();
  for ( const QgsVectorLayer *layer : layers )
  {
    if ( !layer->customProperty( CaLayerProperties::id() ).toString().isEmpty() )
      return layer->source().section( QLatin1Char( '|' ), 0, 0 );
  }
  return QString();
}

std::unique_ptr<CaProjectFile> CaProjectFile::current( QgsProject *project, QString *error )
{
  if ( project )
    return std::unique_ptr<CaProjectFile>( new CaProjectFile( project ) );
  *error = tr( "There is no open project. Open one, or give a project file." );
  return nullptr;
}

std::unique_ptr<CaProjectFile> CaProjectFile::open( const QString &fileName, QString *error, Layouts layouts )
{
  if ( !QFileInfo::exists( fileName ) )
  {
    *error = tr( "The project %1 is not there. Make one with “New cluster project”, or choose another file." ).arg( fileName );
    return nullptr;
  }
  auto owned = std::make_unique<QgsProject>();
  if ( !owned->read( QFileInfo( fileName ).absoluteFilePath(), flagsOf( layouts ) ) )
  {
    *error = tr( "%1 cannot be read as a QGIS project: %2" ).arg( fileName, owned->error() );
    return nullptr;
  }
  const QVector<QgsVectorLayer *> layers = owned->layers<QgsVectorLayer *>();
  for ( const QgsVectorLayer *layer : layers )
  {
    if ( layer->isValid() || !layer->customPropertyKeys().contains( CaLayerProperties::id() ) )
      continue;
    *error =
        tr( "The layer “%1” of %2 has lost its data: %3 is not there or cannot be read. Put clusteratlas.gpkg back beside the project." )
            .arg( layer->name(), fileName, layer->source().section( QLatin1Char( '|' ), 0, 0 ) );
    return nullptr;
  }
  std::unique_ptr<CaProjectFile> file( new CaProjectFile( owned.get() ) );
  file->mOwned = std::move( owned );
  return file;
}

bool CaProjectFile::save( QString *error )
{
  if ( !mOwned )
    return true;
  const QString target = mOwned->fileName();
  const QString beside = CaFiles::besideName( target );
  if ( mOwned->write( beside ) )
    return CaFiles::moveIntoPlace( beside, target, true, error );
  QFile::remove( beside );
  *error = tr( "The project %1 could not be written: %2" ).arg( target, mOwned->error() );
  return false;
}

bool CaProjectFile::writeCopy( const QString &fileName, QString *error )
{
  const QSignalBlocker blocker( mProject );
  const QString original = mProject->fileName();
  const bool dirty = mProject->isDirty();
  const bool written = mProject->write( fileName );
  const QString reason = mProject->error();
  mProject->setFileName( original );
  mProject->setDirty( dirty );
  if ( !written )
    *error = tr( "A copy of the project could not be written to %1: %2" ).arg( fileName, reason );
  return written;
}

std::unique_ptr<QgsProject> CaProjectFile::copy( QString *error, Layouts layouts )
{
  const QTemporaryDir folder;
  const QString fileName = folder.filePath( QStringLiteral( "project.qgs" ) );
  if ( !writeCopy( fileName, error ) )
    return nullptr;
  auto read = std::make_unique<QgsProject>();
  if ( !read->read( fileName, flagsOf( layouts ) ) )
  {
    *error = tr( "%1 cannot be read as a QGIS project: %2" ).arg( fileName, read->error() );
    return nullptr;
  }
  // Expressions may ask where the project is.
  read->setFileName( mProject->fileName() );
  return read;
}
