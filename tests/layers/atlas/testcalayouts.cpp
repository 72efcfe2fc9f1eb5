// SPDX-License-Identifier: GPL-2.0-or-later
#include "cacontents.h"
#include "cacontinuedsheets.h"
#include "cafiscalyear.h"
#include "calayerproperties.h"
#include "calayoutcopy.h"
#include "calayoutpaper.h"
#include "calayouts.h"
#include "calayouttemplate.h"
#include "capaths.h"
#include "caprojectbuilder.h"
#include "catest.h"

#include <qgscoordinatetransform.h>
#include <qgsexpression.h>
#include <qgsexpressioncontextutils.h>
#include <qgslayoutatlas.h>
#include <qgslayoutframe.h>
#include <qgslayoutitemattributetable.h>
#include <qgslayoutitemmap.h>
#include <qgslayoutitempage.h>
#include <qgslayoutitemregistry.h>
#include <qgslayoutmanager.h>
#include <qgslayoutmultiframe.h>
#include <qgslayoutobject.h>
#include <qgslayoutpagecollection.h>
#include <qgslayoutreportcontext.h>
#include <qgsmapthemecollection.h>
#include <qgspallabeling.h>
#include <qgsprintlayout.h>
#include <qgsproject.h>
#include <qgsreadwritecontext.h>
#include <qgsrulebasedrenderer.h>
#include <qgsvectorlayer.h>
#include <qgsvectorlayerlabeling.h>

#include <QDir>
#include <QDomDocument>
#include <QFile>
#include <QFont>
#include <QFontMetricsF>
#include <QRegularExpression>
#include <QTemporaryDir>

#include <algorithm>
#include <cmath>
#include <limits>

using Sheet = CaLayoutPaper::Sheet;
Q_DECLARE_METATYPE( CaLayoutPaper::Sheet )

namespace
{

const QStringList KINDS{ QStringLiteral( "cover" ),        QStringLiteral( "contents" ),        QStringLiteral( "overview" ),
                         QStringLiteral( "bureau" ),       QStringLiteral( "project" ),         QStringLiteral( "subarea" ),
                         QStringLiteral( "type_example" ), QStringLiteral( "partner_country" ), QStringLiteral( "partner_area" ),
                         QStringLiteral( "budget" ),       QStringLiteral( "cooperation" ),     QStringLiteral( "cases" ),
                         QStringLiteral( "comparison" ),   QStringLiteral( "figures" ),         QStringLiteral( "sources" ) };

constexpr int LABEL = 65641;
constexpr int MAP = 65639;
constexpr int LEGEND = 65642;

bool writeFile( const QString &name, const QByteArray &content )
{
  QFile file( name );
  return file.open( QIODevice::WriteOnly ) && file.write( content ) == content.size();
}

//! What a label says and how, read from its XML: its own header wants WebKit's.
struct Label
{
  QString text;
  double points = 0;
  bool bold = false;
};

Label labelOf( const QgsLayoutItem *item )
{
  QDomDocument document;
  QDomElement parent = document.createElement( QStringLiteral( "parent" ) );
  item->writeXml( parent, document, QgsReadWriteContext() );
  const QDomElement element = parent.firstChildElement( QStringLiteral( "LayoutItem" ) );
  Label label;
  QgsExpressionContext context = item->createExpressionContext();
  label.text = QgsExpression::replaceExpressionText( element.attribute( QStringLiteral( "labelText" ) ), &context );
  const QDomElement style = element.firstChildElement( QStringLiteral( "text-style" ) );
  const QStringList font =
      element.firstChildElement( QStringLiteral( "LabelFont" ) ).attribute( QStringLiteral( "description" ) ).split( ',' );
  label.points = style.isNull() ? font.value( 1 ).toDouble() : style.attribute( QStringLiteral( "fontSize" ) ).toDouble();
  label.bold = ( style.isNull() ? font.value( 4 ) : style.attribute( QStringLiteral( "fontWeight" ) ) ).toInt() > 50;
  return label;
}

//! Height of \a label in \a width, millimetres, as QGIS 3.22 draws it.
double heightOf( const Label &label, double width )
{
  constexpr double PER_MILLIMETRE = 20;
  QFont font( QStringLiteral( "Noto Sans CJK JP" ) );
  font.setPixelSize( qRound( label.points * 25.4 / 72 * PER_MILLIMETRE ) );
  font.setBold( label.bold );
  const QRectF room( 0, 0, width * PER_MILLIMETRE, 1e6 );
  return QFontMetricsF( font ).boundingRect( room, Qt::TextWordWrap, label.text ).height() / PER_MILLIMETRE;
}

//! QGIS keeps to itself whether an expression leaves \a item out.
bool isLeftOut( const QgsLayoutItem *item )
{
  const QgsExpressionContext context = item->createExpressionContext();
  return item->dataDefinedProperties().valueAsBool( static_cast<int>( QgsLayoutObject::DataDefinedProperty::ExcludeFromExports ), context,
                                                    item->excludeFromExports() );
}

//! Returns what QGIS makes of the expression that a template has for \a placeholder, with \a variables.
QString valueOf( const QString &placeholder, const QVariantMap &variables )
{
  QString error;
  const QString expanded = CaLayoutTemplate( QString(), QStringLiteral( "ja" ), {} ).expand( placeholder, &error );
  QDomDocument document; // as QGIS reads it from the template
  document.setContent( QStringLiteral( "<a value=\"%1\"/>" ).arg( expanded ) );
  auto *scope = new QgsExpressionContextScope;
  for ( auto variable = variables.cbegin(); variable != variables.cend(); ++variable )
    scope->setVariable( variable.key(), variable.value() );
  QgsExpressionContext context;
  context.appendScope( scope );
  return QgsExpression( document.documentElement().attribute( QStringLiteral( "value" ) ) ).evaluate( &context ).toString();
}

//! Calls \a look for the pages of \a layout, \a most at most: of each feature of its atlas, or once.
template <typename Look>
void forEachPage( QgsPrintLayout *layout, Look look, int most = std::numeric_limits<int>::max() )
{
  const int pages = layout->atlas()->enabled() ? std::min( most, layout->atlas()->updateFeatures() ) : 1;
  for ( int i = 0; i < pages; ++i )
  {
    if ( layout->atlas()->enabled() )
      layout->atlas()->seekTo( i );
    layout->refresh();
    look( layout->atlas()->enabled() ? layout->atlas()->nameForPage( i ) : layout->name() );
  }
}

} // namespace

//! Templates become layouts that say what the data says, on every paper and in both languages.
class TestCaLayouts : public QObject
{
  Q_OBJECT

private slots:
  void initTestCase();
  void cleanupTestCase();

