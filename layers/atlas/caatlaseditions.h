// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "caexport.h"

#include <QCoreApplication>
#include <QString>
#include <QStringList>

#include <map>
#include <memory>
#include <optional>

class CaProjectFile;
class QgsFeedback;
class QgsProject;

/**
 * \brief A project in each of the languages that its atlas is printed in.
 *
 * In its own language the project is borrowed as it is. In another it is a copy, in which our layers speak that language and the layouts
 * are made anew from their templates: what a user has changed in a layout belongs to the language it was changed in. Layouts of a user's
 * own are the same in all. Main thread only.
 */
class CA_EXPORT CaAtlasEditions
{
  Q_DECLARE_TR_FUNCTIONS( CaAtlasEditions )

public:
  //! The edition in the language of \a project, which is borrowed.
  explicit CaAtlasEditions( QgsProject *project );

  //! Returns the choices of languages: `project` for its own, `ja`, `en`, `both`.
  static QStringList choices();

  /**
   * Makes the editions of \a project for one of choices().
   * \returns nothing and sets \a error if it is none, or the project cannot be translated; the error is empty if it was cancelled
   */
  static std::optional<CaAtlasEditions> make( QgsProject *project, const QString &choice, QString *error, QgsFeedback *feedback = nullptr );

  ~CaAtlasEditions();
  CaAtlasEditions( CaAtlasEditions &&other ) noexcept;
  CaAtlasEditions &operator=( CaAtlasEditions &&other ) noexcept;

  //! Returns what readers of \a language call it.
  static QString nameOf( const QString &language );

  QStringList languages() const { return mLanguages; }

  //! Returns the project whose editions these are.
  QgsProject *original() const { return mOriginal; }

  //! Returns the project in \a language, which is one of languages(); it stays with this object.
  QgsProject *project( const QString &language ) const;

  //! Returns the title of the whole, in its languages.
  QString title() const;

  //! Writes the project in \a language, as it is now, to \a fileName.
  bool writeCopy( const QString &language, const QString &fileName, QString *error ) const;

private:
  QgsProject *mOriginal = nullptr;
  QStringList mLanguages;
  std::map<QString, std::unique_ptr<QgsProject>> mTranslations; //!< By language, without that of the original
};
