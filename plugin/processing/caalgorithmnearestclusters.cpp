// SPDX-License-Identifier: GPL-2.0-or-later
#include "caalgorithmnearestclusters.h"

#include "cafiguretext.h"
#include "cahtml.h"
#include "caparallel.h"

#include <qgscoordinatetransform.h>
#include <qgsexception.h>
#include <qgsprocessingparameters.h>

#include <cmath>
#include <limits>

namespace
{

constexpr size_t BATCH = 2048; // features
constexpr size_t PART = 64;    // of a batch for one thread
constexpr double METRES = 1000;
constexpr int ROWS_SHOWN = 200; // of the report

} // namespace

//! What reading needs, whichever way, and what it counts.
struct CaNearestClustersAlgorithm::Search
{
  const CaAreaSet &set;
  const CaNearestAreas &nearest;
  int number;
  double limit; //!< Metres
  QgsCoordinateTransform transform;
  QgsFeatureSink &output;
  std::vector<std::vector<CaNearArea>> found; //!< Of each feature of a batch
  std::vector<char> isGood;                   //!< Whether each has a position
  QVector<qint64> first;                      //!< How often each area was the nearest
  qint64 features = 0;
  qint64 without = 0;
  qint64 none = 0;
  qint64 inside = 0;
};

QString CaNearestClustersAlgorithm::name() const
{
  return QStringLiteral( "nearestclusters" );
}

QString CaNearestClustersAlgorithm::displayName() const
{
  return tr( "Nearest clusters" );
}

QStringList CaNearestClustersAlgorithm::tags() const
{
  return tr( "cluster,nearest,distance,neighbour,within,km,areas" ).split( ',' );
}

QString CaNearestClustersAlgorithm::shortHelpString() const
{
  return tr(
      "Finds the nearest areas of each feature, points, lines or polygons, with their distance in kilometres by the shortest way on "
      "the ellipsoid (GRS80): to the nearest place on the border of the area, and 0 in it and on its border.\n\n"
      "Areas overlap, so that a feature may be in several: each has its own row and rank, equally near ones in the order of the lists. "
      "NUMBER says how many areas a feature gets at most, LIMIT_KM how far they may be. A feature without any has no row and "
      "is counted.\n\n"
      "Distances of points are exact to a millimetre for the boundaries as they are given, those of lines and polygons to two "
      "centimetres. Millions of points in a file are read in batches and none is kept in memory." );
}

void CaNearestClustersAlgorithm::initAlgorithm( const QVariantMap & )
{
  auto input = std::make_unique<QgsProcessingParameterFeatureSource>( QStringLiteral( "INPUT" ), tr( "Features" ),
                                                                      QList<int>{ static_cast<int>( CaCompat::AnyVector ) } );
  input->setHelp( tr( "Points, lines or polygons in any coordinate reference system." ) );
  addParameter( input.release() );
  auto fields = std::make_unique<QgsProcessingParameterField>( QStringLiteral( "FIELDS" ), tr( "Fields to copy" ), QVariant(),
                                                               QStringLiteral( "INPUT" ), CaCompat::AnyField, true, true );
  fields->setHelp( tr( "Put into each row beside the id of the feature. None are copied if empty, which reads points fastest." ) );
  addParameter( fields.release() );
  addAskedParameters( { QStringLiteral( "projects" ) } );
  auto number = std::make_unique<QgsProcessingParameterNumber>( QStringLiteral( "NUMBER" ), tr( "Areas of each feature at most" ),
                                                                CaCompat::IntegerNumber, 3, false, 1 );
  number->setHelp( tr( "The nearest so many." ) );
  addParameter( number.release() );
  auto limit = std::make_unique<QgsProcessingParameterNumber>( QStringLiteral( "LIMIT_KM" ), tr( "Not farther than (km)" ),
                                                               CaCompat::DoubleNumber, QVariant(), true, 0 );
  limit->setHelp( tr( "In kilometres; any distance if empty, only what the feature is in or touches if 0." ) );
  addParameter( limit.release() );
  addPackParameter();
  addBoundaryParameters();
  addTableParameter( QStringLiteral( "OUTPUT" ), tr( "Nearest areas" ) );
  addReportParameter();
  addCount( QStringLiteral( "FEATURES" ), tr( "Number of features" ) );
  addCount( QStringLiteral( "INSIDE" ), tr( "Features in an area, or touching one" ) );
  addCount( QStringLiteral( "WITHOUT_AREA" ), tr( "Features with no area within the limit" ) );
  addCount( QStringLiteral( "WITHOUT_POSITION" ), tr( "Features without a position" ) );
}

CaNearestClustersAlgorithm *CaNearestClustersAlgorithm::createInstance() const
{
  return new CaNearestClustersAlgorithm();
}

bool CaNearestClustersAlgorithm::prepareAlgorithm( const QVariantMap &parameters, QgsProcessingContext &context,
                                                   QgsProcessingFeedback *feedback )
{
  mFile = CaPointFile::of( parameterDefinition( QStringLiteral( "INPUT" ) ), parameters, context );
  return CaQuestionAlgorithm::prepareAlgorithm( parameters, context, feedback );
}

