// SPDX-License-Identifier: GPL-2.0-or-later
#include "casheetstest.h"

#include "cadialogvisitor.h"
#include "capaths.h"

#include <qgisinterface.h>
#include <qgsfieldcombobox.h>
#include <qgsfilewidget.h>
#include <qgslayerdefinition.h>
#include <qgslayertree.h>
#include <qgsmessagebar.h>
#include <qgsproject.h>
#include <qgsvectorlayer.h>
#include <qgsvectorlayerjoininfo.h>

#include <QAction>
#include <QApplication>
#include <QDragEnterEvent>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMainWindow>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QTabWidget>
#include <QTableWidget>
#include <QTextBrowser>
#include <QtTest>

void CaSheetsTest::dropOnQgis( const QString &fileName ) const
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

void CaSheetsTest::sheetIsImportedAndShown()
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

void CaSheetsTest::importedFiguresAreThereAfterReopening()
{
  mIface->actionSaveProject()->trigger();
  QVERIFY( mIface->newProject( false ) );
  QVERIFY( mIface->addProject( CaPaths::projectIn( mFolder ) ) );
  QCOMPARE(
      value( QStringLiteral( "project_points" ), QStringLiteral( "code" ), QStringLiteral( "KANSAI_BIO" ), QStringLiteral( "fig_firms" ) )
          .toInt(),
      956 );
}

void CaSheetsTest::sheetToFillInIsMade()
{
  const QString made = mScratch.filePath( QStringLiteral( "to_fill_in.xlsx" ) );
  const CaDialogVisitor saving( QStringLiteral( "QFileDialog" ),
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

void CaSheetsTest::droppedSheetIsImportedOrAdded()
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
    const CaDialogVisitor question( QStringLiteral( "caDropQuestion" ), answer( QMessageBox::AcceptRole ) );
    const CaDialogVisitor import( QStringLiteral( "caImportStatisticsDialog" ),
                                  [this]( QDialog *dialog )
                                  {
                                    QVERIFY( dialog->findChild<QgsFileWidget *>( QStringLiteral( "file" ) )
                                                 ->filePath()
                                                 .endsWith( QStringLiteral( "made_up_figures_h21_h22_cp932.csv" ) ) );
                                    click( dialog, QDialogButtonBox::Ok );
                                  } );
    dropOnQgis( sheet );
    QTRY_VERIFY_WITH_TIMEOUT( question.visited() && import.visited(), CaDialogVisitor::PATIENCE );
  }
  QTRY_VERIFY2( lastMessage().contains( QStringLiteral( "180" ) ), qPrintable( lastMessage() ) );
  QCOMPARE( QgsProject::instance()->count(), layers );

  {
    const CaDialogVisitor question( QStringLiteral( "caDropQuestion" ), answer( QMessageBox::RejectRole ) );
    dropOnQgis( sheet );
    QTRY_VERIFY_WITH_TIMEOUT( question.visited(), CaDialogVisitor::PATIENCE );
  }
  QTRY_COMPARE( QgsProject::instance()->count(), layers + 1 ); // what QGIS makes of it
  QgsProject::instance()->removeMapLayers(
      { QgsProject::instance()->mapLayersByName( QFileInfo( sheet ).completeBaseName() ).constFirst()->id() } );
}

void CaSheetsTest::statisticsAreJoinedToAnyLayer()
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
