// SPDX-License-Identifier: GPL-2.0-or-later
#include "caworkbook.h"

#include <QLocale>

#include <algorithm>

bool CaWorkbook::openPart( const QString &name, QString *error )
{
  // A character may be written as up to six bytes (&#xFF;).
  constexpr qint64 BYTES_PER_CHARACTER = 6;
  mReader.clear();
  mPartName = name;
  mPart = std::make_unique<CaZipPart>( fileName(), name, &mBudget, BYTES_PER_CHARACTER * options().limits.cellLength );
  if ( !mPart->open( QIODevice::ReadOnly ) )
  {
    mPart.reset();
    *error =
        tr( "%1 cannot be read as a workbook: its part %2 is missing or damaged. Open it in the program it comes from and save it again." )
            .arg( fileName(), name );
    return false;
  }
  mReader.setDevice( mPart.get() );
  return true;
}

bool CaWorkbook::nextChild( const QString &parent )
{
  while ( !mReader.atEnd() )
  {
    switch ( mReader.readNext() )
    {
      case QXmlStreamReader::StartElement:
        return true;
      case QXmlStreamReader::EndElement:
        if ( mReader.name() == parent )
          return false;
        break;
      case QXmlStreamReader::DTD:
        // No spreadsheet program writes one; entities in it could grow without end.
        mReader.raiseError( QStringLiteral( "document type definition" ) );
        return false;
      default:
        break;
    }
  }
  return false;
}

bool CaWorkbook::checkPart( int column, int row, QString *error )
{
  if ( mPart && mPart->isTextTooLong() )
  {
    tooLong( column, std::max( row, 1 ), error );
    return false;
  }
  if ( mPart && mPart->isTooLarge() )
  {
    *error = tr( "%1 unzips to more than %2 bytes: it may be a zip bomb. Was it saved by a spreadsheet program?" )
                 .arg( fileName(), QLocale().toString( options().limits.unzipped ) );
    return false;
  }
  if ( isCanceled() )
  {
    *error = tr( "Reading %1 was cancelled." ).arg( fileName() );
    return false;
  }
  if ( !mReader.hasError() )
    return true;
  const QString where = row > 0 ? place( column, row ) : fileName() + QLatin1Char( ':' );
  *error = tr( "%1 the workbook is damaged here (part %2, line %3: %4). Open it in the program it comes from and save it again." )
               .arg( where, mPartName, QString::number( mReader.lineNumber() ), mReader.errorString() );
  return false;
}

bool CaWorkbook::addSheet( const CaSheet &sheet, QString *error )
{
  for ( const CaSheet &other : qAsConst( mSheets ) )
  {
    if ( other.name.compare( sheet.name, Qt::CaseInsensitive ) == 0 )
    {
      *error =
          tr( "%1 has two sheets named “%2”, so that a cell could not be found again. Rename one of them." ).arg( fileName(), sheet.name );
      return false;
    }
  }
  mSheets << sheet;
  return true;
}

bool CaWorkbook::broken( const QString &what, QString *error ) const
{
  *error = tr( "%1 cannot be read as a workbook: %2. Open it in the program it comes from and save it again." ).arg( fileName(), what );
  return false;
}
