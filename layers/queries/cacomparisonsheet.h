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
  QString head( const QString &label, bool hasYears ) const;
  QString texts( CaComparedItem::Group group ) const;
  QString figures() const;
  QString overlaps() const;
  QString section( const QString &title, const QString &label, const QString &rows, bool hasYears = false ) const;

  const CaClusterComparison &mComparison;
};
