// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "caexport.h"

#include <QCoreApplication>
#include <QMap>
#include <QString>

class CaSqlite;

//! What may be done with figures of one metric, of one year, of several owners.
enum class CaSumRule
{
  Add,        //!< Add them
  UpperBound, //!< Add them, but members of several owners are counted more than once: the sum is an upper bound
  Never       //!< No sum has a meaning: rates, targets, subsets, totals of differing scope
};

/**
 * \brief A metric: what is counted, in which unit, and how it may be summed. Metrics are a table of the pack; a user adds own ones.
 */
class CA_EXPORT CaMetric
{
  Q_DECLARE_TR_FUNCTIONS( CaMetric )

public:
  QString code; //!< Lower-case name such as `firms`; also the name of its column where figures are joined
  QString nameJa;
  QString nameEn;
  QString unit; //!< Code of the unit, such as `firms` or `oku_yen`
  QString unitJa;
  QString unitEn;
  QString kind = QStringLiteral(
      "other" );         //!< `participant`: members of several owners are counted in each; `total`: scope differs by source; or `other`
  bool extensive = true; //!< FALSE for rates, densities, targets, subsets
  QString ruleJa;        //!< How to sum, in words; made up from the kind if empty
  QString ruleEn;

  //! Returns how figures of the metric may be summed.
  CaSumRule sumRule() const;

  //! Returns the name in \a language.
  QString name( const QString &language ) const { return language == QLatin1String( "ja" ) ? nameJa : nameEn; }

  //! Returns the name of the unit in \a language.
  QString unitName( const QString &language ) const { return language == QLatin1String( "ja" ) ? unitJa : unitEn; }

  //! Returns a sentence if the metric cannot be added to a pack as it is, empty if it can.
  QString problem() const;

  //! Returns the metrics in \a database, a data pack, by code.
  static QMap<QString, CaMetric> read( CaSqlite &database );

  //! Adds the metric to \a database after the others. \returns FALSE and sets \a error
  bool add( CaSqlite &database, QString *error ) const;
};
