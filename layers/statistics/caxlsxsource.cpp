// SPDX-License-Identifier: GPL-2.0-or-later
#include "caxlsxsource.h"

#include <QDate>
#include <QRegularExpression>
#include <QTime>

#include <algorithm>
#include <cmath>

namespace
{

const QString WORKBOOK_TYPE = QStringLiteral( "/officeDocument" );
const QString STYLES_TYPE = QStringLiteral( "/styles" );
const QString SHARED_TYPE = QStringLiteral( "/sharedStrings" );

//! Returns the name of the part that \a target means in a part called \a from.
QString resolved( const QString &from, const QString &target )
{
  if ( target.startsWith( QLatin1Char( '/' ) ) )
    return target.mid( 1 );
  return from.left( from.lastIndexOf( QLatin1Char( '/' ) ) + 1 ) + target;
}

//! Returns the value of an attribute whatever its namespace prefix is.
QString attribute( const QXmlStreamAttributes &attributes, QLatin1String name )
{
  for ( const QXmlStreamAttribute &candidate : attributes )
  {
    if ( candidate.name() == name )
      return candidate.value().toString();
  }
  return QString();
}

bool isTrue( const QString &value )
{
  return value == QLatin1String( "1" ) || value == QLatin1String( "true" );
}

} // namespace

std::unique_ptr<CaTableSource> CaXlsxSource::open( const QString &fileName, const CaTableOptions &options, QgsFeedback *feedback,
                                                   QString *error )
{
  std::unique_ptr<CaXlsxSource> source( new CaXlsxSource( fileName, options, feedback ) );
  if ( !source->readBook( error ) )
    return nullptr;
  return source;
}

bool CaXlsxSource::readBook( QString *error )
{
  QMap<QString, Target> targets;
  if ( !readRelations( QString(), targets, error ) )
    return false;
  const auto book =
      std::find_if( targets.cbegin(), targets.cend(), []( const Target &target ) { return target.type.endsWith( WORKBOOK_TYPE ); } );
  if ( book == targets.cend() )
    return broken( tr( "it is a zip file without a workbook" ), error );
  const QString part = book->part;
  targets.clear();
  if ( !readRelations( part, targets, error ) || !readSheets( part, targets, error ) )
    return false;
  for ( const Target &target : qAsConst( targets ) )
  {
    if ( target.type.endsWith( STYLES_TYPE ) && !readStyles( target.part, error ) )
      return false;
    if ( target.type.endsWith( SHARED_TYPE ) && !readSharedTexts( target.part, error ) )
      return false;
  }
  return true;
}

bool CaXlsxSource::readRelations( const QString &part, QMap<QString, Target> &targets, QString *error )
{
  const int slash = part.lastIndexOf( QLatin1Char( '/' ) ) + 1;
  if ( !openPart( QStringLiteral( "%1_rels/%2.rels" ).arg( part.left( slash ), part.mid( slash ) ), error ) )
    return false;
  while ( nextChild( QString() ) )
  {
    if ( reader().name() != QLatin1String( "Relationship" ) )
      continue;
    const QXmlStreamAttributes attributes = reader().attributes();
    targets.insert(
        attribute( attributes, QLatin1String( "Id" ) ),
        { attribute( attributes, QLatin1String( "Type" ) ), resolved( part, attribute( attributes, QLatin1String( "Target" ) ) ) } );
  }
  return checkPart( 0, 0, error );
}

bool CaXlsxSource::readSheets( const QString &part, const QMap<QString, Target> &targets, QString *error )
{
  if ( !openPart( part, error ) )
    return false;
  while ( nextChild( QString() ) )
  {
    const QXmlStreamAttributes attributes = reader().attributes();
    if ( reader().name() == QLatin1String( "workbookPr" ) )
      mFrom1904 = isTrue( attribute( attributes, QLatin1String( "date1904" ) ) );
    if ( reader().name() != QLatin1String( "sheet" ) )
      continue;
    // r:id; sheetId has another name.
    const auto target = targets.constFind( attribute( attributes, QLatin1String( "id" ) ) );
    if ( target == targets.constEnd() )
      return broken( tr( "a sheet of it is missing" ), error );
    // Charts and macro sheets hold no cells.
    if ( !target->type.endsWith( QLatin1String( "/worksheet" ) ) )
      continue;
    const QString state = attribute( attributes, QLatin1String( "state" ) );
    if ( !addSheet( { attribute( attributes, QLatin1String( "name" ) ), !state.isEmpty() && state != QLatin1String( "visible" ) }, error ) )
      return false;
    mParts << target->part;
  }
  if ( !checkPart( 0, 0, error ) )
    return false;
  return !mParts.isEmpty() || broken( tr( "it has no sheet with cells" ), error );
}

