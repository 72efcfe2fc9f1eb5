// SPDX-License-Identifier: GPL-2.0-or-later
#include "caapportionment.h"

#include "caareasweep.h"
#include "cacompat.h"
#include "caderivedfigures.h"
#include "caparallel.h"

#include <qgsfeedback.h>

#include <QSet>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <thread>

namespace
{
constexpr double NOTHING = 1e-12; // of a polygon: rounding

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
void takeApart( const GEOSGeometry *geometry, std::vector<CaPlanePolygon> &polygons )
{
  const int count = GEOSGetNumGeometries_r( caGeos(), geometry );
  for ( int i = 0; i < count; ++i )
  {
    const GEOSGeometry *one = GEOSGetGeometryN_r( caGeos(), geometry, i );
    if ( GEOSGeomTypeId_r( caGeos(), one ) == GEOS_POLYGON )
      polygons.emplace_back( one );
    else if ( GEOSGetNumGeometries_r( caGeos(), one ) > 1 )
      takeApart( one, polygons );
  }
}

//! Numbers by their boxes.
class Tree
{
public:
  Tree()
      : mTree( GEOSSTRtree_create_r( caGeos(), 10 ) )
  {
  }
  void insert( const CaBox &box, size_t number )
  {
    if ( box.isEmpty() )
      return;
    mDiagonals.push_back( diagonal( box ) );
    GEOSSTRtree_insert_r( caGeos(), mTree.get(), mDiagonals.back().get(), reinterpret_cast<void *>( number + 1 ) );
    mAny = box;
  }
  //! To be called before several threads ask: the first question builds the tree.
  void finish()
  {
    if ( !mAny.isEmpty() )
      at( mAny );
  }
  //! Returns the numbers at \a box, ascending.
  std::vector<size_t> at( const CaBox &box ) const
  {
    std::vector<size_t> found;
    const auto add = []( void *item, void *numbers )
    {
      static_cast<std::vector<size_t> *>( numbers )->push_back( reinterpret_cast<size_t>( item ) - 1 );
    };
    GEOSSTRtree_query_r( caGeos(), mTree.get(), diagonal( box ).get(), add, &found );
    std::sort( found.begin(), found.end() );
    return found;
  }

private:
  static CaGeosGeometry diagonal( const CaBox &box )
  {
    GEOSCoordSequence *ends = GEOSCoordSeq_create_r( caGeos(), 2, 2 );
    GEOSCoordSeq_setXY_r( caGeos(), ends, 0, box.west, box.south );
    GEOSCoordSeq_setXY_r( caGeos(), ends, 1, box.east, box.north );
    return CaGeosGeometry( GEOSGeom_createLineString_r( caGeos(), ends ) );
  }
  CaGeosTree mTree;
  std::vector<CaGeosGeometry> mDiagonals; //!< The tree does not own them
  CaBox mAny;
};

//! What of a polygon lies in a zone.
struct Piece
{
  size_t zone;
  CaAreaSweep::Sum sum;
};

//! A polygon of a part.
struct Polygon
{
  size_t part;
  CaPlanePolygon shape;
  CaAreaSweep::Sum whole;
  CaAreaSweep::Sum covered; //!< By all zones together
  std::vector<Piece> pieces;
};

//! A weight where it is; without a box if it has no place or is nothing.
struct PlacedWeight
{
  CaBox box;
  CaPlanePolygon shape; //!< Nothing for a point
  double value = 0;     //!< Of a polygon, for each unit of area

  bool isPoint() const { return shape.size() == 0; }
  CaPoint point() const { return { box.west, box.south }; }
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
    measure();
    addUp( static_cast<size_t>( partCount ) );
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

  //! Makes geometries valid in parallel and notes which were not; \a use( i, valid ) gets those that are polygons.
  template <typename Get, typename Use>
  void validOnes( size_t count, const Get &geometryOf, const Use &use, double from, double to, QVector<int> &mended, QVector<int> &empty )
  {
    enum State : char
    {
      Valid,
      Mended,
      Empty
    };
    std::vector<State> states( count, Valid );
    inParallel( count, from, to,
                [&]( size_t i )
                {
                  bool wasMended = false;
                  const CaGeosGeometry valid = validPolygon( geometryOf( static_cast<int>( i ) ), &wasMended );
                  states[i] = !valid ? Empty : wasMended ? Mended : Valid;
                  if ( valid )
                    use( i, valid.get() );
                } );
    for ( size_t i = 0; i < count; ++i )
    {
      if ( states[i] == Empty )
        empty << static_cast<int>( i );
      else if ( states[i] == Mended )
        mended << static_cast<int>( i );
    }
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
    inParallel( mWeights.size(), 0, 5, [&]( size_t i ) { mWeights[i] = weightOf( weights.at( static_cast<int>( i ) ) ); } );
    for ( size_t i = 0; i < mWeights.size(); ++i )
      mWeightTree.insert( mWeights[i].box, i );
    mWeightTree.finish();
    return QString();
  }

