// SPDX-License-Identifier: GPL-2.0-or-later
#include "cacsvtable.h"
#include "capackproblems.h"

#include <QFile>
#include <QTextCodec>

namespace
{

const char BYTE_ORDER_MARK[] = "\xEF\xBB\xBF";

bool isUtf8( const QByteArray &bytes )
{
  QTextCodec::ConverterState state;
  QTextCodec::codecForName( "UTF-8" )->toUnicode( bytes.constData(), bytes.size(), &state );
  return state.invalidChars == 0 && state.remainingChars == 0;
}

//! Reports lines that are not UTF-8 text. \returns false if there is one.
bool checkEncoding( const QByteArray &bytes, const QString &name, CaPackProblems &problems )
{
  bool good = true;
  const QList<QByteArray> lines = bytes.split( '\n' );
  for ( int i = 0; i < lines.size(); ++i )
  {
    if ( lines.at( i ).contains( '\0' ) )
      problems.add( name, i + 1, QString(), QStringLiteral( "has a NUL byte; save the file as UTF-8 text" ) );
    else if ( !isUtf8( lines.at( i ) ) )
      problems.add( name, i + 1, QString(), QStringLiteral( "is not UTF-8; save the file as UTF-8 (not as CP932 or Shift_JIS)" ) );
    else
      continue;
    good = false;
  }
  return good;
}

//! Cuts text into records. Quotes are only opened at the start of a field and only closed at its end.
class Scanner
{
public:
  Scanner( const QString &text, const QString &name, CaPackProblems &problems )
      : mText( text )
      , mName( name )
      , mProblems( problems )
  {
  }

  bool atEnd() const { return mPosition >= mText.size(); }

  //! Reads the next record. \returns false if it is broken beyond its end, so that nothing after it can be trusted.
  bool next( CaCsvTable::Row &record )
  {
    record = CaCsvTable::Row();
    record.line = mLine;
    while ( true )
    {
      QString field;
      if ( peek() == QLatin1Char( '"' ) ? !quoted( field ) : !bare( field ) )
        return false;
      record.fields << field;
      if ( peek() == QLatin1Char( ',' ) )
      {
        ++mPosition;
        continue;
      }
      return endOfLine();
    }
  }

private:
  QChar peek() const { return atEnd() ? QChar() : mText.at( mPosition ); }

  bool bare( QString &field )
  {
    while ( !atEnd() )
    {
      const QChar c = peek();
      if ( c == QLatin1Char( ',' ) || c == QLatin1Char( '\n' ) || c == QLatin1Char( '\r' ) )
        return true;
      if ( c == QLatin1Char( '"' ) )
        return fail( QStringLiteral( "has a quote inside a field; put the field in quotes and double the quotes in it" ) );
      field += c;
      ++mPosition;
    }
    return true;
  }

  bool quoted( QString &field )
  {
    const int opened = mLine;
    ++mPosition;
    while ( !atEnd() )
    {
      const QChar c = peek();
      ++mPosition;
      if ( c == QLatin1Char( '"' ) )
      {
        if ( peek() != QLatin1Char( '"' ) )
          return closed();
        ++mPosition;
      }
      if ( c == QLatin1Char( '\n' ) )
        ++mLine;
      field += c;
    }
    mLine = opened;
    return fail( QStringLiteral( "opens a quote that is never closed; close it" ) );
  }

  bool closed()
  {
    const QChar c = peek();
    if ( atEnd() || c == QLatin1Char( ',' ) || c == QLatin1Char( '\n' ) || c == QLatin1Char( '\r' ) )
      return true;
    return fail( QStringLiteral( "has text after a closing quote; double the quotes inside a quoted field" ) );
  }

  bool endOfLine()
  {
    if ( atEnd() )
      return true;
    if ( peek() == QLatin1Char( '\r' ) )
      ++mPosition;
    if ( peek() != QLatin1Char( '\n' ) )
      return fail( QStringLiteral( "has a carriage return that ends no line; remove it or put the field in quotes" ) );
    ++mPosition;
    ++mLine;
    return true;
  }

  bool fail( const QString &message )
  {
    mProblems.add( mName, mLine, QString(), message );
    return false;
  }

  QString mText;
  QString mName;
  CaPackProblems &mProblems;
  int mPosition = 0;
  int mLine = 1;
};

} // namespace

CaCsvTable CaCsvTable::read( const QString &path, const QString &name, CaPackProblems &problems )
{
  QFile file( path );
  if ( !file.open( QIODevice::ReadOnly ) )
  {
    problems.add( name, 0, QString(),
                  QStringLiteral( "cannot be read (%1); put the file back or make it readable" ).arg( file.errorString() ) );
    CaCsvTable table;
    table.mName = name;
    return table;
  }
  return parse( file.readAll(), name, problems );
}

CaCsvTable CaCsvTable::parse( const QByteArray &bytes, const QString &name, CaPackProblems &problems )
{
  CaCsvTable table;
  table.mName = name;
  if ( bytes.startsWith( BYTE_ORDER_MARK ) )
  {
    problems.add( name, 1, QString(), QStringLiteral( "starts with a byte order mark; save the file as UTF-8 without BOM" ) );
    return table;
  }
  if ( !checkEncoding( bytes, name, problems ) )
    return table;
  if ( bytes.isEmpty() )
    problems.add( name, 0, QString(), QStringLiteral( "is empty; the first line must name the columns" ) );

  Scanner scanner( QString::fromUtf8( bytes ), name, problems );
  Row record;
  while ( !scanner.atEnd() )
  {
    if ( !scanner.next( record ) )
      break;
    table.addRecord( record, problems );
  }
  return table;
}

void CaCsvTable::addRecord( const Row &record, CaPackProblems &problems )
{
  if ( !mHasHeader )
  {
    setHeader( record, problems );
    return;
  }
  if ( record.fields.size() == mColumns.size() )
  {
    mRows << record;
    return;
  }
  if ( record.fields.size() == 1 && record.fields.first().isEmpty() )
    problems.add( mName, record.line, QString(), QStringLiteral( "is an empty line; delete it" ) );
  else
    problems.add( mName, record.line, QString(),
                  QStringLiteral( "has %1 fields, the header has %2; put fields with commas in quotes" )
                      .arg( record.fields.size() )
                      .arg( mColumns.size() ) );
}

void CaCsvTable::setHeader( const Row &record, CaPackProblems &problems )
{
  mHasHeader = true;
  mColumns = record.fields;
  for ( int i = 0; i < mColumns.size(); ++i )
  {
    const QString column = mColumns.at( i );
    if ( column.trimmed().isEmpty() )
      problems.add( mName, record.line, QString(), QStringLiteral( "column %1 of the header has no name; name it" ).arg( i + 1 ) );
    else if ( mIndex.contains( column ) )
      problems.add( mName, record.line, column, QStringLiteral( "is in the header twice; rename or remove one" ) );
    else
      mIndex.insert( column, i );
  }
}

QString CaCsvTable::value( int row, const QString &column ) const
{
  const auto it = mIndex.constFind( column );
  return it == mIndex.constEnd() ? QString() : mRows.at( row ).fields.at( *it );
}
