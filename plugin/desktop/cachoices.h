// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QCoreApplication>
#include <QVector>

#include <utility>

class QComboBox;
class QDialogButtonBox;
class QFormLayout;
class QgsFileWidget;
class QLabel;

/**
 * \brief Rows that several dialogs have: fiscal year, language, folder; each with its label as buddy and a help text.
 */
class CaChoices
{
  Q_DECLARE_TR_FUNCTIONS( CaChoices )

public:
  CaChoices() = delete;

  //! Adds a list of \a years to \a form, \a current chosen. Owned by the form's widget.
  static QComboBox *addFiscalYear( QFormLayout *form, const QVector<int> &years, int current );

  //! Adds the languages to \a form, the code \a current chosen. Owned by the form's widget.
  static QComboBox *addLanguage( QFormLayout *form, const QString &current );

  //! Adds a folder to \a form. Owned by the form's widget.
  static QgsFileWidget *addFolder( QFormLayout *form, const QString &label, const QString &help, const QString &current );

  //! Returns the kinds of owners of figures, the empty one for any, with their names.
  static QVector<std::pair<QString, QString>> ownerKinds();

  //! Returns the buttons OK, called \a accept, and Cancel, in the language of the interface even where Qt's own translation is missing.
  static QDialogButtonBox *buttons( const QString &accept );

  //! Returns a label for a paragraph of explanation.
  static QLabel *explanation( const QString &text );

  //! Returns the folder to propose where there is no better one, below the user's documents.
  static QString defaultFolder();

  //! Returns the last choice of \a key, kept in the user's settings.
  static QVariant last( const QString &key, const QVariant &fallback );

  //! Keeps the last choice of \a key.
  static void remember( const QString &key, const QVariant &value );
};
