// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "catablesource.h"
#include "fuzztext.h"

#include <QFile>
#include <QStringList>
#include <QTemporaryDir>

//! Returns a folder for the files of a run, in memory if the system has such.
inline QString caFuzzFolder()
{
  static const QTemporaryDir folder( QFile::exists( QStringLiteral( "/dev/shm" ) ) ? QStringLiteral( "/dev/shm/fuzz-XXXXXX" )
                                                                                   : QStringLiteral( "fuzz-XXXXXX" ) );
  return folder.path();
}

inline QString caFuzzFile( const QString &name, const QByteArray &bytes )
{
  QFile file( caFuzzFolder() + QLatin1Char( '/' ) + name );
  caPromise( file.open( QIODevice::WriteOnly ) && file.write( bytes ) == bytes.size(), "a file can be written", name );
  return file.fileName();
}

//! Limits that small inputs can reach.
inline CaTableLimits caFuzzLimits()
{
  CaTableLimits limits;
  limits.columns = 40;
  limits.rows = 3000;
  limits.cellLength = 200;
  limits.rowLength = 2000;
  limits.unzipped = 1 << 20;
  limits.sharedText = 5000;
  limits.mergedRanges = 20;
  return limits;
}

/**
 * Reads all sheets of \a fileName and returns their cells, and the error at the end, if there is one. Promises: rows ascend, no limit is
 * passed, texts are whole, and a failure says why and in which file.
 */
inline QStringList caFuzzRead( const QString &fileName, const CaTableOptions &options )
{
  QStringList all;
  QString error;
  const std::unique_ptr<CaTableSource> source = CaTableSource::open( fileName, options, nullptr, &error );
  caPromise( source || error.contains( fileName ), "an error names the file", error );
  for ( int sheet = 0; source && sheet < source->sheets().size(); ++sheet )
  {
    QVector<CaCellRange> ranges;
    error.clear();
    if ( !source->openSheet( sheet, &error ) || !source->readMergedRanges( ranges, &error ) )
    {
      caPromise( error.contains( fileName ), "an error names the file", error );
      return all << error;
    }
    CaTableRow row;
    int last = 0;
    CaRead read = CaRead::Row;
    while ( ( read = source->next( row, &error ) ) == CaRead::Row )
    {
      caPromise( row.number > last && row.number <= options.limits.rows, "rows ascend", QString::number( row.number ) );
      caPromise( row.cells.size() <= options.limits.columns, "columns", QString::number( row.cells.size() ) );
      last = row.number;
      for ( int i = 0; i < row.cells.size(); ++i )
      {
        const CaCell cell = row.at( i );
        caPromise( cell.text.size() <= options.limits.cellLength, "length of a cell", cell.text.toString() );
        all << CaTableSource::address( i, row.number ) + QLatin1Char( '=' ) + QString::number( static_cast<int>( cell.kind ) ) +
                   cell.text.toString();
      }
    }
    caPromise( ( read == CaRead::Failed ) == !error.isEmpty() && ( error.isEmpty() || error.contains( fileName ) ), "a failure says why",
               error );
    all << error;
  }
  return all;
}
