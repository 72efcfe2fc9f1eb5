// SPDX-License-Identifier: GPL-2.0-or-later
#include "caplacemaptool.h"

#include "cacompat.h"

#include <qgsmapcanvas.h>
#include <qgsmapmouseevent.h>
#include <qgsrubberband.h>

#include <QApplication>
#include <QKeyEvent>

CaPlaceMapTool::CaPlaceMapTool( QgsMapCanvas *canvas )
    : QgsMapTool( canvas )
{
  setCursor( Qt::CrossCursor );
}

CaPlaceMapTool::~CaPlaceMapTool() = default;

void CaPlaceMapTool::canvasPressEvent( QgsMapMouseEvent *event )
{
  if ( event->button() != Qt::LeftButton )
    return;
  mIsPressed = true;
  mIsFreehand = event->modifiers() & Qt::ShiftModifier;
  mStart = event->pos();
  mPath = { toMapCoordinates( mStart ) };
}

QgsGeometry CaPlaceMapTool::drawn( const QPoint &end )
{
  if ( mIsFreehand )
    return QgsGeometry::fromPolygonXY( { mPath + QgsPolylineXY{ mPath.constFirst() } } );
  // By its four corners on the screen: the map may be turned.
  QgsPolylineXY ring;
  for ( const QPoint &corner : { mStart, QPoint( end.x(), mStart.y() ), end, QPoint( mStart.x(), end.y() ) } )
    ring << toMapCoordinates( corner );
  return QgsGeometry::fromPolygonXY( { ring + QgsPolylineXY{ ring.constFirst() } } );
}

void CaPlaceMapTool::canvasMoveEvent( QgsMapMouseEvent *event )
{
  if ( !mIsPressed )
  {
    emit hovered( toMapCoordinates( event->pos() ) );
    return;
  }
  if ( mIsFreehand )
    mPath << toMapCoordinates( event->pos() );
  if ( !mBand )
  {
    if ( ( event->pos() - mStart ).manhattanLength() < QApplication::startDragDistance() )
      return;
    mBand = std::make_unique<QgsRubberBand>( canvas(), CaCompat::PolygonGeometry );
    mBand->setColor( QColor( 224, 123, 57, 60 ) );
    mBand->setStrokeColor( QColor( 224, 123, 57 ) );
    mBand->setWidth( 2 );
  }
  mBand->setToGeometry( drawn( event->pos() ), nullptr );
}

void CaPlaceMapTool::canvasReleaseEvent( QgsMapMouseEvent *event )
{
  if ( !mIsPressed || event->button() != Qt::LeftButton )
    return;
  const bool isDrag = static_cast<bool>( mBand );
  const QgsGeometry polygon = isDrag ? drawn( event->pos() ) : QgsGeometry();
  giveUp();
  if ( isDrag )
    emit polygonChosen( polygon );
  else
    emit pointChosen( toMapCoordinates( event->pos() ) );
}

void CaPlaceMapTool::keyPressEvent( QKeyEvent *event )
{
  if ( event->key() != Qt::Key_Escape || !mIsPressed )
    return;
  giveUp();
  event->ignore(); // the map does nothing more with it
}

void CaPlaceMapTool::giveUp()
{
  mIsPressed = false;
  mBand.reset();
  mPath.clear();
}

void CaPlaceMapTool::deactivate()
{
  giveUp();
  QgsMapTool::deactivate();
}
