// SPDX-License-Identifier: GPL-2.0-or-later
#include "catest.h"
#include "sheetfiles.h"

#include <qgsfeedback.h>

#include <QTemporaryDir>

using namespace SheetFiles;

//! CSV files as bureaus publish them, and as no one should.
class TestCaCsvSource : public QObject
{
  Q_OBJECT

private slots:
  void refuses_data();
  void refuses();
  void limits_data();
  void limits();
  void changedWhileRead();
  void openElsewhere();
  void cancelled();
  void tokens_data();
  void tokens();
  void encodings_data();
  void encodings();
  void charactersOfWindows();
  void plainAsciiForAWhile();
  void delimiters_data();
  void delimiters();
  void longRowsCrossChunks();
  void badByteAtTheEndOfAChunk();
  void rewinds();
  void addresses();

private:
  QString file( const QByteArray &bytes, const QString &name = QStringLiteral( "集計.csv" ) )
  {
    return write( mFolder.filePath( name ), bytes );
  }
  QTemporaryDir mFolder;
};

void TestCaCsvSource::refuses_data()
{
  QTest::addColumn<QByteArray>( "bytes" );
  QTest::addColumn<QString>( "encoding" );
  QTest::addColumn<QStringList>( "says" );
  const QString text = QStringLiteral( "コード,名称\n01,北海道\n" );
  QTest::newRow( "empty" ) << QByteArray() << QString() << QStringList{ "集計.csv", "empty" };
  QTest::newRow( "unknown encoding" ) << QByteArray( "a,b\n" ) << "KOI8-R" << QStringList{ "KOI8-R", "CP932" };
  QTest::newRow( "UTF-8 as CP932" ) << text.toUtf8() << "CP932" << QStringList{ "集計.csv", "UTF-8" };
  QTest::newRow( "CP932 as UTF-8" ) << encoded( text, "CP932" ) << "UTF-8" << QStringList{ "CP932" };
  QTest::newRow( "CP932 as EUC-JP" ) << encoded( text, "CP932" ) << "EUC-JP" << QStringList{ "CP932" };
  QTest::newRow( "EUC-JP as CP932" ) << encoded( text, "EUC-JP" ) << "CP932" << QStringList{ "EUC-JP" };
  QTest::newRow( "UTF-16 as UTF-8" ) << QByteArray( "\xFF\xFE" ) + encoded( text, "UTF-16LE" ) << "UTF-8" << QStringList{ "UTF-16LE" };
  // Byte 16 from 0, line 2: 01,<bad>
  QTest::newRow( "bad byte" ) << encoded( "コード,名称\n01,", "CP932" ) + "\xFF\xFF\n"
                              << QString() << QStringList{ "B2", "byte 15 ", "line 2", "CP932" };
  QTest::newRow( "cut character" ) << encoded( "コード,名称\n01,", "CP932" ) + "\x96"
                                   << "CP932" << QStringList{ "B2", "byte 15 ", "line 2" };
  QTest::newRow( "bad byte in quotes" ) << encoded( "コード,名称\r\n\"01\r\n", "CP932" ) + "\xFF\xFF\"\n"
                                        << "CP932" << QStringList{ "A2", "line 3" };
  QTest::newRow( "NUL" ) << QByteArray( "a,b\n1,\0x\n", 9 ) << "UTF-8" << QStringList{ "B2", "NUL" };
  QTest::newRow( "NUL in quotes" ) << QByteArray( "a,b\n1,\"\0x\"\n", 11 ) << "UTF-8" << QStringList{ "B2", "NUL" };
  QTest::newRow( "open quote" ) << QByteArray( "a,b\n1,\"x\n2,y\n" ) << QString() << QStringList{ "B2", "quote" };
  QTest::newRow( "text after quote" ) << QByteArray( "a,b\n\"1\"x,2\n" ) << QString() << QStringList{ "A2", "quote" };
  QTest::newRow( "a zip called csv" ) << QByteArray( "PK\x03\x04 and no more" ) << QString() << QStringList{ "集計.csv", "damaged" };
}

