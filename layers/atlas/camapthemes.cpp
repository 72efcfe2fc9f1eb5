// SPDX-License-Identifier: GPL-2.0-or-later
#include "camapthemes.h"

#include <qgslayoutitemmap.h>
#include <qgsmaplayerstylemanager.h>
#include <qgsmapthemecollection.h>
#include <qgsprintlayout.h>
#include <qgsproject.h>

#include <algorithm>

namespace
{

bool followsOneTheme( const QgsLayoutItemMap &map )
{
  const int theme = static_cast<int>( QgsLayoutObject::DataDefinedProperty::MapStylePreset );
  return map.followVisibilityPreset() && !map.dataDefinedProperties().isActive( theme );
}

bool isStyleOfProject( const QgsMapThemeCollection::MapThemeLayerRecord &record )
{
  const QgsMapLayer *layer = record.layer();
  return !layer ||
         ( !record.usingLegendItems && ( !record.usingCurrentStyle || record.currentStyle == layer->styleManager()->currentStyle() ) );
}

//! Styles of \a theme that are not those of the project, by id of the layer.
QMap<QString, QString> otherStyles( QgsMapThemeCollection *themes, const QString &theme )
{
  const QList<QgsMapThemeCollection::MapThemeLayerRecord> records = themes->mapThemeState( theme ).layerRecords();
  if ( std::all_of( records.begin(), records.end(), isStyleOfProject ) )
    return {};
  QMap<QString, QString> styles = themes->mapThemeStyleOverrides( theme );
  for ( const QgsMapThemeCollection::MapThemeLayerRecord &record : records )
  {
    if ( record.layer() && isStyleOfProject( record ) )
      styles.remove( record.layer()->id() );
  }
  return styles;
}

} // namespace

void CaMapThemes::fix( const QgsPrintLayout &layout )
{
  QgsMapThemeCollection *themes = layout.project()->mapThemeCollection();
  QList<QgsLayoutItemMap *> maps;
  layout.layoutItems( maps );
  for ( QgsLayoutItemMap *map : std::as_const( maps ) )
  {
    const QString theme = map->followVisibilityPresetName();
    const QList<QgsMapLayer *> layers = themes->mapThemeVisibleLayers( theme );
    // A map of no layers would draw all of the project.
    if ( layers.isEmpty() || !followsOneTheme( *map ) )
      continue;
    map->setLayers( layers );
    map->setKeepLayerSet( true );
    map->setLayerStyleOverrides( otherStyles( themes, theme ) );
    map->setKeepLayerStyles( true );
    map->setFollowVisibilityPreset( false );
  }
}
