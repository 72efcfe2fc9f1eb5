// SPDX-License-Identifier: GPL-2.0-or-later
#include "caprintedatlas.h"

#include "caatlasjob.h"

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFOutlineDocumentHelper.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QUuid>

#include <gdal.h>

#include <algorithm>
#include <map>
#include <stdexcept>

namespace
{

constexpr char PDF_MAGIC[] = "%PDF-";

bool isPdf( const QString &file )
{
  return file.endsWith( QLatin1String( ".pdf" ), Qt::CaseInsensitive );
}

//! Writes the bookmarks that lead to each page, the outer ones first, to \a titles.
void readTitles( std::vector<QPDFOutlineObjectHelper> outline, const QString &parent, const std::map<QPDFObjGen, int> &places,
                 QVector<QString> &titles )
{
  for ( QPDFOutlineObjectHelper &entry : outline )
  {
    const QString own = QString::fromStdString( entry.getTitle() );
    const QString title = parent.isEmpty() ? own : parent + QStringLiteral( " › " ) + own;
    const auto place = places.find( entry.getDestPage().getObjGen() );
    if ( place != places.end() )
      titles[place->second] = title;
    readTitles( entry.getKids(), title, places, titles );
  }
}

//! Returns the title of each page of \a pdf; a page that has none goes on with the one before. \throws std::exception
QVector<QString> titlesOf( QPDF &pdf )
{
  std::map<QPDFObjGen, int> places;
  for ( const QPDFObjectHandle &page : pdf.getAllPages() )
    places.emplace( page.getObjGen(), static_cast<int>( places.size() ) );
  QVector<QString> titles( static_cast<int>( places.size() ) );
  readTitles( QPDFOutlineDocumentHelper( pdf ).getTopLevelOutlines(), QString(), places, titles );
  for ( int i = 1; i < titles.size(); ++i )
  {
    if ( titles.at( i ).isEmpty() )
      titles[i] = titles.at( i - 1 );
  }
  return titles;
}

//! Returns the only page of a PDF held in memory. \a content must outlive \a pdf. \throws std::exception
QPDFPageObjectHelper onlyPage( QPDF &pdf, const QByteArray &content )
{
  pdf.setSuppressWarnings( true );
  pdf.processMemoryFile( "page", content.constData(), static_cast<std::size_t>( content.size() ) );
  return QPDFPageDocumentHelper( pdf ).getAllPages().at( 0 );
}

//! A file in memory that GDAL can open, under a name of its own.
class MemoryFile
{
public:
  explicit MemoryFile( const QByteArray &content )
      : mName( QStringLiteral( "/vsimem/%1.pdf" ).arg( QUuid::createUuid().toString( QUuid::Id128 ) ).toUtf8() )
  {
    // GDAL reads the bytes where they are.
    auto *bytes = reinterpret_cast<GByte *>( const_cast<char *>( content.constData() ) );
    VSILFILE *file = VSIFileFromMemBuffer( mName.constData(), bytes, static_cast<vsi_l_offset>( content.size() ), FALSE );
    if ( file )
      VSIFCloseL( file );
  }
  ~MemoryFile() { VSIUnlink( mName.constData() ); }
  MemoryFile( const MemoryFile &other ) = delete;
  MemoryFile &operator=( const MemoryFile &other ) = delete;

  const char *name() const { return mName.constData(); }

private:
  const QByteArray mName;
};

//! Draws a PDF of one page by GDAL, which has poppler for it.
QImage drawn( const QByteArray &content, int dpi )
{
  constexpr int BYTES_OF_PIXEL = 3;
  const MemoryFile file( content );
  const QByteArray resolution = QByteArrayLiteral( "DPI=" ) + QByteArray::number( dpi );
  const char *const drivers[] = { "PDF", nullptr };
  const char *const options[] = { resolution.constData(), nullptr };
  GDALDatasetH dataset = GDALOpenEx( file.name(), GDAL_OF_RASTER | GDAL_OF_READONLY, drivers, options, nullptr );
  if ( !dataset )
    return QImage();
  QImage image( GDALGetRasterXSize( dataset ), GDALGetRasterYSize( dataset ), QImage::Format_RGB888 );
  const bool read = !image.isNull() &&
                    GDALDatasetRasterIO( dataset, GF_Read, 0, 0, image.width(), image.height(), image.bits(), image.width(), image.height(),
                                         GDT_Byte, BYTES_OF_PIXEL, nullptr, BYTES_OF_PIXEL, image.bytesPerLine(), 1 ) == CE_None;
  GDALClose( dataset );
  return read ? image : QImage();
}

} // namespace

CaPrintedAtlas::CaPrintedAtlas() = default;
CaPrintedAtlas::~CaPrintedAtlas() = default;

std::unique_ptr<CaPrintedAtlas> CaPrintedAtlas::open( const QString &path, QString *error )
{
  const QFileInfo info( path );
  std::unique_ptr<CaPrintedAtlas> atlas( new CaPrintedAtlas() );
  if ( !info.exists() )
    *error = tr( "%1 is not there. Choose the PDF or the folder of an atlas." ).arg( path );
  else if ( info.isDir() ? atlas->addFolder( path, error ) : atlas->addPdf( path, QString(), error ) )
    return atlas;
  return nullptr;
}

