// SPDX-License-Identifier: GPL-2.0-or-later
#include "cacoverage.h"

#include "caarccheck.h"
#include "caarcindex.h"
#include "caarcmatcher.h"
#include "caparallel.h"
#include "cacompat.h"
#include "caringbuilder.h"

#include <qgsfeedback.h>
#include <qgsgeometry.h>

#include <QSet>

#include <cmath>
#include <exception>
#include <new>
#include <stdexcept>

struct CaCoverage::Arcs
{
  CaArcs arcs;
  CaArcIndex index;
};

namespace
{

//! Thrown inside build() and assemble(), never out of them.
struct Cancelled
{
};

void stopIfCancelled( const QgsFeedback *feedback )
{
  if ( feedback && feedback->isCanceled() )
    throw Cancelled();
}

void setProgress( QgsFeedback *feedback, double percent )
{
  stopIfCancelled( feedback );
  if ( feedback )
    feedback->setProgress( percent );
}

//! Returns the polygons of \a geometry: mending and joining may leave lines and points behind.
QgsGeometry polygonsOnly( const QgsGeometry &geometry )
{
  QVector<QgsGeometry> polygons;
  const QVector<QgsGeometry> parts = geometry.asGeometryCollection();
  for ( const QgsGeometry &part : parts )
  {
    if ( part.type() == CaCompat::PolygonGeometry )
      polygons << part;
  }
  QgsGeometry result = polygons.isEmpty() ? QgsGeometry() : QgsGeometry::collectGeometry( polygons );
  return result;
}

} // namespace

CaCoverage::CaCoverage()
    : mArcs( std::make_unique<Arcs>() )
{
}

CaCoverage::~CaCoverage() = default;

std::shared_ptr<const CaCoverage> CaCoverage::build( CaFlatPolygons &&polygons, QString *error, QgsFeedback *feedback )
{
  std::shared_ptr<CaCoverage> coverage( new CaCoverage() );
  try
  {
    coverage->prepare( std::move( polygons ), feedback );
  }
  catch ( const Cancelled & )
  {
    *error = tr( "Cancelled." );
    return nullptr;
  }
  catch ( const std::bad_alloc & )
  {
    *error = tr( "There is not enough memory for these boundaries. Use simplified ones, or fewer." );
    return nullptr;
  }
  return coverage;
}

void CaCoverage::prepare( CaFlatPolygons &&polygons, QgsFeedback *feedback )
{
  CaFlatPolygons source = std::move( polygons );
  mMemberCount = source.memberCount();
  CaArcMatcher matcher( source );
  setProgress( feedback, 30 );
  std::vector<char> isOut = makeArcs( matcher, feedback );

  // Members that are wrong in themselves may fit their neighbours once they are mended.
  for ( const CaCoverageProblem &problem : std::as_const( mProblems ) )
  {
    if ( problem.kind == CaCoverageProblem::CrossesItself )
      mRestored << problem.member;
  }
  if ( !mRestored.isEmpty() )
  {
    mProblems.erase( std::remove_if( mProblems.begin(), mProblems.end(),
                                     []( const CaCoverageProblem &problem ) { return problem.kind != CaCoverageProblem::CrossesItself; } ),
                     mProblems.end() );
    for ( const int member : std::as_const( mRestored ) )
    {
      stopIfCancelled( feedback );
      matcher.replace( member, mended( source.polygonsOf( member ) ) );
    }
    isOut = makeArcs( matcher, feedback );
  }

  std::vector<int> out;
  for ( int member = 0; member < mMemberCount; ++member )
  {
    if ( isOut[static_cast<size_t>( member )] )
      out.push_back( member );
  }
  std::vector<QgsGeometry> mendedMembers( out.size() );
  caParallel( out.size(),
              [&]( size_t i )
              {
                stopIfCancelled( feedback );
                mendedMembers[i] = mended( source.polygonsOf( out[i] ) );
              } );
  for ( size_t i = 0; i < out.size(); ++i )
    mMended.insert( out[i], mendedMembers[i] );
  setProgress( feedback, 100 );
}

