// SPDX-License-Identifier: GPL-2.0-or-later
#include "capdftypeface.h"

#include <qpdf/QPDF.hh>

#include <QCryptographicHash>

namespace
{

//! The most that a font can have: ids have two bytes.
constexpr int MOST_GLYPHS = 0xFFFF;

QPDFObjectHandle name( const std::string &text )
{
  return QPDFObjectHandle::newName( '/' + text );
}

//! Returns the six letters that mark a subset, the same for the same glyphs.
std::string tag( const QByteArray &file )
{
  const QByteArray digest = QCryptographicHash::hash( file, QCryptographicHash::Sha256 );
  std::string letters;
  for ( int i = 0; i < 6; ++i )
    letters += static_cast<char>( 'A' + static_cast<unsigned char>( digest.at( i ) ) % 26 );
  return letters;
}

} // namespace

CaPdfTypeface::CaPdfTypeface( QPDFObjectHandle object, const CaPdfSubset &first )
    : mObject( object )
    , mFont( first.font )
    , mDescriptor( first.descriptor )
    , mName( first.typeface )
{
  mFont.clear();
}

bool CaPdfTypeface::hasRoomFor( const CaPdfSubset &subset ) const
{
  return mFont.glyphs().size() + subset.font.glyphs().size() <= MOST_GLYPHS;
}

std::shared_ptr<const CaPdfRuns::Font> CaPdfTypeface::add( const CaPdfSubset &subset )
{
  auto font = std::make_shared<CaPdfRuns::Font>();
  for ( int id = 0; id < subset.font.glyphs().size(); ++id )
    font->push_back( glyph( subset, id ) );
  return font;
}

void CaPdfTypeface::write( QPDF &pdf )
{
  const QByteArray file = mFont.file();
  QPDFObjectHandle fontName = name( tag( file ) + '+' + mName );

  QPDFObjectHandle stream = pdf.newStream( file.toStdString() );
  stream.getDict().replaceKey( "/Length1", QPDFObjectHandle::newInteger( file.size() ) );
  mDescriptor.replaceKey( "/FontName", fontName );
  mDescriptor.replaceKey( "/FontFile2", stream );

  QPDFObjectHandle descendant = QPDFObjectHandle::parse( "<< /Type /Font /Subtype /CIDFontType2 /CIDToGIDMap /Identity "
                                                         "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>" );
  descendant.replaceKey( "/BaseFont", fontName );
  descendant.replaceKey( "/FontDescriptor", pdf.makeIndirectObject( mDescriptor ) );
  QPDFObjectHandle list = QPDFObjectHandle::newArray();
  for ( const int width : mWidths )
    list.appendItem( QPDFObjectHandle::newInteger( width ) );
  descendant.replaceKey( "/W", QPDFObjectHandle::newArray( { QPDFObjectHandle::newInteger( 0 ), list } ) );

  mObject.replaceKey( "/Type", name( "Font" ) );
  mObject.replaceKey( "/Subtype", name( "Type0" ) );
  mObject.replaceKey( "/Encoding", name( "Identity-H" ) );
  mObject.replaceKey( "/BaseFont", fontName );
  mObject.replaceKey( "/DescendantFonts", QPDFObjectHandle::newArray( { pdf.makeIndirectObject( descendant ) } ) );
  mObject.replaceKey( "/ToUnicode", pdf.newStream( CaPdfText::written( mText ).toStdString() ) );
}

CaPdfRuns::Glyph CaPdfTypeface::glyph( const CaPdfSubset &subset, int id )
{
  const CaTrueType::Glyph &outline = subset.font.glyphs().at( id );
  const int width = subset.widths[static_cast<std::size_t>( id )];
  const QString text = subset.text.value( id );
  const auto found =
      mIds.emplace( std::make_tuple( outline.outline, outline.advance, outline.bearing, width, text ), mFont.glyphs().size() );
  if ( found.second )
  {
    mFont.add( outline, subset.font );
    mWidths.push_back( width );
    mText.insert( found.first->second, text );
  }
  return { found.first->second, width, text };
}
