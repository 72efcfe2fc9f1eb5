// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "caatlasjob.h"
#include "caexport.h"

#include <QByteArray>
#include <QHash>
#include <QString>
#include <QStringList>

#include <optional>

class QgsProject;

/**
 * \brief What the pages of an atlas are made of, as digests: a page has to be printed again only if its digest is another.
 *
 * A page depends on the files with data, the project without its layouts, its own layout, and how and where in the book it is printed.
 * Immutable; thread safe.
 */
class CA_EXPORT CaAtlasInputs
{
  Q_DECLARE_TR_FUNCTIONS( CaAtlasInputs )

public:
  /**
   * Reads \a projectFile, a project in XML in \a language, and the \a dataFiles of its layers. Pages in another language are made from the
   * same, and from the shipped styles and templates.
   * \returns nothing and sets \a error if one cannot be read
   */
  static std::optional<CaAtlasInputs> read( const QString &projectFile, const QString &language, const QStringList &dataFiles,
                                            QString *error );

  //! Returns the files the layers of \a project come from, sorted. Main thread only.
  static QStringList dataFiles( const QgsProject *project );

  //! Returns the digest of \a page of \a job, in hexadecimal digits.
  QByteArray digest( const CaAtlasPage &page, const CaAtlasJob &job ) const;

private:
  CaAtlasInputs() = default;

  QString mLanguage;                    //!< Of the project
  QByteArray mCommon;                   //!< Of data and project
  QByteArray mTemplates;                //!< Of what pages in another language are made from as well
  QHash<QString, QByteArray> mOfLayout; //!< By name
};
