// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "catablesource.h"
#include "cazippart.h"

#include <QXmlStreamReader>

#include <memory>

/**
 * \brief What the readers of zipped workbooks (XLSX and ODS) share: parts, their limits, and what to say of a broken one.
 *
 * The parts are read here rather than with GDAL's drivers, which keep the whole book in memory, lose merged cells, hidden
 * sheets, errors and kinds of cells, read furigana as text, and shift addresses when the first rows are empty.
 */
class CaWorkbook : public CaTableSource
{
  Q_DECLARE_TR_FUNCTIONS( CaWorkbook )

public:
  QVector<CaSheet> sheets() const override { return mSheets; }
  double progress() const override { return mPart ? mPart->progress() : 1; }

protected:
  using CaTableSource::CaTableSource;

  //! Starts reading the part \a name with reader(); any part open before is closed.
  bool openPart( const QString &name, QString *error );

  //! Returns the reader of the open part. Names are compared without their namespace prefix.
  QXmlStreamReader &reader() { return mReader; }

  //! Goes to the next element, false at the end of the element \a parent or of the part.
  bool nextChild( const QString &parent );

  //! Checks that the part was read without a fault; \a column and \a row are where a fault would be, row 0 if in no cell.
  bool checkPart( int column, int row, QString *error );

  bool addSheet( const CaSheet &sheet, QString *error );

  //! The error for a part that says what it cannot mean.
  bool broken( const QString &what, QString *error ) const;

  //! Allows again as much to be unzipped as the limits say.
  void resetBudget() { mBudget = options().limits.unzipped; }

private:
  QVector<CaSheet> mSheets;
  std::unique_ptr<CaZipPart> mPart;
  QString mPartName;
  QXmlStreamReader mReader;
  qint64 mBudget = options().limits.unzipped;
};
