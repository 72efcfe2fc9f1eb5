// SPDX-License-Identifier: GPL-2.0-or-later
#include "capdfstrings.h"

#include "capdftext.h"

#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFPageObjectHelper.hh>

#include <QTransform>

#include <map>
#include <string>
#include <vector>

namespace
{

//! Follows the content of a page: where text stands, and in which font.
class Reader : public QPDFObjectHandle::ParserCallbacks
{
public:
  explicit Reader( QPDFPageObjectHelper &page )
      : mBox( page.getMediaBox().getArrayAsRectangle() )
  {
    QPDFObjectHandle resources = page.getAttribute( "/Resources", false );
    mFonts = resources.isDictionary() ? resources.getKey( "/Font" ) : QPDFObjectHandle::newNull();
  }

  void handleObject( QPDFObjectHandle object ) override
  {
    if ( !object.isOperator() )
    {
      mOperands.push_back( object );
      return;
    }
    apply( object.getOperatorValue() );
    mOperands.clear();
  }

  void handleEOF() override { finishText(); }

  QVector<CaPdfString> strings() const { return mStrings; }

private:
  struct State
  {
    QTransform toPage;
    const CaPdfText::Codes *codes = nullptr;
  };

  void apply( const std::string &name )
  {
    if ( name == "q" )
      mOuter.push_back( mState );
    else if ( name == "Q" )
      restore();
    else if ( name == "cm" )
      mState.toPage = matrix() * mState.toPage;
    else if ( name == "Tf" )
      mState.codes = operand( 0 ).isName() ? codesOf( operand( 0 ).getName() ) : nullptr;
    else if ( name == "BT" )
      mToText = QTransform();
    else if ( name == "ET" )
      finishText();
    else if ( name == "Tm" )
      mToText = matrix();
    else if ( name == "Td" || name == "TD" )
      mToText = QTransform::fromTranslate( value( 0 ), value( 1 ) ) * mToText;
    else if ( name == "Tj" || name == "'" )
      show( operand( 0 ) );
    else if ( name == "TJ" && operand( 0 ).isArray() )
      showAll( operand( 0 ) );
  }

  QPDFObjectHandle operand( std::size_t place ) const { return place < mOperands.size() ? mOperands[place] : QPDFObjectHandle::newNull(); }

  double value( std::size_t place ) const
  {
    QPDFObjectHandle number = operand( place );
    return number.isNumber() ? number.getNumericValue() : 0;
  }

  QTransform matrix() const { return { value( 0 ), value( 1 ), value( 2 ), value( 3 ), value( 4 ), value( 5 ) }; }

  void restore()
  {
    if ( mOuter.empty() )
      return;
    mState = mOuter.back();
    mOuter.pop_back();
  }

  //! Returns what the codes of the font \a name mean. Read once for a page, however often the font is chosen.
  const CaPdfText::Codes *codesOf( const std::string &name )
  {
    const auto known = mCodes.find( name );
    if ( known != mCodes.end() )
      return &known->second;
    QPDFObjectHandle font = mFonts.isDictionary() ? mFonts.getKey( name ) : QPDFObjectHandle::newNull();
    QPDFObjectHandle map = font.isDictionary() ? font.getKey( "/ToUnicode" ) : QPDFObjectHandle::newNull();
    CaPdfText::Codes codes;
    if ( map.isStream() )
    {
      const std::shared_ptr<Buffer> data = map.getStreamData();
      codes = CaPdfText::read( QByteArray( reinterpret_cast<const char *>( data->getBuffer() ), static_cast<int>( data->getSize() ) ) );
    }
    return &mCodes.emplace( name, codes ).first->second;
  }

  void showAll( QPDFObjectHandle array )
  {
    for ( int i = 0; i < array.getArrayNItems(); ++i )
      show( array.getArrayItem( i ) );
  }

  void show( QPDFObjectHandle string )
  {
    if ( !string.isString() || !mState.codes )
      return;
    if ( mText.isEmpty() )
    {
      const QPointF point = ( mToText * mState.toPage ).map( QPointF( 0, 0 ) );
      mPlace = QPointF( ( point.x() - mBox.llx ) / ( mBox.urx - mBox.llx ), ( mBox.ury - point.y() ) / ( mBox.ury - mBox.lly ) );
    }
    const std::string bytes = string.getStringValue();
    for ( std::size_t i = 0; i + 1 < bytes.size(); i += 2 )
      mText += mState.codes->value( static_cast<unsigned char>( bytes[i] ) << 8 | static_cast<unsigned char>( bytes[i + 1] ) );
  }

  void finishText()
  {
    const QString text = mText.simplified();
    if ( !text.isEmpty() )
      mStrings << CaPdfString{ text, mPlace };
    mText.clear();
  }

  QPDFObjectHandle::Rectangle mBox;
  QPDFObjectHandle mFonts;
  std::map<std::string, CaPdfText::Codes> mCodes;
  std::vector<QPDFObjectHandle> mOperands;
  State mState;
  std::vector<State> mOuter;
  QTransform mToText;
  QString mText;
  QPointF mPlace;
  QVector<CaPdfString> mStrings;
};

} // namespace

QVector<CaPdfString> CaPdfStrings::of( QPDFPageObjectHelper &page )
{
  Reader reader( page );
  page.parseContents( &reader );
  return reader.strings();
}
