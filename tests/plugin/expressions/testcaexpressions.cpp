// SPDX-License-Identifier: GPL-2.0-or-later
#include "caexpressions.h"
#include "catest.h"

#include <qgsexpression.h>
#include <qgsexpressioncontext.h>
#include <qgsexpressionfunction.h>

//! The expression functions: NULL and an error, or the right value.
class TestCaExpressions : public QObject
{
  Q_OBJECT

private slots:
  void initTestCase();
  void cleanupTestCase();
  void unreadableIsNullAndNamed_data();
  void unreadableIsNullAndNamed();
  void nullIsNull_data();
  void nullIsNull();
  void evaluates_data();
  void evaluates();
  void haveHelp();
  void areRegisteredOnceAndTogether();
  void othersKeepTheirPlaces();
  void examplesOfTheHelpAreTrue();
};

void TestCaExpressions::initTestCase()
{
  QVERIFY( CaExpressions::registerFunctions() );
}

void TestCaExpressions::cleanupTestCase()
{
  CaExpressions::unregisterFunctions();
}

void TestCaExpressions::unreadableIsNullAndNamed_data()
{
  QTest::addColumn<QString>( "expression" );
  QTest::addColumn<QString>( "named" );
  QTest::newRow( "no number" ) << "ca_number('12abc')"
                               << "12abc";
  QTest::newRow( "separators" ) << "ca_number('1,23')"
                                << "1,23";
  QTest::newRow( "a date" ) << "ca_number('2009/4/1')"
                            << "2009/4/1";
  QTest::newRow( "other unit" ) << "ca_number('12人', 'firms')"
                                << "12人";
  QTest::newRow( "unknown unit" ) << "ca_number('12', 'dollars')"
                                  << "dollars";
  QTest::newRow( "a list" ) << "ca_number(array(1,2))"
                            << "";
  QTest::newRow( "no date" ) << "ca_fiscal_year('abc')"
                             << "abc";
  QTest::newRow( "blank" ) << "ca_fiscal_year('')"
                           << "";
  QTest::newRow( "era missing" ) << "ca_fiscal_year('２１年度')"
                                 << "平成21年度";
  QTest::newRow( "calendar year" ) << "ca_fiscal_year('2009年')"
                                   << "FY2008";
  QTest::newRow( "year of either kind" ) << "ca_fiscal_year('2009')"
                                         << "2009";
  QTest::newRow( "year of either kind, as a number" ) << "ca_fiscal_year(2009)"
                                                      << "2009";
  QTest::newRow( "unknown" ) << "ca_code('どこか県')"
                             << "どこか県";
  QTest::newRow( "ambiguous" ) << "ca_code('府中市')"
                               << "34208 広島県府中市";
  QTest::newRow( "prefecture or bureau" ) << "ca_code('北海道')"
                                          << "HOKKAIDO";
  QTest::newRow( "nearly" ) << "ca_code('神奈河県')"
                            << "14 神奈川県";
  QTest::newRow( "wrong check digit" ) << "ca_code('132064')"
                                       << "132064";
  QTest::newRow( "unknown kind" ) << "ca_code('東京都', 'planet')"
                                  << "planet";
  QTest::newRow( "statistic of nobody" ) << "ca_stat('Atlantis', 'firms', 2009)"
                                         << "Atlantis";
  QTest::newRow( "statistic of whom" ) << "ca_stat('北海道', 'firms', 2009)"
                                       << "北海道";
  QTest::newRow( "no such metric" ) << "ca_stat('NATIONAL', 'fims', 2009)"
                                    << "fims";
  QTest::newRow( "statistic of no year" ) << "ca_stat('NATIONAL', 'firms', 'H21')"
                                          << "H21";
  QTest::newRow( "statistic without a project's year" ) << "ca_stat('NATIONAL', 'firms')"
                                                        << "fiscal year";
  QTest::newRow( "other kind" ) << "ca_code('東京都', 'municipality')"
                                << "東京都";
}

