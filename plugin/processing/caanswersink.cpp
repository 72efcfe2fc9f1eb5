// SPDX-License-Identifier: GPL-2.0-or-later
#include "caanswersink.h"

#include <qgsprocessingcontext.h>
#include <qgsproviderregistry.h>

#include <QFile>
#include <QFileInfo>

#include <gdal_priv.h>
#include <ogrsf_frmts.h>

CaAnswerSink::CaAnswerSink( std::unique_ptr<QgsFeatureSink> sink, const QString &id, bool isAppended, QgsProcessingContext &context )
    : mSink( std::move( sink ) )
    , mId( id )
    , mIsKept( isAppended )
    , mContext( context )
{
}

CaAnswerSink::~CaAnswerSink()
{
  if ( !mIsKept )
    discard();
}

bool CaAnswerSink::addFeature( QgsFeature &feature, QgsFeatureSink::Flags flags )
{
  return mSink->addFeature( feature, flags );
}

bool CaAnswerSink::addFeatures( QgsFeatureList &features, QgsFeatureSink::Flags flags )
{
  return mSink->addFeatures( features, flags );
}

bool CaAnswerSink::addFeatures( QgsFeatureIterator &iterator, QgsFeatureSink::Flags flags )
{
  return mSink->addFeatures( iterator, flags );
}

void CaAnswerSink::keep( std::initializer_list<CaAnswerSink *> sinks )
{
  for ( CaAnswerSink *sink : sinks )
  {
    if ( sink )
      sink->mIsKept = true;
  }
}

void CaAnswerSink::discard()
{
  mSink.reset(); // closes the file
  // Otherwise the desktop tries to load it, and says that it cannot.
  QMap<QString, QgsProcessingContext::LayerDetails> layers = mContext.layersToLoadOnCompletion();
  if ( layers.remove( mId ) > 0 )
    mContext.setLayersToLoadOnCompletion( layers );
  const QVariantMap parts = QgsProviderRegistry::instance()->decodeUri( QStringLiteral( "ogr" ), mId );
  const QString fileName = parts.value( QStringLiteral( "path" ) ).toString();
  if ( QFileInfo( fileName ).isFile() ) // not in memory, nor in a database elsewhere
    removeLayer( fileName, parts.value( QStringLiteral( "layerName" ) ).toString() );
}

void CaAnswerSink::removeLayer( const QString &fileName, const QString &layerName )
{
  const CPLErrorStateBackuper errorState;
  const CPLErrorHandlerPusher quiet( CPLQuietErrorHandler );
  const QByteArray path = fileName.toUtf8();
  GDALDatasetUniquePtr dataset( GDALDataset::Open( path.constData(), GDAL_OF_VECTOR | GDAL_OF_UPDATE ) );
  if ( dataset && dataset->GetLayerCount() > 1 )
  {
    for ( int i = dataset->GetLayerCount() - 1; i >= 0; --i )
    {
      if ( layerName == QString::fromUtf8( dataset->GetLayer( i )->GetName() ) )
        dataset->DeleteLayer( i );
    }
    return;
  }
  GDALDriver *driver = dataset ? dataset->GetDriver() : nullptr;
  dataset.reset();
  if ( !driver || driver->Delete( path.constData() ) != CE_None ) // with the files beside it, as a Shapefile has
    QFile::remove( fileName );
}
