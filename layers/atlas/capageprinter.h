// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "caatlasjob.h"
#include "caexport.h"
#include "caprojectinplace.h"

#include <QCoreApplication>

#include <map>
#include <memory>

class QgsPrintLayout;

/**
 * \brief Prints planned pages of a project, which is in their language, one by one, in any order, as QGIS prints layouts. Main thread only.
 *
 * The project is borrowed, and is the one expressions look layers up in while this object lives. Its layouts are not changed; each is
 * copied once, however many pages it has.
 */
class CA_EXPORT CaPagePrinter
{
  Q_DECLARE_TR_FUNCTIONS( CaPagePrinter )

public:
  CaPagePrinter( QgsProject *project, const CaAtlasJob &job );
  ~CaPagePrinter();
  CaPagePrinter( const CaPagePrinter &other ) = delete;
  CaPagePrinter &operator=( const CaPagePrinter &other ) = delete;

  /**
   * Prints \a page to the job's folder, beside its place first.
   * \returns false and sets \a error, a reason that does not name the page, if it cannot be printed; then there is no file
   */
  bool print( const CaAtlasPage &page, QString *error );

private:
  QgsPrintLayout *layoutOf( const CaAtlasPage &page, QString *error );
  bool turnTo( QgsPrintLayout *layout, const CaAtlasPage &page, QString *error ) const;
  bool finish( const CaAtlasPage &page, const QString &fileName, QString *error ) const;
  bool exportLayout( QgsPrintLayout *layout, const QString &fileName, QString *reason ) const;

  QgsProject *mProject = nullptr;
  CaProjectInPlace mInPlace;
  CaAtlasJob mJob;
  std::map<QString, std::unique_ptr<QgsPrintLayout>> mLayouts;
};
