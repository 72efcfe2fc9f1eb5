// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QString>

/**
 * \brief The SQL of the pack's views.
 *
 * A view's columns only have a type, for GDAL and so for QGIS, if each is a plain column or a scalar subquery of one. So there are
 * no sums and no functions in them; that one row answers each subquery is checked when the pack is built.
 */
class CaPackViews
{
public:
  CaPackViews() = delete;

  //! Returns the SELECT of the view \a name, or an empty text if there is no such view.
  static QString select( const QString &name );
};
