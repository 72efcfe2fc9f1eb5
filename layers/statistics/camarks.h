// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "cafigure.h"
#include "caexport.h"

#include <QCoreApplication>
#include <QHash>
#include <QString>

#include <optional>

/**
 * \brief What the marks in the cells of a sheet mean that stand where no number is: `-`, `…`, `x`, 秘匿, blank.
 *
 * A table with columns mark, flag (`zero`, `not_applicable`, `not_available` or `suppressed`), note_ja, note_en, source. An empty mark
 * is a blank cell. Capitals and full width make no difference. Sheets differ in what their marks mean: a user can load another table.
 * `0` is a number and cannot be a mark. Immutable, thread safe.
 */
class CA_EXPORT CaMarks
{
  Q_DECLARE_TR_FUNCTIONS( CaMarks )

public:
  //! Returns the marks that ship with Cluster Atlas (data/marks.csv).
  static const CaMarks &builtIn();

  //! Reads \a fileName. \returns nothing and sets \a error, naming file and line, if a line is wrong.
  static std::optional<CaMarks> load( const QString &fileName, QString *error );

  //! Returns what \a text means; nothing if it is no mark, and so perhaps a number.
  std::optional<CaFlag> flag( const QString &text ) const;

private:
  CaMarks() = default;

  QHash<QString, CaFlag> mFlags; //!< By mark in half width and lower case
};
