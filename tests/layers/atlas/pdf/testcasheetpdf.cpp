// SPDX-License-Identifier: GPL-2.0-or-later
#include "casheetpdf.h"
#include "catest.h"
#include "pdftools.h"

#include <QDir>
#include <QRegularExpression>

//! A sheet as one is handed: all that it says is on it, can be searched, and stays on the paper.
class TestCaSheetPdf : public QObject
{
  Q_OBJECT

private slots:
  void initTestCase()
  {
    if ( !PdfTools::areInstalled() )
      QSKIP( "poppler-utils and qpdf are not installed" );
  }
  void folderThatIsNotThereIsAnError();
  void isOnA4_data();
  void isOnA4();
  void textCanBeSearched();
  void nothingIsCutOff();
  void headsComeAgain();
  void namesComeAgainOnANewPage();
  void rowsHigherThanAPageGoOn();

private:
  static CaSheetCell cell( const QString &text ) { return { text, {}, {}, false, false, false }; }
  //! Returns a table of one column beside that of names.
  static CaSheetTable table( const QVector<QVector<CaSheetCell>> &rows )
  {
    return { "Heading", { 0.3, 0.7 }, { cell( "Item" ), cell( "HEAD" ) }, rows, "None.", {} };
  }
  //! Prints the sheet. \returns what is on each page, in its order on paper
  QStringList pagesOf( const CaSheet &sheet, int *pages = nullptr ) const
  {
    QString error;
    const int number = CaSheetPdf::write( sheet, file(), &error );
    if ( pages )
      *pages = number;
    if ( number < 0 )
      return { error };
    return PdfTools::run( "pdftotext", { "-layout", file(), "-" } ).out.split( QChar( 0x0C ), Qt::SkipEmptyParts );
  }
  QString file() const { return mFolder.filePath( "sheet.pdf" ); }

  QTemporaryDir mFolder;
};

void TestCaSheetPdf::folderThatIsNotThereIsAnError()
{
  QString error;
  const QString missing = mFolder.filePath( "none/sheet.pdf" );
  QCOMPARE( CaSheetPdf::write( { "Title", "en", true, {}, {} }, missing, &error ), -1 );
  QVERIFY2( error.contains( "none" ), qPrintable( error ) );
  QVERIFY( QDir( mFolder.path() ).isEmpty() );
}

void TestCaSheetPdf::isOnA4_data()
{
  QTest::addColumn<bool>( "isUpright" );
  QTest::addColumn<QString>( "size" );
  QTest::newRow( "upright" ) << true << "595 x 842 pts (A4)";
  QTest::newRow( "across" ) << false << "842 x 595 pts (A4)";
}

void TestCaSheetPdf::isOnA4()
{
  QFETCH( bool, isUpright );
  QFETCH( QString, size );
  int pages = 0;
  const QStringList texts = pagesOf( { "Title", "en", isUpright, { table( {} ) }, {} }, &pages );
  QCOMPARE( pages, 1 );
  QCOMPARE( texts.size(), 1 );
  QVERIFY2( texts.constFirst().contains( "None." ), qPrintable( texts.constFirst() ) );
  const QString info = PdfTools::run( "pdfinfo", { file() } ).out;
  QVERIFY2( info.contains( size ), qPrintable( info ) );
  QVERIFY( info.contains( QRegularExpression( "Title: +Title" ) ) );
}

void TestCaSheetPdf::textCanBeSearched()
{
  // Characters that Qt names for others drawn by the same glyph, and what is under a name.
  CaReport notes;
  notes.add( CaReport::Warning, "x", QString::fromUtf8( "西日本・高知の注記" ), { QString::fromUtf8( "詳細" ) } );
  CaSheetTable one =
      table( { { cell( QString::fromUtf8( "関西フロントランナー" ) ), { "1,234", "12.3 %", "perhaps less", true, false, false } } } );
  one.note = "Sources";
  const QStringList pages = pagesOf( { QString::fromUtf8( "クラスターの比較" ), "ja", true, { one }, notes } );
  QCOMPARE( pages.size(), 1 );
  for ( const char *said :
        { "クラスターの比較", "西日本・高知の注記", "詳細", "関西フロントランナー", "1,234", "12.3 %", "perhaps less", "Sources", "HEAD" } )
    QVERIFY2( pages.constFirst().contains( QString::fromUtf8( said ) ), said );
  QVERIFY( PdfTools::run( "pdffonts", { file() } ).out.contains( "NotoSansCJK" ) );
}

