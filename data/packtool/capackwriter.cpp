// SPDX-License-Identifier: GPL-2.0-or-later
#include "capackwriter.h"
#include "capackviews.h"

#include <QDate>
#include <QStringList>

#include <cpl_conv.h>
#include <cpl_error.h>
#include <gdal_priv.h>
#include <ogr_spatialref.h>
#include <ogrsf_frmts.h>

namespace
{

const QString GEOMETRY_COLUMN = QStringLiteral( "geom" );
const QString SCHEMA_EXTENSION = QStringLiteral( "http://www.geopackage.org/spec121/#extension_schema" );
const QString METADATA_EXTENSION = QStringLiteral( "http://www.geopackage.org/spec121/#extension_metadata" );
const QString QGIS_METADATA = QStringLiteral( "http://mrcc.com/qgis.dtd" );

//! A text as SQL has it; an empty one is NULL.
QString quoted( const QString &text )
{
  if ( text.isEmpty() )
    return QStringLiteral( "NULL" );
  QString escaped = text;
  return QLatin1Char( '\'' ) + escaped.replace( QLatin1Char( '\'' ), QLatin1String( "''" ) ) + QLatin1Char( '\'' );
}

//! A name as SQL has it: `check` is a reserved word.
QString name( const QString &text )
{
  return QLatin1Char( '"' ) + text + QLatin1Char( '"' );
}

QString lastError( const QString &what )
{
  const QString message = QString::fromUtf8( CPLGetLastErrorMsg() );
  return what + QLatin1String( ": " ) + ( message.isEmpty() ? QStringLiteral( "unknown error" ) : message );
}

QString execute( GDALDataset &pack, const QString &sql )
{
  CPLErrorReset();
  pack.ReleaseResultSet( pack.ExecuteSQL( sql.toUtf8().constData(), nullptr, nullptr ) );
  return CPLGetLastErrorType() >= CE_Failure ? lastError( QStringLiteral( "SQL failed, %1" ).arg( sql.left( 120 ) ) ) : QString();
}

QString executeAll( GDALDataset &pack, const QStringList &statements )
{
  for ( const QString &sql : statements )
  {
    const QString error = execute( pack, sql );
    if ( !error.isEmpty() )
      return error;
  }
  return QString();
}

//! Returns the rows of a query, the fields of each joined with a bar.
QStringList query( GDALDataset &pack, const QString &sql )
{
  QStringList result;
  OGRLayer *layer = pack.ExecuteSQL( sql.toUtf8().constData(), nullptr, nullptr );
  if ( !layer )
    return result;
  for ( const OGRFeatureUniquePtr &feature : layer )
  {
    QStringList fields;
    for ( int i = 0; i < feature->GetFieldCount(); ++i )
      fields << QString::fromUtf8( feature->GetFieldAsString( i ) );
    result << fields.join( QLatin1Char( '|' ) );
  }
  pack.ReleaseResultSet( layer );
  return result;
}

GDALDatasetUniquePtr openForUpdate( const QString &path )
{
  return GDALDatasetUniquePtr( GDALDataset::Open( path.toUtf8().constData(), GDAL_OF_VECTOR | GDAL_OF_UPDATE ) );
}

QString columnDefinition( const CaPackColumn &column )
{
  QString sql = name( column.name ) + QLatin1Char( ' ' ) + column.type;
  if ( column.required )
    sql += QLatin1String( " NOT NULL" );
  if ( column.unique )
    sql += QLatin1String( " UNIQUE" );
  if ( !column.references.isEmpty() )
    sql += QStringLiteral( " REFERENCES %1(%2)" )
               .arg( name( column.references.section( QLatin1Char( '.' ), 0, 0 ) ),
                     name( column.references.section( QLatin1Char( '.' ), 1 ) ) );
  return sql;
}

void setField( OGRFeature &feature, const QString &column, const QVariant &value )
{
  const int index = feature.GetFieldIndex( column.toUtf8().constData() );
  if ( index < 0 || !value.isValid() )
    return;
  switch ( static_cast<QMetaType::Type>( value.userType() ) )
  {
    case QMetaType::Int:
      feature.SetField( index, value.toInt() );
      break;
    case QMetaType::Double:
      feature.SetField( index, value.toDouble() );
      break;
    case QMetaType::QDate:
      feature.SetField( index, value.toDate().year(), value.toDate().month(), value.toDate().day() );
      break;
    default:
      feature.SetField( index, value.toString().toUtf8().constData() );
      break;
  }
}

QString setGeometry( OGRFeature &feature, const QgsGeometry &geometry )
{
  const QByteArray wkb = geometry.asWkb();
  OGRGeometry *shape = nullptr;
  if ( OGRGeometryFactory::createFromWkb( wkb.constData(), nullptr, &shape, static_cast<size_t>( wkb.size() ) ) != OGRERR_NONE )
    return lastError( QStringLiteral( "a geometry cannot be written" ) );
  feature.SetGeometryDirectly( shape );
  return QString();
}

//! Returns the metrics that have columns in the table of figures.
QStringList metricsIn( const CaPackTable &figures )
{
  static const QString SUFFIX = QStringLiteral( "_qualifier" );
  QStringList metrics;
  for ( const CaPackColumn &column : figures.columns )
  {
    if ( column.name.endsWith( SUFFIX ) )
      metrics << column.name.chopped( SUFFIX.size() );
  }
  return metrics;
}

} // namespace

