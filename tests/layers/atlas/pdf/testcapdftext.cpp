// SPDX-License-Identifier: GPL-2.0-or-later
#include "capdftext.h"
#include "catest.h"

//! What a user relies on: what is printed can be searched for.
class TestCaPdfText : public QObject
{
  Q_OBJECT

private slots:
  void brokenMapsAreRead_data();
  void brokenMapsAreRead();
  void meansWhatIsRead_data();
  void meansWhatIsRead();
  void readsWhatQtWrites();
  void readsWhatItWrites();
};

void TestCaPdfText::brokenMapsAreRead_data()
{
  QTest::addColumn<QByteArray>( "map" );
  QTest::newRow( "empty" ) << QByteArray();
  QTest::newRow( "cut off in a range" ) << QByteArray( "1 beginbfrange <0001> <0002>" );
  QTest::newRow( "cut off in a list" ) << QByteArray( "1 beginbfrange <0001> <0002> [ " );
  QTest::newRow( "cut off in a character" ) << QByteArray( "1 beginbfchar <0001>" );
  QTest::newRow( "no hexadecimal" ) << QByteArray( "1 beginbfchar <zz> <0041> endbfchar" );
  QTest::newRow( "codes that are too long" ) << QByteArray( "1 beginbfrange <0000> <FFFFFFFF> <0041> endbfrange" );
  QTest::newRow( "not a map" ) << QByteArray( "\x89PNG<<[[>>]<" );
}

void TestCaPdfText::brokenMapsAreRead()
{
  QFETCH( QByteArray, map );
  for ( const QString &text : CaPdfText::read( map ) )
    QVERIFY( text.isEmpty() );
}

void TestCaPdfText::meansWhatIsRead_data()
{
  QTest::addColumn<QString>( "found" );
  QTest::addColumn<bool>( "fullWidth" );
  QTest::addColumn<QString>( "meant" );
  const QString east = QString( QChar( 0x6771 ) );
  QTest::newRow( "ideograph" ) << east << true << east;
  QTest::newRow( "latin" ) << "A" << false << "A";
  QTest::newRow( "西" ) << QString( QChar( 0x2EC4 ) ) << true << QString( QChar( 0x897F ) );
  QTest::newRow( "青" ) << QString( QChar( 0x2ED8 ) ) << true << QString( QChar( 0x9752 ) );
  QTest::newRow( "大" ) << QString( QChar( 0x2F24 ) ) << true << QString( QChar( 0x5927 ) );
  QTest::newRow( "首" ) << QString( QChar( 0x2FB8 ) ) << true << QString( QChar( 0x9996 ) );
  QTest::newRow( "小" ) << QString( QChar( 0x2F29 ) ) << true << QString( QChar( 0x5C0F ) );
  QTest::newRow( "行" ) << QString( QChar( 0x2F8F ) ) << true << QString( QChar( 0x884C ) );
  // Not 戶: the glyph of a Japanese font is that of 神戸 and 八戸.
  QTest::newRow( "戸" ) << QString( QChar( 0x2F3E ) ) << true << QString( QChar( 0x6238 ) );
  QTest::newRow( "last radical" ) << QString( QChar( 0x2FD5 ) ) << true << QString( QChar( 0x9FA0 ) );
  QTest::newRow( "ligature" ) << QString( QChar( 0xFB03 ) ) << false << "ffi";
  QTest::newRow( "compatibility ideograph" ) << QString( QChar( 0xFA26 ) ) << true << QString( QChar( 0x90FD ) );
  QTest::newRow( "unified, though among the compatibility ideographs" ) << QString( QChar( 0xFA11 ) ) << true << QString( QChar( 0xFA11 ) );
  QTest::newRow( "space" ) << "\t" << false << " ";
  QTest::newRow( "dash between years" ) << QString( QChar( 0x2012 ) ) << false << QString( QChar( 0x2013 ) );
  QTest::newRow( "middle dot" ) << QString( QChar( 0x2027 ) ) << true << QString( QChar( 0x30FB ) );
  QTest::newRow( "hyphenation point" ) << QString( QChar( 0x2027 ) ) << false << QString( QChar( 0x2027 ) );
  QTest::newRow( "full-width forms stay" ) << QString( QChar( 0xFF21 ) ) << true << QString( QChar( 0xFF21 ) );
  QTest::newRow( "circled number" ) << QString( QChar( 0x2460 ) ) << true << QString( QChar( 0x2460 ) );
  QTest::newRow( "not known" ) << QString( QChar( 0 ) ) << true << QString();
  QTest::newRow( "beyond the first plane" ) << QString::fromUcs4( U"𠮷" ) << true << QString::fromUcs4( U"𠮷" );
}

void TestCaPdfText::meansWhatIsRead()
{
  QFETCH( QString, found );
  QFETCH( bool, fullWidth );
  QFETCH( QString, meant );
  QCOMPARE( CaPdfText::meant( found, fullWidth ), meant );
}

void TestCaPdfText::readsWhatQtWrites()
{
  const CaPdfText::Codes codes = CaPdfText::read( "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
                                                  "3 beginbfrange\n<0000> <0000> <0000>\n<0001> <0003> [<0048> <006F> <FB03> ]\n"
                                                  "<00FE> <0101> <3042>\nendbfrange\nendcmap\n" );
  QCOMPARE( codes.size(), 8 );
  QCOMPARE( codes.value( 0 ), QString( QChar( 0 ) ) );
  QCOMPARE( codes.value( 2 ), QStringLiteral( "o" ) );
  QCOMPARE( codes.value( 3 ), QString( QChar( 0xFB03 ) ) );
  QCOMPARE( codes.value( 0x101 ), QString( QChar( 0x3045 ) ) );
}

void TestCaPdfText::readsWhatItWrites()
{
  CaPdfText::Codes codes;
  for ( int code = 1; code <= 250; ++code )
    codes.insert( code * 7, QString( QChar( 0x4E00 + code ) ) );
  codes.insert( 3, QStringLiteral( "ffi" ) );
  codes.insert( 0xFFFF, QString::fromUcs4( U"𠮷" ) );
  CaPdfText::Codes withUnknown = codes;
  withUnknown.insert( 0, QString() );
  const QByteArray map = CaPdfText::written( withUnknown );
  QCOMPARE( CaPdfText::read( map ), codes );
  QVERIFY( map.contains( "<0003> <006600660069>" ) );
  QVERIFY( map.contains( "100 beginbfchar" ) && map.contains( "52 beginbfchar" ) );
}

CA_TEST_MAIN( TestCaPdfText )
#include "testcapdftext.moc"
