// SPDX-License-Identifier: GPL-2.0-or-later
#include "cafiles.h"
#include "catest.h"

#include <QFile>
#include <QTemporaryDir>

//! Files are whole or not there, and nothing is replaced without leave.
class TestCaFiles : public QObject
{
  Q_OBJECT

private slots:
  void folderBelowAFileIsRefused();
  void missingSourceLeavesNothing();
  void nothingIsReplacedWithoutLeave();
  void replacesInOneStep();

private:
  static void write( const QString &fileName, const QByteArray &content )
  {
    QFile file( fileName );
    QVERIFY( file.open( QIODevice::WriteOnly ) );
    file.write( content );
  }
  static QByteArray read( const QString &fileName )
  {
    QFile file( fileName );
    return file.open( QIODevice::ReadOnly ) ? file.readAll() : QByteArray();
  }
};

void TestCaFiles::folderBelowAFileIsRefused()
{
  const QTemporaryDir folder;
  write( folder.filePath( "file" ), "x" );
  QString error;
  QVERIFY( !CaFiles::prepareFolder( folder.filePath( "file" ), &error ) );
  QVERIFY2( error.contains( folder.filePath( "file" ) ), qPrintable( error ) );
  QVERIFY( !CaFiles::prepareFolder( folder.filePath( "file/sub" ), &error ) );
  QVERIFY( !CaFiles::prepareFolder( QString(), &error ) );
}

void TestCaFiles::missingSourceLeavesNothing()
{
  const QTemporaryDir folder;
  QString error;
  QVERIFY( !CaFiles::copy( folder.filePath( "missing" ), folder.filePath( "target" ), false, &error ) );
  QVERIFY2( error.contains( folder.filePath( "missing" ) ), qPrintable( error ) );
  QVERIFY( QDir( folder.path() ).entryList( QDir::Files | QDir::Hidden ).isEmpty() );
}

void TestCaFiles::nothingIsReplacedWithoutLeave()
{
  const QTemporaryDir folder;
  write( folder.filePath( "source" ), "new" );
  write( folder.filePath( "target" ), "old" );
  QString error;
  QVERIFY( !CaFiles::copy( folder.filePath( "source" ), folder.filePath( "target" ), false, &error ) );
  QVERIFY2( error.contains( folder.filePath( "target" ) ), qPrintable( error ) );
  QCOMPARE( read( folder.filePath( "target" ) ), QByteArray( "old" ) );
  // Also when the other file came between the look and the move.
  QVERIFY( !CaFiles::moveIntoPlace( folder.filePath( "source" ), folder.filePath( "target" ), false, &error ) );
  QCOMPARE( read( folder.filePath( "target" ) ), QByteArray( "old" ) );
}

void TestCaFiles::replacesInOneStep()
{
  const QTemporaryDir folder;
  write( folder.filePath( "source" ), "new" );
  write( folder.filePath( "target" ), "old" );
  QString error;
  QVERIFY2( CaFiles::copy( folder.filePath( "source" ), folder.filePath( "target" ), true, &error ), qPrintable( error ) );
  QCOMPARE( read( folder.filePath( "target" ) ), QByteArray( "new" ) );
  QCOMPARE( QDir( folder.path() ).entryList( QDir::Files | QDir::Hidden ).size(), 2 );
}

CA_TEST_MAIN( TestCaFiles )
#include "testcafiles.moc"
