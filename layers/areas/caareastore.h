// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "caareabuilder.h"
#include "caexport.h"

#include <QCoreApplication>

#include <optional>

/**
 * \brief Puts built areas into the working copy of a data pack, so that the layers of a project show them.
 *
 * The polygons of prefectures, bureaus, projects and examples of types are replaced where they are; table `built_areas` has all areas with
 * list, precision and basis, also those of which the pack has points only (sub-areas) or nothing. Codes, names and figures stay as they
 * are, and with them every join.
 */
class CA_EXPORT CaAreaStore
{
  Q_DECLARE_TR_FUNCTIONS( CaAreaStore )

public:
  CaAreaStore() = delete;

  //! Name of the table with all areas.
  static QString tableName();

  /**
   * Writes \a areas, made by \a builder from boundaries with \a crs, to the pack \a packFileName, in one transaction: all of them or none.
   * Areas of the same kinds that were there are replaced; an area without polygon leaves the polygon of the pack as it is.
   * \param replaced is set to the number of polygons replaced in the tables of the pack
   * \returns false and sets \a error if the pack is the shipped one, is not in the CRS of the boundaries, or cannot be written
   */
  static bool write( const QString &packFileName, const QVector<CaBuiltArea> &areas, const CaAreaBuilder &builder,
                     const QgsCoordinateReferenceSystem &crs, int *replaced, QString *error );

  /**
   * Returns the areas in the pack \a packFileName, without their lists and members; none if none were built.
   * \param boundaries is set to the names of the boundaries they were built from, each with its year if known
   * \returns nothing and sets \a error if the pack cannot be read
   */
  static std::optional<QVector<CaBuiltArea>> read( const QString &packFileName, QStringList *boundaries, QString *error );
};
