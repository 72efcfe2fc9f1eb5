// SPDX-License-Identifier: GPL-2.0-or-later
#include "caapportionment.h"

#include "cacompat.h"
#include "caderivedfigures.h"
#include "cageos.h"
#include "caparallel.h"

#include <qgsfeedback.h>

#include <QSet>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <thread>

namespace
{

double areaOf( const GEOSGeometry *geometry )
{
  double area = 0;
  return GEOSArea_r( caGeos(), geometry, &area ) == 1 ? area : 0;
}

bool isFinite( const QgsGeometry &geometry )
{
  for ( auto vertex = geometry.vertices_begin(); vertex != geometry.vertices_end(); ++vertex )
  {
    if ( !std::isfinite( ( *vertex ).x() ) || !std::isfinite( ( *vertex ).y() ) )
      return false;
  }
  return true;
}

CaGeosGeometry toGeos( const QgsGeometry &geometry )
{
  if ( geometry.isNull() )
    return nullptr;
  QgsGeometry plain( geometry );
  plain.convertToStraightSegment();
  const QByteArray wkb = plain.asWkb();
  GEOSWKBReader *reader = GEOSWKBReader_create_r( caGeos() );
  CaGeosGeometry result( GEOSWKBReader_read_r( caGeos(), reader, reinterpret_cast<const unsigned char *>( wkb.constData() ),
                                               static_cast<size_t>( wkb.size() ) ) );
  GEOSWKBReader_destroy_r( caGeos(), reader );
  return result;
}

//! Returns \a geometry valid, nothing if it has no area that is known.
CaGeosGeometry validPolygon( const QgsGeometry &geometry, bool *mended )
{
  CaGeosGeometry result = toGeos( geometry );
  if ( result && GEOSisValid_r( caGeos(), result.get() ) != 1 )
  {
    result.reset( isFinite( geometry ) ? GEOSMakeValid_r( caGeos(), result.get() ) : nullptr );
    *mended = true;
  }
  return result && areaOf( result.get() ) > 0 ? std::move( result ) : nullptr;
}

//! Appends the polygons in \a geometry to \a polygons.
void takeApart( const GEOSGeometry *geometry, int part, std::vector<std::pair<int, CaGeosGeometry>> &polygons )
{
  const int count = GEOSGetNumGeometries_r( caGeos(), geometry );
  for ( int i = 0; i < count; ++i )
  {
    const GEOSGeometry *one = GEOSGetGeometryN_r( caGeos(), geometry, i );
    if ( GEOSGeomTypeId_r( caGeos(), one ) == GEOS_POLYGON )
      polygons.emplace_back( part, GEOSGeom_clone_r( caGeos(), one ) );
    else if ( GEOSGetNumGeometries_r( caGeos(), one ) > 1 )
      takeApart( one, part, polygons );
  }
}

//! Numbers of geometries, by their boxes.
class Tree
{
public:
  Tree()
      : mTree( GEOSSTRtree_create_r( caGeos(), 10 ) )
  {
  }
  void insert( const GEOSGeometry *geometry, size_t number )
  {
    if ( !GEOSisEmpty_r( caGeos(), geometry ) )
      GEOSSTRtree_insert_r( caGeos(), mTree.get(), geometry, reinterpret_cast<void *>( number + 1 ) );
    mAny = geometry;
  }
  //! To be called before several threads ask: the first question builds the tree.
  void finish()
  {
    if ( mAny )
      at( mAny );
  }
  std::vector<size_t> at( const GEOSGeometry *geometry ) const
  {
    std::vector<size_t> found;
    const auto add = []( void *item, void *numbers )
    {
      static_cast<std::vector<size_t> *>( numbers )->push_back( reinterpret_cast<size_t>( item ) - 1 );
    };
    GEOSSTRtree_query_r( caGeos(), mTree.get(), geometry, add, &found );
    return found;
  }

private:
  CaGeosTree mTree;
  const GEOSGeometry *mAny = nullptr;
};

//! What of a polygon lies in a zone.
struct Piece
{
  int zone;
  size_t polygon;
  double area;
  double weight;
  CaGeosGeometry geometry; //!< Nothing if it is the whole polygon
};

} // namespace

