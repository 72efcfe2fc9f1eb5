// SPDX-License-Identifier: GPL-2.0-or-later
#include "capackframes.h"

#include "cainsetcorners.h"
#include "camapframes.h"
#include "capackinput.h"
#include "capackproblems.h"

#include <QSet>

#include <algorithm>
#include <cmath>

namespace
{

constexpr double FRAME_ASPECT = 190.0 / 158; // width by height of the atlas page's main map

} // namespace

CaPackFrames::CaPackFrames( const CaPackInput &input, const QMap<QString, QgsGeometry> &prefectures, CaPackProblems &problems )
    : mInput( input )
    , mPrefectures( prefectures )
    , mProblems( problems )
{
  for ( const QgsGeometry &prefecture : prefectures )
    mLand << prefecture;
  const QVector<CaPackInput::Shape> countries = input.boundaries.value( QStringLiteral( "countries" ) );
  for ( const CaPackInput::Shape &country : countries )
    mLand << country.geometry;
}

QVector<CaPackRow> CaPackFrames::of( const QString &kind, const QString &code, const QStringList &codes )
{
  QString error;
  const QVector<CaMapFrame> frames = framesOf( codes, &error );
  if ( frames.isEmpty() || !error.isEmpty() )
    mProblems.add( QStringLiteral( "boundaries/prefectures.geojson" ), 0, QStringLiteral( "geometry" ),
                   QStringLiteral( "no map frame can be made for %1 %2 (%3); check the shapes of %4" )
                       .arg( kind, code, error, codes.join( QLatin1String( ", " ) ) ) );
  QVector<CaPackRow> rows;
  for ( const CaMapFrame &frame : frames )
  {
    const QStringList shown = shownIn( frame.land, codes );
    const bool inset = frame.part != QLatin1String( "main" );
    CaPackRow row;
    row.values = {
      { QStringLiteral( "owner_kind" ), kind },
      { QStringLiteral( "owner_code" ), code },
      { QStringLiteral( "part" ), frame.part },
      { QStringLiteral( "lon_0" ), frame.centreLon },
      { QStringLiteral( "lat_0" ), frame.centreLat },
      { QStringLiteral( "west" ), std::floor( frame.extent.xMinimum() ) },
      { QStringLiteral( "south" ), std::floor( frame.extent.yMinimum() ) },
      { QStringLiteral( "east" ), std::ceil( frame.extent.xMaximum() ) },
      { QStringLiteral( "north" ), std::ceil( frame.extent.yMaximum() ) },
      { QStringLiteral( "area_km2" ), std::round( frame.areaSqKm * 10 ) / 10 },
      { QStringLiteral( "corner" ), CaPackRow::orNull( frame.corner ) },
      { QStringLiteral( "prefectures_ja" ), CaPackRow::orNull( mInput.prefectureNames( shown, QStringLiteral( "ja" ) ) ) },
      { QStringLiteral( "prefectures_en" ), CaPackRow::orNull( mInput.prefectureNames( shown, QStringLiteral( "en" ) ) ) },
    };
    if ( inset )
    {
      row.values.insert( QStringLiteral( "name_ja" ),
                         CaPackRow::orNull( islandNames( frame.land, QStringLiteral( "name_ja" ), QStringLiteral( "・" ) ) ) );
      row.values.insert( QStringLiteral( "name_en" ),
                         CaPackRow::orNull( islandNames( frame.land, QStringLiteral( "name_en" ), QStringLiteral( ", " ) ) ) );
    }
    rows << row;
  }
  return rows;
}

QVector<CaMapFrame> CaPackFrames::framesOf( const QStringList &codes, QString *error )
{
  const auto known = mFrames.constFind( codes );
  if ( known != mFrames.constEnd() )
    return *known;
  QVector<QgsGeometry> polygons;
  for ( const QString &code : codes )
    polygons << mPrefectures.value( code );
  QVector<CaMapFrame> frames = CaMapFrames::of( QgsGeometry::collectGeometry( polygons ), FRAME_ASPECT, error );
  CaInsetCorners::choose( frames, mLand, error );
  mFrames.insert( codes, frames );
  return frames;
}

QStringList CaPackFrames::shownIn( const QgsGeometry &land, const QStringList &codes ) const
{
  // Each polygon of the land is of one prefecture: find whose by a point inside it.
  QSet<QString> shown;
  const QVector<QgsGeometry> parts = land.asGeometryCollection();
  for ( const QgsGeometry &part : parts )
  {
    const QgsGeometry inside = part.pointOnSurface();
    for ( const QString &code : codes )
    {
      const QgsGeometry prefecture = mPrefectures.value( code );
      if ( !shown.contains( code ) && prefecture.boundingBox().contains( inside.asPoint() ) && prefecture.contains( inside ) )
        shown << code;
    }
  }
  QStringList sorted( shown.begin(), shown.end() );
  std::sort( sorted.begin(), sorted.end() );
  return sorted;
}

QString CaPackFrames::islandNames( const QgsGeometry &land, const QString &column, const QString &separator ) const
{
  constexpr double NEAR_DEGREES = 0.1;
  const CaCsvTable islands = mInput.tables.value( QStringLiteral( "islands" ) );
  QMap<int, QStringList> names; // by rank
  for ( int i = 0; i < islands.size(); ++i )
  {
    const QgsPointXY place( islands.value( i, QStringLiteral( "lon" ) ).toDouble(),
                            islands.value( i, QStringLiteral( "lat" ) ).toDouble() );
    if ( land.distance( QgsGeometry::fromPointXY( place ) ) <= NEAR_DEGREES )
      names[islands.value( i, QStringLiteral( "rank" ) ).toInt()] << islands.value( i, column );
  }
  return names.isEmpty() ? QString() : names.first().join( separator );
}
