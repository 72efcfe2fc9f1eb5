// SPDX-License-Identifier: GPL-2.0-or-later
#include "caatlaseditions.h"
#include "caatlasplan.h"
#include "cacompat.h"
#include "calayerproperties.h"
#include "calayoutlabel.h"
#include "calayouts.h"
#include "calayoutvaliditycheck.h"
#include "capaths.h"
#include "caprojectfile.h"
#include "caprovider.h"
#include "casqlite.h"
#include "catest.h"
#include "runalgorithm.h"

#include <qgsapplication.h>
#include <qgslayoutatlas.h>
#include <qgslayoutframe.h>
#include <qgslayoutitemattributetable.h>
#include <qgslayoutmanager.h>
#include <qgsprintlayout.h>
#include <qgsprocessingfeedback.h>
#include <qgsproject.h>
#include <qgsreadwritecontext.h>
#include <qgsvaliditycheckcontext.h>
#include <qgsvaliditycheckregistry.h>
#include <qgsvectorlayer.h>

#include <QDir>
#include <QDomDocument>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTextStream>

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageLabelDocumentHelper.hh>

#include <csignal>
#include <functional>
#include <sys/resource.h>

//! Atlases, made as the toolbox and qgis_process make them: planned, checked, printed by workers, and gone on with after an accident.
class TestCaAtlas : public QObject
{
  Q_OBJECT

private slots:
  void initTestCase();
  void cleanupTestCase();
  void init();
  void cleanup();

  void badInputIsNamed_data();
  void badInputIsNamed();
  void planIsWhatIsInTheData();
  void planHasChosenPagesOnly();
  void subAreasBelongToTheBureauOfTheirProject();
  void partnersBelongToEveryBureauWithALink();
  void planRepeatsPagesForYears();
  void tablesHaveTheSheetsOfTheirYear();
  void checkFindsNothingInTheShippedProject();
  void checkFindsWhatWouldGoWrong();
  void checkNamesThePageThatFails();
  void checkNamesAFontThatIsMissing();
  void checkNamesAFeatureWithoutName();
  void layerWithoutFeaturesIsNamed_data();
  void layerWithoutFeaturesIsNamed();
  void designerIsToldWhatWouldGoWrong();
  void findingsKeepTheAtlasFromBeingPrinted();
  void printsABook();
  void sameDataGiveTheSameBytes();
  void printsFilesOfOtherFormats_data();
  void printsFilesOfOtherFormats();
  void pagesOfABureauKeepTheirNumbers();
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

private:
  using Result = AlgorithmResult;
  using Progress = std::function<void( double percent, QgsProcessingFeedback &feedback )>;
  Result run( const QString &id, QVariantMap parameters, const Progress &progress = nullptr, QgsProject *project = nullptr ) const;
  Result exportAtlas( QVariantMap parameters, const Progress &progress = nullptr ) const;
  QString pdf() const { return mFolder->filePath( "atlas.pdf" ); }
  QString pagesFolder() const { return mFolder->filePath( ".atlas.pdf.pages" ); }
  static QList<qint64> workers();
  static QString textOf( const QString &program, const QStringList &arguments );
  static QByteArray bytesOf( const QString &fileName );
  //! Returns the text of each page of \a pdf.
  static QStringList pagesOf( const QString &pdf );
  //! Changes the label \a id of the layout of \a kind in the project that the test works on, as somebody would in the designer.
  void editLabel( const QString &kind, const QString &id, const std::function<void( QDomElement & )> &edit );

  std::unique_ptr<QTemporaryDir> mShared;
  std::unique_ptr<QTemporaryDir> mFolder;
  QString mProject;
  bool mRegistered = false;
};