  static PlacedWeight weightOf( const Weight &weight )
  {
    PlacedWeight result;
    result.value = weight.value;
    if ( weight.value <= 0 || weight.geometry.isNull() )
      return result;
    if ( weight.geometry.type() != CaCompat::PolygonGeometry )
    {
      const QgsPointXY point = weight.geometry.asPoint();
      if ( !point.isEmpty() && std::isfinite( point.x() ) && std::isfinite( point.y() ) )
        result.box.add( { point.x(), point.y() } );
      return result;
    }
    bool ignored = false;
    const CaGeosGeometry valid = validPolygon( weight.geometry, &ignored );
    if ( !valid )
      return result;
    result.shape = CaPlanePolygon( valid.get() );
    result.box = result.shape.box();
    result.value /= result.shape.area();
    return result;
  }

  void readShapes( const QVector<Shape> &shapes )
  {
    std::vector<std::vector<CaPlanePolygon>> polygons( static_cast<size_t>( shapes.size() ) );
    validOnes(
        polygons.size(), [&]( int i ) { return shapes.at( i ).geometry; },
        [&]( size_t i, const GEOSGeometry *valid ) { takeApart( valid, polygons[i] ); }, 5, 30, mResult.mMendedShapes,
        mResult.mEmptyShapes );
    for ( size_t i = 0; i < polygons.size(); ++i )
    {
      for ( CaPlanePolygon &polygon : polygons[i] )
        mPolygons.push_back( { static_cast<size_t>( shapes.at( static_cast<int>( i ) ).part ), std::move( polygon ), {}, {}, {} } );
    }
    // The biggest first, so that no thread has to wait for another in the end.
    std::stable_sort( mPolygons.begin(), mPolygons.end(),
                      []( const Polygon &a, const Polygon &b ) { return a.shape.size() > b.shape.size(); } );
  }

  void readZones( const QVector<QgsGeometry> &zones )
  {
    mZones.resize( static_cast<size_t>( zones.size() ) );
    validOnes(
        mZones.size(), [&]( int i ) { return zones.at( i ); },
        [this]( size_t i, const GEOSGeometry *valid ) { mZones[i] = CaPlanePolygon( valid ); }, 30, 50, mResult.mMendedZones,
        mResult.mEmptyZones );
    for ( size_t i = 0; i < mZones.size(); ++i )
    {
      mResult.mZoneArea.push_back( mZones[i].area() );
      mZoneTree.insert( mZones[i].box(), i );
    }
    mZoneTree.finish();
  }

  void measure()
  {
    inParallel( mPolygons.size(), 50, 100, [this]( size_t i ) { measure( mPolygons[i] ); } );
  }

  //! Works out what of \a polygon is in which zone.
  void measure( Polygon &polygon ) const
  {
    const std::vector<size_t> zones = mZoneTree.at( polygon.shape.box() );
    const std::vector<size_t> weights = mWeightTree.at( polygon.shape.box() );
    CaAreaSweep sweep( polygon.shape );
    for ( const size_t zone : zones )
      sweep.addZone( mZones[zone] );
    for ( const size_t weight : weights )
    {
      if ( !mWeights[weight].isPoint() )
        sweep.addWeight( mWeights[weight].shape, mWeights[weight].value );
    }
    sweep.run();
    polygon.whole = sweep.whole();
    polygon.covered = sweep.inAnyZone();
    for ( size_t i = 0; i < zones.size(); ++i )
      polygon.pieces.push_back( { zones[i], sweep.inZone( i ) } );
    const double least = NOTHING * polygon.whole.area;
    polygon.pieces.erase(
        std::remove_if( polygon.pieces.begin(), polygon.pieces.end(), [least]( const Piece &piece ) { return piece.sum.area <= least; } ),
        polygon.pieces.end() );
    for ( const size_t weight : weights )
    {
      if ( mWeights[weight].isPoint() && polygon.shape.covers( mWeights[weight].point() ) )
        addPoint( polygon, mWeights[weight] );
    }
    for ( Piece &piece : polygon.pieces )
      snap( piece.sum, polygon.whole );
    snap( polygon.covered, polygon.whole );
    if ( !mHasWeights )
      weighByArea( polygon );
  }

