// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "capointreader.h"

#include <QString>
#include <QVariantMap>

#include <optional>

class QgsCoordinateTransform;
class QgsProcessingContext;
class QgsProcessingParameterDefinition;

/**
 * \brief A whole file of single points, which can be read in batches; a filter, a selection or unsaved edits cannot.
 */
struct CaPointFile
{
  QString path;
  QString layerName;

  //! Returns the file behind the layer given for \a definition, nothing if it has to be read feature by feature. Main thread only.
  static std::optional<CaPointFile> of( const QgsProcessingParameterDefinition *definition, const QVariantMap &parameters,
                                        QgsProcessingContext &context );

  //! Transforms the points of \a batch. \throws QgsCsException
  static void transform( CaPointReader::Batch &batch, const QgsCoordinateTransform &transform );
};
