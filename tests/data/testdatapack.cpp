// SPDX-License-Identifier: GPL-2.0-or-later
#include "cacsvtable.h"
#include "capackproblems.h"
#include "capackschema.h"
#include "catest.h"
#include "filedigest.h"

#include <qgsdistancearea.h>
#include <qgsproject.h>
#include <qgsvectorlayer.h>

#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QSqlRecord>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

/**
 * The pack that was built: it holds what the tables hold, no more and no less, and every QGIS can open it.
 */
class TestDataPack : public QObject
{
  Q_OBJECT

private slots:
  void initTestCase();
  void cleanupTestCase();

  void counts_data();
  void counts();
  void everyCellIsThatOfItsCsv();
  void databaseIsSound();
  void metadataIsComplete();
  void stylesAreDefaults();
  void readOnlyForAll();

  void layersOpen();
  void geometriesAreValid();
  void areasAreUnionsOfTheirPrefectures();
  void linksAreGeodesics();
  void joinKeysMatch();

  void viewsGiveTheFigures_data();
  void viewsGiveTheFigures();
  void usedSourcesAreThoseThatAreCited();
  void unknownStaysUnknown();
  void periodsAreDays();
  void ranksDifferWhereAreasMeet();
  void framesAreThere();

  void geoPackageValidatorIsContent();

private:
  static QString packPath() { return QStringLiteral( CA_PREFIX_DIR "/share/clusteratlas/clusteratlas.gpkg" ); }
  static QString dataDir() { return QStringLiteral( CA_SOURCE_DIR "/data" ); }

  //! Returns the first value of a query; a null variant if it gives no row.
  QVariant value( const QString &sql ) const;

  //! Returns the first column of a query as texts.
  QStringList list( const QString &sql ) const;

  std::unique_ptr<QgsVectorLayer> layer( const QString &table ) const;

  CaPackSchema mSchema;
  QSqlDatabase mDatabase;
  QByteArray mHash;
};

void TestDataPack::initTestCase()
{
  QVERIFY2( QFileInfo::exists( packPath() ), "the pack is not built: build the target `pack`" );
  mHash = fileDigest( packPath() );
  CaPackProblems problems;
  mSchema = CaPackSchema::read( dataDir(), problems );
  QVERIFY( problems.isEmpty() );
  mDatabase = QSqlDatabase::addDatabase( QStringLiteral( "QSQLITE" ), QStringLiteral( "pack" ) );
  mDatabase.setDatabaseName( packPath() );
  mDatabase.setConnectOptions( QStringLiteral( "QSQLITE_OPEN_READONLY" ) );
  QVERIFY( mDatabase.open() );
}

void TestDataPack::cleanupTestCase()
{
  mDatabase.close();
  mDatabase = QSqlDatabase();
  QSqlDatabase::removeDatabase( QStringLiteral( "pack" ) );
  QCOMPARE( fileDigest( packPath() ), mHash ); // whatever these tests opened, no byte changed
}

QVariant TestDataPack::value( const QString &sql ) const
{
  QSqlQuery query( mDatabase );
  if ( !query.exec( sql ) )
    qFatal( "%s: %s", qPrintable( sql ), qPrintable( query.lastError().text() ) );
  return query.next() ? query.value( 0 ) : QVariant();
}

QStringList TestDataPack::list( const QString &sql ) const
{
  QSqlQuery query( mDatabase );
  if ( !query.exec( sql ) )
    qFatal( "%s: %s", qPrintable( sql ), qPrintable( query.lastError().text() ) );
  QStringList result;
  while ( query.next() )
    result << query.value( 0 ).toString();
  return result;
}

std::unique_ptr<QgsVectorLayer> TestDataPack::layer( const QString &table ) const
{
  return std::make_unique<QgsVectorLayer>( packPath() + QLatin1String( "|layername=" ) + table, table, QStringLiteral( "ogr" ) );
}

