// SPDX-License-Identifier: GPL-2.0-or-later
#include "caapportionment.h"
#include "catest.h"

#include <qgsfeedback.h>

#include <cmath>
#include <limits>
#include <random>

namespace
{

QgsGeometry box( double x0, double y0, double x1, double y1 )
{
  return QgsGeometry::fromRect( QgsRectangle( x0, y0, x1, y1 ) );
}

CaFigure known( double value, CaQualifier qualifier = CaQualifier::Exact )
{
  CaFigure figure;
  figure.value = value;
  figure.unit = QStringLiteral( "firms" );
  figure.qualifier = qualifier;
  return figure;
}

CaFigure flagged( CaFlag flag )
{
  CaFigure figure;
  figure.flag = flag;
  return figure;
}

//! A star of \a corners round a place: irregular, simple.
QgsGeometry star( std::mt19937 &random, double x, double y, double radius, int corners )
{
  std::uniform_real_distribution<double> stretch( 0.3, 1 );
  QgsPolylineXY ring;
  for ( int i = 0; i < corners; ++i )
  {
    const double angle = 2 * M_PI * i / corners;
    const double r = radius * stretch( random );
    ring << QgsPointXY( x + r * std::cos( angle ), y + r * std::sin( angle ) );
  }
  ring << ring.constFirst();
  return QgsGeometry::fromPolygonXY( { ring } );
}

} // namespace

//! Figures of parts shared out to zones, against shares known by hand and worked out by QgsGeometry.
class TestCaApportionment : public QObject
{
  Q_OBJECT

private slots:
  void badWeightsAreRefused_data();
  void badWeightsAreRefused();
  void brokenGeometriesAreNamed();
  void cancelGivesNothing();
  void nothingIsOutside();
  void shareByHand_data();
  void shareByHand();
  void weightsDecide();
  void partWithoutWeightGoesByArea();
  void unknownPartsAreSaid_data();
  void unknownPartsAreSaid();
  void overlappingZonesAreCounted();
  void conserved_data();
  void conserved();

private:
  static CaApportionment build( const QVector<QgsGeometry> &parts, const QVector<QgsGeometry> &zones,
                                const QVector<CaApportionment::Weight> &weights = {} )
  {
    QVector<CaApportionment::Shape> shapes;
    for ( int i = 0; i < parts.size(); ++i )
      shapes << CaApportionment::Shape{ i, parts.at( i ) };
    QString error;
    const auto result = CaApportionment::build( static_cast<int>( parts.size() ), shapes, zones, weights, &error );
    if ( !result )
      qFatal( "%s", qPrintable( error ) );
    return *result;
  }
};

void TestCaApportionment::badWeightsAreRefused_data()
{
  QTest::addColumn<double>( "value" );
  QTest::newRow( "negative" ) << -1.0;
  QTest::newRow( "no number" ) << std::numeric_limits<double>::quiet_NaN();
  QTest::newRow( "endless" ) << std::numeric_limits<double>::infinity();
}

void TestCaApportionment::badWeightsAreRefused()
{
  QFETCH( double, value );
  QString error;
  QVERIFY( !CaApportionment::build( 1, { { 0, box( 0, 0, 1, 1 ) } }, { box( 0, 0, 1, 1 ) },
                                    { { box( 0, 0, 1, 1 ), 1 }, { box( 0, 0, 1, 1 ), value } }, &error ) );
  QVERIFY2( error.contains( QLatin1String( "Weight 2" ) ), qPrintable( error ) );
}

void TestCaApportionment::brokenGeometriesAreNamed()
{
  const double nan = std::numeric_limits<double>::quiet_NaN();
  const QgsGeometry notANumber = QgsGeometry::fromPolygonXY( { { { 0, 0 }, { nan, 0 }, { 1, 1 }, { 0, 0 } } } );
  const QgsGeometry bowTie = QgsGeometry::fromWkt( QStringLiteral( "POLYGON((0 0, 2 2, 2 0, 0 2, 0 0))" ) );
  const CaApportionment result =
      build( { notANumber, QgsGeometry(), QgsGeometry::fromWkt( QStringLiteral( "LINESTRING(0 0, 1 1)" ) ), bowTie },
             { box( 0, 0, 1, 2 ), notANumber } );
  QCOMPARE( result.emptyShapes(), ( QVector<int>{ 0, 1, 2 } ) );
  QCOMPARE( result.mendedShapes(), QVector<int>{ 3 } );
  QCOMPARE( result.emptyZones(), QVector<int>{ 1 } );
  QCOMPARE( int( result.shares( 0 ).size() ), 1 );
  QVERIFY( std::abs( result.shares( 0 ).front().share - 0.5 ) < 1e-12 );
  QVERIFY( result.shares( 1 ).empty() );
  // What has no polygon is in no zone, so that sums are whole.
  for ( int part = 0; part < 3; ++part )
    QCOMPARE( result.outside( part ), 1.0 );
}

