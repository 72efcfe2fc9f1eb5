// SPDX-License-Identifier: GPL-2.0-or-later
#include "caalgorithmstatisticstemplate.h"

#include "capaths.h"
#include "caprojectfile.h"
#include "castatisticstemplate.h"

#include <qgsprocessingcontext.h>

#include <QFileInfo>

namespace
{

QStringList encodings()
{
  return { QStringLiteral( "UTF-8 (BOM)" ), QStringLiteral( "CP932" ) };
}

} // namespace

QString CaStatisticsTemplateAlgorithm::name() const
{
  return QStringLiteral( "statisticstemplate" );
}

QString CaStatisticsTemplateAlgorithm::displayName() const
{
  return tr( "Make a sheet to fill in" );
}

QStringList CaStatisticsTemplateAlgorithm::tags() const
{
  return tr( "cluster,statistics,template,form,CSV,XLSX,Excel,sheet" ).split( ',' );
}

QString CaStatisticsTemplateAlgorithm::shortHelpString() const
{
  return tr( "Makes a sheet for a bureau to fill in and send back: a row for each project, sub-area, bureau or prefecture and fiscal year, "
             "a column for each metric with its unit, "
             "and the list of all codes. What is filled in is read by “Import statistics” without a correction; a cell left blank is a "
             "figure that is not available.\n\n"
             "An Excel workbook has the codes on its second sheet, a CSV in a second file whose name ends in _codes. Codes are text, so "
             "that no program takes them for numbers or dates." );
}

void CaStatisticsTemplateAlgorithm::initAlgorithm( const QVariantMap & )
{
  auto kind = std::make_unique<QgsProcessingParameterEnum>(
      QStringLiteral( "OWNER_KIND" ), tr( "A row for each (project, subarea, bureau, prefecture)" ), CaStatisticsTemplate::ownerKinds(),
      false, CaStatisticsTemplate::ownerKinds().constFirst(), false, true );
  kind->setHelp( tr( "Whom the figures belong to." ) );
  addParameter( kind.release() );
  addMetricsParameter( false );
  addFiscalYearsParameter( false );
  addLanguageParameter();
  addPackParameter();
  auto encoding = std::make_unique<QgsProcessingParameterEnum>( QStringLiteral( "ENCODING" ), tr( "Encoding of a CSV" ), encodings(), false,
                                                                encodings().constFirst(), false, true );
  encoding->setHelp( tr( "UTF-8 (BOM) for Excel, CP932 for programs that take nothing else." ) );
  addParameter( encoding.release() );
  auto output = std::make_unique<QgsProcessingParameterFileDestination>( QStringLiteral( "OUTPUT" ), tr( "Sheet" ),
                                                                         tr( "Excel files (*.xlsx);;CSV files (*.csv)" ) );
  output->setHelp( tr( "A name that ends in .xlsx or .csv. A file that is there is replaced." ) );
  addParameter( output.release() );
  addOutput( new QgsProcessingOutputFile( QStringLiteral( "CODES" ), tr( "List of codes (of a CSV)" ) ) );
}

CaStatisticsTemplateAlgorithm *CaStatisticsTemplateAlgorithm::createInstance() const
{
  return new CaStatisticsTemplateAlgorithm();
}

bool CaStatisticsTemplateAlgorithm::prepareAlgorithm( const QVariantMap &parameters, QgsProcessingContext &context,
                                                      QgsProcessingFeedback *feedback )
{
  QVariantMap chosen = parameters;
  // A sheet can be asked for before there is a project.
  if ( parameterAsFile( parameters, QStringLiteral( "PACK" ), context ).isEmpty() && CaProjectFile::packOf( context.project() ).isEmpty() )
    chosen.insert( QStringLiteral( "PACK" ), CaPaths::installedPack() );
  return CaStatisticsAlgorithm::prepareAlgorithm( chosen, context, feedback );
}

QVariantMap CaStatisticsTemplateAlgorithm::processAlgorithm( const QVariantMap &parameters, QgsProcessingContext &context,
                                                             QgsProcessingFeedback *feedback )
{
  using Format = CaStatisticsTemplate::Format;
  const QString fileName = parameterAsFileOutput( parameters, QStringLiteral( "OUTPUT" ), context );
  const QString suffix = QFileInfo( fileName ).suffix().toLower();
  if ( suffix != QLatin1String( "xlsx" ) && suffix != QLatin1String( "csv" ) )
    throw QgsProcessingException( tr( "%1 ends neither in .xlsx nor in .csv: choose one of them." ).arg( fileName ) );
  const bool isCp932 = parameterAsEnumString( parameters, QStringLiteral( "ENCODING" ), context ) == encodings().constLast();
  const Format csv = isCp932 ? Format::CsvCp932 : Format::CsvUtf8;
  const Format format = suffix == QLatin1String( "xlsx" ) ? Format::Xlsx : csv;

  CaStatisticsTemplate sheet;
  sheet.language = language( parameters, context );
  sheet.ownerKind = parameterAsEnumString( parameters, QStringLiteral( "OWNER_KIND" ), context );
  sheet.fiscalYears = fiscalYears( parameters, context );
  sheet.metrics = metrics( parameters, context );
  QString error;
  const std::optional<CaPack> pack = CaPack::open( packFile(), &error );
  if ( !pack || !sheet.write( *pack, fileName, format, true, &error ) )
    throw QgsProcessingException( error );
  feedback->pushInfo( tr( "Wrote a sheet to fill in to %1" ).arg( fileName ) );
  QVariantMap outputs{ { QStringLiteral( "OUTPUT" ), fileName } };
  if ( format != Format::Xlsx )
    outputs.insert( QStringLiteral( "CODES" ), CaStatisticsTemplate::codesFileName( fileName ) );
  return outputs;
}
