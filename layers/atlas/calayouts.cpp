// SPDX-License-Identifier: GPL-2.0-or-later
#include "calayouts.h"

#include "calanguage.h"
#include "calayerproperties.h"
#include "calayoutpaper.h"
#include "calayouttemplate.h"
#include "capaths.h"

#include <qgsfeedback.h>
#include <qgslayertree.h>
#include <qgslayertreegroup.h>
#include <qgslayertreemodel.h>
#include <qgslayoutitemlegend.h>
#include <qgslayoutitemmap.h>
#include <qgslayoutmanager.h>
#include <qgslayoutpagecollection.h>
#include <qgsprintlayout.h>
#include <qgsproject.h>
#include <qgsreadwritecontext.h>
#include <qgsvectorlayer.h>

#include <QDir>
#include <QDomDocument>
#include <QFileInfo>

#include <algorithm>
#include <memory>
#include <vector>

namespace
{

QMap<QString, QString> replacements( const QgsProject *project, const CaLayerCatalogue &catalogue )
{
  QMap<QString, QString> values;
  const QVector<QgsVectorLayer *> layers = project->layers<QgsVectorLayer *>();
  for ( const QgsVectorLayer *layer : layers )
    values.insert( QStringLiteral( "layer:%1" ).arg( layer->customProperty( CaLayerProperties::id() ).toString() ), layer->id() );
  const QVector<CaThemeEntry> themes = catalogue.themes();
  for ( const CaThemeEntry &theme : themes )
    values.insert( QStringLiteral( "theme:%1" ).arg( theme.id ), theme.title.value( CaLanguage::of( project ) ).toHtmlEscaped() );
  return values;
}

//! Lists in the legend of \a layout the layers that its map shows, without the groups of the layer tree.
void fillLegend( QgsPrintLayout *layout, const QgsProject *project, const CaLayerCatalogue &catalogue )
{
  auto *legend = qobject_cast<QgsLayoutItemLegend *>( layout->itemById( QStringLiteral( "legend" ) ) );
  if ( !legend || !legend->linkedMap() )
    return;
  legend->setAutoUpdateModel( false );
  QgsLayerTreeGroup *root = legend->model()->rootGroup();
  root->removeAllChildren();
  const QString themeName = legend->linkedMap()->followVisibilityPresetName();
  const QVector<CaThemeEntry> themes = catalogue.themes();
  for ( const CaThemeEntry &theme : themes )
  {
    if ( theme.title.value( CaLanguage::of( project ) ) != themeName )
      continue;
    const QVector<QgsVectorLayer *> layers = project->layers<QgsVectorLayer *>();
    for ( const QString &id : theme.layers )
    {
      for ( QgsVectorLayer *layer : layers )
      {
        if ( layer->customProperty( CaLayerProperties::id() ).toString() == id && catalogue.layer( id ).group != QLatin1String( "base" ) )
          root->addLayer( layer );
      }
    }
  }
  legend->setLegendFilterByMapEnabled( true );
}

//! Returns the templates, each a kind of pages.
QFileInfoList templates()
{
  const QDir folder( CaPaths::stylesFolder() + QStringLiteral( "/layouts" ) );
  return folder.entryInfoList( { QStringLiteral( "*.qpt" ) }, QDir::Files, QDir::Name );
}

QString kindOf( const QFileInfo &layoutTemplate )
{
  return layoutTemplate.completeBaseName();
}

//! Gives \a layout to \a project. \returns FALSE if it is null, or with \a error set if its name is taken
bool give( QgsProject *project, std::unique_ptr<QgsPrintLayout> layout, QString *error )
{
  if ( !layout )
    return false;
  const QString name = layout->name();
  // The manager takes the layout over, and deletes it if the name is taken.
  if ( project->layoutManager()->addLayout( layout.release() ) )
    return true;
  *error = CaLayouts::tr( "The project has a layout “%1” already." ).arg( name );
  return false;
}

} // namespace

bool CaLayouts::addShipped( QgsProject *project, const CaLayerCatalogue &catalogue, QString *error )
{
  return add( project, catalogue, templates(), error, nullptr );
}

