// SPDX-License-Identifier: GPL-2.0-or-later
#include "atlastest.h"
#include "caatlaseditions.h"
#include "caatlasplan.h"
#include "cacompat.h"
#include "calayerproperties.h"
#include "calayouts.h"
#include "calayoutvaliditycheck.h"
#include "capaths.h"
#include "caprojectfile.h"

#include <qgslayoutatlas.h>
#include <qgslayoutframe.h>
#include <qgslayoutitemattributetable.h>
#include <qgsprintlayout.h>
#include <qgsproject.h>
#include <qgsvaliditycheckcontext.h>
#include <qgsvaliditycheckregistry.h>
#include <qgsvectorlayer.h>

#include <QDir>
#include <QDomDocument>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTextStream>

#include <algorithm>

//! Atlases before they are printed: what is refused, planned, and found by the check.
class TestCaAtlasPlan : public AtlasTest
{
  Q_OBJECT

private slots:
  void badInputIsNamed_data();
  void badInputIsNamed();
  void planIsWhatIsInTheData();
  void planHasChosenPagesOnly();
  void subAreasBelongToTheBureauOfTheirProject();
  void partnersBelongToEveryBureauWithALink();
  void planRepeatsPagesForYears();
  void planSaysHowFarItIsAndStops();
  void badOutputIsNamedBeforePagesAreMade();
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
};

void TestCaAtlasPlan::badInputIsNamed_data()
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

void TestCaAtlasPlan::badInputIsNamed()
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

void TestCaAtlasPlan::planIsWhatIsInTheData()
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
  QCOMPARE( pages.at( 1 ).bureaus, QStringList{ "HOKKAIDO" } );
  QCOMPARE( pages.last().bureaus, QStringList{ "OKINAWA" } );
  QCOMPARE( pages.at( 0 ).bureaus, QStringList() );
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

void TestCaAtlasPlan::planHasChosenPagesOnly()
{
  // Kanto has three projects.
  Result result = run( "planatlas", { { "KINDS", "project" }, { "WHICH", "kanto" }, { "OUTPUT", "TEMPORARY_OUTPUT" } } );
  QVERIFY2( result.ok, qPrintable( result.log ) );
  QCOMPARE( result.outputs.value( "PAGES" ).toInt(), 3 );
  result = run( "planatlas", { { "KINDS", "bureau,project" }, { "WHICH", "KANTO, TOKAI_MONO" }, { "OUTPUT", "TEMPORARY_OUTPUT" } } );
  QVERIFY2( result.ok, qPrintable( result.log ) );
  QCOMPARE( result.outputs.value( "PAGES" ).toInt(), 1 + 3 + 1 );
}

void TestCaAtlasPlan::subAreasBelongToTheBureauOfTheirProject()
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
    QCOMPARE( page.bureaus, QStringList{ "KANTO" } ); // whose PDF it goes into
  }
  const QSet<QString> ofKanto{ "TAMA", "CHUO_EXPRESSWAY", "TOKATSU_KAWAGUCHI_TSUKUBA", "SANEN_NANSHIN", "NORTH_METRO", "KEIHIN" };
  QCOMPARE( codes, ofKanto );
  QCOMPARE( plan->pages().size(), ofKanto.size() );
}

