// SPDX-License-Identifier: GPL-2.0-or-later
#include "caheregroups.h"
#include "capaths.h"
#include "catest.h"
#include "caunits.h"
#include "cawhatishere.h"
#include "smallboundaries.h"

#include <qgsfeedback.h>

#include <QTemporaryDir>

#include <cmath>

//! Everything at points and in polygons of a made-up coverage of squares, with the areas of the shipped pack.
class TestCaWhatIsHere : public QObject
{
  Q_OBJECT

private slots:
  void initTestCase();
  void badPolygonIsRefused_data();
  void badPolygonIsRefused();
  void nothingIsNowhere();
  void cancelGivesNothing();
  void pointIsInAllItsAreas();
  void borderIsOnBothSides();
  void sharesOfAPolygon();
  void touchingIsNotInside();
  void outsideIsSaid();
  void fallbackIsMarked();
  void linksAreThoseOfTheSubareasHere();
  void linkOfASubareaWithoutPlaceIsPerhaps();
  void figuresOfAllThatIsHere();
  void notesSayWhyAnAreaIsPartial();
  void storedAreasTakeThePlaceOfTheirKind();
  void groupsAreForPeople();
  void answersInMilliseconds();

private:
  static const CaHere *find( const QVector<CaHere> &found, const QString &kind, const QString &code )
  {
    const auto here = std::find_if( found.begin(), found.end(), [&]( const CaHere &one ) { return one.kind == kind && one.code == code; } );
    return here == found.end() ? nullptr : &*here;
  }
  static double shareOf( const QVector<CaHere> &found, const QString &kind, const QString &code )
  {
    const CaHere *here = find( found, kind, code );
    return here && here->share ? *here->share : -1;
  }
  QVector<CaHere> in( const QString &wkt ) const
  {
    QString error;
    return mHere->in( QgsGeometry::fromWkt( wkt ), 2009, &error ).value_or( QVector<CaHere>() );
  }

  QTemporaryDir mFolder;
  std::shared_ptr<const CaBoundaries> mBoundaries;
  std::shared_ptr<const CaWhatIsHere> mHere;
};

void TestCaWhatIsHere::initTestCase()
{
  const QString file = mFolder.filePath( QStringLiteral( "N03.geojson" ) );
  QVERIFY( writeSmallBoundaries( file, "GeoJSON", smallPlaces() ) );
  CaBoundaryOptions options;
  options.prefectures = { { QStringLiteral( "東京都" ), QStringLiteral( "13" ) },
                          { QStringLiteral( "神奈川県" ), QStringLiteral( "14" ) } };
  QString error;
  mBoundaries = CaBoundaries::read( file, options, &error );
  QVERIFY2( mBoundaries, qPrintable( error ) );
  mHere = CaWhatIsHere::build( mBoundaries, CaPaths::installedPack(), true, &error );
  QVERIFY2( mHere, qPrintable( error ) );
}

void TestCaWhatIsHere::badPolygonIsRefused_data()
{
  QTest::addColumn<QString>( "wkt" );
  QTest::newRow( "nothing" ) << "";
  QTest::newRow( "empty" ) << "Polygon EMPTY";
  QTest::newRow( "line" ) << "LineString(139 35, 140 36)";
  QTest::newRow( "point" ) << "Point(139 35)";
  QTest::newRow( "no area" ) << "Polygon((139 35, 139.1 35, 139 35))";
  QTest::newRow( "no coordinates" ) << "Polygon((139 35, nan nan, 139.1 35.1, 139 35))";
}

void TestCaWhatIsHere::badPolygonIsRefused()
{
  QFETCH( QString, wkt );
  QString error;
  QVERIFY( !mHere->in( QgsGeometry::fromWkt( wkt ), 2009, &error ) );
  QVERIFY( !error.isEmpty() );
}

void TestCaWhatIsHere::nothingIsNowhere()
{
  for ( const QgsPointXY &point : { QgsPointXY( 0, 90 ), QgsPointXY( 0, -90 ), QgsPointXY( std::nan( "" ), 35 ), QgsPointXY( 150, 30 ) } )
    QVERIFY( mHere->at( point, 2009 ).isEmpty() );
}

void TestCaWhatIsHere::cancelGivesNothing()
{
  QgsFeedback feedback;
  feedback.cancel();
  QString error;
  QVERIFY( !CaWhatIsHere::build( mBoundaries, CaPaths::installedPack(), true, &error, &feedback ) );
  QVERIFY( error.isEmpty() );
}

