// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "camapframe.h"
#include "capackinput.h"

#include <qgsgeometry.h>

#include <QHash>
#include <QMap>
#include <QVariant>
#include <QVector>

class CaPackProblems;

//! \brief A row of a table of the pack; a column that is not in it is NULL.
class CaPackRow
{
public:
  QHash<QString, QVariant> values;
  QgsGeometry geometry;
};

/**
 * \brief The rows of the pack, made from checked input: what is written in the CSVs, and what is derived from it.
 *
 * Derived are the areas (unions of prefectures), points, links along geodesics, periods, lists of names, counts, ranks and map
 * frames. Nothing is derived that a source would have to say: no figure, no date, no name.
 */
class CaPackContent
{
public:
  //! Makes the rows of all tables of \a input, which must have passed CaPackChecks.
  CaPackContent( const CaPackInput &input, CaPackProblems &problems );

  //! Returns the rows of a table in the order in which they are written.
  QVector<CaPackRow> rows( const QString &table ) const { return mRows.value( table ); }

private:
  void copyTables();
  void readPrefectureShapes();
  void addPrefectures();
  void addBureaus();
  void addProjects();
  void addSubareas();
  void addTypeExamples();
  void addAreaMembers();
  void addPartners();
  void addPartnerLinks();
  void addEvents();
  void addCountries();
  void addFrames();
  //! Returns the names of the islands that are in \a land, of the first rank that any of them has.
  QString islandNames( const QgsGeometry &land, const QString &column, const QString &separator ) const;
  void addSchemaTables();

  //! Returns the names of prefectures in the order of their codes.
  QString prefectureNames( const QStringList &codes, const QString &column, const QString &separator ) const;

  //! Returns the codes of the prefectures of an owner's rows in area_members, sorted; only rows of precision prefecture unless \a any.
  QStringList prefecturesOf( const QString &owner, bool any = false ) const;

  //! Returns the weakest basis of an owner's rows; of those of precision prefecture if there are any.
  QString basisOf( const QString &owner ) const;

  QgsGeometry unionOf( const QStringList &prefectures );
  void addFramesOf( const QString &kind, const QString &code, const QStringList &prefectures );

  const CaPackInput &mInput;
  CaPackProblems &mProblems;
  QMap<QString, QVector<CaPackRow>> mRows;
  QMap<QString, QgsGeometry> mPrefectures;         //!< by JIS code
  QMap<QString, QStringList> mProjectPrefectures;  //!< by project code
  QHash<QStringList, QgsGeometry> mUnions;         //!< by JIS codes
  QHash<QStringList, QVector<CaMapFrame>> mFrames; //!< by JIS codes
  QVector<QgsGeometry> mLand;                      //!< of prefectures and countries
};
