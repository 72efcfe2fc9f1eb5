// SPDX-License-Identifier: GPL-2.0-or-later
#include "capdfpaths.h"

#include "capdfoperators.h"
#include "capdfpage.h"
#include "capdfstraight.h"

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>

#include <algorithm>
#include <cmath>
#include <memory>
#include <unordered_set>

namespace
{

constexpr double POINTS_PER_MM = 72 / 25.4;
constexpr int COLOUR_DECIMALS = 4;
constexpr int MOST_DECIMALS = 9;

//! Bytes without text that are worth a part of their own.
constexpr std::size_t LEAST_PART = 8192;

//! What a matrix does to lengths; where it moves them does not matter here.
struct Scale
{
  double a = 1, b = 0, c = 0, d = 1;

  //! Returns \a inner within this one.
  Scale with( const Scale &inner ) const
  {
    return { inner.a * a + inner.b * c, inner.a * b + inner.b * d, inner.c * a + inner.d * c, inner.c * b + inner.d * d };
  }

  //! Returns the longest that a length of one can become.
  double most() const { return std::max( std::abs( a ) + std::abs( c ), std::abs( b ) + std::abs( d ) ); }

  //! Returns the decimals that a coordinate needs so that paper does not show the rest.
  int decimals() const
  {
    const double needed = std::log10( most() * 0.5 / ( CaPdfPaths::TOLERANCE * POINTS_PER_MM ) );
    return std::isfinite( needed ) ? std::clamp( static_cast<int>( std::ceil( needed ) ), 0, MOST_DECIMALS ) : MOST_DECIMALS;
  }
};

bool isPainting( const std::string &name )
{
  static const std::unordered_set<std::string> NAMES{ "S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "n" };
  return NAMES.count( name ) > 0;
}

bool isColour( const std::string &name )
{
  static const std::unordered_set<std::string> NAMES{ "sc", "SC", "scn", "SCN", "g", "G", "rg", "RG", "k", "K" };
  return NAMES.count( name ) > 0;
}

bool isTextState( const std::string &name )
{
  static const std::unordered_set<std::string> NAMES{ "Tf", "Tc", "Tw", "Tz", "TL", "Ts", "\"" };
  return NAMES.count( name ) > 0;
}

class PathFilter final : public CaPdfOperators
{
public:
  //! Where text begins and ends in what was written.
  struct Text
  {
    std::size_t begin = 0;
    std::size_t end = 0;
  };

  const std::vector<Text> &texts() const { return mTexts; }

  //! Returns true if each text sets its font and nothing else that the next would inherit.
  bool hasOwnFonts() const { return mHasOwnFonts; }

protected:
  void handle( const std::string &name, const std::vector<Token> &operands ) override
  {
    if ( name == "l" && areNumbers( operands, 2, mNumbers ) )
      lineTo();
    else if ( name == "m" && areNumbers( operands, 2, mNumbers ) )
      moveTo();
    else if ( ( name == "c" && areNumbers( operands, 6, mNumbers ) ) ||
              ( ( name == "v" || name == "y" ) && areNumbers( operands, 4, mNumbers ) ) )
      curve( name );
    else if ( name == "re" && areNumbers( operands, 4, mNumbers ) )
      rectangle( operands );
    else if ( isColour( name ) && areNumbers( operands, operands.size(), mNumbers ) )
      writeNumbers( name, COLOUR_DECIMALS );
    else
      other( name, operands );
  }

  bool handlePoint( char name, double x, double y ) override
  {
    mNumbers.assign( { x, y } );
    name == 'l' ? lineTo() : moveTo();
    return true;
  }

  void finish() override { writeLine(); }

private:
  void other( const std::string &name, const std::vector<Token> &operands )
  {
    writeLine();
    if ( name == "h" && !mHasPath )
      return; // Qt closes shapes without a point, too, which readers call an error
    if ( name == "q" )
      mOuter.push_back( mScale );
    else if ( name == "Q" && !mOuter.empty() )
    {
      setScale( mOuter.back() );
      mOuter.pop_back();
    }
    else if ( name == "cm" && areNumbers( operands, 6, mNumbers ) )
      setScale( mScale.with( { mNumbers[0], mNumbers[1], mNumbers[2], mNumbers[3] } ) );
    else if ( name == "h" || isPainting( name ) )
      endSubpath();
    else if ( name == "BT" )
      mTexts.push_back( { written(), 0 } );
    else if ( mLast == "BT" ? name != "Tf" : isTextState( name ) && !( mIsText && name == "Tf" ) )
      mHasOwnFonts = false;
    write( name, operands );
    if ( name == "ET" && !mTexts.empty() )
      mTexts.back().end = written();
    mHasPath = mHasPath && !isPainting( name );
    mIsText = name != "ET" && ( mIsText || name == "BT" );
    mLast = name;
  }

  void setScale( const Scale &scale )
  {
    mScale = scale;
    mDecimals = scale.decimals();
    mStraightness = straightness( scale );
  }

  static double straightness( const Scale &scale ) { return CaPdfPaths::STRAIGHTNESS * POINTS_PER_MM / scale.most(); }

  void writeNumbers( const std::string &name, int decimals )
  {
    std::string line;
    for ( const double value : mNumbers )
      line += number( value, decimals ) + ' ';
    put( line + name + '\n' );
  }

  //! Returns the point where an operator ends: the last two numbers.
  CaPdfStraight::Point end() const { return { mNumbers[mNumbers.size() - 2], mNumbers[mNumbers.size() - 1] }; }

  std::string digits( const CaPdfStraight::Point &point ) const
  {
    return number( point.x, mDecimals ) + ' ' + number( point.y, mDecimals ) + ' ';
  }

  void moveTo()
  {
    endSubpath();
    mStraight.begin( end(), mStraightness );
    mHasPath = true;
    mPoint = digits( end() );
    mStart = mPoint;
    put( mPoint + "m\n" );
  }

  //! Takes a line further; it is written where it can no longer be one straight line.
  void lineTo()
  {
    if ( !mStraight.goOn( end() ) )
    {
      const CaPdfStraight::Point corner = mStraight.end();
      writeLine();
      mStraight.begin( corner, mStraightness );
      mStraight.goOn( end() );
    }
    mHasLine = true;
  }

  void writeLine()
  {
    if ( !mHasLine )
      return;
    mHasLine = false;
    std::string point = digits( mStraight.end() );
    if ( point == mPoint )
    {
      mIsDot = mIsDot || mIsEmpty;
      return;
    }
    put( point + "l\n" );
    mPoint = std::move( point );
    mIsEmpty = false;
    mIsDot = false;
  }

  void curve( const std::string &name )
  {
    writeLine();
    mStraight.begin( end(), mStraightness );
    mPoint = digits( end() );
    writeNumbers( name, mDecimals );
    mIsEmpty = false;
    mIsDot = false;
  }

  //! Rounds the corners, not the sides: so neighbours keep touching. What would vanish stays as it is.
  void rectangle( const std::vector<Token> &operands )
  {
    endSubpath();
    mHasPath = true;
    const double power = std::pow( 10, mDecimals );
    const auto rounded = [power]( double value )
    {
      return std::round( value * power ) / power;
    };
    const double x = rounded( mNumbers[0] );
    const double y = rounded( mNumbers[1] );
    const double width = rounded( mNumbers[0] + mNumbers[2] ) - x;
    const double height = rounded( mNumbers[1] + mNumbers[3] ) - y;
    if ( number( width, mDecimals ) == "0" || number( height, mDecimals ) == "0" )
    {
      write( "re", operands );
      return;
    }
    mNumbers = { x, y, width, height };
    writeNumbers( "re", mDecimals );
  }

  //! Ends a part of a path: if it is nothing but a line without length, it is a dot and drawn.
  void endSubpath()
  {
    writeLine();
    if ( mIsDot )
      put( mPoint + "l\n" );
    mPoint = mStart;
    mIsEmpty = true;
    mIsDot = false;
  }

  Scale mScale;
  int mDecimals = Scale().decimals();
  std::vector<Scale> mOuter;
  std::vector<double> mNumbers;
  double mStraightness = straightness( Scale() );
  CaPdfStraight mStraight;
  bool mHasLine = false; //!< The straight line is not written
  //! As written, where this part of the path starts and where it has come to.
  std::string mStart;
  std::string mPoint;
  bool mHasPath = false; //!< There is a point since something was painted
  bool mIsEmpty = true;
  bool mIsDot = false;

  std::vector<Text> mTexts;
  std::string mLast;
  bool mIsText = false;
  bool mHasOwnFonts = true;
};

} // namespace

void CaPdfPaths::tidy( QPDF &pdf )
{
  for ( QPDFPageObjectHelper &page : QPDFPageDocumentHelper( pdf ).getAllPages() )
  {
    if ( !CaPdfPage::isFinished( page.getObjectHandle() ) )
      page.addContentTokenFilter( std::make_shared<PathFilter>() );
  }
}

QByteArray CaPdfPaths::tidied( const QByteArray &content )
{
  PathFilter filter;
  return QByteArray::fromStdString( CaPdfOperators::rewritten( content.toStdString(), filter ) );
}

std::vector<CaPdfPaths::Part> CaPdfPaths::tidiedParts( const std::string &content )
{
  PathFilter filter;
  const std::string tidied = CaPdfOperators::rewritten( content, filter );
  if ( !filter.hasOwnFonts() )
    return { { tidied, true } };
  std::vector<Part> parts;
  std::size_t from = 0;
  const auto add = [&parts, &tidied, &from]( std::size_t to, bool hasText )
  {
    if ( to > from )
      parts.push_back( { tidied.substr( from, to - from ), hasText } );
    from = to;
  };
  std::size_t textEnd = 0;
  for ( const PathFilter::Text &text : filter.texts() )
  {
    if ( text.begin >= textEnd + LEAST_PART )
    {
      add( textEnd, true );
      add( text.begin, false );
    }
    textEnd = text.end > 0 ? text.end : tidied.size(); // without an end it goes on to the end
  }
  if ( tidied.size() >= textEnd + LEAST_PART )
    add( textEnd, true );
  add( tidied.size(), from < textEnd );
  return parts;
}
