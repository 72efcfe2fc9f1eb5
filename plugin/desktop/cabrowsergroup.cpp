// SPDX-License-Identifier: GPL-2.0-or-later
#include "cabrowsergroup.h"

#include <qgslayeritem.h>

QString CaBrowserLayer::uri( const QString &fileName, const QString &table, const QString &filter )
{
  // IMMUTABLE: opening neither changes nor locks the file, not even for root. query_only: what is edited cannot be written.
  // A subset must come last.
  QString uri =
      QStringLiteral( "%1|layername=%2|option:IMMUTABLE=YES|option:PRELUDE_STATEMENTS=PRAGMA query_only=1" ).arg( fileName, table );
  if ( !filter.isEmpty() )
    uri += QStringLiteral( "|subset=" ) + filter;
  return uri;
}

CaBrowserGroup::CaBrowserGroup( QgsDataItem *parent, const QString &name, const QString &path, int position,
                                const QVector<CaBrowserLayer> &layers )
    : QgsDataCollectionItem( parent, name, path, QStringLiteral( "clusteratlas" ) )
    , mPosition( position )
    , mLayers( layers )
{
  mCapabilities |= Qgis::BrowserItemCapability::Fast;
}

QVector<QgsDataItem *> CaBrowserGroup::createChildren()
{
  QVector<QgsDataItem *> children;
  for ( const CaBrowserLayer &layer : mLayers )
  {
    QgsLayerItem *item =
        new QgsLayerItem( this, layer.title, path() + QLatin1Char( '/' ) + layer.id, layer.source, layer.type, QStringLiteral( "ogr" ) );
    item->setState( Qgis::BrowserItemState::Populated ); // nothing below it
    item->setToolTip( layer.tip );
    item->setSortKey( children.size() );
    children << item;
  }
  return children;
}
