// SPDX-License-Identifier: GPL-2.0-or-later
#include "caareasweep.h"
#include "cacompat.h"
#include "catest.h"
#include "randomcoverage.h"

#include <qgsgeos.h>

#include <cmath>
#include <random>

namespace
{

CaPlanePolygon flat( const QgsGeometry &geometry )
{
  return CaPlanePolygon( QgsGeos::asGeos( geometry.constGet() ).get() );
}

//! Polygons on a small grid, so that corners meet, borders are shared and lines lie on one another.
QgsGeometry onGrid( std::mt19937 &random, int size )
{
  std::uniform_int_distribution<int> place( 0, size );
  QgsGeometry result;
  while ( result.area() <= 0 || !result.isGeosValid() )
  {
    const int corners = 3 + place( random );
    QgsPolylineXY ring;
    for ( int i = 0; i < corners; ++i )
      ring << QgsPointXY( place( random ), place( random ) );
    ring << ring.constFirst();
    result = QgsGeometry::fromPolygonXY( { ring } ).makeValid();
    if ( result.type() != CaCompat::PolygonGeometry )
      result = QgsGeometry();
  }
  return result;
}

} // namespace

//! Areas in zones, against overlays of GEOS and by hand.
class TestCaAreaSweep : public QObject
{
  Q_OBJECT

private slots:
  void nothingIsInNothing();
  void byHand_data();
  void byHand();
  void equalsOverlays_data();
  void equalsOverlays();
  void sharedBordersAreExact_data();
  void sharedBordersAreExact();
  void pointsOnBordersAreCovered_data();
  void pointsOnBordersAreCovered();
};

void TestCaAreaSweep::nothingIsInNothing()
{
  const CaPlanePolygon square = flat( QgsGeometry::fromWkt( "POLYGON((0 0, 1 0, 1 1, 0 1, 0 0))" ) );
  const CaPlanePolygon nothing;
  QVERIFY( nothing.box().isEmpty() );
  QVERIFY( !nothing.covers( { 0, 0 } ) );
  CaAreaSweep sweep( square );
  sweep.addZone( nothing );
  sweep.run();
  QCOMPARE( sweep.whole().area, 1.0 );
  QCOMPARE( sweep.inZone( 0 ).area, 0.0 );
  QCOMPARE( sweep.inAnyZone().area, 0.0 );
}

void TestCaAreaSweep::byHand_data()
{
  QTest::addColumn<QString>( "zone" );
  QTest::addColumn<double>( "area" );
  QTest::newRow( "the same" ) << "POLYGON((0 0, 0 2, 2 2, 2 0, 0 0))" << 4.0;
  QTest::newRow( "all around" ) << "POLYGON((-5 -5, 5 -6, 7 7, -5 5, -5 -5))" << 4.0;
  QTest::newRow( "in a hole" ) << "POLYGON((-5 -5, 5 -5, 5 5, -5 5, -5 -5), (-1 -1, -1 3, 3 3, 3 -1, -1 -1))" << 0.0;
  QTest::newRow( "touching below" ) << "POLYGON((0 0, 2 0, 2 -1, 0 -1, 0 0))" << 0.0;
  QTest::newRow( "touching above" ) << "POLYGON((0 2, 2 2, 2 3, 0 3, 0 2))" << 0.0;
  QTest::newRow( "touching a corner" ) << "POLYGON((2 2, 3 2, 3 3, 2 2))" << 0.0;
  QTest::newRow( "lower half" ) << "POLYGON((-1 -1, 3 -1, 3 1, -1 1, -1 -1))" << 2.0;
  QTest::newRow( "upper half" ) << "POLYGON((-1 1, 3 1, 3 9, -1 9, -1 1))" << 2.0;
  QTest::newRow( "eastern half" ) << "POLYGON((1 0, 9 0, 9 2, 1 2, 1 0))" << 2.0;
  QTest::newRow( "half by the diagonal" ) << "POLYGON((0 0, 2 2, 0 2, 0 0))" << 2.0;
  QTest::newRow( "a diamond" ) << "POLYGON((1 -1, 3 1, 1 3, -1 1, 1 -1))" << 4.0;
  QTest::newRow( "a smaller diamond" ) << "POLYGON((1 0, 2 1, 1 2, 0 1, 1 0))" << 2.0;
  QTest::newRow( "round the corner below" ) << "POLYGON((-1 -1, 4 -1, 4 3, 1 3, 1 -0.5, -1 -0.5, -1 -1))" << 2.0;
  QTest::newRow( "two parts" ) << "MULTIPOLYGON(((0 0, 1 0, 1 1, 0 1, 0 0)), ((1 1, 2 1, 2 2, 1 2, 1 1)))" << 2.0;
}

