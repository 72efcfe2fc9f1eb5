// SPDX-License-Identifier: GPL-2.0-or-later
#include "cacommands.h"

#include "caaddlayersdialog.h"
#include "cabackgroundtask.h"
#include "cachoices.h"
#include "caexportatlasdialog.h"
#include "cafilename.h"
#include "cafiscalyear.h"
#include "caimportstatisticsdialog.h"
#include "cajoinstatisticsdialog.h"
#include "calayerproperties.h"
#include "canewprojectdialog.h"
#include "capaths.h"
#include "caprojectfile.h"

#include <qgisinterface.h>
#include <qgsmapcanvas.h>
#include <qgsmaplayer.h>
#include <qgslayoutdesignerinterface.h>
#include <qgslayoutmanager.h>
#include <qgsmasterlayoutinterface.h>
#include <qgsmessagebar.h>
#include <qgsmessagebaritem.h>
#include <qgsproject.h>
#include <qgsprojectviewsettings.h>
#include <qgsreferencedgeometry.h>

#include <QDesktopServices>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QPushButton>
#include <QUrl>

namespace
{
constexpr int LONG_ENOUGH_TO_READ = 15; //!< Seconds
} // namespace

CaCommands::CaCommands( QgisInterface *iface )
    : mIface( iface )
{
}

CaCommands::~CaCommands()
{
  // The code that prints goes with the plugin.
  for ( const QPointer<CaBackgroundTask> &task : std::as_const( mPrinting ) )
    CaBackgroundTask::stop( task );
}

QString CaCommands::clusterId( const QgsMapLayer *layer )
{
  return layer->customProperty( CaLayerProperties::id() ).toString();
}

bool CaCommands::hasClusterLayers( const QgsProject *project )
{
  const QMap<QString, QgsMapLayer *> layers = project->mapLayers();
  return std::any_of( layers.begin(), layers.end(), []( const QgsMapLayer *layer ) { return !clusterId( layer ).isEmpty(); } );
}

std::optional<CaPack> CaCommands::readPack() const
{
  CaRunResult result;
  std::optional<CaPack> pack = CaPack::open( CaPaths::installedPack(), &result.error );
  if ( !pack )
    complain( tr( "Cluster Atlas is not installed completely" ), result );
  return pack;
}

void CaCommands::newProject()
{
  const std::optional<CaPack> pack = readPack();
  if ( !pack )
    return;
  CaNewProjectDialog dialog( pack->fiscalYears(), mIface->mainWindow() );
  if ( dialog.exec() != QDialog::Accepted )
    return;

  // QGIS itself asks about unsaved edits, scratch layers and the project. After that no layer holds the files to be replaced.
  const QString previous = QgsProject::instance()->fileName();
  if ( !mIface->newProject( true ) )
    return;

  const CaRunResult result = CaAlgorithmRunner::run( QStringLiteral( "createproject" ),
                                                     { { QStringLiteral( "FOLDER" ), dialog.folder() },
                                                       { QStringLiteral( "FISCAL_YEAR" ), dialog.fiscalYear() },
                                                       { QStringLiteral( "LANGUAGE" ), dialog.language() },
                                                       { QStringLiteral( "OVERWRITE" ), dialog.overwrite() } },
                                                     tr( "Making the project…" ), mIface->mainWindow() );
  if ( !result.ok )
  {
    if ( QFileInfo::exists( previous ) )
      mIface->addProject( previous );
    complain( tr( "No project was made" ), result );
    return;
  }
  const QString project = result.outputs.value( QStringLiteral( "PROJECT" ) ).toString();
  if ( mIface->addProject( project ) )
    say( tr( "The project is ready: %1" ).arg( QDir::toNativeSeparators( project ) ), result );
}

