// SPDX-License-Identifier: GPL-2.0-or-later
#include "caalgorithmsummarisezones.h"

#include "careport.h"
#include "cajoinengine.h"

#include <qgscoordinatetransform.h>
#include <qgsexception.h>
#include <qgsfeature.h>
#include <qgsfeatureiterator.h>
#include <qgsprocessingparameters.h>

#include <QFileInfo>
#include <QLocale>

#include <cmath>
#include <functional>

namespace
{

QString figureText( double value )
{
  return QLocale::c().toString( value, 'g', 12 );
}

//! Reads a figure from the field \a name of a layer, with its flag and qualifier if it has fields of them, as `joinstatistics` makes them.
class FieldFigure
{
public:
  FieldFigure( const QgsFields &fields, const QString &name )
      : mValue( fields.lookupField( name ) )
      , mFlag( fields.lookupField( name + QLatin1String( "_flag" ) ) )
      , mQualifier( fields.lookupField( name + QLatin1String( "_qualifier" ) ) )
  {
  }
  CaFigure of( const QgsFeature &feature ) const
  {
    CaFigure figure;
    bool ok = false;
    const QVariant raw = feature.attribute( mValue );
    const double value = raw.toDouble( &ok );
    if ( ok && !raw.isNull() && std::isfinite( value ) )
      figure.value = value;
    if ( mFlag != -1 )
      figure.flag = CaFigureWords::flag( feature.attribute( mFlag ).toString() ).value_or( CaFlag::None );
    if ( mQualifier != -1 )
      figure.qualifier = CaFigureWords::qualifier( feature.attribute( mQualifier ).toString() ).value_or( CaQualifier::Exact );
    if ( !figure.value && figure.flag == CaFlag::None )
      figure.flag = CaFlag::NotAvailable;
    return figure;
  }

private:
  int mValue;
  int mFlag;
  int mQualifier;
};

//! Returns the features' geometries in the plane of apportionment. \throws QgsProcessingException in a sentence
class ToPlane
{
  Q_DECLARE_TR_FUNCTIONS( CaSummariseZonesAlgorithm )

public:
  ToPlane( const QgsProcessingFeatureSource &source, const QgsCoordinateTransform &transform )
      : mName( source.sourceName() )
      , mTransform( transform )
  {
  }
  QgsGeometry operator()( const QgsFeature &feature ) const
  {
    QgsGeometry geometry = feature.geometry();
    try
    {
      if ( !geometry.isNull() )
        geometry.transform( mTransform );
    }
    catch ( const QgsCsException &exception )
    {
      throw QgsProcessingException( tr( "Feature %1 of %2 cannot be transformed: %3. Is its coordinate reference system right?" )
                                        .arg( feature.id() )
                                        .arg( mName, exception.what() ) );
    }
    return geometry;
  }

private:
  QString mName;
  QgsCoordinateTransform mTransform;
};

} // namespace

QString CaSummariseZonesAlgorithm::name() const
{
  return QStringLiteral( "summarisezones" );
}

QString CaSummariseZonesAlgorithm::displayName() const
{
  return tr( "Summarise zones" );
}

QStringList CaSummariseZonesAlgorithm::tags() const
{
  return tr( "cluster,zones,apportion,area,weight,overlay,statistics,flood,districts" ).split( ',' );
}

QString CaSummariseZonesAlgorithm::group() const
{
  return tr( "Questions" );
}

QString CaSummariseZonesAlgorithm::groupId() const
{
  return QStringLiteral( "questions" );
}

QString CaSummariseZonesAlgorithm::shortHelpString() const
{
  return tr(
      "Shares out figures of municipalities, prefectures or projects to any zones, such as flood zones, school districts or circles.\n\n"
      "Metrics that can be added are shared out in proportion; rates and the like are averaged. The proportion is that of area on the "
      "ellipsoid, or of a layer of weights: points or polygons with a number, such as "
      "inhabitants of a grid. A part without any weight in it goes by area.\n\n"
      "Each figure has three fields more: how exact it is (qualifier), why there is none or that it is incomplete (flag), and which share "
      "of "
      "the zone's weight is in parts whose figure is not known (unknown). The value is then that of "
      "the known parts.\n\n"
      "Zones may overlap one another: each has all of its own, and the report says what was counted more than once, and what lies in no "
      "zone. "
      "Features of PARTS with the same key are one part. Figures are of the year you choose, or are fields of "
      "the layer, such as “Join statistics” makes." );
}

