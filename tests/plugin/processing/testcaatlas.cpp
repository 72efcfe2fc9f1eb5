// SPDX-License-Identifier: GPL-2.0-or-later
#include "atlastest.h"
#include "caatlaseditions.h"
#include "calayerproperties.h"
#include "calayoutlabel.h"
#include "calayouts.h"
#include "capaths.h"
#include "casqlite.h"
#include "storedstreams.h"

#include <qgslayoutmanager.h>
#include <qgsprintlayout.h>
#include <qgsprocessingfeedback.h>
#include <qgsproject.h>

#include <QDir>
#include <QDomDocument>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStandardPaths>

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageLabelDocumentHelper.hh>

#include <csignal>
#include <sys/resource.h>

//! Atlases printed by workers: books and single pages, after accidents, in other languages.
class TestCaAtlas : public AtlasTest
{
  Q_OBJECT

private slots:
  void printsABook();
  void sameDataGiveTheSameBytes();
  void printsFilesOfOtherFormats_data();
  void printsFilesOfOtherFormats();
  void pagesOfABureauKeepTheirNumbers();
  void partnersArePrintedOnceForSeveralBureaus();
  void killedWorkerCostsItsPageOnly();
  void cancelStopsWithinAPageAndKeepsWhatIsDone();
  void changedLayoutIsPrintedAgainOthersAreKept();
  void fullDiskLeavesNoAtlas();
  void openProjectIsNotTouched();
  void otherLanguageIsThatOfEveryWord_data();
  void otherLanguageIsThatOfEveryWord();
  void bothLanguagesAreOneBook();
  void pagesInAnotherLanguageAreKept();
  void editedLayoutBelongsToItsLanguage();
  void projectWithoutOurLayersHasItsOwnLanguageOnly();
  void comparisonFindsTheChangedFigureOnly();
};

void TestCaAtlas::printsABook()
{
  const QString report = mFolder->filePath( "report.html" );
  const Result result = exportAtlas( { { "KINDS", "overview,bureau,project" }, { "WHICH", "OKINAWA" }, { "REPORT", report } } );
  QVERIFY2( result.ok, qPrintable( result.log ) );
  const int pages = 3;
  QCOMPARE( result.outputs.value( "PAGES" ).toInt(), pages );
  QCOMPARE( result.outputs.value( "PAGES_MADE" ).toInt(), pages );
  QCOMPARE( result.outputs.value( "OUTPUT" ).toString(), pdf() );
  QVERIFY( QFile::exists( report ) );
  QCOMPARE( storedBytes( pdf() ), 0 );
  QVERIFY2( !QFile::exists( pagesFolder() ), "nothing is left beside the atlas" );

  if ( QStandardPaths::findExecutable( QStringLiteral( "pdftotext" ) ).isEmpty() )
    QSKIP( "pdftotext is not installed: the text of the pages was not looked at" );
  const QStringList texts =
      textOf( QStringLiteral( "pdftotext" ), { QStringLiteral( "-layout" ), pdf(), QStringLiteral( "-" ) } ).split( QLatin1Char( '\f' ) );
  QCOMPARE( texts.size() - 1, pages );
  QVERIFY2( texts.at( 0 ).contains( QLatin1String( "10,200" ) ), qPrintable( texts.at( 0 ) ) );
  for ( int page = 1; page <= pages; ++page )
    QVERIFY2( texts.at( page - 1 ).contains( QRegularExpression( QStringLiteral( "%1 ?/ ?%2" ).arg( page ).arg( pages ) ) ),
              qPrintable( texts.at( page - 1 ) ) );
  QVERIFY2( texts.join( QString() ).contains( QLatin1String( "GPL-2" ) ), "digits in Latin words are text as well" );
  const QStringList fonts = textOf( QStringLiteral( "pdffonts" ), { pdf() } ).split( QLatin1Char( '\n' ), Qt::SkipEmptyParts ).mid( 2 );
  QVERIFY( !fonts.isEmpty() );
  for ( const QString &font : fonts )
  {
    // Columns from the right: object number and generation, unicode, subset, embedded.
    const QStringList columns = font.simplified().split( QLatin1Char( ' ' ) );
    QVERIFY2( columns.value( columns.size() - 5 ) == QLatin1String( "yes" ), qPrintable( font ) );
  }
}

