// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "caexport.h"

#include <QString>
#include <QStringList>
#include <QVector>

/**
 * \brief Pages of reports: text goes in as text, whatever it is. Thread safe.
 */
class CA_EXPORT CaHtml
{
public:
  CaHtml() = delete;

  /**
   * Returns a page, to read or to print on A4, with \a title as its head. \a body is HTML, \a style more CSS, such as another size;
   * \a language the code of the language of most of it, that of the interface if empty.
   */
  static QString page( const QString &title, const QString &body, const QString &style = QString(), const QString &language = QString() );

  //! Returns \a body, which is HTML, as a part of a page that is in \a language, for programs that read it aloud.
  static QString section( const QString &language, const QString &body );

  //! Returns a heading.
  static QString heading( const QString &text );

  //! Returns a paragraph.
  static QString paragraph( const QString &text );

  //! Returns a table with \a head (none if empty) over \a rows; empty without rows. Columns in \a numbers are set to the right.
  static QString table( const QStringList &head, const QList<QStringList> &rows, const QVector<int> &numbers = {} );
};