void TestCaCsvSource::refuses()
{
  QFETCH( QByteArray, bytes );
  QFETCH( QString, encoding );
  QFETCH( QStringList, says );
  CaTableOptions options;
  options.encoding = encoding;
  const Read read = readSheet( file( bytes ), 0, options );
  QVERIFY( !read.error.isEmpty() );
  for ( const QString &word : says )
    QVERIFY2( read.error.contains( word ), qPrintable( read.error ) );
}

void TestCaCsvSource::limits_data()
{
  QTest::addColumn<QByteArray>( "bytes" );
  QTest::addColumn<QString>( "cell" );
  QTest::newRow( "long cell" ) << QByteArray( "a,b\n1,2\n1," ) + QByteArray( 1001, 'x' ) + "\n"
                               << "B3";
  QTest::newRow( "long cell over chunks" ) << QByteArray( "a,b\n1,2\n1," ) + QByteArray( 3000000, 'x' ) + "\n"
                                           << "B3";
  QTest::newRow( "long quoted cell" ) << QByteArray( "a,b\n1,2\n1,\"" ) + QByteArray( 3000000, 'x' ) + "\"\n"
                                      << "B3";
  QTest::newRow( "columns" ) << QByteArray( "a,b\n" ) + QByteArray( 1000000, ',' ) + "\n"
                             << "T2";
  QTest::newRow( "long row" ) << QByteArray( "a,b\n" ) + QByteArray( QByteArray( 900, 'x' ) + "," ).repeated( 12 ) + "\n"
                              << "L2";
  QTest::newRow( "rows" ) << QByteArray( "a,b\n" ).repeated( 101 ) << "A101";
}

void TestCaCsvSource::limits()
{
  QFETCH( QByteArray, bytes );
  QFETCH( QString, cell );
  CaTableOptions options;
  options.limits.cellLength = 1000;
  options.limits.rowLength = 10000;
  options.limits.columns = 19;
  options.limits.rows = 100;
  const Read read = readSheet( file( bytes ), 0, options );
  QVERIFY2( read.error.contains( "集計.csv, cell " + cell + ":" ), qPrintable( read.error ) );
}

void TestCaCsvSource::changedWhileRead()
{
  const QString fileName = file( "a,b\n1,2\n" );
  QString error;
  const std::unique_ptr<CaTableSource> source = CaTableSource::open( fileName, {}, nullptr, &error );
  QVERIFY( source && source->openSheet( 0, &error ) );
  CaTableRow row;
  QCOMPARE( source->next( row, &error ), CaRead::Row );
  QFile other( fileName );
  QVERIFY( other.open( QIODevice::Append ) );
  other.write( "3,4\n" );
  other.close();
  CaRead read = CaRead::Row;
  while ( read == CaRead::Row )
    read = source->next( row, &error );
  QCOMPARE( read, CaRead::Failed );
  QVERIFY2( error.contains( "changed" ) && error.contains( fileName ), qPrintable( error ) );
}

void TestCaCsvSource::openElsewhere()
{
  const QString fileName = file( "a,b\n1,2\n", "open.csv" );
  write( mFolder.filePath( ".~lock.open.csv#" ), "x" );
  const Read read = readSheet( fileName );
  QVERIFY2( read.error.contains( "another program" ) && read.error.contains( ".~lock.open.csv#" ), qPrintable( read.error ) );
}

void TestCaCsvSource::cancelled()
{
  QgsFeedback feedback;
  QString error;
  const std::unique_ptr<CaTableSource> source = CaTableSource::open( file( "a,b\n1,2\n" ), {}, &feedback, &error );
  QVERIFY( source && source->openSheet( 0, &error ) );
  CaTableRow row;
  QCOMPARE( source->next( row, &error ), CaRead::Row );
  feedback.cancel();
  QCOMPARE( source->next( row, &error ), CaRead::Failed );
  QVERIFY2( error.contains( "cancelled" ), qPrintable( error ) );
}

