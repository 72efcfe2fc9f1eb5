// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QFile>
#include <QString>

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>

//! Returns how many bytes of \a pdf are said to be compressed and are as large as what they stand for. Small streams do not count.
inline qint64 storedBytes( const QString &pdf )
{
  constexpr size_t SMALL = 512;
  QPDF document;
  document.processFile( QFile::encodeName( pdf ).constData() );
  qint64 stored = 0;
  for ( QPDFObjectHandle &object : document.getAllObjects() )
  {
    if ( !object.isStream() || !object.getDict().getKey( "/Filter" ).isNameAndEquals( "/FlateDecode" ) )
      continue;
    const size_t size = object.getRawStreamData()->getSize();
    if ( size > SMALL && size >= object.getStreamData( qpdf_dl_generalized )->getSize() )
      stored += static_cast<qint64>( size );
  }
  return stored;
}
