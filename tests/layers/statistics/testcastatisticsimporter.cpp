// SPDX-License-Identifier: GPL-2.0-or-later
#include "camarks.h"
#include "cametricnames.h"
#include "caownerresolver.h"
#include "capaths.h"
#include "calanguage.h"
#include "castatisticsimporter.h"
#include "casheetunderstanding.h"
#include "catest.h"
#include "sheetfiles.h"

#include <qgsfeedback.h>

#include <QJsonDocument>
#include <QTemporaryDir>

using namespace SheetFiles;

//! Sheets become figures, every one with its cell; or a report that says of each bad cell what is wrong.
class TestCaStatisticsImporter : public QObject
{
  Q_OBJECT

private slots:
  void initTestCase();
  void errorsImportNothing_data();
  void errorsImportNothing();
  void doubts_data();
  void doubts();
  void incompleteProfile();
  void writerCanStop();
  void canBeCancelled();
  void badFileIsNoSuccess();
  void dryRunSaysTheSame();
  void manyIssuesAreCounted();
  void reportEscapes();
  void reportIsInTheLanguageOfTheInterface();

  void sheets_data();
  void sheets();
  void dataAsPublished();
  void mergedOwnersOfXlsx();
  void codeAndNameTogether();
  void moneyWithoutUnit();
  void profileIsObeyed();

private:
  struct Result
  {
    bool ok = false;
    QStringList figures; //!< `CODE year metric value flag qualifier @cell`, what is plain left out
    CaSheetReport report;
    CaSheetProfile profile;
    QString error;
  };
  using Change = std::function<void( CaSheetProfile & )>;
  Result import( const QString &fileName, bool dryRun = false, const Change &change = nullptr, QgsFeedback *feedback = nullptr );
  QString file( const QString &text, const QString &encoding = QStringLiteral( "CP932" ) )
  {
    return write( mFolder.filePath( "sheet.csv" ), encoded( text, encoding ) );
  }

  QTemporaryDir mFolder;
  std::optional<CaMetricNames> mMetrics;
  std::optional<CaOwnerResolver> mOwners;
};

void TestCaStatisticsImporter::initTestCase()
{
  QString error;
  mMetrics = CaMetricNames::load( CaPaths::installedPack(), &error );
  QVERIFY2( mMetrics, qPrintable( error ) );
  mOwners = CaOwnerResolver::load( CaPaths::installedPack(), &error );
  QVERIFY2( mOwners, qPrintable( error ) );
}

TestCaStatisticsImporter::Result TestCaStatisticsImporter::import( const QString &fileName, bool dryRun, const Change &change,
                                                                   QgsFeedback *feedback )
{
  Result result;
  const std::unique_ptr<CaTableSource> source = CaTableSource::open( fileName, {}, feedback, &result.error );
  const std::optional<CaSheetSample> sample = source ? CaSheetSample::read( *source, 0, &result.error ) : std::nullopt;
  if ( !sample )
    return result;
  result.profile = CaSheetUnderstanding( *mMetrics, *mOwners ).guess( *sample );
  if ( change )
    change( result.profile );
  CaStatisticsImporter importer( result.profile, *mMetrics, *mOwners, CaMarks::builtIn() );
  const auto take = [&result]( const CaFigureRecord &record, QString * )
  {
    QString text = QStringLiteral( "%1 %2 %3" ).arg( record.ownerCode ).arg( record.fiscalYear ).arg( record.metric );
    if ( record.figure.value )
      text += QStringLiteral( " %1" ).arg( *record.figure.value, 0, 'g', 15 );
    if ( record.figure.flag != CaFlag::None )
      text += QStringLiteral( " " ) + CaFigureWords::of( record.figure.flag );
    if ( record.figure.qualifier != CaQualifier::Exact )
      text += QStringLiteral( " " ) + CaFigureWords::of( record.figure.qualifier );
    result.figures << text + QStringLiteral( " @" ) + record.cell;
    return true;
  };
  result.ok = importer.run( *source, 0, dryRun ? CaStatisticsImporter::Writer() : take, feedback, &result.report, &result.error );
  return result;
}

