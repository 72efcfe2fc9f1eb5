// SPDX-License-Identifier: GPL-2.0-or-later
#include "caatlascomparison.h"
#include "caatlasjob.h"
#include "capdfbook.h"
#include "caprintedatlas.h"
#include "caprovider.h"
#include "catest.h"
#include "pdftools.h"

#include <qgsapplication.h>
#include <qgsprocessingalgorithm.h>
#include <qgsprocessingcontext.h>
#include <qgsprocessingfeedback.h>
#include <qgsprocessingregistry.h>

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFWriter.hh>

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

//! Two atlases side by side: what is found to have changed, and nothing else.
class TestCaCompareAtlas : public QObject
{
  Q_OBJECT

private slots:
  void initTestCase();
  void cleanupTestCase();
  void init() { mFolder = std::make_unique<QTemporaryDir>(); }

  void badInputIsNamed_data();
  void badInputIsNamed();
  void sameAtlasIsTheSame();
  void changedFigureChangesItsPageOnly();
  void changedPictureIsSeenWithoutTexts();
  void newAndLostPagesAreNamed();
  void otherNumbersAndDatesAreNoChangeUnlessAskedFor();
  void pagesOfOneTitleAreFoundAgainInTheirOrder();
  void foldersOfPicturesAreCompared();
  void pageWithAnotherTitleIsFoundByItsCode();
  void reportShowsPagesSideBySide();
  void cancelledComparisonLeavesNothing();
  void differenceIsMarkedWhereItIs();

private:
  //! What a page of a test says.
  struct Sheet
  {
    QString title;
    QString figure;
    QString foot = QStringLiteral( "1 / 3" );
    QColor square = Qt::gray;
  };
  struct Result
  {
    bool ok = false;
    QVariantMap outputs;
    QString log;
  };
  Result compare( const QString &before, const QString &after, QVariantMap parameters = {}, bool cancelled = false ) const;
  //! Checks how many pages are the same, changed, new and gone.
  static void checkCounts( const Result &result, int same, int changed, int added, int removed );
  static void draw( QPainter &painter, const Sheet &sheet );
  QString book( const QString &name, const QVector<Sheet> &sheets ) const;
  QString file( const QString &name, const QByteArray &bytes ) const;

  std::unique_ptr<QTemporaryDir> mFolder;
  bool mRegistered = false;
};

void TestCaCompareAtlas::initTestCase()
{
  mRegistered = CaProvider::registerOnce();
}

void TestCaCompareAtlas::cleanupTestCase()
{
  if ( mRegistered )
    CaProvider::unregister();
}

TestCaCompareAtlas::Result TestCaCompareAtlas::compare( const QString &before, const QString &after, QVariantMap parameters,
                                                        bool cancelled ) const
{
  const std::unique_ptr<QgsProcessingAlgorithm> algorithm(
      QgsApplication::processingRegistry()->createAlgorithmById( QStringLiteral( "clusteratlas:compareatlas" ) ) );
  parameters.insert( QStringLiteral( "BEFORE" ), before );
  parameters.insert( QStringLiteral( "AFTER" ), after );
  QgsProcessingContext context;
  QgsProcessingFeedback feedback( false );
  if ( cancelled )
    feedback.cancel();
  Result result;
  QString reason;
  if ( algorithm->checkParameterValues( parameters, context, &reason ) )
    result.outputs = algorithm->run( parameters, context, &feedback, &result.ok );
  result.log = reason + feedback.textLog();
  return result;
}

void TestCaCompareAtlas::checkCounts( const Result &result, int same, int changed, int added, int removed )
{
  QVERIFY2( result.ok, qPrintable( result.log ) );
  QCOMPARE( result.outputs.value( "SAME" ).toInt(), same );
  QCOMPARE( result.outputs.value( "CHANGED" ).toInt(), changed );
  QCOMPARE( result.outputs.value( "ADDED" ).toInt(), added );
  QCOMPARE( result.outputs.value( "REMOVED" ).toInt(), removed );
  QCOMPARE( result.outputs.value( "PAGES" ).toInt(), same + changed + added + removed );
}

