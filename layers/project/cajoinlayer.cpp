// SPDX-License-Identifier: GPL-2.0-or-later
#include "cajoinlayer.h"

#include "cafiscalyear.h"
#include "calayerproperties.h"
#include "castatisticsstore.h"

#include <qgslayertree.h>
#include <qgslayertreegroup.h>
#include <qgslayertreelayer.h>
#include <qgsproject.h>
#include <qgsvectorlayer.h>
#include <qgsvectorlayerjoinbuffer.h>
#include <qgsvectorlayerjoininfo.h>

#include <QCryptographicHash>

#include <algorithm>
#include <memory>

namespace
{

//! Returns the SQLite type for keys of \a field, empty for types that are no codes or names.
QString keyType( const QgsField &field )
{
  switch ( static_cast<QMetaType::Type>( field.type() ) )
  {
    case QMetaType::Int:
    case QMetaType::UInt:
    case QMetaType::LongLong:
    case QMetaType::ULongLong:
      return QStringLiteral( "INTEGER" );
    case QMetaType::Double:
      return QStringLiteral( "REAL" );
    case QMetaType::QString:
      return QStringLiteral( "TEXT" );
    default:
      return QString();
  }
}

//! A name for the table of \a layer: the same whenever it is joined again, another for every other layer.
QString tableName( const QgsVectorLayer *layer )
{
  const QByteArray hash = QCryptographicHash::hash( layer->id().toUtf8(), QCryptographicHash::Sha256 ).toHex();
  return QStringLiteral( "join_%1" ).arg( QString::fromLatin1( hash.left( 12 ) ) );
}

QString sourceOf( const QString &packFile, const QString &table )
{
  return QStringLiteral( "%1|layername=%2" ).arg( packFile, table );
}

//! The columns of `figures` that are joined.
QStringList joinedColumns( const QStringList &metrics, CaJoinLayer::Columns which )
{
  if ( which == CaJoinLayer::Columns::Values )
    return metrics;
  QStringList columns{ QStringLiteral( "owner_code" ), QStringLiteral( "fiscal_year" ) };
  for ( const QString &metric : metrics )
    columns << metric << metric + QLatin1String( "_qualifier" ) << metric + QLatin1String( "_flag" ) << metric + QLatin1String( "_source" );
  return columns;
}

//! Drops all that a join to \a table has in the pack.
QString dropSql( const QString &table )
{
  return QStringLiteral( "DROP VIEW IF EXISTS %1; DROP TABLE IF EXISTS %1_keys; DROP INDEX IF EXISTS %1_values; "
                         "DELETE FROM gpkg_contents WHERE table_name IN ('%1', '%1_keys'); " )
      .arg( table );
}

QgsVectorLayer *tableLayer( const QgsProject *project, const QgsVectorLayer *layer )
{
  return project->mapLayer<QgsVectorLayer *>( layer->customProperty( CaLayerProperties::joinTable() ).toString() );
}

//! Returns a field of \a layer that has the name of one to be joined; empty if there is none.
QString clash( const QgsVectorLayer *layer, const QgsVectorLayer *oldTable, const QStringList &columns, const QString &prefix )
{
  const QgsFields fields = layer->fields();
  for ( const QString &column : columns )
  {
    const int index = fields.lookupField( prefix + column );
    if ( index < 0 )
      continue;
    int sourceField = -1;
    const QgsVectorLayerJoinInfo *join = layer->joinBuffer()->joinForFieldIndex( index, fields, sourceField );
    if ( !join || !oldTable || join->joinLayerId() != oldTable->id() )
      return fields.at( index ).name();
  }
  return QString();
}

} // namespace

