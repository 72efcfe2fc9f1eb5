// SPDX-License-Identifier: GPL-2.0-or-later
#include "caalgorithmbuildareas.h"

#include "caareabuilder.h"
#include "capaths.h"

#include <qgsprocessingparameters.h>
#include <qgsproviderregistry.h>

#include <QFileInfo>

namespace
{

//! What DATUM may say, and the CRS it stands for.
const QVector<QPair<QString, QString>> &datums()
{
  static const QVector<QPair<QString, QString>> table{ { QStringLiteral( "as_in_file" ), QString() },
                                                       { QStringLiteral( "jgd2011" ), QStringLiteral( "EPSG:6668" ) },
                                                       { QStringLiteral( "jgd2000" ), QStringLiteral( "EPSG:4612" ) },
                                                       { QStringLiteral( "tokyo" ), QStringLiteral( "EPSG:4301" ) } };
  return table;
}

QStringList datumNames()
{
  QStringList names;
  for ( const QPair<QString, QString> &datum : datums() )
    names << datum.first;
  return names;
}

} // namespace

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

CaCompat::AlgorithmFlags CaBuildAreasAlgorithm::flags() const
{
  return QgsProcessingAlgorithm::flags();
}

void CaBuildAreasAlgorithm::initAlgorithm( const QVariantMap & )
{
  auto boundaries = std::make_unique<QgsProcessingParameterFile>( QStringLiteral( "BOUNDARIES" ),
                                                                  tr( "File with boundaries (the shipped prefectures if empty)" ),
                                                                  CaCompat::FileParameter, QString(), QVariant(), true );
  boundaries->setHelp( tr( "A file with polygons of municipalities or prefectures and their JIS codes, such as N03." ) );
  addParameter( boundaries.release() );
  auto layer = std::make_unique<QgsProcessingParameterFeatureSource>(
      QStringLiteral( "BOUNDARY_LAYER" ), tr( "Boundaries as a layer in QGIS, instead of a file" ),
      QList<int>{ static_cast<int>( CaCompat::PolygonSource ) }, QVariant(), true );
  layer->setHelp( tr( "A layer of polygons with a column of JIS codes." ) );
  addParameter( layer.release() );
  auto what = std::make_unique<QgsProcessingParameterEnum>( QStringLiteral( "WHAT" ),
                                                            tr( "Areas to build (prefectures, bureaus, projects, subareas, types)" ),
                                                            CaAreaLists::kinds(), false, QStringLiteral( "projects" ), false, true );
  what->setHelp( tr( "Whose lists to use from the data pack; types stands for the examples of the two types of 2010." ) );
  addParameter( what.release() );
  auto membership =
      std::make_unique<QgsProcessingParameterFile>( QStringLiteral( "MEMBERSHIP" ), tr( "Membership table of your own, instead" ),
                                                    CaCompat::FileParameter, QStringLiteral( "csv" ), QVariant(), true );
  membership->setHelp(
      tr( "A CSV file with the columns area_code and jis_code; area_name_ja, precision, subregion and basis if wanted." ) );
  addParameter( membership.release() );
  auto datum = std::make_unique<QgsProcessingParameterEnum>(
      QStringLiteral( "DATUM" ), tr( "Datum of boundaries that do not say theirs (as_in_file, jgd2011, jgd2000, tokyo)" ), datumNames(),
      false, datumNames().constFirst(), false, true );
  datum->setHelp( tr( "Nothing is guessed: a file without coordinate reference system is refused unless you say what it is. N03 is on "
                      "JGD2011 since 2014, on JGD2000 before, on the Tokyo Datum before 2002." ) );
  addParameter( datum.release() );
  auto transform = std::make_unique<QgsProcessingParameterBoolean>( QStringLiteral( "TO_JGD2011" ), tr( "Transform to JGD2011" ), false );
  transform->setHelp( tr( "For boundaries on another datum; PROJ does it, and the report says how and how exactly." ) );
  addParameter( transform.release() );
  auto fallback = std::make_unique<QgsProcessingParameterBoolean>(
      QStringLiteral( "FALLBACK" ), tr( "Show areas whose municipalities are not known by their prefectures" ), true );
  fallback->setHelp( tr( "Such areas are marked prefecture_fallback. Otherwise they are what is listed, or have no polygon." ) );
  addParameter( fallback.release() );
  auto snap = std::make_unique<QgsProcessingParameterNumber>( QStringLiteral( "SNAP" ),
                                                              tr( "Snap points closer than (in units of the boundaries; 0 for none)" ),
                                                              CaCompat::DoubleNumber, 0, false, 0 );
  snap->setHelp( tr( "For boundaries whose neighbours differ in the last digits: 0.0000001 degrees are about 1 cm." ) );
  snap->setFlags( snap->flags() | CaCompat::AdvancedParameter );
  addParameter( snap.release() );
  auto layerName =
      std::make_unique<QgsProcessingParameterString>( QStringLiteral( "LAYER_NAME" ), tr( "Layer of the file" ), QVariant(), false, true );
  layerName->setHelp( tr( "Needed only if the file has several layers of polygons." ) );
  layerName->setFlags( layerName->flags() | CaCompat::AdvancedParameter );
  addParameter( layerName.release() );
  auto column = std::make_unique<QgsProcessingParameterString>( QStringLiteral( "CODE_COLUMN" ), tr( "Column with JIS codes" ), QVariant(),
                                                                false, true );
  column->setHelp( tr( "Found by its content if empty." ) );
  column->setFlags( column->flags() | CaCompat::AdvancedParameter );
  addParameter( column.release() );
  auto output = std::make_unique<QgsProcessingParameterFeatureSink>( QStringLiteral( "OUTPUT" ), tr( "Areas" ), CaCompat::PolygonSource );
  output->setHelp( tr( "A polygon for each area, with its list, precision and basis." ) );
  addParameter( output.release() );
  auto report = std::make_unique<QgsProcessingParameterFileDestination>(
      QStringLiteral( "REPORT" ), tr( "Report" ), tr( "HTML files (*.html);;JSON files (*.json)" ), QVariant(), true );
  report->setHelp( tr( "What was found in the boundaries and lists: as a page to read, or as JSON for programs." ) );
  addParameter( report.release() );
  addOutput( new QgsProcessingOutputNumber( QStringLiteral( "AREAS" ), tr( "Number of areas" ) ) );
  addOutput( new QgsProcessingOutputNumber( QStringLiteral( "CODES_LISTED" ), tr( "Codes listed" ) ) );
  addOutput( new QgsProcessingOutputNumber( QStringLiteral( "CODES_FOUND" ), tr( "Codes found" ) ) );
  addOutput( new QgsProcessingOutputNumber( QStringLiteral( "MENDED" ), tr( "Areas with codes that had to be mended" ) ) );
}

