// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <tuple>

//! A position in the plane of the coordinates as they are given.
struct CaPoint
{
  double x;
  double y;

  bool operator==( const CaPoint &other ) const { return x == other.x && y == other.y; }
  bool operator!=( const CaPoint &other ) const { return !( *this == other ); }
  //! From west to east, then from south to north.
  bool operator<( const CaPoint &other ) const { return std::tie( x, y ) < std::tie( other.x, other.y ); }
};

/**
 * Returns 1 if a, b, c turn left, -1 if they turn right, 0 if they lie on a line.
 * Exact: where rounding could change the sign, GEOS computes it again in double-double arithmetic.
 */
int caTurn( const CaPoint &a, const CaPoint &b, const CaPoint &c );