CaPackWriter::CaPackWriter( const CaPackSchema &schema, const CaPackContent &content, const QMap<QString, QString> &styles,
                            const QString &date )
    : mSchema( schema )
    , mContent( content )
    , mStyles( styles )
    , mTime( date + QLatin1String( "T00:00:00.000Z" ) )
{
}

QString CaPackWriter::write( const QString &path )
{
  // The day of the data instead of now, or no two builds were the same.
  const CPLConfigOptionSetter fixedTime( "OGR_CURRENT_DATE", mTime.toUtf8().constData(), false );
  GDALDriver *driver = GetGDALDriverManager()->GetDriverByName( "GPKG" );
  if ( !driver )
    return QStringLiteral( "GDAL has no GeoPackage driver; install Debian's libgdal" );
  char **options = CSLSetNameValue( nullptr, "ADD_GPKG_OGR_CONTENTS", "NO" );
  options = CSLSetNameValue( options, "VERSION", "1.2" );
  GDALDatasetUniquePtr pack( driver->Create( path.toUtf8().constData(), 0, 0, 0, GDT_Unknown, options ) );
  CSLDestroy( options );
  if ( !pack )
    return lastError( QStringLiteral( "%1 cannot be created" ).arg( path ) );

  QString error;
  for ( const auto step :
        { &CaPackWriter::createTables, &CaPackWriter::createMetadata, &CaPackWriter::createViews, &CaPackWriter::createStyles } )
  {
    if ( error = ( this->*step )( *pack ); !error.isEmpty() )
      return error;
  }
  // Opened anew, GDAL knows the tables that were made by SQL.
  for ( const auto step : { &CaPackWriter::fillTables, &CaPackWriter::createSpatialIndexes, &CaPackWriter::finish } )
  {
    pack.reset();
    pack = openForUpdate( path );
    if ( !pack )
      return lastError( QStringLiteral( "%1 cannot be opened again" ).arg( path ) );
    if ( error = ( this->*step )( *pack ); !error.isEmpty() )
      return error;
  }
  return QString();
}

QString CaPackWriter::createTables( GDALDataset &pack )
{
  const QVector<CaPackTable> tables = mSchema.tables();
  for ( const CaPackTable &table : tables )
  {
    if ( table.isView )
      continue;
    QStringList columns{ QStringLiteral( "fid INTEGER PRIMARY KEY NOT NULL" ) };
    if ( !table.geometry.isEmpty() )
      columns << GEOMETRY_COLUMN + QLatin1Char( ' ' ) + table.geometry;
    const QVector<CaPackColumn> packColumns = table.packColumns();
    for ( const CaPackColumn &column : packColumns )
      columns << columnDefinition( column );
    const QString error =
        execute( pack, QStringLiteral( "CREATE TABLE %1 (%2)" ).arg( name( table.name ), columns.join( QLatin1String( ", " ) ) ) );
    if ( !error.isEmpty() )
      return error;
  }
  for ( const CaPackTable &table : tables )
  {
    if ( table.isView )
      continue;
    const QString error = registerTable( pack, table );
    if ( !error.isEmpty() )
      return error;
  }
  return QString();
}

