// SPDX-License-Identifier: GPL-2.0-or-later
#include "cafiscaldate.h"

#include <QtTest>

using Kind = CaFiscalDate::Kind;
Q_DECLARE_METATYPE( CaFiscalDate::Kind )

//! Years, months and days as sheets and headers have them.
class TestCaFiscalDate : public QObject
{
  Q_OBJECT

private slots:
  void refusesWhatIsNoDate_data();
  void refusesWhatIsNoDate();
  void ambiguousNamesItsCandidates_data();
  void ambiguousNamesItsCandidates();
  void readsDates_data();
  void readsDates();
  void yearsWithoutEraTakeTheGivenOne();
  void bareYearsAreFiscalIfTold();
  void excelsDaysOnlyIfTold();
  void calendarYearsSaySo();
  void plannedYearsAreNoted();
  void everyDayLiesInItsFiscalYear();
};

void TestCaFiscalDate::refusesWhatIsNoDate_data()
{
  QTest::addColumn<QString>( "text" );
  const QStringList texts{ "",
                           " ",
                           "abc",
                           "年度",
                           "平成年度",
                           "平成0年度",
                           "平成0年",
                           "H0",
                           "平成100年度",
                           "平成-1年度",
                           "昭和",
                           "明治45年",
                           "123",
                           "1234",
                           "2009年13月",
                           "2009-13",
                           "2009-00",
                           "2009-02-29",
                           "2009/4/31",
                           "2009-4-1-1",
                           "2009/4-1",
                           "2009年4",
                           "2009年4月1",
                           "2009年度上期",
                           "20091301",
                           "20090230",
                           "200913",
                           "2009.4.1.",
                           "2009-04-",
                           "2009/04/01 25",
                           "平成21～23年度",
                           "2009-2010",
                           "4月1日",
                           "4/1/2009",
                           "Apr-09",
                           "10/2009",
                           "2101年度",
                           "1899年度",
                           "平成21年度計",
                           "約2009",
                           "2009①",
                           "200①",
                           "FY",
                           "FY20",
                           "FY2009/10",
                           "2009/4/1 0",
                           "平成年",
                           "2009年末",
                           "平成21年度現在末",
                           "現在",
                           "末",
                           "元年",
                           "2009年元月",
                           "令和元年4月30日",
                           "令和元年4月",
                           "平成31年5月1日",
                           "平成31年5月",
                           "平成32年",
                           "平成32年4月1日",
                           "昭和64年1月8日",
                           "昭和64年2月",
                           "昭和65年",
                           "平成元年1月7日",
                           "平成65年度",
                           "平成22(2009)年度",
                           "2009年度(平成22年度)",
                           "平成21年度(見込)",
                           "平成21年度（",
                           "()",
                           "(平成21年度)",
                           "=2009",
                           "-2009",
                           "2009年度\n2010年度",
                           "%1",
                           "<b>2009</b>年度",
                           "1234567890" };
  for ( const QString &text : texts )
    QTest::newRow( qPrintable( text ) ) << text;
  QTest::newRow( "very long" ) << QString( 100000, QLatin1Char( '9' ) );
}

void TestCaFiscalDate::refusesWhatIsNoDate()
{
  QFETCH( QString, text );
  const CaFiscalDate date = CaFiscalDate::parse( text );
  QVERIFY( !date.ok() );
  QVERIFY( date.kind == Kind::None );
  QCOMPARE( date.fiscalYear, 0 );
  QVERIFY2( date.problem.contains( text.simplified().left( 40 ) ), qPrintable( date.problem ) );
}

void TestCaFiscalDate::ambiguousNamesItsCandidates_data()
{
  QTest::addColumn<QString>( "text" );
  QTest::addColumn<QStringList>( "candidates" );
  QTest::newRow( "21年度" ) << "21年度" << QStringList{ "昭和21年度", "平成21年度", "令和21年度", "2021年度" };
  QTest::newRow( "２１年度" ) << "２１年度" << QStringList{ "昭和21年度", "平成21年度", "令和21年度", "2021年度" };
  QTest::newRow( "09年度" ) << "09年度" << QStringList{ "大正9年度", "昭和9年度", "平成9年度", "令和9年度", "2009年度" };
  QTest::newRow( "63年度" ) << "63年度" << QStringList{ "昭和63年度", "令和63年度", "2063年度" };
  QTest::newRow( "FY09" ) << "FY09" << QStringList{ "大正9年度", "昭和9年度", "平成9年度", "令和9年度", "2009年度" };
  QTest::newRow( "2009.1" ) << "2009.1" << QStringList{ "2009-01", "2009-10" };
  QTest::newRow( "平成32年" ) << "平成32年" << QStringList{ "令和2年" };
  QTest::newRow( "平成元年1月7日" ) << "平成元年1月7日" << QStringList{ "昭和64年1月7日" };
  QTest::newRow( "昭和64年1月8日" ) << "昭和64年1月8日" << QStringList{ "平成元年1月8日" };
  QTest::newRow( "令和元年4月" ) << "令和元年4月" << QStringList{ "平成31年4月" };
}