CaBuildAreasAlgorithm *CaBuildAreasAlgorithm::createInstance() const
{
  return new CaBuildAreasAlgorithm();
}

std::shared_ptr<const CaBoundaries> CaBuildAreasAlgorithm::boundaries( const QVariantMap &parameters, QgsProcessingContext &context,
                                                                       QgsProcessingFeedback *feedback ) const
{
  QString error;
  CaBoundaryOptions options;
  options.layerName = parameterAsString( parameters, QStringLiteral( "LAYER_NAME" ), context );
  options.codeColumn = parameterAsString( parameters, QStringLiteral( "CODE_COLUMN" ), context );
  options.toJgd2011 = parameterAsBool( parameters, QStringLiteral( "TO_JGD2011" ), context );
  options.snap = parameterAsDouble( parameters, QStringLiteral( "SNAP" ), context );
  const QString datum = parameterAsEnumString( parameters, QStringLiteral( "DATUM" ), context );
  if ( !datumNames().contains( datum ) )
    throw QgsProcessingException( tr( "DATUM is one of %1." ).arg( datumNames().join( QStringLiteral( ", " ) ) ) );
  for ( const QPair<QString, QString> &known : datums() )
  {
    if ( known.first == datum && !known.second.isEmpty() )
      options.missing = QgsCoordinateReferenceSystem( known.second );
  }
  const std::optional<CaAreaLists> prefectures = CaAreaLists::fromPack( CaPaths::installedPack(), QStringLiteral( "prefectures" ), &error );
  if ( !prefectures )
    throw QgsProcessingException( error );
  for ( const CaAreaList &prefecture : prefectures->areas() )
    options.prefectures.insert( prefecture.nameJa, prefecture.code );

  const QString file = parameterAsFile( parameters, QStringLiteral( "BOUNDARIES" ), context );
  const std::unique_ptr<QgsProcessingFeatureSource> source( parameterAsSource( parameters, QStringLiteral( "BOUNDARY_LAYER" ), context ) );
  if ( source && !file.isEmpty() )
    throw QgsProcessingException( tr( "Give either BOUNDARIES, a file, or BOUNDARY_LAYER, a layer, not both." ) );
  std::shared_ptr<const CaBoundaries> result;
  if ( source )
    result = CaBoundaries::read( *source, source->sourceName(), options, &error, feedback );
  else if ( file.isEmpty() )
    result = CaBoundaries::shippedPrefectures( CaPaths::installedPack(), &error, feedback );
  else
  {
    const QVariantMap parts = QgsProviderRegistry::instance()->decodeUri( QStringLiteral( "ogr" ), file );
    if ( options.layerName.isEmpty() )
      options.layerName = parts.value( QStringLiteral( "layerName" ) ).toString();
    result = CaBoundaries::read( QFileInfo::exists( file ) ? file : parts.value( QStringLiteral( "path" ), file ).toString(), options,
                                 &error, feedback );
  }
  if ( !result )
    throw QgsProcessingException( error );
  return result;
}

