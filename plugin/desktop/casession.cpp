// SPDX-License-Identifier: GPL-2.0-or-later
#include "casession.h"

#include "cabrowserprovider.h"
#include "cacommands.h"
#include "caexpressions.h"
#include "cafiscalyearmenu.h"
#include "cajoinlayer.h"
#include "calanguage.h"
#include "calayoutvaliditycheck.h"
#include "camaptools.h"
#include "capagemenu.h"
#include "capaths.h"
#include "caprovider.h"
#include "casheetdrophandler.h"
#include "caviewmenu.h"

#include <qgisinterface.h>
#include <qgsapplication.h>
#include <qgsdataitemproviderregistry.h>
#include <qgsmapcanvas.h>
#include <qgsproject.h>
#include <qgsvaliditycheckregistry.h>
#include <qgsvectorlayer.h>

#include <QAction>
#include <QElapsedTimer>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QToolBar>
#include <QToolButton>

CaSession::CaSession( QgisInterface *iface )
    : mIface( iface )
{
}

CaSession::~CaSession() = default;

void CaSession::start()
{
  QElapsedTimer timer;
  timer.start();
  addProvider();
  addExpressions();
  addBrowser();
  addLayoutCheck();
  addCommands();
  addMapTools();
  addPageMenu();
  addDropHandler();
  addMenu();
  addToolBar();
  followProject();
  if ( qEnvironmentVariableIsSet( "CLUSTERATLAS_DEBUG" ) )
    fprintf( stderr, "clusteratlas: started in %.1f ms\n", static_cast<double>( timer.nsecsElapsed() ) / 1e6 );
}

void CaSession::stop()
{
  leaveProject();
  removeToolBar();
  removeMenu();
  removeDropHandler();
  removePageMenu();
  removeMapTools();
  removeCommands();
  removeLayoutCheck();
  removeBrowser();
  removeExpressions();
  removeProvider();
}

void CaSession::addProvider()
{
  // Who registers the algorithms also owns the translation: the headless library may have done both already.
  CaLanguage::installTranslator();
  mOwnsProvider = CaProvider::registerOnce();
}

void CaSession::removeProvider()
{
  if ( !mOwnsProvider )
    return;
  mOwnsProvider = false;
  CaProvider::unregister();
  CaLanguage::removeTranslator();
}

void CaSession::addExpressions()
{
  mOwnsExpressions = CaExpressions::registerFunctions();
}

void CaSession::removeExpressions()
{
  if ( !mOwnsExpressions )
    return;
  mOwnsExpressions = false;
  mIface->mapCanvas()->stopRendering(); // labels may be using them
  CaExpressions::unregisterFunctions();
}

void CaSession::addBrowser()
{
  mBrowser = new CaBrowserProvider();
  QgsApplication::dataItemProviderRegistry()->addProvider( mBrowser ); // takes ownership
}

void CaSession::removeBrowser()
{
  if ( mBrowser && QgsApplication::dataItemProviderRegistry() )
    QgsApplication::dataItemProviderRegistry()->removeProvider( mBrowser ); // deletes it
  mBrowser = nullptr;
}

void CaSession::addLayoutCheck()
{
  mLayoutCheck = new CaLayoutValidityCheck();
  QgsApplication::validityCheckRegistry()->addCheck( mLayoutCheck ); // takes ownership
}

void CaSession::removeLayoutCheck()
{
  if ( mLayoutCheck && QgsApplication::validityCheckRegistry() )
    QgsApplication::validityCheckRegistry()->removeCheck( mLayoutCheck ); // deletes it
  mLayoutCheck = nullptr;
}

