// SPDX-License-Identifier: GPL-2.0-or-later
#include "areasets.h"
#include "caclusterfinder.h"
#include "cafiguretext.h"
#include "catest.h"

Q_DECLARE_METATYPE( CaMatch )
Q_DECLARE_METATYPE( CaClusterQuery )

//! Which areas match, with what is not known kept apart.
class TestCaClusterFinder : public QObject
{
  Q_OBJECT

private slots:
  void initTestCase();
  void cleanupTestCase() { mStatistics.reset(); }
  void whatIsNotThereIsNamed_data();
  void whatIsNotThereIsNamed();
  void nothingIsUnknown();
  void comparesFigures_data();
  void comparesFigures();
  void byFactsOfThePack_data();
  void byFactsOfThePack();
  void touching();
  void noDataIsNoMatch();
  void figuresAsText_data();
  void figuresAsText();

private:
  QStringList find( const CaClusterQuery &query, CaMatch match = CaMatch::Yes ) const
  {
    QStringList codes;
    const QVector<CaFoundCluster> found = CaClusterFinder( *mSet, mFacts, *mStatistics, "en" ).find( query );
    for ( const CaFoundCluster &one : found )
    {
      if ( one.match == match )
        codes << mSet->areas().at( one.area ).list.code;
    }
    return codes;
  }
  int member( const QString &code ) const { return mSet->boundaries().memberWith( code ); }

  std::shared_ptr<const CaAreaSet> mSet;
  CaClusterFacts mFacts;
  std::unique_ptr<CaStatistics> mStatistics;
};

void TestCaClusterFinder::initTestCase()
{
  QString error;
  mSet = CaAreaSet::build( CaBoundaries::shippedPrefectures( CaPaths::installedPack(), &error ), CaPaths::installedPack(),
                           { "projects", "subareas" }, true, &error );
  QVERIFY2( mSet, qPrintable( error ) );
  const std::optional<CaClusterFacts> facts = CaClusterFacts::load( CaPaths::installedPack(), &error );
  QVERIFY2( facts, qPrintable( error ) );
  mFacts = *facts;
  mStatistics = CaStatistics::open( CaPaths::installedPack(), &error );
  QVERIFY2( mStatistics, qPrintable( error ) );
}

void TestCaClusterFinder::whatIsNotThereIsNamed_data()
{
  QTest::addColumn<int>( "part" );
  QTest::addColumn<QString>( "asked" );
  QTest::addColumn<QString>( "named" );
  QTest::newRow( "field" ) << 0 << "gardening"
                           << "BIO";
  QTest::newRow( "bureau" ) << 1 << "KANSAI"
                            << "KINKI";
  QTest::newRow( "type" ) << 2 << "other"
                          << "leading";
  QTest::newRow( "country" ) << 3 << "XX"
                             << "DE";
  QTest::newRow( "metric" ) << 4 << "robots"
                            << "firms";
}

void TestCaClusterFinder::whatIsNotThereIsNamed()
{
  QFETCH( int, part );
  QFETCH( QString, asked );
  QFETCH( QString, named );
  CaClusterQuery query;
  QStringList *lists[] = { &query.fields, &query.bureaus, &query.types, &query.countries };
  if ( part < 4 )
    *lists[part] << asked;
  else
    query.figure = CaFigureCondition{ asked, CaFigureCondition::Operator::Less, 1, 2009 };
  const QString problem = CaClusterFinder( *mSet, mFacts, *mStatistics, "en" ).problem( query );
  QVERIFY2( problem.contains( asked ) && problem.contains( named ), qPrintable( problem ) );
}

void TestCaClusterFinder::nothingIsUnknown()
{
  // Without a condition all are found, also those without a polygon.
  QCOMPARE( find( CaClusterQuery() ).size(), 26 );
  CaClusterQuery query;
  query.touched = QVector<int>();
  QVERIFY( find( query ).isEmpty() );
}

