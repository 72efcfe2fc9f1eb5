// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <qgsgeometry.h>
#include <qgsmaptool.h>

#include <QPoint>

#include <memory>

class QgsRubberBand;

/**
 * \brief A map tool that gets a place: a click is a point, a drag a rectangle, a drag with Shift the shape that is drawn.
 *
 * Escape gives a drag up. Places are in the CRS of the map.
 */
class CaPlaceMapTool : public QgsMapTool
{
  Q_OBJECT

public:
  explicit CaPlaceMapTool( QgsMapCanvas *canvas );
  ~CaPlaceMapTool() override;

  void canvasPressEvent( QgsMapMouseEvent *event ) override;
  void canvasMoveEvent( QgsMapMouseEvent *event ) override;
  void canvasReleaseEvent( QgsMapMouseEvent *event ) override;
  void keyPressEvent( QKeyEvent *event ) override;
  void deactivate() override;

signals:
  //! The mouse is somewhere, with no button pressed.
  void hovered( const QgsPointXY &point );
  void pointChosen( const QgsPointXY &point );
  void polygonChosen( const QgsGeometry &polygon );

private:
  QgsGeometry drawn( const QPoint &end );
  void giveUp();

  bool mIsPressed = false;
  bool mIsFreehand = false;
  QPoint mStart;
  QgsPolylineXY mPath; //!< In map coordinates, of a freehand shape
  std::unique_ptr<QgsRubberBand> mBand;
};
