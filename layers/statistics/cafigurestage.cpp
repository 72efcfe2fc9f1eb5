// SPDX-License-Identifier: GPL-2.0-or-later
#include "cafigurestage.h"

#include <QDir>

#include <algorithm>
#include <limits>
#include <tuple>

namespace
{
constexpr size_t BUFFERED = 8192;
}

CaFigureStage::CaFigureStage( Texts &texts )
    : mTexts( texts )
{
  static_assert( sizeof( Figure ) == 40, "it is written as it is" );
}

bool CaFigureStage::fail( QString *error ) const
{
  *error = tr( "Figures could not be put aside in %1 (%2). Nothing was changed: make room on the disk, and try again." )
               .arg( QDir::toNativeSeparators( QDir::tempPath() ), mFile.errorString() );
  return false;
}

bool CaFigureStage::add( const CaFigureRecord &record, QString *error )
{
  Figure figure{};
  figure.key = keyOf( mTexts.owners.numberOf( record.ownerCode ), record.fiscalYear, mTexts.metrics.numberOf( record.metric ) );
  figure.value = record.figure.value.value_or( std::numeric_limits<double>::quiet_NaN() );
  figure.sheet = mTexts.sheets.numberOf( record.sheet );
  figure.order = static_cast<quint32>( mCount++ );
  const int length = std::min( record.cell.size(), CELL_LENGTH );
  for ( int i = 0; i < length; ++i )
    figure.cell[i] = record.cell.at( i ).toLatin1();
  figure.qualifier = record.figure.qualifier;
  figure.flag = record.figure.flag;
  mBuffer.push_back( figure );
  return mBuffer.size() < BUFFERED || writeBuffer( error );
}

bool CaFigureStage::writeBuffer( QString *error )
{
  const qint64 size = static_cast<qint64>( mBuffer.size() * sizeof( Figure ) );
  if ( ( !mFile.isOpen() && !mFile.open() ) || mFile.write( reinterpret_cast<const char *>( mBuffer.data() ), size ) != size )
    return fail( error );
  mBuffer.clear();
  return true;
}

bool CaFigureStage::sort( QString *error )
{
  if ( mCount == 0 || mFigures )
    return true;
  if ( !writeBuffer( error ) || !mFile.flush() )
    return fail( error );
  mFigures = reinterpret_cast<Figure *>( mFile.map( 0, mFile.size() ) );
  if ( !mFigures )
    return fail( error );
  std::sort( mFigures, mFigures + mCount,
             []( const Figure &a, const Figure &b ) { return std::tie( a.key, a.sheet, a.order ) < std::tie( b.key, b.sheet, b.order ); } );
  return true;
}