QgsVectorLayer *CaJoinLayer::add( QgsProject *project, QgsVectorLayer *layer, const CaJoin &join, const QString &packFile,
                                  const QString &prefix, QString *error, Columns columns )
{
  const CaJoinRequest &request = join.request();
  const int keyField = layer->fields().lookupField( request.keyField );
  const QString type = keyField < 0 ? QString() : keyType( layer->fields().at( keyField ) );
  if ( type.isEmpty() )
  {
    *error = tr( "The field “%1” of “%2” holds neither texts nor numbers: choose a field with codes or names." )
                 .arg( request.keyField, layer->name() );
    return nullptr;
  }
  const QgsVectorLayer *oldTable = tableLayer( project, layer );
  const QString taken = clash( layer, oldTable, joinedColumns( request.metrics, columns ), prefix );
  if ( !taken.isEmpty() )
  {
    *error = tr( "The layer “%1” has a field “%2” already: choose another prefix than “%3”." ).arg( layer->name(), taken, prefix );
    return nullptr;
  }
  const QString table = tableName( layer );
  {
    const std::unique_ptr<CaStatisticsStore> store = CaStatisticsStore::open( packFile, error );
    if ( !store || !store->ensureColumns( request.metrics, error ) || !writeTable( *store, table, type, join, columns, error ) )
      return nullptr;
  }
  if ( oldTable )
    project->removeMapLayer( oldTable->id() ); // its join goes with it
  QgsVectorLayer *tableLayer = addTableLayer( project, layer, sourceOf( packFile, table ), request.fiscalYear );
  if ( !tableLayer )
  {
    *error = tr( "The table “%1” of the data pack %2 cannot be read. Take a fresh copy of the pack." ).arg( table, packFile );
    return nullptr;
  }

  QgsVectorLayerJoinInfo info;
  info.setTargetFieldName( request.keyField );
  info.setJoinFieldName( QStringLiteral( "join_key" ) );
  info.setPrefix( prefix );
  info.setUsingMemoryCache( true );
  // All columns, said one by one: QGIS 3.22 takes many times longer to fill the cache of a join that does not say which.
  info.setJoinFieldNamesSubset( new QStringList( joinedColumns( request.metrics, columns ) ) ); // taken over
  layer->setCustomProperty( CaLayerProperties::joinSource(), sourceOf( packFile, table ) );
  layer->setCustomProperty( CaLayerProperties::joinYear(), request.fiscalYear );
  joinTableLayer( layer, tableLayer, info );
  nameLayer( layer, join.report().legendNote() );
  layer->triggerRepaint();
  return tableLayer;
}

void CaJoinLayer::joinTableLayer( QgsVectorLayer *layer, QgsVectorLayer *tableLayer, QgsVectorLayerJoinInfo info )
{
  info.setJoinLayer( tableLayer );
  layer->addJoin( info );
  layer->setCustomProperty( CaLayerProperties::joinTable(), tableLayer->id() );
}

void CaJoinLayer::complete( QgsProject *project )
{
  const QVector<QgsVectorLayer *> layers = project->layers<QgsVectorLayer *>();
  for ( QgsVectorLayer *layer : layers )
  {
    const QString tableId = layer->customProperty( CaLayerProperties::joinTable() ).toString();
    const QList<QgsVectorLayerJoinInfo> joins = layer->vectorJoins();
    const auto lost =
        std::find_if( joins.constBegin(), joins.constEnd(),
                      [&tableId]( const QgsVectorLayerJoinInfo &join ) { return !join.joinLayer() && join.joinLayerId() == tableId; } );
    if ( tableId.isEmpty() || lost == joins.constEnd() )
      continue;
    const QString embeddedFrom = project->layerIsEmbedded( layer->id() );
    QList<QDomNode> broken;
    if ( embeddedFrom.isEmpty() )
      addTableAgain( project, layer, *lost );
    else if ( project->mapLayer( tableId ) || project->createEmbeddedLayer( tableId, embeddedFrom, broken ) )
      layer->resolveReferences( project );
  }
}

void CaJoinLayer::addTableAgain( QgsProject *project, QgsVectorLayer *layer, const QgsVectorLayerJoinInfo &lost )
{
  const QString source = layer->customProperty( CaLayerProperties::joinSource() ).toString();
  const int year = layer->customProperty( CaLayerProperties::joinYear() ).toInt();
  QgsVectorLayer *tableLayer = addTableLayer( project, layer, source, year );
  if ( !tableLayer )
    return;
  layer->removeJoin( lost.joinLayerId() );
  joinTableLayer( layer, tableLayer, lost );
  layer->triggerRepaint();
}

bool CaJoinLayer::writeTable( CaStatisticsStore &store, const QString &table, const QString &keyType, const CaJoin &join, Columns which,
                              QString *error )
{
  CaSqlite &database = store.database();
  const QString keys = table + QLatin1String( "_keys" );
  QStringList columns;
  const QStringList joined = joinedColumns( join.request().metrics, which );
  for ( const QString &column : joined )
    columns << CaSqlite::quotedName( column );
  QString index, indexed;
  if ( which == Columns::Values )
  {
    // Values alone are read from an index that holds them. SQLite keeps it with every import, but would rather read the wide rows of the
    // table unless told.
    columns.prepend( QStringLiteral( "fiscal_year" ) ); // not joined, but filtered by
    index = QStringLiteral( "CREATE INDEX %1_values ON figures (owner_code, %2); " ).arg( table, columns.join( QLatin1String( ", " ) ) );
    indexed = QStringLiteral( "INDEXED BY %1_values" ).arg( table );
  }

  CaSqliteTransaction transaction( database );
  // Plain columns only: of anything else QGIS would not know the type. CROSS JOIN, for SQLite: keys first, then their figures by the index.
  const QString sql =
      dropSql( table ) +
      QStringLiteral(
          "CREATE TABLE %2 (fid INTEGER PRIMARY KEY NOT NULL, join_key %3 UNIQUE NOT NULL, owner_kind TEXT, owner_code TEXT, problem "
          "TEXT); %5"
          "CREATE VIEW %1 AS SELECT k.join_key AS join_key, f.%4 FROM %2 k CROSS JOIN figures f %6 ON f.owner_code = k.owner_code; "
          "INSERT INTO gpkg_contents (table_name, data_type, identifier) VALUES ('%1', 'attributes', '%1'), ('%2', 'attributes', '%2')" )
          .arg( table, keys, keyType, columns.join( QLatin1String( ", f." ) ), index, indexed );
  if ( !transaction.begin( error ) || !database.execute( sql, error ) )
    return false;
  CaSqliteQuery insert =
      database.prepare( QStringLiteral( "INSERT INTO %1 (join_key, owner_kind, owner_code, problem) VALUES (?, ?, ?, ?)" ).arg( keys ) );
  const QVector<CaJoinKey> &joinKeys = join.keys();
  for ( const CaJoinKey &key : joinKeys )
  {
    if ( keyType == QLatin1String( "INTEGER" ) )
      insert.bind( 0, key.raw.toLongLong() );
    else if ( keyType == QLatin1String( "REAL" ) )
      insert.bind( 0, key.raw.toDouble() );
    else
      insert.bind( 0, key.raw.toString() );
    insert.bindNull( 1 ).bindNull( 2 ).bindNull( 3 );
    if ( key.owner.ok() )
      insert.bind( 1, key.owner.kind ).bind( 2, key.owner.code );
    else
      insert.bind( 3, key.owner.problem );
    if ( !insert.run() )
    {
      *error = database.lastError();
      return false;
    }
  }
  return transaction.commit( error );
}

