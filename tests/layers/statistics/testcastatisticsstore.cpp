// SPDX-License-Identifier: GPL-2.0-or-later
#include "catest.h"
#include "filedigest.h"
#include "statisticstest.h"

#include <qgsfeature.h>
#include <qgsfeatureiterator.h>
#include <qgsfeedback.h>
#include <qgsvectorlayer.h>

#include <QElapsedTimer>
#include <QFile>
#include <QProcess>

#include <limits>

Q_DECLARE_METATYPE( CaFigureRecord )

//! The user's statistics are kept whole, with where they come from, beside the shipped figures.
class TestCaStatisticsStore : public QObject
{
  Q_OBJECT

private slots:
  void init() { mTest = std::make_unique<StatisticsTest>(); }
  void cleanup() { mTest.reset(); }

  void badPackIsNamed_data();
  void badPackIsNamed();
  void badFigureIsNamed_data();
  void badFigureIsNamed();
  void badMetricIsNamed_data();
  void badMetricIsNamed();
  void sameFigureTwiceNamesBothCells();
  void sameFigureInTwoSheetsIsRefused();
  void lockedPackIsSaid();
  void fullDiskChangesNothing();
  void canceledImportChangesNothing();
  void killLeavesOldOrNew();

  void firstImportIsAllAdded();
  void everyFigureIsWritten_data();
  void everyFigureIsWritten();
  void importingAgainShowsTheDifference();
  void dryRunChangesNothing();
  void sheetWithoutFiguresEmptiesItself();
  void manyChangesAreCountedAndSomeListed();
  void theUsersFigureStandsBeforeTheShipped();
  void aFlagHidesNoValue();
  void lastImportedSheetWins();
  void removedFigureUncoversTheShipped();
  void listAndJoinedTableAgree();
  void newMetricGetsColumns();
  void shippedMetricGetsColumns();
  void worksWhileQgisHasItOpen();
  void journalModeStays();
  void packStaysSound();

private:
  QByteArray hash() const { return fileDigest( mTest->pack() ); }
  //! Runs the importing child to its end; \returns what it complains of.
  QString child( const QStringList &arguments ) const
  {
    QProcess process;
    process.start( QStringLiteral( CA_IMPORT_CHILD ), QStringList{ mTest->pack() } + arguments );
    process.waitForFinished();
    return QString::fromUtf8( process.readAllStandardError() );
  }
  //! Runs the child and kills it \a delay milliseconds after its start, or after it began to write; \returns whether it was still running.
  bool killedChild( const QStringList &arguments, int delay, bool whenWriting ) const
  {
    QProcess process;
    process.start( QStringLiteral( CA_IMPORT_CHILD ), QStringList{ mTest->pack() } + arguments );
    while ( whenWriting && !QFile::exists( mTest->pack() + "-journal" ) && !process.waitForFinished( 1 ) )
      continue;
    if ( process.waitForFinished( delay ) || process.state() == QProcess::NotRunning )
      return false;
    process.kill(); // SIGKILL
    process.waitForFinished();
    return true;
  }

  std::unique_ptr<StatisticsTest> mTest;
};

void TestCaStatisticsStore::badPackIsNamed_data()
{
  QTest::addColumn<QString>( "fileName" );
  QTest::addColumn<QString>( "said" );
  QTest::newRow( "missing" ) << "none.gpkg"
                             << "not there";
  QTest::newRow( "no database" ) << "text.gpkg"
                                 << "another kind of file";
  QTest::newRow( "foreign" ) << "foreign.gpkg"
                             << "not a Cluster Atlas data pack";
  QTest::newRow( "read-only" ) << "readonly.gpkg"
                               << "write-protected";
  QTest::newRow( "without statistics" ) << "earlier.gpkg"
                                        << "earlier Cluster Atlas";
  QTest::newRow( "shipped" ) << CaPaths::installedPack() << "never changed";
}

