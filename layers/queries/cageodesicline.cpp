// SPDX-License-Identifier: GPL-2.0-or-later
#include "cageodesicline.h"

#include <geodesic.h>

#include <cmath>

namespace
{

constexpr double WGS84_A = 6378137;
constexpr double WGS84_F = 1 / 298.257223563;
constexpr double METRES = 1000;
constexpr double ANTIMERIDIAN = -180; // where EPSG:4326 begins
constexpr double BESIDE_EDGE = 1e-6;  // degrees, ten centimetres
constexpr double DECIMALS = 1e7;      // degrees are kept to about a centimetre

double rounded( double degrees )
{
  return std::round( degrees * DECIMALS ) / DECIMALS;
}

//! A geodesic whose longitudes run on over 180 degrees instead of jumping.
class Line
{
public:
  Line( const QgsPointXY &from, const QgsPointXY &to )
  {
    geod_geodesic ellipsoid;
    geod_init( &ellipsoid, WGS84_A, WGS84_F );
    double azimuth = 0;
    geod_inverse( &ellipsoid, from.y(), from.x(), to.y(), to.x(), &mLength, &azimuth, nullptr );
    geod_lineinit( &mLine, &ellipsoid, from.y(), from.x(), azimuth, GEOD_LATITUDE | GEOD_LONGITUDE | GEOD_DISTANCE_IN );
  }

  double length() const { return mLength; }

  QgsPointXY at( double metres ) const
  {
    double lat = 0;
    double lon = 0;
    geod_genposition( &mLine, GEOD_LONG_UNROLL, metres, &lat, &lon, nullptr, nullptr, nullptr, nullptr, nullptr, nullptr );
    return QgsPointXY( lon, lat );
  }

  //! Returns the latitude where the line crosses the meridian \a lon between two distances.
  double latitudeAt( double lon, double near, double far ) const
  {
    const bool eastward = at( far ).x() > at( near ).x();
    while ( far - near > 0.001 )
    {
      const double middle = ( near + far ) / 2;
      if ( ( at( middle ).x() < lon ) == eastward )
        near = middle;
      else
        far = middle;
    }
    return at( near ).y();
  }

private:
  geod_geodesicline mLine;
  double mLength = 0;
};

//! Which turn of the world from its edge \a west a longitude is in: 0 for -180 to 180, if the edge is there.
int turnOf( double lon, double west )
{
  return static_cast<int>( std::floor( ( lon - west ) / 360 ) );
}

QgsPointXY inTurn( double lon, double lat, int turn )
{
  return QgsPointXY( rounded( lon - 360.0 * turn ), rounded( lat ) );
}

} // namespace

CaGeodesicLine::CaGeodesicLine( const QgsPointXY &from, const QgsPointXY &to, double centralMeridian )
{
  const Line line( from, to );
  mLengthKm = line.length() / METRES;
  const int steps = std::max( 1, static_cast<int>( std::ceil( mLengthKm / STEP_KM ) ) );
  const double edge = centralMeridian - 180;
  const bool hasOwnEdge = std::remainder( centralMeridian, 360 ) != 0;

  QgsMultiPolylineXY parts( 1 );
  int turn = turnOf( from.x(), ANTIMERIDIAN );
  int mapTurn = turnOf( from.x(), edge );
  parts.last() << inTurn( from.x(), from.y(), turn );
  double before = 0;
  for ( int i = 1; i <= steps; ++i )
  {
    const double here = line.length() * i / steps;
    const QgsPointXY point = line.at( here );
    const int newTurn = turnOf( point.x(), ANTIMERIDIAN );
    const int newMapTurn = turnOf( point.x(), edge );
    const auto cutAtAntimeridian = [&]
    {
      if ( newTurn == turn )
        return;
      const double meridian = 360.0 * std::max( turn, newTurn ) + ANTIMERIDIAN;
      const double lat = line.latitudeAt( meridian, before, here );
      parts.last() << inTurn( meridian, lat, turn );
      turn = newTurn;
      parts << QgsPolylineXY{ inTurn( meridian, lat, turn ) };
      mEdgeCrossings += hasOwnEdge ? 0 : 1;
    };
    const auto cutAtEdge = [&]
    {
      if ( !hasOwnEdge || newMapTurn == mapTurn )
        return;
      // On the edge itself a projection might take either side.
      const double meridian = 360.0 * std::max( mapTurn, newMapTurn ) + edge;
      const double lat = line.latitudeAt( meridian, before, here );
      const double beside = newMapTurn > mapTurn ? BESIDE_EDGE : -BESIDE_EDGE;
      parts.last() << inTurn( meridian - beside, lat, turn );
      parts << QgsPolylineXY{ inTurn( meridian + beside, lat, turn ) };
      mapTurn = newMapTurn;
      ++mEdgeCrossings;
    };
    // In the order in which they are passed, if both are in one step.
    const bool eastward = newTurn > turn || newMapTurn > mapTurn;
    const double antimeridian = 360.0 * std::max( turn, newTurn ) + ANTIMERIDIAN;
    const double ownEdge = 360.0 * std::max( mapTurn, newMapTurn ) + edge;
    if ( ( antimeridian < ownEdge ) == eastward )
    {
      cutAtAntimeridian();
      cutAtEdge();
    }
    else
    {
      cutAtEdge();
      cutAtAntimeridian();
    }
    parts.last() << inTurn( point.x(), point.y(), turn );
    before = here;
  }
  mGeometry = QgsGeometry::fromMultiPolylineXY( parts );
}