void CaSummariseZonesAlgorithm::initAlgorithm( const QVariantMap & )
{
  const QList<int> polygons{ static_cast<int>( CaCompat::PolygonSource ) };
  auto input = std::make_unique<QgsProcessingParameterFeatureSource>( QStringLiteral( "INPUT" ), tr( "Zones" ), polygons );
  input->setHelp( tr( "Any layer of polygons; they may overlap." ) );
  addParameter( input.release() );
  auto parts = std::make_unique<QgsProcessingParameterFeatureSource>( QStringLiteral( "PARTS" ), tr( "Parts: polygons that have figures" ),
                                                                      polygons );
  parts->setHelp( tr( "Municipalities, prefectures, or areas of projects as “Build areas” makes them." ) );
  addParameter( parts.release() );
  auto key = std::make_unique<QgsProcessingParameterField>( QStringLiteral( "KEY_FIELD" ), tr( "Field of the parts with codes or names" ),
                                                            QVariant(), QStringLiteral( "PARTS" ), CaCompat::AnyField, false, true );
  key->setHelp( tr( "Needed for METRICS. If empty, each feature is a part." ) );
  addParameter( key.release() );
  auto metrics = std::make_unique<QgsProcessingParameterString>( QStringLiteral( "METRICS" ), tr( "Metrics of the data pack" ), QVariant(),
                                                                 false, true );
  metrics->setHelp( tr( "Codes of metrics as in the table of metrics, separated by commas, such as firms,universities." ) );
  addParameter( metrics.release() );
  addFiscalYearParameter();
  addOwnerKindsParameter();
  addPackParameter();
  auto sums = std::make_unique<QgsProcessingParameterField>( QStringLiteral( "SUM_FIELDS" ), tr( "Fields of the parts to share out" ),
                                                             QVariant(), QStringLiteral( "PARTS" ), CaCompat::NumericField, true, true );
  sums->setHelp( tr( "Numbers and amounts. A field with the same name and _flag or _qualifier at the end is taken into account." ) );
  addParameter( sums.release() );
  auto means = std::make_unique<QgsProcessingParameterField>( QStringLiteral( "MEAN_FIELDS" ), tr( "Fields of the parts to average" ),
                                                              QVariant(), QStringLiteral( "PARTS" ), CaCompat::NumericField, true, true );
  means->setHelp( tr( "Rates, densities and the like, which have no sum." ) );
  addParameter( means.release() );
  auto weights = std::make_unique<QgsProcessingParameterFeatureSource>(
      QStringLiteral( "WEIGHTS" ), tr( "Weights: points or polygons (area if empty)" ),
      QList<int>{ static_cast<int>( CaCompat::PointSource ), static_cast<int>( CaCompat::PolygonSource ) }, QVariant(), true );
  weights->setHelp( tr( "Where in a part its figure belongs: a grid of inhabitants, plants with employees. The weight of a polygon is "
                        "spread evenly over it." ) );
  addParameter( weights.release() );
  auto weightField =
      std::make_unique<QgsProcessingParameterField>( QStringLiteral( "WEIGHT_FIELD" ), tr( "Field with the weight (1 if empty)" ),
                                                     QVariant(), QStringLiteral( "WEIGHTS" ), CaCompat::NumericField, false, true );
  weightField->setHelp( tr( "A number of 0 or more; features without one weigh nothing." ) );
  addParameter( weightField.release() );
  auto prefix = std::make_unique<QgsProcessingParameterString>( QStringLiteral( "PREFIX" ), tr( "Prefix of the new fields" ), QVariant(),
                                                                false, true );
  prefix->setHelp( tr( "Keeps the new fields apart from those of the zones." ) );
  addParameter( prefix.release() );
  auto output = std::make_unique<QgsProcessingParameterFeatureSink>( QStringLiteral( "OUTPUT" ), tr( "Zones with figures" ) );
  output->setHelp( tr( "The zones as they are, with their area, the share of it that is in any part, and the figures." ) );
  addParameter( output.release() );
  addReportParameter();
  addOutput( new QgsProcessingOutputNumber( QStringLiteral( "ZONES" ), tr( "Number of zones" ) ) );
  addOutput( new QgsProcessingOutputNumber( QStringLiteral( "PARTS_USED" ), tr( "Parts in any zone" ) ) );
  addOutput( new QgsProcessingOutputNumber( QStringLiteral( "PARTS_OUTSIDE" ), tr( "Parts in no zone" ) ) );
  addOutput(
      new QgsProcessingOutputNumber( QStringLiteral( "PARTS_REPEATED" ), tr( "Parts counted more than once, because zones overlap" ) ) );
  addOutput( new QgsProcessingOutputNumber( QStringLiteral( "INCOMPLETE" ), tr( "Figures of zones that are incomplete" ) ) );
}

