// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "cafigure.h"
#include "casqlite.h"

#include <QHash>
#include <QMap>

//! A figure as all doors give it, with where it comes from.
struct CA_EXPORT CaStatistic
{
  CaFigure figure;
  QString source;        //!< Ids of the pack's sources, or file, sheet and cell; says so if the user's figure stands before a shipped one
  QString shippedSource; //!< Source of the shipped figure that the user's stands before
  bool ofUser = false;   //!< Imported by the user
};

/**
 * \brief The one rule by which the figures of an owner and fiscal year come from shipped participation and the user's statistics.
 *
 * Where both have a value the user's is taken, of several sheets the one imported last. A figure without a value (not available,
 * suppressed, ...) never hides one with a value. What is joined, asked for, exported and drawn all comes from here.
 */
class CA_EXPORT CaFigureMerge
{
public:
  //! Reads the shipped participation of \a database, which must outlive the merge.
  explicit CaFigureMerge( CaSqlite &database );

  //! A figure of an owner and year.
  struct Entry
  {
    QString ownerKind;
    QString metric;
    CaStatistic statistic;
  };

  //! Returns the figures of \a owner in \a year by metric; \a coming are figures of the user's imported after those in the database.
  const QMap<QString, CaStatistic> &figures( const QString &owner, int year, const QVector<Entry> &coming = {} );

  //! Returns where a figure of the user's is from: `file.xlsx / Sheet1 / C12`
  static QString sourceOf( const QString &file, const QString &sheet, const QString &cell );

  //! Returns the kind of the owner last asked for; empty if it has no figures that year.
  QString ownerKind() const { return mKind; }

private:
  void put( const Entry &entry );

  QHash<QPair<QString, int>, QVector<Entry>> mShipped; //!< By owner and year
  CaSqliteQuery mOfUser;
  QMap<QString, CaStatistic> mFigures;
  QString mKind;
};
