// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "calayercatalogue.h"
#include "caexport.h"

#include <QCoreApplication>

class QgsPrintLayout;
class QgsProject;

/**
 * \brief Layout templates (`.qpt` files in `styles/layouts`) as print layouts of a project.
 *
 * A template may name layers and themes of the project: `{{layer:projects}}` stands for the id of that layer, `{{theme:overview}}` for
 * the name of that theme. What comes out is an ordinary layout that QGIS edits and prints by itself. Main thread only.
 */
class CA_EXPORT CaLayouts
{
  Q_DECLARE_TR_FUNCTIONS( CaLayouts )

public:
  CaLayouts() = delete;

  //! Adds all templates as layouts to \a project. \returns FALSE and sets \a error, naming the template, if one cannot be used
  static bool addShipped( QgsProject *project, const CaLayerCatalogue &catalogue, QString *error );

  //! Returns the layout of \a project for a \a kind of page (`overview`, `projects`, `bureaus`), null if there is none.
  static QgsPrintLayout *find( const QgsProject *project, const QString &kind );
};
