// SPDX-License-Identifier: GPL-2.0-or-later
#include "camapthemes.h"
#include "catest.h"

#include <qgsfillsymbol.h>
#include <qgsfillsymbollayer.h>
#include <qgslayertree.h>
#include <qgslayertreemodel.h>
#include <qgslayoutexporter.h>
#include <qgslayoutitemmap.h>
#include <qgslayoutpagecollection.h>
#include <qgsmaplayerstylemanager.h>
#include <qgsmapthemecollection.h>
#include <qgsprintlayout.h>
#include <qgsproject.h>
#include <qgsrulebasedrenderer.h>
#include <qgssinglesymbolrenderer.h>
#include <qgsvectorlayer.h>

#include <memory>

//! A map that no longer follows its theme shows what it showed before.
class TestCaMapThemes : public QObject
{
  Q_OBJECT

private slots:
  void init();
  void cleanup();
  void stylesOfTheProjectAreNotReadAgain();
  void otherStylesAreKept();
  void uncheckedSymbolsStayAway();
  void oneLayerOfTwo();
  void themeWithoutLayersStaysEmpty();
  void chosenThemeIsStillChosen();

private:
  //! A square of \a colour on the \a left half of the map, or on the right.
  QgsVectorLayer *addSquare( const QString &name, const QString &colour, bool left );
  static void paint( QgsVectorLayer *layer, const QString &colour );
  void storeTheme( const QString &name );
  void follow( const QString &theme );
  QImage picture() const;

  std::unique_ptr<QgsProject> mProject;
  QgsVectorLayer *mLeft = nullptr;
  QgsVectorLayer *mRight = nullptr;
  std::unique_ptr<QgsPrintLayout> mLayout;
  QgsLayoutItemMap *mMap = nullptr;
};

void TestCaMapThemes::init()
{
  mProject = std::make_unique<QgsProject>();
  mLeft = addSquare( QStringLiteral( "left" ), QStringLiteral( "blue" ), true );
  mRight = addSquare( QStringLiteral( "right" ), QStringLiteral( "green" ), false );
  mLayout = std::make_unique<QgsPrintLayout>( mProject.get() );
  mLayout->initializeDefaults();
  mMap = new QgsLayoutItemMap( mLayout.get() );
  mLayout->addLayoutItem( mMap );
  mMap->attemptSetSceneRect( QRectF( 10, 10, 100, 50 ) );
  mMap->setCrs( mLeft->crs() );
  mMap->setExtent( QgsRectangle( 0, 0, 2, 1 ) );
}

void TestCaMapThemes::cleanup()
{
  mLayout.reset();
  mProject.reset();
}

QgsVectorLayer *TestCaMapThemes::addSquare( const QString &name, const QString &colour, bool left )
{
  auto layer = std::make_unique<QgsVectorLayer>( QStringLiteral( "Polygon?crs=EPSG:4326" ), name, QStringLiteral( "memory" ) );
  QgsFeature feature;
  feature.setGeometry( QgsGeometry::fromRect( left ? QgsRectangle( 0, 0, 1, 1 ) : QgsRectangle( 1, 0, 2, 1 ) ) );
  layer->dataProvider()->addFeature( feature );
  paint( layer.get(), colour );
  return qobject_cast<QgsVectorLayer *>( mProject->addMapLayer( layer.release() ) );
}

void TestCaMapThemes::paint( QgsVectorLayer *layer, const QString &colour )
{
  layer->setRenderer( new QgsSingleSymbolRenderer( new QgsFillSymbol( { new QgsSimpleFillSymbolLayer( QColor( colour ) ) } ) ) );
}

void TestCaMapThemes::storeTheme( const QString &name )
{
  QgsLayerTreeModel model( mProject->layerTreeRoot() );
  mProject->mapThemeCollection()->insert( name, QgsMapThemeCollection::createThemeFromCurrentState( mProject->layerTreeRoot(), &model ) );
}

void TestCaMapThemes::follow( const QString &theme )
{
  mMap->setFollowVisibilityPreset( true );
  mMap->setFollowVisibilityPresetName( theme );
}

QImage TestCaMapThemes::picture() const
{
  mMap->refresh();
  return QgsLayoutExporter( mLayout.get() ).renderPageToImage( 0, QSize( 297, 210 ) );
}

