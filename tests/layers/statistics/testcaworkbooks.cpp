// SPDX-License-Identifier: GPL-2.0-or-later
#include "catest.h"
#include "sheetfiles.h"

#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <qgsfeedback.h>

#include <QProcess>
#include <QTemporaryDir>

using namespace SheetFiles;

//! XLSX, ODS, XLS and DBF: addresses, kinds of cells and values are those that a person sees in the sheet.
class TestCaWorkbooks : public QObject
{
  Q_OBJECT

private slots:
  void refuses_data();
  void refuses();
  void zipBomb();
  void longText();
  void longTextOutsideCells();
  void columnsOfXlsx();
  void errorsNameTheCell_data();
  void errorsNameTheCell();
  void entitiesAreRefused();
  void twoSheetsWithOneName();
  void changedWhileRead();
  void cancelled();

  void cellsOfXlsx_data();
  void cellsOfXlsx();
  void emptyRowsAndColumnsKeepAddresses();
  void numbersAsShown_data();
  void numbersAsShown();
  void datesFrom1904();
  void sheetsOfXlsx();
  void mergedCellsOfXlsx();
  void xlsxWithPrefixes();

  void cellsOfOds();
  void mergedCellsOfOds();
  void passwordOfOds();
  void repeatedRowsOfOds();
  void writtenByGdal_data();
  void writtenByGdal();

  void encodingsOfDbf_data();
  void encodingsOfDbf();
  void wrongEncodingOfDbf();
  void kindsOfDbf();

  void writtenByOpenpyxl();
  void writtenByXlwt();
  void writtenByLibreOffice();

private:
  QString path( const QString &name ) { return mFolder.filePath( QString::number( ++mCount ) + name ); }
  QString xlsx( const QMap<QString, QByteArray> &parts ) { return writeZip( path( ".xlsx" ), parts ); }
  QString xlsx( const QByteArray &rows ) { return xlsx( Xlsx{ "<sheetData>" + rows + "</sheetData>" }.parts() ); }
  bool runPython( const QString &module, const QString &script, const QString &fileName );
  QTemporaryDir mFolder;
  int mCount = 0;
};

void TestCaWorkbooks::refuses_data()
{
  QTest::addColumn<QString>( "name" );
  QTest::addColumn<QByteArray>( "bytes" );
  QTest::addColumn<QString>( "says" );
  const QByteArray ole( "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" );
  const QString stream = QStringLiteral( "EncryptedPackage" );
  const QByteArray encrypted = ole + QByteArray( 3000, '\0' ) +
                               QByteArray( reinterpret_cast<const char *>( stream.utf16() ), 2 * stream.size() ) + QByteArray( 100, '\0' );
  QTest::newRow( "empty" ) << "a.xlsx" << QByteArray() << "empty";
  QTest::newRow( "password" ) << "a.xlsx" << encrypted << "password";
  QTest::newRow( "password, named xls" ) << "a.xls" << encrypted << "password";
  QTest::newRow( "broken xls" ) << "a.xls" << ole + QByteArray( 3000, 'x' ) << "damaged";
  QTest::newRow( "text named xlsx" ) << "a.xlsx" << QByteArray( "a,b\n1,2\n" ) << "no workbook";
  QTest::newRow( "HTML named xls" ) << "a.xls" << QByteArray( "<html><table>" ) << "no workbook";
  QTest::newRow( "broken zip" ) << "a.xlsx" << QByteArray( "PK\x03\x04" ) + QByteArray( 500, 'x' ) << "damaged";
  QTest::newRow( "broken zip named ods" ) << "a.ods" << QByteArray( "PK\x03\x04" ) + QByteArray( 500, 'x' ) << "damaged";
  QTest::newRow( "text named dbf" ) << "a.dbf" << QByteArray( "a,b\n1,2\n" ) << "DBF";
}

void TestCaWorkbooks::refuses()
{
  QFETCH( QString, name );
  QFETCH( QByteArray, bytes );
  QFETCH( QString, says );
  const QString fileName = write( path( name ), bytes );
  const Read read = readSheet( fileName );
  QVERIFY2( read.error.contains( says ) && read.error.contains( fileName ), qPrintable( read.error ) );
  QVERIFY( read.cells.isEmpty() );
}

void TestCaWorkbooks::zipBomb()
{
  const QByteArray rows = QByteArray( "<row><c t=\"inlineStr\"><is><t>0</t></is></c></row>" ).repeated( 100000 );
  const QString fileName = xlsx( rows );
  QVERIFY( QFileInfo( fileName ).size() < 100000 );
  CaTableOptions options;
  options.limits.unzipped = 1000000;
  const Read read = readSheet( fileName, 0, options );
  QVERIFY2( read.error.contains( "zip bomb" ) && read.error.contains( fileName ), qPrintable( read.error ) );
}

