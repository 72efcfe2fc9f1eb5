// SPDX-License-Identifier: GPL-2.0-or-later
#include "cafiscaldate.h"

#include "cacsvtable.h"
#include "capackproblems.h"
#include "catext.h"

#include <QRegularExpression>
#include <QVector>

#include <algorithm>
#include <optional>

// The Japanese words in this file are what it reads: they are the algorithm's subject, not text for users.

namespace
{

constexpr int FIRST_YEAR = 1900, LAST_YEAR = 2100;
constexpr int LONGEST_TEXT = 60;

QString fiscalSuffix()
{
  return QStringLiteral( "年度" );
}
QString yearSuffix()
{
  return QStringLiteral( "年" );
}

struct Era
{
  QString name, letter, sign;
  QDate first, last;

  bool overlaps( QDate from, QDate to ) const { return to >= first && from <= last; }
  int yearOf( int number ) const { return first.year() + number - 1; }
  QString write( int year, const QString &suffix ) const
  {
    return name + ( year == first.year() ? QStringLiteral( "元" ) : QString::number( year - first.year() + 1 ) ) + suffix;
  }
};

QVector<Era> readEras()
{
  CaPackProblems problems;
  const CaCsvTable table = CaCsvTable::read( QStringLiteral( ":/clusteratlas/tables/eras.csv" ), QStringLiteral( "eras.csv" ), problems );
  auto day = []( const QString &text )
  {
    return text.isEmpty() ? QDate( 9999, 12, 31 ) : QDate::fromString( text, Qt::ISODate );
  };
  QVector<Era> eras;
  for ( int row = 0; row < table.size(); ++row )
  {
    eras << Era{ table.value( row, QStringLiteral( "name" ) ), table.value( row, QStringLiteral( "letter" ) ),
                 table.value( row, QStringLiteral( "sign" ) ), day( table.value( row, QStringLiteral( "first_day" ) ) ),
                 day( table.value( row, QStringLiteral( "last_day" ) ) ) };
  }
  return eras;
}

const QVector<Era> &eras()
{
  static const QVector<Era> table = readEras();
  return table;
}

//! Returns the value of a digit as kanji, -1 for other characters.
int kanjiDigit( QChar c )
{
  return static_cast<int>( QStringView( u"〇一二三四五六七八九" ).indexOf( c ) );
}

} // namespace

//! Reads one text from left to right.
class CaFiscalDateScanner
{
  Q_DECLARE_TR_FUNCTIONS( CaFiscalDate )

public:
  CaFiscalDateScanner( const QString &original, const QString &text, const CaFiscalDateOptions &options )
      : mOriginal( original )
      , mText( text )
      , mOptions( options )
  {
  }

  CaFiscalDate read()
  {
    mEra = takeEra();
    mFiscalPrefix = !mEra && ( take( QStringLiteral( "FY" ) ) || take( QStringLiteral( "FISCAL YEAR" ) ) );
    const bool calendarPrefix = !mEra && !mFiscalPrefix && take( QStringLiteral( "CY" ) );
    if ( mEra && take( QStringLiteral( "元" ) ) )
      mNumber = mDigits = 1;
    else if ( !takeNumber( &mNumber, &mDigits ) )
      return fail( tr( "“%1” is no year and no date. Write 平成21年度, 2009年度, 2009-04 or 2009-04-01." ) );
    if ( !mEra && !mFiscalPrefix && !calendarPrefix && atEnd() && mDigits > 4 )
      return unbroken();

    const QString suffix = take( fiscalSuffix() ) ? fiscalSuffix() : take( yearSuffix() ) ? yearSuffix() : QString();
    if ( !findYear( mFiscalPrefix ? fiscalSuffix() : suffix ) )
      return mResult;
    if ( suffix == fiscalSuffix() || mFiscalPrefix )
      return ends() ? fiscalYear() : fail( tr( "“%1” has more than a fiscal year in it. Leave only the year." ) );
    if ( calendarPrefix || ( suffix == yearSuffix() && atEnd() ) )
      return atEnd() ? calendarYear() : fail( tr( "“%1” has more than a year in it. Leave only the year." ) );
    if ( suffix == yearSuffix() )
      return monthAndDay( QStringLiteral( "月" ), QStringLiteral( "日" ) );
    if ( atEnd() )
      return bareYear();
    const QChar separator = mText.at( mPosition );
    if ( !QStringLiteral( "-/." ).contains( separator ) )
      return fail( tr( "“%1” is no year and no date. Write 平成21年度, 2009年度, 2009-04 or 2009-04-01." ) );
    ++mPosition;
    return monthAndDay( separator, QString() );
  }

