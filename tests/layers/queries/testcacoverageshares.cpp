// SPDX-License-Identifier: GPL-2.0-or-later
#include "areasets.h"
#include "cacoverageshares.h"
#include "catest.h"
#include "../statistics/statisticstest.h"

#include <cmath>

//! Shares of the nation and of bureaus, counted in three ways, on squares by hand.
class TestCaCoverageShares : public QObject
{
  Q_OBJECT

private slots:
  void noAreasCoverNothing();
  void squaresByHand();
  void bureausAddUpToTheNation();
  void orderDoesNotMatter();
  void wholePartitionIsAll();
  void figuresAreThereOnce();
  void cityStandsBeforeItsWards();
  void cityIsApportionedByArea();
  void mergedMunicipalitiesAddUp();
  void whatIsNotKnownIsNotZero();
  void landOfNoMunicipalityLacksNothing();

private:
  static bool near( double value, double expected ) { return std::abs( value - expected ) <= 1e-9 * std::max( 1.0, std::abs( expected ) ); }
  //! Squares in Tokyo and Kanagawa (bureau KANTO) and one in Aichi (CHUBU).
  static QVector<SmallPlace> places()
  {
    return smallPlaces() << SmallPlace{
      QStringLiteral( "23101" ), QStringLiteral( "愛知県" ), QString(), QStringLiteral( "千種区" ), 5, 1
    };
  }
  static QVector<CaAreaList> lists()
  {
    return { areaOf( "A", { "13101", "13102" } ), areaOf( "B", { "13102", "13201", "23101" } ), areaOf( "C", { "13102" } ) };
  }
};

void TestCaCoverageShares::noAreasCoverNothing()
{
  const auto set = areaSetOf( { areaOf( "A", {} ) }, smallBoundaries( places() ) );
  const CaTerritories territories( *set, 1 );
  const CaCoverageShares shares( *set, 1, territories );
  const QVector<CaCoveredShare> all = shares.byBureau( shares.area() );
  QCOMPARE( all.constFirst().bureau, CaCoverageShares::NATION );
  QVERIFY( all.constFirst().total > 1000 );
  QCOMPARE( all.constFirst().once, 0.0 );
  QCOMPARE( all.constFirst().outside(), all.constFirst().total );
  QVERIFY( shares.byArea( shares.area() ).isEmpty() );
}

void TestCaCoverageShares::squaresByHand()
{
  const auto set = areaSetOf( lists(), smallBoundaries( places() ) );
  const CaTerritories territories( *set, 3 );
  const CaCoverageShares shares( *set, 3, territories );
  // Codes: 14101, 14102, 14131, 14201, 13101, 13102, 13201 and 23101, of which the areas have four: 13102 three times.
  const CaCoveredShare nation = shares.byBureau( shares.places() ).constFirst();
  QCOMPARE( nation.total, 8.0 );
  QCOMPARE( nation.once, 4.0 );
  QVERIFY( near( nation.shared, 4 ) );
  QCOMPARE( nation.each, 6.0 );
  QCOMPARE( nation.outside(), 4.0 );
  QMap<QString, CaShareOfArea> ofNation;
  QMap<QString, CaShareOfArea> ofChubu;
  const QVector<CaShareOfArea> ofAreas = shares.byArea( shares.places() );
  for ( const CaShareOfArea &share : ofAreas )
  {
    const QString code = set->areas().at( share.area ).list.code;
    if ( share.bureau == CaCoverageShares::NATION )
      ofNation.insert( code, share );
    else if ( set->areas().at( share.bureau ).list.code == QLatin1String( "CHUBU" ) )
      ofChubu.insert( code, share );
  }
  QVERIFY( near( ofNation.value( "A" ).shared, 1 + 1.0 / 3 ) );
  QVERIFY( near( ofNation.value( "B" ).shared, 2 + 1.0 / 3 ) );
  QVERIFY( near( ofNation.value( "C" ).shared, 1.0 / 3 ) );
  QCOMPARE( ofNation.value( "A" ).alone, 1.0 );
  QCOMPARE( ofNation.value( "C" ).alone, 0.0 );
  QCOMPARE( ofChubu.keys(), QStringList( { "B" } ) );
  QCOMPARE( ofChubu.value( "B" ).each, 1.0 );
}

