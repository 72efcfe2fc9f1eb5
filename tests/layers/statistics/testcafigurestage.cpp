// SPDX-License-Identifier: GPL-2.0-or-later
#include "cafigurestage.h"

#include <QtTest>

//! Figures put aside, more of them than are kept in memory.
class TestCaFigureStage : public QObject
{
  Q_OBJECT

private slots:
  void foldersThatTakeNothingAreSaid();
  void noFiguresAreNoError();
  void figuresComeInOrder();
  void whatWasAddedFirstComesFirst();
  void missingValueIsKept();

private:
  static CaFigureRecord record( int owner, int year, const QString &metric, double value )
  {
    CaFigureRecord record;
    record.ownerCode = QString::number( owner );
    record.fiscalYear = year;
    record.metric = metric;
    record.figure.value = value;
    record.cell = QStringLiteral( "XFD50000000" );
    return record;
  }
};

void TestCaFigureStage::foldersThatTakeNothingAreSaid()
{
  const QByteArray folder = qgetenv( "TMPDIR" );
  qputenv( "TMPDIR", "/proc" );
  CaFigureStage::Texts texts;
  CaFigureStage stage( texts );
  QString error;
  const bool done = stage.add( record( 1, 2009, "firms", 1 ), &error ) && stage.sort( &error );
  if ( folder.isNull() )
    qunsetenv( "TMPDIR" );
  else
    qputenv( "TMPDIR", folder );
  QVERIFY( !done );
  QVERIFY2( error.contains( "/proc" ) && error.contains( "make room" ), qPrintable( error ) );
}

void TestCaFigureStage::noFiguresAreNoError()
{
  CaFigureStage::Texts texts;
  CaFigureStage stage( texts );
  QString error;
  QVERIFY2( stage.sort( &error ), qPrintable( error ) );
  QVERIFY( stage.begin() == stage.end() );
}

void TestCaFigureStage::figuresComeInOrder()
{
  constexpr int OWNERS = 500, YEARS = 30;
  CaFigureStage::Texts texts;
  CaFigureStage stage( texts );
  QString error;
  for ( int year = 2000 + YEARS - 1; year >= 2000; --year )
  {
    for ( int owner = 0; owner < OWNERS; ++owner )
    {
      QVERIFY2( stage.add( record( owner, year, "firms", owner + year ), &error ), qPrintable( error ) );
      QVERIFY2( stage.add( record( owner, year, "sales", -owner ), &error ), qPrintable( error ) );
    }
  }
  QCOMPARE( stage.count(), 2LL * OWNERS * YEARS );
  QVERIFY2( stage.sort( &error ), qPrintable( error ) );
  const CaFigureStage::Figure *figure = stage.begin();
  for ( int owner = 0; owner < OWNERS; ++owner )
  {
    for ( int year = 2000; year < 2000 + YEARS; ++year )
    {
      for ( const QString metric : { "firms", "sales" } )
      {
        QCOMPARE( texts.owners.text( figure->owner() ), QString::number( owner ) );
        QCOMPARE( figure->fiscalYear(), year );
        QCOMPARE( texts.metrics.text( figure->metric() ), metric );
        QCOMPARE( figure->number(), std::optional<double>( metric == "firms" ? owner + year : -owner ) );
        QCOMPARE( figure->cellText(), QString( "XFD50000000" ) );
        ++figure;
      }
    }
  }
  QVERIFY( figure == stage.end() );
}

void TestCaFigureStage::whatWasAddedFirstComesFirst()
{
  CaFigureStage::Texts texts;
  CaFigureStage stage( texts );
  QString error;
  for ( int i = 0; i < 100; ++i )
    QVERIFY2( stage.add( record( 1, 2009, "firms", i ), &error ), qPrintable( error ) );
  QVERIFY2( stage.sort( &error ), qPrintable( error ) );
  for ( int i = 0; i < 100; ++i )
    QCOMPARE( stage.begin()[i].value, static_cast<double>( i ) );
}

void TestCaFigureStage::missingValueIsKept()
{
  CaFigureStage::Texts texts;
  CaFigureStage stage( texts );
  CaFigureRecord suppressed = record( 1, 2009, "firms", 0 );
  suppressed.figure.value.reset();
  suppressed.figure.flag = CaFlag::Suppressed;
  QString error;
  QVERIFY2( stage.add( suppressed, &error ) && stage.sort( &error ), qPrintable( error ) );
  QVERIFY( !stage.begin()->number() );
  QVERIFY( stage.begin()->flag == CaFlag::Suppressed );
  QVERIFY( stage.begin()->isEqual( *stage.begin() ) );
}

QTEST_GUILESS_MAIN( TestCaFigureStage )
#include "testcafigurestage.moc"
