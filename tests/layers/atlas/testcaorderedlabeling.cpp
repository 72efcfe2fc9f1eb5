// SPDX-License-Identifier: GPL-2.0-or-later
#include "caorderedlabeling.h"
#include "catest.h"

#include <qgslabelingresults.h>
#include <qgsmaprenderercustompainterjob.h>
#include <qgspallabeling.h>
#include <qgsrulebasedlabeling.h>
#include <qgsvectorlayer.h>
#include <qgsvectorlayerlabeling.h>
#include <qgsvectorlayerlabelprovider.h>

#include <QPainter>
#include <QRandomGenerator>

#include <memory>
#include <vector>

//! Names of equal right to a place are placed in the same way, however memory is laid out.
class TestCaOrderedLabeling : public QObject
{
  Q_OBJECT

private slots:
  void init();
  void cleanup() { mLayers.clear(); }
  void crowdedNamesAreAlwaysPlacedAlike();
  void rulesSayWhatTheySaid();
  void labelsOfOneKindSayWhatTheySaid();
  void moreProvidersThanPlaces();

private:
  static QgsPalLayerSettings settingsOf( const QString &expression );
  static QgsRuleBasedLabeling *rules( int layer );
  static void order( QgsVectorLayer *layer );
  //! The names on a map of all layers, and where they are.
  QStringList placedNames() const;

  std::vector<std::unique_ptr<QgsVectorLayer>> mLayers;
};

QgsPalLayerSettings TestCaOrderedLabeling::settingsOf( const QString &expression )
{
  QgsPalLayerSettings settings;
  settings.fieldName = expression;
  settings.isExpression = true;
  return settings;
}

QgsRuleBasedLabeling *TestCaOrderedLabeling::rules( int layer )
{
  auto *root = new QgsRuleBasedLabeling::Rule( nullptr );
  for ( int rule = 0; rule < 3; ++rule )
  {
    const QString expression = QStringLiteral( "'layer %1 rule %2'" ).arg( layer ).arg( rule );
    root->appendChild( new QgsRuleBasedLabeling::Rule( new QgsPalLayerSettings( settingsOf( expression ) ), 0, 0,
                                                       QStringLiteral( "$id%3=%1" ).arg( rule ), expression ) );
  }
  return new QgsRuleBasedLabeling( root );
}

//! Seven layers of points, those of one layer at the places of those of the others, and more names than there is room for.
void TestCaOrderedLabeling::init()
{
  for ( int number = 0; number < 7; ++number )
  {
    auto layer =
        std::make_unique<QgsVectorLayer>( QStringLiteral( "Point?crs=EPSG:3857" ), QString::number( number ), QStringLiteral( "memory" ) );
    QgsFeatureList features;
    for ( int i = 0; i < 12; ++i )
    {
      QgsFeature feature;
      feature.setGeometry( QgsGeometry::fromPointXY( QgsPointXY( 150 + 200 * ( i % 4 ), 150 + 100 * ( i / 4 ) ) ) );
      features.append( feature );
    }
    layer->dataProvider()->addFeatures( features );
    if ( number == 0 )
      layer->setLabeling( new QgsVectorLayerSimpleLabeling( settingsOf( QStringLiteral( "'plain ' || $id" ) ) ) );
    else
      layer->setLabeling( rules( number ) );
    layer->setLabelsEnabled( true );
    mLayers.push_back( std::move( layer ) );
  }
}

void TestCaOrderedLabeling::order( QgsVectorLayer *layer )
{
  layer->setLabeling( CaOrderedLabeling::copyOf( *layer->labeling() ).release() );
}

QStringList TestCaOrderedLabeling::placedNames() const
{
  QList<QgsMapLayer *> layers;
  for ( const std::unique_ptr<QgsVectorLayer> &layer : mLayers )
    layers.append( layer.get() );
  QgsMapSettings map;
  map.setLayers( layers );
  map.setDestinationCrs( layers.first()->crs() );
  map.setExtent( QgsRectangle( 0, 0, 900, 500 ) );
  map.setOutputSize( QSize( 900, 500 ) );
  QImage image( map.outputSize(), QImage::Format_ARGB32 );
  QPainter painter( &image );
  QgsMapRendererCustomPainterJob job( map, &painter );
  job.renderSynchronously();
  const std::unique_ptr<QgsLabelingResults> results( job.takeLabelingResults() );
  QStringList names;
  for ( const QgsLabelPosition &label : results->labelsWithinRect( map.extent() ) )
    names.append( label.labelText + QLatin1Char( ' ' ) + label.labelRect.toString( 3 ) );
  names.sort();
  return names;
}

void TestCaOrderedLabeling::crowdedNamesAreAlwaysPlacedAlike()
{
  for ( const std::unique_ptr<QgsVectorLayer> &layer : mLayers )
    order( layer.get() );
  const QStringList first = placedNames();
  QVERIFY2( first.size() >= 12, "each place has a name" );
  QVERIFY2( first.size() < 12 * static_cast<int>( mLayers.size() ), "and not all names have one" );
  std::vector<std::vector<char>> heap;
  for ( int run = 0; run < 30; ++run )
  {
    // Others use memory as well.
    for ( int i = 0; i < 200; ++i )
      heap.emplace_back( QRandomGenerator::global()->bounded( 16, 5000 ) );
    for ( int i = 0; i < 100; ++i )
      heap[QRandomGenerator::global()->bounded( static_cast<int>( heap.size() ) )] = {};
    QCOMPARE( placedNames(), first );
  }
}

void TestCaOrderedLabeling::rulesSayWhatTheySaid()
{
  const std::unique_ptr<QgsAbstractVectorLayerLabeling> copy = CaOrderedLabeling::copyOf( *mLayers.back()->labeling() );
  QCOMPARE( copy->type(), QStringLiteral( "rule-based" ) );
  QStringList expressions;
  for ( const QString &rule : copy->subProviders() )
    expressions.append( copy->settings( rule ).fieldName );
  QCOMPARE( expressions, QStringList( { "'layer 6 rule 0'", "'layer 6 rule 1'", "'layer 6 rule 2'" } ) );
}

void TestCaOrderedLabeling::labelsOfOneKindSayWhatTheySaid()
{
  const std::unique_ptr<QgsAbstractVectorLayerLabeling> copy = CaOrderedLabeling::copyOf( *mLayers.front()->labeling() );
  QCOMPARE( copy->type(), QStringLiteral( "simple" ) );
  QCOMPARE( copy->settings().fieldName, QStringLiteral( "'plain ' || $id" ) );
}

void TestCaOrderedLabeling::moreProvidersThanPlaces()
{
  order( mLayers.front().get() );
  std::vector<std::unique_ptr<QgsVectorLayerLabelProvider>> providers;
  for ( int i = 0; i < 300; ++i )
    providers.emplace_back( mLayers.front()->labeling()->provider( mLayers.front().get() ) );
  QCOMPARE( providers.back()->settings().fieldName, QStringLiteral( "'plain ' || $id" ) );
  // Places are found again when they are given back, from the first.
  const QgsVectorLayerLabelProvider *third = providers[2].get();
  providers[2].reset();
  providers[2].reset( mLayers.front()->labeling()->provider( mLayers.front().get() ) );
  QCOMPARE( providers[2].get(), third );
}

CA_TEST_MAIN( TestCaOrderedLabeling )
#include "testcaorderedlabeling.moc"