void TestDataPack::counts_data()
{
  QTest::addColumn<QString>( "sql" );
  QTest::addColumn<int>( "expected" );
  const auto table = []( const char *name, int expected )
  {
    QTest::newRow( name ) << QStringLiteral( "SELECT count(*) FROM %1" ).arg( QLatin1String( name ) ) << expected;
  };
  table( "bureaus", 9 );
  table( "prefectures", 47 );
  table( "bureau_seats", 9 );
  table( "projects", 18 );
  table( "project_points", 18 );
  table( "project_fields", 30 );
  table( "subareas", 8 );
  table( "types", 2 );
  table( "type_examples", 6 );
  table( "area_members", 209 );
  table( "participation", 67 );
  table( "budget", 17 );
  table( "partner_places", 32 );
  table( "partner_links", 36 );
  table( "gov_cooperation", 15 );
  table( "conferences", 3 );
  table( "conference_sessions", 10 );
  table( "cases", 33 );
  table( "national", 1 );
  QTest::newRow( "lines of the deck" ) << QStringLiteral(
                                              "SELECT count(DISTINCT line_no) FROM partner_links WHERE line_no BETWEEN 1 AND 31" )
                                       << 31;
  QTest::newRow( "world areas" ) << QStringLiteral( "SELECT count(DISTINCT world_area_ja) FROM partner_links" ) << 4;
  QTest::newRow( "links to Asia and Oceania" )
      << QStringLiteral( "SELECT count(DISTINCT line_no) FROM partner_links WHERE world_area_en = 'Asia and Oceania'" ) << 14;
  QTest::newRow( "sub-areas proper" ) << QStringLiteral( "SELECT count(*) FROM subareas WHERE kind = 'subarea'" ) << 6;
  QTest::newRow( "sub-areas without a point" ) << QStringLiteral( "SELECT count(*) FROM subareas WHERE geom IS NULL" ) << 1;
  QTest::newRow( "metrics without a figure" ) << QStringLiteral(
                                                     "SELECT count(*) FROM metrics WHERE code NOT IN (SELECT metric FROM participation)" )
                                              << 0;
}

void TestDataPack::counts()
{
  QFETCH( QString, sql );
  QFETCH( int, expected );
  QCOMPARE( value( sql ).toInt(), expected );
}

void TestDataPack::everyCellIsThatOfItsCsv()
{
  int cells = 0;
  const QVector<CaPackTable> tables = mSchema.tables();
  for ( const CaPackTable &table : tables )
  {
    if ( !table.hasCsv() )
      continue;
    CaPackProblems problems;
    const CaCsvTable csv = CaCsvTable::read( dataDir() + QLatin1Char( '/' ) + table.csv, table.csv, problems );
    QVERIFY( problems.isEmpty() );
    QCOMPARE( value( QStringLiteral( "SELECT count(*) FROM %1" ).arg( table.name ) ).toInt(), csv.size() );
    for ( const CaPackColumn &column : table.columns )
    {
      if ( column.origin != CaPackColumn::Origin::Both )
        continue;
      QSqlQuery query( mDatabase );
      QVERIFY( query.exec( QStringLiteral( "SELECT \"%1\" FROM %2 ORDER BY fid" ).arg( column.name, table.name ) ) );
      for ( int row = 0; row < csv.size(); ++row )
      {
        QVERIFY( query.next() );
        const QVariant stored = query.value( 0 );
        const QString text = csv.value( row, column.name );
        const QString where =
            QStringLiteral( "%1:%2:%3 '%4' '%5'" ).arg( table.csv ).arg( csv.line( row ) ).arg( column.name, text, stored.toString() );
        if ( text.isEmpty() )
          QVERIFY2( stored.isNull() || column.name.startsWith( QLatin1String( "anchor_basis" ) ), qPrintable( where ) );
        else if ( column.type == QLatin1String( "TEXT" ) )
          QVERIFY2( stored.toString() == text, qPrintable( where ) );
        else
          QVERIFY2( std::abs( stored.toDouble() - text.toDouble() ) < 1e-9, qPrintable( where ) );
        ++cells;
      }
    }
  }
  QVERIFY( cells > 5000 );
}

