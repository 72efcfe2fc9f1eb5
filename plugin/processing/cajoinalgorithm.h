// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "cajoinengine.h"
#include "castatisticsalgorithm.h"

/**
 * \brief What the algorithms that join statistics to layers share: parameters KEY_FIELD, OWNER_KINDS, METRICS, FISCAL_YEAR, PREFIX, PACK,
 * REPORT, and as outputs REPORT and the counts FEATURES, MATCHED, UNMATCHED, EMPTY, OWNERS_WITHOUT_FEATURE.
 */
class CaJoinAlgorithm : public CaStatisticsAlgorithm
{
  Q_DECLARE_TR_FUNCTIONS( CaJoinAlgorithm )

protected:
  //! Adds what comes before the output: the field of INPUT with the keys, and what is joined to it.
  void addJoinParameters();

  //! Adds the optional parameter REPORT and the outputs.
  void addReportParameter();

  //! Works out the join asked for with \a source, called \a name. \throws QgsProcessingException if it cannot be
  CaJoin join( const QgsFeatureSource &source, const QString &name, const QVariantMap &parameters, QgsProcessingContext &context,
               QgsProcessingFeedback *feedback ) const;

  //! Returns what joined fields begin with.
  QString prefix( const QVariantMap &parameters, QgsProcessingContext &context ) const;

  //! Writes REPORT, says what became of the join, and returns the outputs. \throws QgsProcessingException if it cannot be written
  QVariantMap report( const CaJoinReport &report, const QVariantMap &parameters, QgsProcessingContext &context,
                      QgsProcessingFeedback *feedback ) const;
};
