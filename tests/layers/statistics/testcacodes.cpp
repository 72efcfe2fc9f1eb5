// SPDX-License-Identifier: GPL-2.0-or-later
#include "cacodes.h"
#include "camunicipalities.h"

#include <QSet>
#include <QtTest>

//! Codes of prefectures and municipalities as sheets have them.
class TestCaCodes : public QObject
{
  Q_OBJECT

private slots:
  void refusesWhatIsNoCode_data();
  void refusesWhatIsNoCode();
  void ambiguousNamesItsCandidates();
  void refusesTheOtherKind();
  void widthOfTheColumnDecides();
  void readsCodes_data();
  void readsCodes();
  void checkDigits_data();
  void checkDigits();
  void checkDigitFindsWrongDigits();
  void everyCodeIsReadBack();
  void listIsSound();
  void wardsAndCities();
};

void TestCaCodes::refusesWhatIsNoCode_data()
{
  QTest::addColumn<QString>( "text" );
  const QStringList texts{
    "",       " ",     "0",      "00",      "48",           "99",           "000",          "123",      "131",        "13999",
    "48101",  "00000", "132064", "132062",  "1320633",      "12345678",     "13.5",         "13206.5",  "13-206",     "13 206",
    "JP",     "JP-",   "JP-0",   "JP-00",   "JP-48",        "JP-13101",     "JP-1",         "jp-xx",    "US-13",      "東京都",
    "+13",    "-13",   "1301",   "0",       "13000 大阪府", "13101 中央区", "01100 仙台市", "12abc",    "13abc",      "=13",
    "=\"\"",  "'",     "13,101", "13101社", "14421",        "11226",        "1e5",          "13206 市", "１３９９９", "99999",
    "470001", "13 東"
  };
  for ( const QString &text : texts )
    QTest::newRow( qPrintable( text ) ) << text;
  QTest::newRow( "very long" ) << QString( 100000, QLatin1Char( '1' ) );
}

void TestCaCodes::refusesWhatIsNoCode()
{
  QFETCH( QString, text );
  const CaParsedCode code = CaCodes::parse( text );
  QVERIFY2( !code.ok(), qPrintable( code.code ) );
  QCOMPARE( code.code, QString() );
  QCOMPARE( code.kind, QString() );
  QVERIFY2( code.problem.contains( text.simplified().left( 40 ) ), qPrintable( code.problem ) );
}

void TestCaCodes::ambiguousNamesItsCandidates()
{
  // Every five digits that are a code as they stand, and another one with a lost zero and its check digit.
  int ambiguous = 0;
  for ( const CaMunicipality &municipality : CaMunicipalities::builtIn().municipalities() )
  {
    if ( municipality.code.at( 0 ) != QLatin1Char( '0' ) )
      continue;
    const QString shortened = ( municipality.code + QString::number( CaCodes::checkDigit( municipality.code ) ) ).mid( 1 );
    const CaParsedCode code = CaCodes::parse( shortened );
    if ( CaMunicipalities::builtIn().municipality( shortened ) )
    {
      ++ambiguous;
      QVERIFY2( !code.ok(), qPrintable( shortened ) );
      QCOMPARE( code.candidates, ( QStringList{ shortened, municipality.code } ) );
    }
    else
      QCOMPARE( code.code, municipality.code );
  }
  QVERIFY( ambiguous > 0 );
  qInfo( "%d codes are ambiguous without their leading zero", ambiguous );
}

void TestCaCodes::refusesTheOtherKind()
{
  QVERIFY( !CaCodes::parse( "13", "municipality" ).ok() );
  QVERIFY( !CaCodes::parse( "13000", "municipality" ).ok() );
  QVERIFY( !CaCodes::parse( "JP-13", "municipality" ).ok() );
  QVERIFY( !CaCodes::parse( "13206", "prefecture" ).ok() );
  QVERIFY( CaCodes::parse( "11100", "prefecture" ).candidates.isEmpty() ); // neither of the two it may be is one
  QCOMPARE( CaCodes::parse( "13206", "municipality" ).code, QString( "13206" ) );
  QCOMPARE( CaCodes::parse( "130001", "prefecture" ).code, QString( "13" ) );
}

