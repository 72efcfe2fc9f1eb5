// SPDX-License-Identifier: GPL-2.0-or-later
#include "capointreader.h"

#include <qgsfeedback.h>

#include <QtEndian>

#include <gdal_priv.h>
#include <ogr_recordbatch.h>
#include <ogrsf_frmts.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <future>
#include <utility>

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

//! A layer of points that is read batch by batch, on any thread but one at a time.
class PointLayer
{
public:
  enum class State
  {
    More,
    End,
    Failed
  };

  //! \returns whether it is there and of points
  bool open( const QString &fileName, const QString &layerName )
  {
    mDataset.reset( GDALDataset::Open( fileName.toUtf8().constData(), GDAL_OF_VECTOR | GDAL_OF_READONLY ) );
    OGRLayer *layer = !mDataset             ? nullptr
                      : layerName.isEmpty() ? mDataset->GetLayer( 0 )
                                            : mDataset->GetLayerByName( layerName.toUtf8().constData() );
    if ( !layer || wkbFlatten( layer->GetGeomType() ) != wkbPoint )
      return false;
    CPLStringList ignored;
    for ( int i = 0; i < layer->GetLayerDefn()->GetFieldCount(); ++i )
      ignored.AddString( layer->GetLayerDefn()->GetFieldDefn( i )->GetNameRef() );
    layer->SetIgnoredFields( const_cast<const char **>( ignored.List() ) );
    mCount = layer->GetFeatureCount( TRUE );
    Schema schema;
    if ( !layer->GetArrowStream( &mStream.stream, nullptr ) || mStream.stream.get_schema( &mStream.stream, &schema.schema ) != 0 )
      return true; // read() says that it cannot be read
    for ( int64_t i = 0; i < schema.schema.n_children; ++i )
    {
      const ArrowSchema *column = schema.schema.children[i];
      if ( qstrcmp( column->format, "l" ) == 0 )
        mIdColumn = i;
      if ( qstrcmp( column->format, "z" ) == 0 )
        mPointColumn = i;
    }
    return true;
  }

  int64_t count() const { return mCount; }
  QString error() const { return mError; }

  //! Reads the next batch.
  State read( CaPointReader::Batch &batch )
  {
    const CPLErrorStateBackuper errorState;
    const CPLErrorHandlerPusher quiet( CPLQuietErrorHandler );
    Array array;
    if ( mPointColumn == -1 || mStream.stream.get_next( &mStream.stream, &array.array ) != 0 )
    {
      mError = QString::fromUtf8( CPLGetLastErrorMsg() );
      return State::Failed;
    }
    if ( !array.array.release )
      return State::End;
    fill( batch, array.array );
    return State::More;
  }

private:
  void fill( CaPointReader::Batch &batch, const ArrowArray &array )
  {
    const ArrowArray *points = array.children[mPointColumn];
    const ArrowArray *ids = mIdColumn == -1 ? nullptr : array.children[mIdColumn];
    const int32_t *offsets = static_cast<const int32_t *>( points->buffers[1] );
    const uint8_t *bytes = static_cast<const uint8_t *>( points->buffers[2] );
    batch.ids.clear();
    batch.points.clear();
    batch.without = 0;
    for ( int64_t i = 0; i < array.length; ++i )
    {
      const int64_t row = i + points->offset;
      CaPoint point;
      if ( !isValid( points, row ) || !readPoint( bytes + offsets[row], offsets[row + 1] - offsets[row], &point ) )
      {
        ++batch.without;
        continue;
      }
      batch.points.push_back( point );
      batch.ids.push_back( ids ? static_cast<const int64_t *>( ids->buffers[1] )[i + ids->offset] : mSeen + i );
    }
    mSeen += array.length;
  }

  GDALDatasetUniquePtr mDataset;
  Stream mStream; // gone before its data set
  int64_t mCount = 0;
  int64_t mIdColumn = -1;
  int64_t mPointColumn = -1;
  int64_t mSeen = 0;
  QString mError;
};

} // namespace

bool CaPointReader::read( const QString &fileName, const QString &layerName, const std::function<bool( Batch & )> &use, QString *error,
                          QgsFeedback *feedback )
{
  GDALAllRegister();
  const CPLErrorStateBackuper errorState;
  const CPLErrorHandlerPusher quiet( CPLQuietErrorHandler );
  PointLayer layer;
  if ( !layer.open( fileName, layerName ) )
  {
    *error = tr( "%1 has no layer of points that can be read." ).arg( fileName );
    return false;
  }
  // The next batch is read while this one is used.
  Batch batch;
  Batch next;
  const auto readNext = [&]
  {
    return std::async( std::launch::async, [&] { return layer.read( next ); } );
  };
  const double expected = static_cast<double>( std::max<int64_t>( 1, layer.count() ) );
  double seen = 0;
  PointLayer::State state = PointLayer::State::More;
  for ( std::future<PointLayer::State> reading = readNext(); ( state = reading.get() ) == PointLayer::State::More; )
  {
    std::swap( batch, next );
    reading = readNext();
    seen += static_cast<double>( batch.points.size() ) + static_cast<double>( batch.without );
    if ( !use( batch ) || ( feedback && feedback->isCanceled() ) )
    {
      *error = tr( "Cancelled." );
      return false;
    }
    if ( feedback )
      feedback->setProgress( 100.0 * seen / expected );
  }
  if ( state == PointLayer::State::Failed )
    *error = tr( "%1 could not be read to its end (%2). Take a fresh copy of it." ).arg( fileName, layer.error() );
  return state == PointLayer::State::End;
}
