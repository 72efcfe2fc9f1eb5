// SPDX-License-Identifier: GPL-2.0-or-later
#include "caareabuilder.h"
#include "capaths.h"
#include "catest.h"
#include "smallboundaries.h"

#include <qgsfeedback.h>

#include <QDate>
#include <QSet>
#include <QTemporaryDir>

#include <cmath>

//! Lists of codes, and the areas that come of them.
class TestCaAreaBuilder : public QObject
{
  Q_OBJECT

private slots:
  void initTestCase();
  void badTablesAreNamed_data();
  void badTablesAreNamed();
  void tableIsStable();
  void readsCp932();
  void readsThePack_data();
  void readsThePack();
  void unknownKindIsNamed();
  void resolvesCodes_data();
  void resolvesCodes();
  void changesAreFollowed_data();
  void changesAreFollowed();
  void carriedChangesHold();
  void withoutFallback();
  void wardsOfAWholeCity();
  void prefecturesOnly();
  void weakestBasisCounts();
  void cancelledBuildGivesNothing();
  void reportIsEscapedAndWhole();
  void buildsFromThePack();

private:
  static std::shared_ptr<const CaBoundaries> boundaries( const QVector<SmallPlace> &places )
  {
    const QTemporaryDir folder;
    const QString file = folder.filePath( QStringLiteral( "N03-21.gpkg" ) );
    CaBoundaryOptions options;
    options.prefectures.insert( QStringLiteral( "東京都" ), QStringLiteral( "13" ) );
    QString error;
    std::shared_ptr<const CaBoundaries> result;
    if ( writeSmallBoundaries( file, "GPKG", places ) )
      result = CaBoundaries::read( file, options, &error );
    if ( !result )
      qWarning( "%s", qPrintable( error ) );
    return result;
  }
  std::optional<CaAreaLists> table( const QByteArray &csv, QString *error ) const
  {
    QFile file( mFolder.filePath( QStringLiteral( "table.csv" ) ) );
    if ( !file.open( QIODevice::WriteOnly ) || file.write( csv ) != csv.size() )
      return std::nullopt;
    file.close();
    return CaAreaLists::fromCsv( file.fileName(), error );
  }
  CaAreaLists lists( const QByteArray &rows ) const
  {
    QString error;
    const std::optional<CaAreaLists> result = table( "area_code,jis_code,precision,subregion,basis\n" + rows, &error );
    if ( !result )
      qWarning( "%s", qPrintable( error ) );
    return result.value_or( CaAreaLists() );
  }

  QTemporaryDir mFolder;
  std::shared_ptr<const CaBoundaries> mBoundaries;
  CaCodeChanges mChanges;
};

void TestCaAreaBuilder::initTestCase()
{
  mBoundaries = boundaries( smallPlaces() );
  QVERIFY( mBoundaries );
  mChanges = CaCodeChanges::fromCsv(
      "old_code,prefecture_code,new_code\n13299,13,13201\n13299,13,14201\n,13,13101\n14199,14,14199\n14198,14,14100\n" );
}

void TestCaAreaBuilder::badTablesAreNamed_data()
{
  QTest::addColumn<QByteArray>( "csv" );
  QTest::addColumn<QString>( "said" );
  QTest::newRow( "empty" ) << QByteArray() << "area_code";
  QTest::newRow( "other columns" ) << QByteArray( "a,b\n1,2\n" ) << "area_code";
  QTest::newRow( "no rows" ) << QByteArray( "area_code,jis_code\n" ) << "no area";
  QTest::newRow( "no code" ) << QByteArray( "area_code,jis_code\nA,13101\nB,\n" ) << "Row 3";
  QTest::newRow( "wrong check digit" ) << QByteArray( "area_code,jis_code\nA,131019\n" ) << "131019";
  QTest::newRow( "a name for a code" ) << QByteArray( "area_code,jis_code\nA,千代田区\n" ) << "千代田区";
  QTest::newRow( "no area" ) << QByteArray( "area_code,jis_code\n,13101\n" ) << "Row 2";
  QTest::newRow( "precision that does not fit" ) << QByteArray( "area_code,jis_code,precision\nA,13,municipality\n" ) << "municipality";
  QTest::newRow( "unknown precision" ) << QByteArray( "area_code,jis_code,precision\nA,13,about\n" ) << "about";
  QTest::newRow( "no text" ) << QByteArray( "area_code,jis_code\n\xFF\xFF\xFF,13101\n" ) << "CP932";
}

