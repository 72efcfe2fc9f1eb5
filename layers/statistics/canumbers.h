// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "cafigure.h"
#include "caexport.h"

#include <QCoreApplication>
#include <QString>

#include <optional>

//! What a cell says, if it says a number.
struct CA_EXPORT CaParsedNumber
{
  std::optional<double> value;                //!< In \a unit; nothing if there is a problem
  CaQualifier qualifier = CaQualifier::Exact; //!< From 約, 以上, 以下, p, r in the cell
  QString unit;                               //!< Code of data/units.csv; empty if the cell names none and none was asked for
  double factor = 1;                          //!< What the number as written was multiplied by: 10000 for 3.5万; 1 for 1億2,345万円
  QString problem;                            //!< A sentence that quotes the text and says what to do; empty if all is well
};

/**
 * \brief Reads the text of a cell as a number, and never guesses.
 *
 * Read: digits in half or full width; thousands separators where they belong; one sign before the number (`-`, `−`, `–`, `ー`,
 * `△`, `▲` and their kin), or brackets for a negative; `万`, `億`, `兆` and parts joined (`1億2,345万円`); a unit of data/units.csv;
 * `約`, `以上`, `以下`, `余`, `p`, `r` and the like. `超` and `未満` become AtLeast and AtMost: true, if weaker.
 *
 * Anything else is a problem: `12abc`, `1.2.3`, `1-2`, `1,23`, a date, a range, a leading zero (that is a code), more than 15 digits before
 * the point (not exact any more), `1.2E+05` (a spreadsheet may have cut digits), two qualifiers. Marks such as `-` or `x` are no
 * numbers: ask CaMarks first. Thread safe.
 */
class CA_EXPORT CaNumbers
{
  Q_DECLARE_TR_FUNCTIONS( CaNumbers )

public:
  CaNumbers() = delete;

  //! Reads \a text. The unit is the one in the text, if any.
  static CaParsedNumber parse( const QString &text );

  /**
   * Reads \a text and converts it to \a unit.
   *
   * \param unit code of the metric's unit
   * \param headerUnit code of the unit in the header of the column, if any: taken for cells that name no unit
   */
  static CaParsedNumber parse( const QString &text, const QString &unit, const QString &headerUnit = QString() );
};
