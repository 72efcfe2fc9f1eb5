// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "camapframe.h"

#include <qgscoordinatereferencesystem.h>
#include <qgscoordinatetransform.h>
#include <qgscoordinatetransformcontext.h>
#include <qgsgeometry.h>

//! \brief The equal-area plane of a map frame, around a centre, in metres.
class CaMapPlane
{
public:
  CaMapPlane( double centreLon, double centreLat )
      : mTransform( crs( QStringLiteral( "+proj=longlat +ellps=GRS80 +no_defs +type=crs" ) ),
                    crs( CaMapFrame::crsDefinition( centreLon, centreLat ).mid( 5 ) ), QgsCoordinateTransformContext() )
  {
  }

  QgsGeometry projected( const QgsGeometry &lonLat ) const
  {
    QgsGeometry result = lonLat;
    result.transform( mTransform );
    return result;
  }

  QgsPointXY lonLat( const QgsPointXY &point ) const { return mTransform.transform( point, Qgis::TransformDirection::Reverse ); }

  QgsRectangle lonLat( const QgsRectangle &box ) const { return mTransform.transformBoundingBox( box, Qgis::TransformDirection::Reverse ); }

private:
  //! Without the search for a CRS of the same kind in the database, which takes a quarter of a second each time.
  static QgsCoordinateReferenceSystem crs( const QString &proj )
  {
    QgsCoordinateReferenceSystem result;
    result.createFromProj( proj, false );
    return result;
  }

  QgsCoordinateTransform mTransform;
};
