// SPDX-License-Identifier: GPL-2.0-or-later
#include "cametricnames.h"
#include "caownerresolver.h"
#include "capaths.h"
#include "casheetunderstanding.h"
#include "catest.h"
#include "sheetfiles.h"

#include <QJsonArray>
#include <QTemporaryDir>

using namespace SheetFiles;
using Role = CaSheetColumn::Role;

//! A profile is kept as it is, and known again by the header of the next sheet of its kind.
class TestCaSheetProfile : public QObject
{
  Q_OBJECT

private slots:
  void initTestCase();
  void badJson_data();
  void badJson();
  void jsonKeepsEverything();
  void withoutHeaderIsNotSaved();
  void folderThatCannotBe();
  void brokenFilesArePassedOver();
  void nextYearIsRecognised();
  void correctedHeaderIsRecognised();
  void anotherSheetIsNot_data();
  void anotherSheetIsNot();
  void encodingIsRemembered();
  void samples();
  void columnsGuessed();
  void mergedHeader();

private:
  std::optional<CaSheetSample> sampleOf( const QString &text )
  {
    QString error;
    const std::unique_ptr<CaTableSource> source =
        CaTableSource::open( write( mFolder.filePath( "sheet.csv" ), encoded( text, "CP932" ) ), {}, nullptr, &error );
    return source ? CaSheetSample::read( *source, 0, &error ) : std::nullopt;
  }
  CaSheetUnderstanding understanding() const { return CaSheetUnderstanding( *mMetrics, *mOwners ); }
  CaSheetProfile guess( const QString &text ) { return understanding().guess( *sampleOf( text ) ); }

  QTemporaryDir mFolder;
  std::optional<CaMetricNames> mMetrics;
  std::optional<CaOwnerResolver> mOwners;
  const QString mSheet = QStringLiteral(
      "プロジェクトの状況\n,,平成20年度,,平成21年度,,\nコード,名称,企業数,大学数,企業数,大学数,備考\nTOKAI_BIO,,1,2,3,4,x\n" );
  const QString mNextYear = QStringLiteral( "プロジェクトの状況\n（速報）\n,,H20,,H21,,H22,\nコード,名　称,企業数,大学数,企業数,大学数,"
                                            "企業数,大学数,備考\nTOKAI_BIO,,1,2,3,4,5,6,x\n" );
};

void TestCaSheetProfile::initTestCase()
{
  QString error;
  mMetrics = CaMetricNames::load( CaPaths::installedPack(), &error );
  mOwners = CaOwnerResolver::load( CaPaths::installedPack(), &error );
  QVERIFY2( mMetrics && mOwners, qPrintable( error ) );
}

void TestCaSheetProfile::badJson_data()
{
  QTest::addColumn<QString>( "key" );
  QTest::addColumn<QJsonValue>( "value" );
  QTest::newRow( "version" ) << "version" << QJsonValue( 99 );
  QTest::newRow( "row" ) << "first_row" << QJsonValue( -1 );
  QTest::newRow( "large row" ) << "header_rows" << QJsonValue( 2000000000 );
  QTest::newRow( "role" ) << "columns" << QJsonValue( QJsonArray{ QJsonObject{ { "role", "<b>" } } } );
  QTest::newRow( "column" ) << "columns" << QJsonValue( QJsonArray{ 5 } );
}

void TestCaSheetProfile::badJson()
{
  QFETCH( QString, key );
  QFETCH( QJsonValue, value );
  QString error;
  QJsonObject json = guess( mSheet ).toJson();
  QVERIFY2( CaSheetProfile::fromJson( json, &error ), qPrintable( error ) );
  json.insert( key, value );
  QVERIFY( !CaSheetProfile::fromJson( json, &error ) );
  QVERIFY( !error.isEmpty() );
  QVERIFY( !CaSheetProfile::fromJson( QJsonObject(), &error ) );
}

