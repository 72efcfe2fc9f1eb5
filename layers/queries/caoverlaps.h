// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "caareaset.h"
#include "caexport.h"
#include "caterritories.h"

#include <QVector>

#include <optional>

class QgsFeedback;

//! What two areas share. Each pair comes once, the area that comes first in the set first.
struct CA_EXPORT CaOverlap
{
  //! How the first area lies to the second.
  enum class Relation
  {
    Partial,  //!< Each has something of its own
    Contains, //!< The first has all of the second
    Within,   //!< The second has all of the first
    Same
  };

  int first;
  int second;
  QVector<int> members; //!< Ascending, at least one
  double sqKm;
  double shareOfFirst; //!< From 0 to 1
  double shareOfSecond;
  Relation relation;
};

//! An area that lies in several bureaus or prefectures.
struct CA_EXPORT CaCrossing
{
  int area;
  QVector<CaTerritories::Part> bureaus;     //!< Those it lies in
  QVector<CaTerritories::Part> prefectures; //!< Likewise

  bool crossesBureaus() const { return isSeveral( bureaus ); }
  bool crossesPrefectures() const { return isSeveral( prefectures ); }

private:
  //! Land of no prefecture is none that a line is crossed to.
  static bool isSeveral( const QVector<CaTerritories::Part> &parts )
  {
    return parts.size() > ( !parts.isEmpty() && parts.constLast().territory == -1 ? 2 : 1 );
  }
};

/**
 * \brief Which areas overlap, by their members, and which cross the lines of bureaus and prefectures.
 *
 * Areas without members overlap nothing. Sizes are sums of members, so that what is in one area, in two, in three, ... adds up.
 */
class CA_EXPORT CaOverlaps
{
public:
  //! Compares the first \a count areas of \a set. \returns nothing if cancelled
  static std::optional<CaOverlaps> find( const CaAreaSet &set, int count, QgsFeedback *feedback = nullptr );

  //! Returns the pairs that share a member.
  const QVector<CaOverlap> &pairs() const { return mPairs; }

  //! Returns how many square kilometres are in no area (at 0), in one, in two, ...
  QVector<double> sqKmByNumber() const { return mSqKmByNumber; }

  //! Returns those of the first \a count areas that lie in several bureaus or prefectures.
  static QVector<CaCrossing> crossings( const CaAreaSet &set, int count, const CaTerritories &territories );

private:
  QVector<CaOverlap> mPairs;
  QVector<double> mSqKmByNumber;
};