void TestCaStatisticsStore::badPackIsNamed()
{
  QFETCH( QString, fileName );
  QFETCH( QString, said );
  const QString path = fileName.startsWith( '/' ) ? fileName : mTest->folder() + '/' + fileName;
  QString error;
  if ( fileName == QLatin1String( "text.gpkg" ) )
  {
    QFile file( path );
    QVERIFY( file.open( QIODevice::WriteOnly ) );
    file.write( QByteArray( 4096, 'x' ) );
  }
  else if ( fileName != path && fileName != QLatin1String( "none.gpkg" ) )
  {
    QVERIFY( QFile::copy( mTest->pack(), path ) );
    std::optional<CaSqlite> database = CaSqlite::open( path, CaSqlite::Access::ReadWrite, &error );
    if ( fileName == QLatin1String( "foreign.gpkg" ) )
      QVERIFY( database->execute( QStringLiteral( "DROP TABLE pack_info" ), &error ) );
    if ( fileName == QLatin1String( "earlier.gpkg" ) )
      QVERIFY( database->execute( QStringLiteral( "DROP TABLE statistics" ), &error ) );
  }
  if ( fileName == QLatin1String( "readonly.gpkg" ) )
    QVERIFY( QFile::setPermissions( path, QFile::ReadOwner ) );
  QVERIFY( !CaStatisticsStore::open( path, &error ) );
  QVERIFY2( error.contains( path ) && error.contains( said ), qPrintable( error ) );
}

void TestCaStatisticsStore::badFigureIsNamed_data()
{
  QTest::addColumn<CaFigureRecord>( "record" );
  QTest::addColumn<QString>( "said" );
  const CaFigureRecord good = StatisticsTest::record( "prefecture", "13", 2009, "firms", 1 );
  auto row = []( const char *name, const CaFigureRecord &record, const char *said )
  {
    QTest::newRow( name ) << record << QString::fromUtf8( said );
  };
  CaFigureRecord bad = good;
  bad.ownerKind = "town";
  row( "kind", bad, "town" );
  bad = good;
  bad.ownerCode = " ";
  row( "no owner", bad, "no owner" );
  bad.ownerCode = "48";
  row( "no such prefecture", bad, "48" );
  row( "no such project", StatisticsTest::record( "project", "HOKKAIDO", 2009, "firms", 1 ), "is a bureau" );
  row( "project as other", StatisticsTest::record( "other", "KANSAI_BIO", 2009, "firms", 1 ), "is a project" );
  row( "short municipality", StatisticsTest::record( "municipality", "1101", 2009, "firms", 1 ), "five digits" );
  row( "municipality as other", StatisticsTest::record( "other", "13101", 2009, "firms", 1 ), "prefecture or municipality" );
  bad = good;
  bad.fiscalYear = 21;
  row( "era year", bad, "21 is no fiscal year" );
  bad = good;
  bad.metric = "fims";
  row( "metric", bad, "fims" );
  bad = good;
  bad.figure.unit = "thousand";
  row( "unit", bad, "thousand" );
  bad = good;
  bad.figure.value.reset();
  row( "no value", bad, "no value" );
  bad.figure.flag = CaFlag::Zero;
  row( "zero without value", bad, "no value" );
  bad = good;
  bad.figure.flag = CaFlag::Suppressed;
  row( "suppressed value", bad, "suppressed" );
  bad = good;
  bad.figure.flag = CaFlag::Zero;
  row( "zero that is one", bad, "zero" );
  bad = good;
  bad.figure.value = std::numeric_limits<double>::quiet_NaN();
  row( "NaN", bad, "no number" );
  bad.figure.value = std::numeric_limits<double>::infinity();
  row( "infinite", bad, "no number" );
}

void TestCaStatisticsStore::badFigureIsNamed()
{
  QFETCH( CaFigureRecord, record );
  QFETCH( QString, said );
  record.cell = "C12";
  const QByteArray before = hash();
  const QString error = mTest->import( { StatisticsTest::record( "prefecture", "01", 2009, "firms", 1 ), record } );
  QVERIFY2( error.contains( said ) && error.contains( "bureau.xlsx" ) && error.contains( "Sheet1!C12" ), qPrintable( error ) );
  QCOMPARE( hash(), before );
}

void TestCaStatisticsStore::badMetricIsNamed_data()
{
  QTest::addColumn<QString>( "code" );
  QTest::addColumn<QString>( "unit" );
  QTest::newRow( "empty" ) << ""
                           << "units";
  QTest::newRow( "upper case" ) << "Robots"
                                << "units";
  QTest::newRow( "SQL" ) << "x\"; DROP TABLE metrics; --"
                         << "units";
  QTest::newRow( "a column of its own" ) << "owner_code"
                                         << "units";
  QTest::newRow( "a companion" ) << "firms_flag"
                                 << "units";
  QTest::newRow( "no unit" ) << "robots"
                             << "";
  QTest::newRow( "another unit" ) << "firms"
                                  << "units";
}

