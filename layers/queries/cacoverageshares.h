// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "caareaset.h"
#include "caexport.h"
#include "camemberfigures.h"
#include "caterritories.h"

#include <QString>
#include <QVector>

#include <functional>

//! What of the nation, or of a bureau, lies in any area.
struct CA_EXPORT CaCoveredShare
{
  int bureau;     //!< Number of its area in the set; CaCoverageShares::NATION, or CaCoverageShares::NO_BUREAU for what is in none
  double total;   //!< Of the nation or bureau
  double once;    //!< What lies in any area, counted once
  double shared;  //!< The same, made up from what each area has when what several have is shared equally among them
  double each;    //!< Counted in each area it lies in
  double unknown; //!< Share of its square kilometres whose figure is not known, from 0 to 1; land that can have none is left out

  double outside() const { return total - once; }
};

//! What one area has of the nation or of a bureau.
struct CA_EXPORT CaShareOfArea
{
  int area;
  int bureau;    //!< As for CaCoveredShare
  double each;   //!< All that lies in it
  double shared; //!< Of what it has with others only its equal share
  double alone;  //!< What it has with no other
};

/**
 * \brief How much of the nation and of each bureau lies in areas that overlap, with what several have counted in three ways.
 *
 * A measure is anything that is a sum over members, each with a weight; what is counted is a matter of weights only, so that bureaus add
 * up to the nation, and shares of areas to what is counted once. Immutable; thread safe as long as the set is there.
 */
class CA_EXPORT CaCoverageShares
{
public:
  static constexpr int NATION = -1;
  static constexpr int NO_BUREAU = -2;

  //! A measure: the sum over the members, each with its weight.
  using Measure = std::function<double( const QVector<double> &weights )>;

  //! Looks at the first \a count areas of \a set.
  CaCoverageShares( const CaAreaSet &set, int count, const CaTerritories &territories );

  //! Returns square kilometres as a measure.
  Measure area() const;

  //! Returns the number of members with a code as a measure: municipalities and wards, or prefectures.
  Measure places() const;

  //! Returns figures as a measure.
  static Measure figures( const CaMemberFigures &figures );

  //! Returns the nation and each bureau, what is in none last. \param figures tells which members are known; nullptr if all are
  QVector<CaCoveredShare> byBureau( const Measure &measure, const CaMemberFigures *figures = nullptr ) const;

  //! Returns what each area has of the nation, and of each bureau it lies in.
  QVector<CaShareOfArea> byArea( const Measure &measure ) const;

  //! Returns the areas in a bureau (or NATION).
  QVector<CaBuiltArea> areasIn( int bureau ) const;

  //! Returns for each member whether it is in any area, as weights.
  QVector<double> covered() const;

private:
  bool isIn( int member, int bureau ) const;
  QVector<int> bureaus() const;

  const CaAreaSet &mSet;
  const CaTerritories &mTerritories;
  int mCount;
  QVector<int> mNumber; //!< Of areas that each member is in
};