void TestCaSheetProfile::jsonKeepsEverything()
{
  CaSheetProfile profile;
  profile.file = "集計.csv";
  profile.sheet = "集計";
  profile.encoding = "CP932";
  profile.delimiter = "\t";
  profile.headerRow = 3;
  profile.headerRows = 2;
  profile.unitRow = 5;
  profile.firstRow = 6;
  profile.lastRow = 99;
  profile.ownerKind = "project";
  profile.metric = "firms";
  profile.fiscalYear = 2009;
  profile.unit = "oku_yen";
  profile.era = "平成";
  profile.calendarIsFiscal = true;
  profile.fillDown = true;
  profile.totals = CaSheetProfile::Totals::National;
  profile.columns = { { Role::Code, "コード", "", 0, "" },  { Role::Value, "x / y", "sales", 2010, "million_yen" },
                      { Role::Ignore, "", "", 0, "" },      { Role::Name, "n", "", 0, "" },
                      { Role::FiscalYear, "f", "", 0, "" }, { Role::Metric, "m", "", 0, "" },
                      { Role::Unit, "u", "", 0, "" },       { Role::Note, "o", "", 0, "" } };
  QString error;
  const std::optional<CaSheetProfile> read = CaSheetProfile::fromJson( profile.toJson(), &error );
  QVERIFY2( read, qPrintable( error ) );
  QCOMPARE( read->toJson(), profile.toJson() );
  QCOMPARE( read->columns, profile.columns );
  QCOMPARE( read->era, profile.era );
  QCOMPARE( read->totals, profile.totals );
  // Each value is in it: changing any makes another profile.
  const QStringList keys = profile.toJson().keys();
  QCOMPARE( keys.size(), 19 );
}

void TestCaSheetProfile::withoutHeaderIsNotSaved()
{
  QString error;
  const CaSheetProfiles profiles( mFolder.filePath( "none" ) );
  QVERIFY( !profiles.save( CaSheetProfile(), &error ) );
  QVERIFY2( error.contains( "header" ), qPrintable( error ) );
  QVERIFY( !QFileInfo::exists( mFolder.filePath( "none" ) ) );
  QVERIFY( !profiles.find( CaSheetProfile() ) );
}

void TestCaSheetProfile::folderThatCannotBe()
{
  QString error;
  write( mFolder.filePath( "file" ), "x" );
  QVERIFY( !CaSheetProfiles( mFolder.filePath( "file" ) ).save( guess( mSheet ), &error ) );
  QVERIFY2( error.contains( mFolder.filePath( "file" ) ), qPrintable( error ) );
}

void TestCaSheetProfile::brokenFilesArePassedOver()
{
  QString error;
  const CaSheetProfiles profiles( mFolder.filePath( "broken" ) );
  const CaSheetProfile profile = guess( mSheet );
  QVERIFY2( profiles.save( profile, &error ), qPrintable( error ) );
  const QStringList files = QDir( mFolder.filePath( "broken" ) ).entryList( QDir::Files );
  QCOMPARE( files.size(), 1 );
  write( mFolder.filePath( "broken/" + files.first() ), "{ \"version\": 1, " );
  QVERIFY( !profiles.find( profile ) );
  QVERIFY( profiles.all().isEmpty() );
  QVERIFY( profiles.save( profile, &error ) );
  QVERIFY( profiles.find( profile ) );
}

void TestCaSheetProfile::nextYearIsRecognised()
{
  QString error;
  const CaSheetProfiles profiles( mFolder.filePath( "years" ) );
  CaSheetProfile profile = guess( mSheet );
  QCOMPARE( profile.columns.at( 2 ).metric, QStringLiteral( "firms" ) );
  // The user knows better: these are financial institutions, and the last row is the nation.
  for ( const int column : { 2, 4 } )
    profile.columns[column].metric = "financial_institutions";
  profile.totals = CaSheetProfile::Totals::National;
  QVERIFY2( profiles.save( profile, &error ), qPrintable( error ) );

  bool isKnown = false;
  const CaSheetProfile next = understanding().recognise( *sampleOf( mNextYear ), profiles, &isKnown );
  QVERIFY( isKnown );
  QCOMPARE( next.totals, CaSheetProfile::Totals::National );
  QCOMPARE( next.headerRow, 3 );
  QCOMPARE( next.columns.size(), 9 );
  for ( const int column : { 2, 4, 6 } )
    QCOMPARE( next.columns.at( column ).metric, QStringLiteral( "financial_institutions" ) );
  for ( const int column : { 3, 5, 7 } )
    QCOMPARE( next.columns.at( column ).metric, QStringLiteral( "universities" ) );
  // Years are those of this sheet.
  QCOMPARE( next.columns.at( 2 ).fiscalYear, 2008 );
  QCOMPARE( next.columns.at( 6 ).fiscalYear, 2010 );
}

