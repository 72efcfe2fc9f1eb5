// SPDX-License-Identifier: GPL-2.0-or-later
#include "cacsvtable.h"
#include "capackbuilder.h"
#include "capackproblems.h"
#include "catest.h"
#include "filedigest.h"

#include <QDirIterator>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <memory>

/**
 * What the shipped data gives when one thing in it is broken: a message with file, line and column, and no pack.
 */
class TestCaPackBuilder : public QObject
{
  Q_OBJECT

private slots:
  void init();
  void brokenCellStopsTheBuild_data();
  void brokenCellStopsTheBuild();
  void brokenFileStopsTheBuild_data();
  void brokenFileStopsTheBuild();
  void missingFileStopsTheBuild_data();
  void missingFileStopsTheBuild();
  void wrongFolderIsSaid();
  void allProblemsAreListed();
  void toolEndsWithOneAndLeavesNothing();
  void packThatWasThereStays();
  void twoBuildsAreTheSame();

private:
  QString dataDir() const { return mDir->filePath( QStringLiteral( "data" ) ); }
  QString outputDir() const { return mDir->filePath( QStringLiteral( "output" ) ); }
  QString output() const { return outputDir() + QLatin1String( "/clusteratlas.gpkg" ); }
  static QString stylesDir() { return QStringLiteral( CA_SOURCE_DIR "/styles" ); }
  QStringList build() const { return CaPackBuilder::build( dataDir(), stylesDir(), output() ); }
  QStringList filesBeside() const { return QDir( outputDir() ).entryList( QDir::Files | QDir::Hidden ); }

  static QByteArray contents( const QString &path );
  static void setContents( const QString &path, const QByteArray &bytes );

  //! Writes \a value into the cell of the data row on line \a line.
  void setCell( const QString &file, int line, const QString &column, const QString &value ) const;

  std::unique_ptr<QTemporaryDir> mDir;
};

void TestCaPackBuilder::init()
{
  mDir = std::make_unique<QTemporaryDir>();
  QVERIFY( mDir->isValid() );
  QVERIFY( QDir().mkpath( outputDir() ) );
  const QDir source( QStringLiteral( CA_SOURCE_DIR "/data" ) );
  QDirIterator files( source.path(), { QStringLiteral( "*.csv" ), QStringLiteral( "*.geojson" ) }, QDir::Files,
                      QDirIterator::Subdirectories );
  while ( files.hasNext() )
  {
    const QString path = files.next();
    const QString target = dataDir() + QLatin1Char( '/' ) + source.relativeFilePath( path );
    QVERIFY( QDir().mkpath( QFileInfo( target ).path() ) );
    QVERIFY( QFile::copy( path, target ) );
    QVERIFY( QFile::setPermissions( target, QFile::ReadOwner | QFile::WriteOwner ) );
  }
}

QByteArray TestCaPackBuilder::contents( const QString &path )
{
  QFile file( path );
  return file.open( QIODevice::ReadOnly ) ? file.readAll() : QByteArray();
}

void TestCaPackBuilder::setContents( const QString &path, const QByteArray &bytes )
{
  QFile file( path );
  if ( !file.open( QIODevice::WriteOnly ) || file.write( bytes ) != bytes.size() )
    qFatal( "%s cannot be written", qPrintable( path ) );
}

void TestCaPackBuilder::setCell( const QString &file, int line, const QString &column, const QString &value ) const
{
  const QString path = dataDir() + QLatin1Char( '/' ) + file;
  CaPackProblems problems;
  const CaCsvTable table = CaCsvTable::read( path, file, problems );
  if ( !table.hasColumn( column ) )
    qFatal( "%s has no column %s", qPrintable( file ), qPrintable( column ) );
  const QStringList columns = table.columns();
  QByteArray text = columns.join( QLatin1Char( ',' ) ).toUtf8() + '\n';
  bool found = false;
  for ( int row = 0; row < table.size(); ++row )
  {
    QStringList fields;
    for ( const QString &name : columns )
    {
      const bool here = table.line( row ) == line && name == column;
      found = found || here;
      QString field = here ? value : table.value( row, name );
      fields << QLatin1Char( '"' ) + field.replace( QLatin1Char( '"' ), QLatin1String( "\"\"" ) ) + QLatin1Char( '"' );
    }
    text += fields.join( QLatin1Char( ',' ) ).toUtf8() + '\n';
  }
  if ( !found )
    qFatal( "%s has no row on line %d", qPrintable( file ), line );
  setContents( path, text );
}