QVariantMap CaBuildAreasAlgorithm::processAlgorithm( const QVariantMap &parameters, QgsProcessingContext &context,
                                                     QgsProcessingFeedback *feedback )
{
  const QString what = parameterAsEnumString( parameters, QStringLiteral( "WHAT" ), context );
  const QString membership = parameterAsFile( parameters, QStringLiteral( "MEMBERSHIP" ), context );
  QString error;
  const std::optional<CaAreaLists> lists =
      membership.isEmpty() ? CaAreaLists::fromPack( CaPaths::installedPack(), what, &error ) : CaAreaLists::fromCsv( membership, &error );
  if ( !lists )
    throw QgsProcessingException( error );
  const std::shared_ptr<const CaBoundaries> source = boundaries( parameters, context, feedback );
  if ( feedback->isCanceled() )
    return {};

  CaAreaBuilder builder( source );
  builder.setFallback( parameterAsBool( parameters, QStringLiteral( "FALLBACK" ), context ) );
  const QVector<CaBuiltArea> areas = builder.build( *lists, feedback );
  if ( feedback->isCanceled() )
    return {};

  QString destination;
  const std::unique_ptr<QgsFeatureSink> sink( parameterAsSink( parameters, QStringLiteral( "OUTPUT" ), context, destination,
                                                               CaAreaBuilder::fields(), CaCompat::MultiPolygon, source->crs() ) );
  if ( !sink )
    throw QgsProcessingException( invalidSinkError( parameters, QStringLiteral( "OUTPUT" ) ) );
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

  CaAreaReport report = source->report();
  report.add( builder.report() );
  report.setValue( QStringLiteral( "boundaries" ), source->name() );
  for ( const CaAreaReport::Line &line : report.lines() )
  {
    if ( line.severity == CaAreaReport::Warning )
      feedback->pushWarning( line.text );
    else
      feedback->pushInfo( line.text );
    for ( const QString &detail : line.details.mid( 0, 20 ) )
      feedback->pushInfo( QStringLiteral( "    " ) + detail );
  }
  const QString reportFile = parameterAsFileOutput( parameters, QStringLiteral( "REPORT" ), context );
  if ( !reportFile.isEmpty() && !report.write( reportFile, tr( "Areas from %1" ).arg( source->name() ), &error ) )
    throw QgsProcessingException( error );
  return { { QStringLiteral( "OUTPUT" ), destination }, { QStringLiteral( "REPORT" ), reportFile },
           { QStringLiteral( "AREAS" ), areas.size() }, { QStringLiteral( "CODES_LISTED" ), listed },
           { QStringLiteral( "CODES_FOUND" ), found },  { QStringLiteral( "MENDED" ), mended } };
}
