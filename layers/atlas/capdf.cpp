// SPDX-License-Identifier: GPL-2.0-or-later
#include "capdf.h"

#include <QFile>

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>

#include <exception>
#include <list>
#include <memory>

namespace
{

/**
 * Opens \a fileName in \a pdf. A file cut off by a full disk is an error here: QPDF would mend what is left of it and lose pages.
 * \throws std::exception
 */
void open( QPDF &pdf, const QString &fileName )
{
  pdf.setAttemptRecovery( false );
  pdf.setSuppressWarnings( true );
  pdf.processFile( QFile::encodeName( fileName ).constData() );
}

//! Returns the number of pages of a file as written. \throws std::exception
int pageCount( const QString &fileName )
{
  QPDF written;
  open( written, fileName );
  return static_cast<int>( written.getAllPages().size() );
}

//! Writes \a pdf; the file is closed when it returns. \throws std::exception
void write( QPDF &pdf, const QString &fileName )
{
  QPDFWriter writer( pdf, QFile::encodeName( fileName ).constData() );
  writer.setObjectStreamMode( qpdf_o_generate );
  writer.setDeterministicID( true );
  writer.write();
}

} // namespace

int CaPdf::join( const QStringList &parts, const QString &target, const QString &title, QString *error )
{
  try
  {
    QPDF joined;
    joined.emptyPDF();
    QPDFPageDocumentHelper pages( joined );
    // Parts are read when the joined file is written, so they must live until then.
    std::list<QPDF> sources;
    for ( const QString &part : parts )
    {
      sources.emplace_back();
      open( sources.back(), part );
      const std::vector<QPDFPageObjectHelper> partPages = QPDFPageDocumentHelper( sources.back() ).getAllPages();
      for ( const QPDFPageObjectHelper &page : partPages )
        pages.addPage( page, false );
    }
    QPDFObjectHandle info = QPDFObjectHandle::newDictionary();
    info.replaceKey( "/Title", QPDFObjectHandle::newUnicodeString( title.toStdString() ) );
    info.replaceKey( "/Producer", QPDFObjectHandle::newUnicodeString( "Cluster Atlas" ) );
    joined.getTrailer().replaceKey( "/Info", joined.makeIndirectObject( info ) );
    write( joined, target );
    return pageCount( target ); // QPDF says nothing of a last write that fails
  }
  catch ( const std::exception &problem )
  {
    QFile::remove( target );
    *error = tr( "The pages could not be joined to %1 (%2). Is the disk full?" ).arg( target, QString::fromLocal8Bit( problem.what() ) );
    return -1;
  }
}
