// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "caclustercomparison.h"
#include "caexport.h"

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

  //! Returns the tables as HTML, for CaHtml::page().
  QString body() const;

  //! Returns the CSS that goes with them.
  QString style() const;

private:
  //! What the head of a section has beside names.
  enum class Section
  {
    Plain,
    Years, //!< A column of years
    Sizes  //!< How far the sizes are known
  };
  QString head( const QString &label, Section kind ) const;
  QString texts( CaComparedItem::Group group ) const;
  QString figures() const;
  QString overlaps() const;
  QString section( const QString &title, const QString &label, const QString &rows, Section kind = Section::Plain ) const;

  const CaClusterComparison &mComparison;
};