void TestCaStatisticsImporter::errorsImportNothing_data()
{
  QTest::addColumn<QString>( "rows" );
  QTest::addColumn<QString>( "cell" );
  QTest::addColumn<QString>( "says" );
  const QString good = QStringLiteral( "TOKAI_BIO,東海バイオものづくり創生プロジェクト,平成21年度,5\n" );
  QTest::newRow( "unknown code" ) << good + "NO_SUCH,,平成21年度,5\n"
                                  << "A3"
                                  << "NO_SUCH";
  QTest::newRow( "unknown name" ) << good + ",そんな計画,平成21年度,5\n"
                                  << "B3"
                                  << "そんな計画";
  QTest::newRow( "code and name disagree" ) << good + "TOKYO_IT,東海バイオものづくり創生プロジェクト,平成21年度,5\n"
                                            << "A3"
                                            << "TOKAI_BIO";
  QTest::newRow( "owner above, same year" ) << good + ",,平成21年度,5\n"
                                            << "D3"
                                            << "D2";
  QTest::newRow( "no number" ) << good + "TOKYO_IT,,平成21年度,12abc\n"
                               << "D3"
                               << "12abc";
  QTest::newRow( "#REF!" ) << good + "TOKYO_IT,,平成21年度,#REF!\n"
                           << "D3"
                           << "formula";
  QTest::newRow( "#REF! in a code" ) << good + "#REF!,,平成21年度,5\n"
                                     << "A3"
                                     << "formula";
  QTest::newRow( "no year" ) << good + "TOKYO_IT,,,5\n"
                             << "C3"
                             << "";
  QTest::newRow( "bad year" ) << good + "TOKYO_IT,,平成百年度,5\n"
                              << "C3"
                              << "平成百年度";
  QTest::newRow( "calendar year" ) << good + "TOKYO_IT,,2009年,5\n"
                                   << "C3"
                                   << "calendar year";
  QTest::newRow( "twice" ) << good + "TOKAI_BIO,,H21,7\n"
                           << "D3"
                           << "D2";
  QTest::newRow( "lost character" ) << good + "TOKYO_IT," + QChar( 0xE000 ) + ",平成21年度,7\n"
                                    << "A3"
                                    << "lost";
  QTest::newRow( "formula" ) << good + "TOKYO_IT,,平成21年度,=1+1\n"
                             << "D3"
                             << "=1+1";
}

void TestCaStatisticsImporter::errorsImportNothing()
{
  QFETCH( QString, rows );
  QFETCH( QString, cell );
  QFETCH( QString, says );
  const Result result = import( file( "コード,プロジェクト名,年度,企業数\n" + rows ) );
  QVERIFY( !result.ok );
  QCOMPARE( result.error, QString() );
  QCOMPARE( result.report.errors, 1LL );
  QCOMPARE( result.report.issues.size() - static_cast<int>( result.report.doubts ), 1 );
  const CaSheetIssue issue = *std::find_if( result.report.issues.begin(), result.report.issues.end(),
                                            []( const CaSheetIssue &candidate ) { return candidate.isError; } );
  QCOMPARE( issue.cell, cell );
  QVERIFY2( issue.problem.contains( says ), qPrintable( issue.problem ) );
  QVERIFY2( result.report.summary().contains( "nothing is imported" ), qPrintable( result.report.summary() ) );
}

void TestCaStatisticsImporter::doubts_data()
{
  QTest::addColumn<QString>( "rows" );
  QTest::addColumn<QString>( "cell" );
  QTest::addColumn<QString>( "says" );
  QTest::newRow( "era without 年度" ) << "TOKAI_BIO,,H21,5\nTOKYO_IT,,H21,5\n"
                                      << "C2"
                                      << "FY2009";
  QTest::newRow( "figures below notes" ) << "TOKAI_BIO,,平成21年度,5\n注）x,,,\nTOKYO_IT,,平成21年度,5\n"
                                         << "A4"
                                         << "below the notes";
}

void TestCaStatisticsImporter::doubts()
{
  QFETCH( QString, rows );
  QFETCH( QString, cell );
  QFETCH( QString, says );
  const Result result = import( file( "コード,プロジェクト名,年度,企業数\n" + rows ) );
  QVERIFY2( result.ok, qPrintable( result.error ) );
  QCOMPARE( result.report.doubts, 1LL );
  QCOMPARE( result.report.issues.at( 0 ).cell, cell );
  QVERIFY2( result.report.issues.at( 0 ).problem.contains( says ), qPrintable( result.report.issues.at( 0 ).problem ) );
}