void TestCaAreaSweep::byHand()
{
  QFETCH( QString, zone );
  QFETCH( double, area );
  const CaPlanePolygon square = flat( QgsGeometry::fromWkt( "POLYGON((0 0, 2 0, 2 2, 0 2, 0 0))" ) );
  const CaPlanePolygon other = flat( QgsGeometry::fromWkt( zone ) );
  CaAreaSweep sweep( square );
  sweep.addZone( other );
  sweep.addWeight( other, 3 );
  sweep.run();
  QCOMPARE( sweep.whole().area, 4.0 );
  QCOMPARE( sweep.whole().weight, 3 * area );
  QCOMPARE( sweep.inZone( 0 ).area, area );
  QCOMPARE( sweep.inZone( 0 ).weight, 3 * area );
  QCOMPARE( sweep.inAnyZone().area, area );
}

void TestCaAreaSweep::equalsOverlays_data()
{
  QTest::addColumn<int>( "seed" );
  for ( int seed = 1; seed <= 40; ++seed )
    QTest::newRow( qPrintable( QString::number( seed ) ) ) << seed;
}

void TestCaAreaSweep::equalsOverlays()
{
  QFETCH( int, seed );
  std::mt19937 random( static_cast<unsigned>( seed ) );
  const int size = 3 + seed % 12;
  const QgsGeometry polygon = onGrid( random, size );
  const QgsGeometry weight = onGrid( random, size );
  QVector<QgsGeometry> zones;
  std::vector<CaPlanePolygon> flats;
  for ( int i = 0; i < 1 + seed % 5; ++i )
  {
    zones << onGrid( random, size );
    flats.push_back( flat( zones.constLast() ) );
  }
  const CaPlanePolygon whole = flat( polygon );
  const CaPlanePolygon weighed = flat( weight );
  CaAreaSweep sweep( whole );
  for ( const CaPlanePolygon &zone : flats )
    sweep.addZone( zone );
  sweep.addWeight( weighed, 2 );
  sweep.run();
  const auto isClose = []( const CaAreaSweep::Sum &sum, const QgsGeometry &area, const QgsGeometry &weighs )
  {
    // A point in common with nothing is no geometry, whose area is -1 to QGIS.
    const double weight = 2 * std::max( 0.0, area.intersection( weighs ).area() );
    return std::abs( sum.area - area.area() ) < 1e-9 && std::abs( sum.weight - weight ) < 1e-9;
  };
  QVERIFY( isClose( sweep.whole(), polygon, weight ) );
  QgsGeometry all = zones.constFirst();
  for ( int i = 0; i < zones.size(); ++i )
  {
    QVERIFY( isClose( sweep.inZone( static_cast<size_t>( i ) ), polygon.intersection( zones.at( i ) ), weight ) );
    all = all.combine( zones.at( i ) );
  }
  QVERIFY( isClose( sweep.inAnyZone(), polygon.intersection( all ), weight ) );
}

void TestCaAreaSweep::sharedBordersAreExact_data()
{
  QTest::addColumn<int>( "seed" );
  for ( int seed = 1; seed <= 10; ++seed )
    QTest::newRow( qPrintable( QString::number( seed ) ) ) << seed;
}

void TestCaAreaSweep::sharedBordersAreExact()
{
  QFETCH( int, seed );
  RandomCoverage random( static_cast<unsigned>( seed ), 5, 5, 4, seed % 7 );
  std::vector<CaPlanePolygon> members;
  for ( int member = 0; member < random.memberCount(); ++member )
    members.push_back( flat( QgsGeometry::unaryUnion( random.geometries( { member } ) ) ) );
  for ( size_t own = 0; own < members.size(); ++own )
  {
    CaAreaSweep sweep( members[own] );
    for ( const CaPlanePolygon &zone : members )
      sweep.addZone( zone );
    sweep.run();
    QVERIFY( std::abs( sweep.whole().area - members[own].area() ) < 1e-12 * members[own].area() );
    for ( size_t zone = 0; zone < members.size(); ++zone )
      QVERIFY( std::abs( sweep.inZone( zone ).area - ( zone == own ? sweep.whole().area : 0 ) ) < 1e-12 * sweep.whole().area );
  }
}

void TestCaAreaSweep::pointsOnBordersAreCovered_data()
{
  equalsOverlays_data();
}

void TestCaAreaSweep::pointsOnBordersAreCovered()
{
  QFETCH( int, seed );
  std::mt19937 random( static_cast<unsigned>( seed ) );
  const int size = 3 + seed % 12;
  const QgsGeometry polygon = onGrid( random, size );
  const CaPlanePolygon shape = flat( polygon );
  int covered = 0;
  for ( int x = -2; x <= 2 * size + 2; ++x )
  {
    for ( int y = -2; y <= 2 * size + 2; ++y )
    {
      const CaPoint point{ x / 2.0, y / 2.0 };
      const bool expected = polygon.intersects( QgsGeometry::fromPointXY( { point.x, point.y } ) );
      QCOMPARE( shape.covers( point ), expected );
      covered += expected ? 1 : 0;
    }
  }
  QVERIFY( covered > 0 );
}

CA_TEST_MAIN( TestCaAreaSweep )
#include "testcaareasweep.moc"
