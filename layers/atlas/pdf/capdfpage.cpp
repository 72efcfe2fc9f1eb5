// SPDX-License-Identifier: GPL-2.0-or-later
#include "capdfpage.h"

#include "cafiles.h"
#include "capdfpaths.h"

#include <QFile>

#include <qpdf/Pl_String.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>

#include <libdeflate.h>

#include <algorithm>
#include <exception>
#include <memory>
#include <set>
#include <stdexcept>
#include <string_view>

namespace
{

//! The key by which parts of a content are marked.
const std::string MARK = "/CaPart";
const std::string TEXT = "/Text";
const std::string LINES = "/Lines";

std::vector<QPDFObjectHandle> partsOf( QPDFObjectHandle page )
{
  QPDFObjectHandle contents = page.getKey( "/Contents" );
  return contents.isArray() ? contents.getArrayAsVector() : std::vector<QPDFObjectHandle>();
}

bool isMarked( QPDFObjectHandle part )
{
  return part.isStream() && part.getDict().hasKey( MARK );
}

void open( QPDF &pdf, const QString &fileName )
{
  pdf.setAttemptRecovery( false );
  pdf.setSuppressWarnings( true );
  pdf.processFile( QFile::encodeName( fileName ).constData() );
}

void checkWhole( QPDF &pdf )
{
  if ( pdf.anyWarnings() )
    throw std::runtime_error( pdf.getWarnings().front().what() );
}

/**
 * Replaces what \a stream has by \a content, compressed. libdeflate takes a third of the time of zlib, which QPDF would use.
 * Throws if memory is short.
 */
void replace( QPDFObjectHandle stream, std::string_view content )
{
  constexpr int LEVEL = 6;
  const std::unique_ptr<libdeflate_compressor, decltype( &libdeflate_free_compressor )> compressor( libdeflate_alloc_compressor( LEVEL ),
                                                                                                    &libdeflate_free_compressor );
  if ( !compressor )
    throw std::bad_alloc();
  std::string result( libdeflate_zlib_compress_bound( compressor.get(), content.size() ), '\0' );
  result.resize( libdeflate_zlib_compress( compressor.get(), content.data(), content.size(), result.data(), result.size() ) );
  stream.replaceStreamData( result, QPDFObjectHandle::newName( "/FlateDecode" ), QPDFObjectHandle::newNull() );
}

//! Compresses fonts, patterns and pictures, which Qt may have stored as they are. The contents of \a pages are to be replaced.
void compressOthers( QPDF &pdf, std::vector<QPDFPageObjectHelper> &pages )
{
  std::set<QPDFObjGen> contents;
  for ( QPDFPageObjectHelper &page : pages )
  {
    for ( const QPDFObjectHandle &content : page.getPageContents() )
      contents.insert( content.getObjGen() );
  }
  for ( QPDFObjectHandle &object : pdf.getAllObjects() )
  {
    if ( !object.isStream() || contents.count( object.getObjGen() ) > 0 ||
         !object.getDict().getKey( "/Filter" ).isNameAndEquals( "/FlateDecode" ) || object.getDict().hasKey( "/DecodeParms" ) )
      continue;
    const auto data = object.getStreamData( qpdf_dl_generalized );
    replace( object, { reinterpret_cast<const char *>( data->getBuffer() ), data->getSize() } );
  }
}

void finishPage( QPDF &pdf, QPDFPageObjectHelper &page )
{
  std::string content;
  Pl_String target( "content of a page", nullptr, content );
  page.pipeContents( &target );
  std::vector<QPDFObjectHandle> parts;
  for ( const CaPdfPaths::Part &part : CaPdfPaths::tidiedParts( content ) )
  {
    parts.push_back( pdf.newStream() );
    replace( parts.back(), part.content );
    parts.back().getDict().replaceKey( MARK, QPDFObjectHandle::newName( part.hasText ? TEXT : LINES ) );
  }
  page.getObjectHandle().replaceKey( "/Contents", QPDFObjectHandle::newArray( parts ) );
}

} // namespace

bool CaPdfPage::finish( const QString &fileName, QString *error )
{
  const QString beside = CaFiles::besideName( fileName );
  try
  {
    QPDF pdf;
    open( pdf, fileName );
    std::vector<QPDFPageObjectHelper> pages = QPDFPageDocumentHelper( pdf ).getAllPages();
    if ( std::all_of( pages.begin(), pages.end(), []( QPDFPageObjectHelper &page ) { return isFinished( page.getObjectHandle() ); } ) )
      return true;
    compressOthers( pdf, pages );
    for ( QPDFPageObjectHelper &page : pages )
      finishPage( pdf, page );
    {
      const QByteArray target = QFile::encodeName( beside ); // QPDF reads the name again as it writes
      QPDFWriter writer( pdf, target.constData() );
      writer.setDeterministicID( true );
      writer.write();
    } // the file is closed
    checkWhole( pdf );
    QPDF written;
    open( written, beside );
    if ( written.getAllPages().size() != pages.size() )
      throw std::runtime_error( "pages are missing" );
    if ( CaFiles::moveIntoPlace( beside, fileName, true, error ) )
      return true;
  }
  catch ( const std::exception &problem )
  {
    *error = tr( "The page file %1 is broken, or could not be written (%2). Is the disk full?" )
                 .arg( fileName, QString::fromLocal8Bit( problem.what() ) );
  }
  QFile::remove( beside );
  return false;
}

bool CaPdfPage::isFinished( QPDFObjectHandle page )
{
  const std::vector<QPDFObjectHandle> parts = partsOf( page );
  return !parts.empty() && std::all_of( parts.begin(), parts.end(), isMarked );
}

std::vector<QPDFObjectHandle> CaPdfPage::textParts( QPDFObjectHandle page )
{
  std::vector<QPDFObjectHandle> texts;
  for ( QPDFObjectHandle &part : partsOf( page ) )
  {
    if ( isMarked( part ) && part.getDict().getKey( MARK ).isNameAndEquals( TEXT ) )
      texts.push_back( part );
  }
  return texts;
}

void CaPdfPage::removeMarks( QPDF &pdf )
{
  for ( QPDFPageObjectHelper &page : QPDFPageDocumentHelper( pdf ).getAllPages() )
  {
    for ( QPDFObjectHandle &part : partsOf( page.getObjectHandle() ) )
    {
      if ( isMarked( part ) )
        part.getDict().removeKey( MARK );
    }
  }
}
