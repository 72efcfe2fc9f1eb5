// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "castatistics.h"

#include <QCoreApplication>
#include <QSet>
#include <QVector>

#include <optional>

//! Which figure: of whom, of what, of when.
struct CA_EXPORT CaFigureKey
{
  QString owner; //!< Canonical code
  QString metric;
  int fiscalYear = 0;
};

/**
 * \brief Figures computed from others by the metrics' own rules, and refused with a sentence where they make no sense.
 *
 * What is computed is never better than what it is computed from: a part that is approximate makes it approximate, a part that is
 * missing makes it no total. All functions return nothing and set their error, a sentence, if they refuse.
 */
class CA_EXPORT CaDerivedFigures
{
  Q_DECLARE_TR_FUNCTIONS( CaDerivedFigures )

public:
  //! What to do where owners overlap, as projects do: members of several would be counted more than once.
  enum class Overlap
  {
    Refuse,
    Allow //!< The sum is `derived`, and no more than an upper bound
  };

  //! What to do where parts have no value.
  enum class Missing
  {
    Refuse,
    AtLeast //!< The sum of the others is `at_least`
  };

  //! \a statistics is borrowed.
  explicit CaDerivedFigures( const CaStatistics &statistics )
      : mStatistics( statistics )
  {
  }

  //! Returns the qualifier of a sum of figures with \a qualifiers (as int): that of the worst part.
  static CaQualifier qualifierOfSum( const QSet<int> &qualifiers );

  //! Adds figures, which must be of one metric, one fiscal year, one kind of owner, and of different owners.
  std::optional<CaStatistic> sum( const QVector<CaFigureKey> &parts, Overlap overlap, Missing missing, QString *error ) const;

  //! Adds the figures of the prefectures or projects of \a bureau; \a memberKind is `prefecture` or `project`.
  std::optional<CaStatistic> sumOfBureau( const QString &bureau, const QString &memberKind, const QString &metric, int fiscalYear,
                                          Overlap overlap, Missing missing, QString *error ) const;

  //! Returns how much a figure grew between two fiscal years, in its unit.
  std::optional<CaStatistic> change( const QString &owner, const QString &metric, int fromYear, int toYear, QString *error ) const;

  //! Returns how much a figure grew between two fiscal years, in per cent of the first.
  std::optional<CaStatistic> changeRate( const QString &owner, const QString &metric, int fromYear, int toYear, QString *error ) const;

  /**
   * Returns a figure in per cent of the nation's of the same metric and year; if there is none, of the sum of all prefectures,
   * if that is complete.
   */
  std::optional<CaStatistic> shareOfNation( const QString &owner, const QString &metric, int fiscalYear, QString *error ) const;

  //! Returns how much of \a metric there is for one of \a perMetric, such as sales per firm; the unit is that of both.
  std::optional<CaStatistic> ratio( const QString &owner, const QString &metric, const QString &perMetric, int fiscalYear,
                                    QString *error ) const;

private:
  std::optional<CaStatistic> figure( const CaFigureKey &key, QString *error ) const;
  std::optional<CaStatistic> withValue( const CaFigureKey &key, QString *error ) const;
  QString partsError( const QVector<CaFigureKey> &parts, Overlap overlap ) const;
  QString kindOf( const QString &owner ) const;
  std::optional<CaStatistic> nation( const QString &metric, int fiscalYear, QString *error ) const;
  bool isComparable( const CaStatistic &first, const CaStatistic &second, const CaMetric &metric, QString *error ) const;
  std::optional<CaStatistic> yearsOf( const QString &owner, const QString &metric, int fromYear, int toYear, CaStatistic *to,
                                      QString *error ) const;

  const CaStatistics &mStatistics;
};