void TestCaFiscalDate::ambiguousNamesItsCandidates()
{
  QFETCH( QString, text );
  const CaFiscalDate date = CaFiscalDate::parse( text );
  QVERIFY( !date.ok() );
  QTEST( date.candidates, "candidates" );
  for ( const QString &candidate : date.candidates )
    QVERIFY2( CaFiscalDate::parse( candidate ).ok() || candidate.startsWith( QLatin1String( "令和" ) ), qPrintable( candidate ) );
}

void TestCaFiscalDate::readsDates_data()
{
  QTest::addColumn<QString>( "text" );
  QTest::addColumn<Kind>( "kind" );
  QTest::addColumn<int>( "fiscalYear" );
  QTest::addColumn<QString>( "asIso" );
  auto row = []( const char *text, Kind kind, int fiscalYear, const char *asIso )
  {
    QTest::newRow( text ) << QString::fromUtf8( text ) << kind << fiscalYear << QString::fromLatin1( asIso );
  };
  row( "平成21年度", Kind::FiscalYear, 2009, "2009" );
  row( "平成２１年度", Kind::FiscalYear, 2009, "2009" );
  row( " 平成 21 年度 ", Kind::FiscalYear, 2009, "2009" );
  row( "平成二十一年度", Kind::FiscalYear, 2009, "2009" );
  row( "平成十年度", Kind::FiscalYear, 1998, "1998" );
  row( "二〇〇九年度", Kind::FiscalYear, 2009, "2009" );
  row( "㍻21年度", Kind::FiscalYear, 2009, "2009" );
  row( "平成元年度", Kind::FiscalYear, 1989, "1989" );
  row( "平成1年度", Kind::FiscalYear, 1989, "1989" );
  row( "昭和64年度", Kind::FiscalYear, 1989, "1989" );
  row( "昭和63年度", Kind::FiscalYear, 1988, "1988" );
  row( "平成31年度", Kind::FiscalYear, 2019, "2019" );
  row( "令和元年度", Kind::FiscalYear, 2019, "2019" );
  row( "令和2年度", Kind::FiscalYear, 2020, "2020" );
  row( "㋿3年度", Kind::FiscalYear, 2021, "2021" );
  row( "大正14年度", Kind::FiscalYear, 1925, "1925" );
  row( "平成32年度", Kind::FiscalYear, 2020, "2020" );
  row( "H21", Kind::FiscalYear, 2009, "2009" );
  row( "Ｈ２１", Kind::FiscalYear, 2009, "2009" );
  row( "h21", Kind::FiscalYear, 2009, "2009" );
  row( "H21年度", Kind::FiscalYear, 2009, "2009" );
  row( "H.21年度", Kind::FiscalYear, 2009, "2009" );
  row( "H 21", Kind::FiscalYear, 2009, "2009" );
  row( "S63年度", Kind::FiscalYear, 1988, "1988" );
  row( "R元年度", Kind::FiscalYear, 2019, "2019" );
  row( "R1", Kind::FiscalYear, 2019, "2019" );
  row( "平成21", Kind::FiscalYear, 2009, "2009" );
  row( "2009年度", Kind::FiscalYear, 2009, "2009" );
  row( "２００９年度", Kind::FiscalYear, 2009, "2009" );
  row( "FY2009", Kind::FiscalYear, 2009, "2009" );
  row( "fy 2009", Kind::FiscalYear, 2009, "2009" );
  row( "ＦＹ２００９", Kind::FiscalYear, 2009, "2009" );
  row( "Fiscal Year 2009", Kind::FiscalYear, 2009, "2009" );
  row( "平成21(2009)年度", Kind::FiscalYear, 2009, "2009" );
  row( "2009（平成21）年度", Kind::FiscalYear, 2009, "2009" );
  row( "平成21年度（2009年度）", Kind::FiscalYear, 2009, "2009" );
  row( "平成21年度(2009)", Kind::FiscalYear, 2009, "2009" );
  row( "平成21年度末", Kind::FiscalYear, 2009, "2009" );
  row( "平成21年度末現在", Kind::FiscalYear, 2009, "2009" );
  row( "2009年", Kind::CalendarYear, 0, "2009" );
  row( "平成21年", Kind::CalendarYear, 0, "2009" );
  row( "平成元年", Kind::CalendarYear, 0, "1989" );
  row( "昭和64年", Kind::CalendarYear, 0, "1989" );
  row( "令和元年", Kind::CalendarYear, 0, "2019" );
  row( "平成31年", Kind::CalendarYear, 0, "2019" );
  row( "平成31年(令和元年)", Kind::CalendarYear, 0, "2019" );
  row( "H21年", Kind::CalendarYear, 0, "2009" );
  row( "CY2009", Kind::CalendarYear, 0, "2009" );
  row( "2009", Kind::UndefinedYear, 0, "2009" );
  row( "２００９", Kind::UndefinedYear, 0, "2009" );
  row( "2009-04", Kind::Month, 2009, "2009-04" );
  row( "2009-03", Kind::Month, 2008, "2009-03" );
  row( "2009/4", Kind::Month, 2009, "2009-04" );
  row( "2009.4", Kind::Month, 2009, "2009-04" );
  row( "2009.01", Kind::Month, 2008, "2009-01" );
  row( "2009.10", Kind::Month, 2009, "2009-10" );
  row( "200904", Kind::Month, 2009, "2009-04" );
  row( "2009年4月", Kind::Month, 2009, "2009-04" );
  row( "平成22年3月末", Kind::Month, 2009, "2010-03" );
  row( "平成22年3月末日現在", Kind::Month, 2009, "2010-03" );
  row( "平成22年3月", Kind::Month, 2009, "2010-03" );
  row( "H22.1", Kind::Month, 2009, "2010-01" );
  row( "平成31年4月", Kind::Month, 2019, "2019-04" );
  row( "令和元年5月", Kind::Month, 2019, "2019-05" );
  row( "平成元年1月", Kind::Month, 1988, "1989-01" );
  row( "昭和64年1月", Kind::Month, 1988, "1989-01" );
  row( "2010-03-31", Kind::Date, 2009, "2010-03-31" );
  row( "2010-04-01", Kind::Date, 2010, "2010-04-01" );
  row( "2009/4/1", Kind::Date, 2009, "2009-04-01" );
  row( "２００９／４／１", Kind::Date, 2009, "2009-04-01" );
  row( "2009.4.1", Kind::Date, 2009, "2009-04-01" );
  row( "20090401", Kind::Date, 2009, "2009-04-01" );
  row( "2009/4/1 0:00", Kind::Date, 2009, "2009-04-01" );
  row( "2009/04/01 00:00:00", Kind::Date, 2009, "2009-04-01" );
  row( "2009-04-01T00:00:00Z", Kind::Date, 2009, "2009-04-01" );
  row( "2009年4月1日", Kind::Date, 2009, "2009-04-01" );
  row( "2009年4月1日(水)", Kind::Date, 2009, "2009-04-01" );
  row( "平成21年4月1日", Kind::Date, 2009, "2009-04-01" );
  row( "平成２１年　４月　１日", Kind::Date, 2009, "2009-04-01" );
  row( "平成二十一年四月一日", Kind::Date, 2009, "2009-04-01" );
  row( "平成21年4月1日現在", Kind::Date, 2009, "2009-04-01" );
  row( "2009/4/1時点", Kind::Date, 2009, "2009-04-01" );
  row( "H21.4.1", Kind::Date, 2009, "2009-04-01" );
  row( "H21/4/1", Kind::Date, 2009, "2009-04-01" );
  row( "昭和64年1月7日", Kind::Date, 1988, "1989-01-07" );
  row( "平成元年1月8日", Kind::Date, 1988, "1989-01-08" );
  row( "平成31年4月30日", Kind::Date, 2019, "2019-04-30" );
  row( "令和元年5月1日", Kind::Date, 2019, "2019-05-01" );
  row( "大正15年12月25日", Kind::Date, 1926, "1926-12-25" );
  row( "昭和元年12月25日", Kind::Date, 1926, "1926-12-25" );
  row( "2008-02-29", Kind::Date, 2007, "2008-02-29" );
}

