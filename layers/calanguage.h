// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "caexport.h"

#include <QString>
#include <QStringList>

class QgsProject;

/**
 * \brief The languages of interface, layer names, labels and layouts: Japanese (`ja`) and English (`en`).
 */
class CA_EXPORT CaLanguage
{
public:
  CaLanguage() = delete;

  //! Returns the codes of the languages, Japanese first.
  static QStringList codes();

  //! Returns the language of layers and layouts of \a project, empty if it is none of ours.
  static QString of( const QgsProject *project );

  //! Returns the language of QGIS's interface if it is one of ours, English otherwise.
  static QString ofInterface();

  /**
   * Installs the translation of the plugin's own texts into \a language. QGIS itself loads only its own.
   * Does nothing until the one installed before is removed. Main thread only; needs a QgsApplication.
   */
  static void installTranslator( const QString &language = ofInterface() );

  //! Takes the translation away again. Main thread only.
  static void removeTranslator();
};
