// SPDX-License-Identifier: GPL-2.0-or-later
#include "cabrowserroot.h"

#include "cabrowsergroup.h"
#include "calanguage.h"
#include "calayercatalogue.h"
#include "capack.h"
#include "capaths.h"

#include <qgsdataitem.h>

#include <QMap>

#include <gdal_priv.h>
#include <ogrsf_frmts.h>

namespace
{

constexpr char ROOT_PATH[] = "clusteratlas:";

Qgis::BrowserLayerType layerType( OGRwkbGeometryType type )
{
  switch ( wkbFlatten( type ) )
  {
    case wkbPoint:
    case wkbMultiPoint:
      return Qgis::BrowserLayerType::Point;
    case wkbLineString:
    case wkbMultiLineString:
      return Qgis::BrowserLayerType::Line;
    case wkbPolygon:
    case wkbMultiPolygon:
      return Qgis::BrowserLayerType::Polygon;
    case wkbNone:
      return Qgis::BrowserLayerType::TableLayer;
    default:
      return Qgis::BrowserLayerType::Vector;
  }
}

//! Returns the kinds of the tables in \a fileName, opened so that nothing beside it is made or locked.
QMap<QString, Qgis::BrowserLayerType> layerTypes( const QString &fileName )
{
  QMap<QString, Qgis::BrowserLayerType> types;
  const char *const options[] = { "IMMUTABLE=YES", nullptr };
  const GDALDatasetUniquePtr dataset(
      GDALDataset::Open( fileName.toUtf8().constData(), GDAL_OF_VECTOR | GDAL_OF_READONLY, nullptr, options ) );
  if ( !dataset )
    return types;
  for ( OGRLayer *layer : dataset->GetLayers() )
    types.insert( QString::fromUtf8( layer->GetName() ), layerType( layer->GetGeomType() ) );
  return types;
}

//! Without the year: a layer of the Browser has no project to take one from.
QString titleOf( const CaLayerEntry &entry, const CaPackTable &table, const QString &language )
{
  const QString title = entry.title.value( language );
  return title.contains( QLatin1String( "%1" ) ) ? table.title.value( language ) : title;
}

} // namespace

CaBrowserRoot::CaBrowserRoot()
    : QgsDataCollectionItem( nullptr, tr( "Cluster Atlas" ), QLatin1String( ROOT_PATH ), QStringLiteral( "clusteratlas" ) )
{
  mCapabilities |= Qgis::BrowserItemCapability::Fast;
  setIconName( QStringLiteral( ":/clusteratlas/icons/browser.svg" ) );
  setToolTip( tr( "The shipped layers of Cluster Atlas, for looking at: they are never changed. To edit or to join figures, use “Add "
                  "Cluster Layers…”." ) );
}

QVariant CaBrowserRoot::sortKey() const
{
  return QStringLiteral( "5 clusteratlas" );
}

QVector<QgsDataItem *> CaBrowserRoot::createChildren()
{
  QString error;
  const std::optional<CaPack> pack = CaPack::open( CaPaths::installedPack(), &error );
  const std::optional<CaLayerCatalogue> catalogue = pack ? CaLayerCatalogue::load( &error ) : std::nullopt;
  if ( !catalogue )
    return { new QgsErrorItem( this, error, path() + QStringLiteral( "/error" ) ) };

  const QString language = CaLanguage::ofInterface();
  const QMap<QString, Qgis::BrowserLayerType> types = layerTypes( pack->fileName() );
  QVector<QgsDataItem *> children;
  const QVector<CaGroupEntry> groups = catalogue->groups();
  for ( const CaGroupEntry &group : groups )
  {
    QVector<CaBrowserLayer> layers;
    const QVector<CaLayerEntry> entries = catalogue->layersOf( group.id );
    for ( const CaLayerEntry &entry : entries )
    {
      if ( !types.contains( entry.table ) )
        continue;
      const CaPackTable table = pack->table( entry.table );
      layers << CaBrowserLayer{ entry.id, titleOf( entry, table, language ),
                                CaBrowserLayer::uri( pack->fileName(), entry.table, entry.filter ), types.value( entry.table ),
                                table.abstractText.value( language ) };
    }
    if ( !layers.isEmpty() )
      children << new CaBrowserGroup( this, group.title.value( language ), path() + QLatin1Char( '/' ) + group.id, children.size(),
                                      layers );
  }
  return children;
}
