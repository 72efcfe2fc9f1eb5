// SPDX-License-Identifier: GPL-2.0-or-later
#include "cazippart.h"

#include <cpl_error.h>
#include <cpl_vsi.h>

#include <cstring>

struct CaZipPart::File
{
  explicit File( const QByteArray &path )
      : handle( VSIFOpenL( path.constData(), "rb" ) )
  {
  }
  ~File()
  {
    if ( handle )
      VSIFCloseL( handle );
  }
  File( const File & ) = delete;
  File &operator=( const File & ) = delete;

  VSILFILE *handle;
};

CaZipPart::CaZipPart( const QString &fileName, const QString &name, qint64 *budget, qint64 longestText )
    : mPath( QStringLiteral( "/vsizip/{%1}/%2" ).arg( fileName, name ).toUtf8() )
    , mBudget( budget )
    , mLongestText( longestText )
{
}

CaZipPart::~CaZipPart() = default;

bool CaZipPart::open( OpenMode )
{
  const CPLErrorStateBackuper errorState;
  const CPLErrorHandlerPusher quiet( CPLQuietErrorHandler );
  VSIStatBufL stat;
  if ( VSIStatL( mPath.constData(), &stat ) != 0 || VSI_ISDIR( stat.st_mode ) )
    return false;
  mSize = static_cast<qint64>( stat.st_size );
  mFile = std::make_unique<File>( mPath );
  return mFile->handle && QIODevice::open( QIODevice::ReadOnly | QIODevice::Unbuffered );
}

qint64 CaZipPart::readData( char *data, qint64 size )
{
  if ( mTextTooLong || mTooLarge )
    return -1;
  const CPLErrorStateBackuper errorState;
  const CPLErrorHandlerPusher quiet( CPLQuietErrorHandler );
  const qint64 count = static_cast<qint64>( VSIFReadL( data, 1, static_cast<size_t>( size ), mFile->handle ) );
  mRead += count;
  *mBudget -= count;
  mTooLarge = *mBudget < 0;
  const char *const end = data + count;
  for ( const char *from = data; from < end; )
  {
    const auto *tag = static_cast<const char *>( std::memchr( from, '<', static_cast<size_t>( end - from ) ) );
    mTextLength += ( tag ? tag : end ) - from;
    mTextTooLong |= mTextLength > mLongestText;
    if ( !tag )
      break;
    mTextLength = 0;
    from = tag + 1;
  }
  return mTextTooLong || mTooLarge ? -1 : count;
}