void TestCaWhatIsHere::pointIsInAllItsAreas()
{
  const QVector<CaHere> found = mHere->at( { 139.25, 35.15 }, 2009 );
  const CaHere *hachioji = find( found, QStringLiteral( "municipality" ), QStringLiteral( "13201" ) );
  QVERIFY( hachioji );
  QCOMPARE( hachioji->nameJa, QStringLiteral( "東京都八王子市" ) );
  QVERIFY( hachioji->note.isEmpty() );
  QVERIFY( find( found, QStringLiteral( "prefecture" ), QStringLiteral( "13" ) ) );
  QVERIFY( !find( found, QStringLiteral( "prefecture" ), QStringLiteral( "14" ) ) );
  QVERIFY( find( found, QStringLiteral( "bureau" ), QStringLiteral( "KANTO" ) ) );
  QVERIFY( find( found, QStringLiteral( "project" ), QStringLiteral( "KANTO_REGIONAL" ) ) );
  const CaHere *tama = find( found, QStringLiteral( "subarea" ), QStringLiteral( "TAMA" ) );
  QVERIFY( tama );
  // Its list names a part of which no municipality is listed.
  QCOMPARE( tama->precision, QStringLiteral( "prefecture_fallback" ) );
  QVERIFY( !tama->note.isEmpty() );
  QVERIFY( !tama->basis.isEmpty() );
  QVERIFY( !tama->share );
}

void TestCaWhatIsHere::borderIsOnBothSides()
{
  const QVector<CaHere> found = mHere->at( { 139.2, 35.15 }, 2009 );
  for ( const char *code : { "13102", "13201" } )
  {
    const CaHere *here = find( found, QStringLiteral( "municipality" ), QString::fromLatin1( code ) );
    QVERIFY( here );
    QVERIFY( !here->note.isEmpty() );
  }
}

void TestCaWhatIsHere::sharesOfAPolygon()
{
  // As wide on either side of the border between Chuo and Hachioji, which is a meridian.
  const QVector<CaHere> found = in( QStringLiteral( "Polygon((139.15 35.12, 139.25 35.12, 139.25 35.18, 139.15 35.18, 139.15 35.12))" ) );
  const auto near = []( double value, double expected )
  {
    return std::abs( value - expected ) < 1e-9;
  };
  QVERIFY( near( shareOf( found, QStringLiteral( "municipality" ), QStringLiteral( "13102" ) ), 0.5 ) );
  QVERIFY( near( shareOf( found, QStringLiteral( "municipality" ), QStringLiteral( "13201" ) ), 0.5 ) );
  QVERIFY( near( shareOf( found, QStringLiteral( "prefecture" ), QStringLiteral( "13" ) ), 1 ) );
  QVERIFY( near( shareOf( found, QStringLiteral( "bureau" ), QStringLiteral( "KANTO" ) ), 1 ) );
  QVERIFY( near( shareOf( found, QStringLiteral( "subarea" ), QStringLiteral( "TAMA" ) ), 1 ) );
  QVERIFY( !find( found, QStringLiteral( "outside" ), QString() ) );
}

void TestCaWhatIsHere::touchingIsNotInside()
{
  // All of Chuo and no more: its neighbours have only its border.
  const QVector<CaHere> found = in( QStringLiteral( "Polygon((139.1 35.1, 139.2 35.1, 139.2 35.2, 139.1 35.2, 139.1 35.1))" ) );
  int municipalities = 0;
  for ( const CaHere &here : found )
    municipalities += here.kind == QLatin1String( "municipality" ) ? 1 : 0;
  QCOMPARE( municipalities, 1 );
  QVERIFY( find( found, QStringLiteral( "municipality" ), QStringLiteral( "13102" ) ) );
  QVERIFY( !find( found, QStringLiteral( "prefecture" ), QStringLiteral( "14" ) ) );
}

void TestCaWhatIsHere::outsideIsSaid()
{
  // West of 139 E is the sea: half of it, on any ellipsoid.
  const QVector<CaHere> found = in( QStringLiteral( "Polygon((138.95 35.12, 139.05 35.12, 139.05 35.18, 138.95 35.18, 138.95 35.12))" ) );
  QVERIFY( std::abs( shareOf( found, QStringLiteral( "outside" ), QString() ) - 0.5 ) < 1e-9 );
  QVERIFY( std::abs( shareOf( found, QStringLiteral( "municipality" ), QStringLiteral( "13101" ) ) - 0.5 ) < 1e-9 );
}

