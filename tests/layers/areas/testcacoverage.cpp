// SPDX-License-Identifier: GPL-2.0-or-later
#include "cacoverage.h"
#include "catest.h"
#include "randomcoverage.h"

#include <qgsfeedback.h>
#include <qgsmultipolygon.h>

#include <cmath>
#include <limits>

//! Unions from shared arcs against those of GEOS.
class TestCaCoverage : public QObject
{
  Q_OBJECT

private slots:
  void badRingsAreSaid();
  void nothingGivesNothing();
  void cancelledBuildGivesNothing();
  void uncleanInputIsMended_data();
  void uncleanInputIsMended();
  void cleanMembersStayFast();
  void featuresOfOneCodeAreJoined();
  void seamIsDissolved();
  void snappingClosesHairlines();
  void gapsAreFound();
  void ringsThatTouchAreSplit_data();
  void ringsThatTouchAreSplit();
  void equalsGeos_data();
  void equalsGeos();
  void injectedFaultsAreFound_data();
  void injectedFaultsAreFound();
  void coarseGridEqualsGeos_data();
  void coarseGridEqualsGeos();
  void orderDoesNotMatter();
  void partsSumToTheWhole();
  void severalSetsAtOnce();

private:
  static std::shared_ptr<const CaCoverage> coverageOf( const QStringList &wkts )
  {
    CaFlatPolygons polygons;
    for ( int i = 0; i < wkts.size(); ++i )
      polygons.addGeometry( i, QgsGeometry::fromWkt( wkts.at( i ) ) );
    return build( std::move( polygons ) );
  }
  static std::shared_ptr<const CaCoverage> build( CaFlatPolygons &&polygons )
  {
    QString error;
    std::shared_ptr<const CaCoverage> coverage = CaCoverage::build( std::move( polygons ), &error );
    if ( !coverage )
      qWarning( "%s", qPrintable( error ) );
    return coverage;
  }
  static QgsGeometry geometry( const CaAssembledArea &area )
  {
    QgsGeometry result;
    result.fromWkb( area.wkb );
    return result;
  }
  static QVector<int> all( int count )
  {
    QVector<int> members( count );
    std::iota( members.begin(), members.end(), 0 );
    return members;
  }

  static bool isClockwise( const QgsCurve *curve )
  {
    QgsPointSequence points;
    curve->points( points );
    double sum = 0;
    for ( int i = 1; i + 1 < points.size(); ++i )
      sum += ( points[i].x() - points[0].x() ) * ( points[i + 1].y() - points[0].y() ) -
             ( points[i + 1].x() - points[0].x() ) * ( points[i].y() - points[0].y() );
    return sum < 0;
  }

  //! Every ring of \a geometry as text, shells clockwise, beginning with the westernmost point, sorted.
  static QStringList rings( const QgsGeometry &geometry )
  {
    QStringList result;
    const auto add = [&result]( const QgsCurve *curve, char kind )
    {
      QgsPointSequence points;
      curve->points( points );
      points.removeLast();
      if ( isClockwise( curve ) != ( kind == '+' ) )
        std::reverse( points.begin(), points.end() ); // GEOS leaves a polygon that is joined to nothing as it is
      const auto lowest = std::min_element( points.begin(), points.end(),
                                            []( const QgsPoint &a, const QgsPoint &b )
                                            { return std::make_pair( a.x(), a.y() ) < std::make_pair( b.x(), b.y() ); } );
      std::rotate( points.begin(), lowest, points.end() );
      QString text( kind );
      for ( const QgsPoint &point : points )
        text += QStringLiteral( " %1 %2" ).arg( point.x(), 0, 'g', 17 ).arg( point.y(), 0, 'g', 17 );
      result << text;
    };
    const QVector<QgsGeometry> parts = geometry.asGeometryCollection();
    for ( const QgsGeometry &part : parts )
    {
      const QgsPolygon *polygon = qgsgeometry_cast<const QgsPolygon *>( part.constGet() );
      add( polygon->exteriorRing(), '+' );
      for ( int i = 0; i < polygon->numInteriorRings(); ++i )
        add( polygon->interiorRing( i ), '-' );
    }
    result.sort();
    return result;
  }
};