void TestCaExpressions::unreadableIsNullAndNamed()
{
  QFETCH( QString, expression );
  QFETCH( QString, named );
  QgsExpression parsed( expression );
  QVERIFY2( !parsed.hasParserError(), qPrintable( parsed.parserErrorString() ) );
  QgsExpressionContext context;
  QVERIFY( parsed.evaluate( &context ).isNull() );
  QVERIFY( parsed.hasEvalError() );
  QVERIFY2( parsed.evalErrorString().contains( named ), qPrintable( parsed.evalErrorString() ) );
}

void TestCaExpressions::nullIsNull_data()
{
  QTest::addColumn<QString>( "expression" );
  for ( const char *expression :
        { "ca_number(NULL)", "ca_fiscal_year(NULL)", "ca_code(NULL)", "ca_number('…')", "ca_number('x')", "ca_number('')",
          "ca_number('n/a')", "ca_stat(NULL, 'firms', 2009)", "ca_stat('NATIONAL', 'firms', 1995)" } )
    QTest::newRow( expression ) << QString::fromUtf8( expression );
}

void TestCaExpressions::nullIsNull()
{
  QFETCH( QString, expression );
  QgsExpression parsed( expression );
  QgsExpressionContext context;
  QVERIFY( parsed.evaluate( &context ).isNull() );
  QVERIFY2( !parsed.hasEvalError(), qPrintable( parsed.evalErrorString() ) );
}

void TestCaExpressions::evaluates_data()
{
  QTest::addColumn<QString>( "expression" );
  QTest::addColumn<QVariant>( "value" );
  QTest::newRow( "number" ) << "ca_number('１，２３４')" << QVariant( 1234.0 );
  QTest::newRow( "negative" ) << "ca_number('△12.5')" << QVariant( -12.5 );
  QTest::newRow( "a number already" ) << "ca_number(12)" << QVariant( 12.0 );
  QTest::newRow( "none at all" ) << "ca_number('－')" << QVariant( 0.0 );
  QTest::newRow( "in yen" ) << "ca_number('3億円')" << QVariant( 3e8 );
  QTest::newRow( "in yen, in parts" ) << "ca_number('3億5千万円')" << QVariant( 3.5e8 );
  QTest::newRow( "to a unit" ) << "ca_number('12,345百万円', 'oku_yen')" << QVariant( 123.45 );
  QTest::newRow( "no unit in the cell" ) << "ca_number('12', 'oku_yen')" << QVariant( 12.0 );
  QTest::newRow( "by the name of a parameter" ) << "ca_number(text:='3.5万人')" << QVariant( 35000.0 );
  QTest::newRow( "fiscal year" ) << "ca_fiscal_year('平成21年度')" << QVariant( 2009 );
  QTest::newRow( "H21" ) << "ca_fiscal_year('Ｈ２１')" << QVariant( 2009 );
  QTest::newRow( "March" ) << "ca_fiscal_year('2010-03-31')" << QVariant( 2009 );
  QTest::newRow( "a date" ) << "ca_fiscal_year(make_date(2010,3,31))" << QVariant( 2009 );
  QTest::newRow( "a moment" ) << "ca_fiscal_year(make_datetime(2010,4,1,0,0,0))" << QVariant( 2010 );
  QTest::newRow( "code" ) << "ca_code('１３')" << QVariant( "13" );
  QTest::newRow( "code as a number" ) << "ca_code(1100)" << QVariant( "01100" );
  QTest::newRow( "place" ) << "ca_code('府中市（東京都）')" << QVariant( "13206" );
  QTest::newRow( "bureau" ) << "ca_code('北海道', 'bureau')" << QVariant( "HOKKAIDO" );
  QTest::newRow( "statistic" ) << "ca_stat('NATIONAL', 'firms', 2009)" << QVariant( 10200.0 );
  QTest::newRow( "statistic by name" ) << "ca_stat('全国', 'firms', 2009)" << QVariant( 10200.0 );
  QTest::newRow( "project" ) << "ca_code('四国ﾃｸﾉﾌﾞﾘｯｼﾞ')" << QVariant( "SHIKOKU_TB" );
}