void CaCommands::addLayers()
{
  const std::optional<CaPack> pack = readPack();
  CaRunResult reading;
  const std::optional<CaLayerCatalogue> catalogue = pack ? CaLayerCatalogue::load( &reading.error ) : std::nullopt;
  if ( pack && !catalogue )
    complain( tr( "Cluster Atlas is not installed completely" ), reading );
  if ( !catalogue )
    return;

  CaAddLayersDialog dialog( *pack, *catalogue, QgsProject::instance(), mIface->mainWindow() );
  if ( dialog.exec() != QDialog::Accepted )
    return;

  const bool wasEmpty = QgsProject::instance()->mapLayers().isEmpty();
  const CaRunResult result = CaAlgorithmRunner::run( QStringLiteral( "addlayers" ),
                                                     { { QStringLiteral( "LAYERS" ), dialog.layers() },
                                                       { QStringLiteral( "FISCAL_YEAR" ), dialog.fiscalYear() },
                                                       { QStringLiteral( "LANGUAGE" ), dialog.language() },
                                                       { QStringLiteral( "FOLDER" ), dialog.folder() } },
                                                     tr( "Adding layers…" ), mIface->mainWindow() );
  if ( !result.ok )
  {
    complain( tr( "No layer was added" ), result );
    return;
  }
  if ( wasEmpty )
    showJapan();
  say( tr( "%n layer(s) added. The working copy of the data is in %1.", nullptr, result.outputs.value( QStringLiteral( "COUNT" ) ).toInt() )
           .arg( QDir::toNativeSeparators( dialog.folder() ) ),
       result );
}

void CaCommands::showJapan() const
{
  // QGIS takes CRS and extent of the first layer that comes in, a moment later; the project has better ones.
  QCoreApplication::processEvents( QEventLoop::ExcludeUserInputEvents );
  QgsProject *project = QgsProject::instance();
  const QgsReferencedRectangle japan = project->viewSettings()->presetFullExtent();
  if ( japan.isNull() || !japan.crs().isValid() )
    return;
  project->setCrs( japan.crs() );
  mIface->mapCanvas()->setReferencedExtent( japan );
  mIface->mapCanvas()->refresh();
}

void CaCommands::setFiscalYear( int year )
{
  const CaRunResult result = CaAlgorithmRunner::run( QStringLiteral( "setfiscalyear" ), { { QStringLiteral( "FISCAL_YEAR" ), year } },
                                                     tr( "Changing the fiscal year…" ), mIface->mainWindow() );
  if ( result.ok )
    say( tr( "The figures shown are of fiscal year %1." ).arg( year ), result );
  else
    complain( tr( "The fiscal year was not changed" ), result );
  mIface->mapCanvas()->refreshAllLayers();
}

void CaCommands::importStatistics()
{
  importSheet( QString() );
}

void CaCommands::importSheet( const QString &sheet )
{
  CaImportStatisticsDialog dialog( CaProjectFile::packOf( QgsProject::instance() ), sheet, mIface->mainWindow() );
  if ( dialog.exec() != QDialog::Accepted )
    return;
  // The same year once more: joined values are read anew.
  const CaRunResult result = CaAlgorithmRunner::run( QStringLiteral( "setfiscalyear" ),
                                                     { { QStringLiteral( "FISCAL_YEAR" ), CaFiscalYear::of( QgsProject::instance() ) } },
                                                     tr( "Showing the new figures…" ), mIface->mainWindow() );
  if ( result.ok )
    say( dialog.summary(), result );
  else
    complain( dialog.summary(), result );
  mIface->mapCanvas()->refreshAllLayers();
}

void CaCommands::joinStatistics()
{
  const QgsProject *project = QgsProject::instance();
  CaJoinStatisticsDialog dialog( CaProjectFile::packOf( project ), mIface->activeLayer(), CaFiscalYear::of( project ),
                                 mIface->mainWindow() );
  if ( dialog.exec() == QDialog::Accepted )
    say( dialog.summary(), dialog.result() );
}

void CaCommands::exportAtlas()
{
  CaExportAtlasDialog dialog( QgsProject::instance(), mIface->mainWindow() );
  const bool agreed = dialog.exec() == QDialog::Accepted;
  if ( dialog.toShow() )
    showInDesigner( *dialog.toShow() );
  if ( !agreed )
    return;
  print( dialog.parameters(), dialog.output(), [] {} );
}