QString CaPackWriter::registerTable( GDALDataset &pack, const CaPackTable &table )
{
  const bool spatial = !table.geometry.isEmpty();
  if ( spatial )
  {
    const QString error = registerCrs( pack, table.epsg );
    if ( !error.isEmpty() )
      return error;
  }
  QString sql =
      QStringLiteral( "INSERT INTO gpkg_contents (table_name, data_type, identifier, description, last_change, srs_id) VALUES (%1, %2, %3, "
                      "%4, %5, %6)" )
          .arg( quoted( table.name ), spatial ? QStringLiteral( "'features'" ) : QStringLiteral( "'attributes'" ), quoted( table.titleJa ),
                quoted( table.abstractJa ), quoted( mTime ), spatial ? QString::number( table.epsg ) : QStringLiteral( "0" ) );
  const QString error = execute( pack, sql );
  if ( !error.isEmpty() || !spatial )
    return error;
  sql = QStringLiteral(
            "INSERT INTO gpkg_geometry_columns (table_name, column_name, geometry_type_name, srs_id, z, m) VALUES (%1, %2, %3, %4, 0, 0)" )
            .arg( quoted( table.name ), quoted( GEOMETRY_COLUMN ), quoted( table.geometry ) )
            .arg( table.epsg );
  return execute( pack, sql );
}

QString CaPackWriter::registerCrs( GDALDataset &pack, int epsg )
{
  if ( !query( pack, QStringLiteral( "SELECT srs_id FROM gpkg_spatial_ref_sys WHERE srs_id = %1" ).arg( epsg ) ).isEmpty() )
    return QString();
  OGRSpatialReference crs;
  char *wkt = nullptr;
  if ( crs.importFromEPSG( epsg ) != OGRERR_NONE || crs.exportToWkt( &wkt ) != OGRERR_NONE )
    return lastError( QStringLiteral( "EPSG:%1 is not known to PROJ" ).arg( epsg ) );
  const QString definition = QString::fromUtf8( wkt );
  CPLFree( wkt );
  return execute( pack, QStringLiteral( "INSERT INTO gpkg_spatial_ref_sys (srs_name, srs_id, organization, organization_coordsys_id, "
                                        "definition) VALUES (%1, %2, 'EPSG', %2, %3)" )
                            .arg( quoted( QString::fromUtf8( crs.GetName() ) ) )
                            .arg( epsg )
                            .arg( quoted( definition ) ) );
}

QString CaPackWriter::createMetadata( GDALDataset &pack )
{
  QStringList sql{
    QStringLiteral( "CREATE TABLE IF NOT EXISTS gpkg_extensions (table_name TEXT, column_name TEXT, extension_name TEXT NOT NULL, "
                    "definition TEXT NOT NULL, "
                    "scope TEXT NOT NULL, CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name))" ),
    QStringLiteral( "CREATE TABLE IF NOT EXISTS gpkg_data_columns (table_name TEXT NOT NULL, column_name TEXT NOT NULL, name TEXT, title "
                    "TEXT, description TEXT, "
                    "mime_type TEXT, constraint_name TEXT, CONSTRAINT pk_gdc PRIMARY KEY (table_name, column_name), CONSTRAINT gdc_tn "
                    "UNIQUE (table_name, name))" ),
    QStringLiteral( "CREATE TABLE IF NOT EXISTS gpkg_data_column_constraints (constraint_name TEXT NOT NULL, constraint_type TEXT NOT "
                    "NULL, value TEXT, min NUMERIC, "
                    "min_is_inclusive BOOLEAN, max NUMERIC, max_is_inclusive BOOLEAN, description TEXT, CONSTRAINT gdcc_ntv UNIQUE "
                    "(constraint_name, constraint_type, value))" ),
    QStringLiteral( "CREATE TABLE IF NOT EXISTS gpkg_metadata (id INTEGER CONSTRAINT m_pk PRIMARY KEY ASC NOT NULL, md_scope TEXT NOT NULL "
                    "DEFAULT 'dataset', "
                    "md_standard_uri TEXT NOT NULL, mime_type TEXT NOT NULL DEFAULT 'text/xml', metadata TEXT NOT NULL DEFAULT '')" ),
    QStringLiteral(
        "CREATE TABLE IF NOT EXISTS gpkg_metadata_reference (reference_scope TEXT NOT NULL, table_name TEXT, column_name TEXT, "
        "row_id_value INTEGER, "
        "timestamp DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')), md_file_id INTEGER NOT NULL, md_parent_id INTEGER, "
        "CONSTRAINT crmr_mfi_fk FOREIGN KEY (md_file_id) REFERENCES gpkg_metadata(id), CONSTRAINT crmr_mpi_fk FOREIGN KEY (md_parent_id) "
        "REFERENCES gpkg_metadata(id))" ),
  };
  const QString extension = QStringLiteral( "INSERT INTO gpkg_extensions (table_name, column_name, extension_name, definition, scope) "
                                            "VALUES ('%1', NULL, '%2', %3, 'read-write')" );
  for ( const char *table : { "gpkg_data_columns", "gpkg_data_column_constraints" } )
    sql << extension.arg( QLatin1String( table ), QStringLiteral( "gpkg_schema" ), quoted( SCHEMA_EXTENSION ) );
  for ( const char *table : { "gpkg_metadata", "gpkg_metadata_reference" } )
    sql << extension.arg( QLatin1String( table ), QStringLiteral( "gpkg_metadata" ), quoted( METADATA_EXTENSION ) );

  int id = 0;
  const QVector<CaPackTable> tables = mSchema.tables();
  for ( const CaPackTable &table : tables )
  {
    if ( table.isView )
      continue;
    const QVector<CaPackColumn> columns = table.packColumns();
    for ( const CaPackColumn &column : columns )
      sql << QStringLiteral(
                 "INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES (%1, %2, %2, %3, %4)" )
                 .arg( quoted( table.name ), quoted( column.name ), quoted( column.aliasJa ), quoted( column.descriptionJa ) );
    ++id;
    sql << QStringLiteral(
               "INSERT INTO gpkg_metadata (id, md_scope, md_standard_uri, mime_type, metadata) VALUES (%1, 'dataset', %2, 'text/xml', %3)" )
               .arg( QString::number( id ), quoted( QGIS_METADATA ), quoted( tableMetadata( table ) ) );
    sql << QStringLiteral(
               "INSERT INTO gpkg_metadata_reference (reference_scope, table_name, timestamp, md_file_id) VALUES ('table', %1, %2, %3)" )
               .arg( quoted( table.name ), quoted( mTime ), QString::number( id ) );
  }
  return executeAll( pack, sql );
}