void TestCaCsvSource::tokens_data()
{
  QTest::addColumn<QByteArray>( "bytes" );
  QTest::addColumn<QStringList>( "cells" );
  QTest::newRow( "LF" ) << QByteArray( "a,b\n1,2\n" ) << QStringList{ "A1=a", "B1=b", "A2=1", "B2=2" };
  QTest::newRow( "CR LF" ) << QByteArray( "a,b\r\n1,2\r\n" ) << QStringList{ "A1=a", "B1=b", "A2=1", "B2=2" };
  QTest::newRow( "CR" ) << QByteArray( "a,b\r1,2\r" ) << QStringList{ "A1=a", "B1=b", "A2=1", "B2=2" };
  QTest::newRow( "no end of line" ) << QByteArray( "a,b\n1,2" ) << QStringList{ "A1=a", "B1=b", "A2=1", "B2=2" };
  QTest::newRow( "blank line keeps addresses" ) << QByteArray( "\n\na,b\n" ) << QStringList{ "A3=a", "B3=b" };
  QTest::newRow( "blank cells" ) << QByteArray( ",,c,,e,\n" ) << QStringList{ "C1=c", "E1=e" };
  QTest::newRow( "thousands" ) << QByteArray( "x,\"1,234\",\"△12\"\n" ) << QStringList{ "A1=x", "B1=1,234", "C1=△12" };
  QTest::newRow( "doubled quotes" ) << QByteArray( "\"a\"\"b\",\"\"\"\",\"\"\n" ) << QStringList{ "A1=a\"b", "B1=\"" };
  QTest::newRow( "quote inside bare cell" ) << QByteArray( "5\" disk,x\n" ) << QStringList{ "A1=5\" disk", "B1=x" };
  QTest::newRow( "line in quotes is one row" ) << QByteArray( "\"a\r\nb\",c\nd,e\n" ) << QStringList{ "A1=a\r\nb", "B1=c", "A2=d", "B2=e" };
  QTest::newRow( "space after quote" ) << QByteArray( "\"a\" ,b\n" ) << QStringList{ "A1=a", "B1=b" };
  QTest::newRow( "kept zero" ) << QByteArray( "=\"01\",x\n" ) << QStringList{ "A1=01", "B1=x" };
  QTest::newRow( "formula is text" ) << QByteArray( "=1+1,x,\"=cmd|' /C calc'!A0\",@SUM(A1)\n" )
                                     << QStringList{ "A1==1+1", "B1=x", "C1==cmd|' /C calc'!A0", "D1=@SUM(A1)" };
  QTest::newRow( "spaces are blank" ) << QByteArray( " ,x,\"\xE3\x80\x80\"\n" ) << QStringList{ "B1=x" };
}

void TestCaCsvSource::tokens()
{
  QFETCH( QByteArray, bytes );
  QFETCH( QStringList, cells );
  CaTableOptions options;
  options.delimiter = QLatin1Char( ',' );
  const Read read = readSheet( file( bytes ), 0, options );
  QCOMPARE( read.error, QString() );
  QCOMPARE( read.cells, cells );
}

void TestCaCsvSource::encodings_data()
{
  QTest::addColumn<QString>( "encoding" );
  QTest::addColumn<QByteArray>( "mark" );
  QTest::newRow( "UTF-8" ) << "UTF-8" << QByteArray();
  QTest::newRow( "UTF-8 with mark" ) << "UTF-8" << QByteArray( "\xEF\xBB\xBF" );
  QTest::newRow( "CP932" ) << "CP932" << QByteArray();
  QTest::newRow( "EUC-JP" ) << "EUC-JP" << QByteArray();
  QTest::newRow( "UTF-16LE" ) << "UTF-16LE" << QByteArray( "\xFF\xFE" );
  QTest::newRow( "UTF-16BE" ) << "UTF-16BE" << QByteArray( "\xFE\xFF" );
  QTest::newRow( "UTF-16LE without mark" ) << "UTF-16LE" << QByteArray();
  QTest::newRow( "UTF-16BE without mark" ) << "UTF-16BE" << QByteArray();
}

