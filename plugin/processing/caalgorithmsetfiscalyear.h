// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "caalgorithm.h"

/**
 * \brief `setfiscalyear`: shows the figures of another fiscal year everywhere in the current project.
 *
 * Parameters: FISCAL_YEAR, PROJECT (a project file to change instead of the current project). Output: FISCAL_YEAR.
 */
class CaSetFiscalYearAlgorithm : public CaAlgorithm
{
  Q_DECLARE_TR_FUNCTIONS( CaSetFiscalYearAlgorithm )

public:
  QString name() const override;
  QString displayName() const override;
  QStringList tags() const override;
  QString shortHelpString() const override;
  void initAlgorithm( const QVariantMap &configuration = QVariantMap() ) override;
  CaSetFiscalYearAlgorithm *createInstance() const override;

protected:
  QVariantMap processAlgorithm( const QVariantMap &parameters, QgsProcessingContext &context, QgsProcessingFeedback *feedback ) override;
};
