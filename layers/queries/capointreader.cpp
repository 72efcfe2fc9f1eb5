// SPDX-License-Identifier: GPL-2.0-or-later
#include "capointreader.h"

#include <qgsfeedback.h>

#include <QtEndian>

#include <gdal_priv.h>
#include <ogr_recordbatch.h>
#include <ogrsf_frmts.h>

#include <cmath>
#include <cstring>

namespace
{

struct Stream
{
  ArrowArrayStream stream{};
  ~Stream()
  {
    if ( stream.release )
      stream.release( &stream );
  }
};

struct Schema
{
  ArrowSchema schema{};
  ~Schema()
  {
    if ( schema.release )
      schema.release( &schema );
  }
};

struct Array
{
  ArrowArray array{};
  ~Array()
  {
    if ( array.release )
      array.release( &array );
  }
};

bool isValid( const ArrowArray *column, int64_t row )
{
  const uint8_t *bits = static_cast<const uint8_t *>( column->buffers[0] );
  return !bits || ( bits[row / 8] >> ( row % 8 ) & 1 );
}

//! Reads a WKB point of \a size bytes; \returns false for anything else and for points without position.
bool readPoint( const uint8_t *wkb, int64_t size, CaPoint *point )
{
  constexpr int64_t POINT_SIZE = 21;
  if ( size < POINT_SIZE )
    return false;
  const bool isSwapped = ( wkb[0] == 1 ) != ( Q_BYTE_ORDER == Q_LITTLE_ENDIAN );
  quint64 bits[2];
  std::memcpy( bits, wkb + 5, sizeof bits );
  if ( isSwapped )
  {
    bits[0] = qbswap( bits[0] );
    bits[1] = qbswap( bits[1] );
  }
  std::memcpy( point, bits, sizeof bits );
  return std::isfinite( point->x ) && std::isfinite( point->y );
}

} // namespace

bool CaPointReader::read( const QString &fileName, const QString &layerName, const std::function<bool( Batch & )> &use, QString *error,
                          QgsFeedback *feedback )
{
  GDALAllRegister();
  const CPLErrorStateBackuper errorState;
  const CPLErrorHandlerPusher quiet( CPLQuietErrorHandler );
  const GDALDatasetUniquePtr dataset( GDALDataset::Open( fileName.toUtf8().constData(), GDAL_OF_VECTOR | GDAL_OF_READONLY ) );
  OGRLayer *layer = !dataset              ? nullptr
                    : layerName.isEmpty() ? dataset->GetLayer( 0 )
                                          : dataset->GetLayerByName( layerName.toUtf8().constData() );
  if ( !layer || wkbFlatten( layer->GetGeomType() ) != wkbPoint )
  {
    *error = tr( "%1 has no layer of points that can be read." ).arg( fileName );
    return false;
  }
  CPLStringList ignored;
  for ( int i = 0; i < layer->GetLayerDefn()->GetFieldCount(); ++i )
    ignored.AddString( layer->GetLayerDefn()->GetFieldDefn( i )->GetNameRef() );
  layer->SetIgnoredFields( const_cast<const char **>( ignored.List() ) );
  const double expected = static_cast<double>( std::max<GIntBig>( 1, layer->GetFeatureCount( TRUE ) ) );

  Stream stream;
  Schema schema;
  bool isGood = layer->GetArrowStream( &stream.stream, nullptr ) && stream.stream.get_schema( &stream.stream, &schema.schema ) == 0;
  int64_t idColumn = -1;
  int64_t pointColumn = -1;
  for ( int64_t i = 0; isGood && i < schema.schema.n_children; ++i )
  {
    const ArrowSchema *column = schema.schema.children[i];
    if ( qstrcmp( column->format, "l" ) == 0 )
      idColumn = i;
    if ( qstrcmp( column->format, "z" ) == 0 )
      pointColumn = i;
  }
  isGood = isGood && pointColumn != -1;
  Batch batch;
  int64_t seen = 0;
  while ( isGood )
  {
    Array array;
    if ( stream.stream.get_next( &stream.stream, &array.array ) != 0 )
    {
      isGood = false;
      break;
    }
    if ( !array.array.release )
      break; // the end
    const ArrowArray *points = array.array.children[pointColumn];
    const ArrowArray *ids = idColumn == -1 ? nullptr : array.array.children[idColumn];
    const int32_t *offsets = static_cast<const int32_t *>( points->buffers[1] );
    const uint8_t *bytes = static_cast<const uint8_t *>( points->buffers[2] );
    batch.ids.clear();
    batch.points.clear();
    batch.without = 0;
    for ( int64_t i = 0; i < array.array.length; ++i )
    {
      const int64_t row = i + points->offset;
      CaPoint point;
      if ( !isValid( points, row ) || !readPoint( bytes + offsets[row], offsets[row + 1] - offsets[row], &point ) )
      {
        ++batch.without;
        continue;
      }
      batch.points.push_back( point );
      batch.ids.push_back( ids ? static_cast<const int64_t *>( ids->buffers[1] )[i + ids->offset] : seen + i );
    }
    seen += array.array.length;
    if ( !use( batch ) || ( feedback && feedback->isCanceled() ) )
    {
      *error = tr( "Cancelled." );
      return false;
    }
    if ( feedback )
      feedback->setProgress( 100.0 * static_cast<double>( seen ) / expected );
  }
  if ( !isGood )
    *error =
        tr( "%1 could not be read to its end (%2). Take a fresh copy of it." ).arg( fileName, QString::fromUtf8( CPLGetLastErrorMsg() ) );
  return isGood;
}
