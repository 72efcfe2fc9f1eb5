// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "caexport.h"

#include <QByteArray>
#include <QString>

#include <optional>

//! Why a figure is no plain number. Missing, suppressed, not applicable and zero are four things.
enum class CaFlag : quint8
{
  None,          //!< A plain number
  Zero,          //!< A mark for nothing at all, such as `-`: the value is 0
  NotApplicable, //!< The question makes no sense here
  NotAvailable,  //!< Not known, or left blank
  Suppressed     //!< Known and withheld
};

//! How far a figure can be trusted.
enum class CaQualifier : quint8
{
  Exact,       //!< As counted
  Approximate, //!< 約
  AtLeast,     //!< 以上
  AtMost,      //!< 以下
  Target,      //!< 目標
  Derived,     //!< Computed from other figures
  Preliminary, //!< 速報, `p`
  Revised      //!< 訂正, `r`
};

//! A value with all that it must not lose.
struct CA_EXPORT CaFigure
{
  std::optional<double> value; //!< In \a unit; nothing if not available, not applicable or suppressed
  QString unit;                //!< Unit of the metric, such as `firms` or `oku_yen`
  CaQualifier qualifier = CaQualifier::Exact;
  CaFlag flag = CaFlag::None;

  bool operator==( const CaFigure &other ) const
  {
    return value == other.value && unit == other.unit && qualifier == other.qualifier && flag == other.flag;
  }
  bool operator!=( const CaFigure &other ) const { return !( *this == other ); }
};

//! A figure with its owner, year and the cell it was read from.
struct CA_EXPORT CaFigureRecord
{
  QString ownerKind;  //!< `national`, `bureau`, `prefecture`, `municipality`, `project`, `subarea`, `type_example`, `link` or `other`
  QString ownerCode;  //!< Canonical code
  int fiscalYear = 0; //!< April of this year to March of the next
  QString metric;     //!< Code of the metric
  CaFigure figure;
  QString sheet; //!< Sheet of the source file; empty for files without sheets
  QString cell;  //!< Address in the source, such as `C12`
};

//! The words that stand for flags and qualifiers in tables: `suppressed`, `approx`, ... And texts for people.
namespace CaFigureWords
{
//! Returns a flag in the language of the interface; empty for a plain number.
CA_EXPORT QString textOf( CaFlag flag );
//! Returns a qualifier in the language of the interface.
CA_EXPORT QString textOf( CaQualifier qualifier );
CA_EXPORT QString of( CaFlag flag );
CA_EXPORT QString of( CaQualifier qualifier );
CA_EXPORT const QByteArray &utf8Of( CaFlag flag );
CA_EXPORT const QByteArray &utf8Of( CaQualifier qualifier );
CA_EXPORT std::optional<CaFlag> flag( const QString &word );
CA_EXPORT std::optional<CaQualifier> qualifier( const QString &word );
} // namespace CaFigureWords
