// SPDX-License-Identifier: GPL-2.0-or-later
#include "caalgorithmexportatlas.h"

#include "careport.h"
#include "caprojectfile.h"

#include <qgsproject.h>

#include <QFileInfo>

namespace
{

//! The values of FORMAT, in the order of CaAtlasForm.
QStringList formats()
{
  return { QStringLiteral( "pdf" ),          QStringLiteral( "pdf_per_bureau" ),
           QStringLiteral( "pdf_per_page" ), QStringLiteral( "geopdf" ),
           QStringLiteral( "png" ),          QStringLiteral( "svg" ) };
}

//! Returns the parameter that says where an atlas goes.
QString outputName( const CaAtlasOptions &options )
{
  return options.form == CaAtlasForm::Book ? QStringLiteral( "OUTPUT" ) : QStringLiteral( "OUTPUT_FOLDER" );
}

} // namespace

QString CaExportAtlasAlgorithm::name() const
{
  return QStringLiteral( "exportatlas" );
}

QString CaExportAtlasAlgorithm::displayName() const
{
  return tr( "Export atlas" );
}

QStringList CaExportAtlasAlgorithm::tags() const
{
  return tr( "cluster,atlas,print,layout,PDF,page" ).split( ',' );
}

QString CaExportAtlasAlgorithm::shortHelpString() const
{
  return tr(
      "Prints an atlas from the layouts of a project: a page of Japan, a page for each bureau, for each project and so on, with the "
      "figures of the project's fiscal year.\n\n"
      "The pages are ordinary layouts, which you can change in QGIS's layout designer before; layouts of your own are printed too. "
      "They are printed by several processes at once, and joined to one PDF or kept as files.\n\n"
      "Pages planned and pages made are compared: an atlas that lacks a page is not written, and the message says which page and why. "
      "Pages that are done are kept beside the output, so that the next export goes on from there." );
}

CaCompat::AlgorithmFlags CaExportAtlasAlgorithm::flags() const
{
  return CaAtlasAlgorithm::flags() & ~CaCompat::AlgorithmFlags( CaCompat::NoThreading );
}

void CaExportAtlasAlgorithm::initAlgorithm( const QVariantMap & )
{
  constexpr int PRINT_DPI = 300;
  constexpr int LEAST_DPI = 72;
  constexpr int MOST_DPI = 1200;
  addChoiceParameters();
  auto format = std::make_unique<QgsProcessingParameterEnum>( QStringLiteral( "FORMAT" ), tr( "Format" ), formats(), false,
                                                              formats().constFirst(), false, true );
  format->setHelp( tr( "pdf: one PDF with all pages; pdf_per_bureau: a PDF for each bureau and one for the nation; pdf_per_page, geopdf "
                       "(georeferenced, with layers), png, svg: a file for each page." ) );
  addParameter( format.release() );
  auto dpi = std::make_unique<QgsProcessingParameterNumber>( QStringLiteral( "DPI" ), tr( "Resolution of pictures (dpi)" ),
                                                             CaCompat::IntegerNumber, PRINT_DPI, false, LEAST_DPI, MOST_DPI );
  dpi->setHelp( tr( "Of PNG files. Maps in PDF and SVG are drawn as vectors, sharp at any size." ) );
  addParameter( dpi.release() );
  auto date = std::make_unique<QgsProcessingParameterString>( QStringLiteral( "DATE" ), tr( "Date on the pages (today if empty)" ),
                                                              QVariant(), false, true );
  date->setHelp( tr( "Year, month and day, such as 2026-04-01. The same data and the same date give the same file, byte for byte." ) );
  addParameter( date.release() );
  auto workers = std::make_unique<QgsProcessingParameterNumber>(
      QStringLiteral( "WORKERS" ), tr( "Processes that print (0: one for each core)" ), CaCompat::IntegerNumber, 0, false, 0, 64 );
  workers->setHelp( tr( "Each takes a few hundred megabytes of memory." ) );
  addParameter( workers.release() );
  auto resume = std::make_unique<QgsProcessingParameterBoolean>( QStringLiteral( "RESUME" ), tr( "Keep pages that are done" ), true );
  resume->setHelp( tr( "Pages of an export that was interrupted are not printed again, unless data, project, layout or these settings have "
                       "changed since." ) );
  addParameter( resume.release() );
  auto text = std::make_unique<QgsProcessingParameterBoolean>( QStringLiteral( "TEXT" ), tr( "Write the pages as text as well" ), false );
  text->setHelp(
      tr( "An HTML page beside the atlas, for readers who cannot see it: what the labels say, what the maps show, and the rows of "
          "the tables." ) );
  addParameter( text.release() );
  auto check = std::make_unique<QgsProcessingParameterBoolean>( QStringLiteral( "CHECK" ), tr( "Check the pages first" ), true );
  check->setHelp( tr( "Nothing is printed if a font, a layer or an expression fails; see “Check atlas”." ) );
  addParameter( check.release() );
  auto output = std::make_unique<QgsProcessingParameterFileDestination>( QStringLiteral( "OUTPUT" ), tr( "Atlas (one PDF)" ),
                                                                         tr( "PDF files (*.pdf)" ), QVariant(), true );
  output->setHelp( tr( "The PDF to write; one that is there already is replaced when the new one is whole." ) );
  addParameter( output.release() );
  auto folder = std::make_unique<QgsProcessingParameterFolderDestination>( QStringLiteral( "OUTPUT_FOLDER" ),
                                                                           tr( "Folder (other formats)" ), QVariant(), true, false );
  folder->setHelp( tr( "Where the files go if the format is not one PDF. Their names begin with the number of the page." ) );
  addParameter( folder.release() );
  addReportParameter();
  addCount( QStringLiteral( "PAGES" ), tr( "Number of pages" ) );
  addCount( QStringLiteral( "PAGES_MADE" ), tr( "Pages printed" ) );
  addCount( QStringLiteral( "PAGES_KEPT" ), tr( "Pages kept from an export before" ) );
}

