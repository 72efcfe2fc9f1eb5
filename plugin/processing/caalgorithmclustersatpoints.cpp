// SPDX-License-Identifier: GPL-2.0-or-later
#include "caalgorithmclustersatpoints.h"

#include "capointreader.h"
#include "capointsinareas.h"

#include <qgscoordinatetransform.h>
#include <qgsexception.h>
#include <qgsprocessingparameters.h>

#include <cmath>

//! What reading needs, whichever way.
struct CaClustersAtPointsAlgorithm::Work
{
  const QVector<CaBuiltArea> &areas;
  CaPointsInAreas &counter;
  QgsFeatureSink *tags;
  QgsCoordinateTransform transform;
  qint64 without = 0;
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

void CaClustersAtPointsAlgorithm::tag( Work &work, qint64 id, const std::vector<int> &areas )
{
  if ( !work.tags || areas.empty() )
    return;
  QStringList codes;
  for ( const int area : areas )
    codes << work.areas.at( area ).list.code;
  QgsFeature feature;
  feature.setAttributes( QgsAttributes() << id << codes.join( QLatin1Char( ';' ) ) << static_cast<int>( areas.size() ) );
  if ( !work.tags->addFeature( feature, QgsFeatureSink::FastInsert ) )
    throw QgsProcessingException( tr( "TAGS could not be written: %1" ).arg( work.tags->lastError() ) );
}

void CaClustersAtPointsAlgorithm::readBatches( Work &work, QgsProcessingFeedback *feedback ) const
{
  std::vector<int> members;
  std::vector<int> areas;
  const auto use = [&]( CaPointReader::Batch &batch )
  {
    work.without += batch.without;
    CaPointFile::transform( batch, work.transform );
    if ( !work.tags )
    {
      work.counter.addBatch( batch.points.data(), batch.points.size() );
      return true;
    }
    for ( size_t i = 0; i < batch.points.size(); ++i )
    {
      work.counter.areasAt( &batch.points[i], 1, members, areas );
      work.counter.add( areas, 1 );
      tag( work, batch.ids[i], areas );
    }
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
  std::vector<int> members;
  std::vector<int> areas;
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
    tag( work, feature.id(), areas );
  }
}

QVariantMap CaClustersAtPointsAlgorithm::processAlgorithm( const QVariantMap &parameters, QgsProcessingContext &context,
                                                           QgsProcessingFeedback *feedback )
{
  const std::unique_ptr<QgsProcessingFeatureSource> source( parameterAsSource( parameters, QStringLiteral( "INPUT" ), context ) );
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
  QgsFields tagFields;
  tagFields.append( QgsField( QStringLiteral( "point_id" ), CaCompat::LongField ) );
  tagFields.append( QgsField( QStringLiteral( "areas" ), CaCompat::TextField ) );
  tagFields.append( QgsField( QStringLiteral( "number" ), CaCompat::IntegerField ) );
  QString countsId;
  QString tagsId;
  const std::unique_ptr<QgsFeatureSink> counts(
      parameterAsSink( parameters, QStringLiteral( "COUNTS" ), context, countsId, countFields, CaCompat::NoGeometryType ) );
  if ( !counts )
    throw QgsProcessingException( invalidSinkError( parameters, QStringLiteral( "COUNTS" ) ) );
  const std::unique_ptr<QgsFeatureSink> tags(
      parameterAsSink( parameters, QStringLiteral( "TAGS" ), context, tagsId, tagFields, CaCompat::NoGeometryType ) );
  if ( !tags && parameters.value( QStringLiteral( "TAGS" ) ).isValid() &&
       !parameters.value( QStringLiteral( "TAGS" ) ).toString().isEmpty() )
    throw QgsProcessingException( invalidSinkError( parameters, QStringLiteral( "TAGS" ) ) );

  Work work{ areas, counter, tags.get(), QgsCoordinateTransform( source->sourceCrs(), areaBoundaries->crs(), context.transformContext() ) };
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

  qint64 points = 0;
  QStringList overlaps;
  const std::vector<CaPointsInAreas::Count> &byOverlap = counter.byOverlap();
  for ( size_t i = 0; i < byOverlap.size(); ++i )
  {
    points += byOverlap[i].points;
    if ( byOverlap[i].points > 0 )
      overlaps << tr( "in %1 area(s): %2 point(s)" ).arg( i ).arg( byOverlap[i].points );
  }
  CaAreaReport report = areaBoundaries->report();
  report.add( builder.report() );
  report.add( CaAreaReport::Information, QStringLiteral( "overlaps" ), tr( "%1 points; in how many areas they are:" ).arg( points ),
              overlaps );
  if ( work.without > 0 )
    report.add( CaAreaReport::Warning, QStringLiteral( "without_position" ),
                tr( "%1 features have no position and were not counted." ).arg( work.without ) );
  const QString reportFile =
      writeReport( report, tr( "Points in areas from %1" ).arg( areaBoundaries->name() ), parameters, context, feedback );
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
