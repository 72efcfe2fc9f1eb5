// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "caexport.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>

/**
 * \brief One planned page of an atlas: a layout, and the feature it is drawn for. A plain value.
 *
 * A page takes more than one sheet of paper if a table goes on.
 */
struct CA_EXPORT CaAtlasPage
{
  int number = 0;      //!< Number of its first sheet in the book, from 1
  int sheets = 1;      //!< Sheets of paper
  QString kind;        //!< Kind of its layout, such as `project`; the name of the layout if it is a user's own
  QString layout;      //!< Name of its layout in the project
  int feature = -1;    //!< Place of its feature in the layout's atlas, from 0; -1 if the layout has no atlas
  QString code;        //!< Code of that feature, if it has one
  QStringList bureaus; //!< Codes of the bureaus it belongs to: of its feature, or of all links with a partner; none if it is of the nation
  QString title;       //!< Name of the page for readers
  QString language;    //!< Code of its language
  bool named = true;   //!< Whether that is the name of its feature, and not what stands in for it
  int fiscalYear = 0;  //!< Year of its figures
  QString fileName;    //!< Of a file of its own, without folder and suffix; safe and unique in the book

  QJsonObject toJson() const;
  static CaAtlasPage fromJson( const QJsonObject &object );

  //! Returns what tells this page from others between runs, whatever its number.
  QString key() const;
};