//! Works out the shares, step by step.
class CaApportionment::Builder
{
public:
  Builder( CaApportionment &result, QgsFeedback *feedback )
      : mResult( result )
      , mFeedback( feedback )
      , mCaller( std::this_thread::get_id() )
  {
  }

  QString run( int partCount, const QVector<Shape> &shapes, const QVector<QgsGeometry> &zones, const QVector<Weight> &weights )
  {
    const QString error = readWeights( weights );
    if ( !error.isEmpty() )
      return error;
    readShapes( shapes );
    readZones( zones );
    weighPolygons();
    cut();
    addUp( partCount );
    if ( mFailed )
      return tr( "GEOS could not cut some polygons. Mend them with “Fix geometries” and try again." );
    return isCanceled() ? tr( "Canceled." ) : QString();
  }

private:
  bool isCanceled() const { return mFeedback && mFeedback->isCanceled(); }

  //! Calls \a work for each number below \a count in parallel, until cancelled; progress goes from \a from to \a to per cent.
  template <typename Work>
  void inParallel( size_t count, double from, double to, const Work &work )
  {
    constexpr size_t PACK = 8;
    std::atomic<size_t> done{ 0 };
    caParallel( ( count + PACK - 1 ) / PACK,
                [&]( size_t pack )
                {
                  for ( size_t i = pack * PACK; i < std::min( count, ( pack + 1 ) * PACK ) && !isCanceled(); ++i )
                    work( i );
                  done += PACK;
                  if ( mFeedback && std::this_thread::get_id() == mCaller )
                    mFeedback->setProgress( from +
                                            ( to - from ) * std::min( 1.0, static_cast<double>( done ) / static_cast<double>( count ) ) );
                } );
  }

  //! Makes \a geometries valid in parallel, and notes which were not.
  template <typename Get>
  std::vector<CaGeosGeometry> validOnes( size_t count, const Get &geometryOf, double from, double to, QVector<int> &mended,
                                         QVector<int> &empty )
  {
    std::vector<CaGeosGeometry> valid( count );
    std::vector<char> isMended( count, 0 );
    inParallel( count, from, to,
                [&]( size_t i )
                {
                  bool wasMended = false;
                  valid[i] = validPolygon( geometryOf( static_cast<int>( i ) ), &wasMended );
                  isMended[i] = wasMended;
                } );
    for ( size_t i = 0; i < count; ++i )
    {
      if ( !valid[i] )
        empty << static_cast<int>( i );
      else if ( isMended[i] )
        mended << static_cast<int>( i );
    }
    return valid;
  }

  QString readWeights( const QVector<Weight> &weights )
  {
    for ( int i = 0; i < weights.size(); ++i )
    {
      const double value = weights.at( i ).value;
      if ( !std::isfinite( value ) || value < 0 )
        return tr( "Weight %1 is %2: weights are numbers of 0 or more. Choose another field, or leave such features out." )
            .arg( i + 1 )
            .arg( value );
    }
    mHasWeights = !weights.isEmpty();
    mWeights.resize( static_cast<size_t>( weights.size() ) );
    mWeightValues.resize( mWeights.size(), 0 );
    inParallel( mWeights.size(), 0, 5,
                [&]( size_t i )
                {
                  const Weight &weight = weights.at( static_cast<int>( i ) );
                  const bool isArea = weight.geometry.type() == CaCompat::PolygonGeometry;
                  bool mended = false;
                  if ( isArea )
                    mWeights[i] = validPolygon( weight.geometry, &mended );
                  else if ( isFinite( weight.geometry ) )
                    mWeights[i] = toGeos( weight.geometry );
                  const double area = isArea && mWeights[i] ? areaOf( mWeights[i].get() ) : 0;
                  mWeightValues[i] = area > 0 ? weight.value / area : weight.value;
                } );
    for ( size_t i = 0; i < mWeights.size(); ++i )
    {
      if ( mWeights[i] && weights.at( static_cast<int>( i ) ).value > 0 )
        mWeightTree.insert( mWeights[i].get(), i );
    }
    mWeightTree.finish();
    return QString();
  }

