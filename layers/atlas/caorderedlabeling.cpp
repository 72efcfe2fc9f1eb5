// SPDX-License-Identifier: GPL-2.0-or-later
#include "caorderedlabeling.h"

#include <qgspallabeling.h>
#include <qgsrulebasedlabeling.h>
#include <qgsvectorlayerlabeling.h>
#include <qgsvectorlayerlabelprovider.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <mutex>
#include <new>

namespace
{

/**
 * Memory for providers, for each the first place that is free: those of a map then lie at the same distances in each run. More than there
 * are places for lie anywhere. Any thread.
 */
class ProviderPlaces
{
public:
  static void *take( std::size_t size )
  {
    const std::lock_guard<std::mutex> lock( sMutex );
    const auto free = std::find( sTaken.begin(), sTaken.end(), false );
    if ( size > PLACE_SIZE || free == sTaken.end() )
      return ::operator new( size );
    *free = true;
    return sPlaces[free - sTaken.begin()].bytes;
  }

  static void giveBack( void *memory )
  {
    const std::lock_guard<std::mutex> lock( sMutex );
    const auto place = std::find_if( sPlaces.begin(), sPlaces.end(), [memory]( const Place &place ) { return place.bytes == memory; } );
    if ( place == sPlaces.end() )
      ::operator delete( memory );
    else
      sTaken[place - sPlaces.begin()] = false;
  }

private:
  static constexpr std::size_t PLACE_SIZE = std::max( sizeof( QgsRuleBasedLabelProvider ), sizeof( QgsVectorLayerLabelProvider ) );
  static constexpr std::size_t PLACES = 128; // maps of ours have up to thirty
  struct Place
  {
    alignas( std::max_align_t ) std::byte bytes[PLACE_SIZE];
  };

  static std::mutex sMutex;
  static std::array<bool, PLACES> sTaken;
  static std::array<Place, PLACES> sPlaces;
};

std::mutex ProviderPlaces::sMutex;
std::array<bool, ProviderPlaces::PLACES> ProviderPlaces::sTaken = {};
std::array<ProviderPlaces::Place, ProviderPlaces::PLACES> ProviderPlaces::sPlaces;

//! A \a Provider that lies in one of the places. QGIS deletes it.
template <class Provider>
class Placed : public Provider
{
public:
  using Provider::Provider;

  static void *operator new( std::size_t size ) { return ProviderPlaces::take( size ); }
  static void operator delete( void *memory ) { ProviderPlaces::giveBack( memory ); }
};

class RulesProvider : public Placed<QgsRuleBasedLabelProvider>
{
public:
  RulesProvider( const QgsRuleBasedLabeling &rules, QgsVectorLayer *layer )
      : Placed( rules, layer, false )
  {
    // Those which QGIS has made already lie anywhere.
    for ( QgsRuleBasedLabeling::Rule *rule : mRules->rootRule()->descendants() )
    {
      if ( !mSubProviders.contains( rule ) )
        continue;
      delete mSubProviders.value( rule );
      mSubProviders.insert( rule, new Placed<QgsVectorLayerLabelProvider>( layer, rule->ruleKey(), false, rule->settings() ) );
    }
  }

  QList<QgsAbstractLabelProvider *> subProviders() override
  {
    QList<QgsAbstractLabelProvider *> ordered;
    for ( QgsRuleBasedLabeling::Rule *rule : mRules->rootRule()->descendants() )
    {
      if ( mSubProviders.contains( rule ) )
        ordered.append( mSubProviders.value( rule ) );
    }
    return ordered;
  }
};

class OrderedRules : public QgsRuleBasedLabeling
{
public:
  //! Takes ownership of \a rootRule.
  explicit OrderedRules( Rule *rootRule )
      : QgsRuleBasedLabeling( rootRule )
  {
  }

  OrderedRules *clone() const override { return new OrderedRules( rootRule()->clone() ); }
  QgsVectorLayerLabelProvider *provider( QgsVectorLayer *layer ) const override { return new RulesProvider( *this, layer ); }
};

class OrderedLabels : public QgsVectorLayerSimpleLabeling
{
public:
  using QgsVectorLayerSimpleLabeling::QgsVectorLayerSimpleLabeling;

  OrderedLabels *clone() const override { return new OrderedLabels( settings() ); }
  QgsVectorLayerLabelProvider *provider( QgsVectorLayer *layer ) const override
  {
    const QgsPalLayerSettings copied = settings();
    return new Placed<QgsVectorLayerLabelProvider>( layer, QString(), false, &copied );
  }
};

} // namespace

std::unique_ptr<QgsAbstractVectorLayerLabeling> CaOrderedLabeling::copyOf( const QgsAbstractVectorLayerLabeling &labeling )
{
  if ( const auto *rules = dynamic_cast<const QgsRuleBasedLabeling *>( &labeling ) )
    return std::make_unique<OrderedRules>( rules->rootRule()->clone() );
  if ( const auto *labels = dynamic_cast<const QgsVectorLayerSimpleLabeling *>( &labeling ) )
    return std::make_unique<OrderedLabels>( labels->settings() );
  return std::unique_ptr<QgsAbstractVectorLayerLabeling>( labeling.clone() );
}