  CaFiscalDate fail( const QString &problem )
  {
    mResult = CaFiscalDate();
    mResult.problem = problem.contains( QLatin1String( "%1" ) ) ? problem.arg( CaText::quoted( mOriginal ) ) : problem;
    return mResult;
  }

private:
  bool atEnd() const { return mPosition >= mText.size(); }
  QChar at( int position ) const { return position < mText.size() ? mText.at( position ) : QChar(); }

  void skipSpaces()
  {
    while ( at( mPosition ) == QLatin1Char( ' ' ) )
      ++mPosition;
  }

  bool take( const QString &word )
  {
    if ( !QStringView( mText ).mid( mPosition ).startsWith( word, Qt::CaseInsensitive ) )
      return false;
    mPosition += word.size();
    skipSpaces();
    return true;
  }

  //! Returns whether nothing follows but words that leave the year as it is: 平成21年度末, 平成21年4月1日現在.
  bool ends()
  {
    for ( const QString &word : { QStringLiteral( "末日" ), QStringLiteral( "末" ), QStringLiteral( "現在" ), QStringLiteral( "時点" ) } )
      take( word );
    return atEnd();
  }

  const Era *takeEra()
  {
    for ( const Era &era : eras() )
    {
      if ( take( era.name ) || take( era.sign ) )
        return &era;
      const int next =
          at( mPosition + 1 ) == QLatin1Char( '.' ) || at( mPosition + 1 ) == QLatin1Char( ' ' ) ? mPosition + 2 : mPosition + 1;
      if ( at( mPosition ).toUpper() == era.letter.at( 0 ) && ( at( next ).isDigit() || at( next ) == QChar( u'元' ) ) )
      {
        mPosition = next;
        return &era;
      }
    }
    return nullptr;
  }

  //! Reads a number in digits or kanji.
  bool takeNumber( int *number, int *digits )
  {
    *number = *digits = 0;
    while ( at( mPosition ) >= QLatin1Char( '0' ) && at( mPosition ) <= QLatin1Char( '9' ) && *digits < 9 )
    {
      *number = *number * 10 + at( mPosition++ ).digitValue();
      ++*digits;
    }
    if ( *digits == 0 )
      takeKanjiNumber( number, digits );
    skipSpaces();
    return *digits > 0;
  }

  //! Reads 二十一 or 二〇〇九.
  void takeKanjiNumber( int *number, int *digits )
  {
    const QChar ten( u'十' );
    int start = mPosition;
    bool tens = false;
    while ( kanjiDigit( at( mPosition ) ) >= 0 || ( at( mPosition ) == ten && !tens && mPosition - start < 2 ) )
    {
      if ( at( mPosition ) == ten )
      {
        *number = 10 * ( mPosition == start ? 1 : *number );
        tens = true;
        *digits = 2;
      }
      else
      {
        *number = tens ? *number + kanjiDigit( at( mPosition ) ) : *number * 10 + kanjiDigit( at( mPosition ) );
        *digits += tens ? 0 : 1;
        if ( tens || *digits > 4 )
        {
          ++mPosition;
          break;
        }
      }
      ++mPosition;
    }
  }

  //! 20090401, 200904, or a day as Excel counts them.
  CaFiscalDate unbroken()
  {
    if ( mDigits == 8 )
    {
      mYear = mNumber / 10000;
      return date( mNumber / 100 % 100, mNumber % 100 );
    }
    if ( mDigits == 6 )
    {
      mYear = mNumber / 100;
      return month( mNumber % 100 );
    }
    if ( mDigits != 5 )
      return fail( tr( "“%1” is no year and no date. Write 平成21年度, 2009年度, 2009-04 or 2009-04-01." ) );
    if ( !mOptions.excelSerial )
      return fail( tr(
          "“%1” may be a day as Excel counts them, or no date at all: show the cell as a date in the spreadsheet and save it again." ) );
    const QDate day = QDate( 1899, 12, 30 ).addDays( mNumber );
    mYear = day.year();
    return date( day.month(), day.day() );
  }

  //! Sets the year of the common era. \returns false if there is a problem.
  bool findYear( const QString &suffix )
  {
    if ( !mEra && mDigits <= 2 && !mOptions.defaultEra.isEmpty() )
    {
      const auto found = std::find_if( eras().begin(), eras().end(), [this]( const Era &era ) { return era.name == mOptions.defaultEra; } );
      mEra = found == eras().end() ? nullptr : &*found;
    }
    if ( mEra )
    {
      mYear = mEra->yearOf( mNumber );
      if ( mNumber < 1 || mDigits > 2 )
        fail( tr( "“%1” is no year of an era." ) );
    }
    else if ( mDigits <= 2 )
      missingEra( suffix );
    else
    {
      mYear = mNumber;
      if ( mDigits != 4 || mYear < FIRST_YEAR || mYear > LAST_YEAR )
        fail( tr( "“%1” is no year between %2 and %3." )
                  .arg( QStringLiteral( "%1" ), QString::number( FIRST_YEAR ), QString::number( LAST_YEAR ) ) );
    }
    return mResult.problem.isEmpty();
  }

