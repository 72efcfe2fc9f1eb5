// SPDX-License-Identifier: GPL-2.0-or-later
#include "caareastore.h"

#include "cacompat.h"
#include "capack.h"
#include "capackfeatures.h"
#include "capaths.h"

#include <QFileInfo>
#include <QSet>

#include <gdal_priv.h>
#include <ogrsf_frmts.h>

namespace
{

//! The table of the pack whose polygons are areas of a kind; empty if there is none.
QString tableOf( const QString &kind )
{
  static const QHash<QString, QString> tables{ { QStringLiteral( "prefecture" ), QStringLiteral( "prefectures" ) },
                                               { QStringLiteral( "bureau" ), QStringLiteral( "bureaus" ) },
                                               { QStringLiteral( "project" ), QStringLiteral( "projects" ) },
                                               { QStringLiteral( "type_example" ), QStringLiteral( "type_examples" ) } };
  return tables.value( kind );
}

QByteArray quoted( const QString &text )
{
  return '\'' + QString( text ).replace( QLatin1Char( '\'' ), QLatin1String( "''" ) ).toUtf8() + '\'';
}

OGRGeometryUniquePtr geometryOf( const CaBuiltArea &area )
{
  OGRGeometry *geometry = nullptr;
  const QByteArray wkb = area.geometry.asWkb();
  OGRGeometryFactory::createFromWkb( wkb.constData(), nullptr, &geometry, static_cast<size_t>( wkb.size() ) );
  return OGRGeometryUniquePtr( geometry );
}

//! Returns the layer for all areas, made if it is not there.
OGRLayer *areaLayer( GDALDataset *dataset, OGRSpatialReference *reference )
{
  const QByteArray name = CaAreaStore::tableName().toUtf8();
  if ( OGRLayer *layer = dataset->GetLayerByName( name.constData() ) )
    return layer;
  CPLStringList options;
  options.SetNameValue( "GEOMETRY_NAME", "geom" );
  OGRLayer *layer = dataset->CreateLayer( name.constData(), reference, wkbMultiPolygon, options.List() );
  const QgsFields fields = CaAreaBuilder::fields();
  for ( int i = 0; layer && i < fields.size(); ++i )
  {
    const auto type = fields.at( i ).type();
    OGRFieldDefn field( fields.at( i ).name().toUtf8().constData(), type == CaCompat::IntegerField ? OFTInteger
                                                                    : type == CaCompat::RealField  ? OFTReal
                                                                                                   : OFTString );
    if ( layer->CreateField( &field ) != OGRERR_NONE )
      return nullptr;
  }
  return layer;
}

//! Takes the areas of the kinds in \a areas out of \a layer.
bool removeKinds( OGRLayer *layer, const QVector<CaBuiltArea> &areas )
{
  QSet<QString> kinds;
  for ( const CaBuiltArea &area : areas )
    kinds << area.list.kind;
  std::vector<GIntBig> ids;
  for ( const OGRFeatureUniquePtr &feature : *layer )
  {
    if ( kinds.contains( QString::fromUtf8( feature->GetFieldAsString( "kind" ) ) ) )
      ids.push_back( feature->GetFID() );
  }
  for ( const GIntBig id : ids )
  {
    if ( layer->DeleteFeature( id ) != OGRERR_NONE )
      return false;
  }
  return true;
}

bool addArea( OGRLayer *layer, const QgsFeature &values, const CaBuiltArea &area )
{
  OGRFeature feature( layer->GetLayerDefn() );
  const QgsFields fields = CaAreaBuilder::fields();
  for ( int i = 0; i < fields.size(); ++i )
  {
    const QVariant value = values.attribute( i );
    const int index = feature.GetFieldIndex( fields.at( i ).name().toUtf8().constData() );
    if ( value.isNull() || index < 0 )
      continue;
    if ( value.userType() == QMetaType::Int )
      feature.SetField( index, value.toInt() );
    else if ( value.userType() == QMetaType::Double )
      feature.SetField( index, value.toDouble() );
    else
      feature.SetField( index, value.toString().toUtf8().constData() );
  }
  if ( !area.geometry.isEmpty() )
    feature.SetGeometryDirectly( geometryOf( area ).release() );
  return layer->CreateFeature( &feature ) == OGRERR_NONE;
}

//! Replaces the polygon of \a area in its table, if it has one; \returns false if that failed.
bool replacePolygon( GDALDataset *dataset, const CaBuiltArea &area, int *replaced )
{
  OGRLayer *layer = area.geometry.isEmpty() ? nullptr : dataset->GetLayerByName( tableOf( area.list.kind ).toUtf8().constData() );
  if ( !layer )
    return true;
  if ( layer->SetAttributeFilter( QByteArray( "code = " + quoted( area.list.code ) ).constData() ) != OGRERR_NONE )
    return false;
  layer->ResetReading();
  const OGRFeatureUniquePtr feature( layer->GetNextFeature() );
  layer->SetAttributeFilter( nullptr );
  if ( !feature )
    return true;
  feature->SetGeometryDirectly( geometryOf( area ).release() );
  ++*replaced;
  return layer->SetFeature( feature.get() ) == OGRERR_NONE;
}

} // namespace

