// SPDX-License-Identifier: GPL-2.0-or-later
#include "capdfbook.h"
#include "catest.h"
#include "pdftools.h"

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <qpdf/QPDFWriter.hh>

//! What a user relies on: every page reads as it was drawn, and can be searched, from one font a typeface.
class TestCaPdfFonts : public QObject
{
  Q_OBJECT

private slots:
  void initTestCase();
  void otherFontsStay();
  void fontsOfFormsStay();
  void pagesSayWhatWasDrawn();
  void typefacesAreEmbeddedOnce();
  void manyPagesHaveOneFont();
  void spacedLettersAreAWord();
  void verticalTextStays();
  void textByOtherOperatorsStays_data();
  void textByOtherOperatorsStays();

private:
  QString fileName( const QString &name ) const { return mFolder.filePath( name ); }

  //! Prints lines of text, the first in bold.
  QString page( const QString &name, const QStringList &lines ) const;

  //! Joins \a parts to `book.pdf` and checks the book.
  QString book( const QStringList &parts ) const;

  QTemporaryDir mFolder;
};

void TestCaPdfFonts::initTestCase()
{
  QVERIFY( mFolder.isValid() );
  if ( !PdfTools::areInstalled() )
    QSKIP( "poppler-utils or qpdf is not installed: the pages were not looked at" );
}

QString TestCaPdfFonts::page( const QString &name, const QStringList &lines ) const
{
  return PdfTools::print( fileName( name ),
                          [&lines]( QPainter &painter )
                          {
                            for ( int i = 0; i < lines.size(); ++i )
                            {
                              painter.setFont( PdfTools::font( 40 + i % 3 * 7, i == 0 ) );
                              painter.drawText( QPointF( 200.3, 200.7 + i * 70 ), lines.at( i ) );
                            }
                          } );
}

QString TestCaPdfFonts::book( const QStringList &parts ) const
{
  const QString target = fileName( QStringLiteral( "book.pdf" ) );
  QString error;
  const int pages = CaPdfBook::write( parts, target, CaPdfInfo(), {}, {}, {}, &error );
  return pages == parts.size() ? PdfTools::complaints( target ) : QStringLiteral( "%1 pages %2" ).arg( pages ).arg( error );
}

void TestCaPdfFonts::otherFontsStay()
{
  // One of the fonts that every reader has: nothing is embedded, codes have one byte.
  const QByteArray content = "BT /F1 24 Tf 72 700 Td (Standard) Tj 0 -30 Td (font) Tj ET";
  QFile file( fileName( QStringLiteral( "standard.pdf" ) ) );
  QVERIFY( file.open( QIODevice::WriteOnly ) );
  file.write( "%PDF-1.4\n1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj\n2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj\n"
              "3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources <</Font <</F1 5 0 R>>>>>> endobj\n"
              "4 0 obj <</Length " +
              QByteArray::number( content.size() ) + ">> stream\n" + content +
              "\nendstream endobj\n"
              "5 0 obj <</Type /Font /Subtype /Type1 /BaseFont /Helvetica>> endobj\ntrailer <</Root 1 0 R /Size 6>>\n" );
  file.close();
  // A table of where objects are, which a book must have.
  const QString mended = fileName( QStringLiteral( "mended.pdf" ) );
  PdfTools::run( QStringLiteral( "qpdf" ), { file.fileName(), mended } );
  QCOMPARE( book( { mended, page( QStringLiteral( "ours.pdf" ), { QStringLiteral( "東北" ) } ) } ), QString() );
  const QString target = fileName( QStringLiteral( "book.pdf" ) );
  QCOMPARE( PdfTools::texts( target ), QStringList( { QStringLiteral( "Standard font" ), QStringLiteral( "東北" ) } ) );
  QCOMPARE( PdfTools::difference( PdfTools::picture( mended, 1, 100 ), PdfTools::picture( target, 1, 100 ), 0 ), 0. );
}

