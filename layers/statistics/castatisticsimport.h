// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "cafigure.h"
#include "cafiguremerge.h"
#include "cafigurestage.h"
#include "cametric.h"
#include "casqlite.h"

#include <QCoreApplication>
#include <QHash>
#include <QSet>
#include <QVector>

#include <memory>

class CaStatisticsStore;
class QgsFeedback;

//! A figure that an import adds, removes or changes.
struct CA_EXPORT CaFigureChange
{
  enum class Kind
  {
    Added,
    Removed,
    Changed
  };
  Kind kind = Kind::Added;
  QString ownerKind;
  QString ownerCode;
  int fiscalYear = 0;
  QString metric;
  CaFigure before; //!< As imported last time from this sheet
  CaFigure after;
  QString cell; //!< In the new sheet; of a removed figure, in the old one
};

//! What importing a sheet again does to its figures: all are counted, some are shown.
struct CA_EXPORT CaImportDifference
{
  qlonglong added = 0;
  qlonglong removed = 0;
  qlonglong changed = 0;
  qlonglong unchanged = 0;
  qlonglong overShipped = 0;       //!< Figures of the owners and years concerned that stand before shipped ones; known after commit() only
  QVector<CaFigureChange> changes; //!< The first of each kind, no more than CaStatisticsImport::MAXIMUM_CHANGES
};

/**
 * \brief One import of a file's sheets into the user's statistics: figures are taken one by one, then replace what came from the
 * same sheets of the same file before, in one transaction.
 *
 * Figures are put aside first: while a sheet is being read the pack is not locked, and a sheet with an error has touched nothing.
 * One thread at a time.
 */
class CA_EXPORT CaStatisticsImport
{
  Q_DECLARE_TR_FUNCTIONS( CaStatisticsImport )

public:
  //! How many changes of each kind are listed.
  static constexpr int MAXIMUM_CHANGES = 200;

  /**
   * Starts an import from \a sourceFile, by whose name it will be known again. \a store is borrowed and must outlive the import.
   * \returns nothing and sets \a error if the pack cannot be read
   */
  static std::unique_ptr<CaStatisticsImport> start( CaStatisticsStore &store, const QString &sourceFile, QString *error );
  ~CaStatisticsImport();

  //! Adds a metric of the user's, to be written with the figures.
  bool addMetric( const CaMetric &metric, QString *error );

  //! Says that \a sheet is imported, which matters if it has no figures: what came from it before goes.
  void addSheet( const QString &sheet );

  /**
   * Takes a figure.
   * \returns FALSE and sets \a error, naming sheet and cell, if it contradicts itself, its metric or owner. A figure that is there twice is
   * found by difference() and commit().
   */
  bool add( const CaFigureRecord &record, QString *error );

  //! Returns the number of figures taken.
  qlonglong count() const { return mStage.count(); }

  //! Finds out what commit() would do. The pack is only read.
  bool difference( CaImportDifference *difference, QString *error, QgsFeedback *feedback = nullptr );

  //! Writes the figures. Nothing is changed if it fails or is canceled.
  bool commit( CaImportDifference *difference, QString *error, QgsFeedback *feedback = nullptr );

private:
  CaStatisticsImport( CaStatisticsStore &store, const QString &sourceFile );
  bool readOwners( QString *error );
  QString problemOf( const CaFigureRecord &record );
  QString ownerProblem( const CaFigureRecord &record );
  bool checkRepeated( QString *error ) const;
  bool compare( CaImportDifference *difference, QString *error );
  bool stageOld( CaFigureStage &old, QString *error );
  void note( CaImportDifference *difference, CaFigureChange::Kind kind, const CaFigureStage::Figure *before,
             const CaFigureStage::Figure *after );
  CaFigure figureOf( const CaFigureStage::Figure &staged ) const;
  bool write( CaImportDifference *difference, QString *error );
  QVector<CaFigureMerge::Entry> comingFigures( const QString &owner, int fiscalYear );
  bool removeOld( QString *error );
  bool insertNew( QString *error );
  bool insertNew( const CaFigureStage::Figure *&next, int rows, QString *error );
  bool isCanceled( QString *error ) const;
  QString ofSheets() const;
  CaSqliteQuery &bindSheets( CaSqliteQuery &query ) const;
  bool fail( QString *error ) const;

  CaStatisticsStore &mStore;
  const QString mSourceFile;
  QMap<QString, CaMetric> mNewMetrics;
  QHash<QString, QString> mUnits; //!< By metric
  QStringList mSheets;
  QStringList mListedKinds;             //!< Kinds of owners all of which are in the pack
  QHash<QString, QString> mKindOfOwner; //!< By code
  CaFigureStage::Texts mTexts;
  CaFigureStage mStage;
  std::vector<std::pair<quint32, int>> mAffected; //!< Owners and years of figures that go or come, sorted
  QgsFeedback *mFeedback = nullptr;               //!< Of difference() or commit()
};
