// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "caareabuilder.h"
#include "caexport.h"

#include <qgsspatialindex.h>

#include <QCoreApplication>
#include <QStringList>
#include <QVector>

#include <memory>
#include <optional>

class QgsFeedback;

/**
 * \brief Areas as sets of members of one set of boundaries, with the size of each member on the ellipsoid.
 *
 * Members are measured once; sizes of areas, of what they share and of what is outside are sums of them, so that parts add up to the whole.
 * Immutable once built; thread safe.
 */
class CA_EXPORT CaAreaSet
{
  Q_DECLARE_TR_FUNCTIONS( CaAreaSet )

public:
  /**
   * Resolves the lists of \a kinds, as in CaAreaLists::kinds(), of the data pack, behind \a own if given, and measures the members.
   * \returns nothing and sets \a error; the error is empty if it was cancelled
   */
  static std::shared_ptr<const CaAreaSet> build( std::shared_ptr<const CaBoundaries> boundaries, const QString &packFileName,
                                                 const QStringList &kinds, bool fallback, QString *error, QgsFeedback *feedback = nullptr,
                                                 const std::optional<CaAreaLists> &own = std::nullopt );

  const CaBoundaries &boundaries() const { return *mBoundaries; }
  std::shared_ptr<const CaCoverage> coverage() const { return mBoundaries->coverage(); }

  //! Returns the areas, without geometry and size.
  const QVector<CaBuiltArea> &areas() const { return mAreas; }

  //! Resolves other \a lists with the same boundaries, without falling back to prefectures, and without measuring them.
  QVector<CaBuiltArea> resolve( const CaAreaLists &lists, const CaCodeChanges &changes = CaCodeChanges::builtIn() ) const;

  //! Returns the areas that have a member.
  QVector<int> areasOfMember( int member ) const { return mAreasOfMember.at( member ); }

  //! Returns the area of a member in square kilometres.
  double sqKmOfMember( int member ) const { return mSqKm.at( member ); }

  //! Returns the area of \a members, each of which is given once.
  double sqKm( const QVector<int> &members ) const;

  //! Returns the members of both areas, ascending.
  QVector<int> shared( int first, int second ) const;

  //! Returns the polygon of a member.
  QgsGeometry geometryOfMember( int member ) const { return mGeometries.at( member ); }

  //! Returns the members that have a point in common with \a geometry, ascending.
  QVector<int> membersTouching( const QgsGeometry &geometry ) const;

  //! Returns the area of a geometry in the CRS of the boundaries, on the ellipsoid, in square kilometres.
  double measure( const QgsGeometry &geometry ) const;

  //! Returns what was found in the boundaries and in resolving the lists.
  const CaReport &report() const { return mReport; }

private:
  CaAreaSet() = default;
  bool measureMembers( QgsFeedback *feedback );

  std::shared_ptr<const CaBoundaries> mBoundaries;
  QVector<CaBuiltArea> mAreas;
  QVector<QVector<int>> mAreasOfMember;
  QVector<QgsGeometry> mGeometries;
  QVector<double> mSqKm;
  std::unique_ptr<QgsSpatialIndex> mIndex;
  CaReport mReport;
};
