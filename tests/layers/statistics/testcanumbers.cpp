// SPDX-License-Identifier: GPL-2.0-or-later
#include "canumbers.h"

#include <QElapsedTimer>
#include <QtTest>

#include <cmath>

Q_DECLARE_METATYPE( CaQualifier )

//! Cells as they are found in published sheets.
class TestCaNumbers : public QObject
{
  Q_OBJECT

private slots:
  void refusesWhatIsNoNumber_data();
  void refusesWhatIsNoNumber();
  void refusesUnitsThatDoNotFit_data();
  void refusesUnitsThatDoNotFit();
  void readsNumbers_data();
  void readsNumbers();
  void convertsToTheMetricsUnit_data();
  void convertsToTheMetricsUnit();
  void readsBackWhatWasWritten();
  void readsAMillionCellsInTime();
};

void TestCaNumbers::refusesWhatIsNoNumber_data()
{
  QTest::addColumn<QString>( "text" );
  const QStringList texts{
    "",
    " ",
    "　",
    "abc",
    "12abc",
    "12 34",
    "1.2.3",
    "1-2",
    "1/2",
    "½",
    "1,23",
    "1,2345",
    ",123",
    "1,,234",
    "1234,567",
    "0,123",
    "12,34,567",
    "1，23",
    "1.234,5",
    "1'234",
    "1、234",
    "1．2．3",
    "12.",
    ".",
    "-",
    "△",
    "--12",
    "△△12",
    "12-",
    "(△12)",
    "-(12)",
    "(12",
    "12)",
    "()",
    "約",
    "約100以上",
    "10～20",
    "10〜20",
    "10-20社",
    "2009/4/1",
    "2009-04-01",
    "平成21年",
    "007",
    "01000",
    "１２①",
    "12①",
    "12²",
    "12*",
    "*12",
    "12注",
    "12※",
    "1.2E+05",
    "1E3",
    "1e",
    "1e+",
    "1e99999",
    "12345678901234567890",
    "１２３４５６７８９０１２３４５６",
    "三百社",
    "1億2億円",
    "1億12345万円",
    "1.5億2000万円",
    "1万5億円",
    "3社5人",
    "12社社",
    "¥12円",
    "$12",
    "0x1F",
    "NaN",
    "inf",
    "nan",
    "∞",
    "#REF!",
    "#DIV/0!",
    "=1+1",
    "<b>1</b>",
    "%1",
    "x",
    "…",
    "12pp",
    "pr12",
    "p",
    "p約r1",
    "１２，３４",
  };
  for ( const QString &text : texts )
    QTest::newRow( qPrintable( text ) ) << text;
  QTest::newRow( "very long" ) << QString( 100000, QLatin1Char( '1' ) );
  QTest::newRow( "NUL inside" ) << QString( "1" ) + QChar( 0 ) + QString( "2" );
}

void TestCaNumbers::refusesWhatIsNoNumber()
{
  QFETCH( QString, text );
  const CaParsedNumber number = CaNumbers::parse( text );
  QVERIFY2( !number.value, qPrintable( QString::number( number.value.value_or( 0 ) ) ) );
  QVERIFY( !number.problem.isEmpty() );
  const QString shown = text.simplified().left( 40 );
  QVERIFY2( text.trimmed().isEmpty() || number.problem.contains( shown ), qPrintable( number.problem ) );
  QVERIFY( number.problem.size() < 300 );
}

void TestCaNumbers::refusesUnitsThatDoNotFit_data()
{
  QTest::addColumn<QString>( "text" );
  QTest::addColumn<QString>( "unit" );
  QTest::addColumn<QString>( "headerUnit" );
  QTest::newRow( "persons are no firms" ) << "12人"
                                          << "firms"
                                          << "";
  QTest::newRow( "yen are no firms" ) << "12億円"
                                      << "firms"
                                      << "";
  QTest::newRow( "percent is no count" ) << "12％"
                                         << "firms"
                                         << "";
  QTest::newRow( "header says persons" ) << "12"
                                         << "firms"
                                         << "persons";
  QTest::newRow( "oku of what, in a column of thousands" ) << "3億"
                                                           << "oku_yen"
                                                           << "thousand_yen";
  QTest::newRow( "oku of oku" ) << "3億"
                                << "oku_yen"
                                << "";
  QTest::newRow( "header unit unknown" ) << "3"
                                         << "oku_yen"
                                         << "dollars";
}

