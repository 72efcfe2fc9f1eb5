// SPDX-License-Identifier: GPL-2.0-or-later
#include "cajoincache.h"

#include "casqlite.h"

#include <qgsproviderregistry.h>
#include <qgsvectorlayer.h>
#include <qgsvectorlayerjoinbuffer.h>
#include <qgsvectorlayerjoininfo.h>

#include <utility>

namespace
{

//! What QGIS keeps for heirs of a join.
struct Cache : QgsVectorLayerJoinInfo
{
  static void set( QgsVectorLayerJoinInfo &join, QHash<QString, QgsAttributes> &&attributes )
  {
    join.*( &Cache::cachedAttributes ) = std::move( attributes );
    join.*( &Cache::cacheDirty ) = false;
  }
};

//! The fields of \a table that \a join needs: the key, then what is joined. Empty if one of them has a type not met in figures.
QgsFields fieldsOf( const QgsVectorLayerJoinInfo &join, const QgsVectorLayer *table )
{
  QgsFields fields;
  const QStringList names = QStringList( join.joinFieldName() ) + *join.joinFieldNamesSubset();
  for ( const QString &name : names )
  {
    const int index = table->fields().lookupField( name );
    const QgsField field = index < 0 ? QgsField() : table->fields().at( index );
    switch ( static_cast<QMetaType::Type>( field.type() ) )
    {
      case QMetaType::Double:
      case QMetaType::Int:
      case QMetaType::LongLong:
      case QMetaType::QString:
        fields.append( field );
        break;
      default:
        return QgsFields();
    }
  }
  return fields;
}

QVariant valueOf( const CaSqliteQuery &row, int column, const QVariant &null )
{
  if ( row.isNull( column ) )
    return null;
  switch ( static_cast<QMetaType::Type>( null.type() ) )
  {
    case QMetaType::Double:
      return row.number( column );
    case QMetaType::Int:
      return static_cast<int>( row.integer( column ) );
    case QMetaType::LongLong:
      return row.integer( column );
    default:
      return row.text( column );
  }
}

QString sqlOf( const QgsVectorLayer *table, const QgsFields &fields )
{
  QStringList columns;
  for ( const QgsField &field : fields )
    columns << CaSqlite::quotedName( field.name() );
  const QString name = QgsProviderRegistry::instance()->decodeUri( table->providerType(), table->source() ).value( "layerName" ).toString();
  return QStringLiteral( "SELECT %1 FROM %2 WHERE %3" )
      .arg( columns.join( QLatin1String( ", " ) ), CaSqlite::quotedName( name ), table->subsetString() );
}

} // namespace

void CaJoinCache::renew( QgsVectorLayer *layer, const QVector<QgsVectorLayer *> &tables, CaSqlite &pack )
{
  // Whatever reads the layer at the moment, a map being drawn for one, shared these joins until the tables said that they changed: as QGIS
  // noted that in them, it made them the layer's own. So they may be written to.
  const QgsVectorJoinList &joins = layer->joinBuffer()->vectorJoins();
  for ( const QgsVectorLayerJoinInfo &join : joins )
  {
    if ( tables.contains( join.joinLayer() ) && join.isUsingMemoryCache() && join.joinFieldNamesSubset() )
      fill( const_cast<QgsVectorLayerJoinInfo &>( join ), pack );
  }
}

void CaJoinCache::fill( QgsVectorLayerJoinInfo &join, CaSqlite &pack )
{
  const QgsVectorLayer *table = join.joinLayer();
  const QgsFields fields = fieldsOf( join, table );
  if ( fields.isEmpty() )
    return;
  QVector<QVariant> nulls;
  for ( const QgsField &field : fields )
    nulls << QVariant( static_cast<QVariant::Type>( field.type() ) );
  QHash<QString, QgsAttributes> attributes;
  CaSqliteQuery rows = pack.prepare( sqlOf( table, fields ) );
  while ( rows.next() )
  {
    QgsAttributes joined;
    joined.reserve( fields.size() - 1 );
    for ( int column = 1; column < fields.size(); ++column )
      joined << valueOf( rows, column, nulls.at( column ) );
    attributes.insert( valueOf( rows, 0, nulls.constFirst() ).toString(), joined );
  }
  if ( !rows.failed() )
    Cache::set( join, std::move( attributes ) );
}
