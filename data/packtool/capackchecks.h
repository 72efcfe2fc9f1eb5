// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "capackinput.h"

#include <QHash>
#include <QSet>

class CaPackProblems;

/**
 * \brief Everything that is checked before a pack is made of the data.
 *
 * The words of the column `check` in schema/columns.csv:
 *
 * | word | the value must be |
 * |---|---|
 * | `int`, `number`, `bool`, `year` | a whole number, a number, 0 or 1, a year from 1900 to 2100 |
 * | `lat`, `lon` | degrees in range; both or neither in a row |
 * | `jis_prefecture`, `jis` | JIS X 0401, or that or JIS X 0402 without check digit |
 * | `iso3166_1`, `iso3166_2` | such a code; several of the second kind are separated by a bar |
 * | `of:COLUMN` | (with `iso3166_2`) at least one region of the country in that column |
 * | `enum:A\|B` | one of these words |
 * | `label:KIND` | printed in METI's deck: in deck_labels.csv with this kind; asked only of rows whose source is the deck |
 * | `period` | see CaPackPeriod |
 * | `sources` | ids of sources.csv separated by semicolons |
 * | `basis:WORD` | such ids, or this word |
 * | `owner` | a code of the table of the row's owner_kind |
 * | `with:COLUMN` | there if and only if that column has a value |
 * | `or:COLUMN` | empty only if that column has a value, which says why |
 * | `with-geometry` | there if and only if the row has a latitude |
 *
 * Besides, rules of single tables, such as `a figure's unit is that of its metric`.
 */
class CaPackChecks
{
public:
  //! Prepares the checks of \a input, which must outlive them. Problems go to \a problems.
  CaPackChecks( const CaPackInput &input, CaPackProblems &problems );

  //! Runs all checks.
  void run();

private:
  //! The cell that is being checked.
  struct Cell
  {
    const CaCsvTable &csv;
    int row;
    const CaPackColumn &column;
    QString value;
  };

  void checkTable( const CaPackTable &table );
  void checkCell( const Cell &cell );
  void checkType( const Cell &cell );
  void checkWord( const Cell &cell, const QString &word );
  void checkNumberWord( const Cell &cell, const QString &word );
  void checkJis( const Cell &cell, bool municipalities );
  void checkRegions( const Cell &cell );
  void checkLabel( const Cell &cell, const QString &kind );
  void checkSources( const Cell &cell, const QString &alternative );
  void checkReference( const Cell &cell );
  void checkOwner( const Cell &cell );
  void checkPairs( const CaPackTable &table, const CaCsvTable &csv, int row );

  void checkOwnerCodes();
  void checkPrefectures();
  void checkAreaMembers();
  void checkAreasOfProjects();
  void checkParticipation();
  void checkBudget();
  void checkPartnerLinks();
  void checkPartnerAreas();
  void checkTypeExamples();
  void checkPackInfo();

  //! Reports rows of a table that have the same values in all of \a columns.
  void checkDistinct( const QString &table, const QStringList &columns, const QString &message );

  void problem( const Cell &cell, const QString &message );
  void problem( const CaCsvTable &csv, int row, const QString &column, const QString &message );

  const CaPackInput &mInput;
  CaPackProblems &mProblems;
  QHash<QString, QSet<QString>> mKeys; //!< `table.column` -> its values
  QSet<QString> mLabels;               //!< `kind` and label, with a tab between
};