void TestCaFiscalDate::readsDates()
{
  QFETCH( QString, text );
  const CaFiscalDate date = CaFiscalDate::parse( text );
  QCOMPARE( date.problem, QString() );
  QTEST( date.kind, "kind" );
  QTEST( date.fiscalYear, "fiscalYear" );
  QString asIso = QString::number( date.year );
  if ( date.month )
    asIso += QStringLiteral( "-%1" ).arg( date.month, 2, 10, QLatin1Char( '0' ) );
  if ( date.day )
    asIso += QStringLiteral( "-%1" ).arg( date.day, 2, 10, QLatin1Char( '0' ) );
  QTEST( asIso, "asIso" );
}

void TestCaFiscalDate::yearsWithoutEraTakeTheGivenOne()
{
  CaFiscalDateOptions options;
  options.defaultEra = QStringLiteral( "平成" );
  QCOMPARE( CaFiscalDate::parse( "２１年度", options ).fiscalYear, 2009 );
  QCOMPARE( CaFiscalDate::parse( "21", options ).fiscalYear, 2009 );
  QCOMPARE( CaFiscalDate::parse( "21.4.1", options ).fiscalYear, 2009 );
  QVERIFY( CaFiscalDate::parse( "21年", options ).kind == Kind::CalendarYear );
  QCOMPARE( CaFiscalDate::parse( "2009年度", options ).fiscalYear, 2009 ); // four digits need none
  options.defaultEra = QStringLiteral( "慶応" );
  QVERIFY( !CaFiscalDate::parse( "2年度", options ).ok() );
}

