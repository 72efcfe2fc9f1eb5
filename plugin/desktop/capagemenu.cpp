// SPDX-License-Identifier: GPL-2.0-or-later
#include "capagemenu.h"

#include "caatlasplan.h"
#include "cacompat.h"
#include "calayerproperties.h"

#include <qgslayoutatlas.h>
#include <qgslayoutmanager.h>
#include <qgsmapcanvas.h>
#include <qgsmapmouseevent.h>
#include <qgsprintlayout.h>
#include <qgsproject.h>
#include <qgsvectorlayer.h>
#include <qgsvectorlayerutils.h>

#include <QMenu>

CaPageMenu::CaPageMenu( QgsMapCanvas *canvas )
    : mCanvas( canvas )
{
  connect( mCanvas, &QgsMapCanvas::contextMenuAboutToShow, this, &CaPageMenu::fill );
}

void CaPageMenu::fill( QMenu *menu, QgsMapMouseEvent *event )
{
  const QVector<Page> pages = pagesAt( event->mapPoint() );
  if ( pages.isEmpty() )
    return;
  QMenu *pageMenu = menu->addMenu( QIcon( QStringLiteral( ":/clusteratlas/icons/exportatlas.svg" ) ), tr( "Print This Page" ) );
  pageMenu->setObjectName( QStringLiteral( "caPageMenu" ) );
  for ( const Page &page : pages )
  {
    QString text = tr( "%1: %2…" ).arg( page.chapter, page.title );
    QAction *action = pageMenu->addAction( text.replace( QLatin1Char( '&' ), QLatin1String( "&&" ) ) );
    action->setData( page.code );
    connect( action, &QAction::triggered, this, [this, page] { emit pageChosen( page.kind, page.code, page.title ); } );
  }
}

QVector<CaPageMenu::Page> CaPageMenu::pagesAt( const QgsPointXY &place ) const
{
  constexpr double PIXELS = 6; // a point is hit if it is about under the cursor
  const double radius = PIXELS * mCanvas->mapUnitsPerPixel();
  const QgsRectangle area( place.x() - radius, place.y() - radius, place.x() + radius, place.y() + radius );
  QVector<Page> pages;
  const QList<QgsPrintLayout *> layouts = QgsProject::instance()->layoutManager()->printLayouts();
  for ( QgsPrintLayout *layout : layouts )
  {
    const QString kind = layout->customProperty( CaLayerProperties::layoutKind() ).toString();
    const QgsLayoutAtlas *atlas = layout->atlas();
    QgsVectorLayer *layer = atlas->coverageLayer();
    // With a filter a page stands for more than its feature.
    if ( kind.isEmpty() || !atlas->enabled() || atlas->filterFeatures() || !layer || !mCanvas->layers().contains( layer ) )
      continue;
    QgsFeature feature;
    QgsFeatureIterator features = layer->getFeatures(
        QgsFeatureRequest( mCanvas->mapSettings().mapToLayerCoordinates( layer, area ) ).setFlags( CaCompat::ExactIntersect ) );
    while ( features.nextFeature( feature ) )
      pages << Page{ kind, CaAtlasPlan::chapterTitle( layout->name() ), feature.attribute( QStringLiteral( "code" ) ).toString(),
                     QgsVectorLayerUtils::getFeatureDisplayString( layer, feature ) };
  }
  return pages;
}
