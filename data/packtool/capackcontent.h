// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "capackinput.h"
#include "capackrow.h"

#include <QHash>
#include <QMap>
#include <QVector>

class CaPackProblems;

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
  void addSchemaTables();

  //! Returns the codes of the prefectures of an owner's rows in area_members, sorted; only rows of precision prefecture unless \a any.
  QStringList prefecturesOf( const QString &owner, bool any = false ) const;

  //! Returns the weakest basis of an owner's rows; of those of precision prefecture if there are any.
  QString basisOf( const QString &owner ) const;

  QgsGeometry unionOf( const QStringList &prefectures );

  const CaPackInput &mInput;
  CaPackProblems &mProblems;
  QMap<QString, QVector<CaPackRow>> mRows;
  QMap<QString, QgsGeometry> mPrefectures;        //!< by JIS code
  QMap<QString, QStringList> mProjectPrefectures; //!< by project code
  QHash<QStringList, QgsGeometry> mUnions;        //!< by JIS codes
};
