// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "cacompat.h"

#include <qgsapplication.h>
#include <qgsfeatureiterator.h>
#include <qgsprocessingalgorithm.h>
#include <qgsprocessingcontext.h>
#include <qgsprocessingfeedback.h>
#include <qgsprocessingregistry.h>
#include <qgsvectorlayer.h>

#include <QString>
#include <QVariantMap>
#include <QVector>

#include <memory>

//! What came of an algorithm.
struct AlgorithmResult
{
  bool ok = false;
  QVariantMap outputs;
  QString log; //!< Why it was not started, or all that it said
};

//! Runs one of ours as the toolbox does: parameters are checked first.
inline AlgorithmResult runAlgorithm( const QString &id, const QVariantMap &parameters, QgsProcessingFeedback &feedback,
                                     QgsProject *project = nullptr )
{
  const std::unique_ptr<QgsProcessingAlgorithm> algorithm(
      QgsApplication::processingRegistry()->createAlgorithmById( QStringLiteral( "clusteratlas:" ) + id ) );
  QgsProcessingContext context;
  context.setProject( project );
  context.setInvalidGeometryCheck( CaCompat::AbortOnInvalid ); // as the toolbox does
  AlgorithmResult result;
  QString reason;
  if ( algorithm->checkParameterValues( parameters, context, &reason ) )
    result.outputs = algorithm->run( parameters, context, &feedback, &result.ok );
  result.log = reason + feedback.textLog();
  return result;
}

inline AlgorithmResult runAlgorithm( const QString &id, const QVariantMap &parameters, QgsProject *project = nullptr )
{
  QgsProcessingFeedback feedback( false );
  return runAlgorithm( id, parameters, feedback, project );
}

//! Runs one that is cancelled before it begins.
inline AlgorithmResult runCanceled( const QString &id, const QVariantMap &parameters )
{
  QgsProcessingFeedback feedback( false );
  feedback.cancel();
  return runAlgorithm( id, parameters, feedback );
}

//! Returns \a parameters with those of \a more in their place; `%1` in a text is \a folder.
inline QVariantMap parametersIn( const QString &folder, QVariantMap parameters, const QVariantMap &more = {} )
{
  for ( auto it = more.begin(); it != more.end(); ++it )
    parameters.insert( it.key(), it.value() );
  for ( auto it = parameters.begin(); it != parameters.end(); ++it )
  {
    if ( it.value().toString().contains( "%1" ) )
      it.value() = it.value().toString().arg( folder );
  }
  return parameters;
}

//! Returns the rows of a file that was written, by column, and whether each `has_geometry`.
inline QVector<QVariantMap> rowsOf( const QString &fileName, const QString &filter = QString() )
{
  QVector<QVariantMap> rows;
  const QgsVectorLayer layer( fileName, QStringLiteral( "rows" ), QStringLiteral( "ogr" ) );
  QgsFeatureRequest request;
  if ( !filter.isEmpty() )
    request.setFilterExpression( filter );
  QgsFeatureIterator features = layer.getFeatures( request );
  QgsFeature feature;
  while ( features.nextFeature( feature ) )
  {
    QVariantMap row{ { QStringLiteral( "has_geometry" ), !feature.geometry().isEmpty() } };
    for ( int i = 0; i < layer.fields().size(); ++i )
      row.insert( layer.fields().at( i ).name(), feature.attribute( i ) );
    rows << row;
  }
  return rows;
}