CaExportAtlasAlgorithm *CaExportAtlasAlgorithm::createInstance() const
{
  return new CaExportAtlasAlgorithm();
}

CaAtlasOptions CaExportAtlasAlgorithm::options( const QVariantMap &parameters, QgsProcessingContext &context ) const
{
  CaAtlasOptions options;
  options.choice = choice( parameters, context );
  const int form = formats().indexOf( parameterAsEnumString( parameters, QStringLiteral( "FORMAT" ), context ) );
  if ( form < 0 )
    throw QgsProcessingException( tr( "FORMAT is one of %1." ).arg( formats().join( QStringLiteral( ", " ) ) ) );
  options.form = static_cast<CaAtlasForm>( form );
  options.output = parameterAsFileOutput( parameters, outputName( options ), context );
  if ( options.output.isEmpty() )
    throw QgsProcessingException( options.form == CaAtlasForm::Book
                                      ? tr( "Give OUTPUT, the PDF to write." )
                                      : tr( "Give OUTPUT_FOLDER, the folder for the files of this format." ) );
  options.dpi = parameterAsInt( parameters, QStringLiteral( "DPI" ), context );
  options.workers = parameterAsInt( parameters, QStringLiteral( "WORKERS" ), context );
  options.resume = parameterAsBool( parameters, QStringLiteral( "RESUME" ), context );
  options.text = parameterAsBool( parameters, QStringLiteral( "TEXT" ), context );
  options.check = parameterAsBool( parameters, QStringLiteral( "CHECK" ), context );
  const QString report = parameterAsFileOutput( parameters, QStringLiteral( "REPORT" ), context );
  for ( const QString &file : { CaAtlasExporter::textFile( options ), options.output } )
  {
    if ( !report.isEmpty() && !file.isEmpty() && QFileInfo( report ).absoluteFilePath() == QFileInfo( file ).absoluteFilePath() )
      throw QgsProcessingException(
          tr( "REPORT would overwrite %1, which this export writes itself. Give the report another name." ).arg( file ) );
  }
  const QString date = parameterAsString( parameters, QStringLiteral( "DATE" ), context ).trimmed();
  options.date = QDate::fromString( date, Qt::ISODate );
  if ( !date.isEmpty() && !options.date.isValid() )
    throw QgsProcessingException( tr( "“%1” is no date. Give year, month and day, such as 2026-04-01." ).arg( date ) );
  return options;
}

bool CaExportAtlasAlgorithm::prepareAlgorithm( const QVariantMap &parameters, QgsProcessingContext &context,
                                               QgsProcessingFeedback *feedback )
{
  const CaAtlasOptions asked = options( parameters, context );
  QString error;
  if ( !CaAtlasExporter::prepareOutput( asked, &error ) )
    throw QgsProcessingException( error );
  const std::unique_ptr<CaProjectFile> file = projectFile( parameters, context );
  const std::optional<CaAtlasEditions> printed = editions( file->project(), parameters, context, feedback );
  if ( !printed )
    return false;
  CaPartFeedback preparing( feedback, EDITIONS_MADE, 100 );
  mExporter = CaAtlasExporter::prepare( *printed, asked, &error, &preparing );
  if ( !mExporter && !error.isEmpty() )
    throw QgsProcessingException( error );
  return static_cast<bool>( mExporter );
}

QVariantMap CaExportAtlasAlgorithm::processAlgorithm( const QVariantMap &parameters, QgsProcessingContext &context,
                                                      QgsProcessingFeedback *feedback )
{
  QString error;
  const bool whole = mExporter->run( &error, feedback );
  const QString reportFile = writeReport( mExporter->report(), tr( "Export of the atlas" ), parameters, context, feedback );
  if ( !whole && !error.isEmpty() )
    throw QgsProcessingException( error );
  if ( !whole )
    return {};
  QVariantMap results{ { QStringLiteral( "PAGES" ), mExporter->plan().sheets() },
                       { QStringLiteral( "PAGES_MADE" ), mExporter->count( CaAtlasExporter::State::Made ) },
                       { QStringLiteral( "PAGES_KEPT" ), mExporter->count( CaAtlasExporter::State::Kept ) },
                       { QStringLiteral( "REPORT" ), reportFile } };
  results.insert( outputName( mExporter->options() ), mExporter->options().output );
  return results;
}
