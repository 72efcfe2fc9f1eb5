// SPDX-License-Identifier: GPL-2.0-or-later
#include "caderivedfigures.h"
#include "catest.h"
#include "statisticstest.h"

//! What is computed from figures is no better than they are, and refused where it makes no sense.
class TestCaDerivedFigures : public QObject
{
  Q_OBJECT

private slots:
  void initTestCase();
  void cleanupTestCase();

  void refusesToAdd_data();
  void refusesToAdd();
  void refusesToCompare_data();
  void refusesToCompare();

  void adds_data();
  void adds();
  void qualifiersPropagate_data();
  void qualifiersPropagate();
  void addsBureaus();
  void changes();
  void shares();
  void shareOfAllPrefectures();
  void ratios();

private:
  using Overlap = CaDerivedFigures::Overlap;
  using Missing = CaDerivedFigures::Missing;

  std::unique_ptr<StatisticsTest> mTest;
  std::unique_ptr<CaStatistics> mStatistics;
  std::unique_ptr<CaDerivedFigures> mDerived;
  QString mError;
};

Q_DECLARE_METATYPE( QVector<CaFigureKey> )

void TestCaDerivedFigures::initTestCase()
{
  mTest = std::make_unique<StatisticsTest>();
  auto record = []( const QString &kind, const QString &code, int year, const QString &metric, double value )
  {
    return StatisticsTest::record( kind, code, year, metric, value );
  };
  auto qualified = []( const QString &code, CaQualifier qualifier )
  {
    CaFigureRecord made = StatisticsTest::record( "municipality", code, 2009, "firms", 10 );
    made.figure.qualifier = qualifier;
    return made;
  };
  QVector<CaFigureRecord> records{ record( "prefecture", "18", 2009, "firms", 18 ),
                                   record( "prefecture", "16", 2009, "firms", 16 ),
                                   record( "prefecture", "17", 2009, "firms", 17 ),
                                   record( "prefecture", "21", 2009, "firms", -21 ),
                                   record( "prefecture", "23", 2009, "firms", 0 ),
                                   record( "prefecture", "16", 2010, "firms", 20 ),
                                   record( "prefecture", "13", 2009, "firms", 99999 ),
                                   record( "project", "KANSAI_BIO", 2009, "firms", 300 ),
                                   record( "project", "KANSAI_FRONT", 2009, "firms", 400 ),
                                   record( "project", "KANSAI_ENV", 2009, "firms", 100 ),
                                   StatisticsTest::flagged( "prefecture", "14", 2009, "firms", CaFlag::Suppressed ),
                                   StatisticsTest::flagged( "prefecture", "15", 2009, "firms", CaFlag::NotApplicable ),
                                   qualified( "10001", CaQualifier::Exact ),
                                   qualified( "10002", CaQualifier::Approximate ),
                                   qualified( "10003", CaQualifier::AtLeast ),
                                   qualified( "10004", CaQualifier::AtMost ),
                                   qualified( "10005", CaQualifier::Target ),
                                   qualified( "10006", CaQualifier::Preliminary ) };
  CaMetric rate = StatisticsTest::ownMetric( "robot_rate" );
  rate.extensive = false;
  CaFigureRecord robots = record( "prefecture", "16", 2009, "robot_rate", 3 );
  robots.figure.unit = "units";
  records << robots;
  for ( int i = 1; i <= 47; ++i )
    records << record( "prefecture", QString::number( i ).rightJustified( 2, '0' ), 2011, "firms", i == 1 ? 54 : 1 );
  QCOMPARE( mTest->import( records, "bureau.xlsx", nullptr, { rate } ), QString() );
  mStatistics = CaStatistics::open( mTest->pack(), &mError );
  QVERIFY2( mStatistics, qPrintable( mError ) );
  mDerived = std::make_unique<CaDerivedFigures>( *mStatistics );
}

void TestCaDerivedFigures::cleanupTestCase()
{
  mDerived.reset();
  mStatistics.reset();
  mTest.reset();
}