void TestCaPdfFonts::fontsOfFormsStay()
{
  // A page of which the text is in a form, and text of the same font beside it.
  const QString source = page( QStringLiteral( "source.pdf" ), { QStringLiteral( "関西" ), QStringLiteral( "行政" ) } );
  const QString withForm = fileName( QStringLiteral( "form.pdf" ) );
  {
    QPDF pdf;
    pdf.processFile( QFile::encodeName( source ).constData() );
    QPDFPageObjectHelper first = QPDFPageDocumentHelper( pdf ).getAllPages().front();
    const QPDFObjectHandle form = pdf.makeIndirectObject( first.getFormXObjectForPage() );
    QPDFObjectHandle resources = first.getAttribute( "/Resources", true );
    resources.replaceKey( "/XObject", QPDFObjectHandle::parse( "<<>>" ) );
    resources.getKey( "/XObject" ).replaceKey( "/Whole", form );
    first.addPageContents( pdf.newStream( "q /Whole Do Q\n" ), true );
    const QByteArray target = QFile::encodeName( withForm );
    QPDFWriter writer( pdf, target.constData() );
    writer.write();
  }
  QCOMPARE( book( { page( QStringLiteral( "other.pdf" ), { QStringLiteral( "青森" ) } ), withForm } ), QString() );
  const QStringList texts = PdfTools::texts( fileName( QStringLiteral( "book.pdf" ) ) );
  QCOMPARE( texts.at( 0 ), QStringLiteral( "青森" ) );
  QVERIFY2( texts.at( 1 ).contains( QStringLiteral( "関西" ) ) && texts.at( 1 ).contains( QStringLiteral( "行政" ) ),
            qPrintable( texts.at( 1 ) ) );
  QCOMPARE( PdfTools::difference( PdfTools::picture( withForm, 1, 100 ),
                                  PdfTools::picture( fileName( QStringLiteral( "book.pdf" ) ), 2, 100 ), 0 ),
            0. );
}

void TestCaPdfFonts::pagesSayWhatWasDrawn()
{
  const QVector<QStringList> drawn{
    { QStringLiteral( "関西バイオクラスター" ), QStringLiteral( "近畿経済産業局：大阪府・兵庫県（神戸）" ),
      QStringLiteral( "首都圏と小笠原諸島" ) },
    { QStringLiteral( "Cabinet Office" ), QStringLiteral( "official field strategy, flow" ), QStringLiteral( "行政区域 青森／八戸" ) },
    { QStringLiteral( "ＴＯＨＯＫＵものづくりコリドー" ), QStringLiteral( "西日本・大阪・行田・金沢・一宮・馬籠" ),
      QStringLiteral( "“quoted” ‘words’ – dash" ) },
  };
  QStringList parts;
  QStringList expected;
  for ( const QStringList &lines : drawn )
  {
    parts.append( page( QStringLiteral( "drawn%1.pdf" ).arg( parts.size() ), lines ) );
    expected.append( lines.join( QLatin1Char( ' ' ) ) );
  }
  QCOMPARE( book( parts ), QString() );
  const QString target = fileName( QStringLiteral( "book.pdf" ) );
  QCOMPARE( PdfTools::texts( target ), expected );
  for ( int i = 0; i < parts.size(); ++i )
  {
    const QImage before = PdfTools::picture( parts.at( i ), 1, 300 );
    const QImage after = PdfTools::picture( target, i + 1, 300 );
    QVERIFY( PdfTools::difference( before, QImage( before.size(), QImage::Format_RGB32 ), 0 ) > 0 );
    const double seen = PdfTools::difference( before, after, 64 );
    QVERIFY2( seen < 0.00005, qPrintable( QString::number( seen ) ) );
  }
}

void TestCaPdfFonts::typefacesAreEmbeddedOnce()
{
  const QStringList parts{ page( QStringLiteral( "a.pdf" ), { QStringLiteral( "北海道" ), QStringLiteral( "札幌と函館" ) } ),
                           page( QStringLiteral( "b.pdf" ), { QStringLiteral( "東北" ), QStringLiteral( "仙台と札幌" ) } ) };
  QCOMPARE( book( parts ), QString() );
  const QString target = fileName( QStringLiteral( "book.pdf" ) );
  const QStringList fonts = PdfTools::fonts( target );
  QCOMPARE( fonts.size(), 2 );
  for ( const QString &font : fonts )
  {
    // A tag as the standard has it, and from the right: object, generation, Unicode, subset, embedded.
    QVERIFY2( QRegularExpression( QStringLiteral( "^[A-Z]{6}\\+NotoSansCJKjp-(Bold|Regular) " ) ).match( font ).hasMatch(),
              qPrintable( font ) );
    const QStringList columns = font.simplified().split( QLatin1Char( ' ' ) );
    QCOMPARE( columns.mid( columns.size() - 5, 3 ),
              QStringList( { QStringLiteral( "yes" ), QStringLiteral( "yes" ), QStringLiteral( "yes" ) } ) );
  }
  // A book of books: nothing is lost the second time.
  const QString again = fileName( QStringLiteral( "again.pdf" ) );
  QString error;
  QCOMPARE( CaPdfBook::write( { target, target }, again, CaPdfInfo(), {}, {}, {}, &error ), 4 );
  QCOMPARE( PdfTools::fonts( again ).size(), 2 );
  QCOMPARE( PdfTools::texts( again ), PdfTools::texts( target ) + PdfTools::texts( target ) );
}