//! Asks for each feature of a batch, on as many threads as there are cores.
void CaNearestClustersAlgorithm::find( Search &search, size_t count,
                                       const std::function<bool( size_t, CaNearestAreas::Work &, std::vector<CaNearArea> & )> &ask,
                                       QgsProcessingFeedback *feedback )
{
  search.found.resize( std::max( search.found.size(), count ) );
  search.isGood.assign( count, 0 );
  caParallel( ( count + PART - 1 ) / PART,
              [&]( size_t part )
              {
                CaNearestAreas::Work work;
                const size_t end = std::min( count, ( part + 1 ) * PART );
                for ( size_t i = part * PART; i < end && !feedback->isCanceled(); ++i )
                  search.isGood[i] = ask( i, work, search.found[i] );
              } );
}

void CaNearestClustersAlgorithm::write( Search &search, qint64 id, const QgsAttributes &copied, const std::vector<CaNearArea> &found )
{
  ++search.features;
  if ( found.empty() )
  {
    ++search.none;
    return;
  }
  search.inside += found.front().metres == 0;
  ++search.first[found.front().area];
  for ( size_t i = 0; i < found.size(); ++i )
  {
    const CaBuiltArea &area = search.set.areas().at( found[i].area );
    QgsAttributes values;
    values << id << static_cast<int>( i + 1 );
    for ( const QString &text : { area.list.kind, area.list.code, area.list.nameJa, area.list.nameEn, area.precision, area.basis } )
      values << text;
    values << found[i].metres / METRES << copied;
    addRow( search.output, values );
  }
}

void CaNearestClustersAlgorithm::readPoints( Search &search, QgsProcessingFeedback *feedback ) const
{
  const auto use = [&]( CaPointReader::Batch &batch )
  {
    search.without += batch.without;
    CaPointFile::transform( batch, search.transform );
    for ( size_t begin = 0; begin < batch.points.size() && !feedback->isCanceled(); begin += BATCH )
    {
      const size_t count = std::min( BATCH, batch.points.size() - begin );
      find(
          search, count,
          [&]( size_t i, CaNearestAreas::Work &work, std::vector<CaNearArea> &found )
          {
            const CaPoint &point = batch.points[begin + i];
            const bool isGood = std::isfinite( point.x ) && std::isfinite( point.y );
            if ( isGood )
              search.nearest.nearest( point, search.number, search.limit, work, found );
            return isGood;
          },
          feedback );
      for ( size_t i = 0; i < count && !feedback->isCanceled(); ++i )
      {
        if ( search.isGood[i] )
          write( search, batch.ids[begin + i], {}, search.found[i] );
        else
          ++search.without;
      }
    }
    return true;
  };
  QString error;
  if ( !CaPointReader::read( mFile->path, mFile->layerName, use, &error, feedback ) && !feedback->isCanceled() )
    throw QgsProcessingException( error );
}

void CaNearestClustersAlgorithm::readFeatures( const QgsProcessingFeatureSource &source, const QgsAttributeList &fields, Search &search,
                                               QgsProcessingFeedback *feedback )
{
  QgsFeatureIterator iterator = source.getFeatures( QgsFeatureRequest().setSubsetOfAttributes( fields ) );
  const double expected = static_cast<double>( std::max( 1L, static_cast<long>( source.featureCount() ) ) );
  std::vector<QgsFeature> batch;
  double seen = 0;
  bool isMore = true;
  while ( isMore && !feedback->isCanceled() )
  {
    batch.clear();
    QgsFeature feature;
    while ( batch.size() < BATCH && ( isMore = iterator.nextFeature( feature ) ) )
    {
      QgsGeometry geometry = feature.geometry();
      if ( !geometry.isNull() )
        geometry.transform( search.transform );
      feature.setGeometry( geometry );
      batch.push_back( feature );
    }
    find(
        search, batch.size(),
        [&]( size_t i, CaNearestAreas::Work &work, std::vector<CaNearArea> &found )
        { return search.nearest.nearest( batch[i].geometry(), search.number, search.limit, work, found ); },
        feedback );
    for ( size_t i = 0; i < batch.size() && !feedback->isCanceled(); ++i )
    {
      QgsAttributes copied;
      for ( const int field : fields )
        copied << batch[i].attribute( field );
      if ( search.isGood[i] )
        write( search, batch[i].id(), copied, search.found[i] );
      else
        ++search.without;
    }
    seen += static_cast<double>( batch.size() );
    feedback->setProgress( 100 * seen / expected );
  }
}

