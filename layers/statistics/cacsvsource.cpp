// SPDX-License-Identifier: GPL-2.0-or-later
#include "cacsvsource.h"

#include <QFileInfo>

#include <algorithm>
#include <cstring>

namespace
{

constexpr int AT_END = -1;

//! Returns how often \a delimiter stands outside quotes in each of the first rows of \a text.
QVector<int> countsByRow( const QString &text, QChar delimiter )
{
  constexpr int ROWS = 200;
  QVector<int> counts( 1, 0 );
  bool quoted = false;
  for ( const QChar c : text )
  {
    if ( c == QLatin1Char( '"' ) )
      quoted = !quoted;
    else if ( c == delimiter && !quoted )
      ++counts.last();
    else if ( ( c == QLatin1Char( '\n' ) || c == QLatin1Char( '\r' ) ) && !quoted && counts.last() > 0 )
      counts << 0;
    if ( counts.size() > ROWS )
      break;
  }
  return counts;
}

//! Rates a delimiter: the number of cells in rows with the most common number of cells.
int rating( const QString &text, QChar delimiter )
{
  QVector<int> counts = countsByRow( text, delimiter );
  std::sort( counts.begin(), counts.end() );
  int best = 0;
  for ( auto it = counts.constBegin(); it != counts.constEnd(); )
  {
    const auto end = std::upper_bound( it, counts.constEnd(), *it );
    best = std::max( best, static_cast<int>( end - it ) * *it );
    it = end;
  }
  return best;
}

bool isBlank( QStringView text )
{
  return std::all_of( text.begin(), text.end(), []( QChar c ) { return c.isSpace(); } );
}

} // namespace

CaCsvSource::CaCsvSource( const QString &fileName, const CaTableOptions &options, QgsFeedback *feedback )
    : CaTableSource( fileName, options, feedback )
    , mFile( fileName )
    , mBytes( std::max( 1, options.chunk ), Qt::Uninitialized )
{
}

std::unique_ptr<CaTableSource> CaCsvSource::open( const QString &fileName, const CaTableOptions &options, QgsFeedback *feedback,
                                                  QString *error )
{
  std::unique_ptr<CaCsvSource> source( new CaCsvSource( fileName, options, feedback ) );
  const std::optional<QByteArray> sample = CaTextEncoding::sampleOf( fileName, error );
  if ( !sample || !source->chooseEncoding( *sample, error ) )
    return nullptr;
  source->chooseDelimiter( *sample );
  if ( !source->mFile.open( QIODevice::ReadOnly | QIODevice::Unbuffered ) )
  {
    *error = tr( "%1 cannot be read (%2)." ).arg( fileName, source->mFile.errorString() );
    return nullptr;
  }
  return source;
}

bool CaCsvSource::chooseEncoding( const QByteArray &sample, QString *error )
{
  const CaTextEncoding::Guess guess = CaTextEncoding::guess( sample );
  const QString wanted = options().encoding;
  if ( !wanted.isEmpty() && !CaTextEncoding::names().contains( wanted ) )
  {
    *error = tr( "There is no encoding “%1”. Choose one of: %2." ).arg( wanted, CaTextEncoding::names().join( QStringLiteral( ", " ) ) );
    return false;
  }
  // Some wrong encodings fit byte by byte and give nonsense: never let that through.
  if ( !wanted.isEmpty() && guess.isCertain && !guess.name.isEmpty() && guess.name != wanted )
  {
    *error = tr( "%1 is %2, not %3: read as %3 it would be nonsense. Choose %2." ).arg( fileName(), guess.name, wanted );
    return false;
  }
  // With no encoding that fits, the most common one says where the first bad byte is.
  const QString remembered =
      !guess.isCertain && CaTextEncoding::names().contains( options().rememberedEncoding ) ? options().rememberedEncoding : QString();
  mEncoding = !wanted.isEmpty()       ? wanted
              : !remembered.isEmpty() ? remembered
              : guess.name.isEmpty()  ? QStringLiteral( "CP932" )
                                      : guess.name;
  mMarkLength = guess.name == mEncoding ? guess.markLength : 0;
  return true;
}

