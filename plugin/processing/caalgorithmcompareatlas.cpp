// SPDX-License-Identifier: GPL-2.0-or-later
#include "caalgorithmcompareatlas.h"

#include "caatlascomparisonsheet.h"
#include "caprintedatlas.h"
#include "careport.h"

namespace
{

//! Returns the word for \a state in the table, which does not change with the language.
QString word( CaAtlasComparison::State state )
{
  switch ( state )
  {
    case CaAtlasComparison::State::Same:
      break;
    case CaAtlasComparison::State::Changed:
      return QStringLiteral( "changed" );
    case CaAtlasComparison::State::Added:
      return QStringLiteral( "added" );
    case CaAtlasComparison::State::Removed:
      return QStringLiteral( "removed" );
  }
  return QStringLiteral( "same" );
}

QVariant number( int place )
{
  return place < 0 ? QVariant() : QVariant( place + 1 );
}

std::unique_ptr<CaPrintedAtlas> opened( const QString &path )
{
  QString error;
  std::unique_ptr<CaPrintedAtlas> atlas = CaPrintedAtlas::open( path, &error );
  if ( !atlas )
    throw QgsProcessingException( error );
  return atlas;
}

} // namespace

QString CaCompareAtlasAlgorithm::name() const
{
  return QStringLiteral( "compareatlas" );
}

QString CaCompareAtlasAlgorithm::displayName() const
{
  return tr( "Compare atlases" );
}

QStringList CaCompareAtlasAlgorithm::tags() const
{
  return tr( "cluster,atlas,compare,difference,pages,changes" ).split( ',' );
}

QString CaCompareAtlasAlgorithm::shortHelpString() const
{
  return tr(
      "Says what has changed between two atlases, such as last month's and this month's: which pages are new, gone, changed or the "
      "same. REPORT, as HTML, shows each changed page: the texts and figures that are gone and new, and its picture before, after, and "
      "with the differences marked.\n\n"
      "An atlas is a PDF, or a folder with the files of “Export atlas”. Pages are found again by their bookmarks; in a folder of pages, "
      "by what they show. Their order does not matter. The foot of a page, with its number and the date, is left out unless you ask for "
      "it." );
}

CaCompat::AlgorithmFlags CaCompareAtlasAlgorithm::flags() const
{
  // Files only: no project is needed.
  return CaAlgorithm::flags() & ~CaCompat::AlgorithmFlags( CaCompat::NoThreading );
}

void CaCompareAtlasAlgorithm::initAlgorithm( const QVariantMap & )
{
  constexpr int SCREEN_DPI = 100;
  constexpr int LEAST_DPI = 50;
  constexpr int MOST_DPI = 300;
  // Without a filter that allows any name QGIS refuses the name of a folder.
  const auto atlas = []( const QString &name, const QString &description )
  {
    return std::make_unique<QgsProcessingParameterFile>( name, description, CaCompat::FileParameter, QString(), QVariant(), false,
                                                         tr( "PDF files and folders (*)" ) );
  };
  auto before = atlas( QStringLiteral( "BEFORE" ), tr( "Atlas before (PDF or folder)" ) );
  before->setHelp( tr( "The older atlas: a PDF, or the path of a folder with PDFs, PNGs or SVGs." ) );
  addParameter( before.release() );
  auto after = atlas( QStringLiteral( "AFTER" ), tr( "Atlas after (PDF or folder)" ) );
  after->setHelp( tr( "The newer atlas, of the same form." ) );
  addParameter( after.release() );
  auto dpi = std::make_unique<QgsProcessingParameterNumber>( QStringLiteral( "DPI" ), tr( "Resolution of the comparison (dpi)" ),
                                                             CaCompat::IntegerNumber, SCREEN_DPI, false, LEAST_DPI, MOST_DPI );
  dpi->setHelp( tr( "Of the pictures that are compared and shown. More finds smaller changes, and makes the report larger." ) );
  addParameter( dpi.release() );
  auto foot =
      std::make_unique<QgsProcessingParameterBoolean>( QStringLiteral( "FOOT" ), tr( "Compare page numbers and dates too" ), false );
  foot->setHelp( tr( "A page that has only moved, or was only printed on another day, then counts as changed." ) );
  addParameter( foot.release() );
  addTableParameter( QStringLiteral( "OUTPUT" ), tr( "Pages" ), true );
  addReportParameter();
  addCount( QStringLiteral( "PAGES" ), tr( "Pages compared" ) );
  addCount( QStringLiteral( "SAME" ), tr( "Pages that are the same" ) );
  addCount( QStringLiteral( "CHANGED" ), tr( "Pages that have changed" ) );
  addCount( QStringLiteral( "ADDED" ), tr( "Pages that are new" ) );
  addCount( QStringLiteral( "REMOVED" ), tr( "Pages that are gone" ) );
}

