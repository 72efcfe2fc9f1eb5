// SPDX-License-Identifier: GPL-2.0-or-later
#include "canumbers.h"

#include "catext.h"
#include "caunits.h"

#include <array>
#include <cmath>

// The Japanese words in this file are what it reads: they are the algorithm's subject, not text for users.

namespace
{

constexpr int LONGEST_TEXT = 100;
constexpr int EXACT_DIGITS = 15; // every whole number with so many digits is a double of its own
constexpr int MOST_EXPONENT = 30;

struct Word
{
  const char16_t *text;
  CaQualifier qualifier;
};

constexpr std::array<Word, 6> PREFIXES{ { { u"およそ", CaQualifier::Approximate },
                                          { u"おおよそ", CaQualifier::Approximate },
                                          { u"おおむね", CaQualifier::Approximate },
                                          { u"概ね", CaQualifier::Approximate },
                                          { u"ほぼ", CaQualifier::Approximate },
                                          { u"約", CaQualifier::Approximate } } };

constexpr std::array<Word, 13> SUFFIXES{ { { u"以上", CaQualifier::AtLeast },
                                           { u"余り", CaQualifier::AtLeast },
                                           { u"余", CaQualifier::AtLeast },
                                           { u"超", CaQualifier::AtLeast },
                                           { u"以下", CaQualifier::AtMost },
                                           { u"以内", CaQualifier::AtMost },
                                           { u"未満", CaQualifier::AtMost },
                                           { u"程度", CaQualifier::Approximate },
                                           { u"前後", CaQualifier::Approximate },
                                           { u"ほど", CaQualifier::Approximate },
                                           { u"くらい", CaQualifier::Approximate },
                                           { u"強", CaQualifier::Approximate },
                                           { u"弱", CaQualifier::Approximate } } };

struct Scale
{
  const char16_t *text;
  int zeros;
};

// Longest first.
constexpr std::array<Scale, 12> SCALES{ { { u"千億", 11 },
                                          { u"百億", 10 },
                                          { u"十億", 9 },
                                          { u"千万", 7 },
                                          { u"百万", 6 },
                                          { u"十万", 5 },
                                          { u"兆", 12 },
                                          { u"億", 8 },
                                          { u"万", 4 },
                                          { u"千", 3 },
                                          { u"百", 2 },
                                          { u"十", 1 } } };

constexpr QStringView MINUS = u"-−–‐‑ー△▲";

//! A number as written: digits times 10^exponent. Kept as text, so that converting between units rounds once.
struct Decimal
{
  QByteArray digits; //!< Without leading zeros, but for a single 0
  int exponent = 0;

  double value( int zeros ) const { return ( digits + 'e' + QByteArray::number( exponent + zeros ) ).toDouble(); }
};

bool isDigit( QChar c )
{
  return c >= QLatin1Char( '0' ) && c <= QLatin1Char( '9' );
}

/**
 * Reads a plain half-width whole number, which may have thousands separators: most cells are one, and need nothing else.
 * \returns false for all other text
 */
bool plainInteger( const QString &text, double *value )
{
  constexpr int GROUP = 3;
  int digits = 0;
  int inGroup = 0; // digits since the last separator
  bool isGrouped = false;
  qint64 sum = 0;
  for ( const QChar c : text )
  {
    if ( c == QLatin1Char( ',' ) && ( isGrouped ? inGroup == GROUP : digits >= 1 && digits <= GROUP ) )
    {
      isGrouped = true;
      inGroup = 0;
      continue;
    }
    if ( !isDigit( c ) || ++digits > EXACT_DIGITS )
      return false;
    ++inGroup;
    sum = sum * 10 + ( c.unicode() - '0' );
  }
  if ( digits == 0 || ( isGrouped && inGroup != GROUP ) || ( digits > 1 && text.at( 0 ) == QLatin1Char( '0' ) ) )
    return false;
  *value = static_cast<double>( sum );
  return true;
}

} // namespace

//! Reads one cell from left to right.
class CaNumberScanner
{
  Q_DECLARE_TR_FUNCTIONS( CaNumbers )

public:
  explicit CaNumberScanner( const QString &text )
      : mOriginal( text )
      , mText( CaText::halfWidth( text ) )
  {
  }

