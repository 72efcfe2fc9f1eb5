// SPDX-License-Identifier: GPL-2.0-or-later
#include "capdfoperators.h"

#include <qpdf/Pl_QPDFTokenizer.hh>
#include <qpdf/Pl_String.hh>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>

namespace
{

//! Larger numbers are no places on paper: they are passed on as they are.
constexpr double MOST = 1e9;

bool isNumber( const QPDFTokenizer::Token &token )
{
  return token.getType() == QPDFTokenizer::tt_integer || token.getType() == QPDFTokenizer::tt_real;
}

//! Returns a number as written, without the zeros after its decimal point that say nothing.
std::string withoutZeros( const std::string &digits )
{
  if ( digits.find( '.' ) == std::string::npos )
    return digits;
  std::size_t end = digits.find_last_not_of( '0' ) + 1;
  if ( digits[end - 1] == '.' )
    --end;
  const std::string shorter = digits.substr( 0, end );
  return shorter.empty() || shorter == "-" || shorter == "-0" || shorter == "+" ? "0" : shorter;
}

bool isSpace( char character )
{
  return character == ' ' || character == '\n' || character == '\r' || character == '\t' || character == '\f' || character == '\0';
}

const char *withoutSpace( const char *at, const char *end )
{
  return std::find_if_not( at, end, isSpace );
}

//! Reads a number with space after it. \returns where the next token begins, or null if there is another thing
const char *takeNumber( const char *at, const char *end, double &value )
{
  if ( at == end || !( *at == '-' || *at == '.' || ( *at >= '0' && *at <= '9' ) ) )
    return nullptr;
  const std::from_chars_result result = std::from_chars( at, end, value, std::chars_format::fixed );
  if ( result.ec != std::errc() || std::abs( value ) > MOST || result.ptr == end || !isSpace( *result.ptr ) )
    return nullptr;
  return withoutSpace( result.ptr, end );
}

} // namespace

bool CaPdfOperators::handlePoint( char, double, double )
{
  return false;
}

void CaPdfOperators::handleToken( const Token &token )
{
  switch ( token.getType() )
  {
    case QPDFTokenizer::tt_space:
    case QPDFTokenizer::tt_comment:
    case QPDFTokenizer::tt_eof:
      return;
    case QPDFTokenizer::tt_inline_image:
      put( token.getRawValue() );
      mInlineImage = true;
      return;
    case QPDFTokenizer::tt_word:
      break;
    default:
      mOperands.push_back( token );
      return;
  }
  const std::string &name = token.getValue();
  if ( mInlineImage ) // EI stands at once after the image's bytes
    put( name + '\n' );
  else if ( name == "ID" )
    write( name, mOperands );
  else
    handle( name, mOperands );
  mInlineImage = false;
  mOperands.clear();
}

void CaPdfOperators::handleEOF()
{
  finish();
}

void CaPdfOperators::put( const std::string &content )
{
  if ( mTarget )
    mTarget->append( content );
  else
    TokenFilter::write( content );
  mWritten += content.size();
}

void CaPdfOperators::write( const std::string &name, const std::vector<Token> &operands )
{
  std::string line;
  for ( const Token &operand : operands )
  {
    line += isNumber( operand ) ? withoutZeros( operand.getRawValue() ) : operand.getRawValue();
    line += ' ';
  }
  line += name;
  line += '\n';
  put( line );
}

bool CaPdfOperators::areNumbers( const std::vector<Token> &operands, std::size_t count, std::vector<double> &numbers )
{
  numbers.clear();
  if ( operands.size() != count )
    return false;
  for ( const Token &operand : operands )
  {
    if ( !isNumber( operand ) )
      return false;
    const std::string &digits = operand.getValue();
    // from_chars(), not strtod(): a decimal point is one in every locale. It knows no leading plus sign.
    const char *first = digits.data() + ( digits.compare( 0, 1, "+" ) == 0 ? 1 : 0 );
    double value = 0;
    const std::from_chars_result result = std::from_chars( first, digits.data() + digits.size(), value );
    if ( result.ec != std::errc() || std::abs( value ) > MOST )
      return false;
    numbers.push_back( value );
  }
  return true;
}

std::string CaPdfOperators::number( double value, int decimals )
{
  static constexpr std::array<double, 10> POWERS{ 1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9 };
  constexpr double LARGEST = 9e18;
  std::int64_t scaled = std::llround( std::clamp( value * POWERS[static_cast<std::size_t>( decimals )], -LARGEST, LARGEST ) );
  for ( ; decimals > 0 && scaled % 10 == 0; --decimals )
    scaled /= 10;
  std::array<char, 32> buffer{};
  const char *end = std::to_chars( buffer.data(), buffer.data() + buffer.size(), std::llabs( scaled ) ).ptr;
  std::string digits( static_cast<const char *>( buffer.data() ), end );
  const auto places = static_cast<std::size_t>( decimals );
  if ( digits.size() <= places )
    digits.insert( 0, places + 1 - digits.size(), '0' );
  if ( places > 0 )
    digits.insert( digits.size() - places, 1, '.' );
  return scaled < 0 ? '-' + digits : digits;
}

const char *CaPdfOperators::takePoint( const char *at, const char *end )
{
  double x = 0;
  double y = 0;
  at = takeNumber( withoutSpace( at, end ), end, x );
  at = at ? takeNumber( at, end, y ) : nullptr;
  if ( !at || at == end || ( *at != 'l' && *at != 'm' ) || ( at + 1 != end && !isSpace( at[1] ) ) )
    return nullptr;
  return handlePoint( *at, x, y ) ? at + 1 : nullptr;
}

void CaPdfOperators::rewrite( const std::string &content )
{
  QPDFTokenizer tokenizer;
  tokenizer.allowEOF();
  const char *at = content.data();
  const char *end = at + content.size();
  bool isBetween = true; // an operator is over, none has begun
  while ( at < end )
  {
    const char *after = isBetween && mOperands.empty() ? takePoint( at, end ) : nullptr;
    if ( after )
    {
      at = after;
      continue;
    }
    tokenizer.presentCharacter( *at++ );
    Token token;
    bool isUnread = false;
    char unread = '\0';
    isBetween = tokenizer.getToken( token, isUnread, unread );
    if ( !isBetween )
      continue;
    handleToken( token );
    if ( isUnread )
      --at;
  }
  tokenizer.presentEOF();
  Token last;
  bool isUnread = false;
  char unread = '\0';
  if ( tokenizer.getToken( last, isUnread, unread ) )
    handleToken( last );
  handleEOF();
}

std::string CaPdfOperators::rewritten( const std::string &content, CaPdfOperators &filter )
{
  std::string result;
  if ( content.find( "ID" ) == std::string::npos )
  {
    filter.mTarget = &result;
    filter.rewrite( content );
    filter.mTarget = nullptr;
    return result;
  }
  // Only QPDF's own way knows where an image within the content ends.
  Pl_String target( "rewritten content", nullptr, result );
  Pl_QPDFTokenizer tokens( "content", &filter, &target );
  tokens.writeString( content );
  tokens.finish();
  return result;
}
