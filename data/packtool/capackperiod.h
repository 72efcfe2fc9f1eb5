// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QDate>
#include <QString>

#include <optional>

/**
 * \brief A period of time as the tables write it: `2009-11-30`, `2008-04`, `2009`, `FY2006` or `FY2007/FY2009`.
 *
 * A Japanese fiscal year runs from 1 April to 31 March.
 */
class CaPackPeriod
{
public:
  QDate from; //!< first day
  QDate to;   //!< last day

  //! Returns the period that \a text names, or nothing if it names none.
  static std::optional<CaPackPeriod> fromText( const QString &text );
};