  void wrongTemplatesAreNamed_data();
  void wrongTemplatesAreNamed();
  void layerThatIsNotThereIsNamed();
  void placeholdersAreReplaced_data();
  void placeholdersAreReplaced();
  void textIsBrokenWhereItIsTooLong_data();
  void textIsBrokenWhereItIsTooLong();
  void portraitPaperHasLinesOfItsOwn();
  void plainTemplateStaysAsItIs();
  void everyKindIsThereInTheOrderOfTheBook();
  void atlasesHaveAPageAFeature();
  void itemsAreInsideEveryPaper_data();
  void itemsAreInsideEveryPaper();
  void otherPaperIsRefused();
  void copyHasWhatIsAskedFor_data();
  void copyHasWhatIsAskedFor();
  void copyThatCannotBeReadIsNamed();
  void a3IsLargerByRootTwo();
  void namesOnMapsGrowWithThePaper();
  void labelsFitTheirBoxes_data();
  void labelsFitTheirBoxes();
  void tablesHaveEveryRowOnTheirPages_data();
  void tablesHaveEveryRowOnTheirPages();
  void tablesFillTheirColumn_data();
  void tablesFillTheirColumn();
  void addedSheetsAreTitled();
  void figuresAreThoseOfTheFacts();
  void missingFiguresAreSaidToBeMissing();
  void barsAreAsLongAsTheirFigures();
  void membersAreNamedAndShown_data();
  void membersAreNamedAndShown();
  void insetsHaveNamesOfTheirOwn();
  void insetsLieInTheirCorners_data();
  void insetsLieInTheirCorners();
  void circlesOfTheLegendAreThoseOfTheMap();
  void budgetOfAYearWithoutFiguresFits_data();
  void budgetOfAYearWithoutFiguresFits();
  void subAreaWithoutExtentShowsItsProject();
  void shortTablesLeaveRoomForTheEnds_data();
  void shortTablesLeaveRoomForTheEnds();
  void regionsShowTheirPartners_data();
  void regionsShowTheirPartners();
  void englishPagesAreInEnglish();

private:
  QgsProject *project( const QString &language );
  QgsPrintLayout *layout( const QString &kind, const QString &language = QStringLiteral( "ja" ) )
  {
    return CaLayouts::find( project( language ), kind );
  }
  //! As much of a layout as a test looks at: expressions of what is not needed are not evaluated.
  std::unique_ptr<QgsPrintLayout> copyOf( const QString &kind, const QString &language, Sheet sheet, CaLayoutCopy::Parts parts )
  {
    return CaLayoutCopy::make( project( language ), layout( kind, language )->name(), sheet, parts, &mError );
  }
  //! The text of all labels of the page as it is.
  static QString textOf( const QgsPrintLayout *layout );

  QTemporaryDir mFolder;
  std::optional<CaLayerCatalogue> mCatalogue;
  std::map<QString, std::unique_ptr<QgsProject>> mProjects;
  QString mError;
};

void TestCaLayouts::initTestCase()
{
  mCatalogue = CaLayerCatalogue::load( &mError );
  QVERIFY2( mCatalogue, qPrintable( mError ) );
  QVERIFY2( project( QStringLiteral( "ja" ) ), qPrintable( mError ) );
  QVERIFY2( project( QStringLiteral( "en" ) ), qPrintable( mError ) );
}

void TestCaLayouts::cleanupTestCase()
{
  QgsProject::setInstance( nullptr );
  mProjects.clear();
}

QgsProject *TestCaLayouts::project( const QString &language )
{
  if ( mProjects.count( language ) == 0 )
  {
    const std::optional<CaPack> pack = CaPack::open( CaPaths::installedPack(), &mError );
    auto made = std::make_unique<QgsProject>();
    CaProjectBuilder builder( made.get(), *pack, *mCatalogue, language, 2009 );
    builder.prepareProject();
    if ( !builder.addLayers( {}, &mError ) )
      return nullptr;
    builder.addThemes();
    if ( !CaLayouts::addShipped( made.get(), *mCatalogue, &mError ) )
      return nullptr;
    mProjects[language] = std::move( made );
  }
  // Before QGIS 3.30 aggregate() looks layers up in the one project of the application.
  QgsProject::setInstance( mProjects[language].get() );
  return mProjects[language].get();
}

QString TestCaLayouts::textOf( const QgsPrintLayout *layout )
{
  QStringList texts;
  QList<QgsLayoutItem *> items;
  layout->layoutItems( items );
  for ( const QgsLayoutItem *item : std::as_const( items ) )
  {
    if ( item->type() == LABEL )
      texts << labelOf( item ).text;
  }
  return texts.join( '\n' );
}

void TestCaLayouts::wrongTemplatesAreNamed_data()
{
  QTest::addColumn<QByteArray>( "content" );
  QTest::addColumn<QString>( "says" );
  QTest::newRow( "empty" ) << QByteArray() << "not XML";
  QTest::newRow( "not XML" ) << QByteArray( "<Layout" ) << "not XML";
  QTest::newRow( "no such layer" ) << QByteArray( "<Layout name=\"{{layer:nothing}}\"/>" ) << "layer:nothing";
  QTest::newRow( "no such theme" ) << QByteArray( "<Layout name=\"{{theme:nothing}}\"/>" ) << "theme:nothing";
  QTest::newRow( "no such part" ) << QByteArray( "<Layout>{{part:nothing}}</Layout>" ) << "nothing.xml";
  QTest::newRow( "no such value" ) << QByteArray( "<Layout>{{part:needy}}</Layout>" ) << "{{value}}";
  QTest::newRow( "part of itself" ) << QByteArray( "<Layout>{{part:self}}</Layout>" ) << "includes itself";
  QTest::newRow( "three languages" ) << QByteArray( "<Layout name=\"{{t:a||b|c}}\"/>" ) << "{{t:a||b|c}}";
  QTest::newRow( "a folder up" ) << QByteArray( "<Layout>{{part:../needy}}</Layout>" ) << "cannot be read";
}

void TestCaLayouts::wrongTemplatesAreNamed()
{
  QFETCH( QByteArray, content );
  QFETCH( QString, says );
  const QDir folder( mFolder.path() );
  QVERIFY( folder.mkpath( QStringLiteral( "parts" ) ) );
  QVERIFY( writeFile( folder.filePath( QStringLiteral( "parts/needy.xml" ) ), "<a b=\"{{value}}\"/>" ) );
  QVERIFY( writeFile( folder.filePath( QStringLiteral( "parts/self.xml" ) ), "{{part:self}}" ) );
  const QString name = folder.filePath( QStringLiteral( "wrong.qpt" ) );
  QVERIFY( writeFile( name, content ) );
  const CaLayoutTemplate reader( folder.filePath( QStringLiteral( "parts" ) ), QStringLiteral( "ja" ), {} );
  QDomDocument document;
  QVERIFY( !reader.read( name, &document, &mError ) );
  QVERIFY2( mError.contains( name ) && mError.contains( says ), qPrintable( mError ) );
}

void TestCaLayouts::layerThatIsNotThereIsNamed()
{
  QgsProject empty;
  QVERIFY( !CaLayouts::addShipped( &empty, *mCatalogue, &mError ) );
  QVERIFY2( mError.contains( QLatin1String( ".qpt" ) ) && mError.contains( QLatin1String( "{{" ) ), qPrintable( mError ) );
  QVERIFY( empty.layoutManager()->printLayouts().isEmpty() );
}

void TestCaLayouts::placeholdersAreReplaced_data()
{
  QTest::addColumn<QString>( "text" );
  QTest::addColumn<QString>( "ja" );
  QTest::addColumn<QString>( "en" );
  QTest::newRow( "language" ) << "name_{{lang}}"
                              << "name_ja"
                              << "name_en";
  QTest::newRow( "text" ) << "{{t:凡例|Legend}}" << QStringLiteral( "凡例" ) << "Legend";
  QTest::newRow( "text within" ) << "{{t:{{lang}}1|{{lang}}2}}"
                                 << "ja1"
                                 << "en2";
  QTest::newRow( "layer" ) << "{{layer:a}}"
                           << "a_1"
                           << "a_1";
  QTest::newRow( "part" ) << "{{part:sum x=\"10\" y=\"{{lang}}\"}}"
                          << "14.5,ja,10,none"
                          << "14.5,en,10,none";
  QTest::newRow( "single braces stay" ) << "{a}{2,3}"
                                        << "{a}{2,3}"
                                        << "{a}{2,3}";
}

