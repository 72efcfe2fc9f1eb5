// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QFile>
#include <QString>
#include <QStringList>
#include <QVector>

#include <gdal_priv.h>
#include <ogrsf_frmts.h>

//! A made-up municipality: a square a tenth of a degree wide, by its column and row from 139 E, 35 N.
struct SmallPlace
{
  QString code;
  QString prefecture;
  QString city;
  QString name;
  int column;
  int row;
};

inline QVector<SmallPlace> smallPlaces()
{
  return { { QStringLiteral( "14101" ), QStringLiteral( "神奈川県" ), QStringLiteral( "横浜市" ), QStringLiteral( "鶴見区" ), 0, 0 },
           { QStringLiteral( "14102" ), QStringLiteral( "神奈川県" ), QStringLiteral( "横浜市" ), QStringLiteral( "神奈川区" ), 1, 0 },
           { QStringLiteral( "14131" ), QStringLiteral( "神奈川県" ), QStringLiteral( "川崎市" ), QStringLiteral( "川崎区" ), 2, 0 },
           { QStringLiteral( "14201" ), QStringLiteral( "神奈川県" ), QString(), QStringLiteral( "横須賀市" ), 3, 0 },
           { QStringLiteral( "13101" ), QStringLiteral( "東京都" ), QString(), QStringLiteral( "千代田区" ), 0, 1 },
           { QStringLiteral( "13102" ), QStringLiteral( "東京都" ), QString(), QStringLiteral( "中央区" ), 1, 1 },
           { QStringLiteral( "13201" ), QStringLiteral( "東京都" ), QString(), QStringLiteral( "八王子市" ), 2, 1 },
           { QStringLiteral( "13201" ), QStringLiteral( "東京都" ), QString(), QStringLiteral( "八王子市" ), 3, 1 },
           { QString(), QStringLiteral( "東京都" ), QString(), QStringLiteral( "所属未定地" ), 4, 1 } };
}

inline OGRGeometryUniquePtr smallSquare( int column, int row )
{
  const double x = 139 + 0.1 * column;
  const double y = 35 + 0.1 * row;
  const double east = 139 + 0.1 * ( column + 1 );
  const double north = 35 + 0.1 * ( row + 1 );
  OGRLinearRing ring;
  for ( const auto &[px, py] : { std::make_pair( x, y ), std::make_pair( east, y ), std::make_pair( east, north ),
                                 std::make_pair( x, north ), std::make_pair( x, y ) } )
    ring.addPoint( px, py );
  auto polygon = std::make_unique<OGRPolygon>();
  polygon->addRing( &ring );
  return OGRGeometryUniquePtr( polygon.release() );
}

/**
 * Writes \a places as N03 has them to \a fileName with the GDAL driver \a driver.
 * \param epsg is 0 for a file that does not say its CRS
 * \param encoding of the text in a Shapefile, of which no .cpg is left
 */
inline bool writeSmallBoundaries( const QString &fileName, const char *driver, const QVector<SmallPlace> &places, int epsg = 6668,
                                  const char *encoding = nullptr )
{
  GDALAllRegister();
  const GDALDatasetUniquePtr dataset(
      GetGDALDriverManager()->GetDriverByName( driver )->Create( fileName.toUtf8().constData(), 0, 0, 0, GDT_Unknown, nullptr ) );
  OGRSpatialReference reference;
  reference.SetAxisMappingStrategy( OAMS_TRADITIONAL_GIS_ORDER );
  CPLStringList options;
  if ( encoding )
    options.SetNameValue( "ENCODING", encoding );
  if ( epsg != 0 && reference.importFromEPSG( epsg ) != OGRERR_NONE )
    return false;
  OGRLayer *layer = dataset ? dataset->CreateLayer( "N03", epsg == 0 ? nullptr : &reference, wkbPolygon, options.List() ) : nullptr;
  if ( !layer )
    return false;
  for ( const char *name : { "N03_001", "N03_003", "N03_004", "N03_007" } )
  {
    OGRFieldDefn field( name, OFTString );
    if ( layer->CreateField( &field ) != OGRERR_NONE )
      return false;
  }
  for ( const SmallPlace &place : places )
  {
    OGRFeature feature( layer->GetLayerDefn() );
    feature.SetField( 0, place.prefecture.toUtf8().constData() );
    feature.SetField( 1, place.city.toUtf8().constData() );
    feature.SetField( 2, place.name.toUtf8().constData() );
    if ( !place.code.isEmpty() )
      feature.SetField( 3, place.code.toUtf8().constData() );
    feature.SetGeometryDirectly( smallSquare( place.column, place.row ).release() );
    if ( layer->CreateFeature( &feature ) != OGRERR_NONE )
      return false;
  }
  if ( fileName.endsWith( QLatin1String( ".shp" ) ) )
    QFile::remove( QString( fileName ).replace( QLatin1String( ".shp" ), QLatin1String( ".cpg" ) ) );
  return true;
}
