// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "caexport.h"

#include <QCoreApplication>
#include <QHash>
#include <QString>
#include <QStringList>

#include <optional>

/**
 * \brief The metrics and the names that sheets have for them: code, names in both languages, and data/metric_names.csv.
 *
 * A name that two metrics share finds neither. Immutable once filled, then thread safe.
 */
class CA_EXPORT CaMetricNames
{
  Q_DECLARE_TR_FUNCTIONS( CaMetricNames )

public:
  CaMetricNames() = default;

  //! Reads the metrics of the data pack \a fileName.
  static std::optional<CaMetricNames> load( const QString &fileName, QString *error );

  //! Adds a metric with its unit (a code of data/units.csv) and names.
  void add( const QString &code, const QString &unit, const QStringList &names );

  //! Returns the codes in the order they were added.
  QStringList codes() const { return mCodes; }

  //! Returns the unit of a metric.
  QString unit( const QString &code ) const { return mUnits.value( code ); }

  //! Returns the first name of a metric.
  QString name( const QString &code ) const { return mNames.value( code ); }

  //! Returns the metric that \a text names, empty if none or several. A unit or a remark in brackets is passed over.
  QString find( const QString &text ) const;

  //! Returns the metric whose name is in \a text, such as a title: the longest one; empty if there is none.
  QString findIn( const QString &text ) const;

private:
  void addName( const QString &code, const QString &name );

  QStringList mCodes;
  QHash<QString, QString> mUnits;
  QHash<QString, QString> mNames;
  QHash<QString, QString> mCodeOfName; //!< Empty code for a name of several metrics
};
