// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "cajoinreport.h"
#include "caownerresolver.h"
#include "castatistics.h"

#include <QCoreApplication>
#include <QHash>
#include <QVariant>

#include <memory>
#include <optional>

class QgsFeatureSource;
class QgsFeedback;
class QgsVectorLayer;

//! What is to be joined to a layer.
struct CA_EXPORT CaJoinRequest
{
  QString keyField;       //!< Field of the layer with codes or names of owners
  QStringList ownerKinds; //!< Kinds of owners the keys may mean, any if empty
  QStringList metrics;
  int fiscalYear = 0;
};

//! A key as a layer has it, and whom it means.
struct CA_EXPORT CaJoinKey
{
  QVariant raw;
  QString text;
  qlonglong features = 0;
  CaResolved owner;
};

/**
 * \brief A join that was worked out: each key of a layer with its owner, and the figures.
 */
class CA_EXPORT CaJoin
{
public:
  const CaJoinRequest &request() const { return mRequest; }
  const CaJoinReport &report() const { return mReport; }

  //! Returns the distinct keys of the layer that are not empty, in the order of the layer.
  const QVector<CaJoinKey> &keys() const { return mKeys; }

  //! Returns the key \a raw, or nullptr if the layer did not have it. Owned by the join.
  const CaJoinKey *key( const QVariant &raw ) const;

  //! Returns the figure of \a metric for a feature with the key \a raw; nothing if there is none.
  std::optional<CaStatistic> figure( const QVariant &raw, const QString &metric ) const;

  //! Returns a key as text that codes and names can be compared with: 1.0 is 1.
  static QString keyText( const QVariant &raw );

private:
  friend class CaJoinEngine;
  CaJoinRequest mRequest;
  CaJoinReport mReport;
  QVector<CaJoinKey> mKeys;
  QHash<QString, int> mKeyIndex;                              //!< By text
  QHash<QString, QMap<QString, CaStatistic>> mFiguresOfOwner; //!< By canonical code
};

/**
 * \brief The one engine behind every door: whom a key means, and the figure of an owner, a metric and a fiscal year.
 *
 * Keys are compared by what they mean, never as they are written: 01, 1 and 北海道 are one prefecture. Algorithms, expressions,
 * QGIS joins and exports all take their numbers from here. Thread safe.
 */
class CA_EXPORT CaJoinEngine
{
  Q_DECLARE_TR_FUNCTIONS( CaJoinEngine )

public:
  //! Opens the figures and owners of \a packFile.
  static std::optional<CaJoinEngine> open( const QString &packFile, QString *error );

  const CaStatistics &statistics() const { return *mStatistics; }

  //! Returns whom \a text means; codes that only the user's figures have are known as well.
  CaResolved resolve( const QString &text, const QStringList &kinds = {} ) const;

  /**
   * Returns the figure of \a metric for \a owner, a code or a name, in \a fiscalYear; nothing if there is none.
   * \param error is set if owner or metric are not known or ambiguous, empty otherwise
   */
  std::optional<CaStatistic> value( const QString &owner, const QString &metric, int fiscalYear, QString *error ) const;

  /**
   * Returns the field of \a layer that most of a sample of features names owners of \a kinds (any if empty) with; empty if none does.
   * Numbers that the layer counts its features by are no codes, whatever they may look like.
   */
  QString keyField( const QgsVectorLayer &layer, const QStringList &kinds ) const;

  /**
   * Works out the join of \a source, called \a name in reports.
   * \returns nothing and sets \a error if field, metrics or year are not there, an owner has several rows a year, or it was canceled
   */
  std::optional<CaJoin> join( const QgsFeatureSource &source, const QString &name, const CaJoinRequest &request, QString *error,
                              QgsFeedback *feedback = nullptr ) const;

private:
  CaJoinEngine( std::shared_ptr<const CaStatistics> statistics, const CaOwnerResolver &resolver );
  QString requestError( const QgsFeatureSource &source, const QString &name, const CaJoinRequest &request ) const;
  bool readKeys( CaJoin &join, const QgsFeatureSource &source, QString *error, QgsFeedback *feedback ) const;
  void reportKeys( CaJoin &join ) const;
  void reportOwners( CaJoin &join ) const;
  void reportMetrics( CaJoin &join ) const;
  CaJoinReport::Owner reportOwner( const CaOwner &owner ) const;

  std::shared_ptr<const CaStatistics> mStatistics;
  CaOwnerResolver mResolver;
  QMap<QString, CaOwner> mOthers; //!< Owners that only the user's figures have
};
