// SPDX-License-Identifier: GPL-2.0-or-later
#include "caplugintest.h"

#include "caexpressions.h"
#include "calanguage.h"
#include "caprovider.h"

#include <qgisinterface.h>
#include <qgsapplication.h>
#include <qgsbrowserguimodel.h>
#include <qgsdataitemprovider.h>
#include <qgsdataitemproviderregistry.h>
#include <qgsexpression.h>
#include <qgsprocessingprovider.h>
#include <qgsprocessingregistry.h>
#include <qgsproject.h>
#include <qgsvaliditycheckregistry.h>

#include <QAction>
#include <QElapsedTimer>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QToolBar>
#include <QtTest>

#include <algorithm>

namespace
{

//! Names of all actions that the plugin adds to QGIS.
constexpr const char *ACTIONS[] = { "caActionNewProject",       "caActionAddLayers",      "caActionView",
                                    "caActionFiscalYear",       "caActionWhatIsHere",     "caActionMembership",
                                    "caActionImportStatistics", "caActionJoinStatistics", "caActionExportAtlas" };

//! Returns how many checks of layouts are ours.
int layoutChecks()
{
  const QList<const QgsAbstractValidityCheck *> checks = QgsApplication::validityCheckRegistry()->checks();
  return static_cast<int>( std::count_if( checks.cbegin(), checks.cend(),
                                          []( const QgsAbstractValidityCheck *check )
                                          { return check->id().startsWith( QLatin1String( "clusteratlas:" ) ); } ) );
}

} // namespace

void CaPluginTest::menuToolBarProviderAndBrowserAreThere()
{
  const QMenu *menu = mIface->mainWindow()->findChild<QMenu *>( QStringLiteral( "caMenu" ) );
  QVERIFY( menu );
  const QList<QAction *> menus = qobject_cast<QMainWindow *>( mIface->mainWindow() )->menuBar()->actions();
  QVERIFY( menus.contains( menu->menuAction() ) );
  QCOMPARE( menus.indexOf( menu->menuAction() ) + 1, menus.indexOf( mIface->firstRightStandardMenu()->menuAction() ) );
  const QToolBar *toolBar = mIface->mainWindow()->findChild<QToolBar *>( QStringLiteral( "caToolBar" ) );
  QVERIFY( toolBar );
  for ( const char *name : ACTIONS )
  {
    const QAction *found = action( QLatin1String( name ) );
    QVERIFY2( found, name );
    QVERIFY2( menu->actions().contains( const_cast<QAction *>( found ) ), name );
    QVERIFY2( toolBar->actions().contains( const_cast<QAction *>( found ) ), name );
    QVERIFY2( !found->icon().pixmap( 24 ).isNull(), name );
  }
  const QgsProcessingProvider *provider = QgsApplication::processingRegistry()->providerById( CaProvider::providerId() );
  QVERIFY( provider );
  QVERIFY( provider->algorithm( QStringLiteral( "createproject" ) ) );
  QVERIFY( !provider->icon().pixmap( 24 ).isNull() );

  const QList<QgsDataItemProvider *> browsers = QgsApplication::dataItemProviderRegistry()->providers();
  QCOMPARE( std::count_if( browsers.begin(), browsers.end(),
                           []( QgsDataItemProvider *browser ) { return browser->name() == QLatin1String( "clusteratlas" ); } ),
            1 );
  QgsBrowserGuiModel model;
  model.initialize();
  QVERIFY( model.findPath( QStringLiteral( "clusteratlas:" ) ).isValid() );
  shootMainWindow( QStringLiteral( "0_start" ) );
}

void CaPluginTest::nothingOfOursIsOfferedWithoutLayers()
{
  QVERIFY( QgsProject::instance()->mapLayers().isEmpty() );
  QVERIFY( offered( QStringLiteral( "caActionNewProject" ) ) );
  QVERIFY( offered( QStringLiteral( "caActionAddLayers" ) ) );
  QVERIFY( !offered( QStringLiteral( "caActionFiscalYear" ) ) );
  QVERIFY( !offered( QStringLiteral( "caActionJoinStatistics" ) ) );
  QVERIFY( !offered( QStringLiteral( "caActionWhatIsHere" ) ) );
  QVERIFY( !offered( QStringLiteral( "caActionMembership" ) ) );
  QVERIFY( !offered( QStringLiteral( "caActionExportAtlas" ) ) );
}