void TestCaNumbers::refusesUnitsThatDoNotFit()
{
  QFETCH( QString, text );
  QFETCH( QString, unit );
  QFETCH( QString, headerUnit );
  const CaParsedNumber number = CaNumbers::parse( text, unit, headerUnit );
  QVERIFY( !number.value );
  QVERIFY2( number.problem.contains( text ), qPrintable( number.problem ) );
}

void TestCaNumbers::readsNumbers_data()
{
  QTest::addColumn<QString>( "text" );
  QTest::addColumn<double>( "value" );
  QTest::addColumn<CaQualifier>( "qualifier" );
  QTest::addColumn<QString>( "unit" );
  QTest::addColumn<double>( "factor" );
  auto row = []( const char *text, double value, CaQualifier qualifier = CaQualifier::Exact, const char *unit = "", double factor = 1 )
  {
    QTest::newRow( text ) << QString::fromUtf8( text ) << value << qualifier << QString::fromLatin1( unit ) << factor;
  };
  row( "0", 0 );
  row( "12", 12 );
  row( " 12 ", 12 );
  row( "　12　", 12 );
  row( "12\n", 12 );
  row( "１２３", 123 );
  row( "1２3", 123 );
  row( "1,234", 1234 );
  row( "１，２３４", 1234 );
  row( "1,234,567", 1234567 );
  row( "999999999999999", 999999999999999.0 );
  row( "12.5", 12.5 );
  row( "１２．５", 12.5 );
  row( "1,234.50", 1234.5 );
  row( "0.5", 0.5 );
  row( ".5", 0.5 );
  row( "0.0", 0 );
  row( "0.30000000000000004", 0.30000000000000004 );
  row( "1E-05", 0.00001 );
  row( "2.5e-3", 0.0025 );
  row( "1.25E+2", 125 );
  row( "-12", -12 );
  row( "－12", -12 );
  row( "−12", -12 );
  row( "–12", -12 );
  row( "‐12", -12 );
  row( "ー12", -12 );
  row( "△12", -12 );
  row( "△ 1,234", -1234 );
  row( "▲12.5", -12.5 );
  row( "△０", 0 );
  row( "+12", 12 );
  row( "＋１２", 12 );
  row( "(12)", -12 );
  row( "（１，２３４）", -1234 );
  row( "(12)社", -12, CaQualifier::Exact, "firms" );
  row( "(12社)", -12, CaQualifier::Exact, "firms" );
  row( "約100", 100, CaQualifier::Approximate );
  row( "約 1,200社", 1200, CaQualifier::Approximate, "firms" );
  row( "およそ５０", 50, CaQualifier::Approximate );
  row( "100程度", 100, CaQualifier::Approximate );
  row( "約100社程度", 100, CaQualifier::Approximate, "firms" );
  row( "100社強", 100, CaQualifier::Approximate, "firms" );
  row( "300社以上", 300, CaQualifier::AtLeast, "firms" );
  row( "300以上", 300, CaQualifier::AtLeast );
  row( "300余社", 300, CaQualifier::AtLeast, "firms" );
  row( "300社余り", 300, CaQualifier::AtLeast, "firms" );
  row( "100超", 100, CaQualifier::AtLeast );
  row( "10以下", 10, CaQualifier::AtMost );
  row( "10人未満", 10, CaQualifier::AtMost, "persons" );
  row( "p12", 12, CaQualifier::Preliminary );
  row( "12p", 12, CaQualifier::Preliminary );
  row( "p 1,234", 1234, CaQualifier::Preliminary );
  row( "ｐ12", 12, CaQualifier::Preliminary );
  row( "12r", 12, CaQualifier::Revised );
  row( "r△12.3", -12.3, CaQualifier::Revised );
  row( "12 persons", 12, CaQualifier::Exact, "persons" );
  row( "12 Firms", 12, CaQualifier::Exact, "firms" );
  row( "12.3%", 12.3, CaQualifier::Exact, "percent" );
  row( "△１２．３％", -12.3, CaQualifier::Exact, "percent" );
  row( "5校", 5, CaQualifier::Exact, "institutions" );
  row( "12機関・団体", 12, CaQualifier::Exact, "organisations" );
  row( "290団体", 290, CaQualifier::Exact, "organisations" );
  row( "320会員", 320, CaQualifier::Exact, "members" );
  row( "7件", 7, CaQualifier::Exact, "cases" );
  row( "500名", 500, CaQualifier::Exact, "persons" );
  row( "3億円", 3, CaQualifier::Exact, "oku_yen" );
  row( "12,345百万円", 12345, CaQualifier::Exact, "million_yen" );
  row( "1,000千円", 1000, CaQualifier::Exact, "thousand_yen" );
  row( "￥1,234", 1234, CaQualifier::Exact, "yen" );
  row( "¥ 500", 500, CaQualifier::Exact, "yen" );
  row( "1億2,345万円", 123450000, CaQualifier::Exact, "yen" );
  row( "約１億２，３４５万円", 123450000, CaQualifier::Approximate, "yen" );
  row( "1兆2,000億円", 1.2e12, CaQualifier::Exact, "yen" );
  row( "3万5千円", 35000, CaQualifier::Exact, "yen" );
  row( "1億5円", 100000005, CaQualifier::Exact, "yen" );
  row( "3.5万人", 35000, CaQualifier::Exact, "persons", 10000 );
  row( "4.35万社", 43500, CaQualifier::Exact, "firms", 10000 );
  row( "2千社", 2000, CaQualifier::Exact, "firms", 1000 );
  row( "1.005億", 100500000, CaQualifier::Exact, "", 1e8 );
  row( "△3.5万人以上", -35000, CaQualifier::AtLeast, "persons", 10000 );
}