void TestCaStatisticsImporter::incompleteProfile()
{
  const QString fileName = file( "コード,プロジェクト名,企業数\nTOKAI_BIO,,5\n" );
  Result result = import( fileName );
  QVERIFY( !result.ok );
  QVERIFY2( result.error.contains( "fiscal year" ) && result.error.contains( "企業数" ), qPrintable( result.error ) );
  result = import( fileName, false, []( CaSheetProfile &profile ) { profile.columns[2].role = CaSheetColumn::Role::Ignore; } );
  QVERIFY2( result.error.contains( "figures" ), qPrintable( result.error ) );
  result = import( fileName, false,
                   []( CaSheetProfile &profile ) { profile.columns[0].role = profile.columns[1].role = CaSheetColumn::Role::Ignore; } );
  QVERIFY2( result.error.contains( "whose" ), qPrintable( result.error ) );
  result = import( fileName, false,
                   []( CaSheetProfile &profile )
                   {
                     profile.fiscalYear = 2009;
                     profile.columns[2].metric = "no_such_metric";
                   } );
  QVERIFY2( result.error.contains( "no_such_metric" ), qPrintable( result.error ) );
  result = import( fileName, false, []( CaSheetProfile &profile ) { profile.fiscalYear = 2009; } );
  QVERIFY2( result.ok, qPrintable( result.error ) );
  QCOMPARE( result.figures, QStringList{ "TOKAI_BIO 2009 firms 5 @C2" } );
}

void TestCaStatisticsImporter::writerCanStop()
{
  QString error;
  const std::unique_ptr<CaTableSource> source =
      CaTableSource::open( file( "コード,年度,企業数\nTOKAI_BIO,平成21年度,5\nTOKYO_IT,平成21年度,5\n" ), {}, nullptr, &error );
  QVERIFY2( source, qPrintable( error ) );
  const std::optional<CaSheetSample> sample = CaSheetSample::read( *source, 0, &error );
  CaStatisticsImporter importer( CaSheetUnderstanding( *mMetrics, *mOwners ).guess( *sample ), *mMetrics, *mOwners, CaMarks::builtIn() );
  int taken = 0;
  const auto refuse = [&taken]( const CaFigureRecord &, QString *reason )
  {
    ++taken;
    *reason = "disk full";
    return false;
  };
  CaSheetReport report;
  QVERIFY( !importer.run( *source, 0, refuse, nullptr, &report, &error ) );
  QCOMPARE( error, QStringLiteral( "disk full" ) );
  QCOMPARE( taken, 1 );
}

void TestCaStatisticsImporter::canBeCancelled()
{
  QgsFeedback feedback;
  connect( &feedback, &QgsFeedback::progressChanged, &feedback, [&feedback] { feedback.cancel(); } );
  QString rows;
  for ( int year = 1950; year < 2050; ++year )
    rows += QStringLiteral( "TOKAI_BIO,%1年度,5\n" ).arg( year );
  const Result result = import( file( "コード,年度,企業数\n" + rows.repeated( 100 ) ), false, nullptr, &feedback );
  QVERIFY( !result.ok );
  QVERIFY2( result.error.contains( "cancelled" ), qPrintable( result.error ) );
}

void TestCaStatisticsImporter::badFileIsNoSuccess()
{
  const QByteArray good =
      encoded( "コード,年度,企業数\n" + QStringLiteral( "TOKAI_BIO,2009年度,5\n" ) + QStringLiteral( ",,\n" ).repeated( 300 ), "CP932" );
  const Result result = import( write( mFolder.filePath( "bad.csv" ), good + "TOKYO_IT,2009\xFF\xFF,5\n" ) );
  QVERIFY( !result.ok );
  QVERIFY2( result.error.contains( "B303" ) && result.error.contains( "bad.csv" ), qPrintable( result.error ) );
}

void TestCaStatisticsImporter::dryRunSaysTheSame()
{
  for ( const QString rows : { "TOKAI_BIO,H21,5\nTOKYO_IT,平成21年度,x\n", "TOKAI_BIO,H21,5\nTOKYO_IT,平成21年度,??\n" } )
  {
    const QString fileName = file( "コード,年度,企業数\n" + rows );
    const Result dry = import( fileName, true ), wet = import( fileName );
    QVERIFY( dry.figures.isEmpty() );
    QCOMPARE( dry.ok, wet.ok );
    QJsonObject json = dry.report.toJson();
    QVERIFY( json.value( "dry_run" ).toBool() );
    QVERIFY( !wet.report.toJson().value( "dry_run" ).toBool() );
    for ( const QString key : { "errors", "doubts", "figures", "issues", "flags", "owners", "fiscal_years" } )
      QCOMPARE( json.value( key ), wet.report.toJson().value( key ) );
  }
}

