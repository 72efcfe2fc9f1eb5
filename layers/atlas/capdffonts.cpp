// SPDX-License-Identifier: GPL-2.0-or-later
#include "capdffonts.h"

#include "capdfpage.h"
#include "capdfruns.h"
#include "capdftext.h"
#include "catruetype.h"

#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>

#include <QCryptographicHash>

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <tuple>

namespace
{

//! The most that a font can have: ids have two bytes.
constexpr int MOST_GLYPHS = 0xFFFF;

QByteArray bytes( QPDFObjectHandle stream )
{
  const std::shared_ptr<Buffer> data = stream.getStreamData();
  return { reinterpret_cast<const char *>( data->getBuffer() ), static_cast<int>( data->getSize() ) };
}

QPDFObjectHandle name( const std::string &text )
{
  return QPDFObjectHandle::newName( '/' + text );
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

//! A subset as Qt embeds it.
struct Subset
{
  CaTrueType font;
  std::vector<int> widths;
  CaPdfText::Codes text;
  QPDFObjectHandle descriptor;
  std::string typeface;
  //! What must be the same for fonts to become one.
  std::string key;
};

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

std::optional<Subset> subsetOf( QPDFObjectHandle font )
{
  QPDFObjectHandle descendant = trueTypeOf( font );
  if ( !descendant.isDictionary() || !descendant.getKey( "/FontDescriptor" ).isDictionary() )
    return std::nullopt;
  QPDFObjectHandle descriptor = descendant.getKey( "/FontDescriptor" ).shallowCopy();
  QPDFObjectHandle file = descriptor.getKey( "/FontFile2" );
  std::optional<CaTrueType> trueType = file.isStream() ? CaTrueType::parse( bytes( file ) ) : std::nullopt;
  if ( !trueType )
    return std::nullopt;
  Subset subset;
  subset.font = *trueType;
  subset.widths = widths( descendant, trueType->glyphs().size() );
  subset.text = meant( font, subset.widths );
  for ( const char *own : { "/FontName", "/FontFile2", "/CIDSet" } )
    descriptor.removeKey( own );
  subset.descriptor = descriptor;
  subset.typeface = withoutTag( font.getKey( "/BaseFont" ).getName() );
  subset.key = subset.typeface + ' ' + std::to_string( trueType->unitsPerEm() ) + ' ' + descriptor.unparseResolved();
  return subset;
}

//! A typeface: all glyphs of its subsets.
class Typeface
{
public:
  explicit Typeface( QPDFObjectHandle object, const Subset &first )
      : mObject( object )
      , mFont( first.font )
      , mDescriptor( first.descriptor )
      , mName( first.typeface )
  {
    mFont.clear();
  }

  //! The font in the PDF, filled by write().
  QPDFObjectHandle object() const { return mObject; }

  //! Adds the glyphs that are not there yet. \returns the glyph of each id of \a subset
  std::shared_ptr<const CaPdfRuns::Font> add( const Subset &subset )
  {
    auto font = std::make_shared<CaPdfRuns::Font>();
    for ( int id = 0; id < subset.font.glyphs().size(); ++id )
      font->push_back( glyph( subset, id ) );
    return font;
  }

  //! Returns true if \a subset may still be added.
  bool hasRoomFor( const Subset &subset ) const { return mFont.glyphs().size() + subset.font.glyphs().size() <= MOST_GLYPHS; }

  void write( QPDF &pdf )
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

private:
  CaPdfRuns::Glyph glyph( const Subset &subset, int id )
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

  //! Returns the six letters that mark a subset, the same for the same glyphs.
  static std::string tag( const QByteArray &file )
  {
    const QByteArray digest = QCryptographicHash::hash( file, QCryptographicHash::Sha256 );
    std::string letters;
    for ( int i = 0; i < 6; ++i )
      letters += static_cast<char>( 'A' + static_cast<unsigned char>( digest.at( i ) ) % 26 );
    return letters;
  }

  QPDFObjectHandle mObject;
  CaTrueType mFont;
  QPDFObjectHandle mDescriptor;
  std::string mName;
  std::map<std::tuple<QByteArray, quint16, qint16, int, QString>, int> mIds;
  std::vector<int> mWidths;
  CaPdfText::Codes mText;
};

//! The fonts of a PDF that can be merged, and into what.
class Typefaces
{
public:
  explicit Typefaces( QPDF &pdf )
      : mPdf( pdf )
  {
    keepFontsOfForms();
  }

  struct Merged
  {
    Typeface *typeface = nullptr;
    std::shared_ptr<const CaPdfRuns::Font> glyphs;
  };

  //! Returns what becomes of \a font: nothing if it stays.
  Merged merged( QPDFObjectHandle font )
  {
    if ( !font.isIndirect() )
      return {};
    const auto known = mMerged.find( font.getObjGen() );
    if ( known != mMerged.end() )
      return known->second;
    Merged &result = mMerged[font.getObjGen()];
    const std::optional<Subset> subset = mKept.count( font.getObjGen() ) > 0 ? std::nullopt : subsetOf( font );
    if ( subset )
    {
      result.typeface = typefaceOf( *subset );
      result.glyphs = result.typeface->add( *subset );
    }
    else
    {
      mendText( font );
    }
    return result;
  }

  void write()
  {
    for ( const std::unique_ptr<Typeface> &typeface : mTypefaces )
      typeface->write( mPdf );
  }

private:
  //! Forms and patterns have contents of their own, which are not rewritten.
  void keepFontsOfForms()
  {
    for ( QPDFObjectHandle &object : mPdf.getAllObjects() )
    {
      if ( !object.isStream() || !object.getDict().getKey( "/Resources" ).isDictionary() )
        continue;
      QPDFObjectHandle fonts = object.getDict().getKey( "/Resources" ).getKey( "/Font" );
      for ( const std::string &key : fonts.isDictionary() ? fonts.getKeys() : std::set<std::string>() )
        mKept.insert( fonts.getKey( key ).getObjGen() );
    }
  }

  Typeface *typefaceOf( const Subset &subset )
  {
    Typeface *&typeface = mByKey[subset.key];
    if ( !typeface || !typeface->hasRoomFor( subset ) )
    {
      mTypefaces.push_back( std::make_unique<Typeface>( mPdf.makeIndirectObject( QPDFObjectHandle::newDictionary() ), subset ) );
      typeface = mTypefaces.back().get();
    }
    return typeface;
  }

  //! Says what the text of a font means that stays.
  void mendText( QPDFObjectHandle font )
  {
    QPDFObjectHandle descendant = trueTypeOf( font );
    if ( descendant.isDictionary() && font.getKey( "/ToUnicode" ).isStream() )
      font.replaceKey( "/ToUnicode",
                       mPdf.newStream( CaPdfText::written( meant( font, widths( descendant, MOST_GLYPHS ) ) ).toStdString() ) );
  }

  QPDF &mPdf;
  std::set<QPDFObjGen> mKept;
  std::map<QPDFObjGen, Merged> mMerged;
  std::map<std::string, Typeface *> mByKey;
  std::vector<std::unique_ptr<Typeface>> mTypefaces;
};

QPDFObjectHandle fontsOf( QPDFPageObjectHelper &page )
{
  QPDFObjectHandle resources = page.getAttribute( "/Resources", false );
  return resources.isDictionary() ? resources.getKey( "/Font" ) : QPDFObjectHandle::newNull();
}

//! Has the text of a page rewritten while it is written.
void rewrite( QPDFPageObjectHelper &page, const std::unordered_map<std::string, std::shared_ptr<const CaPdfRuns::Font>> &fonts )
{
  if ( !CaPdfPage::isFinished( page.getObjectHandle() ) )
  {
    page.addContentTokenFilter( std::make_shared<CaPdfRuns>( fonts ) );
    return;
  }
  // The larger part of a page is lines: it need not even be unpacked.
  for ( QPDFObjectHandle &part : CaPdfPage::textParts( page.getObjectHandle() ) )
    part.addTokenFilter( std::make_shared<CaPdfRuns>( fonts ) );
}

} // namespace

void CaPdfFonts::merge( QPDF &pdf )
{
  Typefaces typefaces( pdf );
  std::vector<QPDFPageObjectHelper> pages = QPDFPageDocumentHelper( pdf ).getAllPages();
  // Fonts are replaced when all pages have been seen: pages of one file share the list of them.
  std::vector<std::tuple<QPDFObjectHandle, std::string, QPDFObjectHandle>> replaced;
  for ( QPDFPageObjectHelper &page : pages )
  {
    QPDFObjectHandle fonts = fontsOf( page );
    std::unordered_map<std::string, std::shared_ptr<const CaPdfRuns::Font>> merged;
    for ( const std::string &key : fonts.isDictionary() ? fonts.getKeys() : std::set<std::string>() )
    {
      const Typefaces::Merged font = typefaces.merged( fonts.getKey( key ) );
      if ( !font.typeface )
        continue;
      merged.emplace( key, font.glyphs );
      replaced.emplace_back( fonts, key, font.typeface->object() );
    }
    if ( !merged.empty() )
      rewrite( page, merged );
  }
  for ( auto &[fonts, key, font] : replaced )
    fonts.replaceKey( key, font );
  typefaces.write();
}
