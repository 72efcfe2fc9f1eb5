// SPDX-License-Identifier: GPL-2.0-or-later
#include "catest.h"

#include "caversioncheck.h"

class TestCaVersionCheck : public QObject
{
  Q_OBJECT

private slots:
  void anotherMinorVersionIsRefused_data();
  void anotherMinorVersionIsRefused();
  void sentenceNamesBothVersions();
};

void TestCaVersionCheck::anotherMinorVersionIsRefused_data()
{
  QTest::addColumn<int>( "running" );
  QTest::addColumn<bool>( "refused" );
  QTest::newRow( "older minor" ) << 32016 << true;
  QTest::newRow( "newer minor" ) << 32400 << true;
  QTest::newRow( "next major" ) << 42216 << true;
  QTest::newRow( "no version" ) << 0 << true;
  QTest::newRow( "same" ) << 32216 << false;
  QTest::newRow( "other patch" ) << 32201 << false;
}

void TestCaVersionCheck::anotherMinorVersionIsRefused()
{
  QFETCH( int, running );
  QFETCH( bool, refused );
  QCOMPARE( !CaVersionCheck::error( 32216, running ).isEmpty(), refused );
}

void TestCaVersionCheck::sentenceNamesBothVersions()
{
  const QString error = CaVersionCheck::error( 32216, 34006 );
  QVERIFY2( error.contains( QStringLiteral( "QGIS 3.22.16" ) ), qPrintable( error ) );
  QVERIFY2( error.contains( QStringLiteral( "QGIS 3.40.6" ) ), qPrintable( error ) );
  QVERIFY2( error.contains( QStringLiteral( "Install" ) ), qPrintable( error ) );
}

CA_TEST_MAIN( TestCaVersionCheck )
#include "testcaversioncheck.moc"