void TestCaStatisticsImporter::manyIssuesAreCounted()
{
  const QString rows = QStringLiteral( "NO_SUCH,平成21年度,5\n" ).repeated( CaSheetReport::MOST_ISSUES + 500 );
  const Result result = import( file( "コード,年度,企業数\n" + rows ), false,
                                []( CaSheetProfile &profile ) { profile.columns[0].role = CaSheetColumn::Role::Code; } );
  QVERIFY( !result.ok );
  QCOMPARE( result.report.errors, CaSheetReport::MOST_ISSUES + 500LL );
  QCOMPARE( result.report.issues.size(), CaSheetReport::MOST_ISSUES );
}

void TestCaStatisticsImporter::reportEscapes()
{
  const QString evil = QStringLiteral( "<script>alert('%1 %2')</script>&amp;" );
  const Result result = import( file( "コード,年度,企業数," + evil + "\nTOKAI_BIO,平成21年度,\"" + evil + "\",x\n" ) );
  QVERIFY( !result.ok );
  const QString html = result.report.toHtml();
  QVERIFY( !html.contains( "<script" ) );
  QCOMPARE( html.count( evil.toHtmlEscaped() ) >= 2, true );
  QVERIFY( html.contains( "C2" ) );
  const QJsonObject issue =
      QJsonDocument::fromJson( QJsonDocument( result.report.toJson() ).toJson() ).object().value( "issues" ).toArray().at( 0 ).toObject();
  QCOMPARE( issue.value( "text" ).toString(), evil );
  QCOMPARE( issue.value( "cell" ).toString(), QStringLiteral( "C2" ) );
}

void TestCaStatisticsImporter::reportIsInTheLanguageOfTheInterface()
{
  const QString before = QgsApplication::locale();
  const Result result = import( file( QStringLiteral( u"コード,年度,企業数,従業者数,その他\nTOKAI_BIO,平成21年度,秘,*,x\n" ) ), true,
                                []( CaSheetProfile &profile ) { profile.columns[4].role = CaSheetColumn::Role::Ignore; } );
  QVERIFY2( result.report.flags.contains( "suppressed" ), qPrintable( result.error ) );
  QVERIFY( result.report.toHtml().contains( "not used" ) );
  QgsApplication::setLocale( QLocale( QLocale::Japanese ) );
  CaLanguage::installTranslator();
  const QString japanese = result.report.toHtml();
  CaLanguage::removeTranslator();
  QgsApplication::setLocale( QLocale( before ) );
  QVERIFY2( japanese.contains( QStringLiteral( u"秘匿" ) ) && japanese.contains( QStringLiteral( u"使わない" ) ), qPrintable( japanese ) );
  for ( const char *word : { "suppressed", "not_available", "ignore", "not used" } )
    QVERIFY2( !japanese.contains( word ), qPrintable( japanese ) );
}

