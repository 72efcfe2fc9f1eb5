// SPDX-License-Identifier: GPL-2.0-or-later
#include "catablesource.h"

#include "cacsvsource.h"
#include "caodssource.h"
#include "caogrsource.h"
#include "caxlsxsource.h"

#include <qgsfeedback.h>

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace
{

constexpr char OLE_SIGNATURE[] = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
constexpr char ZIP_SIGNATURE[] = "PK\x03\x04";

//! Returns the file that Excel or LibreOffice lays beside \a info while it is open there, empty if there is none.
QString lockFile( const QFileInfo &info )
{
  for ( const QString &name :
        { QStringLiteral( "~$" ) + info.fileName(), QStringLiteral( ".~lock." ) + info.fileName() + QLatin1Char( '#' ) } )
  {
    if ( QFileInfo::exists( info.dir().filePath( name ) ) )
      return name;
  }
  return QString();
}

//! Encrypted workbooks are OLE containers with a stream of this name, written in UTF-16.
bool isEncryptedWorkbook( const QString &fileName )
{
  static const QString name = QStringLiteral( "EncryptedPackage" );
  const QByteArray needle( reinterpret_cast<const char *>( name.utf16() ), 2 * name.size() );
  QFile file( fileName );
  if ( !file.open( QIODevice::ReadOnly ) )
    return false;
  QByteArray window;
  while ( !file.atEnd() )
  {
    window = window.right( needle.size() ) + file.read( 1 << 20 );
    if ( window.contains( needle ) )
      return true;
  }
  return false;
}

} // namespace

CaTableSource::CaTableSource( const QString &fileName, const CaTableOptions &options, QgsFeedback *feedback )
    : mFileName( fileName )
    , mOptions( options )
    , mFeedback( feedback )
{
  const QFileInfo info( fileName );
  mSize = info.size();
  mModified = info.lastModified();
}

std::unique_ptr<CaTableSource> CaTableSource::open( const QString &fileName, const CaTableOptions &options, QgsFeedback *feedback,
                                                    QString *error )
{
  const QFileInfo info( fileName );
  QFile file( fileName );
  const auto fail = [error]( const QString &reason )
  {
    *error = reason;
    return nullptr;
  };
  if ( !info.isFile() )
    return fail( tr( "%1 is not there, or is not a file. Choose the sheet to read." ).arg( fileName ) );
  if ( !file.open( QIODevice::ReadOnly ) )
    return fail(
        tr( "%1 cannot be read (%2). Is it open in another program, or may you not read it?" ).arg( fileName, file.errorString() ) );
  if ( info.size() == 0 )
    return fail( tr( "%1 is empty: it has not a single byte. Was it copied to the end?" ).arg( fileName ) );
  const QString lock = lockFile( info );
  if ( !lock.isEmpty() )
    return fail( tr( "%1 is open in another program, which may hold changes that are not saved. Close it there (or delete %2 beside it if "
                     "it is not open any more)." )
                     .arg( fileName, lock ) );

  const QByteArray start = file.read( 8 );
  const QString suffix = info.suffix().toLower();
  if ( start.startsWith( ZIP_SIGNATURE ) )
    return suffix == QLatin1String( "ods" ) ? std::unique_ptr<CaTableSource>( CaOdsSource::open( fileName, options, feedback, error ) )
                                            : std::unique_ptr<CaTableSource>( CaXlsxSource::open( fileName, options, feedback, error ) );
  if ( start == QByteArray( OLE_SIGNATURE, 8 ) )
  {
    if ( isEncryptedWorkbook( fileName ) )
      return fail( tr( "%1 is protected by a password and cannot be read. Open it, save it without the password, and choose it again." )
                       .arg( fileName ) );
    return CaOgrSource::open( fileName, options, feedback, error );
  }
  if ( suffix == QLatin1String( "xlsx" ) || suffix == QLatin1String( "xlsm" ) || suffix == QLatin1String( "ods" ) ||
       suffix == QLatin1String( "xls" ) )
    return fail(
        tr( "%1 is no workbook, whatever its name says, or it is damaged. Open it in the program it comes from and save it again." )
            .arg( fileName ) );
  if ( suffix == QLatin1String( "dbf" ) )
    return CaOgrSource::open( fileName, options, feedback, error );
  return CaCsvSource::open( fileName, options, feedback, error );
}

