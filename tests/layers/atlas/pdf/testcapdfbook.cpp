// SPDX-License-Identifier: GPL-2.0-or-later
#include "capdfbook.h"
#include "catest.h"
#include "pdftools.h"

#include <QDir>
#include <QDomDocument>

#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFOutlineDocumentHelper.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageLabelDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>

#include <csignal>
#include <functional>
#include <memory>

//! What a user relies on: no page is lost without a word, whatever happened to the disk, and every page is found.
class TestCaPdfBook : public QObject
{
  Q_OBJECT

private slots:
  void init();
  void cleanup() { mFolder.reset(); }
  void missingPartIsAnError();
  void cutOffPartIsAnError();
  void brokenPageIsAnError();
  void noPdfIsAnError();
  void lostPageIsAnError();
  void pagesThatAreNotThereAreErrors();
  void fullDiskIsAnError();
  void folderThatIsNotThereIsAnError();
  void oldFileStaysIfTheNewFails();
  void pagesAreJoinedInOrder();
  void outlineIsNested();
  void linksLeadToPages();
  void pagesAreLabelled();
  void saysWhatItIs();
  void isTheSameAgain();
  void manyFilesAreJoined();

private:
  QString fileName( const QString &name ) const { return mFolder->filePath( name ); }
  QString makePdf( const QString &name, int pages ) const;
  //! Joins parts that cannot be joined. \returns the error, or an empty string if there is none or a file is left
  QString failure( const QStringList &parts, const QVector<CaPdfEntry> &outline = {}, const QVector<CaPdfLink> &links = {},
                   const QStringList &labels = {} ) const;

  std::unique_ptr<QTemporaryDir> mFolder;
};

void TestCaPdfBook::init()
{
  mFolder = std::make_unique<QTemporaryDir>();
  QVERIFY( mFolder->isValid() );
}

QString TestCaPdfBook::makePdf( const QString &name, int pages ) const
{
  int page = 0;
  return PdfTools::print(
      fileName( name ),
      [&name, &page]( QPainter &painter )
      {
        painter.setFont( PdfTools::font( 60 ) );
        painter.drawText( 300, 300, name.left( 1 ) + QString( QChar( u'あ' + 2 * page++ ) ) );
      },
      pages );
}

QString TestCaPdfBook::failure( const QStringList &parts, const QVector<CaPdfEntry> &outline, const QVector<CaPdfLink> &links,
                                const QStringList &labels ) const
{
  const QStringList before = QDir( mFolder->path() ).entryList( QDir::Files | QDir::Hidden );
  QString error;
  const int pages = CaPdfBook::write( parts, fileName( QStringLiteral( "book.pdf" ) ), CaPdfInfo(), outline, links, labels, &error );
  const QStringList after = QDir( mFolder->path() ).entryList( QDir::Files | QDir::Hidden );
  return pages == -1 && before == after ? error : QString();
}

void TestCaPdfBook::missingPartIsAnError()
{
  const QString missing = fileName( QStringLiteral( "no.pdf" ) );
  const QString error = failure( { makePdf( QStringLiteral( "a.pdf" ), 1 ), missing } );
  QVERIFY2( error.contains( missing ), qPrintable( error ) );
}

void TestCaPdfBook::cutOffPartIsAnError()
{
  const QString part = makePdf( QStringLiteral( "cut.pdf" ), 3 );
  QFile file( part );
  QVERIFY( file.resize( file.size() * 2 / 3 ) );
  const QString error = failure( { makePdf( QStringLiteral( "a.pdf" ), 1 ), part, makePdf( QStringLiteral( "b.pdf" ), 1 ) } );
  QVERIFY2( error.contains( part ), qPrintable( error ) );
}

