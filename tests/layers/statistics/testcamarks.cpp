// SPDX-License-Identifier: GPL-2.0-or-later
#include "camarks.h"

#include <QTemporaryFile>
#include <QtTest>

Q_DECLARE_METATYPE( CaFlag )

//! Marks that stand where no number is.
class TestCaMarks : public QObject
{
  Q_OBJECT

private slots:
  void missingTableIsNamed();
  void refusesBadTables_data();
  void refusesBadTables();
  void readsMarks_data();
  void readsMarks();
  void userCanReplaceTheTable();
  void numbersAreNoMarks_data();
  void numbersAreNoMarks();
};

void TestCaMarks::missingTableIsNamed()
{
  QString error;
  QVERIFY( !CaMarks::load( QStringLiteral( "/nowhere/marks.csv" ), &error ) );
  QVERIFY2( error.contains( QLatin1String( "/nowhere/marks.csv" ) ), qPrintable( error ) );
}

void TestCaMarks::refusesBadTables_data()
{
  QTest::addColumn<QByteArray>( "table" );
  QTest::addColumn<QString>( "place" );
  QTest::newRow( "empty" ) << QByteArray() << ":";
  QTest::newRow( "no column flag" ) << QByteArray( "mark,note_ja\nx,a\n" ) << ":1:flag";
  QTest::newRow( "no column mark" ) << QByteArray( "marks,flag\nx,zero\n" ) << ":1:mark";
  QTest::newRow( "unknown flag" ) << QByteArray( "mark,flag\n-,zero\nx,secret\n" ) << ":3:flag";
  QTest::newRow( "no flag" ) << QByteArray( "mark,flag\nx,\n" ) << ":2:flag";
  QTest::newRow( "0 is a number" ) << QByteArray( "mark,flag\n0,zero\n" ) << ":2:mark";
  QTest::newRow( "0.0 is a number" ) << QByteArray( "mark,flag\n0.0,zero\n" ) << ":2:mark";
  QTest::newRow( "full-width 0 is a number" ) << QByteArray( "mark,flag\n０,zero\n" ) << ":2:mark";
  QTest::newRow( "minus one is a number" ) << QByteArray( "mark,flag\n-1,not_available\n" ) << ":2:mark";
  QTest::newRow( "begins with a digit" ) << QByteArray( "mark,flag\n9x,suppressed\n" ) << ":2:mark";
  QTest::newRow( "twice" ) << QByteArray( "mark,flag\nx,suppressed\nＸ,zero\n" ) << ":3:mark";
  QTest::newRow( "not UTF-8" ) << QByteArray( "mark,flag\n\x94\xe9,suppressed\n" ) << ":2";
  QTest::newRow( "too many fields" ) << QByteArray( "mark,flag\nx,suppressed,1\n" ) << ":2";
  QTest::newRow( "quote not closed" ) << QByteArray( "mark,flag\n\"x,suppressed\n" ) << ":2";
}

void TestCaMarks::refusesBadTables()
{
  QFETCH( QByteArray, table );
  QFETCH( QString, place );
  QTemporaryFile file;
  QVERIFY( file.open() );
  file.write( table );
  file.close();
  QString error;
  QVERIFY( !CaMarks::load( file.fileName(), &error ) );
  QVERIFY2( error.contains( file.fileName() + place ), qPrintable( error ) );
}

void TestCaMarks::readsMarks_data()
{
  QTest::addColumn<QString>( "text" );
  QTest::addColumn<CaFlag>( "flag" );
  auto rows = []( CaFlag flag, const QStringList &marks )
  {
    for ( const QString &mark : marks )
      QTest::newRow( qPrintable( mark ) ) << mark << flag;
  };
  rows( CaFlag::Zero, { "-", "－", " - ", "　－　", "‐", "‑", "–", "—", "―", "−", "ー", "ｰ", "─", "皆無", "なし" } );
  rows( CaFlag::NotAvailable, { "…", "...", "．．．", "・・・", "･･･", "‥", "不詳", "不明", "未集計", "未調査", "集計不能", "", " ", "　",
                                "\t", "\n", "\u00A0" } );
  rows( CaFlag::Suppressed, { "***", "＊＊＊", "x", "X", "ｘ", "Ｘ", " x ", "χ", "Χ", "×", "秘", "秘匿", "非公表" } );
  rows( CaFlag::NotApplicable, { "n/a", "N/A", "Ｎ／Ａ", "該当なし", "該当無し", "対象外", "・", "･" } );
}

void TestCaMarks::readsMarks()
{
  QFETCH( QString, text );
  const std::optional<CaFlag> flag = CaMarks::builtIn().flag( text );
  QVERIFY( flag );
  QTEST( *flag, "flag" );
}

void TestCaMarks::userCanReplaceTheTable()
{
  QTemporaryFile file;
  QVERIFY( file.open() );
  file.write( "mark,flag\n*,suppressed\n-,not_available\n" );
  file.close();
  QString error;
  const std::optional<CaMarks> marks = CaMarks::load( file.fileName(), &error );
  QVERIFY2( marks, qPrintable( error ) );
  QVERIFY( marks->flag( "＊" ) == CaFlag::Suppressed );
  QVERIFY( marks->flag( "－" ) == CaFlag::NotAvailable );
  QVERIFY( !marks->flag( "x" ) );
  QVERIFY( !marks->flag( "" ) );
}

void TestCaMarks::numbersAreNoMarks_data()
{
  QTest::addColumn<QString>( "text" );
  for ( const char *text : { "0", "0.0", "０", "12", "-12", "△12", "1,234", "x12", "12x", "abc", "**", "*", "----", "--", "n", "該当" } )
    QTest::newRow( text ) << QString::fromUtf8( text );
}

void TestCaMarks::numbersAreNoMarks()
{
  QFETCH( QString, text );
  QVERIFY( !CaMarks::builtIn().flag( text ) );
}

QTEST_GUILESS_MAIN( TestCaMarks )
#include "testcamarks.moc"