void TestCaCoverage::badRingsAreSaid()
{
  CaFlatPolygons polygons;
  const double nan = std::numeric_limits<double>::quiet_NaN();
  const auto add = [&polygons]( const std::vector<CaPoint> &points )
  {
    std::copy( points.begin(), points.end(), polygons.room( points.size() ) );
    return polygons.addRing( 0, false, points.size() );
  };
  QCOMPARE( add( { { 0, 0 }, { 1, nan }, { 1, 1 }, { 0, 0 } } ), CaFlatPolygons::Added::NotFinite );
  QCOMPARE( add( { { 0, 0 }, { 1, std::numeric_limits<double>::infinity() }, { 1, 1 }, { 0, 0 } } ), CaFlatPolygons::Added::NotFinite );
  QCOMPARE( add( {} ), CaFlatPolygons::Added::TooShort );
  QCOMPARE( add( { { 0, 0 }, { 1, 1 }, { 1, 1 }, { 0, 0 } } ), CaFlatPolygons::Added::TooShort );
  QCOMPARE( polygons.rings().size(), size_t( 0 ) );
  QCOMPARE( polygons.points().size(), size_t( 0 ) );
  QCOMPARE( add( { { 0, 0 }, { 0, 0 }, { 1, 0 }, { 1, 1 }, { 1, 1 }, { 0, 0 }, { 0, 0 } } ), CaFlatPolygons::Added::Yes );
  QCOMPARE( polygons.points().size(), size_t( 3 ) );
}

void TestCaCoverage::nothingGivesNothing()
{
  const auto coverage = build( CaFlatPolygons() );
  QVERIFY( coverage );
  QVERIFY( geometry( coverage->assemble( QVector<int>{ 0, 7, -1 } ) ).isEmpty() );
  QVERIFY( coverage->gaps().isEmpty() );
}

void TestCaCoverage::cancelledBuildGivesNothing()
{
  QgsFeedback feedback;
  feedback.cancel();
  QString error;
  QVERIFY( !CaCoverage::build( RandomCoverage( 1, 3, 3, 2, 2 ).flat(), &error, &feedback ) );
  QVERIFY( !error.isEmpty() );
  const auto coverage = build( RandomCoverage( 1, 3, 3, 2, 2 ).flat() );
  QVERIFY( coverage->assemble( QVector<QVector<int>>{ { 0 }, { 1 } }, &feedback ).isEmpty() );
}