  //! Reads it all. \returns false and sets problem() if that is not possible.
  bool read()
  {
    if ( mText.isEmpty() )
      return fail( tr( "The cell is empty." ) );
    if ( mText.size() > LONGEST_TEXT )
      return fail( tr( "“%1” is too long for a number." ) );
    if ( !prefixes() )
      return false;
    const bool bracket = take( QLatin1Char( '(' ) );
    mNegative = sign() || bracket;
    if ( mNegative && bracket && mSigned )
      return fail( tr( "“%1” has brackets and a sign: write one of them." ) );
    if ( bracket && !prefixes() )
      return false;
    if ( !amount() || !suffixes() )
      return false;
    if ( bracket && ( !take( QLatin1Char( ')' ) ) || !suffixes() ) )
      return mProblem.isEmpty() ? fail( tr( "“%1” opens a bracket that it does not close." ) ) : false;
    return atEnd() ||
           fail( tr( "“%1” is not a number alone: part of it cannot be read. Leave only the number and its unit in the cell." ) );
  }

  //! Returns the value times 10^\a zeros.
  double value( int zeros ) const
  {
    const double value = mAmount.value( zeros );
    return mNegative && value != 0 ? -value : value;
  }

  const CaUnit *unit() const { return mUnit; }
  CaQualifier qualifier() const { return mQualifier; }
  QString problem() const { return mProblem; }

  //! Returns the power of ten of the scale (3.5万); 0 if there is none, or the amount has parts.
  int scale() const { return mParts == 1 ? mScale : 0; }

  //! Returns whether there was a 万, 億 or the like that is not part of a unit's name.
  bool isScaled() const { return mParts > 0; }

private:
  bool atEnd() const { return mPosition >= mText.size(); }
  QChar peek() const { return atEnd() ? QChar() : mText.at( mPosition ); }

  void skipSpaces()
  {
    while ( peek() == QLatin1Char( ' ' ) )
      ++mPosition;
  }

  bool take( QChar c )
  {
    if ( peek() != c )
      return false;
    ++mPosition;
    skipSpaces();
    return true;
  }

  bool take( QStringView word )
  {
    if ( !QStringView( mText ).mid( mPosition ).startsWith( word ) )
      return false;
    mPosition += static_cast<int>( word.size() );
    skipSpaces();
    return true;
  }

  bool fail( const QString &problem )
  {
    mProblem = problem.contains( QLatin1String( "%1" ) ) ? problem.arg( CaText::quoted( mOriginal ) ) : problem;
    return false;
  }

  bool qualify( CaQualifier qualifier )
  {
    if ( mQualifier != CaQualifier::Exact && mQualifier != qualifier ) // 約100社程度 says one thing twice
      return fail( tr( "“%1” has two remarks on how exact it is: keep one of them." ) );
    mQualifier = qualifier;
    return true;
  }

  //! Takes the mark of a preliminary or revised figure: a letter by itself.
  bool takeRevisionMark()
  {
    const QChar mark = peek();
    const QChar next = mPosition + 1 < mText.size() ? mText.at( mPosition + 1 ) : QChar();
    if ( ( mark != QLatin1Char( 'p' ) && mark != QLatin1Char( 'r' ) ) || next.isLetter() )
      return false;
    ++mPosition;
    skipSpaces();
    qualify( mark == QLatin1Char( 'p' ) ? CaQualifier::Preliminary : CaQualifier::Revised );
    return true;
  }

  template <typename Words>
  bool takeWord( const Words &words )
  {
    for ( const Word &word : words )
    {
      if ( take( QStringView( word.text ) ) )
      {
        qualify( word.qualifier );
        return true;
      }
    }
    return false;
  }

  bool takeCurrency()
  {
    if ( !take( QChar( 0xA5 ) ) && !take( QChar( 0xFFE5 ) ) ) // ¥ ￥
      return false;
    setUnit( CaUnits::builtIn().unit( QStringLiteral( "yen" ) ) );
    return true;
  }

