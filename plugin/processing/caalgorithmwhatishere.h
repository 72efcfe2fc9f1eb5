// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "caquestionalgorithm.h"

struct CaHere;

/**
 * \brief `whatishere`: everything at a point, or in each polygon of a layer.
 *
 * Parameters: POINT or POLYGONS, FISCAL_YEAR, PACK, the boundaries as for `buildareas`, OUTPUT, REPORT. Outputs: the table, PLACES,
 * PROJECTS, WITHOUT_AREA.
 */
class CaWhatIsHereAlgorithm : public CaQuestionAlgorithm
{
  Q_DECLARE_TR_FUNCTIONS( CaWhatIsHereAlgorithm )

public:
  QString name() const override;
  QString displayName() const override;
  QStringList tags() const override;
  QString shortHelpString() const override;
  void initAlgorithm( const QVariantMap &configuration = QVariantMap() ) override;
  CaWhatIsHereAlgorithm *createInstance() const override;

protected:
  QVariantMap processAlgorithm( const QVariantMap &parameters, QgsProcessingContext &context, QgsProcessingFeedback *feedback ) override;

private:
  static QgsAttributes row( qint64 place, const CaHere &here );
};
