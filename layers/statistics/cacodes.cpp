// SPDX-License-Identifier: GPL-2.0-or-later
#include "cacodes.h"

#include "camunicipalities.h"
#include "catext.h"

#include <algorithm>

namespace
{

constexpr int LONGEST_TEXT = 60;

bool isDigit( QChar c )
{
  return c >= QLatin1Char( '0' ) && c <= QLatin1Char( '9' );
}

const CaMunicipalities &places()
{
  return CaMunicipalities::builtIn();
}

//! Returns whether five digits are a code: of a municipality, or of a prefecture with 000.
bool isKnown( const QString &code )
{
  return places().municipality( code ) || ( code.endsWith( QLatin1String( "000" ) ) && places().prefecture( code.left( 2 ) ) );
}

//! Returns whether six digits are a known code with its check digit.
bool isKnownAndChecked( const QString &code )
{
  return isKnown( code.left( 5 ) ) && CaCodes::checkDigit( code.left( 5 ) ) == code.at( 5 ).digitValue();
}

//! Takes off what spreadsheets put around a code that they were to keep as text: `'01100`, `="01100"`.
QString unguarded( QString text )
{
  if ( text.startsWith( QLatin1String( "=\"" ) ) && text.endsWith( QLatin1Char( '"' ) ) )
    return text.mid( 2, text.size() - 3 ).trimmed();
  if ( text.startsWith( QLatin1Char( '\'' ) ) )
    text.remove( 0, 1 );
  return text.trimmed();
}

QString leadingDigits( const QString &text )
{
  const auto end = std::find_if_not( text.begin(), text.end(), isDigit );
  return text.left( static_cast<int>( end - text.begin() ) );
}

//! Returns whether \a name can stand beside \a code: with or without what it lies in, a prefecture without its 都, 府 or 県.
bool isNameOf( const QString &name, const QString &code )
{
  const QString key = CaText::nameKey( name );
  const QString full = CaText::nameKey( places().fullName( code ) );
  const CaMunicipality *municipality = places().municipality( code );
  if ( const CaPrefecture *prefecture = places().prefecture( code ) )
    return key == full || key == full.left( full.size() - 1 ) || key == CaText::nameKey( prefecture->nameEn );
  return municipality && full.endsWith( key ) && key.endsWith( CaText::nameKey( municipality->name ) );
}

} // namespace

//! Reads the digits of one text.
class CaCodeReader
{
  Q_DECLARE_TR_FUNCTIONS( CaCodes )

public:
  CaCodeReader( const QString &text, const QString &kind, CaCodeWidth width )
      : mText( text )
      , mKind( kind )
      , mWidth( width )
  {
  }

  CaParsedCode read()
  {
    QString rest = mText.size() > LONGEST_TEXT ? QString() : unguarded( CaText::halfWidth( mText ) );
    if ( rest.startsWith( QLatin1String( "JP" ), Qt::CaseInsensitive ) )
    {
      rest.remove( 0, rest.size() > 2 && rest.at( 2 ) == QLatin1Char( '-' ) ? 3 : 2 );
      return rest.size() == 2 && isDigit( rest.at( 0 ) ) && isDigit( rest.at( 1 ) ) ? prefecture( rest ) : notACode();
    }
    const QString digits = leadingDigits( rest );
    rest.remove( 0, digits.size() );
    if ( rest == QLatin1String( ".0" ) || rest == QLatin1String( ".00" ) )
      rest.clear();
    const QString name = nameBehind( rest );
    if ( digits.isEmpty() || ( !rest.isEmpty() && name.isEmpty() ) )
      return notACode();

    CaParsedCode result = byLength( digits, name );
    if ( result.ok() && !name.isEmpty() && !isNameOf( name, result.code ) )
      return fail( tr( "“%1” has a code and a name that do not belong together: %2 is %3. Correct one of them." )
                       .arg( QStringLiteral( "%1" ), result.code, places().fullName( result.code ) ) );
    return result;
  }

private:
  CaParsedCode fail( const QString &problem, const QStringList &candidates = {} ) const
  {
    return { QString(), QString(), problem.contains( QLatin1String( "%1" ) ) ? problem.arg( CaText::quoted( mText ) ) : problem,
             candidates };
  }

  CaParsedCode notACode() const
  {
    return fail( tr( "“%1” is no code of a prefecture (2 digits) or municipality (5 digits, or 6 with a check digit)." ) );
  }

  //! Returns the name after a separator, empty if there is none or something else.
  static QString nameBehind( const QString &rest )
  {
    int start = 0;
    while ( start < rest.size() && QStringLiteral( " :_.-" ).contains( rest.at( start ) ) )
      ++start;
    const QString name = rest.mid( start );
    return name.isEmpty() || !name.at( 0 ).isLetter() ? QString() : name;
  }

