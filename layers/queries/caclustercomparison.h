// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "caareaset.h"
#include "caclusterfacts.h"
#include "caexport.h"
#include "castatistics.h"
#include "caterritories.h"

#include <QCoreApplication>
#include <QStringList>
#include <QVector>

#include <optional>

//! What one area has of an item: a figure, or a text.
struct CA_EXPORT CaCompared
{
  std::optional<CaFigure> figure; //!< Nothing if there is none, or if the item is a text
  QString text;                   //!< For people, in the language of the comparison; empty for figures
  QString source;                 //!< Where a figure comes from
};

//! A line of the comparison.
struct CA_EXPORT CaComparedItem
{
  enum class Group
  {
    Area,    //!< Size, precision, where it lies
    Field,   //!< Whether it has a field
    Figure,  //!< Figures by fiscal year
    Partner, //!< Links by country
    Overlap  //!< What it shares with each of the others
  };

  Group group;
  QString code; //!< Stable word: `area_km2`, a metric, a country, the code of the other area, ...
  QString name; //!< In the language of the comparison
  QString unit; //!< For people; empty if there is none
  int fiscalYear = 0;
  bool isNumber = true;
  QVector<CaCompared> values; //!< One an area
};

/**
 * \brief Areas side by side: size, place, fields, figures by year, partners and overlaps. Immutable.
 */
class CA_EXPORT CaClusterComparison
{
  Q_DECLARE_TR_FUNCTIONS( CaClusterComparison )

public:
  static constexpr int LEAST = 2;
  static constexpr int MOST = 10;

  /**
   * Compares the first \a count areas of \a set, behind which are the territories.
   * \param years and \param metrics are those to show; all that any of the areas has figures of if empty
   */
  CaClusterComparison( const CaAreaSet &set, int count, const CaClusterFacts &facts, const CaStatistics &statistics,
                       const QVector<int> &years, const QStringList &metrics, const QString &language );

  const QVector<CaComparedItem> &items() const { return mItems; }

  //! Returns the items of \a group.
  QVector<CaComparedItem> items( CaComparedItem::Group group ) const;

  //! Returns the stable word of a group: `area`, `field`, ...
  static QString word( CaComparedItem::Group group );

  //! Returns the name of an area in the language of the comparison, its code if it has none.
  QString nameOf( int area ) const;

  //! Returns the areas compared.
  QVector<CaBuiltArea> areas() const { return mSet.areas().mid( 0, mCount ); }

  QString language() const { return mLanguage; }

private:
  void addAreaItems( const CaTerritories &territories );
  void addFields();
  void addFigures( const QVector<int> &years, const QStringList &metrics );
  void addPartners();
  void addOverlaps();
  CaComparedItem item( CaComparedItem::Group group, const QString &code, const QString &name, const QString &unit = QString() ) const;
  CaComparedItem textItem( const QString &code, const QString &name ) const;
  QString namesOf( const QVector<CaTerritories::Part> &parts ) const;
  bool hasLinks( int area ) const;

  const CaAreaSet &mSet;
  int mCount;
  const CaClusterFacts &mFacts;
  const CaStatistics &mStatistics;
  QString mLanguage;
  QVector<CaClusterFact> mFactOf; //!< One an area
  QVector<CaComparedItem> mItems;
};
