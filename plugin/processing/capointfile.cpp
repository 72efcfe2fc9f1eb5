// SPDX-License-Identifier: GPL-2.0-or-later
#include "capointfile.h"

#include <qgscoordinatetransform.h>
#include <qgsprocessingparameters.h>
#include <qgsproviderregistry.h>
#include <qgsvectorlayer.h>

std::optional<CaPointFile> CaPointFile::of( const QgsProcessingParameterDefinition *definition, const QVariantMap &parameters,
                                            QgsProcessingContext &context )
{
  const QVariant value = parameters.value( definition->name() );
  if ( value.canConvert<QgsProcessingFeatureSourceDefinition>() &&
       value.value<QgsProcessingFeatureSourceDefinition>().selectedFeaturesOnly )
    return std::nullopt;
  const QgsVectorLayer *layer = QgsProcessingParameters::parameterAsVectorLayer( definition, parameters, context );
  if ( !layer || layer->providerType() != QLatin1String( "ogr" ) || !layer->subsetString().isEmpty() || layer->isEditable() ||
       QgsWkbTypes::flatType( layer->wkbType() ) != QgsWkbTypes::parseType( QStringLiteral( "Point" ) ) )
    return std::nullopt;
  const QVariantMap parts = QgsProviderRegistry::instance()->decodeUri( layer->providerType(), layer->source() );
  if ( !parts.value( QStringLiteral( "subset" ) ).toString().isEmpty() || parts.contains( QStringLiteral( "openOptions" ) ) )
    return std::nullopt;
  return CaPointFile{ parts.value( QStringLiteral( "path" ) ).toString(), parts.value( QStringLiteral( "layerName" ) ).toString() };
}

void CaPointFile::transform( CaPointReader::Batch &batch, const QgsCoordinateTransform &transform )
{
  if ( transform.isShortCircuited() )
    return;
  const int count = static_cast<int>( batch.points.size() );
  QVector<double> x( count );
  QVector<double> y( count );
  QVector<double> z( count );
  for ( int i = 0; i < count; ++i )
  {
    x[i] = batch.points[static_cast<size_t>( i )].x;
    y[i] = batch.points[static_cast<size_t>( i )].y;
  }
  transform.transformInPlace( x, y, z );
  for ( int i = 0; i < count; ++i )
    batch.points[static_cast<size_t>( i )] = { x.at( i ), y.at( i ) };
}