  bool prefixes()
  {
    while ( mProblem.isEmpty() && ( takeWord( PREFIXES ) || takeRevisionMark() || takeCurrency() ) )
    {
    }
    return mProblem.isEmpty();
  }

  bool suffixes()
  {
    while ( mProblem.isEmpty() && ( takeWord( SUFFIXES ) || takeUnit() || takeRevisionMark() ) )
    {
    }
    return mProblem.isEmpty();
  }

  bool sign()
  {
    const bool minus = !atEnd() && MINUS.contains( peek() );
    if ( !minus && peek() != QLatin1Char( '+' ) )
      return false;
    ++mPosition;
    skipSpaces();
    mSigned = true;
    return minus;
  }

  void setUnit( const CaUnit *unit )
  {
    if ( mUnit )
      fail( tr( "“%1” names two units: keep one of them." ) );
    mUnit = unit;
  }

  bool takeUnit()
  {
    int length = 0;
    const CaUnit *unit = atEnd() ? nullptr : CaUnits::builtIn().at( mText, mPosition, &length );
    if ( !unit )
      return false;
    mPosition += length;
    skipSpaces();
    setUnit( unit );
    return true;
  }

  //! Takes 万, 億 or the like. \returns its power of ten, 0 if there is none.
  int takeScale()
  {
    for ( const Scale &scale : SCALES )
    {
      if ( take( QStringView( scale.text ) ) )
        return scale.zeros;
    }
    return 0;
  }

  //! Reads `1,234.5`, or parts with falling scales: `1億2,345万`.
  bool amount()
  {
    if ( !number( &mAmount ) )
      return false;
    if ( takeUnit() ) // 億円 as a whole is a unit
      return mProblem.isEmpty();
    int zeros = takeScale();
    if ( zeros == 0 )
      return true;
    mParts = 1;
    mScale = zeros;
    Decimal last = mAmount;
    mAmount.exponent += zeros;
    while ( zeros > 0 && isDigit( peek() ) )
    {
      Decimal part;
      if ( !number( &part ) )
        return false;
      const int partZeros = takeScale();
      part.exponent += partZeros;
      if ( last.exponent < 0 || partZeros >= zeros || !add( part, zeros ) )
        return fail( tr( "The parts of “%1” do not fit together: write the amount in one unit." ) );
      last = part;
      zeros = partZeros;
      ++mParts;
    }
    return true;
  }

  //! Adds a \a part that must be less than 10^\a below.
  bool add( const Decimal &part, int below )
  {
    const int exponent = std::min( mAmount.exponent, part.exponent );
    const QByteArray a = mAmount.digits + QByteArray( mAmount.exponent - exponent, '0' );
    const QByteArray b = part.digits + QByteArray( part.exponent - exponent, '0' );
    if ( part.value( 0 ) >= std::pow( 10.0, below ) || a.size() > EXACT_DIGITS || b.size() > EXACT_DIGITS )
      return false;
    mAmount = { QByteArray::number( a.toLongLong() + b.toLongLong() ), exponent };
    return true;
  }

  QByteArray digits()
  {
    QByteArray digits;
    while ( isDigit( peek() ) )
      digits += mText.at( mPosition++ ).toLatin1();
    return digits;
  }

  //! Reads the digits before the point: all in one, or in threes after a first group of one to three.
  bool wholePart( QByteArray *whole )
  {
    *whole = digits();
    const bool grouped = peek() == QLatin1Char( ',' );
    int group = 3;
    const int first = whole->size();
    while ( group == 3 && peek() == QLatin1Char( ',' ) )
    {
      ++mPosition;
      const QByteArray next = digits();
      group = next.size();
      *whole += next;
    }
    if ( grouped && ( first < 1 || first > 3 || group != 3 ) )
      return fail( tr( "“%1” has a separator where no thousands end: write 1,234 or 1234." ) );
    if ( whole->size() > 1 && whole->startsWith( '0' ) )
      return fail( tr( "“%1” begins with 0 like a code: if it is a number, leave the 0 out." ) );
    if ( whole->size() > EXACT_DIGITS )
      return fail(
          tr( "“%1” has more digits than can be kept exactly (%2)." ).arg( QStringLiteral( "%1" ), QString::number( EXACT_DIGITS ) ) );
    return true;
  }