void TestCaStatisticsImporter::sheets_data()
{
  QTest::addColumn<QString>( "text" );
  QTest::addColumn<QStringList>( "figures" );

  QTest::newRow( "long" ) << "コード,年度,指標,値,単位\nTOKAI_BIO,平成21年度,企業数,\"1,234\",社\nTOKAI_BIO,平成21年度,売上高,500,百万円\n"
                          << QStringList{ "TOKAI_BIO 2009 firms 1234 @D2", "TOKAI_BIO 2009 sales 5 @D3" };
  QTest::newRow( "wide by metric, year in the title" )
      << "平成21年度 プロジェクトの状況\n\nプロジェクト,企業数,大学・高専数\n東海バイオものづくり創生プロジェクト,5,－\n"
      << QStringList{ "TOKAI_BIO 2009 firms 5 @B4", "TOKAI_BIO 2009 universities 0 zero @C4" };
  QTest::newRow( "wide by year, metric in the title" ) << "プロジェクト別参加企業数,,,（単位：社）\nプロジェクト名,平成19年度,H20,2009年度,"
                                                          "FY2010\n首都圏バイオ・ネットワーク,1,2,3,4\n首都圏バイオネットワーク,5,6,7,8\n"
                                                       << QStringList();
  QTest::newRow( "years in all spellings" )
      << "プロジェクト別参加企業数,,,（単位：社）\nプロジェクト名,平成19年度,H20,2009年度,FY2010\n首都圏バイオネットワーク,1,2,3,4\n"
      << QStringList{ "TOKYO_BIO 2007 firms 1 @B3", "TOKYO_BIO 2008 firms 2 @C3", "TOKYO_BIO 2009 firms 3 @D3",
                      "TOKYO_BIO 2010 firms 4 @E3" };
  QTest::newRow( "year and metric in one header" ) << "コード,平成21年度企業数,企業数（平成22年度）\nTOKAI_BIO,5,6\n"
                                                   << QStringList{ "TOKAI_BIO 2009 firms 5 @B2", "TOKAI_BIO 2010 firms 6 @C2" };
  QTest::newRow( "two rows of header, years over metrics" )
      << ",,平成21年度,,平成22年度,\nコード,名称,企業数,大学数,企業数,大学数\nTOKAI_BIO,,1,2,3,4\n"
      << QStringList{ "TOKAI_BIO 2009 firms 1 @C3", "TOKAI_BIO 2009 universities 2 @D3", "TOKAI_BIO 2010 firms 3 @E3",
                      "TOKAI_BIO 2010 universities 4 @F3" };
  QTest::newRow( "unit row" ) << "平成21年度\nコード,企業数,売上高\n,社,百万円\nTOKAI_BIO,5,1200\n"
                              << QStringList{ "TOKAI_BIO 2009 firms 5 @B4", "TOKAI_BIO 2009 sales 12 @C4" };
  QTest::newRow( "unit of the sheet" ) << "平成21年度,（単位：千円）\nコード,売上高\nTOKAI_BIO,\"1,200,000\"\n"
                                       << QStringList{ "TOKAI_BIO 2009 sales 12 @B3" };
  QTest::newRow( "unit in the cell" ) << "平成21年度\nコード,売上高（百万円）\nTOKAI_BIO,12億円\n"
                                      << QStringList{ "TOKAI_BIO 2009 sales 12 @B3" };
  QTest::newRow( "qualifiers and marks" ) << "平成21年度\nコード,企業数,大学数,金融機関数,商社数,公設試\nTOKAI_BIO,約５００,10以上,…,x,\n"
                                          << QStringList{ "TOKAI_BIO 2009 firms 500 approx @B3",
                                                          "TOKAI_BIO 2009 universities 10 at_least @C3",
                                                          "TOKAI_BIO 2009 financial_institutions not_available @D3",
                                                          "TOKAI_BIO 2009 trading_companies suppressed @E3",
                                                          "TOKAI_BIO 2009 public_test_labs not_available @F3" };
  QTest::newRow( "totals are passed over" ) << "平成21年度\nコード,名称,企業数\nTOKAI_BIO,,5\n,中部計,5\n,合　計,5\n"
                                            << QStringList{ "TOKAI_BIO 2009 firms 5 @C3" };
  QTest::newRow( "notes end the table" ) << "平成21年度\nコード,企業数\nTOKAI_BIO,5\n\n（注）平成22年3月末現在,\n資料：中部経済産業局,\n"
                                         << QStringList{ "TOKAI_BIO 2009 firms 5 @B3" };
  QTest::newRow( "header again on the next page" ) << "平成21年度\nコード,企業数\nTOKAI_BIO,5\n\nコード,企業数\nTOKYO_IT,6\n"
                                                   << QStringList{ "TOKAI_BIO 2009 firms 5 @B3", "TOKYO_IT 2009 firms 6 @B6" };
  QTest::newRow( "header of two rows again" ) << "プロジェクト,企業数,\n,平成20年度,平成21年度\n東海バイオものづくり創生プロジェクト,5,"
                                                 "6\nプロジェクト,企業数,\n,平成20年度,平成21年度\n首都圏情報ベンチャーフォーラム,7,8\n"
                                              << QStringList{ "TOKAI_BIO 2008 firms 5 @B3", "TOKAI_BIO 2009 firms 6 @C3",
                                                              "TOKYO_IT 2008 firms 7 @B6", "TOKYO_IT 2009 firms 8 @C6" };
  QTest::newRow( "headings within" ) << "平成21年度\nコード,名称,企業数\n,【中部】,\nTOKAI_BIO,,5\n"
                                     << QStringList{ "TOKAI_BIO 2009 firms 5 @C4" };
  QTest::newRow( "owner written once" ) << "プロジェクト,年度,企業数\n東海バイオものづくり創生プロジェクト,平成20年度,4\n,平成21年度,5\n"
                                        << QStringList{ "TOKAI_BIO 2008 firms 4 @C2", "TOKAI_BIO 2009 firms 5 @C3" };
  QTest::newRow( "blank columns" ) << "平成21年度\n,コード,,企業数\n,TOKAI_BIO,,5\n" << QStringList{ "TOKAI_BIO 2009 firms 5 @D3" };
  QTest::newRow( "prefectures with the nation" )
      << "平成21年度\n都道府県コード,都道府県,企業数\n00,全国,9\n1,北海道,5\n13,東京都,4\n"
      << QStringList{ "NATIONAL 2009 firms 9 @C3", "01 2009 firms 5 @C4", "13 2009 firms 4 @C5" };
  QTest::newRow( "municipality with its prefecture" ) << "平成21年度\n都道府県,市区町村,企業数\n東京都,府中市,5\n広島県,府中市,6\n"
                                                      << QStringList{ "13206 2009 firms 5 @C3", "34208 2009 firms 6 @C4" };
  QTest::newRow( "bureaus beside projects" ) << "平成21年度\n経済産業局,プロジェクト,企業数\n中部,東海バイオものづくり創生プロジェクト,5\n"
                                             << QStringList{ "TOKAI_BIO 2009 firms 5 @C3" };
  QTest::newRow( "English" ) << "Project code,Project name,Fiscal year,Metric,Value,Unit\nTOKAI_BIO,Tokai Bio-Manufacturing Creation "
                                "Project,FY2009,Firms,5,firms\n"
                             << QStringList{ "TOKAI_BIO 2009 firms 5 @E2" };
  QTest::newRow( "parts are no wholes" ) << "平成21年度\nコード,製造業,,企業数,大学数\n,企業数,増減,,\nTOKAI_BIO,3,△1,5,6\n"
                                         << QStringList{ "TOKAI_BIO 2009 firms 5 @D4", "TOKAI_BIO 2009 universities 6 @E4" };
  QTest::newRow( "changes are no figures" )
      << "プロジェクト,企業数（社）,,,大学数\n,平成20年度,平成21年度,増減,\n東海バイオものづくり創生プロジェクト,5,3,△2,9\n"
      << QStringList{ "TOKAI_BIO 2008 firms 5 @B3", "TOKAI_BIO 2009 firms 3 @C3" };
  QTest::newRow( "one heading over all" ) << "平成21年度\nコード,参加状況,\n,企業数,大学数\nTOKAI_BIO,5,6\n"
                                          << QStringList{ "TOKAI_BIO 2009 firms 5 @B4", "TOKAI_BIO 2009 universities 6 @C4" };
  QTest::newRow( "unit after another bracket" ) << "平成21年度\nコード,関係機関数（企業を含む計）（機関）\nTOKAI_BIO,5\n"
                                                << QStringList{ "TOKAI_BIO 2009 total_participating_orgs 5 @B3" };
  QTest::newRow( "no header" ) << "東海バイオものづくり創生プロジェクト,5\n首都圏情報ベンチャーフォーラム,6\n" << QStringList();
}

