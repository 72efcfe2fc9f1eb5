// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "caexport.h"

#include <QCoreApplication>
#include <QString>
#include <QVector>

#include <optional>

//! A unit of figures, such as 百万円: ten to the power of \a zeros of its base.
struct CA_EXPORT CaUnit
{
  QString code;   //!< `million_yen`
  QString base;   //!< Units of one base can be converted: `yen`
  int zeros = 0;  //!< One of this unit is 10^zeros of the base
  QString nameJa; //!< Name in Japanese
  QString nameEn; //!< Name in English
};

/**
 * \brief The units that figures come in, and how people write them.
 *
 * A table (data/units.csv): code, base, factor (a power of ten), names, spellings separated by `;`. Immutable, thread safe.
 */
class CA_EXPORT CaUnits
{
  Q_DECLARE_TR_FUNCTIONS( CaUnits )

public:
  //! Returns the units that ship with Cluster Atlas.
  static const CaUnits &builtIn();

  //! Reads \a fileName. \returns nothing and sets \a error, naming file and line, if a line is wrong.
  static std::optional<CaUnits> load( const QString &fileName, QString *error );

  //! Returns the unit with this code, or nullptr.
  const CaUnit *unit( const QString &code ) const;

  /**
   * Returns the unit that \a text is a spelling of, or nullptr. For headers, too: `（百万円）`, `単位：社`.
   */
  const CaUnit *find( const QString &text ) const;

  /**
   * Returns the unit with the longest spelling that \a text has at \a position, or nullptr.
   * \param length is set to the length of the spelling
   */
  const CaUnit *at( const QString &text, int position, int *length ) const;

  //! Returns by what power of ten a figure in \a from is multiplied to be one in \a to; nothing if they have no common base.
  std::optional<int> zerosBetween( const QString &from, const QString &to ) const;

private:
  struct Spelling
  {
    QString text;
    int unit = 0;
  };

  CaUnits() = default;

  QVector<CaUnit> mUnits;
  QVector<Spelling> mSpellings; //!< Longest first
};
