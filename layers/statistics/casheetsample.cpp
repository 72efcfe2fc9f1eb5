// SPDX-License-Identifier: GPL-2.0-or-later
#include "casheetsample.h"

#include <QFileInfo>

#include <algorithm>

std::optional<CaSheetSample> CaSheetSample::read( CaTableSource &source, int sheet, QString *error, int rows )
{
  // Of each cell only as much as a person would look at.
  constexpr int LENGTH = 2000, MOST_MERGED = 2000;
  CaSheetSample sample;
  QVector<CaCellRange> ranges;
  if ( !source.openSheet( sheet, error ) || !source.readMergedRanges( ranges, error ) )
    return std::nullopt;
  for ( const CaCellRange &range : qAsConst( ranges ) )
  {
    if ( range.firstRow <= rows && sample.mMerged.size() < MOST_MERGED )
      sample.mMerged << range;
  }
  CaTableRow row;
  CaRead read = CaRead::Row;
  while ( sample.mRows.size() < rows && ( read = source.next( row, error ) ) == CaRead::Row && row.number <= rows )
  {
    sample.mRows.resize( row.number );
    QVector<Cell> &cells = sample.mRows.last();
    for ( const CaCell &cell : qAsConst( row.cells ) )
      cells << Cell{ cell.text.trimmed().left( LENGTH ).toString(), cell.kind };
    while ( !cells.isEmpty() && cells.last().kind == CaCellKind::Blank )
      cells.removeLast();
    sample.mColumns = std::max<int>( sample.mColumns, cells.size() );
  }
  sample.mFile = QFileInfo( source.fileName() ).fileName();
  sample.mSheet = source.sheetName();
  sample.mEncoding = source.encoding();
  sample.mDelimiter = source.delimiter();
  if ( read == CaRead::Failed || !source.openSheet( sheet, error ) )
    return std::nullopt;
  return sample;
}

QString CaSheetSample::text( int row, int column ) const
{
  return mRows.value( row - 1 ).value( column ).text;
}

CaCellKind CaSheetSample::kind( int row, int column ) const
{
  return mRows.value( row - 1 ).value( column ).kind;
}

QString CaSheetSample::merged( int row, int column ) const
{
  const QString own = text( row, column );
  if ( !own.isEmpty() )
    return own;
  for ( const CaCellRange &range : mMerged )
  {
    if ( row >= range.firstRow && row <= range.lastRow && column >= range.firstColumn && column <= range.lastColumn )
      return text( range.firstRow, range.firstColumn );
  }
  return QString();
}

QStringList CaSheetSample::texts( int row ) const
{
  QStringList texts;
  for ( const Cell &cell : mRows.value( row - 1 ) )
  {
    if ( !cell.text.isEmpty() )
      texts << cell.text;
  }
  return texts;
}
