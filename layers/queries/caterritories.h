// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "caareaset.h"
#include "caexport.h"

#include <QStringList>
#include <QVector>

/**
 * \brief The bureau and prefecture in which each member of the boundaries lies.
 *
 * They are areas of the set themselves, behind those that are asked about. Immutable; thread safe as long as the set is there.
 */
class CA_EXPORT CaTerritories
{
public:
  //! What lies in one bureau or prefecture.
  struct Part
  {
    int territory; //!< Number of its area in the set; -1 for what is in none
    double sqKm;
    int members;
  };

  //! The kinds to be built behind the areas that are asked about.
  static QStringList kinds();

  //! \param first is the number of the first area of kinds() in \a set
  CaTerritories( const CaAreaSet &set, int first );

  //! Returns the numbers of the bureaus' areas in the set.
  QVector<int> bureaus() const { return mBureaus; }

  //! Returns the bureau of a member, -1 if it is in none.
  int bureauOf( int member ) const { return mBureauOf.at( member ); }

  //! Returns the prefecture of a member, -1 if it is in none.
  int prefectureOf( int member ) const { return mPrefectureOf.at( member ); }

  //! Returns how \a members are spread over bureaus, in their order, what is in none last. The parts add up to the members' area.
  QVector<Part> byBureau( const QVector<int> &members ) const { return parts( members, mBureauOf ); }

  //! Returns the same for prefectures.
  QVector<Part> byPrefecture( const QVector<int> &members ) const { return parts( members, mPrefectureOf ); }

private:
  QVector<Part> parts( const QVector<int> &members, const QVector<int> &territoryOf ) const;

  const CaAreaSet &mSet;
  QVector<int> mBureaus;
  QVector<int> mBureauOf;
  QVector<int> mPrefectureOf;
};
