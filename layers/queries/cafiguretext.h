// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "cafigure.h"
#include "caexport.h"

#include <QCoreApplication>
#include <QString>

#include <optional>

/**
 * \brief Figures and sizes for people, in the locale of the interface: `about 10,200`, `約10,200`, `no data`. Thread safe.
 */
class CA_EXPORT CaFigureText
{
  Q_DECLARE_TR_FUNCTIONS( CaFigureText )

public:
  CaFigureText() = delete;

  //! Returns a figure with its qualifier and, if given, \a unit behind the number, or why there is none.
  static QString of( const std::optional<CaFigure> &figure, const QString &unit = QString() );

  //! Returns a number with at most two decimals.
  static QString number( double value );

  //! Returns square kilometres with one decimal, or two digits if it is less.
  static QString sqKm( double value );

  //! Returns a share from 0 to 1 in percent with one decimal; what is not all or nothing is not rounded to it.
  static QString percent( double share );
};
