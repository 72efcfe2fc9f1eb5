// SPDX-License-Identifier: GPL-2.0-or-later
#include "cainsetcorners.h"
#include "camapframes.h"
#include "catest.h"
#include "shippedboundaries.h"

#include <QTest>

class TestCaInsetCorners : public QObject
{
  Q_OBJECT

private slots:
  void initTestCase();

  void leastLandIsHidden_data();
  void leastLandIsHidden();
  void ownLandCountsBeforeOther();
  void noTwoShareACorner();
  void insetOfTokyoLiesInTheSea();

private:
  //! A box of \a width by \a height km with its south-west corner \a east and \a north km from 138 E, 36 N.
  static QgsGeometry box( double east, double north, double width, double height );
  static QVector<CaMapFrame> framesOf( const QVector<QgsGeometry> &own, const QVector<QgsGeometry> &other = {} );

  QMap<QString, QgsGeometry> mPrefectures;
};

namespace
{
constexpr double KM_PER_LAT = 110.95;
constexpr double KM_PER_LON = 90.1;
} // namespace

QgsGeometry TestCaInsetCorners::box( double east, double north, double width, double height )
{
  const double west = 138 + east / KM_PER_LON;
  const double south = 36 + north / KM_PER_LAT;
  return QgsGeometry::fromRect( QgsRectangle( west, south, west + width / KM_PER_LON, south + height / KM_PER_LAT ) );
}

QVector<CaMapFrame> TestCaInsetCorners::framesOf( const QVector<QgsGeometry> &own, const QVector<QgsGeometry> &other )
{
  QVector<CaMapFrame> frames = CaMapFrames::of( QgsGeometry::collectGeometry( own ), 1 );
  QString error;
  CaInsetCorners::choose( frames, own + other, &error );
  return error.isEmpty() ? frames : QVector<CaMapFrame>();
}

void TestCaInsetCorners::initTestCase()
{
  mPrefectures = shippedBoundaries( QStringLiteral( "prefectures" ), QStringLiteral( "code" ) );
  QCOMPARE( mPrefectures.size(), 47 );
}

void TestCaInsetCorners::leastLandIsHidden_data()
{
  QTest::addColumn<QVector<QgsGeometry>>( "other" );
  QTest::addColumn<QString>( "corner" );
  // The island is far in the south-east of a cross of land, all corners of which are sea.
  QTest::newRow( "sea: nearest to the island" ) << QVector<QgsGeometry>() << "SE";
  QTest::newRow( "land in the south-east" ) << QVector<QgsGeometry>{ box( 55, -80, 60, 100 ) } << "SW";
  QTest::newRow( "land in the south" ) << QVector<QgsGeometry>{ box( -80, -80, 260, 90 ) } << "NE";
  QTest::newRow( "less land in the north-west" )
      << QVector<QgsGeometry>{ box( -80, -80, 260, 90 ), box( 55, 70, 200, 90 ), box( -60, 120, 50, 20 ) } << "NW";
}

void TestCaInsetCorners::leastLandIsHidden()
{
  QFETCH( QVector<QgsGeometry>, other );
  QFETCH( QString, corner );
  const QVector<QgsGeometry> own{ box( 40, 0, 20, 100 ), box( 0, 40, 100, 20 ), box( 500, -500, 20, 20 ) };
  const QVector<CaMapFrame> frames = framesOf( own, other );
  QCOMPARE( frames.size(), 2 );
  QCOMPARE( frames.at( 0 ).corner, QString() );
  QCOMPARE( frames.at( 1 ).corner, corner );
}

void TestCaInsetCorners::ownLandCountsBeforeOther()
{
  // A little own land in the south-east; much of others' in the other corners.
  const QVector<QgsGeometry> own{ box( 40, 0, 20, 100 ), box( 0, 40, 100, 20 ), box( 92, 8, 8, 8 ), box( 500, -500, 20, 20 ) };
  const QVector<QgsGeometry> other{ box( -80, -80, 118, 110 ), box( -80, 70, 118, 90 ), box( 62, 70, 200, 90 ) };
  const QVector<CaMapFrame> frames = framesOf( own, other );
  QCOMPARE( frames.size(), 2 );
  QVERIFY2( frames.at( 1 ).corner != QLatin1String( "SE" ), qPrintable( frames.at( 1 ).corner ) );
}

void TestCaInsetCorners::noTwoShareACorner()
{
  QVector<QgsGeometry> own{ box( 40, 0, 20, 100 ), box( 0, 40, 100, 20 ) };
  for ( int i = 0; i < 5; ++i )
    own << box( 600 + i * 400, -600, 20 + i, 20 );
  const QVector<CaMapFrame> frames = framesOf( own );
  QStringList corners;
  for ( int i = 1; i < frames.size(); ++i )
    corners << frames.at( i ).corner;
  QCOMPARE( corners.size(), 5 );
  QCOMPARE( corners.takeLast(), QString() ); // there are four
  corners.sort();
  QCOMPARE( corners, QStringList( { "NE", "NW", "SE", "SW" } ) );
}

void TestCaInsetCorners::insetOfTokyoLiesInTheSea()
{
  // Saitama, Chiba, Tokyo, Kanagawa: land in the north and west, the Pacific in the south and east.
  const QVector<QgsGeometry> own{ mPrefectures.value( "11" ), mPrefectures.value( "12" ), mPrefectures.value( "13" ),
                                  mPrefectures.value( "14" ) };
  const QVector<CaMapFrame> frames = framesOf( own, mPrefectures.values().toVector() );
  QCOMPARE( frames.size(), 3 );
  QCOMPARE( frames.at( 1 ).corner, QStringLiteral( "SE" ) ); // Ogasawara
  QCOMPARE( frames.at( 2 ).corner, QStringLiteral( "SW" ) ); // Hachijo
}

CA_TEST_MAIN( TestCaInsetCorners )
#include "testcainsetcorners.moc"