TestCaAtlas::Result TestCaAtlas::run( const QString &id, QVariantMap parameters, const Progress &progress, QgsProject *project ) const
{
  if ( !project && !parameters.contains( QStringLiteral( "PROJECT" ) ) )
    parameters.insert( QStringLiteral( "PROJECT" ), mProject );
  QgsProcessingFeedback feedback( false );
  if ( progress )
    connect( &feedback, &QgsFeedback::progressChanged, &feedback,
             [&feedback, &progress]( double percent ) { progress( percent, feedback ); } );
  return runAlgorithm( id, parameters, feedback, project );
}

TestCaAtlas::Result TestCaAtlas::exportAtlas( QVariantMap parameters, const Progress &progress ) const
{
  if ( !parameters.contains( QStringLiteral( "KINDS" ) ) )
    parameters.insert( QStringLiteral( "KINDS" ), QStringLiteral( "project" ) );
  if ( !parameters.contains( QStringLiteral( "OUTPUT_FOLDER" ) ) && !parameters.contains( QStringLiteral( "OUTPUT" ) ) )
    parameters.insert( QStringLiteral( "OUTPUT" ), pdf() );
  return run( QStringLiteral( "exportatlas" ), parameters, progress );
}

QList<qint64> TestCaAtlas::workers()
{
  QList<qint64> found;
  const QString me = QString::number( QCoreApplication::applicationPid() );
  const QStringList processes = QDir( QStringLiteral( "/proc" ) ).entryList( QDir::Dirs );
  for ( const QString &process : processes )
  {
    // pid (name) state parent ...
    const QString status = QString::fromUtf8( bytesOf( QStringLiteral( "/proc/%1/stat" ).arg( process ) ) );
    if ( status.contains( QLatin1String( "(clusteratlas_wo" ) ) && status.section( QLatin1String( ") " ), 1 ).section( ' ', 1, 1 ) == me )
      found << process.toLongLong();
  }
  return found;
}

QString TestCaAtlas::textOf( const QString &program, const QStringList &arguments )
{
  QProcess process;
  process.start( program, arguments );
  process.waitForFinished( 60000 );
  return QString::fromUtf8( process.readAllStandardOutput() );
}

QStringList TestCaAtlas::pagesOf( const QString &pdf )
{
  QStringList pages = textOf( QStringLiteral( "pdftotext" ), { pdf, QStringLiteral( "-" ) } ).split( QLatin1Char( '\f' ) );
  pages.removeLast();
  return pages;
}

QByteArray TestCaAtlas::bytesOf( const QString &fileName )
{
  QFile file( fileName );
  return file.open( QIODevice::ReadOnly ) ? file.readAll() : QByteArray();
}

void TestCaAtlas::editLabel( const QString &kind, const QString &id, const std::function<void( QDomElement & )> &edit )
{
  QgsProject project;
  QVERIFY( project.read( mProject ) );
  mProject = mFolder->filePath( "edited.qgs" );
  QVERIFY( project.write( mProject ) );
  QDomDocument document;
  QVERIFY( document.setContent( bytesOf( mProject ) ) );
  int edited = 0;
  const QDomNodeList layouts = document.elementsByTagName( QStringLiteral( "Layout" ) );
  for ( int i = 0; i < layouts.count(); ++i )
  {
    const QDomElement layout = layouts.at( i ).toElement();
    QgsPrintLayout read( &project );
    QVERIFY( read.readLayoutXml( layout, document, QgsReadWriteContext() ) );
    if ( read.customProperty( CaLayerProperties::layoutKind() ) != kind )
      continue;
    for ( QDomElement item = layout.firstChildElement( "LayoutItem" ); !item.isNull(); item = item.nextSiblingElement( "LayoutItem" ) )
    {
      if ( item.attribute( QStringLiteral( "id" ) ) != id )
        continue;
      edit( item );
      ++edited;
    }
  }
  QCOMPARE( edited, 1 );
  QFile file( mProject );
  QVERIFY( file.open( QIODevice::WriteOnly ) );
  file.write( document.toByteArray() );
}

