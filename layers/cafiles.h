// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "caexport.h"

#include <QCoreApplication>
#include <QString>

/**
 * \brief Files that are whole or not there: written beside their place and renamed.
 *
 * All functions return false and set a sentence that names the file and says what to do. Thread safe.
 */
class CA_EXPORT CaFiles
{
  Q_DECLARE_TR_FUNCTIONS( CaFiles )

public:
  CaFiles() = delete;

  //! Makes \a folder if it is not there and makes sure that files can be made in it.
  static bool prepareFolder( const QString &folder, QString *error );

  //! Returns a name in the folder of \a target, unique to this process, that ends like the target.
  static QString besideName( const QString &target );

  //! Puts the finished \a source in the place of \a target; unless \a overwrite, never over another file.
  static bool moveIntoPlace( const QString &source, const QString &target, bool overwrite, QString *error );

  //! Copies \a source to \a target, which the user may then write to.
  static bool copy( const QString &source, const QString &target, bool overwrite, QString *error );

  //! Writes \a bytes to \a target, in the place of a file that is there.
  static bool write( const QString &target, const QByteArray &bytes, QString *error );

  //! Returns the sentence for a \a target that is there already.
  static QString existsError( const QString &target );
};
