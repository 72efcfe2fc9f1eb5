// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "caareabuilder.h"
#include "caexport.h"

#include <QCoreApplication>
#include <QString>
#include <QVector>

/**
 * \brief What the precisions of areas mean for an answer made of several of them. Thread safe.
 */
class CA_EXPORT CaAreaPrecision
{
  Q_DECLARE_TR_FUNCTIONS( CaAreaPrecision )

public:
  CaAreaPrecision() = delete;

  //! Whether the area is larger or smaller here than it is: shown by its prefectures, known in part, or not at all.
  static bool isUncertain( const CaBuiltArea &area );

  //! Returns the precision that all \a areas have, `mixed` if they differ, `none` if there are none.
  static QString together( const QVector<CaBuiltArea> &areas );

  //! Returns a sentence that names those of \a areas that are not exact, empty if all are.
  static QString note( const QVector<CaBuiltArea> &areas );

  //! Returns a precision for people.
  static QString label( const QString &precision );

  //! Returns the basis of an area for people.
  static QString basisLabel( const QString &basis );
};