void TestCaWorkbooks::longText()
{
  CaTableOptions options;
  options.limits.cellLength = 100000;
  const QString fileName = xlsx( "<row r=\"3\"><c r=\"B3\"><v>1</v></c><c r=\"C3\" t=\"inlineStr\"><is><t>" + QByteArray( 50000000, 'x' ) +
                                 "</t></is></c></row>" );
  const Read read = readSheet( fileName, 0, options );
  QVERIFY2( read.error.contains( "longer than 100000" ) && read.error.contains( "集計" ), qPrintable( read.error ) );
  // A text just within what is unzipped, but too long for a cell, is told by its address.
  const Read shorter = readSheet(
      xlsx( "<row r=\"3\"><c r=\"C3\" t=\"inlineStr\"><is><t>" + QByteArray( 100001, 'x' ) + "</t></is></c></row>" ), 0, options );
  QVERIFY2( shorter.error.contains( "cell C3" ), qPrintable( shorter.error ) );
}

void TestCaWorkbooks::longTextOutsideCells()
{
  CaTableOptions options;
  options.limits.sharedText = 10000;
  Xlsx book{ "<sheetData/>" };
  book.sharedStrings = QByteArray( "<si><t>0123456789</t></si>" ).repeated( 1000 );
  const Read read = readSheet( xlsx( book.parts() ), 0, options );
  QVERIFY2( read.error.contains( "shared texts" ), qPrintable( read.error ) );
}

void TestCaWorkbooks::columnsOfXlsx()
{
  Read read = readSheet( xlsx( "<row r=\"2\"><c r=\"XFD2\"><v>1</v></c></row>" ) );
  QCOMPARE( read.cells, QStringList{ "XFD2=#1" } );
  read = readSheet( xlsx( "<row r=\"2\"><c r=\"XFE2\"><v>1</v></c></row>" ) );
  QVERIFY2( read.error.contains( "16384 columns" ) && read.error.contains( "集計" ), qPrintable( read.error ) );
}

void TestCaWorkbooks::errorsNameTheCell_data()
{
  QTest::addColumn<QByteArray>( "rows" );
  QTest::addColumn<QString>( "says" );
  QTest::newRow( "no such shared text" ) << QByteArray( "<row r=\"2\"><c r=\"B2\" t=\"s\"><v>99</v></c></row>" ) << "B2";
  QTest::newRow( "negative shared text" ) << QByteArray( "<row r=\"2\"><c r=\"B2\" t=\"s\"><v>-1</v></c></row>" ) << "B2";
  QTest::newRow( "cell of another row" ) << QByteArray( "<row r=\"2\"><c r=\"B3\"><v>1</v></c></row>" ) << "B3";
  QTest::newRow( "cells back to front" ) << QByteArray( "<row r=\"2\"><c r=\"B2\"><v>1</v></c><c r=\"A2\"><v>1</v></c></row>" ) << "A2";
  QTest::newRow( "rows back to front" ) << QByteArray( "<row r=\"2\"/><row r=\"1\"/>" ) << "row 1";
  QTest::newRow( "no address" ) << QByteArray( "<row r=\"2\"><c r=\"\xC3\xA9\"><v>1</v></c></row>" ) << "row 2";
  QTest::newRow( "cut off" ) << QByteArray( "<row r=\"2\"><c r=\"B2\"><v>1</v></c></sheetData><row" ) << "damaged";
  QTest::newRow( "not well-formed" ) << QByteArray( "<row r=\"2\"><c r=\"B2\"><v>1</c></row>" ) << "cell B2";
}

void TestCaWorkbooks::errorsNameTheCell()
{
  QFETCH( QByteArray, rows );
  QFETCH( QString, says );
  const QString fileName = xlsx( rows );
  const Read read = readSheet( fileName );
  QVERIFY2( read.error.contains( says ) && read.error.contains( fileName ), qPrintable( read.error ) );
}

void TestCaWorkbooks::entitiesAreRefused()
{
  QMap<QString, QByteArray> parts = Xlsx{ "<sheetData/>" }.parts();
  parts["xl/worksheets/sheet1.xml"] = "<?xml version=\"1.0\"?><!DOCTYPE w [<!ENTITY a \"xxxxxxxxxx\"><!ENTITY b "
                                      "\"&a;&a;&a;&a;&a;&a;&a;&a;\">]><worksheet><sheetData><row><c "
                                      "t=\"inlineStr\"><is><t>&b;</t></is></c></row></sheetData></worksheet>";
  const Read read = readSheet( xlsx( parts ) );
  QVERIFY2( read.error.contains( "document type" ), qPrintable( read.error ) );
  QVERIFY( read.cells.isEmpty() );
}

void TestCaWorkbooks::twoSheetsWithOneName()
{
  Xlsx book{ "<sheetData/>" };
  book.sheets = "<sheet name=\"Data\" sheetId=\"1\" r:id=\"rId1\"/><sheet name=\"DATA\" sheetId=\"2\" r:id=\"rId2\"/>";
  const QString fileName = xlsx( book.parts() );
  const Read read = readSheet( fileName );
  QVERIFY2( read.error.contains( "DATA" ) && read.error.contains( fileName ), qPrintable( read.error ) );
  const Read ods = readSheet( writeZip( path( ".ods" ), odsParts( "<table:table table:name=\"A\"/><table:table table:name=\"A\"/>" ) ) );
  QVERIFY2( ods.error.contains( "two sheets" ), qPrintable( ods.error ) );
}

