// SPDX-License-Identifier: GPL-2.0-or-later
#include "capackperiod.h"

#include <QTest>

class TestCaPackPeriod : public QObject
{
  Q_OBJECT

private slots:
  void textThatIsNoPeriod_data();
  void textThatIsNoPeriod();
  void periods_data();
  void periods();
};

void TestCaPackPeriod::textThatIsNoPeriod_data()
{
  QTest::addColumn<QString>( "text" );
  for ( const char *text : { "", "2008-13", "2009-02-29", "FY06", "FY2006-04", "2008/4", "2008-04-", "H20", "FY2009/FY2007",
                             "2007/2008/2009", " 2008", "2008\n" } )
    QTest::newRow( text ) << QString::fromLatin1( text );
}

void TestCaPackPeriod::textThatIsNoPeriod()
{
  QFETCH( QString, text );
  QVERIFY( !CaPackPeriod::fromText( text ) );
}

void TestCaPackPeriod::periods_data()
{
  QTest::addColumn<QString>( "text" );
  QTest::addColumn<QDate>( "from" );
  QTest::addColumn<QDate>( "to" );
  QTest::newRow( "day" ) << QStringLiteral( "2009-11-30" ) << QDate( 2009, 11, 30 ) << QDate( 2009, 11, 30 );
  QTest::newRow( "month" ) << QStringLiteral( "2008-04" ) << QDate( 2008, 4, 1 ) << QDate( 2008, 4, 30 );
  QTest::newRow( "February of a leap year" ) << QStringLiteral( "2008-02" ) << QDate( 2008, 2, 1 ) << QDate( 2008, 2, 29 );
  QTest::newRow( "year" ) << QStringLiteral( "2008" ) << QDate( 2008, 1, 1 ) << QDate( 2008, 12, 31 );
  QTest::newRow( "fiscal year" ) << QStringLiteral( "FY2006" ) << QDate( 2006, 4, 1 ) << QDate( 2007, 3, 31 );
  QTest::newRow( "fiscal years" ) << QStringLiteral( "FY2007/FY2009" ) << QDate( 2007, 4, 1 ) << QDate( 2010, 3, 31 );
}

void TestCaPackPeriod::periods()
{
  QFETCH( QString, text );
  QFETCH( QDate, from );
  QFETCH( QDate, to );
  const std::optional<CaPackPeriod> period = CaPackPeriod::fromText( text );
  QVERIFY( period );
  QCOMPARE( period->from, from );
  QCOMPARE( period->to, to );
}

QTEST_GUILESS_MAIN( TestCaPackPeriod )
#include "testcapackperiod.moc"
