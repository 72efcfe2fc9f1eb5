// SPDX-License-Identifier: GPL-2.0-or-later
#include "caatlasjournal.h"

#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

bool CaAtlasJournal::open( const QString &fileName, QString *error )
{
  mEntries.clear();
  mFile.setFileName( fileName );
  if ( !mFile.open( QIODevice::ReadWrite | QIODevice::Append ) )
  {
    *error = tr( "%1 cannot be written (%2). Choose a folder you may write to." ).arg( fileName, mFile.errorString() );
    return false;
  }
  mFile.seek( 0 );
  while ( !mFile.atEnd() )
  {
    // A line cut off by a kill is no JSON, and its page is not done.
    const QJsonObject line = QJsonDocument::fromJson( mFile.readLine() ).object();
    if ( !line.isEmpty() )
      mEntries.insert( line.value( QStringLiteral( "page" ) ).toString(),
                       { line.value( QStringLiteral( "digest" ) ).toString().toLatin1(),
                         static_cast<qint64>( line.value( QStringLiteral( "bytes" ) ).toDouble() ) } );
  }
  // The next line begins on a line of its own, also after such a cut.
  return mFile.write( "\n" ) == 1;
}

bool CaAtlasJournal::isDone( const CaAtlasPage &page, const QByteArray &digest, const QString &file ) const
{
  const auto entry = mEntries.constFind( page.key() );
  return entry != mEntries.constEnd() && entry->digest == digest && entry->bytes > 0 && QFileInfo( file ).size() == entry->bytes;
}

bool CaAtlasJournal::add( const CaAtlasPage &page, const QByteArray &digest, const QString &file, QString *error )
{
  const qint64 bytes = QFileInfo( file ).size();
  mEntries.insert( page.key(), { digest, bytes } );
  const QJsonObject line{ { QStringLiteral( "page" ), page.key() },
                          { QStringLiteral( "digest" ), QString::fromLatin1( digest ) },
                          { QStringLiteral( "bytes" ), static_cast<double>( bytes ) } };
  const QByteArray text = QJsonDocument( line ).toJson( QJsonDocument::Compact ) + '\n';
  if ( mFile.write( text ) == text.size() && mFile.flush() )
    return true;
  *error = tr( "%1 cannot be written (%2). Is the disk full?" ).arg( mFile.fileName(), mFile.errorString() );
  return false;
}
