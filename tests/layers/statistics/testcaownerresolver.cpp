// SPDX-License-Identifier: GPL-2.0-or-later
#include "cafiscaldate.h"
#include "camarks.h"
#include "camunicipalities.h"
#include "canumbers.h"
#include "caownerresolver.h"
#include "capaths.h"
#include "catest.h"
#include "catext.h"

#include <QElapsedTimer>
#include <QTemporaryDir>

#include <thread>

//! Owners of figures by what sheets call them.
class TestCaOwnerResolver : public QObject
{
  Q_OBJECT

private slots:
  void initTestCase();
  void otherFileIsNoPack();
  void refusesTheUnknown_data();
  void refusesTheUnknown();
  void ambiguousNamesItsCandidates_data();
  void ambiguousNamesItsCandidates();
  void mergedNamesItsSuccessor();
  void resolves_data();
  void resolves();
  void everyAreaIsFoundByItsFullName();
  void keysAreTheirOwnKeys();
  void nearestNames_data();
  void nearestNames();
  void widthOfTheColumnDecides();
  void isFastAndThreadSafe();
  void readsAMillionRowsInTime();

private:
  std::optional<CaOwnerResolver> mResolver;
};

void TestCaOwnerResolver::initTestCase()
{
  QString error;
  mResolver = CaOwnerResolver::load( CaPaths::installedPack(), &error );
  QVERIFY2( mResolver, qPrintable( error ) );
}

void TestCaOwnerResolver::otherFileIsNoPack()
{
  QString error;
  QVERIFY( !CaOwnerResolver::load( QStringLiteral( "/nowhere/clusteratlas.gpkg" ), &error ) );
  QVERIFY2( error.contains( QLatin1String( "/nowhere/clusteratlas.gpkg" ) ), qPrintable( error ) );
}

void TestCaOwnerResolver::refusesTheUnknown_data()
{
  QTest::addColumn<QString>( "text" );
  QTest::addColumn<QStringList>( "kinds" );
  const QStringList any;
  QTest::newRow( "nothing" ) << "" << any;
  QTest::newRow( "spaces" ) << " 　" << any;
  QTest::newRow( "no name" ) << "株式会社なんとか" << any;
  QTest::newRow( "a misspelt prefecture" ) << "神奈河県" << any;
  QTest::newRow( "no such municipality there" ) << "東京都広島市" << any;
  QTest::newRow( "one character of 東村" ) << "東" << any;
  QTest::newRow( "one character of 津市" ) << "津" << any;
  QTest::newRow( "only the ending" ) << "市" << any;
  QTest::newRow( "code of no area" ) << "13999" << any;
  QTest::newRow( "wrong check digit" ) << "132064" << any;
  QTest::newRow( "code and name differ" ) << "13206 広島県府中市" << any;
  QTest::newRow( "country" ) << "China" << any;
  QTest::newRow( "bureau, but a prefecture is asked for" ) << "関東" << QStringList{ "prefecture" };
  QTest::newRow( "municipality, but a prefecture is asked for" ) << "13206" << QStringList{ "prefecture" };
  QTest::newRow( "prefecture, but a municipality is asked for" ) << "東京都" << QStringList{ "municipality" };
  QTest::newRow( "an area, but a project is asked for" ) << "13" << QStringList{ "project" };
  QTest::newRow( "two names" ) << "東京都・神奈川県" << any;
  QTest::newRow( "markup" ) << "<b>東京都</b>" << any;
  QTest::newRow( "quote" ) << "東京都' OR 1=1 --" << any;
  QTest::newRow( "placeholder" ) << "%1 %2" << any;
  QTest::newRow( "very long" ) << QString( 100000, QChar( u'東' ) ) << any;
}

