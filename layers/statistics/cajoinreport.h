// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "cafigure.h"

#include <QCoreApplication>
#include <QJsonObject>
#include <QStringList>
#include <QVector>

/**
 * \brief What a join matched and what it did not, for a person to act on. Lists are bounded, counts are not.
 */
class CA_EXPORT CaJoinReport
{
  Q_DECLARE_TR_FUNCTIONS( CaJoinReport )

public:
  //! How many entries the lists have at most.
  static constexpr int MAXIMUM_LISTED = 500;

  //! A key of the layer.
  struct Key
  {
    QString text; //!< As the layer has it
    qlonglong features = 0;
    QString problem;
    QStringList nearest; //!< Names and codes it may have meant
  };

  //! An owner with figures.
  struct Owner
  {
    QString kind;
    QString code;
    QString nameJa;
    QString nameEn;
    QStringList nearest; //!< Unmatched keys of the layer that may have meant it
    QStringList keys;    //!< Keys of the layer that mean it
  };

  //! What became of one metric, counted over the layer's matched owners.
  struct Metric
  {
    QString code;
    QString nameJa;
    QString nameEn;
    QString unit; //!< Code
    QString unitJa;
    QString unitEn;
    QVector<int> years;   //!< Years with figures of it for the kinds of owners asked for
    qlonglong values = 0; //!< Zero included
    qlonglong zero = 0;
    qlonglong notApplicable = 0;
    qlonglong notAvailable = 0;
    qlonglong suppressed = 0;
    qlonglong missing = 0; //!< No figure at all
    qlonglong ofUser = 0;
    qlonglong overShipped = 0;
  };

  QString layerName;
  QString keyField;
  QStringList ownerKinds;
  int fiscalYear = 0;
  qlonglong features = 0;
  qlonglong matched = 0;   //!< Features
  qlonglong unmatched = 0; //!< Features with a key that means no owner
  qlonglong empty = 0;     //!< Features without a key
  qlonglong unmatchedKeys = 0;
  qlonglong ownersWithoutFeature = 0;
  qlonglong repeatedKeys = 0;
  QVector<Key> unmatchedList;
  QVector<Key> repeatedList;  //!< Keys of several features, which is fine
  QVector<Owner> ownerList;   //!< Owners with figures and no feature
  QVector<Owner> severalKeys; //!< Owners that the layer writes in several ways
  QVector<Metric> metrics;

  //! Returns TRUE if every feature has an owner.
  bool isComplete() const { return unmatched + empty == 0; }

  //! Returns the report in one sentence.
  QString summary() const;

  //! Returns what to add to the layer's name if the join is not complete.
  QString legendNote() const;

  QJsonObject toJson() const;

  //! Returns a page in the language of the interface; text from data is escaped.
  QString toHtml() const;
};