QVariantMap CaNearestClustersAlgorithm::processAlgorithm( const QVariantMap &parameters, QgsProcessingContext &context,
                                                          QgsProcessingFeedback *feedback )
{
  const std::unique_ptr<QgsProcessingFeatureSource> source = featureSource( QStringLiteral( "INPUT" ), parameters, context );
  if ( !source )
    throw QgsProcessingException( invalidSourceError( parameters, QStringLiteral( "INPUT" ) ) );
  const QVariant limitKm = parameters.value( QStringLiteral( "LIMIT_KM" ) );
  const double limit = limitKm.isNull() || limitKm.toString().isEmpty()
                           ? std::numeric_limits<double>::max()
                           : METRES * parameterAsDouble( parameters, QStringLiteral( "LIMIT_KM" ), context );
  const QVector<CaAreaList> lists = listsOf( kinds( parameters, context ), parameters, context );
  requireAreas( lists );
  const std::shared_ptr<const CaAreaSet> set = areaSet( {}, parameters, context, feedback, CaAreaLists( lists ) );
  if ( !set || feedback->isCanceled() )
    return {};
  QString error;
  const std::shared_ptr<const CaNearestAreas> nearest = CaNearestAreas::build( set, &error );
  if ( !nearest )
    throw QgsProcessingException( error );

  QgsAttributeList copied;
  QgsFields copiedFields;
  const QStringList names = CaCompat::fieldNames( parameterDefinition( QStringLiteral( "FIELDS" ) ), parameters, context );
  for ( const QString &field : names )
  {
    const int index = source->fields().lookupField( field );
    if ( index < 0 )
      throw QgsProcessingException( tr( "FIELDS: the layer has no field “%1”." ).arg( field ) );
    copied << index;
    copiedFields.append( source->fields().at( index ) );
  }
  const QgsFields own = tableFields( { QStringLiteral( "feature:integer" ), QStringLiteral( "rank:integer" ), QStringLiteral( "kind" ),
                                       QStringLiteral( "code" ), QStringLiteral( "name_ja" ), QStringLiteral( "name_en" ),
                                       QStringLiteral( "precision" ), QStringLiteral( "basis" ), QStringLiteral( "distance_km:real" ) } );
  QString outputId;
  const std::unique_ptr<CaAnswerSink> output =
      table( QStringLiteral( "OUTPUT" ), QgsProcessingUtils::combineFields( own, copiedFields ), parameters, context, &outputId );
  Search search{ *set,
                 *nearest,
                 parameterAsInt( parameters, QStringLiteral( "NUMBER" ), context ),
                 limit,
                 transformTo( set->boundaries().crs(), *source, context ),
                 *output,
                 {},
                 {},
                 QVector<qint64>( set->areas().size(), 0 ) };
  try
  {
    if ( mFile && copied.isEmpty() )
      readPoints( search, feedback );
    else
      readFeatures( *source, copied, search, feedback );
  }
  catch ( const QgsCsException &exception )
  {
    throw QgsProcessingException(
        tr( "The features cannot be transformed from %1 to %2: %3. Is their coordinate reference system right?" )
            .arg( source->sourceCrs().userFriendlyIdentifier(), set->boundaries().crs().userFriendlyIdentifier(), exception.what() ) );
  }
  if ( feedback->isCanceled() )
    return {};

  CaReport report = set->report();
  report.add( CaReport::Information, QStringLiteral( "features" ),
              tr( "%1 features: %2 in an area or touching one, %3 with none within the limit." )
                  .arg( search.features )
                  .arg( search.inside )
                  .arg( search.none ) );
  if ( search.without > 0 )
    report.add( CaReport::Warning, QStringLiteral( "without_position" ),
                tr( "%1 features have no position and were left out." ).arg( search.without ) );
  addBasis(
      report, *set, 0,
      tr( "shortest way on GRS80 to the border, 0 in an area; equally near ones in the order of the lists; at most %1 areas; limit: %2" )
          .arg( search.number )
          .arg( limit == std::numeric_limits<double>::max() ? tr( "none" ) : tr( "%1 km" ).arg( limit / METRES ) ) );
  QList<QStringList> rows;
  for ( int area = 0; area < search.first.size() && rows.size() < ROWS_SHOWN; ++area )
  {
    const CaBuiltArea &built = set->areas().at( area );
    if ( search.first.at( area ) > 0 )
      rows << QStringList{ built.list.code, built.list.nameJa, built.list.nameEn, built.precision,
                           CaFigureText::number( static_cast<double>( search.first.at( area ) ) ) };
  }
  const QStringList head{ tr( "Code" ), tr( "Japanese name" ), tr( "English name" ), tr( "Precision" ),
                          tr( "Features it is the nearest of" ) };
  const QString reportFile = writeAnswer( report, tr( "Nearest clusters" ), CaHtml::table( head, rows ), parameters, context, feedback );
  CaAnswerSink::keep( { output.get() } );
  return { { QStringLiteral( "OUTPUT" ), outputId },          { QStringLiteral( "REPORT" ), reportFile },
           { QStringLiteral( "FEATURES" ), search.features }, { QStringLiteral( "INSIDE" ), search.inside },
           { QStringLiteral( "WITHOUT_AREA" ), search.none }, { QStringLiteral( "WITHOUT_POSITION" ), search.without } };
}
