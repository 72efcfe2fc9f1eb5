// SPDX-License-Identifier: GPL-2.0-or-later
#include "caprovider.h"
#include "castatistics.h"
#include "catest.h"
#include "runalgorithm.h"
#include "layers/statistics/sheetfiles.h"
#include "layers/statistics/statisticstest.h"

#include <qgsprocessingfeedback.h>
#include <qgsproject.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

//! Importing sheets as the toolbox, qgis_process and the dialog do.
class TestCaImportStatistics : public QObject
{
  Q_OBJECT

private slots:
  void initTestCase() { mRegistered = CaProvider::registerOnce(); }
  void cleanupTestCase()
  {
    if ( mRegistered )
      CaProvider::unregister();
  }
  void init() { mTest = std::make_unique<StatisticsTest>(); }
  void cleanup() { mTest.reset(); }

  void badInputIsNamed_data();
  void badInputIsNamed();
  void badCellImportsNothing();
  void cancelImportsNothing();
  void dryRunChangesNothing();
  void exampleIsImported();
  void exampleAsWorkbookGivesTheSame();
  void importedAgainReplacesItsFigures();
  void twoFilesOfOneNameAreTwoSources();
  void profileSaysWhatColumnsAre();
  void ownMetricIsImported();

private:
  using Result = AlgorithmResult;
  Result imported( QVariantMap parameters, QgsProcessingFeedback *feedback = nullptr ) const
  {
    if ( !parameters.contains( "OUTPUT" ) )
      parameters.insert( "OUTPUT", mTest->pack() );
    return feedback ? runAlgorithm( "importstatistics", parameters, *feedback ) : runAlgorithm( "importstatistics", parameters );
  }
  QString sheet( const QString &text, const QString &name = "sheet.csv" ) const
  {
    return SheetFiles::write( mTest->folder() + '/' + name, SheetFiles::encoded( text, "CP932" ) );
  }
  std::optional<CaStatistic> figure( const QString &owner, const QString &metric, int year ) const
  {
    QString error;
    const std::unique_ptr<CaStatistics> statistics = CaStatistics::open( mTest->pack(), &error );
    return statistics ? statistics->value( owner, metric, year ) : std::nullopt;
  }
  QByteArray bytes( const QString &fileName ) const
  {
    QFile file( fileName );
    return file.open( QIODevice::ReadOnly ) ? file.readAll() : QByteArray();
  }

  std::unique_ptr<StatisticsTest> mTest;
  bool mRegistered = false;
};

namespace
{
QString example()
{
  return QStringLiteral( CA_SOURCE_DIR "/data/examples/made_up_figures_h21_h22_cp932.csv" );
}

QString rows( const QString &figures )
{
  return QStringLiteral( "プロジェクト名,平成21年度 企業数（社）\n" ) + figures;
}
} // namespace

void TestCaImportStatistics::badInputIsNamed_data()
{
  QTest::addColumn<QVariantMap>( "parameters" );
  QTest::addColumn<QString>( "named" );
  QTest::newRow( "no sheet" ) << QVariantMap{ { "INPUT", "/nowhere/none.csv" } } << "/nowhere/none.csv";
  QTest::newRow( "no such sheet" ) << QVariantMap{ { "INPUT", example() }, { "SHEET", "集計" } } << "集計";
  QTest::newRow( "no pack" ) << QVariantMap{ { "INPUT", example() }, { "OUTPUT", "/nowhere/none.gpkg" } } << "none.gpkg";
  QTest::newRow( "no pack at all" ) << QVariantMap{ { "INPUT", example() }, { "OUTPUT", "" } } << "OUTPUT";
  QTest::newRow( "the shipped pack" ) << QVariantMap{ { "INPUT", example() }, { "OUTPUT", CaPaths::installedPack() } }
                                      << CaPaths::installedPack();
  const QString noProfile = QStringLiteral( CA_SOURCE_DIR "/styles/layers.json" );
  QTest::newRow( "no profile" ) << QVariantMap{ { "INPUT", example() }, { "PROFILE", noProfile } } << noProfile;
  QTest::newRow( "wrong encoding" ) << QVariantMap{ { "INPUT", example() }, { "ENCODING", "UTF-8" } } << "UTF-8";
  QTest::newRow( "unknown encoding" ) << QVariantMap{ { "INPUT", example() }, { "ENCODING", "KOI8" } } << "ENCODING";
  QTest::newRow( "profile below a file" ) << QVariantMap{ { "INPUT", example() }, { "PROFILE_OUTPUT", "/dev/null/p.json" } }
                                          << "/dev/null/p.json";
}