void TestCaAtlas::initTestCase()
{
  mRegistered = CaProvider::registerOnce();
  mShared = std::make_unique<QTemporaryDir>();
  const Result made = run( QStringLiteral( "createproject" ),
                           { { "FOLDER", mShared->path() }, { "FISCAL_YEAR", 2009 }, { "LANGUAGE", "ja" }, { "PROJECT", QVariant() } } );
  QVERIFY2( made.ok, qPrintable( made.log ) );

  // A project with three kinds of pages is read much faster; that of all kinds is checked once.
  QgsProject project;
  QVERIFY( project.read( CaPaths::projectIn( mShared->path() ) ) );
  const QList<QgsPrintLayout *> layouts = project.layoutManager()->printLayouts();
  for ( QgsPrintLayout *layout : layouts )
  {
    const QStringList kept{ QStringLiteral( "overview" ), QStringLiteral( "bureau" ), QStringLiteral( "project" ) };
    if ( !kept.contains( layout->customProperty( CaLayerProperties::layoutKind() ).toString() ) )
      project.layoutManager()->removeLayout( layout );
  }
  QVERIFY( project.write( mShared->filePath( "few.qgz" ) ) );
}

void TestCaAtlas::cleanupTestCase()
{
  if ( mRegistered )
    CaProvider::unregister();
}

void TestCaAtlas::init()
{
  mFolder = std::make_unique<QTemporaryDir>();
  mProject = CaPaths::projectIn( mFolder->path() );
  QVERIFY( QFile::copy( mShared->filePath( "few.qgz" ), mProject ) );
  QVERIFY( QFile::copy( CaPaths::packIn( mShared->path() ), CaPaths::packIn( mFolder->path() ) ) );
}

void TestCaAtlas::cleanup()
{
  QVERIFY2( workers().isEmpty(), "workers are left over" );
}

void TestCaAtlas::badInputIsNamed_data()
{
  QTest::addColumn<QString>( "algorithm" );
  QTest::addColumn<QVariantMap>( "parameters" );
  QTest::addColumn<QString>( "named" );
  QTest::newRow( "no such project" ) << "planatlas" << QVariantMap{ { "PROJECT", "/none.qgz" } } << "/none.qgz";
  QTest::newRow( "no such kind" ) << "planatlas" << QVariantMap{ { "KINDS", "project, my cathedral" } } << "“my cathedral”";
  QTest::newRow( "no such code" ) << "planatlas" << QVariantMap{ { "KINDS", "project" }, { "WHICH", "ATLANTIS" } } << "ATLANTIS";
  QTest::newRow( "no year" ) << "planatlas" << QVariantMap{ { "FISCAL_YEAR", "soon" } } << "soon";
  QTest::newRow( "no language" ) << "planatlas" << QVariantMap{ { "LANGUAGE", "fr" } } << "LANGUAGE";
  QTest::newRow( "no date" ) << "exportatlas" << QVariantMap{ { "DATE", "31.12.2026" }, { "OUTPUT", "%1/a.pdf" } } << "31.12.2026";
  QTest::newRow( "no output" ) << "exportatlas" << QVariantMap() << "OUTPUT";
  QTest::newRow( "output is a folder" ) << "exportatlas" << QVariantMap{ { "OUTPUT", "%1" } } << "%1";
  QTest::newRow( "output below a file" ) << "exportatlas" << QVariantMap{ { "OUTPUT", "/dev/null/a.pdf" } } << "/dev/null";
  QTest::newRow( "output cannot be written" ) << "exportatlas" << QVariantMap{ { "OUTPUT", "/proc/a.pdf" } } << "/proc";
  QTest::newRow( "report over the text" ) << "exportatlas"
                                          << QVariantMap{ { "OUTPUT", "%1/a.pdf" }, { "TEXT", true }, { "REPORT", "%1/a.html" } }
                                          << "a.html";
  QTest::newRow( "report over the text of pages" )
      << "exportatlas" << QVariantMap{ { "FORMAT", "svg" }, { "OUTPUT_FOLDER", "%1" }, { "TEXT", true }, { "REPORT", "%1/./atlas.html" } }
      << "atlas.html";
  QTest::newRow( "no folder for pictures" ) << "exportatlas" << QVariantMap{ { "FORMAT", "png" }, { "OUTPUT", "%1/a.png" } }
                                            << "OUTPUT_FOLDER";
}