void TestCaCsvSource::encodings()
{
  QFETCH( QString, encoding );
  QFETCH( QByteArray, mark );
  const QString text =
      QStringLiteral( "コード,プロジェクト名,企業数\r\n01,ＴＯＨＯＫＵものづくりコリドー,\"1,234\"\r\n02,髙崎①㈱〜,ｶﾅ\r\n" );
  const Read read = readSheet( file( mark + encoded( text, encoding ) ) );
  QCOMPARE( read.error, QString() );
  QCOMPARE( read.encoding, encoding );
  QCOMPARE( read.cells.size(), 9 );
  QCOMPARE( read.cells.at( 0 ), QStringLiteral( "A1=コード" ) );
  QCOMPARE( read.cells.at( 4 ), QStringLiteral( "B2=ＴＯＨＯＫＵものづくりコリドー" ) );
  QVERIFY2( read.cells.at( 7 ).startsWith( QStringLiteral( "B3=髙崎①㈱" ) ), qPrintable( read.cells.at( 7 ) ) );
}

void TestCaCsvSource::charactersOfWindows()
{
  // 髙 ① ㈱ 〜 － ― as Windows writes them.
  const QByteArray bytes( "x,\xFB\xFC,\x87\x40,\x87\x8A,\x81\x60,\x81\x7C,\x81\x5C\n" );
  CaTableOptions options;
  options.encoding = QStringLiteral( "CP932" );
  const Read read = readSheet( file( bytes ), 0, options );
  QCOMPARE( read.error, QString() );
  QCOMPARE( read.cells.mid( 1 ), ( QStringList{ "B1=髙", "C1=①", "D1=㈱", "E1=～", "F1=－", "G1=―" } ) );
}

void TestCaCsvSource::plainAsciiForAWhile()
{
  const QByteArray ascii = QByteArray( "01,1234\n" ).repeated( 100000 );
  Read read = readSheet( file( ascii + encoded( "02,備考\n", "CP932" ) ) );
  QCOMPARE( read.error, QString() );
  QCOMPARE( read.encoding, QStringLiteral( "CP932" ) );
  QCOMPARE( read.cells.last(), QStringLiteral( "B100001=備考" ) );
  read = readSheet( file( ascii ) );
  QCOMPARE( read.error, QString() );
  QCOMPARE( read.encoding, QStringLiteral( "UTF-8" ) );
}

void TestCaCsvSource::delimiters_data()
{
  QTest::addColumn<QByteArray>( "bytes" );
  QTest::addColumn<QString>( "name" );
  QTest::addColumn<QChar>( "delimiter" );
  QTest::newRow( "comma" ) << QByteArray( "title; of the table\na,b\n1,2\n" ) << "a.csv" << QChar( ',' );
  QTest::newRow( "tab" ) << QByteArray( "a\tb\n1\t1,234\n2\t5,678\n" ) << "a.csv" << QChar( '\t' );
  QTest::newRow( "semicolon" ) << QByteArray( "a;b;c\n1,5;2,5;x\n" ) << "a.csv" << QChar( ';' );
  QTest::newRow( "commas in quotes" ) << QByteArray( "a;b\n\"1,2,3\";2\n\"1,2,3\";2\n" ) << "a.csv" << QChar( ';' );
  QTest::newRow( "one column" ) << QByteArray( "a\nb\n" ) << "a.csv" << QChar( ',' );
  QTest::newRow( "one column of a tsv" ) << QByteArray( "a\nb\n" ) << "a.TSV" << QChar( '\t' );
}

