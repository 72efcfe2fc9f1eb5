// SPDX-License-Identifier: GPL-2.0-or-later
#include "camarks.h"
#include "cametricnames.h"
#include "caownerresolver.h"
#include "capack.h"
#include "capaths.h"
#include "casheetunderstanding.h"
#include "castatisticsimporter.h"
#include "castatisticstemplate.h"
#include "catest.h"
#include "sheetfiles.h"

#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <QJsonDocument>
#include <QTemporaryDir>

using namespace SheetFiles;
using Format = CaStatisticsTemplate::Format;

//! What a bureau fills in is read back without a correction, and so is the example.
class TestCaStatisticsTemplate : public QObject
{
  Q_OBJECT

private slots:
  void initTestCase();
  void refuses();
  void characterThatCp932Lacks();
  void nothingIsReplacedWithoutLeave();
  void roundTrip_data();
  void roundTrip();
  void codesAreText();
  void example();

private:
  //! Writes 10, 11, 12, ... into the blank cells, as many as there are figures.
  void fill( const QString &fileName, Format format, int metrics );
  CaSheetReport import( const QString &fileName, QStringList *figures, CaSheetProfile *profile = nullptr );
  std::optional<CaPack> mPack;
  std::optional<CaMetricNames> mMetrics;
  std::optional<CaOwnerResolver> mOwners;
  QTemporaryDir mFolder;
};

void TestCaStatisticsTemplate::initTestCase()
{
  QString error;
  mPack = CaPack::open( CaPaths::installedPack(), &error );
  mMetrics = CaMetricNames::load( CaPaths::installedPack(), &error );
  mOwners = CaOwnerResolver::load( CaPaths::installedPack(), &error );
  QVERIFY2( mPack && mMetrics && mOwners, qPrintable( error ) );
}

CaSheetReport TestCaStatisticsTemplate::import( const QString &fileName, QStringList *figures, CaSheetProfile *profile )
{
  QString error;
  CaSheetReport report;
  const std::unique_ptr<CaTableSource> source = CaTableSource::open( fileName, {}, nullptr, &error );
  const std::optional<CaSheetSample> sample = source ? CaSheetSample::read( *source, 0, &error ) : std::nullopt;
  if ( !sample )
    qWarning( "%s", qPrintable( error ) );
  else
  {
    const CaSheetProfile guess = CaSheetUnderstanding( *mMetrics, *mOwners ).guess( *sample );
    const auto take = [figures]( const CaFigureRecord &record, QString * )
    {
      *figures << QStringLiteral( "%1 %2 %3 %4" )
                      .arg( record.ownerCode )
                      .arg( record.fiscalYear )
                      .arg( record.metric,
                            record.figure.value ? QString::number( *record.figure.value ) : CaFigureWords::of( record.figure.flag ) );
      return true;
    };
    if ( profile )
      *profile = guess;
    if ( !CaStatisticsImporter( guess, *mMetrics, *mOwners, CaMarks::builtIn() ).run( *source, 0, take, nullptr, &report, &error ) )
      report.add( { true, QString(), QString(), QString(), error } );
  }
  return report;
}

void TestCaStatisticsTemplate::refuses()
{
  QString error;
  CaStatisticsTemplate sheet;
  const QString target = mFolder.filePath( "refused.xlsx" );
  QVERIFY( !sheet.write( *mPack, target, Format::Xlsx, false, &error ) );
  QVERIFY2( error.contains( "fiscal year" ), qPrintable( error ) );
  sheet.fiscalYears = { 2009 };
  sheet.metrics = QStringList{ "no_such_metric" };
  QVERIFY( !sheet.write( *mPack, target, Format::Xlsx, false, &error ) );
  QVERIFY2( error.contains( "no_such_metric" ), qPrintable( error ) );
  sheet.metrics = QStringList{ "firms" };
  sheet.ownerKind = "planet";
  QVERIFY( !sheet.write( *mPack, target, Format::Xlsx, false, &error ) );
  QVERIFY2( error.contains( "planet" ), qPrintable( error ) );
  sheet.ownerKind = "project";
  write( mFolder.filePath( "file" ), "x" );
  QVERIFY( !sheet.write( *mPack, mFolder.filePath( "file/sheet.csv" ), Format::CsvUtf8, false, &error ) );
  QVERIFY( !QFileInfo::exists( target ) );
}