void TestCaCoverageShares::bureausAddUpToTheNation()
{
  QVector<SmallPlace> odd = places();
  odd[8].prefecture.clear(); // land of no prefecture, hence of no bureau
  for ( const QVector<SmallPlace> &some : { places(), odd } )
  {
    const auto set = areaSetOf( lists(), smallBoundaries( some ) );
    const CaTerritories territories( *set, 3 );
    const CaCoverageShares shares( *set, 3, territories );
    for ( const CaCoverageShares::Measure &measure : { shares.area(), shares.places() } )
    {
      const QVector<CaCoveredShare> all = shares.byBureau( measure );
      CaCoveredShare sum{ 0, 0, 0, 0, 0, 0 };
      for ( const CaCoveredShare &share : all )
      {
        QVERIFY( near( share.shared, share.once ) );
        QVERIFY( share.once <= share.total * ( 1 + 1e-12 ) && share.each >= share.once * ( 1 - 1e-12 ) );
        if ( share.bureau == CaCoverageShares::NATION )
          continue;
        sum.total += share.total;
        sum.once += share.once;
        sum.each += share.each;
      }
      QVERIFY( near( sum.total, all.constFirst().total ) );
      QVERIFY( near( sum.once, all.constFirst().once ) );
      QVERIFY( near( sum.each, all.constFirst().each ) );
      QCOMPARE( all.constLast().bureau == CaCoverageShares::NO_BUREAU, some.at( 8 ).prefecture.isEmpty() );
    }
  }
}

void TestCaCoverageShares::orderDoesNotMatter()
{
  const auto nation = []( const QVector<CaAreaList> &some )
  {
    const auto set = areaSetOf( some, smallBoundaries( places() ) );
    const CaTerritories territories( *set, static_cast<int>( some.size() ) );
    const CaCoverageShares shares( *set, static_cast<int>( some.size() ), territories );
    return shares.byBureau( shares.area() ).constFirst();
  };
  QVector<CaAreaList> turned = lists();
  std::reverse( turned.begin(), turned.end() );
  QCOMPARE( nation( turned ).once, nation( lists() ).once );
  QVERIFY( near( nation( turned ).each, nation( lists() ).each ) );
}

void TestCaCoverageShares::wholePartitionIsAll()
{
  QString error;
  const QVector<CaAreaList> bureaus = packLists( { "bureaus" } );
  const auto set = areaSetOf( bureaus, CaBoundaries::shippedPrefectures( CaPaths::installedPack(), &error ) );
  const int count = static_cast<int>( bureaus.size() );
  const CaTerritories territories( *set, count );
  const CaCoverageShares shares( *set, count, territories );
  const QVector<CaCoveredShare> all = shares.byBureau( shares.area() );
  QCOMPARE( all.size(), 10 );
  for ( const CaCoveredShare &share : all )
  {
    QVERIFY( share.total > 0 );
    QVERIFY( near( share.once, share.total ) && near( share.each, share.total ) );
  }
}

void TestCaCoverageShares::figuresAreThereOnce()
{
  const StatisticsTest test;
  QCOMPARE( test.import( { StatisticsTest::record( "municipality", "13101", 2009, "firms", 10 ),
                           StatisticsTest::record( "municipality", "13102", 2009, "firms", 30 ),
                           StatisticsTest::record( "municipality", "14201", 2009, "firms", 50 ),
                           StatisticsTest::record( "municipality", "47201", 2009, "firms", 7 ) } ),
            QString() );
  const auto set = areaSetOf( lists(), smallBoundaries( places() ), test.pack() );
  QString error;
  const auto statistics = CaStatistics::open( test.pack(), &error );
  const CaMemberFigures figures( *set, *statistics, "municipality", "firms", 2009 );
  QCOMPARE( figures.parts().size(), 3 );
  QCOMPARE( figures.notPlaced().size(), 1 );
  QVERIFY( figures.notPlaced().constFirst().contains( "47201" ) );
  const CaTerritories territories( *set, 3 );
  const CaCoverageShares shares( *set, 3, territories );
  const CaCoveredShare nation = shares.byBureau( CaCoverageShares::figures( figures ), &figures ).constFirst();
  QCOMPARE( nation.total, 90.0 );
  QCOMPARE( nation.once, 40.0 );
  QVERIFY( near( nation.shared, 40 ) );
  QCOMPARE( nation.each, 10.0 + 3 * 30 );
}

void TestCaCoverageShares::cityStandsBeforeItsWards()
{
  const StatisticsTest test;
  QCOMPARE( test.import( { StatisticsTest::record( "municipality", "14100", 2009, "firms", 100 ),
                           StatisticsTest::record( "municipality", "14101", 2009, "firms", 60 ),
                           StatisticsTest::record( "municipality", "14201", 2009, "firms", 5 ) } ),
            QString() );
  const auto set = areaSetOf( lists(), smallBoundaries( places() ), test.pack() );
  QString error;
  const auto statistics = CaStatistics::open( test.pack(), &error );
  const CaMemberFigures figures( *set, *statistics, "municipality", "firms", 2009 );
  QCOMPARE( figures.sum( QVector<double>( set->boundaries().members().size(), 1 ) ), 105.0 );
  QCOMPARE( figures.notPlaced().size(), 1 );
  QVERIFY( figures.notPlaced().constFirst().contains( "14101" ) );
}

