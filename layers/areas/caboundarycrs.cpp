// SPDX-License-Identifier: GPL-2.0-or-later
#include "caboundarycrs.h"

#include "caboundaries.h"
#include "caflatpolygons.h"
#include "careport.h"

#include <qgscoordinatetransform.h>
#include <qgscoordinatetransformcontext.h>
#include <qgsdatumtransform.h>
#include <qgsexception.h>
#include <qgsrectangle.h>

#include <algorithm>
#include <limits>

namespace
{

//! The land and islands of Japan, in degrees, with room for the shift of the Tokyo Datum.
constexpr double WEST = 122;
constexpr double EAST = 154.5;
constexpr double SOUTH = 20;
constexpr double NORTH = 46;

bool isTokyoDatum( const QgsCoordinateReferenceSystem &crs )
{
  // Geographic, or zones I to XIX of the plane system on it; others by the name of their ellipsoid.
  const QString id = crs.authid();
  const int number = id.startsWith( QLatin1String( "EPSG:" ) ) ? id.mid( 5 ).toInt() : 0;
  return number == 4301 || ( number >= 30161 && number <= 30179 ) || ( number >= 3092 && number <= 3096 ) ||
         ( number == 0 && crs.toProj().contains( QLatin1String( "ellps=bessel" ) ) );
}

//! Returns the best operation of PROJ between two systems that is installed and of known accuracy; without a definition if there is none.
QgsDatumTransform::TransformDetails soundOperation( const QgsCoordinateReferenceSystem &from, const QgsCoordinateReferenceSystem &to )
{
  const QList<QgsDatumTransform::TransformDetails> operations = QgsDatumTransform::operations( from, to );
  for ( const QgsDatumTransform::TransformDetails &operation : operations )
  {
    if ( operation.isAvailable && operation.accuracy >= 0 )
      return operation;
  }
  return QgsDatumTransform::TransformDetails();
}

} // namespace

CaBoundaryCrs::CaBoundaryCrs( const QString &name, const QgsCoordinateReferenceSystem &crs, CaReport *report, QString *error )
    : mName( name )
    , mCrs( crs )
    , mReport( report )
    , mError( error )
{
}

bool CaBoundaryCrs::fail( const QString &reason )
{
  *mError = reason;
  return false;
}

bool CaBoundaryCrs::settle( const CaBoundaryOptions &options, CaFlatPolygons *polygons )
{
  return find( options ) && checkPlace( *polygons ) && ( !options.toJgd2011 || transform( polygons ) );
}

bool CaBoundaryCrs::find( const CaBoundaryOptions &options )
{
  if ( !mCrs.isValid() )
  {
    if ( !options.missing.isValid() )
      return fail( tr( "%1 does not say its coordinate reference system. N03 of recent years is on JGD2011; the description that comes "
                       "with a file says it. Say which it is." )
                       .arg( mName ) );
    mCrs = options.missing;
    mReport->add(
        CaReport::Information, QStringLiteral( "crs" ),
        tr( "%1 does not say its coordinate reference system; taken as %2, as you said." ).arg( mName, mCrs.userFriendlyIdentifier() ) );
  }
  else
    mReport->add( CaReport::Information, QStringLiteral( "crs" ),
                  tr( "The coordinate reference system is %1." ).arg( mCrs.userFriendlyIdentifier() ) );
  if ( isTokyoDatum( mCrs ) && !options.toJgd2011 )
    mReport->add( CaReport::Warning, QStringLiteral( "tokyo_datum" ),
                  tr( "The boundaries are on the Tokyo Datum, about 450 m off. They were left so; ask for the transformation to "
                      "JGD2011 if they are to fit other data." ) );
  return true;
}