void TestCaCoverage::uncleanInputIsMended_data()
{
  QTest::addColumn<QStringList>( "members" );
  QTest::addColumn<int>( "kind" );
  QTest::addColumn<QVector<int>>( "unclean" );
  QTest::addColumn<double>( "area" );
  const QString square = QStringLiteral( "POLYGON((0 0, 4 0, 4 4, 0 4, 0 0))" );
  const QString far = QStringLiteral( "POLYGON((20 20, 21 20, 21 21, 20 21, 20 20))" );
  QTest::newRow( "bow tie" ) << QStringList{ "POLYGON((0 0, 2 2, 2 0, 0 2, 0 0))", far } << int( CaCoverageProblem::CrossesItself )
                             << QVector<int>{ 0 } << 3.0;
  QTest::newRow( "same twice" ) << QStringList{ square, square, far } << int( CaCoverageProblem::Crosses ) << QVector<int>{ 0, 1 } << 17.0;
  QTest::newRow( "same twice in one member" ) << QStringList{ "MULTIPOLYGON(((0 0, 4 0, 4 4, 0 4, 0 0)),((0 0, 4 0, 4 4, 0 4, 0 0)))", far }
                                              << int( CaCoverageProblem::CrossesItself ) << QVector<int>{ 0 } << 17.0;
  QTest::newRow( "overlap" ) << QStringList{ square, "POLYGON((3 1, 6 1, 6 3, 3 3, 3 1))", far } << int( CaCoverageProblem::Crosses )
                             << QVector<int>{ 0, 1 } << 21.0;
  QTest::newRow( "island in a polygon without a hole" ) << QStringList{ square, "POLYGON((1 1, 2 1, 2 2, 1 2, 1 1))", far }
                                                        << int( CaCoverageProblem::Inside ) << QVector<int>{ 0, 1 } << 17.0;
  QTest::newRow( "inside, touching at a corner" )
      << QStringList{ square, "POLYGON((0 0, 2 1, 1 2, 0 0))", far } << int( CaCoverageProblem::Overlaps ) << QVector<int>{ 0, 1 } << 17.0;
  QTest::newRow( "inside, sharing an edge" ) << QStringList{ square, "POLYGON((0 0, 4 0, 2 2, 0 0))", far }
                                             << int( CaCoverageProblem::Crosses ) << QVector<int>{ 0, 1 } << 17.0;
  QTest::newRow( "hole out of its shell" ) << QStringList{ "POLYGON((0 0, 4 0, 4 4, 0 4, 0 0),(5 0, 6 0, 6 1, 5 1, 5 0))", far }
                                           << int( CaCoverageProblem::CrossesItself ) << QVector<int>{ 0 } << 18.0;
  QTest::newRow( "spike" ) << QStringList{ "POLYGON((0 0, 4 0, 4 2, 6 2, 4 2.0000000001, 4 4, 0 4, 0 0))",
                                           "POLYGON((5 1, 7 1, 7 3, 5 3, 5 1))", far }
                           << int( CaCoverageProblem::Crosses ) << QVector<int>{ 0, 1 } << 21.0;
  QTest::newRow( "vertex on a neighbour's edge" ) << QStringList{ square, "POLYGON((4 0, 8 0, 8 4, 4 4, 4 2, 4 0))", far }
                                                  << int( CaCoverageProblem::Crosses ) << QVector<int>{ 0, 1 } << 33.0;
}

void TestCaCoverage::uncleanInputIsMended()
{
  QFETCH( QStringList, members );
  QFETCH( int, kind );
  QFETCH( QVector<int>, unclean );
  QFETCH( double, area );
  const auto coverage = coverageOf( members );
  QCOMPARE( coverage->problems().size(), 1 );
  QCOMPARE( int( coverage->problems().constFirst().kind ), kind );
  const CaAssembledArea result = coverage->assemble( all( members.size() ) );
  QCOMPARE( result.repaired, unclean );
  for ( int i = 0; i < members.size(); ++i )
    QCOMPARE( coverage->isClean( i ), !unclean.contains( i ) );
  const QgsGeometry united = geometry( result );
  QVERIFY( united.isGeosValid() );
  QVERIFY2( std::abs( united.area() - area ) < 1e-9, qPrintable( united.asWkt() ) );
  QVERIFY( coverage->assemble( QVector<int>{ int( members.size() ) - 1 } ).repaired.isEmpty() );
}

void TestCaCoverage::cleanMembersStayFast()
{
  // A bow tie beside a clean pair: only sets with the bow tie are repaired.
  const auto coverage =
      coverageOf( { "POLYGON((0 0, 1 0, 1 1, 0 1, 0 0))", "POLYGON((1 0, 2 0, 2 1, 1 1, 1 0))", "POLYGON((5 0, 7 2, 7 0, 5 2, 5 0))" } );
  const CaAssembledArea pair = coverage->assemble( QVector<int>{ 0, 1 } );
  QVERIFY( pair.repaired.isEmpty() );
  QCOMPARE( geometry( pair ).area(), 2.0 );
  QCOMPARE( geometry( coverage->assemble( QVector<int>{ 1, 2 } ) ).area(), 3.0 );
}

