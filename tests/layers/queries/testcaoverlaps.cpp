// SPDX-License-Identifier: GPL-2.0-or-later
#include "areasets.h"
#include "caareabuilder.h"
#include "caareaprecision.h"
#include "caoverlaps.h"
#include "catest.h"

#include <qgsfeedback.h>

#include <algorithm>
#include <cmath>

//! What areas share, on squares by hand and on the shipped prefectures against GEOS.
class TestCaOverlaps : public QObject
{
  Q_OBJECT

private slots:
  void nothingSharesNothing();
  void cancelGivesNothing();
  void pairsByHand();
  void touchingIsNoOverlap();
  void orderDoesNotMatter();
  void partsAddUpToTheWhole();
  void sharedGroundIsTheIntersection();
  void landOfNoPrefectureIsNoCrossing();
  void crossingsByHand();
  void uncertainAreasAreMarked();

private:
  static std::optional<CaOverlaps> find( const QVector<CaAreaList> &lists )
  {
    return CaOverlaps::find( *areaSetOf( lists, smallBoundaries() ), static_cast<int>( lists.size() ) );
  }
  static const QVector<CaAreaList> &fourAreas()
  {
    static const QVector<CaAreaList> lists{ areaOf( "A", { "13101", "13102" } ), areaOf( "B", { "13102", "13201", "14102" } ),
                                            areaOf( "C", { "13" } ), areaOf( "D", { "14201" } ) };
    return lists;
  }
};

void TestCaOverlaps::nothingSharesNothing()
{
  const auto none = find( { areaOf( "A", {} ), areaOf( "B", { "13101" } ), areaOf( "C", { "47201" } ) } );
  QVERIFY( none );
  QVERIFY( none->pairs().isEmpty() );
  QCOMPARE( none->sqKmByNumber().size(), 2 );
}

void TestCaOverlaps::cancelGivesNothing()
{
  QgsFeedback feedback;
  const auto set = areaSetOf( fourAreas(), smallBoundaries() );
  feedback.cancel();
  QVERIFY( !CaOverlaps::find( *set, 4, &feedback ) );
}

void TestCaOverlaps::pairsByHand()
{
  const auto set = areaSetOf( fourAreas(), smallBoundaries() );
  const auto overlaps = CaOverlaps::find( *set, 4 );
  QVERIFY( overlaps );
  const QVector<CaOverlap> &pairs = overlaps->pairs();
  QCOMPARE( pairs.size(), 3 ); // A-B, A-C, B-C
  const auto codes = [&]( const CaOverlap &pair )
  {
    QStringList found;
    for ( const int member : pair.members )
      found << set->boundaries().members().at( member ).code;
    return found.join( ' ' );
  };
  QCOMPARE( codes( pairs.at( 0 ) ), QStringLiteral( "13102" ) );
  QCOMPARE( pairs.at( 0 ).relation, CaOverlap::Relation::Partial );
  QVERIFY( std::abs( pairs.at( 0 ).shareOfFirst - 0.5 ) < 1e-9 ); // one of two squares of one row
  // Of four squares, one of which lies a row further south and is larger by the cosine of the latitude.
  QVERIFY( std::abs( pairs.at( 0 ).shareOfSecond - 0.25 ) < 0.001 );
  QCOMPARE( codes( pairs.at( 1 ) ), QStringLiteral( "13101 13102" ) );
  QCOMPARE( pairs.at( 1 ).relation, CaOverlap::Relation::Within );
  QCOMPARE( pairs.at( 1 ).shareOfFirst, 1.0 );
  QVERIFY( std::abs( pairs.at( 1 ).shareOfSecond - 0.4 ) < 1e-9 ); // two of five squares, of which one has no code
  QCOMPARE( codes( pairs.at( 2 ) ), QStringLiteral( "13102 13201" ) );
  QCOMPARE( pairs.at( 2 ).relation, CaOverlap::Relation::Partial );
  // A tenth of a degree at 35.15 N is 9.1 x 11.1 km.
  QVERIFY( std::abs( pairs.at( 0 ).sqKm - 101.1 ) < 0.5 );
}

