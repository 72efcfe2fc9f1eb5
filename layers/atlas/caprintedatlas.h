// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "caexport.h"
#include "capdfstrings.h"

#include <QByteArray>
#include <QCoreApplication>
#include <QHash>
#include <QImage>
#include <QString>
#include <QVector>

#include <memory>

class QPDF;

/**
 * \brief An atlas as it was printed: a PDF, or a folder with PDFs, PNGs or SVGs; its pages, what they are, say and look like.
 *
 * Reads a page when it is asked for, and keeps one file open. Not thread safe.
 */
class CA_EXPORT CaPrintedAtlas
{
  Q_DECLARE_TR_FUNCTIONS( CaPrintedAtlas )

public:
  //! A page. Its number may be another in the next run.
  struct Page
  {
    QString title; //!< For readers: the bookmarks that lead to it, or the name of its file without the number
    QString key;   //!< What tells it from others of its atlas by its title
    QString code;  //!< What tells it from others by kind and code of what it shows, whatever its title; empty if that is not known
    QString file;
    int number = 1; //!< In its file, from 1
  };

  //! Opens \a path. \returns null and sets \a error if there is no atlas, or it cannot be read
  static std::unique_ptr<CaPrintedAtlas> open( const QString &path, QString *error );
  ~CaPrintedAtlas();

  const QVector<Page> &pages() const { return mPages; }

  /**
   * Returns \a page by itself, as a file of one page. The same bytes are the same page.
   * \returns nothing and sets \a error if it cannot be read
   */
  QByteArray content( const Page &page, QString *error );

  //! Returns what a page says whose content() is \a content; nothing for pictures.
  static QVector<CaPdfString> strings( const QByteArray &content );

  //! Returns the picture of a page whose content() is \a content, at \a dpi if it is not a picture already; null if it cannot be drawn.
  static QImage picture( const QByteArray &content, int dpi );

private:
  CaPrintedAtlas();
  bool addFolder( const QString &path, QString *error );
  bool addPdf( const QString &file, const QString &title, QString *error );
  void add( Page page );
  QPDF *pdf( const QString &file, QString *error );
  void readCodes( const QString &folder );

  QVector<Page> mPages;
  QHash<QString, int> mTimes;     //!< How often a title has been met
  QHash<QString, QString> mCodes; //!< Codes by the name of the file
  QString mFile;                  //!< That mPdf is open for
  std::unique_ptr<QPDF> mPdf;
};
