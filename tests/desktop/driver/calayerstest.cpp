// SPDX-License-Identifier: GPL-2.0-or-later
#include "calayerstest.h"

#include "capaths.h"
#include "filedigest.h"

#include <qgisinterface.h>
#include <qgsbrowserguimodel.h>
#include <qgsdataitem.h>
#include <qgslayeritem.h>
#include <qgsproject.h>
#include <qgsvectorlayer.h>

#include <QFile>
#include <QPushButton>
#include <QTreeWidget>
#include <QTreeWidgetItemIterator>
#include <QtTest>

void CaLayersTest::chosenLayersAreAdded()
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

void CaLayersTest::presentLayersAreNotOfferedAgain()
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

void CaLayersTest::browserLayerCanBeAdded()
{
  QgsProject::instance()->setDirty( false );
  QVERIFY( mIface->newProject( false ) );
  const QByteArray shipped = fileDigest( CaPaths::installedPack() );
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
  QCOMPARE( fileDigest( CaPaths::installedPack() ), shipped );
}
