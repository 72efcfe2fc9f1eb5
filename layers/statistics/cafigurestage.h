// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "cafigure.h"
#include "catextnumbers.h"

#include <QCoreApplication>
#include <QTemporaryFile>

#include <cmath>
#include <optional>
#include <vector>

/**
 * \brief Figures put aside while a sheet is read, and then in the order of owner, fiscal year, metric and sheet.
 *
 * 40 bytes a figure, in a temporary file that is mapped to be sorted: neither in memory that only this process can free, nor in the pack,
 * which stays free for others. One thread at a time.
 */
class CA_EXPORT CaFigureStage
{
  Q_DECLARE_TR_FUNCTIONS( CaFigureStage )

public:
  //! What several stages have in common, so that their figures can be compared.
  struct Texts
  {
    CaTextNumbers owners;
    CaTextNumbers metrics;
    CaTextNumbers sheets;
  };

  //! The longest address of a cell that is kept, in bytes.
  static constexpr int CELL_LENGTH = 14;

  static constexpr quint32 LAST_METRIC = 0xFFFF;

  //! Returns what sorts by owner, then fiscal year, then metric.
  static quint64 keyOf( quint32 owner, int fiscalYear, quint32 metric )
  {
    return static_cast<quint64>( owner ) << 32 | static_cast<quint64>( fiscalYear ) << 16 | metric;
  }

  //! A figure with numbers for its texts.
  struct Figure
  {
    quint64 key;  //!< Owner, fiscal year and metric
    double value; //!< NaN for none
    quint32 sheet;
    quint32 order; //!< As added
    char cell[CELL_LENGTH];
    CaQualifier qualifier;
    CaFlag flag;

    quint32 owner() const { return static_cast<quint32>( key >> 32 ); }
    int fiscalYear() const { return static_cast<int>( key >> 16 & 0xFFFF ); }
    quint32 metric() const { return static_cast<quint32>( key & LAST_METRIC ); }
    std::optional<double> number() const { return std::isnan( value ) ? std::nullopt : std::optional<double>( value ); }
    int cellLength() const { return static_cast<int>( qstrnlen( cell, CELL_LENGTH ) ); }
    QString cellText() const { return QString::fromLatin1( cell, cellLength() ); }
    bool isEqual( const Figure &other ) const { return number() == other.number() && qualifier == other.qualifier && flag == other.flag; }
    bool isBefore( const Figure &other ) const { return key != other.key ? key < other.key : sheet < other.sheet; }
  };

  //! \a texts is borrowed and must outlive the stage.
  explicit CaFigureStage( Texts &texts );

  //! Adds \a record, which has been checked. \returns FALSE and sets \a error if there is no room on the disk
  bool add( const CaFigureRecord &record, QString *error );

  //! Sorts what was added; nothing can be added any more. \returns FALSE and sets \a error if there is no room on the disk
  bool sort( QString *error );

  // What was sorted.
  const Figure *begin() const { return mFigures; }
  const Figure *end() const { return mFigures + mCount; }

  qlonglong count() const { return mCount; }

private:
  bool writeBuffer( QString *error );
  bool fail( QString *error ) const;

  Texts &mTexts;
  QTemporaryFile mFile;
  std::vector<Figure> mBuffer;
  Figure *mFigures = nullptr;
  qlonglong mCount = 0;
};
