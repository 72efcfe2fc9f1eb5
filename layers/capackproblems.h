// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "caexport.h"

#include <QString>
#include <QStringList>

/**
 * \brief Everything that is wrong with the data, as lines a person can act on.
 *
 * A line reads `file:line:column: message`. All problems are collected, so that one run names them all. Not thread safe.
 */
class CA_EXPORT CaPackProblems
{
public:
  /**
   * Adds a problem.
   * \param file name of the file, as the person knows it
   * \param line line in the file, from 1; 0 if the whole file is meant
   * \param column name of the column; empty if the whole line is meant
   * \param message what is wrong and what to do
   */
  void add( const QString &file, int line, const QString &column, const QString &message );

  //! Returns true if nothing is wrong.
  bool isEmpty() const { return mLines.isEmpty(); }

  //! Returns the problems in the order in which they were found.
  QStringList lines() const { return mLines; }

private:
  QStringList mLines;
};
