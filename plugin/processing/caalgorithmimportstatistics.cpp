// SPDX-License-Identifier: GPL-2.0-or-later
#include "caalgorithmimportstatistics.h"

#include "cafiles.h"
#include "casheetimport.h"
#include "catextencoding.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>

namespace
{

//! \throws QgsProcessingException if the file is no profile
CaSheetProfile readProfile( const QString &fileName )
{
  QFile file( fileName );
  QString error = file.errorString();
  std::optional<CaSheetProfile> profile;
  if ( file.open( QIODevice::ReadOnly ) )
    profile = CaSheetProfile::fromJson( QJsonDocument::fromJson( file.readAll() ).object(), &error );
  else
    error = file.errorString();
  if ( !profile )
    throw QgsProcessingException( CaImportStatisticsAlgorithm::tr( "The profile %1 cannot be used. %2" ).arg( fileName, error ) );
  return *profile;
}

} // namespace

QString CaImportStatisticsAlgorithm::name() const
{
  return QStringLiteral( "importstatistics" );
}

QString CaImportStatisticsAlgorithm::displayName() const
{
  return tr( "Import statistics" );
}

QStringList CaImportStatisticsAlgorithm::tags() const
{
  return tr( "cluster,statistics,import,CSV,Excel,XLSX,sheet,fiscal year" ).split( ',' );
}

QString CaImportStatisticsAlgorithm::shortHelpString() const
{
  return tr( "Reads figures from a sheet as it was published into the working data pack: CSV in any usual Japanese encoding, Excel (XLSX, "
             "XLS), ODS or DBF, with title rows, notes, "
             "headers of two rows, a column a fiscal year or a metric, 1,234, △12, 約, x, …, 平成21年度.\n\n"
             "Nothing is guessed: a cell that cannot be read for certain is listed in the report with its sheet and address, and then "
             "nothing is imported. A dry run (DRY_RUN) reads and "
             "compares just the same, and changes nothing. Importing a sheet again replaces the figures that came from it, and the report "
             "shows what changed. Missing, suppressed, not "
             "applicable and zero stay four different things.\n\n"
             "How the sheet is understood is in the report; it can be corrected in the dialog “Import statistics…”, or as a profile: write "
             "it with PROFILE_OUTPUT, change it, and "
             "give it as PROFILE. What was decided in the dialog is remembered for the next sheet of the same kind." );
}

void CaImportStatisticsAlgorithm::initAlgorithm( const QVariantMap & )
{
  auto input =
      std::make_unique<QgsProcessingParameterFile>( QStringLiteral( "INPUT" ), tr( "Sheet" ), CaCompat::FileParameter, QString(),
                                                    QVariant(), false, tr( "Sheets (*.csv *.tsv *.txt *.xlsx *.xls *.ods *.dbf)" ) );
  input->setHelp( tr( "A CSV, a workbook or a DBF with figures." ) );
  addParameter( input.release() );
  auto sheet = std::make_unique<QgsProcessingParameterString>( QStringLiteral( "SHEET" ), tr( "Sheet of a workbook (the first if empty)" ),
                                                               QVariant(), false, true );
  sheet->setHelp( tr( "Its name. Hidden sheets are passed over unless they are named." ) );
  addParameter( sheet.release() );
  auto profile = std::make_unique<QgsProcessingParameterFile>( QStringLiteral( "PROFILE" ), tr( "Profile" ), CaCompat::FileParameter,
                                                               QString(), QVariant(), true, tr( "Profiles (*.json)" ) );
  profile->setHelp( tr( "What the columns of such sheets mean, as PROFILE_OUTPUT writes it." ) );
  addParameter( profile.release() );
  auto exactly = std::make_unique<QgsProcessingParameterBoolean>( QStringLiteral( "PROFILE_EXACT" ),
                                                                  tr( "Rows and years are those of the profile, too" ), false );
  exactly->setHelp( tr( "For the very sheet the profile was made for. Otherwise only what it says of the columns is used." ) );
  exactly->setFlags( exactly->flags() | CaCompat::AdvancedParameter );
  addParameter( exactly.release() );
  auto encoding =
      std::make_unique<QgsProcessingParameterEnum>( QStringLiteral( "ENCODING" ), tr( "Encoding of a text file (detected if not chosen)" ),
                                                    CaTextEncoding::names(), false, QVariant(), true, true );
  encoding->setHelp( tr( "CP932 is what Windows calls Shift_JIS." ) );
  addParameter( encoding.release() );
  auto dryRun =
      std::make_unique<QgsProcessingParameterBoolean>( QStringLiteral( "DRY_RUN" ), tr( "Only say what would be imported" ), false );
  dryRun->setHelp( tr( "Reads and compares just the same, and changes nothing." ) );
  addParameter( dryRun.release() );
  addPackParameter( QStringLiteral( "OUTPUT" ) );
  auto report = std::make_unique<QgsProcessingParameterFileDestination>(
      QStringLiteral( "REPORT" ), tr( "Report" ), tr( "HTML files (*.html);;JSON files (*.json)" ), QVariant(), true );
  report->setHelp( tr( "What was read, every cell in doubt, and what changed, as HTML or JSON." ) );
  addParameter( report.release() );
  auto profileOutput = std::make_unique<QgsProcessingParameterFileDestination>(
      QStringLiteral( "PROFILE_OUTPUT" ), tr( "How the sheet was understood" ), tr( "JSON files (*.json)" ), QVariant(), true );
  profileOutput->setHelp( tr( "A profile to correct and to give as PROFILE." ) );
  addParameter( profileOutput.release() );
  addOutput( new QgsProcessingOutputNumber( QStringLiteral( "FIGURES" ), tr( "Figures read" ) ) );
  addOutput( new QgsProcessingOutputNumber( QStringLiteral( "ROWS" ), tr( "Rows with figures" ) ) );
  addOutput( new QgsProcessingOutputNumber( QStringLiteral( "DOUBTS" ), tr( "Cells to look at" ) ) );
  addOutput( new QgsProcessingOutputNumber( QStringLiteral( "ADDED" ), tr( "Figures added" ) ) );
  addOutput( new QgsProcessingOutputNumber( QStringLiteral( "REMOVED" ), tr( "Figures removed" ) ) );
  addOutput( new QgsProcessingOutputNumber( QStringLiteral( "CHANGED" ), tr( "Figures changed" ) ) );
  addOutput( new QgsProcessingOutputNumber( QStringLiteral( "UNCHANGED" ), tr( "Figures as before" ) ) );
}

