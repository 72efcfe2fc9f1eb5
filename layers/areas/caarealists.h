// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "caexport.h"

#include <QCoreApplication>
#include <QString>
#include <QStringList>
#include <QVector>

#include <optional>

//! A place of an area's list.
struct CA_EXPORT CaAreaMember
{
  QString code;      //!< Two digits for a prefecture, five for a municipality; of a sub-region the prefecture it lies in
  QString name;      //!< For people
  QString precision; //!< `prefecture`, `municipality` or `subregion`
  QString subregion; //!< Sub-region that it is, or is part of
  QString basis;     //!< `sourced`, `inferred`, `judgement` or `bureau_fallback`
  QString note;
  QString source;
};

//! An area as a list of places.
struct CA_EXPORT CaAreaList
{
  QString kind; //!< `prefecture`, `bureau`, `project`, `subarea`, `type_example`, or what a user's table says
  QString code;
  QString nameJa;
  QString nameEn;
  QVector<CaAreaMember> members;
};

/**
 * \brief Which places belong to which area: from the data pack, or from a table of the user's.
 *
 * A table is a CSV file with the columns `area_code` and `jis_code`, and if wanted `area_kind`, `area_name_ja`, `area_name_en`, `name`,
 * `precision`, `subregion`, `basis`, `note` and `source`; the columns of `data/area_members.csv` are understood as well. Areas stay in the
 * order in which they come and their members are sorted, so that a change to one is a change of one line.
 */
class CA_EXPORT CaAreaLists
{
  Q_DECLARE_TR_FUNCTIONS( CaAreaLists )

public:
  //! Names of what fromPack() can give.
  static QStringList kinds();

  //! Reads the areas of \a what, one of kinds(), from the data pack \a packFileName.
  static std::optional<CaAreaLists> fromPack( const QString &packFileName, const QString &what, QString *error );

  /**
   * Reads a table in UTF-8 or CP932.
   * \param otherColumns is set, if given, to the columns that are not read and hence not written again
   * \returns nothing and sets \a error to a sentence that names file, row and what is wrong
   */
  static std::optional<CaAreaLists> fromCsv( const QString &fileName, QString *error, QStringList *otherColumns = nullptr );

  //! Makes lists of areas that are known otherwise, such as those picked in an editor.
  explicit CaAreaLists( const QVector<CaAreaList> &areas = {} );

  const QVector<CaAreaList> &areas() const { return mAreas; }

  //! Returns the table as text.
  QByteArray toCsv() const;

  //! Writes the table to \a fileName in UTF-8, beside it first, then renamed.
  bool writeCsv( const QString &fileName, QString *error ) const;

private:
  CaAreaList &area( const QString &kind, const QString &code );
  QVector<CaAreaList> mAreas;
};
