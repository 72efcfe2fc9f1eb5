// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "caalgorithm.h"

class QgsVectorLayer;

/**
 * \brief What the algorithms on statistics share: they work on a data pack and run in any thread.
 */
class CaStatisticsAlgorithm : public CaAlgorithm
{
  Q_DECLARE_TR_FUNCTIONS( CaStatisticsAlgorithm )

public:
  QString group() const override;
  QString groupId() const override;
  CaCompat::AlgorithmFlags flags() const override;

protected:
  bool prepareAlgorithm( const QVariantMap &parameters, QgsProcessingContext &context, QgsProcessingFeedback *feedback ) override;

  //! Adds the optional parameter \a name, the working data pack.
  void addPackParameter( const QString &name = QStringLiteral( "PACK" ) );

  //! Adds the optional parameter OWNER_KINDS.
  void addOwnerKindsParameter();

  //! Returns the data pack asked for by the parameter, or that of the project's layers.
  QString packFile() const { return mPackFile; }

  //! Returns the kinds in OWNER_KINDS, none if all.
  QStringList ownerKinds( const QVariantMap &parameters, QgsProcessingContext &context ) const;

  //! Returns the layer INPUT, owned by the project. \throws QgsProcessingException if it is not there or of no project
  QgsVectorLayer *projectLayer( const QVariantMap &parameters, QgsProcessingContext &context ) const;

private:
  QString mPackParameter;
  QString mPackFile;
};