  void missingEra( const QString &suffix )
  {
    if ( suffix.isEmpty() )
    {
      fail( tr( "“%1” is no year and no date. Write 平成21年度, 2009年度, 2009-04 or 2009-04-01." ) );
      return;
    }
    QStringList candidates;
    if ( mNumber > 0 )
    {
      for ( const Era &era : eras() )
      {
        if ( era.yearOf( mNumber ) <= std::min( era.last.year(), LAST_YEAR ) )
          candidates << era.write( era.yearOf( mNumber ), suffix );
      }
    }
    candidates << QString::number( 2000 + mNumber ) + suffix;
    fail( tr( "“%1” does not say of which era. Write one of: %2." )
              .arg( QStringLiteral( "%1" ), candidates.join( QStringLiteral( ", " ) ) ) );
    mResult.candidates = candidates;
  }

  //! Fails because the era had not begun or had ended, and names the right one.
  CaFiscalDate outsideEra( QDate day, const QString &suffix )
  {
    QStringList candidates;
    for ( const Era &era : eras() )
    {
      if ( era.overlaps( day, day ) )
        candidates << era.write( day.year(), suffix );
    }
    fail( tr( "“%1” does not exist: %2 lasted from %3 to %4. Perhaps %5 is meant." )
              .arg( QStringLiteral( "%1" ), mEra->name, mEra->first.toString( Qt::ISODate ), mEra->last.toString( Qt::ISODate ),
                    candidates.join( QStringLiteral( ", " ) ) ) );
    mResult.candidates = candidates;
    return mResult;
  }

  CaFiscalDate fiscalYear()
  {
    const QDate first = CaFiscalDate::firstDay( mYear );
    mResult.kind = CaFiscalDate::Kind::FiscalYear;
    mResult.year = mResult.fiscalYear = mYear;
    if ( mEra && !mEra->overlaps( first, CaFiscalDate::lastDay( mYear ) ) )
    {
      if ( mYear > mEra->last.year() + CaFiscalDate::PLANNED_YEARS )
        return outsideEra( first, fiscalSuffix() );
      mResult.note =
          tr( "%1 had ended on %2; read as FY%3." ).arg( mEra->name, mEra->last.toString( Qt::ISODate ), QString::number( mYear ) );
    }
    return mResult;
  }

  CaFiscalDate calendarYear()
  {
    if ( mEra && !mEra->overlaps( QDate( mYear, 1, 1 ), QDate( mYear, 12, 31 ) ) )
      return outsideEra( QDate( mYear, 12, 31 ), yearSuffix() );
    mResult.kind = CaFiscalDate::Kind::CalendarYear;
    mResult.year = mYear;
    mResult.note = tr( "Calendar year %1: January to March are in FY%2, the rest in FY%1." ).arg( mYear ).arg( mYear - 1 );
    return mResult;
  }

  CaFiscalDate bareYear()
  {
    if ( mEra || mOptions.bareYearIsFiscal )
    {
      fiscalYear();
      if ( mEra && mResult.ok() && mResult.note.isEmpty() )
        mResult.note = tr( "Read as a fiscal year, FY%1." ).arg( mYear );
      return mResult;
    }
    mResult.kind = CaFiscalDate::Kind::UndefinedYear;
    mResult.year = mYear;
    mResult.note = tr( "%1 may be a calendar year or a fiscal year." ).arg( mYear );
    mResult.candidates = QStringList{ QString::number( mYear ) + fiscalSuffix(), QString::number( mYear ) + yearSuffix() };
    return mResult;
  }