  //! Adds a weight that lies in \a polygon.
  void addPoint( Polygon &polygon, const PlacedWeight &weight ) const
  {
    bool isCovered = false;
    polygon.whole.weight += weight.value;
    for ( Piece &piece : polygon.pieces )
    {
      if ( !mZones[piece.zone].covers( weight.point() ) )
        continue;
      piece.sum.weight += weight.value;
      isCovered = true;
    }
    polygon.covered.weight += isCovered ? weight.value : 0;
  }

  //! Makes \a sum all or nothing where only rounding tells it from that.
  static void snap( CaAreaSweep::Sum &sum, const CaAreaSweep::Sum &whole )
  {
    const auto snapped = []( double value, double all )
    {
      return value <= NOTHING * all ? 0 : value >= all - NOTHING * all ? all : value;
    };
    sum = { snapped( sum.area, whole.area ), snapped( sum.weight, whole.weight ) };
  }

  static void weighByArea( Polygon &polygon )
  {
    polygon.whole.weight = polygon.whole.area;
    polygon.covered.weight = polygon.covered.area;
    for ( Piece &piece : polygon.pieces )
      piece.sum.weight = piece.sum.area;
  }

  void addUp( size_t parts )
  {
    std::vector<double> area( parts, 0 );
    std::vector<double> weight( parts, 0 );
    for ( const Polygon &polygon : mPolygons )
    {
      area[polygon.part] += polygon.whole.area;
      weight[polygon.part] += polygon.whole.weight;
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
    const auto shareOf = [&]( size_t part, const CaAreaSweep::Sum &sum )
    {
      return byArea( part ) ? sum.area / area[part] : sum.weight / weight[part];
    };

    mResult.mOutside.assign( parts, 0 );
    mResult.mRepeated.assign( parts, 0 );
    mResult.mShares.resize( mZones.size() );
    mResult.mCovered.assign( mZones.size(), 0 );
    for ( size_t part = 0; part < parts; ++part )
      mResult.mOutside[part] = area[part] > 0 ? 0 : 1;
    for ( const Polygon &polygon : mPolygons )
    {
      const size_t part = polygon.part;
      const double inside = shareOf( part, polygon.covered );
      mResult.mOutside[part] += shareOf( part, polygon.whole ) - inside;
      mResult.mRepeated[part] -= inside;
      for ( const Piece &piece : polygon.pieces )
      {
        const double share = shareOf( part, piece.sum );
        mResult.mRepeated[part] += share;
        mResult.mShares[piece.zone].push_back( { static_cast<int>( part ), share, piece.sum.weight } );
        mResult.mCovered[piece.zone] += piece.sum.area / mResult.mZoneArea[piece.zone];
      }
    }
    mResult.mInZones.assign( parts, 0 );
    for ( std::vector<Share> &shares : mResult.mShares )
    {
      mergeShares( shares );
      for ( const Share &share : shares )
        mResult.mInZones[static_cast<size_t>( share.part )] += share.share;
    }
  }

  //! Makes the shares of a part's polygons one.
  static void mergeShares( std::vector<Share> &shares )
  {
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

  CaApportionment &mResult;
  QgsFeedback *mFeedback;
  std::thread::id mCaller;
  bool mHasWeights = false;
  std::vector<PlacedWeight> mWeights;
  Tree mWeightTree;
  std::vector<Polygon> mPolygons;
  std::vector<CaPlanePolygon> mZones;
  Tree mZoneTree;
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
  quint32 seen = 0; // a bit for each qualifier
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
    seen |= 1U << static_cast<int>( figure.qualifier );
    if ( result.figure.unit.isEmpty() )
      result.figure.unit = figure.unit;
  }
  result.unknown = unknown > 0 ? unknown / ( known + unknown ) : 0;
  if ( isAnyKnown && ( extensive || known > 0 ) )
  {
    result.figure.value = extensive ? sum : sum / known;
    QSet<int> qualifiers;
    for ( int qualifier = 0; seen >> qualifier != 0; ++qualifier )
    {
      if ( seen >> qualifier & 1U )
        qualifiers.insert( qualifier );
    }
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
    totals.zones += *figure.value * mInZones[static_cast<size_t>( part )];
    totals.repeated += *figure.value * repeated( part );
    totals.outside += *figure.value * outside( part );
  }
  return totals;
}