  void readShapes( const QVector<Shape> &shapes )
  {
    const std::vector<CaGeosGeometry> valid = validOnes(
        static_cast<size_t>( shapes.size() ), [&shapes]( int i ) { return shapes.at( i ).geometry; }, 5, 15, mResult.mMendedShapes,
        mResult.mEmptyShapes );
    for ( size_t i = 0; i < valid.size(); ++i )
    {
      if ( valid[i] )
        takeApart( valid[i].get(), shapes.at( static_cast<int>( i ) ).part, mPolygons );
    }
    for ( size_t i = 0; i < mPolygons.size(); ++i )
      mTree.insert( mPolygons[i].second.get(), i );
    mTree.finish();
  }

  void readZones( const QVector<QgsGeometry> &zones )
  {
    mZones = validOnes(
        static_cast<size_t>( zones.size() ), [&zones]( int i ) { return zones.at( i ); }, 15, 20, mResult.mMendedZones,
        mResult.mEmptyZones );
    mResult.mZoneArea.resize( mZones.size(), 0 );
    for ( size_t i = 0; i < mZones.size(); ++i )
      mResult.mZoneArea[i] = mZones[i] ? areaOf( mZones[i].get() ) : 0;
  }

  //! Returns what \a first and \a second have in common; what fails is empty and makes all fail.
  CaGeosGeometry common( const GEOSGeometry *first, const GEOSGeometry *second ) const
  {
    CaGeosGeometry result( GEOSIntersection_r( caGeos(), first, second ) );
    mFailed = mFailed || !result;
    return result ? std::move( result ) : CaGeosGeometry( GEOSGeom_createEmptyPolygon_r( caGeos() ) );
  }

  //! Returns what \a geometry weighs.
  double weightOf( const GEOSGeometry *geometry ) const
  {
    const CaGeosPrepared prepared( GEOSPrepare_r( caGeos(), geometry ) );
    double sum = 0;
    for ( const size_t i : mWeightTree.at( geometry ) )
    {
      const GEOSGeometry *weight = mWeights[i].get();
      const double area = areaOf( weight );
      if ( GEOSPreparedCovers_r( caGeos(), prepared.get(), weight ) == 1 )
        sum += area > 0 ? mWeightValues[i] * area : mWeightValues[i];
      else if ( area > 0 )
      {
        sum += mWeightValues[i] * areaOf( common( geometry, weight ).get() );
      }
    }
    return sum;
  }

  void weighPolygons()
  {
    mAreas.resize( mPolygons.size(), 0 );
    mPolygonWeights.resize( mPolygons.size(), 0 );
    inParallel( mPolygons.size(), 20, 30,
                [this]( size_t i )
                {
                  mAreas[i] = areaOf( mPolygons[i].second.get() );
                  mPolygonWeights[i] = mHasWeights ? weightOf( mPolygons[i].second.get() ) : mAreas[i];
                } );
  }

  void cut()
  {
    mPieces.resize( mZones.size() );
    inParallel( mZones.size(), 30, 85,
                [this]( size_t zone )
                {
                  if ( !mZones[zone] )
                    return;
                  const CaGeosPrepared prepared( GEOSPrepare_r( caGeos(), mZones[zone].get() ) );
                  for ( const size_t i : mTree.at( mZones[zone].get() ) )
                  {
                    if ( isCanceled() )
                      return;
                    const GEOSGeometry *polygon = mPolygons[i].second.get();
                    if ( GEOSPreparedCovers_r( caGeos(), prepared.get(), polygon ) == 1 )
                    {
                      mPieces[zone].push_back( { static_cast<int>( zone ), i, mAreas[i], mPolygonWeights[i], nullptr } );
                      continue;
                    }
                    if ( GEOSPreparedIntersects_r( caGeos(), prepared.get(), polygon ) != 1 )
                      continue;
                    CaGeosGeometry inside = common( mZones[zone].get(), polygon );
                    const double area = areaOf( inside.get() );
                    if ( area > 0 )
                    {
                      const double weight = mHasWeights ? weightOf( inside.get() ) : area;
                      mPieces[zone].push_back( { static_cast<int>( zone ), i, area, weight, std::move( inside ) } );
                    }
                  }
                } );
  }

