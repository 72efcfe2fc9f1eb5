// SPDX-License-Identifier: GPL-2.0-or-later
#include "catest.h"
#include "capdf.h"

#include <QFile>
#include <QPainter>
#include <QPdfWriter>
#include <QTemporaryDir>

#include <csignal>

//! What a user relies on: no page is lost without a word, whatever happened to the disk.
class TestCaPdf : public QObject
{
  Q_OBJECT

private slots:
  void initTestCase() { QVERIFY( mFolder.isValid() ); }
  void missingPartIsAnError();
  void cutOffPartIsAnError();
  void fullDiskIsAnError();
  void pagesAreJoinedInOrder();

private:
  QString makePdf( const QString &name, int pages ) const;

  QTemporaryDir mFolder;
};

QString TestCaPdf::makePdf( const QString &name, int pages ) const
{
  const QString fileName = mFolder.filePath( name );
  QPdfWriter writer( fileName );
  QPainter painter( &writer );
  for ( int i = 0; i < pages; ++i )
  {
    if ( i > 0 )
      writer.newPage();
    painter.drawText( 1000, 1000, QStringLiteral( "%1 %2" ).arg( name ).arg( i ) );
  }
  return fileName;
}

void TestCaPdf::missingPartIsAnError()
{
  const QString target = mFolder.filePath( QStringLiteral( "joined.pdf" ) );
  QString error;
  QCOMPARE(
      CaPdf::join( { makePdf( QStringLiteral( "a.pdf" ), 1 ), mFolder.filePath( QStringLiteral( "no.pdf" ) ) }, target, QString(), &error ),
      -1 );
  QVERIFY2( error.contains( target ), qPrintable( error ) );
  QVERIFY( !QFile::exists( target ) );
}

void TestCaPdf::cutOffPartIsAnError()
{
  const QString part = makePdf( QStringLiteral( "cut.pdf" ), 3 );
  QFile file( part );
  QVERIFY( file.resize( file.size() * 2 / 3 ) );
  const QString target = mFolder.filePath( QStringLiteral( "joined.pdf" ) );
  QString error;
  QCOMPARE( CaPdf::join( { part }, target, QString(), &error ), -1 );
  QVERIFY2( error.contains( QStringLiteral( "disk" ) ), qPrintable( error ) );
  QVERIFY( !QFile::exists( target ) );
}

void TestCaPdf::fullDiskIsAnError()
{
  // As much disk as this process may write to a file.
  const QString part = makePdf( QStringLiteral( "b.pdf" ), 40 );
  const QString target = mFolder.filePath( QStringLiteral( "full.pdf" ) );
  std::signal( SIGXFSZ, SIG_IGN );
  rlimit before{};
  getrlimit( RLIMIT_FSIZE, &before );
  const rlimit little{ 1024, before.rlim_max };
  setrlimit( RLIMIT_FSIZE, &little );
  QString error;
  const int pages = CaPdf::join( { part }, target, QString(), &error );
  setrlimit( RLIMIT_FSIZE, &before );
  QCOMPARE( pages, -1 );
  QVERIFY2( error.contains( QStringLiteral( "disk" ) ), qPrintable( error ) );
  QVERIFY( !QFile::exists( target ) );
}

void TestCaPdf::pagesAreJoinedInOrder()
{
  const QString target = mFolder.filePath( QStringLiteral( "joined.pdf" ) );
  QString error;
  QCOMPARE( CaPdf::join( { makePdf( QStringLiteral( "c.pdf" ), 1 ), makePdf( QStringLiteral( "d.pdf" ), 2 ) }, target,
                         QStringLiteral( "関西" ), &error ),
            3 );
  QVERIFY( error.isEmpty() );
  QVERIFY( QFile::exists( target ) );
}

CA_TEST_MAIN( TestCaPdf )
#include "testcapdf.moc"