bool CaLayouts::copyOwn( const QgsProject *from, QgsProject *project, QString *error )
{
  QStringList kinds;
  const QFileInfoList all = templates();
  for ( const QFileInfo &info : all )
    kinds << kindOf( info );
  const QList<QgsPrintLayout *> layouts = from->layoutManager()->printLayouts();
  for ( const QgsPrintLayout *layout : layouts )
  {
    if ( kinds.contains( layout->customProperty( CaLayerProperties::layoutKind() ).toString() ) )
      continue;
    const CaLayoutPaper::Sheet sheet = CaLayoutPaper::Sheet::A4Landscape; // none is turned to
    QDomDocument document;
    if ( !CaLayoutPaper::toXml( *layout, sheet, &document, error ) ||
         !give( project, CaLayoutPaper::load( document, project, sheet, error ), error ) )
      return false;
  }
  return true;
}

bool CaLayouts::renew( const QgsProject *from, QgsProject *project, const CaLayerCatalogue &catalogue, QString *error,
                       QgsFeedback *feedback )
{
  QFileInfoList used = templates();
  used.erase( std::remove_if( used.begin(), used.end(), [from]( const QFileInfo &info ) { return !find( from, kindOf( info ) ); } ),
              used.end() );
  return add( project, catalogue, used, error, feedback );
}

bool CaLayouts::add( QgsProject *project, const CaLayerCatalogue &catalogue, const QFileInfoList &templates, QString *error,
                     QgsFeedback *feedback )
{
  const QMap<QString, QString> values = replacements( project, catalogue );
  std::vector<std::unique_ptr<QgsPrintLayout>> layouts;
  for ( const QFileInfo &info : templates )
  {
    layouts.push_back( load( project, catalogue, values, info.filePath(), error ) );
    if ( !layouts.back() || ( feedback && feedback->isCanceled() ) )
      return false;
    if ( feedback )
      feedback->setProgress( 100.0 * static_cast<double>( layouts.size() ) / templates.size() );
  }
  // In the order of the book; a user's own that says nothing comes last.
  std::stable_sort( layouts.begin(), layouts.end(),
                    []( const auto &a, const auto &b ) { return CaLayouts::order( a.get() ) < CaLayouts::order( b.get() ); } );
  for ( std::unique_ptr<QgsPrintLayout> &layout : layouts )
  {
    if ( !give( project, std::move( layout ), error ) )
      return false;
  }
  return true;
}

std::unique_ptr<QgsPrintLayout> CaLayouts::load( QgsProject *project, const CaLayerCatalogue &catalogue, QMap<QString, QString> values,
                                                 const QString &fileName, QString *error )
{
  const QFileInfo info( fileName );
  const QString kind = kindOf( info );
  const QString language = CaLanguage::of( project );
  values.insert( QStringLiteral( "kind" ), kind.toHtmlEscaped() );
  QDomDocument document;
  const CaLayoutTemplate reader( info.dir().filePath( QStringLiteral( "parts" ) ), language, values );
  if ( !reader.read( fileName, &document, error ) )
    return nullptr;
  CaLayoutTemplate::matchExtents( &document );
  auto layout = std::make_unique<QgsPrintLayout>( project );
  bool loaded = false;
  layout->loadFromTemplate( document, QgsReadWriteContext(), true, &loaded );
  if ( !loaded || layout->pageCollection()->pageCount() == 0 )
  {
    *error = tr( "The layout template %1 is damaged: QGIS cannot load it." ).arg( fileName );
    return nullptr;
  }
  const QString title = catalogue.word( QStringLiteral( "layout_%1" ).arg( kind ), language );
  layout->setName( title.isEmpty() ? kind : title );
  layout->setCustomProperty( CaLayerProperties::layoutKind(), kind );
  fillLegend( layout.get(), project, catalogue );
  return layout;
}

int CaLayouts::order( const QgsPrintLayout *layout )
{
  return layout->customProperty( CaLayerProperties::layoutOrder(), 1000 ).toInt();
}

QgsPrintLayout *CaLayouts::find( const QgsProject *project, const QString &kind )
{
  const QList<QgsPrintLayout *> layouts = project->layoutManager()->printLayouts();
  for ( QgsPrintLayout *layout : layouts )
  {
    if ( layout->customProperty( CaLayerProperties::layoutKind() ).toString() == kind )
      return layout;
  }
  return nullptr;
}