void TestCaStatisticsImporter::sheets()
{
  QFETCH( QString, text );
  QFETCH( QStringList, figures );
  const Result result = import( file( text ) );
  if ( figures.isEmpty() )
  {
    QVERIFY( !result.ok );
    return;
  }
  QVERIFY2( result.ok, qPrintable( result.error + QString::fromUtf8( QJsonDocument( result.report.toJson() ).toJson() ) ) );
  QCOMPARE( result.figures, figures );
  QCOMPARE( result.report.figures, static_cast<qint64>( figures.size() ) );
}

void TestCaStatisticsImporter::dataAsPublished()
{
  const QString text = QStringLiteral( "平成21年度・平成22年度　産業クラスター計画の参加企業数等,,,,,,\r\n"
                                       ",,,,,,（単位：社、校）\r\n"
                                       "プロジェクトコード,プロジェクト名,企業数（社）,,大学・高専数（校）,,備考\r\n"
                                       ",,平成21年度,平成22年度,平成21年度,平成22年度,\r\n"
                                       "HOKKAIDO_CLUSTER,北海道地域産業クラスター計画,約300,\"1,234\",16,x,\r\n"
                                       "TOHOKU_CORRIDOR,ＴＯＨＯＫＵものづくりコリドー,△12,…,-,８校,注1\r\n"
                                       "合計,,288,\"1,234\",16,8,\r\n"
                                       "注1）推計値,,,,,,\r\n"
                                       "資料：経済産業省,,,,,,\r\n" );
  for ( const QString encoding : { "CP932", "UTF-8", "EUC-JP", "UTF-16LE" } )
  {
    const Result result = import( file( text, encoding ) );
    QVERIFY2( result.ok, qPrintable( result.error ) );
    QCOMPARE( result.figures,
              ( QStringList{ "HOKKAIDO_CLUSTER 2009 firms 300 approx @C5", "HOKKAIDO_CLUSTER 2010 firms 1234 @D5",
                             "HOKKAIDO_CLUSTER 2009 universities 16 @E5", "HOKKAIDO_CLUSTER 2010 universities suppressed @F5",
                             "TOHOKU_CORRIDOR 2009 firms -12 @C6", "TOHOKU_CORRIDOR 2010 firms not_available @D6",
                             "TOHOKU_CORRIDOR 2009 universities 0 zero @E6", "TOHOKU_CORRIDOR 2010 universities 8 @F6" } ) );
    QCOMPARE( result.report.totals, 1LL );
    QCOMPARE( result.report.notes, 2LL );
    QCOMPARE( result.report.rows, 2LL );
    QCOMPARE( result.profile.encoding, encoding );
    QCOMPARE( result.profile.headerRow, 3 );
    QCOMPARE( result.profile.headerRows, 2 );
    QCOMPARE( result.profile.firstRow, 5 );
  }
}

