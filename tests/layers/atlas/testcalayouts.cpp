// SPDX-License-Identifier: GPL-2.0-or-later
#include "cacontents.h"
#include "cacontinuedsheets.h"
#include "calayerproperties.h"
#include "layouttest.h"

#include <qgsexpression.h>
#include <qgsexpressioncontextutils.h>
#include <qgslayoutframe.h>
#include <qgslayoutitemattributetable.h>
#include <qgslayoutitemmap.h>
#include <qgslayoutitempage.h>
#include <qgslayoutitemregistry.h>
#include <qgslayoutmanager.h>
#include <qgslayoutmultiframe.h>
#include <qgslayoutpagecollection.h>
#include <qgsmapthemecollection.h>
#include <qgspallabeling.h>
#include <qgsreadwritecontext.h>
#include <qgsvectorlayer.h>
#include <qgsvectorlayerlabeling.h>

#include <QFile>

#include <cmath>

//! Templates become layouts of the same content on every paper, whole and in parts.
class TestCaLayouts : public LayoutTest
{
  Q_OBJECT

private slots:
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
};

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
    // A project without links has its empty table in the place of the map.
    if ( kind == QLatin1String( "project" ) )
      QVERIFY( turned->atlas()->updateFeatures() > 0 && turned->atlas()->seekTo( 0 ) );
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

CA_TEST_MAIN( TestCaLayouts )
#include "testcalayouts.moc"