void TestCaStatisticsStore::badMetricIsNamed()
{
  QFETCH( QString, code );
  QFETCH( QString, unit );
  CaMetric metric = StatisticsTest::ownMetric( code );
  metric.unit = unit;
  const QByteArray before = hash();
  QString error;
  const std::unique_ptr<CaStatisticsStore> store = CaStatisticsStore::open( mTest->pack(), &error );
  QVERIFY( !store->addMetric( metric, &error ) );
  QVERIFY2( error.contains( code ), qPrintable( error ) );
  QCOMPARE( hash(), before );
}

void TestCaStatisticsStore::sameFigureTwiceNamesBothCells()
{
  const QString error = mTest->import( { StatisticsTest::record( "prefecture", "13", 2009, "firms", 1, "B2" ),
                                         StatisticsTest::record( "prefecture", "13", 2009, "firms", 2, "B9" ) } );
  QVERIFY2( error.contains( "B2" ) && error.contains( "B9" ), qPrintable( error ) );
}

void TestCaStatisticsStore::sameFigureInTwoSheetsIsRefused()
{
  CaFigureRecord other = StatisticsTest::record( "prefecture", "13", 2009, "firms", 2 );
  other.sheet = "Sheet2";
  const QString error = mTest->import( { StatisticsTest::record( "prefecture", "13", 2009, "firms", 1 ), other } );
  QVERIFY2( error.contains( "Sheet1" ) && error.contains( "Sheet2" ), qPrintable( error ) );
  QCOMPARE( mTest->value( "SELECT count(*) FROM statistics" ), QString( "0" ) );
}

void TestCaStatisticsStore::lockedPackIsSaid()
{
  QString error;
  std::optional<CaSqlite> other = CaSqlite::open( mTest->pack(), CaSqlite::Access::ReadWrite, &error );
  CaSqliteTransaction edit( *other );
  QVERIFY( edit.begin( &error ) );
  const std::unique_ptr<CaStatisticsStore> store = CaStatisticsStore::open( mTest->pack(), &error );
  QVERIFY2( store, qPrintable( error ) );
  store->database().setBusyTimeout( 100 );
  const std::unique_ptr<CaStatisticsImport> import = CaStatisticsImport::start( *store, "bureau.xlsx", &error );
  QVERIFY( import->add( StatisticsTest::record( "prefecture", "13", 2009, "firms", 1 ), &error ) );
  CaImportDifference difference;
  QVERIFY( !import->commit( &difference, &error ) );
  QVERIFY2( error.contains( mTest->pack() ) && error.contains( "used by another program" ), qPrintable( error ) );
}

void TestCaStatisticsStore::fullDiskChangesNothing()
{
  const QByteArray before = hash();
  const QString error = child( { "20000", "1", QString::number( QFile( mTest->pack() ).size() + 100000 ) } );
  QVERIFY2( error.contains( "make room" ), qPrintable( error ) );
  QCOMPARE( hash(), before );
  QCOMPARE( mTest->value( "PRAGMA integrity_check" ), QString( "ok" ) );
}

void TestCaStatisticsStore::canceledImportChangesNothing()
{
  const QByteArray before = hash();
  QString error;
  const std::unique_ptr<CaStatisticsStore> store = CaStatisticsStore::open( mTest->pack(), &error );
  const std::unique_ptr<CaStatisticsImport> import = CaStatisticsImport::start( *store, "bureau.xlsx", &error );
  for ( int i = 0; i < 20000; ++i )
    QVERIFY2( import->add( StatisticsTest::record( "municipality", QString::number( 10000 + i ), 2009, "firms", 1 ), &error ),
              qPrintable( error ) );
  QgsFeedback feedback;
  feedback.cancel();
  CaImportDifference difference;
  QVERIFY( !import->commit( &difference, &error, &feedback ) );
  QVERIFY2( error.contains( "Canceled" ), qPrintable( error ) );
  QCOMPARE( hash(), before );
}