void TestCaOverlaps::touchingIsNoOverlap()
{
  const auto overlaps = find( { areaOf( "A", { "13101" } ), areaOf( "B", { "13102" } ), areaOf( "C", { "14101" } ) } );
  QVERIFY( overlaps && overlaps->pairs().isEmpty() );
}

void TestCaOverlaps::orderDoesNotMatter()
{
  const auto texts = []( const QVector<CaAreaList> &lists )
  {
    const auto set = areaSetOf( lists, smallBoundaries() );
    QStringList result;
    const auto overlaps = CaOverlaps::find( *set, static_cast<int>( lists.size() ) );
    for ( const CaOverlap &pair : overlaps->pairs() )
    {
      QStringList sides{ QStringLiteral( "%1 %2" ).arg( set->areas().at( pair.first ).list.code ).arg( pair.shareOfFirst, 0, 'g', 12 ),
                         QStringLiteral( "%1 %2" ).arg( set->areas().at( pair.second ).list.code ).arg( pair.shareOfSecond, 0, 'g', 12 ) };
      sides.sort();
      result << sides.join( ' ' ) + QStringLiteral( " %1" ).arg( pair.sqKm, 0, 'g', 12 );
      // What the first shares with the second, the second shares with the first.
      if ( set->shared( pair.first, pair.second ) != pair.members || set->shared( pair.second, pair.first ) != pair.members )
        result << QStringLiteral( "not symmetric" );
    }
    result.sort();
    return result;
  };
  QVector<CaAreaList> lists = fourAreas();
  const QStringList expected = texts( lists );
  QCOMPARE( expected.size(), 3 );
  QVERIFY( !expected.contains( "not symmetric" ) );
  for ( int turn = 0; turn < lists.size(); ++turn )
  {
    std::rotate( lists.begin(), lists.begin() + 1, lists.end() );
    QCOMPARE( texts( lists ), expected );
  }
  std::reverse( lists.begin(), lists.end() );
  QCOMPARE( texts( lists ), expected );
}

void TestCaOverlaps::partsAddUpToTheWhole()
{
  const QVector<CaAreaList> lists = packLists( { "projects", "subareas", "types" } );
  QVERIFY( lists.size() > 30 );
  QString error;
  const auto set = areaSetOf( lists, CaBoundaries::shippedPrefectures( CaPaths::installedPack(), &error ) );
  const int count = static_cast<int>( lists.size() );
  const QVector<double> byNumber = CaOverlaps::find( *set, count )->sqKmByNumber();
  double sizes = 0;
  for ( int area = 0; area < count; ++area )
    sizes += set->sqKm( set->areas().at( area ).members );
  double each = 0;
  double once = 0;
  for ( int number = 0; number < byNumber.size(); ++number )
  {
    each += number * byNumber.at( number );
    once += byNumber.at( number );
  }
  QVERIFY( std::abs( each - sizes ) < 1e-9 * sizes );
  double land = 0;
  for ( int member = 0; member < set->boundaries().members().size(); ++member )
    land += set->sqKmOfMember( member );
  QVERIFY( std::abs( once - land ) < 1e-9 * land );
  // Each area is the sum of what lies in its bureaus, and of what lies in its prefectures.
  const QVector<CaCrossing> crossings = CaOverlaps::crossings( *set, count, CaTerritories( *set, count ) );
  for ( const CaCrossing &crossing : crossings )
  {
    const double size = set->sqKm( set->areas().at( crossing.area ).members );
    for ( const QVector<CaTerritories::Part> &parts : { crossing.bureaus, crossing.prefectures } )
    {
      double sum = 0;
      for ( const CaTerritories::Part &part : parts )
        sum += part.sqKm;
      QVERIFY( std::abs( sum - size ) < 1e-9 * size );
    }
  }
}

