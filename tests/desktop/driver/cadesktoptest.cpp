// SPDX-License-Identifier: GPL-2.0-or-later
#include "cadesktoptest.h"

#include "cafiscalyear.h"
#include "caexpressions.h"
#include "calanguage.h"
#include "calayerproperties.h"
#include "calayouts.h"
#include "capaths.h"
#include "caprovider.h"

#include <qgisinterface.h>
#include <qgscheckablecombobox.h>
#include <qgsapplication.h>
#include <qgsexpression.h>
#include <qgsbrowserguimodel.h>
#include <qgscoordinatetransform.h>
#include <qgsdataitem.h>
#include <qgsdataitemprovider.h>
#include <qgsdataitemproviderregistry.h>
#include <qgsfieldcombobox.h>
#include <qgsfilewidget.h>
#include <qgslayerdefinition.h>
#include <qgslayeritem.h>
#include <qgslayoutdesignerinterface.h>
#include <qgslayoutitem.h>
#include <qgslayertree.h>
#include <qgsmapcanvas.h>
#include <qgsmaptool.h>
#include <qgsmessagebar.h>
#include <qgsmessagebaritem.h>
#include <qgsprocessingprovider.h>
#include <qgsprocessingregistry.h>
#include <qgsprintlayout.h>
#include <qgsproject.h>
#include <qgsreadwritecontext.h>
#include <qgstaskmanager.h>
#include <qgsvaliditycheckregistry.h>
#include <qgsvectorlayer.h>
#include <qgsvectorlayerjoininfo.h>

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QCryptographicHash>
#include <QDesktopServices>
#include <QDialogButtonBox>
#include <QDir>
#include <QDragEnterEvent>
#include <QDockWidget>
#include <QDomDocument>
#include <QElapsedTimer>
#include <QFile>
#include <QListWidget>
#include <QLabel>
#include <QLineEdit>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QMimeData>
#include <QMouseEvent>
#include <QProgressDialog>
#include <QPushButton>
#include <QScreen>
#include <QTimer>
#include <QToolBar>
#include <QToolButton>
#include <QTabWidget>
#include <QTableWidget>
#include <QTextBrowser>
#include <QTreeWidget>
#include <QTreeWidgetItemIterator>
#include <QtTest>

