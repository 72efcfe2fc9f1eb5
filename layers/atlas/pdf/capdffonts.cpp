// SPDX-License-Identifier: GPL-2.0-or-later
#include "capdffonts.h"

#include "capdfpage.h"
#include "capdfruns.h"
#include "capdftypeface.h"

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>

#include <map>
#include <optional>
#include <set>
#include <tuple>

namespace
{

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
    CaPdfTypeface *typeface = nullptr;
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
    const std::optional<CaPdfSubset> subset = mKept.count( font.getObjGen() ) > 0 ? std::nullopt : CaPdfSubset::read( font );
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
    for ( const std::unique_ptr<CaPdfTypeface> &typeface : mTypefaces )
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

  CaPdfTypeface *typefaceOf( const CaPdfSubset &subset )
  {
    CaPdfTypeface *&typeface = mByKey[subset.key];
    if ( !typeface || !typeface->hasRoomFor( subset ) )
    {
      mTypefaces.push_back( std::make_unique<CaPdfTypeface>( mPdf.makeIndirectObject( QPDFObjectHandle::newDictionary() ), subset ) );
      typeface = mTypefaces.back().get();
    }
    return typeface;
  }

  //! Says what the text of a font means that stays.
  void mendText( QPDFObjectHandle font )
  {
    const CaPdfText::Codes text = CaPdfSubset::meaning( font );
    if ( !text.isEmpty() )
      font.replaceKey( "/ToUnicode", mPdf.newStream( CaPdfText::written( text ).toStdString() ) );
  }

  QPDF &mPdf;
  std::set<QPDFObjGen> mKept;
  std::map<QPDFObjGen, Merged> mMerged;
  std::map<std::string, CaPdfTypeface *> mByKey;
  std::vector<std::unique_ptr<CaPdfTypeface>> mTypefaces;
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