void TestCaAreaBuilder::badTablesAreNamed()
{
  QFETCH( QByteArray, csv );
  QFETCH( QString, said );
  QString error;
  QVERIFY( !table( csv, &error ) );
  QVERIFY2( error.contains( said ) && error.contains( "table.csv" ), qPrintable( error ) );
  QVERIFY( !CaAreaLists::fromCsv( mFolder.filePath( "none.csv" ), &error ) );
  QVERIFY( error.contains( "none.csv" ) );
}

void TestCaAreaBuilder::tableIsStable()
{
  QString error;
  const auto a = table( "area_code,area_name_ja,jis_code,note\nB,\"名,前\",14201,\"say \"\"so\"\"\"\nA,,13101,\nB,,13102,\n", &error );
  QVERIFY2( a, qPrintable( error ) );
  const QByteArray text = a->toCsv();
  QCOMPARE( text, QStringLiteral( "area_kind,area_code,area_name_ja,area_name_en,jis_code,name,precision,subregion,basis,note,source\n"
                                  "area,B,\"名,前\",,13102,,municipality,,,,\narea,B,\"名,前\",,14201,,municipality,,,\"say "
                                  "\"\"so\"\"\",\narea,A,,,13101,,municipality,,,,\n" )
                      .toUtf8() );
  QVERIFY( a->writeCsv( mFolder.filePath( "again.csv" ), &error ) );
  const auto b = CaAreaLists::fromCsv( mFolder.filePath( "again.csv" ), &error );
  QVERIFY2( b, qPrintable( error ) );
  QCOMPARE( b->toCsv(), text );
  QVERIFY( !b->writeCsv( QStringLiteral( "/dev/null/again.csv" ), &error ) );
  QVERIFY( error.contains( "/dev/null/again.csv" ) );
}

void TestCaAreaBuilder::readsCp932()
{
  QString error;
  const auto lists = table( QByteArray( "area_code,area_name_ja,jis_code\nA,\x93\x8c\x8b\x9e,13101\n" ), &error );
  QVERIFY2( lists, qPrintable( error ) );
  QCOMPARE( lists->areas().constFirst().nameJa, QStringLiteral( "東京" ) );
}

void TestCaAreaBuilder::readsThePack_data()
{
  QTest::addColumn<QString>( "what" );
  QTest::addColumn<int>( "areas" );
  QTest::addColumn<QString>( "code" );
  QTest::addColumn<int>( "members" );
  QTest::newRow( "prefectures" ) << "prefectures" << 47 << "37" << 1;
  QTest::newRow( "bureaus" ) << "bureaus" << 9 << "TOHOKU" << 6;
  QTest::newRow( "projects" ) << "projects" << 18 << "CHUGOKU_ENV" << 9;
  QTest::newRow( "a project of sub-areas" ) << "projects" << 18 << "KANTO_REGIONAL" << 55;
  QTest::newRow( "subareas" ) << "subareas" << 8 << "SANEN_NANSHIN" << 26;
  QTest::newRow( "types" ) << "types" << 6 << "REGIONAL_TAMA_WEST" << 40;
}

void TestCaAreaBuilder::readsThePack()
{
  QFETCH( QString, what );
  QFETCH( int, areas );
  QFETCH( QString, code );
  QFETCH( int, members );
  QString error;
  const auto lists = CaAreaLists::fromPack( CaPaths::installedPack(), what, &error );
  QVERIFY2( lists, qPrintable( error ) );
  QCOMPARE( lists->areas().size(), areas );
  const auto found =
      std::find_if( lists->areas().begin(), lists->areas().end(), [&code]( const CaAreaList &list ) { return list.code == code; } );
  QVERIFY( found != lists->areas().end() );
  QCOMPARE( found->members.size(), members );
  QVERIFY( !found->nameJa.isEmpty() );
}