void TestCaDerivedFigures::refusesToAdd_data()
{
  QTest::addColumn<QVector<CaFigureKey>>( "parts" );
  QTest::addColumn<bool>( "allowed" );
  QTest::addColumn<QString>( "said" );
  auto row = []( const char *name, const QVector<CaFigureKey> &parts, bool allowed, const char *said )
  {
    QTest::newRow( name ) << parts << allowed << said;
  };
  row( "nothing", {}, true, "nothing to add" );
  row( "unknown metric", { { "16", "fims", 2009 } }, true, "fims" );
  row( "13,000 of 2007 and 2,450 of 2009",
       { { "NATIONAL", "total_participating_orgs", 2007 }, { "NATIONAL", "total_supporting_orgs", 2009 } }, true, "different things" );
  row( "years", { { "16", "firms", 2009 }, { "16", "firms", 2010 } }, true, "different fiscal years" );
  row( "kinds of owners", { { "16", "firms", 2009 }, { "NATIONAL", "firms", 2009 } }, true, "part of the other" );
  row( "an owner twice", { { "16", "firms", 2009 }, { "16", "firms", 2009 } }, true, "counted twice" );
  row( "totals", { { "KANTO", "total_supporting_orgs", 2002 }, { "KINKI", "total_supporting_orgs", 2002 } }, true, "not added" );
  row( "rates", { { "16", "robot_rate", 2009 }, { "17", "robot_rate", 2009 } }, true, "not added" );
  row( "projects, unasked", { { "KANSAI_BIO", "firms", 2009 }, { "KANSAI_FRONT", "firms", 2009 } }, false, "overlap" );
  row( "projects with one missing", { { "KANSAI_BIO", "firms", 2009 }, { "TOKYO_IT", "firms", 2009 } }, true, "no lower bound" );
  row( "negative with one missing", { { "21", "firms", 2009 }, { "22", "firms", 2009 } }, true, "no lower bound" );
  row( "missing, unasked", { { "16", "firms", 2009 }, { "22", "firms", 2009 } }, false, "no total" );
  row( "suppressed, unasked", { { "16", "firms", 2009 }, { "14", "firms", 2009 } }, false, "no total" );
  row( "all missing", { { "14", "firms", 2009 }, { "22", "firms", 2009 } }, true, "None of the parts" );
  row( "target and count", { { "10001", "firms", 2009 }, { "10005", "firms", 2009 } }, true, "targets" );
}

void TestCaDerivedFigures::refusesToAdd()
{
  QFETCH( QVector<CaFigureKey>, parts );
  QFETCH( bool, allowed );
  QFETCH( QString, said );
  QVERIFY( !mDerived->sum( parts, allowed ? Overlap::Allow : Overlap::Refuse, allowed ? Missing::AtLeast : Missing::Refuse, &mError ) );
  QVERIFY2( mError.contains( said ), qPrintable( mError ) );
}

void TestCaDerivedFigures::refusesToCompare_data()
{
  QTest::addColumn<QString>( "what" );
  QTest::addColumn<QStringList>( "with" );
  QTest::addColumn<QString>( "said" );
  QTest::newRow( "change from nothing" ) << "change" << QStringList{ "16", "firms", "2001", "2009" } << "firms(16, 2001)";
  QTest::newRow( "change to suppressed" ) << "change" << QStringList{ "14", "firms", "2011", "2009" } << "suppressed";
  QTest::newRow( "rate from zero" ) << "rate" << QStringList{ "23", "firms", "2009", "2011" } << "not above zero";
  QTest::newRow( "share of a rate" ) << "share" << QStringList{ "16", "robot_rate", "2009" } << "no parts of a whole";
  QTest::newRow( "share of a total" ) << "share" << QStringList{ "KANTO", "total_supporting_orgs", "2002" } << "no parts of a whole";
  QTest::newRow( "share without a nation" ) << "share" << QStringList{ "16", "firms", "2010" } << "no figure of the nation";
  QTest::newRow( "share above all" ) << "share" << QStringList{ "13", "firms", "2009" } << "count different things";
  QTest::newRow( "ratio of a rate" ) << "ratio" << QStringList{ "16", "robot_rate", "firms", "2009" } << "no amounts";
  QTest::newRow( "ratio by zero" ) << "ratio" << QStringList{ "23", "firms", "firms", "2009" } << "not above zero";
  QTest::newRow( "ratio to nothing" ) << "ratio" << QStringList{ "HOKKAIDO_IT", "sales", "universities", "2010" }
                                      << "universities(HOKKAIDO_IT, 2010)";
}