void TestCaMapThemes::stylesOfTheProjectAreNotReadAgain()
{
  storeTheme( QStringLiteral( "as it is" ) );
  follow( QStringLiteral( "as it is" ) );
  const QImage before = picture();
  QCOMPARE( before.pixelColor( 35, 35 ), QColor( "blue" ) );
  CaMapThemes::fix( *mLayout );
  QVERIFY( !mMap->followVisibilityPreset() );
  QVERIFY( mMap->layerStyleOverrides().isEmpty() );
  QCOMPARE( picture(), before );
}

void TestCaMapThemes::otherStylesAreKept()
{
  mLeft->styleManager()->addStyleFromLayer( QStringLiteral( "hot" ) );
  mLeft->styleManager()->setCurrentStyle( QStringLiteral( "hot" ) );
  paint( mLeft, QStringLiteral( "red" ) );
  storeTheme( QStringLiteral( "heat" ) );
  mLeft->styleManager()->setCurrentStyle( QStringLiteral( "default" ) );
  follow( QStringLiteral( "heat" ) );
  const QImage before = picture();
  QCOMPARE( before.pixelColor( 35, 35 ), QColor( "red" ) );
  CaMapThemes::fix( *mLayout );
  QCOMPARE( mMap->layerStyleOverrides().keys(), QStringList( mLeft->id() ) );
  QCOMPARE( picture(), before );
}

void TestCaMapThemes::uncheckedSymbolsStayAway()
{
  auto *rules = new QgsRuleBasedRenderer( new QgsFillSymbol( { new QgsSimpleFillSymbolLayer( QColor( "blue" ) ) } ) );
  rules->rootRule()->appendChild( new QgsRuleBasedRenderer::Rule( nullptr, 0, 0, QStringLiteral( "false" ) ) );
  mLeft->setRenderer( rules );
  const QString rule = rules->rootRule()->children().first()->ruleKey();
  rules->checkLegendSymbolItem( rule, false );
  storeTheme( QStringLiteral( "partly" ) );
  rules->checkLegendSymbolItem( rule, true );
  follow( QStringLiteral( "partly" ) );
  const QImage before = picture();
  QCOMPARE( before.pixelColor( 35, 35 ), QColor( "white" ) );
  CaMapThemes::fix( *mLayout );
  QCOMPARE( mMap->layerStyleOverrides().keys(), QStringList( mLeft->id() ) );
  QCOMPARE( picture(), before );
}

void TestCaMapThemes::oneLayerOfTwo()
{
  mProject->layerTreeRoot()->findLayer( mLeft )->setItemVisibilityChecked( false );
  storeTheme( QStringLiteral( "half" ) );
  mProject->layerTreeRoot()->findLayer( mLeft )->setItemVisibilityChecked( true );
  follow( QStringLiteral( "half" ) );
  const QImage before = picture();
  QCOMPARE( before.pixelColor( 35, 35 ), QColor( "white" ) );
  QCOMPARE( before.pixelColor( 85, 35 ), QColor( "green" ) );
  CaMapThemes::fix( *mLayout );
  QVERIFY( !mMap->followVisibilityPreset() );
  QCOMPARE( picture(), before );
}

void TestCaMapThemes::themeWithoutLayersStaysEmpty()
{
  mProject->layerTreeRoot()->findLayer( mLeft )->setItemVisibilityChecked( false );
  mProject->layerTreeRoot()->findLayer( mRight )->setItemVisibilityChecked( false );
  storeTheme( QStringLiteral( "nothing" ) );
  mProject->layerTreeRoot()->findLayer( mLeft )->setItemVisibilityChecked( true );
  follow( QStringLiteral( "nothing" ) );
  const QImage before = picture();
  QCOMPARE( before.pixelColor( 35, 35 ), QColor( "white" ) );
  CaMapThemes::fix( *mLayout );
  QCOMPARE( picture(), before );
}

void TestCaMapThemes::chosenThemeIsStillChosen()
{
  storeTheme( QStringLiteral( "both" ) );
  mProject->layerTreeRoot()->findLayer( mLeft )->setItemVisibilityChecked( false );
  storeTheme( QStringLiteral( "half" ) );
  follow( QStringLiteral( "both" ) );
  const int theme = static_cast<int>( QgsLayoutObject::DataDefinedProperty::MapStylePreset );
  mMap->dataDefinedProperties().setProperty( theme, QgsProperty::fromExpression( QStringLiteral( "'half'" ) ) );
  const QImage before = picture();
  QCOMPARE( before.pixelColor( 35, 35 ), QColor( "white" ) );
  CaMapThemes::fix( *mLayout );
  QVERIFY( mMap->followVisibilityPreset() );
  QCOMPARE( picture(), before );
}

CA_TEST_MAIN( TestCaMapThemes )
#include "testcamapthemes.moc"
