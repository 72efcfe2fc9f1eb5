// SPDX-License-Identifier: GPL-2.0-or-later
#include "catest.h"
#include "catruetype.h"
#include "pdftools.h"

#include <QPainterPath>
#include <QRawFont>
#include <QtEndian>

#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>

//! Fonts as Qt embeds them, whole and broken.
class TestCaTrueType : public QObject
{
  Q_OBJECT

private slots:
  void initTestCase();
  void otherFilesAreNone_data();
  void otherFilesAreNone();
  void cutOffFilesAreNone();
  void brokenBytesAreSurvived();
  void readsWhatItWrites();
  void drawsTheSame();

private:
  QTemporaryDir mFolder;
  //! The first font that Qt embeds for a text.
  QByteArray mFile;
};

void TestCaTrueType::initTestCase()
{
  QVERIFY( mFolder.isValid() );
  const QString pdf = PdfTools::print( mFolder.filePath( QStringLiteral( "page.pdf" ) ),
                                       []( QPainter &painter )
                                       {
                                         painter.setFont( PdfTools::font( 50 ) );
                                         painter.drawText( 300, 300, QStringLiteral( "関西 Kansai" ) );
                                       } );
  QPDF file;
  file.processFile( QFile::encodeName( pdf ).constData() );
  for ( QPDFObjectHandle &object : file.getAllObjects() )
  {
    if ( !object.isDictionary() || !object.hasKey( "/FontFile2" ) )
      continue;
    const std::shared_ptr<Buffer> data = object.getKey( "/FontFile2" ).getStreamData();
    mFile = QByteArray( reinterpret_cast<const char *>( data->getBuffer() ), static_cast<int>( data->getSize() ) );
  }
  QVERIFY( !mFile.isEmpty() );
}

void TestCaTrueType::otherFilesAreNone_data()
{
  QTest::addColumn<QByteArray>( "file" );
  QTest::newRow( "empty" ) << QByteArray();
  QTest::newRow( "text" ) << QByteArray( "no font at all, but long enough" );
  QTest::newRow( "no tables" ) << QByteArray::fromHex( "000100000000000000000000" );
  QTest::newRow( "tables beyond its end" ) << QByteArray::fromHex( "00010000FFFF000000000000" );
  QByteArray instructions = mFile;
  QTest::newRow( "with instructions" ) << instructions.replace( "OS/2", "fpgm" );
  QByteArray openType = mFile;
  QTest::newRow( "OpenType with PostScript outlines" ) << openType.replace( 0, 4, "OTTO" );
}

void TestCaTrueType::otherFilesAreNone()
{
  QFETCH( QByteArray, file );
  QVERIFY( !CaTrueType::parse( file ) );
}

void TestCaTrueType::cutOffFilesAreNone()
{
  // The last table is the name of the font: its end may be padding.
  for ( int size = 0; size < mFile.size() - 4; size += 7 )
    QVERIFY2( !CaTrueType::parse( mFile.left( size ) ), qPrintable( QString::number( size ) ) );
}

void TestCaTrueType::brokenBytesAreSurvived()
{
  // Every byte of the directory and of the tables, one at a time: whatever comes of it, nothing is read beyond the end.
  int read = 0;
  for ( int i = 0; i < mFile.size(); i += i < 200 ? 1 : 11 )
  {
    for ( const char value : { '\0', '\x7F', '\xFF' } )
    {
      QByteArray broken = mFile;
      broken[i] = value;
      const std::optional<CaTrueType> font = CaTrueType::parse( broken );
      if ( font )
        read += font->file().isEmpty() ? 0 : 1;
    }
  }
  QVERIFY( read > 0 );
}

void TestCaTrueType::readsWhatItWrites()
{
  const std::optional<CaTrueType> font = CaTrueType::parse( mFile );
  QVERIFY( font );
  QVERIFY( font->unitsPerEm() > 0 );
  QVERIFY2( font->glyphs().size() >= 9, qPrintable( QString::number( font->glyphs().size() ) ) ); // .notdef, 関 西 K a n s i and a space
  const QByteArray written = font->file();
  const std::optional<CaTrueType> again = CaTrueType::parse( written );
  QVERIFY( again );
  QCOMPARE( again->glyphs().size(), font->glyphs().size() );
  QCOMPARE( again->file(), written );
  // The sum over the whole file is given.
  quint32 sum = 0;
  for ( int i = 0; i < written.size(); i += 4 )
    sum += qFromBigEndian<quint32>( written.constData() + i );
  QCOMPARE( sum, 0xB1B0AFBAU );
}

void TestCaTrueType::drawsTheSame()
{
  const std::optional<CaTrueType> font = CaTrueType::parse( mFile );
  QVERIFY( font );
  // Twice as many glyphs, in the other order.
  CaTrueType merged = *font;
  merged.clear();
  for ( int id = font->glyphs().size() - 1; id >= 0; --id )
    merged.add( font->glyphs().at( id ), *font );
  for ( const CaTrueType::Glyph &glyph : font->glyphs() )
    merged.add( glyph, *font );
  const QRawFont before( mFile, 200 );
  const QRawFont after( merged.file(), 200 );
  QVERIFY( before.isValid() && after.isValid() );
  const int count = font->glyphs().size();
  for ( int id = 0; id < count; ++id )
  {
    const QPainterPath path = before.pathForGlyph( static_cast<quint32>( id ) );
    QCOMPARE( after.pathForGlyph( static_cast<quint32>( count - 1 - id ) ), path );
    QCOMPARE( after.pathForGlyph( static_cast<quint32>( count + id ) ), path );
    const QVector<QPointF> widths = after.advancesForGlyphIndexes( { static_cast<quint32>( count + id ) } );
    QCOMPARE( widths, before.advancesForGlyphIndexes( { static_cast<quint32>( id ) } ) );
  }
  QVERIFY( !before.pathForGlyph( 1 ).isEmpty() );
}

CA_TEST_MAIN( TestCaTrueType )
#include "testcatruetype.moc"
