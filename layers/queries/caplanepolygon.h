// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "caexport.h"
#include "cageos.h"
#include "capoint.h"

#include <algorithm>
#include <cstddef>
#include <limits>
#include <vector>

//! A rectangle along the axes.
struct CaBox
{
  double west = std::numeric_limits<double>::infinity();
  double south = west;
  double east = -west;
  double north = -west;

  bool isEmpty() const { return west > east; }
  void add( const CaPoint &point )
  {
    west = std::min( west, point.x );
    south = std::min( south, point.y );
    east = std::max( east, point.x );
    north = std::max( north, point.y );
  }
};

/**
 * \brief A valid polygon of any number of parts and holes as rings in one array, with the boxes of runs of its segments: what comes near a
 * place is found without looking at the rest.
 *
 * Immutable; thread safe.
 */
class CA_EXPORT CaPlanePolygon
{
public:
  CaPlanePolygon() = default;

  //! Takes over the rings of \a valid, a polygon or a collection; what is not a polygon in it has no area and is left out.
  explicit CaPlanePolygon( const GEOSGeometry *valid );

  const CaBox &box() const { return mBox; }
  double area() const { return mArea; }
  size_t size() const { return mPoints.size(); }

  //! Whether \a point is inside or on the border; exact.
  bool covers( const CaPoint &point ) const;

  /**
   * Calls \a use( a, b ) for the border's segments that may come into \a box, and \a useSouth( from, to ) with the two ends east-west of
   * each stretch of border south of it. Of those only whether one is north of them counts, for which the ends are enough.
   */
  template <typename Use, typename UseSouth>
  void segmentsNear( const CaBox &box, const Use &use, const UseSouth &useSouth ) const;

private:
  static constexpr size_t RUN = 32; // segments
  struct Run
  {
    size_t first; //!< Its first point; the last one is the first of the next, unless a ring ends there
    size_t last;
    CaBox box;
  };
  void add( const GEOSGeometry *geometry );
  void addRing( const GEOSGeometry *ring );

  std::vector<CaPoint> mPoints; //!< Each ring closed
  std::vector<Run> mRuns;
  CaBox mBox;
  double mArea = 0;
};

template <typename Use, typename UseSouth>
void CaPlanePolygon::segmentsNear( const CaBox &box, const Use &use, const UseSouth &useSouth ) const
{
  const CaPoint *from = nullptr; // of the stretch that is south of the box, or beside it
  const CaPoint *to = nullptr;
  const auto endStretch = [&]
  {
    if ( from && from->x != to->x )
      useSouth( from->x, to->x );
    from = nullptr;
  };
  //! \returns whether the points from \a first to \a last, in \a bounds, are done with
  const auto passes = [&]( const CaPoint &first, const CaPoint &last, const CaBox &bounds )
  {
    if ( bounds.north <= box.south || bounds.east <= box.west || bounds.west >= box.east )
    {
      if ( !from || to != &first )
      {
        endStretch();
        from = &first;
      }
      to = &last;
      return true;
    }
    return bounds.south >= box.north; // whoever is north of the box is north of nothing that counts
  };
  for ( const Run &run : mRuns )
  {
    if ( passes( mPoints[run.first], mPoints[run.last], run.box ) )
      continue;
    for ( size_t i = run.first; i < run.last; ++i )
    {
      CaBox bounds;
      bounds.add( mPoints[i] );
      bounds.add( mPoints[i + 1] );
      if ( !passes( mPoints[i], mPoints[i + 1], bounds ) )
        use( mPoints[i], mPoints[i + 1] );
    }
  }
  endStretch();
}