namespace
{

constexpr int PATIENCE = 60000; //!< Milliseconds until a dialog must have come up
const char *const ACTIONS[] = { "caActionNewProject",       "caActionAddLayers",      "caActionView",
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

QByteArray digest( const QString &fileName )
{
  QFile file( fileName );
  if ( !file.open( QIODevice::ReadOnly ) )
    return QByteArray();
  QCryptographicHash hash( QCryptographicHash::Sha256 );
  hash.addData( &file );
  return hash.result();
}

/**
 * Calls a function when a modal dialog of a name is up, once. Closes whatever modal dialog is in the way when it is given up, so
 * that a test fails instead of hanging.
 */
class Visitor : public QObject
{
public:
  Visitor( const QString &dialogName, const std::function<void( QDialog * )> &visit )
      : mName( dialogName )
      , mVisit( visit )
  {
    mTime.start();
    connect( &mTimer, &QTimer::timeout, this, &Visitor::look );
    mTimer.start( 50 );
  }

  bool visited() const { return mVisited; }

private:
  void look()
  {
    QDialog *dialog = qobject_cast<QDialog *>( QApplication::activeModalWidget() );
    if ( !dialog )
      return;
    if ( !mVisited && dialog->objectName().contains( mName ) )
    {
      mVisited = true;
      QTest::qWait( 200 ); // drawn
      mVisit( dialog );
    }
    else if ( mTime.elapsed() > PATIENCE && !qobject_cast<QProgressDialog *>( QApplication::activeModalWidget() ) )
    {
      qWarning() << "closing" << dialog->objectName() << dialog->windowTitle();
      dialog->reject();
    }
  }

  const QString mName;
  const std::function<void( QDialog * )> mVisit;
  QTimer mTimer;
  QElapsedTimer mTime;
  bool mVisited = false;
};

void click( QDialog *dialog, QDialogButtonBox::StandardButton which )
{
  QDialogButtonBox *box = dialog->findChild<QDialogButtonBox *>();
  QVERIFY( box && box->button( which ) );
  QVERIFY( box->button( which )->isEnabled() );
  box->button( which )->click();
}

//! Printing takes long on a machine that does other things as well.
constexpr int PRINT_MILLISECONDS = 120'000;

//! Chooses the kinds of pages in the dialog of the atlas.
void chooseKinds( const QDialog *dialog, const QStringList &kinds )
{
  const QListWidget *list = dialog->findChild<QListWidget *>( QStringLiteral( "kinds" ) );
  int found = 0;
  for ( int i = 0; i < list->count(); ++i )
  {
    const bool chosen = kinds.contains( list->item( i )->data( Qt::UserRole ).toString() );
    found += chosen ? 1 : 0;
    list->item( i )->setCheckState( chosen ? Qt::Checked : Qt::Unchecked );
  }
  QCOMPARE( found, kinds.size() );
}

void choose( QDialog *dialog, const QString &comboBox, const QVariant &data )
{
  QComboBox *box = dialog->findChild<QComboBox *>( comboBox );
  QVERIFY( box );
  QVERIFY2( box->findData( data ) >= 0, qPrintable( data.toString() ) );
  box->setCurrentIndex( box->findData( data ) );
}

void enter( QDialog *dialog, const QString &fileWidget, const QString &path )
{
  QgsFileWidget *widget = dialog->findChild<QgsFileWidget *>( fileWidget );
  QVERIFY( widget );
  widget->setFilePath( path );
}

} // namespace

CaDesktopTest::CaDesktopTest( QgisInterface *iface )
    : mIface( iface )
    , mFolder( mScratch.filePath( QStringLiteral( "project" ) ) )
{
}

void CaDesktopTest::initTestCase()
{
  QVERIFY( mScratch.isValid() );
  QVERIFY2( plugin(), "the plugin is not loaded" );
}

void CaDesktopTest::cleanup()
{
  QVERIFY2( !QApplication::activeModalWidget(), "a dialog was left open" );
}

QAction *CaDesktopTest::action( const QString &objectName ) const
{
  return mIface->mainWindow()->findChild<QAction *>( objectName );
}

bool CaDesktopTest::offered( const QString &objectName ) const
{
  const QAction *found = action( objectName );
  return found && found->isEnabled();
}

QObject *CaDesktopTest::plugin() const
{
  return mIface->mainWindow()->findChild<QObject *>( QStringLiteral( "qgis_plugin_clusteratlasplugin" ) );
}

QgsVectorLayer *CaDesktopTest::layer( const QString &id ) const
{
  const QMap<QString, QgsMapLayer *> layers = QgsProject::instance()->mapLayers();
  for ( QgsMapLayer *candidate : layers )
  {
    if ( candidate->customProperty( CaLayerProperties::id() ).toString() == id )
      return qobject_cast<QgsVectorLayer *>( candidate );
  }
  return nullptr;
}

QVariant CaDesktopTest::value( const QString &layerId, const QString &key, const QString &keyValue, const QString &field ) const
{
  QgsVectorLayer *source = layer( layerId );
  QgsFeature feature;
  if ( !source || !source->getFeatures( QStringLiteral( "\"%1\"='%2'" ).arg( key, keyValue ) ).nextFeature( feature ) )
    return QStringLiteral( "no such feature" );
  const int index = source->fields().lookupField( field );
  return index < 0 ? QStringLiteral( "no such field" ) : feature.attribute( index );
}

QString CaDesktopTest::lastMessage() const
{
  // All there are: QGIS says of tasks that took long that they are over, before or after us.
  QStringList messages;
  const QList<QgsMessageBarItem *> items = mIface->messageBar()->items();
  for ( const QgsMessageBarItem *item : items )
    messages << item->title() + QStringLiteral( ": " ) + item->text();
  return messages.join( QLatin1Char( '\n' ) );
}

bool CaDesktopTest::hasMessage( Qgis::MessageLevel level ) const
{
  const QList<QgsMessageBarItem *> items = mIface->messageBar()->items();
  return std::any_of( items.cbegin(), items.cend(), [level]( const QgsMessageBarItem *item ) { return item->level() == level; } );
}

void CaDesktopTest::press( const QString &actionName, const std::function<void( QDialog * )> &fillIn )
{
  QAction *pressed = action( actionName );
  QVERIFY2( pressed && pressed->isEnabled(), qPrintable( actionName ) );
  mIface->messageBar()->clearWidgets();
  const QMap<QString, QString> dialogs{ { QStringLiteral( "caActionNewProject" ), QStringLiteral( "caNewProjectDialog" ) },
                                        { QStringLiteral( "caActionAddLayers" ), QStringLiteral( "caAddLayersDialog" ) },
                                        { QStringLiteral( "caActionImportStatistics" ), QStringLiteral( "caImportStatisticsDialog" ) },
                                        { QStringLiteral( "caActionJoinStatistics" ), QStringLiteral( "caJoinStatisticsDialog" ) },
                                        { QStringLiteral( "caActionExportAtlas" ), QStringLiteral( "caExportAtlasDialog" ) } };
  const Visitor visitor( dialogs.value( actionName ), fillIn );
  pressed->trigger(); // comes back when the dialog is done
  QVERIFY2( visitor.visited(), "no dialog came up" );
}

void CaDesktopTest::chooseYear( int year )
{
  QMenu *menu = mIface->mainWindow()->findChild<QMenu *>( QStringLiteral( "caFiscalYearMenu" ) );
  QVERIFY( menu );
  emit menu->aboutToShow();
  QAction *chosen = menu->findChild<QAction *>( QStringLiteral( "caFiscalYear%1" ).arg( year ) );
  QVERIFY2( chosen, qPrintable( QString::number( year ) ) );
  mIface->messageBar()->clearWidgets();
  chosen->trigger();
}

void CaDesktopTest::shoot( QWidget *widget, const QString &name ) const
{
  const QString folder = qEnvironmentVariable( "CA_SHOTS" );
  if ( !folder.isEmpty() )
    widget->grab().save( QStringLiteral( "%1/%2_%3.png" ).arg( folder, name, CaLanguage::ofInterface() ) );
}

void CaDesktopTest::shootScreen( const QString &name ) const
{
  const QString folder = qEnvironmentVariable( "CA_SHOTS" );
  if ( !folder.isEmpty() )
    QGuiApplication::primaryScreen()->grabWindow( 0 ).save(
        QStringLiteral( "%1/%2_%3.png" ).arg( folder, name, CaLanguage::ofInterface() ) );
}

void CaDesktopTest::shootMainWindow( const QString &name ) const
{
  QTest::qWait( 500 );
  mIface->mapCanvas()->waitWhileRendering();
  QTest::qWait( 300 );
  shoot( mIface->mainWindow(), name );
}

void CaDesktopTest::menuToolBarProviderAndBrowserAreThere()
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

void CaDesktopTest::nothingOfOursIsOfferedWithoutLayers()
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

void CaDesktopTest::interfaceIsInTheLanguageOfQgis()
{
  QCOMPARE( CaLanguage::ofInterface(), qEnvironmentVariable( "CA_LANGUAGE" ) );
  const bool translated = CaLanguage::ofInterface() != QLatin1String( "en" );
  QCOMPARE( action( QStringLiteral( "caActionNewProject" ) )->text() != QStringLiteral( "&New Cluster Project…" ), translated );
}

void CaDesktopTest::newProjectCanBeCancelled()
{
  press( QStringLiteral( "caActionNewProject" ),
         [this]( QDialog *dialog )
         {
           enter( dialog, QStringLiteral( "folder" ), QString() );
           QVERIFY( !dialog->findChild<QDialogButtonBox *>()->button( QDialogButtonBox::Ok )->isEnabled() );
           enter( dialog, QStringLiteral( "folder" ), mFolder );
           shoot( dialog, QStringLiteral( "1_newproject" ) );
           click( dialog, QDialogButtonBox::Cancel );
         } );
  QVERIFY( !QFile::exists( mFolder ) );
  QVERIFY( QgsProject::instance()->mapLayers().isEmpty() );
}

void CaDesktopTest::newProjectInAFileFailsInPlainWords()
{
  const QString file = mScratch.filePath( QStringLiteral( "a file" ) );
  QVERIFY( QFile( file ).open( QIODevice::WriteOnly ) );
  press( QStringLiteral( "caActionNewProject" ),
         [&file]( QDialog *dialog )
         {
           enter( dialog, QStringLiteral( "folder" ), file );
           click( dialog, QDialogButtonBox::Ok );
         } );
  QVERIFY2( lastMessage().contains( file ), qPrintable( lastMessage() ) );
  QCOMPARE( mIface->messageBar()->currentItem()->level(), Qgis::MessageLevel::Critical );
  shootMainWindow( QStringLiteral( "2_error" ) );
}

void CaDesktopTest::newProjectOpens()
{
  const QByteArray shipped = digest( CaPaths::installedPack() );
  press( QStringLiteral( "caActionNewProject" ),
         [this]( QDialog *dialog )
         {
           enter( dialog, QStringLiteral( "folder" ), mFolder );
           choose( dialog, QStringLiteral( "fiscalYear" ), 2009 );
           choose( dialog, QStringLiteral( "language" ), CaLanguage::ofInterface() );
           click( dialog, QDialogButtonBox::Ok );
         } );
  QVERIFY2( lastMessage().contains( CaPaths::projectIn( mFolder ) ), qPrintable( lastMessage() ) );
  QCOMPARE( QgsProject::instance()->fileName(), CaPaths::projectIn( mFolder ) );
  QVERIFY( !QgsProject::instance()->isDirty() );
  const QMap<QString, QgsMapLayer *> layers = QgsProject::instance()->mapLayers();
  QVERIFY( layers.size() > 20 );
  for ( const QgsMapLayer *candidate : layers )
    QVERIFY2( candidate->isValid(), qPrintable( candidate->name() ) );
  QCOMPARE( CaFiscalYear::of( QgsProject::instance() ), 2009 );
  QCOMPARE(
      value( QStringLiteral( "national" ), QStringLiteral( "code" ), QStringLiteral( "NATIONAL" ), QStringLiteral( "fig_firms" ) ).toInt(),
      10200 );
  QVERIFY( offered( QStringLiteral( "caActionFiscalYear" ) ) );
  QVERIFY( offered( QStringLiteral( "caActionExportAtlas" ) ) );
  QVERIFY( action( QStringLiteral( "caActionFiscalYear" ) )->iconText().contains( QStringLiteral( "2009" ) ) );
  QCOMPARE( digest( CaPaths::installedPack() ), shipped );
  shootMainWindow( QStringLiteral( "3_project" ) );
}

void CaDesktopTest::newProjectAsksBeforeReplacing()
{
  const QByteArray before = digest( CaPaths::projectIn( mFolder ) );
  QVERIFY( !before.isEmpty() );
  press( QStringLiteral( "caActionNewProject" ),
         [this]( QDialog *dialog )
         {
           enter( dialog, QStringLiteral( "folder" ), mFolder );
           const Visitor question( QStringLiteral( "caReplaceQuestion" ),
                                   [this]( QDialog *asked )
                                   {
                                     shoot( asked, QStringLiteral( "4_replace" ) );
                                     asked->reject();
                                   } );
           click( dialog, QDialogButtonBox::Ok );
           QVERIFY( question.visited() );
           QVERIFY( dialog->isVisible() );
           dialog->reject();
         } );
  QCOMPARE( digest( CaPaths::projectIn( mFolder ) ), before );
  QCOMPARE( QgsProject::instance()->fileName(), CaPaths::projectIn( mFolder ) );
}

void CaDesktopTest::viewsAreDrawn_data()
{
  QTest::addColumn<QString>( "crs" );
  for ( const char *view : { "projects", "bureaus", "types", "events" } )
    QTest::newRow( view ) << QStringLiteral( "laea" );
  QTest::newRow( "partners" ) << QStringLiteral( "eqearth" );
  QTest::newRow( "overview" ) << QStringLiteral( "laea" ); // last: the tests that follow begin with it
}

void CaDesktopTest::viewsAreDrawn()
{
  const QString view = QString::fromLatin1( QTest::currentDataTag() );
  QMenu *menu = mIface->mainWindow()->findChild<QMenu *>( QStringLiteral( "caViewMenu" ) );
  QVERIFY( menu );
  emit menu->aboutToShow();
  QAction *chosen = menu->findChild<QAction *>( QStringLiteral( "caView_%1" ).arg( view ) );
  QVERIFY2( chosen, "the view is not offered" );
  chosen->trigger();
  QFETCH( QString, crs );
  QVERIFY2( QgsProject::instance()->crs().toProj().contains( crs ), qPrintable( QgsProject::instance()->crs().toProj() ) );
  shootMainWindow( QStringLiteral( "14_view_%1" ).arg( view ) );
  QSet<QRgb> colours;
  const QImage map = mIface->mapCanvas()->grab().toImage();
  for ( int y = 0; y < map.height(); y += 3 )
  {
    for ( int x = 0; x < map.width(); x += 3 )
      colours.insert( map.pixel( x, y ) );
  }
  QVERIFY2( colours.size() > 20, qPrintable( QString::number( colours.size() ) ) );
}

void CaDesktopTest::joinsAreSeenInLayerProperties()
{
  QgsVectorLayer *types = layer( QStringLiteral( "type_examples" ) );
  const Visitor properties( QStringLiteral( "QgsVectorLayerProperties" ),
                            [this, types]( QDialog *dialog )
                            {
                              const QTreeWidget *joins = dialog->findChild<QTreeWidget *>( QStringLiteral( "mJoinTreeWidget" ) );
                              QVERIFY( joins );
                              QCOMPARE( joins->topLevelItemCount(), types->vectorJoins().size() );
                              shoot( dialog, QStringLiteral( "15_joins" ) );
                              dialog->reject();
                            } );
  QCOMPARE( types->vectorJoins().size(), 2 );
  mIface->showLayerProperties( types, QStringLiteral( "mOptsPage_Joins" ) );
  QVERIFY( properties.visited() );
}

void CaDesktopTest::fiscalYearChangesFigures()
{
  QVERIFY(
      value( QStringLiteral( "project_points" ), QStringLiteral( "code" ), QStringLiteral( "KANSAI_BIO" ), QStringLiteral( "fig_firms" ) )
          .isNull() );
  chooseYear( 2003 );
  QCOMPARE( CaFiscalYear::of( QgsProject::instance() ), 2003 );
  QCOMPARE(
      value( QStringLiteral( "project_points" ), QStringLiteral( "code" ), QStringLiteral( "KANSAI_BIO" ), QStringLiteral( "fig_firms" ) )
          .toInt(),
      220 );
  QCOMPARE(
      value( QStringLiteral( "national" ), QStringLiteral( "code" ), QStringLiteral( "NATIONAL" ), QStringLiteral( "fig_firms" ) ).toInt(),
      5000 );
  QVERIFY( lastMessage().contains( QStringLiteral( "2003" ) ) );
  QVERIFY( action( QStringLiteral( "caActionFiscalYear" ) )->iconText().contains( QStringLiteral( "2003" ) ) );
  QVERIFY( QgsProject::instance()->isDirty() );
  shootMainWindow( QStringLiteral( "5_fy2003" ) );
  QMenu *menu = mIface->mainWindow()->findChild<QMenu *>( QStringLiteral( "caFiscalYearMenu" ) );
  emit menu->aboutToShow();
  shoot( menu, QStringLiteral( "6_fiscalyears" ) );
}

void CaDesktopTest::projectReopensWithItsFiscalYear()
{
  mIface->actionSaveProject()->trigger();
  QVERIFY( !QgsProject::instance()->isDirty() );
  QVERIFY( mIface->newProject( false ) );
  QVERIFY( !offered( QStringLiteral( "caActionFiscalYear" ) ) );
  QVERIFY( mIface->addProject( CaPaths::projectIn( mFolder ) ) );
  QVERIFY( offered( QStringLiteral( "caActionFiscalYear" ) ) );
  QVERIFY( action( QStringLiteral( "caActionFiscalYear" ) )->iconText().contains( QStringLiteral( "2003" ) ) );
  QCOMPARE(
      value( QStringLiteral( "national" ), QStringLiteral( "code" ), QStringLiteral( "NATIONAL" ), QStringLiteral( "fig_firms" ) ).toInt(),
      5000 );
  chooseYear( 2009 );
}

QgsCoordinateTransform CaDesktopTest::toMap() const
{
  return QgsCoordinateTransform( QgsCoordinateReferenceSystem( QStringLiteral( "EPSG:6668" ) ),
                                 mIface->mapCanvas()->mapSettings().destinationCrs(), QgsProject::instance() );
}

QPoint CaDesktopTest::pixelAt( double lon, double lat ) const
{
  const QgsMapCanvas *canvas = mIface->mapCanvas();
  return canvas->mapSettings().mapToPixel().transform( toMap().transform( QgsPointXY( lon, lat ) ) ).toQPointF().toPoint();
}

QgsPointXY CaDesktopTest::placeAt( const QPoint &pixel ) const
{
  return toMap().transform( mIface->mapCanvas()->mapSettings().mapToPixel().toMapCoordinates( pixel ), Qgis::TransformDirection::Reverse );
}

void CaDesktopTest::showPlace( double west, double south, double east, double north ) const
{
  QgsMapCanvas *canvas = mIface->mapCanvas();
  canvas->setExtent( toMap().transformBoundingBox( QgsRectangle( west, south, east, north ) ) );
  canvas->refresh();
  canvas->waitWhileRendering();
}

void CaDesktopTest::clickOnMap( double lon, double lat ) const
{
  QTest::mouseClick( mIface->mapCanvas()->viewport(), Qt::LeftButton, Qt::NoModifier, pixelAt( lon, lat ) );
}

void CaDesktopTest::dragOnMap( double west, double north, double east, double south ) const
{
  QWidget *map = mIface->mapCanvas()->viewport();
  const QPoint start = pixelAt( west, north );
  const QPoint end = pixelAt( east, south );
  QTest::mousePress( map, Qt::LeftButton, Qt::NoModifier, start );
  for ( const QPoint &position : { ( start + end ) / 2, end } )
  {
    QMouseEvent move( QEvent::MouseMove, position, map->mapToGlobal( position ), Qt::NoButton, Qt::LeftButton, Qt::NoModifier );
    QApplication::sendEvent( map, &move ); // QTest's has no button pressed
  }
  QTest::mouseRelease( map, Qt::LeftButton, Qt::NoModifier, end );
}

void CaDesktopTest::takeUp( const QString &actionName )
{
  QAction *tool = action( actionName );
  QVERIFY( tool && tool->isEnabled() );
  tool->trigger();
  QVERIFY( tool->isChecked() );
  QVERIFY( mIface->mapCanvas()->mapTool() );
  QCOMPARE( mIface->mapCanvas()->mapTool()->action(), tool );
}

void CaDesktopTest::chooseBoundaries( QWidget *dock, const QString &name ) const
{
  QComboBox *box = dock->findChild<QComboBox *>( QStringLiteral( "caBoundaries" ) );
  QVERIFY( box );
  box->showPopup(); // looks for layers
  box->hidePopup();
  const int index = box->findText( name );
  QVERIFY2( index >= 0, qPrintable( name ) );
  box->setCurrentIndex( index );
  emit box->activated( index );
}

namespace
{

//! Writes squares a tenth of a degree wide from 139 E, 35 N, as municipalities.
bool writeMunicipalities( const QString &fileName )
{
  const QVector<QPair<QString, QPoint>> places{ { QStringLiteral( "14101" ), { 0, 0 } }, { QStringLiteral( "14102" ), { 1, 0 } },
                                                { QStringLiteral( "14201" ), { 2, 0 } }, { QStringLiteral( "13101" ), { 0, 1 } },
                                                { QStringLiteral( "13102" ), { 1, 1 } }, { QStringLiteral( "13201" ), { 2, 1 } } };
  QStringList features;
  for ( const auto &[code, place] : places )
  {
    const auto x = [&place = place]( int more )
    {
      return QString::number( 139 + 0.1 * ( place.x() + more ), 'f', 1 );
    };
    const auto y = [&place = place]( int more )
    {
      return QString::number( 35 + 0.1 * ( place.y() + more ), 'f', 1 );
    };
    features << QStringLiteral( R"({"type":"Feature","properties":{"N03_007":"%1"},"geometry":{"type":"Polygon","coordinates":)"
                                R"([[[%2,%4],[%3,%4],[%3,%5],[%2,%5],[%2,%4]]]}})" )
                    .arg( code, x( 0 ), x( 1 ), y( 0 ), y( 1 ) );
  }
  QFile file( fileName );
  const QByteArray text =
      QStringLiteral(
          R"({"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::6668"}},"features":[%1]})" )
          .arg( features.join( QLatin1Char( ',' ) ) )
          .toUtf8();
  return file.open( QIODevice::WriteOnly ) && file.write( text ) == text.size();
}

} // namespace

void CaDesktopTest::whatIsHereAnswersClicksAndDrags()
{
  const QgsRectangle before = mIface->mapCanvas()->extent();
  showPlace( 136, 34, 139, 36 );
  takeUp( QStringLiteral( "caActionWhatIsHere" ) );
  const QWidget *dock = mIface->mainWindow()->findChild<QWidget *>( QStringLiteral( "caHereDock" ) );
  QVERIFY( dock && dock->isVisible() );
  const QTextBrowser *answer = dock->findChild<QTextBrowser *>( QStringLiteral( "caHereAnswer" ) );
  QToolButton *copy = dock->findChild<QToolButton *>( QStringLiteral( "caHereCopy" ) );
  const QLabel *status = dock->findChild<QLabel *>( QStringLiteral( "caHereStatus" ) );
  QVERIFY( answer && copy && status );
  QVERIFY( !copy->isEnabled() );

  showPlace( 136, 34, 139, 36 ); // the panel has made the map narrower
  clickOnMap( 137.7261, 34.7108 );
  QTRY_VERIFY_WITH_TIMEOUT( copy->isEnabled(), PATIENCE );
  const QString here = answer->toPlainText();
  for ( const char *code : { "(22)", "(KANTO)", "(KANTO_REGIONAL)", "(SANEN_NANSHIN)", "(L11)" } )
    QVERIFY2( here.contains( QLatin1String( code ) ), qPrintable( QLatin1String( code ) + here ) );
  for ( const char *code : { "(13)", "(CHUBU)", "(TAMA)", "(L03)" } )
    QVERIFY2( !here.contains( QLatin1String( code ) ), qPrintable( QLatin1String( code ) + here ) );
  QVERIFY( !dock->findChild<QLabel *>( QStringLiteral( "caHereSource" ) )->text().isEmpty() );
  shootMainWindow( QStringLiteral( "22_whatishere" ) );
  copy->click();
  const QString text = QApplication::clipboard()->text();
  QVERIFY2( text.contains( QStringLiteral( "(KANTO_REGIONAL)" ) ) && text.contains( QLatin1Char( '\t' ) ), qPrintable( text ) );

  clickOnMap( 137.3, 34.2 ); // the sea
  QTRY_VERIFY_WITH_TIMEOUT( !copy->isEnabled() && answer->toPlainText().isEmpty(), PATIENCE );
  const QgsPointXY sea = placeAt( pixelAt( 137.3, 34.2 ) ); // a pixel is some way off
  QVERIFY( qAbs( sea.x() - 137.3 ) < 0.01 && qAbs( sea.y() - 34.2 ) < 0.01 );
  QVERIFY2( status->text().contains( QString::number( sea.x(), 'f', 5 ) ) && status->text().contains( QString::number( sea.y(), 'f', 5 ) ),
            qPrintable( status->text() ) );

  dragOnMap( 136.8, 35.2, 138.2, 34.6 );
  QTRY_VERIFY_WITH_TIMEOUT( copy->isEnabled(), PATIENCE );
  const QString inBox = answer->toPlainText();
  for ( const char *code : { "(22)", "(23)", "(KANTO)", "(CHUBU)", " %" } )
    QVERIFY2( inBox.contains( QLatin1String( code ) ), qPrintable( QLatin1String( code ) + inBox ) );
  shootMainWindow( QStringLiteral( "23_whatishere_box" ) );

  // Put down again by its button; another tool puts it down as well.
  action( QStringLiteral( "caActionWhatIsHere" ) )->trigger();
  QVERIFY( !action( QStringLiteral( "caActionWhatIsHere" ) )->isChecked() );
  takeUp( QStringLiteral( "caActionWhatIsHere" ) );
  mIface->actionPan()->trigger();
  QVERIFY( !action( QStringLiteral( "caActionWhatIsHere" ) )->isChecked() );
  mIface->mapCanvas()->setExtent( before );
}

void CaDesktopTest::whatIsHereOfMunicipalities()
{
  const QString file = mScratch.filePath( QStringLiteral( "municipalities.geojson" ) );
  QVERIFY( writeMunicipalities( file ) );
  const QgsVectorLayer *added = mIface->addVectorLayer( file, QStringLiteral( "my municipalities" ), QStringLiteral( "ogr" ) );
  QVERIFY( added && added->isValid() );
  takeUp( QStringLiteral( "caActionWhatIsHere" ) );
  QWidget *dock = mIface->mainWindow()->findChild<QWidget *>( QStringLiteral( "caHereDock" ) );
  chooseBoundaries( dock, QStringLiteral( "my municipalities" ) );
  showPlace( 138.9, 34.9, 139.4, 35.3 );
  clickOnMap( 139.25, 35.15 );
  const QTextBrowser *answer = dock->findChild<QTextBrowser *>( QStringLiteral( "caHereAnswer" ) );
  QTRY_VERIFY_WITH_TIMEOUT( answer->toPlainText().contains( QStringLiteral( "(13201)" ) ), PATIENCE );
  QVERIFY( answer->toPlainText().contains( QStringLiteral( "(TAMA)" ) ) );
  // No answer of old boundaries is left over when others are chosen.
  chooseBoundaries( dock, dock->findChild<QComboBox *>( QStringLiteral( "caBoundaries" ) )->itemText( 0 ) );
  showPlace( 138.9, 34.9, 139.5, 35.6 );
  clickOnMap( 139.35, 35.38 ); // Hiratsuka
  QTRY_VERIFY_WITH_TIMEOUT( answer->toPlainText().contains( QStringLiteral( "(14)" ) ), PATIENCE );
  QVERIFY( !answer->toPlainText().contains( QStringLiteral( "(13201)" ) ) );
  action( QStringLiteral( "caActionWhatIsHere" ) )->trigger();
}

void CaDesktopTest::areaIsPickedSavedAndOpened()
{
  takeUp( QStringLiteral( "caActionMembership" ) );
  QWidget *dock = mIface->mainWindow()->findChild<QWidget *>( QStringLiteral( "caMembershipDock" ) );
  QVERIFY( dock && dock->isVisible() );
  chooseBoundaries( dock, QStringLiteral( "my municipalities" ) );
  const QTreeWidget *tree = dock->findChild<QTreeWidget *>( QStringLiteral( "caMembershipTree" ) );
  const QLabel *source = dock->findChild<QLabel *>( QStringLiteral( "caMembershipSource" ) );
  const QLabel *summary = dock->findChild<QLabel *>( QStringLiteral( "caMembershipSummary" ) );
  const QLabel *status = dock->findChild<QLabel *>( QStringLiteral( "caMembershipStatus" ) );
  QComboBox *level = dock->findChild<QComboBox *>( QStringLiteral( "caMembershipLevel" ) );
  const auto button = [dock]( const char *name )
  {
    return dock->findChild<QToolButton *>( QLatin1String( name ) );
  };
  QTRY_VERIFY_WITH_TIMEOUT( source->text().contains( QStringLiteral( "municipalities" ) ) && level->isEnabled(), PATIENCE );
  level->setCurrentIndex( level->findData( false ) );
  showPlace( 138.9, 34.9, 139.4, 35.3 );

  clickOnMap( 139.25, 35.15 );
  QCOMPARE( tree->topLevelItemCount(), 1 );
  QCOMPARE( tree->topLevelItem( 0 )->text( 0 ), QStringLiteral( "13201" ) );
  dragOnMap( 139.02, 35.18, 139.18, 35.12 );
  QCOMPARE( tree->topLevelItemCount(), 3 );
  clickOnMap( 139.05, 35.05 );
  QCOMPARE( tree->topLevelItemCount(), 4 );
  clickOnMap( 138.95, 34.95 ); // the sea
  QCOMPARE( tree->topLevelItemCount(), 4 );
  QVERIFY( summary->text().contains( QLatin1Char( '4' ) ) );
  QVERIFY( !dock->windowTitle().isEmpty() && dock->windowTitle().endsWith( QLatin1Char( '*' ) ) );
  clickOnMap( 139.05, 35.05 );
  QCOMPARE( tree->topLevelItemCount(), 3 );
  button( "caMembershipUndo" )->click();
  QCOMPARE( tree->topLevelItemCount(), 4 );
  button( "caMembershipRedo" )->click();
  QCOMPARE( tree->topLevelItemCount(), 3 );
  QLineEdit *code = dock->findChild<QLineEdit *>( QStringLiteral( "caMembershipCode" ) );
  QLineEdit *name = dock->findChild<QLineEdit *>( QStringLiteral( "caMembershipNameJa" ) );
  code->setText( QStringLiteral( "WHAT_IF" ) );
  emit code->editingFinished();
  name->setText( QStringLiteral( u"試案 <b>" ) );
  emit name->editingFinished();
  shootMainWindow( QStringLiteral( "24_membership" ) );

  const QString made = mScratch.filePath( QStringLiteral( "what_if.csv" ) );
  const auto answer = []( const QString &file )
  {
    return [file]( QDialog *dialog )
    {
      dialog->findChild<QLineEdit *>( QStringLiteral( "fileNameEdit" ) )->setText( file );
      QMetaObject::invokeMethod( dialog, "accept" );
    };
  };
  {
    // What is not saved is asked about.
    const Visitor question( QStringLiteral( "caMembershipQuestion" ),
                            [this]( QDialog *asked )
                            {
                              shoot( asked, QStringLiteral( "25_membership_question" ) );
                              asked->reject();
                            } );
    button( "caMembershipNew" )->click();
    QVERIFY( question.visited() );
    QCOMPARE( tree->topLevelItemCount(), 3 );
  }
  {
    const Visitor saving( QStringLiteral( "QFileDialog" ), answer( made ) );
    button( "caMembershipSave" )->click();
    QVERIFY( saving.visited() );
  }
  QVERIFY2( QFile::exists( made ), qPrintable( status->text() ) );
  QVERIFY( !button( "caMembershipSave" )->isEnabled() );
  button( "caMembershipNew" )->click();
  QCOMPARE( tree->topLevelItemCount(), 0 );
  {
    const Visitor opening( QStringLiteral( "QFileDialog" ), answer( mScratch.filePath( QStringLiteral( "municipalities.geojson" ) ) ) );
    button( "caMembershipOpen" )->click();
    QVERIFY( opening.visited() );
  }
  QVERIFY2( status->text().contains( QStringLiteral( "area_code" ) ), qPrintable( status->text() ) ); // what is no table is said to be none
  {
    const Visitor opening( QStringLiteral( "QFileDialog" ), answer( made ) );
    button( "caMembershipOpen" )->click();
    QVERIFY( opening.visited() );
  }
  QCOMPARE( tree->topLevelItemCount(), 3 );
  QCOMPARE( code->text(), QStringLiteral( "WHAT_IF" ) );
  QCOMPARE( name->text(), QStringLiteral( u"試案 <b>" ) );
  QFile table( made );
  QVERIFY( table.open( QIODevice::ReadOnly ) );
  QCOMPARE( table.readAll().count( '\n' ), 4 );

  action( QStringLiteral( "caActionMembership" ) )->trigger();
  QVERIFY( !action( QStringLiteral( "caActionMembership" ) )->isChecked() );
  for ( const char *panel : { "caMembershipDock", "caHereDock" } )
    mIface->mainWindow()->findChild<QDockWidget *>( QLatin1String( panel ) )->close();
  const QList<QgsMapLayer *> mine = QgsProject::instance()->mapLayersByName( QStringLiteral( "my municipalities" ) );
  QCOMPARE( mine.size(), 1 );
  QgsProject::instance()->removeMapLayer( mine.constFirst() );
}

void CaDesktopTest::sheetIsImportedAndShown()
{
  const QString sheet = QStringLiteral( CA_SOURCE_DIR "/data/examples/made_up_figures_h21_h22_cp932.csv" );
  chooseYear( 2009 );
  const auto firms = [this]
  {
    return value( QStringLiteral( "project_points" ), QStringLiteral( "code" ), QStringLiteral( "KANSAI_BIO" ),
                  QStringLiteral( "fig_firms" ) );
  };
  QVERIFY( firms().isNull() );
  press( QStringLiteral( "caActionImportStatistics" ),
         [this, &sheet]( QDialog *dialog )
         {
           QVERIFY( !dialog->findChild<QDialogButtonBox *>()->button( QDialogButtonBox::Ok )->isEnabled() );
           enter( dialog, QStringLiteral( "file" ), sheet );
           QCOMPARE( dialog->findChild<QTableWidget *>( QStringLiteral( "columns" ) )->rowCount(), 14 );
           shoot( dialog, QStringLiteral( "16_import" ) );
           dialog->findChild<QTabWidget *>( QStringLiteral( "tabs" ) )->setCurrentIndex( 1 );
           shoot( dialog, QStringLiteral( "17_import_sheet" ) );
           dialog->findChild<QPushButton *>( QStringLiteral( "check" ) )->click();
           shoot( dialog, QStringLiteral( "18_import_report" ) );
           const QString message = dialog->findChild<QLabel *>( QStringLiteral( "message" ) )->text();
           QVERIFY2( message.contains( QStringLiteral( "180" ) ), qPrintable( message ) );
           QVERIFY( !dialog->findChild<QTextBrowser *>( QStringLiteral( "report" ) )->toPlainText().isEmpty() );
           click( dialog, QDialogButtonBox::Ok );
         } );
  QVERIFY2( lastMessage().contains( QStringLiteral( "180" ) ), qPrintable( lastMessage() ) );
  QCOMPARE( firms().toInt(), 893 );
  shootMainWindow( QStringLiteral( "19_imported" ) );
  chooseYear( 2010 );
  QCOMPARE( firms().toInt(), 956 );
  shootMainWindow( QStringLiteral( "20_imported_fy2010" ) );
}

void CaDesktopTest::importedFiguresAreThereAfterReopening()
{
  mIface->actionSaveProject()->trigger();
  QVERIFY( mIface->newProject( false ) );
  QVERIFY( mIface->addProject( CaPaths::projectIn( mFolder ) ) );
  QCOMPARE(
      value( QStringLiteral( "project_points" ), QStringLiteral( "code" ), QStringLiteral( "KANSAI_BIO" ), QStringLiteral( "fig_firms" ) )
          .toInt(),
      956 );
}

void CaDesktopTest::sheetToFillInIsMade()
{
  const QString made = mScratch.filePath( QStringLiteral( "to_fill_in.xlsx" ) );
  const Visitor saving( QStringLiteral( "QFileDialog" ),
                        [&made]( QDialog *dialog )
                        {
                          dialog->findChild<QLineEdit *>( QStringLiteral( "fileNameEdit" ) )
                              ->setText( made ); // selectFile() does nothing while it has the focus
                          QMetaObject::invokeMethod( dialog, "accept" );
                        } );
  press( QStringLiteral( "caActionImportStatistics" ),
         [this, &made]( QDialog *dialog )
         {
           QAction *prefectures = dialog->findChild<QAction *>( QStringLiteral( "template_prefecture" ) );
           QVERIFY( prefectures );
           prefectures->trigger();
           QVERIFY2( QFile::exists( made ), qPrintable( dialog->findChild<QLabel *>( QStringLiteral( "message" ) )->text() ) );
           enter( dialog, QStringLiteral( "file" ), made ); // and it is understood
           QVERIFY( dialog->findChild<QDialogButtonBox *>()->button( QDialogButtonBox::Ok )->isEnabled() );
           shoot( dialog, QStringLiteral( "21_template" ) );
           click( dialog, QDialogButtonBox::Cancel );
         } );
  QVERIFY( saving.visited() );
}

void CaDesktopTest::dropOnQgis( const QString &fileName ) const
{
  QMimeData data;
  data.setUrls( { QUrl::fromLocalFile( fileName ) } );
  QWidget *window = mIface->mainWindow();
  const QPoint place = window->rect().center();
  // Qt gives a drop to the widget that took the drag before, and to none if no drag came.
  QDragEnterEvent enter( place, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier );
  QApplication::sendEvent( window, &enter );
  QVERIFY( enter.isAccepted() );
  QDropEvent drop( place, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier );
  QApplication::sendEvent( window, &drop );
  QVERIFY( drop.isAccepted() );
}

void CaDesktopTest::droppedSheetIsImportedOrAdded()
{
  const auto answer = []( QMessageBox::ButtonRole role )
  {
    return [role]( QDialog *dialog )
    {
      const QMessageBox *question = qobject_cast<QMessageBox *>( dialog );
      const QList<QAbstractButton *> buttons = question->buttons();
      for ( QAbstractButton *button : buttons )
      {
        if ( question->buttonRole( button ) == role )
          button->click();
      }
    };
  };
  const QString sheet = QStringLiteral( CA_SOURCE_DIR "/data/examples/made_up_figures_h21_h22_cp932.csv" );
  mIface->messageBar()->clearWidgets();
  const int layers = QgsProject::instance()->count();
  {
    const Visitor question( QStringLiteral( "caDropQuestion" ), answer( QMessageBox::AcceptRole ) );
    const Visitor import( QStringLiteral( "caImportStatisticsDialog" ),
                          [this]( QDialog *dialog )
                          {
                            QVERIFY( dialog->findChild<QgsFileWidget *>( QStringLiteral( "file" ) )
                                         ->filePath()
                                         .endsWith( QStringLiteral( "made_up_figures_h21_h22_cp932.csv" ) ) );
                            click( dialog, QDialogButtonBox::Ok );
                          } );
    dropOnQgis( sheet );
    QTRY_VERIFY_WITH_TIMEOUT( question.visited() && import.visited(), PATIENCE );
  }
  QTRY_VERIFY2( lastMessage().contains( QStringLiteral( "180" ) ), qPrintable( lastMessage() ) );
  QCOMPARE( QgsProject::instance()->count(), layers );

  {
    const Visitor question( QStringLiteral( "caDropQuestion" ), answer( QMessageBox::RejectRole ) );
    dropOnQgis( sheet );
    QTRY_VERIFY_WITH_TIMEOUT( question.visited(), PATIENCE );
  }
  QTRY_COMPARE( QgsProject::instance()->count(), layers + 1 ); // what QGIS makes of it
  QgsProject::instance()->removeMapLayers(
      { QgsProject::instance()->mapLayersByName( QFileInfo( sheet ).completeBaseName() ).constFirst()->id() } );
}

void CaDesktopTest::statisticsAreJoinedToAnyLayer()
{
  const auto write = [this]( const QString &name, const QString &text )
  {
    QFile file( mScratch.filePath( name ) );
    return file.open( QIODevice::WriteOnly ) && file.write( text.toUtf8() ) > 0 ? file.fileName() : QString();
  };
  const QString sheet =
      write( QStringLiteral( "prefectures.csv" ), QStringLiteral( u"都道府県コード,都道府県名,年度,企業数（社）\n13,東京都,平成21年度,\"1,"
                                                                  u"300\"\n27,大阪府,平成21年度,2700\n01,北海道,平成21年度,x\n" ) );
  press( QStringLiteral( "caActionImportStatistics" ),
         [&sheet]( QDialog *dialog )
         {
           enter( dialog, QStringLiteral( "file" ), sheet );
           click( dialog, QDialogButtonBox::Ok );
         } );
  QVERIFY2( lastMessage().contains( QLatin1Char( '3' ) ), qPrintable( lastMessage() ) );

  // Codes as integers, without their zeros, and one that is none.
  QString features;
  for ( const int code : { 1, 13, 27, 99 } )
    features +=
        QStringLiteral( R"(%1{"type":"Feature","properties":{"pref":%2,"shops":%3},"geometry":{"type":"Point","coordinates":[%4,36]}})" )
            .arg( features.isEmpty() ? QString() : QStringLiteral( "," ) )
            .arg( code )
            .arg( code + 4000 )
            .arg( 135 + code / 20 );
  const QString file =
      write( QStringLiteral( "shops.geojson" ), QStringLiteral( R"({"type":"FeatureCollection","features":[%1]})" ).arg( features ) );
  auto *shops = new QgsVectorLayer( file, QStringLiteral( "shops" ), QStringLiteral( "ogr" ) );
  QVERIFY( shops->isValid() );
  QgsProject::instance()->addMapLayer( shops ); // takes ownership
  mIface->setActiveLayer( shops );
  press( QStringLiteral( "caActionJoinStatistics" ),
         [this]( QDialog *dialog )
         {
           choose( dialog, QStringLiteral( "ownerKind" ), QStringLiteral( "prefecture" ) );
           QCOMPARE( dialog->findChild<QgsFieldComboBox *>( QStringLiteral( "field" ) )->currentField(), QStringLiteral( "pref" ) );
           const QListWidget *metrics = dialog->findChild<QListWidget *>( QStringLiteral( "metrics" ) );
           QCOMPARE( metrics->count(), 1 );
           QCOMPARE( metrics->item( 0 )->checkState(), Qt::Checked );
           choose( dialog, QStringLiteral( "fiscalYear" ), 2009 );
           dialog->findChild<QPushButton *>( QStringLiteral( "check" ) )->click();
           QVERIFY( dialog->findChild<QTextBrowser *>( QStringLiteral( "report" ) )->toPlainText().contains( QStringLiteral( "99" ) ) );
           QVERIFY( !dialog->findChild<QPushButton *>( QStringLiteral( "takeOff" ) )->isEnabled() );
           shoot( dialog, QStringLiteral( "22_join" ) );
           click( dialog, QDialogButtonBox::Ok );
         } );
  const auto firms = [&shops]( int code )
  {
    QgsFeature feature;
    return shops->getFeatures( QStringLiteral( "\"pref\"=%1" ).arg( code ) ).nextFeature( feature )
               ? feature.attribute( QStringLiteral( "stat_firms" ) )
               : QVariant( QStringLiteral( "no such feature" ) );
  };
  QCOMPARE( firms( 13 ).toInt(), 1300 );
  QCOMPARE( firms( 27 ).toInt(), 2700 );
  QVERIFY( firms( 1 ).isNull() ); // suppressed
  QVERIFY( firms( 99 ).isNull() );
  QVERIFY2( shops->name() != QLatin1String( "shops" ) && shops->name().startsWith( QLatin1String( "shops" ) ) &&
                shops->name().contains( QLatin1Char( '1' ) ),
            qPrintable( shops->name() ) );
  QVERIFY2( lastMessage().contains( QStringLiteral( "shops" ) ), qPrintable( lastMessage() ) );
  shootMainWindow( QStringLiteral( "23_joined" ) );

  // Its definition, without the table that is joined to it, brings the figures along.
  const QString definition = mScratch.filePath( QStringLiteral( "shops.qlr" ) );
  QgsProject *project = QgsProject::instance();
  QString error;
  QVERIFY2( QgsLayerDefinition::exportLayerDefinition( definition, { project->layerTreeRoot()->findLayer( shops ) }, error ),
            qPrintable( error ) );
  const QString name = shops->name();
  project->removeMapLayers( { shops->vectorJoins().constFirst().joinLayerId(), shops->id() } );
  QVERIFY2( QgsLayerDefinition::loadLayerDefinition( definition, project, project->layerTreeRoot(), error ), qPrintable( error ) );
  shops = qobject_cast<QgsVectorLayer *>( project->mapLayersByName( name ).value( 0 ) );
  QVERIFY( shops );
  QTRY_COMPARE( firms( 13 ).toInt(), 1300 );
  mIface->setActiveLayer( shops );

  press( QStringLiteral( "caActionJoinStatistics" ),
         []( QDialog *dialog ) { dialog->findChild<QPushButton *>( QStringLiteral( "takeOff" ) )->click(); } );
  QCOMPARE( shops->name(), QStringLiteral( "shops" ) );
  QVERIFY( shops->vectorJoins().isEmpty() );
  project->removeMapLayer( shops );
}

void CaDesktopTest::atlasIsExported()
{
  const QString pdf = mScratch.filePath( QStringLiteral( "areas.pdf" ) );
  press( QStringLiteral( "caActionExportAtlas" ),
         [this, &pdf]( QDialog *dialog )
         {
           const QString proposed = dialog->findChild<QgsFileWidget *>( QStringLiteral( "output" ) )->filePath();
           QVERIFY2( proposed.startsWith( mFolder ) && proposed.contains( QStringLiteral( "atlas" ) ), qPrintable( proposed ) );
           chooseKinds( dialog, { QStringLiteral( "partner_area" ) } );
           QTreeWidget *pages = dialog->findChild<QTreeWidget *>( QStringLiteral( "pages" ) );
           QTRY_COMPARE( pages->topLevelItemCount(), 4 );
           QLabel *picture = dialog->findChild<QLabel *>( QStringLiteral( "picture" ) );
           QTRY_VERIFY_WITH_TIMEOUT( picture->pixmap( Qt::ReturnByValue ).width() > 100, PRINT_MILLISECONDS );
           shoot( dialog, QStringLiteral( "7_export" ) );
           const QString bureau = dialog->findChild<QgsCheckableComboBox *>( QStringLiteral( "which" ) )->itemText( 0 );
           QCOMPARE( bureau.contains( QStringLiteral( "北海道" ) ), CaLanguage::ofInterface() == QLatin1String( "ja" ) );
           choose( dialog, QStringLiteral( "language" ), QStringLiteral( "both" ) );
           QCOMPARE( pages->topLevelItemCount(), 8 );
           QVERIFY( pages->topLevelItem( 0 )->text( 1 ) != pages->topLevelItem( 4 )->text( 1 ) );
           pages->setCurrentItem( pages->topLevelItem( 7 ) );
           QVERIFY( picture->pixmap( Qt::ReturnByValue ).isNull() );
           QTRY_VERIFY_WITH_TIMEOUT( picture->pixmap( Qt::ReturnByValue ).width() > 100, PRINT_MILLISECONDS );
           shoot( dialog, QStringLiteral( "7_export_both" ) );
           choose( dialog, QStringLiteral( "language" ), QStringLiteral( "project" ) );
           QCOMPARE( pages->topLevelItemCount(), 4 );
           enter( dialog, QStringLiteral( "output" ), pdf );
           click( dialog, QDialogButtonBox::Ok );
         } );
  QTRY_VERIFY_WITH_TIMEOUT( lastMessage().contains( pdf ), PRINT_MILLISECONDS );
  QFile file( pdf );
  QVERIFY( file.open( QIODevice::ReadOnly ) );
  QCOMPARE( file.read( 5 ), QByteArrayLiteral( "%PDF-" ) );
  QVERIFY( mIface->messageBar()->findChild<QPushButton *>( QStringLiteral( "caOpenAtlas" ) ) );
  shootMainWindow( QStringLiteral( "8_exported" ) );
}

void CaDesktopTest::atlasCanBeStopped()
{
  const QString pdf = mScratch.filePath( QStringLiteral( "stopped.pdf" ) );
  press( QStringLiteral( "caActionExportAtlas" ),
         [&pdf]( QDialog *dialog )
         {
           chooseKinds( dialog, { QStringLiteral( "project" ) } );
           const QTreeWidget *pages = dialog->findChild<QTreeWidget *>( QStringLiteral( "pages" ) );
           QTRY_COMPARE( pages->topLevelItemCount(), 18 );
           // Another language takes seconds: one may think better of it.
           QTimer stopping;
           QObject::connect( &stopping, &QTimer::timeout, dialog,
                             []
                             {
                               if ( auto *progress = qobject_cast<QProgressDialog *>( QApplication::activeModalWidget() ) )
                                 progress->findChild<QPushButton *>()->click();
                             } );
           stopping.start( 0 );
           choose( dialog, QStringLiteral( "language" ), QStringLiteral( "both" ) );
           stopping.stop();
           QCOMPARE( dialog->findChild<QComboBox *>( QStringLiteral( "language" ) )->currentData().toString(),
                     QStringLiteral( "project" ) );
           QCOMPARE( pages->topLevelItemCount(), 18 );
           enter( dialog, QStringLiteral( "output" ), pdf );
           click( dialog, QDialogButtonBox::Ok );
         } );
  const QList<QgsTask *> tasks = QgsApplication::taskManager()->activeTasks();
  QCOMPARE( tasks.size(), 1 );
  shootMainWindow( QStringLiteral( "13_progress" ) );
  tasks.constFirst()->cancel();
  QTRY_VERIFY_WITH_TIMEOUT( QgsApplication::taskManager()->activeTasks().isEmpty(), PRINT_MILLISECONDS );
  QTRY_VERIFY( hasMessage( Qgis::MessageLevel::Info ) );
  QVERIFY( !QFile::exists( pdf ) );
}

void CaDesktopTest::atlasIntoNoFolderFailsInPlainWords()
{
  const QString blocked = mScratch.filePath( QStringLiteral( "a file/atlas.pdf" ) );
  press( QStringLiteral( "caActionExportAtlas" ),
         [&blocked]( QDialog *dialog )
         {
           enter( dialog, QStringLiteral( "output" ), blocked );
           click( dialog, QDialogButtonBox::Ok );
         } );
  QVERIFY2( lastMessage().contains( mScratch.filePath( QStringLiteral( "a file" ) ) ), qPrintable( lastMessage() ) );
  QVERIFY( hasMessage( Qgis::MessageLevel::Critical ) );
}

void CaDesktopTest::pageUnderTheCursorIsPrinted()
{
  const QString pdf = mScratch.filePath( QStringLiteral( "tokushima.pdf" ) );
  QDesktopServices::setUrlHandler( QStringLiteral( "file" ), this, "openFile" );
  mIface->actionPan()->trigger();
  showPlace( 133, 32.5, 135.5, 34.6 );
  QStringList offeredPages;
  const Visitor saving( QStringLiteral( "caSavePageDialog" ),
                        [this, &pdf]( QDialog *dialog )
                        {
                          QLineEdit *name = dialog->findChild<QLineEdit *>( QStringLiteral( "fileNameEdit" ) );
                          QVERIFY2( name->text().endsWith( QStringLiteral( ".pdf" ) ), qPrintable( name->text() ) );
                          shoot( dialog, QStringLiteral( "15_savepage" ) );
                          name->setText( pdf );
                          QMetaObject::invokeMethod( dialog, "accept" );
                        } );
  QTimer::singleShot( 1000, this,
                      [this, &offeredPages]
                      {
                        QMenu *menu = qobject_cast<QMenu *>( QApplication::activePopupWidget() );
                        QVERIFY2( menu, "no context menu came up" );
                        QMenu *pages = menu->findChild<QMenu *>( QStringLiteral( "caPageMenu" ) );
                        QAction *chosen = nullptr;
                        const QList<QAction *> offered = pages ? pages->actions() : QList<QAction *>();
                        for ( QAction *page : offered )
                        {
                          offeredPages << page->data().toString();
                          if ( page->data() == QStringLiteral( "SHIKOKU_TB" ) )
                            chosen = page;
                        }
                        if ( pages )
                        {
                          menu->setActiveAction( pages->menuAction() );
                          QTest::qWait( 500 );
                          shootScreen( QStringLiteral( "14_pagemenu" ) );
                          pages->close();
                        }
                        menu->close();
                        if ( chosen )
                          chosen->trigger();
                      } );
  QTest::mouseClick( mIface->mapCanvas()->viewport(), Qt::RightButton, Qt::NoModifier, pixelAt( 134.2, 33.9 ) );
  offeredPages.sort();
  QCOMPARE( offeredPages, QStringList( { QStringLiteral( "SHIKOKU" ), QStringLiteral( "SHIKOKU_TB" ) } ) );
  QVERIFY( saving.visited() );
  QTRY_COMPARE_WITH_TIMEOUT( mOpened, QStringList( pdf ), PRINT_MILLISECONDS );
  QDesktopServices::unsetUrlHandler( QStringLiteral( "file" ) );
  QVERIFY2( lastMessage().contains( pdf ), qPrintable( lastMessage() ) );
  QVERIFY( QFile::exists( pdf ) );
}

void CaDesktopTest::designerChecksBeforeItExports()
{
  QgsPrintLayout *layout = CaLayouts::find( QgsProject::instance(), QStringLiteral( "project" ) );
  QVERIFY( layout );
  QgsLayoutItem *title = layout->itemById( QStringLiteral( "title" ) );
  QVERIFY( title );
  const auto setText = [title]( const QString &text )
  {
    QDomDocument document;
    QDomElement parent = document.createElement( QStringLiteral( "parent" ) );
    title->writeXml( parent, document, QgsReadWriteContext() );
    QDomElement element = parent.firstChildElement();
    const QString before = element.attribute( QStringLiteral( "labelText" ) );
    element.setAttribute( QStringLiteral( "labelText" ), text );
    title->readXml( element, document, QgsReadWriteContext() );
    return before;
  };
  const QString before = setText( QStringLiteral( "[% no_such_function( 1 ) %]" ) );
  QgsLayoutDesignerInterface *designer = mIface->openLayoutDesigner( layout );
  QVERIFY( designer );
  QAction *exportPdf = designer->window()->findChild<QAction *>( QStringLiteral( "mActionExportAsPDF" ) );
  QVERIFY( exportPdf );
  QString told;
  {
    const Visitor results( QString(),
                           [this, &told]( QDialog *dialog )
                           {
                             const QAbstractItemView *view = dialog->findChild<QAbstractItemView *>();
                             for ( int row = 0; view && row < view->model()->rowCount(); ++row )
                             {
                               const QModelIndex index = view->model()->index( row, 0 );
                               told += index.data( Qt::DisplayRole ).toString() + index.data( Qt::UserRole ).toString();
                             }
                             const QTextBrowser *details = dialog->findChild<QTextBrowser *>();
                             told += details ? details->toPlainText() : QString();
                             shoot( dialog, QStringLiteral( "16_designercheck" ) );
                             dialog->reject();
                           } );
    exportPdf->trigger();
    QVERIFY( results.visited() );
  }
  designer->close();
  setText( before );
  QVERIFY2( told.contains( QLatin1String( "no_such_function" ) ) ||
                told.contains( QApplication::translate( "CaLayoutValidityCheck", "An expression fails" ) ),
            qPrintable( told ) );
}

void CaDesktopTest::chosenLayersAreAdded()
{
  QgsProject::instance()->setDirty( false );
  QVERIFY( mIface->newProject( false ) );
  const QString folder = mScratch.filePath( QStringLiteral( "added" ) );
  press( QStringLiteral( "caActionAddLayers" ),
         [this, &folder]( QDialog *dialog )
         {
           enter( dialog, QStringLiteral( "folder" ), folder );
           choose( dialog, QStringLiteral( "fiscalYear" ), 2009 );
           shoot( dialog, QStringLiteral( "9_addlayers" ) );
           dialog->findChild<QPushButton *>( QStringLiteral( "none" ) )->click();
           QVERIFY( !dialog->findChild<QDialogButtonBox *>()->button( QDialogButtonBox::Ok )->isEnabled() );
           for ( QTreeWidgetItemIterator it( dialog->findChild<QTreeWidget *>( QStringLiteral( "layers" ) ) ); *it; ++it )
           {
             const QString id = ( *it )->data( 0, Qt::UserRole ).toString();
             if ( id == QLatin1String( "bureaus" ) || id == QLatin1String( "prefectures" ) )
               ( *it )->setCheckState( 0, Qt::Checked );
           }
           click( dialog, QDialogButtonBox::Ok );
         } );
  QVERIFY( layer( QStringLiteral( "bureaus" ) ) );
  QVERIFY( layer( QStringLiteral( "prefectures" ) ) );
  QVERIFY2( layer( QStringLiteral( "figures" ) ), "what is joined comes along" );
  QVERIFY( !layer( QStringLiteral( "cases" ) ) );
  QCOMPARE( layer( QStringLiteral( "bureaus" ) )->featureCount(), 9LL );
  QVERIFY( QFile::exists( CaPaths::packIn( folder ) ) );
  QVERIFY2( QgsProject::instance()->crs().toProj().contains( QStringLiteral( "laea" ) ),
            qPrintable( QgsProject::instance()->crs().toProj() ) );
  QVERIFY2( lastMessage().contains( folder ), qPrintable( lastMessage() ) );
  shootMainWindow( QStringLiteral( "10_added" ) );
}

void CaDesktopTest::presentLayersAreNotOfferedAgain()
{
  const int before = QgsProject::instance()->mapLayers().size();
  press( QStringLiteral( "caActionAddLayers" ),
         [this]( QDialog *dialog )
         {
           dialog->findChild<QPushButton *>( QStringLiteral( "all" ) )->click();
           int disabled = 0;
           for ( QTreeWidgetItemIterator it( dialog->findChild<QTreeWidget *>( QStringLiteral( "layers" ) ),
                                             QTreeWidgetItemIterator::Disabled );
                 *it; ++it )
           {
             ++disabled;
             QVERIFY( ( *it )->checkState( 0 ) == Qt::Unchecked );
           }
           QCOMPARE( disabled, QgsProject::instance()->mapLayers().size() );
           shoot( dialog, QStringLiteral( "11_addlayers_again" ) );
           click( dialog, QDialogButtonBox::Cancel );
         } );
  QCOMPARE( QgsProject::instance()->mapLayers().size(), before );
}

void CaDesktopTest::browserLayerCanBeAdded()
{
  QgsProject::instance()->setDirty( false );
  QVERIFY( mIface->newProject( false ) );
  const QByteArray shipped = digest( CaPaths::installedPack() );
  QgsBrowserGuiModel model;
  model.initialize();
  QgsDataItem *root = model.dataItem( model.findPath( QStringLiteral( "clusteratlas:" ) ) );
  QVERIFY( root );
  root->populate( true );
  QgsDataItem *group = nullptr;
  const QVector<QgsDataItem *> groups = root->children();
  for ( QgsDataItem *candidate : groups )
  {
    if ( candidate->path().endsWith( QLatin1String( "/projects" ) ) )
      group = candidate;
  }
  QVERIFY( group );
  group->populate( true );
  const QgsLayerItem *item = nullptr;
  const QVector<QgsDataItem *> items = group->children();
  for ( QgsDataItem *candidate : items )
  {
    if ( candidate->path().endsWith( QLatin1String( "/projects/projects" ) ) )
      item = qobject_cast<QgsLayerItem *>( candidate );
  }
  QVERIFY( item );
  const QgsMimeDataUtils::Uri uri = item->mimeUris().constFirst();
  QgsVectorLayer *added = mIface->addVectorLayer( uri.uri, uri.name, uri.providerKey );
  QVERIFY( added && added->isValid() );
  QVERIFY( added->readOnly() );
  QVERIFY( !added->startEditing() );
  QCOMPARE( added->featureCount(), 18LL );
  shootMainWindow( QStringLiteral( "12_browser_layer" ) );
  QVERIFY2( !offered( QStringLiteral( "caActionExportAtlas" ) ), "a layer to look at is no project of ours" );
  QgsProject::instance()->clear();
  QCOMPARE( digest( CaPaths::installedPack() ), shipped );
}

void CaDesktopTest::unloadLeavesNothingAndLoadsAgain()
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

void CaDesktopTest::providerOfTheHeadlessLibraryStays()
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

void CaDesktopTest::loadingIsQuick()
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