void TestCaLayouts::placeholdersAreReplaced()
{
  QFETCH( QString, text );
  QFETCH( QString, ja );
  QFETCH( QString, en );
  const QDir folder( mFolder.path() );
  QVERIFY( folder.mkpath( QStringLiteral( "parts" ) ) );
  QVERIFY( writeFile( folder.filePath( QStringLiteral( "parts/sum.xml" ) ), "{{x+4.5}},{{y}},{{z={{x}}}},{{z=none}}\n" ) );
  const QMap<QString, QString> values{ { QStringLiteral( "layer:a" ), QStringLiteral( "a_1" ) } };
  const QString parts = folder.filePath( QStringLiteral( "parts" ) );
  QCOMPARE( CaLayoutTemplate( parts, QStringLiteral( "ja" ), values ).expand( text, &mError ), ja );
  QCOMPARE( CaLayoutTemplate( parts, QStringLiteral( "en" ), values ).expand( text, &mError ), en );
}

void TestCaLayouts::textIsBrokenWhereItIsTooLong_data()
{
  QTest::addColumn<QString>( "text" );
  QTest::addColumn<QString>( "broken" );
  QTest::newRow( "fits" ) << QStringLiteral( "モノ作り" ) << QStringLiteral( "モノ作り" );
  QTest::newRow( "two lines" ) << QStringLiteral( "モノ作り、エネルギー" ) << QStringLiteral( "モノ作り、エ\nネルギー" );
  QTest::newRow( "no small kana first" ) << QStringLiteral( "関西フォーラム会議" ) << QStringLiteral( "関西フォーラ\nム会議" );
  QTest::newRow( "no bracket last" ) << QStringLiteral( "四国地域の（東）部会" ) << QStringLiteral( "四国地域の\n（東）部会" );
  QTest::newRow( "Latin" ) << "Metropolitan"
                           << "Metropolitan";
}

void TestCaLayouts::textIsBrokenWhereItIsTooLong()
{
  QFETCH( QString, text );
  QFETCH( QString, broken );
  QCOMPARE( valueOf( QStringLiteral( "{{wrap:6|@text}}" ), { { QStringLiteral( "text" ), text } } ), broken );
}

void TestCaLayouts::portraitPaperHasLinesOfItsOwn()
{
  const QString placeholder = QStringLiteral( "{{wrap:6,9|'モノ作り、エネルギー'}}" );
  const QString width = QStringLiteral( "layout_pagewidth" );
  const QString height = QStringLiteral( "layout_pageheight" );
  QCOMPARE( valueOf( placeholder, { { width, 297 }, { height, 210 } } ), QStringLiteral( "モノ作り、エ\nネルギー" ) );
  QCOMPARE( valueOf( placeholder, { { width, 210 }, { height, 297 } } ), QStringLiteral( "モノ作り、エネル\nギー" ) );
}

void TestCaLayouts::plainTemplateStaysAsItIs()
{
  // What QGIS itself saves.
  QDomDocument saved;
  saved.appendChild( layout( QStringLiteral( "bureau" ) )->writeXml( saved, QgsReadWriteContext() ) );
  const QString text = saved.toString();
  const CaLayoutTemplate reader( mFolder.path(), QStringLiteral( "ja" ), {} );
  QCOMPARE( reader.expand( text, &mError ), text );
}

void TestCaLayouts::everyKindIsThereInTheOrderOfTheBook()
{
  for ( const char *language : { "ja", "en" } )
  {
    QStringList kinds;
    int before = 0;
    const QList<QgsPrintLayout *> layouts = project( language )->layoutManager()->printLayouts();
    for ( const QgsPrintLayout *made : layouts )
    {
      kinds << made->customProperty( CaLayerProperties::layoutKind() ).toString();
      QVERIFY2( CaLayouts::order( made ) > before, qPrintable( made->name() ) );
      before = CaLayouts::order( made );
      QList<QgsLayoutItemMap *> maps;
      made->layoutItems( maps );
      for ( const QgsLayoutItemMap *map : std::as_const( maps ) )
        QVERIFY2( project( language )->mapThemeCollection()->hasMapTheme( map->followVisibilityPresetName() ), qPrintable( made->name() ) );
    }
    QCOMPARE( kinds, KINDS );
  }
}

void TestCaLayouts::atlasesHaveAPageAFeature()
{
  const QMap<QString, int> pages{
    { QStringLiteral( "bureau" ), 9 },       { QStringLiteral( "project" ), 18 },         { QStringLiteral( "subarea" ), 8 },
    { QStringLiteral( "type_example" ), 6 }, { QStringLiteral( "partner_country" ), 15 }, { QStringLiteral( "partner_area" ), 4 },
    { QStringLiteral( "cases" ), 2 }
  };
  for ( const QString &kind : KINDS )
  {
    QgsLayoutAtlas *atlas = layout( kind )->atlas();
    QCOMPARE( atlas->enabled(), pages.contains( kind ) );
    if ( !atlas->enabled() )
      continue;
    QCOMPARE( atlas->updateFeatures(), pages.value( kind ) );
    QSet<QString> names;
    for ( int i = 0; i < pages.value( kind ); ++i )
      names << atlas->nameForPage( i );
    QCOMPARE( names.size(), pages.value( kind ) );
    QVERIFY2( !names.contains( QString() ), qPrintable( kind ) );
  }
}

void TestCaLayouts::itemsAreInsideEveryPaper_data()
{
  QTest::addColumn<Sheet>( "sheet" );
  QTest::addColumn<QSizeF>( "size" );
  QTest::newRow( "A4 landscape" ) << Sheet::A4Landscape << QSizeF( 297, 210 );
  QTest::newRow( "A4 portrait" ) << Sheet::A4Portrait << QSizeF( 210, 297 );
  QTest::newRow( "A3 landscape" ) << Sheet::A3Landscape << QSizeF( 420, 297 );
  QTest::newRow( "A3 portrait" ) << Sheet::A3Portrait << QSizeF( 297, 420 );
}

void TestCaLayouts::itemsAreInsideEveryPaper()
{
  QFETCH( Sheet, sheet );
  QFETCH( QSizeF, size );
  QStringList wrong;
  // Features change little but the lengths of bars, and A3 is A4 enlarged: a few pages of each kind are enough.
  const int pages = sheet == Sheet::A3Landscape || sheet == Sheet::A3Portrait ? 1 : 2;
  for ( const QString &kind : KINDS )
  {
    const std::unique_ptr<QgsPrintLayout> turned = CaLayoutPaper::turned( layout( kind ), sheet, &mError );
    QVERIFY2( turned, qPrintable( mError ) );
    const QRectF page = turned->pageCollection()->page( 0 )->rect();
    QVERIFY2( qAbs( page.width() - size.width() ) < 0.1 && qAbs( page.height() - size.height() ) < 0.1, qPrintable( kind ) );
    forEachPage(
        turned.get(),
        [&]( const QString &name )
        {
          QList<QgsLayoutItem *> items;
          turned->layoutItems( items );
          for ( const QgsLayoutItem *item : std::as_const( items ) )
          {
            if ( qobject_cast<const QgsLayoutItemPage *>( item ) || isLeftOut( item ) )
              continue;
            // Legends take their size when they are drawn.
            const QRectF place( item->pagePos(), item->type() == LEGEND ? QSizeF( 1, 1 ) : item->rect().size() );
            if ( !page.adjusted( 4, 4, -4, -4 ).contains( place ) )
              wrong << QStringLiteral( "%1 %2: %3 at %4,%5 of %6 x %7" )
                           .arg( kind, name, item->id() )
                           .arg( place.x() )
                           .arg( place.y() )
                           .arg( place.width() )
                           .arg( place.height() );
          }
        },
        pages );
  }
  QVERIFY2( wrong.isEmpty(), qPrintable( wrong.join( '\n' ) ) );
}