void TestCaAtlas::sameDataGiveTheSameBytes()
{
  // Maps in many projections and sizes, labels at one place; a worker draws a page after another one than two workers do.
  const QString all = mFolder->filePath( "all.qgz" );
  QVERIFY( QFile::copy( CaPaths::projectIn( mShared->path() ), all ) );
  const QVariantMap parameters{
    { "PROJECT", all }, { "KINDS", "project,subarea,partner_country" }, { "WHICH", "HOKKAIDO" }, { "DATE", "2026-04-01" }
  };
  const Result made = exportAtlas( parameters );
  QVERIFY2( made.ok, qPrintable( made.log ) );
  const QByteArray first = bytesOf( pdf() );
  QVariantMap other = parameters;
  other.insert( "OUTPUT", mFolder->filePath( "other.pdf" ) );
  other.insert( "WORKERS", 1 );
  QVERIFY( exportAtlas( other ).ok );
  QVERIFY( !first.isEmpty() );
  QVERIFY( first == bytesOf( mFolder->filePath( "other.pdf" ) ) );
}

void TestCaAtlas::printsFilesOfOtherFormats_data()
{
  QTest::addColumn<QString>( "format" );
  QTest::addColumn<QStringList>( "patterns" );
  QTest::newRow( "a PDF a bureau" ) << "pdf_per_bureau" << QStringList{ "OKINAWA.pdf" };
  QTest::newRow( "a PDF a page" ) << "pdf_per_page" << QStringList{ "001_bureau_*.pdf", "002_project_*.pdf" };
  QTest::newRow( "GeoPDF" ) << "geopdf" << QStringList{ "001_bureau_*.pdf", "002_project_*.pdf" };
  QTest::newRow( "PNG" ) << "png" << QStringList{ "001_bureau_*.png", "002_project_*.png" };
  QTest::newRow( "SVG" ) << "svg" << QStringList{ "001_bureau_*.svg", "002_project_*.svg" };
}

void TestCaAtlas::printsFilesOfOtherFormats()
{
  QFETCH( QString, format );
  QFETCH( QStringList, patterns );
  const QDir folder( mFolder->filePath( "pages" ) );
  const QVariantMap parameters{
    { "KINDS", "bureau,project" },     { "WHICH", "OKINAWA" }, { "FORMAT", format }, { "DPI", 96 }, { "WORKERS", 1 }, { "CHECK", false },
    { "OUTPUT_FOLDER", folder.path() }
  };
  Result result = exportAtlas( parameters );
  QVERIFY2( result.ok, qPrintable( result.log ) );
  for ( const QString &pattern : patterns )
    QVERIFY2( folder.entryList( { pattern }, QDir::Files ).size() == 1, qPrintable( folder.entryList( QDir::Files ).join( '\n' ) ) );
  QCOMPARE( folder.entryList( QDir::Files ).size(), format == QLatin1String( "pdf_per_bureau" ) ? 1 : 2 );
  if ( format == QLatin1String( "pdf_per_page" ) )
  {
    // What lies there of an atlas before is named and left, what is not called like a page is not ours.
    for ( const char *name : { "900_project_before.pdf", "notes.pdf" } )
      QVERIFY( QFile::copy( folder.filePath( folder.entryList( { patterns.constFirst() } ).constFirst() ), folder.filePath( name ) ) );
    result = exportAtlas( parameters );
    QVERIFY2( result.log.contains( QLatin1String( "900_project_before.pdf" ) ), qPrintable( result.log ) );
    QVERIFY2( !result.log.contains( QLatin1String( "notes.pdf" ) ), qPrintable( result.log ) );
    QVERIFY( folder.exists( QStringLiteral( "900_project_before.pdf" ) ) );
    QVERIFY2( result.ok, qPrintable( result.log ) );
    QCOMPARE( result.outputs.value( "PAGES_KEPT" ).toInt(), 2 );
    const QStringList pages = folder.entryList( QDir::Files );
    for ( const QString &page : pages )
      QCOMPARE( storedBytes( folder.filePath( page ) ), 0 );
  }
}

