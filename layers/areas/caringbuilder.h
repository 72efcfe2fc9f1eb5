// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "caarcindex.h"

#include <QByteArray>

//! A polygon as rings of directions of arcs: the shell first, then its holes.
struct CaArcPolygon
{
  std::vector<std::vector<uint32_t>> rings;
  std::vector<double> areas; //!< Of each ring, negative for holes
};

/**
 * \brief Chains the arcs that have a set of members on one side only into polygons.
 *
 * Following the inside around each node gives the rims of connected regions; a rim that comes to a node twice is cut there, so that each
 * ring is simple and rings touch at points at most, as OGC demands. A rim without a shell is a hole in what lies west of it. The arcs must
 * have passed CaArcCheck. Thread safe.
 */
class CaRingBuilder
{
public:
  CaRingBuilder( const CaArcs &arcs, const CaArcIndex &index );

  //! Returns the polygons of the members for which \a isIn says so.
  std::vector<CaArcPolygon> polygons( const std::vector<char> &isIn ) const;

  //! Returns \a polygons as a WKB multipolygon with shells clockwise, as GEOS and QGIS make them.
  QByteArray wkb( const std::vector<CaArcPolygon> &polygons ) const;

private:
  struct Rim
  {
    std::vector<std::vector<uint32_t>> rings;
    std::vector<double> areas;
    CaPoint west;
    int shell = -1; //!< Position of the ring that is a shell
    int polygon = -1;
  };
  double areaOf( const std::vector<uint32_t> &ring ) const;
  void cut( const std::vector<uint32_t> &rim, std::vector<uint32_t> &placeOfNode, Rim &result ) const;
  size_t pointCount( const std::vector<uint32_t> &ring ) const;

  const CaArcs &mArcs;
  const CaArcIndex &mIndex;
};
