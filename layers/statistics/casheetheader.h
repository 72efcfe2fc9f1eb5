// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "casheetprofile.h"

#include <QHash>
#include <QVector>

class CaMetricNames;

//! What the text of a header says.
struct CaHeaderMeaning
{
  CaSheetColumn::Role role = CaSheetColumn::Role::Ignore;
  bool isKnown = false; //!< False if nothing of it is understood
  QString ownerKind;
  QString metric;
  QString unit;
  int fiscalYear = 0;
  int calendarYear = 0; //!< A year that is none for certain
};

/**
 * \brief The words of data/header_words.csv, and what headers made of them and of years, metrics and units say.
 *
 * Immutable, thread safe.
 */
class CaSheetHeader
{
public:
  //! Returns what \a text says. \a era is that of years without one.
  static CaHeaderMeaning meaning( const QString &text, const CaMetricNames &metrics, const QString &era = QString() );

  //! Returns \a text with its year, if any, as `{year}`, in a form that does not depend on width, spaces and capitals.
  static QString pattern( const QString &text );

  //! Returns the year in \a text as written, empty if there is none.
  static QString yearIn( const QString &text );

  //! Returns the era named in \a text, empty if there is none.
  static QString eraIn( const QString &text );

  //! Returns the code of the unit in a remark such as （単位：社）, empty if there is none.
  static QString unitIn( const QString &text );

  static bool isTotal( const QString &text );
  static bool isSubtotal( const QString &text );
  static bool isFootnote( const QString &text );

private:
  struct Word
  {
    QString text;
    QString match;
    QString kind;
  };
  using Words = QHash<QString, QVector<Word>>; //!< By role

  static const Words &words();
  static const Word *find( const QString &role, const QString &key );
};