std::vector<char> CaCoverage::makeArcs( CaArcMatcher &matcher, QgsFeedback *feedback )
{
  CaArcs &arcs = mArcs->arcs;
  arcs = matcher.arcs();
  setProgress( feedback, 50 );
  mArcs->index = CaArcIndex( arcs );
  setProgress( feedback, 60 );
  const std::vector<CaContact> contacts = mArcs->index.contacts( arcs );
  setProgress( feedback, 80 );
  std::vector<uint32_t> touched;
  for ( const CaContact &contact : contacts )
  {
    if ( contact.kind == CaContact::Touch )
      touched.insert( touched.end(), { contact.a, contact.b } );
  }
  splitAt( touched );
  arcs.connect();
  setProgress( feedback, 90 );

  CaArcCheck check( arcs, mArcs->index, mMemberCount );
  check.run( contacts );
  QSet<QPair<int, int>> named;
  for ( const CaCoverageProblem &problem : std::as_const( mProblems ) )
    named << qMakePair( std::min( problem.member, problem.other ), std::max( problem.member, problem.other ) );
  for ( const CaConflict &conflict : check.conflicts() )
  {
    const QPair<int, int> pair( std::min( conflict.a, conflict.b ), std::max( conflict.a, conflict.b ) );
    if ( named.contains( pair ) )
      continue;
    named << pair;
    const CaCoverageProblem::Kind kind = conflict.a == conflict.b                ? CaCoverageProblem::CrossesItself
                                         : conflict.kind == CaConflict::Crossing ? CaCoverageProblem::Crosses
                                         : conflict.kind == CaConflict::Overlap  ? CaCoverageProblem::Overlaps
                                                                                 : CaCoverageProblem::Inside;
    mProblems << CaCoverageProblem{ kind, conflict.a, conflict.b, conflict.where };
  }
  return check.isOut();
}

void CaCoverage::splitAt( const std::vector<uint32_t> &positions )
{
  if ( positions.empty() )
    return;
  std::vector<uint32_t> sorted( positions );
  std::sort( sorted.begin(), sorted.end() );
  sorted.erase( std::unique( sorted.begin(), sorted.end() ), sorted.end() );
  std::vector<CaArcs::Arc> split;
  auto position = sorted.begin();
  for ( CaArcs::Arc arc : mArcs->arcs.arcs )
  {
    const uint32_t last = arc.last;
    for ( ; position != sorted.end() && *position <= last; ++position )
    {
      if ( *position == arc.first || *position == last )
        continue;
      arc.last = *position;
      split.push_back( arc );
      arc.first = *position;
      arc.last = last;
    }
    split.push_back( arc );
  }
  mArcs->arcs.arcs = std::move( split );
}

QgsGeometry CaCoverage::mended( const QVector<QgsGeometry> &polygons ) const
{
  QVector<QgsGeometry> valid;
  for ( const QgsGeometry &polygon : polygons )
    valid << ( polygon.isGeosValid() ? polygon : polygonsOnly( polygon.makeValid() ) );
  return polygonsOnly( QgsGeometry::unaryUnion( valid ) );
}

bool CaCoverage::isClean( int member ) const
{
  return !mMended.contains( member ) && !mRestored.contains( member );
}

const CaArcs &CaCoverage::arcs() const
{
  return mArcs->arcs;
}

size_t CaCoverage::arcCount() const
{
  return mArcs->arcs.arcs.size();
}

size_t CaCoverage::vertexCount() const
{
  return mArcs->arcs.points.size();
}

std::vector<char> CaCoverage::cleanSet( const QVector<int> &members ) const
{
  std::vector<char> isIn( static_cast<size_t>( mMemberCount ), 0 );
  for ( const int member : members )
  {
    if ( member >= 0 && member < mMemberCount )
      isIn[static_cast<size_t>( member )] = 1;
  }
  return isIn;
}

