// SPDX-License-Identifier: GPL-2.0-or-later
#include "catest.h"
#include "filedigest.h"

#include "cabrowsergroup.h"
#include "cabrowserprovider.h"
#include "cabrowserroot.h"
#include "calayercatalogue.h"
#include "capaths.h"

#include <qgslayeritem.h>
#include <qgsvectorlayer.h>

#include <QDir>
#include <QTemporaryDir>

class TestCaBrowser : public QObject
{
  Q_OBJECT

private slots:
  void missingPackIsOneErrorThatNamesIt();
  void damagedPackIsOneErrorThatNamesIt();
  void onlyTheRootPathHasAnItem();
  void everyLayerOfTheCatalogueOpens();
  void openingNeverChangesThePack();
  void editsCannotBeWritten();

private:
  static QVector<QgsLayerItem *> layerItems( QgsDataItem *root );
};

namespace
{

//! Points the library at another folder of data for as long as it lives.
class DataFolder
{
public:
  explicit DataFolder( const QString &folder )
      : mBefore( qgetenv( "CLUSTERATLAS_DATA_DIR" ) )
  {
    qputenv( "CLUSTERATLAS_DATA_DIR", folder.toUtf8() );
  }
  ~DataFolder() { qputenv( "CLUSTERATLAS_DATA_DIR", mBefore ); }
  Q_DISABLE_COPY( DataFolder )

private:
  const QByteArray mBefore;
};

} // namespace

QVector<QgsLayerItem *> TestCaBrowser::layerItems( QgsDataItem *root )
{
  QVector<QgsLayerItem *> found;
  root->populate( true );
  const QVector<QgsDataItem *> groups = root->children();
  for ( QgsDataItem *group : groups )
  {
    group->populate( true );
    const QVector<QgsDataItem *> items = group->children();
    for ( QgsDataItem *item : items )
    {
      if ( QgsLayerItem *layer = qobject_cast<QgsLayerItem *>( item ) )
        found << layer;
    }
  }
  return found;
}

void TestCaBrowser::missingPackIsOneErrorThatNamesIt()
{
  const QTemporaryDir empty;
  const DataFolder folder( empty.path() );
  CaBrowserRoot root;
  root.populate( true );
  QCOMPARE( root.children().size(), 1 );
  QVERIFY( qobject_cast<QgsErrorItem *>( root.children().constFirst() ) );
  QVERIFY( root.children().constFirst()->name().contains( QStringLiteral( "clusteratlas.gpkg" ) ) );
}

void TestCaBrowser::damagedPackIsOneErrorThatNamesIt()
{
  const QTemporaryDir damaged;
  QFile file( damaged.filePath( QStringLiteral( "clusteratlas.gpkg" ) ) );
  QVERIFY( file.open( QIODevice::WriteOnly ) );
  file.write( "not a GeoPackage" );
  file.close();
  const DataFolder folder( damaged.path() );
  CaBrowserRoot root;
  root.populate( true );
  QCOMPARE( root.children().size(), 1 );
  QVERIFY( qobject_cast<QgsErrorItem *>( root.children().constFirst() ) );
  QVERIFY( root.children().constFirst()->name().contains( file.fileName() ) );
}

void TestCaBrowser::onlyTheRootPathHasAnItem()
{
  CaBrowserProvider provider;
  QVERIFY( provider.capabilities() != CaCompat::BrowserCapabilities() );
  const std::unique_ptr<QgsDataItem> root( provider.createDataItem( QString(), nullptr ) );
  QVERIFY( root );
  QVERIFY( !provider.createDataItem( QStringLiteral( "/home" ), nullptr ) );
  QVERIFY( !provider.createDataItem( QString(), root.get() ) );
}

