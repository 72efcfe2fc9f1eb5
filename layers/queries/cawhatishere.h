// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "caareaset.h"
#include "caclusterfacts.h"
#include "caexport.h"
#include "camemberlocator.h"
#include "castatistics.h"

#include <qgsgeometryengine.h>

#include <QCoreApplication>
#include <QMap>
#include <QMutex>
#include <QSet>

#include <memory>
#include <optional>
#include <vector>

//! Something that is at a place.
struct CA_EXPORT CaHere
{
  QString kind; //!< `municipality`, `prefecture`, `bureau`, `project`, `subarea`, `type_example`, `link`, `figure` or `outside`
  QString code; //!< Of a figure the metric
  QString nameJa;
  QString nameEn;
  QString basis;
  QString precision;
  std::optional<double> share; //!< Of the polygon asked for, from 0 to 1; nothing for a point, links and figures
  QString owner;               //!< Project that a link is of; municipality, prefecture, bureau, project or area that a figure is of
  CaFigure figure;             //!< Of a figure
  QString note;
};

/**
 * \brief Everything at a point or in a polygon: built once, then asked as often as one clicks.
 *
 * A point on a shared border belongs to both sides. A polygon that only touches an area has nothing in it. Shares of areas that overlap add
 * up to more than one. A link of a sub-area is there only where the sub-area is, one of a project as a whole wherever the project is; if
 * no list of places is known for the sub-area, it is there with a note that says so. Immutable; thread safe.
 */
class CA_EXPORT CaWhatIsHere
{
  Q_DECLARE_TR_FUNCTIONS( CaWhatIsHere )

public:
  /**
   * Makes the index from \a boundaries and the data pack.
   * \param stored areas, in the CRS of the boundaries, are taken as they are, instead of all areas of their kinds
   * \returns nothing and sets \a error, to nothing if cancelled
   */
  static std::shared_ptr<const CaWhatIsHere> build( std::shared_ptr<const CaBoundaries> boundaries, const QString &packFileName,
                                                    bool fallback, QString *error, QgsFeedback *feedback = nullptr,
                                                    const QVector<CaBuiltArea> &stored = {} );

  //! Returns what is at \a point, in the CRS of the boundaries, with the figures of \a fiscalYear.
  QVector<CaHere> at( const QgsPointXY &point, int fiscalYear ) const;

  /**
   * Returns what is in \a polygon, in the CRS of the boundaries.
   * \returns nothing and sets \a error if it is no polygon with an area, or to nothing if cancelled
   */
  std::optional<QVector<CaHere>> in( const QgsGeometry &polygon, int fiscalYear, QString *error, QgsFeedback *feedback = nullptr ) const;

  //! Returns the members of the boundaries at \a point.
  QVector<int> membersAt( const QgsPointXY &point ) const;

  const CaAreaSet &set() const { return *mSet; }

private:
  using Shares = QMap<int, std::optional<double>>;
  struct Stored
  {
    CaBuiltArea area;
    std::unique_ptr<QgsGeometryEngine> engine; //!< Prepared
  };
  explicit CaWhatIsHere( std::shared_ptr<const CaAreaSet> set );
  void store( const QVector<CaBuiltArea> &areas );
  Shares storedAt( const QgsPointXY &point ) const;
  QVector<CaHere> describe( const Shares &members, const Shares &stored, int fiscalYear ) const;
  static QString noteOn( const CaBuiltArea &area );
  void addLinks( const QString &project, const QMap<QString, QString> &subareasHere, QVector<CaHere> &links ) const;
  void addFigures( const QString &owner, int fiscalYear, QVector<CaHere> &figures ) const;

  std::shared_ptr<const CaAreaSet> mSet;
  CaMemberLocator mLocator;
  std::vector<Stored> mStored;
  mutable QMutex mStoredMutex; //!< GEOS completes what is prepared as it is asked
  QSet<QString> mStoredKinds;
  CaClusterFacts mFacts;
  QSet<QString> mPlaced; //!< Codes of the sub-areas of which a list of places is known
  std::shared_ptr<const CaStatistics> mStatistics;
};