//! Draws an A4 page, upright: a title, a figure, a square, and a foot where the templates have it.
void TestCaCompareAtlas::draw( QPainter &painter, const Sheet &sheet )
{
  painter.setFont( PdfTools::font( 100 ) );
  painter.drawText( 100, 300, sheet.title );
  painter.drawText( 100, 900, sheet.figure );
  painter.fillRect( 100, 1200, 400, 400, sheet.square );
  painter.setFont( PdfTools::font( 30 ) );
  const double height = painter.viewport().height();
  painter.drawText( QPointF( 100, height * 0.99 ), sheet.foot );
}

QString TestCaCompareAtlas::book( const QString &name, const QVector<Sheet> &sheets ) const
{
  QStringList parts;
  QVector<CaPdfEntry> outline;
  for ( const Sheet &sheet : sheets )
  {
    parts << PdfTools::print( mFolder->filePath( QStringLiteral( "part%1.pdf" ).arg( parts.size() ) ),
                              [&sheet]( QPainter &painter ) { draw( painter, sheet ); } );
    outline << CaPdfEntry{ sheet.title, 0, static_cast<int>( parts.size() ) };
  }
  QString error;
  const QString target = mFolder->filePath( name );
  if ( CaPdfBook::write( parts, target, CaPdfInfo(), outline, {}, {}, &error ) != sheets.size() )
    qFatal( "%s", qPrintable( error ) );
  for ( const QString &part : std::as_const( parts ) )
    QFile::remove( part );
  return target;
}

QString TestCaCompareAtlas::file( const QString &name, const QByteArray &bytes ) const
{
  const QString path = mFolder->filePath( name );
  QDir().mkpath( QFileInfo( path ).path() );
  QFile written( path );
  if ( !written.open( QIODevice::WriteOnly ) || written.write( bytes ) != bytes.size() )
    qFatal( "%s", qPrintable( path ) );
  return path;
}

void TestCaCompareAtlas::badInputIsNamed_data()
{
  QTest::addColumn<QString>( "path" );
  QTest::addColumn<QString>( "reason" );
  QTest::newRow( "missing" ) << "none.pdf"
                             << "is not there";
  QTest::newRow( "no PDF" ) << "letter.pdf"
                            << "is no PDF";
  QTest::newRow( "cut off" ) << "half.pdf"
                             << "damaged";
  QTest::newRow( "encrypted" ) << "locked.pdf"
                               << "password";
  QTest::newRow( "folder without an atlas" ) << "empty"
                                             << "no atlas";
}

void TestCaCompareAtlas::badInputIsNamed()
{
  QFETCH( QString, path );
  QFETCH( QString, reason );
  const QString good = book( QStringLiteral( "good.pdf" ), { { "One", "1" } } );
  file( QStringLiteral( "letter.pdf" ), "Dear Sir," );
  const QByteArray whole = PdfTools::bytes( good );
  file( QStringLiteral( "half.pdf" ), whole.left( whole.size() / 2 ) );
  QDir( mFolder->path() ).mkdir( QStringLiteral( "empty" ) );
  QPDF pdf;
  pdf.processFile( qPrintable( good ) );
  const QByteArray locked = QFile::encodeName( mFolder->filePath( QStringLiteral( "locked.pdf" ) ) );
  QPDFWriter writer( pdf, locked.constData() );
  writer.setR6EncryptionParameters( "secret", "owner", true, true, true, true, true, true, qpdf_r3p_full, true );
  writer.write();

  path = mFolder->filePath( path );
  const QString report = mFolder->filePath( QStringLiteral( "report.html" ) );
  for ( const Result &result : { compare( path, good, { { "REPORT", report } } ), compare( good, path, { { "REPORT", report } } ) } )
  {
    QVERIFY( !result.ok );
    QVERIFY2( result.log.contains( path ) && result.log.contains( reason ), qPrintable( result.log ) );
    QVERIFY( !QFile::exists( report ) );
  }
}

void TestCaCompareAtlas::sameAtlasIsTheSame()
{
  const QVector<Sheet> sheets{ { "One", "10,200" }, { "Two", "5,000" } };
  checkCounts( compare( book( QStringLiteral( "a.pdf" ), sheets ), book( QStringLiteral( "b.pdf" ), sheets ) ), 2, 0, 0, 0 );
}