void TestCaStatisticsStore::killLeavesOldOrNew()
{
  const int rows = 30000;
  QElapsedTimer timer;
  timer.start();
  QCOMPARE( child( { QString::number( rows ), "1" } ), QString() );
  const int whole = static_cast<int>( timer.elapsed() );
  int killed = 0;
  int inTheMiddle = 0;
  for ( int i = 1; i <= 16; ++i )
  {
    const double newValue = i + 1;
    const double oldValue = mTest->value( "SELECT max(value) FROM statistics" ).toDouble();
    const bool wasKilled =
        killedChild( { QString::number( rows ), QString::number( newValue ) }, i % 2 ? whole * i / 6 : 3 * i, i % 2 == 0 );
    killed += wasKilled ? 1 : 0;
    inTheMiddle += QFile::exists( mTest->pack() + "-journal" ) ? 1 : 0;
    // The next to open it finds it whole, be it us or plain QGIS.
    QString error;
    if ( i % 2 == 0 )
      QVERIFY2( CaPack::open( mTest->pack(), &error ), qPrintable( error ) );
    else
      QVERIFY( QgsVectorLayer( mTest->pack() + "|layername=figures", "figures", "ogr" ).featureCount() > rows );
    const double value = mTest->value( "SELECT max(value) FROM statistics" ).toDouble();
    QVERIFY2( value == newValue || ( wasKilled && value == oldValue ), qPrintable( QString::number( value ) ) );
    QCOMPARE( mTest->value( "SELECT count(*) || ' ' || min(value) FROM statistics" ),
              QStringLiteral( "%1 %2.0" ).arg( rows ).arg( value ) );
    QCOMPARE( mTest->value( "SELECT count(*) || ' ' || min(firms) || ' ' || max(firms) FROM figures WHERE owner_kind = 'municipality'" ),
              QStringLiteral( "%1 %2.0 %2.0" ).arg( rows ).arg( value ) );
    QCOMPARE( mTest->value( "PRAGMA quick_check" ), QString( "ok" ) );
  }
  qInfo( "%d of 16 killed, %d while writing", killed, inTheMiddle );
  QVERIFY( killed >= 4 );
  QVERIFY( inTheMiddle >= 1 );
}

void TestCaStatisticsStore::firstImportIsAllAdded()
{
  CaImportDifference difference;
  CaFigureRecord about = StatisticsTest::record( "project", "KANSAI_BIO", 2009, "firms", 412, "C5" );
  about.figure.qualifier = CaQualifier::Approximate;
  QCOMPARE( mTest->import( { about, StatisticsTest::flagged( "project", "KANSAI_BIO", 2009, "employees", CaFlag::Suppressed ) },
                           "bureau.xlsx", &difference ),
            QString() );
  QCOMPARE( difference.added, 2 );
  QCOMPARE( difference.removed + difference.changed + difference.unchanged + difference.overShipped, 0 );
  QCOMPARE( difference.changes.size(), 2 );
  QCOMPARE( difference.changes.at( 0 ).after.value, std::optional<double>( 412 ) );
  QCOMPARE( difference.changes.at( 0 ).cell, QString( "C5" ) );
  QCOMPARE( mTest->value( "SELECT owner_kind || ' ' || value || ' ' || unit || ' ' || qualifier || ' ' || source_file || ' ' || sheet || ' "
                          "' || cell FROM statistics WHERE metric = 'firms'" ),
            QString( "project 412.0 firms approx bureau.xlsx Sheet1 C5" ) );
  QCOMPARE( mTest->value( "SELECT firms || ' ' || firms_qualifier || ' ' || firms_source || ' ' || employees_flag FROM figures WHERE "
                          "owner_code = 'KANSAI_BIO' AND fiscal_year = 2009" ),
            QString( "412.0 approx bureau.xlsx / Sheet1 / C5 suppressed" ) );
  QVERIFY( mTest->value( "SELECT imported_at FROM statistics" ).endsWith( 'Z' ) );
}

void TestCaStatisticsStore::everyFigureIsWritten_data()
{
  QTest::addColumn<int>( "count" );
  for ( const int count : { 1, 79, 80, 81, 160, 161 } ) // they are written 80 at once
    QTest::addRow( "%d", count ) << count;
}

