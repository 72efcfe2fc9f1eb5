// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "caalgorithm.h"

/**
 * \brief `exportatlas`: an overview page and a page a project or a bureau, as one PDF.
 *
 * Parameters: PROJECT (a project file; the current project without), COVERAGE (`projects`, `bureaus`), OUTPUT. Outputs: OUTPUT,
 * the PDF; PAGES, the number of its pages.
 */
class CaExportAtlasAlgorithm : public CaAlgorithm
{
  Q_DECLARE_TR_FUNCTIONS( CaExportAtlasAlgorithm )

public:
  QString name() const override;
  QString displayName() const override;
  QStringList tags() const override;
  QString shortHelpString() const override;
  void initAlgorithm( const QVariantMap &configuration = QVariantMap() ) override;
  CaExportAtlasAlgorithm *createInstance() const override;

protected:
  QVariantMap processAlgorithm( const QVariantMap &parameters, QgsProcessingContext &context, QgsProcessingFeedback *feedback ) override;
};
