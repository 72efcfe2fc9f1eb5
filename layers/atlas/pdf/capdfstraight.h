// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

/**
 * \brief A straight line that stands for several points of a line one after the other, none of them further from it than a distance.
 *
 * Directions from where it begins that pass all points so far are a wedge, which each point narrows; a point outside of it, or one that
 * turns back, ends the line. Constant memory and time for a point. A plain value.
 */
class CaPdfStraight
{
public:
  //! A point, or the way from one to another.
  struct Point
  {
    double x = 0;
    double y = 0;
  };

  //! Begins at \a from; points may be \a distance off.
  void begin( const Point &from, double distance );

  //! Takes the line on to \a point. \returns false, with the line left as it is, if it would no longer be straight
  bool goOn( const Point &point );

  //! Returns where the line has come to.
  const Point &end() const { return mEnd; }

private:
  Point mBegin;
  Point mEnd;
  double mDistance = 0;
  double mLength = 0;
  bool mIsOpen = true; //!< Any direction will do
  Point mLeft;         //!< The bounds of the wedge, seen from mBegin
  Point mRight;
};
