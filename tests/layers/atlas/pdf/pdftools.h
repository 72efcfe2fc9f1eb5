// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QColor>
#include <QFile>
#include <QFont>
#include <QImage>
#include <QPainter>
#include <QPdfWriter>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdlib>
#include <functional>

//! PDFs as Qt writes them, and as poppler and qpdf see them.
namespace PdfTools
{

//! What a program said, and on its other output.
struct Said
{
  int code = -1;
  QString out;
  QString complaints;
};

inline Said run( const QString &program, const QStringList &arguments )
{
  QProcess process;
  process.start( program, arguments );
  process.waitForFinished( 120000 );
  return { process.exitCode(), QString::fromUtf8( process.readAllStandardOutput() ), QString::fromUtf8( process.readAllStandardError() ) };
}

//! Returns true if the programs are there with which a PDF is looked at.
inline bool areInstalled()
{
  for ( const char *program : { "pdftotext", "pdftoppm", "pdffonts", "qpdf" } )
  {
    if ( QStandardPaths::findExecutable( QString::fromLatin1( program ) ).isEmpty() )
      return false;
  }
  return true;
}

//! Prints an A4 page at 300 dpi, drawn by \a draw, to \a fileName, as QGIS does.
inline QString print( const QString &fileName, const std::function<void( QPainter & )> &draw, int pages = 1 )
{
  QPdfWriter writer( fileName );
  writer.setResolution( 300 );
  QPainter painter( &writer );
  for ( int page = 0; page < pages; ++page )
  {
    if ( page > 0 )
      writer.newPage();
    draw( painter );
  }
  return fileName;
}

inline QFont font( int pixels, bool isBold = false )
{
  QFont font( QStringLiteral( "Noto Sans CJK JP" ) );
  font.setPixelSize( pixels );
  font.setBold( isBold );
  return font;
}

//! Returns the text of each page, words in their order, spaces and ends of lines as one space.
inline QStringList texts( const QString &pdf )
{
  QStringList pages = run( QStringLiteral( "pdftotext" ), { pdf, QStringLiteral( "-" ) } ).out.split( QLatin1Char( '\f' ) );
  pages.removeLast();
  for ( QString &page : pages )
    page = page.simplified();
  return pages;
}

//! Returns the lines of pdffonts, a font each.
inline QStringList fonts( const QString &pdf )
{
  return run( QStringLiteral( "pdffonts" ), { pdf } ).out.split( QLatin1Char( '\n' ), Qt::SkipEmptyParts ).mid( 2 );
}

//! Returns page \a page, from 1, as a picture.
inline QImage picture( const QString &pdf, int page, int dpi )
{
  const QTemporaryDir folder;
  const QString name = folder.filePath( QStringLiteral( "page" ) );
  run( QStringLiteral( "pdftoppm" ), { QStringLiteral( "-r" ), QString::number( dpi ), QStringLiteral( "-f" ), QString::number( page ),
                                       QStringLiteral( "-l" ), QString::number( page ), QStringLiteral( "-singlefile" ), pdf, name } );
  return QImage( name + QStringLiteral( ".ppm" ) ).convertToFormat( QImage::Format_RGB32 );
}

//! Returns the share of pixels that differ by more than \a levels of 255 in a colour; 1 if the pictures have not the same size.
inline double difference( const QImage &one, const QImage &other, int levels )
{
  if ( one.isNull() || one.size() != other.size() )
    return 1;
  qint64 count = 0;
  for ( int y = 0; y < one.height(); ++y )
  {
    const auto *a = reinterpret_cast<const QRgb *>( one.constScanLine( y ) );
    const auto *b = reinterpret_cast<const QRgb *>( other.constScanLine( y ) );
    for ( int x = 0; x < one.width(); ++x )
    {
      const int most = std::max( { std::abs( qRed( a[x] ) - qRed( b[x] ) ), std::abs( qGreen( a[x] ) - qGreen( b[x] ) ),
                                   std::abs( qBlue( a[x] ) - qBlue( b[x] ) ) } );
      count += most > levels ? 1 : 0;
    }
  }
  return static_cast<double>( count ) / ( static_cast<double>( one.width() ) * one.height() );
}

//! Returns what qpdf and poppler find wrong with \a pdf, or nothing.
inline QString complaints( const QString &pdf )
{
  const Said check = run( QStringLiteral( "qpdf" ), { QStringLiteral( "--check" ), pdf } );
  const Said drawn = run( QStringLiteral( "pdftoppm" ), { QStringLiteral( "-r" ), QStringLiteral( "20" ), pdf } );
  return ( check.code == 0 ? QString() : check.out ) + check.complaints + drawn.complaints;
}

inline QByteArray bytes( const QString &fileName )
{
  QFile file( fileName );
  return file.open( QIODevice::ReadOnly ) ? file.readAll() : QByteArray();
}

} // namespace PdfTools