void TestCaStatisticsImporter::mergedOwnersOfXlsx()
{
  const auto text = []( const QByteArray &address, const QByteArray &content )
  {
    return "<c r=\"" + address + "\" t=\"inlineStr\"><is><t>" + content + "</t></is></c>";
  };
  Xlsx book;
  book.sheet = "<sheetData><row r=\"2\">" + text( "B2", "プロジェクト" ) + text( "C2", "年度" ) + text( "D2", "企業数" ) +
               "</row><row r=\"3\">" + text( "D3", "社" ) + "</row><row r=\"4\">" + text( "B4", "東海バイオものづくり創生プロジェクト" ) +
               text( "C4", "平成20年度" ) + "<c r=\"D4\"><v>4</v></c></row><row r=\"5\">" + text( "C5", "平成21年度" ) +
               "<c r=\"D5\"><v>5</v></c></row><row r=\"6\">" + text( "B6", "首都圏情報ベンチャーフォーラム" ) +
               "<c r=\"C6\" s=\"1\"><v>39904</v></c><c r=\"D6\"><v>6</v></c></row></sheetData><mergeCells><mergeCell "
               "ref=\"B4:B5\"/><mergeCell ref=\"B2:B3\"/></mergeCells>";
  book.styles = "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs>";
  const QString fileName = writeZip( mFolder.filePath( "merged.xlsx" ), book.parts() );
  Result result = import( fileName, false, []( CaSheetProfile &profile ) { profile.fillDown = false; } );
  QVERIFY2( result.ok, qPrintable( result.error + QString::fromUtf8( QJsonDocument( result.report.toJson() ).toJson() ) ) );
  QCOMPARE( result.figures, ( QStringList{ "TOKAI_BIO 2008 firms 4 @D4", "TOKAI_BIO 2009 firms 5 @D5", "TOKYO_IT 2009 firms 6 @D6" } ) );

  // A date where a number or a code should be is none.
  QByteArray bad = book.sheet;
  book.sheet.replace( "<c r=\"D6\"><v>6</v></c>", "<c r=\"D6\" s=\"1\"><v>6</v></c>" );
  result = import( writeZip( mFolder.filePath( "date.xlsx" ), book.parts() ) );
  QVERIFY( !result.ok );
  QCOMPARE( result.report.issues.at( 0 ).cell, QStringLiteral( "D6" ) );
  QCOMPARE( result.report.issues.at( 0 ).sheet, QStringLiteral( "集計" ) );

  // A figure of two rows is of neither for certain.
  book.sheet = bad.replace( "B2:B3", "D5:D6" ).replace( "<c r=\"D6\"><v>6</v></c>", "" );
  result = import( writeZip( mFolder.filePath( "value.xlsx" ), book.parts() ) );
  QVERIFY2( result.ok, qPrintable( result.error ) );
  QCOMPARE( result.report.doubts, 1LL );
  QCOMPARE( result.report.issues.at( 0 ).cell, QStringLiteral( "D5" ) );
}