void TestCaAtlas::badInputIsNamed()
{
  QFETCH( QString, algorithm );
  QFETCH( QVariantMap, parameters );
  QFETCH( QString, named );
  for ( auto it = parameters.begin(); it != parameters.end(); ++it )
    it.value() = it.value().toString().replace( QLatin1String( "%1" ), mFolder->path() );
  if ( algorithm == QLatin1String( "planatlas" ) )
    parameters.insert( QStringLiteral( "OUTPUT" ), QStringLiteral( "TEMPORARY_OUTPUT" ) );
  const Result result = run( algorithm, parameters );
  QVERIFY( !result.ok );
  QVERIFY2( result.log.contains( named.replace( QLatin1String( "%1" ), mFolder->path() ) ), qPrintable( result.log ) );
  QCOMPARE( QDir( mFolder->path() ).entryList( QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot ).size(), 2 );
}

void TestCaAtlas::planIsWhatIsInTheData()
{
  QString error;
  const std::unique_ptr<CaProjectFile> file = CaProjectFile::open( mProject, &error );
  QVERIFY2( file, qPrintable( error ) );
  CaAtlasChoice choice;
  choice.kinds = QStringList{ "overview", "bureau", "project" };
  const std::optional<CaAtlasPlan> plan = CaAtlasPlan::make( CaAtlasEditions( file->project() ), choice, &error );
  QVERIFY2( plan, qPrintable( error ) );
  const QVector<CaAtlasPage> &pages = plan->pages();
  QCOMPARE( pages.size(), 1 + 9 + 18 );
  QCOMPARE( pages.at( 0 ).kind, QStringLiteral( "overview" ) );
  QCOMPARE( pages.at( 1 ).code, QStringLiteral( "HOKKAIDO" ) );
  QCOMPARE( pages.at( 1 ).bureau, QStringLiteral( "HOKKAIDO" ) );
  QCOMPARE( pages.last().bureau, QStringLiteral( "OKINAWA" ) );
  QSet<QString> names;
  int number = 1;
  for ( const CaAtlasPage &page : pages )
  {
    QCOMPARE( page.number, number );
    number += page.sheets;
    QVERIFY( !page.title.isEmpty() );
    QVERIFY2( !names.contains( page.fileName ), qPrintable( page.fileName ) );
    names << page.fileName;
  }
  QCOMPARE( plan->sheets(), number - 1 );
}

void TestCaAtlas::planHasChosenPagesOnly()
{
  // Kanto has three projects.
  Result result = run( "planatlas", { { "KINDS", "project" }, { "WHICH", "kanto" }, { "OUTPUT", "TEMPORARY_OUTPUT" } } );
  QVERIFY2( result.ok, qPrintable( result.log ) );
  QCOMPARE( result.outputs.value( "PAGES" ).toInt(), 3 );
  result = run( "planatlas", { { "KINDS", "bureau,project" }, { "WHICH", "KANTO, TOKAI_MONO" }, { "OUTPUT", "TEMPORARY_OUTPUT" } } );
  QVERIFY2( result.ok, qPrintable( result.log ) );
  QCOMPARE( result.outputs.value( "PAGES" ).toInt(), 1 + 3 + 1 );
}

