// SPDX-License-Identifier: GPL-2.0-or-later
#include "caareasweep.h"

#include <cmath>

namespace
{
constexpr double ROUNDING = 1e-14;
constexpr double ENDLESS = std::numeric_limits<double>::infinity();
constexpr CaBox EVERYWHERE{ -ENDLESS, -ENDLESS, ENDLESS, ENDLESS };

void addTimes( CaAreaSweep::Sum &sum, const CaAreaSweep::Sum &to, const CaAreaSweep::Sum &from, double width )
{
  sum.area += ( to.area - from.area ) * width;
  sum.weight += ( to.weight - from.weight ) * width;
}
} // namespace

CaAreaSweep::CaAreaSweep( const CaPlanePolygon &polygon )
    : mPolygon( polygon )
{
}

bool CaAreaSweep::addEdges( const CaPlanePolygon &shape, int32_t owner, const CaBox &near, bool *isAround )
{
  const CaBox &box = mPolygon.box();
  const size_t before = mEdges.size();
  const auto add = [&]( CaPoint west, CaPoint east )
  {
    if ( west.x > east.x )
      std::swap( west, east );
    west = { west.x - box.west, west.y - box.south };
    east = { east.x - box.west, east.y - box.south };
    mHeight = std::max( { mHeight, std::abs( west.y ), std::abs( east.y ) } );
    mEdges.push_back( { west, east, ( east.y - west.y ) / ( east.x - west.x ), owner } );
  };
  bool isNear = false;
  const double middle = box.west + ( box.east - box.west ) / 2;
  *isAround = false;
  shape.segmentsNear(
      near,
      [&]( const CaPoint &a, const CaPoint &b )
      {
        isNear = true;
        if ( a.x != b.x )
          add( a, b );
      },
      [&]( double from, double to )
      {
        if ( std::max( from, to ) <= box.west || std::min( from, to ) >= box.east )
          return;
        *isAround = *isAround != ( ( from <= middle ) != ( to <= middle ) );
        add( { from, box.south }, { to, box.south } );
      } );
  if ( !isNear )
    mEdges.resize( before );
  return isNear;
}

void CaAreaSweep::addZone( const CaPlanePolygon &zone )
{
  bool isAround = false;
  const bool isNear = addEdges( zone, static_cast<int32_t>( mZones.size() ) + 1, mPolygon.box(), &isAround );
  const bool isWhole = !isNear && isAround;
  mZones.push_back( { isWhole, false, {}, {} } );
  mIsCut = mIsCut || isNear;
  mIsCovered = mIsCovered || isWhole;
}

void CaAreaSweep::addWeight( const CaPlanePolygon &shape, double density )
{
  bool isAround = false;
  const int32_t owner = -1 - static_cast<int32_t>( mWeights.size() );
  if ( addEdges( shape, owner, mPolygon.box(), &isAround ) )
  {
    mWeights.push_back( { density, false } );
    mIsCut = true;
  }
  else if ( isAround )
    mEvenDensity += density;
}

void CaAreaSweep::run()
{
  mWhole.area = mPolygon.area();
  mWhole.weight = mEvenDensity * mWhole.area;
  if ( !mIsCut )
    return;
  mWhole = Sum();
  bool ignored = false;
  addEdges( mPolygon, POLYGON, EVERYWHERE, &ignored );
  std::sort( mEdges.begin(), mEdges.end(), []( const Edge &a, const Edge &b ) { return a.west.x < b.west.x; } );
  const double end = mPolygon.box().east - mPolygon.box().west;
  std::vector<double> stops{ 0, end };
  for ( const Edge &edge : mEdges )
  {
    for ( const double x : { edge.west.x, edge.east.x } )
    {
      if ( x > 0 && x < end )
        stops.push_back( x );
    }
  }
  std::sort( stops.begin(), stops.end() );
  stops.erase( std::unique( stops.begin(), stops.end() ), stops.end() );
  std::vector<Crossed> crossed;
  size_t next = 0;
  for ( size_t i = 0; i + 1 < stops.size(); ++i )
  {
    const double west = stops[i];
    crossed.erase( std::remove_if( crossed.begin(), crossed.end(), [west]( const Crossed &one ) { return one.edge->east.x <= west; } ),
                   crossed.end() );
    for ( ; next < mEdges.size() && mEdges[next].west.x <= west; ++next )
    {
      if ( mEdges[next].east.x > west )
        crossed.push_back( { &mEdges[next], 0, 0 } );
    }
    strip( crossed, west, stops[i + 1] );
  }
}

void CaAreaSweep::strip( std::vector<Crossed> &crossed, double west, double east )
{
  for ( Crossed &one : crossed )
  {
    one.west = one.edge->yAt( west );
    one.east = one.edge->yAt( east );
  }
  // By their middles, by insertion: they are all but sorted from the strip before.
  for ( size_t i = 1; i < crossed.size(); ++i )
  {
    const Crossed one = crossed[i];
    size_t place = i;
    for ( ; place > 0 && one.west + one.east < crossed[place - 1].west + crossed[place - 1].east; --place )
      crossed[place] = crossed[place - 1];
    crossed[place] = one;
  }
  for ( size_t i = 1; i < crossed.size(); ++i )
  {
    const double gapWest = crossed[i].west - crossed[i - 1].west;
    const double gapEast = crossed[i].east - crossed[i - 1].east;
    if ( std::min( gapWest, gapEast ) >= -ROUNDING * mHeight )
      continue;
    const double stop = west + ( east - west ) * ( gapWest / ( gapWest - gapEast ) );
    if ( stop <= west || stop >= east )
      continue;
    strip( crossed, west, stop );
    strip( crossed, stop, east );
    return;
  }
  addUp( crossed, east - west );
}

void CaAreaSweep::addUp( const std::vector<Crossed> &crossed, double width )
{
  Sum below; // of the polygon below the edge, for each unit of width
  Sum belowZones;
  double density = mEvenDensity;
  double last = 0;
  int zones = 0;
  bool isInside = false;
  for ( const Crossed &one : crossed )
  {
    const double y = ( one.west + one.east ) / 2;
    if ( isInside )
    {
      below.area += y - last;
      below.weight += ( y - last ) * density;
    }
    last = y;
    const int32_t owner = one.edge->owner;
    if ( owner == POLYGON )
      isInside = !isInside;
    else if ( owner < 0 )
    {
      Weight &weight = mWeights[static_cast<size_t>( -1 - owner )];
      weight.isIn = !weight.isIn;
      density += weight.isIn ? weight.density : -weight.density;
    }
    else
    {
      Zone &zone = mZones[static_cast<size_t>( owner - 1 )];
      zone.isIn = !zone.isIn;
      if ( !zone.isIn )
        addTimes( zone.sum, below, zone.below, width );
      else
        zone.below = below;
      if ( zone.isIn && zones++ == 0 )
        belowZones = below;
      else if ( !zone.isIn && --zones == 0 )
        addTimes( mCovered, below, belowZones, width );
    }
  }
  // Borders north of the box are not among the edges.
  for ( Zone &zone : mZones )
  {
    if ( zone.isIn )
      addTimes( zone.sum, below, zone.below, width );
    zone.isIn = false;
  }
  for ( Weight &weight : mWeights )
    weight.isIn = false;
  if ( zones > 0 )
    addTimes( mCovered, below, belowZones, width );
  addTimes( mWhole, below, Sum(), width );
}