CaAssembledArea CaCoverage::assemble( const QVector<int> &members ) const
{
  CaAssembledArea area;
  try
  {
    const CaRingBuilder builder( mArcs->arcs, mArcs->index );
    area.wkb = builder.wkb( builder.polygons( cleanSet( members ) ) );
  }
  catch ( const std::exception &exception )
  {
    area.error = tr( "The area could not be put together (%1)." ).arg( QString::fromUtf8( exception.what() ) );
    return area;
  }
  QVector<QgsGeometry> parts;
  QgsRectangle extent;
  for ( const int member : QSet<int>( members.begin(), members.end() ) )
  {
    const QgsGeometry mended = mMended.value( member );
    if ( !isClean( member ) )
      area.repaired << member;
    if ( mended.isEmpty() )
      continue;
    parts << mended;
    extent.combineExtentWith( mended.boundingBox() );
  }
  std::sort( area.repaired.begin(), area.repaired.end() );
  if ( !parts.isEmpty() )
    join( parts, extent, area );
  return area;
}

void CaCoverage::join( QVector<QgsGeometry> parts, const QgsRectangle &extent, CaAssembledArea &area )
{
  // Polygons that are nowhere near need not go through GEOS.
  QVector<QgsGeometry> untouched;
  QgsGeometry clean;
  clean.fromWkb( area.wkb );
  const QVector<QgsGeometry> cleanParts = clean.asGeometryCollection();
  for ( const QgsGeometry &part : cleanParts )
    ( part.boundingBox().intersects( extent ) ? parts : untouched ) << part;
  QgsGeometry united = polygonsOnly( QgsGeometry::unaryUnion( parts ) );
  if ( !united.isEmpty() && !united.isGeosValid() )
    united = polygonsOnly( united.makeValid() );
  if ( united.isEmpty() )
  {
    area.wkb.clear();
    area.error = tr( "GEOS could not join the members." );
    return;
  }
  united = QgsGeometry::collectGeometry( united.asGeometryCollection() + untouched );
  united.convertToMultiType();
  area.wkb = united.asWkb();
}

QVector<CaAssembledArea> CaCoverage::assemble( const QVector<QVector<int>> &sets, QgsFeedback *feedback ) const
{
  std::vector<CaAssembledArea> areas( static_cast<size_t>( sets.size() ) );
  try
  {
    caParallel( areas.size(),
                [&]( size_t i )
                {
                  stopIfCancelled( feedback );
                  areas[i] = assemble( sets.at( static_cast<int>( i ) ) );
                } );
  }
  catch ( const Cancelled & )
  {
    areas.clear();
  }
  return QVector<CaAssembledArea>( areas.begin(), areas.end() );
}

double CaCoverage::cleanArea( const QVector<int> &members ) const
{
  double sum = 0;
  const std::vector<CaArcPolygon> polygons = CaRingBuilder( mArcs->arcs, mArcs->index ).polygons( cleanSet( members ) );
  for ( const CaArcPolygon &polygon : polygons )
  {
    for ( const double area : polygon.areas )
      sum += area;
  }
  return sum;
}

QVector<CaCoverageGap> CaCoverage::gaps() const
{
  const CaArcs &arcs = mArcs->arcs;
  QVector<CaCoverageGap> result;
  const std::vector<CaArcPolygon> polygons =
      CaRingBuilder( arcs, mArcs->index ).polygons( std::vector<char>( static_cast<size_t>( mMemberCount ), 1 ) );
  for ( const CaArcPolygon &polygon : polygons )
  {
    for ( size_t i = 1; i < polygon.rings.size(); ++i )
    {
      CaCoverageGap gap{ arcs.start( polygon.rings[i].front() ), -polygon.areas[i], 0, {} };
      for ( const uint32_t direction : polygon.rings[i] )
      {
        const CaArcs::Arc &arc = arcs.arcs[direction / 2];
        for ( uint32_t j = arc.first; j < arc.last; ++j )
          gap.perimeter += std::hypot( arcs.points[j + 1].x - arcs.points[j].x, arcs.points[j + 1].y - arcs.points[j].y );
        if ( !gap.members.contains( arcs.leftOf( direction ) ) )
          gap.members << arcs.leftOf( direction );
      }
      result << gap;
    }
  }
  std::sort( result.begin(), result.end(), []( const CaCoverageGap &a, const CaCoverageGap &b ) { return a.area < b.area; } );
  return result;
}