void TestCaStatisticsTemplate::characterThatCp932Lacks()
{
  QString missing;
  QVERIFY( !CaTextEncoding::encode( "abc𠮷", "CP932", &missing ) );
  QCOMPARE( missing, QStringLiteral( "𠮷" ) );
  QCOMPARE( CaTextEncoding::decode( *CaTextEncoding::encode( "〜−髙", "CP932" ), "CP932" ), QStringLiteral( "～－髙" ) );
}

void TestCaStatisticsTemplate::nothingIsReplacedWithoutLeave()
{
  CaStatisticsTemplate sheet;
  sheet.fiscalYears = { 2009 };
  sheet.metrics = QStringList{ "firms" };
  for ( const Format format : { Format::Xlsx, Format::CsvUtf8 } )
  {
    QString error;
    const QString target = write( mFolder.filePath( format == Format::Xlsx ? "mine.xlsx" : "mine.csv" ), "mine" );
    QVERIFY( !sheet.write( *mPack, target, format, false, &error ) );
    QVERIFY2( error.contains( target ), qPrintable( error ) );
    QFile file( target );
    QVERIFY( file.open( QIODevice::ReadOnly ) );
    QCOMPARE( file.readAll(), QByteArray( "mine" ) );
    QVERIFY( sheet.write( *mPack, target, format, true, &error ) );
    QFile::remove( CaStatisticsTemplate::codesFileName( target ) );
  }
}

void TestCaStatisticsTemplate::fill( const QString &fileName, Format format, int metrics )
{
  int next = 10;
  if ( format != Format::Xlsx )
  {
    QFile file( fileName );
    QVERIFY( file.open( QIODevice::ReadWrite ) );
    QByteArray blank( metrics + 1, ',' ), filled;
    const QByteArray bytes = file.readAll();
    const QList<QByteArray> lines = bytes.split( '\n' );
    for ( QByteArray line : lines )
    {
      if ( line.endsWith( blank + '\r' ) )
      {
        line.chop( blank.size() + 1 );
        for ( int i = 0; i < metrics; ++i )
          line += "," + QByteArray::number( next++ );
        line += ",\r";
      }
      filled += line + '\n';
    }
    filled.chop( 1 );
    file.resize( 0 );
    file.write( filled );
    return;
  }
  // Of a sheet of texts GDAL does not know that the first row is a header.
  CPLSetThreadLocalConfigOption( "OGR_XLSX_HEADERS", "FORCE" );
  const GDALDatasetUniquePtr book( GDALDataset::Open( fileName.toUtf8().constData(), GDAL_OF_VECTOR | GDAL_OF_UPDATE ) );
  QVERIFY( book != nullptr );
  OGRLayer *layer = book->GetLayer( 0 );
  layer->ResetReading();
  for ( const OGRFeatureUniquePtr &feature : *layer )
  {
    for ( int i = 0; i < metrics; ++i )
      feature->SetField( 3 + i, QByteArray::number( next++ ).constData() );
    QCOMPARE( layer->SetFeature( feature.get() ), OGRERR_NONE );
  }
  CPLSetThreadLocalConfigOption( "OGR_XLSX_HEADERS", nullptr );
}

void TestCaStatisticsTemplate::roundTrip_data()
{
  QTest::addColumn<int>( "format" );
  QTest::addColumn<QString>( "language" );
  QTest::addColumn<QString>( "kind" );
  QTest::addColumn<int>( "owners" );
  const QVector<std::pair<const char *, Format>> formats{ { "XLSX", Format::Xlsx },
                                                          { "UTF-8", Format::CsvUtf8 },
                                                          { "CP932", Format::CsvCp932 } };
  const QVector<std::pair<const char *, int>> kinds{ { "project", 18 }, { "subarea", 8 }, { "bureau", 9 }, { "prefecture", 47 } };
  for ( const auto &format : formats )
  {
    for ( const char *language : { "ja", "en" } )
    {
      for ( const auto &kind : kinds )
        QTest::newRow( qPrintable( QStringLiteral( "%1 %2 %3" ).arg( format.first, language, kind.first ) ) )
            << static_cast<int>( format.second ) << language << kind.first << kind.second;
    }
  }
}