QgsVectorLayer *CaJoinLayer::addTableLayer( QgsProject *project, const QgsVectorLayer *layer, const QString &source, int fiscalYear )
{
  QgsVectorLayer::LayerOptions options;
  options.loadDefaultStyle = false;
  auto made = std::make_unique<QgsVectorLayer>( source, QString(), QStringLiteral( "ogr" ), options );
  if ( !made->isValid() || !CaFiscalYear::filterLayer( made.get(), QString(), fiscalYear ) )
    return nullptr;
  // The year goes in later, and only there.
  const QString title =
      tr( "Figures joined to “%1” (FY%2)" ).arg( layer->name().replace( QLatin1Char( '%' ), QChar( 0xff05 ) ), QStringLiteral( "%1" ) );
  made->setCustomProperty( CaLayerProperties::filter(), QString() );
  made->setCustomProperty( CaLayerProperties::titleTemplate(), title );
  made->setName( title.arg( fiscalYear ) );
  made->setReadOnly( true );
  QgsVectorLayer *added = made.release();
  project->addMapLayer( added, false ); // the project owns it now
  // In the same group, so that whoever embeds the group in another project has both; and before its layer, or QGIS embeds that without what
  // is joined.
  QgsLayerTreeLayer *node = project->layerTreeRoot()->findLayer( layer->id() );
  if ( auto *group = node ? qobject_cast<QgsLayerTreeGroup *>( node->parent() ) : nullptr )
    group->insertLayer( static_cast<int>( group->children().indexOf( node ) ), added );
  else
    project->layerTreeRoot()->addLayer( added );
  return added;
}

void CaJoinLayer::nameLayer( QgsVectorLayer *layer, const QString &note )
{
  const QString oldNote = layer->customProperty( CaLayerProperties::joinNote() ).toString();
  auto renamed = [&oldNote, &note]( const QString &name )
  {
    return ( !oldNote.isEmpty() && name.endsWith( oldNote ) ? name.chopped( oldNote.size() ) : name ) + note;
  };
  layer->setName( renamed( layer->name() ) );
  const QString title = layer->customProperty( CaLayerProperties::titleTemplate() ).toString();
  if ( !title.isEmpty() )
    layer->setCustomProperty( CaLayerProperties::titleTemplate(), renamed( title ) );
  layer->setCustomProperty( CaLayerProperties::joinNote(), note );
}

bool CaJoinLayer::remove( QgsProject *project, QgsVectorLayer *layer, QString *error )
{
  const QgsVectorLayer *table = tableLayer( project, layer );
  if ( !table )
  {
    *error = tr( "No statistics are joined to the layer “%1”." ).arg( layer->name() );
    return false;
  }
  const QString packFile = table->source().section( QLatin1Char( '|' ), 0, 0 );
  layer->removeJoin( table->id() );
  project->removeMapLayer( table->id() );
  for ( const QString &property : { CaLayerProperties::joinTable(), CaLayerProperties::joinSource(), CaLayerProperties::joinYear() } )
    layer->removeCustomProperty( property );
  nameLayer( layer, QString() );
  layer->triggerRepaint();
  const std::unique_ptr<CaStatisticsStore> store = CaStatisticsStore::open( packFile, error );
  return store && store->database().execute( QStringLiteral( "BEGIN IMMEDIATE; %1COMMIT" ).arg( dropSql( tableName( layer ) ) ), error );
}
