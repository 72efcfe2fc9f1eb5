// SPDX-License-Identifier: GPL-2.0-or-later
#include "capdfruns.h"

#include <algorithm>
#include <cmath>
#include <unordered_set>
#include <utility>

namespace
{

//! TJ counts in thousandths of the font's height, and so are positions kept.
constexpr double THOUSAND = 1000;

// Gaps between letters that are spaced apart, in thousandths of the font's height: readers make words of gaps from 100.
constexpr double LEAST_GAP = 30;
constexpr double TELLING_GAP = 80;
constexpr double MOST_GAP = 800;
constexpr double MOST_DIFFERENCE = 250;

//! Operators that begin a line where the one before began.
bool beginsLine( const std::string &name )
{
  return name == "T*" || name == "TD" || name == "'" || name == "\"";
}

//! Operators that space text by other rules.
bool changesSpacing( const std::string &name )
{
  static const std::unordered_set<std::string> NAMES{ "TL", "Tc", "Tw", "Tz", "Ts" };
  return NAMES.count( name ) > 0;
}

bool shows( const std::string &name )
{
  return name == "Tj" || name == "TJ";
}

std::string hex( unsigned int value )
{
  static constexpr char DIGITS[] = "0123456789ABCDEF";
  return { DIGITS[value >> 12 & 15], DIGITS[value >> 8 & 15], DIGITS[value >> 4 & 15], DIGITS[value & 15] };
}

std::size_t codeAt( const std::string &codes, std::size_t i )
{
  return static_cast<std::size_t>( static_cast<unsigned char>( codes[i] ) ) << 8 | static_cast<unsigned char>( codes[i + 1] );
}

} // namespace

CaPdfRuns::CaPdfRuns( std::unordered_map<std::string, std::shared_ptr<const Font>> fonts )
    : mFonts( std::move( fonts ) )
{
}

void CaPdfRuns::handle( const std::string &name, const std::vector<Token> &operands )
{
  if ( name == "Td" && areNumbers( operands, 2, mNumbers ) )
  {
    move();
    return;
  }
  if ( show( name, operands ) )
    return;
  flush();
  keep( name, operands );
  catchUp( name );
  if ( mState.font && ( shows( name ) || beginsLine( name ) ) )
    writePlain( name, operands );
  else
    write( name, operands );
  if ( name == "BT" || name == "Tm" || name == "ET" )
    restart();
}

//! Moves what is written to where an operator expects it that is written as it is.
void CaPdfRuns::catchUp( const std::string &name )
{
  if ( beginsLine( name ) )
    writePosition( mX, mY );
  else if ( !mIsPlain && mPenIsKnown && ( shows( name ) || changesSpacing( name ) ) )
    writePosition( mPen, mY );
  mIsPlain = mIsPlain || beginsLine( name ) || changesSpacing( name );
  mPenIsKnown = mPenIsKnown && !shows( name );
}

//! Moves to another line, or along this one: Qt does so before each glyph.
void CaPdfRuns::move()
{
  mX += mNumbers[0];
  mY += mNumbers[1];
  mPen = mX;
  mPenIsKnown = true;
  if ( mIsPlain )
    writePosition( mX, mY );
}

//! Keeps what an operator says of the text to come.
void CaPdfRuns::keep( const std::string &name, const std::vector<Token> &operands )
{
  if ( name == "q" )
  {
    mOuter.push_back( mState );
  }
  else if ( name == "Q" && !mOuter.empty() )
  {
    mState = mOuter.back();
    mOuter.pop_back();
  }
  else if ( name == "Tf" && operands.size() == 2 )
  {
    const auto font = mFonts.find( operands[0].getValue() );
    mState.font = font == mFonts.end() ? nullptr : font->second.get();
    mState.size = areNumbers( { operands[1] }, 1, mNumbers ) ? mNumbers[0] : 0;
  }
}

//! Adds what Tj and TJ show to the run. \returns false if it has to be written as it is
bool CaPdfRuns::show( const std::string &name, const std::vector<Token> &operands )
{
  if ( mIsPlain || !mPenIsKnown || !mState.font || mState.size <= 0 || !shows( name ) )
    return false;
  if ( mRunY != mY )
    flush();
  mRunY = mY;
  for ( const Token &operand : operands )
  {
    if ( operand.getType() == QPDFTokenizer::tt_string )
      add( operand.getValue() );
    else if ( areNumbers( { operand }, 1, mNumbers ) )
      mPen -= mNumbers[0] * mState.size / THOUSAND;
  }
  return true;
}