void TestCaLayouts::otherPaperIsRefused()
{
  const std::unique_ptr<QgsPrintLayout> a3 = CaLayoutPaper::turned( layout( QStringLiteral( "bureau" ) ), Sheet::A3Portrait, &mError );
  QVERIFY2( a3, qPrintable( mError ) );
  QVERIFY( !CaLayoutPaper::turned( a3.get(), Sheet::A4Portrait, &mError ) );
  QVERIFY2( mError.contains( a3->name() ) && mError.contains( QLatin1String( "A4 landscape" ) ), qPrintable( mError ) );
}

void TestCaLayouts::copyHasWhatIsAskedFor_data()
{
  QTest::addColumn<QString>( "kind" );
  for ( const char *kind : { "contents", "overview", "bureau", "comparison", "sources" } )
    QTest::newRow( kind ) << kind;
}

void TestCaLayouts::copyHasWhatIsAskedFor()
{
  using Parts = CaLayoutCopy::Parts;
  QFETCH( QString, kind );
  QgsProject *from = project( QStringLiteral( "ja" ) );
  QgsPrintLayout *original = layout( kind );
  const auto copyOf = [this, from, original]( Parts parts )
  {
    return CaLayoutCopy::make( from, original->name(), Sheet::A4Landscape, parts, &mError );
  };
  const auto count = []( const QgsPrintLayout &layout, int type )
  {
    QList<QgsLayoutItem *> items;
    layout.layoutItems( items );
    return std::count_if( items.cbegin(), items.cend(), [type]( const QgsLayoutItem *item ) { return item->type() == type; } );
  };
  const auto sheets = []( const QgsPrintLayout &layout )
  {
    const QList<QgsLayoutMultiFrame *> frames = layout.multiFrames();
    for ( QgsLayoutMultiFrame *frame : frames )
      frame->recalculateFrameSizes();
    return layout.pageCollection()->pageCount();
  };

  const std::unique_ptr<QgsPrintLayout> all = copyOf( Parts::All );
  const std::unique_ptr<QgsPrintLayout> tables = copyOf( Parts::Tables );
  const std::unique_ptr<QgsPrintLayout> labels = copyOf( Parts::Labels );
  QVERIFY2( all && tables && labels, qPrintable( mError ) );
  for ( const int type : { QgsLayoutItemRegistry::LayoutMap, QgsLayoutItemRegistry::LayoutLabel, QgsLayoutItemRegistry::LayoutShape } )
  {
    QCOMPARE( count( *all, type ), count( *original, type ) );
    QCOMPARE( count( *labels, type ), type == QgsLayoutItemRegistry::LayoutLabel ? count( *original, type ) : 0 );
  }
  QCOMPARE( count( *tables, QgsLayoutItemRegistry::LayoutMap ), 0 );
  QVERIFY( tables->itemById( QStringLiteral( "title" ) ) );
  QCOMPARE( sheets( *tables ), sheets( *all ) );
  QCOMPARE( CaContents::isContents( *tables ), CaContents::isContents( *all ) );
  QCOMPARE( tables->atlas()->enabled(), original->atlas()->enabled() );

  const QString fileName = mFolder.filePath( kind + QStringLiteral( ".qpt" ) );
  QVERIFY2( CaLayoutCopy::write( from, original->name(), Sheet::A3Portrait, fileName, &mError ), qPrintable( mError ) );
  const std::unique_ptr<QgsPrintLayout> read = CaLayoutCopy::read( fileName, from, Sheet::A3Portrait, &mError );
  QVERIFY2( read, qPrintable( mError ) );
  QCOMPARE( read->name(), original->name() );
  QVERIFY( qgsDoubleNear( read->pageCollection()->page( 0 )->pageSize().width(), 297, 0.1 ) );
  QCOMPARE( count( *read, QgsLayoutItemRegistry::LayoutLabel ), count( *original, QgsLayoutItemRegistry::LayoutLabel ) );
}

void TestCaLayouts::copyThatCannotBeReadIsNamed()
{
  const CaLayoutPaper::Sheet sheet = CaLayoutPaper::Sheet::A4Landscape;
  QgsProject *from = project( QStringLiteral( "ja" ) );
  QVERIFY( !CaLayoutCopy::make( from, QStringLiteral( "no such layout" ), sheet, CaLayoutCopy::Parts::All, &mError ) );
  QVERIFY2( mError.contains( QStringLiteral( "no such layout" ) ), qPrintable( mError ) );
  const QString fileName = mFolder.filePath( QStringLiteral( "cut.qpt" ) );
  for ( const QByteArray &content : { QByteArray(), QByteArrayLiteral( "<Layout name=\"a\"" ) } )
  {
    QFile file( fileName );
    QVERIFY( content.isEmpty() || ( file.open( QIODevice::WriteOnly ) && file.write( content ) == content.size() ) );
    file.close();
    mError.clear();
    QVERIFY( !CaLayoutCopy::read( fileName, from, sheet, &mError ) );
    QVERIFY2( mError.contains( fileName ), qPrintable( mError ) );
  }
}

void TestCaLayouts::a3IsLargerByRootTwo()
{
  for ( const QString &kind : KINDS )
  {
    const QgsPrintLayout *a4 = layout( kind );
    const std::unique_ptr<QgsPrintLayout> a3 = CaLayoutPaper::turned( a4, Sheet::A3Landscape, &mError );
    QVERIFY2( a3, qPrintable( mError ) );
    QList<QgsLayoutItem *> items;
    a3->layoutItems( items );
    for ( const QgsLayoutItem *item : std::as_const( items ) )
    {
      if ( item->type() != LABEL )
        continue;
      const double points = labelOf( item ).points;
      QVERIFY2( points >= 9.85, qPrintable( QStringLiteral( "%1 %2: %3 pt" ).arg( kind, item->id() ).arg( points ) ) );
    }
    const QgsLayoutItem *small = a4->itemById( QStringLiteral( "main" ) );
    const QgsLayoutItem *large = a3->itemById( QStringLiteral( "main" ) );
    if ( small && large )
      QVERIFY( qAbs( large->rect().width() / small->rect().width() - M_SQRT2 ) < 0.001 );
  }
}

void TestCaLayouts::namesOnMapsGrowWithThePaper()
{
  const auto size = []( const QgsPalLayerSettings &settings, double paper )
  {
    auto *scope = new QgsExpressionContextScope;
    scope->setVariable( QStringLiteral( "ca_mm" ), paper );
    QgsExpressionContext context;
    context.appendScope( scope );
    return settings.dataDefinedProperties().valueAsDouble( static_cast<int>( QgsPalLayerSettings::Property::Size ), context,
                                                           settings.format().size() );
  };
  int seen = 0;
  const QVector<QgsVectorLayer *> layers = project( QStringLiteral( "ja" ) )->layers<QgsVectorLayer *>();
  for ( const QgsVectorLayer *layer : layers )
  {
    // Its labels stand in circles, which are as large on any paper.
    if ( !layer->labeling() || layer->customProperty( CaLayerProperties::id() ) == QLatin1String( "project_points" ) )
      continue;
    const QStringList rules = layer->labeling()->subProviders();
    for ( const QString &rule : rules )
    {
      const QgsPalLayerSettings settings = layer->labeling()->settings( rule );
      if ( settings.fieldName.isEmpty() )
        continue; // a group of rules
      ++seen;
      const double small = size( settings, 1 );
      QVERIFY2( small >= 6.5 && qAbs( size( settings, M_SQRT2 ) / small - M_SQRT2 ) < 0.01, qPrintable( layer->name() ) );
    }
  }
  QVERIFY( seen >= 14 );
}