void TestCaStatisticsImporter::codeAndNameTogether()
{
  // 12106 is Mihama ward of Chiba, or Iwamizawa with its check digit and without its zero: the name says which.
  Result result = import( file( "平成21年度\n団体コード,市区町村,企業数\n12106,岩見沢市,5\n" ) );
  QVERIFY2( result.ok, qPrintable( result.error + QString::fromUtf8( QJsonDocument( result.report.toJson() ).toJson() ) ) );
  QCOMPARE( result.figures, QStringList{ "01210 2009 firms 5 @C3" } );
  result = import( file( "平成21年度\n団体コード,市区町村,企業数\n12106,,5\n" ), false,
                   []( CaSheetProfile &profile ) { profile.columns[0].role = CaSheetColumn::Role::Code; } );
  QVERIFY( !result.ok );
  QCOMPARE( result.report.issues.at( 0 ).cell, QStringLiteral( "A3" ) );
  // A name of two municipalities, with the code of one.
  result = import( file( "平成21年度\n団体コード,市区町村,企業数\n132063,府中市,5\n" ) );
  QCOMPARE( result.figures, QStringList{ "13206 2009 firms 5 @C3" } );
}

void TestCaStatisticsImporter::moneyWithoutUnit()
{
  Result result = import( file( "コード,年度,売上高\nTOKAI_BIO,平成21年度,5\n" ) );
  QVERIFY2( result.ok, qPrintable( result.error ) );
  QCOMPARE( result.report.doubts, 1LL );
  QCOMPARE( result.report.issues.at( 0 ).cell, QStringLiteral( "C1" ) );
  QVERIFY2( result.report.issues.at( 0 ).problem.contains( "億円" ), qPrintable( result.report.issues.at( 0 ).problem ) );
  result = import( file( "コード,年度,売上高（億円）\nTOKAI_BIO,平成21年度,5\n" ) );
  QCOMPARE( result.report.doubts, 0LL );
}

void TestCaStatisticsImporter::profileIsObeyed()
{
  const QString fileName = file( "平成21年度\nコード,名称,企業数\nTOKAI_BIO,,5\nTOKYO_IT,,6\n,合計,11\n" );
  Result result = import( fileName, false, []( CaSheetProfile &profile ) { profile.totals = CaSheetProfile::Totals::National; } );
  QCOMPARE( result.figures, ( QStringList{ "TOKAI_BIO 2009 firms 5 @C3", "TOKYO_IT 2009 firms 6 @C4", "NATIONAL 2009 firms 11 @C5" } ) );
  result = import( fileName, false, []( CaSheetProfile &profile ) { profile.lastRow = 3; } );
  QCOMPARE( result.figures, QStringList{ "TOKAI_BIO 2009 firms 5 @C3" } );
  result = import( fileName, false, []( CaSheetProfile &profile ) { profile.firstRow = 4; } );
  QCOMPARE( result.figures, QStringList{ "TOKYO_IT 2009 firms 6 @C4" } );
  result = import( fileName, false, []( CaSheetProfile &profile ) { profile.ownerKind = "prefecture"; } );
  QVERIFY( !result.ok );
  result = import( file( "コード,年度,企業数\nTOKAI_BIO,平成20年度,5\n,平成21年度,6\n" ), false,
                   []( CaSheetProfile &profile ) { profile.fillDown = false; } );
  QVERIFY( !result.ok );
  QCOMPARE( result.report.issues.at( 0 ).cell, QStringLiteral( "A3" ) );
  QVERIFY2( result.report.issues.at( 0 ).problem.contains( "neither" ), qPrintable( result.report.issues.at( 0 ).problem ) );
  result = import( file( "コード,年度,企業数\nTOKAI_BIO,2009年,5\n" ), false,
                   []( CaSheetProfile &profile ) { profile.calendarIsFiscal = true; } );
  QCOMPARE( result.figures, QStringList{ "TOKAI_BIO 2009 firms 5 @C2" } );
}

CA_TEST_MAIN( TestCaStatisticsImporter )
#include "testcastatisticsimporter.moc"
