// SPDX-License-Identifier: GPL-2.0-or-later
#include "caatlasexporter.h"

#include "cafiles.h"
#include "calayouts.h"
#include "capdfbook.h"

#include <qgsexpressioncontextutils.h>
#include <qgsfeedback.h>
#include <qgslayoutatlas.h>
#include <qgslayoutexporter.h>
#include <qgsprintlayout.h>
#include <qgsproject.h>

#include <QFileInfo>
#include <QTemporaryDir>

#include <memory>

namespace
{

/**
 * Makes a project the one that expressions look layers up in: before QGIS 3.30, aggregate() and the like know no other.
 * Gives the place back at the end of the scope.
 */
class ProjectInPlace
{
public:
  explicit ProjectInPlace( QgsProject *project )
      : mBefore( QgsProject::instance() )
  {
    QgsProject::setInstance( project );
  }
  ~ProjectInPlace() { QgsProject::setInstance( mBefore ); }
  ProjectInPlace( const ProjectInPlace &other ) = delete;
  ProjectInPlace &operator=( const ProjectInPlace &other ) = delete;

private:
  QgsProject *mBefore = nullptr;
};

QgsLayoutExporter::PdfExportSettings pdfSettings()
{
  QgsLayoutExporter::PdfExportSettings settings;
  settings.forceVectorOutput = true;
  settings.appendGeoreference = false;
  settings.exportMetadata = false;
  // Text that can be searched, not its outlines.
  settings.textRenderFormat = Qgis::TextRenderFormat::AlwaysText;
  return settings;
}

} // namespace

CaAtlasExporter::CaAtlasExporter( QgsProject *project )
    : mProject( project )
{
}

bool CaAtlasExporter::printLayout( const QgsPrintLayout *layout, const QString &fileName, int firstPage, int total, QString *error,
                                   QgsFeedback *feedback ) const
{
  const std::unique_ptr<QgsPrintLayout> copy( layout->clone() );
  QgsExpressionContextUtils::setLayoutVariable( copy.get(), QStringLiteral( "ca_page_offset" ), firstPage - 1 );
  QgsExpressionContextUtils::setLayoutVariable( copy.get(), QStringLiteral( "ca_page_total" ), total );
  copy->refresh();
  QString reason;
  QgsLayoutExporter::ExportResult result = QgsLayoutExporter::Success;
  if ( copy->atlas()->enabled() )
  {
    result = QgsLayoutExporter::exportToPdf( copy->atlas(), fileName, pdfSettings(), reason, feedback );
  }
  else
  {
    QgsLayoutExporter exporter( copy.get() );
    result = exporter.exportToPdf( fileName, pdfSettings() );
    reason = exporter.errorFile();
  }
  if ( result == QgsLayoutExporter::Success )
    return true;
  *error = result == QgsLayoutExporter::Canceled ? tr( "Canceled: no atlas was written." )
                                                 : tr( "The layout “%1” could not be printed: %2" ).arg( layout->name(), reason );
  return false;
}

bool CaAtlasExporter::exportPdf( const QString &coverage, const QString &fileName, QString *error, QgsFeedback *feedback )
{
  const QFileInfo target( fileName );
  if ( !CaFiles::prepareFolder( target.absolutePath(), error ) )
    return false;
  if ( target.isDir() )
  {
    *error = tr( "%1 is a folder. Give the name of a PDF file." ).arg( fileName );
    return false;
  }
  const ProjectInPlace inPlace( mProject );
  const QgsPrintLayout *overview = CaLayouts::find( mProject, QStringLiteral( "overview" ) );
  QgsPrintLayout *pageLayout = CaLayouts::find( mProject, coverage );
  if ( !overview || !pageLayout )
  {
    *error = tr( "The project has no layouts of Cluster Atlas. Make one with “New cluster project” and print that." );
    return false;
  }
  const int planned = 1 + pageLayout->atlas()->updateFeatures();
  if ( planned == 1 )
  {
    *error = tr( "The layout “%1” has no pages: its layer is empty, filtered away or missing." ).arg( pageLayout->name() );
    return false;
  }

  const QTemporaryDir parts( target.absoluteDir().filePath( QStringLiteral( ".clusteratlas-XXXXXX" ) ) );
  const QStringList partFiles{ parts.filePath( QStringLiteral( "overview.pdf" ) ), parts.filePath( QStringLiteral( "pages.pdf" ) ) };
  const QString joined = parts.filePath( QStringLiteral( "atlas.pdf" ) );
  if ( !printLayout( overview, partFiles.at( 0 ), 1, planned, error, feedback ) ||
       !printLayout( pageLayout, partFiles.at( 1 ), 2, planned, error, feedback ) )
    return false;
  CaPdfInfo info;
  info.title = mProject->title();
  const int printed = CaPdfBook::write( partFiles, joined, info, {}, {}, {}, error );
  if ( printed < 0 )
    return false;
  if ( printed != planned )
  {
    *error = tr( "%1 pages were planned, %2 were printed, so no atlas was written. Is the disk full?" ).arg( planned ).arg( printed );
    return false;
  }
  mPages = printed;
  return CaFiles::moveIntoPlace( joined, target.absoluteFilePath(), true, error );
}
