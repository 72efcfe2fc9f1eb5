// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "caexport.h"

#include <QString>
#include <QStringList>

/**
 * \brief Pages of reports: text goes in as text, whatever it is. Thread safe.
 */
class CA_EXPORT CaHtml
{
public:
  CaHtml() = delete;

  //! Returns a page with \a title as its head. \a body is HTML.
  static QString page( const QString &title, const QString &body );

  //! Returns a heading.
  static QString heading( const QString &text );

  //! Returns a paragraph.
  static QString paragraph( const QString &text );

  //! Returns a table with \a head (none if empty) over \a rows; empty without rows.
  static QString table( const QStringList &head, const QList<QStringList> &rows );
};