void TestCaImportStatistics::badInputIsNamed()
{
  QFETCH( QVariantMap, parameters );
  QFETCH( QString, named );
  const QByteArray before = bytes( mTest->pack() );
  const Result result = imported( parameters );
  QVERIFY( !result.ok );
  QVERIFY2( result.log.contains( named ), qPrintable( result.log ) );
  QCOMPARE( bytes( mTest->pack() ), before );
}

void TestCaImportStatistics::badCellImportsNothing()
{
  const QString input = sheet( rows( "関西フロントランナープロジェクト,12\n関西バイオクラスタープロジェクト,<b>12abc\n" ) );
  const QByteArray before = bytes( mTest->pack() );
  const QString report = mTest->folder() + "/report.html";
  const Result result = imported( { { "INPUT", input }, { "REPORT", report } } );
  QVERIFY( !result.ok );
  QVERIFY2( result.log.contains( "B3" ), qPrintable( result.log ) );
  QCOMPARE( bytes( mTest->pack() ), before );
  const QString html = QString::fromUtf8( bytes( report ) );
  QVERIFY2( html.contains( "B3" ) && html.contains( "&lt;b&gt;12abc" ), "the report is there, and text stays text" );
}

void TestCaImportStatistics::cancelImportsNothing()
{
  QString text = rows( QString() );
  for ( int i = 0; i < 20000; ++i )
    text += QStringLiteral( "関西フロントランナープロジェクト,%1\n" ).arg( i );
  const QByteArray before = bytes( mTest->pack() );
  QgsProcessingFeedback feedback( false );
  feedback.cancel();
  const Result result = imported( { { "INPUT", sheet( text ) } }, &feedback );
  QVERIFY( !result.ok );
  QCOMPARE( bytes( mTest->pack() ), before );
}

void TestCaImportStatistics::dryRunChangesNothing()
{
  const QByteArray before = bytes( mTest->pack() );
  const QString report = mTest->folder() + "/report.json";
  const Result result = imported( { { "INPUT", example() }, { "DRY_RUN", true }, { "REPORT", report } } );
  QVERIFY2( result.ok, qPrintable( result.log ) );
  QCOMPARE( result.outputs.value( "FIGURES" ).toInt(), 180 );
  QCOMPARE( result.outputs.value( "ADDED" ).toInt(), 180 );
  QCOMPARE( bytes( mTest->pack() ), before );
  const QJsonObject json = QJsonDocument::fromJson( bytes( report ) ).object();
  QCOMPARE( json.value( "difference" ).toObject().value( "added" ).toInt(), 180 );
  QVERIFY( !json.value( "difference" ).toObject().value( "changes" ).toArray().isEmpty() );
}

void TestCaImportStatistics::exampleIsImported()
{
  // Cells of data/examples, read by eye.
  const Result result = imported( { { "INPUT", example() } } );
  QVERIFY2( result.ok, qPrintable( result.log ) );
  const std::optional<CaStatistic> about = figure( "HOKKAIDO_CLUSTER", "firms", 2009 );
  QVERIFY( about );
  QCOMPARE( about->figure.value.value_or( -1 ), 300.0 );
  QVERIFY( about->figure.qualifier == CaQualifier::Approximate );
  QVERIFY2( about->source.contains( "C7" ), qPrintable( about->source ) );
  QCOMPARE( figure( "KANSAI_BIO", "universities", 2009 )->figure.value.value_or( -1 ), 12.0 ); // １２
  QVERIFY( figure( "KYUSHU_KRIP", "firms", 2010 )->figure.qualifier == CaQualifier::AtLeast );
  QVERIFY( figure( "TOKYO_BIO", "public_test_labs", 2009 )->figure.flag == CaFlag::Suppressed );
  QVERIFY( !figure( "TOKYO_BIO", "public_test_labs", 2009 )->figure.value );
  QVERIFY( figure( "TOKAI_MONO", "financial_institutions", 2009 )->figure.flag == CaFlag::NotAvailable );
  QVERIFY( figure( "TOHOKU_CORRIDOR", "universities", 2010 )->figure.flag == CaFlag::Zero );
  QCOMPARE( figure( "CHUGOKU_NEXT", "sales", 2009 )->figure.value.value_or( 1 ), -12.34 ); // △1,234百万円 in 億円
  QCOMPARE( figure( "NATIONAL", "firms", 2009 )->figure.value.value_or( -1 ), 10200.0 );   // 合計 is no figure of the nation here
}