void TestCaCoverageShares::cityIsApportionedByArea()
{
  const StatisticsTest test;
  QCOMPARE( test.import( { StatisticsTest::record( "municipality", "14100", 2009, "firms", 100 ) } ), QString() );
  // One of the two wards, which are as large as each other.
  const auto set = areaSetOf( { areaOf( "A", { "14101" } ), areaOf( "B", { "14100" } ) }, smallBoundaries( places() ), test.pack() );
  QString error;
  const auto statistics = CaStatistics::open( test.pack(), &error );
  const CaMemberFigures figures( *set, *statistics, "municipality", "firms", 2009 );
  const CaTerritories territories( *set, 2 );
  const CaCoverageShares one( *set, 1, territories );
  QCOMPARE( figures.apportioned( one.covered() ), 1 );
  QVERIFY( near( one.byBureau( CaCoverageShares::figures( figures ) ).constFirst().once, 50 ) );
  const CaCoverageShares both( *set, 2, territories );
  const CaCoveredShare nation = both.byBureau( CaCoverageShares::figures( figures ) ).constFirst();
  QVERIFY( near( nation.once, 100 ) && near( nation.shared, 100 ) && near( nation.each, 150 ) );
  QCOMPARE( figures.apportioned( both.covered() ), 0 );
}

void TestCaCoverageShares::mergedMunicipalitiesAddUp()
{
  const CaCodeChanges changes = CaCodeChanges::fromCsv( "old_code,new_code\n13298,13201\n13299,13201\n13297,13101\n" );
  const StatisticsTest test;
  QCOMPARE( test.import( { StatisticsTest::record( "municipality", "13298", 2009, "firms", 40 ),
                           StatisticsTest::record( "municipality", "13299", 2009, "firms", 2 ),
                           StatisticsTest::record( "municipality", "13297", 2009, "firms", 9 ),
                           StatisticsTest::record( "municipality", "13101", 2009, "firms", 10 ) } ),
            QString() );
  const auto set = areaSetOf( lists(), smallBoundaries( places() ), test.pack() );
  QString error;
  const auto statistics = CaStatistics::open( test.pack(), &error );
  const CaMemberFigures figures( *set, *statistics, "municipality", "firms", 2009, changes );
  // Two became one and add up; the third became one that has a figure of its own, and is in it already.
  QCOMPARE( figures.sum( QVector<double>( set->boundaries().members().size(), 1 ) ), 52.0 );
  QCOMPARE( figures.notPlaced().size(), 1 );
  QVERIFY( figures.notPlaced().constFirst().contains( "13297" ) );
  QCOMPARE( figures.merged().size(), 3 );
}

void TestCaCoverageShares::whatIsNotKnownIsNotZero()
{
  const StatisticsTest test;
  CaFigureRecord about = StatisticsTest::record( "municipality", "13101", 2009, "firms", 10 );
  about.figure.qualifier = CaQualifier::Approximate;
  QCOMPARE( test.import( { about, StatisticsTest::flagged( "municipality", "13102", 2009, "firms", CaFlag::Suppressed ) } ), QString() );
  const auto set = areaSetOf( lists(), smallBoundaries( places() ), test.pack() );
  QString error;
  const auto statistics = CaStatistics::open( test.pack(), &error );
  const CaMemberFigures figures( *set, *statistics, "municipality", "firms", 2009 );
  QCOMPARE( figures.withoutValue().size(), 1 );
  QVERIFY( figures.withoutValue().constFirst().contains( "suppressed" ) );
  QCOMPARE( figures.qualifier(), CaQualifier::Approximate );
  const CaTerritories territories( *set, 3 );
  const CaCoverageShares shares( *set, 3, territories );
  const QVector<CaCoveredShare> all = shares.byBureau( CaCoverageShares::figures( figures ), &figures );
  QVERIFY( std::abs( all.constFirst().unknown - 8.0 / 9 ) < 0.001 ); // eight of nine squares with a code, about as large
  for ( const CaCoveredShare &share : all )
  {
    if ( share.bureau >= 0 && set->areas().at( share.bureau ).list.code == QLatin1String( "CHUBU" ) )
      QCOMPARE( share.unknown, 1.0 );
  }
}

void TestCaCoverageShares::landOfNoMunicipalityLacksNothing()
{
  const StatisticsTest test;
  QVector<CaFigureRecord> records;
  for ( const char *code : { "14101", "14102", "14131", "14201", "13101", "13102", "13201" } )
    records << StatisticsTest::record( "municipality", QString::fromLatin1( code ), 2009, "firms", 1 );
  QCOMPARE( test.import( records ), QString() );
  const auto set = areaSetOf( lists(), smallBoundaries(), test.pack() );
  QString error;
  const auto statistics = CaStatistics::open( test.pack(), &error );
  const CaMemberFigures figures( *set, *statistics, "municipality", "firms", 2009 );
  const CaTerritories territories( *set, 3 );
  const CaCoverageShares shares( *set, 3, territories );
  const CaCoveredShare nation = shares.byBureau( CaCoverageShares::figures( figures ), &figures ).constFirst();
  QCOMPARE( nation.total, 7.0 );
  QCOMPARE( nation.unknown, 0.0 );
}

CA_TEST_MAIN( TestCaCoverageShares )
#include "testcacoverageshares.moc"
