// SPDX-License-Identifier: GPL-2.0-or-later
#include "capagetext.h"

#include "cahtml.h"
#include "calayerproperties.h"
#include "calayoutlabel.h"

#include <qgscoordinatetransform.h>
#include <qgsexpression.h>
#include <qgsfeaturerequest.h>
#include <qgslayoutframe.h>
#include <qgslayoutitemmap.h>
#include <qgslayoutmultiframe.h>
#include <qgslayouttable.h>
#include <qgslayouttablecolumn.h>
#include <qgsprintlayout.h>
#include <qgsproject.h>
#include <qgsvectorlayer.h>

#include <algorithm>

namespace
{

//! Names that a map describes itself by; with more, it is enough to say how many.
constexpr int MOST_NAMES = 60;

QStringList namesIn( const QgsVectorLayer &layer, const QgsRectangle &extent, const QgsExpressionContext &layoutContext )
{
  QgsExpression name( layer.displayExpression() );
  QgsExpressionContext context = layoutContext;
  context.appendScope( layer.createExpressionContextScope() );
  name.prepare( &context );
  QStringList names;
  QgsFeature feature;
  QgsFeatureIterator features = layer.getFeatures( QgsFeatureRequest( extent ) );
  while ( features.nextFeature( feature ) )
  {
    // The request finds extents.
    if ( !feature.geometry().intersects( extent ) )
      continue;
    context.setFeature( feature );
    const QString text = name.evaluate( &context ).toString().simplified();
    if ( !text.isEmpty() && !names.contains( text ) )
      names << text;
  }
  return names;
}

QString table( const QgsLayoutTable &table )
{
  auto &editable = const_cast<QgsLayoutTable &>( table ); // has no other way to its rows
  QStringList head;
  for ( const QgsLayoutTableColumn &column : std::as_const( editable.columns() ) )
    head << column.heading();
  QList<QStringList> rows;
  for ( const QgsLayoutTableRow &row : std::as_const( editable.contents() ) )
  {
    QStringList texts;
    for ( const QVariant &value : row )
      texts << value.toString();
    rows << texts;
  }
  return CaHtml::table( head, rows );
}

} // namespace

QString CaPageText::describe( const QgsLayoutItemMap &map )
{
  const QgsExpressionContext context = map.createExpressionContext();
  QStringList parts;
  const QList<QgsMapLayer *> layers = map.layersToRender( &context );
  for ( QgsMapLayer *layer : layers )
  {
    auto *vector = qobject_cast<QgsVectorLayer *>( layer );
    if ( !vector || vector->displayExpression().isEmpty() )
      continue;
    QgsRectangle extent;
    try
    {
      const QgsCoordinateTransform transform( vector->crs(), map.crs(), map.layout()->project() );
      extent = transform.transformBoundingBox( map.extent(), Qgis::TransformDirection::Reverse );
    }
    catch ( const QgsCsException & )
    {
      continue; // a map of the world has corners outside of the world
    }
    const QStringList names = namesIn( *vector, extent, context );
    if ( names.size() > MOST_NAMES )
      parts << tr( "%1: %n feature(s)", nullptr, static_cast<int>( names.size() ) ).arg( layer->name() );
    else if ( !names.isEmpty() )
      parts << QStringLiteral( "%1: %2" ).arg( layer->name(), names.join( QStringLiteral( ", " ) ) );
  }
  return parts.join( QStringLiteral( ". " ) );
}

QString CaPageText::html( const QgsPrintLayout &layout, const QString &title, const QString &language )
{
  struct Part
  {
    QPointF place;
    QString html;
  };
  QVector<Part> parts;
  const QgsExpressionContext context = layout.createExpressionContext();
  const QVector<CaLayoutLabel> labels = CaLayoutLabel::all( layout );
  for ( const CaLayoutLabel &label : labels )
  {
    const QString text = label.text( context ).trimmed();
    // The title is the heading, and what a sheet of paper is called does not matter here.
    if ( !text.isEmpty() && label.id != QLatin1String( "title" ) && label.id != QLatin1String( "page" ) )
      parts << Part{ label.place, CaHtml::paragraph( text ) };
  }
  QList<QgsLayoutItemMap *> maps;
  layout.layoutItems( maps );
  for ( const QgsLayoutItemMap *map : std::as_const( maps ) )
  {
    const QString text = map->isVisible() && !map->excludeFromExports() ? describe( *map ) : QString();
    if ( !text.isEmpty() )
      parts << Part{ map->pos(), CaHtml::paragraph( tr( "Map. %1" ).arg( text ) ) };
  }
  const QList<QgsLayoutMultiFrame *> frames = layout.multiFrames();
  for ( const QgsLayoutMultiFrame *frame : frames )
  {
    const auto *rows = qobject_cast<const QgsLayoutTable *>( frame );
    if ( rows && frame->frameCount() > 0 )
      parts << Part{ frame->frame( 0 )->pos(), table( *rows ) };
  }
  std::stable_sort( parts.begin(), parts.end(),
                    []( const Part &first, const Part &second )
                    { return std::make_pair( first.place.y(), first.place.x() ) < std::make_pair( second.place.y(), second.place.x() ); } );
  QString html = CaHtml::heading( title );
  for ( const Part &part : std::as_const( parts ) )
    html += part.html;
  return CaHtml::section( language, html );
}
