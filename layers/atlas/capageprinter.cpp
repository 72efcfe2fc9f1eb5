// SPDX-License-Identifier: GPL-2.0-or-later
#include "capageprinter.h"

#include "cacontents.h"
#include "cacontinuedsheets.h"
#include "cafiles.h"
#include "cafiscalyear.h"
#include "calabelorder.h"
#include "calayoutcopy.h"
#include "camapthemes.h"
#include "capagetext.h"
#include "capdfbook.h"
#include "capdfpage.h"

#include <qgsexpressioncontextutils.h>
#include <qgslayoutatlas.h>
#include <qgslayoutexporter.h>
#include <qgslayoutitemmap.h>
#include <qgslayoutmultiframe.h>
#include <qgslayoutpagecollection.h>
#include <qgsprintlayout.h>
#include <qgsproject.h>

#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <iterator>

namespace
{

QgsLayoutExporter::PdfExportSettings pdfSettings( const CaAtlasJob &job )
{
  QgsLayoutExporter::PdfExportSettings settings;
  settings.dpi = job.dpi;
  settings.forceVectorOutput = true;
  // Text that can be searched, not its outlines.
  settings.textRenderFormat = Qgis::TextRenderFormat::AlwaysText;
  const bool geo = job.format == CaAtlasJob::Format::GeoPdf;
  settings.writeGeoPdf = geo;
  settings.appendGeoreference = geo;
  // The book has metadata of its own.
  settings.exportMetadata = geo;
  return settings;
}

QString reasonOf( QgsLayoutExporter::ExportResult result, const QgsLayoutExporter &exporter )
{
  switch ( result )
  {
    case QgsLayoutExporter::MemoryError:
      return CaPagePrinter::tr( "not enough memory; choose a lower resolution" );
    case QgsLayoutExporter::FileError:
    case QgsLayoutExporter::PrintError:
      return CaPagePrinter::tr( "%1 cannot be written; is the disk full, or the file open in another program?" )
          .arg( QFileInfo( exporter.errorFile() ).fileName() );
    default:
      return CaPagePrinter::tr( "QGIS gives no reason (%1)" ).arg( static_cast<int>( result ) );
  }
}

/**
 * Gives the projections of the maps of \a layout a place in QGIS's list: up to 3.22, a GeoPDF of a map whose projection has none fails.
 * The maps then stay in it, so that the layout is good for one page. Only for processes with settings of their own.
 */
void nameProjections( QgsPrintLayout *layout )
{
  QList<QgsLayoutItemMap *> maps;
  layout->layoutItems( maps );
  for ( QgsLayoutItemMap *map : std::as_const( maps ) )
  {
    QgsCoordinateReferenceSystem crs = map->crs();
    if ( crs.authid().isEmpty() )
      crs.saveAsUserCrs( QStringLiteral( "Cluster Atlas %1" ).arg( crs.toProj() ) );
    map->dataDefinedProperties().setProperty( static_cast<int>( QgsLayoutObject::DataDefinedProperty::MapCrs ), QgsProperty() );
    map->setCrs( crs );
  }
}

/**
 * Frees the maps of \a layout whose extent is data-defined from the atlas, which would move them to each feature first: time on every page
 * for nothing.
 */
void leaveMapsToTheirProperties( const QgsPrintLayout *layout )
{
  using Property = QgsLayoutObject::DataDefinedProperty;
  QList<QgsLayoutItemMap *> maps;
  layout->layoutItems( maps );
  for ( QgsLayoutItemMap *map : std::as_const( maps ) )
  {
    const Property sides[] = { Property::MapXMin, Property::MapYMin, Property::MapXMax, Property::MapYMax };
    const QgsPropertyCollection &properties = map->dataDefinedProperties();
    if ( std::all_of( std::begin( sides ), std::end( sides ),
                      [&properties]( Property side ) { return properties.isActive( static_cast<int>( side ) ); } ) )
      map->setAtlasDriven( false );
  }
}

/**
 * Has what the maps of \a layout show depend on the page alone, not on the one before.
 *
 * Where a map turns from the extent of a page to that of another, the last digits of it depend on both: not so the second time. And scale
 * bars measure when the extent changes, but a map takes its data-defined CRS after it: they were those of the CRS before.
 */
void settleMaps( const QgsPrintLayout *layout )
{
  QList<QgsLayoutItemMap *> maps;
  layout->layoutItems( maps );
  for ( QgsLayoutItemMap *map : std::as_const( maps ) )
  {
    map->refresh();
    emit map->extentChanged();
  }
}

} // namespace

CaPagePrinter::CaPagePrinter( QgsProject *project, const CaAtlasJob &job )
    : mProject( project )
    , mInPlace( project )
    , mJob( job )
{
  CaLabelOrder::set( project );
}

CaPagePrinter::~CaPagePrinter() = default;

QString CaPagePrinter::draw( const CaAtlasPage &page, QString *error )
{
  if ( page.fiscalYear != 0 && page.fiscalYear != CaFiscalYear::of( mProject ) && !CaFiscalYear::set( mProject, page.fiscalYear, error ) )
    return QString();
  if ( mJob.format == CaAtlasJob::Format::GeoPdf )
    mLayouts.erase( page.layout );
  QgsPrintLayout *layout = layoutOf( page, error );
  if ( !layout || !turnTo( layout, page, error ) )
    return QString();

  if ( mJob.text && !CaFiles::write( mJob.textFileOf( page ), CaPageText::html( *layout, page.title, page.language ).toUtf8(), error ) )
    return QString();
  const QString beside = CaFiles::besideName( mJob.fileOf( page ) );
  if ( exportLayout( layout, beside, error ) )
    return beside;
  QFile::remove( beside );
  return QString();
}