void TestCaWorkbooks::changedWhileRead()
{
  const QString fileName = xlsx( "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>" );
  QString error;
  const std::unique_ptr<CaTableSource> source = CaTableSource::open( fileName, {}, nullptr, &error );
  QVERIFY2( source && source->openSheet( 0, &error ), qPrintable( error ) );
  CaTableRow row;
  QCOMPARE( source->next( row, &error ), CaRead::Row );
  QFile file( fileName );
  QVERIFY( file.open( QIODevice::Append ) );
  file.write( "x" );
  file.close();
  QCOMPARE( source->next( row, &error ), CaRead::Failed );
  QVERIFY2( error.contains( "changed" ), qPrintable( error ) );
}

void TestCaWorkbooks::cancelled()
{
  QgsFeedback feedback;
  feedback.cancel();
  QString error;
  const QString fileName = writeZip( path( ".ods" ), odsParts( "<table:table table:name=\"A\"/>" ) );
  QVERIFY( !CaTableSource::open( fileName, {}, &feedback, &error ) );
  QVERIFY2( error.contains( "cancelled" ), qPrintable( error ) );
}

void TestCaWorkbooks::cellsOfXlsx_data()
{
  QTest::addColumn<QByteArray>( "cell" );
  QTest::addColumn<QString>( "read" );
  QTest::newRow( "number" ) << QByteArray( "<c r=\"B2\"><v>1234</v></c>" ) << "B2=#1234";
  QTest::newRow( "number of a formula" ) << QByteArray( "<c r=\"B2\"><f>1+1</f><v>2</v></c>" ) << "B2=#2";
  QTest::newRow( "text of a formula" ) << QByteArray( "<c r=\"B2\" t=\"str\"><f>A1&amp;\"x\"</f><v>01x</v></c>" ) << "B2=01x";
  QTest::newRow( "empty text of a formula" ) << QByteArray( "<c r=\"B2\" t=\"str\"><f>A1</f><v></v></c>" ) << "";
  QTest::newRow( "formula never computed" ) << QByteArray( "<c r=\"B2\"><f>SUM(A1:A9)</f></c>" ) << "B2=!=?";
  QTest::newRow( "#REF!" ) << QByteArray( "<c r=\"B2\" t=\"e\"><f>#REF!</f><v>#REF!</v></c>" ) << "B2=!#REF!";
  QTest::newRow( "#DIV/0!" ) << QByteArray( "<c r=\"B2\" t=\"e\"><v>#DIV/0!</v></c>" ) << "B2=!#DIV/0!";
  QTest::newRow( "shared text" ) << QByteArray( "<c r=\"B2\" t=\"s\"><v>0</v></c>" ) << "B2=経済産業局";
  QTest::newRow( "rich text without furigana" ) << QByteArray( "<c r=\"B2\" t=\"s\"><v>1</v></c>" ) << "B2=府中市";
  QTest::newRow( "empty shared text" ) << QByteArray( "<c r=\"B2\" t=\"s\"><v>2</v></c>" ) << "";
  QTest::newRow( "inline text" ) << QByteArray(
                                        "<c r=\"B2\" t=\"inlineStr\"><is><r><t>1</t></r><r><t xml:space=\"preserve\"> 2</t></r></is></c>" )
                                 << "B2=1 2";
  QTest::newRow( "text like a formula" ) << QByteArray( "<c r=\"B2\" t=\"inlineStr\"><is><t>=HYPERLINK(\"http://x\")</t></is></c>" )
                                         << "B2==HYPERLINK(\"http://x\")";
  QTest::newRow( "code as text" ) << QByteArray( "<c r=\"B2\" t=\"inlineStr\"><is><t>01</t></is></c>" ) << "B2=01";
  QTest::newRow( "boolean" ) << QByteArray( "<c r=\"B2\" t=\"b\"><v>1</v></c>" ) << "B2=TRUE";
  QTest::newRow( "ISO date" ) << QByteArray( "<c r=\"B2\" t=\"d\"><v>2009-04-01</v></c>" ) << "B2=@2009-04-01";
  QTest::newRow( "blank" ) << QByteArray( "<c r=\"B2\" s=\"1\"/>" ) << "";
  QTest::newRow( "without addresses" ) << QByteArray( "<c/><c><v>7</v></c>" ) << "B2=#7";
}

void TestCaWorkbooks::cellsOfXlsx()
{
  QFETCH( QByteArray, cell );
  QFETCH( QString, read );
  Xlsx book{ "<sheetData><row r=\"2\">" + cell + "</row></sheetData>" };
  book.sharedStrings = "<si><t>経済産業局</t></si><si><r><t>府中</t></r><rPh sb=\"0\" "
                       "eb=\"2\"><t>フチュウ</t></rPh><r><rPr><b/></rPr><t>市</t></r><phoneticPr fontId=\"1\"/></si><si/>";
  const Read result = readSheet( xlsx( book.parts() ) );
  QCOMPARE( result.error, QString() );
  QCOMPARE( result.cells, read.isEmpty() ? QStringList() : QStringList{ read } );
}