void TestCaPdfBook::brokenPageIsAnError()
{
  const QString part = makePdf( QStringLiteral( "broken.pdf" ), 2 );
  // The file is whole, but what the second page draws is not: bytes of its compressed content are others.
  qint64 start = 0;
  QByteArray bytes = PdfTools::bytes( part );
  {
    QPDF pdf;
    pdf.processFile( QFile::encodeName( part ).constData() );
    QPDFObjectHandle contents = QPDFPageDocumentHelper( pdf ).getAllPages().at( 1 ).getObjectHandle().getKey( "/Contents" );
    start = bytes.indexOf( "stream\n", bytes.indexOf( '\n' + QByteArray::number( contents.getObjectID() ) + " 0 obj" ) );
  }
  QVERIFY( start > 0 );
  bytes.replace( static_cast<int>( start ) + 7 + 20, 20, QByteArray( 20, '\xFF' ) );
  QFile file( part );
  QVERIFY( file.open( QIODevice::WriteOnly ) && file.write( bytes ) == bytes.size() );
  file.close();
  const QString error = failure( { makePdf( QStringLiteral( "a.pdf" ), 1 ), part } );
  QVERIFY2( error.contains( part ), qPrintable( error ) );
}

void TestCaPdfBook::noPdfIsAnError()
{
  const QString part = fileName( QStringLiteral( "text.pdf" ) );
  QFile file( part );
  QVERIFY( file.open( QIODevice::WriteOnly ) );
  file.write( "not a page" );
  file.close();
  QVERIFY( failure( { part } ).contains( part ) );
  QVERIFY( failure( { mFolder->path() } ).contains( mFolder->path() ) );
  // What QGIS leaves of an export that fails.
  const QString empty = fileName( QStringLiteral( "empty.pdf" ) );
  {
    QPDF pdf;
    pdf.emptyPDF();
    const QByteArray target = QFile::encodeName( empty );
    QPDFWriter writer( pdf, target.constData() );
    writer.write();
  }
  QVERIFY( failure( { makePdf( QStringLiteral( "a.pdf" ), 1 ), empty } ).contains( empty ) );
}

void TestCaPdfBook::pagesThatAreNotThereAreErrors()
{
  const QStringList parts{ makePdf( QStringLiteral( "a.pdf" ), 2 ) };
  const QString entry = failure( parts, { { QStringLiteral( "九州" ), 0, 1 }, { QStringLiteral( "沖縄" ), 0, 3 } } );
  QVERIFY2( entry.contains( QStringLiteral( "沖縄" ) ) && entry.contains( '3' ), qPrintable( entry ) );
  QVERIFY( !failure( parts, { { QStringLiteral( "九州" ), 0, 0 } } ).isEmpty() );
  QVERIFY( !failure( parts, {}, { { 3, QRectF( 0, 0, 1, 1 ), 1 } } ).isEmpty() );
  QVERIFY( !failure( parts, {}, { { 1, QRectF( 0, 0, 1, 1 ), -1 } } ).isEmpty() );
  QVERIFY( !failure( parts, {}, {}, { QStringLiteral( "i" ) } ).isEmpty() );
  QVERIFY( !failure( {}, { { QStringLiteral( "九州" ), 0, 1 } } ).isEmpty() );
}

void TestCaPdfBook::fullDiskIsAnError()
{
  // As much disk as this process may write to a file.
  const QString part = makePdf( QStringLiteral( "b.pdf" ), 40 );
  std::signal( SIGXFSZ, SIG_IGN );
  rlimit before{};
  getrlimit( RLIMIT_FSIZE, &before );
  const rlimit little{ 1024, before.rlim_max };
  setrlimit( RLIMIT_FSIZE, &little );
  const QString error = failure( { part } );
  setrlimit( RLIMIT_FSIZE, &before );
  QVERIFY2( error.contains( QStringLiteral( "disk" ) ) && error.contains( fileName( QStringLiteral( "book.pdf" ) ) ), qPrintable( error ) );
}

void TestCaPdfBook::folderThatIsNotThereIsAnError()
{
  QString error;
  const QString target = fileName( QStringLiteral( "no/book.pdf" ) );
  QCOMPARE( CaPdfBook::write( { makePdf( QStringLiteral( "a.pdf" ), 1 ) }, target, CaPdfInfo(), {}, {}, {}, &error ), -1 );
  QVERIFY2( error.contains( target ), qPrintable( error ) );
}

void TestCaPdfBook::oldFileStaysIfTheNewFails()
{
  const QString target = fileName( QStringLiteral( "book.pdf" ) );
  QString error;
  QCOMPARE( CaPdfBook::write( { makePdf( QStringLiteral( "a.pdf" ), 1 ) }, target, CaPdfInfo(), {}, {}, {}, &error ), 1 );
  const QByteArray before = PdfTools::bytes( target );
  QVERIFY( !failure( { fileName( QStringLiteral( "no.pdf" ) ) } ).isEmpty() );
  QCOMPARE( PdfTools::bytes( target ), before );
}

