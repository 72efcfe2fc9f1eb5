// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "caexport.h"
#include "caplanepolygon.h"

#include <cstdint>
#include <vector>

/**
 * \brief How much of a polygon lies in each of any zones, and in all of them together, by area and by the weights spread over it.
 *
 * A line from south to north moves over the polygon from west to east and stops where a segment begins or ends, or two cross. Between two
 * stops all is trapezoids, whose areas are summed. Nothing is cut and no point is snapped, so it cannot fail, and all sums are of the same
 * trapezoids. Zones may overlap one another and share borders with the polygon.
 *
 * Coordinates are of a plane. The polygons must be valid and outlive this.
 */
class CA_EXPORT CaAreaSweep
{
public:
  //! Area and weight.
  struct Sum
  {
    double area = 0;
    double weight = 0;
  };

  explicit CaAreaSweep( const CaPlanePolygon &polygon );

  //! Adds a zone; they are numbered from 0.
  void addZone( const CaPlanePolygon &zone );

  //! Spreads a weight of \a density for each unit of area over \a shape.
  void addWeight( const CaPlanePolygon &shape, double density );

  //! To be called once, after all has been added.
  void run();

  const Sum &whole() const { return mWhole; }
  const Sum &inZone( size_t number ) const { return mZones[number].isWhole ? mWhole : mZones[number].sum; }
  const Sum &inAnyZone() const { return mIsCovered ? mWhole : mCovered; }

private:
  //! A segment from its western to its eastern end, from the south-western corner of the polygon's box.
  struct Edge
  {
    CaPoint west;
    CaPoint east;
    double slope;
    int32_t owner;
    double yAt( double x ) const { return x <= west.x ? west.y : x >= east.x ? east.y : west.y + ( x - west.x ) * slope; }
  };
  //! An edge where the line is, with its heights at the sides of a strip.
  struct Crossed
  {
    const Edge *edge;
    double west;
    double east;
  };
  struct Zone
  {
    bool isWhole; //!< All of the polygon is in it
    bool isIn;    //!< Where the line is
    Sum below;    //!< What was below when it was entered
    Sum sum;
  };
  struct Weight
  {
    double density;
    bool isIn;
  };
  static constexpr int32_t POLYGON = 0;

  //! Adds the border of \a shape in \a near and south of it. \returns whether any is in it; if none, sets \a isAround to whether it is
  //! around
  bool addEdges( const CaPlanePolygon &shape, int32_t owner, const CaBox &near, bool *isAround );
  void strip( std::vector<Crossed> &crossed, double west, double east );
  void addUp( const std::vector<Crossed> &crossed, double width );

  const CaPlanePolygon &mPolygon;
  std::vector<Edge> mEdges;
  std::vector<Zone> mZones;     //!< Owner is the number + 1
  std::vector<Weight> mWeights; //!< Owner is -1 - the number
  double mEvenDensity = 0;      //!< Of weights that are all around the polygon
  double mHeight = 0;           //!< Of the highest end of an edge, for the size of rounding errors
  bool mIsCut = false;
  bool mIsCovered = false;
  Sum mWhole;
  Sum mCovered;
};