void TestCaCompareAtlas::changedFigureChangesItsPageOnly()
{
  // A 3 that no page had before: the font, which is of all pages, becomes another; they do not.
  const QString before = book( QStringLiteral( "a.pdf" ), { { "One", "10,200" }, { "Two", "5,000" }, { "関西", "96" } } );
  const QString after = book( QStringLiteral( "b.pdf" ), { { "One", "10,200" }, { "Two", "5,030" }, { "関西", "96" } } );
  const QString table = mFolder->filePath( QStringLiteral( "pages.csv" ) );
  checkCounts( compare( before, after, { { "OUTPUT", table } } ), 2, 1, 0, 0 );
  const QString rows = QString::fromUtf8( PdfTools::bytes( table ) );
  QVERIFY2( rows.contains( QRegularExpression( QStringLiteral( "changed,Two,\"?2\"?,\"?2\"?,\"?5,000\"?,\"?5,030" ) ) ),
            qPrintable( rows ) );
}

void TestCaCompareAtlas::changedPictureIsSeenWithoutTexts()
{
  const QString before = book( QStringLiteral( "a.pdf" ), { { "One", "1" }, { "Two", "2" } } );
  const QString after = book( QStringLiteral( "b.pdf" ), { { "One", "1" }, { "Two", "2", "1 / 3", Qt::blue } } );
  checkCounts( compare( before, after ), 1, 1, 0, 0 );
}

void TestCaCompareAtlas::newAndLostPagesAreNamed()
{
  const QString before = book( QStringLiteral( "a.pdf" ), { { "One", "1" }, { "Two", "2" }, { "Three", "3" } } );
  const QString after = book( QStringLiteral( "b.pdf" ), { { "Nought", "0" }, { "Three", "3" }, { "One", "1" } } );
  const QString report = mFolder->filePath( QStringLiteral( "report.json" ) );
  checkCounts( compare( before, after, { { "REPORT", report } } ), 2, 0, 1, 1 );
  const QString said = QString::fromUtf8( PdfTools::bytes( report ) );
  QVERIFY2( said.contains( QLatin1String( "\"1  Nought\"" ) ) && said.contains( QLatin1String( "\"2  Two\"" ) ), qPrintable( said ) );
}

void TestCaCompareAtlas::otherNumbersAndDatesAreNoChangeUnlessAskedFor()
{
  const QString before = book( QStringLiteral( "a.pdf" ), { { "One", "1", "2026-04-01 5 / 9" } } );
  const QString after = book( QStringLiteral( "b.pdf" ), { { "One", "1", "2026-05-01 6 / 10" } } );
  checkCounts( compare( before, after ), 1, 0, 0, 0 );
  checkCounts( compare( before, after, { { "FOOT", true } } ), 0, 1, 0, 0 );
}

void TestCaCompareAtlas::pagesOfOneTitleAreFoundAgainInTheirOrder()
{
  const QString before = book( QStringLiteral( "a.pdf" ), { { "Table", "1" }, { "Table", "2" } } );
  const QString after = book( QStringLiteral( "b.pdf" ), { { "Table", "1" }, { "Table", "2" }, { "Table", "3" } } );
  checkCounts( compare( before, after ), 2, 0, 1, 0 );
}

void TestCaCompareAtlas::foldersOfPicturesAreCompared()
{
  QImage picture( 297, 210, QImage::Format_RGB32 );
  picture.fill( Qt::white );
  for ( const char *name : { "a", "b" } )
    QDir( mFolder->path() ).mkdir( QLatin1String( name ) );
  QVERIFY( picture.save( mFolder->filePath( QStringLiteral( "a/001_project_One.png" ) ) ) );
  QVERIFY( picture.save( mFolder->filePath( QStringLiteral( "a/002_project_Two.png" ) ) ) );
  QVERIFY( picture.save( mFolder->filePath( QStringLiteral( "b/003_project_One.png" ) ) ) );
  picture.setPixel( 100, 100, qRgb( 0, 0, 0 ) );
  QVERIFY( picture.save( mFolder->filePath( QStringLiteral( "b/004_project_Two.png" ) ) ) );
  checkCounts( compare( mFolder->filePath( "a" ), mFolder->filePath( "b" ) ), 1, 1, 0, 0 );
}