void TestCaOwnerResolver::refusesTheUnknown()
{
  QFETCH( QString, text );
  QFETCH( QStringList, kinds );
  const CaResolved owner = mResolver->resolve( text, kinds );
  QVERIFY2( !owner.ok(), qPrintable( owner.kind + owner.code ) );
  QVERIFY( owner.code.isEmpty() && owner.kind.isEmpty() );
  QVERIFY2( owner.problem.contains( text.simplified().left( 40 ) ), qPrintable( owner.problem ) );
}

void TestCaOwnerResolver::ambiguousNamesItsCandidates_data()
{
  QTest::addColumn<QString>( "text" );
  QTest::addColumn<QStringList>( "kinds" );
  QTest::addColumn<QStringList>( "candidates" );
  const QStringList any;
  QTest::newRow( "府中市" ) << "府中市" << any << QStringList{ "13206 東京都府中市", "34208 広島県府中市" };
  QTest::newRow( "伊達市" ) << "伊達市" << any << QStringList{ "01233 北海道伊達市", "07213 福島県伊達市" };
  QTest::newRow( "府中" ) << "府中" << any << QStringList{ "13206 東京都府中市", "34208 広島県府中市", "34302 広島県安芸郡府中町" };
  QTest::newRow( "中国" ) << "中国" << any << QStringList{ "CHUGOKU 中国経済産業局", "CN 中国" };
  QTest::newRow( "北海道" ) << "北海道" << any << QStringList{ "01 北海道", "HOKKAIDO 北海道経済産業局" };
  QTest::newRow( "沖縄" ) << "沖縄" << any << QStringList{ "47 沖縄県", "47211 沖縄県沖縄市", "OKINAWA 内閣府沖縄総合事務局経済産業部" };
  QTest::newRow( "大阪" ) << "大阪" << any << QStringList{ "27 大阪府", "27100 大阪府大阪市" };
  QTest::newRow( "東海村 is unique, 東海 is not" ) << "東海" << any << QStringList{ "08341 茨城県那珂郡東海村", "23222 愛知県東海市" };
  QTest::newRow( "川崎" ) << "川崎" << QStringList{ "municipality" }
                          << QStringList{ "04324 宮城県柴田郡川崎町", "14130 神奈川県川崎市", "40605 福岡県田川郡川崎町" };
  QTest::newRow( "a ward of two cities" ) << "緑区" << any
                                          << QStringList{ "11109 埼玉県さいたま市緑区", "12105 千葉県千葉市緑区",
                                                          "14113 神奈川県横浜市緑区", "14151 神奈川県相模原市緑区",
                                                          "23114 愛知県名古屋市緑区" };
  QTest::newRow( "a code, or another with a lost zero" )
      << "11100" << any << QStringList{ "01110 北海道札幌市清田区", "11100 埼玉県さいたま市" };
}

void TestCaOwnerResolver::ambiguousNamesItsCandidates()
{
  QFETCH( QString, text );
  QFETCH( QStringList, kinds );
  QFETCH( QStringList, candidates );
  CaResolved owner = mResolver->resolve( text, kinds );
  QVERIFY2( !owner.ok(), qPrintable( owner.code ) );
  owner.candidates.sort();
  QCOMPARE( owner.candidates, candidates );
}

void TestCaOwnerResolver::mergedNamesItsSuccessor()
{
  for ( const char *name : { "津久井郡城山町", "城山町", "神奈川県津久井郡城山町", "神奈川県城山町" } )
  {
    const CaResolved owner = mResolver->resolve( QString::fromUtf8( name ) );
    QVERIFY( !owner.ok() );
    QCOMPARE( owner.candidates, QStringList( "14150 神奈川県相模原市" ) );
    QVERIFY2( owner.problem.contains( QLatin1String( "2007-03-11" ) ), qPrintable( owner.problem ) );
  }
  // Divided between two.
  QCOMPARE( mResolver->resolve( "上九一色村" ).candidates, ( QStringList{ "19201 山梨県甲府市", "19430 山梨県南都留郡富士河口湖町" } ) );
  // Two of one name, with two successors.
  QCOMPARE( mResolver->resolve( "群馬県東村" ).candidates.size(), 2 );
  QCOMPARE( mResolver->resolve( "勢多郡東村" ).candidates, QStringList( "10212 群馬県みどり市" ) );
  // One that exists goes first.
  QCOMPARE( mResolver->resolve( "吉田町" ).code, QString( "22424" ) );
  // Only renamed: the same area.
  QCOMPARE( mResolver->resolve( "愛知郡長久手町" ).code, QString( "23238" ) );
  QCOMPARE( mResolver->resolve( "南埼玉郡白岡町" ).code, QString( "11246" ) );
}