void TestCaApportionment::cancelGivesNothing()
{
  QgsFeedback feedback;
  feedback.cancel();
  QString error;
  QVERIFY( !CaApportionment::build( 1, { { 0, box( 0, 0, 1, 1 ) } }, { box( 0, 0, 1, 1 ) }, {}, &error, &feedback ) );
  QVERIFY( !error.isEmpty() );
}

void TestCaApportionment::nothingIsOutside()
{
  const CaApportionment none = build( {}, {} );
  QCOMPARE( none.totals( {} ).parts, 0.0 );
  const CaApportionment noZone = build( { box( 0, 0, 1, 1 ) }, {} );
  QCOMPARE( noZone.totals( { known( 7 ) } ).outside, 7.0 );
  const CaApportionment sea = build( { box( 0, 0, 1, 1 ) }, { box( 1, 0, 2, 1 ) } );
  QVERIFY( sea.shares( 0 ).empty() );
  const CaZoneFigure figure = sea.figure( 0, { known( 7 ) }, true );
  QVERIFY( !figure.figure.value );
  QVERIFY( figure.figure.flag == CaFlag::NotAvailable );
  QCOMPARE( sea.totals( { known( 7 ) } ).outside, 7.0 );
}

void TestCaApportionment::shareByHand_data()
{
  QTest::addColumn<QgsGeometry>( "zone" );
  QTest::addColumn<double>( "sum" );
  QTest::addColumn<double>( "mean" );
  QTest::newRow( "all of both" ) << box( -1, -1, 9, 9 ) << 70.0 << 25.0 + 5.0 / 3;
  QTest::newRow( "half of the first" ) << box( 0, 0, 1, 2 ) << 15.0 << 30.0;
  QTest::newRow( "half of each" ) << box( 0, 0, 9, 1 ) << 35.0 << 25.0 + 5.0 / 3;
  QTest::newRow( "in the second" ) << box( 3, 0.5, 4, 1.5 ) << 5.0 << 25.0;
  QTest::newRow( "in two pieces" ) << box( 0, 0, 1, 1 ).combine( box( 4, 0, 5, 2 ) ) << 17.5 << 80.0 / 3;
}

void TestCaApportionment::shareByHand()
{
  QFETCH( QgsGeometry, zone );
  QFETCH( double, sum );
  QFETCH( double, mean );
  const CaApportionment result = build( { box( 0, 0, 2, 2 ), box( 2, 0, 6, 2 ) }, { zone } );
  const QVector<CaFigure> counts{ known( 30 ), known( 40 ) };
  const QVector<CaFigure> rates{ known( 30 ), known( 25 ) };
  QVERIFY( std::abs( *result.figure( 0, counts, true ).figure.value - sum ) < 1e-9 );
  QVERIFY( std::abs( *result.figure( 0, rates, false ).figure.value - mean ) < 1e-9 );
  QVERIFY( std::abs( result.totals( counts ).balance() ) < 1e-9 );
}

void TestCaApportionment::weightsDecide()
{
  const QVector<QgsGeometry> parts{ box( 0, 0, 2, 2 ) };
  const QVector<QgsGeometry> zones{ box( 0, 0, 1, 2 ) };
  const auto value = [&]( const QVector<CaApportionment::Weight> &weights )
  {
    return *build( parts, zones, weights ).figure( 0, { known( 100 ) }, true ).figure.value;
  };
  QCOMPARE( value( { { QgsGeometry::fromPointXY( { 0.5, 1 } ), 1 }, { QgsGeometry::fromPointXY( { 1.5, 1 } ), 3 } } ), 25.0 );
  // A polygon's weight is spread evenly: half of the first lies outside the part.
  QVERIFY( std::abs( value( { { box( -1, 0, 1, 2 ), 4 }, { box( 1, 0, 2, 2 ), 6 } } ) - 25.0 ) < 1e-9 );
}

void TestCaApportionment::partWithoutWeightGoesByArea()
{
  const CaApportionment result = build( { box( 0, 0, 2, 2 ), box( 5, 0, 6, 1 ) }, { box( 0, 0, 1, 2 ) },
                                        { { QgsGeometry::fromPointXY( { 5.5, 0.5 } ), 1 }, { QgsGeometry::fromPointXY( { 1, 1 } ), 0 } } );
  QCOMPARE( result.partsWithoutWeight(), QVector<int>{ 0 } );
  QCOMPARE( *result.figure( 0, { known( 100 ), known( 1 ) }, true ).figure.value, 50.0 );
}

void TestCaApportionment::unknownPartsAreSaid_data()
{
  QTest::addColumn<int>( "flag" );
  QTest::addColumn<double>( "unknown" );
  QTest::newRow( "suppressed" ) << int( CaFlag::Suppressed ) << 0.25;
  QTest::newRow( "not available" ) << int( CaFlag::NotAvailable ) << 0.25;
  QTest::newRow( "not applicable counts for nothing" ) << int( CaFlag::NotApplicable ) << 0.0;
}

