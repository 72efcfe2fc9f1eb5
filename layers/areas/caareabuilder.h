// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "caarealists.h"
#include "careport.h"
#include "caboundaries.h"
#include "cacodechanges.h"
#include "caexport.h"

#include <qgsfields.h>
#include <qgsfeature.h>
#include <qgsgeometry.h>

#include <QCoreApplication>
#include <QVector>

#include <memory>

class QgsFeedback;

//! An area with its polygon and all that says how it was got.
struct CA_EXPORT CaBuiltArea
{
  CaAreaList list;
  QString precision;    //!< `prefecture`, `municipality`, `municipality_partial`, `prefecture_fallback`, `mixed` or `none`
  QString basis;        //!< The weakest of its members'
  int listed = 0;       //!< Prefectures and municipalities listed
  int found = 0;        //!< Of these, those that the boundaries have
  QStringList missing;  //!< Codes that were not found, each with the reason
  QStringList replaced; //!< Codes that took others' place after mergers, as `old → new`
  QVector<int> members; //!< Members of the boundaries
  QStringList mended;   //!< Codes that had to be mended to be joined
  QgsGeometry geometry; //!< A multipolygon, null if there is none
  double areaSqKm = 0;  //!< On the ellipsoid
};

/**
 * \brief Makes polygons of areas from their lists of codes and from boundaries.
 *
 * For each code listed: the member that has it; the municipalities of a prefecture; the wards of a designated city; the codes that took its
 * place after a merger, over several mergers if need be. A ward is not found where the boundaries have only its city. What the whole area
 * is then is said by its precision:
 * - `prefecture` or `municipality`: all of the list is of this kind and the list is whole; `mixed` if it has both and one is not inside the
 * other;
 * - `municipality_partial`: some codes were not found, or sub-regions are named of which only some municipalities are listed;
 * - `prefecture_fallback`: the prefectures in which it lies, because a sub-region is named without any municipality and without its whole
 * prefecture, or no code was found.
 * Prefectures never stand in for some municipalities beside others.
 */
class CA_EXPORT CaAreaBuilder
{
  Q_DECLARE_TR_FUNCTIONS( CaAreaBuilder )

public:
  CaAreaBuilder( std::shared_ptr<const CaBoundaries> boundaries, const CaCodeChanges &changes = CaCodeChanges::builtIn() );

  //! Whether areas without whole lists fall back to prefectures; otherwise they are what is listed, if anything.
  void setFallback( bool fallback ) { mFallback = fallback; }

  //! Returns the areas with their members, but without geometry: enough for questions about points.
  QVector<CaBuiltArea> resolve( const CaAreaLists &lists );

  //! Builds the areas. \returns nothing if cancelled
  QVector<CaBuiltArea> build( const CaAreaLists &lists, QgsFeedback *feedback = nullptr );

  //! What was found while building, without what the boundaries' own report says.
  const CaReport &report() const { return mReport; }

  //! Fields of features().
  static QgsFields fields();

  //! Returns \a area as a feature with fields().
  QgsFeature feature( const CaBuiltArea &area ) const;

private:
  struct Resolved
  {
    QVector<int> members;
    QString problem;
    QStringList replaced;
  };
  Resolved resolve( const QString &code ) const;
  CaBuiltArea resolve( const CaAreaList &list ) const;
  QVector<CaBuiltArea> resolved( const CaAreaLists &lists ) const;
  void fallBack( CaBuiltArea &area ) const;
  void reportAreas( const QVector<CaBuiltArea> &areas );

  std::shared_ptr<const CaBoundaries> mBoundaries;
  CaCodeChanges mChanges;
  QHash<QString, QVector<int>> mWards; //!< Members by the designated city they are wards of
  bool mFallback = true;
  CaReport mReport;
};