void TestCaCsvSource::delimiters()
{
  QFETCH( QByteArray, bytes );
  QFETCH( QString, name );
  QFETCH( QChar, delimiter );
  const Read read = readSheet( file( bytes, name ) );
  QCOMPARE( read.error, QString() );
  QCOMPARE( read.delimiter, delimiter );
}

void TestCaCsvSource::longRowsCrossChunks()
{
  // Rows of odd lengths, so that chunks end inside characters, quotes and line ends.
  QString text;
  QStringList expected;
  for ( int i = 1; i <= 30000; ++i )
  {
    const QString name = QStringLiteral( "北海道" ).repeated( i % 7 ) + QString::number( i );
    text += QStringLiteral( "\"%1 \"\"x\"\"\r\n\",%2\r\n" ).arg( name ).arg( i );
    expected << QStringLiteral( "A%1=%2 \"x\"\r\n" ).arg( i ).arg( name ) << QStringLiteral( "B%1=%1" ).arg( i );
  }
  for ( const QString encoding : { "CP932", "UTF-8", "EUC-JP", "UTF-16LE" } )
  {
    for ( const int chunk : { 1 << 18, 1000, 7 } )
    {
      CaTableOptions options;
      options.chunk = chunk;
      const Read read = readSheet( file( encoded( text, encoding ) ), 0, options );
      QCOMPARE( read.error, QString() );
      QCOMPARE( read.cells, expected );
    }
  }
}

void TestCaCsvSource::badByteAtTheEndOfAChunk()
{
  // Half of a pair, D8 3D, is followed by 00 41: found by fuzzcsv. Wherever a piece ends, it is the same byte.
  const QString fileName = file( QByteArray( "\x00"
                                             "a\x00,"
                                             "\xD8\x3D\x00"
                                             "A\x00\n",
                                             10 ) );
  for ( int chunk = 1; chunk <= 11; ++chunk )
  {
    CaTableOptions options;
    options.encoding = QStringLiteral( "UTF-16BE" );
    options.chunk = chunk;
    const Read read = readSheet( fileName, 0, options );
    QVERIFY2( read.error.contains( "byte 4 " ) && read.error.contains( "cell B1" ), qPrintable( read.error ) );
  }
}

void TestCaCsvSource::rewinds()
{
  QString error;
  const std::unique_ptr<CaTableSource> source = CaTableSource::open( file( "\xEF\xBB\xBF"
                                                                           "a,b\n1,2\n" ),
                                                                     {}, nullptr, &error );
  QVERIFY( source );
  for ( int i = 0; i < 2; ++i )
  {
    QVERIFY( source->openSheet( 0, &error ) );
    CaTableRow row;
    QCOMPARE( source->next( row, &error ), CaRead::Row );
    QCOMPARE( cellsOf( row ), ( QStringList{ "A1=a", "B1=b" } ) );
  }
  QVERIFY( !source->openSheet( 1, &error ) );
}

void TestCaCsvSource::addresses()
{
  QCOMPARE( CaTableSource::address( 0, 1 ), QStringLiteral( "A1" ) );
  QCOMPARE( CaTableSource::address( 25, 12 ), QStringLiteral( "Z12" ) );
  QCOMPARE( CaTableSource::address( 26, 12 ), QStringLiteral( "AA12" ) );
  QCOMPARE( CaTableSource::address( 16383, 1048576 ), QStringLiteral( "XFD1048576" ) );
  QCOMPARE( CaTableSource::cellAt( u"XFD1048576" ), std::make_pair( 16383, 1048576 ) );
  QCOMPARE( CaTableSource::cellAt( u"$C$12" ), std::make_pair( 2, 12 ) );
  for ( const char *bad : { "", "A", "12", "1A", "a1", "A1B", "A-1", "ZZZZZZZZZZZZ1", "A99999999999999" } )
    QCOMPARE( CaTableSource::cellAt( QString( bad ) ).second, 0 );
}

CA_TEST_MAIN( TestCaCsvSource )
#include "testcacsvsource.moc"