void CaSession::addCommands()
{
  mCommands = std::make_unique<CaCommands>( mIface );
  mNewProject = makeAction( QStringLiteral( "caActionNewProject" ), QStringLiteral( "newproject" ), tr( "&New Cluster Project…" ),
                            tr( "Makes a folder with a copy of the data pack and a project of all layers, and opens it" ) );
  mAddLayers = makeAction( QStringLiteral( "caActionAddLayers" ), QStringLiteral( "addlayers" ), tr( "&Add Cluster Layers…" ),
                           tr( "Adds layers of the data pack to the current project, styled and with figures joined" ) );
  mImportStatistics =
      makeAction( QStringLiteral( "caActionImportStatistics" ), QStringLiteral( "importstatistics" ), tr( "&Import Statistics…" ),
                  tr( "Reads figures from a sheet as it was published: CSV, Excel, ODS, DBF" ) );
  mJoinStatistics = makeAction( QStringLiteral( "caActionJoinStatistics" ), QStringLiteral( "joinstatistics" ), tr( "&Join Statistics…" ),
                                tr( "Joins figures to any layer with a column of codes or names, and says what matches" ) );
  mExportAtlas = makeAction( QStringLiteral( "caActionExportAtlas" ), QStringLiteral( "exportatlas" ), tr( "P&rint Atlas…" ),
                             tr( "Prints a page for each project or bureau into one PDF" ) );
  mWhatIsHere = makeAction( QStringLiteral( "caActionWhatIsHere" ), QStringLiteral( "whatishere" ), tr( "&What Is Here?" ),
                            tr( "Click on the map: municipality, bureau, projects, links and figures at the place" ) );
  mMembership = makeAction( QStringLiteral( "caActionMembership" ), QStringLiteral( "membership" ), tr( "&Pick an Area…" ),
                            tr( "Pick municipalities on the map into the list of a new or changed area, and save it as a table" ) );
  mWhatIsHere->setCheckable( true );
  mMembership->setCheckable( true );
  connect( mNewProject, &QAction::triggered, mCommands.get(), &CaCommands::newProject );
  connect( mAddLayers, &QAction::triggered, mCommands.get(), &CaCommands::addLayers );
  connect( mImportStatistics, &QAction::triggered, mCommands.get(), &CaCommands::importStatistics );
  connect( mJoinStatistics, &QAction::triggered, mCommands.get(), &CaCommands::joinStatistics );
  connect( mExportAtlas, &QAction::triggered, mCommands.get(), &CaCommands::exportAtlas );
}

void CaSession::removeCommands()
{
  for ( QAction *action : std::as_const( mActions ) )
  {
    mIface->unregisterMainWindowAction( action );
    delete action;
  }
  mActions.clear();
  mNewProject = mAddLayers = mImportStatistics = mJoinStatistics = mExportAtlas = mWhatIsHere = mMembership = nullptr;
  mCommands.reset();
}

void CaSession::addMapTools()
{
  mMapTools = std::make_unique<CaMapTools>( mIface, mWhatIsHere, mMembership );
  connect( mWhatIsHere, &QAction::triggered, mMapTools.get(), &CaMapTools::setWhatIsHere );
  connect( mMembership, &QAction::triggered, mMapTools.get(), &CaMapTools::setMembership );
  connect( QgsProject::instance(), &QgsProject::cleared, mMapTools.get(), &CaMapTools::forgetProject );
}

void CaSession::removeMapTools()
{
  mMapTools.reset();
}

void CaSession::addPageMenu()
{
  mPageMenu = std::make_unique<CaPageMenu>( mIface->mapCanvas() );
  connect( mPageMenu.get(), &CaPageMenu::pageChosen, mCommands.get(), &CaCommands::printPage );
}

void CaSession::removePageMenu()
{
  mPageMenu.reset();
}

void CaSession::addDropHandler()
{
  mDropHandler = std::make_unique<CaSheetDropHandler>();
  connect( mDropHandler.get(), &CaSheetDropHandler::sheetDropped, mCommands.get(), &CaCommands::importSheet );
  mIface->registerCustomDropHandler( mDropHandler.get() ); // ownership stays here
}

void CaSession::removeDropHandler()
{
  if ( mDropHandler )
    mIface->unregisterCustomDropHandler( mDropHandler.get() );
  mDropHandler.reset();
}

QAction *CaSession::makeAction( const QString &objectName, const QString &icon, const QString &text, const QString &tip )
{
  QAction *action = new QAction( QIcon( QStringLiteral( ":/clusteratlas/icons/%1.svg" ).arg( icon ) ), text, mIface->mainWindow() );
  action->setObjectName( objectName );
  action->setToolTip(
      QStringLiteral( "<b>%1</b><br>%2" ).arg( text.toHtmlEscaped().remove( QStringLiteral( "&amp;" ) ), tip.toHtmlEscaped() ) );
  action->setStatusTip( tip );
  action->setWhatsThis( tip );
  mIface->registerMainWindowAction( action, QString() ); // lets the user give it a shortcut
  mActions << action;
  return action;
}

