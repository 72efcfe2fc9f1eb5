// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QDialog>
#include <QVector>

class QComboBox;
class QDialogButtonBox;
class QgsFileWidget;

/**
 * \brief Asks where a new project goes, for which fiscal year and in which language.
 *
 * Asks before a project or data pack that is there already is replaced. Remembers the choices when accepted.
 */
class CaNewProjectDialog : public QDialog
{
  Q_OBJECT

public:
  //! \a fiscalYears are those with figures in the data pack.
  CaNewProjectDialog( const QVector<int> &fiscalYears, QWidget *parent );

  QString folder() const;
  int fiscalYear() const;
  //! Returns `ja` or `en`.
  QString language() const;
  //! Returns whether the user agreed to replace what is there.
  bool overwrite() const { return mOverwrite; }

  void accept() override;

private:
  void updateButtons();

  QgsFileWidget *mFolder = nullptr;
  QComboBox *mFiscalYear = nullptr;
  QComboBox *mLanguage = nullptr;
  QDialogButtonBox *mButtons = nullptr;
  bool mOverwrite = false;
};