void CaPluginTest::interfaceIsInTheLanguageOfQgis()
{
  QCOMPARE( CaLanguage::ofInterface(), qEnvironmentVariable( "CA_LANGUAGE" ) );
  const bool translated = CaLanguage::ofInterface() != QLatin1String( "en" );
  QCOMPARE( action( QStringLiteral( "caActionNewProject" ) )->text() != QStringLiteral( "&New Cluster Project…" ), translated );
}

void CaPluginTest::unloadLeavesNothingAndLoadsAgain()
{
  const auto nothingLeft = [this]
  {
    for ( const char *name : ACTIONS )
      QVERIFY2( !action( QLatin1String( name ) ), name );
    for ( const char *name : { "caMenu", "caToolBar", "caFiscalYearMenu", "caFiscalYearButton", "caHereDock", "caMembershipDock" } )
      QVERIFY2( !mIface->mainWindow()->findChild<QWidget *>( QLatin1String( name ) ), name );
    QVERIFY( !QgsApplication::processingRegistry()->providerById( CaProvider::providerId() ) );
    QCOMPARE( layoutChecks(), 0 );
    for ( const QString &function : CaExpressions::names() )
      QVERIFY2( !QgsExpression::isFunctionName( function ), qPrintable( function ) );
    const QList<QgsDataItemProvider *> browsers = QgsApplication::dataItemProviderRegistry()->providers();
    QVERIFY( std::none_of( browsers.begin(), browsers.end(),
                           []( QgsDataItemProvider *browser ) { return browser->name() == QLatin1String( "clusteratlas" ); } ) );
  };
  const int menus = qobject_cast<QMainWindow *>( mIface->mainWindow() )->menuBar()->actions().size();
  for ( int round = 0; round < 3; ++round )
  {
    QVERIFY( QMetaObject::invokeMethod( plugin(), "unload" ) );
    QCoreApplication::sendPostedEvents( nullptr, QEvent::DeferredDelete );
    nothingLeft();
    QCOMPARE( qobject_cast<QMainWindow *>( mIface->mainWindow() )->menuBar()->actions().size(), menus - 1 );
    QVERIFY( QMetaObject::invokeMethod( plugin(), "unload" ) ); // once more does no harm
    // The project lives on without us.
    emit QgsProject::instance()->customVariablesChanged();

    QVERIFY( QMetaObject::invokeMethod( plugin(), "initGui" ) );
    QCOMPARE( layoutChecks(), 1 );
    QCOMPARE( qobject_cast<QMainWindow *>( mIface->mainWindow() )->menuBar()->actions().size(), menus );
    for ( const QString &function : CaExpressions::names() )
      QVERIFY2( QgsExpression::isFunctionName( function ), qPrintable( function ) );
  }
  menuToolBarProviderAndBrowserAreThere();
  nothingOfOursIsOfferedWithoutLayers();
  interfaceIsInTheLanguageOfQgis();
}

void CaPluginTest::providerOfTheHeadlessLibraryStays()
{
  QVERIFY( QMetaObject::invokeMethod( plugin(), "unload" ) );
  CaLanguage::installTranslator();
  QVERIFY( CaProvider::registerOnce() ); // as libprovider_clusteratlas does before any plugin
  QVERIFY( CaExpressions::registerFunctions() );
  QVERIFY( QMetaObject::invokeMethod( plugin(), "initGui" ) );
  QVERIFY( QMetaObject::invokeMethod( plugin(), "unload" ) );
  QVERIFY( QgsApplication::processingRegistry()->providerById( CaProvider::providerId() ) );
  QVERIFY( QgsExpression::isFunctionName( CaExpressions::names().first() ) );
  CaExpressions::unregisterFunctions();
  CaProvider::unregister();
  CaLanguage::removeTranslator();
  QVERIFY( QMetaObject::invokeMethod( plugin(), "initGui" ) );
}

void CaPluginTest::loadingIsQuick()
{
  double best = 1e9;
  for ( int round = 0; round < 5; ++round )
  {
    QVERIFY( QMetaObject::invokeMethod( plugin(), "unload" ) );
    QElapsedTimer timer;
    timer.start();
    QVERIFY( QMetaObject::invokeMethod( plugin(), "initGui" ) );
    best = qMin( best, static_cast<double>( timer.nsecsElapsed() ) / 1e6 );
  }
  qInfo( "initGui took %.1f ms at best", best );
  QVERIFY2( best < 50.0, "loading the plugin must not be felt" );
}
