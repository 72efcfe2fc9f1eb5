// SPDX-License-Identifier: GPL-2.0-or-later
#include "calayouts.h"

#include "calayerproperties.h"
#include "capaths.h"

#include <qgsexpressioncontextutils.h>
#include <qgslayertree.h>
#include <qgslayertreegroup.h>
#include <qgslayertreemodel.h>
#include <qgslayoutitemlegend.h>
#include <qgslayoutitemmap.h>
#include <qgslayoutmanager.h>
#include <qgsprintlayout.h>
#include <qgsproject.h>
#include <qgsreadwritecontext.h>
#include <qgsvectorlayer.h>

#include <QDir>
#include <QDomDocument>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

#include <memory>

namespace
{

QString projectLanguage( const QgsProject *project )
{
  const std::unique_ptr<QgsExpressionContextScope> scope( QgsExpressionContextUtils::projectScope( project ) );
  return scope->variable( QStringLiteral( "ca_language" ) ).toString();
}

QMap<QString, QString> replacements( const QgsProject *project, const CaLayerCatalogue &catalogue )
{
  QMap<QString, QString> values;
  const QVector<QgsVectorLayer *> layers = project->layers<QgsVectorLayer *>();
  for ( const QgsVectorLayer *layer : layers )
    values.insert( QStringLiteral( "{{layer:%1}}" ).arg( layer->customProperty( CaLayerProperties::id() ).toString() ), layer->id() );
  const QVector<CaThemeEntry> themes = catalogue.themes();
  for ( const CaThemeEntry &theme : themes )
    values.insert( QStringLiteral( "{{theme:%1}}" ).arg( theme.id ), theme.title.value( projectLanguage( project ) ).toHtmlEscaped() );
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
    if ( theme.title.value( projectLanguage( project ) ) != themeName )
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

} // namespace

bool CaLayouts::addShipped( QgsProject *project, const CaLayerCatalogue &catalogue, QString *error )
{
  const QMap<QString, QString> values = replacements( project, catalogue );
  const QDir folder( CaPaths::stylesFolder() + QStringLiteral( "/layouts" ) );
  const QFileInfoList templates = folder.entryInfoList( { QStringLiteral( "*.qpt" ) }, QDir::Files, QDir::Name );
  for ( const QFileInfo &info : templates )
  {
    QFile file( info.filePath() );
    if ( !file.open( QIODevice::ReadOnly ) )
    {
      *error = tr( "The layout template %1 cannot be read (%2)." ).arg( info.filePath(), file.errorString() );
      return false;
    }
    QString text = QString::fromUtf8( file.readAll() );
    for ( auto it = values.constBegin(); it != values.constEnd(); ++it )
      text.replace( it.key(), it.value() );
    const QRegularExpressionMatch unknown = QRegularExpression( QStringLiteral( "\\{\\{(layer|theme):[^}]*\\}\\}" ) ).match( text );
    if ( unknown.hasMatch() )
    {
      *error = tr( "The layout template %1 names %2, which is not in the project." ).arg( info.filePath(), unknown.captured() );
      return false;
    }

    QDomDocument document;
    auto layout = std::make_unique<QgsPrintLayout>( project );
    bool loaded = false;
    if ( document.setContent( text ) )
      layout->loadFromTemplate( document, QgsReadWriteContext(), true, &loaded );
    if ( !loaded )
    {
      *error = tr( "The layout template %1 is damaged: QGIS cannot load it." ).arg( info.filePath() );
      return false;
    }
    const QString title = catalogue.word( QStringLiteral( "layout_%1" ).arg( info.completeBaseName() ), projectLanguage( project ) );
    layout->setName( title.isEmpty() ? info.completeBaseName() : title );
    fillLegend( layout.get(), project, catalogue );
    const QString name = layout->name();
    // The manager takes the layout over, and deletes it if the name is taken.
    if ( !project->layoutManager()->addLayout( layout.release() ) )
    {
      *error = tr( "The project has a layout “%1” already." ).arg( name );
      return false;
    }
  }
  return true;
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
