// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <qgsproject.h>

/**
 * \brief Makes a project the one that expressions look layers up in, until the end of the scope.
 *
 * Before QGIS 3.30, aggregate() and the like know no other project than QgsProject::instance(). Main thread only; the project is borrowed.
 */
class CaProjectInPlace
{
public:
  explicit CaProjectInPlace( QgsProject *project )
      : mBefore( QgsProject::instance() )
  {
    QgsProject::setInstance( project );
  }
  ~CaProjectInPlace() { QgsProject::setInstance( mBefore ); }
  CaProjectInPlace( const CaProjectInPlace &other ) = delete;
  CaProjectInPlace &operator=( const CaProjectInPlace &other ) = delete;

private:
  QgsProject *mBefore = nullptr;
};
