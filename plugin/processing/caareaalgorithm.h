// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "caalgorithm.h"
#include "caareabuilder.h"

#include <memory>

/**
 * \brief What algorithms share that need areas: boundaries and lists of codes. They work in the background.
 */
class CaAreaAlgorithm : public CaAlgorithm
{
  Q_DECLARE_TR_FUNCTIONS( CaAreaAlgorithm )

public:
  CaCompat::AlgorithmFlags flags() const override;

protected:
  //! Adds WHAT and MEMBERSHIP, and what addBoundaryParameters() adds.
  void addAreaParameters();

  //! Adds the optional MEMBERSHIP, a table of areas of the user's own.
  void addMembershipParameter( const QString &description );

  //! Adds BOUNDARIES, BOUNDARY_LAYER, DATUM, TO_JGD2011, FALLBACK and, advanced, SNAP, LAYER_NAME and CODE_COLUMN.
  void addBoundaryParameters();

  //! Returns the lists asked for. \throws QgsProcessingException if they cannot be read
  CaAreaLists lists( const QVariantMap &parameters, QgsProcessingContext &context ) const;

  //! Returns the boundaries asked for. \throws QgsProcessingException if they cannot be read
  std::shared_ptr<const CaBoundaries> boundaries( const QVariantMap &parameters, QgsProcessingContext &context,
                                                  QgsProcessingFeedback *feedback ) const;
};
