// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "cametricnames.h"
#include "caownerresolver.h"
#include "casheetreport.h"
#include "casheetsample.h"
#include "castatisticsimport.h"
#include "catablesource.h"

#include <QCoreApplication>

#include <memory>

class QgsFeedback;

/**
 * \brief The whole way of a sheet into a working data pack: opened, understood, read, compared with what is there, kept.
 *
 * One way behind every door: algorithm and dialog. A dry run reads and compares just the same and keeps nothing. Bound to no thread,
 * used by one at a time.
 */
class CA_EXPORT CaSheetImport
{
  Q_DECLARE_TR_FUNCTIONS( CaSheetImport )

public:
  /**
   * Opens \a fileName, a CSV or workbook, for the working pack \a packFile.
   * \param feedback ends reading when cancelled; may be null, must live as long as the import
   * \returns nothing and sets \a error if one of them cannot be read
   */
  static std::unique_ptr<CaSheetImport> open( const QString &fileName, const QString &packFile, const CaTableOptions &options,
                                              QgsFeedback *feedback, QString *error );

  //! Returns the folder of the user's QGIS profile in which the understanding of sheets is kept.
  static QString profilesFolder();

  QVector<CaSheet> sheets() const { return mSource->sheets(); }
  const CaMetricNames &metrics() const { return mMetrics; }

  /**
   * Goes to the sheet \a name, the first visible one if empty, and understands it: from what the user decided for the same kind of
   * sheet before if there is that.
   */
  bool chooseSheet( const QString &name, QString *error );

  //! Returns the first rows of the sheet.
  const CaSheetSample &sample() const { return *mSample; }

  //! Returns how the sheet is understood.
  const CaSheetProfile &profile() const { return mProfile; }

  //! Corrects how the sheet is understood.
  void setProfile( const CaSheetProfile &profile ) { mProfile = profile; }

  //! Takes over what \a known says of columns; rows and years stay those of this sheet.
  void adoptProfile( const CaSheetProfile &known ) { mProfile.adopt( known ); }

  //! Returns whether the user had decided on this kind of sheet before.
  bool isKnown() const { return mIsKnown; }

  /**
   * Reads the sheet and, unless \a isDryRun, keeps its figures in place of those that came from it before: all in one transaction.
   * \returns FALSE and sets \a error if a cell cannot be read or the pack not be written; nothing is changed then. report() tells
   * which cells in any case.
   */
  bool run( bool isDryRun, QgsFeedback *feedback, QString *error );

  const CaSheetReport &report() const { return mReport; }

  //! Returns what the sheet changes, or has changed, of the figures that came from it before.
  const CaImportDifference &difference() const { return mDifference; }

  //! Returns the report with what changed, as JSON.
  QJsonObject reportJson() const;

  //! Returns the report with what changed, as a page in the language of the interface; text from the sheet is escaped.
  QString reportHtml() const;

private:
  CaSheetImport( std::unique_ptr<CaTableSource> source, const QString &packFile, const CaMetricNames &metrics,
                 const CaOwnerResolver &owners );
  QString sourceName() const;
  QString changesHtml() const;

  std::unique_ptr<CaTableSource> mSource;
  const QString mPackFile;
  const CaMetricNames mMetrics;
  const CaOwnerResolver mOwners;
  int mSheet = 0;
  std::optional<CaSheetSample> mSample;
  CaSheetProfile mProfile;
  bool mIsKnown = false;
  CaSheetReport mReport;
  CaImportDifference mDifference;
};
