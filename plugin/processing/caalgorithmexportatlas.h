// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "caatlasalgorithm.h"
#include "caatlasexporter.h"

/**
 * \brief `exportatlas`: the pages of a project as a book, or as files of their own.
 *
 * Parameters: PROJECT, KINDS, WHICH, FISCAL_YEAR, LANGUAGE, PAPER, FORMAT, DPI, DATE, WORKERS, RESUME, OUTPUT (a PDF), OUTPUT_FOLDER (other
 * formats), REPORT. Outputs: OUTPUT or OUTPUT_FOLDER, REPORT, PAGES, PAGES_MADE, PAGES_KEPT. Planned on the main thread, printed in
 * processes of its own.
 */
class CaExportAtlasAlgorithm : public CaAtlasAlgorithm
{
  Q_DECLARE_TR_FUNCTIONS( CaExportAtlasAlgorithm )

public:
  QString name() const override;
  QString displayName() const override;
  QStringList tags() const override;
  QString shortHelpString() const override;
  CaCompat::AlgorithmFlags flags() const override;
  void initAlgorithm( const QVariantMap &configuration = QVariantMap() ) override;
  CaExportAtlasAlgorithm *createInstance() const override;

protected:
  bool prepareAlgorithm( const QVariantMap &parameters, QgsProcessingContext &context, QgsProcessingFeedback *feedback ) override;
  QVariantMap processAlgorithm( const QVariantMap &parameters, QgsProcessingContext &context, QgsProcessingFeedback *feedback ) override;

private:
  CaAtlasOptions options( const QVariantMap &parameters, QgsProcessingContext &context ) const;

  std::unique_ptr<CaAtlasExporter> mExporter;
};