void TestCaApportionment::unknownPartsAreSaid()
{
  QFETCH( int, flag );
  QFETCH( double, unknown );
  const CaApportionment result = build( { box( 0, 0, 3, 1 ), box( 3, 0, 4, 1 ) }, { box( 0, 0, 4, 1 ), box( 3, 0, 4, 1 ) } );
  const QVector<CaFigure> figures{ known( 30, CaQualifier::Approximate ), flagged( static_cast<CaFlag>( flag ) ) };
  const CaZoneFigure both = result.figure( 0, figures, true );
  QCOMPARE( *both.figure.value, 30.0 );
  QVERIFY( both.figure.qualifier == CaQualifier::Approximate );
  QVERIFY( std::abs( both.unknown - unknown ) < 1e-12 );
  const CaZoneFigure alone = result.figure( 1, figures, true );
  QVERIFY( !alone.figure.value );
  QCOMPARE( int( alone.figure.flag ), flag );
}

void TestCaApportionment::overlappingZonesAreCounted()
{
  const CaApportionment result = build( { box( 0, 0, 4, 1 ) }, { box( 0, 0, 2, 1 ), box( 1, 0, 3, 1 ), box( -1, -1, 2, 2 ) } );
  const CaZoneTotals totals = result.totals( { known( 40 ) } );
  QVERIFY( std::abs( totals.zones - 60 ) < 1e-9 );
  QVERIFY( std::abs( totals.outside - 10 ) < 1e-9 );
  QVERIFY( std::abs( totals.repeated - 30 ) < 1e-9 );
  QVERIFY( std::abs( result.covered( 2 ) - 2.0 / 9 ) < 1e-12 );
}

void TestCaApportionment::conserved_data()
{
  QTest::addColumn<int>( "seed" );
  QTest::addColumn<bool>( "byWeight" );
  for ( int seed = 1; seed <= 8; ++seed )
    QTest::newRow( qPrintable( QStringLiteral( "%1" ).arg( seed ) ) ) << seed << ( seed % 2 == 0 );
}

void TestCaApportionment::conserved()
{
  QFETCH( int, seed );
  QFETCH( bool, byWeight );
  std::mt19937 random( static_cast<unsigned>( seed ) );
  std::uniform_real_distribution<double> place( 0, 100 );
  QVector<QgsGeometry> parts;
  QVector<CaFigure> figures;
  for ( int i = 0; i < 100; ++i )
  {
    parts << box( i % 10 * 10, i / 10 * 10, i % 10 * 10 + 10, i / 10 * 10 + 10 );
    figures << known( place( random ) );
  }
  QVector<QgsGeometry> zones;
  for ( int i = 0; i < 12; ++i )
    zones << star( random, place( random ), place( random ), 25, 31 );
  QVector<CaApportionment::Weight> weights;
  for ( int i = 0; byWeight && i < 60; ++i )
    weights << CaApportionment::Weight{ star( random, place( random ), place( random ), 20, 9 ), place( random ) };
  const CaApportionment result = build( parts, zones, weights );

  const CaZoneTotals totals = result.totals( figures );
  QVERIFY( std::abs( totals.balance() ) < 1e-9 * totals.parts );
  // The same, worked out part by part from the union of all zones.
  QgsGeometry all = zones.constFirst();
  for ( const QgsGeometry &zone : std::as_const( zones ) )
    all = all.combine( zone );
  const auto weightOf = [&]( const QgsGeometry &geometry )
  {
    double sum = byWeight ? 0 : geometry.area();
    for ( const CaApportionment::Weight &weight : std::as_const( weights ) )
      sum += weight.value * geometry.intersection( weight.geometry ).area() / weight.geometry.area();
    return sum;
  };
  double outside = 0;
  for ( int i = 0; i < parts.size(); ++i )
    outside += *figures.at( i ).value * weightOf( parts.at( i ).difference( all ) ) / weightOf( parts.at( i ) );
  QVERIFY2( std::abs( totals.outside - outside ) < 1e-9 * totals.parts, qPrintable( QString::number( totals.outside - outside ) ) );
  for ( int zone = 0; zone < zones.size(); ++zone )
  {
    double sum = 0;
    for ( int i = 0; i < parts.size(); ++i )
      sum += *figures.at( i ).value * weightOf( parts.at( i ).intersection( zones.at( zone ) ) ) / weightOf( parts.at( i ) );
    QVERIFY( std::abs( result.figure( zone, figures, true ).figure.value.value_or( 0 ) - sum ) < 1e-9 * totals.parts );
  }
  // Order does not matter.
  std::reverse( zones.begin(), zones.end() );
  const CaApportionment reversed = build( parts, zones, weights );
  QVERIFY( std::abs( reversed.totals( figures ).outside - totals.outside ) < 1e-9 * totals.parts );
}

CA_TEST_MAIN( TestCaApportionment )
#include "testcaapportionment.moc"