void TestCaFiscalDate::bareYearsAreFiscalIfTold()
{
  CaFiscalDateOptions options;
  options.bareYearIsFiscal = true;
  const CaFiscalDate date = CaFiscalDate::parse( "2009", options );
  QVERIFY( date.kind == Kind::FiscalYear );
  QCOMPARE( date.fiscalYear, 2009 );
  QVERIFY( CaFiscalDate::parse( "2009年", options ).kind == Kind::CalendarYear );
}

void TestCaFiscalDate::excelsDaysOnlyIfTold()
{
  QVERIFY( !CaFiscalDate::parse( "39904" ).ok() );
  CaFiscalDateOptions options;
  options.excelSerial = true;
  const CaFiscalDate date = CaFiscalDate::parse( "39904", options );
  QVERIFY( date.kind == Kind::Date );
  QCOMPARE( QDate( date.year, date.month, date.day ), QDate( 2009, 4, 1 ) );
  QCOMPARE( date.fiscalYear, 2009 );
  QCOMPARE( CaFiscalDate::parse( "39903", options ).fiscalYear, 2008 );
  QVERIFY( !CaFiscalDate::parse( "99999", options ).ok() ); // in 2173
}

void TestCaFiscalDate::calendarYearsSaySo()
{
  const CaFiscalDate date = CaFiscalDate::parse( "2009年" );
  QVERIFY2( date.note.contains( QLatin1String( "FY2008" ) ) && date.note.contains( QLatin1String( "FY2009" ) ), qPrintable( date.note ) );
  QCOMPARE( CaFiscalDate::parse( "2009" ).candidates, ( QStringList{ "2009年度", "2009年" } ) );
}

void TestCaFiscalDate::plannedYearsAreNoted()
{
  QVERIFY( CaFiscalDate::parse( "平成31年度" ).note.isEmpty() ); // April 2019 was in 平成
  const CaFiscalDate planned = CaFiscalDate::parse( "平成32年度" );
  QVERIFY2( planned.note.contains( QLatin1String( "2019-04-30" ) ) && planned.note.contains( QLatin1String( "FY2020" ) ),
            qPrintable( planned.note ) );
  QVERIFY( !CaFiscalDate::parse( "昭和64年度" ).note.isEmpty() );
  QVERIFY( CaFiscalDate::parse( "平成61年度" ).ok() );
  QVERIFY( !CaFiscalDate::parse( "平成62年度" ).ok() );
}

void TestCaFiscalDate::everyDayLiesInItsFiscalYear()
{
  for ( QDate day( 1926, 12, 26 ); day < QDate( 2030, 1, 1 ); day = day.addDays( 1 ) )
  {
    const int fiscalYear = CaFiscalDate::fiscalYearOf( day );
    QVERIFY( CaFiscalDate::firstDay( fiscalYear ) <= day && day <= CaFiscalDate::lastDay( fiscalYear ) );
    const QString era = day < QDate( 1989, 1, 8 )   ? QStringLiteral( "昭和" )
                        : day < QDate( 2019, 5, 1 ) ? QStringLiteral( "平成" )
                                                    : QStringLiteral( "令和" );
    const int firstYear = day < QDate( 1989, 1, 8 ) ? 1926 : day < QDate( 2019, 5, 1 ) ? 1989 : 2019;
    const QString text =
        QStringLiteral( "%1%2年%3月%4日" ).arg( era ).arg( day.year() - firstYear + 1 ).arg( day.month() ).arg( day.day() );
    for ( const QString &written : { day.toString( Qt::ISODate ), day.toString( QStringLiteral( "yyyy/M/d" ) ),
                                     day.toString( QStringLiteral( "yyyyMMdd" ) ), text } )
    {
      const CaFiscalDate date = CaFiscalDate::parse( written );
      QVERIFY2( date.kind == Kind::Date && QDate( date.year, date.month, date.day ) == day && date.fiscalYear == fiscalYear,
                qPrintable( written ) );
    }
  }
}

QTEST_GUILESS_MAIN( TestCaFiscalDate )
#include "testcafiscaldate.moc"
