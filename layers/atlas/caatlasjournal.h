// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "caatlasjob.h"
#include "caexport.h"

#include <QCoreApplication>
#include <QFile>
#include <QHash>

/**
 * \brief Which pages of an atlas are printed, and from what: a file beside them with a line a page, added to as pages are done.
 *
 * A kill at any moment costs at most the line being written, and with it a page that is printed again.
 */
class CA_EXPORT CaAtlasJournal
{
  Q_DECLARE_TR_FUNCTIONS( CaAtlasJournal )

public:
  //! Opens the journal \a fileName, a new one if there is none. \returns false and sets \a error if it cannot be written
  bool open( const QString &fileName, QString *error );

  //! Returns whether \a file has the page printed from what \a digest stands for, as it was then.
  bool isDone( const CaAtlasPage &page, const QByteArray &digest, const QString &file ) const;

  //! Notes that \a page is printed to \a file. \returns false and sets \a error if it cannot be written
  bool add( const CaAtlasPage &page, const QByteArray &digest, const QString &file, QString *error );

private:
  struct Entry
  {
    QByteArray digest;
    qint64 bytes = 0;
  };

  QFile mFile;
  QHash<QString, Entry> mEntries;
};
