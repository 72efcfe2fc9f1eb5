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
 * The project is borrowed, and is the one expressions look layers up in while this object lives. Its own layouts are not needed: each
 * is read once from the job's copies, however many pages it has.
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
   * Draws \a page to a file beside its place in the job's folder, which finish() takes there.
   * \returns the file; an empty name, with \a error set to a reason that does not name the page, if it cannot be drawn: then there is none
   */
  QString draw( const CaAtlasPage &page, QString *error );

  /**
   * Makes of \a fileName, as draw() left it, the finished \a page of \a job, at its place. Any thread, also while another page is drawn.
   * \returns false and sets \a error as draw() does, then there is no file
   */
  static bool finish( const CaAtlasJob &job, const CaAtlasPage &page, const QString &fileName, QString *error );

private:
  QgsPrintLayout *layoutOf( const CaAtlasPage &page, QString *error );
  bool turnTo( QgsPrintLayout *layout, const CaAtlasPage &page, QString *error ) const;
  static bool tidy( const CaAtlasJob &job, const CaAtlasPage &page, const QString &fileName, QString *error );
  bool exportLayout( QgsPrintLayout *layout, const QString &fileName, QString *reason ) const;

  QgsProject *mProject = nullptr;
  CaProjectInPlace mInPlace;
  CaAtlasJob mJob;
  std::map<QString, std::unique_ptr<QgsPrintLayout>> mLayouts;
};
