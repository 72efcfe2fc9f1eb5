// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "caclustercomparison.h"
#include "caexport.h"
#include "casheettable.h"

#include <QCoreApplication>
#include <QString>

/**
 * \brief A comparison as a sheet to print on A4: upright for a few areas, across for many. Thread safe.
 */
class CA_EXPORT CaComparisonSheet
{
  Q_DECLARE_TR_FUNCTIONS( CaComparisonSheet )

public:
  explicit CaComparisonSheet( const CaClusterComparison &comparison );

  //! Returns the tables, for any kind of paper.
  QVector<CaSheetTable> tables() const;

  //! Whether the columns fit on upright paper.
  bool isUpright() const;

  //! Returns the tables as HTML, for CaHtml::page().
  QString body() const;

  //! Returns the CSS that goes with them.
  QString style() const;

private:
  //! What the head of a table has beside names.
  enum class Section
  {
    Plain,
    Years, //!< A column of years
    Sizes  //!< How far the sizes are known
  };
  CaSheetTable table( const QString &heading, const QString &label, Section kind = Section::Plain ) const;
  CaSheetTable texts( CaComparedItem::Group group, CaSheetTable table ) const;
  CaSheetTable figures( CaSheetTable table ) const;
  CaSheetTable overlaps( CaSheetTable table ) const;
  QString sources() const;

  const CaClusterComparison &mComparison;
};
