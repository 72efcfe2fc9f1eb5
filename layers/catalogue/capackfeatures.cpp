// SPDX-License-Identifier: GPL-2.0-or-later
#include "capackfeatures.h"

#include "capaths.h"

#include <QVector>

#include <gdal_priv.h>
#include <ogrsf_frmts.h>

bool CaPackFeatures::read( const QString &packFileName, const QString &table, const QStringList &columns,
                           const std::function<void( const QStringList &values, const QByteArray &wkb )> &use, QString *error )
{
  GDALAllRegister();
  const CPLErrorStateBackuper errorState;
  const CPLErrorHandlerPusher quiet( CPLQuietErrorHandler );
  CPLErrorReset();
  // The shipped pack never changes: no lock, and nothing beside it. A working copy may be in use.
  static const char *const immutable[] = { "IMMUTABLE=YES", nullptr };
  const GDALDatasetUniquePtr dataset( GDALDataset::Open( packFileName.toUtf8().constData(), GDAL_OF_VECTOR | GDAL_OF_READONLY, nullptr,
                                                         packFileName == CaPaths::installedPack() ? immutable : nullptr ) );
  OGRLayer *layer = dataset ? dataset->GetLayerByName( table.toUtf8().constData() ) : nullptr;
  QVector<int> indexes;
  for ( const QString &column : columns )
    indexes << ( layer ? layer->GetLayerDefn()->GetFieldIndex( column.toUtf8().constData() ) : -1 );
  bool isGood = layer && !indexes.contains( -1 );
  if ( isGood )
  {
    for ( const OGRFeatureUniquePtr &feature : *layer )
    {
      QStringList values;
      for ( const int index : std::as_const( indexes ) )
        values << QString::fromUtf8( feature->GetFieldAsString( index ) );
      const OGRGeometry *geometry = feature->GetGeometryRef();
      QByteArray wkb( geometry ? static_cast<int>( geometry->WkbSize() ) : 0, '\0' );
      if ( geometry )
        geometry->exportToWkb( wkbNDR, reinterpret_cast<unsigned char *>( wkb.data() ), wkbVariantIso );
      use( values, wkb );
    }
    isGood = CPLGetLastErrorType() < CE_Failure;
  }
  if ( !isGood )
    *error = tr( "The table %1 of the data pack %2 cannot be read. Take a fresh copy of the pack." ).arg( table, packFileName );
  return isGood;
}
