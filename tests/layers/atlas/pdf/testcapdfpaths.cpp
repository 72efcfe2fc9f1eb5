// SPDX-License-Identifier: GPL-2.0-or-later
#include "capdfbook.h"
#include "capdfpaths.h"
#include "catest.h"
#include "pdftools.h"

#include <qgsgeometry.h>

#include <QPainterPath>
#include <QRandomGenerator>
#include <QTransform>

#include <cmath>

namespace
{

QByteArray digits( double value )
{
  return QByteArray::number( value, 'f', 9 );
}

//! Returns the points of a content that has nothing but matrices and lines, on paper (mm).
QVector<QPointF> onPaper( const QByteArray &content )
{
  QVector<QPointF> points;
  QTransform matrix;
  QVector<QTransform> outer;
  QVector<double> numbers;
  for ( const QByteArray &word : content.simplified().split( ' ' ) )
  {
    bool isNumber = false;
    const double number = word.toDouble( &isNumber );
    if ( isNumber )
    {
      numbers.append( number );
      continue;
    }
    if ( word == "q" )
      outer.append( matrix );
    else if ( word == "Q" )
      matrix = outer.takeLast();
    else if ( word == "cm" )
      matrix = QTransform( numbers.at( 0 ), numbers.at( 1 ), numbers.at( 2 ), numbers.at( 3 ), numbers.at( 4 ), numbers.at( 5 ) ) * matrix;
    else if ( word == "m" || word == "l" )
      points.append( matrix.map( QPointF( numbers.at( 0 ), numbers.at( 1 ) ) ) * 25.4 / 72 );
    numbers.clear();
  }
  return points;
}

//! Draws areas with ragged outlines, as coasts are, hairlines, dots and dashes.
void drawCoasts( QPainter &painter )
{
  QRandomGenerator random( 1 );
  painter.setRenderHint( QPainter::Antialiasing );
  for ( int area = 0; area < 12; ++area )
  {
    QPainterPath path;
    const QPointF centre( 300 + area % 3 * 700, 300 + area / 3 * 700 );
    for ( int i = 0; i < 2000; ++i )
    {
      const double angle = i * 2 * M_PI / 2000;
      const double radius = 250 + random.bounded( 40.0 );
      const QPointF point = centre + QPointF( radius * std::cos( angle ), radius * std::sin( angle ) );
      i == 0 ? path.moveTo( point ) : path.lineTo( point );
    }
    path.closeSubpath();
    painter.setPen( QPen( Qt::black, 2 + area % 4 ) );
    painter.setBrush( QColor::fromHsv( area * 30, 80, 250 ) );
    painter.drawPath( path );
    painter.setPen( QPen( Qt::darkRed, 12, area % 2 == 0 ? Qt::SolidLine : Qt::DashLine, Qt::RoundCap ) );
    painter.drawLine( centre, centre + QPointF( area % 2 * 200.123456, 0 ) );
  }
}

} // namespace

//! What a user relies on: a smaller file that looks the same.
class TestCaPdfPaths : public QObject
{
  Q_OBJECT

private slots:
  void initTestCase() { QVERIFY( mFolder.isValid() ); }
  void contentIsTidied_data();
  void contentIsTidied();
  void tidyingAgainChangesNothing();
  void nothingMovesOnPaper();
  void lineStaysWithItsPoints();
  void pageLooksTheSame();
  void whatIsNoLineStays();

private:
  QTemporaryDir mFolder;
};