void TestCaWorkbooks::emptyRowsAndColumnsKeepAddresses()
{
  const Read read =
      readSheet( xlsx( "<row r=\"4\"><c r=\"D4\"><v>1</v></c></row><row r=\"9\"/><row r=\"10\"><c r=\"C10\"><v>2</v></c></row>" ) );
  QCOMPARE( read.error, QString() );
  QCOMPARE( read.cells, ( QStringList{ "D4=#1", "C10=#2" } ) );
}

void TestCaWorkbooks::numbersAsShown_data()
{
  QTest::addColumn<QByteArray>( "format" );
  QTest::addColumn<QByteArray>( "value" );
  QTest::addColumn<QString>( "read" );
  QTest::newRow( "as saved" ) << QByteArray( "General" ) << QByteArray( "0.10000000000000001" ) << "#0.1";
  QTest::newRow( "large" ) << QByteArray( "General" ) << QByteArray( "1.2345E+11" ) << "#123450000000";
  QTest::newRow( "leading zeros" ) << QByteArray( "00000" ) << QByteArray( "1100" ) << "#01100";
  QTest::newRow( "thousands" ) << QByteArray( "#,##0" ) << QByteArray( "1234567" ) << "#1234567";
  QTest::newRow( "shown in thousands" ) << QByteArray( "#,##0," ) << QByteArray( "1234000" ) << "#1234";
  QTest::newRow( "shown in millions" ) << QByteArray( "#,##0,,&quot;百万円&quot;" ) << QByteArray( "5000000" ) << "#5";
  QTest::newRow( "negative with a triangle" ) << QByteArray( "#,##0;&quot;△ &quot;#,##0" ) << QByteArray( "-12" ) << "#-12";
  QTest::newRow( "percent" ) << QByteArray( "0.0%" ) << QByteArray( "0.125" ) << "#12.5%";
  QTest::newRow( "date made of 2009-04" ) << QByteArray( "mmm-yy" ) << QByteArray( "39904" ) << "@2009-04-01";
  QTest::newRow( "date made of 1-2" ) << QByteArray( "m&quot;月&quot;d&quot;日&quot;" ) << QByteArray( "40180" ) << "@2010-01-02";
  QTest::newRow( "Japanese date" ) << QByteArray( "[$-411]ggge&quot;年&quot;m&quot;月&quot;d&quot;日&quot;" ) << QByteArray( "39904" )
                                   << "@2009-04-01";
  QTest::newRow( "date and time" ) << QByteArray( "yyyy/m/d h:mm" ) << QByteArray( "39904.5" ) << "@2009-04-01T12:00:00";
  QTest::newRow( "before March 1900" ) << QByteArray( "yyyy/m/d" ) << QByteArray( "1" ) << "@1900-01-01";
  QTest::newRow( "March 1900" ) << QByteArray( "yyyy/m/d" ) << QByteArray( "61" ) << "@1900-03-01";
  QTest::newRow( "colour is no date" ) << QByteArray( "[Red]#,##0" ) << QByteArray( "5" ) << "#5";
  QTest::newRow( "no number" ) << QByteArray( "General" ) << QByteArray( "abc" ) << "abc";
  QTest::newRow( "infinite" ) << QByteArray( "General" ) << QByteArray( "1e999" ) << "1e999";
  QTest::newRow( "date out of range" ) << QByteArray( "yyyy/m/d" ) << QByteArray( "99999999999" ) << "@99999999999";
}

void TestCaWorkbooks::numbersAsShown()
{
  QFETCH( QByteArray, format );
  QFETCH( QByteArray, value );
  QFETCH( QString, read );
  Xlsx book{ "<sheetData><row r=\"1\"><c r=\"A1\" s=\"1\"><v>" + value + "</v></c></row></sheetData>" };
  book.styles =
      "<numFmts><numFmt numFmtId=\"164\" formatCode=\"" + format +
      "\"/></numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/></cellXfs>";
  const Read result = readSheet( xlsx( book.parts() ) );
  QCOMPARE( result.error, QString() );
  QCOMPARE( result.cells, QStringList{ "A1=" + read } );
}

void TestCaWorkbooks::datesFrom1904()
{
  Xlsx book{ "<sheetData><row r=\"1\"><c r=\"A1\" s=\"0\"><v>38442</v></c></row></sheetData>" };
  book.styles = "<cellXfs><xf numFmtId=\"57\"/></cellXfs>"; // built in, Japanese Excel
  book.bookProperties = "<workbookPr date1904=\"1\"/>";
  QCOMPARE( readSheet( xlsx( book.parts() ) ).cells, QStringList{ "A1=@2009-04-01" } );
}