void TestCaSheetPdf::nothingIsCutOff()
{
  // Words and a code longer than their column: all of it is there, and within the paper.
  const QString code = QString( "ABCDEFGHIJ" ).repeated( 12 );
  const QStringList words = QString( "one two three four five six seven eight nine ten eleven twelve thirteen fourteen" ).split( ' ' );
  CaSheetTable narrow = table( { { cell( code ), cell( words.join( ' ' ) ) } } );
  narrow.widths = { 0.15, 0.1 };
  const QStringList pages = pagesOf( { "Title", "en", false, { narrow }, {} } );
  QCOMPARE( pages.size(), 1 );
  const QString boxes = PdfTools::run( "pdftotext", { "-bbox", file(), "-" } ).out;
  static const QRegularExpression word( R"re(xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">([^<]*)<)re" );
  QString all;
  for ( auto it = word.globalMatch( boxes ); it.hasNext(); )
  {
    const QRegularExpressionMatch match = it.next();
    all += match.captured( 5 );
    QVERIFY2( match.captured( 1 ).toDouble() > 0 && match.captured( 3 ).toDouble() < 842 && match.captured( 4 ).toDouble() < 595,
              qPrintable( match.captured() ) );
  }
  QCOMPARE( QString( all ).remove( QRegularExpression( "[^A-J]" ) ).count( 'J' ), 12 );
  for ( const QString &one : words )
    QVERIFY2( all.contains( one ), qPrintable( one ) );
}

void TestCaSheetPdf::headsComeAgain()
{
  QVector<QVector<CaSheetCell>> rows;
  for ( int i = 0; i < 150; ++i )
    rows << QVector<CaSheetCell>{ cell( QStringLiteral( "row%1." ).arg( i ) ), cell( "x" ) };
  int number = 0;
  const QStringList pages = pagesOf( { "Title", "en", true, { table( rows ) }, {} }, &number );
  QVERIFY( number > 1 );
  QCOMPARE( pages.size(), number );
  for ( int page = 0; page < number; ++page )
  {
    QVERIFY2( pages.at( page ).contains( "HEAD" ), qPrintable( pages.at( page ) ) );
    const QRegularExpression foot( QStringLiteral( "\\b%1 ?/ ?%2\\b" ).arg( page + 1 ).arg( number ) );
    QVERIFY2( pages.at( page ).contains( foot ), qPrintable( pages.at( page ) ) );
  }
  for ( int i = 0; i < 150; ++i )
    QCOMPARE( pages.join( ' ' ).count( QStringLiteral( "row%1." ).arg( i ) ), 1 );
}

void TestCaSheetPdf::namesComeAgainOnANewPage()
{
  // One metric of many years: its name once on each page.
  QVector<QVector<CaSheetCell>> rows;
  for ( int i = 0; i < 120; ++i )
  {
    CaSheetCell name = cell( "Firms" );
    name.isSame = i > 0;
    rows << QVector<CaSheetCell>{ name, cell( QString::number( 1900 + i ) ) };
  }
  const QStringList pages = pagesOf( { "Title", "en", true, { table( rows ) }, {} } );
  QVERIFY( pages.size() > 1 );
  for ( const QString &page : pages )
    QCOMPARE( page.count( "Firms" ), 1 );
}

void TestCaSheetPdf::rowsHigherThanAPageGoOn()
{
  QStringList words;
  for ( int i = 0; i < 3000; ++i )
    words << QStringLiteral( "w%1." ).arg( i );
  const QStringList pages = pagesOf( { "Title", "en", true, { table( { { cell( "Item" ), cell( words.join( ' ' ) ) } } ) }, {} } );
  QVERIFY( pages.size() > 1 );
  const QString all = pages.join( ' ' );
  for ( const QString &word : words )
    QVERIFY2( all.contains( word ), qPrintable( word ) );
}

CA_TEST_MAIN( TestCaSheetPdf )
#include "testcasheetpdf.moc"