void TestCaPdfFonts::manyPagesHaveOneFont()
{
  QStringList parts;
  QStringList expected;
  constexpr int PAGES = 200;
  for ( int i = 0; i < PAGES; ++i )
  {
    // Each page has a character of its own.
    const QString text = QString( QChar( 0x5000 + i ) ) + QStringLiteral( "市の頁" );
    parts.append( page( QStringLiteral( "page%1.pdf" ).arg( i ), { text, text } ) );
    expected.append( text + QLatin1Char( ' ' ) + text );
  }
  QCOMPARE( book( parts ), QString() );
  const QString target = fileName( QStringLiteral( "book.pdf" ) );
  QCOMPARE( PdfTools::fonts( target ).size(), 2 );
  QCOMPARE( PdfTools::texts( target ), expected );
  qint64 size = 0;
  for ( const QString &part : parts )
    size += QFile( part ).size();
  QVERIFY2( QFile( target ).size() * 5 < size, qPrintable( QStringLiteral( "%1 -> %2" ).arg( size ).arg( QFile( target ).size() ) ) );
}

void TestCaPdfFonts::spacedLettersAreAWord()
{
  const auto draw = []( QPainter &painter )
  {
    QFont font = PdfTools::font( 40, true );
    font.setLetterSpacing( QFont::AbsoluteSpacing, 8 );
    painter.setFont( font );
    painter.drawText( 200, 200, QStringLiteral( "Tohoku" ) );
    painter.drawText( 200, 300, QStringLiteral( "（内閣府）" ) );
    painter.drawText( 200, 400, QStringLiteral( "Cabinet Office" ) );
    painter.setFont( PdfTools::font( 40 ) );
    painter.drawText( 200, 500, QStringLiteral( "not spaced" ) );
  };
  const QString part = PdfTools::print( fileName( QStringLiteral( "spaced.pdf" ) ), draw );
  QVERIFY( !PdfTools::texts( part ).first().contains( QLatin1String( "Tohoku" ) ) );
  QCOMPARE( book( { part } ), QString() );
  const QString target = fileName( QStringLiteral( "book.pdf" ) );
  QCOMPARE( PdfTools::texts( target ).first(), QStringLiteral( "Tohoku （内閣府） Cabinet Office not spaced" ) );
  QVERIFY( PdfTools::difference( PdfTools::picture( part, 1, 300 ), PdfTools::picture( target, 1, 300 ), 64 ) < 0.00005 );
}

void TestCaPdfFonts::verticalTextStays()
{
  const auto draw = []( QPainter &painter )
  {
    painter.setFont( PdfTools::font( 40 ) );
    for ( int i = 0; i < 4; ++i )
      painter.drawText( 500, 200 + i * 45, QStringLiteral( "関西地方" ).at( i ) );
    painter.translate( 900, 900 );
    painter.rotate( 30 );
    painter.scale( 2.5, 0.7 );
    painter.drawText( 0, 0, QStringLiteral( "斜めの文字 oblique" ) );
  };
  const QString part = PdfTools::print( fileName( QStringLiteral( "vertical.pdf" ) ), draw );
  QCOMPARE( book( { part } ), QString() );
  const QString target = fileName( QStringLiteral( "book.pdf" ) );
  QVERIFY( PdfTools::difference( PdfTools::picture( part, 1, 300 ), PdfTools::picture( target, 1, 300 ), 64 ) < 0.00005 );
}