QString CaAreaStore::tableName()
{
  return QStringLiteral( "built_areas" );
}

bool CaAreaStore::write( const QString &packFileName, const QVector<CaBuiltArea> &areas, const CaAreaBuilder &builder,
                         const QgsCoordinateReferenceSystem &crs, int *replaced, QString *error )
{
  *replaced = 0;
  if ( QFileInfo( packFileName ) == QFileInfo( CaPaths::installedPack() ) )
  {
    *error = tr( "%1 is the shipped data pack, which is never changed. Choose the working copy of a project." ).arg( packFileName );
    return false;
  }
  if ( !CaPack::open( packFileName, error ) )
    return false;
  const CPLErrorStateBackuper errorState;
  const CPLErrorHandlerPusher quiet( CPLQuietErrorHandler );
  CPLErrorReset();
  const GDALDatasetUniquePtr dataset( GDALDataset::Open( packFileName.toUtf8().constData(), GDAL_OF_VECTOR | GDAL_OF_UPDATE ) );
  OGRLayer *prefectures = dataset ? dataset->GetLayerByName( "prefectures" ) : nullptr;
  const OGRSpatialReference *reference = prefectures ? prefectures->GetSpatialRef() : nullptr;
  const QString packCrs =
      reference ? QStringLiteral( "EPSG:%1" ).arg( QString::fromUtf8( reference->GetAuthorityCode( nullptr ) ) ) : QString();
  if ( dataset && packCrs != crs.authid() )
  {
    *error = tr( "The data pack %1 is in %2, the areas are in %3. Build them with the transformation to JGD2011." )
                 .arg( packFileName, packCrs, crs.userFriendlyIdentifier() );
    return false;
  }

  bool isGood = dataset && dataset->StartTransaction() == OGRERR_NONE;
  const bool isOpen = isGood;
  OGRLayer *layer = isGood ? areaLayer( dataset.get(), const_cast<OGRSpatialReference *>( reference ) ) : nullptr;
  isGood = layer && removeKinds( layer, areas );
  for ( const CaBuiltArea &area : areas )
    isGood = isGood && addArea( layer, builder.feature( area ), area ) && replacePolygon( dataset.get(), area, replaced );
  if ( isGood )
    isGood = dataset->CommitTransaction() == OGRERR_NONE;
  else if ( isOpen )
    dataset->RollbackTransaction();
  if ( !isGood )
    *error = tr( "The areas could not be written to %1 (%2); it is as it was. Is it open in another program, or write-protected?" )
                 .arg( packFileName, QString::fromUtf8( CPLGetLastErrorMsg() ) );
  return isGood;
}

std::optional<QVector<CaBuiltArea>> CaAreaStore::read( const QString &packFileName, QStringList *boundaries, QString *error )
{
  boundaries->clear();
  const std::optional<CaPack> pack = CaPack::open( packFileName, error );
  if ( !pack )
    return std::nullopt;
  QVector<CaBuiltArea> areas;
  if ( pack->table( tableName() ).name.isEmpty() )
    return areas;
  const QStringList columns{ QStringLiteral( "kind" ),         QStringLiteral( "code" ),         QStringLiteral( "name_ja" ),
                             QStringLiteral( "name_en" ),      QStringLiteral( "precision" ),    QStringLiteral( "basis" ),
                             QStringLiteral( "codes_listed" ), QStringLiteral( "codes_found" ),  QStringLiteral( "area_km2" ),
                             QStringLiteral( "boundaries" ),   QStringLiteral( "boundary_year" ) };
  const auto use = [&]( const QStringList &row, const QByteArray &wkb )
  {
    CaBuiltArea area;
    area.list = { row.at( 0 ), row.at( 1 ), row.at( 2 ), row.at( 3 ), {} };
    area.precision = row.at( 4 );
    area.basis = row.at( 5 );
    area.listed = row.at( 6 ).toInt();
    area.found = row.at( 7 ).toInt();
    area.areaSqKm = row.at( 8 ).toDouble();
    if ( !wkb.isEmpty() )
      area.geometry.fromWkb( wkb );
    areas << area;
    const QString name = row.at( 10 ).isEmpty() ? row.at( 9 ) : tr( "%1, of %2" ).arg( row.at( 9 ), row.at( 10 ) );
    if ( !name.isEmpty() && !boundaries->contains( name ) )
      *boundaries << name;
  };
  if ( !CaPackFeatures::read( packFileName, tableName(), columns, use, error ) )
    return std::nullopt;
  return areas;
}
