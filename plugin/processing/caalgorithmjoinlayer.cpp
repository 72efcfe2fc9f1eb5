// SPDX-License-Identifier: GPL-2.0-or-later
#include "caalgorithmjoinlayer.h"

#include "cajoinlayer.h"

#include <qgsproject.h>
#include <qgsvectorlayer.h>

QString CaJoinLayerAlgorithm::name() const
{
  return QStringLiteral( "joinlayer" );
}

QString CaJoinLayerAlgorithm::displayName() const
{
  return tr( "Join statistics to a layer in place" );
}

QStringList CaJoinLayerAlgorithm::tags() const
{
  return tr( "cluster,statistics,join,figures,fiscal year,code,table,layer" ).split( ',' );
}

QString CaJoinLayerAlgorithm::shortHelpString() const
{
  return tr(
      "Joins figures to a layer of the project as a plain QGIS join: shipped participation and the statistics you have imported. Any layer "
      "with a column of codes or names can be "
      "joined; codes are compared by what they mean, so that 01, 1 and 北海道 are one prefecture. The layer's own data is not touched.\n\n"
      "The joined fields show the year you choose; they follow when the project's fiscal year is changed, and when figures are imported. "
      "The join works, and can be saved, in a "
      "QGIS without Cluster Atlas. Joining a layer again "
      "replaces the join.\n\n"
      "If some features could not be joined, the name of the layer says so, and with it every legend: a map that is coloured by half of "
      "the features does not hide it. The report lists "
      "what matched and what did not, with the nearest names. A dry run (DRY_RUN) writes the report and changes nothing.\n\n"
      "“Take statistics off a layer” removes the join. For a copy with real fields, which can be used in filters, see “Join statistics”." );
}

CaCompat::AlgorithmFlags CaJoinLayerAlgorithm::flags() const
{
  return CaAlgorithm::flags();
}

void CaJoinLayerAlgorithm::initAlgorithm( const QVariantMap & )
{
  auto input = std::make_unique<QgsProcessingParameterVectorLayer>( QStringLiteral( "INPUT" ), tr( "Layer of the project" ),
                                                                    QList<int>{ static_cast<int>( CaCompat::AnyVector ) } );
  input->setHelp( tr( "Any layer or table with a column of codes or names." ) );
  addParameter( input.release() );
  addJoinParameters();
  auto valuesOnly =
      std::make_unique<QgsProcessingParameterBoolean>( QStringLiteral( "VALUES_ONLY" ), tr( "Join the values alone" ), false );
  valuesOnly->setHelp( tr( "Without the qualifier, flag and source of each figure: changing the fiscal year of many metrics is then twice "
                           "as fast." ) );
  valuesOnly->setFlags( valuesOnly->flags() | CaCompat::AdvancedParameter );
  addParameter( valuesOnly.release() );
  auto dryRun =
      std::make_unique<QgsProcessingParameterBoolean>( QStringLiteral( "DRY_RUN" ), tr( "Only say what would be joined" ), false );
  dryRun->setHelp( tr( "Works everything out, writes the report, and changes nothing." ) );
  addParameter( dryRun.release() );
  addReportParameter();
}

CaJoinLayerAlgorithm *CaJoinLayerAlgorithm::createInstance() const
{
  return new CaJoinLayerAlgorithm();
}

QVariantMap CaJoinLayerAlgorithm::processAlgorithm( const QVariantMap &parameters, QgsProcessingContext &context,
                                                    QgsProcessingFeedback *feedback )
{
  QgsVectorLayer *layer = projectLayer( parameters, context );
  const CaJoin worked = join( *layer, layer->name(), parameters, context, feedback );
  const CaJoinLayer::Columns columns =
      parameterAsBoolean( parameters, QStringLiteral( "VALUES_ONLY" ), context ) ? CaJoinLayer::Columns::Values : CaJoinLayer::Columns::All;
  QString error;
  if ( !parameterAsBoolean( parameters, QStringLiteral( "DRY_RUN" ), context ) &&
       !CaJoinLayer::add( context.project(), layer, worked, packFile(), prefix( parameters, context ), &error, columns ) )
    throw QgsProcessingException( error );
  return report( worked.report(), parameters, context, feedback );
}
