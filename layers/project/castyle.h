// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "caexport.h"

#include <QCoreApplication>
#include <QMap>
#include <QString>

class QDomElement;
class QgsVectorLayer;

/**
 * \brief Shipped styles (`styles/<name>.qml`), in the language of the project.
 *
 * The files speak Japanese; `styles/words.csv` has the English for each legend entry, so that there is one style to keep.
 * Main thread only.
 */
class CA_EXPORT CaStyle
{
  Q_DECLARE_TR_FUNCTIONS( CaStyle )

public:
  //! Reads the words of \a language.
  explicit CaStyle( const QString &language );

  //! Gives \a layer the style \a name. \returns FALSE and sets \a error if the file is missing or no style.
  bool apply( QgsVectorLayer *layer, const QString &name, QString *error ) const;

private:
  void translate( QDomElement element ) const;

  QMap<QString, QString> mWords;
};