void TestDataPack::databaseIsSound()
{
  QCOMPARE( list( QStringLiteral( "PRAGMA integrity_check" ) ), QStringList{ QStringLiteral( "ok" ) } );
  QCOMPARE( list( QStringLiteral( "PRAGMA foreign_key_check" ) ), QStringList() );
  QCOMPARE( value( QStringLiteral( "SELECT count(*) FROM pragma_foreign_key_list('partner_links')" ) ).toInt(), 4 );
  QCOMPARE( value( QStringLiteral( "PRAGMA journal_mode" ) ).toString(), QStringLiteral( "delete" ) ); // no -wal beside a read-only file
  // No time of the build anywhere.
  QCOMPARE( list( QStringLiteral( "SELECT DISTINCT substr(last_change, 1, 10) FROM gpkg_contents" ) ),
            list( QStringLiteral( "SELECT value FROM pack_info WHERE key = 'data_date'" ) ) );
}

void TestDataPack::metadataIsComplete()
{
  const QVector<CaPackTable> tables = mSchema.tables();
  for ( const CaPackTable &table : tables )
  {
    QCOMPARE( value( QStringLiteral( "SELECT count(*) FROM gpkg_contents WHERE table_name = '%1'" ).arg( table.name ) ).toInt(), 1 );
    QCOMPARE( value( QStringLiteral( "SELECT count(*) FROM pack_tables WHERE name = '%1'" ).arg( table.name ) ).toInt(), 1 );
    QStringList columns =
        list( QStringLiteral( "SELECT name FROM pragma_table_info('%1') WHERE name NOT IN ('fid', 'geom')" ).arg( table.name ) );
    QCOMPARE( columns, list( QStringLiteral( "SELECT name FROM pack_columns WHERE table_name = '%1' ORDER BY seq" ).arg( table.name ) ) );
    if ( table.isView )
      continue;
    QCOMPARE( columns.size(),
              value( QStringLiteral( "SELECT count(*) FROM gpkg_data_columns WHERE table_name = '%1' AND title <> ''" ).arg( table.name ) )
                  .toInt() );
    QCOMPARE( value( QStringLiteral( "SELECT count(*) FROM gpkg_metadata_reference WHERE table_name = '%1'" ).arg( table.name ) ).toInt(),
              1 );
    if ( !table.geometry.isEmpty() )
      QCOMPARE(
          value( QStringLiteral( "SELECT count(*) FROM gpkg_extensions WHERE table_name = '%1' AND extension_name = 'gpkg_rtree_index'" )
                     .arg( table.name ) )
              .toInt(),
          1 );
  }
  // A path of the machine on which the data was gathered has no place in the pack.
  QCOMPARE( value( QStringLiteral( "SELECT count(*) FROM sources WHERE url LIKE '%..%' OR url LIKE '/%' OR title LIKE '%.txt%'" ) ).toInt(),
            0 );
}

void TestDataPack::stylesAreDefaults()
{
  QStringList styled;
  const QVector<CaPackTable> tables = mSchema.tables();
  for ( const CaPackTable &table : tables )
  {
    if ( QFileInfo::exists( QStringLiteral( CA_SOURCE_DIR "/styles/%1.qml" ).arg( table.name ) ) )
      styled << table.name;
  }
  styled.sort();
  QVERIFY( !styled.isEmpty() );
  QCOMPARE( list( QStringLiteral( "SELECT f_table_name FROM layer_styles WHERE useAsDefault = 1 ORDER BY f_table_name" ) ), styled );
  const std::unique_ptr<QgsVectorLayer> bureaus = layer( QStringLiteral( "bureaus" ) );
  bool loaded = false;
  const QString message = bureaus->loadDefaultStyle( loaded );
  QVERIFY2( loaded, qPrintable( message ) );
}

void TestDataPack::readOnlyForAll()
{
  const QFile::Permissions writable = QFile::WriteOwner | QFile::WriteGroup | QFile::WriteOther;
  QVERIFY( !( QFile::permissions( packPath() ) & writable ) );
}

void TestDataPack::layersOpen()
{
  const QVector<CaPackTable> tables = mSchema.tables();
  for ( const CaPackTable &table : tables )
  {
    const std::unique_ptr<QgsVectorLayer> opened = layer( table.name );
    QVERIFY2( opened->isValid(), qPrintable( table.name ) );
    QCOMPARE( opened->fields().at( 0 ).name(), QStringLiteral( "fid" ) );
    QCOMPARE( opened->primaryKeyAttributes(), QgsAttributeList{ 0 } );
    // The user's own statistics and areas are not there yet.
    const bool isTheUsers = table.name == QLatin1String( "statistics" ) || table.name == QLatin1String( "built_areas" );
    QVERIFY2( ( opened->featureCount() > 0 ) == !isTheUsers, qPrintable( table.name ) );
    QCOMPARE( opened->isSpatial(), !table.geometry.isEmpty() );
    if ( opened->isSpatial() )
      QCOMPARE( opened->crs().authid(), QStringLiteral( "EPSG:%1" ).arg( table.epsg ) );
  }
}

