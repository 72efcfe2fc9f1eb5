// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "cafiguremerge.h"
#include "cametric.h"
#include "casqlite.h"

#include <QCoreApplication>
#include <QStringList>

#include <functional>
#include <memory>

class QgsFeedback;

/**
 * \brief The user's statistics in a working copy of the data pack, opened for writing.
 *
 * Everything is written in one transaction each: a kill at any moment leaves the old state or the new. QGIS may have the file
 * open. One thread at a time.
 */
class CA_EXPORT CaStatisticsStore
{
  Q_DECLARE_TR_FUNCTIONS( CaStatisticsStore )

public:
  using ComingFigures = std::function<QVector<CaFigureMerge::Entry>( const QString &owner, int fiscalYear )>;

  /**
   * Opens the working copy \a packFile.
   * \returns nothing and sets \a error if it is missing, no data pack, the shipped pack itself, or write-protected
   */
  static std::unique_ptr<CaStatisticsStore> open( const QString &packFile, QString *error );

  QString fileName() const { return mFileName; }

  //! Returns the metrics of the pack by code.
  const QMap<QString, CaMetric> &metrics() const { return mMetrics; }

  //! Adds \a metric, or does nothing if it is there just so. \returns FALSE and sets \a error if it clashes
  bool addMetric( const CaMetric &metric, QString *error );

  /**
   * Makes sure that the table `figures`, one row an owner and fiscal year, has columns for \a metrics: value, qualifier, flag and
   * source of each, filled.
   */
  bool ensureColumns( const QStringList &metrics, QString *error );

  //! Returns the connection, for what is written with the figures.
  CaSqlite &database() { return mDatabase; }

  //! Returns the metrics that have columns in `figures`, in the order of the columns.
  QStringList joinedMetrics();

  // Steps of a transaction that is open already.

  //! Reads the metrics again, after a transaction that was undone.
  void readMetrics();

  //! \see addMetric()
  bool insertMetric( const CaMetric &metric, QString *error );

  //! Adds columns to `figures`. \returns FALSE and sets \a error; \a added is set to the metrics that had none
  bool addColumns( const QStringList &metrics, QStringList *added, QString *error );

  //! Makes the temporary table `affected` (owner_code, fiscal_year), empty.
  bool clearAffected( QString *error );

  /**
   * Makes the rows of `figures` anew for the owners and years in the temporary table `affected`.
   * \param overShipped is set to how many of their figures stand before shipped ones
   * \param coming returns the figures of an owner and year that will be added to `statistics` in the same transaction; may be empty
   */
  bool rebuildFigures( qlonglong *overShipped, QString *error, const ComingFigures &coming = {}, QgsFeedback *feedback = nullptr );

  //! Notes the time of change of \a tables, as GeoPackage wants it.
  bool touch( const QStringList &tables, QString *error );

private:
  CaStatisticsStore() = default;

  QString mFileName;
  CaSqlite mDatabase;
  QMap<QString, CaMetric> mMetrics;
};
