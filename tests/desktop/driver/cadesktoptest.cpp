// SPDX-License-Identifier: GPL-2.0-or-later
#include "cadesktoptest.h"

#include "cadialogvisitor.h"
#include "calanguage.h"
#include "calayerproperties.h"

#include <qgisinterface.h>
#include <qgsfilewidget.h>
#include <qgsmapcanvas.h>
#include <qgsmessagebar.h>
#include <qgsmessagebaritem.h>
#include <qgsproject.h>
#include <qgsvectorlayer.h>

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QFile>
#include <QMenu>
#include <QPushButton>
#include <QScreen>
#include <QtTest>

#include <algorithm>

CaDesktopTest::CaDesktopTest( QgisInterface *iface, const QString &scratch )
    : mIface( iface )
    , mScratch( scratch )
    , mFolder( mScratch.filePath( QStringLiteral( "project" ) ) )
{
}

void CaDesktopTest::initTestCase()
{
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
  const CaDialogVisitor visitor( dialogs.value( actionName ), fillIn );
  pressed->trigger(); // comes back when the dialog is done
  QVERIFY2( visitor.visited(), "no dialog came up" );
}

void CaDesktopTest::click( QDialog *dialog, QDialogButtonBox::StandardButton which )
{
  QDialogButtonBox *box = dialog->findChild<QDialogButtonBox *>();
  QVERIFY( box && box->button( which ) );
  QVERIFY( box->button( which )->isEnabled() );
  box->button( which )->click();
}

void CaDesktopTest::choose( QDialog *dialog, const QString &comboBox, const QVariant &data )
{
  QComboBox *box = dialog->findChild<QComboBox *>( comboBox );
  QVERIFY( box );
  QVERIFY2( box->findData( data ) >= 0, qPrintable( data.toString() ) );
  box->setCurrentIndex( box->findData( data ) );
}

void CaDesktopTest::enter( QDialog *dialog, const QString &fileWidget, const QString &path )
{
  QgsFileWidget *widget = dialog->findChild<QgsFileWidget *>( fileWidget );
  QVERIFY( widget );
  widget->setFilePath( path );
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