  //! Returns area and weight of what \a pieces of \a polygon cover together.
  std::pair<double, double> coveredBy( const std::vector<const Piece *> &pieces, size_t polygon ) const
  {
    std::vector<GEOSGeometry *> parts;
    for ( const Piece *piece : pieces )
    {
      if ( !piece->geometry )
        return { mAreas[polygon], mPolygonWeights[polygon] };
      parts.push_back( piece->geometry.get() );
    }
    if ( pieces.empty() )
      return { 0, 0 };
    if ( pieces.size() == 1 )
      return { pieces[0]->area, pieces[0]->weight };
    // The collection owns its parts.
    for ( GEOSGeometry *&part : parts )
      part = GEOSGeom_clone_r( caGeos(), part );
    const CaGeosGeometry all(
        GEOSGeom_createCollection_r( caGeos(), GEOS_GEOMETRYCOLLECTION, parts.data(), static_cast<unsigned>( parts.size() ) ) );
    const CaGeosGeometry united( GEOSUnaryUnion_r( caGeos(), all.get() ) );
    if ( !united )
    {
      mFailed = true;
      return { 0, 0 };
    }
    const double area = areaOf( united.get() );
    return { area, mHasWeights ? weightOf( united.get() ) : area };
  }

  void addUp( int partCount )
  {
    std::vector<std::vector<const Piece *>> ofPolygon( mPolygons.size() );
    for ( const std::vector<Piece> &pieces : mPieces )
    {
      for ( const Piece &piece : pieces )
        ofPolygon[piece.polygon].push_back( &piece );
    }
    std::vector<std::pair<double, double>> covered( mPolygons.size() );
    inParallel( mPolygons.size(), 85, 100, [&]( size_t i ) { covered[i] = coveredBy( ofPolygon[i], i ); } );

    const size_t parts = static_cast<size_t>( partCount );
    std::vector<double> area( parts, 0 );
    std::vector<double> weight( parts, 0 );
    for ( size_t i = 0; i < mPolygons.size(); ++i )
    {
      area[static_cast<size_t>( mPolygons[i].first )] += mAreas[i];
      weight[static_cast<size_t>( mPolygons[i].first )] += mPolygonWeights[i];
    }
    const auto byArea = [&]( size_t part )
    {
      return weight[part] <= 0;
    };
    for ( size_t part = 0; part < parts; ++part )
    {
      if ( area[part] > 0 && byArea( part ) )
        mResult.mWithoutWeight << static_cast<int>( part );
    }
    const auto shareOf = [&]( size_t part, double ofArea, double ofWeight )
    {
      return byArea( part ) ? ofArea / area[part] : ofWeight / weight[part];
    };

    mResult.mOutside.assign( parts, 0 );
    mResult.mRepeated.assign( parts, 0 );
    for ( size_t part = 0; part < parts; ++part )
      mResult.mOutside[part] = area[part] > 0 ? 0 : 1;
    for ( size_t i = 0; i < mPolygons.size(); ++i )
    {
      const size_t part = static_cast<size_t>( mPolygons[i].first );
      const double inside = shareOf( part, covered[i].first, covered[i].second );
      mResult.mOutside[part] += shareOf( part, mAreas[i], mPolygonWeights[i] ) - inside;
      mResult.mRepeated[part] -= inside;
      for ( const Piece *piece : ofPolygon[i] )
        mResult.mRepeated[part] += shareOf( part, piece->area, piece->weight );
    }

    mResult.mShares.resize( mPieces.size() );
    mResult.mCovered.assign( mPieces.size(), 0 );
    for ( size_t zone = 0; zone < mPieces.size(); ++zone )
    {
      std::vector<Share> &shares = mResult.mShares[zone];
      for ( const Piece &piece : mPieces[zone] )
      {
        const size_t part = static_cast<size_t>( mPolygons[piece.polygon].first );
        shares.push_back(
            { static_cast<int>( part ), shareOf( part, piece.area, piece.weight ), mHasWeights ? piece.weight : piece.area } );
        mResult.mCovered[zone] += piece.area / mResult.mZoneArea[zone];
      }
      std::sort( shares.begin(), shares.end(), []( const Share &a, const Share &b ) { return a.part < b.part; } );
      size_t last = 0;
      for ( size_t i = 1; i < shares.size(); ++i )
      {
        if ( shares[i].part == shares[last].part )
        {
          shares[last].share += shares[i].share;
          shares[last].weight += shares[i].weight;
        }
        else
          shares[++last] = shares[i];
      }
      shares.resize( shares.empty() ? 0 : last + 1 );
    }
  }

