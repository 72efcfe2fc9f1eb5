// SPDX-License-Identifier: GPL-2.0-or-later
#include "caalgorithmsetfiscalyear.h"

#include "cafiscalyear.h"
#include "caprojectfile.h"

#include <qgsproject.h>

QString CaSetFiscalYearAlgorithm::name() const
{
  return QStringLiteral( "setfiscalyear" );
}

QString CaSetFiscalYearAlgorithm::displayName() const
{
  return tr( "Set fiscal year" );
}

QStringList CaSetFiscalYearAlgorithm::tags() const
{
  return tr( "cluster,fiscal year,join,participation,budget,time" ).split( ',' );
}

QString CaSetFiscalYearAlgorithm::shortHelpString() const
{
  return tr( "Shows the figures of another fiscal year everywhere in the project: joined values, the map and its legend, the pages of the "
             "atlas. A figure that is not "
             "known for that year is shown as no data, never as 0.\n\n"
             "The year is kept in the project as variable ca_fiscal_year and in the filters of the layers with figures, so that the "
             "project shows the same "
             "in a QGIS without Cluster Atlas. Give a project file to change it on disk instead of the current project." );
}

void CaSetFiscalYearAlgorithm::initAlgorithm( const QVariantMap & )
{
  addFiscalYearParameter();
  addProjectParameter();
  addOutput( new QgsProcessingOutputNumber( QStringLiteral( "FISCAL_YEAR" ), tr( "Fiscal year shown" ) ) );
}

CaSetFiscalYearAlgorithm *CaSetFiscalYearAlgorithm::createInstance() const
{
  return new CaSetFiscalYearAlgorithm();
}

QVariantMap CaSetFiscalYearAlgorithm::processAlgorithm( const QVariantMap &parameters, QgsProcessingContext &context,
                                                        QgsProcessingFeedback * )
{
  const int year = parameterAsInt( parameters, QStringLiteral( "FISCAL_YEAR" ), context );
  const std::unique_ptr<CaProjectFile> file = projectFile( parameters, context );
  QString error;
  if ( !CaFiscalYear::set( file->project(), year, &error ) || !file->save( &error ) )
    throw QgsProcessingException( error );
  return { { QStringLiteral( "FISCAL_YEAR" ), year } };
}