QString CaPackWriter::tableMetadata( const CaPackTable &table ) const
{
  const auto element = []( const char *tag, const QString &text )
  {
    return QStringLiteral( "<%1>%2</%1>" ).arg( QLatin1String( tag ), text.toHtmlEscaped() );
  };
  QString xml = QStringLiteral( "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'><qgis>" );
  xml +=
      element( "identifier", table.name ) + element( "language", QStringLiteral( "ja" ) ) + element( "type", QStringLiteral( "dataset" ) );
  xml += element( "title", table.titleJa + QLatin1String( " / " ) + table.titleEn );
  xml += element( "abstract", table.abstractJa + QLatin1Char( '\n' ) + table.abstractEn );
  if ( !table.creditJa.isEmpty() )
    xml += element( "rights", table.creditJa ) + element( "rights", table.creditEn );
  xml += element( "license", table.licence );
  return xml + QLatin1String( "</qgis>" );
}

QString CaPackWriter::createViews( GDALDataset &pack )
{
  const QVector<CaPackTable> tables = mSchema.tables();
  for ( const CaPackTable &table : tables )
  {
    if ( !table.isView )
      continue;
    const QString select = CaPackViews::select( table.name, mSchema );
    if ( select.isEmpty() )
      return QStringLiteral( "schema/tables.csv names a view '%1' that is not known; remove it" ).arg( table.name );
    const QString error = executeAll( pack, { QStringLiteral( "CREATE VIEW %1 AS %2" ).arg( name( table.name ), select ) } );
    if ( !error.isEmpty() )
      return error;
    const QString registered = registerTable( pack, table );
    if ( !registered.isEmpty() )
      return registered;
  }
  return QString();
}

QString CaPackWriter::createStyles( GDALDataset &pack )
{
  // QGIS's own table, in the form in which QGIS makes it.
  QStringList sql{
    QStringLiteral(
        "CREATE TABLE layer_styles (id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, f_table_catalog TEXT(256), f_table_schema TEXT(256), "
        "f_table_name TEXT(256), f_geometry_column TEXT(256), styleName TEXT(30), styleQML TEXT, styleSLD TEXT, useAsDefault BOOLEAN, "
        "description TEXT, "
        "owner TEXT(30), ui TEXT(30), update_time DATETIME DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')))" ),
    QStringLiteral( "INSERT INTO gpkg_contents (table_name, data_type, identifier, description, last_change, srs_id) VALUES "
                    "('layer_styles', 'attributes', 'layer_styles', '', %1, 0)" )
        .arg( quoted( mTime ) ),
  };
  const QVector<CaPackTable> tables = mSchema.tables();
  for ( const CaPackTable &table : tables )
  {
    const QString style = mStyles.value( table.name );
    if ( style.isEmpty() )
      continue;
    const QString geometry = table.geometry.isEmpty() ? QString() : GEOMETRY_COLUMN;
    sql << QStringLiteral( "INSERT INTO layer_styles (f_table_catalog, f_table_schema, f_table_name, f_geometry_column, styleName, "
                           "styleQML, styleSLD, useAsDefault, description, owner, update_time) "
                           "VALUES ('', '', '%1', '%2', '%1', %3, '', 1, '', '', %4)" )
               .arg( table.name, geometry, quoted( style ), quoted( mTime ) );
  }
  return executeAll( pack, sql );
}

