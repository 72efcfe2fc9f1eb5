// SPDX-License-Identifier: GPL-2.0-or-later
#include "castatisticsalgorithm.h"

#include "caprojectfile.h"

#include <qgsprocessingcontext.h>
#include <qgsprocessingparameters.h>
#include <qgsproject.h>
#include <qgsvectorlayer.h>

namespace
{

QStringList kinds()
{
  return { QStringLiteral( "national" ),     QStringLiteral( "bureau" ),  QStringLiteral( "prefecture" ),
           QStringLiteral( "municipality" ), QStringLiteral( "project" ), QStringLiteral( "subarea" ),
           QStringLiteral( "type_example" ), QStringLiteral( "link" ),    QStringLiteral( "other" ) };
}

} // namespace

QString CaStatisticsAlgorithm::group() const
{
  return tr( "Statistics" );
}

QString CaStatisticsAlgorithm::groupId() const
{
  return QStringLiteral( "statistics" );
}

CaCompat::AlgorithmFlags CaStatisticsAlgorithm::flags() const
{
  return QgsProcessingAlgorithm::flags();
}

void CaStatisticsAlgorithm::addPackParameter( const QString &name )
{
  mPackParameter = name;
  auto pack =
      std::make_unique<QgsProcessingParameterFile>( name, tr( "Data pack with the statistics (that of the project if empty)" ),
                                                    CaCompat::FileParameter, QString(), QVariant(), true, tr( "Data packs (*.gpkg)" ) );
  pack->setHelp( tr( "The working copy clusteratlas.gpkg beside your project." ) );
  addParameter( pack.release() );
}

void CaStatisticsAlgorithm::addOwnerKindsParameter()
{
  auto owners = std::make_unique<QgsProcessingParameterEnum>(
      QStringLiteral( "OWNER_KINDS" ), tr( "Kinds of owners (any if none is chosen)" ), kinds(), true, QVariant(), true, true );
  owners->setHelp( tr( "Whom the figures belong to. Choosing one tells 北海道, the prefecture, from the bureau." ) );
  addParameter( owners.release() );
}

bool CaStatisticsAlgorithm::prepareAlgorithm( const QVariantMap &parameters, QgsProcessingContext &context, QgsProcessingFeedback * )
{
  mPackFile = parameterAsFile( parameters, mPackParameter, context );
  if ( mPackFile.isEmpty() )
    mPackFile = CaProjectFile::packOf( context.project() );
  if ( mPackFile.isEmpty() )
    throw QgsProcessingException(
        tr( "The project has no cluster layers to take the data pack from: choose it as %1." ).arg( mPackParameter ) );
  return true;
}

QStringList CaStatisticsAlgorithm::ownerKinds( const QVariantMap &parameters, QgsProcessingContext &context ) const
{
  QStringList chosen = parameterAsEnumStrings( parameters, QStringLiteral( "OWNER_KINDS" ), context );
  chosen.removeAll( QString() );
  for ( const QString &kind : std::as_const( chosen ) )
  {
    if ( !kinds().contains( kind ) )
      throw QgsProcessingException(
          tr( "There is no kind of owner “%1”. OWNER_KINDS takes: %2." ).arg( kind, kinds().join( QStringLiteral( ", " ) ) ) );
  }
  return chosen;
}

QgsVectorLayer *CaStatisticsAlgorithm::projectLayer( const QVariantMap &parameters, QgsProcessingContext &context ) const
{
  QgsVectorLayer *layer = parameterAsVectorLayer( parameters, QStringLiteral( "INPUT" ), context );
  if ( !layer )
    throw QgsProcessingException( invalidSourceError( parameters, QStringLiteral( "INPUT" ) ) );
  if ( !context.project() || context.project()->mapLayer( layer->id() ) != layer )
    throw QgsProcessingException( tr( "“%1” is no layer of the project: add it to the project first." ).arg( layer->name() ) );
  return layer;
}