void TestCaStatisticsStore::everyFigureIsWritten()
{
  QFETCH( int, count );
  QVector<CaFigureRecord> records;
  for ( int i = 0; i < count; ++i )
  {
    records << StatisticsTest::record( "prefecture", "13", 1900 + i, "firms", i, QStringLiteral( "B%1" ).arg( i + 2 ) );
    if ( i % 3 == 0 )
      records.last() = StatisticsTest::flagged( "prefecture", "13", 1900 + i, "firms", CaFlag::Suppressed );
  }
  QCOMPARE( mTest->import( records ), QString() );
  QCOMPARE( mTest->value( "SELECT count(*) FROM statistics" ), QString::number( count ) );
  const QString broken = mTest->value( "SELECT count(*) FROM statistics WHERE source_file <> 'bureau.xlsx' OR sheet <> 'Sheet1' OR "
                                       "owner_code <> '13' OR owner_kind <> 'prefecture' OR metric <> 'firms' OR unit <> 'firms' OR "
                                       "qualifier <> 'exact' OR imported_at NOT LIKE '2%Z' OR CASE (fiscal_year - 1900) % 3 WHEN 0 THEN "
                                       "value IS NOT NULL OR flag IS NOT 'suppressed' ELSE value IS NOT fiscal_year - 1900 OR flag IS NOT "
                                       "NULL OR cell IS NOT 'B' || (fiscal_year - 1898) END" );
  QCOMPARE( broken, QString( "0" ) );
}

void TestCaStatisticsStore::importingAgainShowsTheDifference()
{
  const auto record = &StatisticsTest::record;
  QCOMPARE( mTest->import( { record( "prefecture", "01", 2009, "firms", 1, "B1" ), record( "prefecture", "02", 2009, "firms", 2, "B2" ),
                             record( "prefecture", "03", 2009, "firms", 3, "B3" ) } ),
            QString() );
  QCOMPARE( mTest->import( { record( "prefecture", "01", 2009, "firms", 100, "B1" ) }, "other.xlsx" ), QString() );
  CaImportDifference difference;
  CaFigureRecord about = record( "prefecture", "03", 2009, "firms", 3, "B3" );
  about.figure.qualifier = CaQualifier::Approximate;
  QCOMPARE( mTest->import( { record( "prefecture", "02", 2009, "firms", 22, "B2" ), about,
                             record( "prefecture", "04", 2009, "firms", 4, "B4" ), record( "prefecture", "05", 2009, "firms", 5, "B5" ) },
                           "bureau.xlsx", &difference ),
            QString() );
  QCOMPARE( difference.added, 2 );
  QCOMPARE( difference.removed, 1 );
  QCOMPARE( difference.changed, 2 );
  QCOMPARE( difference.unchanged, 0 );
  const auto changed = std::find_if( difference.changes.constBegin(), difference.changes.constEnd(),
                                     []( const CaFigureChange &change ) { return change.ownerCode == QLatin1String( "02" ); } );
  QCOMPARE( changed->before.value.value(), 2.0 );
  QCOMPARE( changed->after.value.value(), 22.0 );
  QCOMPARE( changed->after.unit, QString( "firms" ) );
  const auto removed = std::find_if( difference.changes.constBegin(), difference.changes.constEnd(),
                                     []( const CaFigureChange &change ) { return change.kind == CaFigureChange::Kind::Removed; } );
  QCOMPARE( removed->ownerCode, QString( "01" ) );
  QCOMPARE( removed->before.value.value(), 1.0 );
  // The other file's figure is its own.
  QCOMPARE( mTest->value( "SELECT group_concat(owner_code || '=' || value) FROM (SELECT * FROM statistics ORDER BY owner_code)" ),
            QString( "01=100.0,02=22.0,03=3.0,04=4.0,05=5.0" ) );
  QCOMPARE( mTest->value( "SELECT firms FROM figures WHERE owner_code = '01'" ), QString( "100.0" ) );
}