void TestCaClusterFinder::comparesFigures_data()
{
  QTest::addColumn<QString>( "comparison" );
  QTest::addColumn<double>( "figure" );
  QTest::addColumn<int>( "qualifier" );
  QTest::addColumn<CaMatch>( "expected" );
  const auto add = []( const char *name, const char *comparison, double figure, CaQualifier qualifier, CaMatch expected )
  {
    QTest::newRow( name ) << QString::fromLatin1( comparison ) << figure << static_cast<int>( qualifier ) << expected;
  };
  // Compared with 100.
  add( "equal", "eq", 100, CaQualifier::Exact, CaMatch::Yes );
  add( "not equal", "ne", 100, CaQualifier::Exact, CaMatch::No );
  add( "less", "lt", 100, CaQualifier::Exact, CaMatch::No );
  add( "less or equal", "le", 100, CaQualifier::Exact, CaMatch::Yes );
  add( "greater", "gt", 100, CaQualifier::Exact, CaMatch::No );
  add( "greater or equal", "ge", 100, CaQualifier::Exact, CaMatch::Yes );
  add( "about", "ge", 100, CaQualifier::Approximate, CaMatch::Yes );
  add( "150 or more is more", "gt", 150, CaQualifier::AtLeast, CaMatch::Yes );
  add( "150 or more is not less", "lt", 150, CaQualifier::AtLeast, CaMatch::No );
  add( "150 or more is not 100", "eq", 150, CaQualifier::AtLeast, CaMatch::No );
  add( "150 or more is another", "ne", 150, CaQualifier::AtLeast, CaMatch::Yes );
  add( "50 or more may be more", "gt", 50, CaQualifier::AtLeast, CaMatch::Unknown );
  add( "50 or more may be less", "lt", 50, CaQualifier::AtLeast, CaMatch::Unknown );
  add( "50 or more may be 100", "eq", 50, CaQualifier::AtLeast, CaMatch::Unknown );
  add( "100 or more is at least 100", "ge", 100, CaQualifier::AtLeast, CaMatch::Yes );
  add( "100 or more may be at most 100", "le", 100, CaQualifier::AtLeast, CaMatch::Unknown );
  add( "50 or less is less", "lt", 50, CaQualifier::AtMost, CaMatch::Yes );
  add( "50 or less is not more", "gt", 50, CaQualifier::AtMost, CaMatch::No );
  add( "150 or less may be less", "lt", 150, CaQualifier::AtMost, CaMatch::Unknown );
  add( "150 or less may be more", "gt", 150, CaQualifier::AtMost, CaMatch::Unknown );
  add( "100 or less is at most 100", "le", 100, CaQualifier::AtMost, CaMatch::Yes );
  add( "100 or less may be at least 100", "ge", 100, CaQualifier::AtMost, CaMatch::Unknown );
}

void TestCaClusterFinder::comparesFigures()
{
  QFETCH( QString, comparison );
  QFETCH( double, figure );
  QFETCH( int, qualifier );
  QFETCH( CaMatch, expected );
  const int number = static_cast<int>( CaFigureCondition::operatorNames().indexOf( comparison ) );
  QVERIFY( number >= 0 );
  CaFigureCondition condition{ "firms", static_cast<CaFigureCondition::Operator>( number ), 100, 2009 };
  CaStatistic statistic;
  QCOMPARE( condition.match( std::nullopt ), CaMatch::Unknown );
  for ( const CaFlag flag : { CaFlag::NotAvailable, CaFlag::NotApplicable, CaFlag::Suppressed } )
  {
    statistic.figure.flag = flag;
    QCOMPARE( condition.match( statistic ), CaMatch::Unknown );
  }
  statistic.figure.flag = CaFlag::None;
  statistic.figure.value = figure;
  statistic.figure.qualifier = static_cast<CaQualifier>( qualifier );
  QCOMPARE( condition.match( statistic ), expected );
}

void TestCaClusterFinder::byFactsOfThePack_data()
{
  QTest::addColumn<CaClusterQuery>( "query" );
  QTest::addColumn<QStringList>( "expected" );
  // By hand from data/project_fields.csv, subareas.csv, type_examples.csv and partner_links.csv.
  CaClusterQuery query;
  query.fields = QStringList{ "energy" };
  QTest::newRow( "field by its name" ) << query << QStringList{ "KANSAI_FRONT" };
  query.fields = QStringList{ QStringLiteral( u"半導体" ), "TRADE" };
  QTest::newRow( "one of two fields" ) << query << QStringList{ "KYUSHU_SILICON", "OKINAWA_PROJECT" };
  query.bureaus = QStringList{ "okinawa" };
  QTest::newRow( "field and bureau" ) << query << QStringList{ "OKINAWA_PROJECT" };
  query = CaClusterQuery();
  query.types = QStringList{ "leading" };
  QTest::newRow( "type" ) << query << QStringList{ "KANSAI_BIO", "KYUSHU_KRIP" };
  query.types = QStringList{ "regional" };
  QTest::newRow( "type of a part" ) << query << QStringList{ "KANTO_REGIONAL", "TAMA", "SANEN_NANSHIN" };
}

