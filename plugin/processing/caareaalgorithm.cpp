// SPDX-License-Identifier: GPL-2.0-or-later
#include "caareaalgorithm.h"

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

CaCompat::AlgorithmFlags CaAreaAlgorithm::flags() const
{
  return QgsProcessingAlgorithm::flags();
}

void CaAreaAlgorithm::addAreaParameters()
{
  auto what = std::make_unique<QgsProcessingParameterEnum>( QStringLiteral( "WHAT" ),
                                                            tr( "Areas to build (prefectures, bureaus, projects, subareas, types)" ),
                                                            CaAreaLists::kinds(), false, QStringLiteral( "projects" ), false, true );
  what->setHelp( tr( "Whose lists to use from the data pack; types stands for the examples of the two types of 2010." ) );
  addParameter( what.release() );
  addMembershipParameter( tr( "Membership table of your own, instead" ) );
  addBoundaryParameters();
}

void CaAreaAlgorithm::addMembershipParameter( const QString &description )
{
  auto membership = std::make_unique<QgsProcessingParameterFile>( QStringLiteral( "MEMBERSHIP" ), description, CaCompat::FileParameter,
                                                                  QStringLiteral( "csv" ), QVariant(), true );
  membership->setHelp(
      tr( "A CSV file with the columns area_code and jis_code; area_name_ja, precision, subregion and basis if wanted." ) );
  addParameter( membership.release() );
}

void CaAreaAlgorithm::addBoundaryParameters()
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
  auto datum = std::make_unique<QgsProcessingParameterEnum>(
      QStringLiteral( "DATUM" ), tr( "Datum of boundaries that do not say theirs (as_in_file, jgd2011, jgd2000, tokyo)" ), datumNames(),
      false, datumNames().constFirst(), false, true );
  datum->setHelp( tr( "Nothing is guessed: a file without coordinate reference system is refused unless you say what it is. N03 of recent "
                      "years is on JGD2011; the description that comes with a file says it." ) );
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
}

CaAreaLists CaAreaAlgorithm::lists( const QVariantMap &parameters, QgsProcessingContext &context ) const
{
  QString error;
  const QString membership = parameterAsFile( parameters, QStringLiteral( "MEMBERSHIP" ), context );
  const std::optional<CaAreaLists> lists =
      membership.isEmpty() ? CaAreaLists::fromPack( CaPaths::installedPack(),
                                                    parameterAsEnumString( parameters, QStringLiteral( "WHAT" ), context ), &error )
                           : CaAreaLists::fromCsv( membership, &error );
  if ( !lists )
    throw QgsProcessingException( error );
  return *lists;
}

std::shared_ptr<const CaBoundaries> CaAreaAlgorithm::boundaries( const QVariantMap &parameters, QgsProcessingContext &context,
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
  const std::unique_ptr<QgsProcessingFeatureSource> source = featureSource( QStringLiteral( "BOUNDARY_LAYER" ), parameters, context );
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
