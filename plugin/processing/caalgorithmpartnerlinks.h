// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "caquestionalgorithm.h"

struct CaPartnerLink;
class CaStatistics;

/**
 * \brief Links with partners abroad as geodesic lines with their length and a width by a figure (`clusteratlas:partnerlinks`).
 */
class CaPartnerLinksAlgorithm : public CaQuestionAlgorithm
{
  Q_DECLARE_TR_FUNCTIONS( CaPartnerLinksAlgorithm )

public:
  QString name() const override;
  QString displayName() const override;
  QStringList tags() const override;
  QString shortHelpString() const override;
  void initAlgorithm( const QVariantMap &configuration = QVariantMap() ) override;

protected:
  CaPartnerLinksAlgorithm *createInstance() const override;
  QVariantMap processAlgorithm( const QVariantMap &parameters, QgsProcessingContext &context, QgsProcessingFeedback *feedback ) override;

private:
  struct Flow;
  void addText( const QString &name, const QString &description, const QString &help );
  static Flow flowOf( const CaPartnerLink &link, const CaStatistics &statistics, const QString &metric, int fiscalYear );
};
