// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "casheetimport.h"

#include <QDialog>

class CaSheetColumnsTable;
class QComboBox;
class QDialogButtonBox;
class QgsFileWidget;
class QLabel;
class QPushButton;
class QSpinBox;
class QTableWidget;
class QTabWidget;
class QTextBrowser;

/**
 * \brief Shows a sheet and how it is understood, lets the user correct that, checks it, and imports it into the working data pack.
 *
 * Checking and importing is the algorithm `importstatistics`. What was decided is remembered for sheets of the same kind.
 */
class CaImportStatisticsDialog : public QDialog
{
  Q_OBJECT

public:
  //! \a packFile is the working data pack; \a fileName is opened if it is not empty.
  CaImportStatisticsDialog( const QString &packFile, const QString &fileName, QWidget *parent );

  //! Returns what the import said, in one sentence, once it was accepted.
  QString summary() const { return mSummary; }

  void accept() override;

private:
  QPushButton *makeTemplateButton();
  void makeTemplate( const QString &ownerKind );
  QWidget *makeSource();
  QWidget *makeUnderstanding();
  QTabWidget *makeTabs();
  void openFile();
  void openSheet();
  void showSheet();
  void showProfile( const CaSheetProfile &profile );
  CaSheetProfile profile() const;
  void profileChanged();
  bool run( bool isDryRun );
  void check() { run( true ); }
  void say( const QString &text );
  void updateButtons();

  const QString mPackFile;
  std::unique_ptr<CaSheetImport> mImport;
  QString mSummary;
  bool mIsFilling = false; //!< Widgets are being set by the program, not by the user
  QgsFileWidget *mFile = nullptr;
  QComboBox *mSheet = nullptr;
  QComboBox *mEncoding = nullptr;
  QComboBox *mOwnerKind = nullptr;
  QSpinBox *mHeaderRow = nullptr;
  QSpinBox *mHeaderRows = nullptr;
  QSpinBox *mFirstRow = nullptr;
  QSpinBox *mLastRow = nullptr;
  QSpinBox *mFiscalYear = nullptr;
  QComboBox *mMetric = nullptr;
  QTabWidget *mTabs = nullptr;
  CaSheetColumnsTable *mColumns = nullptr;
  QTableWidget *mPreview = nullptr;
  QTextBrowser *mReport = nullptr;
  QLabel *mMessage = nullptr;
  QDialogButtonBox *mButtons = nullptr;
};