void TestCaAreaBuilder::unknownKindIsNamed()
{
  QString error;
  QVERIFY( !CaAreaLists::fromPack( CaPaths::installedPack(), QStringLiteral( "planets" ), &error ) );
  QVERIFY( error.contains( "planets" ) );
  QVERIFY( !CaAreaLists::fromPack( QStringLiteral( "/dev/null/a.gpkg" ), QStringLiteral( "bureaus" ), &error ) );
  QVERIFY( error.contains( "/dev/null/a.gpkg" ) );
}

void TestCaAreaBuilder::resolvesCodes_data()
{
  QTest::addColumn<QByteArray>( "rows" );
  QTest::addColumn<QString>( "precision" );
  QTest::addColumn<int>( "found" );
  QTest::addColumn<int>( "listed" );
  QTest::addColumn<int>( "squares" );
  QTest::newRow( "unknown to the boundaries" ) << QByteArray( "A,47201\n" ) << "none" << 0 << 1 << 0;
  QTest::newRow( "unknown, in a prefecture that is there" ) << QByteArray( "A,13499\n" ) << "prefecture_fallback" << 0 << 1 << 5;
  QTest::newRow( "one of two unknown" ) << QByteArray( "A,13499\nA,13101\n" ) << "municipality_partial" << 1 << 2 << 1;
  QTest::newRow( "municipality" ) << QByteArray( "A,13101\n" ) << "municipality" << 1 << 1 << 1;
  QTest::newRow( "the same twice" ) << QByteArray( "A,13101\nA,13101\n" ) << "municipality" << 1 << 1 << 1;
  QTest::newRow( "several features" ) << QByteArray( "A,13201\n" ) << "municipality" << 1 << 1 << 2;
  QTest::newRow( "prefecture with a place without code" ) << QByteArray( "A,13\n" ) << "prefecture" << 1 << 1 << 5;
  QTest::newRow( "city from its wards" ) << QByteArray( "A,14100\n" ) << "municipality" << 1 << 1 << 2;
  QTest::newRow( "special wards" ) << QByteArray( "A,13100\n" ) << "municipality" << 1 << 1 << 2;
  QTest::newRow( "merger" ) << QByteArray( "A,13299\n" ) << "municipality" << 1 << 1 << 3;
  QTest::newRow( "merged into a city with wards" ) << QByteArray( "A,14198\n" ) << "municipality" << 1 << 1 << 2;
  QTest::newRow( "prefecture and a municipality in it" ) << QByteArray( "A,13\nA,13499\n" ) << "prefecture" << 2 << 2 << 5;
  QTest::newRow( "prefecture and a municipality elsewhere" ) << QByteArray( "A,13\nA,14201\n" ) << "mixed" << 2 << 2 << 6;
  QTest::newRow( "sub-region without a list" ) << QByteArray( "A,14,subregion,湘南\nA,13101,municipality,都心\n" ) << "prefecture_fallback"
                                               << 1 << 1 << 9;
  QTest::newRow( "sub-region with a part of its list" )
      << QByteArray( "A,13,subregion,都心\nA,13101,municipality,都心\n" ) << "municipality_partial" << 1 << 1 << 1;
  QTest::newRow( "prefecture and sub-region of another" )
      << QByteArray( "A,14,prefecture,\nA,13,subregion,都心\n" ) << "prefecture_fallback" << 1 << 1 << 9;
  QTest::newRow( "prefecture and sub-region" ) << QByteArray( "A,13,prefecture,\nA,13,subregion,都心\n" ) << "prefecture" << 1 << 1 << 5;
}

void TestCaAreaBuilder::resolvesCodes()
{
  QFETCH( QByteArray, rows );
  QFETCH( QString, precision );
  QFETCH( int, found );
  QFETCH( int, listed );
  QFETCH( int, squares );
  CaAreaBuilder builder( mBoundaries, mChanges );
  const QVector<CaBuiltArea> areas = builder.build( lists( rows ) );
  QCOMPARE( areas.size(), 1 );
  const CaBuiltArea &area = areas.constFirst();
  QCOMPARE( area.precision, precision );
  QCOMPARE( area.found, found );
  QCOMPARE( area.listed, listed );
  QCOMPARE( area.missing.size(), listed - found );
  QVERIFY2( std::abs( ( area.geometry.isNull() ? 0 : area.geometry.area() ) - 0.01 * squares ) < 1e-12,
            qPrintable( area.geometry.asWkt( 2 ) ) );
  QVERIFY( squares == 0 || area.geometry.isGeosValid() );
  // A tenth of a degree at 35 N is about 9.1 x 11.1 km.
  QVERIFY2( std::abs( area.areaSqKm - 101.1 * squares ) < 0.5 * squares + 1e-9, qPrintable( QString::number( area.areaSqKm ) ) );
  QCOMPARE( builder.feature( area ).attribute( "precision" ).toString(), precision );
  QCOMPARE( builder.feature( area ).attribute( "boundary_year" ).toInt(), 2021 );
}

