// SPDX-License-Identifier: GPL-2.0-or-later
#include "caplanepolygon.h"

CaPlanePolygon::CaPlanePolygon( const GEOSGeometry *valid )
{
  add( valid );
}

void CaPlanePolygon::add( const GEOSGeometry *geometry )
{
  const int type = GEOSGeomTypeId_r( caGeos(), geometry );
  if ( type == GEOS_POLYGON && GEOSisEmpty_r( caGeos(), geometry ) == 0 )
  {
    double area = 0;
    GEOSArea_r( caGeos(), geometry, &area );
    mArea += area;
    addRing( GEOSGetExteriorRing_r( caGeos(), geometry ) );
    const int holes = GEOSGetNumInteriorRings_r( caGeos(), geometry );
    for ( int i = 0; i < holes; ++i )
      addRing( GEOSGetInteriorRingN_r( caGeos(), geometry, i ) );
  }
  else if ( type == GEOS_MULTIPOLYGON || type == GEOS_GEOMETRYCOLLECTION )
  {
    const int count = GEOSGetNumGeometries_r( caGeos(), geometry );
    for ( int i = 0; i < count; ++i )
      add( GEOSGetGeometryN_r( caGeos(), geometry, i ) );
  }
}

void CaPlanePolygon::addRing( const GEOSGeometry *ring )
{
  const GEOSCoordSequence *coordinates = GEOSGeom_getCoordSeq_r( caGeos(), ring );
  unsigned size = 0;
  GEOSCoordSeq_getSize_r( caGeos(), coordinates, &size );
  const size_t start = mPoints.size();
  mPoints.resize( start + size );
  for ( unsigned i = 0; i < size; ++i )
    GEOSCoordSeq_getXY_r( caGeos(), coordinates, i, &mPoints[start + i].x, &mPoints[start + i].y );
  for ( size_t first = start; first + 1 < mPoints.size(); first += RUN )
  {
    Run run{ first, std::min( first + RUN, mPoints.size() - 1 ), {} };
    for ( size_t i = run.first; i <= run.last; ++i )
      run.box.add( mPoints[i] );
    mBox.add( { run.box.west, run.box.south } );
    mBox.add( { run.box.east, run.box.north } );
    mRuns.push_back( run );
  }
}

bool CaPlanePolygon::covers( const CaPoint &point ) const
{
  bool inside = false;
  for ( const Run &run : mRuns )
  {
    if ( run.box.west > point.x || run.box.east < point.x || run.box.south > point.y )
      continue;
    for ( size_t i = run.first; i < run.last; ++i )
    {
      const CaPoint &west = std::min( mPoints[i], mPoints[i + 1] );
      const CaPoint &east = std::max( mPoints[i], mPoints[i + 1] );
      if ( west.x > point.x || east.x < point.x || std::min( west.y, east.y ) > point.y )
        continue;
      const int turn = caTurn( west, east, point );
      if ( turn == 0 && point.y <= std::max( west.y, east.y ) )
        return true;
      // A segment holds its western end and not its eastern one, so that a vertex is met once.
      if ( east.x > point.x && turn > 0 )
        inside = !inside;
    }
  }
  return inside;
}
