// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "caexport.h"

#include <QString>

/**
 * \brief Where the files that ship with Cluster Atlas are.
 *
 * Found from the place of libclusteratlas.so, so that an installation can be moved as a whole; the environment
 * variable CLUSTERATLAS_DATA_DIR goes first. Thread safe.
 */
class CA_EXPORT CaPaths
{
public:
  CaPaths() = delete;

  //! Returns the folder of shipped data, without a slash at its end.
  static QString dataFolder();

  //! Returns the shipped data pack: to be read only.
  static QString installedPack();

  //! Returns the folder of styles, layers.json and layout templates.
  static QString stylesFolder();

  //! Returns the program that prints pages of atlases.
  static QString worker();

  //! Returns the file name of a data pack in \a folder.
  static QString packIn( const QString &folder );

  //! Returns the file name of a project in \a folder.
  static QString projectIn( const QString &folder );
};
