// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "caexport.h"
#include "cawhatishere.h"

#include <QCoreApplication>
#include <QString>
#include <QVector>

//! A line of an answer for people.
struct CA_EXPORT CaHereRow
{
  QString name;   //!< What it is, with its code
  QString detail; //!< Share, basis, precision, or the figure with its unit
  QString note;   //!< What one should know of it, perhaps nothing
};

//! What is of one kind at a place.
struct CA_EXPORT CaHereGroup
{
  QString title;
  QVector<CaHereRow> rows;
};

/**
 * \brief What is at a place in groups for people: municipality, prefecture, bureau, projects, sub-areas, types, links, figures, the rest.
 *
 * Rows are plain text. Thread safe.
 */
class CA_EXPORT CaHereGroups
{
  Q_DECLARE_TR_FUNCTIONS( CaHereGroups )

public:
  CaHereGroups() = delete;

  //! Returns the groups that \a found has anything of, the largest shares first (many municipalities come last), with names in \a language
  //! and figures of \a fiscalYear.
  static QVector<CaHereGroup> of( const QVector<CaHere> &found, const QString &language, int fiscalYear );

  //! Returns \a groups as HTML for a narrow panel; whatever is in names, notes and figures is text.
  static QString toHtml( const QVector<CaHereGroup> &groups );

  //! Returns \a groups as text with tabulators, to be pasted into a sheet or a mail, under the lines \a heading.
  static QString toText( const QVector<CaHereGroup> &groups, const QStringList &heading );
};