QString CaTableSource::address( int column, int row )
{
  QString letters;
  for ( int rest = column + 1; rest > 0; rest = ( rest - 1 ) / 26 )
    letters.prepend( QChar( 'A' + ( rest - 1 ) % 26 ) );
  return letters + QString::number( row );
}

std::pair<int, int> CaTableSource::cellAt( QStringView address )
{
  constexpr int TOO_LARGE = 100000000;
  int column = 0, row = 0;
  for ( const QChar c : address )
  {
    if ( c == QLatin1Char( '$' ) )
      continue;
    if ( row == 0 && c >= QLatin1Char( 'A' ) && c <= QLatin1Char( 'Z' ) )
      column = column * 26 + ( c.unicode() - 'A' ) + 1;
    else if ( column > 0 && c >= QLatin1Char( '0' ) && c <= QLatin1Char( '9' ) )
      row = row * 10 + ( c.unicode() - '0' );
    else
      return { 0, 0 };
    if ( column > TOO_LARGE / 26 || row > TOO_LARGE )
      return { 0, 0 };
  }
  return column == 0 ? std::pair<int, int>( 0, 0 ) : std::pair<int, int>( column - 1, row );
}

bool CaTableSource::openSheet( int sheet, QString *error )
{
  const int count = sheets().size();
  if ( sheet < 0 || sheet >= count )
  {
    *error =
        tr( "%1 has %2 sheets; there is no sheet number %3." ).arg( mFileName, QString::number( count ), QString::number( sheet + 1 ) );
    return false;
  }
  mSheet = sheet;
  return rewind( sheet, error );
}

CaRead CaTableSource::next( CaTableRow &row, QString *error )
{
  if ( isCanceled() )
  {
    *error = tr( "Reading %1 was cancelled." ).arg( mFileName );
    return CaRead::Failed;
  }
  const CaRead read = readRow( row, error );
  if ( read == CaRead::Row && row.number > mOptions.limits.rows )
  {
    *error = tr( "%1 has more than %2 rows. Split it into several files." )
                 .arg( place( 0, row.number ), QString::number( mOptions.limits.rows ) );
    return CaRead::Failed;
  }
  return read == CaRead::End && !isUnchanged( error ) ? CaRead::Failed : read;
}

bool CaTableSource::readMergedRanges( QVector<CaCellRange> &ranges, QString * )
{
  ranges.clear();
  return true;
}

bool CaTableSource::isErrorText( QStringView text )
{
  if ( !text.startsWith( QLatin1Char( '#' ) ) )
    return text.startsWith( QLatin1String( "Err:" ) );
  static const QStringList errors{ QStringLiteral( "#REF!" ),        QStringLiteral( "#VALUE!" ), QStringLiteral( "#DIV/0!" ),
                                   QStringLiteral( "#NAME?" ),       QStringLiteral( "#NULL!" ),  QStringLiteral( "#NUM!" ),
                                   QStringLiteral( "#N/A" ),         QStringLiteral( "#SPILL!" ), QStringLiteral( "#CALC!" ),
                                   QStringLiteral( "#GETTING_DATA" ) };
  return std::any_of( errors.begin(), errors.end(), [text]( const QString &error ) { return text == error; } );
}

bool CaTableSource::isCanceled() const
{
  return mFeedback && mFeedback->isCanceled();
}

QString CaTableSource::place( int column, int row ) const
{
  const QString cell = address( column, row );
  const QString name = sheetName();
  return name.isEmpty() ? tr( "%1, cell %2:" ).arg( mFileName, cell ) : tr( "%1, sheet “%2”, cell %3:" ).arg( mFileName, name, cell );
}

CaRead CaTableSource::tooLong( int column, int row, QString *error ) const
{
  *error = tr( "%1 the text is longer than %2 characters. Is a quote missing, or is this no table?" )
               .arg( place( column, row ), QString::number( mOptions.limits.cellLength ) );
  return CaRead::Failed;
}

CaRead CaTableSource::tooManyColumns( int row, QString *error ) const
{
  *error = tr( "%1 the row has more than %2 columns. Is the delimiter right, and is this a table?" )
               .arg( place( mOptions.limits.columns, row ), QString::number( mOptions.limits.columns ) );
  return CaRead::Failed;
}

bool CaTableSource::isUnchanged( QString *error ) const
{
  const QFileInfo info( mFileName );
  if ( info.size() == mSize && info.lastModified() == mModified )
    return true;
  *error = tr( "%1 was changed while it was read. Wait until it is saved, and read it again." ).arg( mFileName );
  return false;
}