void TestCaAreaBuilder::changesAreFollowed_data()
{
  QTest::addColumn<QString>( "code" );
  QTest::addColumn<QStringList>( "replaced" );
  QTest::addColumn<QString>( "problem" );
  QTest::newRow( "one change" ) << "13302" << QStringList{ "13302 → 13201" } << QString();
  QTest::newRow( "three changes" ) << "13300" << QStringList{ "13300 → 13201" } << QString();
  QTest::newRow( "divided, one part merged again" ) << "13303" << QStringList{ "13303 → 14201", "13303 → 13201" } << QString();
  QTest::newRow( "divided, both parts one again" ) << "13305" << QStringList{ "13305 → 13201" } << QString();
  QTest::newRow( "the nearest there is" ) << "13306" << QStringList{ "13306 → 13101" } << QString();
  QTest::newRow( "into a city of wards" ) << "14307" << QStringList{ "14307 → 14100" } << QString();
  QTest::newRow( "into a ward" ) << "14308" << QStringList{ "14308 → 14102" } << QString();
  QTest::newRow( "into a ward that is not drawn" ) << "13309" << QStringList() << "14150 only as a whole";
  QTest::newRow( "in a circle" ) << "13310" << QStringList() << "no merger";
  QTest::newRow( "itself again" ) << "13311" << QStringList() << "no merger";
  QTest::newRow( "nowhere" ) << "13312" << QStringList() << "no merger";
}

void TestCaAreaBuilder::changesAreFollowed()
{
  QFETCH( QString, code );
  QFETCH( QStringList, replaced );
  QFETCH( QString, problem );
  // 13101 has a successor too: what the boundaries have is taken as it is.
  const CaCodeChanges changes = CaCodeChanges::fromCsv( "old_code,new_code,change\n13300,13301,recoded\n13301,13302,merged\n"
                                                        "13302,13201,merged\n13303,13304,merged\n13303,14201,merged\n"
                                                        "13304,13201,merged\n13305,13302,merged\n13305,13304,merged\n"
                                                        "13306,13101,merged\n13101,13201,merged\n14307,14100,merged\n"
                                                        "14308,14102,merged\n13309,14151,merged\n13310,13313,recoded\n"
                                                        "13313,13314,recoded\n13314,13310,recoded\n13311,13311,recoded\n" );
  QVector<SmallPlace> places = smallPlaces();
  places << SmallPlace{ QStringLiteral( "14150" ), QStringLiteral( "神奈川県" ), QString(), QStringLiteral( "相模原市" ), 5, 0 };
  const auto drawn = boundaries( places );
  QVERIFY( drawn );
  CaAreaBuilder builder( drawn, changes );
  const QVector<CaBuiltArea> areas = builder.resolve( lists( "A,13102\nA," + code.toUtf8() + "\n" ) );
  QCOMPARE( areas.size(), 1 );
  QCOMPARE( areas.constFirst().replaced, replaced );
  QCOMPARE( areas.constFirst().missing.size(), replaced.isEmpty() ? 1 : 0 );
  if ( !problem.isEmpty() )
    QVERIFY2( areas.constFirst().missing.constFirst().contains( problem ), qPrintable( areas.constFirst().missing.constFirst() ) );
}

