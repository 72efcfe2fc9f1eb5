// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "caexport.h"
#include "caflatpolygons.h"

#include <qgsgeometry.h>

#include <QByteArray>
#include <QCoreApplication>
#include <QHash>
#include <QVector>

#include <memory>

struct CaArcs;
class CaArcMatcher;
class QgsFeedback;

//! Why members of a coverage have to be mended before they can be joined.
struct CA_EXPORT CaCoverageProblem
{
  enum Kind
  {
    CrossesItself, //!< The border of member crosses or touches itself wrongly
    Crosses,       //!< The borders of member and other cross, or lie on each other without the same vertices
    Overlaps,      //!< member and other claim the same ground
    Inside         //!< One lies inside the other, which has no hole there
  };
  Kind kind;
  int member;
  int other;
  CaPoint where;
};

//! A place enclosed by members that is of none: a lake, or a gap between borders that should be the same.
struct CA_EXPORT CaCoverageGap
{
  CaPoint where;        //!< A point of its border
  double area;          //!< In squared units of the coordinates
  double perimeter;     //!< In units of the coordinates
  QVector<int> members; //!< The members around it
};

//! The area of a set of members.
struct CA_EXPORT CaAssembledArea
{
  QByteArray wkb;        //!< A multipolygon without z, in the machine's byte order; of no parts if there is no member
  QVector<int> repaired; //!< Members that had to be mended first
  QString error;         //!< Why there is no area; wkb is empty then
};

/**
 * \brief Polygons that share borders, kept as arcs, from which the union of any set of them is made by chaining arcs.
 *
 * This is the hot loop of areas: all sets are made from one pass over the polygons, and a set that changes is made again in the time it
 * takes to copy its outline. Borders are the same exactly or not at all: coordinates that differ in the last digit need
 * CaFlatPolygons::snap() first.
 *
 * A member is clean if it, and its part of the coverage, is as it should be; CaArcCheck says how this is proved. Members whose own
 * border crosses itself are mended by GEOS, one by one, and put back in. Members that then still do not fit their neighbours are mended and
 * joined by GEOS to the outline of the others, in the sets they are in and in no other.
 *
 * Immutable once built; thread safe.
 */
class CA_EXPORT CaCoverage
{
  Q_DECLARE_TR_FUNCTIONS( CaCoverage )

public:
  /**
   * Makes the coverage of \a polygons, whose memory is given back.
   * \returns nothing if cancelled through \a feedback or if there is not enough memory, and sets \a error
   */
  static std::shared_ptr<const CaCoverage> build( CaFlatPolygons &&polygons, QString *error, QgsFeedback *feedback = nullptr );
  ~CaCoverage();

  //! Returns the union of \a members; members that are not there count as empty.
  CaAssembledArea assemble( const QVector<int> &members ) const;

  //! Returns the union of each of \a sets, on as many threads as there are cores; fewer are made if cancelled.
  QVector<CaAssembledArea> assemble( const QVector<QVector<int>> &sets, QgsFeedback *feedback = nullptr ) const;

  //! Whether \a member was part of a clean coverage as it came.
  bool isClean( int member ) const;

  //! Returns what is wrong, one problem a pair of members.
  QVector<CaCoverageProblem> problems() const { return mProblems; }

  //! Returns the places enclosed by clean members that are of none, the largest last.
  QVector<CaCoverageGap> gaps() const;

  //! Returns the area of \a members in squared units of the coordinates, without those that are not clean.
  double cleanArea( const QVector<int> &members ) const;

  //! Returns the arcs, without the members of unfitting().
  const CaArcs &arcs() const;

  //! Returns the members that do not fit their neighbours and are not in the arcs, mended.
  const QHash<int, QgsGeometry> &unfitting() const { return mMended; }

  int memberCount() const { return mMemberCount; }
  size_t arcCount() const;
  size_t vertexCount() const;

private:
  struct Arcs;
  CaCoverage();
  void prepare( CaFlatPolygons &&polygons, QgsFeedback *feedback );
  std::vector<char> makeArcs( CaArcMatcher &matcher, QgsFeedback *feedback );
  static void join( QVector<QgsGeometry> parts, const QgsRectangle &extent, CaAssembledArea &area );
  void splitAt( const std::vector<uint32_t> &positions );
  std::vector<char> cleanSet( const QVector<int> &members ) const;
  QgsGeometry mended( const QVector<QgsGeometry> &polygons ) const;

  std::unique_ptr<Arcs> mArcs;
  int mMemberCount = 0;
  QVector<CaCoverageProblem> mProblems;
  QVector<int> mRestored;          //!< Members that were mended and are in the arcs again
  QHash<int, QgsGeometry> mMended; //!< Members that are not in the arcs, mended
};
