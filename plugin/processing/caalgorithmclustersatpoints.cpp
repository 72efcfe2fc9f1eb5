// SPDX-License-Identifier: GPL-2.0-or-later
#include "caalgorithmclustersatpoints.h"

#include "capointreader.h"
#include "capointsinareas.h"
#include "catagtable.h"

#include <qgscoordinatetransform.h>
#include <qgsexception.h>
#include <qgsprocessingparameters.h>

#include <cmath>

namespace
{

//! Whether \a file is a GeoPackage of its own, without wishes about how it is written: one for CaTagTable.
bool isPlainGeoPackage( const QString &file, const QgsProcessingOutputLayerDefinition &wanted )
{
  QVariantMap options = wanted.createOptions;
  options.remove( QStringLiteral( "fileEncoding" ) ); // GeoPackages have but one
  return file.endsWith( QLatin1String( ".gpkg" ), Qt::CaseInsensitive ) && !file.startsWith( QLatin1String( "/vsi" ) ) &&
         options.isEmpty() && !wanted.useRemapping();
}

} // namespace

//! What reading needs, whichever way.
struct CaClustersAtPointsAlgorithm::Work
{
  QStringList codes; //!< Of the areas
  CaPointsInAreas &counter;
  QgsCoordinateTransform transform;
  std::unique_ptr<CaTagTable> table;  //!< TAGS, if it is a GeoPackage
  std::unique_ptr<CaAnswerSink> sink; //!< TAGS, if it is something else
  qint64 without = 0;

  bool isTagging() const { return table || sink; }
};

QString CaClustersAtPointsAlgorithm::name() const
{
  return QStringLiteral( "clustersatpoints" );
}

QString CaClustersAtPointsAlgorithm::displayName() const
{
  return tr( "Clusters at points" );
}

QStringList CaClustersAtPointsAlgorithm::tags() const
{
  return tr( "cluster,points,count,firms,universities,overlap,areas,join" ).split( ',' );
}

QString CaClustersAtPointsAlgorithm::group() const
{
  return tr( "Questions" );
}

QString CaClustersAtPointsAlgorithm::groupId() const
{
  return QStringLiteral( "questions" );
}

QString CaClustersAtPointsAlgorithm::shortHelpString() const
{
  return tr( "Counts points, such as firms, plants or universities, in each area, and says how many are in no area, in one, or in several: "
             "areas overlap, so the counts of areas add up to more than the "
             "number of points.\n\n"
             "COUNTS has a row for each area. TAGS, if wanted, has a row for each point that is in any area, with the id of the point and "
             "the codes of all its areas. A point on the border of two areas "
             "belongs to both.\n\n"
             "Areas come from lists of municipalities and prefectures and from boundaries, as for “Build areas”. Millions of points in a "
             "file are read in batches and none is kept in memory." );
}

void CaClustersAtPointsAlgorithm::initAlgorithm( const QVariantMap & )
{
  auto input = std::make_unique<QgsProcessingParameterFeatureSource>( QStringLiteral( "INPUT" ), tr( "Points" ),
                                                                      QList<int>{ static_cast<int>( CaCompat::PointSource ) } );
  input->setHelp( tr( "A layer of points in any coordinate reference system." ) );
  addParameter( input.release() );
  auto weight = std::make_unique<QgsProcessingParameterField>( QStringLiteral( "WEIGHT" ), tr( "Weight" ), QVariant(),
                                                               QStringLiteral( "INPUT" ), CaCompat::NumericField, false, true );
  weight->setHelp( tr( "A field to sum beside the count, such as employees. Points without a value count with 0." ) );
  addParameter( weight.release() );
  addAreaParameters();
  auto counts =
      std::make_unique<QgsProcessingParameterFeatureSink>( QStringLiteral( "COUNTS" ), tr( "Points in each area" ), CaCompat::AnyVector );
  counts->setHelp( tr( "A row for each area, with its precision." ) );
  addParameter( counts.release() );
  auto tags = std::make_unique<QgsProcessingParameterFeatureSink>( QStringLiteral( "TAGS" ), tr( "Areas of each point" ),
                                                                   CaCompat::AnyVector, QVariant(), true, false );
  tags->setHelp( tr( "A row for each point in any area: its id, the codes of its areas separated by semicolons, and how many they are." ) );
  addParameter( tags.release() );
  addReportParameter();
  addOutput( new QgsProcessingOutputNumber( QStringLiteral( "POINTS" ), tr( "Number of points" ) ) );
  addOutput( new QgsProcessingOutputNumber( QStringLiteral( "WITHOUT_POSITION" ), tr( "Features without a position" ) ) );
  addOutput( new QgsProcessingOutputNumber( QStringLiteral( "IN_NONE" ), tr( "Points in no area" ) ) );
  addOutput( new QgsProcessingOutputNumber( QStringLiteral( "IN_ONE" ), tr( "Points in one area" ) ) );
  addOutput( new QgsProcessingOutputNumber( QStringLiteral( "IN_SEVERAL" ), tr( "Points in several areas" ) ) );
}