void TestCaAtlas::subAreasBelongToTheBureauOfTheirProject()
{
  QString error;
  const std::unique_ptr<CaProjectFile> file = CaProjectFile::open( CaPaths::projectIn( mShared->path() ), &error );
  QVERIFY2( file, qPrintable( error ) );
  CaAtlasChoice choice;
  choice.kinds = QStringList{ "subarea" };
  choice.which = QStringList{ "KANTO" };
  const std::optional<CaAtlasPlan> plan = CaAtlasPlan::make( CaAtlasEditions( file->project() ), choice, &error );
  QVERIFY2( plan, qPrintable( error ) );
  QSet<QString> codes;
  for ( const CaAtlasPage &page : plan->pages() )
  {
    codes << page.code;
    QCOMPARE( page.bureau, QStringLiteral( "KANTO" ) ); // whose PDF it goes into
  }
  const QSet<QString> ofKanto{ "TAMA", "CHUO_EXPRESSWAY", "TOKATSU_KAWAGUCHI_TSUKUBA", "SANEN_NANSHIN", "NORTH_METRO", "KEIHIN" };
  QCOMPARE( codes, ofKanto );
  QCOMPARE( plan->pages().size(), ofKanto.size() );
}

void TestCaAtlas::partnersBelongToEveryBureauWithALink()
{
  QString error;
  const std::unique_ptr<CaProjectFile> file = CaProjectFile::open( CaPaths::projectIn( mShared->path() ), &error );
  QVERIFY2( file, qPrintable( error ) );
  const auto titles = [&]( const QString &kind, const QString &code )
  {
    CaAtlasChoice choice;
    choice.kinds = QStringList{ kind };
    choice.which = QStringList{ code };
    const std::optional<CaAtlasPlan> plan = CaAtlasPlan::make( CaAtlasEditions( file->project() ), choice, &error );
    QStringList names;
    for ( const CaAtlasPage &page : plan ? plan->pages() : QVector<CaAtlasPage>() )
      names << page.title;
    return names;
  };
  // partner_links.csv: Germany's first link is that of Chugoku, others are of Kanto.
  const QStringList ofKanto{ QStringLiteral( "アメリカ" ), QStringLiteral( "イギリス" ), QStringLiteral( "ドイツ" ),
                             QStringLiteral( "スイス" ),   QStringLiteral( "イタリア" ), QStringLiteral( "中国" ),
                             QStringLiteral( "韓国" ) };
  QCOMPARE( titles( QStringLiteral( "partner_country" ), QStringLiteral( "KANTO" ) ), ofKanto );
  const QStringList areas{ QStringLiteral( "アメリカ" ), QStringLiteral( "欧州" ), QStringLiteral( "アジア・オセアニア" ) };
  QCOMPARE( titles( QStringLiteral( "partner_area" ), QStringLiteral( "KANTO" ) ), areas );
  // A project's own links; and a country by its code.
  QCOMPARE( titles( QStringLiteral( "partner_country" ), QStringLiteral( "KANSAI_ENV" ) ),
            QStringList( { QStringLiteral( "中国" ), QStringLiteral( "タイ" ) } ) );
  QCOMPARE( titles( QStringLiteral( "partner_country" ), QStringLiteral( "DE" ) ), QStringList( QStringLiteral( "ドイツ" ) ) );
}

void TestCaAtlas::planRepeatsPagesForYears()
{
  const Result result = run( "planatlas", { { "KINDS", "overview" }, { "FISCAL_YEAR", "2009、2010" }, { "OUTPUT", "TEMPORARY_OUTPUT" } } );
  QVERIFY2( result.ok, qPrintable( result.log ) );
  QCOMPARE( result.outputs.value( "PAGES" ).toInt(), 2 );
}

