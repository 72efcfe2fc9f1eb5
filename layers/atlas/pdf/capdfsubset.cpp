// SPDX-License-Identifier: GPL-2.0-or-later
#include "capdfsubset.h"

#include <qpdf/Buffer.hh>

#include <algorithm>
#include <cmath>
#include <memory>

namespace
{

//! The most glyphs that a font with two-byte codes can have.
constexpr int MOST_GLYPHS = 0xFFFF;

QByteArray bytes( QPDFObjectHandle stream )
{
  const std::shared_ptr<Buffer> data = stream.getStreamData();
  return { reinterpret_cast<const char *>( data->getBuffer() ), static_cast<int>( data->getSize() ) };
}

//! Returns the name of a typeface without the letters by which a subset is marked.
std::string withoutTag( const std::string &fontName )
{
  return fontName.size() > 8 && fontName[7] == '+' ? fontName.substr( 8 ) : fontName.substr( 1 );
}

//! Returns the widths of \a count glyphs (thousandths of the font's height).
std::vector<int> widths( QPDFObjectHandle font, int count )
{
  QPDFObjectHandle usual = font.getKey( "/DW" );
  std::vector<int> result( static_cast<std::size_t>( count ), usual.isInteger() ? usual.getIntValueAsInt() : 1000 );
  const auto set = [&result]( int id, QPDFObjectHandle width )
  {
    if ( id >= 0 && id < static_cast<int>( result.size() ) && width.isNumber() )
      result[static_cast<std::size_t>( id )] = static_cast<int>( std::lround( width.getNumericValue() ) );
  };
  QPDFObjectHandle list = font.getKey( "/W" );
  const int size = list.isArray() ? list.getArrayNItems() : 0;
  for ( int i = 0; i + 1 < size && list.getArrayItem( i ).isInteger(); )
  {
    const int first = list.getArrayItem( i ).getIntValueAsInt();
    QPDFObjectHandle next = list.getArrayItem( i + 1 );
    if ( next.isArray() )
    {
      for ( int k = 0; k < next.getArrayNItems(); ++k )
        set( first + k, next.getArrayItem( k ) );
      i += 2;
      continue;
    }
    if ( i + 2 >= size || !next.isInteger() )
      break;
    const int last = std::min( next.getIntValueAsInt(), count - 1 );
    for ( int id = first; id <= last; ++id )
      set( id, list.getArrayItem( i + 2 ) );
    i += 3;
  }
  return result;
}

CaPdfText::Codes meant( QPDFObjectHandle font, const std::vector<int> &widths )
{
  QPDFObjectHandle map = font.getKey( "/ToUnicode" );
  CaPdfText::Codes codes = map.isStream() ? CaPdfText::read( bytes( map ) ) : CaPdfText::Codes();
  for ( auto it = codes.begin(); it != codes.end(); ++it )
  {
    const auto code = static_cast<std::size_t>( it.key() );
    it.value() = CaPdfText::meant( it.value(), code < widths.size() && widths[code] >= 1000 );
  }
  return codes;
}

//! Returns the descendant of a font that has two-byte codes which are the ids of its glyphs, or null if \a font is another.
QPDFObjectHandle trueTypeOf( QPDFObjectHandle font )
{
  QPDFObjectHandle none = QPDFObjectHandle::newNull();
  if ( !font.isDictionaryOfType( "/Font", "/Type0" ) || !font.getKey( "/Encoding" ).isNameAndEquals( "/Identity-H" ) ||
       !font.getKey( "/BaseFont" ).isName() || !font.getKey( "/DescendantFonts" ).isArray() ||
       font.getKey( "/DescendantFonts" ).getArrayNItems() != 1 )
    return none;
  QPDFObjectHandle descendant = font.getKey( "/DescendantFonts" ).getArrayItem( 0 );
  if ( !descendant.isDictionaryOfType( "/Font", "/CIDFontType2" ) || descendant.hasKey( "/W2" ) || descendant.hasKey( "/DW2" ) ||
       !( descendant.getKey( "/CIDToGIDMap" ).isNull() || descendant.getKey( "/CIDToGIDMap" ).isNameAndEquals( "/Identity" ) ) )
    return none;
  return descendant;
}

} // namespace

std::optional<CaPdfSubset> CaPdfSubset::read( QPDFObjectHandle font )
{
  QPDFObjectHandle descendant = trueTypeOf( font );
  if ( !descendant.isDictionary() || !descendant.getKey( "/FontDescriptor" ).isDictionary() )
    return std::nullopt;
  QPDFObjectHandle descriptor = descendant.getKey( "/FontDescriptor" ).shallowCopy();
  QPDFObjectHandle file = descriptor.getKey( "/FontFile2" );
  std::optional<CaTrueType> trueType = file.isStream() ? CaTrueType::parse( bytes( file ) ) : std::nullopt;
  if ( !trueType )
    return std::nullopt;
  CaPdfSubset subset;
  subset.font = *trueType;
  subset.widths = ::widths( descendant, trueType->glyphs().size() );
  subset.text = meant( font, subset.widths );
  for ( const char *own : { "/FontName", "/FontFile2", "/CIDSet" } )
    descriptor.removeKey( own );
  subset.descriptor = descriptor;
  subset.typeface = withoutTag( font.getKey( "/BaseFont" ).getName() );
  subset.key = subset.typeface + ' ' + std::to_string( trueType->unitsPerEm() ) + ' ' + descriptor.unparseResolved();
  return subset;
}

CaPdfText::Codes CaPdfSubset::meaning( QPDFObjectHandle font )
{
  QPDFObjectHandle descendant = trueTypeOf( font );
  return descendant.isDictionary() ? meant( font, ::widths( descendant, MOST_GLYPHS ) ) : CaPdfText::Codes();
}
