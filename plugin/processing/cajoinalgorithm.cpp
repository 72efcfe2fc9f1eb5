// SPDX-License-Identifier: GPL-2.0-or-later
#include "cajoinalgorithm.h"

#include "cafiles.h"
#include "cajoinlayer.h"

#include <QFileInfo>
#include <QJsonDocument>

void CaJoinAlgorithm::addJoinParameters()
{
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
}

void CaJoinAlgorithm::addReportParameter()
{
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

CaJoin CaJoinAlgorithm::join( const QgsFeatureSource &source, const QString &name, const QVariantMap &parameters,
                              QgsProcessingContext &context, QgsProcessingFeedback *feedback ) const
{
  CaJoinRequest request;
  request.keyField = parameterAsString( parameters, QStringLiteral( "KEY_FIELD" ), context );
  request.ownerKinds = ownerKinds( parameters, context );
  request.metrics = metrics( parameters, context );
  request.fiscalYear = parameterAsInt( parameters, QStringLiteral( "FISCAL_YEAR" ), context );
  QString error;
  const std::optional<CaJoinEngine> engine = CaJoinEngine::open( packFile(), &error );
  const std::optional<CaJoin> join = engine ? engine->join( source, name, request, &error, feedback ) : std::nullopt;
  if ( !join )
    throw QgsProcessingException( error );
  return *join;
}

QString CaJoinAlgorithm::prefix( const QVariantMap &parameters, QgsProcessingContext &context ) const
{
  return parameterAsString( parameters, QStringLiteral( "PREFIX" ), context );
}

QVariantMap CaJoinAlgorithm::report( const CaJoinReport &report, const QVariantMap &parameters, QgsProcessingContext &context,
                                     QgsProcessingFeedback *feedback ) const
{
  QVariantMap outputs{ { QStringLiteral( "FEATURES" ), report.features },
                       { QStringLiteral( "MATCHED" ), report.matched },
                       { QStringLiteral( "UNMATCHED" ), report.unmatched },
                       { QStringLiteral( "EMPTY" ), report.empty },
                       { QStringLiteral( "OWNERS_WITHOUT_FEATURE" ), report.ownersWithoutFeature } };
  const QString fileName = parameterAsFileOutput( parameters, QStringLiteral( "REPORT" ), context );
  if ( !fileName.isEmpty() )
  {
    const bool isJson = QFileInfo( fileName ).suffix().compare( QLatin1String( "json" ), Qt::CaseInsensitive ) == 0;
    QString error;
    if ( !CaFiles::write( fileName, isJson ? QJsonDocument( report.toJson() ).toJson() : report.toHtml().toUtf8(), &error ) )
      throw QgsProcessingException( error );
    outputs.insert( QStringLiteral( "REPORT" ), fileName );
  }
  if ( report.isComplete() )
    feedback->pushInfo( report.summary() );
  else
    feedback->pushWarning( report.summary() );
  return outputs;
}
