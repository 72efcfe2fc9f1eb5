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
      sources.back().processFile( QFile::encodeName( part ).constData() );
      const std::vector<QPDFPageObjectHelper> partPages = QPDFPageDocumentHelper( sources.back() ).getAllPages();
      for ( const QPDFPageObjectHelper &page : partPages )
        pages.addPage( page, false );
    }
    QPDFObjectHandle info = QPDFObjectHandle::newDictionary();
    info.replaceKey( "/Title", QPDFObjectHandle::newUnicodeString( title.toStdString() ) );
    info.replaceKey( "/Producer", QPDFObjectHandle::newUnicodeString( "Cluster Atlas" ) );
    joined.getTrailer().replaceKey( "/Info", joined.makeIndirectObject( info ) );
    QPDFWriter writer( joined, QFile::encodeName( target ).constData() );
    writer.setObjectStreamMode( qpdf_o_generate );
    writer.setDeterministicID( true );
    writer.write();
    return static_cast<int>( pages.getAllPages().size() );
  }
  catch ( const std::exception &problem )
  {
    QFile::remove( target );
    *error = tr( "The pages could not be joined to %1: %2" ).arg( target, QString::fromLocal8Bit( problem.what() ) );
    return -1;
  }
}