void TestCaCoverage::featuresOfOneCodeAreJoined()
{
  CaFlatPolygons polygons;
  polygons.addGeometry( 0, QgsGeometry::fromWkt( "POLYGON((0 0, 1 0, 1 1, 0 1, 0 0))" ) );
  polygons.addGeometry( 0, QgsGeometry::fromWkt( "POLYGON((1 0, 2 0, 2 1, 1 1, 1 0))" ) );
  polygons.addGeometry( 0, QgsGeometry::fromWkt( "POLYGON((9 0, 10 0, 10 1, 9 1, 9 0))" ) );
  const auto coverage = build( std::move( polygons ) );
  QVERIFY( coverage->isClean( 0 ) );
  const QgsGeometry united = geometry( coverage->assemble( QVector<int>{ 0 } ) );
  QCOMPARE( united.constGet()->partCount(), 2 );
  QCOMPARE( united.area(), 3.0 );
}

void TestCaCoverage::seamIsDissolved()
{
  // A hole joined to the shell by a seam gone both ways.
  const auto coverage = coverageOf( { "POLYGON((0 0, 4 0, 4 4, 0 4, 0 0, 1 1, 1 2, 2 2, 2 1, 1 1, 0 0))" } );
  const QgsGeometry united = geometry( coverage->assemble( QVector<int>{ 0 } ) );
  QVERIFY( united.isGeosValid() );
  QCOMPARE( united.area(), 15.0 );
}

void TestCaCoverage::snappingClosesHairlines()
{
  const QString west = QStringLiteral( "POLYGON((0 0, 1 0, 1 0.5, 1 1, 0 1, 0 0))" );
  const QString east = QStringLiteral( "POLYGON((1.0000000001 0, 2 0, 2 1, 1 1.0000000001, 0.9999999999 0.5, 1.0000000001 0))" );
  QVERIFY( !coverageOf( { west, east } )->isClean( 0 ) );
  CaFlatPolygons polygons;
  polygons.addGeometry( 0, QgsGeometry::fromWkt( west ) );
  polygons.addGeometry( 1, QgsGeometry::fromWkt( east ) );
  QCOMPARE( polygons.snap( 1e-8 ), size_t( 3 ) );
  const auto coverage = build( std::move( polygons ) );
  QVERIFY( coverage->isClean( 0 ) );
  QCOMPARE( geometry( coverage->assemble( QVector<int>{ 0, 1 } ) ).area(), 2.0 );
}

void TestCaCoverage::gapsAreFound()
{
  const auto coverage =
      coverageOf( { "POLYGON((0 0, 4 0, 4 2, 3 2, 2 1.999, 1 2, 0 2, 0 0))", "POLYGON((0 2, 1 2, 3 2, 4 2, 4 4, 0 4, 0 2))",
                    "POLYGON((9 9, 12 9, 12 12, 9 12, 9 9),(10 10, 11 10, 11 11, 10 11, 10 10))" } );
  const QVector<CaCoverageGap> gaps = coverage->gaps();
  QCOMPARE( gaps.size(), 2 );
  QVERIFY( std::abs( gaps.at( 0 ).area - 0.001 ) < 1e-12 );
  QCOMPARE( gaps.at( 0 ).members, ( QVector<int>{ 0, 1 } ) );
  QCOMPARE( gaps.at( 1 ).area, 1.0 );
  QCOMPARE( gaps.at( 1 ).perimeter, 4.0 );
}

