// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "caarcs.h"
#include "cabuffer.h"
#include "cacoverage.h"
#include "caexport.h"

#include <qgsgeometryengine.h>
#include <qgsrectangle.h>

#include <cstdint>
#include <memory>
#include <vector>

/**
 * \brief Finds the members of a coverage at a point: one, none in the sea, several on a shared border or where members overlap.
 *
 * A grid lies over the coverage. Each cell knows the member at a place in its middle and the border segments that come near it. From there
 * one goes east or west to below or above the point, then to the point; what is crossed on the way, left and right combined by exclusive
 * or, leaves the member at the point. All decisions are exact. Immutable; thread safe.
 */
class CA_EXPORT CaMemberLocator
{
public:
  explicit CaMemberLocator( std::shared_ptr<const CaCoverage> coverage );

  /**
   * Sets \a members to the members at \a point, each once, ascending; a point on a border is in the members on both sides.
   * A vector that is used again costs no memory.
   */
  void locate( const CaPoint &point, std::vector<int> &members ) const;

private:
  struct Unfitting
  {
    int member;
    QgsRectangle extent;
    QgsGeometry geometry;
    std::shared_ptr<QgsGeometryEngine> engine;
  };
  struct Cell
  {
    uint32_t start = 0;  //!< Where its segments begin in mSegments; they end where those of the next one begin
    uint32_t middle = 0; //!< The member in its middle, counted from 1 with 0 for nobody
  };
  void fillCells();
  void findMiddles();
  void findMiddlesOfRow( size_t row );
  bool isGeneric( size_t row, double y ) const;
  const CaArcs::Arc &arcOf( uint32_t position ) const;
  uint32_t sides( uint32_t position ) const;
  size_t columnOf( double x ) const;
  size_t rowOf( double y ) const;

  std::shared_ptr<const CaCoverage> mCoverage;
  QgsRectangle mExtent;
  size_t mColumns = 0;
  size_t mRows = 0;
  double mCellWidth = 1;
  double mCellHeight = 1;
  std::vector<double> mMiddleY;   //!< Of each row: on the height of no vertex
  std::vector<Cell> mCells;       //!< And one more, where the segments of the last end
  CaBuffer<uint32_t> mSegments;   //!< Positions of first points
  CaBuffer<uint32_t> mArcOfBlock; //!< The arc of every BLOCK-th point, where to begin looking for that of a segment
  std::vector<Unfitting> mUnfitting;
};
