// SPDX-License-Identifier: GPL-2.0-or-later
#include "cafiles.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QTemporaryFile>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <unistd.h>

namespace
{
bool fail( QString *error, const QString &reason )
{
  if ( error )
    *error = reason;
  return false;
}

//! Forces \a fileName to the disk: a full disk may show itself only now.
bool synchronise( const QString &fileName )
{
  QFile file( fileName );
  return file.open( QIODevice::ReadWrite ) && fsync( file.handle() ) == 0;
}
} // namespace

bool CaFiles::prepareFolder( const QString &folder, QString *error )
{
  if ( folder.isEmpty() )
    return fail( error, tr( "No folder was given. Choose a folder to write to." ) );
  if ( QFileInfo::exists( folder ) && !QFileInfo( folder ).isDir() )
    return fail( error, tr( "%1 is a file, not a folder. Choose a folder." ).arg( folder ) );
  if ( !QDir().mkpath( folder ) )
    return fail( error, tr( "The folder %1 cannot be made. Choose a folder you may write to." ).arg( folder ) );
  QTemporaryFile probe( QDir( folder ).filePath( QStringLiteral( ".clusteratlas-XXXXXX" ) ) );
  if ( !probe.open() )
    return fail(
        error, tr( "Nothing can be written to the folder %1 (%2). Choose a folder you may write to." ).arg( folder, probe.errorString() ) );
  return true;
}

QString CaFiles::besideName( const QString &target )
{
  const QFileInfo info( target );
  return info.dir().filePath(
      QStringLiteral( ".%1-%2.%3" ).arg( info.completeBaseName() ).arg( QCoreApplication::applicationPid() ).arg( info.suffix() ) );
}

QString CaFiles::existsError( const QString &target )
{
  return tr( "%1 is there already and was left as it is. Choose another folder or name, or say that it may be replaced." ).arg( target );
}

bool CaFiles::moveIntoPlace( const QString &source, const QString &target, bool overwrite, QString *error )
{
  if ( !synchronise( source ) )
  {
    QFile::remove( source );
    return fail( error, tr( "%1 could not be written to the end. Is the disk full?" ).arg( target ) );
  }
  // QFile::rename() never replaces a file, rename() does so in one step.
  const bool moved = overwrite ? std::rename( QFile::encodeName( source ).constData(), QFile::encodeName( target ).constData() ) == 0
                               : QFile::rename( source, target );
  if ( moved )
    return true;
  const QString reason = QString::fromLocal8Bit( std::strerror( errno ) );
  QFile::remove( source );
  if ( !overwrite && QFileInfo::exists( target ) )
    return fail( error, existsError( target ) );
  return fail( error, tr( "%1 could not be put in its place (%2). Is it open in another program?" ).arg( target, reason ) );
}

bool CaFiles::write( const QString &target, const QByteArray &bytes, QString *error )
{
  QSaveFile file( target );
  if ( file.open( QIODevice::WriteOnly ) && file.write( bytes ) == bytes.size() && file.commit() )
    return true;
  return fail( error,
               tr( "%1 could not be written (%2). Is the disk full, or the folder write-protected?" ).arg( target, file.errorString() ) );
}

bool CaFiles::copy( const QString &source, const QString &target, bool overwrite, QString *error )
{
  if ( !overwrite && QFileInfo::exists( target ) )
    return fail( error, existsError( target ) );
  const QString beside = besideName( target );
  QFile::remove( beside );
  QFile file( source );
  if ( !file.copy( beside ) )
  {
    QFile::remove( beside );
    return fail( error, tr( "%1 could not be copied to %2 (%3). Is the disk full, or the folder write-protected?" )
                            .arg( source, target, file.errorString() ) );
  }
  QFile::setPermissions( beside, QFile::permissions( beside ) | QFileDevice::WriteOwner | QFileDevice::WriteUser );
  return moveIntoPlace( beside, target, overwrite, error );
}
