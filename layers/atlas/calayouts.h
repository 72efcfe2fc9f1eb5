// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "calayercatalogue.h"
#include "caexport.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QMap>

#include <memory>

class QgsFeedback;
class QgsPrintLayout;
class QgsProject;

/**
 * \brief Layout templates (`.qpt` files in `styles/layouts`) as print layouts of a project.
 *
 * What a template may say is written at CaLayoutTemplate. What comes out is an ordinary layout that QGIS edits and prints by itself;
 * its custom properties say what kind of page it is and where in the book it belongs. Main thread only.
 */
class CA_EXPORT CaLayouts
{
  Q_DECLARE_TR_FUNCTIONS( CaLayouts )

public:
  CaLayouts() = delete;

  //! Adds all templates as layouts to \a project. \returns FALSE and sets \a error, naming the template, if one cannot be used
  static bool addShipped( QgsProject *project, const CaLayerCatalogue &catalogue, QString *error );

  //! Copies the layouts of \a from that are of no template to \a project, which has its layers. \returns FALSE and sets \a error
  static bool copyOwn( const QgsProject *from, QgsProject *project, QString *error );

  /**
   * Makes the layouts of \a from that are of a template anew in \a project, in the language of that.
   * \returns FALSE and sets \a error, naming the template, if one cannot be used; FALSE without an error if it was cancelled
   */
  static bool renew( const QgsProject *from, QgsProject *project, const CaLayerCatalogue &catalogue, QString *error,
                     QgsFeedback *feedback = nullptr );

  //! Returns the layout of \a project for a \a kind of page (the name of its template: `overview`, `project`), null if there is none.
  static QgsPrintLayout *find( const QgsProject *project, const QString &kind );

  //! Returns the place of \a layout in the book: 10, 20, ...; 1000 if it has none.
  static int order( const QgsPrintLayout *layout );

private:
  static bool add( QgsProject *project, const CaLayerCatalogue &catalogue, const QFileInfoList &templates, QString *error,
                   QgsFeedback *feedback );

  //! Returns the layout of the template \a fileName, null with \a error set if it cannot be used.
  static std::unique_ptr<QgsPrintLayout> load( QgsProject *project, const CaLayerCatalogue &catalogue, QMap<QString, QString> values,
                                               const QString &fileName, QString *error );
};
