// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "caarcindex.h"

//! Why members are no clean coverage.
struct CaConflict
{
  enum Kind
  {
    Crossing, //!< Borders of a and b cross or lie on each other; if a is b, its own border does
    Overlap,  //!< a and b claim the same ground
    Inside    //!< b lies inside a, which has no hole there, or the other way round
  };
  Kind kind;
  int a;
  int b;
  CaPoint where;
};

/**
 * \brief Proves that arcs are the borders of polygons that do not overlap, but for the members it names.
 *
 * Three things together say that each place belongs to one member at most, in time that grows with the number of points:
 * 1. no two segments cross or lie on each other (the index finds those that do);
 * 2. around each node the arcs agree what lies between each and the next;
 * 3. each connected network of arcs lies in a face of the others that is of the same member as the outside of the network.
 * A member for which one does not hold is taken out of the arcs, which then have nobody on that side, until all three hold for the rest.
 */
class CaArcCheck
{
public:
  CaArcCheck( CaArcs &arcs, const CaArcIndex &index, int memberCount );

  //! Takes the members out that are in the way, beginning with those whose borders cross in \a contacts.
  void run( const std::vector<CaContact> &contacts );

  //! Returns for each member whether it is out.
  const std::vector<char> &isOut() const { return mIsOut; }
  const std::vector<CaConflict> &conflicts() const { return mConflicts; }

private:
  void takeOut( int member );
  void relabel();
  void checkNodes();
  void checkNesting();
  int outside( uint32_t arc ) const;
  uint32_t rootOf( uint32_t node );

  CaArcs &mArcs;
  const CaArcIndex &mIndex;
  std::vector<char> mIsOut;
  std::vector<CaConflict> mConflicts;
  std::vector<uint32_t> mRoots;
  bool mIsChanged = false;
};
