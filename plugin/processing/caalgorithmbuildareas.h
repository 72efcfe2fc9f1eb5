// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "caareaalgorithm.h"

/**
 * \brief `buildareas`: polygons of areas from their lists of codes and any boundaries.
 *
 * Parameters: BOUNDARIES (a file; the prefectures of the data pack if there is neither this nor BOUNDARY_LAYER), BOUNDARY_LAYER (polygons
 * in QGIS), LAYER_NAME and CODE_COLUMN in the file, WHAT (`prefectures`, `bureaus`, `projects`, `subareas`, `types`), MEMBERSHIP (a table
 * to use instead of WHAT), DATUM (of boundaries that do not say theirs), TO_JGD2011, SNAP, FALLBACK, OUTPUT, REPORT. Outputs: the layer and
 * the report, AREAS, CODES_LISTED, CODES_FOUND, MENDED. Works in the background.
 * PACK, if given, is the working copy of a data pack that takes the areas as well; the layers of the project that show it are drawn again.
 */
class CaBuildAreasAlgorithm : public CaAreaAlgorithm
{
  Q_DECLARE_TR_FUNCTIONS( CaBuildAreasAlgorithm )

public:
  QString name() const override;
  QString displayName() const override;
  QStringList tags() const override;
  QString group() const override;
  QString groupId() const override;
  QString shortHelpString() const override;
  void initAlgorithm( const QVariantMap &configuration = QVariantMap() ) override;
  CaBuildAreasAlgorithm *createInstance() const override;

protected:
  QVariantMap processAlgorithm( const QVariantMap &parameters, QgsProcessingContext &context, QgsProcessingFeedback *feedback ) override;
  QVariantMap postProcessAlgorithm( QgsProcessingContext &context, QgsProcessingFeedback *feedback ) override;

private:
  QString mPack; //!< The pack that was changed
};
