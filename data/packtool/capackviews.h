// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QStringList>

class CaPackSchema;

/**
 * \brief The SQL of the pack's views, and of the one table that is derived by SQL.
 *
 * A view's columns only have a type, for GDAL and so for QGIS, if each is a plain column or a scalar subquery of one. So there are
 * no sums and no functions in them; that one row answers each subquery is checked when the pack is built.
 */
class CaPackViews
{
public:
  CaPackViews() = delete;

  //! Returns the SELECT of the view \a name of a pack with \a schema, or an empty text if there is no such view.
  static QString select( const QString &name, const CaPackSchema &schema );

  /**
   * Returns the statements that fill the table `figures` with the participation of \a metrics, a row an owner and fiscal year.
   *
   * A table and not a view, because the user's statistics are kept in it as well: thirty years of all municipalities are read in
   * milliseconds only through an index.
   */
  static QStringList fillFigures( const QStringList &metrics );
};
