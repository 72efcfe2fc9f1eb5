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
#include <stdexcept>

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
 * Returns \a content compressed as /FlateDecode has it. libdeflate takes less than half the time of zlib, which QPDF would use.
 * Throws if memory is short.
 */
std::string compressed( const std::string &content )
{
  constexpr int LEVEL = 6;
  const std::unique_ptr<libdeflate_compressor, decltype( &libdeflate_free_compressor )> compressor( libdeflate_alloc_compressor( LEVEL ),
                                                                                                    &libdeflate_free_compressor );
  if ( !compressor )
    throw std::bad_alloc();
  std::string result( libdeflate_zlib_compress_bound( compressor.get(), content.size() ), '\0' );
  result.resize( libdeflate_zlib_compress( compressor.get(), content.data(), content.size(), result.data(), result.size() ) );
  return result;
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
    parts.back().replaceStreamData( compressed( part.content ), QPDFObjectHandle::newName( "/FlateDecode" ), QPDFObjectHandle::newNull() );
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
    for ( QPDFPageObjectHelper &page : pages )
      finishPage( pdf, page );
    {
      QPDFWriter writer( pdf, QFile::encodeName( beside ).constData() );
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