void TestCaStatisticsStore::dryRunChangesNothing()
{
  const QByteArray before = hash();
  QString error;
  const std::unique_ptr<CaStatisticsStore> store = CaStatisticsStore::open( mTest->pack(), &error );
  const std::unique_ptr<CaStatisticsImport> import = CaStatisticsImport::start( *store, "bureau.xlsx", &error );
  QVERIFY( import->addMetric( StatisticsTest::ownMetric(), &error ) );
  QVERIFY( import->add( StatisticsTest::record( "prefecture", "13", 2009, "firms", 1 ), &error ) );
  CaImportDifference difference;
  QVERIFY( import->difference( &difference, &error ) );
  QCOMPARE( difference.added, 1 );
  QCOMPARE( hash(), before );
}

void TestCaStatisticsStore::sheetWithoutFiguresEmptiesItself()
{
  QCOMPARE( mTest->import( { StatisticsTest::record( "prefecture", "13", 2009, "firms", 1 ) } ), QString() );
  CaImportDifference difference;
  QCOMPARE( mTest->import( {}, "bureau.xlsx", &difference ), QString() );
  QCOMPARE( difference.removed, 1 );
  QCOMPARE( mTest->value( "SELECT count(*) FROM statistics" ), QString( "0" ) );
  QCOMPARE( mTest->value( "SELECT count(*) FROM figures WHERE owner_code = '13'" ), QString( "0" ) );
}

void TestCaStatisticsStore::manyChangesAreCountedAndSomeListed()
{
  QVector<CaFigureRecord> records;
  for ( int i = 0; i < 3 * CaStatisticsImport::MAXIMUM_CHANGES; ++i )
    records << StatisticsTest::record( "municipality", QString::number( 10000 + i ), 2009, "firms", i );
  CaImportDifference difference;
  QCOMPARE( mTest->import( records, "bureau.xlsx", &difference ), QString() );
  QCOMPARE( difference.added, records.size() );
  QCOMPARE( difference.changes.size(), CaStatisticsImport::MAXIMUM_CHANGES );
}

void TestCaStatisticsStore::theUsersFigureStandsBeforeTheShipped()
{
  CaImportDifference difference;
  QCOMPARE( mTest->import( { StatisticsTest::record( "national", "NATIONAL", 2009, "firms", 10321, "B2" ) }, "bureau.xlsx", &difference ),
            QString() );
  QCOMPARE( difference.overShipped, 1 );
  QCOMPARE( mTest->value( "SELECT firms || ' ' || firms_qualifier FROM figures WHERE owner_code = 'NATIONAL' AND fiscal_year = 2009" ),
            QString( "10321.0 exact" ) );
  const QString source = mTest->value( "SELECT firms_source FROM figures WHERE owner_code = 'NATIONAL' AND fiscal_year = 2009" );
  QVERIFY2( source.startsWith( "bureau.xlsx / Sheet1 / B2" ) && source.contains( "SEED-MAP" ), qPrintable( source ) );
  // What else is known of that owner and year stays.
  QCOMPARE(
      mTest->value( "SELECT universities || ' ' || universities_source FROM figures WHERE owner_code = 'NATIONAL' AND fiscal_year = 2009" ),
      QString( "290.0 SEED-MAP" ) );
}

void TestCaStatisticsStore::aFlagHidesNoValue()
{
  QCOMPARE( mTest->import( { StatisticsTest::flagged( "national", "NATIONAL", 2009, "firms", CaFlag::NotAvailable ) } ), QString() );
  QCOMPARE(
      mTest->value(
          "SELECT firms || coalesce(firms_flag, '') || firms_source FROM figures WHERE owner_code = 'NATIONAL' AND fiscal_year = 2009" ),
      QString( "10200.0SEED-MAP" ) );
}

void TestCaStatisticsStore::lastImportedSheetWins()
{
  QCOMPARE( mTest->import( { StatisticsTest::record( "prefecture", "13", 2009, "firms", 1 ) }, "a.csv" ), QString() );
  QCOMPARE( mTest->import( { StatisticsTest::record( "prefecture", "13", 2009, "firms", 2 ) }, "b.csv" ), QString() );
  QCOMPARE( mTest->value( "SELECT firms FROM figures WHERE owner_code = '13'" ), QString( "2.0" ) );
  QCOMPARE( mTest->import( { StatisticsTest::record( "prefecture", "13", 2009, "firms", 3 ) }, "a.csv" ), QString() );
  QCOMPARE( mTest->value( "SELECT firms FROM figures WHERE owner_code = '13'" ), QString( "3.0" ) );
  QCOMPARE( mTest->value( "SELECT count(*) FROM statistics" ), QString( "2" ) );
}