void TestCaPdfBook::pagesAreJoinedInOrder()
{
  const QString target = fileName( QStringLiteral( "book.pdf" ) );
  QString error;
  QCOMPARE( CaPdfBook::write( { makePdf( QStringLiteral( "c.pdf" ), 1 ), makePdf( QStringLiteral( "d.pdf" ), 2 ) }, target, CaPdfInfo(), {},
                              {}, {}, &error ),
            3 );
  QVERIFY2( error.isEmpty(), qPrintable( error ) );
  if ( !PdfTools::areInstalled() )
    QSKIP( "poppler-utils or qpdf is not installed: the pages were not read" );
  QCOMPARE( PdfTools::texts( target ), QStringList( { QStringLiteral( "cあ" ), QStringLiteral( "dあ" ), QStringLiteral( "dい" ) } ) );
  QCOMPARE( PdfTools::complaints( target ), QString() );
}

void TestCaPdfBook::outlineIsNested()
{
  const QString target = fileName( QStringLiteral( "book.pdf" ) );
  QString error;
  const QVector<CaPdfEntry> outline{ { QStringLiteral( "全国" ), 0, 1 },         { QStringLiteral( "関東経済産業局" ), 0, 2 },
                                     { QStringLiteral( "プロジェクト" ), 1, 3 }, { QStringLiteral( "副区域" ), 2, 4 },
                                     { QStringLiteral( "Project (2)" ), 1, 5 },  { QStringLiteral( "出典" ), 0, 5 } };
  QCOMPARE( CaPdfBook::write( { makePdf( QStringLiteral( "a.pdf" ), 5 ) }, target, CaPdfInfo(), outline, {}, {}, &error ), 5 );
  QPDF pdf;
  pdf.processFile( QFile::encodeName( target ).constData() );
  QStringList found;
  const std::vector<QPDFPageObjectHelper> pages = QPDFPageDocumentHelper( pdf ).getAllPages();
  const std::function<void( const std::vector<QPDFOutlineObjectHelper> &, int )> list =
      [&]( const std::vector<QPDFOutlineObjectHelper> &items, int level )
  {
    for ( QPDFOutlineObjectHelper item : items )
    {
      int page = 0;
      for ( std::size_t i = 0; i < pages.size(); ++i )
        page = pages.at( i ).getObjectHandle().getObjGen() == item.getDestPage().getObjGen() ? static_cast<int>( i ) + 1 : page;
      found.append( QStringLiteral( "%1 %2 %3 %4" )
                        .arg( level )
                        .arg( QString::fromStdString( item.getTitle() ) )
                        .arg( page )
                        .arg( item.getCount() ) );
      list( item.getKids(), level + 1 );
    }
  };
  list( QPDFOutlineDocumentHelper( pdf ).getTopLevelOutlines(), 0 );
  QCOMPARE( found, QStringList( { QStringLiteral( "0 全国 1 0" ), QStringLiteral( "0 関東経済産業局 2 -2" ),
                                  QStringLiteral( "1 プロジェクト 3 -1" ), QStringLiteral( "2 副区域 4 0" ),
                                  QStringLiteral( "1 Project (2) 5 0" ), QStringLiteral( "0 出典 5 0" ) } ) );
  QVERIFY( pdf.getRoot().getKey( "/PageMode" ).isNameAndEquals( "/UseOutlines" ) );
  QCOMPARE( pdf.getRoot().getKey( "/Outlines" ).getKey( "/Count" ).getIntValueAsInt(), 3 );
}

void TestCaPdfBook::lostPageIsAnError()
{
  const QString error = failure( { makePdf( QStringLiteral( "a.pdf" ), 2 ) }, {}, {}, { "1", "2", "3" } );
  QVERIFY2( error.contains( QLatin1Char( '2' ) ) && error.contains( QLatin1Char( '3' ) ), qPrintable( error ) );
}

