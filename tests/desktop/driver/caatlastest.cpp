// SPDX-License-Identifier: GPL-2.0-or-later
#include "caatlastest.h"

#include "cadialogvisitor.h"
#include "calanguage.h"
#include "calayouts.h"

#include <qgisinterface.h>
#include <qgsapplication.h>
#include <qgscheckablecombobox.h>
#include <qgsfilewidget.h>
#include <qgslayoutdesignerinterface.h>
#include <qgslayoutitem.h>
#include <qgsmapcanvas.h>
#include <qgsmessagebar.h>
#include <qgsprintlayout.h>
#include <qgsproject.h>
#include <qgsreadwritecontext.h>
#include <qgstaskmanager.h>

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDesktopServices>
#include <QDomDocument>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QProgressDialog>
#include <QPushButton>
#include <QTextBrowser>
#include <QTimer>
#include <QTreeWidget>
#include <QtTest>

namespace
{

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

} // namespace

void CaAtlasTest::atlasIsExported()
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

void CaAtlasTest::atlasCanBeStopped()
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

void CaAtlasTest::atlasIntoNoFolderFailsInPlainWords()
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

void CaAtlasTest::pageUnderTheCursorIsPrinted()
{
  const QString pdf = mScratch.filePath( QStringLiteral( "tokushima.pdf" ) );
  QDesktopServices::setUrlHandler( QStringLiteral( "file" ), this, "openFile" );
  mIface->actionPan()->trigger();
  showPlace( 133, 32.5, 135.5, 34.6 );
  QStringList offeredPages;
  const CaDialogVisitor saving( QStringLiteral( "caSavePageDialog" ),
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

void CaAtlasTest::designerChecksBeforeItExports()
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
    const CaDialogVisitor results( QString(),
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