void TestCaLayouts::labelsFitTheirBoxes_data()
{
  QTest::addColumn<QString>( "language" );
  QTest::addColumn<Sheet>( "sheet" );
  // Each language and each side once: all four took minutes.
  QTest::newRow( "ja landscape" ) << "ja" << Sheet::A4Landscape;
  QTest::newRow( "en portrait" ) << "en" << Sheet::A4Portrait;
}

void TestCaLayouts::labelsFitTheirBoxes()
{
  QFETCH( QString, language );
  QFETCH( Sheet, sheet );
  QStringList wrong;
  for ( const QString &kind : KINDS )
  {
    const std::unique_ptr<QgsPrintLayout> turned = copyOf( kind, language, sheet, CaLayoutCopy::Parts::Labels );
    QVERIFY2( turned, qPrintable( mError ) );
    forEachPage(
        turned.get(),
        [&]( const QString &name )
        {
          QList<QgsLayoutItem *> items;
          turned->layoutItems( items );
          for ( const QgsLayoutItem *item : std::as_const( items ) )
          {
            if ( item->type() != LABEL || isLeftOut( item ) )
              continue;
            const Label label = labelOf( item );
            const double height = heightOf( label, item->rect().width() );
            // Leading above and below the letters may leave the box, letters may not.
            if ( height > item->rect().height() + label.points * 0.12 )
              wrong << QStringLiteral( "%1 “%2”: %3 needs %4 of %5 mm: %6" )
                           .arg( kind, name, item->id() )
                           .arg( height, 0, 'f', 1 )
                           .arg( item->rect().height(), 0, 'f', 1 )
                           .arg( label.text.left( 60 ) );
          }
        },
        sheet == Sheet::A4Landscape ? std::numeric_limits<int>::max() : 6 );
  }
  QVERIFY2( wrong.isEmpty(), qPrintable( wrong.join( '\n' ) ) );
}

void TestCaLayouts::tablesHaveEveryRowOnTheirPages_data()
{
  labelsFitTheirBoxes_data();
  // Letters are of whole pixels: rows of A3 are a little higher than those of A4 enlarged.
  QTest::newRow( "ja A3 landscape" ) << "ja" << Sheet::A3Landscape;
}

void TestCaLayouts::tablesHaveEveryRowOnTheirPages()
{
  QFETCH( QString, language );
  QFETCH( Sheet, sheet );
  QStringList wrong;
  int tablesSeen = 0;
  for ( const QString &kind : KINDS )
  {
    const std::unique_ptr<QgsPrintLayout> turned = copyOf( kind, language, sheet, CaLayoutCopy::Parts::Tables );
    QVERIFY2( turned, qPrintable( mError ) );
    const int pages = turned->pageCollection()->pageCount();
    forEachPage(
        turned.get(),
        [&]( const QString &name )
        {
          const QList<QgsLayoutMultiFrame *> frames = turned->multiFrames();
          for ( QgsLayoutMultiFrame *frame : frames )
          {
            auto *table = qobject_cast<QgsLayoutItemAttributeTable *>( frame );
            QVERIFY( table && table->sourceLayer() );
            ++tablesSeen;
            QgsExpressionContext context = turned->createExpressionContext();
            QgsFeatureRequest request( QgsExpression( table->featureFilter() ) );
            request.setExpressionContext( context );
            QgsFeatureIterator features = table->sourceLayer()->getFeatures( request );
            QgsFeature feature;
            int rows = 0;
            while ( features.nextFeature( feature ) )
              ++rows;
            if ( table->contents().size() != qMax( rows, 0 ) && rows > 0 )
              wrong << QStringLiteral( "%1 “%2”: %3 rows of %4" ).arg( kind, name ).arg( table->contents().size() ).arg( rows );
          }
          // Continued pages are an answer to more data, not to what is shipped.
          if ( turned->pageCollection()->pageCount() != pages )
            wrong << QStringLiteral( "%1 “%2” runs over to page %3" ).arg( kind, name ).arg( turned->pageCollection()->pageCount() );
        } );
  }
  QVERIFY( tablesSeen > 60 );
  QVERIFY2( wrong.isEmpty(), qPrintable( wrong.join( '\n' ) ) );
}

void TestCaLayouts::tablesFillTheirColumn_data()
{
  QTest::addColumn<QString>( "language" );
  QTest::addColumn<Sheet>( "sheet" );
  for ( const char *language : { "ja", "en" } )
  {
    QTest::addRow( "%s landscape", language ) << language << Sheet::A4Landscape;
    QTest::addRow( "%s portrait", language ) << language << Sheet::A4Portrait;
    QTest::addRow( "%s A3 portrait", language ) << language << Sheet::A3Portrait;
  }
}

void TestCaLayouts::tablesFillTheirColumn()
{
  QFETCH( QString, language );
  QFETCH( Sheet, sheet );
  const double scale = sheet == Sheet::A3Portrait ? M_SQRT2 : 1;
  QStringList wrong;
  int tablesSeen = 0;
  for ( const QString &kind : KINDS )
  {
    const std::unique_ptr<QgsPrintLayout> turned = copyOf( kind, language, sheet, CaLayoutCopy::Parts::All );
    QVERIFY2( turned, qPrintable( mError ) );
    // Up to the end of the rule under its head, or of the page.
    const double margin = turned->pageCollection()->page( 0 )->rect().width() - 12 * scale;
    const QList<QgsLayoutMultiFrame *> tables = turned->multiFrames();
    for ( const QgsLayoutMultiFrame *table : tables )
    {
      const QgsLayoutFrame *frame = table->frame( 0 );
      const auto *rule = turned->itemById( frame->id() + QStringLiteral( "_rule" ) );
      const double end = rule ? rule->pagePos().x() + rule->rect().width() : margin;
      const double tableEnd = frame->pagePos().x() + table->totalSize().width();
      ++tablesSeen;
      if ( qAbs( tableEnd - end ) > 0.4 * scale )
        wrong << QStringLiteral( "%1: %2 ends at %3, its column at %4" ).arg( kind, frame->id() ).arg( tableEnd ).arg( end );
    }
  }
  QVERIFY( tablesSeen > 10 );
  QVERIFY2( wrong.isEmpty(), qPrintable( wrong.join( '\n' ) ) );
}

void TestCaLayouts::addedSheetsAreTitled()
{
  const std::unique_ptr<QgsPrintLayout> sources( layout( QStringLiteral( "sources" ) )->clone() );
  sources->refresh();
  const QList<QgsLayoutMultiFrame *> frames = sources->multiFrames();
  for ( QgsLayoutMultiFrame *frame : frames )
    frame->recalculateFrameSizes();
  const int sheets = sources->pageCollection()->pageCount();
  QVERIFY2( sheets > 2, "the list of sources does not go on after the sheets of the template: take another layout" );
  const auto titlesOf = [&]( int sheet )
  {
    QStringList titles;
    const QList<QgsLayoutItem *> items = sources->pageCollection()->itemsOnPage( sheet );
    for ( const QgsLayoutItem *item : items )
    {
      if ( item->id().startsWith( QLatin1String( "title" ) ) )
        titles << labelOf( item ).text;
    }
    return titles;
  };
  for ( int time = 0; time < 2; ++time ) // the second time as for the next feature
  {
    CaContinuedSheets::complete( sources.get() );
    for ( int sheet = 2; sheet < sheets; ++sheet )
      QCOMPARE( titlesOf( sheet ), QStringList( QStringLiteral( "出典の一覧（続き）" ) ) );
    QCOMPARE( titlesOf( 1 ), QStringList( QStringLiteral( "出典の一覧" ) ) );
    CaContinuedSheets::clear( sources.get() );
    QCOMPARE( titlesOf( sheets - 1 ), QStringList() );
  }
}