void CaCommands::printPage( const QString &kind, const QString &code, const QString &title )
{
  const QString folderKey = QStringLiteral( "exportAtlas/folder" );
  QFileDialog dialog( mIface->mainWindow(), tr( "Save Page As" ), CaChoices::last( folderKey, CaChoices::defaultFolder() ).toString(),
                      tr( "PDF files" ) + QStringLiteral( " (*.pdf *.PDF)" ) );
  dialog.setObjectName( QStringLiteral( "caSavePageDialog" ) );
  dialog.setAcceptMode( QFileDialog::AcceptSave );
  dialog.setDefaultSuffix( QStringLiteral( "pdf" ) );
  dialog.selectFile( CaFileName::safe( title ) + QStringLiteral( ".pdf" ) );
  if ( dialog.exec() != QDialog::Accepted )
    return;
  const QString output = dialog.selectedFiles().constFirst();
  CaChoices::remember( folderKey, QFileInfo( output ).path() );
  print( { { QStringLiteral( "KINDS" ), kind }, { QStringLiteral( "WHICH" ), code }, { QStringLiteral( "OUTPUT" ), output } }, output,
         [output] { QDesktopServices::openUrl( QUrl::fromLocalFile( output ) ); } );
}

void CaCommands::print( const QVariantMap &parameters, const QString &output, const std::function<void()> &printed )
{
  mPrinting << CaAlgorithmRunner::start( QStringLiteral( "exportatlas" ), parameters, tr( "Preparing the pages…" ), mIface->mainWindow(),
                                         this,
                                         [this, output, printed]( const CaRunResult &result )
                                         {
                                           if ( !result.ok )
                                           {
                                             complain( tr( "No atlas was written" ), result );
                                             return;
                                           }
                                           sayExported( output, result );
                                           printed();
                                         } );
}

void CaCommands::showInDesigner( const CaAtlasFinding &finding )
{
  QgsMasterLayoutInterface *layout = QgsProject::instance()->layoutManager()->layoutByName( finding.layout );
  if ( !layout )
    return;
  QgsLayoutDesignerInterface *designer = mIface->openLayoutDesigner( layout );
  if ( QgsLayoutItem *item = designer->layout()->itemById( finding.item ) )
    designer->selectItems( { item } );
}

void CaCommands::say( const QString &text, const CaRunResult &result ) const
{
  if ( result.warnings.isEmpty() )
    mIface->messageBar()->pushMessage( tr( "Cluster Atlas" ), text, Qgis::MessageLevel::Success );
  else
    mIface->messageBar()->pushMessage( tr( "Cluster Atlas" ), text + QLatin1Char( ' ' ) + result.warnings.join( QLatin1Char( ' ' ) ),
                                       result.log, Qgis::MessageLevel::Warning, LONG_ENOUGH_TO_READ );
}

void CaCommands::complain( const QString &title, const CaRunResult &result ) const
{
  if ( result.cancelled )
    mIface->messageBar()->pushMessage( title, tr( "Stopped at your request; everything is as it was." ), Qgis::MessageLevel::Info );
  else // with the details always, since the bar cuts off a long sentence
    mIface->messageBar()->pushMessage( title, result.error, ( result.error + QStringLiteral( "\n\n" ) + result.log ).trimmed(),
                                       Qgis::MessageLevel::Critical, 0 );
}

void CaCommands::sayExported( const QString &file, const CaRunResult &result ) const
{
  const QUrl url = QUrl::fromLocalFile( file );
  QString text = tr( "The atlas has %n page(s): %1", nullptr, result.outputs.value( QStringLiteral( "PAGES" ) ).toInt() )
                     .arg( QStringLiteral( "<a href=\"%1\">%2</a>" )
                               .arg( url.toString( QUrl::FullyEncoded ), QDir::toNativeSeparators( file ).toHtmlEscaped() ) );
  if ( !result.warnings.isEmpty() )
    text += QLatin1Char( ' ' ) + result.warnings.join( QLatin1Char( ' ' ) ).toHtmlEscaped();
  QPushButton *open = new QPushButton( tr( "&Open" ) );
  open->setObjectName( QStringLiteral( "caOpenAtlas" ) );
  connect( open, &QPushButton::clicked, open, [url] { QDesktopServices::openUrl( url ); } );
  // The bar owns the item and the item the button; neither knows this object.
  mIface->messageBar()->pushItem( new QgsMessageBarItem(
      tr( "Cluster Atlas" ), text, open, result.warnings.isEmpty() ? Qgis::MessageLevel::Success : Qgis::MessageLevel::Warning, 0 ) );
}