void TestCaDerivedFigures::refusesToCompare()
{
  QFETCH( QString, what );
  QFETCH( QStringList, with );
  QFETCH( QString, said );
  std::optional<CaStatistic> result;
  if ( what == QLatin1String( "change" ) )
    result = mDerived->change( with.at( 0 ), with.at( 1 ), with.at( 2 ).toInt(), with.at( 3 ).toInt(), &mError );
  else if ( what == QLatin1String( "rate" ) )
    result = mDerived->changeRate( with.at( 0 ), with.at( 1 ), with.at( 2 ).toInt(), with.at( 3 ).toInt(), &mError );
  else if ( what == QLatin1String( "share" ) )
    result = mDerived->shareOfNation( with.at( 0 ), with.at( 1 ), with.at( 2 ).toInt(), &mError );
  else
    result = mDerived->ratio( with.at( 0 ), with.at( 1 ), with.at( 2 ), with.at( 3 ).toInt(), &mError );
  QVERIFY( !result );
  QVERIFY2( mError.contains( said ), qPrintable( mError ) );
}

void TestCaDerivedFigures::adds_data()
{
  QTest::addColumn<QVector<CaFigureKey>>( "parts" );
  QTest::addColumn<double>( "value" );
  QTest::addColumn<QString>( "qualifier" );
  auto row = []( const char *name, const QVector<CaFigureKey> &parts, double value, const char *qualifier )
  {
    QTest::newRow( name ) << parts << value << qualifier;
  };
  row( "prefectures", { { "16", "firms", 2009 }, { "17", "firms", 2009 } }, 33, "derived" );
  row( "zero", { { "16", "firms", 2009 }, { "23", "firms", 2009 } }, 16, "derived" );
  row( "not applicable", { { "16", "firms", 2009 }, { "15", "firms", 2009 } }, 16, "derived" );
  row( "suppressed", { { "16", "firms", 2009 }, { "14", "firms", 2009 } }, 16, "at_least" );
  row( "projects", { { "KANSAI_BIO", "firms", 2009 }, { "KANSAI_FRONT", "firms", 2009 } }, 700, "derived" );
  row( "one", { { "NATIONAL", "total_supporting_orgs", 2009 } }, 2450, "approx" );
}

void TestCaDerivedFigures::adds()
{
  QFETCH( QVector<CaFigureKey>, parts );
  QFETCH( double, value );
  QFETCH( QString, qualifier );
  const std::optional<CaStatistic> sum = mDerived->sum( parts, Overlap::Allow, Missing::AtLeast, &mError );
  QVERIFY2( sum, qPrintable( mError ) );
  QCOMPARE( *sum->figure.value, value );
  QCOMPARE( CaFigureWords::of( sum->figure.qualifier ), qualifier );
  QCOMPARE( sum->source.startsWith( "<=" ), parts.constFirst().owner.startsWith( "KANSAI" ) ); // an upper bound says so
}

void TestCaDerivedFigures::qualifiersPropagate_data()
{
  QTest::addColumn<QStringList>( "owners" );
  QTest::addColumn<QString>( "qualifier" );
  QTest::newRow( "approx + exact" ) << QStringList{ "10001", "10002" } << "approx";
  QTest::newRow( "at least + exact" ) << QStringList{ "10001", "10003" } << "at_least";
  QTest::newRow( "at most + exact" ) << QStringList{ "10001", "10004" } << "at_most";
  QTest::newRow( "at least + at most" ) << QStringList{ "10003", "10004" } << "approx";
  QTest::newRow( "preliminary + exact" ) << QStringList{ "10001", "10006" } << "preliminary";
  QTest::newRow( "approx + preliminary" ) << QStringList{ "10002", "10006" } << "approx";
}