bool CaBoundaryCrs::checkPlace( const CaFlatPolygons &polygons )
{
  const QgsCoordinateTransform toJgd2011( mCrs, QgsCoordinateReferenceSystem( QStringLiteral( "EPSG:6668" ) ),
                                          QgsCoordinateTransformContext() );
  if ( !toJgd2011.isValid() )
    return fail( tr( "%1 cannot be transformed from %2 to JGD2011: PROJ knows no way. Correct the CRS of the file." )
                     .arg( mName, mCrs.userFriendlyIdentifier() ) );
  double west = std::numeric_limits<double>::infinity();
  double south = west;
  double east = -west;
  double north = -west;
  for ( const CaPoint &point : polygons.points() )
  {
    west = std::min( west, point.x );
    east = std::max( east, point.x );
    south = std::min( south, point.y );
    north = std::max( north, point.y );
  }
  QgsRectangle extent( west, south, east, north );
  if ( !mCrs.isGeographic() )
  {
    try
    {
      extent = toJgd2011.transformBoundingBox( extent );
    }
    catch ( const QgsCsException & )
    {
      return fail( tr( "The coordinates of %1 do not fit its coordinate reference system %2. Correct the CRS of the file." )
                       .arg( mName, mCrs.userFriendlyIdentifier() ) );
    }
  }
  if ( !QgsRectangle( WEST, SOUTH, EAST, NORTH ).contains( extent ) )
    return fail( tr( "%1 does not lie in Japan: it reaches from %2 to %3. Is it of another country, or is its CRS wrong?" )
                     .arg( mName, QStringLiteral( "%1, %2" ).arg( extent.xMinimum() ).arg( extent.yMinimum() ),
                           QStringLiteral( "%1, %2" ).arg( extent.xMaximum() ).arg( extent.yMaximum() ) ) );
  return true;
}

bool CaBoundaryCrs::transform( CaFlatPolygons *polygons )
{
  const QgsCoordinateReferenceSystem jgd2011( QStringLiteral( "EPSG:6668" ) );
  const QgsCoordinateReferenceSystem jgd2000( QStringLiteral( "EPSG:4612" ) );
  if ( mCrs == jgd2011 )
    return true;
  // Asked directly, QGIS takes a transformation that does nothing ("ballpark") if the grids are not installed. The one from Tokyo to
  // JGD2000 by three parameters needs none; JGD2000 and JGD2011 differ by the earthquake of 2011 only.
  QgsDatumTransform::TransformDetails operation = soundOperation( mCrs, jgd2011 );
  const bool isDirect = !operation.proj.isEmpty();
  if ( !isDirect )
    operation = soundOperation( mCrs, jgd2000 );
  const bool isSame = operation.proj.isEmpty() && mCrs == jgd2000;
  if ( operation.proj.isEmpty() && !isSame )
    return fail( tr( "PROJ knows no sound transformation from %1 to JGD2011. Transform %2 in QGIS first." )
                     .arg( mCrs.userFriendlyIdentifier(), mName ) );
  if ( !isSame )
  {
    QgsCoordinateTransformContext context;
    const QgsCoordinateReferenceSystem target = isDirect ? jgd2011 : jgd2000;
    context.addCoordinateOperation( mCrs, target, operation.proj, false );
    if ( !polygons->transform( QgsCoordinateTransform( mCrs, target, context ) ) )
      return fail( tr( "%1 could not be transformed from %2 to JGD2011." ).arg( mName, mCrs.userFriendlyIdentifier() ) );
    mReport->add( CaReport::Information, QStringLiteral( "transformed" ),
                  tr( "Transformed from %1 by PROJ: %2, exact to about %3 m." )
                      .arg( mCrs.userFriendlyIdentifier(), operation.name )
                      .arg( operation.accuracy ) );
  }
  if ( !isDirect )
    mReport->add( CaReport::Warning, QStringLiteral( "jgd2000_as_jgd2011" ),
                  tr( "JGD2000 was taken as JGD2011: they differ by up to 5 m in the north-east of Honshu, and less elsewhere." ) );
  mCrs = jgd2011;
  return true;
}
