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
 * The files speak Japanese; `styles/words.csv` has the English for each legend entry, one for one, so that there is one style to keep.
 * Main thread only.
 */
class CA_EXPORT CaStyle
{
  Q_DECLARE_TR_FUNCTIONS( CaStyle )

public:
  //! Reads the words for a translation to \a language.
  explicit CaStyle( const QString &language );

  //! Gives \a layer the style \a name. \returns FALSE and sets \a error if the file is missing or no style.
  bool apply( QgsVectorLayer *layer, const QString &name, QString *error ) const;

  //! Translates the legend of \a layer, whose style may be a user's own; words that are not ours stay. \returns FALSE and sets \a error
  bool translate( QgsVectorLayer *layer, QString *error ) const;

private:
  void translateWords( QDomElement element ) const;

  QMap<QString, QString> mWords;
};
