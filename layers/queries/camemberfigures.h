// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "caareaset.h"
#include "caexport.h"
#include "castatistics.h"

#include <QCoreApplication>
#include <QStringList>
#include <QVector>

/**
 * \brief A metric of municipalities or prefectures, laid out on the members of the boundaries so that each figure is there once.
 *
 * A figure belongs to the members that its owner's code stands for: a municipality, the wards of a designated city, what it became in a
 * merger, all of a prefecture. Where a city and its wards both have figures the city's is taken; where a municipality and those that were
 * merged into it, the municipality's. What lies in some of the members of a figure only is apportioned by their area. Immutable; thread
 * safe.
 */
class CA_EXPORT CaMemberFigures
{
  Q_DECLARE_TR_FUNCTIONS( CaMemberFigures )

public:
  //! A figure with the members it is of.
  struct Part
  {
    QString owner;
    double value;
    QVector<int> members;
  };

  //! Lays out the figures of \a metric of owners of \a ownerKind, `municipality` or `prefecture`, in \a fiscalYear.
  CaMemberFigures( const CaAreaSet &set, const CaStatistics &statistics, const QString &ownerKind, const QString &metric, int fiscalYear,
                   const CaCodeChanges &changes = CaCodeChanges::builtIn() );

  const QVector<Part> &parts() const { return mParts; }

  //! Whether a member has a share in a figure.
  bool isKnown( int member ) const { return mKnown.at( member ); }

  //! Whether a member can have a figure at all: land of no municipality has none.
  bool concerns( int member ) const { return mConcerned.at( member ); }

  //! Returns the sum of all figures, each member counted with its weight. It is linear in the weights.
  double sum( const QVector<double> &weights ) const;

  //! Returns the figures of which members have different weights, so that they had to be apportioned.
  int apportioned( const QVector<double> &weights ) const;

  //! Returns the weakest qualifier that is not exact, Exact if all are.
  CaQualifier qualifier() const { return mQualifier; }

  //! Returns the owners whose figure is on no member, each with the reason.
  QStringList notPlaced() const { return mNotPlaced; }

  //! Returns the owners that are no more, with what they became; what it has is complete only if all of its parts had figures.
  QStringList merged() const { return mMerged; }

  //! Returns the owners whose figure is suppressed, not available or not applicable, each with the reason.
  QStringList withoutValue() const { return mWithoutValue; }

private:
  double weightOf( const Part &part, const QVector<double> &weights ) const;

  const CaAreaSet &mSet;
  QVector<Part> mParts;
  QVector<char> mKnown;
  QVector<char> mConcerned;
  CaQualifier mQualifier = CaQualifier::Exact;
  QStringList mNotPlaced;
  QStringList mMerged;
  QStringList mWithoutValue;
};
