// SPDX-License-Identifier: GPL-2.0-or-later
#include "capdfstraight.h"

#include <cmath>

namespace
{

using Point = CaPdfStraight::Point;

//! Returns more than 0 if \a second is to the left of \a first.
double turn( const Point &first, const Point &second )
{
  return first.x * second.y - first.y * second.x;
}

double along( const Point &first, const Point &second )
{
  return first.x * second.x + first.y * second.y;
}

} // namespace

void CaPdfStraight::begin( const Point &from, double distance )
{
  mBegin = from;
  mEnd = from;
  mDistance = distance;
  mLength = 0;
  mIsOpen = true;
}

bool CaPdfStraight::goOn( const Point &point )
{
  const Point way{ point.x - mBegin.x, point.y - mBegin.y };
  const double length = std::hypot( way.x, way.y );
  const bool isInWedge = mIsOpen || ( turn( mLeft, way ) <= 0 && turn( mRight, way ) >= 0 && along( mLeft, way ) > 0 );
  if ( length < mLength || !isInWedge )
    return false;
  mEnd = point;
  mLength = length;
  if ( length <= mDistance )
    return true;
  const double slope = mDistance / std::sqrt( length * length - mDistance * mDistance );
  const Point left{ way.x - slope * way.y, way.y + slope * way.x };
  const Point right{ way.x + slope * way.y, way.y - slope * way.x };
  if ( mIsOpen || turn( mLeft, left ) < 0 )
    mLeft = left;
  if ( mIsOpen || turn( mRight, right ) > 0 )
    mRight = right;
  mIsOpen = false;
  return true;
}