void TestCaClusterFinder::byFactsOfThePack()
{
  QFETCH( CaClusterQuery, query );
  QFETCH( QStringList, expected );
  QVERIFY( CaClusterFinder( *mSet, mFacts, *mStatistics, "en" ).problem( query ).isEmpty() );
  QCOMPARE( find( query ), expected );
}

void TestCaClusterFinder::touching()
{
  CaClusterQuery query;
  query.touched = QVector<int>{ member( "22" ) }; // Shizuoka
  // Only its prefectures are known of San-en Nanshin here, and hence of its project.
  QVERIFY( find( query ).isEmpty() );
  QCOMPARE( find( query, CaMatch::Perhaps ), QStringList( { "KANTO_REGIONAL", "SANEN_NANSHIN" } ) );
  QCOMPARE( find( query, CaMatch::Unknown ), QStringList( { "NORTH_METRO", "HOKKAIDO_IT", "HOKKAIDO_BIO" } ) );
  query.touched = QVector<int>{ member( "47" ) };
  QCOMPARE( find( query ), QStringList{ "OKINAWA_PROJECT" } );
}

void TestCaClusterFinder::noDataIsNoMatch()
{
  CaClusterQuery query;
  query.figure = CaFigureCondition{ "firms", CaFigureCondition::Operator::Less, 250, 2003 };
  QCOMPARE( find( query ), QStringList( { "KANSAI_BIO", "OKINAWA_PROJECT" } ) ); // 220 and 110; Kansai Front Runner has 360
  QCOMPARE( find( query, CaMatch::Unknown ).size(), 26 - 3 );
}

void TestCaClusterFinder::figuresAsText_data()
{
  QTest::addColumn<double>( "value" );
  QTest::addColumn<QString>( "number" );
  QTest::addColumn<QString>( "sqKm" );
  QTest::newRow( "nothing" ) << 0.0 << "0"
                             << "0";
  QTest::newRow( "grouped" ) << 10200.0 << "10,200"
                             << "10,200.0";
  QTest::newRow( "decimals as they are" ) << 42.75 << "42.75"
                                          << "42.8";
  QTest::newRow( "one decimal" ) << 0.5 << "0.5"
                                 << "0.5";
  QTest::newRow( "very small" ) << 0.00042 << "0"
                                << "0.00042";
}

void TestCaClusterFinder::figuresAsText()
{
  QFETCH( double, value );
  QFETCH( QString, number );
  QFETCH( QString, sqKm );
  QCOMPARE( CaFigureText::number( value ), number );
  QCOMPARE( CaFigureText::sqKm( value ), sqKm );
  CaFigure figure;
  QCOMPARE( CaFigureText::of( std::nullopt ), QStringLiteral( "no data" ) );
  QCOMPARE( CaFigureText::of( figure ), QStringLiteral( "no data" ) );
  figure.flag = CaFlag::Suppressed;
  QCOMPARE( CaFigureText::of( figure ), QStringLiteral( "suppressed" ) );
  figure.flag = CaFlag::None;
  figure.value = value;
  figure.qualifier = CaQualifier::Approximate;
  QCOMPARE( CaFigureText::of( figure ), QStringLiteral( "about " ) + number );
  QCOMPARE( CaFigureText::of( figure, "firms" ), QStringLiteral( "about %1 firms" ).arg( number ) );
  // What is not all or nothing is not written so.
  QCOMPARE( CaFigureText::percent( 0 ), QStringLiteral( "0 %" ) );
  QCOMPARE( CaFigureText::percent( 1 ), QStringLiteral( "100.0 %" ) );
  QCOMPARE( CaFigureText::percent( 0.9999 ), QStringLiteral( "over 99.9 %" ) );
  QCOMPARE( CaFigureText::percent( 0.0001 ), QStringLiteral( "under 0.1 %" ) );
}

CA_TEST_MAIN( TestCaClusterFinder )
#include "testcaclusterfinder.moc"
