// SPDX-License-Identifier: GPL-2.0-or-later
#include "cafiscalyear.h"
#include "layouttest.h"

#include <qgscoordinatetransform.h>
#include <qgsexpression.h>
#include <qgsexpressioncontextutils.h>
#include <qgslayoutframe.h>
#include <qgslayoutitemattributetable.h>
#include <qgslayoutitemmap.h>
#include <qgslayoutmultiframe.h>
#include <qgslayoutreportcontext.h>
#include <qgsrulebasedrenderer.h>
#include <qgsvectorlayer.h>

#include <QRegularExpression>

#include <cmath>

//! Pages say and show what the data says.
class TestCaLayoutPages : public LayoutTest
{
  Q_OBJECT

private slots:
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
  void projectsWithoutLinksShowNoWorld_data();
  void projectsWithoutLinksShowNoWorld();
  void regionsShowTheirPartners_data();
  void regionsShowTheirPartners();
  void englishPagesAreInEnglish();
};

void TestCaLayoutPages::figuresAreThoseOfTheFacts()
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

void TestCaLayoutPages::missingFiguresAreSaidToBeMissing()
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

void TestCaLayoutPages::barsAreAsLongAsTheirFigures()
{
  QgsPrintLayout *budget = layout( QStringLiteral( "budget" ) );
  budget->refresh();
  const double longest = budget->itemById( QStringLiteral( "change1_bar" ) )->rect().width();
  QVERIFY( qAbs( longest / 170 - 22.2 / 97 ) < 0.001 || qAbs( longest - 170 ) < 0.001 );
  for ( const auto &[bar, amount] :
        { std::make_pair( "change2_bar", 21.9 ), std::make_pair( "change3_bar", 11.4 ), std::make_pair( "change4_bar", 13.9 ) } )
    QVERIFY( qAbs( budget->itemById( bar )->rect().width() / longest - amount / 22.2 ) < 0.001 );
}

void TestCaLayoutPages::membersAreNamedAndShown_data()
{
  QTest::addColumn<QString>( "kind" );
  QTest::newRow( "sub-areas" ) << "subarea";
  QTest::newRow( "examples of the two types" ) << "type_example";
}

void TestCaLayoutPages::membersAreNamedAndShown()
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

void TestCaLayoutPages::insetsHaveNamesOfTheirOwn()
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

void TestCaLayoutPages::insetsLieInTheirCorners_data()
{
  QTest::addColumn<Sheet>( "sheet" );
  QTest::newRow( "A4" ) << Sheet::A4Landscape;
  QTest::newRow( "A3 portrait" ) << Sheet::A3Portrait;
}

void TestCaLayoutPages::insetsLieInTheirCorners()
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

void TestCaLayoutPages::circlesOfTheLegendAreThoseOfTheMap()
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

void TestCaLayoutPages::budgetOfAYearWithoutFiguresFits_data()
{
  QTest::addColumn<Sheet>( "sheet" );
  QTest::newRow( "landscape" ) << Sheet::A4Landscape;
  QTest::newRow( "portrait" ) << Sheet::A4Portrait;
}

void TestCaLayoutPages::budgetOfAYearWithoutFiguresFits()
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

void TestCaLayoutPages::subAreaWithoutExtentShowsItsProject()
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

void TestCaLayoutPages::shortTablesLeaveRoomForTheEnds_data()
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

void TestCaLayoutPages::shortTablesLeaveRoomForTheEnds()
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

void TestCaLayoutPages::projectsWithoutLinksShowNoWorld_data()
{
  QTest::addColumn<Sheet>( "sheet" );
  QTest::addColumn<QStringList>( "codes" );
  QTest::addColumn<int>( "most" );
  const QStringList codes{ "TOHOKU_CORRIDOR", "TOKYO_IT", "KYUSHU_SILICON", "KYUSHU_BIO", "OKINAWA_PROJECT" };
  QTest::newRow( "A4" ) << Sheet::A4Landscape << codes << 18;
  QTest::newRow( "A3 portrait, first pages" ) << Sheet::A3Portrait << QStringList( codes.mid( 0, 2 ) ) << 5;
}

void TestCaLayoutPages::projectsWithoutLinksShowNoWorld()
{
  QFETCH( Sheet, sheet );
  QFETCH( QStringList, codes );
  QFETCH( int, most );
  const std::unique_ptr<QgsPrintLayout> pages =
      copyOf( QStringLiteral( "project" ), QStringLiteral( "ja" ), sheet, CaLayoutCopy::Parts::All );
  QVERIFY2( pages, qPrintable( mError ) );
  const auto *table = qobject_cast<QgsLayoutItemAttributeTable *>( pages->multiFrames().value( 0 ) );
  QVERIFY( table );
  QStringList without;
  forEachPage(
      pages.get(),
      [&]( const QString &page )
      {
        const QString code = pages->reportContext().feature().attribute( QStringLiteral( "code" ) ).toString();
        QgsFeature link;
        const bool linked = table->vectorLayer()
                                ->getFeatures( QgsExpression::createFieldEqualityExpression( QStringLiteral( "project_code" ), code ) )
                                .nextFeature( link );
        const QRectF head = pages->itemById( QStringLiteral( "world_head" ) )->sceneBoundingRect();
        const QPointF rows = table->frame( 0 )->pos();
        QCOMPARE( isLeftOut( pages->itemById( QStringLiteral( "world" ) ) ), !linked );
        // In the place of the map then: at the head, not below or beside an empty frame.
        const bool atHead = qAbs( rows.x() - head.left() ) < 1 && rows.y() - head.bottom() < 4;
        QVERIFY2( atHead != linked, qPrintable( page ) );
        QCOMPARE( labelOf( pages->itemById( QStringLiteral( "credits" ) ) ).text.contains( QStringLiteral( "記載がない" ) ), !linked );
        if ( !linked )
          without << code;
      },
      most );
  QCOMPARE( without, codes );
}

void TestCaLayoutPages::regionsShowTheirPartners_data()
{
  QTest::addColumn<QString>( "kind" );
  QTest::addColumn<QString>( "field" );
  QTest::newRow( "countries" ) << "partner_country"
                               << "country";
  QTest::newRow( "parts of the world" ) << "partner_area"
                                        << "world_area_ja";
}

void TestCaLayoutPages::regionsShowTheirPartners()
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

void TestCaLayoutPages::englishPagesAreInEnglish()
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

CA_TEST_MAIN( TestCaLayoutPages )
#include "testcalayoutpages.moc"