CaSummariseZonesAlgorithm *CaSummariseZonesAlgorithm::createInstance() const
{
  return new CaSummariseZonesAlgorithm();
}

bool CaSummariseZonesAlgorithm::prepareAlgorithm( const QVariantMap &parameters, QgsProcessingContext &context,
                                                  QgsProcessingFeedback *feedback )
{
  if ( metrics( parameters, context ).isEmpty() )
  {
    if ( CaCompat::fieldNames( parameterDefinition( QStringLiteral( "SUM_FIELDS" ) ), parameters, context ).isEmpty() &&
         CaCompat::fieldNames( parameterDefinition( QStringLiteral( "MEAN_FIELDS" ) ), parameters, context ).isEmpty() )
      throw QgsProcessingException( tr( "There is nothing to share out: choose METRICS, SUM_FIELDS or MEAN_FIELDS." ) );
    return true;
  }
  if ( parameterAsString( parameters, QStringLiteral( "KEY_FIELD" ), context ).isEmpty() )
    throw QgsProcessingException( tr( "METRICS need KEY_FIELD, the field of PARTS that says whose figures they are." ) );
  return CaStatisticsAlgorithm::prepareAlgorithm( parameters, context, feedback );
}

CaSummariseZonesAlgorithm::Parts CaSummariseZonesAlgorithm::readParts( const QVariantMap &parameters, QgsProcessingContext &context,
                                                                       CaReport &report, QgsProcessingFeedback *feedback ) const
{
  const std::unique_ptr<QgsProcessingFeatureSource> source = featureSource( QStringLiteral( "PARTS" ), parameters, context );
  if ( !source )
    throw QgsProcessingException( invalidSourceError( parameters, QStringLiteral( "PARTS" ) ) );
  const QString keyField = parameterAsString( parameters, QStringLiteral( "KEY_FIELD" ), context );
  const int keyIndex = source->fields().lookupField( keyField );
  const QStringList metricCodes = metrics( parameters, context );
  Parts parts;
  std::optional<CaJoin> join;
  if ( !metricCodes.isEmpty() )
  {
    QString error;
    CaJoinRequest request;
    request.keyField = keyField;
    request.ownerKinds = ownerKinds( parameters, context );
    request.metrics = metricCodes;
    request.fiscalYear = parameterAsInt( parameters, QStringLiteral( "FISCAL_YEAR" ), context );
    const std::optional<CaJoinEngine> engine = CaJoinEngine::open( packFile(), &error );
    join = engine ? engine->join( *source, source->sourceName(), request, &error, feedback ) : std::nullopt;
    if ( !join )
      throw QgsProcessingException( error );
    for ( const QString &metric : metricCodes )
      parts.columns << Column{ metric, engine->statistics().metrics().value( metric ).extensive, {} };
    report.add( join->report().isComplete() ? CaReport::Information : CaReport::Warning, QStringLiteral( "join" ),
                join->report().summary() );
    if ( join->report().ownersWithoutFeature > 0 )
      report.add( CaReport::Warning, QStringLiteral( "owners_without_part" ),
                  tr( "%1 owners have figures but no polygon among the parts; their figures are in no sum here." )
                      .arg( join->report().ownersWithoutFeature ) );
    report.add( CaReport::Information, QStringLiteral( "fiscal_year" ),
                tr( "Figures of fiscal year %1 from %2." ).arg( request.fiscalYear ).arg( QFileInfo( packFile() ).fileName() ) );
  }
  std::vector<FieldFigure> readers;
  for ( const bool extensive : { true, false } )
  {
    const QStringList names = CaCompat::fieldNames(
        parameterDefinition( extensive ? QStringLiteral( "SUM_FIELDS" ) : QStringLiteral( "MEAN_FIELDS" ) ), parameters, context );
    for ( const QString &name : names )
    {
      parts.columns << Column{ name, extensive, {} };
      readers.emplace_back( source->fields(), name );
    }
  }
  const ToPlane toPlane( *source, transformTo( CaApportionment::plane(), *source, context ) );
  QHash<QString, int> partOfKey;
  QgsFeatureIterator features = source->getFeatures();
  QgsFeature feature;
  while ( !feedback->isCanceled() && features.nextFeature( feature ) )
  {
    const QVariant raw = keyIndex == -1 ? QVariant() : feature.attribute( keyIndex );
    const CaJoinKey *joinKey = join ? join->key( raw ) : nullptr;
    const QString key = joinKey && joinKey->owner.ok() ? joinKey->owner.code : CaJoin::keyText( raw );
    int part = key.isEmpty() ? -1 : partOfKey.value( key, -1 );
    const bool isNew = part == -1;
    if ( isNew )
    {
      part = static_cast<int>( parts.keys.size() );
      parts.keys << ( key.isEmpty() ? tr( "feature %1" ).arg( feature.id() ) : key );
      if ( !key.isEmpty() )
        partOfKey.insert( key, part );
    }
    parts.shapes << CaApportionment::Shape{ part, toPlane( feature ) };
    for ( int i = 0; i < parts.columns.size(); ++i )
    {
      Column &column = parts.columns[i];
      CaFigure figure;
      figure.flag = CaFlag::NotAvailable;
      if ( i >= metricCodes.size() )
        figure = readers[static_cast<size_t>( i - metricCodes.size() )].of( feature );
      else if ( const std::optional<CaStatistic> statistic = join->figure( raw, column.name ) )
        figure = statistic->figure;
      if ( isNew )
        column.figures << figure;
      else if ( column.figures.at( part ) != figure )
        throw QgsProcessingException(
            tr( "Several features of %1 have the key %2, but not the same %3. Choose another KEY_FIELD, or none, so "
                "that each feature is a part of its own." )
                .arg( source->sourceName(), key, column.name ) );
    }
  }
  if ( parts.keys.isEmpty() && !feedback->isCanceled() )
    throw QgsProcessingException( tr( "%1 has no parts: it has no features. Choose another layer." ).arg( source->sourceName() ) );
  return parts;
}

