// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "cafigure.h"
#include "caexport.h"

#include <qgscoordinatereferencesystem.h>
#include <qgsgeometry.h>

#include <QCoreApplication>
#include <QPair>
#include <QVector>

#include <optional>
#include <vector>

class QgsFeedback;

//! A figure of a zone, made of those of the parts in it.
struct CA_EXPORT CaZoneFigure
{
  CaFigure figure;    //!< Of the parts that are known
  double unknown = 0; //!< Share of the zone's weight in parts whose figure is not known; the figure is incomplete unless this is 0
};

//! What became of a metric's sum over all parts: parts = zones - repeated + outside.
struct CA_EXPORT CaZoneTotals
{
  double parts = 0;    //!< Sum of the parts' figures
  double zones = 0;    //!< Sum of the zones' figures
  double repeated = 0; //!< Of this, what was counted more than once, because zones overlap
  double outside = 0;  //!< What lies in no zone
  int unknown = 0;     //!< Parts without a known figure

  double balance() const { return zones - repeated + outside - parts; }
};

/**
 * \brief How much of each part (a municipality, a project) lies in each of any zones, by area or by a weight; computed once for any number
 * of figures.
 *
 * All geometries are in plane(), a cylindrical equal-area projection: areas in it are those on the ellipsoid, and edges are straight there.
 * Zones may overlap. A part may have several shapes. A part of which no weight is known is apportioned by area. Immutable; thread safe.
 */
class CA_EXPORT CaApportionment
{
  Q_DECLARE_TR_FUNCTIONS( CaApportionment )

public:
  //! A polygon of a part: a part may have several.
  struct Shape
  {
    int part;
    QgsGeometry geometry;
  };

  //! A point or polygon with what it weighs, which is spread evenly over a polygon.
  struct Weight
  {
    QgsGeometry geometry;
    double value;
  };

  //! What of a part lies in a zone.
  struct Share
  {
    int part;
    double share;  //!< Of the part, 1 for all of it
    double weight; //!< In the units of the weights, or square metres
  };

  //! The coordinate reference system in which geometries are given.
  static QgsCoordinateReferenceSystem plane();

  /**
   * Works out the shares of \a partCount parts in \a zones, on as many threads as there are cores.
   * \param weights what to apportion by; area if empty
   * \returns nothing and sets \a error if a weight is negative or no number, or if cancelled
   */
  static std::optional<CaApportionment> build( int partCount, const QVector<Shape> &shapes, const QVector<QgsGeometry> &zones,
                                               const QVector<Weight> &weights, QString *error, QgsFeedback *feedback = nullptr );

  int partCount() const { return static_cast<int>( mOutside.size() ); }
  int zoneCount() const { return static_cast<int>( mShares.size() ); }

  //! Returns the parts in \a zone, ascending.
  const std::vector<Share> &shares( int zone ) const { return mShares[static_cast<size_t>( zone )]; }

  //! Returns the share of \a part that is in no zone.
  double outside( int part ) const { return mOutside[static_cast<size_t>( part )]; }

  //! Returns the share of \a part that is counted again because zones overlap: 1 if all of it is in two zones.
  double repeated( int part ) const { return mRepeated[static_cast<size_t>( part )]; }

  //! Returns the share of \a zone's area that is in any part; parts that overlap count each.
  double covered( int zone ) const { return mCovered[static_cast<size_t>( zone )]; }

  //! Returns the area of \a zone in square kilometres.
  double areaSqKm( int zone ) const { return mZoneArea[static_cast<size_t>( zone )] / 1e6; }

  //! Numbers of shapes and zones whose geometry was invalid and has been mended, or could not be and counts as empty.
  const QVector<int> &mendedShapes() const { return mMendedShapes; }
  const QVector<int> &mendedZones() const { return mMendedZones; }
  const QVector<int> &emptyShapes() const { return mEmptyShapes; }
  const QVector<int> &emptyZones() const { return mEmptyZones; }

  //! Parts in which there is no weight; they are apportioned by area.
  const QVector<int> &partsWithoutWeight() const { return mWithoutWeight; }

  /**
   * Returns the figure of \a zone from the \a figures of all parts: the sum of shares of an \a extensive metric, the mean by weight of
   * another. Not applicable parts are left out; parts without value are unknown.
   */
  CaZoneFigure figure( int zone, const QVector<CaFigure> &figures, bool extensive ) const;

  //! Returns what became of the sum of an extensive metric.
  CaZoneTotals totals( const QVector<CaFigure> &figures ) const;

private:
  class Builder;
  CaApportionment() = default;

  std::vector<std::vector<Share>> mShares;
  std::vector<double> mInZones; //!< The shares of each part in all zones
  std::vector<double> mOutside;
  std::vector<double> mRepeated;
  std::vector<double> mCovered;
  std::vector<double> mZoneArea;
  QVector<int> mMendedShapes;
  QVector<int> mMendedZones;
  QVector<int> mEmptyShapes;
  QVector<int> mEmptyZones;
  QVector<int> mWithoutWeight;
};
