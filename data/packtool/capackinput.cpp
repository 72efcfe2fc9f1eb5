// SPDX-License-Identifier: GPL-2.0-or-later
#include "capackinput.h"
#include "capackproblems.h"

#include <QDir>

#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <memory>

namespace
{

struct Boundary
{
  const char *name;
  int epsg;
  QStringList properties;
};

const QVector<Boundary> &boundaryFiles()
{
  static const QVector<Boundary> files{
    { "prefectures", 6668, { QStringLiteral( "code" ) } },
    { "countries", 4326, { QStringLiteral( "iso_a2" ), QStringLiteral( "name_en" ), QStringLiteral( "name_ja" ) } },
    { "partner_areas",
      4326,
      { QStringLiteral( "partner_code" ), QStringLiteral( "country" ), QStringLiteral( "iso3166_2" ), QStringLiteral( "shape_basis" ) } },
  };
  return files;
}

QgsGeometry fromOgr( const OGRGeometry *geometry )
{
  if ( !geometry )
    return QgsGeometry();
  QByteArray wkb( static_cast<int>( geometry->WkbSize() ), '\0' );
  geometry->exportToWkb( wkbNDR, reinterpret_cast<unsigned char *>( wkb.data() ), wkbVariantIso );
  QgsGeometry result;
  result.fromWkb( wkb );
  return result;
}

QVector<CaPackInput::Shape> readShapes( const QString &dataDir, const Boundary &boundary, CaPackProblems &problems )
{
  const QString file = QStringLiteral( "boundaries/%1.geojson" ).arg( QLatin1String( boundary.name ) );
  const QString path = QDir( dataDir ).filePath( file );
  const GDALDatasetUniquePtr dataset( GDALDataset::Open( path.toUtf8().constData(), GDAL_OF_VECTOR | GDAL_OF_READONLY ) );
  QVector<CaPackInput::Shape> shapes;
  if ( !dataset || dataset->GetLayerCount() != 1 )
  {
    problems.add( file, 0, QString(), QStringLiteral( "cannot be read as GeoJSON; put the file back" ) );
    return shapes;
  }
  OGRLayer *layer = dataset->GetLayer( 0 );
  const OGRSpatialReference *crs = layer->GetSpatialRef();
  const char *code = crs ? crs->GetAuthorityCode( nullptr ) : nullptr;
  if ( !code || QString::fromUtf8( code ).toInt() != boundary.epsg )
    problems.add( file, 0, QString(),
                  QStringLiteral( "must be in EPSG:%1; transform it and name the CRS in the file" ).arg( boundary.epsg ) );

  int number = 0;
  for ( const OGRFeatureUniquePtr &feature : layer )
  {
    ++number;
    CaPackInput::Shape shape;
    for ( const QString &property : boundary.properties )
    {
      const int index = feature->GetFieldIndex( property.toUtf8().constData() );
      if ( index < 0 )
        problems.add( file, number, property, QStringLiteral( "feature %1 lacks this property; add it" ).arg( number ) );
      else if ( feature->IsFieldSetAndNotNull( index ) )
        shape.properties.insert( property, QString::fromUtf8( feature->GetFieldAsString( index ) ) );
    }
    shape.geometry = fromOgr( feature->GetGeometryRef() );
    if ( shape.geometry.isEmpty() || !shape.geometry.isGeosValid() )
      problems.add( file, number, QStringLiteral( "geometry" ),
                    QStringLiteral( "feature %1 has no valid geometry; repair it" ).arg( number ) );
    shape.geometry.convertToMultiType();
    shapes << shape;
  }
  return shapes;
}

//! Reports columns that the schema does not declare, and declared ones that are missing.
void checkHeader( const CaPackTable &table, const CaCsvTable &csv, CaPackProblems &problems )
{
  QStringList declared;
  for ( const CaPackColumn &column : table.columns )
  {
    if ( column.origin == CaPackColumn::Origin::Pack )
      continue;
    declared << column.name;
    if ( !csv.hasColumn( column.name ) )
      problems.add( csv.name(), 1, column.name, QStringLiteral( "is missing from the header; add the column" ) );
  }
  const QStringList columns = csv.columns();
  for ( const QString &column : columns )
  {
    if ( !declared.contains( column ) )
      problems.add( csv.name(), 1, column, QStringLiteral( "is not declared in schema/columns.csv; declare or remove it" ) );
  }
}

} // namespace

CaPackInput CaPackInput::read( const QString &dataDir, CaPackProblems &problems )
{
  CaPackInput input;
  const QDir dir( dataDir );
  input.schema = CaPackSchema::read( dataDir, problems );
  const QVector<CaPackTable> tables = input.schema.tables();
  for ( const CaPackTable &table : tables )
  {
    if ( !table.hasCsv() )
      continue;
    const CaCsvTable csv = CaCsvTable::read( dir.filePath( table.csv ), table.csv, problems );
    checkHeader( table, csv, problems );
    input.tables.insert( table.name, csv );
  }

  for ( const Boundary &boundary : boundaryFiles() )
    input.boundaries.insert( QLatin1String( boundary.name ), readShapes( dataDir, boundary, problems ) );

  const QString codesFile = QStringLiteral( "schema/country_codes.csv" );
  const CaCsvTable codes = CaCsvTable::read( dir.filePath( codesFile ), codesFile, problems );
  for ( int row = 0; row < codes.size(); ++row )
    input.countryCodes << codes.value( row, QStringLiteral( "code" ) );
  const QVector<Shape> countries = input.boundaries.value( QStringLiteral( "countries" ) );
  for ( const Shape &country : countries )
    input.countryCodes << country.properties.value( QStringLiteral( "iso_a2" ) );
  input.countryCodes.removeAll( QString() );
  return input;
}

QVector<int> CaPackInput::rowsWith( const QString &table, const QString &column, const QString &value ) const
{
  QVector<int> rows;
  const CaCsvTable csv = tables.value( table );
  for ( int row = 0; row < csv.size(); ++row )
  {
    if ( csv.value( row, column ) == value )
      rows << row;
  }
  return rows;
}

int CaPackInput::rowWith( const QString &table, const QString &column, const QString &value ) const
{
  const QVector<int> rows = rowsWith( table, column, value );
  return rows.isEmpty() ? -1 : rows.first();
}

QString CaPackInput::lookup( const QString &table, const QString &code, const QString &column ) const
{
  const int row = rowWith( table, QStringLiteral( "code" ), code );
  return row < 0 ? QString() : tables.value( table ).value( row, column );
}

QString CaPackInput::prefectureNames( const QStringList &codes, const QString &language ) const
{
  QStringList names;
  for ( const QString &code : codes )
    names << lookup( QStringLiteral( "prefectures" ), code, QStringLiteral( "name_" ) + language );
  return names.join( language == QLatin1String( "ja" ) ? QStringLiteral( "、" ) : QStringLiteral( ", " ) );
}

QString CaPackInput::ownerTable( const QString &ownerKind )
{
  if ( ownerKind == QLatin1String( "national" ) )
    return ownerKind;
  static const QStringList kinds{ QStringLiteral( "bureau" ), QStringLiteral( "project" ), QStringLiteral( "subarea" ),
                                  QStringLiteral( "type_example" ) };
  return kinds.contains( ownerKind ) ? ownerKind + QLatin1Char( 's' ) : QString();
}