void TestCaDerivedFigures::qualifiersPropagate()
{
  QFETCH( QStringList, owners );
  QFETCH( QString, qualifier );
  const std::optional<CaStatistic> sum =
      mDerived->sum( { { owners.at( 0 ), "firms", 2009 }, { owners.at( 1 ), "firms", 2009 } }, Overlap::Refuse, Missing::Refuse, &mError );
  QVERIFY2( sum, qPrintable( mError ) );
  QCOMPARE( CaFigureWords::of( sum->figure.qualifier ), qualifier );
}

void TestCaDerivedFigures::addsBureaus()
{
  QVERIFY( !mDerived->sumOfBureau( "NOWHERE", "prefecture", "firms", 2009, Overlap::Refuse, Missing::Refuse, &mError ) );
  QVERIFY2( mError.contains( "NOWHERE" ), qPrintable( mError ) );
  QVERIFY( !mDerived->sumOfBureau( "KINKI", "project", "firms", 2009, Overlap::Refuse, Missing::Refuse, &mError ) );
  const std::optional<CaStatistic> projects =
      mDerived->sumOfBureau( "KINKI", "project", "firms", 2009, Overlap::Allow, Missing::Refuse, &mError );
  QVERIFY2( projects, qPrintable( mError ) );
  QCOMPARE( *projects->figure.value, 800.0 );
  QCOMPARE( projects->figure.qualifier, CaQualifier::Derived );
  const std::optional<CaStatistic> prefectures =
      mDerived->sumOfBureau( "HOKKAIDO", "prefecture", "firms", 2011, Overlap::Refuse, Missing::Refuse, &mError );
  QVERIFY2( prefectures, qPrintable( mError ) );
  QCOMPARE( *prefectures->figure.value, 54.0 );
}

void TestCaDerivedFigures::changes()
{
  const std::optional<CaStatistic> change = mDerived->change( "16", "firms", 2009, 2010, &mError );
  QVERIFY2( change, qPrintable( mError ) );
  QCOMPARE( *change->figure.value, 4.0 );
  QCOMPARE( *mDerived->changeRate( "16", "firms", 2009, 2010, &mError )->figure.value, 25.0 );
  // About 10,700 and about 10,200: the difference is no better.
  QCOMPARE( mDerived->change( "NATIONAL", "firms", 2007, 2009, &mError )->figure.qualifier, CaQualifier::Approximate );
  QCOMPARE( *mDerived->change( "NATIONAL", "firms", 2007, 2009, &mError )->figure.value, -500.0 );
}

void TestCaDerivedFigures::shares()
{
  const std::optional<CaStatistic> share = mDerived->shareOfNation( "KANSAI_BIO", "firms", 2009, &mError );
  QVERIFY2( share, qPrintable( mError ) );
  QCOMPARE( *share->figure.value, 100 * 300.0 / 10200.0 );
  QCOMPARE( share->figure.unit, QString( "percent" ) );
  QCOMPARE( share->figure.qualifier, CaQualifier::Approximate );
}

void TestCaDerivedFigures::shareOfAllPrefectures()
{
  QCOMPARE( *mDerived->shareOfNation( "01", "firms", 2011, &mError )->figure.value, 54.0 );
}

void TestCaDerivedFigures::ratios()
{
  const std::optional<CaStatistic> perFirm = mDerived->ratio( "HOKKAIDO_IT", "sales", "firms", 2010, &mError );
  QVERIFY2( perFirm, qPrintable( mError ) );
  QCOMPARE( *perFirm->figure.value, 4125.0 / 357.0 );
  QCOMPARE( perFirm->figure.unit, QString( "oku_yen/firms" ) );
  QCOMPARE( perFirm->figure.qualifier, CaQualifier::Derived );
}

CA_TEST_MAIN( TestCaDerivedFigures )
#include "testcaderivedfigures.moc"
