// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "caatlascheck.h"
#include "caatlaseditions.h"
#include "caatlasplan.h"

#include <QDialog>
#include <QTimer>
#include <QVariantMap>

class CaAtlasPreview;
class QCheckBox;
class QComboBox;
class QDialogButtonBox;
class QFormLayout;
class QgsCheckableComboBox;
class QgsFileWidget;
class QgsProject;
class QLabel;
class QListWidget;
class QTreeWidget;
class QVBoxLayout;

/**
 * \brief Asks which pages an atlas has and where it goes; shows the plan, a picture of the page chosen in it, and what should be mended
 * first.
 *
 * Asks before a file is replaced.
 */
class CaExportAtlasDialog : public QDialog
{
  Q_OBJECT

public:
  //! \a project is borrowed; a file beside it is proposed.
  CaExportAtlasDialog( QgsProject *project, QWidget *parent );

  //! Returns the parameters of `exportatlas`.
  QVariantMap parameters() const;

  //! Returns the PDF with its suffix, or the folder of other formats.
  QString output() const;

  //! Returns the finding that the user wants to be shown in the layout designer, if the dialog was left for that.
  std::optional<CaAtlasFinding> toShow() const { return mToShow; }

  void accept() override;
  void done( int result ) override;

private:
  void addKinds( QFormLayout *form );
  void addWhich( QFormLayout *form );
  void addLanguage( QFormLayout *form );
  void addOutput( QFormLayout *form );
  void addPlan( QVBoxLayout *column );
  void proposeOutput();
  void takeLanguage();
  void planLater() { mPlanTimer.start(); }
  void plan();
  //! Plans while the window is drawn and says how far it is.
  std::optional<CaAtlasPlan> makePlan( const CaAtlasChoice &choice, QString *error );
  void checkOn();
  void showFindings();
  void showPage();
  void showFinding();
  void updateButtons();
  bool isBook() const;
  //! Returns whether the whole plan was looked through, its findings shown, and none of them blocks: no need to do so again.
  bool isChecked() const;
  QStringList kinds() const;
  bool mayReplace();

  QgsProject *mProject = nullptr;
  QString mFolder;                          //!< Where files are proposed
  QString mProposed;                        //!< The last proposal; replaced only as long as the user has not changed it
  std::optional<CaAtlasEditions> mEditions; //!< In the language chosen; none if it cannot be had
  QString mEditionsError;                   //!< Why it cannot be had
  std::optional<CaAtlasPlan> mPlan;
  std::unique_ptr<CaAtlasCheck> mCheck; //!< Of mPlan, until all its pages are looked through
  QVector<CaAtlasFinding> mFindings;
  std::optional<CaAtlasFinding> mToShow;
  QTimer mPlanTimer;  //!< So that a plan is made once for many clicks
  QTimer mCheckTimer; //!< Looks a page through whenever the window has nothing else to do
  CaAtlasPreview *mPreview = nullptr;
  QListWidget *mKinds = nullptr;
  QgsCheckableComboBox *mWhich = nullptr;
  QComboBox *mLanguage = nullptr;
  QComboBox *mFormat = nullptr;
  QCheckBox *mText = nullptr;
  QgsFileWidget *mOutput = nullptr;
  QLabel *mSummary = nullptr;
  QTreeWidget *mPages = nullptr;
  QLabel *mPicture = nullptr;
  QListWidget *mProblems = nullptr;
  QDialogButtonBox *mButtons = nullptr;
};
