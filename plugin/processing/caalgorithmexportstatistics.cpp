// SPDX-License-Identifier: GPL-2.0-or-later
#include "caalgorithmexportstatistics.h"

#include "castatistics.h"
#include "castatisticsexport.h"

namespace
{

//! In the order of CaStatisticsExport::Encoding.
QStringList encodings()
{
  return { QStringLiteral( "UTF-8 (BOM)" ), QStringLiteral( "UTF-8" ), QStringLiteral( "CP932" ) };
}

} // namespace

QString CaExportStatisticsAlgorithm::name() const
{
  return QStringLiteral( "exportstatistics" );
}

QString CaExportStatisticsAlgorithm::displayName() const
{
  return tr( "Export statistics" );
}

QStringList CaExportStatisticsAlgorithm::tags() const
{
  return tr( "cluster,statistics,export,CSV,XLSX,Excel,sheet" ).split( ',' );
}

QString CaExportStatisticsAlgorithm::shortHelpString() const
{
  return tr( "Writes figures of the data pack, shipped and imported ones, as a CSV or an Excel sheet: a row an owner, fiscal year and "
             "metric, with unit, qualifier, flag and source.\n\n"
             "Codes are written as text: in a CSV they are in quotes, in an XLSX they are text cells, so that 01 stays 01. Text that a "
             "spreadsheet would take for a formula gets an apostrophe in "
             "front. A CSV is UTF-8 with a mark that Excel knows, UTF-8, or CP932; a character that CP932 does not have is an error and "
             "nothing is written." );
}

void CaExportStatisticsAlgorithm::initAlgorithm( const QVariantMap & )
{
  addPackParameter();
  addOwnerKindsParameter();
  addMetricsParameter( true );
  addFiscalYearsParameter( true );
  addLanguageParameter();
  auto encoding = std::make_unique<QgsProcessingParameterEnum>( QStringLiteral( "ENCODING" ), tr( "Encoding of a CSV" ), encodings(), false,
                                                                encodings().constFirst(), false, true );
  encoding->setHelp( tr( "UTF-8 (BOM) for Excel, CP932 for programs that take nothing else." ) );
  addParameter( encoding.release() );
  auto output = std::make_unique<QgsProcessingParameterFileDestination>( QStringLiteral( "OUTPUT" ), tr( "Sheet" ),
                                                                         tr( "CSV files (*.csv);;Excel files (*.xlsx)" ) );
  output->setHelp( tr( "A name that ends in .csv or .xlsx. A file that is there is replaced." ) );
  addParameter( output.release() );
  addOutput( new QgsProcessingOutputNumber( QStringLiteral( "COUNT" ), tr( "Number of figures" ) ) );
}

CaExportStatisticsAlgorithm *CaExportStatisticsAlgorithm::createInstance() const
{
  return new CaExportStatisticsAlgorithm();
}

QVariantMap CaExportStatisticsAlgorithm::processAlgorithm( const QVariantMap &parameters, QgsProcessingContext &context,
                                                           QgsProcessingFeedback *feedback )
{
  CaStatisticsExport::Choice choice;
  choice.ownerKinds = ownerKinds( parameters, context );
  choice.metrics = metrics( parameters, context );
  choice.fiscalYears = fiscalYears( parameters, context );
  const int encoding = encodings().indexOf( parameterAsEnumString( parameters, QStringLiteral( "ENCODING" ), context ) );
  if ( encoding < 0 )
    throw QgsProcessingException(
        tr( "There is no encoding “%1”. ENCODING takes: %2." )
            .arg( parameters.value( QStringLiteral( "ENCODING" ) ).toString(), encodings().join( QStringLiteral( ", " ) ) ) );
  const QString fileName = parameterAsFileOutput( parameters, QStringLiteral( "OUTPUT" ), context );
  const QString exportLanguage = language( parameters, context );

  QString error;
  qlonglong rows = 0;
  const std::unique_ptr<CaStatistics> statistics = CaStatistics::open( packFile(), &error );
  if ( !statistics || !CaStatisticsExport::write( *statistics, choice, fileName, static_cast<CaStatisticsExport::Encoding>( encoding ),
                                                  exportLanguage, &rows, &error, feedback ) )
    throw QgsProcessingException( error );
  feedback->pushInfo( tr( "Wrote %1 figures to %2" ).arg( rows ).arg( fileName ) );
  return { { QStringLiteral( "OUTPUT" ), fileName }, { QStringLiteral( "COUNT" ), rows } };
}
