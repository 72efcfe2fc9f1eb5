// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "cacodes.h"
#include "caexport.h"

#include <QCoreApplication>
#include <QString>
#include <QStringList>

#include <memory>
#include <optional>

//! Whom a figure belongs to.
struct CA_EXPORT CaResolved
{
  QString kind;           //!< As in CaFigureRecord::ownerKind; empty if there is a problem
  QString code;           //!< Canonical code
  QString problem;        //!< A sentence that quotes the text and says what to do; empty if all is well
  QStringList candidates; //!< Whom an ambiguous or outdated text might mean: code, space, name

  bool ok() const { return problem.isEmpty(); }
};

/**
 * \brief Finds the owner of a figure by the code or the name in a cell, and never guesses.
 *
 * Owners are the nation, bureaus, projects, sub-areas, examples of types and links of a data pack, and the prefectures and municipalities
 * of Japan. Codes are read as CaCodes does. Names are compared by CaText::nameKey(), with the other names in data/aliases.csv; a
 * municipality may come with its prefecture, county or city (東京都府中市, 府中市（東京都）), and without 市, 町 or 村. A name of several
 * owners is a problem with all of them as candidates: restricting the kinds helps (北海道, 中国, 大阪). A municipality that was merged is a
 * problem with its successor as candidate, since its figures are not those of the successor; one that was only renamed is found. A name of
 * today goes before the same name of one merged.
 *
 * Immutable, thread safe, cheap to copy. A look-up takes about a microsecond.
 */
class CA_EXPORT CaOwnerResolver
{
  Q_DECLARE_TR_FUNCTIONS( CaOwnerResolver )

public:
  //! Reads the owners of the data pack \a packFileName. \returns nothing and sets \a error if it is none.
  static std::optional<CaOwnerResolver> load( const QString &packFileName, QString *error );

  /**
   * Returns the owner that \a text names.
   * \param kinds only owners of these kinds, of any kind if empty
   * \param width the width of the codes in the column that \a text is of, as far as it is known
   */
  CaResolved resolve( const QString &text, const QStringList &kinds = {}, CaCodeWidth width = CaCodeWidth::Unknown ) const;

  /**
   * Returns up to \a count owners whose names are nearest to \a text, as candidates for a text that resolve() does not know. It compares
   * with every name, which takes some milliseconds: not for every row of a sheet.
   */
  QStringList nearest( const QString &text, const QStringList &kinds = {}, int count = 3 ) const;

private:
  struct Data;
  explicit CaOwnerResolver( std::shared_ptr<const Data> data );
  CaResolved resolveCode( const QString &text, const QStringList &kinds, CaCodeWidth width ) const;
  CaResolved resolvePast( const QString &text, const QStringList &kinds ) const;

  std::shared_ptr<const Data> mData;
};