void TestCaCodes::widthOfTheColumnDecides()
{
  QVERIFY( CaCodes::widthOf( {} ) == CaCodeWidth::Unknown );
  QVERIFY( CaCodes::widthOf( { "", "市区町村", "13", "11100" } ) == CaCodeWidth::Unknown ); // alone it could be either
  QVERIFY( CaCodes::widthOf( { "11100", "13206" } ) == CaCodeWidth::Five );
  QVERIFY( CaCodes::widthOf( { "11100", "0１１００" } ) == CaCodeWidth::Five );
  QVERIFY( CaCodes::widthOf( { "11100", "132063" } ) == CaCodeWidth::Six );
  QVERIFY( CaCodes::widthOf( { "11100", "132063.0" } ) == CaCodeWidth::Six );
  QVERIFY( CaCodes::widthOf( { "13206", "132063" } ) == CaCodeWidth::Unknown ); // both kinds

  QCOMPARE( CaCodes::parse( "11100", {}, CaCodeWidth::Five ).code, QString( "11100" ) );
  QCOMPARE( CaCodes::parse( "11100", {}, CaCodeWidth::Six ).code, QString( "01110" ) );
  QCOMPARE( CaCodes::parse( "13", {}, CaCodeWidth::Six ).code, QString( "13" ) );
  QVERIFY( !CaCodes::parse( "13206", {}, CaCodeWidth::Six ).ok() );
  QVERIFY( !CaCodes::parse( "132063", {}, CaCodeWidth::Five ).ok() );
  QVERIFY( !CaCodes::parse( "1100", {}, CaCodeWidth::Six ).ok() );
  QCOMPARE( CaCodes::parse( "1100", {}, CaCodeWidth::Five ).code, QString( "01100" ) );
}

void TestCaCodes::readsCodes_data()
{
  QTest::addColumn<QString>( "text" );
  QTest::addColumn<QString>( "code" );
  auto row = []( const char *text, const char *code )
  {
    QTest::newRow( text ) << QString::fromUtf8( text ) << QString::fromLatin1( code );
  };
  row( "13", "13" );
  row( "01", "01" );
  row( "1", "01" );
  row( " 1 ", "01" );
  row( "９", "09" );
  row( "４７", "47" );
  row( "1.0", "01" );
  row( "13.0", "13" );
  row( "JP-13", "13" );
  row( "JP13", "13" );
  row( "jp-01", "01" );
  row( "ＪＰ－０１", "01" );
  row( "13000", "13" );
  row( "130001", "13" );
  row( "01000", "01" );
  row( "1000", "01" );
  row( "010006", "01" );
  row( "10006", "01" );
  row( "13000 東京都", "13" );
  row( "13000　東京都", "13" );
  row( "13 東京", "13" );
  row( "01_北海道", "01" );
  row( "13:Tokyo", "13" );
  row( "０１．北海道", "01" );
  row( "13-東京都", "13" );
  row( "130001東京都", "13" );
  row( "13206", "13206" );
  row( "１３２０６", "13206" );
  row( "132063", "13206" );
  row( "13206.0", "13206" );
  row( "132063.0", "13206" );
  row( "'13206", "13206" );
  row( "=\"01100\"", "01100" );
  row( "13206 府中市", "13206" );
  row( "13206 東京都府中市", "13206" );
  row( "01100", "01100" );
  row( "1100", "01100" );
  row( "1100.0", "01100" );
  row( "01100.0", "01100" );
  row( "011002", "01100" );
  row( "11002", "01100" );
  row( "01101 札幌市中央区", "01101" );
  row( "01101 中央区", "01101" );
  row( "01101 北海道札幌市中央区", "01101" );
  row( "12025", "01202" );
  row( "9201", "09201" );
  row( "13101 千代田区", "13101" );
  row( "11100 さいたま市", "11100" );
  row( "11100 清田区", "01110" );
  row( "13100", "13100" );
  row( "131008 特別区部", "13100" );
  row( "13000東京", "13" );
  row( "23238 長久手市", "23238" );
  row( "08220", "08220" );
  row( "8220", "08220" );
  row( "40231", "40231" );
  row( "22138", "22138" );
  row( "221384", "22138" );
}

void TestCaCodes::readsCodes()
{
  QFETCH( QString, text );
  const CaParsedCode code = CaCodes::parse( text );
  QCOMPARE( code.problem, QString() );
  QTEST( code.code, "code" );
  QCOMPARE( code.kind, code.code.size() == 2 ? QString( "prefecture" ) : QString( "municipality" ) );
}

void TestCaCodes::checkDigits_data()
{
  QTest::addColumn<QString>( "code" );
  QTest::addColumn<int>( "digit" );
  // As published: code4fukui/localgovjp (CC0), and pages of the cities.
  const QStringList published{
    "011002", "011011", "011061", "011070", "012050", "013030", "014001", "014036", "221350", "221368", "222062",
    "222071", "222089", "222160", "223051", "224618", "231002", "231070", "231142", "231151", "232050", "232220",
    "233021", "235610", "242012", "242080", "242110", "252018", "221309", "221384", "393860", "130001", "010006"
  };
  for ( const QString &code : published )
    QTest::newRow( qPrintable( code ) ) << code.left( 5 ) << code.at( 5 ).digitValue();
  QTest::newRow( "too short" ) << "1100" << -1;
  QTest::newRow( "too long" ) << "011002" << -1;
  QTest::newRow( "no digits" ) << "0110a" << -1;
  QTest::newRow( "full width" ) << "０１１００" << -1;
}

