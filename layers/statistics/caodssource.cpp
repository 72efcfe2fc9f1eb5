// SPDX-License-Identifier: GPL-2.0-or-later
#include "caodssource.h"

#include <algorithm>
#include <cmath>

namespace
{

const QString CONTENT = QStringLiteral( "content.xml" );

bool isRowElement( const QXmlStreamReader &reader )
{
  return reader.name() == QLatin1String( "table-row" );
}

//! Returns \a value as the sheet \a shown it: with leading zeros, and in thousands or millions if that is what is seen.
QString numberText( double value, const QString &shown )
{
  constexpr int DIGITS = 15;
  bool isNumber = false;
  const double seen = QString( shown ).remove( QLatin1Char( ',' ) ).toDouble( &isNumber );
  if ( isNumber && seen == value && shown.startsWith( QLatin1Char( '0' ) ) && !shown.contains( QLatin1Char( '.' ) ) )
    return shown;
  for ( const double scale : { 1e3, 1e6 } )
  {
    if ( isNumber && std::abs( value - seen ) > 1 && std::abs( value / scale - seen ) <= 0.5 && seen != 0 )
    {
      value /= scale;
      break;
    }
  }
  const bool isWhole = value == std::floor( value ) && std::abs( value ) < 1e15;
  return isWhole ? QString::number( static_cast<qint64>( value ) ) : QString::number( value, 'g', DIGITS );
}

} // namespace

std::unique_ptr<CaTableSource> CaOdsSource::open( const QString &fileName, const CaTableOptions &options, QgsFeedback *feedback,
                                                  QString *error )
{
  std::unique_ptr<CaOdsSource> source( new CaOdsSource( fileName, options, feedback ) );
  if ( source->isEncrypted() )
  {
    *error = tr( "%1 is protected by a password and cannot be read. Open it, save it without the password, and choose it again." )
                 .arg( fileName );
    return nullptr;
  }
  if ( !source->readBook( error ) )
    return nullptr;
  return source;
}

bool CaOdsSource::isEncrypted()
{
  QString ignored;
  if ( !openPart( QStringLiteral( "META-INF/manifest.xml" ), &ignored ) )
    return false;
  while ( nextChild( QString() ) )
  {
    if ( reader().name() == QLatin1String( "encryption-data" ) )
      return true;
  }
  return false;
}

QString CaOdsSource::textAttribute( const char *name ) const
{
  const QXmlStreamAttributes attributes = const_cast<CaOdsSource *>( this )->reader().attributes();
  return attributes.value( QLatin1String( name ) ).toString();
}

int CaOdsSource::repeatAttribute( const char *name ) const
{
  constexpr int LARGE = 100000000;
  return std::clamp( textAttribute( name ).toInt(), 1, LARGE );
}

bool CaOdsSource::readBook( QString *error )
{
  QSet<QString> hiddenStyles;
  QString style;
  if ( !openPart( CONTENT, error ) )
    return false;
  while ( nextChild( QString() ) )
  {
    if ( reader().name() == QLatin1String( "style" ) )
      style = textAttribute( "style:name" );
    else if ( reader().name() == QLatin1String( "table-properties" ) && textAttribute( "table:display" ) == QLatin1String( "false" ) )
      hiddenStyles << style;
    else if ( reader().name() == QLatin1String( "table" ) )
    {
      if ( !addSheet( { textAttribute( "table:name" ), hiddenStyles.contains( textAttribute( "table:style-name" ) ) }, error ) )
        return false;
      mMerged.append( QVector<CaCellRange>() );
      mTable = mMerged.size() - 1;
      mNumber = 0;
      CaRead read = CaRead::Row;
      while ( read == CaRead::Row )
        read = readCells( error );
      if ( read == CaRead::Failed )
        return false;
    }
  }
  mTable = -1;
  return checkPart( 0, 0, error ) && ( !mMerged.isEmpty() || broken( tr( "it has no sheet with cells" ), error ) );
}

bool CaOdsSource::readMergedRanges( QVector<CaCellRange> &ranges, QString * )
{
  ranges = mMerged.value( sheet() );
  return true;
}

bool CaOdsSource::rewind( int sheet, QString *error )
{
  resetBudget();
  mNumber = mRepeats = 0;
  mTable = -1;
  if ( !openPart( CONTENT, error ) )
    return false;
  for ( int table = 0; nextChild( QString() ); )
  {
    if ( reader().name() == QLatin1String( "table" ) && table++ == sheet )
      return true;
  }
  return checkPart( 0, 0, error ) && broken( tr( "sheet “%1” is gone" ).arg( sheetName() ), error );
}

CaRead CaOdsSource::readRow( CaTableRow &row, QString *error )
{
  if ( mRepeats > 0 )
  {
    --mRepeats;
    ++mNumber;
  }
  else
  {
    const CaRead read = readCells( error );
    if ( read != CaRead::Row )
      return read;
  }
  row.number = mNumber;
  row.cells.clear();
  row.cells.resize( mColumns );
  for ( const Span &span : mSpans )
    row.cells[span.column] = { QStringView( mRowText ).mid( span.begin, span.size ), span.kind };
  return CaRead::Row;
}