void TestCaPackBuilder::brokenCellStopsTheBuild_data()
{
  QTest::addColumn<QString>( "file" );
  QTest::addColumn<int>( "line" );
  QTest::addColumn<QString>( "column" );
  QTest::addColumn<QString>( "value" );
  QTest::addColumn<QString>( "message" );
  const auto row = []( const char *name, const char *file, int line, const char *column, const QString &value, const char *message )
  {
    QTest::newRow( name ) << QString::fromLatin1( file ) << line << QString::fromLatin1( column ) << value
                          << QString::fromLatin1( message );
  };

  row( "prefecture 48", "prefectures.csv", 2, "code", QStringLiteral( "48" ), "is no JIS code" );
  row( "prefecture without its zero", "prefectures.csv", 2, "code", QStringLiteral( "1" ), "is no JIS code" );
  row( "full-width prefecture", "prefectures.csv", 2, "code", QString::fromUtf8( "\xEF\xBC\x90\xEF\xBC\x91" ), "is no JIS code" );
  row( "municipality of no prefecture", "area_members.csv", 59, "jis_code", QStringLiteral( "48202" ), "is no JIS code" );
  row( "municipality out of range", "area_members.csv", 59, "jis_code", QStringLiteral( "33900" ), "is no JIS code" );
  row( "municipality with its check digit", "area_members.csv", 59, "jis_code", QStringLiteral( "332020" ), "is no JIS code" );
  row( "municipality in another prefecture", "area_members.csv", 59, "jis_code", QStringLiteral( "34202" ), "does not" );
  row( "country", "partner_places.csv", 2, "country", QStringLiteral( "XX" ), "is no ISO 3166-1 code" );
  row( "region in lower case", "partner_places.csv", 4, "iso3166_2", QStringLiteral( "US-wa" ), "is no ISO 3166-2 code" );
  row( "region of another country", "partner_places.csv", 4, "iso3166_2", QStringLiteral( "DE-TH" ), "is no region of the country" );
  row( "region JP-48", "area_members.csv", 2, "iso3166_2", QStringLiteral( "JP-48" ), "is no ISO 3166-2 code" );

  row( "field of no project", "project_fields.csv", 2, "project_code", QStringLiteral( "NOWHERE" ), "refers to nothing" );
  row( "link to no partner", "partner_links.csv", 3, "partner_code", QStringLiteral( "ATLANTIS" ), "refers to nothing" );
  row( "figure of no owner", "participation.csv", 27, "owner_code", QStringLiteral( "NOWHERE" ), "refers to nothing" );
  row( "figure of an owner of another kind", "participation.csv", 27, "owner_code", QStringLiteral( "TAMA" ), "refers to nothing" );
  row( "figure of no metric", "participation.csv", 3, "metric", QStringLiteral( "companies" ), "refers to nothing" );
  row( "sub-area of another project", "partner_links.csv", 4, "subarea_code", QStringLiteral( "HOKKAIDO_IT" ), "is no sub-area" );
  row( "same code for two owners", "national.csv", 2, "code", QStringLiteral( "TAMA" ),
       "subareas.csv:2:code: 'TAMA' is also a code of national.csv" );
  row( "code twice", "sources.csv", 3, "id", QStringLiteral( "SEED-MAP" ), "is there twice, first in line 2" );

  row( "figure without unit", "participation.csv", 3, "unit", QString(), "is empty" );
  row( "figure in another unit", "participation.csv", 3, "unit", QStringLiteral( "persons" ), "is not firms" );
  row( "figure without year", "participation.csv", 28, "fiscal_year", QString(), "say in as_of why" );
  row( "figure without qualifier", "participation.csv", 3, "qualifier", QString(), "is empty" );
  row( "figure with an odd qualifier", "participation.csv", 3, "qualifier", QStringLiteral( "roughly" ), "is unknown" );
  row( "figure without source", "participation.csv", 3, "source", QString(), "is empty" );
  row( "figure from an unknown source", "participation.csv", 3, "source", QStringLiteral( "SEED-MAP;HEARSAY" ),
       "'HEARSAY' is no id of sources.csv" );
  row( "figure without value", "participation.csv", 3, "value", QString(), "is empty" );
  row( "figure with comma", "participation.csv", 3, "value", QStringLiteral( "10,200" ), "is no number" );
  row( "figure with words", "participation.csv", 3, "value", QStringLiteral( "about 10200" ), "is no number" );
  row( "figure twice", "participation.csv", 3, "metric", QStringLiteral( "projects" ), "a second figure of the same owner" );
  row( "Heisei year", "budget.csv", 2, "fiscal_year", QStringLiteral( "21" ), "is no year" );
  row( "second amount of a year", "budget.csv", 3, "fiscal_year", QStringLiteral( "2009" ), "a second national amount" );

  row( "misprint that was mended", "partner_links.csv", 24, "partner_label_ja",
       QString::fromUtf8( "\xE5\xBA\x83\xE6\x9D\xB1\xE3\x80\x81\xE9\x81\xBC\xE5\xAF\xA7" ), "is not in deck_labels.csv" );
  row( "label in other letters", "projects.csv", 3, "name_ja", QStringLiteral( "TOHOKU" ), "is not in deck_labels.csv" );
  row( "month 13", "gov_cooperation.csv", 2, "date", QStringLiteral( "2008-13" ), "is no period" );
  row( "latitude and longitude swapped", "partner_places.csv", 4, "lat", QStringLiteral( "-122.3321" ), "is beyond 90 degrees" );
  row( "longitude missing", "cases.csv", 4, "lon", QString(), "must both have a value" );
  row( "yes for 1", "partner_places.csv", 2, "judgement", QStringLiteral( "yes" ), "is neither 0 (no) nor 1 (yes)" );
  row( "space at the end", "bureaus.csv", 2, "short_en", QStringLiteral( "Hokkaido " ), "begins or ends with a space" );
  row( "organisation without source", "projects.csv", 2, "core_org_source", QString(), "must both have a value" );
  row( "unknown column in the schema", "schema/columns.csv", 2, "name", QStringLiteral( "identifier" ),
       "sources.csv:1:id: is not declared in schema/columns.csv" );
}