void TestCaAtlas::pagesOfABureauKeepTheirNumbers()
{
  const QDir folder( mFolder->filePath( "bureaus" ) );
  const Result result =
      exportAtlas( { { "WHICH", "SHIKOKU, OKINAWA" }, { "FORMAT", "pdf_per_bureau" }, { "OUTPUT_FOLDER", folder.path() } } );
  QVERIFY2( result.ok, qPrintable( result.log ) );
  QPDF pdf;
  pdf.processFile( QFile::encodeName( folder.filePath( "OKINAWA.pdf" ) ).constData() );
  QCOMPARE( static_cast<int>( pdf.getAllPages().size() ), 1 );
  QPDFObjectHandle label = QPDFPageLabelDocumentHelper( pdf ).getLabelForPage( 0 );
  QVERIFY( label.isDictionary() );
  QCOMPARE( label.getKey( "/St" ).getIntValueAsInt(), 2 ); // as it says at its foot: 2 / 2
  QVERIFY( label.getKey( "/S" ).isNameAndEquals( "/D" ) );
}

void TestCaAtlas::partnersArePrintedOnceForSeveralBureaus()
{
  // partner_links.csv: Germany has links of Chugoku and of Kanto.
  const QDir folder( mFolder->filePath( "bureaus" ) );
  const Result result = exportAtlas( { { "PROJECT", CaPaths::projectIn( mShared->path() ) },
                                       { "KINDS", "partner_country" },
                                       { "WHICH", "DE" },
                                       { "FORMAT", "pdf_per_bureau" },
                                       { "CHECK", false },
                                       { "OUTPUT_FOLDER", folder.path() } } );
  QVERIFY2( result.ok, qPrintable( result.log ) );
  QCOMPARE( result.outputs.value( "PAGES_MADE" ).toInt(), 1 );
  const QStringList books = folder.entryList( QDir::Files, QDir::Name );
  QCOMPARE( books, QStringList( { "CHUGOKU.pdf", "KANTO.pdf" } ) );
  for ( const QString &book : books )
  {
    const QStringList pages = pagesOf( folder.filePath( book ) );
    QCOMPARE( pages.size(), 1 );
    QVERIFY2( pages.constFirst().contains( QStringLiteral( "ドイツ" ) ), qPrintable( pages.constFirst() ) );
  }
}

void TestCaAtlas::killedWorkerCostsItsPageOnly()
{
  // Several pages with one worker: killed once, when the first page is done, it is at the second.
  const auto leftBehind = []
  {
    return QDir::temp().entryList( { QStringLiteral( "clusteratlas_worker*" ) }, QDir::AllEntries );
  };
  const QStringList leftBefore = leftBehind();
  bool killed = false;
  const Progress kill = [&killed]( double, QgsProcessingFeedback & )
  {
    const QList<qint64> running = workers();
    if ( killed || running.isEmpty() )
      return;
    killed = true;
    ::kill( static_cast<pid_t>( running.constFirst() ), SIGKILL );
  };
  const Result broken = exportAtlas( { { "KINDS", "bureau,project" }, { "WHICH", "OKINAWA, SHIKOKU" }, { "WORKERS", 1 } }, kill );
  QVERIFY( killed );
  QVERIFY( !broken.ok );
  QVERIFY2( broken.log.contains( QRegularExpression( QStringLiteral( "Page \\d \\(.+\\): the process that printed it crashed" ) ) ),
            qPrintable( broken.log ) );
  QVERIFY( !QFile::exists( pdf() ) );

  const Result mended = exportAtlas( { { "KINDS", "bureau,project" }, { "WHICH", "OKINAWA, SHIKOKU" } } );
  QVERIFY2( mended.ok, qPrintable( mended.log ) );
  QCOMPARE( mended.outputs.value( "PAGES_KEPT" ).toInt(), 3 );
  QCOMPARE( mended.outputs.value( "PAGES_MADE" ).toInt(), 1 );
  QVERIFY( QFile::exists( pdf() ) );
  QCOMPARE( leftBehind(), leftBefore );
}

void TestCaAtlas::cancelStopsWithinAPageAndKeepsWhatIsDone()
{
  QElapsedTimer since;
  const Progress cancel = [&since]( double, QgsProcessingFeedback &feedback )
  {
    if ( workers().isEmpty() ) // still planning
      return;
    since.start();
    feedback.cancel();
  };
  exportAtlas( { { "KINDS", "bureau,project" }, { "WORKERS", 1 } }, cancel );
  QVERIFY( since.isValid() );
  QVERIFY2( since.elapsed() < 5000, qPrintable( QString::number( since.elapsed() ) ) );
  QVERIFY( workers().isEmpty() );
  QVERIFY( !QFile::exists( pdf() ) );
  QVERIFY( !QDir( pagesFolder() ).entryList( { QStringLiteral( "*.pdf" ) }, QDir::Files ).isEmpty() );
}