bool CaXlsxSource::readStyles( const QString &part, QString *error )
{
  if ( !openPart( part, error ) )
    return false;
  QHash<int, QString> codes;
  bool inCells = false;
  while ( nextChild( QString() ) )
  {
    const QXmlStreamAttributes attributes = reader().attributes();
    if ( reader().name() == QLatin1String( "numFmt" ) )
      codes.insert( attribute( attributes, QLatin1String( "numFmtId" ) ).toInt(), attribute( attributes, QLatin1String( "formatCode" ) ) );
    else if ( reader().name() == QLatin1String( "cellXfs" ) || reader().name() == QLatin1String( "cellStyleXfs" ) ||
              reader().name() == QLatin1String( "cellStyles" ) )
      inCells = reader().name() == QLatin1String( "cellXfs" );
    else if ( inCells && reader().name() == QLatin1String( "xf" ) )
      mFormats.push_back( formatOf( attribute( attributes, QLatin1String( "numFmtId" ) ).toInt(), codes ) );
  }
  return checkPart( 0, 0, error );
}

CaXlsxSource::Format CaXlsxSource::formatOf( int id, const QHash<int, QString> &codes ) const
{
  static const QRegularExpression aside( QStringLiteral( "\"[^\"]*\"|\\\\.|_.|\\*.|\\[[^\\]]*\\]" ) );
  static const QRegularExpression scaling( QStringLiteral( "[0#?](,+)(?![0#?,])" ) );
  Format format;
  // Formats without a code of their own: ISO/IEC 29500-1, 18.8.30, with those of Japanese Excel (27-36 and 50-58).
  format.isDate = ( id >= 14 && id <= 22 ) || ( id >= 27 && id <= 36 ) || ( id >= 45 && id <= 47 ) || ( id >= 50 && id <= 58 );
  format.isPercent = id == 9 || id == 10;
  const auto code = codes.constFind( id );
  if ( code == codes.constEnd() )
    return format;
  const QString picture = QString( *code ).remove( aside ).section( QLatin1Char( ';' ), 0, 0 );
  static const QRegularExpression dateLetter( QStringLiteral( "[ymdhseg]" ), QRegularExpression::CaseInsensitiveOption );
  format.isDate = picture.compare( QLatin1String( "General" ), Qt::CaseInsensitive ) != 0 && !picture.contains( QLatin1Char( '0' ) ) &&
                  picture.contains( dateLetter );
  format.isPercent = picture.contains( QLatin1Char( '%' ) );
  if ( !picture.isEmpty() && picture.count( QLatin1Char( '0' ) ) == picture.size() )
    format.zeros = picture.size();
  format.thousands = scaling.match( picture ).capturedLength( 1 );
  return format;
}

bool CaXlsxSource::readSharedTexts( const QString &part, QString *error )
{
  if ( !openPart( part, error ) )
    return false;
  while ( nextChild( QString() ) )
  {
    if ( reader().name() != QLatin1String( "si" ) )
      continue;
    mSharedText += richText( QStringLiteral( "si" ) );
    mSharedEnds.push_back( mSharedText.size() );
    // Each text costs at least its place in the list.
    if ( mSharedText.size() + 4LL * static_cast<qint64>( mSharedEnds.size() ) > options().limits.sharedText )
      return broken( tr( "its shared texts are larger than this computer should be asked to hold (%L1 characters)" )
                         .arg( options().limits.sharedText ),
                     error );
    if ( mSharedEnds.size() % 1024 == 0 && isCanceled() )
      break;
  }
  return checkPart( 0, 0, error );
}

//! Returns the text of the element the reader is in, without the furigana that Excel keeps beside it.
QString CaXlsxSource::richText( const QString &element )
{
  QString text;
  while ( nextChild( element ) )
  {
    if ( reader().name() == QLatin1String( "rPh" ) )
      reader().skipCurrentElement();
    else if ( reader().name() == QLatin1String( "t" ) )
      text += reader().readElementText( QXmlStreamReader::IncludeChildElements );
  }
  return text;
}

bool CaXlsxSource::rewind( int sheet, QString *error )
{
  resetBudget();
  mNumber = 0;
  return openPart( mParts.at( sheet ), error );
}

