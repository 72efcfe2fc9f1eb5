// SPDX-License-Identifier: GPL-2.0-or-later
#include "capointsinareas.h"
#include "catest.h"
#include "randomcoverage.h"

#include <qgspoint.h>

#include <set>

//! Points in members and areas against GEOS.
class TestCaPointsInAreas : public QObject
{
  Q_OBJECT

private slots:
  void nothingIsNowhere();
  void borderBelongsToBoth();
  void equalsGeos_data();
  void equalsGeos();
  void overlappingMembersAreBothFound();
  void countsAddUp();

private:
  static std::shared_ptr<const CaCoverage> build( CaFlatPolygons &&polygons )
  {
    QString error;
    return CaCoverage::build( std::move( polygons ), &error );
  }
  static std::shared_ptr<const CaCoverage> coverageOf( const QStringList &wkts )
  {
    CaFlatPolygons polygons;
    for ( int i = 0; i < wkts.size(); ++i )
      polygons.addGeometry( i, QgsGeometry::fromWkt( wkts.at( i ) ) );
    return build( std::move( polygons ) );
  }
  static std::vector<int> at( const CaMemberLocator &locator, double x, double y )
  {
    std::vector<int> members;
    locator.locate( { x, y }, members );
    return members;
  }
};

void TestCaPointsInAreas::nothingIsNowhere()
{
  const CaMemberLocator locator( build( CaFlatPolygons() ) );
  QVERIFY( at( locator, 0, 0 ).empty() );
  const CaMemberLocator square( coverageOf( { "POLYGON((0 0, 1 0, 1 1, 0 1, 0 0))" } ) );
  for ( const auto &[x, y] :
        { std::make_pair( 0.0, 90.0 ), std::make_pair( 180.0, -90.0 ), std::make_pair( std::numeric_limits<double>::quiet_NaN(), 0.5 ),
          std::make_pair( 0.5, std::numeric_limits<double>::infinity() ) } )
    QVERIFY( at( square, x, y ).empty() );
}

void TestCaPointsInAreas::borderBelongsToBoth()
{
  const CaMemberLocator locator(
      coverageOf( { "POLYGON((0 0, 1 0, 1 1, 0 1, 0 0))", "POLYGON((1 0, 2 0, 2 1, 1 1, 1 0))", "POLYGON((1 1, 2 1, 2 2, 1 2, 1 1))" } ) );
  QCOMPARE( at( locator, 1, 0.5 ), ( std::vector<int>{ 0, 1 } ) );
  QCOMPARE( at( locator, 1, 1 ), ( std::vector<int>{ 0, 1, 2 } ) );
  QCOMPARE( at( locator, 0, 0 ), ( std::vector<int>{ 0 } ) );
  QCOMPARE( at( locator, 2, 2 ), ( std::vector<int>{ 2 } ) );
  QCOMPARE( at( locator, 0.5, 0.5 ), ( std::vector<int>{ 0 } ) );
  QVERIFY( at( locator, 0.5, 1.5 ).empty() );
}

void TestCaPointsInAreas::equalsGeos_data()
{
  QTest::addColumn<int>( "seed" );
  for ( int seed = 1; seed <= 12; ++seed )
    QTest::newRow( qPrintable( QString::number( seed ) ) ) << seed;
}