void TestCaPackBuilder::brokenCellStopsTheBuild()
{
  QFETCH( QString, file );
  QFETCH( int, line );
  QFETCH( QString, column );
  QFETCH( QString, value );
  QFETCH( QString, message );
  setCell( file, line, column, value );
  const QStringList problems = build();
  QVERIFY( !problems.isEmpty() );
  // A message that names a file is the beginning of a problem elsewhere; others are in the row that was broken.
  const QString where = message.contains( QLatin1String( ".csv:" ) ) ? message : QStringLiteral( "%1:%2:" ).arg( file ).arg( line );
  const bool found = std::any_of( problems.begin(), problems.end(),
                                  [&]( const QString &problem ) { return problem.startsWith( where ) && problem.contains( message ); } );
  QVERIFY2( found, qPrintable( problems.join( QLatin1Char( '\n' ) ) ) );
  QCOMPARE( filesBeside(), QStringList() );
}

void TestCaPackBuilder::brokenFileStopsTheBuild_data()
{
  QTest::addColumn<QString>( "file" );
  QTest::addColumn<QByteArray>( "from" );
  QTest::addColumn<QByteArray>( "to" );
  QTest::addColumn<QString>( "problem" );
  QTest::newRow( "column renamed" ) << QStringLiteral( "types.csv" ) << QByteArray( "name_en" ) << QByteArray( "english" )
                                    << QStringLiteral( "types.csv:1:name_en: is missing from the header" );
  QTest::newRow( "column too many" ) << QStringLiteral( "types.csv" ) << QByteArray( "name_en" ) << QByteArray( "name_en,name_en" )
                                     << QStringLiteral( "types.csv:1:name_en: is in the header twice" );
  QTest::newRow( "quote left open" ) << QStringLiteral( "types.csv" ) << QByteArray( "region-led" ) << QByteArray( "\"region-led" )
                                     << QStringLiteral( "types.csv:3: " );
  QTest::newRow( "shape of no prefecture" ) << QStringLiteral( "boundaries/prefectures.geojson" ) << QByteArray( "\"47\"" )
                                            << QByteArray( "\"48\"" ) << QStringLiteral( "prefectures.csv:48:code: '47' has no shape" );
  QTest::newRow( "shape of no partner" ) << QStringLiteral( "boundaries/partner_areas.geojson" ) << QByteArray( "\"VENETO\"" )
                                         << QByteArray( "\"VENICE\"" )
                                         << QStringLiteral( "boundaries/partner_areas.geojson:partner_code: 'VENICE'" );
  QTest::newRow( "shapes on another datum" ) << QStringLiteral( "boundaries/prefectures.geojson" ) << QByteArray( "EPSG::6668" )
                                             << QByteArray( "EPSG::4301" )
                                             << QStringLiteral( "boundaries/prefectures.geojson: must be in EPSG:6668" );
  QTest::newRow( "no GeoJSON" ) << QStringLiteral( "boundaries/countries.geojson" ) << QByteArray( "{" ) << QByteArray( "" )
                                << QStringLiteral( "boundaries/countries.geojson: cannot be read" );
  QTest::newRow( "no data date" ) << QStringLiteral( "pack_info.csv" ) << QByteArray( "data_date" ) << QByteArray( "date" )
                                  << QStringLiteral( "pack_info.csv:key: 'data_date' is missing" );
}