void CaCsvSource::chooseDelimiter( const QByteArray &sample )
{
  constexpr int ENOUGH = 1 << 16;
  mDelimiter = options().delimiter;
  if ( mDelimiter.isNull() )
  {
    CaTextDecoder decoder( mEncoding );
    const int size = std::min<int>( sample.size(), ENOUGH );
    QString text( size + 16, Qt::Uninitialized );
    qsizetype count = 0;
    decoder.decode( sample.constData(), size, false, reinterpret_cast<char16_t *>( text.data() ), &count );
    text.resize( static_cast<int>( count ) );
    mDelimiter = fileName().endsWith( QLatin1String( ".tsv" ), Qt::CaseInsensitive ) ? QLatin1Char( '\t' ) : QLatin1Char( ',' );
    for ( const QChar candidate : { QLatin1Char( ',' ), QLatin1Char( '\t' ), QLatin1Char( ';' ) } )
    {
      if ( rating( text, candidate ) > rating( text, mDelimiter ) )
        mDelimiter = candidate;
    }
  }
  for ( const char16_t special : { u'\0', u'\n', u'\r', static_cast<char16_t>( mDelimiter.unicode() ) } )
    mIsSpecial[special % mIsSpecial.size()] = true;
}

double CaCsvSource::progress() const
{
  return mFile.size() > 0 ? static_cast<double>( mFile.pos() ) / mFile.size() : 1;
}

bool CaCsvSource::rewind( int, QString *error )
{
  mDecoder = std::make_unique<CaTextDecoder>( mEncoding );
  mRow = mEnd = 0;
  mAtEnd = mIsBad = false;
  mNumber = 0;
  mLine = 1;
  if ( mDecoder->isValid() && mFile.seek( mMarkLength ) )
    return true;
  *error = tr( "%1 cannot be read from its start (%2)." ).arg( fileName(), mFile.errorString() );
  return false;
}

//! Decodes another chunk behind what is there of the row, which moves to the start of the buffer. \returns false at the end
bool CaCsvSource::fill()
{
  while ( !mAtEnd )
  {
    if ( mRow > 0 )
      std::memmove( mText.data(), mText.data() + mRow, ( mEnd - mRow ) * sizeof( char16_t ) );
    mEnd -= mRow;
    mRow = 0;
    if ( mText.size() < mEnd + static_cast<size_t>( mBytes.size() ) + 16 )
      mText.resize( mEnd + mEnd / 2 + static_cast<size_t>( mBytes.size() ) + 16 );
    const qint64 size = std::max<qint64>( 0, mFile.read( mBytes.data(), mBytes.size() ) );
    qsizetype count = 0;
    mIsBad = !mDecoder->decode( mBytes.constData(), size, size == 0, mText.data() + mEnd, &count );
    mAtEnd = mIsBad || size == 0;
    mEnd += static_cast<size_t>( count );
    if ( count > 0 )
      return true;
  }
  return false;
}

//! Returns the character at \a offset of the row, reading on if need be.
int CaCsvSource::peek( size_t offset )
{
  return mRow + offset < mEnd || fill() ? mText[mRow + offset] : AT_END;
}

CaRead CaCsvSource::readRow( CaTableRow &row, QString *error )
{
  size_t offset = 0;
  mSpans.clear();
  ++mNumber;
  if ( peek( 0 ) == AT_END && !mIsBad )
    return CaRead::End;
  Cut cut = Cut::Cell;
  while ( cut == Cut::Cell )
  {
    if ( mSpans.size() >= static_cast<size_t>( options().limits.columns ) )
      return tooManyColumns( mNumber, error );
    cut = peek( offset ) == '"' ? quotedCell( offset, error ) : bareCell( offset, error );
    if ( cut == Cut::Failed )
      return CaRead::Failed;
    if ( mSpans.back().size > static_cast<size_t>( options().limits.cellLength ) )
      return tooLong( static_cast<int>( mSpans.size() ) - 1, mNumber, error );
  }
  const CaRead read = finishRow( row );
  mRow += offset;
  return read;
}

CaCsvSource::Cut CaCsvSource::bareCell( size_t &offset, QString *error )
{
  const size_t begin = offset;
  while ( true )
  {
    const char16_t *const start = mText.data() + mRow;
    const char16_t *c = start + offset;
    const char16_t *const end = mText.data() + mEnd;
    while ( c < end && ( *c >= mIsSpecial.size() || !mIsSpecial[*c] ) )
      ++c;
    offset = static_cast<size_t>( c - start );
    if ( c < end )
      break;
    if ( offset - begin > static_cast<size_t>( options().limits.cellLength ) || !fill() )
      break;
  }
  mSpans.push_back( { begin, offset - begin } );
  return cutAfter( offset, error );
}