void TestCaSheetProfile::correctedHeaderIsRecognised()
{
  // Guessed wrong: a line of two words that look like a header stands above it.
  const QString sheet = QStringLiteral( "企業数,大学数\nｺｰﾄﾞ,甲,乙\nTOKAI_BIO,1,2\n" );
  CaSheetProfile profile = guess( sheet );
  QVERIFY( profile.columns.at( 1 ).metric != QLatin1String( "sales" ) );
  profile.headerRow = 2;
  profile.headerRows = 1;
  profile.firstRow = 3;
  profile.fiscalYear = 2009;
  profile.columns = { { Role::Code, "ｺｰﾄﾞ", "", 0, "" },
                      { Role::Value, "甲", "sales", 0, "oku_yen" },
                      { Role::Value, "乙", "firms", 0, "" } };
  QString error;
  const CaSheetProfiles profiles( mFolder.filePath( "corrected" ) );
  QVERIFY2( profiles.save( profile, &error ), qPrintable( error ) );
  bool isKnown = false;
  const CaSheetProfile next = understanding().recognise( *sampleOf( "\n" + sheet ), profiles, &isKnown );
  QVERIFY( isKnown );
  QCOMPARE( next.headerRow, 3 );
  QCOMPARE( next.firstRow, 4 );
  QCOMPARE( next.columns.at( 1 ).metric, QStringLiteral( "sales" ) );
  QCOMPARE( next.columns.at( 1 ).unit, QStringLiteral( "oku_yen" ) );
  QCOMPARE( next.fiscalYear, 0 ); // the year was of the other sheet
}

void TestCaSheetProfile::anotherSheetIsNot_data()
{
  QTest::addColumn<QString>( "sheet" );
  QTest::newRow( "another column" )
      << "x\n,,平成20年度,,平成21年度,,\nコード,名称,企業数,大学数,企業数,大学数,出典\nTOKAI_BIO,,1,2,3,4,x\n";
  QTest::newRow( "a column more" )
      << "x\n,,平成20年度,,平成21年度,,\nコード,名称,企業数,大学数,企業数,大学数,備考,商社数\nTOKAI_BIO,,1,2,3,4,x,5\n";
  QTest::newRow( "another order" ) << "x\n,,平成20年度,,平成21年度,,\n名称,コード,企業数,大学数,企業数,大学数,備考\n,TOKAI_BIO,1,2,3,4,x\n";
  QTest::newRow( "no years" ) << "コード,名称,企業数,大学数,備考\nTOKAI_BIO,,1,2,x\n";
  QTest::newRow( "no header" ) << "TOKAI_BIO,1,2\n";
}

void TestCaSheetProfile::anotherSheetIsNot()
{
  QFETCH( QString, sheet );
  QString error;
  const CaSheetProfiles profiles( mFolder.filePath( "another" ) );
  QVERIFY2( profiles.save( guess( mSheet ), &error ), qPrintable( error ) );
  bool isKnown = true;
  const CaSheetProfile profile = understanding().recognise( *sampleOf( sheet ), profiles, &isKnown );
  QVERIFY( !isKnown );
  QCOMPARE( profile.toJson(), guess( sheet ).toJson() );
}

void TestCaSheetProfile::encodingIsRemembered()
{
  // A few half-width katakana alone: EUC-JP or CP932, who knows.
  QString error;
  const CaSheetProfiles profiles( mFolder.filePath( "encodings" ) );
  const QString fileName = write( mFolder.filePath( "kana.csv" ), encoded( "ｺｰﾄﾞ,ｱｲ\n01,1\n", "CP932" ) );
  const QString open = CaTableSource::open( fileName, profiles.optionsFor( fileName ), nullptr, &error )->encoding();
  const QString other = open == QLatin1String( "CP932" ) ? "EUC-JP" : "CP932";
  CaSheetProfile profile = guess( mSheet );
  profile.file = "kana.csv";
  profile.encoding = other;
  QVERIFY2( profiles.save( profile, &error ), qPrintable( error ) );
  QCOMPARE( CaTableSource::open( fileName, profiles.optionsFor( fileName ), nullptr, &error )->encoding(), other );
  QCOMPARE( CaTableSource::open( fileName, profiles.optionsFor( mFolder.filePath( "another.csv" ) ), nullptr, &error )->encoding(), open );
  // What a file says of itself goes before memory.
  write( fileName, QStringLiteral( "コード,値\n" ).toUtf8() );
  QCOMPARE( CaTableSource::open( fileName, profiles.optionsFor( fileName ), nullptr, &error )->encoding(), QStringLiteral( "UTF-8" ) );
}