void TestDataPack::geometriesAreValid()
{
  const QVector<CaPackTable> tables = mSchema.tables();
  for ( const CaPackTable &table : tables )
  {
    if ( table.geometry.isEmpty() )
      continue;
    const std::unique_ptr<QgsVectorLayer> opened = layer( table.name );
    QgsFeature feature;
    QgsFeatureIterator features = opened->getFeatures();
    while ( features.nextFeature( feature ) )
    {
      if ( feature.hasGeometry() )
        QVERIFY2( feature.geometry().isGeosValid(), qPrintable( QStringLiteral( "%1 %2" ).arg( table.name ).arg( feature.id() ) ) );
    }
  }
}

void TestDataPack::areasAreUnionsOfTheirPrefectures()
{
  QMap<QString, double> prefectureAreas;
  QgsFeature feature;
  const std::unique_ptr<QgsVectorLayer> prefectures = layer( QStringLiteral( "prefectures" ) );
  QgsFeatureIterator features = prefectures->getFeatures();
  while ( features.nextFeature( feature ) )
    prefectureAreas.insert( feature.attribute( QStringLiteral( "name_ja" ) ).toString(), feature.geometry().area() );
  for ( const char *table : { "bureaus", "projects" } )
  {
    const std::unique_ptr<QgsVectorLayer> areas = layer( QLatin1String( table ) );
    features = areas->getFeatures();
    while ( features.nextFeature( feature ) )
    {
      double sum = 0;
      const QStringList names = feature.attribute( QStringLiteral( "prefectures_ja" ) ).toString().split( QChar( 0x3001 ) );
      for ( const QString &name : names )
      {
        QVERIFY2( prefectureAreas.contains( name ), qPrintable( name ) );
        sum += prefectureAreas.value( name );
      }
      QVERIFY( std::abs( feature.geometry().area() - sum ) < 1e-8 );
    }
  }
}

void TestDataPack::linksAreGeodesics()
{
  QgsDistanceArea measure;
  measure.setSourceCrs( QgsCoordinateReferenceSystem( QStringLiteral( "EPSG:4326" ) ), QgsCoordinateTransformContext() );
  QVERIFY( measure.setEllipsoid( QStringLiteral( "EPSG:7030" ) ) );
  QMap<QString, QgsPointXY> ends;
  QgsFeature feature;
  const std::unique_ptr<QgsVectorLayer> places = layer( QStringLiteral( "partner_places" ) );
  QgsFeatureIterator features = places->getFeatures();
  while ( features.nextFeature( feature ) )
    ends.insert( feature.attribute( QStringLiteral( "code" ) ).toString(), feature.geometry().asPoint() );

  QStringList cut;
  const std::unique_ptr<QgsVectorLayer> links = layer( QStringLiteral( "partner_links" ) );
  features = links->getFeatures();
  while ( features.nextFeature( feature ) )
  {
    const QgsMultiPolylineXY parts = feature.geometry().asMultiPolyline();
    const QString code = feature.attribute( QStringLiteral( "code" ) ).toString();
    const QgsPointXY from = parts.first().first();
    const QgsPointXY to = parts.last().last();
    if ( parts.size() > 1 )
      cut << code;
    QVERIFY2( to.compare( ends.value( feature.attribute( QStringLiteral( "partner_code" ) ).toString() ), 1e-6 ), qPrintable( code ) );
    const double length = feature.attribute( QStringLiteral( "length_km" ) ).toDouble();
    QVERIFY2( length > 500 && length < 12000, qPrintable( code ) );
    QVERIFY2( std::abs( measure.measureLine( from, to ) / 1000 - length ) < 0.1, qPrintable( code ) );
    for ( const QgsPolylineXY &part : parts )
    {
      for ( int i = 1; i < part.size(); ++i )
      {
        QVERIFY2( std::abs( part.at( i ).x() - part.at( i - 1 ).x() ) < 90, qPrintable( code ) );
        QVERIFY2( measure.measureLine( part.at( i - 1 ), part.at( i ) ) < 100001, qPrintable( code ) );
      }
    }
  }
  QCOMPARE( cut, ( QStringList{ QStringLiteral( "L03" ), QStringLiteral( "L04" ), QStringLiteral( "L05" ) } ) );
  // Hachioji to Seattle; from the Tokyo Metropolitan Government it would be 7,715.
  QCOMPARE( value( QStringLiteral( "SELECT length_km FROM partner_links WHERE code = 'L03'" ) ).toDouble(), 7741.2 );
}