void TestCaOwnerResolver::resolves_data()
{
  QTest::addColumn<QString>( "text" );
  QTest::addColumn<QString>( "kinds" );
  QTest::addColumn<QString>( "kind" );
  QTest::addColumn<QString>( "code" );
  auto row = []( const char *text, const char *kinds, const char *kind, const char *code )
  {
    QTest::addRow( "%s [%s]", text, kinds ) << QString::fromUtf8( text ) << QString::fromLatin1( kinds ) << QString::fromLatin1( kind )
                                            << QString::fromLatin1( code );
  };
  row( "全国", "", "national", "NATIONAL" );
  row( "全　国", "", "national", "NATIONAL" );
  row( "計", "", "national", "NATIONAL" );
  row( "合計", "national", "national", "NATIONAL" );
  row( "00000", "", "national", "NATIONAL" );
  row( "NATIONAL", "", "national", "NATIONAL" );
  row( "13", "", "prefecture", "13" );
  row( "１３", "", "prefecture", "13" );
  row( "1", "", "prefecture", "01" );
  row( "東京都", "", "prefecture", "13" );
  row( "東 京 都", "", "prefecture", "13" );
  row( "東京", "", "prefecture", "13" );
  row( "大阪", "prefecture", "prefecture", "27" );
  row( "大阪府", "", "prefecture", "27" );
  row( "北海道", "prefecture", "prefecture", "01" );
  row( "北海道", "bureau", "bureau", "HOKKAIDO" );
  row( "北海道", "bureau,project", "bureau", "HOKKAIDO" );
  row( "沖縄", "prefecture", "prefecture", "47" );
  row( "Tokyo", "", "prefecture", "13" );
  row( "tokyo prefecture", "", "prefecture", "13" );
  row( "JP-13", "", "prefecture", "13" );
  row( "13000 東京都", "", "prefecture", "13" );
  row( "関東", "", "bureau", "KANTO" );
  row( "関東局", "", "bureau", "KANTO" );
  row( "関東経済産業局", "", "bureau", "KANTO" );
  row( "METI Kanto", "", "bureau", "KANTO" );
  row( "ＭＥＴＩ　Ｋａｎｔｏ", "", "bureau", "KANTO" );
  row( "KANTO", "", "bureau", "KANTO" );
  row( "kanto", "", "bureau", "KANTO" );
  row( "中国", "bureau", "bureau", "CHUGOKU" );
  row( "関西", "", "bureau", "KINKI" );
  row( "近畿経産局", "", "bureau", "KINKI" );
  row( "沖縄総合事務局", "", "bureau", "OKINAWA" );
  row( "四国テクノブリッジ計画", "", "project", "SHIKOKU_TB" );
  row( "四国テクノブリッジ", "", "project", "SHIKOKU_TB" );
  row( "四国ﾃｸﾉﾌﾞﾘｯｼﾞ", "", "project", "SHIKOKU_TB" );
  row( "四国テクノブリッジ プロジェクト", "", "project", "SHIKOKU_TB" );
  row( "TOHOKUものづくりコリドー", "", "project", "TOHOKU_CORRIDOR" );
  row( "ＴＯＨＯＫＵ　ものづくりコリドー", "", "project", "TOHOKU_CORRIDOR" );
  row( "北海道地域産業クラスター", "", "project", "HOKKAIDO_CLUSTER" );
  row( "関西フロントランナー", "", "project", "KANSAI_FRONT" );
  row( "OKINAWA型産業振興プロジェクト", "", "project", "OKINAWA_PROJECT" );
  row( "ＯＫＩＮＡＷＡ型産業振興", "", "project", "OKINAWA_PROJECT" );
  row( "KANTO_REGIONAL", "", "project", "KANTO_REGIONAL" );
  row( "九州K-RIP", "", "project", "KYUSHU_KRIP" );
  row( "三遠南信", "", "subarea", "SANEN_NANSHIN" );
  row( "三遠南信地域", "", "subarea", "SANEN_NANSHIN" );
  row( "TAMA", "", "subarea", "TAMA" );
  row( "L01", "", "link", "L01" );
  row( "REGIONAL_TAMA_WEST", "", "type_example", "REGIONAL_TAMA_WEST" );
  row( "13206", "", "municipality", "13206" );
  row( "132063", "", "municipality", "13206" );
  row( "11100 さいたま市", "", "municipality", "11100" );
  row( "11100 札幌市清田区", "", "municipality", "01110" );
  row( "1100", "municipality", "municipality", "01100" );
  row( "東京都府中市", "", "municipality", "13206" );
  row( "府中市（東京都）", "", "municipality", "13206" );
  row( "府中市(広島県)", "", "municipality", "34208" );
  row( "府中町", "", "municipality", "34302" );
  row( "安芸郡府中町", "", "municipality", "34302" );
  row( "広島県安芸郡府中町", "", "municipality", "34302" );
  row( "八王子市", "", "municipality", "13201" );
  row( "八王子", "", "municipality", "13201" );
  row( "さいたま市", "", "municipality", "11100" );
  row( "札幌市中央区", "", "municipality", "01101" );
  row( "札幌市　中央区", "", "municipality", "01101" );
  row( "北海道札幌市中央区", "", "municipality", "01101" );
  row( "大阪市", "", "municipality", "27100" );
  row( "大阪", "municipality", "municipality", "27100" );
  row( "千代田区", "", "municipality", "13101" );
  row( "特別区部", "", "municipality", "13100" );
  row( "東京23区", "", "municipality", "13100" );
  row( "龍ケ崎市", "", "municipality", "08208" );
  row( "龍ヶ崎市", "", "municipality", "08208" );
  row( "竜ヶ崎市", "", "municipality", "08208" );
  row( "茅ヶ崎市", "", "municipality", "14207" );
  row( "茅が崎市", "", "municipality", "14207" );
  row( "袖ケ浦市", "", "municipality", "12229" );
  row( "髙槻市", "", "municipality", "27207" );
  row( "四日市市", "", "municipality", "24202" );
  row( "四日市", "", "municipality", "24202" );
  row( "津市", "", "municipality", "24201" );
  row( "葛󠄀城市", "", "municipality", "29211" ); // with a variation selector
}

