// SPDX-License-Identifier: GPL-2.0-or-later
#include "catagtable.h"

#include "cacompat.h"
#include "cafiles.h"

#include <qgsfields.h>
#include <qgsvectorfilewriter.h>

#include <QFile>
#include <QFileInfo>

QgsFields CaTagTable::fields()
{
  QgsFields fields;
  fields.append( QgsField( QStringLiteral( "point_id" ), CaCompat::LongField ) );
  fields.append( QgsField( QStringLiteral( "areas" ), CaCompat::TextField ) );
  fields.append( QgsField( QStringLiteral( "number" ), CaCompat::IntegerField ) );
  return fields;
}

QString CaTagTable::text( const std::vector<int> &areas, const QStringList &codes )
{
  QStringList found;
  for ( const int area : areas )
    found << codes.at( area );
  return found.join( QLatin1Char( ';' ) );
}

std::unique_ptr<CaTagTable> CaTagTable::create( const QString &fileName, const QStringList &codes, QString *error )
{
  std::unique_ptr<CaTagTable> table( new CaTagTable() );
  table->mFileName = fileName;
  table->mBeside = CaFiles::besideName( fileName );
  table->mLayer = QFileInfo( fileName ).completeBaseName();
  table->mCodes = codes;
  if ( !CaFiles::prepareFolder( QFileInfo( fileName ).path(), error ) )
    return nullptr;
  QgsVectorFileWriter::SaveVectorOptions options;
  options.driverName = QStringLiteral( "GPKG" );
  options.layerName = table->mLayer;
  std::unique_ptr<QgsVectorFileWriter> writer( QgsVectorFileWriter::create(
      table->mBeside, fields(), CaCompat::NoGeometryType, QgsCoordinateReferenceSystem(), QgsCoordinateTransformContext(), options ) );
  *error = writer->errorMessage();
  const bool isMade = writer->hasError() == QgsVectorFileWriter::NoError;
  writer.reset();
  return isMade && table->open( error ) ? std::move( table ) : nullptr;
}

CaTagTable::~CaTagTable()
{
  if ( mWriting.valid() )
    mWriting.wait();
  mInsert = CaSqliteQuery();
  mInsertRows = CaSqliteQuery();
  mDatabase = CaSqlite();
  QFile::remove( mBeside );
}

bool CaTagTable::open( QString *error )
{
  std::optional<CaSqlite> database = CaSqlite::open( mBeside, CaSqlite::Access::ReadWrite, error );
  if ( !database )
    return false;
  mDatabase = std::move( *database );
  QString dropping;
  CaSqliteQuery triggers = mDatabase.prepare( QStringLiteral( "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'" ) );
  while ( triggers.next() )
  {
    dropping += QStringLiteral( "DROP TRIGGER %1;" ).arg( CaSqlite::quotedName( triggers.text( 0 ) ) );
    mTriggers << triggers.text( 1 );
  }
  triggers = CaSqliteQuery();
  // Nobody else has the file, which is thrown away if it is not finished: no journal is needed.
  if ( !mDatabase.execute( QStringLiteral( "PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = OFF; BEGIN;" ) + dropping, error ) )
    return false;
  const QString insert =
      QStringLiteral( "INSERT INTO %1 (point_id, areas, number) VALUES (?, ?, ?)" ).arg( CaSqlite::quotedName( mLayer ) );
  mInsert = mDatabase.prepare( insert );
  mInsertRows = mDatabase.prepare( insert + QStringLiteral( ", (?, ?, ?)" ).repeated( ROWS - 1 ) );
  return true;
}

bool CaTagTable::wait( QString *error )
{
  if ( !mWriting.valid() || mWriting.get() )
    return true;
  *error = mDatabase.lastError();
  return false;
}

bool CaTagTable::add( std::vector<int64_t> &ids, std::vector<std::vector<int>> &areas, QString *error )
{
  if ( !wait( error ) )
    return false;
  mIds.swap( ids );
  mAreas.swap( areas );
  mWriting = std::async( std::launch::async, [this] { return writeBatch(); } );
  return true;
}

bool CaTagTable::writeBatch()
{
  std::vector<size_t> rows;
  for ( size_t i = 0; i < mIds.size(); ++i )
  {
    if ( !mAreas[i].empty() )
      rows.push_back( i );
  }
  for ( size_t first = 0; first < rows.size(); )
  {
    const size_t count = rows.size() - first < ROWS ? 1 : ROWS;
    CaSqliteQuery &insert = count == 1 ? mInsert : mInsertRows;
    for ( size_t i = 0; i < count; ++i )
      bind( insert, static_cast<int>( i ), rows[first + i] );
    if ( !insert.run() )
      return false;
    first += count;
  }
  mRows += static_cast<qlonglong>( rows.size() );
  return true;
}

void CaTagTable::bind( CaSqliteQuery &insert, int row, size_t point )
{
  const std::vector<int> &areas = mAreas[point];
  auto known = mTexts.find( areas );
  if ( known == mTexts.end() )
    known = mTexts.emplace( areas, text( areas, mCodes ) ).first;
  insert.bind( 3 * row, static_cast<qlonglong>( mIds[point] ) )
      .bind( 3 * row + 1, known->second )
      .bind( 3 * row + 2, static_cast<qlonglong>( areas.size() ) );
}

bool CaTagTable::finish( QString *error )
{
  if ( !wait( error ) )
    return false;
  mInsert = CaSqliteQuery();
  mInsertRows = CaSqliteQuery();
  CaSqliteQuery count = mDatabase.prepare( QStringLiteral( "UPDATE gpkg_ogr_contents SET feature_count = ? WHERE table_name = ?" ) );
  const bool isCounted = count.bind( 0, mRows ).bind( 1, mLayer ).run();
  count = CaSqliteQuery();
  if ( !isCounted )
  {
    *error = mDatabase.lastError();
    return false;
  }
  if ( !mDatabase.execute( mTriggers.join( QLatin1Char( ';' ) ) + QLatin1String( "; COMMIT" ), error ) )
    return false;
  mDatabase = CaSqlite();
  return CaFiles::moveIntoPlace( mBeside, mFileName, true, error );
}
