// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "caalgorithm.h"
#include "caatlascomparison.h"

/**
 * \brief `compareatlas`: what has changed between two atlases that were printed.
 */
class CaCompareAtlasAlgorithm : public CaAlgorithm
{
  Q_DECLARE_TR_FUNCTIONS( CaCompareAtlasAlgorithm )

public:
  QString name() const override;
  QString displayName() const override;
  QStringList tags() const override;
  QString shortHelpString() const override;
  CaCompat::AlgorithmFlags flags() const override;
  void initAlgorithm( const QVariantMap &configuration ) override;
  CaCompareAtlasAlgorithm *createInstance() const override;

protected:
  QVariantMap processAlgorithm( const QVariantMap &parameters, QgsProcessingContext &context, QgsProcessingFeedback *feedback ) override;

private:
  //! Writes a row a page, if asked. \returns the table
  QString writePages( const CaAtlasComparison &comparison, const QVariantMap &parameters, QgsProcessingContext &context ) const;
};
