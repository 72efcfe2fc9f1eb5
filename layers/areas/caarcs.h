// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "cabuffer.h"
#include "capoint.h"

#include <cstdint>
#include <vector>

/**
 * \brief The borders of a coverage, each kept once, with the member to its left and to its right.
 *
 * Arcs meet only at nodes. A direction of an arc is a number: twice the arc to go along it, one more to go back.
 */
struct CaArcs
{
  //! No member: sea, abroad, or a gap.
  static constexpr int NOBODY = -1;

  struct Arc
  {
    uint32_t first;    //!< Position of the first point
    uint32_t last;     //!< Position of the last point; a closed arc has its first point there again
    int left;          //!< Member to the left
    int right;         //!< Member to the right
    uint32_t from = 0; //!< Node at the first point
    uint32_t to = 0;   //!< Node at the last point
    uint32_t west = 0; //!< Position of the westernmost point, the southernmost of these
    double bulge = 0;  //!< Twice the area between the arc and the line from its first to its last point, positive to the right of that line

    //! Whether it separates anything.
    bool isBorder() const { return left != right; }
  };

  CaBuffer<CaPoint> points;    //!< The points of all arcs, arc after arc
  std::vector<Arc> arcs;       //!< By position of their points
  std::vector<uint32_t> turns; //!< For each direction, which starts at a node, the next direction clockwise there
  uint32_t nodeCount = 0;

  //! Returns the arc that the segment from point \a position to the next belongs to.
  uint32_t arcOf( uint32_t position ) const;

  //! Finds the nodes, and the order of the arcs around each.
  void connect();

  uint32_t startNode( uint32_t direction ) const { return direction & 1 ? arcs[direction / 2].to : arcs[direction / 2].from; }
  uint32_t endNode( uint32_t direction ) const { return startNode( direction ^ 1 ); }
  int leftOf( uint32_t direction ) const { return direction & 1 ? arcs[direction / 2].right : arcs[direction / 2].left; }
  int rightOf( uint32_t direction ) const { return leftOf( direction ^ 1 ); }

  //! Returns the point at which \a direction starts.
  const CaPoint &start( uint32_t direction ) const { return points[direction & 1 ? arcs[direction / 2].last : arcs[direction / 2].first]; }

  //! Returns the point after the start.
  const CaPoint &second( uint32_t direction ) const
  {
    return points[direction & 1 ? arcs[direction / 2].last - 1 : arcs[direction / 2].first + 1];
  }
};
