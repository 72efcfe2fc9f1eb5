// SPDX-License-Identifier: GPL-2.0-or-later
#include "caalgorithmaddmetric.h"

#include "castatisticsstore.h"
#include "caunits.h"

QString CaAddMetricAlgorithm::name() const
{
  return QStringLiteral( "addmetric" );
}

QString CaAddMetricAlgorithm::displayName() const
{
  return tr( "Add metric" );
}

QStringList CaAddMetricAlgorithm::tags() const
{
  return tr( "cluster,statistics,metric,indicator,unit" ).split( ',' );
}

QString CaAddMetricAlgorithm::shortHelpString() const
{
  return tr( "Adds something that your sheets count and the data pack does not know yet, such as patents or exports, so that they can be "
             "imported. Sheets are recognised by its names.\n\n"
             "An extensive metric is an amount, of which a whole has the sum of its parts; rates, densities and targets are not, and are "
             "never added up." );
}

void CaAddMetricAlgorithm::initAlgorithm( const QVariantMap & )
{
  const auto addText = [this]( const QString &name, const QString &description, const QString &help )
  {
    auto text = std::make_unique<QgsProcessingParameterString>( name, description );
    text->setHelp( help );
    addParameter( text.release() );
  };
  addText( QStringLiteral( "CODE" ), tr( "Code" ),
           tr( "A short name of lower-case letters, digits and underscores, such as patents. It becomes the name of a field." ) );
  addText( QStringLiteral( "NAME_JA" ), tr( "Japanese name" ), tr( "As in the headers of your sheets." ) );
  addText( QStringLiteral( "NAME_EN" ), tr( "English name" ), tr( "For English maps." ) );
  addText( QStringLiteral( "UNIT" ), tr( "Unit" ), tr( "A unit as sheets have it, such as 件, 社 or 百万円." ) );
  auto extensive =
      std::make_unique<QgsProcessingParameterBoolean>( QStringLiteral( "EXTENSIVE" ), tr( "An amount that can be added up" ), true );
  extensive->setHelp( tr( "Not for rates, densities and targets." ) );
  addParameter( extensive.release() );
  addPackParameter( QStringLiteral( "OUTPUT" ) );
}

CaAddMetricAlgorithm *CaAddMetricAlgorithm::createInstance() const
{
  return new CaAddMetricAlgorithm();
}

QVariantMap CaAddMetricAlgorithm::processAlgorithm( const QVariantMap &parameters, QgsProcessingContext &context, QgsProcessingFeedback * )
{
  const QString unitText = parameterAsString( parameters, QStringLiteral( "UNIT" ), context );
  const CaUnit *unit = CaUnits::builtIn().unit( unitText );
  if ( !unit )
    unit = CaUnits::builtIn().find( unitText );
  if ( !unit )
    throw QgsProcessingException(
        tr( "“%1” is no unit that is known. Take one such as 社, 機関, 人, 件, 円, 百万円 or 億円." ).arg( unitText ) );
  CaMetric metric;
  metric.code = parameterAsString( parameters, QStringLiteral( "CODE" ), context ).trimmed();
  metric.nameJa = parameterAsString( parameters, QStringLiteral( "NAME_JA" ), context ).trimmed();
  metric.nameEn = parameterAsString( parameters, QStringLiteral( "NAME_EN" ), context ).trimmed();
  metric.unit = unit->code;
  metric.unitJa = unit->nameJa;
  metric.unitEn = unit->nameEn;
  metric.extensive = parameterAsBoolean( parameters, QStringLiteral( "EXTENSIVE" ), context );
  QString error;
  const std::unique_ptr<CaStatisticsStore> store = CaStatisticsStore::open( packFile(), &error );
  if ( !store || !store->addMetric( metric, &error ) )
    throw QgsProcessingException( error );
  return { { QStringLiteral( "OUTPUT" ), packFile() } };
}