QVector<CaApportionment::Weight> CaSummariseZonesAlgorithm::readWeights( const QVariantMap &parameters, QgsProcessingContext &context,
                                                                         CaReport &report, QgsProcessingFeedback *feedback ) const
{
  QVector<CaApportionment::Weight> weights;
  QStringList without;
  const std::unique_ptr<QgsProcessingFeatureSource> source = featureSource( QStringLiteral( "WEIGHTS" ), parameters, context );
  if ( !source )
    return weights;
  const int field = source->fields().lookupField( parameterAsString( parameters, QStringLiteral( "WEIGHT_FIELD" ), context ) );
  const ToPlane toPlane( *source, transformTo( CaApportionment::plane(), *source, context ) );
  QgsFeatureIterator features = source->getFeatures();
  QgsFeature feature;
  while ( !feedback->isCanceled() && features.nextFeature( feature ) )
  {
    const QVariant raw = field == -1 ? QVariant( 1 ) : feature.attribute( field );
    const double value = raw.isNull() ? 0 : raw.toDouble();
    if ( !std::isfinite( value ) || value < 0 )
      throw QgsProcessingException(
          tr( "Feature %1 of %2 weighs %3: weights are numbers of 0 or more. Choose another WEIGHT_FIELD, or leave such features out." )
              .arg( feature.id() )
              .arg( source->sourceName() )
              .arg( value ) );
    const QgsGeometry geometry = toPlane( feature );
    if ( !hasCoordinates( geometry ) )
    {
      without << QString::number( feature.id() );
      continue;
    }
    const bool isArea = geometry.type() == CaCompat::PolygonGeometry;
    // The points of a multipoint share its weight.
    const QVector<QgsGeometry> pieces = isArea ? QVector<QgsGeometry>{ geometry } : geometry.asGeometryCollection();
    for ( const QgsGeometry &piece : pieces )
      weights << CaApportionment::Weight{ piece, value / static_cast<double>( pieces.size() ) };
  }
  if ( weights.isEmpty() && !feedback->isCanceled() )
    throw QgsProcessingException(
        tr( "%1 has no features to weigh by. Choose another layer, or none to go by area." ).arg( source->sourceName() ) );
  if ( !without.isEmpty() )
    report.add( CaReport::Warning, QStringLiteral( "weights_without_position" ),
                tr( "%n feature(s) of weights have no position and weigh nothing:", nullptr, without.size() ), without );
  return weights;
}