  bool number( Decimal *number )
  {
    QByteArray whole, fraction;
    if ( !wholePart( &whole ) )
      return false;
    if ( peek() == QLatin1Char( '.' ) )
    {
      ++mPosition;
      fraction = digits();
      if ( fraction.isEmpty() )
        return fail( tr( "“%1” is not a number: there is no digit where one is needed." ) );
    }
    if ( whole.isEmpty() && fraction.isEmpty() )
      return fail( tr( "“%1” is not a number." ) );
    number->digits = whole + fraction;
    number->exponent = -static_cast<int>( fraction.size() );
    const bool read = exponent( number );
    skipSpaces();
    return read;
  }

  //! Reads `E-05`, as spreadsheets write small numbers.
  bool exponent( Decimal *number )
  {
    if ( peek() != QLatin1Char( 'e' ) && peek() != QLatin1Char( 'E' ) )
      return true;
    ++mPosition;
    const bool negative = peek() == QLatin1Char( '-' );
    if ( negative || peek() == QLatin1Char( '+' ) )
      ++mPosition;
    const QByteArray power = digits();
    if ( power.isEmpty() || power.size() > 3 || power.toInt() > MOST_EXPONENT )
      return fail( tr( "“%1” is not a number." ) );
    number->exponent += negative ? -power.toInt() : power.toInt();
    return number->exponent <= 0 ||
           fail( tr( "“%1” is shortened, and digits may be lost: show the cell as a whole number in the spreadsheet and save it again." ) );
  }

  QString mOriginal;
  QString mText;
  QString mProblem;
  Decimal mAmount;
  const CaUnit *mUnit = nullptr;
  CaQualifier mQualifier = CaQualifier::Exact;
  int mPosition = 0;
  int mParts = 0;
  int mScale = 0;
  bool mNegative = false;
  bool mSigned = false;
};

CaParsedNumber CaNumbers::parse( const QString &text )
{
  CaParsedNumber result;
  double value = 0;
  if ( plainInteger( text, &value ) )
  {
    result.value = value;
    return result;
  }
  CaNumberScanner scanner( text );
  if ( !scanner.read() )
  {
    result.problem = scanner.problem();
    return result;
  }
  result.value = scanner.value( 0 );
  result.qualifier = scanner.qualifier();
  result.factor = std::pow( 10.0, scanner.scale() );
  if ( scanner.unit() )
    result.unit = scanner.unit()->code;
  return result;
}

CaParsedNumber CaNumbers::parse( const QString &text, const QString &unit, const QString &headerUnit )
{
  CaParsedNumber result;
  double value = 0;
  if ( ( headerUnit.isEmpty() || headerUnit == unit ) && plainInteger( text, &value ) )
  {
    result.value = value;
    result.unit = unit;
    return result;
  }
  CaNumberScanner scanner( text );
  if ( !scanner.read() )
  {
    result.problem = scanner.problem();
    return result;
  }

  const CaUnits &units = CaUnits::builtIn();
  QString from = headerUnit.isEmpty() ? unit : headerUnit;
  if ( scanner.unit() )
    from = scanner.unit()->code;
  else if ( scanner.isScaled() && units.unit( from ) && units.unit( from )->zeros != 0 )
  {
    result.problem = tr( "“%1” has no unit, and the column is in %2: write the unit into the cell." ).arg( CaText::quoted( text ), from );
    return result;
  }
  const std::optional<int> zeros = from == unit ? std::optional<int>( 0 ) : units.zerosBetween( from, unit );
  if ( !zeros )
  {
    result.problem =
        tr( "“%1” is in %2, which is no %3: choose another metric, or correct the unit." ).arg( CaText::quoted( text ), from, unit );
    return result;
  }
  result.value = scanner.value( *zeros );
  result.unit = unit;
  result.qualifier = scanner.qualifier();
  result.factor = std::pow( 10.0, scanner.scale() + *zeros );
  return result;
}
