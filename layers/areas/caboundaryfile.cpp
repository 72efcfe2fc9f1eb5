// SPDX-License-Identifier: GPL-2.0-or-later
#include "caboundaryfile.h"

#include "cajpgisreader.h"
#include "capaths.h"

#include <QFileInfo>
#include <QStringList>

#include <cpl_vsi.h>

#include <algorithm>

std::unique_ptr<CaBoundaryFile> CaBoundaryFile::open( const QString &fileName, const QString &layerName, QString *error,
                                                      QgsFeedback *feedback )
{
  if ( !QFileInfo::exists( fileName ) )
  {
    *error = tr( "The boundary file %1 is not there. Choose another file." ).arg( fileName );
    return nullptr;
  }
  GDALAllRegister();
  const bool isZip = fileName.endsWith( QLatin1String( ".zip" ), Qt::CaseInsensitive );
  const QString path = isZip ? fileInZip( fileName, layerName, error ) : fileName;
  if ( path.isEmpty() )
    return nullptr;
  std::unique_ptr<CaBoundaryFile> file( new CaBoundaryFile() );
  if ( CaJpgisReader::isJpgis( path ) )
  {
    file->mDataset = CaJpgisReader().read( path, error, feedback );
    return file->mDataset ? std::move( file ) : nullptr;
  }
  file->mIsRaw =
      path.endsWith( QLatin1String( ".shp" ), Qt::CaseInsensitive ) || path.endsWith( QLatin1String( ".dbf" ), Qt::CaseInsensitive );
  static const char *const rawOptions[] = { "ENCODING=", nullptr };
  static const char *const packOptions[] = { "IMMUTABLE=YES", nullptr };
  const char *const *options = file->mIsRaw ? rawOptions : path == CaPaths::installedPack() ? packOptions : nullptr;
  file->mDataset.reset( GDALDataset::Open( path.toUtf8().constData(), GDAL_OF_VECTOR | GDAL_OF_READONLY, nullptr, options ) );
  if ( file->mDataset )
    return file;
  const QString reason = QString::fromUtf8( CPLGetLastErrorMsg() );
  *error = tr( "%1 cannot be read as boundaries (%2). Give a Shapefile, GeoPackage, GeoJSON, GML or TopoJSON with polygons." )
               .arg( fileName, reason.isEmpty() ? tr( "of no format that is known" ) : reason );
  return nullptr;
}

QString CaBoundaryFile::fileInZip( const QString &zip, const QString &layerName, QString *error )
{
  const QString folder = QStringLiteral( "/vsizip/{%1}" ).arg( zip );
  const CPLStringList all( VSIReadDirRecursive( folder.toUtf8().constData() ) );
  for ( const QLatin1String ending : { QLatin1String( ".shp" ), QLatin1String( ".geojson" ), QLatin1String( ".gml" ) } )
  {
    QStringList paths;
    QStringList names;
    for ( int i = 0; i < all.size(); ++i )
    {
      const QString path = QString::fromUtf8( all[i] );
      const QString name = QFileInfo( path ).completeBaseName();
      if ( !path.endsWith( ending, Qt::CaseInsensitive ) || ( !layerName.isEmpty() && name != layerName ) )
        continue;
      paths << path;
      names << name;
    }
    // Beside N03-20240101 there is N03-20240101_prefecture, made from it.
    const auto shortest =
        std::min_element( names.begin(), names.end(), []( const QString &a, const QString &b ) { return a.size() < b.size(); } );
    const bool isClear =
        std::all_of( names.begin(), names.end(),
                     [&]( const QString &name ) { return &name == &*shortest || name.startsWith( *shortest + QLatin1Char( '_' ) ); } );
    if ( !isClear )
    {
      *error = tr( "%1 has several files with boundaries: %2. Say which one as the layer of the file, or unpack it." )
                   .arg( zip, names.join( QStringLiteral( ", " ) ) );
      return QString();
    }
    if ( shortest != names.end() )
      return folder + QLatin1Char( '/' ) + paths.at( static_cast<int>( shortest - names.begin() ) );
  }
  *error = tr( "%1 has no Shapefile, GeoJSON or GML with the boundaries asked for. Unpack it and choose the file with the boundaries." )
               .arg( zip );
  return QString();
}