  //! Reads a month and perhaps a day, each followed by its word, or parted by a separator.
  CaFiscalDate monthAndDay( const QString &afterMonth, const QString &afterDay )
  {
    const bool isSeparator = afterDay.isEmpty();
    int monthNumber = 0, monthDigits = 0, dayNumber = 0, dayDigits = 0;
    bool read = takeNumber( &monthNumber, &monthDigits ) && monthDigits <= 2;
    if ( read && isSeparator && atEnd() )
    {
      if ( !mEra && afterMonth == QLatin1String( "." ) && monthDigits == 1 && monthNumber == 1 )
        return lostZero();
      return month( monthNumber );
    }
    read = read && take( afterMonth );
    if ( read && !isSeparator && ends() )
      return month( monthNumber );
    read = read && takeNumber( &dayNumber, &dayDigits ) && dayDigits <= 2 && ( isSeparator || take( afterDay ) );
    static const QRegularExpression timeOfDay( QStringLiteral( "^T?\\d{1,2}:\\d{2}(:\\d{2}(\\.\\d+)?)?Z?$" ) );
    if ( read && ( ends() || timeOfDay.match( mText.mid( mPosition ) ).hasMatch() ) )
      return date( monthNumber, dayNumber );
    return fail( tr( "“%1” is no year and no date. Write 平成21年度, 2009年度, 2009-04 or 2009-04-01." ) );
  }

  CaFiscalDate lostZero()
  {
    const QStringList candidates{ QStringLiteral( "%1-01" ).arg( mYear ), QStringLiteral( "%1-10" ).arg( mYear ) };
    fail( tr( "“%1” may be January, or October with its last 0 lost. Write one of: %2." )
              .arg( QStringLiteral( "%1" ), candidates.join( QStringLiteral( ", " ) ) ) );
    mResult.candidates = candidates;
    return mResult;
  }

  CaFiscalDate month( int number )
  {
    const QDate first( mYear, number, 1 );
    if ( !first.isValid() || mYear < FIRST_YEAR || mYear > LAST_YEAR )
      return fail( tr( "“%1” is no month of a year." ) );
    const QDate last = first.addMonths( 1 ).addDays( -1 );
    if ( mEra && !mEra->overlaps( first, last ) )
      return outsideEra( last, QStringLiteral( "年%1月" ).arg( number ) );
    mResult.kind = CaFiscalDate::Kind::Month;
    mResult.month = number;
    return dated( first );
  }

  CaFiscalDate date( int monthNumber, int dayNumber )
  {
    const QDate day( mYear, monthNumber, dayNumber );
    if ( !day.isValid() || mYear < FIRST_YEAR || mYear > LAST_YEAR )
      return fail( tr( "“%1” is no day of the calendar." ) );
    if ( mEra && !mEra->overlaps( day, day ) )
      return outsideEra( day, QStringLiteral( "年%1月%2日" ).arg( monthNumber ).arg( dayNumber ) );
    mResult.kind = CaFiscalDate::Kind::Date;
    mResult.month = monthNumber;
    mResult.day = dayNumber;
    return dated( day );
  }

  CaFiscalDate dated( QDate day )
  {
    mResult.year = day.year();
    mResult.fiscalYear = CaFiscalDate::fiscalYearOf( day );
    return mResult;
  }

  QString mOriginal;
  QString mText;
  const CaFiscalDateOptions &mOptions;
  CaFiscalDate mResult;
  const Era *mEra = nullptr;
  bool mFiscalPrefix = false;
  int mPosition = 0;
  int mNumber = 0;
  int mDigits = 0;
  int mYear = 0;
};

CaFiscalDate CaFiscalDate::parse( const QString &text, const CaFiscalDateOptions &options )
{
  QString folded = CaText::halfWidth( text );
  if ( folded.size() > LONGEST_TEXT )
    return CaFiscalDateScanner( text, folded, options ).fail( tr( "“%1” is too long for a date." ) );
  static const QRegularExpression weekday( QStringLiteral( "\\([日月火水木金土]\\)$" ) );
  folded.remove( weekday );
  const int open = folded.indexOf( QLatin1Char( '(' ) );
  const int close = folded.indexOf( QLatin1Char( ')' ) );
  if ( open <= 0 || close < open )
    return CaFiscalDateScanner( text, folded, options ).read();

  // The year said twice: 平成21(2009)年度, 2009年度（平成21年度）. Both must say the same.
  const QString outer = folded.left( open ).trimmed() + folded.mid( close + 1 ).trimmed();
  QString inner = folded.mid( open + 1, close - open - 1 );
  if ( !inner.contains( yearSuffix() ) )
    inner += outer.endsWith( fiscalSuffix() ) ? fiscalSuffix() : outer.endsWith( yearSuffix() ) ? yearSuffix() : QString();
  const CaFiscalDate first = CaFiscalDateScanner( text, outer, options ).read();
  const CaFiscalDate second = CaFiscalDateScanner( text, inner, options ).read();
  const bool same = first.kind == second.kind && first.fiscalYear == second.fiscalYear && first.year == second.year &&
                    first.month == second.month && first.day == second.day;
  return first.ok() && same ? first
                            : CaFiscalDateScanner( text, folded, options )
                                  .fail( tr( "“%1” says in brackets something else than before them. Leave one of them." ) );
}