CaClustersAtPointsAlgorithm *CaClustersAtPointsAlgorithm::createInstance() const
{
  return new CaClustersAtPointsAlgorithm();
}

bool CaClustersAtPointsAlgorithm::prepareAlgorithm( const QVariantMap &parameters, QgsProcessingContext &context, QgsProcessingFeedback * )
{
  mFile = CaPointFile::of( parameterDefinition( QStringLiteral( "INPUT" ) ), parameters, context );
  return true;
}

QString CaClustersAtPointsAlgorithm::openTags( const QVariantMap &parameters, QgsProcessingContext &context, Work &work )
{
  const QString name = QStringLiteral( "TAGS" );
  const QVariant value = parameters.value( name );
  QgsProcessingOutputLayerDefinition wanted;
  if ( value.canConvert<QgsProcessingOutputLayerDefinition>() )
    wanted = value.value<QgsProcessingOutputLayerDefinition>();
  else
    wanted.sink = QgsProperty::fromValue( value );
  QString file = wanted.sink.staticValue().toString();
  if ( file == QgsProcessing::TEMPORARY_OUTPUT )
    file = QgsProcessingUtils::generateTempFilename( QStringLiteral( "tags.gpkg" ) ); // a layer in memory would grow with the points
  if ( isPlainGeoPackage( file, wanted ) )
  {
    wanted.sink = QgsProperty::fromValue( file );
    QVariantMap named = parameters;
    named.insert( name, QVariant::fromValue( wanted ) );
    file = parameterAsOutputLayer( named, name, context );
    QString error;
    work.table = CaTagTable::create( file, work.codes, &error );
    if ( !work.table )
      throw QgsProcessingException( tr( "TAGS could not be written: %1" ).arg( error ) );
    return file;
  }
  QString id;
  work.sink = optionalTable( name, CaTagTable::fields(), parameters, context, &id );
  return id;
}

void CaClustersAtPointsAlgorithm::tag( Work &work, std::vector<int64_t> &ids, std::vector<std::vector<int>> &areas )
{
  QString error;
  if ( work.table && !work.table->add( ids, areas, &error ) )
    throw QgsProcessingException( tr( "TAGS could not be written: %1" ).arg( error ) );
  for ( size_t i = 0; work.sink && i < ids.size(); ++i )
  {
    if ( areas[i].empty() )
      continue;
    QgsFeature feature;
    feature.setAttributes( QgsAttributes() << static_cast<qlonglong>( ids[i] ) << CaTagTable::text( areas[i], work.codes )
                                           << static_cast<int>( areas[i].size() ) );
    if ( !work.sink->addFeature( feature, QgsFeatureSink::FastInsert ) )
      throw QgsProcessingException( tr( "TAGS could not be written: %1" ).arg( work.sink->lastError() ) );
  }
}

