// SPDX-License-Identifier: GPL-2.0-or-later
#include "capdfbook.h"
#include "capdfpage.h"
#include "capdfpaths.h"
#include "catest.h"
#include "pdftools.h"
#include "storedstreams.h"

#include <QDir>

#include <qpdf/Pl_Flate.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>

#include <zlib.h>

#include <csignal>
#include <cmath>

//! What a user relies on: a page that a worker finished is the page that was printed.
class TestCaPdfPage : public QObject
{
  Q_OBJECT

private slots:
  void initTestCase() { QVERIFY( mFolder.isValid() ); }
  void brokenFilesStayAsTheyAre();
  void fileStaysIfTheDiskIsFull();
  void finishedFileStays();
  void whatQtStoredIsCompressed();
  void partsAreTheContent_data();
  void partsAreTheContent();
  void bookOfFinishedPagesIsTheSame();

private:
  QString fileName( const QString &name ) const { return mFolder.filePath( name ); }
  QString makePage( const QString &name ) const;
  QStringList files() const { return QDir( mFolder.path() ).entryList( QDir::Files | QDir::Hidden ); }

  QTemporaryDir mFolder;
};

//! A page with labels between lines, as a map and its legend are.
QString TestCaPdfPage::makePage( const QString &name ) const
{
  return PdfTools::print( fileName( name ),
                          []( QPainter &painter )
                          {
                            for ( int layer = 0; layer < 4; ++layer )
                            {
                              QPolygonF line;
                              for ( int i = 0; i < 3000; ++i )
                                line << QPointF( 200 + i * 0.6, 500 + layer * 400 + 90 * std::sin( i * 0.05 + layer ) );
                              painter.setPen( QPen( Qt::darkBlue, 3 ) );
                              painter.drawPolyline( line );
                              painter.setFont( PdfTools::font( 50, layer % 2 == 0 ) );
                              painter.setPen( Qt::black );
                              painter.drawText( 300, 500 + layer * 400, QStringLiteral( "関西%1 Kinki" ).arg( QChar( 0x3042 + layer ) ) );
                            }
                          } );
}

void TestCaPdfPage::brokenFilesStayAsTheyAre()
{
  const QString page = makePage( QStringLiteral( "cut.pdf" ) );
  QFile file( page );
  QVERIFY( file.resize( file.size() / 2 ) );
  const QByteArray before = PdfTools::bytes( page );
  const QStringList filesBefore = files();
  QString error;
  QVERIFY( !CaPdfPage::finish( page, &error ) );
  QVERIFY2( error.contains( page ), qPrintable( error ) );
  QCOMPARE( PdfTools::bytes( page ), before );
  error.clear();
  QVERIFY( !CaPdfPage::finish( fileName( QStringLiteral( "no.pdf" ) ), &error ) );
  QVERIFY2( error.contains( QStringLiteral( "no.pdf" ) ), qPrintable( error ) );
  QCOMPARE( files(), filesBefore );
}

void TestCaPdfPage::fileStaysIfTheDiskIsFull()
{
  const QString page = makePage( QStringLiteral( "full.pdf" ) );
  const QByteArray before = PdfTools::bytes( page );
  const QStringList filesBefore = files();
  std::signal( SIGXFSZ, SIG_IGN );
  rlimit usual{};
  getrlimit( RLIMIT_FSIZE, &usual );
  const rlimit little{ 1024, usual.rlim_max };
  setrlimit( RLIMIT_FSIZE, &little );
  QString error;
  const bool finished = CaPdfPage::finish( page, &error );
  setrlimit( RLIMIT_FSIZE, &usual );
  QVERIFY( !finished );
  QVERIFY2( error.contains( page ) && error.contains( QStringLiteral( "disk" ) ), qPrintable( error ) );
  QCOMPARE( PdfTools::bytes( page ), before );
  QCOMPARE( files(), filesBefore );
}

void TestCaPdfPage::finishedFileStays()
{
  const QString page = makePage( QStringLiteral( "twice.pdf" ) );
  const QByteArray printed = PdfTools::bytes( page );
  QString error;
  QVERIFY2( CaPdfPage::finish( page, &error ), qPrintable( error ) );
  const QByteArray once = PdfTools::bytes( page );
  QVERIFY( once != printed );
  QVERIFY( CaPdfPage::finish( page, &error ) );
  QCOMPARE( PdfTools::bytes( page ), once );
  if ( PdfTools::areInstalled() )
    QCOMPARE( PdfTools::complaints( page ), QString() );
}