void TestCaWhatIsHere::fallbackIsMarked()
{
  QString error;
  const auto here =
      CaWhatIsHere::build( CaBoundaries::shippedPrefectures( CaPaths::installedPack(), &error ), CaPaths::installedPack(), true, &error );
  QVERIFY2( here, qPrintable( error ) );
  // The city hall of Hamamatsu, with prefectures only.
  const QVector<CaHere> found = here->at( { 137.7261, 34.7108 }, 2009 );
  QVERIFY( find( found, QStringLiteral( "prefecture" ), QStringLiteral( "22" ) ) );
  QVERIFY( !find( found, QStringLiteral( "prefecture" ), QStringLiteral( "23" ) ) );
  for ( const CaHere &one : found )
  {
    QVERIFY( one.kind != QLatin1String( "municipality" ) );
    if ( one.precision == QLatin1String( "prefecture_fallback" ) )
      QVERIFY( !one.note.isEmpty() );
  }
  const CaHere *sanen = find( found, QStringLiteral( "subarea" ), QStringLiteral( "SANEN_NANSHIN" ) );
  QVERIFY( sanen );
  QCOMPARE( sanen->precision, QStringLiteral( "prefecture_fallback" ) );
}

void TestCaWhatIsHere::linksAreThoseOfTheSubareasHere()
{
  QString error;
  const auto here =
      CaWhatIsHere::build( CaBoundaries::shippedPrefectures( CaPaths::installedPack(), &error ), CaPaths::installedPack(), true, &error );
  QVERIFY2( here, qPrintable( error ) );
  const auto linksAt = [&]( double x, double y )
  {
    QStringList links;
    for ( const CaHere &one : here->at( { x, y }, 2009 ) )
    {
      if ( one.kind == QLatin1String( "link" ) )
        links << one.code;
    }
    links.sort();
    return links;
  };
  // By hand, from data/partner_links.csv. Hamamatsu: San-en Nanshin only. Suwa: Shinshu, hence Chuo Expressway and San-en Nanshin, whose
  // list has places in Nagano. Takamatsu: the links of Shikoku are of the project as a whole.
  QCOMPARE( linksAt( 137.7261, 34.7108 ), QStringList{ QStringLiteral( "L11" ) } );
  QVERIFY( linksAt( 138.11, 36.04 ).contains( QStringLiteral( "L15" ) ) );
  QVERIFY( !linksAt( 138.11, 36.04 ).contains( QStringLiteral( "L03" ) ) );
  QCOMPARE( linksAt( 134.04, 34.30 ), ( QStringList{ QStringLiteral( "L14" ), QStringLiteral( "L29" ) } ) );
  const QVector<CaHere> hamamatsu = here->at( { 137.7261, 34.7108 }, 2009 );
  const CaHere *link = find( hamamatsu, QStringLiteral( "link" ), QStringLiteral( "L11" ) );
  QVERIFY( link );
  QCOMPARE( link->owner, QStringLiteral( "KANTO_REGIONAL" ) );
  QVERIFY2( link->note.contains( QStringLiteral( "perhaps" ) ) && link->note.contains( QStringLiteral( "SANEN_NANSHIN" ) ),
            qPrintable( link->note ) );
}

void TestCaWhatIsHere::linkOfASubareaWithoutPlaceIsPerhaps()
{
  QString error;
  const auto here =
      CaWhatIsHere::build( CaBoundaries::shippedPrefectures( CaPaths::installedPack(), &error ), CaPaths::installedPack(), true, &error );
  QVERIFY2( here, qPrintable( error ) );
  // Sapporo: no list of places is known for the sub-area of the link with New Zealand.
  const QVector<CaHere> sapporo = here->at( { 141.35, 43.06 }, 2009 );
  const CaHere *link = find( sapporo, QStringLiteral( "link" ), QStringLiteral( "L31" ) );
  QVERIFY( link );
  QVERIFY2( link->note.contains( QStringLiteral( "HOKKAIDO_BIO" ) ), qPrintable( link->note ) );
  QVERIFY( !find( sapporo, QStringLiteral( "subarea" ), QStringLiteral( "HOKKAIDO_BIO" ) ) );
}

