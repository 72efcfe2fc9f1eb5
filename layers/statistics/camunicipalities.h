// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "caexport.h"

#include <QDate>
#include <QHash>
#include <QString>
#include <QStringList>
#include <QVector>

//! A prefecture, by JIS X 0401.
struct CA_EXPORT CaPrefecture
{
  QString code;   //!< Two digits
  QString nameJa; //!< 東京都
  QString nameEn; //!< Tokyo
};

//! A municipality, a ward of a designated city, or the special wards of Tokyo together, by JIS X 0402.
struct CA_EXPORT CaMunicipality
{
  QString code;    //!< Five digits, without check digit
  QString name;    //!< 府中市; of a ward without its city: 中央区
  QString county;  //!< 西多摩郡; empty if there is none
  QString parent;  //!< Code of the designated city of a ward, 13100 for the special wards; empty for others
  QDate validFrom; //!< Null if it was there on 2021-01-01
  QDate validTo;   //!< Last day; null if it was there on 2021-01-01 and no end is known
};

//! What became of a municipality that is no more.
struct CA_EXPORT CaMunicipalityChange
{
  QString prefecture; //!< Code of its prefecture
  QString name;       //!< Its name
  QString county;     //!< Its county; empty if there was none
  QString newCode;    //!< Code of the municipality it became, or became a part of
  bool renamed;       //!< It became that one as a whole and alone: the same area
  QDate date;         //!< First day of the new state
};

/**
 * \brief The prefectures and municipalities of Japan as of 2021-01-01, with the changes before and after that are known.
 *
 * Carried in the library (data/prefectures.csv, municipalities.csv, municipality_changes.csv). Immutable, thread safe.
 */
class CA_EXPORT CaMunicipalities
{
public:
  static const CaMunicipalities &builtIn();

  //! Returns the prefecture with a code of two digits, or nullptr.
  const CaPrefecture *prefecture( const QString &code ) const;

  //! Returns the municipality with a code of five digits, or nullptr.
  const CaMunicipality *municipality( const QString &code ) const;

  //! Returns the codes of the wards of the designated city \a code, ascending; nothing for others.
  QStringList wards( const QString &code ) const;

  //! Returns the full name of a code of two or five digits for people: 東京都府中市, 北海道札幌市中央区.
  QString fullName( const QString &code ) const;

  const QVector<CaPrefecture> &prefectures() const { return mPrefectures; }
  const QVector<CaMunicipality> &municipalities() const { return mMunicipalities; }
  const QVector<CaMunicipalityChange> &changes() const { return mChanges; }

private:
  CaMunicipalities();

  QVector<CaPrefecture> mPrefectures;
  QVector<CaMunicipality> mMunicipalities;
  QVector<CaMunicipalityChange> mChanges;
  QHash<QString, int> mPrefectureIndex;
  QHash<QString, int> mMunicipalityIndex;
  QHash<QString, QStringList> mWards;
};