void TestCaAtlas::tablesHaveTheSheetsOfTheirYear()
{
  // A table of the figures of the year: three rows with its head in 2009, five in 2003.
  QgsProject project;
  QVERIFY( project.read( mProject ) );
  QgsVectorLayer *figures = nullptr;
  const QVector<QgsVectorLayer *> layers = project.layers<QgsVectorLayer *>();
  for ( QgsVectorLayer *layer : layers )
  {
    if ( layer->customProperty( CaLayerProperties::id() ) == QLatin1String( "figures" ) )
      figures = layer;
  }
  QVERIFY( figures );
  const QList<QgsLayoutMultiFrame *> frames = CaLayouts::find( &project, QStringLiteral( "project" ) )->multiFrames();
  auto *table = qobject_cast<QgsLayoutItemAttributeTable *>( frames.value( 0 ) );
  QVERIFY( table );
  table->setVectorLayer( figures );
  table->setFilterFeatures( false );
  table->frame( 0 )->attemptResize( QgsLayoutSize( 100, 14 ) );
  mProject = mFolder->filePath( "years.qgz" );
  QVERIFY( project.write( mProject ) );

  const QVariantMap parameters{ { "WHICH", "OKINAWA" }, { "FISCAL_YEAR", "2009, 2003" }, { "CHECK", false } };
  const Result result = exportAtlas( parameters );
  QVERIFY2( result.ok, qPrintable( result.log ) );
  const QStringList pages = pagesOf( pdf() );
  QCOMPARE( result.outputs.value( "PAGES" ).toInt(), static_cast<int>( pages.size() ) );
  QCOMPARE( pages.size(), 3 );
  QVERIFY2( pages.at( 0 ).contains( QStringLiteral( "2009年度" ) ), qPrintable( pages.at( 0 ) ) );
  QVERIFY2( pages.at( 2 ).contains( QStringLiteral( "2003年度" ) ), qPrintable( pages.at( 2 ) ) );
}

void TestCaAtlas::checkFindsNothingInTheShippedProject()
{
  const QString report = mFolder->filePath( "report.json" );
  const Result result = run( "checkatlas", { { "PROJECT", CaPaths::projectIn( mShared->path() ) },
                                             { "FOLDER", mFolder->path() },
                                             { "OUTPUT", "TEMPORARY_OUTPUT" },
                                             { "REPORT", report } } );
  QVERIFY2( result.ok, qPrintable( result.log ) );
  QVERIFY2( result.outputs.value( "FINDINGS" ).toInt() == 0, qPrintable( result.log ) );
  QCOMPARE( QJsonDocument::fromJson( bytesOf( report ) ).object().value( "blocking" ).toInt( -1 ), 0 );
}

void TestCaAtlas::checkFindsWhatWouldGoWrong()
{
  editLabel( QStringLiteral( "project" ), QStringLiteral( "title" ),
             []( QDomElement &label )
             {
               label.setAttribute( QStringLiteral( "labelText" ), QStringLiteral( "[% no_such_function( 1 ) %]" ) );
               label.setAttribute( QStringLiteral( "id" ), QStringLiteral( "title" ) );
             } );
  editLabel( QStringLiteral( "project" ), QStringLiteral( "credits" ),
             []( QDomElement &label ) { label.setAttribute( QStringLiteral( "id" ), QStringLiteral( "something" ) ); } );
  editLabel( QStringLiteral( "project" ), QStringLiteral( "subtitle" ),
             []( QDomElement &label )
             { label.setAttribute( QStringLiteral( "labelText" ), QStringLiteral( "関西 " ).repeated( 200 ) + QChar( 0x10E8 ) ); } );
  const QString report = mFolder->filePath( "report.json" );
  const Result result =
      run( "checkatlas", { { "KINDS", "project" }, { "WHICH", "KANTO" }, { "OUTPUT", "TEMPORARY_OUTPUT" }, { "REPORT", report } } );
  QVERIFY2( result.ok, qPrintable( result.log ) );
  QCOMPARE( result.outputs.value( "BLOCKING" ).toInt(), 3 );
  const QString found = QString::fromUtf8( bytesOf( report ) );
  QVERIFY2( found.contains( QLatin1String( "no_such_function" ) ), qPrintable( found ) );
  for ( const char *topic : { "expression", "credits", "overflow", "glyph" } )
    QVERIFY2( found.contains( QStringLiteral( "\"topic\": \"%1\"" ).arg( QLatin1String( topic ) ) ), topic );
}

