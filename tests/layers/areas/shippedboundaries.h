// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <qgsfeature.h>
#include <qgsfeatureiterator.h>
#include <qgsgeometry.h>
#include <qgsvectorlayer.h>

#include <QMap>
#include <QString>

//! Reads a file of data/boundaries: geometry by the value of \a key; empty if the file or the field is not there.
inline QMap<QString, QgsGeometry> shippedBoundaries( const QString &name, const QString &key )
{
  QMap<QString, QgsGeometry> result;
  const QgsVectorLayer layer( QStringLiteral( CA_SOURCE_DIR "/data/boundaries/%1.geojson" ).arg( name ), name, QStringLiteral( "ogr" ) );
  if ( !layer.isValid() || layer.fields().lookupField( key ) < 0 )
    return result;
  QgsFeature feature;
  QgsFeatureIterator features = layer.getFeatures();
  while ( features.nextFeature( feature ) )
    result.insert( feature.attribute( key ).toString(), feature.geometry() );
  return result;
}
