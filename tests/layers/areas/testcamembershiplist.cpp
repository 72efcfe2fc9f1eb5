// SPDX-License-Identifier: GPL-2.0-or-later
#include "caboundaries.h"
#include "camembershiplist.h"
#include "catest.h"
#include "smallboundaries.h"

#include <QTemporaryDir>

//! Lists picked on the map, their undo, and their CSV.
class TestCaMembershipList : public QObject
{
  Q_OBJECT

private slots:
  void initTestCase();
  void badFilesAreNamed_data();
  void badFilesAreNamed();
  void badListsAreNotSaved();
  void fileChangedByOthersIsNotOverwritten();
  void wordsAndOtherColumnsAreNotLostSilently();
  void togglesInAndOut();
  void wholesAreReplacedByTheirParts_data();
  void wholesAreReplacedByTheirParts();
  void wholeTakesThePlaceOfItsParts();
  void undoAndRedo();
  void changedIsWhatIsNotSaved();
  void roundTripIsReadableInReview();
  void severalAreas();

private:
  QString file( const QString &name ) const { return mFolder.filePath( name ); }
  QString write( const QString &name, const QByteArray &bytes ) const
  {
    QFile out( file( name ) );
    return out.open( QIODevice::WriteOnly ) && out.write( bytes ) == bytes.size() ? out.fileName() : QString();
  }
  QByteArray read( const QString &name ) const
  {
    QFile in( file( name ) );
    return in.open( QIODevice::ReadOnly ) ? in.readAll() : QByteArray();
  }
  static QStringList codes( const CaMembershipList &list )
  {
    QStringList codes;
    for ( const CaAreaMember &member : list.area().members )
      codes << member.code;
    codes.sort();
    return codes;
  }

  QTemporaryDir mFolder;
  std::shared_ptr<const CaBoundaries> mBoundaries;
};

void TestCaMembershipList::initTestCase()
{
  QVERIFY( writeSmallBoundaries( file( "N03.geojson" ), "GeoJSON", smallPlaces() ) );
  CaBoundaryOptions options;
  options.prefectures = { { QStringLiteral( "東京都" ), QStringLiteral( "13" ) },
                          { QStringLiteral( "神奈川県" ), QStringLiteral( "14" ) } };
  QString error;
  mBoundaries = CaBoundaries::read( file( "N03.geojson" ), options, &error );
  QVERIFY2( mBoundaries, qPrintable( error ) );
}

void TestCaMembershipList::badFilesAreNamed_data()
{
  QTest::addColumn<QByteArray>( "bytes" );
  QTest::addColumn<QString>( "said" );
  QTest::newRow( "missing" ) << QByteArray() << "missing.csv";
  QTest::newRow( "no columns" ) << QByteArray( "a,b\n1,2\n" ) << "area_code";
  QTest::newRow( "no area" ) << QByteArray( "area_code,jis_code\n" ) << "no area";
  QTest::newRow( "no code" ) << QByteArray( "area_code,jis_code\nA,\n" ) << "Row 2";
  QTest::newRow( "wrong check digit" ) << QByteArray( "area_code,jis_code\nA,13201\nA,132011\n" ) << "Row 3";
  QTest::newRow( "wrong precision" ) << QByteArray( "area_code,jis_code,precision\nA,13,municipality\n" ) << "municipality";
  QTest::newRow( "no text" ) << QByteArray( "area_code,jis_code\nA,\xff\xff\xff\n" ) << "UTF-8";
}

void TestCaMembershipList::badFilesAreNamed()
{
  QFETCH( QByteArray, bytes );
  QFETCH( QString, said );
  const QString name = bytes.isEmpty() ? QStringLiteral( "missing.csv" ) : QStringLiteral( "bad.csv" );
  if ( !bytes.isEmpty() )
    QVERIFY( !write( name, bytes ).isEmpty() );
  QString error;
  QVERIFY( !CaMembershipList::open( file( name ), &error ) );
  QVERIFY2( error.contains( said ) && error.contains( name ), qPrintable( error ) );
}

void TestCaMembershipList::badListsAreNotSaved()
{
  CaMembershipList list;
  QString error;
  QVERIFY( !list.save( file( "empty.csv" ), &error ) );
  QVERIFY2( error.contains( "NEW_AREA" ), qPrintable( error ) );
  QVERIFY( !QFile::exists( file( "empty.csv" ) ) );
  list.add( { "13201" } );
  QVERIFY( !list.setName( " ", QString(), QString(), &error ) );
  QVERIFY( !error.isEmpty() );
  QVERIFY( !list.save( "/dev/null/list.csv", &error ) );
  QVERIFY2( error.contains( "/dev/null/list.csv" ), qPrintable( error ) );
  QVERIFY( list.isChanged() );
  QVERIFY( list.fileName().isEmpty() );
}

