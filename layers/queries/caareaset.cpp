// SPDX-License-Identifier: GPL-2.0-or-later
#include "caareaset.h"

#include "cacompat.h"

#include <qgscoordinatetransformcontext.h>
#include <qgsdistancearea.h>
#include <qgsfeedback.h>
#include <qgsgeometryengine.h>

#include <algorithm>
#include <iterator>

std::shared_ptr<const CaAreaSet> CaAreaSet::build( std::shared_ptr<const CaBoundaries> boundaries, const QString &packFileName,
                                                   const QStringList &kinds, bool fallback, QString *error, QgsFeedback *feedback,
                                                   const std::optional<CaAreaLists> &own )
{
  error->clear();
  std::shared_ptr<CaAreaSet> set( new CaAreaSet() );
  set->mBoundaries = std::move( boundaries );
  CaAreaBuilder builder( set->mBoundaries );
  builder.setFallback( fallback );
  QVector<CaAreaList> all;
  if ( own )
    all = own->areas();
  for ( const QString &kind : kinds )
  {
    const std::optional<CaAreaLists> lists = CaAreaLists::fromPack( packFileName, kind, error );
    if ( !lists )
      return nullptr;
    all += lists->areas();
  }
  set->mAreas = builder.resolve( CaAreaLists( all ) );
  set->mReport = set->mBoundaries->report();
  set->mReport.add( builder.report() );
  set->mAreasOfMember.resize( set->mBoundaries->members().size() );
  for ( int area = 0; area < set->mAreas.size(); ++area )
  {
    for ( const int member : std::as_const( set->mAreas.at( area ).members ) )
      set->mAreasOfMember[member] << area;
  }
  if ( !set->measureMembers( feedback ) )
    return nullptr;
  return set;
}

bool CaAreaSet::measureMembers( QgsFeedback *feedback )
{
  const int count = mBoundaries->members().size();
  QVector<QVector<int>> single;
  for ( int member = 0; member < count; ++member )
    single << QVector<int>{ member };
  const QVector<CaAssembledArea> polygons = mBoundaries->coverage()->assemble( single, feedback );
  if ( polygons.size() < count || ( feedback && feedback->isCanceled() ) )
    return false;
  mIndex = std::make_unique<QgsSpatialIndex>();
  for ( int member = 0; member < count; ++member )
  {
    QgsGeometry geometry;
    geometry.fromWkb( polygons.at( member ).wkb );
    mGeometries << geometry;
    mSqKm << ( geometry.isEmpty() ? 0 : measure( geometry ) );
    if ( !geometry.isEmpty() )
      mIndex->addFeature( member, geometry.boundingBox() );
  }
  return !( feedback && feedback->isCanceled() );
}

QVector<CaBuiltArea> CaAreaSet::resolve( const CaAreaLists &lists, const CaCodeChanges &changes ) const
{
  CaAreaBuilder builder( mBoundaries, changes );
  builder.setFallback( false );
  return builder.resolve( lists );
}

double CaAreaSet::sqKm( const QVector<int> &members ) const
{
  double sum = 0;
  for ( const int member : members )
    sum += mSqKm.at( member );
  return sum;
}

QVector<int> CaAreaSet::shared( int first, int second ) const
{
  const QVector<int> &a = mAreas.at( first ).members;
  const QVector<int> &b = mAreas.at( second ).members;
  QVector<int> result;
  std::set_intersection( a.begin(), a.end(), b.begin(), b.end(), std::back_inserter( result ) );
  return result;
}

QVector<int> CaAreaSet::membersTouching( const QgsGeometry &geometry ) const
{
  QVector<int> result;
  if ( geometry.isEmpty() )
    return result;
  const std::unique_ptr<QgsGeometryEngine> engine( QgsGeometry::createGeometryEngine( geometry.constGet() ) );
  engine->prepareGeometry();
  const QList<QgsFeatureId> near = mIndex->intersects( geometry.boundingBox() );
  for ( const QgsFeatureId member : near )
  {
    if ( engine->intersects( mGeometries.at( static_cast<int>( member ) ).constGet() ) )
      result << static_cast<int>( member );
  }
  std::sort( result.begin(), result.end() );
  return result;
}

double CaAreaSet::measure( const QgsGeometry &geometry ) const
{
  QgsDistanceArea measure;
  measure.setSourceCrs( mBoundaries->crs(), QgsCoordinateTransformContext() );
  measure.setEllipsoid( QStringLiteral( "EPSG:7019" ) ); // GRS80
  return measure.convertAreaMeasurement( measure.measureArea( geometry ), CaCompat::AreaSquareKilometers );
}