void CaClustersAtPointsAlgorithm::readBatches( Work &work, QgsProcessingFeedback *feedback ) const
{
  std::vector<std::vector<int>> areas;
  const auto use = [&]( CaPointReader::Batch &batch )
  {
    work.without += batch.without;
    CaPointFile::transform( batch, work.transform );
    work.counter.addBatch( batch.points.data(), batch.points.size(), work.isTagging() ? &areas : nullptr );
    tag( work, batch.ids, areas );
    return true;
  };
  QString error;
  if ( !CaPointReader::read( mFile->path, mFile->layerName, use, &error, feedback ) && !feedback->isCanceled() )
    throw QgsProcessingException( error );
}

void CaClustersAtPointsAlgorithm::readFeatures( const QgsProcessingFeatureSource &source, const QString &weightField, Work &work,
                                                QgsProcessingFeedback *feedback ) const
{
  const int weightIndex = source.fields().lookupField( weightField );
  constexpr size_t PACK = 8192;
  std::vector<int> members;
  std::vector<int> areas;
  std::vector<int64_t> taggedIds;
  std::vector<std::vector<int>> taggedAreas;
  const auto flush = [&]
  {
    tag( work, taggedIds, taggedAreas );
    taggedIds.clear();
    taggedAreas.clear();
  };
  std::vector<CaPoint> points;
  QgsFeatureIterator iterator = source.getFeatures(
      QgsFeatureRequest().setSubsetOfAttributes( weightIndex == -1 ? QgsAttributeList() : QgsAttributeList{ weightIndex } ) );
  const double expected = static_cast<double>( std::max( 1L, static_cast<long>( source.featureCount() ) ) );
  double seen = 0;
  QgsFeature feature;
  while ( !feedback->isCanceled() && iterator.nextFeature( feature ) )
  {
    points.clear();
    const QgsGeometry geometry = feature.geometry();
    if ( !geometry.isNull() )
    {
      for ( auto vertex = geometry.vertices_begin(); vertex != geometry.vertices_end(); ++vertex )
      {
        if ( !std::isfinite( ( *vertex ).x() ) || !std::isfinite( ( *vertex ).y() ) )
          continue;
        const QgsPointXY point = work.transform.transform( QgsPointXY( ( *vertex ).x(), ( *vertex ).y() ) );
        points.push_back( { point.x(), point.y() } );
      }
    }
    feedback->setProgress( 100 * ++seen / expected );
    if ( points.empty() )
    {
      ++work.without;
      continue;
    }
    work.counter.areasAt( points.data(), points.size(), members, areas );
    const double weight = weightIndex == -1 ? 1 : feature.attribute( weightIndex ).toDouble();
    work.counter.add( areas, std::isfinite( weight ) ? weight : 0 );
    if ( !work.isTagging() || areas.empty() )
      continue;
    taggedIds.push_back( feature.id() );
    taggedAreas.push_back( areas );
    if ( taggedIds.size() == PACK )
      flush();
  }
  flush();
}