void TestCaPackBuilder::brokenFileStopsTheBuild()
{
  QFETCH( QString, file );
  QFETCH( QByteArray, from );
  QFETCH( QByteArray, to );
  QFETCH( QString, problem );
  const QString path = dataDir() + QLatin1Char( '/' ) + file;
  QByteArray bytes = contents( path );
  const int position = bytes.indexOf( from );
  QVERIFY( position >= 0 );
  setContents( path, bytes.replace( position, from.size(), to ) );
  const QStringList problems = build();
  const bool found = std::any_of( problems.begin(), problems.end(), [&]( const QString &line ) { return line.startsWith( problem ); } );
  QVERIFY2( found, qPrintable( problems.join( QLatin1Char( '\n' ) ) ) );
  QCOMPARE( filesBeside(), QStringList() );
}

void TestCaPackBuilder::missingFileStopsTheBuild_data()
{
  QTest::addColumn<QString>( "file" );
  for ( const char *file : { "projects.csv", "sources.csv", "schema/tables.csv", "schema/columns.csv", "boundaries/prefectures.geojson" } )
    QTest::newRow( file ) << QString::fromLatin1( file );
}

void TestCaPackBuilder::missingFileStopsTheBuild()
{
  QFETCH( QString, file );
  QVERIFY( QFile::remove( dataDir() + QLatin1Char( '/' ) + file ) );
  const QStringList problems = build();
  QVERIFY( !problems.isEmpty() );
  QVERIFY2( problems.join( QLatin1Char( '\n' ) ).contains( file + QLatin1String( ": cannot be read" ) ), qPrintable( problems.first() ) );
  QCOMPARE( filesBeside(), QStringList() );
}

void TestCaPackBuilder::wrongFolderIsSaid()
{
  const QString nowhere = mDir->filePath( QStringLiteral( "nowhere" ) );
  const QStringList problems = CaPackBuilder::build( nowhere, stylesDir(), output() );
  QCOMPARE( problems.size(), 1 );
  QVERIFY( problems.first().startsWith( nowhere + QLatin1String( ": is no folder" ) ) );
}

void TestCaPackBuilder::allProblemsAreListed()
{
  setCell( QStringLiteral( "participation.csv" ), 3, QStringLiteral( "unit" ), QString() );
  setCell( QStringLiteral( "participation.csv" ), 4, QStringLiteral( "qualifier" ), QString() );
  setCell( QStringLiteral( "gov_cooperation.csv" ), 2, QStringLiteral( "date" ), QStringLiteral( "spring" ) );
  QCOMPARE( build().size(), 3 );
}

void TestCaPackBuilder::toolEndsWithOneAndLeavesNothing()
{
  setCell( QStringLiteral( "participation.csv" ), 3, QStringLiteral( "unit" ), QString() );
  QProcess tool;
  tool.start( QStringLiteral( CA_PREFIX_DIR "/bin/capacktool" ), { dataDir(), stylesDir(), output() } );
  QVERIFY( tool.waitForFinished( 120000 ) );
  QCOMPARE( tool.exitStatus(), QProcess::NormalExit );
  QCOMPARE( tool.exitCode(), 1 );
  QVERIFY( tool.readAllStandardError().startsWith( "participation.csv:3:unit: is empty" ) );
  QCOMPARE( filesBeside(), QStringList() );
}

void TestCaPackBuilder::packThatWasThereStays()
{
  setContents( output(), "as it was" );
  setCell( QStringLiteral( "participation.csv" ), 3, QStringLiteral( "unit" ), QString() );
  QVERIFY( !build().isEmpty() );
  QCOMPARE( contents( output() ), QByteArray( "as it was" ) );
  QCOMPARE( filesBeside().size(), 1 );
}

void TestCaPackBuilder::twoBuildsAreTheSame()
{
  QCOMPARE( build(), QStringList() );
  QCOMPARE( filesBeside(), QStringList{ QStringLiteral( "clusteratlas.gpkg" ) } );
  const QByteArray first = fileDigest( output() );
  QTest::qSleep( 1100 ); // a clock in the file would show
  QCOMPARE( build(), QStringList() );
  QCOMPARE( fileDigest( output() ), first );
}

CA_TEST_MAIN( TestCaPackBuilder )
#include "testcapackbuilder.moc"
