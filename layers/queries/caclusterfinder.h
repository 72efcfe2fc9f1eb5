// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "caareaset.h"
#include "caclusterfacts.h"
#include "caexport.h"
#include "castatistics.h"

#include <QCoreApplication>
#include <QStringList>
#include <QVector>

#include <optional>

//! How well an area answers a question.
enum class CaMatch
{
  No,
  Unknown, //!< What is asked is not known of it: no data, or an area of which a part is not known
  Perhaps, //!< It touches, but is known here only by its prefectures
  Yes
};

//! A condition on a figure.
struct CA_EXPORT CaFigureCondition
{
  enum class Operator
  {
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual
  };

  QString metric;
  Operator comparison;
  double value;
  int fiscalYear;

  //! Names of the operators, in their order: `eq`, `ne`, `lt`, `le`, `gt`, `ge`.
  static QStringList operatorNames();

  //! Returns the sign of the operator: `≥`.
  QString sign() const;

  /**
   * Whether \a figure meets the condition: unknown if there is none, if it has no value, or if it says only `at least` or `at most` and
   * that does not decide it. An approximate figure is compared as it stands.
   */
  CaMatch match( const std::optional<CaStatistic> &figure ) const;
};

//! What is asked. Each part that is not empty has to be met; of a list, one is enough.
struct CA_EXPORT CaClusterQuery
{
  QStringList fields;                      //!< Groups such as `BIO`, or names in either language
  QStringList bureaus;                     //!< Codes of bureaus in charge
  QStringList types;                       //!< Codes of types of 2010
  QStringList countries;                   //!< ISO 3166-1 codes of partners' countries
  std::optional<QVector<int>> touched;     //!< Members of the boundaries that are touched, ascending
  std::optional<CaFigureCondition> figure; //!< On the area's own figures
};

//! An area that matches, or that may.
struct CA_EXPORT CaFoundCluster
{
  int area;
  CaMatch match;       //!< Never No
  QStringList reasons; //!< Sentences for people: what is met, and of Unknown what is not known
  std::optional<CaStatistic> figure;
};

/**
 * \brief Finds the projects and sub-areas that match. Immutable; thread safe.
 */
class CA_EXPORT CaClusterFinder
{
  Q_DECLARE_TR_FUNCTIONS( CaClusterFinder )

public:
  //! \param set, \param facts, \param statistics must outlive the finder. \param language of the reasons
  CaClusterFinder( const CaAreaSet &set, const CaClusterFacts &facts, const CaStatistics &statistics, const QString &language );

  //! Returns a sentence if \a query names something that is not there, with what there is; empty if all is well.
  QString problem( const CaClusterQuery &query ) const;

  //! Returns the areas of the set that match or may, in the order of the set.
  QVector<CaFoundCluster> find( const CaClusterQuery &query ) const;

private:
  struct Answer
  {
    CaMatch match;
    QString reason;
  };
  std::optional<CaFoundCluster> ask( int area, const CaClusterQuery &query ) const;
  Answer askField( const CaClusterFact &fact, const QStringList &fields ) const;
  Answer askCountry( const CaClusterFact &fact, const QStringList &countries ) const;
  Answer askTouching( int area, const QVector<int> &touched ) const;
  Answer askFigure( const std::optional<CaStatistic> &figure, const CaFigureCondition &condition ) const;

  const CaAreaSet &mSet;
  const CaClusterFacts &mFacts;
  const CaStatistics &mStatistics;
  QString mLanguage;
};
