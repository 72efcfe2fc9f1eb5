// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "cabuffer.h"
#include "caexport.h"
#include "capoint.h"

#include <qgsgeometry.h>

#include <cstdint>
#include <vector>

class QgsCoordinateTransform;

/**
 * \brief Polygons as one flat array of points, each ring with the number of the member it belongs to.
 *
 * A member is a municipality, or whatever the polygons are of; several polygons may be of one member. Rings are kept without a closing
 * point, without points that repeat the one before, shells counter-clockwise and holes clockwise, so that a member always lies to the left.
 */
class CA_EXPORT CaFlatPolygons
{
public:
  struct Ring
  {
    uint32_t first; //!< Position of the first point
    uint32_t end;   //!< Position behind the last point
    int member;     //!< Number of the member, 0, 1, ...
    bool isHole;    //!< Whether it is a hole of the shell before it
  };

  enum class Added
  {
    Yes,
    TooShort, //!< Fewer than three different points: the ring encloses nothing and was left out
    NotFinite //!< A coordinate is NaN or infinite: the ring was left out
  };

  /**
   * Makes room for a ring of \a count points and returns where to write them; addRing() takes them over.
   * \throws std::length_error if there are more than four billion points
   */
  CaPoint *room( size_t count );

  //! Takes over the \a count points written to room(). A hole belongs to the shell added last.
  Added addRing( int member, bool isHole, size_t count );

  //! Adds the polygons of \a geometry, curves as lines. \returns the worst of what addRing() said
  Added addGeometry( int member, const QgsGeometry &geometry );

  //! Moves points at most \a tolerance apart to the same place. \returns the number of points moved
  size_t snap( double tolerance );

  /**
   * Takes the rings of \a member out; their points stay where they are, unused.
   * \returns the rings taken out
   */
  std::vector<Ring> takeOut( int member );

  //! Gives each ring the member that \a members says for the one it has.
  void renumber( const std::vector<int> &members );

  //! Transforms all points. \returns false, with some transformed, if one could not be
  bool transform( const QgsCoordinateTransform &transform );

  //! Returns all polygons of \a member, one by one, as they are.
  QVector<QgsGeometry> polygonsOf( int member ) const;

  const CaBuffer<CaPoint> &points() const { return mPoints; }
  const CaBuffer<Ring> &rings() const { return mRings; }
  int memberCount() const { return mMemberCount; }

private:
  //! Cleans the \a count points at \a first, returns how many are left.
  size_t clean( size_t first, size_t count );
  static double doubleArea( const CaPoint *points, size_t count );

  CaBuffer<CaPoint> mPoints;
  CaBuffer<Ring> mRings;
  size_t mUsed = 0;
  int mMemberCount = 0;
};
