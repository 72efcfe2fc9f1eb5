// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "caatlasalgorithm.h"

/**
 * \brief `planatlas`: the pages an atlas would have, as a table to check before anything is printed.
 *
 * Parameters: PROJECT, KINDS, WHICH, FISCAL_YEAR, OUTPUT. Outputs: OUTPUT, a table of number, sheets, kind, layout, code, bureau, title,
 * fiscal_year and file_name; PAGES; SHEETS.
 */
class CaPlanAtlasAlgorithm : public CaAtlasAlgorithm
{
  Q_DECLARE_TR_FUNCTIONS( CaPlanAtlasAlgorithm )

public:
  QString name() const override;
  QString displayName() const override;
  QStringList tags() const override;
  QString shortHelpString() const override;
  void initAlgorithm( const QVariantMap &configuration = QVariantMap() ) override;
  CaPlanAtlasAlgorithm *createInstance() const override;

protected:
  QVariantMap processAlgorithm( const QVariantMap &parameters, QgsProcessingContext &context, QgsProcessingFeedback *feedback ) override;
};