void TestCaAreaBuilder::carriedChangesHold()
{
  const CaCodeChanges changes = CaCodeChanges::builtIn();
  const std::initializer_list<std::pair<const char *, QStringList>> known = { { "22204", { "22201" } },          { "22201", { "22100" } },
                                                                              { "11213", { "11110" } },          { "13216", { "13229" } },
                                                                              { "14209", { "14150" } },          { "20431", { "21206" } },
                                                                              { "28664", { "28221" } },          { "40305", { "40231" } },
                                                                              { "19341", { "19201", "19430" } }, { "13101", {} } };
  for ( const auto &[code, successors] : known )
    QCOMPARE( changes.successors( QLatin1String( code ) ), successors );

  // Every code leads to municipalities that are there, and a code that is there is no old one but for the wards of Hamamatsu.
  const auto columnsOf = []( const char *name )
  {
    QFile file( QStringLiteral( ":/clusteratlas/tables/%1" ).arg( QLatin1String( name ) ) );
    QVector<QStringList> rows;
    if ( file.open( QIODevice::ReadOnly ) )
    {
      const QStringList lines = QString::fromUtf8( file.readAll() ).split( QLatin1Char( '\n' ), Qt::SkipEmptyParts );
      for ( const QString &line : lines.mid( 1 ) )
        rows << line.split( QLatin1Char( ',' ) );
    }
    return rows;
  };
  const QVector<QStringList> municipalities = columnsOf( "municipalities.csv" );
  QSet<QString> present{ QStringLiteral( "22139" ), QStringLiteral( "22140" ) };
  for ( const QStringList &row : municipalities )
  {
    if ( row.value( 6 ).isEmpty() )
      present << row.constFirst();
  }
  const QVector<QStringList> rows = columnsOf( "code_changes.csv" );
  QCOMPARE( rows.size(), 1840 );
  for ( const QStringList &row : rows )
  {
    QVERIFY2( !present.contains( row.at( 0 ) ), qPrintable( row.join( ' ' ) ) );
    QVERIFY2( row.at( 2 ) == QLatin1String( "merged" ) || row.at( 2 ) == QLatin1String( "recoded" ), qPrintable( row.join( ' ' ) ) );
    QVERIFY2( QDate::fromString( row.at( 3 ), Qt::ISODate ).isValid() && row.at( 3 ) >= QLatin1String( "1999" ),
              qPrintable( row.join( ' ' ) ) );
    QStringList codes{ row.at( 0 ) };
    bool isThere = false;
    for ( int i = 0; i < codes.size() && i < 10 && !isThere; ++i )
    {
      isThere = present.contains( codes.at( i ) );
      codes += changes.successors( codes.at( i ) );
    }
    QVERIFY2( isThere, qPrintable( row.join( ' ' ) ) );
  }
}

void TestCaAreaBuilder::withoutFallback()
{
  CaAreaBuilder builder( mBoundaries, mChanges );
  builder.setFallback( false );
  const QVector<CaBuiltArea> areas = builder.build( lists( "A,13499\nB,14,subregion,湘南\nB,13101,municipality,都心\n" ) );
  QCOMPARE( areas.at( 0 ).precision, QStringLiteral( "none" ) );
  QVERIFY( areas.at( 0 ).geometry.isNull() );
  QCOMPARE( areas.at( 1 ).precision, QStringLiteral( "municipality_partial" ) );
  QVERIFY( std::abs( areas.at( 1 ).geometry.area() - 0.01 ) < 1e-12 );
  QCOMPARE( builder.report().about( "none" ).constFirst().details, QStringList{ QStringLiteral( "A" ) } );
}

void TestCaAreaBuilder::wardsOfAWholeCity()
{
  // The boundaries have the city only: its wards cannot be told apart, the city itself is there.
  const auto whole =
      boundaries( { { QStringLiteral( "14100" ), QStringLiteral( "神奈川県" ), QString(), QStringLiteral( "横浜市" ), 0, 0 },
                    { QStringLiteral( "14201" ), QStringLiteral( "神奈川県" ), QString(), QStringLiteral( "横須賀市" ), 1, 0 } } );
  QVERIFY( whole );
  CaAreaBuilder builder( whole, mChanges );
  const QVector<CaBuiltArea> areas = builder.build( lists( "A,14101\nA,14201\nB,14100\n" ) );
  QCOMPARE( areas.at( 0 ).precision, QStringLiteral( "municipality_partial" ) );
  QVERIFY2( areas.at( 0 ).missing.constFirst().contains( "14100" ), qPrintable( areas.at( 0 ).missing.constFirst() ) );
  QCOMPARE( areas.at( 1 ).precision, QStringLiteral( "municipality" ) );
}