void TestCaStatisticsTemplate::roundTrip()
{
  QFETCH( int, format );
  QFETCH( QString, language );
  QFETCH( QString, kind );
  QFETCH( int, owners );
  QString error;
  CaStatisticsTemplate sheet;
  sheet.language = language;
  sheet.ownerKind = kind;
  sheet.fiscalYears = { 1988, 1989, 2009, 2019 };
  sheet.metrics = mMetrics->codes(); // every metric there is
  const QString fileName = mFolder.filePath(
      QStringLiteral( "%1_%2_%3.%4" ).arg( format ).arg( language, kind, format == static_cast<int>( Format::Xlsx ) ? "xlsx" : "csv" ) );
  QVERIFY2( sheet.write( *mPack, fileName, static_cast<Format>( format ), false, &error ), qPrintable( error ) );

  // Untouched, nothing in it is a value, and nothing is wrong.
  QStringList figures;
  CaSheetReport report = import( fileName, &figures );
  QVERIFY2( report.isClean(), QJsonDocument( report.toJson() ).toJson().constData() );
  const int count = owners * sheet.fiscalYears.size() * sheet.metrics.size();
  QCOMPARE( figures.size(), count );
  QCOMPARE( report.flags.value( "not_available" ), static_cast<qint64>( count ) );

  fill( fileName, static_cast<Format>( format ), sheet.metrics.size() );
  figures.clear();
  report = import( fileName, &figures );
  QVERIFY2( report.isClean(), QJsonDocument( report.toJson() ).toJson().constData() );
  QCOMPARE( report.doubts, 0LL );
  QCOMPARE( figures.size(), count );
  QCOMPARE( report.owners.size(), owners );
  QCOMPARE( report.fiscalYears, ( QSet<int>{ 1988, 1989, 2009, 2019 } ) );
  QVERIFY2( figures.first().endsWith( " 1988 " + sheet.metrics.first() + " 10" ), qPrintable( figures.first() ) );
  QVERIFY2( figures.last().endsWith( " 2019 " + sheet.metrics.last() + QStringLiteral( " %1" ).arg( 10 + count - 1 ) ),
            qPrintable( figures.last() ) );
}

void TestCaStatisticsTemplate::codesAreText()
{
  CaStatisticsTemplate sheet;
  sheet.ownerKind = "prefecture";
  sheet.fiscalYears = { 2009 };
  sheet.metrics = QStringList{ "firms" };
  QString error;
  const QString fileName = mFolder.filePath( "codes.xlsx" );
  QVERIFY2( sheet.write( *mPack, fileName, Format::Xlsx, false, &error ), qPrintable( error ) );
  const Read figures = readSheet( fileName ), codes = readSheet( fileName, 1 );
  QCOMPARE( figures.error + codes.error, QString() );
  QVERIFY2( figures.cells.contains( "A2=01" ), qPrintable( figures.cells.mid( 0, 9 ).join( "|" ) ) ); // a number would be #1
  QVERIFY( codes.cells.contains( "B2=HOKKAIDO_CLUSTER" ) );
  QVERIFY( codes.cells.join( "|" ).contains( "=firms|" ) );
  // The CSV has them in a file of its own.
  QVERIFY2( sheet.write( *mPack, mFolder.filePath( "codes.csv" ), Format::CsvCp932, false, &error ), qPrintable( error ) );
  QCOMPARE( readSheet( mFolder.filePath( "codes_codes.csv" ) ).cells, codes.cells );
}

void TestCaStatisticsTemplate::example()
{
  const QString fileName = QStringLiteral( CA_SOURCE_DIR "/data/examples/made_up_figures_h21_h22_cp932.csv" );
  QStringList figures;
  CaSheetProfile profile;
  const CaSheetReport report = import( fileName, &figures, &profile );
  QVERIFY2( report.isClean(), QJsonDocument( report.toJson() ).toJson().constData() );
  QCOMPARE( profile.encoding, QStringLiteral( "CP932" ) );
  QCOMPARE( profile.ownerKind, QStringLiteral( "project" ) );
  QCOMPARE( report.owners.size(), 18 );
  QCOMPARE( report.fiscalYears, ( QSet<int>{ 2009, 2010 } ) );
  QCOMPARE( report.metrics, ( QSet<QString>{ "firms", "universities", "public_test_labs", "financial_institutions", "sales" } ) );
  QCOMPARE( figures.size(), 18 * 2 * 5 );
  QCOMPARE( report.doubts, 0LL );
  QVERIFY( report.totals > 0 && report.notes > 0 );
  for ( const QString flag : { "zero", "not_available", "suppressed" } )
    QVERIFY2( report.flags.value( flag ) > 0, qPrintable( flag ) );
  // It says of itself that it is made up: in its name, its title and a column.
  const QStringList cells = readSheet( fileName ).cells;
  QVERIFY( cells.first().contains( "架空の値" ) );
  QCOMPARE( cells.filter( "架空の値" ).size() >= 19, true );
}

CA_TEST_MAIN( TestCaStatisticsTemplate )
#include "testcastatisticstemplate.moc"