void TestCaNumbers::readsNumbers()
{
  QFETCH( QString, text );
  const CaParsedNumber number = CaNumbers::parse( text );
  QCOMPARE( number.problem, QString() );
  QVERIFY( number.value );
  QTEST( *number.value, "value" );
  QVERIFY( *number.value != 0 || !std::signbit( *number.value ) );
  QTEST( number.qualifier, "qualifier" );
  QTEST( number.unit, "unit" );
  QTEST( number.factor, "factor" );
}

void TestCaNumbers::convertsToTheMetricsUnit_data()
{
  QTest::addColumn<QString>( "text" );
  QTest::addColumn<QString>( "unit" );
  QTest::addColumn<QString>( "headerUnit" );
  QTest::addColumn<double>( "value" );
  QTest::addColumn<double>( "factor" );
  QTest::newRow( "as it is" ) << "1,234"
                              << "firms"
                              << "" << 1234.0 << 1.0;
  QTest::newRow( "unit not in the table" ) << "12"
                                           << "hectares"
                                           << "" << 12.0 << 1.0;
  QTest::newRow( "same unit in the cell" ) << "12社"
                                           << "firms"
                                           << "" << 12.0 << 1.0;
  QTest::newRow( "header in million yen" ) << "12,345"
                                           << "oku_yen"
                                           << "million_yen" << 123.45 << 0.01;
  QTest::newRow( "header in thousand yen" ) << "4,350,000"
                                            << "oku_yen"
                                            << "thousand_yen" << 43.5 << 0.00001;
  QTest::newRow( "plain number, header in thousand yen" ) << "4350000"
                                                          << "oku_yen"
                                                          << "thousand_yen" << 43.5 << 0.00001;
  QTest::newRow( "cell says more than the header" ) << "3億円"
                                                    << "oku_yen"
                                                    << "thousand_yen" << 3.0 << 1.0;
  QTest::newRow( "compound" ) << "1億2,345万円"
                              << "oku_yen"
                              << "" << 1.2345 << 1e-8;
  QTest::newRow( "billions" ) << "1.1 billion yen"
                              << "oku_yen"
                              << "" << 11.0 << 10.0;
  QTest::newRow( "rounded once" ) << "1.005千円"
                                  << "yen"
                                  << "" << 1005.0 << 1000.0;
  QTest::newRow( "scale without unit" ) << "3.5万"
                                        << "persons"
                                        << "" << 35000.0 << 10000.0;
  QTest::newRow( "schools are institutions" ) << "5校"
                                              << "institutions"
                                              << "" << 5.0 << 1.0;
  QTest::newRow( "institutions are organisations" ) << "5機関"
                                                    << "organisations"
                                                    << "" << 5.0 << 1.0;
  QTest::newRow( "projects are counted in 件" ) << "18件"
                                                << "projects"
                                                << "" << 18.0 << 1.0;
  QTest::newRow( "percent" ) << "12.5％"
                             << "percent"
                             << "" << 12.5 << 1.0;
}

