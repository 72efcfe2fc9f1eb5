// SPDX-License-Identifier: GPL-2.0-or-later
#include "cacsvtable.h"
#include "capackproblems.h"

#include <QTest>

class TestCaCsvTable : public QObject
{
  Q_OBJECT

private slots:
  void brokenTextIsReportedWithItsLine_data();
  void brokenTextIsReportedWithItsLine();
  void missingFileIsAProblem();
  void fieldsAreRead();
  void rowsKnowTheLineOnWhichTheyStart();
  void lastLineNeedsNoEnd();
};

void TestCaCsvTable::brokenTextIsReportedWithItsLine_data()
{
  QTest::addColumn<QByteArray>( "text" );
  QTest::addColumn<QString>( "problem" );
  QTest::newRow( "empty file" ) << QByteArray() << QStringLiteral( "t.csv: is empty" );
  QTest::newRow( "byte order mark" ) << QByteArray( "\xEF\xBB\xBF"
                                                    "a,b\n1,2\n" )
                                     << QStringLiteral( "t.csv:1: starts with a byte order mark" );
  QTest::newRow( "Shift_JIS" ) << QByteArray( "a,b\n1,2\n\x93\x8C\x8B\x9E,3\n" ) << QStringLiteral( "t.csv:3: is not UTF-8" );
  QTest::newRow( "cut UTF-8" ) << QByteArray( "a,b\n1,\xE6\x9D\n" ) << QStringLiteral( "t.csv:2: is not UTF-8" );
  QTest::newRow( "NUL" ) << QByteArray( "a,b\n1,\0\n", 8 ) << QStringLiteral( "t.csv:2: has a NUL byte" );
  QTest::newRow( "too few fields" ) << QByteArray( "a,b\n1,2\n3\n" ) << QStringLiteral( "t.csv:3: has 1 fields, the header has 2" );
  QTest::newRow( "too many fields" ) << QByteArray( "a,b\n1,2,3\n" ) << QStringLiteral( "t.csv:2: has 3 fields, the header has 2" );
  QTest::newRow( "empty line" ) << QByteArray( "a,b\n\n1,2\n" ) << QStringLiteral( "t.csv:2: is an empty line" );
  QTest::newRow( "duplicated header" ) << QByteArray( "a,b,a\n1,2,3\n" ) << QStringLiteral( "t.csv:1:a: is in the header twice" );
  QTest::newRow( "unnamed column" ) << QByteArray( "a,\n1,2\n" ) << QStringLiteral( "t.csv:1: column 2 of the header has no name" );
  QTest::newRow( "unterminated quote" ) << QByteArray( "a,b\n1,2\n3,\"four\n5,6\n" )
                                        << QStringLiteral( "t.csv:3: opens a quote that is never closed" );
  QTest::newRow( "text after a quote" ) << QByteArray( "a,b\n1,\"2\"3\n" ) << QStringLiteral( "t.csv:2: has text after a closing quote" );
  QTest::newRow( "quote inside a field" ) << QByteArray( "a,b\n1,2\"3\n" ) << QStringLiteral( "t.csv:2: has a quote inside a field" );
  QTest::newRow( "lone carriage return" ) << QByteArray( "a,b\r1,2\n" )
                                          << QStringLiteral( "t.csv:1: has a carriage return that ends no line" );
}

void TestCaCsvTable::brokenTextIsReportedWithItsLine()
{
  QFETCH( QByteArray, text );
  QFETCH( QString, problem );
  CaPackProblems problems;
  CaCsvTable::parse( text, QStringLiteral( "t.csv" ), problems );
  QCOMPARE( problems.lines().size(), 1 );
  QVERIFY2( problems.lines().first().startsWith( problem ), qPrintable( problems.lines().first() ) );
}

void TestCaCsvTable::missingFileIsAProblem()
{
  CaPackProblems problems;
  const CaCsvTable table = CaCsvTable::read( QStringLiteral( "/nonexistent/t.csv" ), QStringLiteral( "t.csv" ), problems );
  QCOMPARE( table.size(), 0 );
  QCOMPARE( problems.lines().size(), 1 );
  QVERIFY( problems.lines().first().startsWith( QLatin1String( "t.csv: cannot be read" ) ) );
}

void TestCaCsvTable::fieldsAreRead()
{
  CaPackProblems problems;
  const CaCsvTable table =
      CaCsvTable::parse( "a,b,c\r\n01,\"x, \"\"y\"\"\nz\",\r\n \xE6\x9D\xB1\xE4\xBA\xAC ,\"\",2\n", QStringLiteral( "t.csv" ), problems );
  QVERIFY( problems.isEmpty() );
  QCOMPARE( table.columns(), ( QStringList{ QStringLiteral( "a" ), QStringLiteral( "b" ), QStringLiteral( "c" ) } ) );
  QCOMPARE( table.size(), 2 );
  QCOMPARE( table.value( 0, QStringLiteral( "a" ) ), QStringLiteral( "01" ) );
  QCOMPARE( table.value( 0, QStringLiteral( "b" ) ), QStringLiteral( "x, \"y\"\nz" ) );
  QCOMPARE( table.value( 0, QStringLiteral( "c" ) ), QString() );
  QCOMPARE( table.value( 1, QStringLiteral( "a" ) ).size(), 4 ); // spaces are kept for the checks to find
  QCOMPARE( table.value( 1, QStringLiteral( "nothing" ) ), QString() );
}

void TestCaCsvTable::rowsKnowTheLineOnWhichTheyStart()
{
  CaPackProblems problems;
  const CaCsvTable table = CaCsvTable::parse( "a\n\"one\ntwo\"\nthree\n", QStringLiteral( "t.csv" ), problems );
  QCOMPARE( table.size(), 2 );
  QCOMPARE( table.line( 0 ), 2 );
  QCOMPARE( table.line( 1 ), 4 );
}

void TestCaCsvTable::lastLineNeedsNoEnd()
{
  CaPackProblems problems;
  const CaCsvTable table = CaCsvTable::parse( "a,b\n1,", QStringLiteral( "t.csv" ), problems );
  QVERIFY( problems.isEmpty() );
  QCOMPARE( table.size(), 1 );
}

QTEST_GUILESS_MAIN( TestCaCsvTable )
#include "testcacsvtable.moc"
