// SPDX-License-Identifier: GPL-2.0-or-later
#include "caalgorithmunjoinlayer.h"

#include "cajoinlayer.h"

#include <qgsprocessingcontext.h>

QString CaUnjoinLayerAlgorithm::name() const
{
  return QStringLiteral( "unjoinlayer" );
}

QString CaUnjoinLayerAlgorithm::displayName() const
{
  return tr( "Take statistics off a layer" );
}

QStringList CaUnjoinLayerAlgorithm::tags() const
{
  return tr( "cluster,statistics,join,remove,layer" ).split( ',' );
}

QString CaUnjoinLayerAlgorithm::shortHelpString() const
{
  return tr( "Removes the join that “Join statistics to a layer in place” made: the fields, the table with the figures from project and "
             "data pack, and what was added to the layer's name. "
             "The figures themselves stay in the data pack." );
}

CaCompat::AlgorithmFlags CaUnjoinLayerAlgorithm::flags() const
{
  return CaAlgorithm::flags();
}

void CaUnjoinLayerAlgorithm::initAlgorithm( const QVariantMap & )
{
  auto input = std::make_unique<QgsProcessingParameterVectorLayer>( QStringLiteral( "INPUT" ), tr( "Layer with joined statistics" ),
                                                                    QList<int>{ static_cast<int>( CaCompat::AnyVector ) } );
  input->setHelp( tr( "A layer of the project." ) );
  addParameter( input.release() );
}

CaUnjoinLayerAlgorithm *CaUnjoinLayerAlgorithm::createInstance() const
{
  return new CaUnjoinLayerAlgorithm();
}

bool CaUnjoinLayerAlgorithm::prepareAlgorithm( const QVariantMap &, QgsProcessingContext &, QgsProcessingFeedback * )
{
  return true;
} // the join knows its pack

QVariantMap CaUnjoinLayerAlgorithm::processAlgorithm( const QVariantMap &parameters, QgsProcessingContext &context,
                                                      QgsProcessingFeedback * )
{
  QString error;
  if ( !CaJoinLayer::remove( context.project(), projectLayer( parameters, context ), &error ) )
    throw QgsProcessingException( error );
  return {};
}