void TestCaStatisticsStore::removedFigureUncoversTheShipped()
{
  QCOMPARE( mTest->import( { StatisticsTest::record( "national", "NATIONAL", 2009, "firms", 10321 ) } ), QString() );
  QCOMPARE( mTest->import( {} ), QString() );
  QCOMPARE( mTest->value( "SELECT firms || ' ' || firms_source FROM figures WHERE owner_code = 'NATIONAL' AND fiscal_year = 2009" ),
            QString( "10200.0 SEED-MAP" ) );
}

void TestCaStatisticsStore::listAndJoinedTableAgree()
{
  QCOMPARE( mTest->import( { StatisticsTest::record( "national", "NATIONAL", 2009, "firms", 10321 ),
                             StatisticsTest::flagged( "national", "NATIONAL", 2009, "universities", CaFlag::NotAvailable ),
                             StatisticsTest::flagged( "project", "TOHOKU_CORRIDOR", 2009, "firms", CaFlag::Suppressed ),
                             StatisticsTest::record( "project", "KANTO_REGIONAL", 2009, "firms", 7 ) },
                           "a.csv" ),
            QString() );
  QCOMPARE( mTest->import( { StatisticsTest::record( "project", "KANTO_REGIONAL", 2009, "firms", 8 ),
                             StatisticsTest::flagged( "national", "NATIONAL", 2009, "firms", CaFlag::Suppressed ) },
                           "b.csv" ),
            QString() );
  const QString listed = QStringLiteral(
      "SELECT group_concat(coalesce(value, flag) || ' ' || source) FROM figure_list WHERE owner_code = '%1' AND fiscal_year = 2009 "
      "AND metric = '%2'" );
  QCOMPARE( mTest->value( listed.arg( "NATIONAL", "firms" ) ), QString( "10321.0 a.csv" ) );
  QCOMPARE( mTest->value( listed.arg( "NATIONAL", "universities" ) ), QString( "290.0 SEED-MAP" ) );
  QCOMPARE( mTest->value( listed.arg( "TOHOKU_CORRIDOR", "firms" ) ), QString( "suppressed a.csv" ) );
  QCOMPARE( mTest->value( listed.arg( "KANTO_REGIONAL", "firms" ) ), QString( "8.0 b.csv" ) );
  QCOMPARE( mTest->value( "SELECT group_concat(id) FROM (SELECT id FROM used_sources WHERE publisher IS NULL ORDER BY id)" ),
            QString( "a.csv,b.csv" ) );
  // Every figure of both metrics is in both, once.
  for ( const QString metric : { "firms", "universities" } )
  {
    const QString ofMetric = QStringLiteral( "FROM figure_list WHERE metric = '%1' AND fiscal_year IS NOT NULL" ).arg( metric );
    QVERIFY( mTest->value( "SELECT count(*) " + ofMetric ).toInt() > 3 );
    QCOMPARE( mTest->value( "SELECT count(value) " + ofMetric ),
              mTest->value( QStringLiteral( "SELECT count(%1) FROM figures WHERE fiscal_year IS NOT NULL" ).arg( metric ) ) );
    QCOMPARE( mTest->value(
                  QStringLiteral( "SELECT count(*) FROM (SELECT * %2) JOIN figures USING (owner_code, fiscal_year) WHERE value IS NOT %1" )
                      .arg( metric, ofMetric ) ),
              QString( "0" ) );
  }
}

