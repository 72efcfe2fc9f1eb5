// SPDX-License-Identifier: GPL-2.0-or-later
#include "cafilename.h"
#include "catest.h"

//! Names of files that every system takes.
class TestCaFileName : public QObject
{
  Q_OBJECT

private slots:
  void safe_data();
  void safe();
  void longNamesAreCutBetweenCharacters();
};

void TestCaFileName::safe_data()
{
  QTest::addColumn<QString>( "title" );
  QTest::addColumn<QString>( "name" );
  QTest::newRow( "plain" ) << QStringLiteral( "関西バイオ" ) << QStringLiteral( "関西バイオ" );
  QTest::newRow( "separators" ) << QStringLiteral( "A/B\\C" ) << QStringLiteral( "A_B_C" );
  QTest::newRow( "a way out of the folder" ) << QStringLiteral( "../../etc" ) << QStringLiteral( "_.._etc" );
  QTest::newRow( "marks of Windows" ) << QStringLiteral( "a:b*c?d\"e<f>g|h" ) << QStringLiteral( "a_b_c_d_e_f_g_h" );
  QTest::newRow( "line break" ) << QStringLiteral( "a\nb" ) << QStringLiteral( "a_b" );
  QTest::newRow( "dots and blanks at the ends" ) << QStringLiteral( " .a b. " ) << QStringLiteral( "a b" );
  QTest::newRow( "device of Windows" ) << QStringLiteral( "con" ) << QStringLiteral( "_con" );
  QTest::newRow( "device with a suffix" ) << QStringLiteral( "LPT1.pdf" ) << QStringLiteral( "_LPT1.pdf" );
  QTest::newRow( "no device" ) << QStringLiteral( "console" ) << QStringLiteral( "console" );
  QTest::newRow( "nothing" ) << QString() << QStringLiteral( "_" );
  QTest::newRow( "only dots" ) << QStringLiteral( "..." ) << QStringLiteral( "_" );
}

void TestCaFileName::safe()
{
  QFETCH( QString, title );
  QTEST( CaFileName::safe( title ), "name" );
}

void TestCaFileName::longNamesAreCutBetweenCharacters()
{
  // Each takes four bytes, as a surrogate pair in Qt's strings.
  const QString name = CaFileName::safe( QStringLiteral( "𠮷" ).repeated( 100 ) );
  QVERIFY( name.toUtf8().size() <= CaFileName::MOST_BYTES );
  QCOMPARE( name, QStringLiteral( "𠮷" ).repeated( CaFileName::MOST_BYTES / 4 ) );
  QVERIFY( !CaFileName::safe( QString( 199, 'a' ) + QStringLiteral( "関" ) ).contains( QStringLiteral( "関" ) ) );
}

CA_TEST_MAIN( TestCaFileName )
#include "testcafilename.moc"