void TestCaAtlasPlan::partnersBelongToEveryBureauWithALink()
{
  QString error;
  const std::unique_ptr<CaProjectFile> file = CaProjectFile::open( CaPaths::projectIn( mShared->path() ), &error );
  QVERIFY2( file, qPrintable( error ) );
  const auto pages = [&]( const QString &kind, const QStringList &which )
  {
    CaAtlasChoice choice;
    choice.kinds = QStringList{ kind };
    choice.which = which;
    const std::optional<CaAtlasPlan> plan = CaAtlasPlan::make( CaAtlasEditions( file->project() ), choice, &error );
    return plan ? plan->pages() : QVector<CaAtlasPage>();
  };
  const auto titles = [&]( const QString &kind, const QString &code )
  {
    QStringList names;
    for ( const CaAtlasPage &page : pages( kind, { code } ) )
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

  // Whose PDF they go into: each bureau's with a link, but of those chosen only.
  QMap<QString, QStringList> bureaus;
  for ( const CaAtlasPage &page : pages( QStringLiteral( "partner_country" ), {} ) )
    bureaus.insert( page.title, page.bureaus );
  QCOMPARE( bureaus.value( QStringLiteral( "ドイツ" ) ), QStringList( { "CHUGOKU", "KANTO" } ) );
  QCOMPARE( bureaus.value( QStringLiteral( "中国" ) ), QStringList( { "KYUSHU", "HOKKAIDO", "KINKI", "KANTO", "CHUGOKU" } ) );
  QCOMPARE( bureaus.value( QStringLiteral( "タイ" ) ), QStringList{ "KINKI" } );
  for ( const CaAtlasPage &page : pages( QStringLiteral( "partner_country" ), { QStringLiteral( "KANTO" ) } ) )
    QCOMPARE( page.bureaus, QStringList{ "KANTO" } );
}

void TestCaAtlasPlan::planRepeatsPagesForYears()
{
  const Result result = run( "planatlas", { { "KINDS", "overview" }, { "FISCAL_YEAR", "2009、2010" }, { "OUTPUT", "TEMPORARY_OUTPUT" } } );
  QVERIFY2( result.ok, qPrintable( result.log ) );
  QCOMPARE( result.outputs.value( "PAGES" ).toInt(), 2 );
}

void TestCaAtlasPlan::planSaysHowFarItIsAndStops()
{
  const QVariantMap parameters{ { "LANGUAGE", "en" }, { "OUTPUT", "TEMPORARY_OUTPUT" } };
  QVector<double> seen;
  const Result whole = run( "planatlas", parameters, [&seen]( double percent, QgsProcessingFeedback & ) { seen << percent; } );
  QVERIFY2( whole.ok, qPrintable( whole.log ) );
  // Each of three layouts is made in English, then planned.
  QVERIFY2( seen.size() >= 6 && std::is_sorted( seen.cbegin(), seen.cend() ), qPrintable( QString::number( seen.size() ) ) );
  QVERIFY( seen.constFirst() < 20 && seen.constLast() > 60 && seen.constLast() <= 100 );

  for ( const int step : { 2, static_cast<int>( seen.size() ) } ) // in a layout made anew, and in the last planned
  {
    int steps = 0;
    const Result stopped = run( "planatlas", parameters,
                                [&steps, step]( double, QgsProcessingFeedback &feedback )
                                {
                                  if ( ++steps == step )
                                    feedback.cancel();
                                } );
    QCOMPARE( steps, step );
    QVERIFY2( stopped.outputs.isEmpty(), qPrintable( stopped.log ) );
  }
}

void TestCaAtlasPlan::badOutputIsNamedBeforePagesAreMade()
{
  int steps = 0;
  const Result result = run( "exportatlas", { { "LANGUAGE", "en" }, { "OUTPUT", "/dev/null/a.pdf" } },
                             [&steps]( double, QgsProcessingFeedback & ) { ++steps; } );
  QVERIFY( !result.ok );
  QVERIFY2( result.log.contains( QLatin1String( "/dev/null" ) ), qPrintable( result.log ) );
  QCOMPARE( steps, 0 );
}

void TestCaAtlasPlan::tablesHaveTheSheetsOfTheirYear()
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

void TestCaAtlasPlan::checkFindsNothingInTheShippedProject()
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

void TestCaAtlasPlan::checkFindsWhatWouldGoWrong()
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

void TestCaAtlasPlan::checkNamesThePageThatFails()
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

void TestCaAtlasPlan::checkNamesAFontThatIsMissing()
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

void TestCaAtlasPlan::checkNamesAFeatureWithoutName()
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

void TestCaAtlasPlan::layerWithoutFeaturesIsNamed_data()
{
  QTest::addColumn<bool>( "removed" );
  QTest::newRow( "nothing passes the filter" ) << false;
  QTest::newRow( "the layer is gone" ) << true;
}

void TestCaAtlasPlan::layerWithoutFeaturesIsNamed()
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

void TestCaAtlasPlan::designerIsToldWhatWouldGoWrong()
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

void TestCaAtlasPlan::findingsKeepTheAtlasFromBeingPrinted()
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

CA_TEST_MAIN( TestCaAtlasPlan )
#include "testcaatlasplan.moc"
