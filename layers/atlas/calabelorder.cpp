// SPDX-License-Identifier: GPL-2.0-or-later
#include "calabelorder.h"

#include "caorderedlabeling.h"

#include <qgslayertree.h>
#include <qgspallabeling.h>
#include <qgsproject.h>
#include <qgsproperty.h>
#include <qgsvectorlayer.h>
#include <qgsvectorlayerlabeling.h>

#include <memory>

void CaLabelOrder::set( QgsProject *project )
{
  const int zIndex = static_cast<int>( QgsPalLayerSettings::Property::ZIndex );
  const QList<QgsMapLayer *> order = project->layerTreeRoot()->layerOrder(); // the topmost first
  for ( int i = 0; i < order.size(); ++i )
  {
    auto *layer = qobject_cast<QgsVectorLayer *>( order.at( i ) );
    if ( !layer || !layer->labeling() )
      continue;
    std::unique_ptr<QgsAbstractVectorLayerLabeling> labeling = CaOrderedLabeling::copyOf( *layer->labeling() );
    const QStringList providers = labeling->subProviders();
    for ( const QString &provider : providers )
    {
      auto settings = std::make_unique<QgsPalLayerSettings>( labeling->settings( provider ) );
      const bool isGroup = settings->fieldName.isEmpty();
      if ( isGroup || settings->dataDefinedProperties().isActive( zIndex ) )
        continue;
      // Steps of layers are far less than what a user takes for a step, and those of features are less than one of a layer.
      const double base = settings->zIndex + ( order.size() - i ) * 1e-4;
      settings->dataDefinedProperties().setProperty(
          zIndex, QgsProperty::fromExpression( QString::number( base, 'f', 4 ) + QLatin1String( "+($id%1000000)*1e-10" ) ) );
      labeling->setSettings( settings.release(), provider ); // takes ownership
    }
    layer->setLabeling( labeling.release() ); // takes ownership
  }
}