void TestCaStatisticsStore::newMetricGetsColumns()
{
  CaFigureRecord robots = StatisticsTest::record( "prefecture", "13", 2009, "robots", 7 );
  robots.figure.unit = "units";
  QVERIFY( mTest->import( { robots } ).contains( "robots" ) ); // not known yet
  QCOMPARE( mTest->import( { robots }, "bureau.xlsx", nullptr, { StatisticsTest::ownMetric() } ), QString() );
  QCOMPARE( mTest->value( "SELECT robots || robots_qualifier FROM figures WHERE owner_code = '13'" ), QString( "7.0exact" ) );
  QCOMPARE( mTest->value( "SELECT name_en || ' ' || unit_ja || ' ' || extensive FROM metrics WHERE code = 'robots'" ),
            QString( "Robots units 1" ) );
  QString error;
  const std::optional<CaPack> pack = CaPack::open( mTest->pack(), &error );
  QVERIFY( pack->metricNames( "ja" ).value( "robots" ).contains( QString::fromUtf8( "ロボット台数" ) ) );
  const QVector<CaPackColumn> columns = pack->table( "figures" ).columns;
  QVERIFY( std::any_of( columns.constBegin(), columns.constEnd(),
                        []( const CaPackColumn &column )
                        { return column.name == QLatin1String( "robots_source" ) && !column.alias.value( "ja" ).isEmpty(); } ) );
  QCOMPARE( mTest->value( "SELECT title FROM gpkg_data_columns WHERE table_name = 'figures' AND column_name = 'robots'" ),
            QString::fromUtf8( "ロボット台数" ) );
}

void TestCaStatisticsStore::shippedMetricGetsColumns()
{
  QString error;
  const std::unique_ptr<CaStatisticsStore> store = CaStatisticsStore::open( mTest->pack(), &error );
  QVERIFY( !store->ensureColumns( { "firms", "nonsense" }, &error ) );
  QVERIFY2( error.contains( "nonsense" ) && error.contains( "sales" ), qPrintable( error ) );
  QVERIFY2( store->ensureColumns( { "firms", "sales" }, &error ), qPrintable( error ) );
  QCOMPARE( mTest->value( "SELECT sales || sales_qualifier FROM figures WHERE owner_code = 'HOKKAIDO_IT' AND fiscal_year = 2010" ),
            QString( "4125.0exact" ) );
}

void TestCaStatisticsStore::worksWhileQgisHasItOpen()
{
  QgsVectorLayer figures( mTest->pack() + "|layername=figures", "figures", "ogr" );
  QgsVectorLayer projects( mTest->pack() + "|layername=projects", "projects", "ogr" );
  QVERIFY( figures.isValid() && projects.isValid() );
  QgsFeature feature;
  QgsFeatureIterator reading = projects.getFeatures();
  QVERIFY( reading.nextFeature( feature ) );
  reading.close();
  QCOMPARE( mTest->import( { StatisticsTest::record( "prefecture", "13", 2009, "firms", 5 ) } ), QString() );
  QgsFeatureIterator found = figures.getFeatures( "\"owner_code\"='13'" );
  QVERIFY( found.nextFeature( feature ) );
  QCOMPARE( feature.attribute( "firms" ).toDouble(), 5.0 );
}

void TestCaStatisticsStore::journalModeStays()
{
  QCOMPARE( mTest->import( { StatisticsTest::record( "prefecture", "13", 2009, "firms", 5 ) } ), QString() );
  QCOMPARE( mTest->value( "PRAGMA journal_mode" ), QString( "delete" ) );
  QString error;
  CaSqlite::open( mTest->pack(), CaSqlite::Access::ReadWrite, &error )->value( "PRAGMA journal_mode = wal" );
  QCOMPARE( mTest->import( { StatisticsTest::record( "prefecture", "13", 2009, "firms", 6 ) } ), QString() );
  QCOMPARE( mTest->value( "PRAGMA journal_mode" ), QString( "wal" ) );
}

void TestCaStatisticsStore::packStaysSound()
{
  QCOMPARE( mTest->import( { StatisticsTest::record( "prefecture", "13", 2009, "firms", 5 ),
                             StatisticsTest::record( "prefecture", "13", 2010, "employees", 5 ) } ),
            QString() );
  QCOMPARE( mTest->value( "PRAGMA integrity_check" ), QString( "ok" ) );
  QCOMPARE( mTest->value( "PRAGMA foreign_key_check" ), QString() );
  QCOMPARE( mTest->value( "SELECT count(*) FROM (SELECT 1 FROM figures WHERE fiscal_year IS NOT NULL GROUP BY owner_code, fiscal_year "
                          "HAVING count(*) > 1)" ),
            QString( "0" ) );
  QString error;
  QVERIFY( CaPack::open( mTest->pack(), &error )->fiscalYears().contains( 2010 ) );
}

CA_TEST_MAIN( TestCaStatisticsStore )
#include "testcastatisticsstore.moc"
