// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "caalgorithmrunner.h"
#include "cajoinengine.h"

#include <QDialog>

#include <optional>

class QComboBox;
class QDialogButtonBox;
class QFormLayout;
class QgsFieldComboBox;
class QgsMapLayer;
class QgsMapLayerComboBox;
class QgsVectorLayer;
class QLabel;
class QListWidget;
class QTextBrowser;

/**
 * \brief Asks which figures to join to which layer by which field, and shows what would match.
 *
 * Checking and joining is the algorithm `joinlayer`, taking off is `unjoinlayer`.
 */
class CaJoinStatisticsDialog : public QDialog
{
  Q_OBJECT

public:
  //! \a packFile is the working data pack; \a layer is proposed if it is a vector layer; \a fiscalYear is proposed where it has figures.
  CaJoinStatisticsDialog( const QString &packFile, QgsMapLayer *layer, int fiscalYear, QWidget *parent );

  //! Returns what was done, in one sentence, once it was accepted.
  QString summary() const { return mSummary; }

  //! Returns how the algorithm ended, once it was accepted.
  const CaRunResult &result() const { return mResult; }

  void accept() override;

private:
  QWidget *makeChoices( QgsMapLayer *layer );
  void layerChanged();
  void proposeField();
  void kindChanged();
  void showYears();
  void check() { run( true ); }
  bool run( bool isDryRun );
  void takeOff();
  QgsVectorLayer *layer() const;
  QStringList kinds() const;
  QStringList metrics() const;
  void updateButtons();

  const QString mPackFile;
  const int mFiscalYearWanted;
  std::optional<CaJoinEngine> mEngine;
  QString mSummary;
  CaRunResult mResult;
  QgsMapLayerComboBox *mLayer = nullptr;
  QgsFieldComboBox *mField = nullptr;
  QComboBox *mOwnerKind = nullptr;
  QListWidget *mMetrics = nullptr;
  QComboBox *mFiscalYear = nullptr;
  QTextBrowser *mReport = nullptr;
  QLabel *mMessage = nullptr;
  QDialogButtonBox *mButtons = nullptr;
};
