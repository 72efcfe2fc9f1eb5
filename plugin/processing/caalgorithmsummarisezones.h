// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "caapportionment.h"
#include "castatisticsalgorithm.h"

#include <QHash>

#include <optional>

class CaReport;
class QgsCoordinateTransform;

/**
 * \brief `summarisezones`: figures of municipalities, prefectures or projects shared out to any zones, by area or by a weight layer.
 *
 * Parameters: INPUT (zones), PARTS with KEY_FIELD, METRICS of FISCAL_YEAR, OWNER_KINDS and PACK, SUM_FIELDS and MEAN_FIELDS of PARTS,
 * WEIGHTS with WEIGHT_FIELD, PREFIX, OUTPUT, REPORT. Outputs: the layer, ZONES, PARTS_USED, PARTS_OUTSIDE, PARTS_REPEATED, INCOMPLETE.
 */
class CaSummariseZonesAlgorithm : public CaStatisticsAlgorithm
{
  Q_DECLARE_TR_FUNCTIONS( CaSummariseZonesAlgorithm )

public:
  QString name() const override;
  QString displayName() const override;
  QStringList tags() const override;
  QString group() const override;
  QString groupId() const override;
  QString shortHelpString() const override;
  void initAlgorithm( const QVariantMap &configuration = QVariantMap() ) override;
  CaSummariseZonesAlgorithm *createInstance() const override;

protected:
  bool prepareAlgorithm( const QVariantMap &parameters, QgsProcessingContext &context, QgsProcessingFeedback *feedback ) override;
  QVariantMap processAlgorithm( const QVariantMap &parameters, QgsProcessingContext &context, QgsProcessingFeedback *feedback ) override;

private:
  //! A column of figures, one a part.
  struct Column
  {
    QString name;
    bool extensive;
    QVector<CaFigure> figures;
  };
  //! What has the figures.
  struct Parts
  {
    QVector<CaApportionment::Shape> shapes;
    QStringList keys; //!< By part
    QVector<Column> columns;
  };

  Parts readParts( const QVariantMap &parameters, QgsProcessingContext &context, CaReport &report, QgsProcessingFeedback *feedback ) const;
  QVector<CaApportionment::Weight> readWeights( const QVariantMap &parameters, QgsProcessingContext &context, CaReport &report,
                                                QgsProcessingFeedback *feedback ) const;
  void reportOn( const CaApportionment &apportionment, const Parts &parts, CaReport &report ) const;
};
