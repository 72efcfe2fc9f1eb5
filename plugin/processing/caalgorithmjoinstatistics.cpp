// SPDX-License-Identifier: GPL-2.0-or-later
#include "caalgorithmjoinstatistics.h"

#include <qgsfeature.h>
#include <qgsfeatureiterator.h>

namespace
{

//! The fields a join adds, in the order of valuesOf().
QgsFields joinedFields( const QStringList &metrics, const QString &prefix )
{
  QgsFields fields;
  fields.append( CaCompat::field( prefix + QLatin1String( "owner_code" ), QMetaType::QString ) );
  fields.append( CaCompat::field( prefix + QLatin1String( "fiscal_year" ), QMetaType::Int ) );
  for ( const QString &metric : metrics )
  {
    fields.append( CaCompat::field( prefix + metric, QMetaType::Double ) );
    for ( const char *part : { "_qualifier", "_flag", "_source" } )
      fields.append( CaCompat::field( prefix + metric + QLatin1String( part ), QMetaType::QString ) );
  }
  return fields;
}

QVariant textOrNull( const QString &text )
{
  return text.isEmpty() ? QVariant() : QVariant( text );
}

QgsAttributes valuesOf( const CaJoin &join, const QVariant &raw )
{
  const CaJoinKey *key = join.key( raw );
  const bool matched = key && key->owner.ok();
  QgsAttributes values;
  values << ( matched ? QVariant( key->owner.code ) : QVariant() ) << ( matched ? QVariant( join.request().fiscalYear ) : QVariant() );
  for ( const QString &metric : join.request().metrics )
  {
    const std::optional<CaStatistic> statistic = join.figure( raw, metric );
    if ( !statistic )
    {
      values << QVariant() << QVariant() << QVariant() << QVariant();
      continue;
    }
    const CaFigure &figure = statistic->figure;
    values << ( figure.value ? QVariant( *figure.value ) : QVariant() ) << CaFigureWords::of( figure.qualifier )
           << textOrNull( CaFigureWords::of( figure.flag ) ) << textOrNull( statistic->source );
  }
  return values;
}

} // namespace

QString CaJoinStatisticsAlgorithm::name() const
{
  return QStringLiteral( "joinstatistics" );
}

QString CaJoinStatisticsAlgorithm::displayName() const
{
  return tr( "Join statistics" );
}

QStringList CaJoinStatisticsAlgorithm::tags() const
{
  return tr( "cluster,statistics,join,figures,fiscal year,code,table" ).split( ',' );
}

QString CaJoinStatisticsAlgorithm::shortHelpString() const
{
  return tr( "Makes a copy of a layer with figures of a fiscal year as fields: shipped participation and the statistics you have imported. "
             "Any layer with a column of codes or names can be joined; "
             "codes are compared by what they mean, so that 01, 1 and 北海道 are one prefecture.\n\n"
             "Each metric gets four fields: the value, how exact it is (qualifier), why there is none (flag: suppressed, not available, "
             "not applicable, zero by a mark) and where it comes from (source). As real "
             "fields they can be used in filters of the layer, which the fields of a QGIS join cannot. The figures are those of the year "
             "you choose and do not follow the project's.\n\n"
             "The report lists what matched and what did not, with the nearest names, keys of several features, owners without a feature, "
             "the years there are, and the figures that are flagged. It is "
             "an HTML page, or JSON if its name ends in .json." );
}

void CaJoinStatisticsAlgorithm::initAlgorithm( const QVariantMap & )
{
  auto input = std::make_unique<QgsProcessingParameterFeatureSource>( QStringLiteral( "INPUT" ), tr( "Layer" ),
                                                                      QList<int>{ static_cast<int>( CaCompat::AnyVector ) } );
  input->setHelp( tr( "Any layer or table with a column of codes or names." ) );
  addParameter( input.release() );
  addJoinParameters();
  auto output = std::make_unique<QgsProcessingParameterFeatureSink>( QStringLiteral( "OUTPUT" ), tr( "Layer with statistics" ) );
  output->setHelp( tr( "The copy of the layer." ) );
  addParameter( output.release() );
  addReportParameter();
}

CaJoinStatisticsAlgorithm *CaJoinStatisticsAlgorithm::createInstance() const
{
  return new CaJoinStatisticsAlgorithm();
}

QVariantMap CaJoinStatisticsAlgorithm::processAlgorithm( const QVariantMap &parameters, QgsProcessingContext &context,
                                                         QgsProcessingFeedback *feedback )
{
  const std::unique_ptr<QgsProcessingFeatureSource> source = featureSource( QStringLiteral( "INPUT" ), parameters, context );
  if ( !source )
    throw QgsProcessingException( invalidSourceError( parameters, QStringLiteral( "INPUT" ) ) );
  const CaJoin worked = join( *source, source->sourceName(), parameters, context, feedback );
  const QString fieldPrefix = prefix( parameters, context );
  QgsFields fields = source->fields();
  const QgsFields joined = joinedFields( worked.request().metrics, fieldPrefix );
  for ( const QgsField &field : joined )
  {
    if ( fields.lookupField( field.name() ) >= 0 )
      throw QgsProcessingException(
          tr( "The layer has a field “%1” already: choose another PREFIX than “%2”." ).arg( field.name(), fieldPrefix ) );
  }
  for ( const QgsField &field : joined )
    fields.append( field );

  QString sinkId;
  const auto sink = table( QStringLiteral( "OUTPUT" ), fields, parameters, context, &sinkId, source->wkbType(), source->sourceCrs() );
  const int keyField = source->fields().lookupField( worked.request().keyField );
  qlonglong done = 0;
  QgsFeatureIterator features = source->getFeatures();
  QgsFeature feature;
  while ( features.nextFeature( feature ) )
  {
    if ( feedback->isCanceled() )
      throw QgsProcessingException( tr( "Canceled." ) );
    feature.setAttributes( feature.attributes() + valuesOf( worked, feature.attribute( keyField ) ) );
    if ( !sink->addFeature( feature, QgsFeatureSink::FastInsert ) )
      throw QgsProcessingException( tr( "The layer could not be written to the end. Is the disk full?" ) );
    feedback->setProgress( 100.0 * static_cast<double>( ++done ) / static_cast<double>( std::max( worked.report().features, 1LL ) ) );
  }

  QVariantMap outputs = report( worked.report(), parameters, context, feedback );
  CaAnswerSink::keep( { sink.get() } );
  outputs.insert( QStringLiteral( "OUTPUT" ), sinkId );
  return outputs;
}
