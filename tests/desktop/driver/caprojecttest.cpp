// SPDX-License-Identifier: GPL-2.0-or-later
#include "caprojecttest.h"

#include "cadialogvisitor.h"
#include "cafiscalyear.h"
#include "calanguage.h"
#include "capaths.h"
#include "filedigest.h"

#include <qgisinterface.h>
#include <qgsmapcanvas.h>
#include <qgsmessagebar.h>
#include <qgsmessagebaritem.h>
#include <qgsproject.h>
#include <qgsvectorlayer.h>
#include <qgsvectorlayerjoininfo.h>

#include <QAction>
#include <QFile>
#include <QMainWindow>
#include <QMenu>
#include <QPushButton>
#include <QTreeWidget>
#include <QtTest>

void CaProjectTest::newProjectCanBeCancelled()
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

void CaProjectTest::newProjectInAFileFailsInPlainWords()
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

void CaProjectTest::newProjectOpens()
{
  const QByteArray shipped = fileDigest( CaPaths::installedPack() );
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
  QCOMPARE( fileDigest( CaPaths::installedPack() ), shipped );
  shootMainWindow( QStringLiteral( "3_project" ) );
}

void CaProjectTest::newProjectAsksBeforeReplacing()
{
  const QByteArray before = fileDigest( CaPaths::projectIn( mFolder ) );
  press( QStringLiteral( "caActionNewProject" ),
         [this]( QDialog *dialog )
         {
           enter( dialog, QStringLiteral( "folder" ), mFolder );
           const CaDialogVisitor question( QStringLiteral( "caReplaceQuestion" ),
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
  QCOMPARE( fileDigest( CaPaths::projectIn( mFolder ) ), before );
  QCOMPARE( QgsProject::instance()->fileName(), CaPaths::projectIn( mFolder ) );
}

void CaProjectTest::viewsAreDrawn_data()
{
  QTest::addColumn<QString>( "crs" );
  for ( const char *view : { "projects", "bureaus", "types", "events" } )
    QTest::newRow( view ) << QStringLiteral( "laea" );
  QTest::newRow( "partners" ) << QStringLiteral( "eqearth" );
  QTest::newRow( "overview" ) << QStringLiteral( "laea" ); // last: the tests that follow begin with it
}

void CaProjectTest::viewsAreDrawn()
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

void CaProjectTest::joinsAreSeenInLayerProperties()
{
  QgsVectorLayer *types = layer( QStringLiteral( "type_examples" ) );
  const CaDialogVisitor properties( QStringLiteral( "QgsVectorLayerProperties" ),
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

void CaProjectTest::fiscalYearChangesFigures()
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

void CaProjectTest::projectReopensWithItsFiscalYear()
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
