// SPDX-License-Identifier: GPL-2.0-or-later
#include "cacsvtable.h"
#include "capackproblems.h"
#include "caunits.h"

#include <QTemporaryFile>
#include <QtTest>

//! Units and their spellings.
class TestCaUnits : public QObject
{
  Q_OBJECT

private slots:
  void refusesBadTables_data();
  void refusesBadTables();
  void findsSpellings_data();
  void findsSpellings();
  void knowsEveryUnitOfTheMetrics();
  void convertsWithinABaseOnly();
};

void TestCaUnits::refusesBadTables_data()
{
  QTest::addColumn<QString>( "lines" );
  QTest::addColumn<QString>( "place" );
  QTest::newRow( "factor no power of ten" ) << "dozen,dozen,12,ダース,dozen,ダース"
                                            << ":2:factor";
  QTest::newRow( "factor below one" ) << "sen,yen,0.01,銭,sen,銭"
                                      << ":2:factor";
  QTest::newRow( "no code" ) << ",yen,1,円,yen,円"
                             << ":2:code";
  QTest::newRow( "no base" ) << "yen,,1,円,yen,円"
                             << ":2:code";
  QTest::newRow( "code twice" ) << "yen,yen,1,円,yen,円\nyen,yen,10,円,yen,圓"
                                << ":3:code";
  QTest::newRow( "spelling twice" ) << "yen,yen,1,円,yen,円\nyuan,yuan,1,元,yuan,円"
                                    << ":3:spellings";
  QTest::newRow( "too few fields" ) << "yen,yen"
                                    << ":2";
}

void TestCaUnits::refusesBadTables()
{
  QFETCH( QString, lines );
  QFETCH( QString, place );
  QTemporaryFile file;
  QVERIFY( file.open() );
  file.write( ( "code,base,factor,name_ja,name_en,spellings\n" + lines + "\n" ).toUtf8() );
  file.close();
  QString error;
  QVERIFY( !CaUnits::load( file.fileName(), &error ) );
  QVERIFY2( error.contains( file.fileName() + place ), qPrintable( error ) );
}

void TestCaUnits::findsSpellings_data()
{
  QTest::addColumn<QString>( "text" );
  QTest::addColumn<QString>( "code" );
  QTest::newRow( "none" ) << ""
                          << "";
  QTest::newRow( "no unit" ) << "企業数"
                             << "";
  QTest::newRow( "more than a unit" ) << "百万円等"
                                      << "";
  QTest::newRow( "yen" ) << "円"
                         << "yen";
  QTest::newRow( "million yen" ) << "百万円"
                                 << "million_yen";
  QTest::newRow( "100万円" ) << "１００万円"
                             << "million_yen";
  QTest::newRow( "in brackets" ) << "（千円）"
                                 << "thousand_yen";
  QTest::newRow( "in square brackets" ) << "[億円]"
                                        << "oku_yen";
  QTest::newRow( "labelled" ) << "単位：百万円"
                              << "million_yen";
  QTest::newRow( "labelled, in brackets" ) << "（単位 ： 社）"
                                           << "firms";
  QTest::newRow( "in English" ) << "(Unit: million yen)"
                                << "million_yen";
  QTest::newRow( "percent" ) << "％"
                             << "percent";
}

void TestCaUnits::findsSpellings()
{
  QFETCH( QString, text );
  const CaUnit *unit = CaUnits::builtIn().find( text );
  QTEST( unit ? unit->code : QString(), "code" );
}

void TestCaUnits::knowsEveryUnitOfTheMetrics()
{
  CaPackProblems problems;
  const CaCsvTable metrics =
      CaCsvTable::read( QStringLiteral( CA_SOURCE_DIR "/data/metrics.csv" ), QStringLiteral( "metrics.csv" ), problems );
  QVERIFY( metrics.size() > 0 );
  for ( int row = 0; row < metrics.size(); ++row )
  {
    const QString unit = metrics.value( row, QStringLiteral( "unit" ) );
    QVERIFY2( CaUnits::builtIn().unit( unit ), qPrintable( unit ) );
    // What the metric's own name of its unit says can be converted to it.
    const CaUnit *written = CaUnits::builtIn().find( metrics.value( row, QStringLiteral( "unit_ja" ) ) );
    QVERIFY2( written && CaUnits::builtIn().zerosBetween( written->code, unit ) == 0,
              qPrintable( metrics.value( row, QStringLiteral( "unit_ja" ) ) ) );
  }
}

void TestCaUnits::convertsWithinABaseOnly()
{
  const CaUnits &units = CaUnits::builtIn();
  QCOMPARE( units.zerosBetween( "million_yen", "oku_yen" ).value_or( 99 ), -2 );
  QCOMPARE( units.zerosBetween( "cho_yen", "yen" ).value_or( 99 ), 12 );
  QVERIFY( !units.zerosBetween( "firms", "persons" ) );
  QVERIFY( !units.zerosBetween( "firms", "nonsense" ) );
}

QTEST_GUILESS_MAIN( TestCaUnits )
#include "testcaunits.moc"
