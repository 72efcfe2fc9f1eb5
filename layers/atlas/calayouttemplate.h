// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "caexport.h"

#include <QCoreApplication>
#include <QDomDocument>
#include <QMap>
#include <QString>

/**
 * \brief Makes a layout that QGIS can load of a template that people can read.
 *
 * A template is a QGIS layout (`.qpt`), in which `{{…}}` stands for something else:
 *
 * - `{{part:NAME key="value" …}}`: the file `parts/NAME.xml`, in which `{{key}}` is the value, `{{key+4.5}}` the value and 4.5, and
 *   `{{key=text}}` the text if there is no such key;
 * - `{{layer:ID}}` the id of a layer, `{{theme:ID}}` the name of a map theme, `{{lang}}` the language, `{{kind}}` the kind of page;
 * - `{{t:日本語|English}}` the text of the language;
 * - `{{wrap:12|expression}}` an expression whose text is broken after 12 Japanese characters at most, as QGIS breaks at spaces only;
 *   `{{wrap:12,20|expression}}` after 12 on landscape paper and after 20 on portrait; two Latin letters count as one.
 *
 * Values are put in as they are, so they are written as XML wants them. Items lie over each other in the order of the file. A template
 * without any of this is left as it is. Units are millimetres.
 */
class CA_EXPORT CaLayoutTemplate
{
  Q_DECLARE_TR_FUNCTIONS( CaLayoutTemplate )

public:
  /**
   * \param partsFolder folder of the parts
   * \param language `ja` or `en`
   * \param values what else is replaced: `layer:ID`, `theme:ID`, `kind`, escaped for XML
   */
  CaLayoutTemplate( const QString &partsFolder, const QString &language, const QMap<QString, QString> &values );

  //! Returns \a text with everything replaced; an empty text with \a error set if something is unknown or a part is missing.
  QString expand( const QString &text, QString *error ) const;

  //! Reads the template \a fileName. \returns FALSE and sets \a error, which names it, if it cannot be used
  bool read( const QString &fileName, QDomDocument *document, QString *error ) const;

  //! Gives maps in \a document the proportions of their frames, which QGIS otherwise changes to those of the extent.
  static void matchExtents( QDomDocument *document );

private:
  QString expanded( QString text, const QMap<QString, QString> &scope, int depth, QString *error ) const;
  QString replacement( const QString &placeholder, const QMap<QString, QString> &scope, int depth, QString *error ) const;
  QString part( const QString &call, int depth, QString *error ) const;

  QString mPartsFolder;
  QString mLanguage;
  QMap<QString, QString> mValues;
};