void TestCaPdfBook::linksLeadToPages()
{
  const QString target = fileName( QStringLiteral( "book.pdf" ) );
  QString error;
  const QVector<CaPdfLink> links{ { 1, QRectF( 20, 30, 100, 5 ), 3 },
                                  { 1, QRectF( 20, 40, 100, 5 ), 2 },
                                  { 3, QRectF( 0, 0, 210, 297 ), 1 } };
  QCOMPARE( CaPdfBook::write( { makePdf( QStringLiteral( "a.pdf" ), 3 ) }, target, CaPdfInfo(), {}, links, {}, &error ), 3 );
  QPDF pdf;
  pdf.processFile( QFile::encodeName( target ).constData() );
  std::vector<QPDFPageObjectHelper> pages = QPDFPageDocumentHelper( pdf ).getAllPages();
  std::vector<QPDFAnnotationObjectHelper> annotations = pages.at( 0 ).getAnnotations( "/Link" );
  QCOMPARE( static_cast<int>( annotations.size() ), 2 );
  QCOMPARE( static_cast<int>( pages.at( 1 ).getAnnotations().size() ), 0 );
  QCOMPARE( static_cast<int>( pages.at( 2 ).getAnnotations().size() ), 1 );
  const QPDFObjectHandle::Rectangle area = annotations.at( 0 ).getRect();
  const QPDFObjectHandle::Rectangle paper = pages.at( 0 ).getMediaBox().getArrayAsRectangle();
  QVERIFY( qAbs( area.llx - 20 * 72 / 25.4 ) < 0.01 && qAbs( area.urx - 120 * 72 / 25.4 ) < 0.01 );
  QVERIFY( qAbs( paper.ury - area.ury - 30 * 72 / 25.4 ) < 0.01 && qAbs( paper.ury - area.lly - 35 * 72 / 25.4 ) < 0.01 );
  const QPDFObjectHandle destination = annotations.at( 0 ).getObjectHandle().getKey( "/Dest" );
  QVERIFY( QPDFObjectHandle( destination ).getArrayItem( 0 ).getObjGen() == pages.at( 2 ).getObjectHandle().getObjGen() );
}

void TestCaPdfBook::pagesAreLabelled()
{
  const QString target = fileName( QStringLiteral( "book.pdf" ) );
  QString error;
  const QStringList labels{ QStringLiteral( "表紙" ), QStringLiteral( "1" ),  QStringLiteral( "2" ),
                            QStringLiteral( "資料" ), QStringLiteral( "07" ), QStringLiteral( "7" ) };
  QCOMPARE( CaPdfBook::write( { makePdf( QStringLiteral( "a.pdf" ), 6 ) }, target, CaPdfInfo(), {}, {}, labels, &error ), 6 );
  QPDF pdf;
  pdf.processFile( QFile::encodeName( target ).constData() );
  QPDFPageLabelDocumentHelper helper( pdf );
  for ( int page = 0; page < labels.size(); ++page )
  {
    QPDFObjectHandle label = helper.getLabelForPage( page );
    QString text = label.hasKey( "/P" ) ? QString::fromStdString( label.getKey( "/P" ).getUTF8Value() ) : QString();
    if ( label.hasKey( "/S" ) )
      text += QString::number( label.getKey( "/St" ).getIntValueAsInt() );
    QCOMPARE( text, labels.at( page ) );
  }
}