void TestCaPointsInAreas::equalsGeos()
{
  QFETCH( int, seed );
  RandomCoverage random( static_cast<unsigned>( seed ), 3 + seed % 6, 4 + seed % 5, 3 + seed, seed % 7 );
  const auto coverage = build( random.flat() );
  const CaMemberLocator locator( coverage );
  std::vector<std::unique_ptr<QgsGeometryEngine>> engines;
  QVector<QgsGeometry> geometries;
  std::vector<CaPoint> points;
  for ( int member = 0; member < random.memberCount(); ++member )
  {
    geometries << QgsGeometry::collectGeometry( random.geometries( { member } ) );
    for ( const RandomCoverage::Polygon &polygon : random.polygons.at( static_cast<size_t>( member ) ) )
    {
      for ( const RandomCoverage::Ring &ring : polygon )
      {
        // Vertices, and points on their heights and below them.
        for ( size_t i = 0; i < ring.size(); i += 3 )
          points.insert( points.end(), { ring[i],
                                         { ring[i].x + 0.37 * ( random.number() - 0.5 ), ring[i].y },
                                         { ring[i].x, ring[i].y + 0.37 * ( random.number() - 0.5 ) } } );
      }
    }
  }
  for ( const QgsGeometry &geometry : std::as_const( geometries ) )
  {
    engines.emplace_back( geometry.isNull() ? nullptr : QgsGeometry::createGeometryEngine( geometry.constGet() ) );
    if ( engines.back() )
      engines.back()->prepareGeometry();
  }
  for ( int i = 0; i < 2000; ++i )
    points.push_back( { 129.5 + 10 * random.number(), 29.5 + 10 * random.number() } );
  for ( const CaPoint &point : points )
  {
    std::vector<int> expected;
    const QgsPoint geometry( point.x, point.y );
    for ( int member = 0; member < random.memberCount(); ++member )
    {
      if ( engines[static_cast<size_t>( member )] && engines[static_cast<size_t>( member )]->intersects( &geometry ) )
        expected.push_back( member );
    }
    QVERIFY2( at( locator, point.x, point.y ) == expected,
              qPrintable( QStringLiteral( "%1 %2" ).arg( point.x, 0, 'g', 17 ).arg( point.y, 0, 'g', 17 ) ) );
  }
}

void TestCaPointsInAreas::overlappingMembersAreBothFound()
{
  const CaMemberLocator locator( coverageOf(
      { "POLYGON((0 0, 4 0, 4 4, 0 4, 0 0))", "POLYGON((3 1, 6 1, 6 3, 3 3, 3 1))", "POLYGON((9 0, 10 0, 10 1, 9 1, 9 0))" } ) );
  QCOMPARE( at( locator, 3.5, 2 ), ( std::vector<int>{ 0, 1 } ) );
  QCOMPARE( at( locator, 5, 2 ), ( std::vector<int>{ 1 } ) );
  QCOMPARE( at( locator, 9.5, 0.5 ), ( std::vector<int>{ 2 } ) );
}

void TestCaPointsInAreas::countsAddUp()
{
  RandomCoverage random( 5, 8, 8, 10, 3 );
  const auto coverage = build( random.flat() );
  // Areas that overlap; one with a member that is not there, one empty.
  CaPointsInAreas together( coverage, { { 0, 1, 2 }, { 2, 3, 4, 99 }, {}, { 0, 1, 2, 3, 4, 5, 6, 7, 8, 9 } } );
  CaPointsInAreas oneByOne( coverage, { { 0, 1, 2 }, { 2, 3, 4, 99 }, {}, { 0, 1, 2, 3, 4, 5, 6, 7, 8, 9 } } );
  std::vector<CaPoint> points;
  for ( int i = 0; i < 30000; ++i )
    points.push_back( { 130 + 8 * random.number(), 30 + 8 * random.number() } );
  std::vector<std::vector<int>> areasOfPoints( 7 );
  together.addBatch( points.data(), points.size(), &areasOfPoints );
  QCOMPARE( areasOfPoints.size(), points.size() );
  std::vector<int> members;
  std::vector<int> areas;
  for ( size_t i = 0; i < points.size(); ++i )
  {
    oneByOne.areasAt( &points[i], 1, members, areas );
    QVERIFY( areasOfPoints[i] == areas );
    oneByOne.add( areas, 1 );
  }
  qint64 all = 0;
  qint64 pairs = 0;
  for ( size_t i = 0; i < together.byOverlap().size(); ++i )
  {
    QCOMPARE( together.byOverlap()[i].points, oneByOne.byOverlap()[i].points );
    all += together.byOverlap()[i].points;
    pairs += static_cast<qint64>( i ) * together.byOverlap()[i].points;
  }
  QCOMPARE( all, qint64( points.size() ) );
  for ( size_t i = 0; i < together.counts().size(); ++i )
  {
    QCOMPARE( together.counts()[i].points, oneByOne.counts()[i].points );
    QCOMPARE( together.counts()[i].weight, static_cast<double>( together.counts()[i].points ) );
    pairs -= together.counts()[i].points;
  }
  QCOMPARE( pairs, qint64( 0 ) );
  QCOMPARE( together.counts()[2].points, qint64( 0 ) );
  QVERIFY( together.counts()[1].points > 0 );
  QCOMPARE( together.counts()[3].points + together.byOverlap()[0].points, qint64( points.size() ) );
}

CA_TEST_MAIN( TestCaPointsInAreas )
#include "testcapointsinareas.moc"