void TestCaPdfPaths::contentIsTidied_data()
{
  QTest::addColumn<QByteArray>( "content" );
  QTest::addColumn<QByteArray>( "tidied" );
  const auto row = []( const char *name, const QByteArray &content, const QByteArray &tidied )
  {
    QTest::newRow( name ) << content << tidied;
  };
  row( "nothing", "", "" );
  row( "operands without an operator", "1 2 3", "" );
  row( "Q without q", "Q 0 0 m 1.239 1 l S", "Q\n0 0 m\n1.24 1 l\nS\n" );
  row( "operands that are no numbers", "(a) /b l", "(a) /b l\n" );
  row( "too few operands", "1.50 l 0 0 m", "1.5 l\n0 0 m\n" );
  row( "broken matrix", "0 0 0 0 0 0 cm 1.123456789 0 m 2 0 l S", "0 0 0 0 0 0 cm\n1.123456789 0 m\n2 0 l\nS\n" );
  row( "number beyond all paper", "0 0 m 99999999999999999999.10 1 l S", "0 0 m\n99999999999999999999.1 1 l\nS\n" );
  row( "300 dpi", "0.240000000 0 0 -0.240000000 0 595 cm 0 0 m 10.06 -20.04 l S", "0.24 0 0 -0.24 0 595 cm\n0 0 m\n10.1 -20 l\nS\n" );
  row( "scaled", "q 100 0 0 100 0 0 cm 0.123456 0 m 0.5 0.5 l S Q 0.123456 0.5 m 1 1 l S",
       "q\n100 0 0 100 0 0 cm\n0.1235 0 m\n0.5 0.5 l\nS\nQ\n0.12 0.5 m\n1 1 l\nS\n" );
  row( "no negative zero", "0 0 m -0.001 5 l -0.0000 -1.0 l S", "0 0 m\n0 5 l\n0 -1 l\nS\n" );
  row( "points that fall together", "0 0 m 5 5 l 5.001 5.002 l 5.003 5 l 9 1 l h f", "0 0 m\n5 5 l\n9 1 l\nh\nf\n" );
  row( "points of a straight line", "0 0 m 1 0 l 2 0.03 l 3 0 l 3 5 l S", "0 0 m\n3 0 l\n3 5 l\nS\n" );
  row( "point beside a line", "0 0 m 1 0 l 2 0.2 l 3 0 l S", "0 0 m\n1 0 l\n2 0.2 l\n3 0 l\nS\n" );
  row( "line that turns back", "0 0 m 3 0 l 1 0 l S", "0 0 m\n3 0 l\n1 0 l\nS\n" );
  row( "straight line before a curve", "0 0 m 1 0 l 2 0 l 2 0 3 0 3 1 c S", "0 0 m\n2 0 l\n2 0 3 0 3 1 c\nS\n" );
  row( "shape without a point", "h f 1 1 m 2 2 l h S h f", "f\n1 1 m\n2 2 l\nh\nS\nf\n" );
  row( "rectangle that is closed", "0 0 1 1 re h f", "0 0 1 1 re\nh\nf\n" );
  row( "dot", "5.01 5.01 m 5.012 5.011 l S", "5.01 5.01 m\n5.01 5.01 l\nS\n" );
  row( "two dots", "1 1 m 1 1 l 2 2 m 2 2 l S", "1 1 m\n1 1 l\n2 2 m\n2 2 l\nS\n" );
  row( "closed dot", "1 1 m 1 1 l 1 1 l h S", "1 1 m\n1 1 l\nh\nS\n" );
  row( "line that begins as a dot", "1 1 m 1 1 l 3 1 l S", "1 1 m\n3 1 l\nS\n" );
  row( "point alone", "1 1 m S", "1 1 m\nS\n" );
  row( "line on from a closed part", "0 0 m 4 0 l 4 4 l h 0 0 l 8 8 l S", "0 0 m\n4 0 l\n4 4 l\nh\n8 8 l\nS\n" );
  row( "curve", "0 0 m 1.006 1 2.004 2 3.999 3 c 3.999 3 l S", "0 0 m\n1.01 1 2 2 4 3 c\nS\n" );
  row( "neighbours", "0 0 1.006 1 re 1.006 0 1.006 1 re f", "0 0 1.01 1 re\n1.01 0 1 1 re\nf\n" );
  row( "thin rectangle", "0 0 0.00100 50 re f", "0 0 0.001 50 re\nf\n" );
  row( "clip", "0 0 m 9.999 0 l 9.999 9.999 l h W* n", "0 0 m\n10 0 l\n10 10 l\nh\nW*\nn\n" );
  row( "width and dashes", "0.944881889 w [0.123456 3.000]0.001230 d", "0.944881889 w\n[ 0.123456 3 ] 0.00123 d\n" );
  row( "colours", "/CSp cs 0.901960784 0.9333333 1 scn 0.5 0.5 0.5 SCN /P1 scn",
       "/CSp cs\n0.902 0.9333 1 scn\n0.5 0.5 0.5 SCN\n/P1 scn\n" );
  row( "text", "BT /F7 33 Tf 1 0 0 -1 0 0 Tm 28.6718750 0 Td (a\\)b)Tj [<0001>-1.50(c)] TJ ET",
       "BT\n/F7 33 Tf\n1 0 0 -1 0 0 Tm\n28.671875 0 Td\n(a\\)b) Tj\n[ <0001> -1.5 (c) ] TJ\nET\n" );
  row( "numbers of all kinds", "+5 -.5 m 5. -0.0 l 1e5 2 l\t1\f2 l\r3 4 l", "5 -0.5 m\n5 0 l\n1e5\n2 l\n1 2 l\n3 4 l\n" );
  row( "words that begin like a line", "0 0 m 1 2 lx 1 2 l% 3 4 l\n5 6 l[1] 2 l", "0 0 m\n1 2 lx\n1 2 l\n5 6 l\n[ 1 ] 2 l\n" );
  row( "comment", "0 0 m % 5 5 l\n9 9 l S", "0 0 m\n9 9 l\nS\n" );
  row( "inline image", "BI /W 1 /H 1 /BPC 8 /CS /G ID 1.0\nEI q", "BI /W 1 /H 1 /BPC 8 /CS /G ID 1.0\nEI\nq\n" );
}

