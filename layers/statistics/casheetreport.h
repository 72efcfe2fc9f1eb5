// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "cafigure.h"
#include "casheetprofile.h"

#include <QCoreApplication>
#include <QJsonObject>
#include <QMap>
#include <QSet>
#include <QString>
#include <QVector>

//! A cell that cannot be imported, or can but should be looked at.
struct CA_EXPORT CaSheetIssue
{
  bool isError = false; //!< Nothing is imported while there is one
  QString sheet;        //!< Empty for files without sheets
  QString cell;         //!< Address such as `C12`
  QString text;         //!< What is in the cell
  QString problem;      //!< What is wrong and what to do
};

/**
 * \brief What was read from a sheet, and every cell in doubt: counted all, listed up to a limit.
 */
class CA_EXPORT CaSheetReport
{
  Q_DECLARE_TR_FUNCTIONS( CaSheetReport )

public:
  //! How many errors and how many doubts are listed.
  static constexpr int MOST_ISSUES = 1000;

  QString fileName;
  QString sheet;
  CaSheetProfile profile;
  bool isDryRun = true;
  qint64 rows = 0; //!< Rows with figures
  qint64 figures = 0;
  qint64 totals = 0;    //!< Rows of totals that were passed over
  qint64 notes = 0;     //!< Rows below the table that were passed over
  QSet<QString> owners; //!< Codes, of the owners with figures; those with a problem left out
  QSet<int> fiscalYears;
  QSet<QString> metrics;
  QMap<QString, qint64> flags; //!< Figures by the word of their flag, plain numbers left out
  qint64 errors = 0;
  qint64 doubts = 0;
  QVector<CaSheetIssue> issues;

  //! Adds an issue to the list, if there is room, and to the count.
  void add( const CaSheetIssue &issue );

  //! Returns true if all that was read may be imported.
  bool isClean() const { return errors == 0; }

  //! Returns one sentence on what came of it.
  QString summary() const;

  QJsonObject toJson() const;

  //! Returns a page in the language of the interface that ends in \a more, HTML; text from data is escaped.
  QString toHtml( const QString &more = QString() ) const;
};