void TestCaPdfFonts::textByOtherOperatorsStays_data()
{
  QTest::addColumn<QByteArray>( "content" );
  // FONT has the ids 1 to 4, OTHER as well: what Qt never writes, but a page may have.
  QTest::newRow( "strings that follow each other" )
      << QByteArray( "BT FONT 50 Tf 100 700 Td <0001> Tj <0002> Tj [<0003>-200<0004>] TJ 0 -60 Td (\\000\\001) Tj ET" );
  QTest::newRow( "several moves and then none" ) << QByteArray(
      "BT FONT 50 Tf 100 700 Td <0001> Tj 80 0 Td <0002> Tj 70 0 Td <0003> Tj OTHER 30 Tf <0004> Tj 10 -60 Td <0001> Tj ET" );
  QTest::newRow( "a font that stays, in between" ) << QByteArray(
      "BT FONT 50 Tf 100 700 Td <0001> Tj 80 0 Td <0002> Tj /Standard 30 Tf (stays) Tj FONT 50 Tf <0003> Tj 0 -60 Td <0004> Tj ET" );
  QTest::newRow( "spaced characters" ) << QByteArray(
      "BT FONT 50 Tf 100 700 Td <0001> Tj 80 0 Td <0002> Tj 9 Tc <00010002> Tj 0 -60 Td <00030004> Tj 120 -60 Td <0001> Tj ET" );
  QTest::newRow( "leading" ) << QByteArray(
      "BT FONT 50 Tf 60 TL 1 0 0 1 100 700 Tm <0001> Tj 80 0 Td <0002> Tj T* <0003> Tj <0004>' 3 1 <0001>\" 20 -70 TD <0002> Tj ET" );
  QTest::newRow( "font set outside" ) << QByteArray(
      "q FONT 50 Tf q OTHER 20 Tf Q BT 100 700 Td <0001> Tj ET BT 100 600 Td <00020003> Tj ET Q" );
  QTest::newRow( "narrowed, raised" ) << QByteArray( "BT FONT 50 Tf 60 Tz 100 700 Td <00010002> Tj 10 Ts <0003> Tj 0 -60 Td <0004> Tj ET" );
}

void TestCaPdfFonts::textByOtherOperatorsStays()
{
  QFETCH( QByteArray, content );
  const QString source = page( QStringLiteral( "source.pdf" ), { QStringLiteral( "関東行政" ), QStringLiteral( "西青大首" ) } );
  const QString changed = fileName( QStringLiteral( "changed.pdf" ) );
  {
    QPDF pdf;
    pdf.processFile( QFile::encodeName( source ).constData() );
    QPDFPageObjectHelper first = QPDFPageDocumentHelper( pdf ).getAllPages().front();
    QPDFObjectHandle fonts = first.getAttribute( "/Resources", true ).getKey( "/Font" );
    const std::vector<std::string> names = [&fonts]
    {
      const std::set<std::string> keys = fonts.getKeys();
      return std::vector<std::string>( keys.begin(), keys.end() );
    }();
    QCOMPARE( static_cast<int>( names.size() ), 2 );
    fonts.replaceKey( "/Standard", QPDFObjectHandle::parse( "<</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>" ) );
    content.replace( "FONT", QByteArray::fromStdString( names.at( 0 ) ) ).replace( "OTHER", QByteArray::fromStdString( names.at( 1 ) ) );
    first.getObjectHandle().replaceKey( "/Contents", pdf.newStream( content.toStdString() ) );
    const QByteArray target = QFile::encodeName( changed );
    QPDFWriter writer( pdf, target.constData() );
    writer.write();
  }
  // Another page before, so that ids change.
  QCOMPARE( book( { page( QStringLiteral( "other.pdf" ), { QStringLiteral( "札幌市" ), QStringLiteral( "福岡市" ) } ), changed } ),
            QString() );
  const QImage before = PdfTools::picture( changed, 1, 150 );
  const QImage after = PdfTools::picture( fileName( QStringLiteral( "book.pdf" ) ), 2, 150 );
  QImage empty( before.size(), QImage::Format_RGB32 );
  empty.fill( Qt::white );
  QVERIFY( PdfTools::difference( before, empty, 64 ) > 0.001 );
  const double seen = PdfTools::difference( before, after, 64 );
  QVERIFY2( seen < 0.00005, qPrintable( QString::number( seen ) ) );
}

CA_TEST_MAIN( TestCaPdfFonts )
#include "testcapdffonts.moc"
