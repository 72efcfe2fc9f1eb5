// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QHash>
#include <QString>
#include <QStringList>
#include <QVector>

class CaCsvTable;
class CaPackProblems;

//! \brief A column as schema/columns.csv declares it.
class CaPackColumn
{
public:
  //! Where a column is to be found.
  enum class Origin
  {
    Both, //!< in the CSV and in the pack
    Csv,  //!< in the CSV only: what geometry or another column is made from, or what is only checked
    Pack, //!< in the pack only: derived
  };

  QString name;
  QString type; //!< TEXT, INTEGER, REAL, BOOLEAN or DATE
  bool required = false;
  bool unique = false;
  QString references; //!< `table.column`, or empty
  QString check;      //!< words separated by spaces, see CaPackChecks
  Origin origin = Origin::Both;
  QString aliasJa;
  QString aliasEn;
  QString descriptionJa;
  QString descriptionEn;
  QString formGroup;
};

//! \brief A table or view as schema/tables.csv declares it.
class CaPackTable
{
public:
  QString name;
  bool isView = false;
  QString csv;      //!< file below the data folder; empty for a table that is derived
  QString geometry; //!< POINT, MULTIPOLYGON, MULTILINESTRING, or empty
  int epsg = 0;
  QString titleJa;
  QString titleEn;
  QString abstractJa;
  QString abstractEn;
  QString creditJa;
  QString creditEn;
  QString licence;
  QString source;
  QVector<CaPackColumn> columns;

  //! Returns true if the rows come from a CSV whose columns are declared here.
  bool hasCsv() const { return csv.endsWith( QLatin1String( ".csv" ) ) && !csv.startsWith( QLatin1String( "schema/" ) ); }

  //! Returns the columns that are in the pack, in order.
  QVector<CaPackColumn> packColumns() const;
};

/**
 * \brief What the data pack consists of: tables, columns, what is checked and what the reader is told about them.
 *
 * Read from schema/tables.csv and schema/columns.csv, the only place where columns are declared.
 */
class CaPackSchema
{
public:
  //! Reads the two files below \a dataDir.
  static CaPackSchema read( const QString &dataDir, CaPackProblems &problems );

  //! Returns the tables in the order in which they can be filled: a table comes after those it refers to.
  QVector<CaPackTable> tables() const { return mTables; }

  //! Returns the table with this name, or nullptr. Owned by the schema.
  const CaPackTable *table( const QString &name ) const;

private:
  void readTables( const CaCsvTable &csv, CaPackProblems &problems );
  void readColumns( const CaCsvTable &csv, CaPackProblems &problems );
  void checkReferences( CaPackProblems &problems ) const;

  QVector<CaPackTable> mTables;
  QHash<QString, int> mIndex;
};