void TestCaAreaBuilder::prefecturesOnly()
{
  QString error;
  const auto shipped = CaBoundaries::shippedPrefectures( CaPaths::installedPack(), &error );
  QVERIFY2( shipped, qPrintable( error ) );
  CaAreaBuilder builder( shipped, mChanges );
  const QVector<CaBuiltArea> areas = builder.build( lists( "A,13101\nB,13\n" ) );
  QCOMPARE( areas.at( 0 ).precision, QStringLiteral( "prefecture_fallback" ) );
  QCOMPARE( areas.at( 1 ).precision, QStringLiteral( "prefecture" ) );
  QCOMPARE( areas.at( 0 ).areaSqKm, areas.at( 1 ).areaSqKm );
  QCOMPARE( builder.report().about( "fallback" ).constFirst().details, QStringList{ QStringLiteral( "A" ) } );
}

void TestCaAreaBuilder::weakestBasisCounts()
{
  CaAreaBuilder builder( mBoundaries, mChanges );
  const QVector<CaBuiltArea> areas = builder.build( lists( "A,13101,,,sourced\nA,13102,,,judgement\nA,13201,,,inferred\n" ) );
  QCOMPARE( areas.constFirst().basis, QStringLiteral( "judgement" ) );
}

void TestCaAreaBuilder::cancelledBuildGivesNothing()
{
  QgsFeedback feedback;
  feedback.cancel();
  CaAreaBuilder builder( mBoundaries, mChanges );
  QVERIFY( builder.build( lists( "A,13101\n" ), &feedback ).isEmpty() );
}

void TestCaAreaBuilder::reportIsEscapedAndWhole()
{
  CaAreaBuilder builder( mBoundaries, mChanges );
  builder.build( lists( "<b>,47201\n" ) );
  QString error;
  QVERIFY( builder.report().write( mFolder.filePath( "report.html" ), QStringLiteral( "a & b" ), &error ) );
  QFile html( mFolder.filePath( "report.html" ) );
  QVERIFY( html.open( QIODevice::ReadOnly ) );
  const QString text = QString::fromUtf8( html.readAll() );
  QVERIFY( text.contains( "a &amp; b" ) && text.contains( "&lt;b&gt;" ) && !text.contains( "<b>" ) );
  QVERIFY( builder.report().write( mFolder.filePath( "report.json" ), QStringLiteral( "t" ), &error ) );
  QFile json( mFolder.filePath( "report.json" ) );
  QVERIFY( json.open( QIODevice::ReadOnly ) );
  const QJsonObject object = QJsonDocument::fromJson( json.readAll() ).object();
  QCOMPARE( object.value( "codes_listed" ).toInt(), 1 );
  QCOMPARE( object.value( "codes_found" ).toInt(), 0 );
  QVERIFY( !builder.report().write( QStringLiteral( "/dev/null/r.html" ), QStringLiteral( "t" ), &error ) );
  QVERIFY( error.contains( "/dev/null/r.html" ) );
}

void TestCaAreaBuilder::buildsFromThePack()
{
  QString error;
  const auto shipped = CaBoundaries::shippedPrefectures( CaPaths::installedPack(), &error );
  const auto projects = CaAreaLists::fromPack( CaPaths::installedPack(), QStringLiteral( "projects" ), &error );
  QVERIFY2( shipped && projects, qPrintable( error ) );
  CaAreaBuilder builder( shipped );
  const QVector<CaBuiltArea> areas = builder.build( *projects );
  QCOMPARE( areas.size(), 18 );
  for ( const CaBuiltArea &area : areas )
  {
    QVERIFY2( area.geometry.isGeosValid(), qPrintable( area.list.code ) );
    const bool isFallback = area.list.code == QLatin1String( "KANTO_REGIONAL" );
    QCOMPARE( area.precision, isFallback ? QStringLiteral( "prefecture_fallback" ) : QStringLiteral( "prefecture" ) );
    QVERIFY( area.areaSqKm > 1000 );
  }
}

CA_TEST_MAIN( TestCaAreaBuilder )
#include "testcaareabuilder.moc"
