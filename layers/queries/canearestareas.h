// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "caareaset.h"
#include "cabuffer.h"
#include "caexport.h"
#include "camemberlocator.h"

#include <qgscoordinatetransform.h>

#include <QCoreApplication>

#include <array>
#include <cstdint>
#include <memory>
#include <vector>

//! An area and how far it is.
struct CaNearArea
{
  int area;      //!< Its number in the set
  double metres; //!< On the ellipsoid; 0 inside and on the border
};

/**
 * \brief Finds the areas of a set that are nearest to a point or any geometry, by the shortest way on the ellipsoid (GRS80).
 *
 * An area is as near as the nearest of its members, so that borders are looked at once, whatever areas they are of; borders with the same
 * areas on both sides are left out. Their edges, straight
 * between longitudes and latitudes and cut to about a kilometre, are kept in blocks in a tree of boxes in space: the way through the earth
 * is never longer than that over it, and hence a bound that needs no care at 180 degrees or at the poles. Blocks are taken by that bound,
 * nearest first, until no block left can matter; the few edges that remain are measured by geodesics.
 *
 * Of points the distance is that of the nearest place on a border within a millimetre; of lines and polygons within two centimetres, since
 * their edges are cut to a kilometre too and compared by their ends. Immutable; thread safe.
 */
class CA_EXPORT CaNearestAreas
{
  Q_DECLARE_TR_FUNCTIONS( CaNearestAreas )

public:
  //! Makes the tree for \a set. \returns nothing and sets \a error if the boundaries cannot be transformed to degrees
  static std::shared_ptr<const CaNearestAreas> build( std::shared_ptr<const CaAreaSet> set, QString *error );

  //! Room to work in, one a thread; used again it costs no memory.
  class Work
  {
  private:
    friend class CaNearestAreas;
    struct Waiting
    {
      double metres;
      uint32_t node;
      bool operator<( const Waiting &other ) const { return metres > other.metres; } // the nearest on top
    };
    std::vector<Waiting> heap;
    std::vector<double> best;
    std::vector<int> members;
    std::vector<double> ranking;
  };

  /**
   * Sets \a found to the at most \a count areas nearest to \a point, in the CRS of the boundaries, and at most \a limit metres away,
   * nearest first, equally near ones by their number.
   */
  void nearest( const CaPoint &point, int count, double limit, Work &work, std::vector<CaNearArea> &found ) const;

  /**
   * Does the same for any \a geometry in the CRS of the boundaries; what it touches is 0 away.
   * \returns false if it has no vertex, or one without coordinates
   */
  bool nearest( const QgsGeometry &geometry, int count, double limit, Work &work, std::vector<CaNearArea> &found ) const;

private:
  using Xyz = std::array<double, 3>;
  struct Place
  {
    double lon; //!< Degrees
    double lat;
    Xyz xyz; //!< Metres from the centre of the earth
  };
  struct Box
  {
    Xyz low;
    Xyz high;
  };
  //! Edges that follow each other: places from first to last.
  struct Run
  {
    uint32_t first;
    uint32_t last;
    int left; //!< Members on either side, -1 for none
    int right;
  };
  struct Node
  {
    Box box;
    uint32_t first; //!< Of a leaf its first block, otherwise its first child; the second follows
    uint32_t count; //!< Blocks of a leaf, 0 otherwise
  };
  struct Shape;

  explicit CaNearestAreas( std::shared_ptr<const CaAreaSet> set );
  const std::vector<int> &areasOf( int member ) const;
  CaPoint degrees( const CaPoint &point ) const;
  void addLine( const CaPoint *points, size_t count, int left, int right );
  void addCut( CaPoint from, CaPoint to, std::vector<Place> &places ) const;
  void makeTree();
  void fillNode( uint32_t node, uint32_t first, uint32_t last );
  bool makeShape( const QgsGeometry &geometry, Shape &shape ) const;
  static void addPieces( Shape &shape, uint32_t first );
  static Place placeAt( const CaPoint &degrees );
  static Box boxOf( const std::vector<Place> &places, uint32_t first, uint32_t last );
  static void extend( Box &box, const Box &other );
  static double between( const Box &a, const Box &b );
  void search( const Shape &shape, int count, double limit, Work &work, std::vector<CaNearArea> &found ) const;
  double measure( const Shape &shape, uint32_t number, double within ) const;
  static double through( const Place &place, const Place &from, const Place &to );
  static double over( const Place &place, const Place &from, const Place &to );
  static double threshold( Work &work, int count, double limit );

  std::shared_ptr<const CaAreaSet> mSet;
  CaMemberLocator mLocator;
  std::vector<std::vector<int>> mAreasOfMember;
  std::unique_ptr<QgsCoordinateTransform> mToDegrees;
  std::vector<Place> mPlaces;
  std::vector<Run> mRuns;
  std::vector<Box> mBoxes; //!< Of the runs
  std::vector<Node> mNodes;
};