void TestCaOwnerResolver::resolves()
{
  QFETCH( QString, text );
  QFETCH( QString, kinds );
  const CaResolved owner = mResolver->resolve( text, kinds.split( QLatin1Char( ',' ), Qt::SkipEmptyParts ) );
  QCOMPARE( owner.problem, QString() );
  QTEST( owner.kind, "kind" );
  QTEST( owner.code, "code" );
}

void TestCaOwnerResolver::everyAreaIsFoundByItsFullName()
{
  const CaMunicipalities &places = CaMunicipalities::builtIn();
  int missed = 0;
  for ( const CaMunicipality &municipality : places.municipalities() )
  {
    const CaResolved owner = mResolver->resolve( places.fullName( municipality.code ) );
    if ( owner.code != municipality.code )
    {
      ++missed;
      qWarning( "%s", qPrintable( municipality.code + owner.problem ) );
    }
  }
  QCOMPARE( missed, 0 );
}

void TestCaOwnerResolver::keysAreTheirOwnKeys()
{
  for ( const CaMunicipality &municipality : CaMunicipalities::builtIn().municipalities() )
  {
    const QString key = CaText::nameKey( CaMunicipalities::builtIn().fullName( municipality.code ) );
    QCOMPARE( CaText::nameKey( key ), key );
  }
  const QString accent = CaText::nameKey( QStringLiteral( "E\u00B4" ) ); // NFKC makes a space and a combining accent of it
  QCOMPARE( CaText::nameKey( accent ), accent );
}