void TestCaNumbers::convertsToTheMetricsUnit()
{
  QFETCH( QString, text );
  QFETCH( QString, unit );
  QFETCH( QString, headerUnit );
  const CaParsedNumber number = CaNumbers::parse( text, unit, headerUnit );
  QCOMPARE( number.problem, QString() );
  QVERIFY( number.value );
  QTEST( *number.value, "value" );
  QCOMPARE( number.unit, unit );
  QTEST( number.factor, "factor" );
}

void TestCaNumbers::readsBackWhatWasWritten()
{
  // Whole numbers and hundredths of all sizes, written as Japanese sheets write them.
  QLocale grouped( QLocale::Japanese, QLocale::Japan );
  qint64 whole = 1;
  for ( int i = 0; i < 2000; ++i )
  {
    whole = ( whole * 31 + 7 ) % 1000000000000000LL;
    const qint64 number = whole % static_cast<qint64>( std::pow( 10.0, 1 + i % 15 ) );
    QString wide = grouped.toString( number );
    QCOMPARE( CaNumbers::parse( wide ).value.value_or( -1 ), static_cast<double>( number ) );
    for ( QChar &c : wide )
      c = QChar( c.unicode() + 0xFEE0 );
    QCOMPARE( CaNumbers::parse( wide ).value.value_or( -1 ), static_cast<double>( number ) );
    QCOMPARE( CaNumbers::parse( QStringLiteral( "△" ) + wide ).value.value_or( 1 ), -static_cast<double>( number ) );

    const double hundredths = static_cast<double>( number % 100000000000000LL ) / 100;
    QCOMPARE( CaNumbers::parse( QString::number( hundredths, 'f', 2 ) ).value.value_or( -1 ), hundredths );
  }
}

void TestCaNumbers::readsAMillionCellsInTime()
{
  const QStringList cells{ "12", "1234567", "0", "350" };
  QElapsedTimer timer;
  timer.start();
  double sum = 0;
  for ( int i = 0; i < 1000000; ++i )
    sum += CaNumbers::parse( cells.at( i % 4 ), QStringLiteral( "firms" ) ).value.value_or( 0 );
  qInfo( "a million plain numbers: %lld ms", timer.restart() );
  QCOMPARE( sum, 250000.0 * ( 12 + 1234567 + 350 ) );

  const QStringList grouped{ "1,234", "△1,234.5", "１，２３４", "300社" };
  sum = 0;
  for ( int i = 0; i < 1000000; ++i )
    sum += CaNumbers::parse( grouped.at( i % 4 ), QStringLiteral( "firms" ) ).value.value_or( 0 );
  qInfo( "a million numbers with separators, signs and units: %lld ms", timer.elapsed() );
  QCOMPARE( sum, 250000.0 * ( 1234 - 1234.5 + 1234 + 300 ) );
}

QTEST_GUILESS_MAIN( TestCaNumbers )
#include "testcanumbers.moc"