CaImportStatisticsAlgorithm *CaImportStatisticsAlgorithm::createInstance() const
{
  return new CaImportStatisticsAlgorithm();
}

std::unique_ptr<CaSheetImport> CaImportStatisticsAlgorithm::openSheet( const QVariantMap &parameters, QgsProcessingContext &context,
                                                                       QgsProcessingFeedback *feedback ) const
{
  CaTableOptions options;
  options.encoding = parameterAsEnumString( parameters, QStringLiteral( "ENCODING" ), context );
  QString error;
  std::unique_ptr<CaSheetImport> import =
      CaSheetImport::open( parameterAsFile( parameters, QStringLiteral( "INPUT" ), context ), packFile(), options, feedback, &error );
  if ( !import || !import->chooseSheet( parameterAsString( parameters, QStringLiteral( "SHEET" ), context ), &error ) )
    throw QgsProcessingException( error );
  const QString profile = parameterAsFile( parameters, QStringLiteral( "PROFILE" ), context );
  if ( !profile.isEmpty() && parameterAsBoolean( parameters, QStringLiteral( "PROFILE_EXACT" ), context ) )
    import->setProfile( readProfile( profile ) );
  else if ( !profile.isEmpty() )
    import->adoptProfile( readProfile( profile ) );
  return import;
}

QVariantMap CaImportStatisticsAlgorithm::processAlgorithm( const QVariantMap &parameters, QgsProcessingContext &context,
                                                           QgsProcessingFeedback *feedback )
{
  const std::unique_ptr<CaSheetImport> import = openSheet( parameters, context, feedback );
  QVariantMap outputs;
  QString error;
  const QString profileOutput = parameterAsFileOutput( parameters, QStringLiteral( "PROFILE_OUTPUT" ), context );
  if ( !profileOutput.isEmpty() )
  {
    if ( !CaFiles::write( profileOutput, QJsonDocument( import->profile().toJson() ).toJson(), &error ) )
      throw QgsProcessingException( error );
    outputs.insert( QStringLiteral( "PROFILE_OUTPUT" ), profileOutput );
  }
  const bool isDryRun = parameterAsBoolean( parameters, QStringLiteral( "DRY_RUN" ), context );
  const bool ok = import->run( isDryRun, feedback, &error );

  // The report matters most when it went wrong.
  const QString reportFile = parameterAsFileOutput( parameters, QStringLiteral( "REPORT" ), context );
  if ( !reportFile.isEmpty() )
  {
    QString writeError;
    const bool isJson = QFileInfo( reportFile ).suffix().compare( QLatin1String( "json" ), Qt::CaseInsensitive ) == 0;
    if ( !CaFiles::write( reportFile, isJson ? QJsonDocument( import->reportJson() ).toJson() : import->reportHtml().toUtf8(),
                          &writeError ) )
      feedback->reportError( writeError );
    else
      outputs.insert( QStringLiteral( "REPORT" ), reportFile );
  }
  const CaSheetReport &report = import->report();
  for ( const CaSheetIssue &issue : report.issues )
    feedback->pushInfo( QStringLiteral( "%1 %2: %3" ).arg( issue.sheet, issue.cell, issue.problem ).trimmed() );
  if ( !ok )
    throw QgsProcessingException( error );

  const CaImportDifference &difference = import->difference();
  if ( report.doubts > 0 )
    feedback->pushWarning( report.summary() );
  else
    feedback->pushInfo( report.summary() );
  outputs.insert( { { QStringLiteral( "OUTPUT" ), packFile() },
                    { QStringLiteral( "FIGURES" ), report.figures },
                    { QStringLiteral( "ROWS" ), report.rows },
                    { QStringLiteral( "DOUBTS" ), report.doubts },
                    { QStringLiteral( "ADDED" ), difference.added },
                    { QStringLiteral( "REMOVED" ), difference.removed },
                    { QStringLiteral( "CHANGED" ), difference.changed },
                    { QStringLiteral( "UNCHANGED" ), difference.unchanged } } );
  return outputs;
}
