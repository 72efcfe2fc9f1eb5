// SPDX-License-Identifier: GPL-2.0-or-later
#include "caalgorithmjoinstatistics.h"

#include "cajoinengine.h"
#include "cajoinlayer.h"

#include <qgsfeature.h>
#include <qgsfeatureiterator.h>

#include <QFileInfo>
#include <QJsonDocument>
#include <QSaveFile>

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

bool writeJoinReport( const CaJoinReport &report, const QString &fileName )
{
  const bool json = QFileInfo( fileName ).suffix().toLower() == QLatin1String( "json" );
  QSaveFile file( fileName );
  return file.open( QIODevice::WriteOnly ) &&
         file.write( json ? QJsonDocument( report.toJson() ).toJson() : report.toHtml().toUtf8() ) > 0 && file.commit();
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
  auto key = std::make_unique<QgsProcessingParameterField>( QStringLiteral( "KEY_FIELD" ), tr( "Field with codes or names" ), QVariant(),
                                                            QStringLiteral( "INPUT" ) );
  key->setHelp( tr( "Codes of bureaus, projects, prefectures or municipalities, or their names." ) );
  addParameter( key.release() );
  addOwnerKindsParameter();
  addMetricsParameter( false );
  addFiscalYearParameter();
  auto prefix = std::make_unique<QgsProcessingParameterString>( QStringLiteral( "PREFIX" ), tr( "Prefix of the new fields" ),
                                                                CaJoinLayer::defaultPrefix(), false, true );
  prefix->setHelp( tr( "Keeps the new fields apart from those of the layer." ) );
  addParameter( prefix.release() );
  addPackParameter();
  auto output = std::make_unique<QgsProcessingParameterFeatureSink>( QStringLiteral( "OUTPUT" ), tr( "Layer with statistics" ) );
  output->setHelp( tr( "The copy of the layer." ) );
  addParameter( output.release() );
  auto report = std::make_unique<QgsProcessingParameterFileDestination>(
      QStringLiteral( "REPORT" ), tr( "Report" ), tr( "HTML files (*.html);;JSON files (*.json)" ), QVariant(), true );
  report->setHelp( tr( "What matched and what did not, as HTML or JSON." ) );
  addParameter( report.release() );
  addOutput( new QgsProcessingOutputNumber( QStringLiteral( "FEATURES" ), tr( "Features" ) ) );
  addOutput( new QgsProcessingOutputNumber( QStringLiteral( "MATCHED" ), tr( "Features joined" ) ) );
  addOutput( new QgsProcessingOutputNumber( QStringLiteral( "UNMATCHED" ), tr( "Features whose key means no owner" ) ) );
  addOutput( new QgsProcessingOutputNumber( QStringLiteral( "EMPTY" ), tr( "Features without a key" ) ) );
  addOutput( new QgsProcessingOutputNumber( QStringLiteral( "OWNERS_WITHOUT_FEATURE" ), tr( "Owners with figures and no feature" ) ) );
}

CaJoinStatisticsAlgorithm *CaJoinStatisticsAlgorithm::createInstance() const
{
  return new CaJoinStatisticsAlgorithm();
}

QVariantMap CaJoinStatisticsAlgorithm::processAlgorithm( const QVariantMap &parameters, QgsProcessingContext &context,
                                                         QgsProcessingFeedback *feedback )
{
  const std::unique_ptr<QgsProcessingFeatureSource> source( parameterAsSource( parameters, QStringLiteral( "INPUT" ), context ) );
  if ( !source )
    throw QgsProcessingException( invalidSourceError( parameters, QStringLiteral( "INPUT" ) ) );
  CaJoinRequest request;
  request.keyField = parameterAsString( parameters, QStringLiteral( "KEY_FIELD" ), context );
  request.ownerKinds = ownerKinds( parameters, context );
  request.metrics = metrics( parameters, context );
  request.fiscalYear = parameterAsInt( parameters, QStringLiteral( "FISCAL_YEAR" ), context );
  const QString prefix = parameterAsString( parameters, QStringLiteral( "PREFIX" ), context );

  QString error;
  const std::optional<CaJoinEngine> engine = CaJoinEngine::open( packFile(), &error );
  const std::optional<CaJoin> join = engine ? engine->join( *source, source->sourceName(), request, &error, feedback ) : std::nullopt;
  if ( !join )
    throw QgsProcessingException( error );
  QgsFields fields = source->fields();
  const QgsFields joined = joinedFields( request.metrics, prefix );
  for ( const QgsField &field : joined )
  {
    if ( fields.lookupField( field.name() ) >= 0 )
      throw QgsProcessingException(
          tr( "The layer has a field “%1” already: choose another PREFIX than “%2”." ).arg( field.name(), prefix ) );
  }
  for ( const QgsField &field : joined )
    fields.append( field );

  QString sinkId;
  const std::unique_ptr<QgsFeatureSink> sink(
      parameterAsSink( parameters, QStringLiteral( "OUTPUT" ), context, sinkId, fields, source->wkbType(), source->sourceCrs() ) );
  if ( !sink )
    throw QgsProcessingException( invalidSinkError( parameters, QStringLiteral( "OUTPUT" ) ) );
  const int keyField = source->fields().lookupField( request.keyField );
  const CaJoinReport &report = join->report();
  qlonglong done = 0;
  QgsFeatureIterator features = source->getFeatures();
  QgsFeature feature;
  while ( features.nextFeature( feature ) )
  {
    if ( feedback->isCanceled() )
      throw QgsProcessingException( tr( "Canceled." ) );
    feature.setAttributes( feature.attributes() + valuesOf( *join, feature.attribute( keyField ) ) );
    if ( !sink->addFeature( feature, QgsFeatureSink::FastInsert ) )
      throw QgsProcessingException( tr( "The layer could not be written to the end. Is the disk full?" ) );
    feedback->setProgress( 100.0 * static_cast<double>( ++done ) / static_cast<double>( std::max( report.features, 1LL ) ) );
  }

  QVariantMap outputs{
    { QStringLiteral( "OUTPUT" ), sinkId },          { QStringLiteral( "FEATURES" ), report.features },
    { QStringLiteral( "MATCHED" ), report.matched }, { QStringLiteral( "UNMATCHED" ), report.unmatched },
    { QStringLiteral( "EMPTY" ), report.empty },     { QStringLiteral( "OWNERS_WITHOUT_FEATURE" ), report.ownersWithoutFeature }
  };
  const QString reportFile = parameterAsFileOutput( parameters, QStringLiteral( "REPORT" ), context );
  if ( !reportFile.isEmpty() )
  {
    if ( !writeJoinReport( report, reportFile ) )
      throw QgsProcessingException( tr( "The report could not be written to %1. Choose another place for it." ).arg( reportFile ) );
    outputs.insert( QStringLiteral( "REPORT" ), reportFile );
  }
  if ( report.isComplete() )
    feedback->pushInfo( report.summary() );
  else
    feedback->pushWarning( report.summary() );
  return outputs;
}