void TestCaLayouts::figuresAreThoseOfTheFacts()
{
  for ( const char *language : { "ja", "en" } )
  {
    QgsPrintLayout *overview = layout( QStringLiteral( "overview" ), language );
    overview->refresh();
    const QString national = textOf( overview );
    for ( const char *figure : { "10,200", "290", "96", "404", "227", "98", "2,450", "5,000", "5,800", "6,100", "10,700", "22.2", "11.4" } )
      QVERIFY2( national.contains( QLatin1String( figure ) ), figure );
    QgsPrintLayout *budget = layout( QStringLiteral( "budget" ), language );
    budget->refresh();
    const QString amounts = textOf( budget );
    for ( const char *figure : { "22.2", "21.9", "11.4", "13.9" } )
      QVERIFY2( amounts.contains( QLatin1String( figure ) ), figure );
  }
  QVERIFY( textOf( layout( QStringLiteral( "budget" ) ) ).contains( QStringLiteral( "11.4億円" ) ) );
  QVERIFY( textOf( layout( QStringLiteral( "overview" ) ) ).contains( QStringLiteral( "約2,450機関" ) ) );
}

void TestCaLayouts::missingFiguresAreSaidToBeMissing()
{
  const std::unique_ptr<QgsPrintLayout> projects =
      copyOf( QStringLiteral( "project" ), QStringLiteral( "ja" ), Sheet::A4Landscape, CaLayoutCopy::Parts::Labels );
  QVERIFY2( projects, qPrintable( mError ) );
  QVector<int> pagesWithout;
  forEachPage( projects.get(),
               [&]( const QString & )
               {
                 const QgsLayoutItem *first = projects->itemById( QStringLiteral( "figure0_name" ) );
                 const QgsLayoutItem *value = projects->itemById( QStringLiteral( "figure0_value" ) );
                 QVERIFY( first && value );
                 const QString text = labelOf( first ).text;
                 if ( text == QStringLiteral( "データなし" ) )
                 {
                   QCOMPARE( labelOf( value ).text, QString() );
                   pagesWithout << projects->atlas()->currentFeatureNumber();
                 }
                 else
                   QVERIFY2( text.contains( QStringLiteral( "年度" ) ), qPrintable( text ) );
               } );
  // Figures of any kind and year: participation.csv has them for eleven of the 18 projects.
  QCOMPARE( pagesWithout.size(), 7 );
  QgsPrintLayout *whole = layout( QStringLiteral( "project" ) );
  whole->atlas()->updateFeatures();
  for ( const int page : std::as_const( pagesWithout ) )
  {
    QVERIFY( whole->atlas()->seekTo( page ) );
    whole->refresh();
    QVERIFY( isLeftOut( whole->itemById( QStringLiteral( "figure0_bar" ) ) ) );
  }
  QVERIFY( textOf( layout( QStringLiteral( "overview" ) ) ).contains( QStringLiteral( "データなし" ) ) );
}

void TestCaLayouts::barsAreAsLongAsTheirFigures()
{
  QgsPrintLayout *budget = layout( QStringLiteral( "budget" ) );
  budget->refresh();
  const double longest = budget->itemById( QStringLiteral( "change1_bar" ) )->rect().width();
  QVERIFY( qAbs( longest / 170 - 22.2 / 97 ) < 0.001 || qAbs( longest - 170 ) < 0.001 );
  for ( const auto &[bar, amount] :
        { std::make_pair( "change2_bar", 21.9 ), std::make_pair( "change3_bar", 11.4 ), std::make_pair( "change4_bar", 13.9 ) } )
    QVERIFY( qAbs( budget->itemById( bar )->rect().width() / longest - amount / 22.2 ) < 0.001 );
}

void TestCaLayouts::membersAreNamedAndShown_data()
{
  QTest::addColumn<QString>( "kind" );
  QTest::newRow( "sub-areas" ) << "subarea";
  QTest::newRow( "examples of the two types" ) << "type_example";
}

void TestCaLayouts::membersAreNamedAndShown()
{
  QFETCH( QString, kind );
  const std::unique_ptr<QgsPrintLayout> pages( layout( kind )->clone() );
  QgsVectorLayer *members =
      qobject_cast<QgsVectorLayer *>( pages->project()->mapLayersByName( QStringLiteral( "範囲のコード表" ) ).value( 0 ) );
  QVERIFY( members );
  int shown = 0;
  QString before;
  QgsRectangle extentBefore;
  forEachPage( pages.get(),
               [&]( const QString &page )
               {
                 const QString text = labelOf( pages->itemById( QStringLiteral( "members" ) ) ).text;
                 const auto *map = qobject_cast<QgsLayoutItemMap *>( pages->itemById( QStringLiteral( "main" ) ) );
                 QVERIFY( map );
                 const QgsCoordinateTransform toMap( members->crs(), map->crs(), pages->project()->transformContext() );
                 const QString code = pages->reportContext().feature().attribute( QStringLiteral( "code" ) ).toString();
                 const QgsGeometry area = pages->reportContext().feature().geometry();
                 if ( area.isNull() )
                   QVERIFY2( page != before && map->extent() != extentBefore, qPrintable( page + " shows the page before it" ) );
                 before = page;
                 extentBefore = map->extent();
                 QgsFeature member;
                 QgsFeatureIterator iterator = members->getFeatures( QgsExpression::createFieldEqualityExpression( "owner_code", code ) );
                 while ( iterator.nextFeature( member ) )
                 {
                   const QString name = member.attribute( QStringLiteral( "name_ja" ) ).toString();
                   QVERIFY2( text.contains( name ), qPrintable( page + ": " + name + " is not in " + text ) );
                   if ( !member.hasGeometry() || member.attribute( QStringLiteral( "precision" ) ) != QLatin1String( "municipality" ) )
                     continue;
                   ++shown;
                   QVERIFY2( map->extent().contains( toMap.transform( member.geometry().asPoint() ) ), qPrintable( page + ": " + name ) );
                 }
               } );
  QVERIFY( shown >= 40 ); // TAMA alone has 40 municipalities among the examples, all sub-areas together have more
}

void TestCaLayouts::insetsHaveNamesOfTheirOwn()
{
  const QMap<QString, QStringList> expected{
    { QStringLiteral( "ja" ), { QStringLiteral( "小笠原諸島（東京都）" ), QStringLiteral( "八丈島・青ヶ島（東京都）" ) } },
    { QStringLiteral( "en" ), { QStringLiteral( "Ogasawara (Tokyo)" ), QStringLiteral( "Hachijo, Aogashima (Tokyo)" ) } }
  };
  for ( auto names = expected.cbegin(); names != expected.cend(); ++names )
  {
    const std::unique_ptr<QgsPrintLayout> bureaus =
        copyOf( QStringLiteral( "bureau" ), names.key(), Sheet::A4Landscape, CaLayoutCopy::Parts::Labels );
    QVERIFY2( bureaus, qPrintable( mError ) );
    int checked = 0;
    forEachPage( bureaus.get(),
                 [&]( const QString & )
                 {
                   const QString first = labelOf( bureaus->itemById( QStringLiteral( "inset1_name" ) ) ).text;
                   const QString second = labelOf( bureaus->itemById( QStringLiteral( "inset2_name" ) ) ).text;
                   QVERIFY2( first.isEmpty() || first != second, qPrintable( first ) );
                   // Its ground would lie on the map where there is no inset.
                   for ( const char *id : { "inset1_name", "inset2_name" } )
                   {
                     const QgsLayoutItem *name = bureaus->itemById( QLatin1String( id ) );
                     QCOMPARE( isLeftOut( name ), labelOf( name ).text.isEmpty() );
                   }
                   if ( bureaus->reportContext().feature().attribute( QStringLiteral( "code" ) ) != QLatin1String( "KANTO" ) )
                     return;
                   QCOMPARE( QStringList( { first, second } ), names.value() );
                   ++checked;
                 } );
    QCOMPARE( checked, 1 );
  }
}