void TestCaAtlas::checkNamesThePageThatFails()
{
  editLabel( QStringLiteral( "project" ), QStringLiteral( "title" ),
             []( QDomElement &label )
             {
               label.setAttribute( QStringLiteral( "labelText" ),
                                   QStringLiteral( "[% if( code='TOKYO_IT', aggregate( 'no_such_layer', 'count', 1 ), name_ja ) %]" ) );
             } );
  const Result result = run( "checkatlas", { { "KINDS", "project" }, { "WHICH", "KANTO" }, { "OUTPUT", "TEMPORARY_OUTPUT" } } );
  QVERIFY2( result.ok, qPrintable( result.log ) );
  QCOMPARE( result.outputs.value( "BLOCKING" ).toInt(), 1 );
  for ( const QString &named : { QStringLiteral( "no_such_layer" ), QStringLiteral( "首都圏情報ベンチャーフォーラム" ) } )
    QVERIFY2( result.log.contains( named ), qPrintable( result.log ) );
  QVERIFY2( !result.log.contains( QStringLiteral( "首都圏バイオネットワーク" ) ), qPrintable( result.log ) );
}

void TestCaAtlas::checkNamesAFontThatIsMissing()
{
  editLabel( QStringLiteral( "project" ), QStringLiteral( "title" ),
             []( QDomElement &label )
             {
               QString text;
               QTextStream stream( &text );
               label.save( stream, 0 );
               QVERIFY( text.contains( QLatin1String( "Noto Sans CJK JP" ) ) );
               QDomDocument changed;
               changed.setContent( text.replace( QLatin1String( "Noto Sans CJK JP" ), QLatin1String( "No Such Font" ) ) );
               const QDomNode other = label.ownerDocument().importNode( changed.documentElement(), true );
               label.parentNode().replaceChild( other, label );
             } );
  const Result result = exportAtlas( { { "WHICH", "OKINAWA" } } );
  QVERIFY( !result.ok );
  QVERIFY2( result.log.contains( QLatin1String( "No Such Font" ) ), qPrintable( result.log ) );
  QVERIFY2( result.log.contains( QStringLiteral( "アトラス：プロジェクト" ) ), qPrintable( result.log ) );
  QVERIFY( !QFile::exists( pdf() ) );
}

void TestCaAtlas::checkNamesAFeatureWithoutName()
{
  QgsProject project;
  QVERIFY( project.read( mProject ) );
  CaLayouts::find( &project, QStringLiteral( "project" ) )->atlas()->setPageNameExpression( QStringLiteral( "core_org_ja" ) );
  const Result result = run( "checkatlas", { { "KINDS", "project" }, { "WHICH", "TOKYO_BIO, TOKYO_IT" }, { "OUTPUT", "TEMPORARY_OUTPUT" } },
                             nullptr, &project );
  QVERIFY2( result.ok, qPrintable( result.log ) );
  QVERIFY2( !result.log.contains( QStringLiteral( "TOKYO_IT" ) ), qPrintable( result.log ) );
  for ( const QString &named : { QStringLiteral( "TOKYO_BIO" ), QStringLiteral( "18プロジェクトの範囲" ) } )
    QVERIFY2( result.log.contains( named ), qPrintable( result.log ) );
}

void TestCaAtlas::layerWithoutFeaturesIsNamed_data()
{
  QTest::addColumn<bool>( "removed" );
  QTest::newRow( "nothing passes the filter" ) << false;
  QTest::newRow( "the layer is gone" ) << true;
}

void TestCaAtlas::layerWithoutFeaturesIsNamed()
{
  QFETCH( bool, removed );
  QgsProject project;
  QVERIFY( project.read( mProject ) );
  QgsVectorLayer *layer = CaLayouts::find( &project, QStringLiteral( "project" ) )->atlas()->coverageLayer();
  if ( removed )
    project.removeMapLayer( layer );
  else
    QVERIFY( layer->setSubsetString( QStringLiteral( "code='NONE'" ) ) );
  const Result result = run( "exportatlas", { { "KINDS", "project" }, { "OUTPUT", pdf() } }, nullptr, &project );
  QVERIFY( !result.ok );
  QVERIFY2( result.log.contains( QStringLiteral( "アトラス：プロジェクト" ) ), qPrintable( result.log ) );
  QVERIFY( !QFile::exists( pdf() ) );
}

