// SPDX-License-Identifier: GPL-2.0-or-later
#include "capaths.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <dlfcn.h>

namespace
{

//! Returns the folder that has lib, libexec and share.
QString prefix()
{
  Dl_info info;
  if ( dladdr( reinterpret_cast<const void *>( &CaPaths::dataFolder ), &info ) == 0 || !info.dli_fname )
    return QString();
  // canonical: the library may be reached through a link.
  const QString library = QFileInfo( QFile::decodeName( info.dli_fname ) ).canonicalFilePath();
  return QDir::cleanPath( QFileInfo( library ).path() + QStringLiteral( "/.." ) );
}

} // namespace

QString CaPaths::dataFolder()
{
  const QString fromEnvironment = qEnvironmentVariable( "CLUSTERATLAS_DATA_DIR" );
  return fromEnvironment.isEmpty() ? prefix() + QStringLiteral( "/share/clusteratlas" ) : QDir::cleanPath( fromEnvironment );
}

QString CaPaths::worker()
{
  return prefix() + QStringLiteral( "/libexec/clusteratlas/clusteratlas_worker" );
}

QString CaPaths::installedPack()
{
  return packIn( dataFolder() );
}

QString CaPaths::stylesFolder()
{
  return dataFolder() + QStringLiteral( "/styles" );
}

QString CaPaths::packIn( const QString &folder )
{
  return QDir( folder ).filePath( QStringLiteral( "clusteratlas.gpkg" ) );
}

QString CaPaths::projectIn( const QString &folder )
{
  return QDir( folder ).filePath( QStringLiteral( "clusteratlas.qgz" ) );
}
