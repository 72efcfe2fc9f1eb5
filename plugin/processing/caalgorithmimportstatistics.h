// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "castatisticsalgorithm.h"

class CaSheetImport;

/**
 * \brief `importstatistics`: reads a Japanese sheet as it was published into the statistics of a working data pack.
 *
 * Parameters: INPUT (CSV, TSV, XLSX, XLS, ODS, DBF), SHEET, PROFILE (how to read it, as JSON), ENCODING, DRY_RUN, OUTPUT (the pack; that of
 * the project if empty), REPORT (HTML, or JSON by its suffix), PROFILE_OUTPUT. Outputs: FIGURES, ROWS, ERRORS, DOUBTS, ADDED, REMOVED,
 * CHANGED, UNCHANGED. A cell that cannot be read ends it with nothing imported; the report is written nevertheless.
 */
class CaImportStatisticsAlgorithm : public CaStatisticsAlgorithm
{
  Q_DECLARE_TR_FUNCTIONS( CaImportStatisticsAlgorithm )

public:
  QString name() const override;
  QString displayName() const override;
  QStringList tags() const override;
  QString shortHelpString() const override;
  void initAlgorithm( const QVariantMap &configuration = QVariantMap() ) override;
  CaImportStatisticsAlgorithm *createInstance() const override;

protected:
  QVariantMap processAlgorithm( const QVariantMap &parameters, QgsProcessingContext &context, QgsProcessingFeedback *feedback ) override;

private:
  std::unique_ptr<CaSheetImport> openSheet( const QVariantMap &parameters, QgsProcessingContext &context,
                                            QgsProcessingFeedback *feedback ) const;
};