void TestCaLayouts::insetsLieInTheirCorners_data()
{
  QTest::addColumn<Sheet>( "sheet" );
  QTest::newRow( "A4" ) << Sheet::A4Landscape;
  QTest::newRow( "A3 portrait" ) << Sheet::A3Portrait;
}

void TestCaLayouts::insetsLieInTheirCorners()
{
  QFETCH( Sheet, sheet );
  // testdatapack has the corners of these.
  const QMap<QString, QStringList> corners{ { QStringLiteral( "TOKYO_BIO" ), { QStringLiteral( "SE" ), QStringLiteral( "SW" ) } },
                                            { QStringLiteral( "KANTO_REGIONAL" ), { QStringLiteral( "SE" ), QStringLiteral( "NW" ) } } };
  const std::unique_ptr<QgsPrintLayout> pages =
      copyOf( QStringLiteral( "project" ), QStringLiteral( "ja" ), sheet, CaLayoutCopy::Parts::All );
  QVERIFY2( pages, qPrintable( mError ) );
  const auto placeOf = [&pages]( const QString &id )
  {
    const QgsLayoutItem *item = pages->itemById( id );
    return item->mapRectToScene( item->rect() );
  };
  int checked = 0;
  forEachPage( pages.get(),
               [&]( const QString &page )
               {
                 const QString code = pages->reportContext().feature().attribute( QStringLiteral( "code" ) ).toString();
                 if ( !corners.contains( code ) )
                   return;
                 const QRectF main = placeOf( QStringLiteral( "main" ) );
                 QVERIFY2( !placeOf( QStringLiteral( "inset1" ) ).intersects( placeOf( QStringLiteral( "inset2" ) ) ), qPrintable( page ) );
                 for ( int i = 0; i < 2; ++i )
                 {
                   const QString id = QStringLiteral( "inset%1" ).arg( i + 1 );
                   const QRectF inset = placeOf( id );
                   const QString corner = corners.value( code ).at( i );
                   QVERIFY2( main.contains( inset ), qPrintable( page + id ) );
                   QVERIFY2( !inset.intersects( placeOf( QStringLiteral( "scalebar" ) ) ), qPrintable( page + id ) );
                   QCOMPARE( inset.center().x() > main.center().x(), corner.endsWith( 'E' ) );
                   QCOMPARE( inset.center().y() > main.center().y(), corner.startsWith( 'S' ) );
                   QVERIFY2( inset.contains( placeOf( id + QStringLiteral( "_name" ) ) ), qPrintable( page + id ) );
                   ++checked;
                 }
               } );
  QCOMPARE( checked, 4 );
}

void TestCaLayouts::circlesOfTheLegendAreThoseOfTheMap()
{
  QgsPrintLayout *overview = layout( QStringLiteral( "overview" ) );
  overview->refresh();
  const auto circle = [overview]( int down )
  {
    return overview->itemById( QStringLiteral( "size%1" ).arg( down ) );
  };
  const auto text = [overview]( int down )
  {
    return labelOf( overview->itemById( QStringLiteral( "size%1_value" ).arg( down ) ) ).text;
  };
  // participation.csv: no project has its firms counted in 2009, three have in 2003; 500 are as large as a circle gets, or the most.
  QVERIFY( isLeftOut( circle( 0 ) ) );
  QCOMPARE( text( 0 ), QString() );
  QVERIFY2( CaFiscalYear::set( overview->project(), 2003, &mError ), qPrintable( mError ) );
  overview->refresh();
  double bottom = 0;
  for ( const auto &[down, firms] : { std::make_pair( 0, 500 ), std::make_pair( 1, 200 ), std::make_pair( 3, 50 ) } )
  {
    QVERIFY( !isLeftOut( circle( down ) ) );
    QCOMPARE( text( down ), QStringLiteral( "%1社" ).arg( firms ) );
    const QRectF place = circle( down )->mapRectToScene( circle( down )->rect() );
    const double diameter = 7 * std::sqrt( firms / 500.0 ); // project_points.qml, at the scale of a map of Japan
    QVERIFY2( qAbs( place.width() - diameter ) < 0.3 && qAbs( place.height() - diameter ) < 0.3,
              qPrintable( QStringLiteral( "%1: %2 by %3" ).arg( text( down ) ).arg( place.width() ).arg( place.height() ) ) );
    QVERIFY( down == 0 || qAbs( place.bottom() - bottom ) < 0.3 );
    bottom = place.bottom();
  }
  QVERIFY2( CaFiscalYear::set( overview->project(), 2009, &mError ), qPrintable( mError ) );
}

void TestCaLayouts::budgetOfAYearWithoutFiguresFits_data()
{
  QTest::addColumn<Sheet>( "sheet" );
  QTest::newRow( "landscape" ) << Sheet::A4Landscape;
  QTest::newRow( "portrait" ) << Sheet::A4Portrait;
}

void TestCaLayouts::budgetOfAYearWithoutFiguresFits()
{
  QFETCH( Sheet, sheet );
  // “No data” three times is the longest that it says.
  QgsProject *shown = project( QStringLiteral( "ja" ) );
  QVERIFY2( CaFiscalYear::set( shown, 2003, &mError ), qPrintable( mError ) );
  const std::unique_ptr<QgsPrintLayout> overview =
      copyOf( QStringLiteral( "overview" ), QStringLiteral( "ja" ), sheet, CaLayoutCopy::Parts::Labels );
  QVERIFY2( overview, qPrintable( mError ) );
  const QgsLayoutItem *budget = overview->itemById( QStringLiteral( "budget" ) );
  const Label label = labelOf( budget );
  QCOMPARE( label.text.count( QStringLiteral( "データなし" ) ), 3 );
  QVERIFY2( heightOf( label, budget->rect().width() ) <= budget->rect().height(), qPrintable( label.text ) );
  QVERIFY2( CaFiscalYear::set( shown, 2009, &mError ), qPrintable( mError ) );
}

void TestCaLayouts::subAreaWithoutExtentShowsItsProject()
{
  const std::unique_ptr<QgsPrintLayout> pages( layout( QStringLiteral( "subarea" ) )->clone() );
  QgsVectorLayer *projects =
      qobject_cast<QgsVectorLayer *>( pages->project()->mapLayersByName( QStringLiteral( "18プロジェクトの範囲" ) ).value( 0 ) );
  QVERIFY( projects );
  auto *renderer = dynamic_cast<QgsRuleBasedRenderer *>( projects->renderer() );
  QVERIFY( renderer );
  QStringList withProject;
  forEachPage( pages.get(),
               [&]( const QString &page )
               {
                 auto *map = qobject_cast<QgsLayoutItemMap *>( pages->itemById( QStringLiteral( "main" ) ) );
                 const QgsFeature subarea = pages->reportContext().feature();
                 QgsExpressionContext context = map->createExpressionContext();
                 context << QgsExpressionContextUtils::layerScope( projects );
                 QgsFeature project;
                 QgsFeatureIterator iterator = projects->getFeatures();
                 while ( iterator.nextFeature( project ) )
                 {
                   context.setFeature( project );
                   int rules = 0;
                   for ( const QgsRuleBasedRenderer::Rule *rule : renderer->rootRule()->children() )
                     rules += QgsExpression( rule->filterExpression() ).evaluate( &context ).toBool() ? 1 : 0;
                   QVERIFY( rules == 0 || project.attribute( QStringLiteral( "code" ) ) == subarea.attribute( "project_code" ) );
                   if ( rules == 0 )
                     continue;
                   withProject << subarea.attribute( QStringLiteral( "code" ) ).toString();
                   const QgsCoordinateTransform toMap( projects->crs(), map->crs(), pages->project()->transformContext() );
                   QgsGeometry area = project.geometry();
                   QCOMPARE( area.transform( toMap ), Qgis::GeometryOperationResult::Success );
                   const double shown = area.intersection( QgsGeometry::fromRect( map->extent() ) ).area();
                   QVERIFY2( shown > 0.97 * area.area(), qPrintable( page ) ); // all but far islands
                 }
               } );
  withProject.sort();
  QCOMPARE( withProject, QStringList( { "HOKKAIDO_BIO", "HOKKAIDO_IT", "NORTH_METRO" } ) );
}

