// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "caexport.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <QStringList>

class QPDF;

//! What a PDF says of itself. What is empty is not said.
struct CaPdfInfo
{
  QString title;
  QString author;
  QString subject;
  QStringList keywords;
  //! Code of the language that the text is in (`ja`, `en`).
  QString language;
  //! When the atlas was made; not the clock, so that the same atlas is the same file. With its offset from UTC.
  QDateTime date;
};

/**
 * \brief Writes CaPdfInfo into a PDF: for old readers (Info) and for new ones (XMP), saying the same. Thread safe.
 */
class CA_EXPORT CaPdfMetadata
{
public:
  CaPdfMetadata() = delete;

  //! Sets information, XMP and language of \a pdf, and has readers show the title as title of the window. \throws std::exception
  static void set( QPDF &pdf, const CaPdfInfo &info );

  //! Returns the XMP packet of \a info.
  static QByteArray xmp( const CaPdfInfo &info );
};