bool CaPagePrinter::finish( const CaAtlasJob &job, const CaAtlasPage &page, const QString &fileName, QString *error )
{
  if ( tidy( job, page, fileName, error ) )
    return CaFiles::moveIntoPlace( fileName, job.fileOf( page ), true, error );
  QFile::remove( fileName );
  return false;
}

bool CaPagePrinter::tidy( const CaAtlasJob &job, const CaAtlasPage &page, const QString &fileName, QString *error )
{
  if ( job.format != CaAtlasJob::Format::Pdf )
    return true;
  if ( !CaPdfPage::finish( fileName, error ) )
    return false;
  if ( !job.alone )
    return true;
  // A book of one page: small, searchable, with a title.
  CaPdfInfo info;
  info.title = page.title;
  info.subject = job.title;
  info.language = page.language;
  info.date = QDateTime( job.date, QTime( 0, 0 ), Qt::UTC );
  return CaPdfBook::write( { fileName }, fileName, info, {}, {}, {}, error ) == page.sheets;
}

QgsPrintLayout *CaPagePrinter::layoutOf( const CaAtlasPage &page, QString *error )
{
  const auto known = mLayouts.find( page.layout );
  if ( known != mLayouts.end() )
    return known->second.get();
  std::unique_ptr<QgsPrintLayout> copy = CaLayoutCopy::read( mJob.layoutFile( page ), mProject, mJob.sheet, error );
  if ( !copy )
    return nullptr;
  leaveMapsToTheirProperties( copy.get() );
  CaMapThemes::fix( *copy );
  if ( CaContents::isContents( *copy ) )
    CaContents::fill( copy.get(), mJob.contents.value( page.language ) );
  QgsExpressionContextUtils::setLayoutVariable( copy.get(), QStringLiteral( "ca_page_total" ), mJob.sheets );
  QgsExpressionContextUtils::setLayoutVariable( copy.get(), QStringLiteral( "ca_made" ), mJob.date.toString( Qt::ISODate ) );
  if ( copy->atlas()->enabled() )
    copy->atlas()->updateFeatures();
  return mLayouts.emplace( page.layout, std::move( copy ) ).first->second.get();
}

bool CaPagePrinter::turnTo( QgsPrintLayout *layout, const CaAtlasPage &page, QString *error ) const
{
  CaContinuedSheets::clear( layout );
  // Layouts print this plus the number of their feature, so that QGIS alone numbers pages as well.
  const int featureNumber = qMax( 1, page.feature + 1 );
  QgsExpressionContextUtils::setLayoutVariable( layout, QStringLiteral( "ca_page_offset" ), page.number - featureNumber );
  if ( page.feature >= 0 )
  {
    QgsLayoutAtlas *atlas = layout->atlas();
    if ( !atlas->seekTo( page.feature ) || atlas->nameForPage( page.feature ).simplified() != page.title )
    {
      *error = tr( "its feature is not where it was planned; the data have changed since" );
      return false;
    }
  }
  else
  {
    layout->refresh();
  }
  settleMaps( layout );
  const QList<QgsLayoutMultiFrame *> frames = layout->multiFrames();
  for ( QgsLayoutMultiFrame *frame : frames )
    frame->recalculateFrameSizes();
  if ( layout->pageCollection()->pageCount() == page.sheets )
  {
    CaContinuedSheets::complete( layout );
    return true;
  }
  *error = tr( "it takes %1 sheets, %2 were planned; the data have changed since" )
               .arg( layout->pageCollection()->pageCount() )
               .arg( page.sheets );
  return false;
}

bool CaPagePrinter::exportLayout( QgsPrintLayout *layout, const QString &fileName, QString *reason ) const
{
  QgsLayoutExporter exporter( layout );
  QgsLayoutExporter::ExportResult result = QgsLayoutExporter::Success;
  switch ( mJob.format )
  {
    case CaAtlasJob::Format::GeoPdf:
      nameProjections( layout );
      [[fallthrough]];
    case CaAtlasJob::Format::Pdf:
      result = exporter.exportToPdf( fileName, pdfSettings( mJob ) );
      break;
    case CaAtlasJob::Format::Png:
    {
      QgsLayoutExporter::ImageExportSettings settings;
      settings.dpi = mJob.dpi;
      result = exporter.exportToImage( fileName, settings );
      break;
    }
    case CaAtlasJob::Format::Svg:
    {
      QgsLayoutExporter::SvgExportSettings settings;
      settings.dpi = mJob.dpi;
      settings.forceVectorOutput = true;
      settings.textRenderFormat = Qgis::TextRenderFormat::AlwaysText;
      result = exporter.exportToSvg( fileName, settings );
      break;
    }
  }
  if ( result == QgsLayoutExporter::Success && QFileInfo( fileName ).size() > 0 )
    return true;
  *reason = reasonOf( result, exporter );
  return false;
}