void TestCaWhatIsHere::figuresOfAllThatIsHere()
{
  // data/participation.csv: 81 universities in the wide area of Kanto in 2002, as counted.
  const QVector<CaHere> found = mHere->at( { 139.25, 35.15 }, 2002 );
  const auto figure = std::find_if( found.begin(), found.end(),
                                    []( const CaHere &one ) {
                                      return one.kind == QLatin1String( "figure" ) && one.owner == QLatin1String( "KANTO" ) &&
                                             one.code == QLatin1String( "universities" );
                                    } );
  QVERIFY( figure != found.end() );
  QVERIFY( figure->figure.value.has_value() );
  QCOMPARE( *figure->figure.value, 81.0 );
  QCOMPARE( figure->figure.unit, QStringLiteral( "institutions" ) );
  QCOMPARE( CaFigureWords::of( figure->figure.qualifier ), QStringLiteral( "exact" ) );
  QVERIFY( !figure->nameJa.isEmpty() );
  QVERIFY( !figure->share );
  QVERIFY( figure->note.contains( QStringLiteral( "TEAMWEB2003" ) ) );
  // Another year, other figures.
  for ( const CaHere &one : mHere->at( { 139.25, 35.15 }, 2009 ) )
    QVERIFY( one.kind != QLatin1String( "figure" ) || one.owner != QLatin1String( "KANTO" ) ||
             one.code != QLatin1String( "universities" ) );
}

void TestCaWhatIsHere::notesSayWhyAnAreaIsPartial()
{
  QString error;
  // Without falling back, an area of which some codes are found is partial: it says how many, and never that all were found.
  const auto here = CaWhatIsHere::build( mBoundaries, CaPaths::installedPack(), false, &error );
  QVERIFY2( here, qPrintable( error ) );
  int partial = 0;
  for ( const CaBuiltArea &area : here->set().areas() )
  {
    if ( area.precision != QLatin1String( "municipality_partial" ) )
      continue;
    ++partial;
    const QgsPointXY inside = here->set().geometryOfMember( area.members.constFirst() ).pointOnSurface().asPoint();
    const QVector<CaHere> found = here->at( inside, 2009 );
    const CaHere *one = find( found, area.list.kind, area.list.code );
    QVERIFY( one );
    QVERIFY2( one->note.contains( QStringLiteral( "surely" ) ), qPrintable( one->note ) );
    QCOMPARE( one->note.contains( QStringLiteral( "%1 of the %2" ).arg( area.found ).arg( area.listed ) ), area.found < area.listed );
  }
  QVERIFY( partial > 0 );
}

void TestCaWhatIsHere::storedAreasTakeThePlaceOfTheirKind()
{
  CaBuiltArea tama;
  tama.list = { QStringLiteral( "subarea" ), QStringLiteral( "TAMA" ), QStringLiteral( "多摩" ), QStringLiteral( "Tama" ), {} };
  tama.precision = QStringLiteral( "municipality" );
  tama.basis = QStringLiteral( "sourced" );
  tama.listed = 1;
  tama.geometry = QgsGeometry::fromWkt( QStringLiteral( "MultiPolygon(((139.2 35.1, 139.3 35.1, 139.3 35.2, 139.2 35.2, 139.2 35.1)))" ) );
  QString error;
  const auto here = CaWhatIsHere::build( mBoundaries, CaPaths::installedPack(), true, &error, nullptr, { tama } );
  QVERIFY2( here, qPrintable( error ) );
  const QVector<CaHere> inside = here->at( { 139.25, 35.15 }, 2009 );
  const CaHere *found = find( inside, QStringLiteral( "subarea" ), QStringLiteral( "TAMA" ) );
  QVERIFY( found );
  QCOMPARE( found->precision, QStringLiteral( "municipality" ) );
  QVERIFY( find( inside, QStringLiteral( "link" ), QStringLiteral( "L03" ) ) );
  QVERIFY( find( inside, QStringLiteral( "project" ), QStringLiteral( "KANTO_REGIONAL" ) ) );
  // West of it: not by the list of the pack either; its links are not there, those of sub-areas without a place are perhaps.
  const QVector<CaHere> outside = here->at( { 139.15, 35.15 }, 2009 );
  QVERIFY( !find( outside, QStringLiteral( "subarea" ), QStringLiteral( "TAMA" ) ) );
  QVERIFY( !find( outside, QStringLiteral( "link" ), QStringLiteral( "L03" ) ) );
  // Half of a box across the edge.
  QVERIFY( std::abs( shareOf( *here->in( QgsGeometry::fromWkt( QStringLiteral(
                                             "Polygon((139.15 35.12, 139.25 35.12, 139.25 35.18, 139.15 35.18, 139.15 35.12))" ) ),
                                         2009, &error ),
                              QStringLiteral( "subarea" ), QStringLiteral( "TAMA" ) ) -
                     0.5 ) < 1e-6 );
  QgsFeedback feedback;
  feedback.cancel();
  QVERIFY( !here->in( QgsGeometry::fromRect( QgsRectangle( 139.1, 35.1, 139.2, 35.2 ) ), 2009, &error, &feedback ) );
  QVERIFY( error.isEmpty() );
}