void TestDataPack::joinKeysMatch()
{
  const QString owners = QStringLiteral( "SELECT code FROM national UNION SELECT code FROM bureaus UNION SELECT code FROM projects UNION "
                                         "SELECT code FROM subareas UNION SELECT code FROM type_examples" );
  for ( const char *table : { "figures", "participation", "budget", "bureau_projects", "budget_national", "area_members", "frames" } )
    QCOMPARE( list( QStringLiteral( "SELECT owner_code FROM %1 WHERE owner_code NOT IN (%2)" ).arg( QLatin1String( table ), owners ) ),
              QStringList() );
  QCOMPARE( list( QStringLiteral( "SELECT code FROM types WHERE code NOT IN (SELECT type_code FROM budget_by_type)" ) ), QStringList() );
  QCOMPARE( value( QStringLiteral( "SELECT max(n) FROM (SELECT count(*) AS n FROM figures GROUP BY owner_code, fiscal_year)" ) ).toInt(),
            1 );
  QCOMPARE(
      value( QStringLiteral( "SELECT max(n) FROM (SELECT count(*) AS n FROM budget_by_type GROUP BY type_code, fiscal_year)" ) ).toInt(),
      1 );
}

void TestDataPack::viewsGiveTheFigures_data()
{
  QTest::addColumn<QString>( "sql" );
  QTest::addColumn<QString>( "expected" );
  const auto row = []( const char *name, const char *sql, const char *expected )
  {
    QTest::newRow( name ) << QString::fromLatin1( sql ) << QString::fromLatin1( expected );
  };
  row( "national firms", "SELECT firms FROM figures WHERE owner_code = 'NATIONAL' AND fiscal_year = 2009", "10200" );
  row( "their qualifier", "SELECT firms_qualifier FROM figures WHERE owner_code = 'NATIONAL' AND fiscal_year = 2009", "approx" );
  row( "their source", "SELECT firms_source FROM figures WHERE owner_code = 'NATIONAL' AND fiscal_year = 2009", "SEED-MAP" );
  row( "all of 2009",
       "SELECT universities || ' ' || public_test_labs || ' ' || industry_support_orgs || ' ' || financial_institutions || ' ' || "
       "trading_companies || ' ' || total_supporting_orgs FROM figures WHERE owner_code = 'NATIONAL' AND fiscal_year = 2009",
       "290.0 96.0 404.0 227.0 98.0 2450.0" );
  row( "TAMA before the plan", "SELECT firms || ' ' || universities || ' ' || total_members FROM figures WHERE owner_code = 'TAMA'",
       "228.0 23.0 440.0" );
  row( "region-led 2009", "SELECT amount_oku_yen FROM budget_by_type WHERE type_code = 'regional' AND fiscal_year = 2009", "22.2" );
  row( "region-led 2010", "SELECT amount_oku_yen FROM budget_by_type WHERE type_code = 'regional' AND fiscal_year = 2010", "21.9" );
  row( "leading 2010", "SELECT leading_oku_yen FROM budget_national WHERE fiscal_year = 2010", "13.9" );
  row( "a request is no budget",
       "SELECT whole_plan_oku_yen || ' ' || whole_plan_request_oku_yen FROM budget_national WHERE fiscal_year = 2006", "567.0 779.0" );
  row( "parts are not added", "SELECT whole_plan_oku_yen FROM budget_national WHERE fiscal_year = 2005", "465" );
  row( "projects by bureau",
       "SELECT group_concat(projects) FROM (SELECT projects FROM bureau_projects WHERE fiscal_year = 2009 ORDER BY fid)",
       "1,1,3,3,3,2,1,3,1" );
  row( "fiscal years", "SELECT group_concat(fiscal_year) FROM (SELECT fiscal_year FROM fiscal_years ORDER BY 1)",
       "1998,2001,2002,2003,2004,2005,2006,2007,2008,2009,2010,2011,2012,2016" );
}

