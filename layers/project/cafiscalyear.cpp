// SPDX-License-Identifier: GPL-2.0-or-later
#include "cafiscalyear.h"

#include "calayerproperties.h"
#include "capack.h"

#include <qgsexpressioncontextutils.h>
#include <qgsproject.h>
#include <qgsproviderregistry.h>
#include <qgsvectorlayer.h>
#include <qgsvectorlayerjoininfo.h>

#include <algorithm>
#include <memory>

namespace
{
QString variable() { return QStringLiteral( "ca_fiscal_year" ); }

//! Returns a join like \a join without its memory cache, which a copy would take along.
QgsVectorLayerJoinInfo withoutCache( const QgsVectorLayerJoinInfo &join )
{
  QgsVectorLayerJoinInfo fresh;
  fresh.setJoinLayer( join.joinLayer() );
  fresh.setJoinFieldName( join.joinFieldName() );
  fresh.setTargetFieldName( join.targetFieldName() );
  fresh.setPrefix( join.prefix() );
  fresh.setUsingMemoryCache( join.isUsingMemoryCache() );
  fresh.setDynamicFormEnabled( join.isDynamicFormEnabled() );
  fresh.setEditable( join.isEditable() );
  fresh.setUpsertOnEdit( join.hasUpsertOnEdit() );
  fresh.setCascadedDelete( join.hasCascadedDelete() );
  fresh.setJoinFieldNamesBlockList( join.joinFieldNamesBlockList() );
  if ( join.joinFieldNamesSubset() )
    fresh.setJoinFieldNamesSubset( new QStringList( *join.joinFieldNamesSubset() ) ); // taken over
  return fresh;
}

/**
 * Takes the joins off and puts them on again: the memory cache of a join does not follow a change of the joined
 * layer's filter (seen in QGIS 3.22: values of the old year stayed).
 */
void renewJoins( QgsVectorLayer *layer )
{
  QVector<QgsVectorLayerJoinInfo> fresh;
  const QList<QgsVectorLayerJoinInfo> joins = layer->vectorJoins();
  for ( const QgsVectorLayerJoinInfo &join : joins )
    fresh << withoutCache( join );
  for ( const QgsVectorLayerJoinInfo &join : std::as_const( fresh ) )
    layer->removeJoin( join.joinLayerId() );
  for ( const QgsVectorLayerJoinInfo &join : std::as_const( fresh ) )
    layer->addJoin( join );
}

QVector<QgsVectorLayer *> vectorLayers( const QgsProject *project ) { return project->layers<QgsVectorLayer *>(); }

bool isOfFiscalYear( const QgsVectorLayer *layer ) { return layer->customPropertyKeys().contains( CaLayerProperties::filter() ); }

QVector<QgsVectorLayer *> layersOfFiscalYear( const QgsProject *project )
{
  QVector<QgsVectorLayer *> found;
  const QVector<QgsVectorLayer *> layers = vectorLayers( project );
  for ( QgsVectorLayer *layer : layers )
  {
    if ( isOfFiscalYear( layer ) )
      found << layer;
  }
  return found;
}

bool joinsAnyOf( const QgsVectorLayer *layer, const QVector<QgsVectorLayer *> &joined )
{
  const QList<QgsVectorLayerJoinInfo> joins = layer->vectorJoins();
  return std::any_of( joins.constBegin(), joins.constEnd(), [&joined]( const QgsVectorLayerJoinInfo &join ) { return joined.contains( join.joinLayer() ); } );
}

//! Gives \a layer the name of \a newYear, unless the user has given it another.
void renameForYear( QgsVectorLayer *layer, int oldYear, int newYear )
{
  const QString title = layer->customProperty( CaLayerProperties::titleTemplate() ).toString();
  if ( title.contains( QLatin1String( "%1" ) ) && layer->name() == title.arg( oldYear ) )
    layer->setName( title.arg( newYear ) );
}

bool filterLayers( const QVector<QgsVectorLayer *> &layers, int year, QString *refusedBy )
{
  for ( QgsVectorLayer *layer : layers )
  {
    if ( CaFiscalYear::filterLayer( layer, layer->customProperty( CaLayerProperties::filter() ).toString(), year ) )
      continue;
    *refusedBy = layer->name();
    return false;
  }
  return true;
}

//! Returns the data pack behind \a layer.
std::optional<CaPack> packOf( const QgsVectorLayer *layer, QString *error )
{
  return CaPack::open( layer->source().section( QLatin1Char( '|' ), 0, 0 ), error );
}

} // namespace

int CaFiscalYear::of( const QgsProject *project ) { 
  const std::unique_ptr<QgsExpressionContextScope> scope( QgsExpressionContextUtils::projectScope( project ) );
  return scope->variable( variable() ).toInt();
 }

QVector<int> CaFiscalYear::available( const QgsProject *project )
{
  const QVector<QgsVectorLayer *> layers = layersOfFiscalYear( project );
  QString error;
  const std::optional<CaPack> pack = layers.isEmpty() ? std::nullopt : packOf( layers.constFirst(), &error );
  return pack ? pack->fiscalYears() : QVector<int>();
}

bool CaFiscalYear::filterLayer( QgsVectorLayer *layer, const QString &filter, int year )
{
  const QString byYear = QStringLiteral( "\"fiscal_year\"=%1" ).arg( year );
  const QString subset = filter.isEmpty() ? byYear : QStringLiteral( "(%1) AND %2" ).arg( filter, byYear );
  // Opened anew with the filter in its source: setSubsetString() opens a GeoPackage for writing, changes its journal mode, and
  // other layers of the file could then no longer be read (seen in QGIS 3.22).
  QVariantMap source = QgsProviderRegistry::instance()->decodeUri( layer->providerType(), layer->source() );
  source.insert( QStringLiteral( "subset" ), subset );
  layer->setDataSource( QgsProviderRegistry::instance()->encodeUri( layer->providerType(), source ), layer->name(), layer->providerType(), QgsDataProvider::ProviderOptions() );
  return layer->isValid() && layer->subsetString() == subset;
}

bool CaFiscalYear::set( QgsProject *project, int year, QString *error )
{
  const QVector<QgsVectorLayer *> yearLayers = layersOfFiscalYear( project );
  if ( yearLayers.isEmpty() )
  {
    *error = tr( "The project has no layers with figures of Cluster Atlas. Add them with “Add cluster layers…” first." );
    return false;
  }
  const std::optional<CaPack> pack = packOf( yearLayers.constFirst(), error );
  if ( !pack )
    return false;
  *error = pack->fiscalYearError( year );
  if ( !error->isEmpty() )
    return false;

  const int oldYear = of( project );
  QString refusedBy;
  if ( !filterLayers( yearLayers, year, &refusedBy ) )
  {
    filterLayers( yearLayers, oldYear, &refusedBy );
    *error = tr( "The layer “%1” cannot be filtered to fiscal year %2, so nothing was changed. Stop editing it, or see that its file can be read." ).arg( refusedBy ).arg( year );
    return false;
  }

  const QVector<QgsVectorLayer *> layers = vectorLayers( project );
  for ( QgsVectorLayer *layer : layers )
  {
    if ( joinsAnyOf( layer, yearLayers ) )
    {
      renewJoins( layer );
      layer->triggerRepaint();
    }
    renameForYear( layer, oldYear, year );
  }
  QgsExpressionContextUtils::setProjectVariable( project, variable(), year );
  return true;
}
