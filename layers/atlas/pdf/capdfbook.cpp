// SPDX-License-Identifier: GPL-2.0-or-later
#include "capdfbook.h"

#include "cafiles.h"
#include "capdffonts.h"
#include "capdfpage.h"
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

//! Says which file of pages is broken.
class PartError : public std::runtime_error
{
public:
  PartError( const QString &fileName, const char *reason )
      : std::runtime_error( reason )
      , mFileName( fileName )
  {
  }

  QString fileName() const { return mFileName; }

private:
  QString mFileName;
};

//! A file of pages. It is read again when the book is written, so it must live until then.
class Part
{
public:
  /**
   * Opens \a fileName. A file cut off by a full disk is an error here: QPDF would mend what is left of it and lose pages.
   * \throws std::exception
   */
  explicit Part( const QString &fileName )
      : mSource( std::make_shared<ClosedFileInputSource>( QFile::encodeName( fileName ).constData() ) )
  {
    mPdf.setAttemptRecovery( false );
    mPdf.setSuppressWarnings( true );
    mSource->stayOpen( true );
    mPdf.processInputSource( mSource );
    if ( pageCount() == 0 ) // what is left of a print that failed
      throw std::runtime_error( "it has no pages" );
  }

  int pageCount() { return static_cast<int>( mPdf.getAllPages().size() ); }

  //! Adds the pages to \a book. \throws std::exception
  void addTo( QPDFPageDocumentHelper &book )
  {
    for ( const QPDFPageObjectHelper &page : QPDFPageDocumentHelper( mPdf ).getAllPages() )
      book.addPage( page, false );
    // A process may have a thousand files open; an atlas may have more pages.
    mSource->stayOpen( false );
    if ( mPdf.anyWarnings() )
      throw std::runtime_error( mPdf.getWarnings().front().what() );
  }

private:
  std::shared_ptr<ClosedFileInputSource> mSource;
  QPDF mPdf;
};

//! Adds the pages of \a parts to \a book, which reads them again while it is written. \throws std::exception
void addPages( QPDF &book, const QStringList &parts, std::list<Part> &sources )
{
  QPDFPageDocumentHelper pages( book );
  for ( const QString &part : parts )
  {
    try
    {
      sources.emplace_back( part );
      sources.back().addTo( pages );
    }
    catch ( const std::exception &problem )
    {
      throw PartError( part, problem.what() );
    }
  }
}

/**
 * Writes \a book and looks whether it has come out whole: QPDF only warns of what is broken inside a page, and says nothing of a last
 * write that fails.
 * \throws std::exception
 */
void writeFile( QPDF &book, const QString &fileName, int pages )
{
  {
    const QByteArray target = QFile::encodeName( fileName ); // QPDF reads the name again as it writes
    QPDFWriter writer( book, target.constData() );
    writer.setObjectStreamMode( qpdf_o_generate );
    writer.setDeterministicID( true );
    writer.write();
  } // the file is closed
  if ( book.anyWarnings() )
  {
    const QPDFExc damage = book.getWarnings().front();
    throw PartError( QFile::decodeName( QByteArray::fromStdString( damage.getFilename() ) ), damage.what() );
  }
  if ( Part( fileName ).pageCount() != pages )
    throw std::runtime_error( "pages are missing" );
}

} // namespace

int CaPdfBook::write( const QStringList &parts, const QString &target, const CaPdfInfo &info, const QVector<CaPdfEntry> &outline,
                      const QVector<CaPdfLink> &links, const QStringList &labels, QString *error )
{
  const QString beside = CaFiles::besideName( target );
  try
  {
    QPDF book;
    book.emptyPDF();
    book.setSuppressWarnings( true );
    std::list<Part> sources;
    addPages( book, parts, sources );
    const int count = static_cast<int>( book.getAllPages().size() );
    *error = CaPdfNavigation::problem( count, outline, links, labels );
    if ( !error->isEmpty() )
      return -1;
    CaPdfPaths::tidy( book );
    CaPdfFonts::merge( book );
    CaPdfPage::removeMarks( book );
    CaPdfMetadata::set( book, info );
    CaPdfNavigation::setOutline( book, outline );
    CaPdfNavigation::addLinks( book, links );
    CaPdfNavigation::setLabels( book, labels );
    writeFile( book, beside, count );
    if ( CaFiles::moveIntoPlace( beside, target, true, error ) )
      return count;
  }
  catch ( const PartError &problem )
  {
    *error = tr( "The page file %1 is missing or broken (%2), so %3 was not written. Print that page again." )
                 .arg( problem.fileName(), QString::fromLocal8Bit( problem.what() ), target );
  }
  catch ( const std::exception &problem )
  {
    *error = tr( "The pages could not be joined to %1 (%2). Is the disk full?" ).arg( target, QString::fromLocal8Bit( problem.what() ) );
  }
  QFile::remove( beside );
  return -1;
}
