// SPDX-License-Identifier: GPL-2.0-or-later
#include "capoint.h"

#include "cacompat.h"

#include <cmath>

int caTurn( const CaPoint &a, const CaPoint &b, const CaPoint &c )
{
  // The bound of Shewchuk's first filter, rounded up.
  constexpr double BOUND = 3.4e-16;
  const double left = ( a.x - c.x ) * ( b.y - c.y );
  const double right = ( a.y - c.y ) * ( b.x - c.x );
  const double turn = left - right;
  if ( std::abs( turn ) > BOUND * ( std::abs( left ) + std::abs( right ) ) )
    return turn > 0 ? 1 : -1;
  return GEOSOrientationIndex_r( CaCompat::geosContext(), a.x, a.y, b.x, b.y, c.x, c.y );
}
