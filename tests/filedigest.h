// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QByteArray>
#include <QCryptographicHash>
#include <QFile>
#include <QString>

//! Returns what tells the bytes of a file from those of any other. That it cannot be read ends the test: nothing is equal to nothing.
inline QByteArray fileDigest( const QString &fileName )
{
  QFile file( fileName );
  QCryptographicHash hash( QCryptographicHash::Sha256 );
  if ( !file.open( QIODevice::ReadOnly ) || !hash.addData( &file ) )
    qFatal( "%s cannot be read", qPrintable( fileName ) );
  return hash.result();
}