//! Reads up to the next row with a cell that is not blank. While the book is opened, notes its merged cells.
CaRead CaOdsSource::readCells( QString *error )
{
  mNumber += mRepeats;
  mRepeats = 0;
  while ( nextChild( QStringLiteral( "table" ) ) )
  {
    if ( !isRowElement( reader() ) )
    {
      // Drawings and their texts are no cells.
      if ( reader().name() == QLatin1String( "shapes" ) )
        reader().skipCurrentElement();
      continue;
    }
    const int repeated = repeatAttribute( "table:number-rows-repeated" );
    int column = 0;
    mRowText.resize( 0 );
    mSpans.clear();
    ++mNumber;
    while ( nextChild( QStringLiteral( "table-row" ) ) )
    {
      const bool isCovered = reader().name() == QLatin1String( "covered-table-cell" );
      if ( !isCovered && reader().name() != QLatin1String( "table-cell" ) )
        continue;
      const int count = repeatAttribute( "table:number-columns-repeated" );
      const int columnsSpanned = repeatAttribute( "table:number-columns-spanned" ),
                rowsSpanned = repeatAttribute( "table:number-rows-spanned" );
      if ( mTable >= 0 && columnsSpanned * static_cast<qint64>( rowsSpanned ) > 1 &&
           mMerged.at( mTable ).size() < options().limits.mergedRanges )
        mMerged[mTable] << CaCellRange{ column, mNumber, column + columnsSpanned - 1, mNumber + rowsSpanned - 1 };
      if ( isCovered )
        reader().skipCurrentElement();
      else if ( !readCell( column, count, error ) )
        return CaRead::Failed;
      column = std::min( column + count, options().limits.columns );
    }
    if ( !checkPart( column, mNumber, error ) )
      return CaRead::Failed;
    if ( mSpans.empty() )
    {
      mNumber = std::min( mNumber + repeated - 1, options().limits.rows );
      continue;
    }
    mColumns = mSpans.back().column + 1;
    mRepeats = mTable >= 0 ? 0 : repeated - 1;
    if ( mTable >= 0 )
      mNumber += repeated - 1;
    return CaRead::Row;
  }
  return checkPart( 0, mNumber, error ) ? CaRead::End : CaRead::Failed;
}

bool CaOdsSource::readCell( int column, int repeated, QString *error )
{
  const QString type = textAttribute( "office:value-type" ), value = textAttribute( "office:value" ),
                date = textAttribute( "office:date-value" );
  const bool hasFormula = !textAttribute( "table:formula" ).isEmpty(),
             isError = textAttribute( "calcext:value-type" ) == QLatin1String( "error" );
  QString text = cellText( QStringLiteral( "table-cell" ) );
  if ( !checkPart( column, mNumber, error ) )
    return false;
  if ( text.size() > options().limits.cellLength )
  {
    tooLong( column, mNumber, error );
    return false;
  }

  CaCellKind kind = CaCellKind::Text;
  bool isNumber = false;
  const double number = value.toDouble( &isNumber );
  if ( isError || ( hasFormula && ( type.isEmpty() || isErrorText( text ) ) ) )
  {
    kind = CaCellKind::Error;
    if ( text.isEmpty() )
      text = QStringLiteral( "=?" );
  }
  else if ( type == QLatin1String( "date" ) )
  {
    kind = CaCellKind::Date;
    text = date;
  }
  else if ( isNumber && type == QLatin1String( "percentage" ) )
  {
    kind = CaCellKind::Number;
    text = numberText( number * 100, QString() ) + QLatin1Char( '%' );
  }
  else if ( isNumber && ( type == QLatin1String( "float" ) || type == QLatin1String( "currency" ) ) )
  {
    kind = CaCellKind::Number;
    text = numberText( number, text );
  }
  if ( std::all_of( text.cbegin(), text.cend(), []( QChar c ) { return c.isSpace(); } ) )
    return true;
  if ( repeated > options().limits.columns - column )
  {
    tooManyColumns( mNumber, error );
    return false;
  }
  const int begin = mRowText.size();
  mRowText += text;
  for ( int i = 0; i < repeated; ++i )
    mSpans.push_back( { column + i, begin, static_cast<int>( text.size() ), kind } );
  if ( mRowText.size() <= options().limits.rowLength )
    return true;
  tooLong( column, mNumber, error );
  return false;
}

QString CaOdsSource::cellText( const QString &element )
{
  QString text;
  bool isFirst = true;
  while ( nextChild( element ) )
  {
    // Comments, pictures and texts in them are no content of the cell.
    if ( reader().name() != QLatin1String( "p" ) )
    {
      reader().skipCurrentElement();
      continue;
    }
    if ( !isFirst )
      text += QLatin1Char( '\n' );
    isFirst = false;
    text += paragraph();
  }
  return text;
}

QString CaOdsSource::paragraph()
{
  QString text;
  while ( !reader().atEnd() )
  {
    reader().readNext();
    if ( reader().isEndElement() && reader().name() == QLatin1String( "p" ) )
      break;
    if ( reader().isCharacters() )
      text += reader().text();
    if ( !reader().isStartElement() )
      continue;
    if ( reader().name() == QLatin1String( "s" ) )
      text += QString( std::min( repeatAttribute( "text:c" ), options().limits.cellLength ), QLatin1Char( ' ' ) );
    else if ( reader().name() == QLatin1String( "tab" ) )
      text += QLatin1Char( '\t' );
    else if ( reader().name() == QLatin1String( "line-break" ) )
      text += QLatin1Char( '\n' );
    else if ( reader().name() == QLatin1String( "ruby-text" ) || reader().name() == QLatin1String( "annotation" ) ||
              reader().name() == QLatin1String( "note" ) )
      reader().skipCurrentElement();
    if ( text.size() > options().limits.cellLength )
      break;
  }
  return text;
}