void TestCaMembershipList::fileChangedByOthersIsNotOverwritten()
{
  const QString name = write( "shared.csv", "area_code,jis_code\nA,13201\n" );
  QString error;
  std::optional<CaMembershipList> list = CaMembershipList::open( name, &error );
  QVERIFY2( list, qPrintable( error ) );
  list->add( { "13101" } );
  const QByteArray others = "area_code,jis_code\nA,13201\nA,14201\n";
  write( "shared.csv", others );
  QFile touched( name );
  QVERIFY( touched.open( QIODevice::ReadWrite ) );
  QVERIFY( touched.setFileTime( QDateTime::currentDateTime().addSecs( 5 ), QFileDevice::FileModificationTime ) );
  touched.close();
  QVERIFY( !list->save( name, &error ) );
  QVERIFY2( error.contains( name ), qPrintable( error ) );
  QCOMPARE( read( "shared.csv" ), others );
  QVERIFY2( list->save( file( "mine.csv" ), &error ), qPrintable( error ) );
}

void TestCaMembershipList::wordsAndOtherColumnsAreNotLostSilently()
{
  const QString name =
      write( "words.csv", "owner_kind,owner_code,jis_code,name_ja,precision,subregion_ja,basis,note,source,lat\n"
                          "subarea,TAMA,13,東京都多摩地域,subregion,東京都多摩地域,sourced,\"a, part\",TAMA-PURPOSE,35.7\n" );
  QString error;
  std::optional<CaMembershipList> list = CaMembershipList::open( name, &error );
  QVERIFY2( list, qPrintable( error ) );
  QCOMPARE( list->otherColumns(), QStringList{ "lat" } );
  QVERIFY( !list->contains( "13201" ) ); // a region in words is no prefecture
  list->toggle( "13", *mBoundaries );
  QVERIFY( list->contains( "13201" ) );
  list->toggle( "13", *mBoundaries );
  QVERIFY( !list->contains( "13201" ) );
  QCOMPARE( list->area().members.size(), 1 );
  QVERIFY2( list->save( file( "kept.csv" ), &error ), qPrintable( error ) );
  const QByteArray saved = read( "kept.csv" );
  QVERIFY2( saved.contains( "subarea,TAMA,,,13,東京都多摩地域,subregion,東京都多摩地域,sourced,\"a, part\",TAMA-PURPOSE\n" ),
            saved.constData() );
}

void TestCaMembershipList::togglesInAndOut()
{
  CaMembershipList list;
  list.setBasis( "inferred" );
  QVERIFY( list.toggle( "13201", *mBoundaries ).contains( "東京都八王子市" ) );
  QCOMPARE( codes( list ), QStringList{ "13201" } );
  QCOMPARE( list.area().members.constFirst().precision, QString( "municipality" ) );
  QCOMPARE( list.area().members.constFirst().basis, QString( "inferred" ) );
  QVERIFY( list.contains( "13201" ) && !list.contains( "13" ) && !list.contains( "13101" ) );
  list.toggle( "13201", *mBoundaries );
  QVERIFY( list.area().members.isEmpty() );
  list.add( { "13201", "13201", QString(), "13101" } );
  QCOMPARE( codes( list ), ( QStringList{ "13101", "13201" } ) );
  list.remove( QVector<int>{ 7 } );
  QCOMPARE( codes( list ).size(), 2 );
}

void TestCaMembershipList::wholesAreReplacedByTheirParts_data()
{
  QTest::addColumn<QString>( "whole" );
  QTest::addColumn<QString>( "part" );
  QTest::addColumn<QStringList>( "left" );
  QTest::newRow( "ward of a city" ) << "14100"
                                    << "14101" << QStringList{ "14102" };
  QTest::newRow( "municipality of a prefecture" ) << "13"
                                                  << "13201" << QStringList{ "13101", "13102" };
  QTest::newRow( "ward of a prefecture" ) << "14"
                                          << "14102" << QStringList{ "14101", "14131", "14201" };
}

void TestCaMembershipList::wholesAreReplacedByTheirParts()
{
  QFETCH( QString, whole );
  QFETCH( QString, part );
  QFETCH( QStringList, left );
  CaMembershipList list;
  list.add( { whole } );
  QVERIFY( list.contains( part ) );
  const QString said = list.toggle( part, *mBoundaries );
  QVERIFY2( said.contains( part ) && said.contains( whole ), qPrintable( said ) );
  QCOMPARE( codes( list ), left );
  QVERIFY( !list.contains( part ) );
  list.undo();
  QCOMPARE( codes( list ), QStringList{ whole } );
}

void TestCaMembershipList::wholeTakesThePlaceOfItsParts()
{
  CaMembershipList list;
  list.add( { "14101", "13201", "13101" } );
  list.add( { "13" } );
  QCOMPARE( codes( list ), ( QStringList{ "13", "14101" } ) );
  list.add( { "14100" } );
  QCOMPARE( codes( list ), ( QStringList{ "13", "14100" } ) );
  // What is in by its prefecture is not listed again.
  list.add( { "13102" } );
  QCOMPARE( codes( list ), ( QStringList{ "13", "14100" } ) );
}

