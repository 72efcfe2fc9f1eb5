// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "calayercatalogue.h"
#include "caexport.h"

#include <QCoreApplication>
#include <QString>

class QgsProject;

/**
 * \brief Puts a project into another language: its title, groups, themes, and names, fields and legends of our layers.
 *
 * What a user has named otherwise or added stays as it is, and so do layouts: see CaLayouts::renew(). Main thread only.
 */
class CA_EXPORT CaProjectTranslation
{
  Q_DECLARE_TR_FUNCTIONS( CaProjectTranslation )

public:
  CaProjectTranslation() = delete;

  /**
   * Translates \a project to \a language (`ja`, `en`).
   * \returns FALSE and sets \a error if it has no layers of a data pack, or the pack cannot be read; then it may be translated in part
   */
  static bool translate( QgsProject *project, const CaLayerCatalogue &catalogue, const QString &language, QString *error );
};