void TestCaWorkbooks::sheetsOfXlsx()
{
  Xlsx book{ "<sheetData/>" };
  book.sheets = "<sheet name=\"集計\" sheetId=\"1\" r:id=\"rId1\"/><sheet name=\"裏\" sheetId=\"2\" state=\"veryHidden\" r:id=\"rId2\"/>";
  const QString fileName = xlsx( book.parts() );
  QString error;
  const std::unique_ptr<CaTableSource> source = CaTableSource::open( fileName, {}, nullptr, &error );
  QVERIFY2( source, qPrintable( error ) );
  QCOMPARE( source->sheets().size(), 2 );
  QCOMPARE( source->sheets().at( 1 ).name, QStringLiteral( "裏" ) );
  QVERIFY( !source->sheets().at( 0 ).isHidden );
  QVERIFY( source->sheets().at( 1 ).isHidden );
  QCOMPARE( readSheet( fileName, 1 ).cells, QStringList{ "A1=2" } );
}

void TestCaWorkbooks::mergedCellsOfXlsx()
{
  const QString fileName = xlsx(
      Xlsx{ "<sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>&lt;mergeCell ref=\"B1:B2\"/&gt;</t></is></c></row></sheetData>"
            "<mergeCells count=\"2\"><mergeCell ref=\"C3:D4\"/><mergeCell ref=\"A1:A2\"/></mergeCells>" }
          .parts() );
  QString error;
  const std::unique_ptr<CaTableSource> source = CaTableSource::open( fileName, {}, nullptr, &error );
  QVERIFY( source && source->openSheet( 0, &error ) );
  QVector<CaCellRange> ranges;
  QVERIFY2( source->readMergedRanges( ranges, &error ), qPrintable( error ) );
  QCOMPARE( ranges.size(), 2 );
  QCOMPARE( ranges.at( 0 ).firstColumn, 2 );
  QCOMPARE( ranges.at( 0 ).firstRow, 3 );
  QCOMPARE( ranges.at( 0 ).lastColumn, 3 );
  QCOMPARE( ranges.at( 0 ).lastRow, 4 );
  CaTableRow row;
  QCOMPARE( source->next( row, &error ), CaRead::Row ); // reading was not disturbed
}

void TestCaWorkbooks::xlsxWithPrefixes()
{
  QMap<QString, QByteArray> parts = Xlsx{ "<sheetData/>" }.parts();
  parts["xl/worksheets/sheet1.xml"] = "<x:worksheet "
                                      "xmlns:x=\"http://schemas.openxmlformats.org/spreadsheetml/2006/"
                                      "main\"><x:sheetData><x:row><x:c><x:v>5</x:v></x:c></x:row></x:sheetData></x:worksheet>";
  QCOMPARE( readSheet( xlsx( parts ) ).cells, QStringList{ "A1=#5" } );
}

void TestCaWorkbooks::cellsOfOds()
{
  const QByteArray table =
      "<table:table table:name=\"表\"><table:shapes><text:p>figure</text:p></table:shapes><table:table-column "
      "table:number-columns-repeated=\"9\"/>"
      "<table:table-row table:number-rows-repeated=\"2\"><table:table-cell table:number-columns-repeated=\"9\"/></table:table-row>"
      "<table:table-header-rows><table:table-row><table:table-cell table:number-columns-repeated=\"2\"/><table:table-cell "
      "office:value-type=\"string\"><office:annotation><text:p>comment</text:p></office:annotation>"
      "<text:p>府中<text:s "
      "text:c=\"2\"/><text:span>市</text:span></text:p><text:p><text:ruby><text:ruby-base>県</text:ruby-base><text:ruby-text>けん</"
      "text:ruby-text></text:ruby></text:p></table:table-cell>"
      "<table:table-cell table:number-columns-repeated=\"2\" office:value-type=\"float\" "
      "office:value=\"1234\"><text:p>1,234</text:p></table:table-cell></table:table-row></table:table-header-rows>"
      "<table:table-row><table:table-cell office:value-type=\"float\" office:value=\"1\"><text:p>01</text:p></table:table-cell>"
      "<table:table-cell office:value-type=\"float\" office:value=\"1234567\"><text:p>1,235</text:p></table:table-cell>"
      "<table:table-cell office:value-type=\"percentage\" office:value=\"0.125\"><text:p>13%</text:p></table:table-cell>"
      "<table:table-cell office:value-type=\"date\" office:date-value=\"2009-04-01\"><text:p>H21.4.1</text:p></table:table-cell>"
      "<table:table-cell table:formula=\"of:=[.A1]\" office:value-type=\"string\" office:string-value=\"\" "
      "calcext:value-type=\"error\"><text:p>#REF!</text:p></table:table-cell>"
      "<table:table-cell table:formula=\"of:=1/0\" office:value-type=\"float\" "
      "office:value=\"0\"><text:p>#DIV/0!</text:p></table:table-cell>"
      "<table:table-cell office:value-type=\"string\"><text:p>=1+1</text:p></table:table-cell>"
      "<table:table-cell office:value-type=\"float\" office:value=\"0.1\"><text:p>0</text:p></table:table-cell></table:table-row>"
      "<table:table-row table:number-rows-repeated=\"1048570\"><table:table-cell "
      "table:number-columns-repeated=\"16384\"/></table:table-row></table:table>";
  const Read read = readSheet( writeZip( path( ".ods" ), odsParts( table ) ) );
  QCOMPARE( read.error, QString() );
  QCOMPARE( read.cells, ( QStringList{ "C3=府中  市\n県", "D3=#1234", "E3=#1234", "A4=#01", "B4=#1234.567", "C4=#12.5%", "D4=@2009-04-01",
                                       "E4=!#REF!", "F4=!#DIV/0!", "G4==1+1", "H4=#0.1" } ) );
}