void TestCaPdfPaths::contentIsTidied()
{
  QFETCH( QByteArray, content );
  QFETCH( QByteArray, tidied );
  QByteArray result = CaPdfPaths::tidied( content );
  // An image inside the text is bytes to the last: whether its words stand in one line before is of no matter.
  if ( content.startsWith( "BI" ) )
    result.replace( "BI\n", "BI " ).replace( "ID\n", "ID " );
  QCOMPARE( result, tidied );
  // With an image within, the content is read by QPDF alone: the rest comes out as it does by the shorter way.
  if ( tidied.endsWith( '\n' ) && !tidied.contains( "ID" ) )
    QVERIFY( CaPdfPaths::tidied( content + "\nBI /W 1 ID x\nEI" ).startsWith( tidied ) );
}

void TestCaPdfPaths::tidyingAgainChangesNothing()
{
  const QByteArray once =
      CaPdfPaths::tidied( "0.24 0 0 -0.24 0 595 cm q 11.8047619 0 0 11.8047619 212.48 306.9 cm 0.123456 5.987654 m 7 8 l S Q "
                          "1 1 m 1 1 l S 0 0 1.06 7.77 re f" );
  QVERIFY( !once.isEmpty() );
  QCOMPARE( CaPdfPaths::tidied( once ), once );
}

void TestCaPdfPaths::nothingMovesOnPaper()
{
  QRandomGenerator random( 7 );
  const auto between = [&random]( double from, double to )
  {
    return from + random.bounded( to - from );
  };
  QByteArray content;
  for ( int shape = 0; shape < 300; ++shape )
  {
    content += "q\n";
    for ( int depth = 0; depth < 1 + shape % 3; ++depth )
    {
      // From a thousandth to a thousand times, turned and sheared.
      QTransform matrix;
      matrix.rotate( between( 0, 360 ) )
          .shear( between( -1, 1 ), 0 )
          .scale( std::pow( 10, between( -1.5, 1.5 ) ), std::pow( 10, between( -1.5, 1.5 ) ) );
      content += digits( matrix.m11() ) + ' ' + digits( matrix.m12() ) + ' ' + digits( matrix.m21() ) + ' ' + digits( matrix.m22() ) + ' ' +
                 digits( between( 0, 500 ) ) + ' ' + digits( between( 0, 500 ) ) + " cm\n";
    }
    // Steps of at least one: no point falls on the one before, so that points can be compared one by one.
    double x = between( -100, 100 );
    for ( int i = 0; i < 5; ++i, x += between( 1000, 2000 ) )
      content += digits( x ) + ' ' + digits( between( -1000, 1000 ) ) + ( i == 0 ? " m\n" : " l\n" );
    content += "S\nQ\n";
  }
  const QVector<QPointF> before = onPaper( content );
  const QVector<QPointF> after = onPaper( CaPdfPaths::tidied( content ) );
  QCOMPARE( after.size(), before.size() );
  double most = 0;
  for ( int i = 0; i < before.size(); ++i )
    most = std::max( { most, std::abs( before.at( i ).x() - after.at( i ).x() ), std::abs( before.at( i ).y() - after.at( i ).y() ) } );
  QVERIFY2( most <= CaPdfPaths::TOLERANCE + 1e-6, qPrintable( QString::number( most ) ) );
  QVERIFY2( most > CaPdfPaths::TOLERANCE / 20, qPrintable( QString::number( most ) ) ); // and no digit is kept for nothing
}

void TestCaPdfPaths::lineStaysWithItsPoints()
{
  // A coast: small steps in directions that change a little, and a sharp corner at times.
  QRandomGenerator random( 11 );
  QByteArray content;
  double direction = 0;
  double x = 300;
  double y = 400;
  for ( int i = 0; i < 4000; ++i )
  {
    content += digits( x ) + ' ' + digits( y ) + ( i == 0 ? " m\n" : " l\n" );
    direction += i % 50 == 0 ? M_PI * random.generateDouble() : 0.3 * ( random.generateDouble() - 0.5 );
    const double step = 0.4 * random.generateDouble();
    x += step * std::cos( direction );
    y += step * std::sin( direction );
  }
  content += "S\n";
  const QVector<QPointF> before = onPaper( content );
  const QVector<QPointF> after = onPaper( CaPdfPaths::tidied( content ) );
  QVERIFY2( after.size() < before.size() * 3 / 4, qPrintable( QString::number( after.size() ) ) );
  const auto points = []( const QVector<QPointF> &line )
  {
    return QgsGeometry::fromPolylineXY( QgsPolylineXY( line.cbegin(), line.cend() ) );
  };
  const double most = points( before ).hausdorffDistance( points( after ) );
  QVERIFY2( most <= CaPdfPaths::STRAIGHTNESS + M_SQRT2 * CaPdfPaths::TOLERANCE + 1e-6, qPrintable( QString::number( most ) ) );
}