void TestCaBrowser::everyLayerOfTheCatalogueOpens()
{
  QString error;
  const std::optional<CaLayerCatalogue> catalogue = CaLayerCatalogue::load( &error );
  QVERIFY2( catalogue, qPrintable( error ) );
  CaBrowserRoot root;
  const QVector<QgsLayerItem *> items = layerItems( &root );
  QCOMPARE( items.size(), catalogue->layers().size() );
  for ( const QgsLayerItem *item : items )
  {
    QCOMPARE( item->mimeUris().size(), 1 );
    const QgsVectorLayer layer( item->uri(), item->name(), item->providerKey() );
    QVERIFY2( layer.isValid(), qPrintable( item->uri() ) );
    // The user's own statistics and areas are not there yet.
    const bool isTheUsers =
        item->uri().contains( QLatin1String( "layername=statistics" ) ) || item->uri().contains( QLatin1String( "layername=built_areas" ) );
    QVERIFY2( ( layer.featureCount() > 0 ) == !isTheUsers, qPrintable( item->uri() ) );
    QVERIFY2( !item->name().isEmpty() && !item->name().contains( QLatin1Char( '%' ) ), qPrintable( item->name() ) );
    QVERIFY( !item->capabilities2().testFlag( Qgis::BrowserItemCapability::Delete ) );
  }
}

void TestCaBrowser::openingNeverChangesThePack()
{
  // On a copy that may be written to: it must stay the same by the way it is opened, not by the rights of the file.
  const QTemporaryDir scratch;
  const QString pack = scratch.filePath( QStringLiteral( "clusteratlas.gpkg" ) );
  QVERIFY( QFile::copy( CaPaths::installedPack(), pack ) );
  QVERIFY( QFile::setPermissions( pack, QFile::ReadOwner | QFile::WriteOwner ) );
  const QByteArray before = fileDigest( pack );
  {
    QgsVectorLayer projects( CaBrowserLayer::uri( pack, QStringLiteral( "projects" ), QString() ), QString(), QStringLiteral( "ogr" ) );
    QgsVectorLayer points( CaBrowserLayer::uri( pack, QStringLiteral( "area_members" ), QStringLiteral( "\"precision\"='municipality'" ) ),
                           QString(), QStringLiteral( "ogr" ) );
    QVERIFY( projects.isValid() );
    QVERIFY( points.isValid() );
    QVERIFY( points.featureCount() > 0 );
    QCOMPARE( points.subsetString(), QStringLiteral( "\"precision\"='municipality'" ) );
    QCOMPARE( QDir( scratch.path() ).entryList( QDir::Files ), QStringList() << QStringLiteral( "clusteratlas.gpkg" ) );

    QgsFeature feature;
    QVERIFY( projects.getFeatures().nextFeature( feature ) );
    bool loaded = false;
    projects.loadDefaultStyle( loaded );
    QVERIFY2( loaded, "the pack has a style for it" );
    QCOMPARE( fileDigest( pack ), before );
  }
  QCOMPARE( fileDigest( pack ), before );
  QCOMPARE( QDir( scratch.path() ).entryList( QDir::Files ), QStringList() << QStringLiteral( "clusteratlas.gpkg" ) );
}

void TestCaBrowser::editsCannotBeWritten()
{
  const QTemporaryDir scratch;
  const QString pack = scratch.filePath( QStringLiteral( "clusteratlas.gpkg" ) );
  QVERIFY( QFile::copy( CaPaths::installedPack(), pack ) );
  QVERIFY( QFile::setPermissions( pack, QFile::ReadOwner | QFile::WriteOwner ) );
  const QString uri = CaBrowserLayer::uri( pack, QStringLiteral( "projects" ), QString() );
  QVariant before;
  {
    QgsVectorLayer projects( uri, QString(), QStringLiteral( "ogr" ) );
    const int note = projects.fields().lookupField( QStringLiteral( "name_ja" ) );
    QgsFeature feature;
    QVERIFY( projects.getFeatures().nextFeature( feature ) );
    before = feature.attribute( note );
    QVERIFY( projects.startEditing() );
    QVERIFY( projects.changeAttributeValue( feature.id(), note, QStringLiteral( "changed" ) ) );
    QVERIFY( !projects.commitChanges() );
    projects.rollBack();
  }
  const QgsVectorLayer again( uri, QString(), QStringLiteral( "ogr" ) );
  QgsFeature feature;
  QVERIFY( again.getFeatures().nextFeature( feature ) );
  QCOMPARE( feature.attribute( QStringLiteral( "name_ja" ) ), before );
}

CA_TEST_MAIN( TestCaBrowser )
#include "testcabrowser.moc"
