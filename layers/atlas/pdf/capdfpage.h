// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "caexport.h"

#include <QCoreApplication>
#include <QString>

#include <vector>

class QPDF;
class QPDFObjectHandle;

/**
 * \brief A file of pages made ready for a book, by whoever printed it: so that nothing but the text is left to do when pages are joined.
 *
 * The content of a finished page is tidied (CaPdfPaths), and cut into parts with and without text, which are marked. A finished page is a
 * page like any other for a reader of PDFs. Thread safe.
 */
class CA_EXPORT CaPdfPage
{
  Q_DECLARE_TR_FUNCTIONS( CaPdfPage )

public:
  CaPdfPage() = delete;

  /**
   * Finishes the pages of \a fileName, which is written beside first. A file that is finished stays as it is.
   * \returns false and sets \a error if it is broken or cannot be written; then it is as it was
   */
  static bool finish( const QString &fileName, QString *error );

  //! Returns true if \a page is finished.
  static bool isFinished( QPDFObjectHandle page );

  //! Returns the parts of a finished page that have text.
  static std::vector<QPDFObjectHandle> textParts( QPDFObjectHandle page );

  //! Takes the marks of finished pages away.
  static void removeMarks( QPDF &pdf );
};