  CaApportionment &mResult;
  QgsFeedback *mFeedback;
  std::thread::id mCaller;
  bool mHasWeights = false;
  mutable std::atomic<bool> mFailed{ false };
  std::vector<CaGeosGeometry> mWeights;
  std::vector<double> mWeightValues; //!< Of a polygon, for each unit of its area
  Tree mWeightTree;
  std::vector<std::pair<int, CaGeosGeometry>> mPolygons; //!< Each with its part
  Tree mTree;
  std::vector<double> mAreas;
  std::vector<double> mPolygonWeights;
  std::vector<CaGeosGeometry> mZones;
  std::vector<std::vector<Piece>> mPieces; //!< By zone
};

QgsCoordinateReferenceSystem CaApportionment::plane()
{
  // Lambert's cylindrical equal-area projection on the ellipsoid, of the whole world.
  return QgsCoordinateReferenceSystem( QStringLiteral( "EPSG:6933" ) );
}

std::optional<CaApportionment> CaApportionment::build( int partCount, const QVector<Shape> &shapes, const QVector<QgsGeometry> &zones,
                                                       const QVector<Weight> &weights, QString *error, QgsFeedback *feedback )
{
  CaApportionment result;
  *error = Builder( result, feedback ).run( partCount, shapes, zones, weights );
  return error->isEmpty() ? std::make_optional( std::move( result ) ) : std::nullopt;
}

CaZoneFigure CaApportionment::figure( int zone, const QVector<CaFigure> &figures, bool extensive ) const
{
  CaZoneFigure result;
  double sum = 0;
  double known = 0;
  double unknown = 0;
  double shares = 0;
  bool isWhole = true;
  QSet<int> qualifiers;
  bool isAnyKnown = false;
  CaFlag why = CaFlag::NotAvailable;
  bool isAnyUnknown = false;
  for ( const Share &share : this->shares( zone ) )
  {
    const CaFigure &figure = figures.at( share.part );
    if ( figure.flag == CaFlag::NotApplicable )
      continue;
    if ( !figure.value )
    {
      why = isAnyUnknown && why != figure.flag ? CaFlag::NotAvailable : figure.flag;
      isAnyUnknown = true;
      unknown += share.weight;
      continue;
    }
    isAnyKnown = true;
    known += share.weight;
    shares += share.share;
    sum += *figure.value * ( extensive ? share.share : share.weight );
    isWhole = isWhole && share.share == 1;
    qualifiers.insert( static_cast<int>( figure.qualifier ) );
    result.figure.unit = figure.unit;
  }
  result.unknown = unknown > 0 ? unknown / ( known + unknown ) : 0;
  if ( isAnyKnown && ( extensive || known > 0 ) )
  {
    result.figure.value = extensive ? sum : sum / known;
    const bool isOne = qualifiers.size() == 1 && isWhole && shares == 1;
    result.figure.qualifier = isOne ? static_cast<CaQualifier>( *qualifiers.constBegin() ) : CaDerivedFigures::qualifierOfSum( qualifiers );
  }
  else
    result.figure.flag = isAnyUnknown || this->shares( zone ).empty() ? why : CaFlag::NotApplicable;
  return result;
}

CaZoneTotals CaApportionment::totals( const QVector<CaFigure> &figures ) const
{
  CaZoneTotals totals;
  for ( int part = 0; part < partCount(); ++part )
  {
    const CaFigure &figure = figures.at( part );
    if ( !figure.value )
    {
      totals.unknown += figure.flag == CaFlag::NotApplicable ? 0 : 1;
      continue;
    }
    totals.parts += *figure.value;
    totals.repeated += *figure.value * repeated( part );
    totals.outside += *figure.value * outside( part );
  }
  for ( const std::vector<Share> &shares : mShares )
  {
    for ( const Share &share : shares )
      totals.zones += figures.at( share.part ).value.value_or( 0 ) * share.share;
  }
  return totals;
}