//! Reads a cell in quotes; pairs of quotes in it are made one where they are.
CaCsvSource::Cut CaCsvSource::quotedCell( size_t &offset, QString *error )
{
  const size_t begin = ++offset;
  size_t size = 0;
  mSpans.push_back( { begin, 0 } );
  while ( true )
  {
    const int c = peek( offset );
    if ( c == AT_END )
      return fail( mIsBad ? undecodable() : tr( "a quote is opened here and never closed. Close it." ), error );
    ++offset;
    if ( c == '"' && peek( offset ) != '"' )
      break;
    offset += c == '"';
    if ( c == '\n' || ( c == '\r' && peek( offset ) != '\n' ) )
      ++mLine;
    if ( c == 0 )
      return fail( tr( "there is a NUL character: this is no text file, or its encoding is UTF-16. Choose the right encoding or file." ),
                   error );
    mText[mRow + begin + size] = static_cast<char16_t>( c );
    if ( ++size > static_cast<size_t>( options().limits.cellLength ) )
      break;
  }
  mSpans.back().size = size;
  if ( size > static_cast<size_t>( options().limits.cellLength ) )
    return Cut::Cell;
  while ( peek( offset ) == ' ' )
    ++offset;
  return cutAfter( offset, error );
}

//! Goes past what ends a cell.
CaCsvSource::Cut CaCsvSource::cutAfter( size_t &offset, QString *error )
{
  if ( offset > static_cast<size_t>( options().limits.rowLength ) )
    return fail( tr( "the row is longer than %1 characters. Is this a table?" ).arg( options().limits.rowLength ), error );
  const int c = peek( offset );
  if ( c == mDelimiter.unicode() )
  {
    ++offset;
    return Cut::Cell;
  }
  if ( c == '\n' || c == '\r' )
    return endOfLine( offset );
  if ( c == AT_END )
    return mIsBad ? fail( undecodable(), error ) : Cut::Line;
  if ( c == 0 )
    return fail( tr( "there is a NUL character: this is no text file, or its encoding is UTF-16. Choose the right encoding or file." ),
                 error );
  // A cell that is too long is left in its middle; the caller says so.
  if ( mSpans.back().size > static_cast<size_t>( options().limits.cellLength ) )
    return Cut::Cell;
  return fail( tr( "there is text after a closing quote. Double the quotes inside a quoted cell." ), error );
}

CaCsvSource::Cut CaCsvSource::endOfLine( size_t &offset )
{
  const int c = peek( offset++ );
  if ( c == '\r' && peek( offset ) == '\n' )
    ++offset;
  ++mLine;
  return Cut::Line;
}

CaCsvSource::Cut CaCsvSource::fail( const QString &reason, QString *error ) const
{
  *error = QStringLiteral( "%1 %2" ).arg( place( static_cast<int>( mSpans.size() ) - 1, mNumber ), reason );
  return Cut::Failed;
}

QString CaCsvSource::undecodable() const
{
  return tr( "byte %L1 of the file (line %L2) is not a character of %3. Choose the encoding the file was written in." )
      .arg( mMarkLength + mDecoder->badOffset() )
      .arg( mLine )
      .arg( mEncoding );
}

CaRead CaCsvSource::finishRow( CaTableRow &row )
{
  row.number = mNumber;
  row.cells.resize( static_cast<int>( mSpans.size() ) );
  const char16_t *const start = mText.data() + mRow;
  CaCell *cell = row.cells.data();
  for ( const Span &span : mSpans )
  {
    QStringView text( start + span.begin, static_cast<qsizetype>( span.size ) );
    if ( text.startsWith( QLatin1String( "=\"" ) ) && text.endsWith( QLatin1Char( '"' ) ) && text.size() > 3 )
      text = text.mid( 2, text.size() - 3 );
    cell->text = text;
    cell->kind = isBlank( text ) ? CaCellKind::Blank : CaCellKind::Text;
    ++cell;
  }
  return CaRead::Row;
}