void TestCaCoverage::ringsThatTouchAreSplit_data()
{
  QTest::addColumn<QStringList>( "members" );
  QTest::addColumn<int>( "parts" );
  QTest::addColumn<int>( "holes" );
  QTest::addColumn<double>( "area" );
  const QString a = QStringLiteral( "POLYGON((0 0, 1 0, 1 1, 0 1, 0 0))" );
  QTest::newRow( "two squares at a corner" ) << QStringList{ a, "POLYGON((1 1, 2 1, 2 2, 1 2, 1 1))" } << 2 << 0 << 2.0;
  QTest::newRow( "hole at the shell's corner" )
      << QStringList{ "POLYGON((0 0, 4 0, 4 4, 0 4, 0 0),(0 0, 2 1, 1 2, 0 0))" } << 1 << 1 << 14.5;
  QTest::newRow( "two holes that touch" ) << QStringList{
    "POLYGON((0 0, 6 0, 6 6, 0 6, 0 0),(1 1, 3 1, 3 3, 1 3, 1 1),(3 3, 5 3, 5 5, 3 5, 3 3))"
  } << 1 << 2 << 28.0;
  QTest::newRow( "ring of four around nothing" )
      << QStringList{ "POLYGON((0 0, 3 0, 2 1, 1 1, 0 0))", "POLYGON((3 0, 3 3, 2 2, 2 1, 3 0))", "POLYGON((3 3, 0 3, 1 2, 2 2, 3 3))",
                      "POLYGON((0 3, 0 0, 1 1, 1 2, 0 3))" }
      << 1 << 1 << 8.0;
  QTest::newRow( "diamond of corners" ) << QStringList{ "POLYGON((1 0, 2 0, 2 1, 1 1, 1 0))", "POLYGON((0 1, 1 1, 1 2, 0 2, 0 1))",
                                                        "POLYGON((2 1, 3 1, 3 2, 2 2, 2 1))", "POLYGON((1 2, 2 2, 2 3, 1 3, 1 2))" }
                                        << 4 << 0 << 4.0;
}

void TestCaCoverage::ringsThatTouchAreSplit()
{
  QFETCH( QStringList, members );
  QFETCH( int, parts );
  QFETCH( int, holes );
  QFETCH( double, area );
  const auto coverage = coverageOf( members );
  const CaAssembledArea result = coverage->assemble( all( members.size() ) );
  QVERIFY( result.repaired.isEmpty() );
  const QgsGeometry united = geometry( result );
  QVERIFY2( united.isGeosValid(), qPrintable( united.asWkt() ) );
  QCOMPARE( united.area(), area );
  const QStringList found = rings( united );
  QCOMPARE( found.filter( QRegularExpression( "^\\+" ) ).size(), parts );
  QCOMPARE( found.filter( QRegularExpression( "^-" ) ).size(), holes );
}

void TestCaCoverage::equalsGeos_data()
{
  QTest::addColumn<int>( "seed" );
  QTest::addColumn<int>( "columns" );
  QTest::addColumn<int>( "members" );
  QTest::addColumn<int>( "verticesPerEdge" );
  for ( int seed = 1; seed <= 60; ++seed )
    QTest::newRow( qPrintable( QString::number( seed ) ) ) << seed << 2 + seed % 9 << 1 + seed % 7 * seed / 3 << seed % 5 * ( seed % 3 );
}

void TestCaCoverage::equalsGeos()
{
  QFETCH( int, seed );
  QFETCH( int, columns );
  QFETCH( int, members );
  QFETCH( int, verticesPerEdge );
  RandomCoverage random( static_cast<unsigned>( seed ), columns, columns, members, verticesPerEdge );
  const auto coverage = build( random.flat() );
  QVERIFY( coverage->problems().isEmpty() );
  for ( int attempt = 0; attempt < 8; ++attempt )
  {
    QVector<int> set;
    for ( int member = 0; member < members; ++member )
    {
      if ( attempt == 0 || random.chance( 0.5 ) )
        set << member;
    }
    const CaAssembledArea result = coverage->assemble( set );
    QVERIFY( result.repaired.isEmpty() );
    const QgsGeometry united = geometry( result );
    const QgsGeometry expected = QgsGeometry::unaryUnion( random.geometries( set ) );
    if ( expected.isEmpty() )
    {
      QVERIFY( united.isEmpty() );
      continue;
    }
    QVERIFY2( united.isGeosValid(), qPrintable( united.lastError() ) );
    const QVector<QgsGeometry> parts = united.asGeometryCollection();
    for ( const QgsGeometry &part : parts )
      QVERIFY( isClockwise( qgsgeometry_cast<const QgsPolygon *>( part.constGet() )->exteriorRing() ) );
    QVERIFY( std::abs( united.area() - expected.area() ) <= 1e-9 * expected.area() );
    QVERIFY( std::abs( coverage->cleanArea( set ) - expected.area() ) <= 1e-9 * expected.area() );
    QCOMPARE( rings( united ), rings( expected ) );
  }
}

