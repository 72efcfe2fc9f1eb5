// SPDX-License-Identifier: GPL-2.0-or-later
#include "areasets.h"
#include "caclustercomparison.h"
#include "cacomparisonsheet.h"
#include "cahtml.h"
#include "catest.h"

#include <cmath>

//! Areas side by side, and the sheet.
class TestCaClusterComparison : public QObject
{
  Q_OBJECT

private slots:
  void initTestCase();
  void cleanupTestCase() { mStatistics.reset(); }
  void areaWithoutPolygonHasNoSize();
  void figuresByYear();
  void yearsAndMetricsAsAsked();
  void partnersByCountry();
  void sharedGroundIsSymmetric();
  void sheetIsText();
  void sheetFitsThePaper();

private:
  CaClusterComparison compare( const QVector<CaAreaList> &lists, const QVector<int> &years = {}, const QStringList &metrics = {} )
  {
    QString error;
    mSet = areaSetOf( lists, CaBoundaries::shippedPrefectures( CaPaths::installedPack(), &error ) );
    return CaClusterComparison( *mSet, static_cast<int>( lists.size() ), mFacts, *mStatistics, years, metrics, "en" );
  }
  static QVector<CaAreaList> listsOf( const QStringList &codes )
  {
    QVector<CaAreaList> chosen;
    const QVector<CaAreaList> all = packLists( { "projects", "subareas", "types" } );
    for ( const QString &code : codes )
      chosen << *std::find_if( all.begin(), all.end(), [&]( const CaAreaList &list ) { return list.code == code; } );
    return chosen;
  }
  static const CaComparedItem *item( const CaClusterComparison &comparison, const QString &code, int year = 0 )
  {
    const QVector<CaComparedItem> &items = comparison.items();
    const auto found =
        std::find_if( items.begin(), items.end(), [&]( const CaComparedItem &one ) { return one.code == code && one.fiscalYear == year; } );
    return found == items.end() ? nullptr : &*found;
  }

  std::shared_ptr<const CaAreaSet> mSet;
  CaClusterFacts mFacts;
  std::unique_ptr<CaStatistics> mStatistics;
};

void TestCaClusterComparison::initTestCase()
{
  QString error;
  const std::optional<CaClusterFacts> facts = CaClusterFacts::load( CaPaths::installedPack(), &error );
  mStatistics = CaStatistics::open( CaPaths::installedPack(), &error );
  QVERIFY2( facts && mStatistics, qPrintable( error ) );
  mFacts = *facts;
}

void TestCaClusterComparison::areaWithoutPolygonHasNoSize()
{
  const CaClusterComparison comparison = compare( listsOf( { "NORTH_METRO", "OKINAWA_PROJECT" } ) );
  const CaComparedItem *size = item( comparison, "area_km2" );
  QVERIFY( size );
  QVERIFY( !size->values.at( 0 ).figure );
  QVERIFY( std::abs( *size->values.at( 1 ).figure->value - 2281 ) < 100 ); // as the Geospatial Information Authority has it, roughly
  const CaComparedItem *shared = item( comparison, "OKINAWA_PROJECT" );
  QVERIFY( shared && !shared->values.at( 0 ).figure );
  QVERIFY( CaComparisonSheet( comparison ).body().contains( "no data" ) );
  QVERIFY( CaComparisonSheet( comparison ).body().contains( "perhaps more" ) );
  const CaClusterComparison exact = compare( listsOf( { "TOKAI_MONO", "OKINAWA_PROJECT" } ) );
  QVERIFY( !CaComparisonSheet( exact ).body().contains( "perhaps" ) );
}

void TestCaClusterComparison::figuresByYear()
{
  const CaClusterComparison comparison = compare( listsOf( { "HOKKAIDO_CLUSTER", "KANSAI_BIO" } ) );
  const CaComparedItem *firms = item( comparison, "firms", 2005 );
  QVERIFY( firms );
  QCOMPARE( *firms->values.at( 0 ).figure->value, 300.0 );
  QCOMPARE( firms->values.at( 0 ).figure->qualifier, CaQualifier::Approximate );
  QVERIFY( !firms->values.at( 0 ).source.isEmpty() );
  QVERIFY( !firms->values.at( 1 ).figure );
  QCOMPARE( *item( comparison, "firms", 2003 )->values.at( 1 ).figure->value, 220.0 );
  // A year in which neither has a figure is no line.
  QVERIFY( !item( comparison, "firms", 2010 ) );
}