void TestCaWorkbooks::mergedCellsOfOds()
{
  const QByteArray first = "<table:table table:name=\"A\" table:style-name=\"hidden\"/>";
  const QByteArray second =
      "<table:table table:name=\"B\" table:style-name=\"shown\"><table:table-row><table:table-cell/><table:table-cell "
      "table:number-columns-spanned=\"2\" table:number-rows-spanned=\"3\" "
      "office:value-type=\"string\"><text:p>x</text:p></table:table-cell><table:covered-table-cell><text:p>below</text:p></"
      "table:covered-table-cell></table:table-row></table:table>";
  const QByteArray styles =
      "<style:style style:name=\"hidden\"><style:table-properties table:display=\"false\"/></style:style><style:style "
      "style:name=\"shown\"><style:table-properties table:display=\"true\"/></style:style>";
  const QString fileName = writeZip( path( ".ods" ), odsParts( first + second, styles ) );
  QString error;
  const std::unique_ptr<CaTableSource> source = CaTableSource::open( fileName, {}, nullptr, &error );
  QVERIFY2( source && source->openSheet( 1, &error ), qPrintable( error ) );
  QVERIFY( source->sheets().at( 0 ).isHidden );
  QVERIFY( !source->sheets().at( 1 ).isHidden );
  QVector<CaCellRange> ranges;
  QVERIFY( source->readMergedRanges( ranges, &error ) );
  QCOMPARE( ranges.size(), 1 );
  QCOMPARE( ranges.at( 0 ).firstColumn, 1 );
  QCOMPARE( ranges.at( 0 ).firstRow, 1 );
  QCOMPARE( ranges.at( 0 ).lastColumn, 2 );
  QCOMPARE( ranges.at( 0 ).lastRow, 3 );
  QCOMPARE( readSheet( fileName, 1 ).cells, QStringList{ "B1=x" } );
}

void TestCaWorkbooks::passwordOfOds()
{
  QMap<QString, QByteArray> parts = odsParts( QByteArray() );
  parts["META-INF/manifest.xml"] =
      "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\"><manifest:file-entry "
      "manifest:full-path=\"content.xml\"><manifest:encryption-data/></manifest:file-entry></manifest:manifest>";
  parts["content.xml"] = QByteArray( 200, '\x9c' );
  const Read read = readSheet( writeZip( path( ".ods" ), parts ) );
  QVERIFY2( read.error.contains( "password" ), qPrintable( read.error ) );
}

void TestCaWorkbooks::repeatedRowsOfOds()
{
  const QByteArray table =
      "<table:table table:name=\"A\"><table:table-row table:number-rows-repeated=\"3\"><table:table-cell office:value-type=\"float\" "
      "office:value=\"7\"/></table:table-row>"
      "<table:table-row><table:table-cell office:value-type=\"float\" office:value=\"8\"/></table:table-row></table:table>";
  QCOMPARE( readSheet( writeZip( path( ".ods" ), odsParts( table ) ) ).cells, ( QStringList{ "A1=#7", "A2=#7", "A3=#7", "A4=#8" } ) );
  CaTableOptions options;
  options.limits.rows = 1000;
  const QByteArray bomb = "<table:table table:name=\"A\"><table:table-row table:number-rows-repeated=\"99999999\"><table:table-cell "
                          "office:value-type=\"float\" office:value=\"7\"/></table:table-row></table:table>";
  const Read read = readSheet( writeZip( path( ".ods" ), odsParts( bomb ) ), 0, options );
  QVERIFY2( read.error.contains( "1000 rows" ), qPrintable( read.error ) );
}

void TestCaWorkbooks::writtenByGdal_data()
{
  QTest::addColumn<QString>( "driver" );
  QTest::addColumn<QString>( "suffix" );
  QTest::newRow( "XLSX" ) << "XLSX"
                          << ".xlsx";
  QTest::newRow( "ODS" ) << "ODS"
                         << ".ods";
}