void TestDataPack::viewsGiveTheFigures()
{
  QFETCH( QString, sql );
  QFETCH( QString, expected );
  QCOMPARE( value( sql ).toString(), expected );
}

void TestDataPack::usedSourcesAreThoseThatAreCited()
{
  const QStringList known = list( QStringLiteral( "SELECT id FROM sources" ) );
  QSet<QString> cited;
  // By what stands in the cells, whatever the schema says of the columns.
  const QStringList tables = list( QStringLiteral( "SELECT name FROM pack_tables WHERE name NOT IN ('sources', 'used_sources')" ) );
  for ( const QString &table : tables )
  {
    QSqlQuery rows( QStringLiteral( "SELECT * FROM %1" ).arg( table ), mDatabase );
    while ( rows.next() )
    {
      for ( int column = 0; column < rows.record().count(); ++column )
      {
        const QStringList parts = rows.value( column ).toString().split( ';' );
        for ( const QString &part : parts )
        {
          if ( known.contains( part ) )
            cited << part;
        }
      }
    }
  }
  const QStringList listed = list( QStringLiteral( "SELECT id FROM used_sources" ) );
  QCOMPARE( QSet<QString>( listed.cbegin(), listed.cend() ), cited );
  QCOMPARE( listed.size(), cited.size() );
  QVERIFY( cited.size() < known.size() ); // METI-KOGYO-CHUI is for reading sheets, no value comes from it
  QVERIFY( !listed.contains( QStringLiteral( "METI-KOGYO-CHUI" ) ) );
}

void TestDataPack::unknownStaysUnknown()
{
  // For FY2009 no source gives figures of any of the 18 projects.
  QCOMPARE( value( QStringLiteral( "SELECT count(*) FROM figures WHERE owner_kind = 'project' AND fiscal_year = 2009" ) ).toInt(), 0 );
  QVERIFY( value( QStringLiteral( "SELECT leading_oku_yen FROM budget_national WHERE fiscal_year = 2009" ) ).isNull() );
  QVERIFY( value( QStringLiteral( "SELECT firms FROM figures WHERE owner_code = 'KYUSHU_BIO'" ) ).isNull() );
  QVERIFY( value( QStringLiteral( "SELECT fiscal_year FROM figures WHERE owner_code = 'KYUSHU_BIO'" ) ).isNull() );
  QCOMPARE( value( QStringLiteral( "SELECT extent FROM subareas WHERE code = 'NORTH_METRO'" ) ).toString(), QStringLiteral( "none" ) );
  // Misprints stay as they are printed.
  QCOMPARE( value( QStringLiteral( "SELECT partner_part_ja FROM partner_links WHERE partner_code = 'GUANGDONG'" ) ).toString(),
            QString::fromUtf8( "\xE9\x96\xA2\xE6\x9D\xB1" ) );
}

void TestDataPack::periodsAreDays()
{
  QCOMPARE( value( QStringLiteral( "SELECT date_from || ' ' || date_to FROM gov_cooperation WHERE code = 'G01'" ) ).toString(),
            QStringLiteral( "2008-04-01 2008-04-30" ) );
  QCOMPARE( value( QStringLiteral( "SELECT date_from || ' ' || date_to FROM cases WHERE code = 'K07'" ) ).toString(),
            QStringLiteral( "2007-04-01 2010-03-31" ) );
  QCOMPARE( value( QStringLiteral( "SELECT count(*) FROM cases WHERE (date IS NULL) <> (date_from IS NULL)" ) ).toInt(), 0 );
}

void TestDataPack::ranksDifferWhereAreasMeet()
{
  QVERIFY(
      list( QStringLiteral(
                "SELECT a.code || ' ' || b.code FROM projects a JOIN projects b ON a.fid < b.fid AND a.rank = b.rank "
                "JOIN area_members m ON m.owner_code = a.code JOIN area_members n ON n.owner_code = b.code AND n.jis_code = m.jis_code "
                "WHERE m.precision = 'prefecture' AND n.precision = 'prefecture'" ) )
          .isEmpty() );
  QVERIFY( value( QStringLiteral( "SELECT max(rank) FROM projects" ) ).toInt() <= 3 );
}

