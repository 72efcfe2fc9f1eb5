// SPDX-License-Identifier: GPL-2.0-or-later
#include "catagtable.h"
#include "catest.h"

#include <qgsfeatureiterator.h>
#include <qgsfields.h>
#include <qgsvectorlayer.h>

#include <QDir>
#include <QTemporaryDir>

//! The table of which areas points are in, read back by QGIS.
class TestCaTagTable : public QObject
{
  Q_OBJECT

private slots:
  void init() { mFolder = std::make_unique<QTemporaryDir>(); }
  void folderThatCannotBe();
  void unfinishedLeavesTheOldFile();
  void writesAndReplaces();

private:
  QString file() const { return mFolder->filePath( QStringLiteral( "of points.gpkg" ) ); }
  QStringList files() const { return QDir( mFolder->path() ).entryList( QDir::Files | QDir::Hidden ); }
  void makeFile( const QByteArray &content ) const
  {
    QFile old( file() );
    QVERIFY( old.open( QIODevice::WriteOnly ) );
    QVERIFY( old.write( content ) == content.size() );
  }

  std::unique_ptr<QTemporaryDir> mFolder;
};

void TestCaTagTable::folderThatCannotBe()
{
  makeFile( "a file" );
  QString error;
  QVERIFY( !CaTagTable::create( file() + QStringLiteral( "/tags.gpkg" ), { "A" }, &error ) );
  QVERIFY2( error.contains( QLatin1String( "of points.gpkg" ) ), qPrintable( error ) );
}

void TestCaTagTable::unfinishedLeavesTheOldFile()
{
  makeFile( "what was there" );
  QString error;
  {
    const std::unique_ptr<CaTagTable> table = CaTagTable::create( file(), { "A" }, &error );
    QVERIFY2( table, qPrintable( error ) );
    std::vector<int64_t> ids{ 1 };
    std::vector<std::vector<int>> areas{ { 0 } };
    QVERIFY( table->add( ids, areas, &error ) );
  }
  QCOMPARE( files(), QStringList{ "of points.gpkg" } );
  QFile old( file() );
  QVERIFY( old.open( QIODevice::ReadOnly ) );
  QCOMPARE( old.readAll(), QByteArray( "what was there" ) );
}

void TestCaTagTable::writesAndReplaces()
{
  makeFile( "what was there" );
  QString error;
  const std::unique_ptr<CaTagTable> table = CaTagTable::create( file(), { "A", "B'\"", "C" }, &error );
  QVERIFY2( table, qPrintable( error ) );
  constexpr int BATCHES = 3;
  constexpr int POINTS = 1234;
  const std::vector<std::vector<int>> kinds{ {}, { 0 }, { 1, 2 }, { 0, 1, 2 } };
  const QStringList texts{ "", "A", "B'\";C", "A;B'\";C" };
  std::vector<int64_t> ids;
  std::vector<std::vector<int>> areas;
  for ( int batch = 0; batch < BATCHES; ++batch )
  {
    ids.clear();
    areas.clear();
    for ( int i = 0; i < POINTS; ++i )
    {
      ids.push_back( batch * POINTS + i );
      areas.push_back( kinds[static_cast<size_t>( i ) % kinds.size()] );
    }
    QVERIFY2( table->add( ids, areas, &error ), qPrintable( error ) );
  }
  QVERIFY2( table->finish( &error ), qPrintable( error ) );
  QCOMPARE( files(), QStringList{ "of points.gpkg" } );

  const QgsVectorLayer layer( file(), QString(), QStringLiteral( "ogr" ) );
  QVERIFY( layer.isValid() );
  QCOMPARE( layer.fields().names(), ( QStringList{ "fid", "point_id", "areas", "number" } ) );
  int expected = 0;
  for ( int i = 0; i < POINTS; ++i )
    expected += i % 4 == 0 ? 0 : BATCHES;
  QCOMPARE( static_cast<int>( layer.featureCount() ), expected ); // as GDAL keeps it
  int rows = 0;
  QgsFeatureIterator features = layer.getFeatures();
  QgsFeature feature;
  while ( features.nextFeature( feature ) )
  {
    const int kind = feature.attribute( 1 ).toInt() % POINTS % 4;
    QVERIFY( kind != 0 );
    QCOMPARE( feature.attribute( 2 ).toString(), texts.at( kind ) );
    QCOMPARE( feature.attribute( 3 ).toInt(), kind );
    ++rows;
  }
  QCOMPARE( rows, expected );
  // The triggers that count rows are there again.
  std::optional<CaSqlite> database = CaSqlite::open( file(), CaSqlite::Access::ReadOnly, &error );
  QVERIFY( database );
  QVERIFY( database->value( "SELECT count(*) FROM sqlite_master WHERE type = 'trigger'" ).toInt() >= 2 );
}

CA_TEST_MAIN( TestCaTagTable )
#include "testcatagtable.moc"