void TestCaOwnerResolver::nearestNames_data()
{
  QTest::addColumn<QString>( "text" );
  QTest::addColumn<QString>( "first" );
  QTest::newRow( "wrong character" ) << "八玉子市"
                                     << "13201 東京都八王子市";
  QTest::newRow( "wrong prefecture character" ) << "神奈河県"
                                                << "14 神奈川県";
  QTest::newRow( "a letter too few" ) << "四国テクノブリジ計画"
                                      << "SHIKOKU_TB 四国テクノブリッジ計画";
  QTest::newRow( "nothing near" ) << "株式会社なんとか"
                                  << "";
  QTest::newRow( "nothing" ) << ""
                             << "";
}

void TestCaOwnerResolver::nearestNames()
{
  QFETCH( QString, text );
  QTEST( mResolver->nearest( text ).value( 0 ), "first" );
}

void TestCaOwnerResolver::widthOfTheColumnDecides()
{
  QCOMPARE( mResolver->resolve( "11100", {}, CaCodeWidth::Five ).code, QString( "11100" ) );
  QCOMPARE( mResolver->resolve( "11100", {}, CaCodeWidth::Six ).code, QString( "01110" ) );
}

void TestCaOwnerResolver::isFastAndThreadSafe()
{
  const QStringList texts{ "13", "東京都府中市", "札幌市中央区", "関東経済産業局", "132063", "龍ヶ崎市" };
  QElapsedTimer timer;
  timer.start();
  std::array<int, 2> found{ 0, 0 };
  auto work = [this, &texts, &found]( int thread )
  {
    for ( int i = 0; i < 600000; ++i )
      found.at( thread ) += mResolver->resolve( texts.at( i % 6 ) ).ok();
  };
  std::thread other( work, 1 );
  work( 0 );
  other.join();
  qInfo( "1,200,000 look-ups in two threads: %lld ms", timer.elapsed() );
  QCOMPARE( found.at( 0 ), 600000 );
  QCOMPARE( found.at( 1 ), 600000 );
}

void TestCaOwnerResolver::readsAMillionRowsInTime()
{
  // All that a row of a long table needs: a code, a name, a year, a number that may be a mark.
  const QStringList codes{ "13206", "132063", "01100", "１３" };
  const QStringList names{ "東京都", "札幌市中央区", "関東経済産業局", "府中市（東京都）" };
  const QStringList years{ "平成21年度", "2009年度", "2009-04-01", "Ｈ２１" };
  const QStringList numbers{ "1,234", "12", "△1,234.5", "－" };
  QElapsedTimer timer;
  timer.start();
  int read = 0;
  for ( int i = 0; i < 1000000; ++i )
  {
    read += mResolver->resolve( codes.at( i % 4 ) ).ok();
    read += mResolver->resolve( names.at( i % 4 ) ).ok();
    read += CaFiscalDate::parse( years.at( i % 4 ) ).fiscalYear == 2009;
    const QString &number = numbers.at( i % 4 );
    read += CaMarks::builtIn().flag( number ) || CaNumbers::parse( number, QStringLiteral( "firms" ) ).value;
  }
  qInfo( "a million rows of a code, a name, a year and a number: %lld ms", timer.elapsed() );
  QCOMPARE( read, 4000000 );
}

CA_TEST_MAIN( TestCaOwnerResolver )
#include "testcaownerresolver.moc"