QVariantMap CaClustersAtPointsAlgorithm::processAlgorithm( const QVariantMap &parameters, QgsProcessingContext &context,
                                                           QgsProcessingFeedback *feedback )
{
  const std::unique_ptr<QgsProcessingFeatureSource> source = featureSource( QStringLiteral( "INPUT" ), parameters, context );
  if ( !source )
    throw QgsProcessingException( invalidSourceError( parameters, QStringLiteral( "INPUT" ) ) );
  const CaAreaLists areaLists = lists( parameters, context );
  const std::shared_ptr<const CaBoundaries> areaBoundaries = boundaries( parameters, context, feedback );
  CaAreaBuilder builder( areaBoundaries );
  builder.setFallback( parameterAsBool( parameters, QStringLiteral( "FALLBACK" ), context ) );
  const QVector<CaBuiltArea> areas = builder.resolve( areaLists );
  QVector<QVector<int>> members;
  for ( const CaBuiltArea &area : areas )
    members << area.members;
  CaPointsInAreas counter( areaBoundaries->coverage(), members );

  const QString weightField = parameterAsString( parameters, QStringLiteral( "WEIGHT" ), context );
  QgsFields countFields;
  for ( const char *name : { "kind", "code", "name_ja", "name_en", "precision" } )
    countFields.append( QgsField( QString::fromLatin1( name ), CaCompat::TextField ) );
  countFields.append( QgsField( QStringLiteral( "points" ), CaCompat::LongField ) );
  if ( !weightField.isEmpty() )
    countFields.append( QgsField( QStringLiteral( "weight" ), CaCompat::RealField ) );
  QString countsId;
  Work work{ {}, counter, transformTo( areaBoundaries->crs(), *source, context ), {}, {} };
  const auto counts = table( QStringLiteral( "COUNTS" ), countFields, parameters, context, &countsId );
  for ( const CaBuiltArea &area : areas )
    work.codes << area.list.code;
  const QString tagsId = openTags( parameters, context, work );
  try
  {
    if ( mFile && weightField.isEmpty() )
      readBatches( work, feedback );
    else
      readFeatures( *source, weightField, work, feedback );
  }
  catch ( const QgsCsException &exception )
  {
    throw QgsProcessingException(
        tr( "The points cannot be transformed from %1 to %2: %3. Is their coordinate reference system right?" )
            .arg( source->sourceCrs().userFriendlyIdentifier(), areaBoundaries->crs().userFriendlyIdentifier(), exception.what() ) );
  }
  if ( feedback->isCanceled() )
    return {};

  for ( int i = 0; i < areas.size(); ++i )
  {
    const CaAreaList &list = areas.at( i ).list;
    const CaPointsInAreas::Count &count = counter.counts()[static_cast<size_t>( i )];
    QgsAttributes values;
    for ( const QString &text : { list.kind, list.code, list.nameJa, list.nameEn, areas.at( i ).precision } )
      values << text;
    values << count.points;
    if ( !weightField.isEmpty() )
      values << count.weight;
    QgsFeature feature;
    feature.setAttributes( values );
    if ( !counts->addFeature( feature, QgsFeatureSink::FastInsert ) )
      throw QgsProcessingException( tr( "COUNTS could not be written: %1" ).arg( counts->lastError() ) );
  }
  QString error;
  if ( work.table && !work.table->finish( &error ) )
    throw QgsProcessingException( tr( "TAGS could not be written: %1" ).arg( error ) );

  qint64 points = 0;
  QStringList overlaps;
  const std::vector<CaPointsInAreas::Count> &byOverlap = counter.byOverlap();
  for ( size_t i = 0; i < byOverlap.size(); ++i )
  {
    points += byOverlap[i].points;
    if ( byOverlap[i].points > 0 )
      overlaps << tr( "in %1 area(s): %2 point(s)" ).arg( i ).arg( byOverlap[i].points );
  }
  CaReport report = areaBoundaries->report();
  report.add( builder.report() );
  report.add( CaReport::Information, QStringLiteral( "overlaps" ), tr( "%1 points; in how many areas they are:" ).arg( points ), overlaps );
  if ( work.without > 0 )
    report.add( CaReport::Warning, QStringLiteral( "without_position" ),
                tr( "%1 features have no position and were not counted." ).arg( work.without ) );
  const QString reportFile =
      writeReport( report, tr( "Points in areas from %1" ).arg( areaBoundaries->name() ), parameters, context, feedback );
  CaAnswerSink::keep( { counts.get(), work.sink.get() } );
  const qint64 none = byOverlap[0].points;
  const qint64 one = byOverlap.size() > 1 ? byOverlap[1].points : 0;
  return { { QStringLiteral( "COUNTS" ), countsId },
           { QStringLiteral( "TAGS" ), tagsId },
           { QStringLiteral( "REPORT" ), reportFile },
           { QStringLiteral( "POINTS" ), points },
           { QStringLiteral( "WITHOUT_POSITION" ), work.without },
           { QStringLiteral( "IN_NONE" ), none },
           { QStringLiteral( "IN_ONE" ), one },
           { QStringLiteral( "IN_SEVERAL" ), points - none - one } };
}