void TestCaImportStatistics::exampleAsWorkbookGivesTheSame()
{
  // The example as someone saves it from Excel: plain numbers become number cells, all else stays text.
  QString error;
  const std::unique_ptr<CaTableSource> csv = CaTableSource::open( example(), {}, nullptr, &error );
  QVERIFY2( csv && csv->openSheet( 0, &error ), qPrintable( error ) );
  QByteArray rows;
  CaTableRow row;
  while ( csv->next( row, &error ) == CaRead::Row )
  {
    rows += "<row r=\"" + QByteArray::number( row.number ) + "\">";
    for ( int column = 0; column < row.cells.size(); ++column )
    {
      const QString text = row.at( column ).text.toString();
      bool isNumber = false;
      const int number = QString( text ).remove( ',' ).toInt( &isNumber );
      const QByteArray address = CaTableSource::address( column, row.number ).toLatin1();
      if ( isNumber )
        rows += "<c r=\"" + address + "\"><v>" + QByteArray::number( number ) + "</v></c>";
      else if ( !text.isEmpty() )
        rows += "<c r=\"" + address + "\" t=\"inlineStr\"><is><t>" + text.toHtmlEscaped().toUtf8() + "</t></is></c>";
    }
    rows += "</row>";
  }
  QVERIFY2( error.isEmpty(), qPrintable( error ) );
  SheetFiles::Xlsx book;
  book.sheet = "<sheetData>" + rows + "</sheetData>";

  const auto figures = [this]
  {
    QString problem;
    std::optional<CaSqlite> database = CaSqlite::open( mTest->pack(), CaSqlite::Access::ReadOnly, &problem );
    QStringList all;
    CaSqliteQuery query = database->prepare(
        "SELECT owner_kind, owner_code, fiscal_year, metric, value, unit, qualifier, flag, cell FROM statistics ORDER BY 2, 3, 4" );
    while ( query.next() )
    {
      QStringList cells;
      for ( int i = 0; i < 9; ++i )
        cells << query.text( i );
      all << cells.join( ' ' );
    }
    return all;
  };
  Result result = imported( { { "INPUT", example() } } );
  QVERIFY2( result.ok, qPrintable( result.log ) );
  const int doubts = result.outputs.value( "DOUBTS" ).toInt();
  const QStringList fromCsv = figures();
  QCOMPARE( fromCsv.size(), 180 );
  mTest = std::make_unique<StatisticsTest>(); // another pack, since two sheets with one figure would be a contradiction
  const QString moved = mTest->folder() + "/example.xlsx";
  SheetFiles::writeZip( moved, book.parts() );
  result = imported( { { "INPUT", moved } } );
  QVERIFY2( result.ok, qPrintable( result.log ) );
  QCOMPARE( figures(), fromCsv );
  QCOMPARE( result.outputs.value( "DOUBTS" ).toInt(), doubts );
}

void TestCaImportStatistics::importedAgainReplacesItsFigures()
{
  const QString first = sheet( rows( "関西フロントランナープロジェクト,12\n関西バイオクラスタープロジェクト,7\n" ) );
  QVERIFY( imported( { { "INPUT", first } } ).ok );
  const Result same = imported( { { "INPUT", first } } );
  QCOMPARE( same.outputs.value( "UNCHANGED" ).toInt(), 2 );
  sheet( rows( "関西フロントランナープロジェクト,13\n環境ビジネスＫＡＮＳＡＩプロジェクト,5\n" ) );
  const Result changed = imported( { { "INPUT", first } } );
  QVERIFY2( changed.ok, qPrintable( changed.log ) );
  QCOMPARE( changed.outputs.value( "CHANGED" ).toInt(), 1 );
  QCOMPARE( changed.outputs.value( "ADDED" ).toInt(), 1 );
  QCOMPARE( changed.outputs.value( "REMOVED" ).toInt(), 1 );
  QCOMPARE( figure( "KANSAI_FRONT", "firms", 2009 )->figure.value.value_or( -1 ), 13.0 );
  QVERIFY( !figure( "KANSAI_BIO", "firms", 2009 ) );
}