QString CaPackWriter::fillTables( GDALDataset &pack )
{
  if ( pack.StartTransaction() != OGRERR_NONE )
    return lastError( QStringLiteral( "no transaction can be started" ) );
  const QVector<CaPackTable> tables = mSchema.tables();
  for ( const CaPackTable &table : tables )
  {
    if ( table.isView )
      continue;
    const QString error = fillTable( pack, table );
    if ( !error.isEmpty() )
      return error;
  }
  if ( const CaPackTable *figures = mSchema.table( QStringLiteral( "figures" ) ) )
  {
    const QString error = executeAll( pack, CaPackViews::fillFigures( metricsIn( *figures ) ) );
    if ( !error.isEmpty() )
      return error;
  }
  return pack.CommitTransaction() == OGRERR_NONE ? QString() : lastError( QStringLiteral( "the transaction cannot be committed" ) );
}

QString CaPackWriter::fillTable( GDALDataset &pack, const CaPackTable &table )
{
  OGRLayer *layer = pack.GetLayerByName( table.name.toUtf8().constData() );
  if ( !layer )
    return lastError( QStringLiteral( "the table %1 is not there" ).arg( table.name ) );
  GIntBig fid = 0;
  const QVector<CaPackRow> rows = mContent.rows( table.name );
  for ( const CaPackRow &row : rows )
  {
    OGRFeature feature( layer->GetLayerDefn() );
    feature.SetFID( ++fid );
    for ( auto it = row.values.constBegin(); it != row.values.constEnd(); ++it )
      setField( feature, it.key(), it.value() );
    if ( !row.geometry.isNull() )
    {
      const QString error = setGeometry( feature, row.geometry );
      if ( !error.isEmpty() )
        return table.name + QLatin1String( ": " ) + error;
    }
    if ( layer->CreateFeature( &feature ) != OGRERR_NONE )
      return lastError( QStringLiteral( "row %1 of %2 cannot be written" ).arg( fid ).arg( table.name ) );
  }
  return QString();
}

QString CaPackWriter::createSpatialIndexes( GDALDataset &pack )
{
  const QVector<CaPackTable> tables = mSchema.tables();
  for ( const CaPackTable &table : tables )
  {
    if ( table.geometry.isEmpty() || table.isView )
      continue;
    const QString error = execute( pack, QStringLiteral( "SELECT CreateSpatialIndex('%1', '%2')" ).arg( table.name, GEOMETRY_COLUMN ) );
    if ( !error.isEmpty() )
      return error;
  }
  return QString();
}

QString CaPackWriter::finish( GDALDataset &pack )
{
  const QStringList dangling = query( pack, QStringLiteral( "PRAGMA foreign_key_check" ) );
  if ( !dangling.isEmpty() )
    return QStringLiteral( "a reference dangles (table|row|parent|key): %1" ).arg( dangling.first() );
  const QString error = executeAll( pack, {
                                              QStringLiteral( "UPDATE gpkg_contents SET last_change = %1" ).arg( quoted( mTime ) ),
                                              QStringLiteral( "ANALYZE" ),
                                              // Tables that grow when statistics are imported: with the counts of today SQLite would plan
                                              // badly then (a Bloom filter over all figures for each query of a join).
                                              QStringLiteral( "DELETE FROM sqlite_stat1 WHERE tbl IN ('figures', 'statistics')" ),
                                              QStringLiteral( "VACUUM" ),
                                          } );
  if ( !error.isEmpty() )
    return error;
  const QStringList state = query( pack, QStringLiteral( "PRAGMA integrity_check" ) );
  return state == QStringList{ QStringLiteral( "ok" ) }
             ? QString()
             : QStringLiteral( "the database is broken: %1" ).arg( state.join( QLatin1String( "; " ) ) );
}
