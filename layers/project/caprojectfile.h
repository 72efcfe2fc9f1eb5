// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "caexport.h"

#include <QCoreApplication>
#include <QString>

#include <memory>

class QgsProject;

/**
 * \brief A project to work on: the one that is open (borrowed), or one read from a file (owned).
 *
 * Main thread only.
 */
class CA_EXPORT CaProjectFile
{
  Q_DECLARE_TR_FUNCTIONS( CaProjectFile )

public:
  ~CaProjectFile();
  CaProjectFile( const CaProjectFile &other ) = delete;
  CaProjectFile &operator=( const CaProjectFile &other ) = delete;

  //! Borrows \a project. \returns nothing and sets \a error if it is null
  static std::unique_ptr<CaProjectFile> current( QgsProject *project, QString *error );

  //! Whether a project is read with its print layouts, which take most of the time.
  enum class Layouts
  {
    Read,
    Ignore
  };

  /**
   * Reads the project \a fileName.
   * \returns nothing and sets \a error if it is missing, no project, or layers of Cluster Atlas in it have lost their data
   */
  static std::unique_ptr<CaProjectFile> open( const QString &fileName, QString *error, Layouts layouts = Layouts::Read );

  //! Returns the data pack of the cluster layers in \a project, empty if it has none.
  static QString packOf( const QgsProject *project );

  //! Returns the project; it stays with this object, or with QGIS.
  QgsProject *project() const { return mProject; }

  //! Writes a project read from a file back, beside first and then renamed. Leaves the open project to its user.
  bool save( QString *error );

  //! Writes the project as it is now to \a fileName as well, without any sign of it in the project or the desktop.
  bool writeCopy( const QString &fileName, QString *error );

  //! Returns the project as it is now once more, to be changed without any sign of it in this one. \returns null and sets \a error
  std::unique_ptr<QgsProject> copy( QString *error, Layouts layouts = Layouts::Read );

private:
  explicit CaProjectFile( QgsProject *project );

  QgsProject *mProject = nullptr;
  std::unique_ptr<QgsProject> mOwned;
};
