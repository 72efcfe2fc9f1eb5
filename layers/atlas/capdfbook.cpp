// SPDX-License-Identifier: GPL-2.0-or-later
#include "capdfbook.h"

#include "cafiles.h"
#include "capdffonts.h"
#include "capdfpaths.h"

#include <QFile>

#include <qpdf/ClosedFileInputSource.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>

#include <exception>
#include <list>
#include <memory>
#include <stdexcept>

namespace
{

//! A file of pages. It is read again when the book is written, so it must live until then.
class Part
{
public:
  /**
   * Opens \a fileName. A file cut off by a full disk is an error here: QPDF would mend what is left of it and lose pages.
   * \throws std::exception
   */
  explicit Part( const QString &fileName )
      : mFileName( fileName )
      , mSource( std::make_shared<ClosedFileInputSource>( QFile::encodeName( fileName ).constData() ) )
  {
    mPdf.setAttemptRecovery( false );
    mPdf.setSuppressWarnings( true );
    mSource->stayOpen( true );
    mPdf.processInputSource( mSource );
  }

  QString fileName() const { return mFileName; }

  //! Adds the pages to \a book. \throws std::exception
  void addTo( QPDFPageDocumentHelper &book )
  {
    for ( const QPDFPageObjectHelper &page : QPDFPageDocumentHelper( mPdf ).getAllPages() )
      book.addPage( page, false );
    // A process may have a thousand files open; an atlas may have more pages.
    mSource->stayOpen( false );
  }

  //! Returns what was found to be broken, if anything.
  QString damage() { return mPdf.anyWarnings() ? QString::fromLocal8Bit( mPdf.getWarnings().front().what() ) : QString(); }

private:
  QString mFileName;
  std::shared_ptr<ClosedFileInputSource> mSource;
  QPDF mPdf;
};

//! Returns the number of pages of a file as written. \throws std::exception
int pageCount( const QString &fileName )
{
  Part written( fileName );
  QPDF copy;
  copy.emptyPDF();
  QPDFPageDocumentHelper pages( copy );
  written.addTo( pages );
  return static_cast<int>( pages.getAllPages().size() );
}

//! Writes \a pdf; the file is closed when it returns. \throws std::exception
void writeFile( QPDF &pdf, const QString &fileName )
{
  QPDFWriter writer( pdf, QFile::encodeName( fileName ).constData() );
  writer.setObjectStreamMode( qpdf_o_generate );
  writer.setDeterministicID( true );
  writer.write();
}

} // namespace

int CaPdfBook::write( const QStringList &parts, const QString &target, const CaPdfInfo &info, const QVector<CaPdfEntry> &outline,
                      const QVector<CaPdfLink> &links, const QStringList &labels, QString *error )
{
  const QString beside = CaFiles::besideName( target );
  QString part;
  try
  {
    QPDF book;
    book.emptyPDF();
    QPDFPageDocumentHelper pages( book );
    std::list<Part> sources;
    for ( const QString &fileName : parts )
    {
      part = fileName;
      sources.emplace_back( fileName );
      sources.back().addTo( pages );
    }
    part.clear();
    const int count = static_cast<int>( pages.getAllPages().size() );
    *error = CaPdfNavigation::problem( count, outline, links, labels );
    if ( !error->isEmpty() )
      return -1;
    CaPdfPaths::tidy( book );
    CaPdfFonts::merge( book );
    CaPdfMetadata::set( book, info );
    CaPdfNavigation::setOutline( book, outline );
    CaPdfNavigation::setLinks( book, links );
    CaPdfNavigation::setLabels( book, labels );
    writeFile( book, beside );
    for ( Part &source : sources )
    {
      if ( source.damage().isEmpty() )
        continue;
      part = source.fileName();
      throw std::runtime_error( source.damage().toStdString() );
    }
    if ( pageCount( beside ) != count ) // QPDF says nothing of a last write that fails
      throw std::runtime_error( "pages are missing" );
    if ( CaFiles::moveIntoPlace( beside, target, true, error ) )
      return count;
  }
  catch ( const std::exception &problem )
  {
    const QString reason = QString::fromLocal8Bit( problem.what() );
    *error =
        part.isEmpty()
            ? tr( "The pages could not be joined to %1 (%2). Is the disk full?" ).arg( target, reason )
            : tr( "The page file %1 is missing or broken (%2), so %3 was not written. Print that page again." ).arg( part, reason, target );
  }
  QFile::remove( beside );
  return -1;
}
