// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "caexport.h"
#include "camemberlocator.h"

#include <QVector>

#include <vector>

/**
 * \brief Counts points in areas that overlap: how many in each, and how many in none, one, two, ...
 *
 * Areas are sets of members, so that it is enough to find the member of a point. Points come in batches of any size; nothing is kept of
 * them.
 */
class CA_EXPORT CaPointsInAreas
{
public:
  CaPointsInAreas( std::shared_ptr<const CaCoverage> coverage, const QVector<QVector<int>> &areas );

  struct Count
  {
    qint64 points = 0;
    double weight = 0;
  };

  /**
   * Finds the areas at a feature's \a points, each once, ascending. Thread safe if each thread has its own vectors.
   * \param members is room to work in
   */
  void areasAt( const CaPoint *points, size_t count, std::vector<int> &members, std::vector<int> &areas ) const;

  //! Counts a feature that is in \a areas, or several of \a weight together.
  void add( const std::vector<int> &areas, double weight, qint64 features = 1 );

  /**
   * Counts a batch of single points of weight 1, on as many threads as there are cores.
   * \param areas is set to the areas of each point, if wanted
   */
  void addBatch( const CaPoint *points, size_t count, std::vector<std::vector<int>> *areas = nullptr );

  //! Returns the count of each area.
  const std::vector<Count> &counts() const { return mCounts; }

  //! Returns the count of features in none, one, two, ... areas.
  const std::vector<Count> &byOverlap() const { return mByOverlap; }

private:
  //! Sets \a areas to those of \a members, each once, ascending.
  void areasOf( const std::vector<int> &members, std::vector<int> &areas ) const;

  CaMemberLocator mLocator;
  std::vector<std::vector<int>> mAreasOfMember;
  std::vector<Count> mCounts;
  std::vector<Count> mByOverlap;
};