void TestCaAtlas::designerIsToldWhatWouldGoWrong()
{
  editLabel( QStringLiteral( "project" ), QStringLiteral( "title" ),
             []( QDomElement &label )
             { label.setAttribute( QStringLiteral( "labelText" ), QStringLiteral( "[% no_such_function( 1 ) %]" ) ); } );
  editLabel( QStringLiteral( "project" ), QStringLiteral( "subtitle" ),
             []( QDomElement &label ) { label.setAttribute( QStringLiteral( "labelText" ), QString( QChar( 0x10E8 ) ) ); } );
  QgsProject project;
  QVERIFY( project.read( mProject ) );
  QgsValidityCheckRegistry registry;
  registry.addCheck( new CaLayoutValidityCheck() );
  const auto titles = [&registry]( QgsPrintLayout *layout )
  {
    const QgsLayoutValidityCheckContext context( layout );
    QSet<QString> found;
    const QList<QgsValidityCheckResult> results = registry.runChecks( CaCompat::LayoutCheck, &context, nullptr );
    for ( const QgsValidityCheckResult &result : results )
    {
      found << QStringLiteral( "%1 %2" ).arg( result.type ).arg( result.title );
      if ( result.detailedDescription.isEmpty() || result.detailedDescription.at( 0 ).isLower() )
        found << QStringLiteral( "no sentence: " ) + result.detailedDescription;
    }
    QStringList sorted = found.values();
    sorted.sort();
    return sorted;
  };
  QgsPrintLayout *layout = CaLayouts::find( &project, QStringLiteral( "project" ) );
  QCOMPARE( titles( layout ), QStringList( { "0 A font lacks a character", "1 An expression fails" } ) );
  QCOMPARE( titles( CaLayouts::find( &project, QStringLiteral( "bureau" ) ) ), QStringList() );
  // Of what is not ours only what is sure.
  layout->removeCustomProperty( CaLayerProperties::layoutKind() );
  QCOMPARE( titles( layout ), QStringList( "0 A font lacks a character" ) );
}

void TestCaAtlas::findingsKeepTheAtlasFromBeingPrinted()
{
  editLabel( QStringLiteral( "project" ), QStringLiteral( "title" ),
             []( QDomElement &label )
             { label.setAttribute( QStringLiteral( "labelText" ), QStringLiteral( "[% no_such_function( 1 ) %]" ) ); } );
  Result result = exportAtlas( { { "WHICH", "KANTO" } } );
  QVERIFY( !result.ok );
  QVERIFY2( result.log.contains( QLatin1String( "no_such_function" ) ), qPrintable( result.log ) );
  QVERIFY( !QFile::exists( pdf() ) );
  QVERIFY( !QFile::exists( pagesFolder() ) );
  result = exportAtlas( { { "WHICH", "OKINAWA" }, { "CHECK", false } } );
  QVERIFY2( result.ok, qPrintable( result.log ) );
}

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
  const QVariantMap parameters{ { "KINDS", "bureau,project" }, { "WHICH", "OKINAWA" }, { "DATE", "2026-04-01" } };
  QVERIFY( exportAtlas( parameters ).ok );
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

void TestCaAtlas::killedWorkerCostsItsPageOnly()
{
  // Several pages with one worker: killed once, when the first page is done, it is at the second.
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
}

void TestCaAtlas::cancelStopsWithinAPageAndKeepsWhatIsDone()
{
  QElapsedTimer since;
  const Progress cancel = [&since]( double, QgsProcessingFeedback &feedback )
  {
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
