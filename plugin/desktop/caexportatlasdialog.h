// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QDialog>

class QComboBox;
class QDialogButtonBox;
class QgsFileWidget;
class QgsProject;

/**
 * \brief Asks what an atlas has pages of and which PDF it goes to. Asks before a file is replaced.
 */
class CaExportAtlasDialog : public QDialog
{
  Q_OBJECT

public:
  //! \a project is borrowed; a file beside it is proposed.
  CaExportAtlasDialog( const QgsProject *project, QWidget *parent );

  //! Returns the value for the parameter KINDS.
  QString kinds() const;
  //! Returns the PDF, with its suffix.
  QString output() const;

  void accept() override;

private:
  void proposeOutput();
  void updateButtons();

  QString mFolder;   //!< Where files are proposed
  QString mProposed; //!< The last proposal; replaced only as long as the user has not changed it
  QComboBox *mKinds = nullptr;
  QgsFileWidget *mOutput = nullptr;
  QDialogButtonBox *mButtons = nullptr;
};
