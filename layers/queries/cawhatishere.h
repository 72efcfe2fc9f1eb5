// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "caareaset.h"
#include "caclusterfacts.h"
#include "caexport.h"
#include "camemberlocator.h"
#include "castatistics.h"

#include <QCoreApplication>

#include <memory>
#include <optional>

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
  QString owner;               //!< Project that a link or figure is of
  CaFigure figure;             //!< Of a figure
  QString note;
};

/**
 * \brief Everything at a point or in a polygon: built once, then asked as often as one clicks.
 *
 * A point on a shared border belongs to both sides. A polygon that only touches an area has nothing in it. Shares of areas that overlap add
 * up to more than one. Immutable; thread safe.
 */
class CA_EXPORT CaWhatIsHere
{
  Q_DECLARE_TR_FUNCTIONS( CaWhatIsHere )

public:
  //! Makes the index from \a boundaries and the data pack. \returns nothing and sets \a error, to nothing if cancelled
  static std::shared_ptr<const CaWhatIsHere> build( std::shared_ptr<const CaBoundaries> boundaries, const QString &packFileName,
                                                    bool fallback, QString *error, QgsFeedback *feedback = nullptr );

  //! Returns what is at \a point, in the CRS of the boundaries, with the figures of \a fiscalYear.
  QVector<CaHere> at( const QgsPointXY &point, int fiscalYear ) const;

  //! Returns what is in \a polygon, in the CRS of the boundaries. \returns nothing and sets \a error if it is no polygon with an area
  std::optional<QVector<CaHere>> in( const QgsGeometry &polygon, int fiscalYear, QString *error ) const;

  const CaAreaSet &set() const { return *mSet; }

private:
  explicit CaWhatIsHere( std::shared_ptr<const CaAreaSet> set );
  QVector<CaHere> describe( const QMap<int, std::optional<double>> &members, int fiscalYear ) const;
  void addProject( const QString &code, int fiscalYear, QVector<CaHere> &links, QVector<CaHere> &figures ) const;

  std::shared_ptr<const CaAreaSet> mSet;
  CaMemberLocator mLocator;
  CaClusterFacts mFacts;
  std::shared_ptr<const CaStatistics> mStatistics;
};
