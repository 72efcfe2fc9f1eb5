// SPDX-License-Identifier: GPL-2.0-or-later
#include "caprovider.h"

#include "caalgorithmaddlayers.h"
#include "caalgorithmaddmetric.h"
#include "caalgorithmbuildareas.h"
#include "caalgorithmcheckatlas.h"
#include "caalgorithmclusteroverlaps.h"
#include "caalgorithmclustersatpoints.h"
#include "caalgorithmcompareatlas.h"
#include "caalgorithmcompareclusters.h"
#include "caalgorithmcoverage.h"
#include "caalgorithmcreateproject.h"
#include "caalgorithmderivefigures.h"
#include "caalgorithmexportatlas.h"
#include "caalgorithmexportstatistics.h"
#include "caalgorithmfindclusters.h"
#include "caalgorithmimportstatistics.h"
#include "caalgorithmjoinlayer.h"
#include "caalgorithmjoinstatistics.h"
#include "caalgorithmnearestclusters.h"
#include "caalgorithmpartnerlinks.h"
#include "caalgorithmplanatlas.h"
#include "caalgorithmsetfiscalyear.h"
#include "caalgorithmstatisticstemplate.h"
#include "caalgorithmsummarisezones.h"
#include "caalgorithmunjoinlayer.h"
#include "caalgorithmwhatishere.h"

#include <qgsapplication.h>
#include <qgsprocessingregistry.h>

#include <QIcon>

CaProvider::CaProvider( QObject *parent )
    : QgsProcessingProvider( parent )
{
}

QString CaProvider::providerId()
{
  return QStringLiteral( "clusteratlas" );
}

QString CaProvider::id() const
{
  return providerId();
}

QString CaProvider::name() const
{
  return tr( "Cluster Atlas" );
}

QString CaProvider::longName() const
{
  return tr( "Cluster Atlas (%1)" ).arg( versionInfo() );
}

QString CaProvider::versionInfo() const
{
  return QStringLiteral( CA_VERSION );
}

QIcon CaProvider::icon() const
{
  return QIcon( svgIconPath() );
}

QString CaProvider::svgIconPath() const
{
  return QStringLiteral( ":/clusteratlas/icons/clusteratlas.svg" );
}

bool CaProvider::registerOnce()
{
  QgsProcessingRegistry *registry = QgsApplication::processingRegistry();
  // The registry takes ownership, and deletes what it refuses.
  return !registry->providerById( providerId() ) && registry->addProvider( new CaProvider() );
}

void CaProvider::unregister()
{
  QgsProcessingRegistry *registry = QgsApplication::processingRegistry();
  if ( registry && registry->providerById( providerId() ) )
    registry->removeProvider( providerId() );
}

void CaProvider::loadAlgorithms()
{
  addAlgorithm( new CaAddLayersAlgorithm() );
  addAlgorithm( new CaAddMetricAlgorithm() );
  addAlgorithm( new CaBuildAreasAlgorithm() );
  addAlgorithm( new CaClusterOverlapsAlgorithm() );
  addAlgorithm( new CaClustersAtPointsAlgorithm() );
  addAlgorithm( new CaCompareAtlasAlgorithm() );
  addAlgorithm( new CaCompareClustersAlgorithm() );
  addAlgorithm( new CaCoverageAlgorithm() );
  addAlgorithm( new CaCreateProjectAlgorithm() );
  addAlgorithm( new CaDeriveFiguresAlgorithm() );
  addAlgorithm( new CaPlanAtlasAlgorithm() );
  addAlgorithm( new CaCheckAtlasAlgorithm() );
  addAlgorithm( new CaExportAtlasAlgorithm() );
  addAlgorithm( new CaExportStatisticsAlgorithm() );
  addAlgorithm( new CaFindClustersAlgorithm() );
  addAlgorithm( new CaImportStatisticsAlgorithm() );
  addAlgorithm( new CaJoinLayerAlgorithm() );
  addAlgorithm( new CaJoinStatisticsAlgorithm() );
  addAlgorithm( new CaNearestClustersAlgorithm() );
  addAlgorithm( new CaPartnerLinksAlgorithm() );
  addAlgorithm( new CaSetFiscalYearAlgorithm() );
  addAlgorithm( new CaStatisticsTemplateAlgorithm() );
  addAlgorithm( new CaSummariseZonesAlgorithm() );
  addAlgorithm( new CaUnjoinLayerAlgorithm() );
  addAlgorithm( new CaWhatIsHereAlgorithm() );
}