void TestCaCompareAtlas::pageWithAnotherTitleIsFoundByItsCode()
{
  for ( const QString &name : { QStringLiteral( "a" ), QStringLiteral( "b" ) } )
  {
    const QDir folder( mFolder->filePath( name ) );
    CaAtlasJob job;
    CaAtlasPage page;
    page.kind = QStringLiteral( "project" );
    page.code = QStringLiteral( "TOKAI_MONO" );
    page.fileName = QStringLiteral( "001_project_Called " ) + name;
    job.pages << page;
    QString error;
    QVERIFY( folder.mkpath( QStringLiteral( ".pages" ) ) );
    QVERIFY2( job.write( folder.filePath( QStringLiteral( ".pages/job.json" ) ), &error ), qPrintable( error ) );
    const Sheet sheet{ QStringLiteral( "Called " ) + name, QStringLiteral( "1" ) };
    PdfTools::print( folder.filePath( page.fileName + QStringLiteral( ".pdf" ) ),
                     [&sheet]( QPainter &painter ) { draw( painter, sheet ); } );
  }
  checkCounts( compare( mFolder->filePath( "a" ), mFolder->filePath( "b" ) ), 0, 1, 0, 0 );
}

void TestCaCompareAtlas::reportShowsPagesSideBySide()
{
  const QString before = book( QStringLiteral( "a.pdf" ), { { "One", "1" }, { "<Two>", "5,000" } } );
  const QString after = book( QStringLiteral( "b.pdf" ), { { "One", "1" }, { "<Two>", "5,100" } } );
  const QString report = mFolder->filePath( QStringLiteral( "report.html" ) );
  checkCounts( compare( before, after, { { "REPORT", report } } ), 1, 1, 0, 0 );
  const QString html = QString::fromUtf8( PdfTools::bytes( report ) );
  QCOMPARE( html.count( QLatin1String( "data:image/png;base64," ) ), 3 );
  QVERIFY( html.contains( QLatin1String( "<td>5,000</td><td>5,100</td>" ) ) );
  QVERIFY( html.contains( QLatin1String( "&lt;Two&gt;" ) ) && !html.contains( QLatin1String( "<Two>" ) ) );
  const Result refused = compare( before, after, { { "REPORT", "/dev/null/report.html" } } );
  QVERIFY( !refused.ok );
  QVERIFY2( refused.log.contains( QLatin1String( "/dev/null/report.html" ) ), qPrintable( refused.log ) );
}

void TestCaCompareAtlas::cancelledComparisonLeavesNothing()
{
  const QString atlas = book( QStringLiteral( "a.pdf" ), { { "One", "1" } } );
  const QString report = mFolder->filePath( QStringLiteral( "report.html" ) );
  const Result result = compare( atlas, atlas, { { "REPORT", report } }, true );
  QVERIFY( result.outputs.value( "PAGES" ).isNull() );
  QVERIFY( !QFile::exists( report ) );
}

void TestCaCompareAtlas::differenceIsMarkedWhereItIs()
{
  QImage before( 200, 100, QImage::Format_RGB32 );
  before.fill( Qt::white );
  QImage after = before;
  after.setPixel( 30, 40, qRgb( 0, 0, 0 ) );
  const QImage difference = CaAtlasComparison::difference( before, after );
  const QColor marked = difference.pixelColor( 30, 40 );
  QVERIFY( marked.red() > 150 && marked.green() < 50 && marked.blue() < 50 );
  QVERIFY2( difference.pixelColor( 32, 42 ).blue() < 200, "the surroundings are marked as well" );
  QCOMPARE( difference.pixelColor( 150, 80 ), QColor( Qt::white ) );
  QVERIFY( CaAtlasComparison::difference( before, after.copy( 0, 0, 100, 100 ) ).isNull() );
}

CA_TEST_MAIN( TestCaCompareAtlas )
#include "testcacompareatlas.moc"
