// SPDX-License-Identifier: GPL-2.0-or-later
#include "cainsetcorners.h"

#include "camapplane.h"

#include <qgsexception.h>

#include <QSizeF>

#include <algorithm>
#include <tuple>

namespace
{

//! Main maps of bureaus and projects, landscape and portrait (that of projects is 3 mm higher), in millimetres.
constexpr QSizeF MAPS[]{ QSizeF( 160, 160 ), QSizeF( 180, 114 ) };
//! Between an inset and the frame of the main map; in the south-east lies the scale bar.
constexpr double MARGIN = 2;
constexpr double SCALE_BAR = 11;
//! Air around the land of the main map, as its layouts leave it: a share of its longer side, and metres.
constexpr double AIR_SHARE = 0.08;
constexpr double AIR = 4000;

constexpr const char *CORNERS[]{ "NW", "NE", "SW", "SE" };

//! Returns what a map of the size \a paper shows around the \a land of its frame.
QgsRectangle shownOn( const QSizeF &paper, const QgsRectangle &land )
{
  const double air = AIR_SHARE * std::max( land.width(), land.height() ) + AIR;
  const double scale = std::max( ( land.width() + 2 * air ) / paper.width(), ( land.height() + 2 * air ) / paper.height() );
  const QgsPointXY centre = land.center();
  return QgsRectangle::fromCenterAndSize( centre, scale * paper.width(), scale * paper.height() );
}

//! Returns what an inset in \a corner covers of a map of the size \a paper that shows \a shown.
QgsRectangle coveredIn( const QString &corner, const QSizeF &paper, const QgsRectangle &shown )
{
  const double scale = shown.width() / paper.width();
  const double bottom = MARGIN + ( corner == QLatin1String( "SE" ) ? SCALE_BAR : 0 );
  const double west =
      corner.endsWith( 'W' ) ? shown.xMinimum() + scale * MARGIN : shown.xMaximum() - scale * ( MARGIN + CaInsetCorners::WIDTH );
  const double south =
      corner.startsWith( 'S' ) ? shown.yMinimum() + scale * bottom : shown.yMaximum() - scale * ( MARGIN + CaInsetCorners::HEIGHT );
  return QgsRectangle( west, south, west + scale * CaInsetCorners::WIDTH, south + scale * CaInsetCorners::HEIGHT );
}

//! Returns how much of \a polygons is in \a box. A copy is clipped, as that is not const in QGIS 3.22.
double areaIn( const QgsRectangle &box, const QVector<QgsGeometry> &polygons )
{
  double sum = 0;
  for ( const QgsGeometry &polygon : polygons )
  {
    if ( polygon.boundingBox().intersects( box ) )
      sum += QgsGeometry( polygon ).clipped( box ).area();
  }
  return sum;
}

//! Returns the polygons of \a land that are in \a box, projected to \a plane.
QVector<QgsGeometry> projectedIn( const QgsRectangle &box, const QVector<QgsGeometry> &land, const CaMapPlane &plane )
{
  QVector<QgsGeometry> result;
  const QgsRectangle lonLat = plane.lonLat( box );
  for ( const QgsGeometry &geometry : land )
  {
    const QVector<QgsGeometry> parts = geometry.asGeometryCollection();
    for ( const QgsGeometry &part : parts )
    {
      if ( part.boundingBox().intersects( lonLat ) )
        result << plane.projected( part );
    }
  }
  return result;
}

//! Land that an inset in a corner hides, of the page's own and of any, in square millimetres of paper, and how far off its islands are.
struct Cost
{
  QString corner;
  double own = 0;
  double any = 0;
  double distance = 0;
};

QVector<Cost> costsOf( const CaMapFrame &main, const QVector<QgsGeometry> &land )
{
  const CaMapPlane plane( main.centreLon, main.centreLat );
  QVector<Cost> costs;
  for ( const char *corner : CORNERS )
    costs << Cost{ QString::fromLatin1( corner ), 0, 0, 0 };
  for ( const QSizeF &paper : MAPS )
  {
    const QgsRectangle shown = shownOn( paper, main.extent );
    const QVector<QgsGeometry> own = projectedIn( shown, { main.land }, plane );
    const QVector<QgsGeometry> any = projectedIn( shown, land, plane );
    const double square = ( shown.width() / paper.width() ) * ( shown.width() / paper.width() );
    for ( Cost &cost : costs )
    {
      const QgsRectangle covered = coveredIn( cost.corner, paper, shown );
      cost.own += areaIn( covered, own ) / square;
      cost.any += areaIn( covered, any ) / square;
    }
  }
  return costs;
}

void chooseCorners( QVector<CaMapFrame> &frames, const QVector<QgsGeometry> &land )
{
  const CaMapFrame &main = frames.constFirst();
  const CaMapPlane plane( main.centreLon, main.centreLat );
  const QgsRectangle shown = shownOn( MAPS[0], main.extent );
  QVector<Cost> free = costsOf( main, land );
  for ( int i = 1; i < frames.size() && !free.isEmpty(); ++i )
  {
    const QgsPointXY islands = plane.projected( frames.at( i ).land ).boundingBox().center();
    for ( Cost &cost : free )
      cost.distance = coveredIn( cost.corner, MAPS[0], shown ).center().distance( islands );
    const auto best = std::min_element( free.begin(), free.end(),
                                        []( const Cost &a, const Cost &b )
                                        { return std::tie( a.own, a.any, a.distance ) < std::tie( b.own, b.any, b.distance ); } );
    frames[i].corner = best->corner;
    free.erase( best );
  }
}

} // namespace

void CaInsetCorners::choose( QVector<CaMapFrame> &frames, const QVector<QgsGeometry> &land, QString *error )
{
  if ( frames.size() < 2 )
    return;
  try
  {
    chooseCorners( frames, land );
  }
  catch ( const QgsCsException &exception )
  {
    if ( error )
      *error = exception.what();
  }
}