void TestCaLayouts::shortTablesLeaveRoomForTheEnds_data()
{
  QTest::addColumn<QString>( "kind" );
  QTest::addColumn<QString>( "language" );
  QTest::addColumn<Sheet>( "sheet" );
  QTest::newRow( "countries, English" ) << "partner_country"
                                        << "en" << Sheet::A4Landscape;
  QTest::newRow( "countries, portrait" ) << "partner_country"
                                         << "en" << Sheet::A4Portrait;
  QTest::newRow( "parts of the world" ) << "partner_area"
                                        << "ja" << Sheet::A4Landscape;
}

void TestCaLayouts::shortTablesLeaveRoomForTheEnds()
{
  QFETCH( QString, kind );
  QFETCH( QString, language );
  QFETCH( Sheet, sheet );
  const std::unique_ptr<QgsPrintLayout> pages = copyOf( kind, language, sheet, CaLayoutCopy::Parts::All );
  QVERIFY2( pages, qPrintable( mError ) );
  auto *table = qobject_cast<QgsLayoutItemAttributeTable *>( pages->multiFrames().value( 0 ) );
  QVERIFY( table );
  QgsVectorLayer *links = table->vectorLayer();
  const QString field = kind == QLatin1String( "partner_area" ) ? QStringLiteral( "world_area_ja" ) : QStringLiteral( "country" );
  int shown = 0;
  forEachPage( pages.get(),
               [&]( const QString &page )
               {
                 auto *map = qobject_cast<QgsLayoutItemMap *>( pages->itemById( QStringLiteral( "ends" ) ) );
                 QVERIFY( map );
                 const QVariant value = pages->reportContext().feature().attribute( field );
                 QVector<QgsPointXY> ends;
                 QgsFeature link;
                 QgsFeatureIterator iterator = links->getFeatures( QgsExpression::createFieldEqualityExpression( field, value ) );
                 while ( iterator.nextFeature( link ) )
                   ends << QgsPointXY( *link.geometry().vertices_begin() );
                 QCOMPARE( isLeftOut( map ), ends.size() > 4 );
                 if ( isLeftOut( map ) )
                   return;
                 ++shown;
                 const QgsCoordinateTransform toMap( links->crs(), map->crs(), pages->project()->transformContext() );
                 for ( const QgsPointXY &end : std::as_const( ends ) )
                   QVERIFY2( map->extent().contains( toMap.transform( end ) ), qPrintable( page ) );
                 const double top = pages->itemById( QStringLiteral( "ends_head" ) )->pos().y();
                 // The whole table fits into what is above: it does not go on to another sheet.
                 QgsLayoutFrame *frame = table->frame( 0 );
                 frame->attemptResize( QgsLayoutSize( frame->rect().width(), top - frame->pos().y() ) );
                 table->recalculateFrameSizes();
                 QVERIFY2( table->frameCount() == 1, qPrintable( page ) );
                 QVERIFY2( map->pos().y() + map->rect().height() < pages->itemById( QStringLiteral( "credits" ) )->pos().y(),
                           qPrintable( page ) );
               } );
  QVERIFY( shown >= 2 );
}

void TestCaLayouts::regionsShowTheirPartners_data()
{
  QTest::addColumn<QString>( "kind" );
  QTest::addColumn<QString>( "field" );
  QTest::newRow( "countries" ) << "partner_country"
                               << "country";
  QTest::newRow( "parts of the world" ) << "partner_area"
                                        << "world_area_ja";
}

void TestCaLayouts::regionsShowTheirPartners()
{
  QFETCH( QString, kind );
  QFETCH( QString, field );
  const std::unique_ptr<QgsPrintLayout> pages( layout( kind )->clone() );
  auto *places = qobject_cast<QgsVectorLayer *>( pages->project()->mapLayersByName( QStringLiteral( "連携先" ) ).value( 0 ) );
  QVERIFY( places );
  forEachPage( pages.get(),
               [&]( const QString &page )
               {
                 const auto *map = qobject_cast<QgsLayoutItemMap *>( pages->itemById( QStringLiteral( "main" ) ) );
                 QVERIFY( map );
                 const QgsCoordinateTransform toMap( places->crs(), map->crs(), pages->project()->transformContext() );
                 const QVariant value = pages->reportContext().feature().attribute( field );
                 int shown = 0;
                 int all = 0;
                 QgsFeature place;
                 QgsFeatureIterator iterator = places->getFeatures( QgsExpression::createFieldEqualityExpression( field, value ) );
                 while ( iterator.nextFeature( place ) )
                 {
                   ++all;
                   shown += map->extent().contains( toMap.transform( place.geometry().asPoint() ) ) ? 1 : 0;
                 }
                 // Of Asia and Oceania the map shows where most partners are: near Japan.
                 QVERIFY2( all > 0 && ( shown == all || ( shown * 2 > all && all > 10 ) ),
                           qPrintable( QStringLiteral( "%1: %2 of %3" ).arg( page ).arg( shown ).arg( all ) ) );
               } );
}

void TestCaLayouts::englishPagesAreInEnglish()
{
  static const QRegularExpression japanese( QStringLiteral( "[\\p{Han}\\p{Hiragana}\\p{Katakana}]" ),
                                            QRegularExpression::UseUnicodePropertiesOption );
  for ( const QString &kind : { QStringLiteral( "subarea" ), QStringLiteral( "type_example" ) } )
  {
    const std::unique_ptr<QgsPrintLayout> pages = copyOf( kind, QStringLiteral( "en" ), Sheet::A4Landscape, CaLayoutCopy::Parts::Labels );
    QVERIFY2( pages, qPrintable( mError ) );
    forEachPage( pages.get(),
                 [&]( const QString &page )
                 {
                   const QString members = labelOf( pages->itemById( QStringLiteral( "members" ) ) ).text;
                   QVERIFY2( !members.contains( japanese ), qPrintable( page + ": " + members ) );
                 } );
  }
  // A sum of money without its unit says nothing.
  const std::unique_ptr<QgsPrintLayout> projects =
      copyOf( QStringLiteral( "project" ), QStringLiteral( "en" ), Sheet::A4Landscape, CaLayoutCopy::Parts::Labels );
  QVERIFY2( projects, qPrintable( mError ) );
  QStringList texts;
  forEachPage( projects.get(), [&]( const QString & ) { texts << textOf( projects.get() ); } );
  QVERIFY( texts.join( '\n' ).contains( QLatin1String( "Venture capital investment (100 million yen)" ) ) );
}

CA_TEST_MAIN( TestCaLayouts )
#include "testcalayouts.moc"