void TestCaPdfBook::saysWhatItIs()
{
  const QString target = fileName( QStringLiteral( "book.pdf" ) );
  CaPdfInfo info;
  info.title = QStringLiteral( "産業クラスター地図帳 <R&D>" );
  info.author = QStringLiteral( "経済産業省" );
  info.subject = QStringLiteral( "2009年度" );
  info.keywords = QStringList{ QStringLiteral( "産業" ), QStringLiteral( "cluster" ) };
  info.language = QStringLiteral( "ja" );
  info.date = QDateTime( QDate( 2026, 11, 25 ), QTime( 8, 15 ), Qt::OffsetFromUTC, 9 * 3600 );
  QString error;
  QCOMPARE( CaPdfBook::write( { makePdf( QStringLiteral( "a.pdf" ), 1 ) }, target, info, {}, {}, {}, &error ), 1 );
  QPDF pdf;
  pdf.processFile( QFile::encodeName( target ).constData() );
  QPDFObjectHandle old = pdf.getTrailer().getKey( "/Info" );
  const auto said = [&old]( const char *key )
  {
    return QString::fromStdString( old.getKey( key ).getUTF8Value() );
  };
  QCOMPARE( said( "/Title" ), info.title );
  QCOMPARE( said( "/Author" ), info.author );
  QCOMPARE( said( "/Subject" ), info.subject );
  QCOMPARE( said( "/Keywords" ), QStringLiteral( "産業, cluster" ) );
  QCOMPARE( said( "/CreationDate" ), QStringLiteral( "D:20261125081500+09'00'" ) );
  QCOMPARE( QString::fromStdString( pdf.getRoot().getKey( "/Lang" ).getUTF8Value() ), QStringLiteral( "ja" ) );
  QVERIFY( pdf.getRoot().getKey( "/ViewerPreferences" ).getKey( "/DisplayDocTitle" ).getBoolValue() );

  const std::shared_ptr<Buffer> packet = pdf.getRoot().getKey( "/Metadata" ).getStreamData();
  QDomDocument xmp;
  QString problem;
  QVERIFY2( xmp.setContent( QByteArray( reinterpret_cast<const char *>( packet->getBuffer() ), static_cast<int>( packet->getSize() ) ),
                            false, &problem ),
            qPrintable( problem ) );
  const QDomElement description = xmp.documentElement().firstChildElement().firstChildElement();
  const auto text = [&description]( const char *name )
  {
    return description.firstChildElement( QString::fromLatin1( name ) ).text().simplified();
  };
  QCOMPARE( text( "dc:title" ), info.title );
  QCOMPARE( text( "dc:creator" ), info.author );
  QCOMPARE( text( "dc:description" ), info.subject );
  QCOMPARE( text( "pdf:Keywords" ), said( "/Keywords" ) );
  QCOMPARE( text( "pdf:Producer" ), said( "/Producer" ) );
  QCOMPARE( text( "xmp:CreatorTool" ), said( "/Creator" ) );
  QCOMPARE( text( "xmp:CreateDate" ), QStringLiteral( "2026-11-25T08:15:00+09:00" ) );
  QCOMPARE( text( "dc:language" ), QStringLiteral( "ja" ) );
}

void TestCaPdfBook::isTheSameAgain()
{
  // The same pages printed at two times: Qt's files differ, the books do not.
  const QVector<CaPdfEntry> outline{ { QStringLiteral( "全国" ), 0, 1 } };
  const QVector<CaPdfLink> links{ { 1, QRectF( 20, 30, 100, 5 ), 2 } };
  CaPdfInfo info;
  info.title = QStringLiteral( "地図帳" );
  info.date = QDateTime( QDate( 2026, 11, 25 ), QTime( 8, 15 ), Qt::UTC );
  QString error;
  QVector<QByteArray> books;
  for ( const char *name : { "one.pdf", "two.pdf" } )
  {
    const QString target = fileName( QString::fromLatin1( name ) );
    QCOMPARE( CaPdfBook::write( { makePdf( QStringLiteral( "part.pdf" ), 2 ) }, target, info, outline, links, { "i", "ii" }, &error ), 2 );
    books.append( PdfTools::bytes( target ) );
    QTest::qSleep( 1100 ); // the clock that Qt writes has seconds
  }
  QVERIFY( !books.first().isEmpty() );
  QCOMPARE( books.at( 0 ), books.at( 1 ) );
}

void TestCaPdfBook::manyFilesAreJoined()
{
  // More files than this process may have open.
  const QString part = makePdf( QStringLiteral( "a.pdf" ), 1 );
  QStringList parts;
  for ( int i = 0; i < 400; ++i )
    parts.append( part );
  rlimit before{};
  getrlimit( RLIMIT_NOFILE, &before );
  const rlimit few{ 200, before.rlim_max };
  setrlimit( RLIMIT_NOFILE, &few );
  QString error;
  const int pages = CaPdfBook::write( parts, fileName( QStringLiteral( "book.pdf" ) ), CaPdfInfo(), {}, {}, {}, &error );
  setrlimit( RLIMIT_NOFILE, &before );
  QVERIFY2( pages == 400, qPrintable( error ) );
}

CA_TEST_MAIN( TestCaPdfBook )
#include "testcapdfbook.moc"