void TestCaImportStatistics::twoFilesOfOneNameAreTwoSources()
{
  QVERIFY( QDir( mTest->folder() ).mkdir( "kinki" ) && QDir( mTest->folder() ).mkdir( "shikoku" ) );
  QVERIFY( imported( { { "INPUT", sheet( rows( "関西フロントランナープロジェクト,12\n" ), "kinki/h21.csv" ) } } ).ok );
  const Result second = imported( { { "INPUT", sheet( rows( "四国テクノブリッジ計画,8\n" ), "shikoku/h21.csv" ) } } );
  QVERIFY2( second.ok, qPrintable( second.log ) );
  QCOMPARE( second.outputs.value( "REMOVED" ).toInt(), 0 );
  QCOMPARE( figure( "KANSAI_FRONT", "firms", 2009 )->figure.value.value_or( -1 ), 12.0 );
  QCOMPARE( figure( "SHIKOKU_TB", "firms", 2009 )->figure.value.value_or( -1 ), 8.0 );
}

void TestCaImportStatistics::profileSaysWhatColumnsAre()
{
  // A header that says nothing of what is counted.
  const QString input = sheet( "名称,H21\n関西フロントランナープロジェクト,12\n" );
  const QString profile = mTest->folder() + "/profile.json";
  const Result unknown = imported( { { "INPUT", input }, { "DRY_RUN", true }, { "PROFILE_OUTPUT", profile } } );
  QVERIFY( !unknown.ok );
  QVERIFY2( unknown.log.contains( "H21" ), qPrintable( unknown.log ) );
  QJsonObject json = QJsonDocument::fromJson( bytes( profile ) ).object();
  QVERIFY( !json.isEmpty() );
  json.insert( "metric", "firms" );
  SheetFiles::write( profile, QJsonDocument( json ).toJson() );
  const Result known = imported( { { "INPUT", input }, { "PROFILE", profile }, { "PROFILE_EXACT", true } } );
  QVERIFY2( known.ok, qPrintable( known.log ) );
  QCOMPARE( figure( "KANSAI_FRONT", "firms", 2009 )->figure.value.value_or( -1 ), 12.0 );
}

void TestCaImportStatistics::ownMetricIsImported()
{
  const QString input = sheet( "プロジェクト名,平成21年度 "
                               "特許出願件数（件）\n関西フロントランナープロジェクト,1,234\n関西バイオクラスタープロジェクト,\"1,234\"\n" );
  QVERIFY( !imported( { { "INPUT", input } } ).ok );
  const QVariantMap metric{ { "CODE", "patents" },
                            { "NAME_JA", "特許出願件数" },
                            { "NAME_EN", "Patent applications" },
                            { "UNIT", "件" },
                            { "OUTPUT", mTest->pack() } };
  QVariantMap wrong = metric;
  wrong.insert( "UNIT", "匹々" );
  const Result refused = runAlgorithm( "addmetric", wrong );
  QVERIFY( !refused.ok );
  QVERIFY2( refused.log.contains( "匹々" ), qPrintable( refused.log ) );
  const Result added = runAlgorithm( "addmetric", metric );
  QVERIFY2( added.ok, qPrintable( added.log ) );
  sheet( "プロジェクト名,平成21年度 特許出願件数（件）\n関西バイオクラスタープロジェクト,\"1,234\"\n" );
  const Result result = imported( { { "INPUT", input } } );
  QVERIFY2( result.ok, qPrintable( result.log ) );
  QCOMPARE( figure( "KANSAI_BIO", "patents", 2009 )->figure.value.value_or( -1 ), 1234.0 );
}

CA_TEST_MAIN( TestCaImportStatistics )
#include "testcaimportstatistics.moc"