void TestCaPdfPaths::pageLooksTheSame()
{
  if ( !PdfTools::areInstalled() )
    QSKIP( "poppler-utils or qpdf is not installed: the page was not looked at" );
  const QString page = PdfTools::print( mFolder.filePath( QStringLiteral( "coasts.pdf" ) ), drawCoasts );
  const QString book = mFolder.filePath( QStringLiteral( "book.pdf" ) );
  QString error;
  QCOMPARE( CaPdfBook::write( { page }, book, CaPdfInfo(), {}, {}, {}, &error ), 1 );
  QCOMPARE( PdfTools::complaints( book ), QString() );
  const qint64 before = QFile( page ).size();
  const qint64 after = QFile( book ).size();
  QVERIFY2( after * 2 <= before, qPrintable( QStringLiteral( "%1 -> %2 bytes" ).arg( before ).arg( after ) ) );
  const QImage one = PdfTools::picture( page, 1, 300 );
  const QImage other = PdfTools::picture( book, 1, 300 );
  // A pixel is 0.085 mm: a line that moves by 0.005 mm changes a pixel at its edge by a few levels.
  const double seen = PdfTools::difference( one, other, 64 );
  QVERIFY2( seen < 0.0001, qPrintable( QString::number( seen ) ) );
  const double measured = PdfTools::difference( one, other, 24 );
  QVERIFY2( measured < 0.005, qPrintable( QString::number( measured ) ) );
}

void TestCaPdfPaths::whatIsNoLineStays()
{
  if ( !PdfTools::areInstalled() )
    QSKIP( "poppler-utils or qpdf is not installed: the page was not looked at" );
  // All kinds of things that QGIS draws by: opacity, gradients, hatches, pictures, clips.
  const auto draw = []( QPainter &painter )
  {
    QImage image( 60, 40, QImage::Format_ARGB32 );
    image.fill( QColor( 20, 120, 200, 120 ) );
    for ( int i = 0; i < 40; ++i )
      image.setPixelColor( i, i, Qt::red );
    painter.drawImage( QRectF( 200.123, 200.456, 600, 400 ), image );
    painter.setOpacity( 0.5 );
    painter.setBrush( Qt::darkGreen );
    painter.drawEllipse( QRectF( 700, 300, 500, 500 ) );
    painter.setOpacity( 1 );
    QLinearGradient gradient( 200, 900, 900, 1300 );
    gradient.setColorAt( 0, Qt::yellow );
    gradient.setColorAt( 1, QColor( 0, 0, 255, 60 ) );
    painter.fillRect( QRectF( 200, 900, 700, 400 ), gradient );
    painter.fillRect( QRectF( 1000, 900, 700, 400 ), QBrush( Qt::darkRed, Qt::BDiagPattern ) );
    painter.setClipPath(
        []
        {
          QPainterPath path;
          path.addEllipse( 300, 1500, 900, 600 );
          return path;
        }() );
    painter.setCompositionMode( QPainter::CompositionMode_Multiply );
    painter.fillRect( QRectF( 200, 1500, 700, 400 ), Qt::cyan );
    painter.drawText( 400, 1800, QStringLiteral( "text in a clip" ) );
  };
  const QString page = PdfTools::print( mFolder.filePath( QStringLiteral( "kinds.pdf" ) ), draw );
  const QString book = mFolder.filePath( QStringLiteral( "book.pdf" ) );
  QString error;
  QCOMPARE( CaPdfBook::write( { page }, book, CaPdfInfo(), {}, {}, {}, &error ), 1 );
  QCOMPARE( PdfTools::complaints( book ), QString() );
  const double seen = PdfTools::difference( PdfTools::picture( page, 1, 150 ), PdfTools::picture( book, 1, 150 ), 64 );
  QVERIFY2( seen < 0.0001, qPrintable( QString::number( seen ) ) );
}

CA_TEST_MAIN( TestCaPdfPaths )
#include "testcapdfpaths.moc"