bool CaPrintedAtlas::addFolder( const QString &path, QString *error )
{
  static const QRegularExpression number( QStringLiteral( "^\\d+_" ) );
  const QDir folder( path );
  const QFileInfoList files = folder.entryInfoList( { QStringLiteral( "*.pdf" ), QStringLiteral( "*.png" ), QStringLiteral( "*.svg" ) },
                                                    QDir::Files | QDir::Readable, QDir::Name );
  readCodes( folder.filePath( QStringLiteral( ".pages" ) ) );
  for ( const QFileInfo &file : files )
  {
    const QString title = file.completeBaseName().remove( number );
    if ( !isPdf( file.fileName() ) )
      add( { title, QString(), mCodes.value( file.completeBaseName() ), file.filePath(), 1 } );
    else if ( !addPdf( file.filePath(), title, error ) )
      return false;
  }
  if ( mPages.isEmpty() )
    *error = tr( "There is no atlas in the folder %1: no PDF, PNG or SVG." ).arg( path );
  return !mPages.isEmpty();
}

bool CaPrintedAtlas::addPdf( const QString &file, const QString &title, QString *error )
{
  QPDF *document = pdf( file, error );
  if ( !document )
    return false;
  try
  {
    const QVector<QString> titles = titlesOf( *document );
    const QString code = titles.size() == 1 ? mCodes.value( QFileInfo( file ).completeBaseName() ) : QString();
    for ( int i = 0; i < titles.size(); ++i )
    {
      QStringList parts{ title, titles.at( i ) };
      parts.removeAll( QString() );
      add( { parts.isEmpty() ? tr( "Page without a title" ) : parts.join( QStringLiteral( ": " ) ), QString(), code, file, i + 1 } );
    }
    return true;
  }
  catch ( const std::exception &problem )
  {
    *error = tr( "%1 is damaged: %2" ).arg( file, QString::fromLocal8Bit( problem.what() ) );
    return false;
  }
}

void CaPrintedAtlas::add( Page page )
{
  // A page that goes on has one title on all its sheets.
  page.key = QStringLiteral( "%1\n%2" ).arg( page.title ).arg( mTimes[page.title]++ );
  mPages << page;
}

void CaPrintedAtlas::readCodes( const QString &folder )
{
  QString error; // an atlas without a list of its pages has titles only
  const std::optional<CaAtlasJob> job = CaAtlasJob::read( QDir( folder ).filePath( QStringLiteral( "job.json" ) ), &error );
  if ( !job )
    return;
  for ( const CaAtlasPage &page : job->pages )
  {
    if ( !page.code.isEmpty() )
      mCodes.insert( page.fileName, QStringLiteral( "%1 %2 %3 %4" ).arg( page.kind, page.code, page.language ).arg( page.fiscalYear ) );
  }
}

QPDF *CaPrintedAtlas::pdf( const QString &file, QString *error )
{
  if ( mPdf && mFile == file )
    return mPdf.get();
  mPdf = std::make_unique<QPDF>();
  mFile = file;
  try
  {
    mPdf->setSuppressWarnings( true );
    mPdf->setAttemptRecovery( false );
    mPdf->processFile( QFile::encodeName( file ).constData() );
    return mPdf.get();
  }
  catch ( const QPDFExc &problem )
  {
    *error = problem.getErrorCode() == qpdf_e_password
                 ? tr( "%1 is locked by a password. Save it without, and compare that." ).arg( file )
                 : tr( "%1 is no PDF, or is damaged: %2" ).arg( file, QString::fromLocal8Bit( problem.what() ) );
  }
  catch ( const std::exception &problem )
  {
    *error = tr( "%1 cannot be read: %2" ).arg( file, QString::fromLocal8Bit( problem.what() ) );
  }
  mPdf.reset();
  return nullptr;
}

QByteArray CaPrintedAtlas::content( const Page &page, QString *error )
{
  if ( !isPdf( page.file ) )
  {
    QFile file( page.file );
    const QByteArray bytes = file.open( QIODevice::ReadOnly ) ? file.readAll() : QByteArray();
    if ( bytes.isEmpty() )
      *error = tr( "%1 cannot be read: %2" ).arg( page.file, file.errorString() );
    return bytes;
  }
  QPDF *whole = pdf( page.file, error );
  if ( !whole )
    return QByteArray();
  try
  {
    QPDF alone;
    alone.emptyPDF();
    alone.setSuppressWarnings( true );
    QPDFPageDocumentHelper( alone ).addPage( whole->getAllPages().at( static_cast<std::size_t>( page.number - 1 ) ), false );
    QPDFWriter writer( alone );
    writer.setOutputMemory();
    writer.setDeterministicID( true );
    writer.write();
    const std::shared_ptr<Buffer> buffer = writer.getBufferSharedPointer();
    return QByteArray( reinterpret_cast<const char *>( buffer->getBuffer() ), static_cast<int>( buffer->getSize() ) );
  }
  catch ( const std::exception &problem )
  {
    *error = tr( "Page %1 of %2 is damaged: %3" ).arg( page.number ).arg( page.file, QString::fromLocal8Bit( problem.what() ) );
    return QByteArray();
  }
}

QVector<CaPdfString> CaPrintedAtlas::strings( const QByteArray &content )
{
  if ( !content.startsWith( PDF_MAGIC ) )
    return {};
  try
  {
    QPDF pdf;
    QPDFPageObjectHelper page = onlyPage( pdf, content );
    return CaPdfStrings::of( page );
  }
  catch ( const std::exception & )
  {
    return {}; // its picture says what is to be said
  }
}

QImage CaPrintedAtlas::picture( const QByteArray &content, int dpi )
{
  const QImage image = content.startsWith( PDF_MAGIC ) ? drawn( content, dpi ) : QImage::fromData( content );
  return image.convertToFormat( QImage::Format_RGB32 );
}