CaRead CaXlsxSource::readRow( CaTableRow &row, QString *error )
{
  mRowText.resize( 0 );
  mSpans.clear();
  while ( nextChild( QStringLiteral( "sheetData" ) ) )
  {
    if ( reader().name() != QLatin1String( "row" ) )
      continue;
    const QString number = attribute( reader().attributes(), QLatin1String( "r" ) );
    const int next = number.isEmpty() ? mNumber + 1 : number.toInt();
    if ( next <= mNumber )
    {
      broken( tr( "row %1 of sheet “%2” stands after row %3" ).arg( number, sheetName(), QString::number( mNumber ) ), error );
      return CaRead::Failed;
    }
    mNumber = next;
    int column = -1;
    while ( nextChild( QStringLiteral( "row" ) ) )
    {
      if ( reader().name() != QLatin1String( "c" ) )
        continue;
      const QString address = attribute( reader().attributes(), QLatin1String( "r" ) );
      const std::pair<int, int> cell = address.isEmpty() ? std::make_pair( column + 1, mNumber ) : cellAt( address );
      if ( cell.second != mNumber || cell.first <= column )
      {
        broken( tr( "cell “%1” of sheet “%2” stands in row %3" ).arg( address, sheetName(), QString::number( mNumber ) ), error );
        return CaRead::Failed;
      }
      column = cell.first;
      if ( column >= options().limits.columns )
        return tooManyColumns( mNumber, error );
      if ( !readCell( column, mNumber, error ) )
        return CaRead::Failed;
    }
    if ( !checkPart( std::max( column, 0 ), mNumber, error ) )
      return CaRead::Failed;
    row.number = mNumber;
    row.cells.clear();
    row.cells.resize( column + 1 );
    for ( const Span &span : mSpans )
      row.cells[span.column] = { QStringView( mRowText ).mid( span.begin, span.size ), span.kind };
    return CaRead::Row;
  }
  return checkPart( 0, mNumber, error ) ? CaRead::End : CaRead::Failed;
}

bool CaXlsxSource::readCell( int column, int row, QString *error )
{
  const QXmlStreamAttributes attributes = reader().attributes();
  const QString type = attribute( attributes, QLatin1String( "t" ) );
  const size_t style = attribute( attributes, QLatin1String( "s" ) ).toUInt();
  QString value;
  bool hasFormula = false, hasValue = false;
  while ( nextChild( QStringLiteral( "c" ) ) )
  {
    if ( reader().name() == QLatin1String( "v" ) )
    {
      value = reader().readElementText( QXmlStreamReader::IncludeChildElements );
      hasValue = !value.isEmpty() || type == QLatin1String( "str" );
    }
    else if ( reader().name() == QLatin1String( "is" ) )
    {
      value = richText( QStringLiteral( "is" ) );
      hasValue = true;
    }
    else if ( reader().name() == QLatin1String( "f" ) )
    {
      hasFormula = true;
      reader().skipCurrentElement();
    }
  }
  if ( !checkPart( column, row, error ) )
    return false;

  if ( hasFormula && !hasValue )
    addCell( column, u"=?", CaCellKind::Error );
  else if ( type == QLatin1String( "s" ) )
  {
    bool isNumber = false;
    const size_t index = value.toUInt( &isNumber );
    if ( !hasValue )
      return true;
    if ( !isNumber || index >= mSharedEnds.size() )
      return broken( tr( "cell %1 of sheet “%2” refers to a text that is not there" ).arg( address( column, row ), sheetName() ), error );
    const int begin = index == 0 ? 0 : mSharedEnds[index - 1];
    addCell( column, QStringView( mSharedText ).mid( begin, mSharedEnds[index] - begin ), CaCellKind::Text );
  }
  else if ( type == QLatin1String( "e" ) )
    addCell( column, value, CaCellKind::Error );
  else if ( type == QLatin1String( "b" ) )
    addCell( column, isTrue( value ) ? u"TRUE" : u"FALSE", CaCellKind::Text );
  else if ( type == QLatin1String( "d" ) )
    addCell( column, value, CaCellKind::Date );
  else if ( type == QLatin1String( "str" ) || type == QLatin1String( "inlineStr" ) )
    addCell( column, value, CaCellKind::Text );
  else if ( hasValue )
  {
    CaCellKind kind = CaCellKind::Number;
    const QString text = shown( value, style < mFormats.size() ? mFormats[style] : Format(), &kind );
    addCell( column, text, kind );
  }
  if ( mRowText.size() > options().limits.rowLength || ( !mSpans.empty() && mSpans.back().size > options().limits.cellLength ) )
  {
    tooLong( column, row, error );
    return false;
  }
  return true;
}