void CaSummariseZonesAlgorithm::reportOn( const CaApportionment &apportionment, const Parts &parts, CaReport &report ) const
{
  const auto addList =
      [&report]( const QString &topic, const QString &text, const QVector<int> &numbers, const std::function<QString( int )> &label )
  {
    QStringList details;
    for ( const int number : numbers )
      details << label( number );
    if ( !numbers.isEmpty() )
      report.add( CaReport::Warning, topic, text.arg( numbers.size() ), details );
  };
  const auto keyOf = [&parts]( int part )
  {
    return parts.keys.at( part );
  };
  const auto keyOfShape = [&parts]( int shape )
  {
    return parts.keys.at( parts.shapes.at( shape ).part );
  };
  const auto zoneLabel = [this]( int zone )
  {
    return tr( "zone %1" ).arg( zone + 1 );
  };
  addList( QStringLiteral( "mended_parts" ), tr( "%1 polygons of parts were invalid and were mended:" ), apportionment.mendedShapes(),
           keyOfShape );
  addList( QStringLiteral( "mended_zones" ), tr( "%1 zones were invalid and were mended:" ), apportionment.mendedZones(), zoneLabel );
  addList( QStringLiteral( "empty_parts" ), tr( "%1 features of parts have no polygon; what is theirs alone is counted as outside:" ),
           apportionment.emptyShapes(), keyOfShape );
  addList( QStringLiteral( "empty_zones" ), tr( "%1 zones have no polygon and no figures:" ), apportionment.emptyZones(), zoneLabel );
  addList( QStringLiteral( "without_weight" ), tr( "%1 parts have no weight in them and were shared out by area:" ),
           apportionment.partsWithoutWeight(), keyOf );
  for ( const Column &column : parts.columns )
  {
    const CaZoneTotals totals = apportionment.totals( column.figures );
    if ( column.extensive )
      report.add( CaReport::Information, QStringLiteral( "sum_%1" ).arg( column.name ),
                  tr( "%1: parts %2; zones %3; of these counted more than once %4; in no zone %5; parts not known %6." )
                      .arg( column.name, figureText( totals.parts ), figureText( totals.zones ), figureText( totals.repeated ),
                            figureText( totals.outside ) )
                      .arg( totals.unknown ) );
    else
      report.add( CaReport::Information, QStringLiteral( "mean_%1" ).arg( column.name ),
                  tr( "%1: averaged; parts not known %2." ).arg( column.name ).arg( totals.unknown ) );
  }
}

