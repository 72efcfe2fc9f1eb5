// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "cacsvtable.h"
#include "capackschema.h"

#include <qgsgeometry.h>

#include <QMap>
#include <QString>
#include <QVector>

/**
 * \brief All that the data folder holds, as it is written there: schema, tables and boundaries.
 */
class CaPackInput
{
public:
  //! A shape of a boundary file with its properties, in the order of the file.
  struct Shape
  {
    QMap<QString, QString> properties;
    QgsGeometry geometry;
  };

  //! Reads the folder \a dataDir. Whatever cannot be read is a problem.
  static CaPackInput read( const QString &dataDir, CaPackProblems &problems );

  CaPackSchema schema;

  //! The CSV tables by the name of the table; every table of the schema with a CSV is there.
  QMap<QString, CaCsvTable> tables;

  //! The shapes of `boundaries/prefectures.geojson`, `countries.geojson` and `partner_areas.geojson` by that name without suffix.
  QMap<QString, QVector<Shape>> boundaries;

  //! ISO 3166-1 codes in use: those of the countries' shapes and of `schema/country_codes.csv`.
  QStringList countryCodes;

  //! Returns the rows of a table for which \a column has the value \a value.
  QVector<int> rowsWith( const QString &table, const QString &column, const QString &value ) const;

  //! Returns the first such row, or -1.
  int rowWith( const QString &table, const QString &column, const QString &value ) const;

  //! Returns a field of the row of \a table whose code is \a code; empty if there is none.
  QString lookup( const QString &table, const QString &code, const QString &column ) const;

  //! Returns the names of the prefectures of \a codes (JIS) in \a language, "ja" or "en", as a list in that language.
  QString prefectureNames( const QStringList &codes, const QString &language ) const;

  //! Returns the table that holds the owners of a kind (`bureau` -> `bureaus`), or an empty text.
  static QString ownerTable( const QString &ownerKind );
};
