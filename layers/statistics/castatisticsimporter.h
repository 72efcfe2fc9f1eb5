// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "cafigure.h"
#include "casheetprofile.h"
#include "casheetreport.h"
#include "catablesource.h"

#include <QCoreApplication>
#include <QHash>

#include <functional>
#include <vector>

class CaMarks;
class CaMetricNames;
class CaOwnerResolver;
class QgsFeedback;

/**
 * \brief Reads the figures of a sheet: source + profile + names and marks -> figures and a report.
 *
 * Strict: an error in any cell means that nothing is to be imported. Figures are given out while the sheet is read, so the one
 * who takes them must be able to take them back: run() says at its end whether they may stay. Memory does not grow with the number
 * of rows, but for 16 bytes a figure, by which repeated figures are found. Not thread safe; bound to no thread.
 */
class CA_EXPORT CaStatisticsImporter
{
  Q_DECLARE_TR_FUNCTIONS( CaStatisticsImporter )

public:
  //! Takes a figure; false and an error ends the import.
  using Writer = std::function<bool( const CaFigureRecord &record, QString *error )>;

  //! How many figures a sheet may have.
  static constexpr qint64 MOST_FIGURES = 20000000;

  //! Imports by \a profile. The others must outlive it.
  CaStatisticsImporter( const CaSheetProfile &profile, const CaMetricNames &metrics, const CaOwnerResolver &owners, const CaMarks &marks );

  /**
   * Reads \a sheet of \a source.
   * \param writer takes the figures; null for a dry run, which reports just the same
   * \param feedback for progress from 0 to 100; the source has its own for cancelling; may be null
   * \param report is filled in any case
   * \param error is set if the sheet could not be read to its end, or the writer failed; the report says what is wrong with cells
   * \returns true if every cell could be read: only then may the figures stay
   */
  bool run( CaTableSource &source, int sheet, const Writer &writer, QgsFeedback *feedback, CaSheetReport *report, QString *error );

private:
  //! A text that was looked up before, and what was found.
  struct Owner
  {
    QString kind;
    QString code;
    QString problem;
    int column = 0; //!< Where the problem is
    bool isTotal = false;
    int index = 0; //!< Of all owners of the sheet
  };
  struct Year
  {
    int fiscalYear = 0;
    QString problem;
    QString note;
  };
  struct Metric
  {
    QString code;
    QString unit;
    int index = 0;
  };
  struct Unit
  {
    QString code;
    QString problem;
  };
  //! A column of figures.
  struct ValueColumn
  {
    int column = 0;
    int metric = -1; //!< Index, -1 if the row says
    int fiscalYear = 0;
    QString unit;
  };
  //! Merged cells that say something of several rows.
  struct Merged
  {
    QString text;
    int lastRow = 0;
  };
  //! Where a figure was, by what it is of.
  struct Seen
  {
    quint64 key;
    qint32 row;
    qint32 column;
  };

  bool prepare( CaTableSource &source, int sheet, QString *error );
  bool readRow( const CaTableRow &row, QString *error );
  void noteMissingUnit( const ValueColumn &value );
  bool isHeaderAgain( const CaTableRow &row ) const;
  void noteMerged( const CaTableRow &row );
  QString keyText( const CaTableRow &row, int column );
  const Owner *ownerOf( const CaTableRow &row );
  QString totalLabel( const CaTableRow &row ) const;
  Owner resolveOwner( const QString &code, const QStringList &names );
  const Year &yearOf( const QString &text );
  int metricOf( const QString &text );
  const Unit &unitOf( const QString &text );
  bool readFigure( const CaTableRow &row, const ValueColumn &value, const Owner &owner, int fiscalYear, int metric, const QString &unit,
                   QString *error );
  bool figureOf( const CaCell &cell, const Metric &metric, const QString &unit, CaFigure &figure, QString *problem );
  void checkRepeated();
  void issue( bool isError, int column, int row, const QString &text, const QString &problem );
  static int indexIn( QHash<QString, int> &index, const QString &text );

  const CaSheetProfile mProfile;
  const CaMetricNames &mMetricNames;
  const CaOwnerResolver &mOwnerNames;
  const CaMarks &mMarks;

  // Of a run.
  CaSheetReport *mReport = nullptr;
  Writer mWriter;
  CaFigureRecord mRecord;
  QVector<CaCellRange> mRanges;
  int mNextRange = 0;
  QHash<int, Merged> mMerged;        //!< By column
  QVector<QStringList> mHeaderParts; //!< By column
  QVector<ValueColumn> mValues;
  QVector<int> mNameColumns;
  int mCodeColumn = -1;
  int mYearColumn = -1;
  int mMetricColumn = -1;
  int mUnitColumn = -1;
  bool mIsBelowTable = false;
  QString mLastCode;
  QStringList mLastNames;
  QHash<QString, Owner> mOwners;
  const Owner *mOwner = nullptr; //!< Of the row before
  QString mOwnerCode;
  QStringList mOwnerTexts;
  QHash<QString, int> mOwnerIndex;
  QHash<QString, Year> mYears;
  QHash<QString, int> mMetricIndex; //!< By text
  QVector<Metric> mMetrics;
  QHash<QString, Unit> mUnits;
  QSet<QString> mNoted;
  std::vector<Seen> mSeen;
};
