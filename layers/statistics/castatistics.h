// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "cafiguremerge.h"
#include "cametric.h"
#include "casqlite.h"

#include <QCoreApplication>
#include <QMutex>
#include <QStringList>
#include <QVector>

#include <memory>
#include <optional>

//! Someone who has figures: the nation, a bureau, a prefecture, a project, ...
struct CA_EXPORT CaOwner
{
  QString kind;
  QString code;
  QString nameJa; //!< Empty if the pack does not know it
  QString nameEn;

  QString name( const QString &language ) const;
};

/**
 * \brief The figures of a data pack, shipped and the user's, for reading: the one place every door gets its number from.
 *
 * What is imported while this is open is seen at once. Thread safe.
 */
class CA_EXPORT CaStatistics
{
  Q_DECLARE_TR_FUNCTIONS( CaStatistics )

public:
  //! Opens \a packFile. \returns nothing and sets \a error if it is missing or no data pack
  static std::unique_ptr<CaStatistics> open( const QString &packFile, QString *error );

  QString fileName() const { return mFileName; }

  //! Returns the metrics by code, as they were when the pack was opened.
  const QMap<QString, CaMetric> &metrics() const { return mMetrics; }

  //! Returns a sentence if one of \a metrics is not known, empty if all are.
  QString metricError( const QStringList &metrics ) const;

  /**
   * Returns the figure of \a metric for the owner with the canonical code \a owner in \a fiscalYear, nothing if there is none; a
   * figure that is suppressed, not available or not applicable has a flag and no value.
   */
  std::optional<CaStatistic> value( const QString &owner, const QString &metric, int fiscalYear ) const;

  //! Returns the figures of \a owner in \a fiscalYear by metric.
  QMap<QString, CaStatistic> values( const QString &owner, int fiscalYear ) const;

  //! Returns the owners of \a kinds (all if empty) with any figure of \a metrics (all if empty) in \a fiscalYear (any if 0), by code.
  QMap<QString, CaOwner> owners( const QStringList &kinds = {}, const QStringList &metrics = {}, int fiscalYear = 0 ) const;

  //! Returns the fiscal years in which owners of \a kinds (all if empty) have figures, ascending.
  QVector<int> years( const QStringList &kinds = {} ) const;

  //! Returns the same for each of \a metrics.
  QMap<QString, QVector<int>> years( const QStringList &kinds, const QStringList &metrics ) const;

  //! Returns the owners that the pack lists by name, with or without figures, by code.
  const QMap<QString, CaOwner> &namedOwners() const { return mNamed; }

  //! Returns the owner with \a code, of \a kind unless the pack lists it.
  CaOwner owner( const QString &kind, const QString &code ) const;

  //! Returns the code of the bureau of \a owner, a prefecture or project; empty if it is neither.
  QString bureauOf( const QString &owner ) const { return mBureaus.value( owner ); }

  //! Returns an owner and year with several rows in the table that layers are joined to; empty if all is well.
  QString severalRows( int fiscalYear ) const;

private:
  CaStatistics() = default;
  void readOwners();
  QStringList columnsOf( const QStringList &metrics ) const;

  QString mFileName;
  mutable QMutex mMutex;
  mutable CaSqlite mDatabase;
  std::unique_ptr<CaFigureMerge> mMerge;
  QMap<QString, CaMetric> mMetrics;
  QMap<QString, CaOwner> mNamed;
  QHash<QString, QString> mBureaus;
};