void TestCaWorkbooks::writtenByGdal()
{
  QFETCH( QString, driver );
  QFETCH( QString, suffix );
  const QString fileName = path( suffix );
  {
    const GDALDatasetUniquePtr dataset( GetGDALDriverManager()
                                            ->GetDriverByName( driver.toUtf8().constData() )
                                            ->Create( fileName.toUtf8().constData(), 0, 0, 0, GDT_Unknown, nullptr ) );
    QVERIFY( dataset != nullptr );
    OGRLayer *layer = dataset->CreateLayer( "表 & <1>" );
    OGRFieldDefn code( "code", OFTString ), value( "企業数", OFTInteger ), day( "day", OFTDate );
    QCOMPARE( layer->CreateField( &code ), OGRERR_NONE );
    QCOMPARE( layer->CreateField( &value ), OGRERR_NONE );
    QCOMPARE( layer->CreateField( &day ), OGRERR_NONE );
    OGRFeature feature( layer->GetLayerDefn() );
    feature.SetField( 0, "01" );
    feature.SetField( 1, 1234 );
    feature.SetField( 2, 2009, 4, 1 );
    QCOMPARE( layer->CreateFeature( &feature ), OGRERR_NONE );
  }
  const Read read = readSheet( fileName );
  QCOMPARE( read.error, QString() );
  QCOMPARE( read.cells, ( QStringList{ "A1=code", "B1=企業数", "C1=day", "A2=01", "B2=#1234", "C2=@2009-04-01" } ) );
  QString error;
  QCOMPARE( CaTableSource::open( fileName, {}, nullptr, &error )->sheets().at( 0 ).name, QStringLiteral( "表 & <1>" ) );
}

namespace
{

//! Returns a DBF with fields NAME (text), N (number) and D (date), and a record for each of \a names, of which the second is deleted.
QByteArray dbf( const QVector<QByteArray> &names, char mark )
{
  const auto field = []( const char *name, char type, int length )
  {
    QByteArray bytes = QByteArray( name ).leftJustified( 11, '\0' ) + type + QByteArray( 4, '\0' ) + static_cast<char>( length );
    return bytes.leftJustified( 32, '\0' );
  };
  const QByteArray fields = field( "NAME", 'C', 20 ) + field( "N", 'N', 6 ) + field( "D", 'D', 8 ) + '\r';
  const int header = 32 + fields.size(), record = 1 + 20 + 6 + 8;
  QByteArray bytes( 32, '\0' );
  bytes[0] = 3;
  bytes[1] = 110;
  bytes[2] = bytes[3] = 1;
  bytes[4] = static_cast<char>( names.size() );
  bytes[8] = static_cast<char>( header );
  bytes[10] = static_cast<char>( record );
  bytes[29] = mark;
  bytes += fields;
  for ( int i = 0; i < names.size(); ++i )
    bytes += QByteArray( i == 1 ? "*" : " " ) + names.at( i ).leftJustified( 20, ' ' ) + "  1234" + "20090401";
  return bytes + '\x1a';
}

} // namespace

void TestCaWorkbooks::encodingsOfDbf_data()
{
  QTest::addColumn<QString>( "encoding" );
  QTest::addColumn<int>( "mark" );
  QTest::addColumn<QByteArray>( "cpg" );
  QTest::newRow( "CP932, mark 0x13" ) << "CP932" << 0x13 << QByteArray();
  QTest::newRow( "CP932, mark 0x7B" ) << "CP932" << 0x7B << QByteArray();
  QTest::newRow( "CP932, no mark" ) << "CP932" << 0 << QByteArray();
  QTest::newRow( "CP932, mark 0x57 of ANSI" ) << "CP932" << 0x57 << QByteArray();
  QTest::newRow( "CP932, cpg" ) << "CP932" << 0 << QByteArray( "SHIFT_JIS" );
  QTest::newRow( "CP932, cpg 932" ) << "CP932" << 0 << QByteArray( "932\r\n" );
  QTest::newRow( "UTF-8, cpg" ) << "UTF-8" << 0 << QByteArray( "UTF-8" );
  QTest::newRow( "UTF-8, cpg before mark" ) << "UTF-8" << 0x13 << QByteArray( "utf8" );
  QTest::newRow( "UTF-8, no mark" ) << "UTF-8" << 0 << QByteArray();
  QTest::newRow( "EUC-JP, cpg" ) << "EUC-JP" << 0 << QByteArray( "EUC-JP" );
}

void TestCaWorkbooks::encodingsOfDbf()
{
  QFETCH( QString, encoding );
  QFETCH( int, mark );
  QFETCH( QByteArray, cpg );
  const QString fileName = write(
      path( ".dbf" ), dbf( { encoded( "髙崎市①", encoding ), "deleted", encoded( "北海道", encoding ) }, static_cast<char>( mark ) ) );
  if ( !cpg.isEmpty() )
    write( QString( fileName ).replace( ".dbf", ".cpg" ), cpg );
  const Read read = readSheet( fileName );
  QCOMPARE( read.error, QString() );
  QCOMPARE( read.encoding, encoding );
  QCOMPARE( read.cells, ( QStringList{ "A1=NAME", "B1=N", "C1=D", "A2=髙崎市①", "B2=#1234", "C2=@2009-04-01", "A4=北海道", "B4=#1234",
                                       "C4=@2009-04-01" } ) );
}

