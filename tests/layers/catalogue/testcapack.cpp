// SPDX-License-Identifier: GPL-2.0-or-later
#include "capack.h"
#include "capaths.h"
#include "catest.h"
#include "filedigest.h"

#include <QFile>
#include <QTemporaryDir>

#include <gdal_priv.h>
#include <ogrsf_frmts.h>

//! A data pack says what it is, and a file that is none is named.
class TestCaPack : public QObject
{
  Q_OBJECT

private slots:
  void missingFileIsNamed();
  void otherFileIsNoPack();
  void foreignGeoPackageIsNoPack();
  void damagedPackIsRefused();
  void openingChangesNoByte();
  void knowsItself();
  void unknownFiscalYearNamesTheKnown();
  void columnThatIsNotThereIsNoText();

private:
  QString errorOf( const QString &fileName ) const
  {
    QString error;
    return CaPack::open( fileName, &error ) ? QString() : error;
  }
};

void TestCaPack::missingFileIsNamed()
{
  QVERIFY( errorOf( QStringLiteral( "/nowhere/clusteratlas.gpkg" ) ).contains( QLatin1String( "/nowhere/clusteratlas.gpkg" ) ) );
}

void TestCaPack::otherFileIsNoPack()
{
  const QTemporaryDir folder;
  QFile file( folder.filePath( "clusteratlas.gpkg" ) );
  QVERIFY( file.open( QIODevice::WriteOnly ) );
  file.write( "not a database" );
  file.close();
  QVERIFY( errorOf( file.fileName() ).contains( file.fileName() ) );
}

void TestCaPack::foreignGeoPackageIsNoPack()
{
  const QTemporaryDir folder;
  const QString fileName = folder.filePath( "other.gpkg" );
  GDALAllRegister();
  GDALDriver *driver = GetGDALDriverManager()->GetDriverByName( "GPKG" );
  GDALDatasetUniquePtr dataset( driver->Create( fileName.toUtf8().constData(), 0, 0, 0, GDT_Unknown, nullptr ) );
  QVERIFY( dataset->CreateLayer( "places" ) );
  dataset.reset();
  const QString error = errorOf( fileName );
  QVERIFY2( error.contains( fileName ) && error.contains( QLatin1String( "not a Cluster Atlas data pack" ) ), qPrintable( error ) );
}

void TestCaPack::damagedPackIsRefused()
{
  const QTemporaryDir folder;
  const QString fileName = folder.filePath( "clusteratlas.gpkg" );
  QVERIFY( QFile::copy( CaPaths::installedPack(), fileName ) );
  QFile file( fileName );
  file.setPermissions( QFile::ReadOwner | QFile::WriteOwner );
  QVERIFY( file.resize( file.size() / 2 ) );
  QVERIFY( errorOf( fileName ).contains( fileName ) );
}

void TestCaPack::openingChangesNoByte()
{
  const QByteArray before = fileDigest( CaPaths::installedPack() );
  QCOMPARE( errorOf( CaPaths::installedPack() ), QString() );
  QCOMPARE( fileDigest( CaPaths::installedPack() ), before );
  QVERIFY( !QFile::exists( CaPaths::installedPack() + QStringLiteral( "-wal" ) ) );
}

void TestCaPack::knowsItself()
{
  QString error;
  const std::optional<CaPack> pack = CaPack::open( CaPaths::installedPack(), &error );
  QVERIFY2( pack, qPrintable( error ) );
  QVERIFY( pack->fiscalYears().contains( 2009 ) );
  QVERIFY( pack->fiscalYears().contains( 2010 ) );
  const CaPackTable bureaus = pack->table( QStringLiteral( "bureaus" ) );
  QVERIFY( !bureaus.title.value( QStringLiteral( "ja" ) ).isEmpty() );
  QVERIFY( !bureaus.credit.value( QStringLiteral( "en" ) ).isEmpty() );
  QVERIFY( !bureaus.columns.isEmpty() );
  for ( const CaPackColumn &column : bureaus.columns )
    QVERIFY2( !column.alias.value( QStringLiteral( "ja" ) ).isEmpty() && !column.alias.value( QStringLiteral( "en" ) ).isEmpty(),
              qPrintable( column.name ) );
  QVERIFY( pack->metricNames( QStringLiteral( "ja" ) ).contains( QStringLiteral( "firms" ) ) );
}

void TestCaPack::unknownFiscalYearNamesTheKnown()
{
  QString error;
  const std::optional<CaPack> pack = CaPack::open( CaPaths::installedPack(), &error );
  QVERIFY2( pack, qPrintable( error ) );
  QCOMPARE( pack->fiscalYearError( 2009 ), QString() );
  QVERIFY( pack->fiscalYearError( 2050 ).contains( QLatin1String( "2050" ) ) );
  QVERIFY( pack->fiscalYearError( 2050 ).contains( QLatin1String( "2009" ) ) );
}

void TestCaPack::columnThatIsNotThereIsNoText()
{
  QString error;
  QStringList values;
  const std::optional<CaPack> pack = CaPack::open( CaPaths::installedPack(), &error );
  QVERIFY2( pack, qPrintable( error ) );
  const auto take = [&values]( const QStringList &row )
  {
    values << row.join( QLatin1Char( ' ' ) );
  };
  QVERIFY2( pack->readTable( QStringLiteral( "national" ), { QStringLiteral( "code" ), QStringLiteral( "name_ja" ) }, take, &error ),
            qPrintable( error ) );
  QCOMPARE( values, QStringList{ QStringLiteral( "NATIONAL 全国" ) } );
  values.clear();
  QVERIFY(
      !pack->readTable( QStringLiteral( "national" ), { QStringLiteral( "code" ), QStringLiteral( "no_such_column" ) }, take, &error ) );
  QVERIFY2( error.contains( QLatin1String( "national" ) ), qPrintable( error ) );
  QVERIFY( values.isEmpty() );
}

CA_TEST_MAIN( TestCaPack )
#include "testcapack.moc"