QVariantMap CaSummariseZonesAlgorithm::processAlgorithm( const QVariantMap &parameters, QgsProcessingContext &context,
                                                         QgsProcessingFeedback *feedback )
{
  constexpr double NOTHING = 1e-9;
  const std::unique_ptr<QgsProcessingFeatureSource> source = featureSource( QStringLiteral( "INPUT" ), parameters, context );
  if ( !source )
    throw QgsProcessingException( invalidSourceError( parameters, QStringLiteral( "INPUT" ) ) );
  CaReport report;
  const Parts parts = readParts( parameters, context, report, feedback );
  const QVector<CaApportionment::Weight> weights = readWeights( parameters, context, report, feedback );
  QgsFeatureList zones;
  QVector<QgsGeometry> geometries;
  const ToPlane toPlane( *source, transformTo( CaApportionment::plane(), *source, context ) );
  QgsFeatureIterator features = source->getFeatures();
  QgsFeature feature;
  while ( !feedback->isCanceled() && features.nextFeature( feature ) )
  {
    zones << feature;
    geometries << toPlane( feature );
  }
  if ( feedback->isCanceled() )
    return {};
  if ( zones.isEmpty() )
    throw QgsProcessingException( tr( "%1 has no zones: it has no features. Choose another layer." ).arg( source->sourceName() ) );

  const QString prefix = parameterAsString( parameters, QStringLiteral( "PREFIX" ), context );
  QgsFields fields = source->fields();
  const auto append = [&]( const QString &name, QMetaType::Type type )
  {
    if ( fields.lookupField( prefix + name ) != -1 )
      throw QgsProcessingException(
          tr( "The zones have a field “%1” already: choose another PREFIX than “%2”." ).arg( prefix + name, prefix ) );
    fields.append( CaCompat::field( prefix + name, type ) );
  };
  append( QStringLiteral( "area_km2" ), QMetaType::Double );
  append( QStringLiteral( "covered" ), QMetaType::Double );
  for ( const Column &column : parts.columns )
  {
    append( column.name, QMetaType::Double );
    append( column.name + QLatin1String( "_qualifier" ), QMetaType::QString );
    append( column.name + QLatin1String( "_flag" ), QMetaType::QString );
    append( column.name + QLatin1String( "_unknown" ), QMetaType::Double );
  }

  QString error;
  const std::optional<CaApportionment> apportionment =
      CaApportionment::build( static_cast<int>( parts.keys.size() ), parts.shapes, geometries, weights, &error, feedback );
  if ( feedback->isCanceled() )
    return {};
  if ( !apportionment )
    throw QgsProcessingException( error );

  QString outputId;
  const auto sink = table( QStringLiteral( "OUTPUT" ), fields, parameters, context, &outputId, source->wkbType(), source->sourceCrs() );
  qlonglong incomplete = 0;
  for ( int zone = 0; zone < zones.size(); ++zone )
  {
    QgsAttributes values = zones.at( zone ).attributes();
    values << apportionment->areaSqKm( zone ) << apportionment->covered( zone );
    for ( const Column &column : parts.columns )
    {
      const CaZoneFigure figure = apportionment->figure( zone, column.figures, column.extensive );
      const QString flag =
          figure.figure.value && figure.unknown > 0 ? QStringLiteral( "incomplete" ) : CaFigureWords::of( figure.figure.flag );
      incomplete += figure.unknown > 0 ? 1 : 0;
      values << ( figure.figure.value ? QVariant( *figure.figure.value ) : QVariant() )
             << ( figure.figure.value ? QVariant( CaFigureWords::of( figure.figure.qualifier ) ) : QVariant() )
             << ( flag.isEmpty() ? QVariant() : QVariant( flag ) ) << figure.unknown;
    }
    zones[zone].setFields( fields );
    zones[zone].setAttributes( values );
    if ( !sink->addFeature( zones[zone], QgsFeatureSink::FastInsert ) )
      throw QgsProcessingException( tr( "OUTPUT could not be written: %1" ).arg( sink->lastError() ) );
  }

  qlonglong outside = 0;
  QStringList repeated;
  for ( int part = 0; part < apportionment->partCount(); ++part )
  {
    outside += apportionment->outside( part ) > 1 - NOTHING ? 1 : 0;
    if ( apportionment->repeated( part ) > NOTHING )
      repeated << parts.keys.at( part );
  }
  report.add( CaReport::Information, QStringLiteral( "rule" ),
              weights.isEmpty()
                  ? tr( "Shared out by area on the ellipsoid (equal-area projection %1)." ).arg( CaApportionment::plane().authid() )
                  : tr( "Shared out by %1 weights." ).arg( weights.size() ) );
  if ( !repeated.isEmpty() )
    report.add( CaReport::Warning, QStringLiteral( "overlap" ),
                tr( "Zones overlap: %1 parts are counted more than once, in all or in part:" ).arg( repeated.size() ), repeated );
  reportOn( *apportionment, parts, report );
  const QString reportFile = writeReport( report, tr( "Zones of %1" ).arg( source->sourceName() ), parameters, context, feedback );
  CaAnswerSink::keep( { sink.get() } );
  return { { QStringLiteral( "OUTPUT" ), outputId },
           { QStringLiteral( "REPORT" ), reportFile },
           { QStringLiteral( "ZONES" ), static_cast<qlonglong>( zones.size() ) },
           { QStringLiteral( "PARTS_USED" ), apportionment->partCount() - outside },
           { QStringLiteral( "PARTS_OUTSIDE" ), outside },
           { QStringLiteral( "PARTS_REPEATED" ), static_cast<qlonglong>( repeated.size() ) },
           { QStringLiteral( "INCOMPLETE" ), incomplete } };
}
