// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "caclustercomparison.h"
#include "caquestionalgorithm.h"

/**
 * \brief `compareclusters`: two to ten areas side by side, as a table and as a sheet to print.
 *
 * Parameters: AREAS, MEMBERSHIP, METRICS, FISCAL_YEARS, PACK, the boundaries as for `buildareas`, OUTPUT, REPORT. Outputs: the table,
 * AREAS_COMPARED, ITEMS, NO_DATA.
 */
class CaCompareClustersAlgorithm : public CaQuestionAlgorithm
{
  Q_DECLARE_TR_FUNCTIONS( CaCompareClustersAlgorithm )

public:
  QString name() const override;
  QString displayName() const override;
  QStringList tags() const override;
  QString shortHelpString() const override;
  void initAlgorithm( const QVariantMap &configuration = QVariantMap() ) override;
  CaCompareClustersAlgorithm *createInstance() const override;

protected:
  QVariantMap processAlgorithm( const QVariantMap &parameters, QgsProcessingContext &context, QgsProcessingFeedback *feedback ) override;

private:
  QVector<CaAreaList> chosenLists( const QVariantMap &parameters, QgsProcessingContext &context ) const;
  QString writeSheet( const CaClusterComparison &comparison, const CaReport &report, const QVariantMap &parameters,
                      QgsProcessingContext &context, QgsProcessingFeedback *feedback ) const;
  static QgsFields fields();
  static QgsAttributes row( const CaClusterComparison &comparison, const CaComparedItem &item, int area );
};