void TestCaWhatIsHere::groupsAreForPeople()
{
  CaHere municipality;
  municipality.kind = QStringLiteral( "municipality" );
  municipality.code = QStringLiteral( "13201" );
  municipality.nameJa = QStringLiteral( "東京都\t八王子市" );
  municipality.share = 0.25;
  CaHere project;
  project.kind = QStringLiteral( "project" );
  project.code = QStringLiteral( "P" );
  project.nameJa = QStringLiteral( "計画" );
  project.nameEn = QStringLiteral( "Plan <b>" );
  project.basis = QStringLiteral( "judgement" );
  project.precision = QStringLiteral( "prefecture_fallback" );
  project.note = QStringLiteral( "perhaps" );
  CaHere figure;
  figure.kind = QStringLiteral( "figure" );
  figure.code = QStringLiteral( "firms" );
  figure.nameJa = QStringLiteral( "企業数" );
  figure.nameEn = QStringLiteral( "Firms" );
  figure.owner = QStringLiteral( "P" );
  figure.figure = { 10200, QStringLiteral( "firms" ), CaQualifier::Approximate, CaFlag::None };
  CaHere withheld = figure;
  withheld.figure = { std::nullopt, QStringLiteral( "firms" ), CaQualifier::Exact, CaFlag::Suppressed };

  QVERIFY( CaHereGroups::of( {}, QStringLiteral( "ja" ), 2009 ).isEmpty() );
  // The order is that of the page, not of what was found.
  const QVector<CaHereGroup> groups = CaHereGroups::of( { figure, withheld, project, municipality }, QStringLiteral( "en" ), 2009 );
  QCOMPARE( groups.size(), 3 );
  QCOMPARE( groups.at( 0 ).rows.constFirst().detail, QStringLiteral( "25.0 %" ) );
  QCOMPARE( groups.at( 1 ).rows.constFirst().name, QStringLiteral( "Plan <b> (P)" ) );
  QCOMPARE( groups.at( 1 ).rows.constFirst().note, QStringLiteral( "perhaps" ) );
  QVERIFY( groups.at( 2 ).title.contains( QStringLiteral( "2009" ) ) );
  QCOMPARE( groups.at( 2 ).rows.at( 0 ).name, QStringLiteral( "Plan <b>: Firms" ) );
  QCOMPARE( groups.at( 2 ).rows.at( 0 ).detail, QStringLiteral( "about 10,200 %1" ).arg( CaUnits::builtIn().unit( "firms" )->nameEn ) );
  QCOMPARE( groups.at( 2 ).rows.at( 1 ).detail, QStringLiteral( "suppressed" ) );
  QVector<CaHere> many;
  for ( int i = 1; i <= 11; ++i )
  {
    CaHere another = municipality;
    another.share = 0.05 * i;
    many << another;
  }
  many << project;
  const QVector<CaHereGroup> manyGroups = CaHereGroups::of( many, QStringLiteral( "en" ), 2009 );
  QCOMPARE( manyGroups.constLast().rows.size(), 11 );
  QCOMPARE( manyGroups.constLast().rows.constFirst().detail, QStringLiteral( "55.0 %" ) );
  const QString html = CaHereGroups::toHtml( groups );
  QVERIFY2( html.contains( QStringLiteral( "Plan &lt;b&gt;" ) ) && !html.contains( QStringLiteral( "<b>" ) ), qPrintable( html ) );
  QVERIFY( html.indexOf( QStringLiteral( "13201" ) ) < html.indexOf( QStringLiteral( "Plan" ) ) );
  const QString text = CaHereGroups::toText( groups, { QStringLiteral( "139.25, 35.15" ) } );
  QVERIFY2( text.startsWith( QStringLiteral( "139.25, 35.15\n\n" ) ), qPrintable( text ) );
  QVERIFY2( text.contains( QStringLiteral( "東京都 八王子市 (13201)\t25.0 %\n" ) ), qPrintable( text ) );
}

void TestCaWhatIsHere::answersInMilliseconds()
{
  constexpr int CLICKS = 200;
  QElapsedTimer timer;
  timer.start();
  qsizetype found = 0;
  for ( int i = 0; i < CLICKS; ++i )
    found += mHere->at( { 139.25, 35.15 }, 2009 ).size();
  QVERIFY( found > CLICKS );
  QVERIFY2( timer.elapsed() < 50 * CLICKS,
            qPrintable( QString::number( timer.elapsed() ) ) ); // a tenth of what one notices, on a slow machine
}

CA_TEST_MAIN( TestCaWhatIsHere )
#include "testcawhatishere.moc"