void TestCaAtlas::changedLayoutIsPrintedAgainOthersAreKept()
{
  const QString folder = mFolder->filePath( "pages" );
  const QVariantMap parameters{
    { "KINDS", "bureau,project" }, { "WHICH", "OKINAWA" }, { "FORMAT", "pdf_per_page" }, { "OUTPUT_FOLDER", folder }
  };
  const auto rename = []( QDomElement &label )
  {
    label.setAttribute( QStringLiteral( "labelText" ), label.attribute( QStringLiteral( "labelText" ) ) + QLatin1Char( '!' ) );
  };
  editLabel( QStringLiteral( "project" ), QStringLiteral( "subtitle" ), []( QDomElement & ) {} );
  QVERIFY( exportAtlas( parameters ).ok );
  editLabel( QStringLiteral( "project" ), QStringLiteral( "subtitle" ), rename );
  const Result result = exportAtlas( parameters );
  QVERIFY2( result.ok, qPrintable( result.log ) );
  QCOMPARE( result.outputs.value( "PAGES_KEPT" ).toInt(), 1 );
  QCOMPARE( result.outputs.value( "PAGES_MADE" ).toInt(), 1 );
}

void TestCaAtlas::fullDiskLeavesNoAtlas()
{
  // As much disk as a process may write to a file: less than a page takes.
  std::signal( SIGXFSZ, SIG_IGN );
  rlimit before{};
  getrlimit( RLIMIT_FSIZE, &before );
  QFile old( pdf() );
  QVERIFY( old.open( QIODevice::WriteOnly ) && old.write( "old" ) == 3 );
  old.close();
  Result result;
  const Progress fill = [&before]( double, QgsProcessingFeedback & )
  {
    if ( workers().isEmpty() ) // still planning
      return;
    const rlimit little{ 100'000, before.rlim_max };
    setrlimit( RLIMIT_FSIZE, &little );
  };
  result = exportAtlas( { { "WHICH", "SHIKOKU, OKINAWA" }, { "WORKERS", 1 } }, fill );
  setrlimit( RLIMIT_FSIZE, &before );
  QVERIFY( !result.ok );
  QVERIFY2( result.log.contains( QLatin1String( "disk" ) ), qPrintable( result.log ) );
  QCOMPARE( bytesOf( pdf() ), QByteArray( "old" ) );
}

void TestCaAtlas::openProjectIsNotTouched()
{
  QgsProject project;
  QVERIFY( project.read( mProject ) );
  project.setDirty( true );
  const QByteArray before = bytesOf( mProject );
  const Result result = run( "exportatlas", { { "KINDS", "project" }, { "WHICH", "OKINAWA" }, { "OUTPUT", pdf() } }, nullptr, &project );
  QVERIFY2( result.ok, qPrintable( result.log ) );
  QCOMPARE( project.fileName(), mProject );
  QVERIFY( project.isDirty() );
  QVERIFY( bytesOf( mProject ) == before );
}

void TestCaAtlas::otherLanguageIsThatOfEveryWord_data()
{
  QTest::addColumn<QString>( "projectLanguage" );
  QTest::addColumn<QString>( "language" );
  QTest::addColumn<QStringList>( "words" );
  QTest::addColumn<QStringList>( "otherWords" );
  // Title, name of a layer and a class in the legend, a text of the template, and what the companion says of maps.
  const QStringList japanese{ "産業クラスター計画：全国", "経済産業局（2009年度）", "判断による範囲", "データ時点", "地図。" };
  const QStringList english{ "Industrial Cluster Plan: Japan", "Bureaus (FY2009)", "Extent by judgement", "Data as of", "Map. " };
  QTest::newRow( "English from a Japanese project" ) << "ja"
                                                     << "en" << english << japanese;
  QTest::newRow( "Japanese from an English project" ) << "en"
                                                      << "ja" << japanese << english;
}

void TestCaAtlas::otherLanguageIsThatOfEveryWord()
{
  QFETCH( QString, projectLanguage );
  QFETCH( QString, language );
  QFETCH( QStringList, words );
  QFETCH( QStringList, otherWords );
  const QString folder = mFolder->filePath( projectLanguage );
  Result result =
      run( "createproject", { { "FOLDER", folder }, { "FISCAL_YEAR", 2009 }, { "LANGUAGE", projectLanguage }, { "PROJECT", QVariant() } } );
  QVERIFY2( result.ok, qPrintable( result.log ) );
  mProject = CaPaths::projectIn( folder );
  const QByteArray before = bytesOf( mProject );
  result = exportAtlas( { { "KINDS", "overview" }, { "LANGUAGE", language }, { "TEXT", true } } );
  QVERIFY2( result.ok, qPrintable( result.log ) );
  QVERIFY( bytesOf( mProject ) == before );

  const QString companion = QString::fromUtf8( bytesOf( mFolder->filePath( "atlas.html" ) ) );
  QVERIFY2( companion.contains( QStringLiteral( "<html lang=\"%1\">" ).arg( language ) ), qPrintable( companion ) );
  if ( QStandardPaths::findExecutable( QStringLiteral( "pdftotext" ) ).isEmpty() )
    QSKIP( "pdftotext is not installed: the text of the pages was not looked at" );
  const QString text = pagesOf( pdf() ).join( QString() ) + companion;
  for ( const QString &word : words )
    QVERIFY2( text.contains( word ), qPrintable( word + text ) );
  for ( const QString &word : otherWords )
    QVERIFY2( !text.contains( word ), qPrintable( word + text ) );
}

void TestCaAtlas::bothLanguagesAreOneBook()
{
  const Result result =
      exportAtlas( { { "KINDS", "overview,project" }, { "WHICH", "OKINAWA" }, { "LANGUAGE", "both" }, { "TEXT", true } } );
  QVERIFY2( result.ok, qPrintable( result.log ) );
  QCOMPARE( result.outputs.value( "PAGES" ).toInt(), 4 );
  const QString companion = QString::fromUtf8( bytesOf( mFolder->filePath( "atlas.html" ) ) );
  QCOMPARE( companion.count( QLatin1String( "<section lang=\"ja\">" ) ), 2 );
  QCOMPARE( companion.count( QLatin1String( "<section lang=\"en\">" ) ), 2 );
  for ( const char *program : { "pdftotext", "qpdf" } )
  {
    if ( QStandardPaths::findExecutable( QLatin1String( program ) ).isEmpty() )
      QSKIP( "pdftotext or qpdf is not installed: the PDF was not looked at" );
  }
  const QStringList pages = pagesOf( pdf() );
  QCOMPARE( pages.size(), 4 );
  QVERIFY( pages.at( 0 ).contains( QStringLiteral( "産業クラスター計画：全国" ) ) );
  QVERIFY( pages.at( 2 ).contains( QLatin1String( "Industrial Cluster Plan: Japan" ) ) );
  for ( int page = 0; page < 4; ++page )
    QVERIFY2( pages.at( page ).contains( QRegularExpression( QStringLiteral( "%1 ?/ ?4" ).arg( page + 1 ) ) ),
              qPrintable( pages.at( page ) ) );

  const QJsonArray outline = QJsonDocument::fromJson( textOf( "qpdf", { "--json", "--json-key=outlines", pdf() } ).toUtf8() )
                                 .object()
                                 .value( "outlines" )
                                 .toArray();
  QCOMPARE( outline.size(), 2 );
  QCOMPARE( outline.at( 0 ).toObject().value( "title" ).toString(), QStringLiteral( "日本語" ) );
  QCOMPARE( outline.at( 1 ).toObject().value( "title" ).toString(), QStringLiteral( "English" ) );
  QCOMPARE( outline.at( 1 ).toObject().value( "kids" ).toArray().size(), 2 );
}

void TestCaAtlas::pagesInAnotherLanguageAreKept()
{
  const QVariantMap parameters{ { "KINDS", "bureau" },
                                { "WHICH", "OKINAWA" },
                                { "LANGUAGE", "both" },
                                { "FORMAT", "pdf_per_page" },
                                { "OUTPUT_FOLDER", mFolder->filePath( "pages" ) } };
  QVERIFY( exportAtlas( parameters ).ok );
  const Result result = exportAtlas( parameters );
  QVERIFY2( result.ok, qPrintable( result.log ) );
  QCOMPARE( result.outputs.value( "PAGES_KEPT" ).toInt(), 2 );
}

void TestCaAtlas::editedLayoutBelongsToItsLanguage()
{
  editLabel( QStringLiteral( "project" ), QStringLiteral( "subtitle" ),
             []( QDomElement &label ) { label.setAttribute( QStringLiteral( "labelText" ), QStringLiteral( "EDITED" ) ); } );
  QgsProject project;
  QVERIFY( project.read( mProject ) );
  QgsPrintLayout *own = CaLayouts::find( &project, QStringLiteral( "bureau" ) )->clone();
  own->setName( QStringLiteral( "My own" ) );
  own->removeCustomProperty( CaLayerProperties::layoutKind() );
  QVERIFY( project.layoutManager()->addLayout( own ) );

  QString error;
  const std::optional<CaAtlasEditions> editions = CaAtlasEditions::make( &project, QStringLiteral( "both" ), &error );
  QVERIFY2( editions, qPrintable( error ) );
  const auto subtitleOf = [&editions]( const QString &language )
  {
    const QVector<CaLayoutLabel> labels =
        CaLayoutLabel::all( *CaLayouts::find( editions->project( language ), QStringLiteral( "project" ) ) );
    for ( const CaLayoutLabel &label : labels )
    {
      if ( label.id == QLatin1String( "subtitle" ) )
        return label.source;
    }
    return QString();
  };
  QCOMPARE( subtitleOf( QStringLiteral( "ja" ) ), QStringLiteral( "EDITED" ) );
  QVERIFY( subtitleOf( QStringLiteral( "en" ) ).contains( QLatin1String( "FY" ) ) );
  for ( const char *language : { "ja", "en" } )
  {
    const QList<QgsPrintLayout *> layouts = editions->project( QLatin1String( language ) )->layoutManager()->printLayouts();
    QCOMPARE( layouts.size(), 4 );
    QVERIFY( editions->project( QLatin1String( language ) )->layoutManager()->layoutByName( QStringLiteral( "My own" ) ) );
  }
}

void TestCaAtlas::projectWithoutOurLayersHasItsOwnLanguageOnly()
{
  QgsProject project;
  auto *layout = new QgsPrintLayout( &project );
  layout->initializeDefaults();
  layout->setName( QStringLiteral( "My own" ) );
  project.layoutManager()->addLayout( layout );
  Result result = run( "planatlas", { { "LANGUAGE", "en" }, { "OUTPUT", "TEMPORARY_OUTPUT" } }, nullptr, &project );
  QVERIFY( !result.ok );
  QVERIFY2( result.log.contains( QLatin1String( "its own language only" ) ), qPrintable( result.log ) );
  result = run( "planatlas", { { "OUTPUT", "TEMPORARY_OUTPUT" } }, nullptr, &project );
  QVERIFY2( result.ok, qPrintable( result.log ) );
}

void TestCaAtlas::comparisonFindsTheChangedFigureOnly()
{
  const QString other = mFolder->filePath( "other.pdf" );
  const QString table = mFolder->filePath( "changes.csv" );
  QVariantMap parameters{ { "WHICH", "HOKKAIDO, OKINAWA" }, { "DATE", "2026-04-01" } };
  QVERIFY( exportAtlas( parameters ).ok );
  QString error;
  std::optional<CaSqlite> pack = CaSqlite::open( CaPaths::packIn( mFolder->path() ), CaSqlite::Access::ReadWrite, &error );
  QVERIFY2(
      pack && pack->execute( QStringLiteral( "UPDATE participation SET value = 345 WHERE owner_code = 'HOKKAIDO_CLUSTER' AND value = 300" ),
                             &error ),
      qPrintable( error ) );
  pack.reset();
  // Printed on another day as well, which is no change.
  parameters.insert( "DATE", "2026-05-01" );
  parameters.insert( "OUTPUT", other );
  QVERIFY( exportAtlas( parameters ).ok );
  const Result result = run( "compareatlas", { { "BEFORE", pdf() }, { "AFTER", other }, { "OUTPUT", table } } );
  QVERIFY2( result.ok, qPrintable( result.log ) );
  const QString rows = QString::fromUtf8( bytesOf( table ) );
  QVERIFY2( result.outputs.value( "SAME" ).toInt() == 1 && result.outputs.value( "CHANGED" ).toInt() == 1, qPrintable( rows ) );
  QVERIFY2( rows.contains( QLatin1String( "300" ) ) && rows.contains( QLatin1String( "345" ) ), qPrintable( rows ) );
}

CA_TEST_MAIN( TestCaAtlas )
#include "testcaatlas.moc"