void TestCaSheetProfile::samples()
{
  QString error;
  const std::unique_ptr<CaTableSource> source =
      CaTableSource::open( write( mFolder.filePath( "s.csv" ), "\n a ,b\n1,2\n\xFF\xFF,\n" ), {}, nullptr, &error );
  QVERIFY( !CaSheetSample::read( *source, 0, &error ) );
  QVERIFY( !error.isEmpty() );
  const std::optional<CaSheetSample> sample = CaSheetSample::read( *source, 0, &error, 3 );
  QVERIFY2( sample, qPrintable( error ) );
  QCOMPARE( sample->rowCount(), 3 );
  QCOMPARE( sample->columnCount(), 2 );
  QCOMPARE( sample->text( 2, 0 ), QStringLiteral( "a" ) );
  QCOMPARE( sample->text( 3, 1 ), QStringLiteral( "2" ) );
  QCOMPARE( sample->text( 1, 0 ), QString() );
  QCOMPARE( sample->text( 99, 99 ), QString() );
  QCOMPARE( sample->texts( 2 ), ( QStringList{ "a", "b" } ) );
  CaTableRow row;
  QCOMPARE( source->next( row, &error ), CaRead::Row );
  QCOMPARE( row.number, 1 ); // at the start again
}

void TestCaSheetProfile::columnsGuessed()
{
  const CaSheetProfile profile =
      guess( "No.,都道府県コード,都道府県,年度,指標,値,単位,備考,なぞ\n1,01,北海道,平成21年度,企業数,5,社,,?\n" );
  QVector<Role> roles;
  for ( const CaSheetColumn &column : profile.columns )
    roles << column.role;
  QCOMPARE( roles, ( QVector<Role>{ Role::Ignore, Role::Code, Role::Name, Role::FiscalYear, Role::Metric, Role::Value, Role::Unit,
                                    Role::Note, Role::Ignore } ) );
  QCOMPARE( profile.ownerKind, QStringLiteral( "prefecture" ) );
  QCOMPARE( profile.problem(), QString() );
  QCOMPARE( profile.encoding, QStringLiteral( "CP932" ) );
  QCOMPARE( profile.delimiter, QStringLiteral( "," ) );
}

void TestCaSheetProfile::mergedHeader()
{
  const auto text = []( const QByteArray &address, const QByteArray &content )
  {
    return "<c r=\"" + address + "\" t=\"inlineStr\"><is><t>" + content + "</t></is></c>";
  };
  Xlsx book;
  book.sheet =
      "<sheetData><row r=\"3\">" + text( "B3", "表1 平成21年度の状況" ) + "</row><row r=\"5\">" + text( "B5", "プロジェクト" ) +
      text( "C5", "企業数\n（社）" ) + text( "F5", "備考" ) + "</row><row r=\"6\">" + text( "C6", "平成20年度" ) +
      text( "D6", "平成21年度" ) + "</row><row r=\"7\">" + text( "B7", "東海バイオものづくり創生プロジェクト" ) +
      "<c r=\"C7\"><v>1</v></c><c r=\"D7\"><v>2</v></c></row></sheetData>"
      "<mergeCells><mergeCell ref=\"B3:F3\"/><mergeCell ref=\"B5:B6\"/><mergeCell ref=\"C5:D5\"/><mergeCell ref=\"F5:F6\"/></mergeCells>";
  QString error;
  const std::unique_ptr<CaTableSource> source =
      CaTableSource::open( writeZip( mFolder.filePath( "merged.xlsx" ), book.parts() ), {}, nullptr, &error );
  QVERIFY2( source, qPrintable( error ) );
  const std::optional<CaSheetSample> sample = CaSheetSample::read( *source, 0, &error );
  QVERIFY2( sample, qPrintable( error ) );
  QCOMPARE( sample->merged( 3, 5 ), QStringLiteral( "表1 平成21年度の状況" ) );
  const CaSheetProfile profile = understanding().guess( *sample );
  QCOMPARE( profile.headerRow, 5 );
  QCOMPARE( profile.headerRows, 2 );
  QCOMPARE( profile.firstRow, 7 );
  QCOMPARE( profile.columns.at( 1 ).role, Role::Name );
  QCOMPARE( profile.columns.at( 1 ).header, QStringLiteral( "プロジェクト" ) );
  QCOMPARE( profile.columns.at( 2 ).header, QStringLiteral( "企業数 （社） / 平成20年度" ) );
  QCOMPARE( profile.columns.at( 2 ).metric, QStringLiteral( "firms" ) );
  QCOMPARE( profile.columns.at( 2 ).fiscalYear, 2008 );
  QCOMPARE( profile.columns.at( 3 ).metric, QStringLiteral( "firms" ) );
  QCOMPARE( profile.columns.at( 3 ).unit, QStringLiteral( "firms" ) );
  QCOMPARE( profile.columns.at( 3 ).fiscalYear, 2009 );
  QCOMPARE( profile.columns.at( 4 ).role, Role::Ignore );
  QCOMPARE( profile.columns.at( 5 ).role, Role::Note );
}

CA_TEST_MAIN( TestCaSheetProfile )
#include "testcasheetprofile.moc"
