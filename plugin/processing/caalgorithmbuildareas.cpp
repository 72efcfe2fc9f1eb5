// SPDX-License-Identifier: GPL-2.0-or-later
#include "caalgorithmbuildareas.h"

#include "caareastore.h"

#include <qgsprocessingparameters.h>
#include <qgsproject.h>
#include <qgsproviderregistry.h>
#include <qgsvectorlayer.h>

#include <QFileInfo>

QString CaBuildAreasAlgorithm::name() const
{
  return QStringLiteral( "buildareas" );
}

QString CaBuildAreasAlgorithm::displayName() const
{
  return tr( "Build areas" );
}

QStringList CaBuildAreasAlgorithm::tags() const
{
  return tr( "cluster,area,boundary,municipality,prefecture,N03,dissolve,union,JIS code" ).split( ',' );
}

QString CaBuildAreasAlgorithm::group() const
{
  return tr( "Areas" );
}

QString CaBuildAreasAlgorithm::groupId() const
{
  return QStringLiteral( "areas" );
}

QString CaBuildAreasAlgorithm::shortHelpString() const
{
  return tr( "Makes the polygons of bureaus, projects, sub-areas, examples of types, or areas of your own from their lists of "
             "municipalities and prefectures, with the boundaries you give.\n\n"
             "Boundaries may be MLIT's N03 of any year (Shapefile, GeoJSON, GML, in CP932 or UTF-8), the same as TopoJSON or GeoPackage, "
             "or any polygons with a column of JIS codes; without any, the "
             "prefectures that ship with Cluster Atlas are used. They are checked first: what is invalid or overlaps is mended and named "
             "in the report.\n\n"
             "Each area says how precise it is: by municipality, by prefecture, only a part of its municipalities, or prefectures in place "
             "of municipalities that are not known. A membership table is "
             "a CSV file with the columns area_code and jis_code, one row a municipality or prefecture." );
}

void CaBuildAreasAlgorithm::initAlgorithm( const QVariantMap & )
{
  addAreaParameters();
  auto output = std::make_unique<QgsProcessingParameterFeatureSink>( QStringLiteral( "OUTPUT" ), tr( "Areas" ), CaCompat::PolygonSource );
  output->setHelp( tr( "A polygon for each area, with its list, precision and basis." ) );
  addParameter( output.release() );
  auto pack = std::make_unique<QgsProcessingParameterFile>( QStringLiteral( "PACK" ), tr( "Data pack of a project that takes the areas" ),
                                                            CaCompat::FileParameter, QStringLiteral( "gpkg" ), QVariant(), true );
  pack->setHelp( tr( "The clusteratlas.gpkg beside a project. Its layers show the new polygons at once; codes, names and joined figures "
                     "stay. Needs boundaries in JGD2011." ) );
  addParameter( pack.release() );
  addReportParameter();
  addOutput( new QgsProcessingOutputNumber( QStringLiteral( "AREAS" ), tr( "Number of areas" ) ) );
  addOutput( new QgsProcessingOutputNumber( QStringLiteral( "CODES_LISTED" ), tr( "Codes listed" ) ) );
  addOutput( new QgsProcessingOutputNumber( QStringLiteral( "CODES_FOUND" ), tr( "Codes found" ) ) );
  addOutput( new QgsProcessingOutputNumber( QStringLiteral( "REPLACED" ), tr( "Polygons replaced in the data pack" ) ) );
  addOutput( new QgsProcessingOutputNumber( QStringLiteral( "MENDED" ), tr( "Areas with codes that had to be mended" ) ) );
}

CaBuildAreasAlgorithm *CaBuildAreasAlgorithm::createInstance() const
{
  return new CaBuildAreasAlgorithm();
}

QVariantMap CaBuildAreasAlgorithm::processAlgorithm( const QVariantMap &parameters, QgsProcessingContext &context,
                                                     QgsProcessingFeedback *feedback )
{
  const CaAreaLists areaLists = lists( parameters, context );
  const std::shared_ptr<const CaBoundaries> source = boundaries( parameters, context, feedback );
  if ( feedback->isCanceled() )
    return {};

  CaAreaBuilder builder( source );
  builder.setFallback( parameterAsBool( parameters, QStringLiteral( "FALLBACK" ), context ) );
  const QVector<CaBuiltArea> areas = builder.build( areaLists, feedback );
  if ( feedback->isCanceled() )
    return {};

  QString destination;
  const auto sink = table( QStringLiteral( "OUTPUT" ), CaAreaBuilder::fields(), parameters, context, &destination, CaCompat::MultiPolygon,
                           source->crs() );
  int listed = 0;
  int found = 0;
  int mended = 0;
  for ( const CaBuiltArea &area : areas )
  {
    if ( feedback->isCanceled() )
      return {};
    QgsFeature feature = builder.feature( area );
    if ( !sink->addFeature( feature, QgsFeatureSink::FastInsert ) )
      throw QgsProcessingException( tr( "The area %1 could not be written: %2" ).arg( area.list.code, sink->lastError() ) );
    listed += area.listed;
    found += area.found;
    mended += !area.mended.isEmpty();
  }

  int replaced = 0;
  const QString pack = parameterAsFile( parameters, QStringLiteral( "PACK" ), context );
  if ( !pack.isEmpty() )
  {
    QString error;
    if ( !CaAreaStore::write( pack, areas, builder, source->crs(), &replaced, &error ) )
      throw QgsProcessingException( error );
    mPack = pack;
  }

  CaReport report = source->report();
  report.add( builder.report() );
  report.setValue( QStringLiteral( "boundaries" ), source->name() );
  const QString reportFile = writeReport( report, tr( "Areas from %1" ).arg( source->name() ), parameters, context, feedback );
  CaAnswerSink::keep( { sink.get() } );
  return { { QStringLiteral( "OUTPUT" ), destination }, { QStringLiteral( "REPORT" ), reportFile },
           { QStringLiteral( "AREAS" ), areas.size() }, { QStringLiteral( "CODES_LISTED" ), listed },
           { QStringLiteral( "CODES_FOUND" ), found },  { QStringLiteral( "MENDED" ), mended },
           { QStringLiteral( "REPLACED" ), replaced } };
}

QVariantMap CaBuildAreasAlgorithm::postProcessAlgorithm( QgsProcessingContext &context, QgsProcessingFeedback * )
{
  if ( mPack.isEmpty() || !context.project() )
    return {};
  const QMap<QString, QgsMapLayer *> layers = context.project()->mapLayers();
  for ( QgsMapLayer *layer : layers )
  {
    const QVariantMap parts = QgsProviderRegistry::instance()->decodeUri( layer->providerType(), layer->source() );
    if ( QFileInfo( parts.value( QStringLiteral( "path" ) ).toString() ) == QFileInfo( mPack ) )
      layer->reload();
  }
  return {};
}