void CaPdfRuns::add( const std::string &codes )
{
  for ( std::size_t i = 0; i + 1 < codes.size(); i += 2 )
  {
    const std::size_t code = codeAt( codes, i );
    const Glyph glyph = code < mState.font->size() ? ( *mState.font )[code] : Glyph();
    mRun.push_back( { glyph, mPen } );
    mPen += glyph.width * mState.size / THOUSAND;
  }
}

void CaPdfRuns::writePlain( const std::string &name, const std::vector<Token> &operands )
{
  std::vector<Token> changed = operands;
  for ( Token &operand : changed )
  {
    if ( operand.getType() == QPDFTokenizer::tt_string )
      operand = Token( QPDFTokenizer::tt_string, operand.getValue(), '<' + recoded( operand.getValue() ) + '>', std::string() );
  }
  write( name, changed );
}

std::string CaPdfRuns::recoded( const std::string &codes ) const
{
  std::string digits;
  for ( std::size_t i = 0; i + 1 < codes.size(); i += 2 )
  {
    const std::size_t code = codeAt( codes, i );
    digits += hex( code < mState.font->size() ? static_cast<unsigned int>( ( *mState.font )[code].id ) : 0 );
  }
  return digits;
}

void CaPdfRuns::restart()
{
  mX = mY = mWrittenX = mWrittenY = mPen = 0;
  mPenIsKnown = true;
}

//! Moves what is written to \a x, \a y as closely as the font's size asks for; what is rounded away is not lost for the next move.
void CaPdfRuns::writePosition( double x, double y )
{
  if ( x == mWrittenX && y == mWrittenY )
    return;
  const double digits = mState.size > 0 ? std::ceil( std::log10( THOUSAND / mState.size ) ) : 9;
  const int decimals = std::clamp( static_cast<int>( digits ), 0, 9 );
  const std::string dx = number( x - mWrittenX, decimals );
  const std::string dy = number( y - mWrittenY, decimals );
  const double power = std::pow( 10, decimals );
  mWrittenX += std::round( ( x - mWrittenX ) * power ) / power;
  mWrittenY += std::round( ( y - mWrittenY ) * power ) / power;
  put( dx + ' ' + dy + " Td\n" );
}

void CaPdfRuns::flush()
{
  if ( mRun.empty() )
    return;
  writePosition( mRun.front().x, mRunY );
  const QString text = spacedText();
  if ( !text.isEmpty() )
  {
    std::string units = "FEFF";
    for ( const QChar unit : text )
      units += hex( unit.unicode() );
    put( "/Span <</ActualText <" + units + ">>> BDC\n" );
  }
  put( array() );
  if ( !text.isEmpty() )
    put( "EMC\n" );
  mRun.clear();
}

//! Returns the run as an operator: one string where glyphs follow each other as the font says.
std::string CaPdfRuns::array() const
{
  std::string strings = "<";
  bool isOne = true;
  double pen = mRun.front().x;
  for ( const Placed &placed : mRun )
  {
    const double gap = std::round( ( pen - placed.x ) * THOUSAND / mState.size );
    if ( gap != 0 )
    {
      strings += '>' + number( gap, 0 ) + '<';
      pen -= gap * mState.size / THOUSAND;
      isOne = false;
    }
    strings += hex( static_cast<unsigned int>( placed.glyph.id ) );
    pen += placed.glyph.width * mState.size / THOUSAND;
  }
  return isOne ? strings + "> Tj\n" : '[' + strings + ">] TJ\n";
}

//! Returns the text of a run whose letters are spaced apart, or nothing if they are not.
QString CaPdfRuns::spacedText() const
{
  QString text = mRun.front().glyph.text;
  double least = MOST_GAP;
  double most = 0;
  for ( std::size_t i = 1; i < mRun.size(); ++i )
  {
    const Placed &before = mRun[i - 1];
    const double gap = ( mRun[i].x - before.x ) * THOUSAND / mState.size - before.glyph.width;
    least = std::min( least, gap );
    most = std::max( most, gap );
    if ( mRun[i].glyph.text.isEmpty() )
      return QString();
    text += mRun[i].glyph.text;
  }
  const bool isSpaced = least >= LEAST_GAP && most >= TELLING_GAP && most <= MOST_GAP && most - least <= MOST_DIFFERENCE;
  return isSpaced && !mRun.front().glyph.text.isEmpty() ? text : QString();
}