void CaSession::addMenu()
{
  QMenuBar *menuBar = qobject_cast<QMainWindow *>( mIface->mainWindow() )->menuBar();
  mMenu = new QMenu( tr( "&Cluster Atlas" ), menuBar );
  mMenu->setObjectName( QStringLiteral( "caMenu" ) );
  mMenu->setToolTipsVisible( true );
  mFiscalYear = new CaFiscalYearMenu( mMenu );
  connect( mFiscalYear, &CaFiscalYearMenu::yearChosen, mCommands.get(), &CaCommands::setFiscalYear );
  mMenu->addAction( mNewProject );
  mMenu->addAction( mAddLayers );
  mMenu->addSeparator();
  mView = new CaViewMenu( mIface, mMenu );
  mMenu->addMenu( mView );
  mMenu->addMenu( mFiscalYear );
  mMenu->addSeparator();
  mMenu->addAction( mWhatIsHere );
  mMenu->addAction( mMembership );
  mMenu->addSeparator();
  mMenu->addAction( mImportStatistics );
  mMenu->addAction( mJoinStatistics );
  mMenu->addSeparator();
  mMenu->addAction( mExportAtlas );
  const QMenu *help = mIface->firstRightStandardMenu();
  menuBar->insertMenu( help ? help->menuAction() : nullptr, mMenu );
}

void CaSession::removeMenu()
{
  if ( mMenu )
    qobject_cast<QMainWindow *>( mIface->mainWindow() )->menuBar()->removeAction( mMenu->menuAction() );
  delete mMenu.data();
}

void CaSession::addToolBar()
{
  mToolBar = mIface->addToolBar( tr( "Cluster Atlas" ) );
  mToolBar->setObjectName( QStringLiteral( "caToolBar" ) );
  mToolBar->addAction( mNewProject );
  mToolBar->addAction( mAddLayers );
  mToolBar->addAction( mView->menuAction() );
  mToolBar->addAction( mFiscalYear->menuAction() );
  mToolBar->addAction( mWhatIsHere );
  mToolBar->addAction( mMembership );
  mToolBar->addAction( mImportStatistics );
  mToolBar->addAction( mJoinStatistics );
  mToolBar->addAction( mExportAtlas );
  if ( QToolButton *button = qobject_cast<QToolButton *>( mToolBar->widgetForAction( mView->menuAction() ) ) )
    button->setPopupMode( QToolButton::InstantPopup );
  if ( QToolButton *button = qobject_cast<QToolButton *>( mToolBar->widgetForAction( mFiscalYear->menuAction() ) ) )
  {
    button->setObjectName( QStringLiteral( "caFiscalYearButton" ) );
    button->setPopupMode( QToolButton::InstantPopup );
    button->setToolButtonStyle( Qt::ToolButtonTextBesideIcon );
  }
}

void CaSession::removeToolBar()
{
  delete mToolBar.data();
}

void CaSession::followProject()
{
  const QgsProject *project = QgsProject::instance();
  connect( project, &QgsProject::layersAdded, this, &CaSession::protectShippedData );
  connect( project, &QgsProject::layersAdded, this, &CaSession::updateActions );
  // Later: whoever adds layers may be about to add their tables as well.
  connect( project, &QgsProject::layersAdded, this, &CaSession::completeJoins, Qt::QueuedConnection );
  connect( project, qOverload<const QStringList &>( &QgsProject::layersRemoved ), this, &CaSession::updateActions );
  connect( project, &QgsProject::readProject, this, &CaSession::updateActions );
  connect( project, &QgsProject::cleared, this, &CaSession::updateActions );
  connect( project, &QgsProject::customVariablesChanged, this, &CaSession::updateActions );
  updateActions();
}

void CaSession::leaveProject()
{
  disconnect( QgsProject::instance(), nullptr, this, nullptr );
}

void CaSession::completeJoins() const
{
  CaJoinLayer::complete( QgsProject::instance() );
}

void CaSession::protectShippedData( const QList<QgsMapLayer *> &layers ) const
{
  const QString shipped = CaPaths::installedPack();
  for ( QgsMapLayer *layer : layers )
  {
    QgsVectorLayer *vector = qobject_cast<QgsVectorLayer *>( layer );
    if ( vector && !shipped.isEmpty() && vector->source().startsWith( shipped ) )
      vector->setReadOnly( true ); // for those who may write to it: editing is not even offered
  }
}

void CaSession::updateActions()
{
  const bool ours = CaCommands::hasClusterLayers( QgsProject::instance() );
  mImportStatistics->setEnabled( ours );
  mJoinStatistics->setEnabled( ours );
  mExportAtlas->setEnabled( ours );
  mView->menuAction()->setEnabled( ours );
  mWhatIsHere->setEnabled( ours );
  mMembership->setEnabled( ours );
  mFiscalYear->show( QgsProject::instance(), ours );
}