void TestCaMembershipList::undoAndRedo()
{
  CaMembershipList list;
  QVERIFY( !list.canUndo() && !list.canRedo() );
  list.undo();
  list.redo();
  QString error;
  QList<QStringList> seen{ codes( list ) };
  for ( const char *code : { "13101", "13102", "13101", "14201" } )
  {
    list.toggle( code, *mBoundaries );
    seen << codes( list );
  }
  QVERIFY( list.setName( "X", "試案", QString(), &error ) );
  list.undo();
  QCOMPARE( list.area().code, QString( "NEW_AREA" ) );
  for ( int i = seen.size() - 2; i >= 0; --i )
  {
    list.undo();
    QCOMPARE( codes( list ), seen.at( i ) );
  }
  QVERIFY( !list.canUndo() );
  for ( int i = 1; i < seen.size(); ++i )
  {
    list.redo();
    QCOMPARE( codes( list ), seen.at( i ) );
  }
  list.redo();
  QCOMPARE( list.area().nameJa, QString( "試案" ) );
  QVERIFY( !list.canRedo() );
  list.undo();
  list.toggle( "14101", *mBoundaries );
  QVERIFY( !list.canRedo() ); // another way was taken
}

void TestCaMembershipList::changedIsWhatIsNotSaved()
{
  CaMembershipList list;
  QString error;
  QVERIFY( !list.isChanged() );
  list.add( { "13101" } );
  list.add( { "13102" } );
  QVERIFY( list.isChanged() );
  QVERIFY2( list.save( file( "changed.csv" ), &error ), qPrintable( error ) );
  QVERIFY( !list.isChanged() );
  list.undo();
  QVERIFY( list.isChanged() );
  list.redo();
  QVERIFY( !list.isChanged() );
  list.undo();
  list.add( { "14201" } ); // as many steps, another list
  QVERIFY( list.isChanged() );
}

void TestCaMembershipList::roundTripIsReadableInReview()
{
  CaMembershipList list;
  QString error;
  QVERIFY( list.setName( "WHAT_IF", "試案, \"仮\"", "What if", &error ) );
  list.add( { "14201", "13201" } );
  QVERIFY2( list.save( file( "plan.csv" ), &error ), qPrintable( error ) );
  const QList<QByteArray> first = read( "plan.csv" ).split( '\n' );
  QCOMPARE( first.constFirst(),
            QByteArray( "area_kind,area_code,area_name_ja,area_name_en,jis_code,name,precision,subregion,basis,note,source" ) );
  QCOMPARE( first.at( 1 ), QByteArray( "area,WHAT_IF,\"試案, \"\"仮\"\"\",What if,13201,東京都八王子市,municipality,,judgement,," ) );
  std::optional<CaMembershipList> again = CaMembershipList::open( file( "plan.csv" ), &error );
  QVERIFY2( again, qPrintable( error ) );
  QVERIFY( again->otherColumns().isEmpty() );
  QCOMPARE( again->area().nameJa, QString( "試案, \"仮\"" ) );
  QCOMPARE( codes( *again ), codes( list ) );
  // One place more is one line more, wherever it was clicked.
  again->toggle( "13101", *mBoundaries );
  QVERIFY2( again->save( file( "plan.csv" ), &error ), qPrintable( error ) );
  QList<QByteArray> second = read( "plan.csv" ).split( '\n' );
  QCOMPARE( second.size(), first.size() + 1 );
  QVERIFY( second.at( 1 ).contains( "13101" ) );
  second.removeAt( 1 );
  QCOMPARE( second, first );
  // No leavings beside it.
  QCOMPARE( QDir( mFolder.path() ).entryList( { "*plan*" }, QDir::Files | QDir::Hidden ), QStringList{ "plan.csv" } );
}

void TestCaMembershipList::severalAreas()
{
  CaMembershipList list;
  QString error;
  list.add( { "13201" } );
  list.addArea();
  QCOMPARE( list.current(), 1 );
  QVERIFY( !list.setName( "NEW_AREA", QString(), QString(), &error ) );
  QVERIFY2( error.contains( "NEW_AREA" ), qPrintable( error ) );
  QVERIFY( list.setName( "B", QString(), QString(), &error ) );
  list.add( { "13201", "14201" } );
  list.setCurrent( 0 );
  QCOMPARE( codes( list ), QStringList{ "13201" } );
  QVERIFY2( list.save( file( "two.csv" ), &error ), qPrintable( error ) );
  QCOMPARE( read( "two.csv" ).count( '\n' ), 4 );
  list.removeArea();
  QCOMPARE( list.area().code, QString( "B" ) );
  list.removeArea();
  QCOMPARE( list.areas().size(), 1 );
  QVERIFY( list.area().members.isEmpty() );
  list.undo();
  list.undo();
  QCOMPARE( list.areas().size(), 2 );
}

CA_TEST_MAIN( TestCaMembershipList )
#include "testcamembershiplist.moc"