  CaParsedCode byLength( const QString &digits, const QString &name ) const
  {
    switch ( digits.size() )
    {
      case 1:
        return prefecture( QLatin1Char( '0' ) + digits );
      case 2:
        return prefecture( digits );
      case 4:
        return mWidth == CaCodeWidth::Six ? notACode() : five( QLatin1Char( '0' ) + digits );
      case 5:
        return mWidth == CaCodeWidth::Five  ? five( digits )
               : mWidth == CaCodeWidth::Six ? six( QLatin1Char( '0' ) + digits )
                                            : fiveOrSix( digits, name );
      case 6:
        return mWidth == CaCodeWidth::Five ? notACode() : six( digits );
      default:
        return notACode();
    }
  }

  CaParsedCode prefecture( const QString &code ) const
  {
    if ( mKind == QLatin1String( "municipality" ) )
      return fail( tr( "“%1” is the code of a prefecture, and a municipality is asked for." ) );
    if ( !places().prefecture( code ) )
      return fail( tr( "“%1” is no code of a prefecture: they go from 01 to 47." ) );
    return { QStringLiteral( "prefecture" ), code, QString(), {} };
  }

  CaParsedCode five( const QString &code ) const
  {
    if ( !places().prefecture( code.left( 2 ) ) )
      return fail( tr( "“%1” is no code of a municipality: its first two digits are no prefecture." ) );
    if ( code.endsWith( QLatin1String( "000" ) ) )
      return prefecture( code.left( 2 ) );
    if ( mKind == QLatin1String( "prefecture" ) )
      return fail( tr( "“%1” is the code of a municipality, and a prefecture is asked for." ) );
    if ( !places().municipality( code ) )
      return fail( tr( "“%1” is not in the list of municipalities of 2021. If it has been merged since, use the code of the municipality "
                       "it is now in." ) );
    return { QStringLiteral( "municipality" ), code, QString(), {} };
  }

  CaParsedCode six( const QString &digits ) const
  {
    const QString code = digits.left( 5 );
    const int expected = CaCodes::checkDigit( code );
    if ( expected != digits.at( 5 ).digitValue() )
      return fail( tr( "“%1” has the wrong check digit: for %2 it is %3. Correct the code." )
                       .arg( QStringLiteral( "%1" ), code, QString::number( expected ) ) );
    return five( code );
  }

  //! Returns whether five digits are of the kind that is asked for.
  bool isOfKind( const QString &code ) const
  {
    return mKind.isEmpty() || code.endsWith( QLatin1String( "000" ) ) == ( mKind == QLatin1String( "prefecture" ) );
  }

  //! Five digits as they stand, or six of which a spreadsheet lost the leading zero.
  CaParsedCode fiveOrSix( const QString &digits, const QString &name ) const
  {
    const QString padded = QLatin1Char( '0' ) + digits;
    const QString other = padded.left( 5 );
    if ( !isKnownAndChecked( padded ) || !isOfKind( other ) )
      return five( digits );
    const bool named = !name.isEmpty() && isNameOf( name, digits ) != isNameOf( name, other );
    if ( !isKnown( digits ) || !isOfKind( digits ) || ( named && isNameOf( name, other ) ) )
      return five( other );
    if ( named )
      return five( digits );
    return fail( tr( "“%1” may be %2 (%3), or %4 (%5) with its leading 0 lost. Write all digits." )
                     .arg( QStringLiteral( "%1" ), digits, places().fullName( digits ), padded, places().fullName( other ) ),
                 { digits, other } );
  }

  const QString &mText;
  const QString &mKind;
  CaCodeWidth mWidth;
};

CaParsedCode CaCodes::parse( const QString &text, const QString &kind, CaCodeWidth width )
{
  return CaCodeReader( text, kind, width ).read();
}

CaCodeWidth CaCodes::widthOf( const QStringList &texts )
{
  bool five = false, six = false;
  for ( const QString &text : texts )
  {
    const QString digits = leadingDigits( unguarded( CaText::halfWidth( text ) ) );
    six |= digits.size() == 6;
    five |= digits.size() == 5 && !isKnownAndChecked( QLatin1Char( '0' ) + digits );
  }
  return five == six ? CaCodeWidth::Unknown : five ? CaCodeWidth::Five : CaCodeWidth::Six;
}

int CaCodes::checkDigit( const QString &code )
{
  if ( code.size() != 5 )
    return -1;
  int sum = 0;
  for ( int i = 0; i < 5; ++i )
  {
    if ( !isDigit( code.at( i ) ) )
      return -1;
    sum += ( 6 - i ) * code.at( i ).digitValue();
  }
  return ( 11 - sum % 11 ) % 10;
}