void TestCaCodes::checkDigits()
{
  QFETCH( QString, code );
  QFETCH( int, digit );
  QCOMPARE( CaCodes::checkDigit( code ), digit );
}

void TestCaCodes::checkDigitFindsWrongDigits()
{
  // Of all codes there could be and all single wrong digits, only those go undetected that turn a remainder of 0 into 10 or back: both have
  // the digit 1.
  auto remainder = []( const QString &code )
  {
    int sum = 0;
    for ( int i = 0; i < 5; ++i )
      sum += ( 6 - i ) * code.at( i ).digitValue();
    return sum % 11;
  };
  int undetected = 0, errors = 0;
  for ( int number = 1000; number < 48000; number += 7 )
  {
    const QString code = QStringLiteral( "%1" ).arg( number, 5, 10, QLatin1Char( '0' ) );
    for ( int place = 0; place < 5; ++place )
    {
      for ( char digit = '0'; digit <= '9'; ++digit )
      {
        QString wrong = code;
        wrong[place] = QLatin1Char( digit );
        if ( wrong == code )
          continue;
        ++errors;
        const bool alike = CaCodes::checkDigit( code ) == CaCodes::checkDigit( wrong );
        const QSet<int> remainders{ remainder( code ), remainder( wrong ) };
        QCOMPARE( alike, remainders == ( QSet<int>{ 0, 10 } ) );
        undetected += alike;
      }
    }
  }
  QVERIFY( undetected * 50 < errors );
}

void TestCaCodes::everyCodeIsReadBack()
{
  for ( const CaMunicipality &municipality : CaMunicipalities::builtIn().municipalities() )
  {
    const QString code = municipality.code;
    const QString checked = code + QString::number( CaCodes::checkDigit( code ) );
    const QString name = CaMunicipalities::builtIn().fullName( code );
    for ( const QString &text : { checked, checked + QLatin1Char( ' ' ) + name, checked + name } )
    {
      const CaParsedCode read = CaCodes::parse( text );
      QVERIFY2( read.ok() && read.code == code, qPrintable( text + read.problem ) );
    }
  }
}

void TestCaCodes::listIsSound()
{
  const CaMunicipalities &places = CaMunicipalities::builtIn();
  QCOMPARE( places.prefectures().size(), 47 );
  QSet<QString> codes;
  for ( const CaMunicipality &municipality : places.municipalities() )
  {
    QVERIFY2( !codes.contains( municipality.code ), qPrintable( municipality.code ) );
    codes << municipality.code;
    QCOMPARE( municipality.code.size(), 5 );
    QVERIFY( places.prefecture( municipality.code.left( 2 ) ) );
    QVERIFY( !municipality.name.isEmpty() );
    QVERIFY( municipality.parent.isEmpty() ||
             ( places.municipality( municipality.parent ) && municipality.parent.left( 2 ) == municipality.code.left( 2 ) ) );
  }
  for ( const CaMunicipalityChange &change : places.changes() )
  {
    QVERIFY2( codes.contains( change.newCode ), qPrintable( change.name ) );
    QVERIFY( change.date.isValid() );
    QCOMPARE( change.prefecture, change.newCode.left( 2 ) );
  }
}

void TestCaCodes::wardsAndCities()
{
  const CaMunicipalities &places = CaMunicipalities::builtIn();
  QCOMPARE( places.wards( "01100" ).size(), 10 );
  QCOMPARE( places.wards( "27100" ).size(), 24 );
  QCOMPARE( places.wards( "27140" ).first(), QString( "27141" ) );
  QCOMPARE( places.wards( "14150" ), ( QStringList{ "14151", "14152", "14153" } ) );
  QCOMPARE( places.wards( "13100" ).size(), 23 );
  QVERIFY( places.wards( "13206" ).isEmpty() );
  QCOMPARE( places.municipality( "23101" )->parent, QString( "23100" ) );
  QCOMPARE( places.fullName( "14151" ), QString( "神奈川県相模原市緑区" ) );
  QCOMPARE( places.fullName( "13102" ), QString( "東京都中央区" ) );
  QCOMPARE( places.fullName( "13" ), QString( "東京都" ) );
  int cities = 0;
  for ( const CaMunicipality &municipality : places.municipalities() )
    cities += !places.wards( municipality.code ).isEmpty();
  QCOMPARE( cities, 21 ); // 20 designated cities, and the special wards
}

QTEST_GUILESS_MAIN( TestCaCodes )
#include "testcacodes.moc"
