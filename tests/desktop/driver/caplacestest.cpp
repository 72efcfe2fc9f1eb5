// SPDX-License-Identifier: GPL-2.0-or-later
#include "caplacestest.h"

#include "cadialogvisitor.h"

#include <qgisinterface.h>
#include <qgsmapcanvas.h>
#include <qgsmaptool.h>
#include <qgsproject.h>
#include <qgsvectorlayer.h>

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDockWidget>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMainWindow>
#include <QMouseEvent>
#include <QTextBrowser>
#include <QToolButton>
#include <QTreeWidget>
#include <QtTest>

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

void CaPlacesTest::clickOnMap( double lon, double lat ) const
{
  QTest::mouseClick( mIface->mapCanvas()->viewport(), Qt::LeftButton, Qt::NoModifier, pixelAt( lon, lat ) );
}

void CaPlacesTest::dragOnMap( double west, double north, double east, double south ) const
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

void CaPlacesTest::takeUp( const QString &actionName )
{
  QAction *tool = action( actionName );
  QVERIFY( tool && tool->isEnabled() );
  tool->trigger();
  QVERIFY( tool->isChecked() );
  QVERIFY( mIface->mapCanvas()->mapTool() );
  QCOMPARE( mIface->mapCanvas()->mapTool()->action(), tool );
}

void CaPlacesTest::chooseBoundaries( QWidget *dock, const QString &name ) const
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

void CaPlacesTest::whatIsHereAnswersClicksAndDrags()
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
  QTRY_VERIFY_WITH_TIMEOUT( copy->isEnabled(), CaDialogVisitor::PATIENCE );
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
  QTRY_VERIFY_WITH_TIMEOUT( !copy->isEnabled() && answer->toPlainText().isEmpty(), CaDialogVisitor::PATIENCE );
  const QgsPointXY sea = placeAt( pixelAt( 137.3, 34.2 ) ); // a pixel is some way off
  QVERIFY( qAbs( sea.x() - 137.3 ) < 0.01 && qAbs( sea.y() - 34.2 ) < 0.01 );
  QVERIFY2( status->text().contains( QString::number( sea.x(), 'f', 5 ) ) && status->text().contains( QString::number( sea.y(), 'f', 5 ) ),
            qPrintable( status->text() ) );

  dragOnMap( 136.8, 35.2, 138.2, 34.6 );
  QTRY_VERIFY_WITH_TIMEOUT( copy->isEnabled(), CaDialogVisitor::PATIENCE );
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

void CaPlacesTest::whatIsHereOfMunicipalities()
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
  QTRY_VERIFY_WITH_TIMEOUT( answer->toPlainText().contains( QStringLiteral( "(13201)" ) ), CaDialogVisitor::PATIENCE );
  QVERIFY( answer->toPlainText().contains( QStringLiteral( "(TAMA)" ) ) );
  // No answer of old boundaries is left over when others are chosen.
  chooseBoundaries( dock, dock->findChild<QComboBox *>( QStringLiteral( "caBoundaries" ) )->itemText( 0 ) );
  showPlace( 138.9, 34.9, 139.5, 35.6 );
  clickOnMap( 139.35, 35.38 ); // Hiratsuka
  QTRY_VERIFY_WITH_TIMEOUT( answer->toPlainText().contains( QStringLiteral( "(14)" ) ), CaDialogVisitor::PATIENCE );
  QVERIFY( !answer->toPlainText().contains( QStringLiteral( "(13201)" ) ) );
  action( QStringLiteral( "caActionWhatIsHere" ) )->trigger();
}

void CaPlacesTest::areaIsPickedSavedAndOpened()
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
  QTRY_VERIFY_WITH_TIMEOUT( source->text().contains( QStringLiteral( "municipalities" ) ) && level->isEnabled(),
                            CaDialogVisitor::PATIENCE );
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
    const CaDialogVisitor question( QStringLiteral( "caMembershipQuestion" ),
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
    const CaDialogVisitor saving( QStringLiteral( "QFileDialog" ), answer( made ) );
    button( "caMembershipSave" )->click();
    QVERIFY( saving.visited() );
  }
  QVERIFY2( QFile::exists( made ), qPrintable( status->text() ) );
  QVERIFY( !button( "caMembershipSave" )->isEnabled() );
  button( "caMembershipNew" )->click();
  QCOMPARE( tree->topLevelItemCount(), 0 );
  {
    const CaDialogVisitor opening( QStringLiteral( "QFileDialog" ),
                                   answer( mScratch.filePath( QStringLiteral( "municipalities.geojson" ) ) ) );
    button( "caMembershipOpen" )->click();
    QVERIFY( opening.visited() );
  }
  QVERIFY2( status->text().contains( QStringLiteral( "area_code" ) ), qPrintable( status->text() ) ); // what is no table is said to be none
  {
    const CaDialogVisitor opening( QStringLiteral( "QFileDialog" ), answer( made ) );
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
