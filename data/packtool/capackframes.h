// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "camapframe.h"
#include "capackrow.h"

#include <QHash>
#include <QMap>
#include <QStringList>
#include <QVector>

class CaPackInput;
class CaPackProblems;

/**
 * \brief Makes the rows of the table `frames`: what the maps of an owner's pages show, the main map first, then insets of far islands.
 */
class CaPackFrames
{
public:
  /**
   * \param input tables of islands and prefectures, shapes of countries
   * \param prefectures shapes by JIS code, in longitude and latitude
   * \param problems gets areas of which no frame can be made
   */
  CaPackFrames( const CaPackInput &input, const QMap<QString, QgsGeometry> &prefectures, CaPackProblems &problems );

  //! Returns the rows of the owner \a code of \a kind, whose area are the prefectures of \a codes (JIS).
  QVector<CaPackRow> of( const QString &kind, const QString &code, const QStringList &codes );

private:
  QVector<CaMapFrame> framesOf( const QStringList &codes, QString *error );
  //! Returns the codes of those of \a codes that have a part in \a land.
  QStringList shownIn( const QgsGeometry &land, const QStringList &codes ) const;
  //! Returns the names of the islands that are in \a land, of the first rank that any of them has.
  QString islandNames( const QgsGeometry &land, const QString &column, const QString &separator ) const;

  const CaPackInput &mInput;
  const QMap<QString, QgsGeometry> &mPrefectures;
  CaPackProblems &mProblems;
  QVector<QgsGeometry> mLand;                      //!< of prefectures and countries
  QHash<QStringList, QVector<CaMapFrame>> mFrames; //!< by JIS codes: owners often have the same
};