void TestCaClusterComparison::yearsAndMetricsAsAsked()
{
  const CaClusterComparison comparison = compare( listsOf( { "HOKKAIDO_CLUSTER", "KANSAI_BIO" } ), { 2009, 2003 }, { "firms" } );
  const QVector<CaComparedItem> figures = comparison.items( CaComparedItem::Group::Figure );
  QCOMPARE( figures.size(), 2 ); // also the year of which nothing is known, because it was asked for
  QCOMPARE( figures.at( 0 ).fiscalYear, 2003 );
  QCOMPARE( figures.at( 1 ).fiscalYear, 2009 );
}

void TestCaClusterComparison::partnersByCountry()
{
  const CaClusterComparison comparison = compare( listsOf( { "KANTO_REGIONAL", "SANEN_NANSHIN", "LEADING_KRIP" } ) );
  const CaComparedItem *all = item( comparison, "links" );
  double countries = 0;
  double own = 0;
  const QVector<CaComparedItem> partners = comparison.items( CaComparedItem::Group::Partner );
  for ( const CaComparedItem &one : partners )
  {
    if ( one.code == QLatin1String( "links" ) || one.code == QLatin1String( "judged" ) )
      continue;
    countries += *one.values.at( 0 ).figure->value;
    own += *one.values.at( 1 ).figure->value;
  }
  QCOMPARE( countries, *all->values.at( 0 ).figure->value );
  QCOMPARE( own, *all->values.at( 1 ).figure->value );
  QVERIFY( own > 0 && own < countries ); // a sub-area has only its own
  QCOMPARE( all->values.at( 2 ).figure->flag, CaFlag::NotApplicable );
}

void TestCaClusterComparison::sharedGroundIsSymmetric()
{
  const QStringList codes{ "KANTO_REGIONAL", "TOKAI_MONO", "TOKAI_BIO", "SANEN_NANSHIN" };
  const CaClusterComparison comparison = compare( listsOf( codes ) );
  for ( int first = 0; first < codes.size(); ++first )
  {
    for ( int second = 0; second < codes.size(); ++second )
    {
      const CaCompared &one = item( comparison, codes.at( first ) )->values.at( second );
      const CaCompared &other = item( comparison, codes.at( second ) )->values.at( first );
      if ( first == second )
        QCOMPARE( one.figure->flag, CaFlag::NotApplicable );
      else
        QCOMPARE( *one.figure->value, *other.figure->value );
    }
  }
  // The two projects in Tokai are the same prefectures.
  QCOMPARE( *item( comparison, "TOKAI_BIO" )->values.at( 1 ).figure->value, *item( comparison, "area_km2" )->values.at( 1 ).figure->value );
}

void TestCaClusterComparison::sheetIsText()
{
  CaAreaList evil = areaOf( "<b>&", { "13" } );
  evil.nameEn = QStringLiteral( "<script>alert('%1')</script>" );
  const CaClusterComparison comparison = compare( { evil, areaOf( "B", { "13", "14" } ) } );
  const QString body = CaComparisonSheet( comparison ).body();
  QVERIFY( !body.contains( "<script" ) && !body.contains( "<b>" ) );
  QVERIFY( body.contains( "&lt;script&gt;alert('%1')&lt;/script&gt;" ) ||
           body.contains( "&lt;script&gt;alert(&#39;%1&#39;)&lt;/script&gt;" ) );
}

void TestCaClusterComparison::sheetFitsThePaper()
{
  const CaClusterComparison few = compare( listsOf( { "TOKAI_MONO", "TOKAI_BIO" } ) );
  const CaComparisonSheet sheet( few );
  const QString page = CaHtml::page( "title", sheet.body(), sheet.style() );
  QVERIFY( page.contains( "size:A4 portrait" ) && page.contains( "thead" ) );
  // Two columns of values beside that of items.
  const QString head = page.mid( page.indexOf( "<thead>" ), page.indexOf( "</thead>" ) - page.indexOf( "<thead>" ) );
  QCOMPARE( head.count( "<th" ) - 1, 3 );
  const CaClusterComparison many = compare( packLists( { "projects" } ).mid( 0, CaClusterComparison::MOST ) );
  QVERIFY( CaComparisonSheet( many ).style().contains( "size:A4 landscape" ) );
}

CA_TEST_MAIN( TestCaClusterComparison )
#include "testcaclustercomparison.moc"