void TestCaExpressions::evaluates()
{
  QFETCH( QString, expression );
  QgsExpression parsed( expression );
  QVERIFY2( !parsed.hasParserError(), qPrintable( parsed.parserErrorString() ) );
  QgsExpressionContext context;
  const QVariant value = parsed.evaluate( &context );
  QVERIFY2( !parsed.hasEvalError(), qPrintable( parsed.evalErrorString() ) );
  QTEST( value, "value" );
}

void TestCaExpressions::haveHelp()
{
  for ( const QString &name : CaExpressions::names() )
  {
    QgsExpressionFunction *function = QgsExpression::Functions().at( QgsExpression::functionIndex( name ) );
    QVERIFY2( function->helpText().contains( name + QLatin1Char( '(' ) ), qPrintable( function->helpText() ) );
    QCOMPARE( function->groups(), QStringList( "Cluster Atlas" ) );
  }
}

void TestCaExpressions::areRegisteredOnceAndTogether()
{
  const int count = QgsExpression::functionCount();
  QVERIFY( !CaExpressions::registerFunctions() ); // somebody has, already
  QCOMPARE( QgsExpression::functionCount(), count );
  const QStringList names = CaExpressions::names();
  for ( int i = 0; i < names.size(); ++i )
    QCOMPARE( QgsExpression::functionIndex( names.at( i ) ), QgsExpression::functionIndex( names.first() ) + i );

  CaExpressions::unregisterFunctions();
  QCOMPARE( QgsExpression::functionCount(), count - static_cast<int>( names.size() ) );
  CaExpressions::unregisterFunctions();
  QCOMPARE( QgsExpression::functionCount(), count - static_cast<int>( names.size() ) );
  QVERIFY( QgsExpression( QStringLiteral( "ca_code('13')" ) ).hasParserError() );
  QVERIFY( CaExpressions::registerFunctions() );
  QCOMPARE( QgsExpression::functionCount(), count );
  QCOMPARE( QgsExpression( QStringLiteral( "ca_code('13')" ) ).evaluate().toString(), QString( "13" ) );
}

void TestCaExpressions::othersKeepTheirPlaces()
{
  // What was parsed before ours are unregistered, and uses functions registered before ours, gives the same after.
  QgsExpression parsed( QStringLiteral( "to_int('12') + length('abc')" ) );
  QCOMPARE( parsed.evaluate().toInt(), 15 );
  CaExpressions::unregisterFunctions();
  QCOMPARE( parsed.evaluate().toInt(), 15 );
  QVERIFY( CaExpressions::registerFunctions() );
  QCOMPARE( parsed.evaluate().toInt(), 15 );
}

void TestCaExpressions::examplesOfTheHelpAreTrue()
{
  int examples = 0;
  for ( const QString &name : CaExpressions::names() )
  {
    const QString help = QgsExpression::Functions().at( QgsExpression::functionIndex( name ) )->helpText();
    const QStringList lines = help.split( QStringLiteral( "<br>" ) );
    for ( const QString &line : lines )
    {
      const QStringList sides = line.split( QStringLiteral( " → " ) );
      if ( sides.size() != 2 )
        continue;
      ++examples;
      QgsExpression equal( QStringLiteral( "%1 = %2" ).arg( sides.first(), sides.last() ) );
      QVERIFY2( equal.evaluate().toBool(), qPrintable( line + equal.evalErrorString() ) );
    }
  }
  QCOMPARE( examples, 14 );
}

CA_TEST_MAIN( TestCaExpressions )
#include "testcaexpressions.moc"
