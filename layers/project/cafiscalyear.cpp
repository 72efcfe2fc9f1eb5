// SPDX-License-Identifier: GPL-2.0-or-later
#include "cafiscalyear.h"

#include "cajoincache.h"
#include "calayerproperties.h"
#include "capack.h"
#include "casqlite.h"

#include <qgsexpressioncontextutils.h>
#include <qgsproject.h>
#include <qgsproviderregistry.h>
#include <qgsvectorlayer.h>
#include <qgsvectorlayerjoininfo.h>

#include <algorithm>
#include <memory>

namespace
{
QString variable()
{
  return QStringLiteral( "ca_fiscal_year" );
}

QVector<QgsVectorLayer *> vectorLayers( const QgsProject *project )
{
  return project->layers<QgsVectorLayer *>();
}

bool isOfFiscalYear( const QgsVectorLayer *layer )
{
  return layer->customPropertyKeys().contains( CaLayerProperties::filter() );
}

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
  return std::any_of( joins.constBegin(), joins.constEnd(),
                      [&joined]( const QgsVectorLayerJoinInfo &join ) { return joined.contains( join.joinLayer() ); } );
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

QString packFileOf( const QgsVectorLayer *layer )
{
  return layer->source().section( QLatin1Char( '|' ), 0, 0 );
}

/**
 * Returns a sentence if the pack \a packFile, whose connection is \a database, has no figures of \a year, or cannot be read. The pack is
 * only opened as a whole, and checked, which takes a second if it holds many statistics, when there is something to complain of.
 */
QString yearError( const QString &packFile, std::optional<CaSqlite> &database, int year )
{
  if ( database )
  {
    CaSqliteQuery known = database->prepare(
        QStringLiteral( "SELECT EXISTS (SELECT 1 FROM figures WHERE fiscal_year = ?1) OR EXISTS (SELECT 1 FROM participation WHERE "
                        "fiscal_year = ?1) OR EXISTS (SELECT 1 FROM budget WHERE fiscal_year = ?1)" ) );
    if ( known.bind( 0, year ).next() && known.integer( 0 ) != 0 )
      return QString();
  }
  QString error;
  const std::optional<CaPack> pack = CaPack::open( packFile, &error );
  return pack ? pack->fiscalYearError( year ) : error;
}

/**
 * Returns the largest number of firms that a project has in any year, at least LEAST_SCALE: what the largest circle on a map stands for,
 * the same for all years.
 */
double mostFirms( CaSqlite &database )
{
  constexpr double LEAST_SCALE = 500;
  // By the codes of the projects, which have an index: the whole table of figures may be large.
  CaSqliteQuery most = database.prepare(
      QStringLiteral( "SELECT max(f.firms) FROM projects p CROSS JOIN figures f ON f.owner_code = p.code AND f.owner_kind = 'project'" ) );
  return most.next() && !most.isNull( 0 ) ? std::max( LEAST_SCALE, most.number( 0 ) ) : LEAST_SCALE;
}

} // namespace

int CaFiscalYear::of( const QgsProject *project )
{
  const std::unique_ptr<QgsExpressionContextScope> scope( QgsExpressionContextUtils::projectScope( project ) );
  return scope->variable( variable() ).toInt();
}

QVector<int> CaFiscalYear::available( const QgsProject *project )
{
  const QVector<QgsVectorLayer *> layers = layersOfFiscalYear( project );
  QVector<int> years;
  QString error;
  if ( std::optional<CaSqlite> database =
           layers.isEmpty() ? std::nullopt : CaSqlite::open( packFileOf( layers.constFirst() ), CaSqlite::Access::ReadOnly, &error ) )
  {
    CaSqliteQuery known = database->prepare( QStringLiteral( "SELECT fiscal_year FROM fiscal_years ORDER BY fiscal_year" ) );
    while ( known.next() )
      years << static_cast<int>( known.integer( 0 ) );
  }
  return years;
}

bool CaFiscalYear::filterLayer( QgsVectorLayer *layer, const QString &filter, int year )
{
  const QString byYear = QStringLiteral( "\"fiscal_year\"=%1" ).arg( year );
  const QString subset = filter.isEmpty() ? byYear : QStringLiteral( "(%1) AND %2" ).arg( filter, byYear );
  // Opened anew with the filter in its source: setSubsetString() opens a GeoPackage for writing, changes its journal mode, and
  // other layers of the file could then no longer be read (seen in QGIS 3.22).
  QVariantMap source = QgsProviderRegistry::instance()->decodeUri( layer->providerType(), layer->source() );
  source.insert( QStringLiteral( "subset" ), subset );
  layer->setDataSource( QgsProviderRegistry::instance()->encodeUri( layer->providerType(), source ), layer->name(), layer->providerType(),
                        QgsDataProvider::ProviderOptions() );
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
  const QString packFile = packFileOf( yearLayers.constFirst() );
  std::optional<CaSqlite> database = CaSqlite::open( packFile, CaSqlite::Access::ReadOnly, error );
  *error = yearError( packFile, database, year );
  if ( !error->isEmpty() )
    return false;

  const int oldYear = of( project );
  QString refusedBy;
  if ( !filterLayers( yearLayers, year, &refusedBy ) )
  {
    filterLayers( yearLayers, oldYear, &refusedBy );
    *error = tr( "The layer “%1” cannot be filtered to fiscal year %2, so nothing was changed. Stop editing it, or see that its file can "
                 "be read." )
                 .arg( refusedBy )
                 .arg( year );
    return false;
  }

  // The memory cache of a join does not follow the filter of the joined layer (seen in QGIS 3.22: values of the old year stayed), but it
  // is filled again after an edit of that layer.
  for ( QgsVectorLayer *layer : yearLayers )
    emit layer->layerModified();
  const QVector<QgsVectorLayer *> layers = vectorLayers( project );
  for ( QgsVectorLayer *layer : layers )
  {
    if ( joinsAnyOf( layer, yearLayers ) )
    {
      if ( database )
        CaJoinCache::renew( layer, yearLayers, *database );
      if ( layer->customPropertyKeys().contains( CaLayerProperties::joinTable() ) )
        layer->setCustomProperty( CaLayerProperties::joinYear(), year );
      layer->triggerRepaint();
    }
    renameForYear( layer, oldYear, year );
  }
  QgsExpressionContextUtils::setProjectVariable( project, variable(), year );
  if ( database )
    QgsExpressionContextUtils::setProjectVariable( project, QStringLiteral( "ca_most_firms" ), mostFirms( *database ) );
  return true;
}
