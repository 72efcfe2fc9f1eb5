// SPDX-License-Identifier: GPL-2.0-or-later
#include "caprojecttranslation.h"

#include "cafiscalyear.h"
#include "calanguage.h"
#include "calayerproperties.h"
#include "calayertexts.h"
#include "capack.h"
#include "caprojectfile.h"
#include "castyle.h"

#include <qgsexpressioncontextutils.h>
#include <qgslayertree.h>
#include <qgslayertreegroup.h>
#include <qgsmapthemecollection.h>
#include <qgsproject.h>
#include <qgsvectorlayer.h>

namespace
{

//! Returns the group of \a parent that has one of \a names.
QgsLayerTreeGroup *findGroup( QgsLayerTreeGroup *parent, const CaText &names )
{
  for ( const QString &name : names )
  {
    if ( QgsLayerTreeGroup *group = parent->findGroup( name ) )
      return group;
  }
  return nullptr;
}

void translateGroups( QgsProject *project, const CaLayerCatalogue &catalogue, const QString &language )
{
  QgsLayerTreeGroup *top = findGroup( project->layerTreeRoot(), catalogue.title() );
  if ( !top )
    return;
  top->setName( catalogue.title().value( language ) );
  const QVector<CaGroupEntry> entries = catalogue.groups();
  for ( const CaGroupEntry &entry : entries )
  {
    if ( QgsLayerTreeGroup *group = findGroup( top, entry.title ) )
      group->setName( entry.title.value( language ) );
  }
}

void translateThemes( QgsProject *project, const CaLayerCatalogue &catalogue, const QString &from, const QString &language )
{
  QgsMapThemeCollection *themes = project->mapThemeCollection();
  const QVector<CaThemeEntry> entries = catalogue.themes();
  for ( const CaThemeEntry &entry : entries )
  {
    // Maps of layouts that follow a theme follow its name.
    if ( themes->hasMapTheme( entry.title.value( from ) ) )
      themes->renameMapTheme( entry.title.value( from ), entry.title.value( language ) );
  }
}

} // namespace

bool CaProjectTranslation::translate( QgsProject *project, const CaLayerCatalogue &catalogue, const QString &language, QString *error )
{
  const QString packFile = CaProjectFile::packOf( project );
  const QString from = CaLanguage::of( project );
  if ( packFile.isEmpty() || from.isEmpty() )
  {
    *error = tr( "The project has no layers of Cluster Atlas, so it can be had in its own language only." );
    return false;
  }
  const std::optional<CaPack> pack = CaPack::open( packFile, error );
  if ( !pack )
    return false;
  const CaLayerTexts texts( *pack, catalogue, language, CaFiscalYear::of( project ) );
  const CaStyle style( language );
  const QVector<QgsVectorLayer *> layers = project->layers<QgsVectorLayer *>();
  for ( QgsVectorLayer *layer : layers )
  {
    const CaLayerEntry entry = catalogue.layer( layer->customProperty( CaLayerProperties::id() ).toString() );
    if ( entry.id.isEmpty() )
      continue;
    if ( layer->isSpatial() && !style.translate( layer, error ) )
      return false;
    texts.nameLayer( layer, entry );
    texts.nameFields( layer, entry );
  }
  translateGroups( project, catalogue, language );
  translateThemes( project, catalogue, from, language );
  if ( project->title() == pack->info( QStringLiteral( "title_" ) + from ) )
    project->setTitle( pack->info( QStringLiteral( "title_" ) + language ) );
  QgsExpressionContextUtils::setProjectVariable( project, QStringLiteral( "ca_language" ), language );
  return true;
}
