// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "caclusterfacts.h"
#include "cacoverageshares.h"
#include "caquestionalgorithm.h"

/**
 * \brief `coverage`: the share of the nation and of each bureau that lies in any area.
 *
 * Parameters: KINDS, MEMBERSHIP, METRICS with OWNER_KIND and FISCAL_YEAR, PACK, the boundaries as for `buildareas`, OUTPUT, BY_AREA,
 * REPORT. Outputs: the tables, AREAS, KM2, KM2_COVERED, SHARE_COVERED, PLACES, PLACES_COVERED.
 */
class CaCoverageAlgorithm : public CaQuestionAlgorithm
{
  Q_DECLARE_TR_FUNCTIONS( CaCoverageAlgorithm )

public:
  QString name() const override;
  QString displayName() const override;
  QStringList tags() const override;
  QString shortHelpString() const override;
  void initAlgorithm( const QVariantMap &configuration = QVariantMap() ) override;
  CaCoverageAlgorithm *createInstance() const override;

protected:
  QVariantMap processAlgorithm( const QVariantMap &parameters, QgsProcessingContext &context, QgsProcessingFeedback *feedback ) override;

private:
  //! Something of which shares are worked out, with its shares.
  struct Measured
  {
    QString code;
    QString name;
    QString unit;                                   //!< For people
    int fiscalYear;                                 //!< 0 if it is no figure
    std::shared_ptr<const CaMemberFigures> figures; //!< Nothing if it is no figure
    bool isDerived;                                 //!< Figures had to be apportioned
    QVector<CaCoveredShare> byBureau;
    QVector<CaShareOfArea> byArea;
  };
  //! Names of a scope.
  struct Scope
  {
    QString kind; //!< `nation`, `bureau` or `none`
    QString code;
    QString nameJa;
    QString nameEn;
  };

  QStringList allowedMetrics( const CaStatistics &statistics, const QVariantMap &parameters, QgsProcessingContext &context ) const;
  QVector<Measured> measure( const CaAreaSet &set, const CaCoverageShares &shares, const CaStatistics &statistics,
                             const QStringList &metrics, const QVariantMap &parameters, QgsProcessingContext &context, CaReport &report,
                             QgsProcessingFeedback *feedback ) const;
  void reportOn( const Measured &measured, CaReport &report ) const;
  static Scope scope( const CaAreaSet &set, int bureau );
  void writeShares( const CaAreaSet &set, const CaCoverageShares &shares, const QVector<Measured> &all, QgsFeatureSink &sink ) const;
  void writeAreas( const CaAreaSet &set, const QVector<Measured> &all, QgsFeatureSink &sink ) const;
  QString html( const CaAreaSet &set, const CaCoverageShares &shares, const CaClusterFacts &facts, const QVector<Measured> &all ) const;
  static QgsFields shareFields();
  static QgsFields areaFields();
};