void TestCaWorkbooks::wrongEncodingOfDbf()
{
  const QString fileName = write( path( ".dbf" ), dbf( { "good", "x", encoded( "北海道", "CP932" ) }, 0 ) );
  write( QString( fileName ).replace( ".dbf", ".cpg" ), "UTF-8" );
  Read read = readSheet( fileName );
  QVERIFY2( read.error.contains( "A4" ) && read.error.contains( "UTF-8" ), qPrintable( read.error ) );
  CaTableOptions options;
  options.encoding = QStringLiteral( "CP932" );
  read = readSheet( fileName, 0, options );
  QCOMPARE( read.error, QString() );
  read = readSheet( write( path( ".dbf" ), dbf( { "\xFF\xFF" }, 0 ) ) );
  QVERIFY2( read.error.contains( "A2" ) && read.error.contains( "CP932" ), qPrintable( read.error ) );
}

void TestCaWorkbooks::kindsOfDbf()
{
  CaTableOptions options;
  options.limits.columns = 2;
  const Read read = readSheet( write( path( ".dbf" ), dbf( { "a" }, 0 ) ), 0, options );
  QVERIFY2( read.error.contains( "2 columns" ), qPrintable( read.error ) );
}

bool TestCaWorkbooks::runPython( const QString &module, const QString &script, const QString &fileName )
{
  QProcess python;
  python.start( QStringLiteral( "/usr/bin/python3" ), { "-c", "import " + module } );
  if ( !python.waitForFinished() || python.exitCode() != 0 )
    return false;
  python.start( QStringLiteral( "/usr/bin/python3" ), { "-c", script, fileName } );
  if ( !python.waitForFinished() || python.exitCode() != 0 )
    qFatal( "%s", python.readAllStandardError().constData() );
  return true;
}

void TestCaWorkbooks::writtenByOpenpyxl()
{
  const QString fileName = path( ".xlsx" );
  const QString script = QStringLiteral( "import sys, openpyxl, datetime\n"
                                         "b = openpyxl.Workbook(); s = b.active; s.title = '集計'\n"
                                         "s['B3'] = 'コード'; s['C3'] = '企業数'; s.merge_cells('C3:D3')\n"
                                         "s['B4'] = '01'; s['C4'] = 1234; s['D4'] = '=C4*2'; s['E4'] = datetime.date(2009, 4, 1)\n"
                                         "s['C4'].number_format = '#,##0'\n"
                                         "b.save(sys.argv[1])\n" );
  if ( !runPython( QStringLiteral( "openpyxl" ), script, fileName ) )
    QSKIP( "python3-openpyxl is not installed" );
  const Read read = readSheet( fileName );
  QCOMPARE( read.error, QString() );
  QCOMPARE( read.cells, ( QStringList{ "B3=コード", "C3=企業数", "B4=01", "C4=#1234", "D4=!=?", "E4=@2009-04-01" } ) );
}

void TestCaWorkbooks::writtenByXlwt()
{
  const QString fileName = path( ".xls" );
  const QString script = QStringLiteral( "import sys, xlwt\n"
                                         "b = xlwt.Workbook(); s = b.add_sheet('集計'); t = b.add_sheet('表2')\n"
                                         "s.write(2, 1, 'コード'); s.write(2, 2, '企業数'); s.write(3, 1, '01'); s.write(3, 2, 1234)\n"
                                         "t.write(0, 0, 'x')\n"
                                         "b.save(sys.argv[1])\n" );
  if ( !runPython( QStringLiteral( "xlwt" ), script, fileName ) )
    QSKIP( "python3-xlwt is not installed" );
  Read read = readSheet( fileName );
  QCOMPARE( read.error, QString() );
  QCOMPARE( read.cells, ( QStringList{ "B3=コード", "C3=企業数", "B4=01", "C4=1234" } ) );
  read = readSheet( fileName, 1 );
  QCOMPARE( read.cells, QStringList{ "A1=x" } );
}

void TestCaWorkbooks::writtenByLibreOffice()
{
  const QString office = QStandardPaths::findExecutable( QStringLiteral( "soffice" ) );
  if ( office.isEmpty() )
    QSKIP( "LibreOffice is not installed" );
  const QString csv = write( path( ".csv" ), "コード,企業数\n01,1234\n" );
  for ( const QString format : { "xlsx", "ods", "xls" } )
  {
    QProcess process;
    process.start( office, { "--headless", "-env:UserInstallation=file://" + mFolder.filePath( "office" ), "--convert-to", format,
                             "--outdir", mFolder.path(), "--infilter=CSV:44,34,76,1,1/2/2/1", csv } );
    QVERIFY( process.waitForFinished( 120000 ) );
    const Read read = readSheet( QString( csv ).replace( ".csv", "." + format ) );
    QCOMPARE( read.error, QString() );
    QCOMPARE( read.cells.size(), 4 );
    QVERIFY2( read.cells.contains( "A2=01" ), qPrintable( read.cells.join( "|" ) ) );
  }
}

CA_TEST_MAIN( TestCaWorkbooks )
#include "testcaworkbooks.moc"