void TestCaCoverage::injectedFaultsAreFound_data()
{
  QTest::addColumn<int>( "seed" );
  QTest::addColumn<QString>( "fault" );
  for ( int seed = 1; seed <= 12; ++seed )
  {
    for ( const char *fault : { "vertex moved", "cell twice", "blob over it", "hole filled" } )
      QTest::newRow( qPrintable( QStringLiteral( "%1 %2" ).arg( fault ).arg( seed ) ) ) << seed << QString( fault );
  }
}

void TestCaCoverage::injectedFaultsAreFound()
{
  QFETCH( int, seed );
  QFETCH( QString, fault );
  RandomCoverage random( static_cast<unsigned>( seed ), 6, 6, 12, seed % 4 );
  int member = 0;
  while ( random.polygons.at( static_cast<size_t>( member ) ).empty() )
    ++member;
  std::vector<RandomCoverage::Polygon> &polygons = random.polygons[static_cast<size_t>( member )];
  if ( fault == QLatin1String( "vertex moved" ) )
  {
    // Far over its own and other cells.
    RandomCoverage::Ring &ring = polygons.front().front();
    ring[1] = { ring[1].x + 2.3, ring[1].y + 1.7 };
  }
  else if ( fault == QLatin1String( "cell twice" ) )
    random.polygons[static_cast<size_t>( ( member + 5 ) % 12 )].push_back( polygons.front() );
  else if ( fault == QLatin1String( "blob over it" ) )
    random.polygons[static_cast<size_t>( ( member + 5 ) % 12 )].push_back(
        { { { 131.3, 31.3 }, { 134.2, 31.4 }, { 134.1, 34.2 }, { 131.2, 34.1 }, { 131.3, 31.3 } } } );
  else
  {
    // Holes of every cell filled: enclaves lie in cells without a hole.
    bool hasEnclave = false;
    for ( std::vector<RandomCoverage::Polygon> &some : random.polygons )
    {
      for ( RandomCoverage::Polygon &polygon : some )
      {
        hasEnclave |= polygon.size() > 1;
        polygon.resize( 1 );
      }
    }
    QVERIFY( hasEnclave );
  }
  const auto coverage = build( random.flat() );
  QVERIFY( !coverage->problems().isEmpty() );
  int clean = 0;
  for ( int i = 0; i < 12; ++i )
    clean += coverage->isClean( i );
  QVERIFY( clean < 12 );
  for ( int i = 0; i < 12; ++i )
  {
    // The members one by one, and pairs: right whether clean or mended.
    for ( const QVector<int> &set : { QVector<int>{ i }, QVector<int>{ i, ( i + 1 ) % 12, ( i + 5 ) % 12 } } )
    {
      QVector<QgsGeometry> valid;
      const QVector<QgsGeometry> parts = random.geometries( set );
      for ( const QgsGeometry &part : parts )
        valid << part.makeValid();
      const QgsGeometry expected = QgsGeometry::unaryUnion( valid );
      const QgsGeometry united = geometry( coverage->assemble( set ) );
      QVERIFY( expected.isEmpty() == united.isEmpty() );
      QVERIFY( united.isEmpty() || united.isGeosValid() );
      QVERIFY2( std::abs( united.area() - expected.area() ) <= 1e-9 * std::max( 1.0, expected.area() ),
                qPrintable( QString::number( united.area() - expected.area() ) ) );
    }
  }
}

void TestCaCoverage::coarseGridEqualsGeos_data()
{
  QTest::addColumn<int>( "first" );
  for ( int first = 0; first < 20; ++first )
    QTest::newRow( qPrintable( QString::number( first ) ) ) << first;
}