void CaXlsxSource::addCell( int column, QStringView text, CaCellKind kind )
{
  const bool isBlank = kind != CaCellKind::Error && std::all_of( text.begin(), text.end(), []( QChar c ) { return c.isSpace(); } );
  mSpans.push_back( { column, static_cast<int>( mRowText.size() ), static_cast<int>( text.size() ), isBlank ? CaCellKind::Blank : kind } );
  mRowText.append( text.data(), static_cast<int>( text.size() ) );
}

//! Returns a number as the sheet shows it, but with all its digits.
QString CaXlsxSource::shown( const QString &value, const Format &format, CaCellKind *kind ) const
{
  // Excel computes with 15 digits and saves up to 17: 0.1 is saved as 0.10000000000000001.
  constexpr int DIGITS = 15;
  bool isNumber = false;
  double number = value.toDouble( &isNumber );
  if ( !isNumber || !std::isfinite( number ) )
  {
    *kind = CaCellKind::Text;
    return value;
  }
  if ( format.isDate )
  {
    *kind = CaCellKind::Date;
    return dateOf( number );
  }
  number /= std::pow( 1000, format.thousands );
  if ( format.isPercent )
    number *= 100;
  const bool isWhole = number == std::floor( number ) && std::abs( number ) < 1e15;
  QString text = isWhole ? QString::number( static_cast<qint64>( number ) ) : QString::number( number, 'g', DIGITS );
  if ( isWhole && number >= 0 )
    text = text.rightJustified( format.zeros, QLatin1Char( '0' ) );
  return format.isPercent ? text + QLatin1Char( '%' ) : text;
}

QString CaXlsxSource::dateOf( double serial ) const
{
  constexpr double LAST_DAY = 2958465; // 9999-12-31
  if ( serial < 0 || serial > LAST_DAY )
    return QString::number( serial, 'g', 15 );
  const double day = std::floor( serial );
  const int seconds = static_cast<int>( std::lround( ( serial - day ) * 86400 ) );
  if ( day == 0 && !mFrom1904 )
    return QTime( 0, 0 ).addSecs( seconds ).toString( Qt::ISODate );
  // Excel counts the 29th of February 1900, which never was.
  const QDate start = mFrom1904 ? QDate( 1904, 1, 1 ) : QDate( 1899, 12, day < 60 ? 31 : 30 );
  const QString date = start.addDays( static_cast<qint64>( day ) ).toString( Qt::ISODate );
  return seconds == 0 ? date : date + QLatin1Char( 'T' ) + QTime( 0, 0 ).addSecs( seconds ).toString( Qt::ISODate );
}

bool CaXlsxSource::readMergedRanges( QVector<CaCellRange> &ranges, QString *error )
{
  // They stand behind the rows: a reader of its own goes there, so that the rows are read on from where they are.
  CaXlsxSource book( fileName(), options(), feedback() );
  ranges.clear();
  if ( !book.openPart( mParts.at( sheet() ), error ) )
    return false;
  while ( book.nextChild( QString() ) )
  {
    if ( book.reader().name() == QLatin1String( "sheetData" ) && !book.skipRows() )
      break;
    if ( book.reader().name() != QLatin1String( "mergeCell" ) )
      continue;
    const QStringList corners = attribute( book.reader().attributes(), QLatin1String( "ref" ) ).split( QLatin1Char( ':' ) );
    const std::pair<int, int> first = cellAt( corners.first() ), last = cellAt( corners.last() );
    if ( first.second == 0 || last.second < first.second || last.first < first.first || ranges.size() >= options().limits.mergedRanges )
      return broken( tr( "the merged cells of sheet “%1” make no sense" ).arg( sheetName() ), error );
    ranges << CaCellRange{ first.first, first.second, last.first, last.second };
  }
  return book.checkPart( 0, 0, error );
}

//! Goes to the end of the rows. \returns false if they have no end
bool CaXlsxSource::skipRows()
{
  while ( !reader().atEnd() && !isCanceled() )
  {
    if ( reader().readNext() == QXmlStreamReader::EndElement && reader().name() == QLatin1String( "sheetData" ) )
      return true;
  }
  return false;
}