void TestCaPdfPage::whatQtStoredIsCompressed()
{
  // A picture that fades, whose transparency Qt writes without loss, and hatches, as pages of a worker have them: stored.
  const QString printed = PdfTools::print( fileName( QStringLiteral( "picture.pdf" ) ),
                                           []( QPainter &painter )
                                           {
                                             QImage image( 400, 300, QImage::Format_ARGB32 );
                                             for ( int y = 0; y < image.height(); ++y )
                                             {
                                               for ( int x = 0; x < image.width(); ++x )
                                                 image.setPixelColor( x, y, QColor( 20, 90, 160, 255 * x / image.width() ) );
                                             }
                                             painter.drawImage( QRect( 200, 200, 1600, 1200 ), image );
                                             painter.fillRect( 200, 1600, 1600, 600, QBrush( Qt::darkGreen, Qt::BDiagPattern ) );
                                           } );
  const QString page = fileName( QStringLiteral( "stored.pdf" ) );
  {
    QPDF pdf;
    pdf.processFile( QFile::encodeName( printed ).constData() );
    const QByteArray target = QFile::encodeName( page );
    QPDFWriter writer( pdf, target.constData() );
    writer.setRecompressFlate( true );
    Pl_Flate::setCompressionLevel( Z_NO_COMPRESSION );
    writer.write();
    Pl_Flate::setCompressionLevel( Z_DEFAULT_COMPRESSION );
  }
  QVERIFY( storedBytes( page ) > 100000 );
  QString error;
  QVERIFY2( CaPdfPage::finish( page, &error ), qPrintable( error ) );
  QCOMPARE( storedBytes( page ), 0 );
  QVERIFY2( QFile( page ).size() < 2 * QFile( printed ).size(), qPrintable( QString::number( QFile( page ).size() ) ) );
  if ( !PdfTools::areInstalled() )
    QSKIP( "poppler-utils or qpdf is not installed: the page was not looked at" );
  QCOMPARE( PdfTools::complaints( page ), QString() );
  QVERIFY( PdfTools::difference( PdfTools::picture( printed, 1, 100 ), PdfTools::picture( page, 1, 100 ), 8 ) < 0.001 );
}

void TestCaPdfPage::partsAreTheContent_data()
{
  QTest::addColumn<QByteArray>( "content" );
  QTest::addColumn<QString>( "parts" );
  QByteArray lines = "0 0 m\n";
  for ( int i = 0; i < 2000; ++i )
    lines += QByteArray::number( i ) + ( i % 2 == 0 ? " 5.5 l\n" : " 6.5 l\n" );
  lines += "S\n";
  const QByteArray text = "BT\n/F7 33 Tf\n<0001> Tj\nET\n";
  const QByteArray few = "1 1 m\n2 2 l\nS\n";
  QTest::newRow( "nothing" ) << QByteArray() << QString();
  QTest::newRow( "lines" ) << lines << "L";
  QTest::newRow( "text" ) << text << "T";
  QTest::newRow( "lines, text, lines" ) << lines + text + lines << "LTL";
  QTest::newRow( "texts with few lines between" ) << lines + text + few + text + few << "LT";
  QTest::newRow( "texts with many lines between" ) << text + lines + text + lines + text << "TLTLT";
  QTest::newRow( "font set outside" ) << "/F7 33 Tf\n" + lines + "BT\n<0001> Tj\nET\n"
                                      << "T";
  QTest::newRow( "font set by the text before" ) << text + lines + "BT\n<0001> Tj\nET\n"
                                                 << "T";
  QTest::newRow( "spacing that stays" ) << "BT\n/F7 33 Tf\n2 Tc\n<0001> Tj\nET\n" + lines + text << "T";
  QTest::newRow( "text without an end" ) << lines + "BT\n/F7 33 Tf\n<0001> Tj\n"
                                         << "LT";
}

void TestCaPdfPage::partsAreTheContent()
{
  QFETCH( QByteArray, content );
  QFETCH( QString, parts );
  QByteArray together;
  QString kinds;
  for ( const CaPdfPaths::Part &part : CaPdfPaths::tidiedParts( content.toStdString() ) )
  {
    together += QByteArray::fromStdString( part.content );
    kinds += part.hasText ? 'T' : 'L';
    QVERIFY( part.hasText || !QByteArray::fromStdString( part.content ).contains( "BT\n" ) );
  }
  QCOMPARE( together, CaPdfPaths::tidied( content ) );
  QCOMPARE( kinds, parts );
}

void TestCaPdfPage::bookOfFinishedPagesIsTheSame()
{
  if ( !PdfTools::areInstalled() )
    QSKIP( "poppler-utils or qpdf is not installed: the pages were not looked at" );
  const QString printed = makePage( QStringLiteral( "printed.pdf" ) );
  const QString finished = makePage( QStringLiteral( "finished.pdf" ) );
  QString error;
  QVERIFY2( CaPdfPage::finish( finished, &error ), qPrintable( error ) );
  const QString one = fileName( QStringLiteral( "one.pdf" ) );
  const QString other = fileName( QStringLiteral( "other.pdf" ) );
  QCOMPARE( CaPdfBook::write( { printed, printed }, one, CaPdfInfo(), {}, {}, {}, &error ), 2 );
  QCOMPARE( CaPdfBook::write( { printed, finished }, other, CaPdfInfo(), {}, {}, {}, &error ), 2 );
  QCOMPARE( PdfTools::complaints( other ), QString() );
  QCOMPARE( PdfTools::texts( other ), PdfTools::texts( one ) );
  QVERIFY( PdfTools::texts( other ).last().contains( QStringLiteral( "関西い Kinki" ) ) );
  QCOMPARE( PdfTools::fonts( other ).size(), 2 );
  QCOMPARE( PdfTools::difference( PdfTools::picture( one, 2, 150 ), PdfTools::picture( other, 2, 150 ), 0 ), 0. );
  QPDF pdf;
  pdf.processFile( QFile::encodeName( other ).constData() );
  const QPDFPageObjectHelper page = QPDFPageDocumentHelper( pdf ).getAllPages().at( 1 );
  QVERIFY( !CaPdfPage::isFinished( page.getObjectHandle() ) ); // marks are for us alone
}

CA_TEST_MAIN( TestCaPdfPage )
#include "testcapdfpage.moc"