CaCompareAtlasAlgorithm *CaCompareAtlasAlgorithm::createInstance() const
{
  return new CaCompareAtlasAlgorithm();
}

QString CaCompareAtlasAlgorithm::writePages( const CaAtlasComparison &comparison, const QVariantMap &parameters,
                                             QgsProcessingContext &context ) const
{
  QString id;
  const QgsFields fields =
      tableFields( { QStringLiteral( "state" ), QStringLiteral( "title" ), QStringLiteral( "page_before:integer" ),
                     QStringLiteral( "page_after:integer" ), QStringLiteral( "texts_gone" ), QStringLiteral( "texts_new" ) } );
  const std::unique_ptr<CaAnswerSink> sink = optionalTable( QStringLiteral( "OUTPUT" ), fields, parameters, context, &id );
  for ( const CaAtlasComparison::Page &page : sink ? comparison.pages() : QVector<CaAtlasComparison::Page>() )
  {
    QgsAttributes row;
    row << word( page.state ) << page.title << number( page.before ) << number( page.after ) << page.gone.join( QLatin1Char( '\n' ) )
        << page.come.join( QLatin1Char( '\n' ) );
    addRow( *sink, row );
  }
  CaAnswerSink::keep( { sink.get() } );
  return id;
}

QVariantMap CaCompareAtlasAlgorithm::processAlgorithm( const QVariantMap &parameters, QgsProcessingContext &context,
                                                       QgsProcessingFeedback *feedback )
{
  const std::unique_ptr<CaPrintedAtlas> before = opened( parameterAsString( parameters, QStringLiteral( "BEFORE" ), context ) );
  const std::unique_ptr<CaPrintedAtlas> after = opened( parameterAsString( parameters, QStringLiteral( "AFTER" ), context ) );
  const QString title = tr( "Comparison of two atlases" );
  const QString reportFile = parameterAsFileOutput( parameters, QStringLiteral( "REPORT" ), context );
  const bool withPictures = !reportFile.isEmpty() && !reportFile.endsWith( QLatin1String( ".json" ), Qt::CaseInsensitive );
  CaAtlasComparison::Options options;
  options.dpi = parameterAsInt( parameters, QStringLiteral( "DPI" ), context );
  options.foot = parameterAsBool( parameters, QStringLiteral( "FOOT" ), context );

  CaAtlasComparisonSheet sheet;
  const auto changed = [&sheet, withPictures]( const CaAtlasComparison::Page &page )
  {
    if ( withPictures )
      sheet.add( page );
  };
  QString error;
  const std::optional<CaAtlasComparison> comparison = CaAtlasComparison::compare( *before, *after, options, changed, &error, feedback );
  if ( !comparison && !error.isEmpty() )
    throw QgsProcessingException( error );
  if ( !comparison )
    return {};

  QVariantMap saidOnly = parameters;
  if ( withPictures )
    saidOnly.remove( QStringLiteral( "REPORT" ) );
  writeReport( comparison->report(), title, saidOnly, context, feedback );
  if ( withPictures && !sheet.write( *comparison, title, reportFile, &error ) )
    throw QgsProcessingException( error );
  return { { QStringLiteral( "OUTPUT" ), writePages( *comparison, parameters, context ) },
           { QStringLiteral( "REPORT" ), reportFile },
           { QStringLiteral( "PAGES" ), static_cast<int>( comparison->pages().size() ) },
           { QStringLiteral( "SAME" ), comparison->count( CaAtlasComparison::State::Same ) },
           { QStringLiteral( "CHANGED" ), comparison->count( CaAtlasComparison::State::Changed ) },
           { QStringLiteral( "ADDED" ), comparison->count( CaAtlasComparison::State::Added ) },
           { QStringLiteral( "REMOVED" ), comparison->count( CaAtlasComparison::State::Removed ) } };
}