void TestCaOverlaps::sharedGroundIsTheIntersection()
{
  const QVector<CaAreaList> lists = packLists( { "projects" } );
  QString error;
  const auto boundaries = CaBoundaries::shippedPrefectures( CaPaths::installedPack(), &error );
  const auto set = areaSetOf( lists, boundaries );
  const QVector<CaBuiltArea> built = CaAreaBuilder( boundaries ).build( CaAreaLists( lists ) );
  const auto overlaps = CaOverlaps::find( *set, static_cast<int>( lists.size() ) );
  int compared = 0;
  for ( const CaOverlap &pair : overlaps->pairs() )
  {
    if ( pair.relation != CaOverlap::Relation::Partial )
      continue;
    const double expected = set->measure( built.at( pair.first ).geometry.intersection( built.at( pair.second ).geometry ) );
    QVERIFY2( std::abs( pair.sqKm - expected ) < 1e-6 * expected, qPrintable( QString::number( pair.sqKm - expected ) ) );
    ++compared;
  }
  QVERIFY( compared > 0 );
}

void TestCaOverlaps::landOfNoPrefectureIsNoCrossing()
{
  QVector<SmallPlace> places = smallPlaces();
  places.last().prefecture.clear(); // a place without code, and now without prefecture
  const QVector<CaAreaList> lists{ areaOf( "A", { "13101", "13102" } ), areaOf( "B", { "13101", "14101" } ) };
  const auto set = areaSetOf( lists, smallBoundaries( places ) );
  const CaTerritories territories( *set, 2 );
  const int without = static_cast<int>( set->boundaries().members().size() ) - 1;
  QCOMPARE( territories.prefectureOf( without ), -1 );
  QCOMPARE( territories.byBureau( { 0, without } ).constLast().territory, -1 );
  const QVector<CaCrossing> crossings = CaOverlaps::crossings( *set, 2, territories );
  QCOMPARE( crossings.size(), 1 );
  QCOMPARE( crossings.constFirst().area, 1 );
  QVERIFY( crossings.constFirst().crossesPrefectures() );
  QVERIFY( !crossings.constFirst().crossesBureaus() );
  QVERIFY( !CaCrossing( { 0, territories.byBureau( { 0, without } ), {} } ).crossesBureaus() );
}

void TestCaOverlaps::crossingsByHand()
{
  const QVector<CaAreaList> lists = packLists( { "projects", "subareas", "types" } );
  QString error;
  const auto set = areaSetOf( lists, CaBoundaries::shippedPrefectures( CaPaths::installedPack(), &error ) );
  const int count = static_cast<int>( lists.size() );
  QStringList crossing;
  const QVector<CaCrossing> crossings = CaOverlaps::crossings( *set, count, CaTerritories( *set, count ) );
  for ( const CaCrossing &one : crossings )
  {
    if ( one.crossesBureaus() )
      crossing << set->areas().at( one.area ).list.code;
  }
  crossing.sort();
  QCOMPARE( crossing, QStringList( { "KANTO_REGIONAL", "REGIONAL_HOKURIKU_TEXTILE", "REGIONAL_SANEN_NANSHIN", "SANEN_NANSHIN" } ) );
}

void TestCaOverlaps::uncertainAreasAreMarked()
{
  CaBuiltArea exact;
  exact.precision = QStringLiteral( "municipality" );
  exact.list.code = QStringLiteral( "EXACT" );
  CaBuiltArea fallback = exact;
  fallback.precision = QStringLiteral( "prefecture_fallback" );
  fallback.list.code = QStringLiteral( "WIDE" );
  CaBuiltArea partial = exact;
  partial.precision = QStringLiteral( "municipality_partial" );
  partial.list.code = QStringLiteral( "SOME" );
  QVERIFY( CaAreaPrecision::note( { exact } ).isEmpty() );
  QVERIFY( CaAreaPrecision::mark( { exact, exact } ).isEmpty() );
  QCOMPARE( CaAreaPrecision::together( { exact, exact } ), QStringLiteral( "municipality" ) );
  QCOMPARE( CaAreaPrecision::together( { exact, fallback } ), QStringLiteral( "mixed" ) );
  QCOMPARE( CaAreaPrecision::together( {} ), QStringLiteral( "none" ) );
  const QString note = CaAreaPrecision::note( { exact, fallback, partial } );
  QVERIFY( note.contains( "WIDE" ) && note.contains( "SOME" ) && !note.contains( "EXACT" ) );
}

CA_TEST_MAIN( TestCaOverlaps )
#include "testcaoverlaps.moc"