void TestDataPack::framesAreThere()
{
  QCOMPARE( value( QStringLiteral( "SELECT count(*) FROM frames WHERE part = 'main'" ) ).toInt(), 1 + 9 + 18 + 4 );
  QCOMPARE( value( QStringLiteral( "SELECT count(*) FROM frames WHERE east <= west OR north <= south OR prefectures_ja IS NULL OR lon_0 * "
                                   "2 <> round(lon_0 * 2)" ) )
                .toInt(),
            0 );
  QVERIFY( value( QStringLiteral( "SELECT area_km2 FROM frames WHERE owner_code = 'TOKYO_IT' AND part = 'main'" ) ).toDouble() > 13000 );
  // Examples of the types that are prefectures as well; the others are municipalities.
  QCOMPARE(
      list( QStringLiteral( "SELECT code FROM type_examples WHERE (extent = 'prefectures') <> (code IN (SELECT owner_code FROM frames "
                            "WHERE owner_kind = 'type_example' AND part = 'main'))" ) ),
      QStringList() );
  // Every inset has a name, and no two of one page the same.
  QCOMPARE(
      list( QStringLiteral( "SELECT owner_code || part FROM frames WHERE (part = 'main') <> (name_ja IS NULL) OR (name_ja IS NULL) <> "
                            "(name_en IS NULL)" ) ),
      QStringList() );
  QCOMPARE( list( QStringLiteral( "SELECT owner_kind || owner_code || name_ja FROM frames WHERE name_ja IS NOT NULL GROUP BY owner_kind, "
                                  "owner_code, name_ja HAVING count(*) > 1" ) ),
            QStringList() );
  // And a corner of its own.
  QCOMPARE( list( QStringLiteral( "SELECT owner_code || part FROM frames WHERE (part = 'main') <> (corner IS NULL)" ) ), QStringList() );
  QCOMPARE( list( QStringLiteral( "SELECT corner FROM frames WHERE owner_kind = 'project' AND owner_code = 'TOKYO_BIO' AND part <> 'main' "
                                  "ORDER BY part" ) ),
            QStringList( { QStringLiteral( "SE" ), QStringLiteral( "SW" ) } ) );
  QCOMPARE( list( QStringLiteral( "SELECT name_ja FROM frames WHERE owner_code = 'KANTO' AND part <> 'main' ORDER BY part" ) ),
            QStringList( { QStringLiteral( "小笠原諸島" ), QStringLiteral( "八丈島・青ヶ島" ) } ) );
  QCOMPARE( list( QStringLiteral( "SELECT name_ja FROM frames WHERE owner_code = 'CHUGOKU' AND part <> 'main'" ) ),
            QStringList( QStringLiteral( "竹島" ) ) );
}

void TestDataPack::geoPackageValidatorIsContent()
{
  QTemporaryDir dir; // the validator is given a copy: it is not ours to trust with the original
  const QString copy = dir.filePath( QStringLiteral( "clusteratlas.gpkg" ) );
  QVERIFY( QFile::copy( packPath(), copy ) );
  const QString python = QStringLiteral( "/usr/bin/python3" ); // Debian's, which python3-gdal is for
  QProcess probe;
  probe.start( python, { QStringLiteral( "-c" ), QStringLiteral( "import osgeo_utils.samples.validate_gpkg" ) } );
  if ( !probe.waitForFinished() || probe.exitCode() != 0 )
    QSKIP( "GDAL's validate_gpkg.py is not installed (Debian: python3-gdal)" );
  QProcess validator;
  validator.setProcessChannelMode( QProcess::MergedChannels );
  validator.start( python, { QStringLiteral( "-m" ), QStringLiteral( "osgeo_utils.samples.validate_gpkg" ), copy } );
  QVERIFY( validator.waitForFinished( 120000 ) );
  QVERIFY2( validator.exitCode() == 0, validator.readAll().constData() );
}

CA_TEST_MAIN( TestDataPack )
#include "testdatapack.moc"