void TestCaCoverage::coarseGridEqualsGeos()
{
  // Triangles and quadrangles with corners on few places: they touch, overlap, lie on and in each other, and cross themselves in every way
  // there is.
  QFETCH( int, first );
  for ( int seed = first * 50; seed < first * 50 + 50; ++seed )
  {
    std::mt19937 random( static_cast<unsigned>( seed ) );
    const auto pick = [&random]( int count )
    {
      return static_cast<int>( random() % static_cast<unsigned>( count ) );
    };
    const int side = 3 + pick( 3 );
    const int count = 1 + pick( 4 );
    CaFlatPolygons polygons;
    QVector<QgsGeometry> valid;
    for ( int member = 0; member < count; ++member )
    {
      QVector<double> x;
      QVector<double> y;
      for ( int corner = 3 + pick( 2 ); corner > 0; --corner )
      {
        x << pick( side );
        y << pick( side );
      }
      x << x.constFirst();
      y << y.constFirst();
      const QgsGeometry geometry( new QgsPolygon( new QgsLineString( x, y ) ) );
      const bool isFlat = geometry.area() == 0 && geometry.makeValid().area() == 0;
      if ( polygons.addGeometry( member, geometry ) == CaFlatPolygons::Added::Yes && !isFlat )
        valid << geometry.makeValid();
      else
        valid << QgsGeometry();
    }
    const auto coverage = build( std::move( polygons ) );
    for ( int subset = 1; subset < 1 << count; ++subset )
    {
      QVector<int> set;
      QVector<QgsGeometry> parts;
      for ( int member = 0; member < count; ++member )
      {
        if ( !( subset >> member & 1 ) )
          continue;
        set << member;
        if ( !valid.at( member ).isNull() )
          parts << valid.at( member );
      }
      const double expected = parts.isEmpty() ? 0 : QgsGeometry::unaryUnion( parts ).area();
      const QgsGeometry united = geometry( coverage->assemble( set ) );
      const double area = united.isEmpty() ? 0 : united.area();
      QVERIFY2(
          std::abs( area - expected ) < 1e-9,
          qPrintable( QStringLiteral( "seed %1 subset %2: %3, expected %4" ).arg( seed ).arg( subset ).arg( area ).arg( expected ) ) );
      QVERIFY2( united.isEmpty() || united.isGeosValid(),
                qPrintable( QStringLiteral( "seed %1 subset %2: %3" ).arg( seed ).arg( subset ).arg( united.asWkt() ) ) );
    }
  }
}

void TestCaCoverage::orderDoesNotMatter()
{
  RandomCoverage random( 7, 8, 8, 10, 3 );
  CaFlatPolygons backwards;
  for ( int member = 9; member >= 0; --member )
  {
    QVector<QgsGeometry> parts = random.geometries( { member } );
    std::reverse( parts.begin(), parts.end() );
    for ( const QgsGeometry &part : parts )
      QCOMPARE( backwards.addGeometry( member, part ), CaFlatPolygons::Added::Yes );
  }
  const auto a = build( random.flat() );
  const auto b = build( std::move( backwards ) );
  const QVector<int> set{ 1, 3, 4, 7, 8 };
  QCOMPARE( rings( geometry( b->assemble( set ) ) ), rings( geometry( a->assemble( set ) ) ) );
}

void TestCaCoverage::partsSumToTheWhole()
{
  RandomCoverage random( 11, 10, 10, 20, 4 );
  const auto coverage = build( random.flat() );
  double sum = 0;
  for ( int member = 0; member < 20; ++member )
    sum += geometry( coverage->assemble( QVector<int>{ member } ) ).area();
  const double whole = geometry( coverage->assemble( all( 20 ) ) ).area();
  QVERIFY( std::abs( sum - whole ) < 1e-9 * whole );
}

void TestCaCoverage::severalSetsAtOnce()
{
  const auto coverage = build( RandomCoverage( 3, 9, 9, 15, 5 ).flat() );
  QVector<QVector<int>> sets;
  for ( int i = 0; i < 40; ++i )
    sets << QVector<int>{ i % 15, i * 7 % 15, i * 11 % 15 };
  const QVector<CaAssembledArea> areas = coverage->assemble( sets );
  QCOMPARE( areas.size(), sets.size() );
  for ( int i = 0; i < sets.size(); ++i )
    QCOMPARE( areas.at( i ).wkb, coverage->assemble( sets.at( i ) ).wkb );
}

CA_TEST_MAIN( TestCaCoverage )
#include "testcacoverage.moc"
