// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "cabackgroundtask.h"
#include "caheregroups.h"

#include <qgscoordinatereferencesystem.h>
#include <qgsdockwidget.h>
#include <qgsgeometry.h>

#include <QPointer>

#include <memory>

class CaMapBoundaries;
class QLabel;
class QProgressBar;
class QgsMapCanvas;
class QgsRubberBand;
class QToolButton;
class QTextBrowser;

/**
 * \brief The panel of “What is here?”: everything at the place last clicked or drawn, found in the background.
 */
class CaHereDock : public QgsDockWidget
{
  Q_OBJECT

public:
  //! \a canvas and \a boundaries are borrowed and must live longer.
  CaHereDock( QgsMapCanvas *canvas, CaMapBoundaries *boundaries, QWidget *parent = nullptr );
  ~CaHereDock() override;

  //! Asks what is at \a place, a point or polygon in the CRS of the map.
  void ask( const QgsGeometry &place );

  //! Shows nothing: another project.
  void clear();

  //! Shows or hides the place on the map.
  void setPlaceVisible( bool visible );

private:
  void boundariesChanged();
  void dropTask();
  void find();
  void show( const QVector<CaHere> &found, int fiscalYear );
  void setBusy( bool busy );
  void say( const QString &text );
  void copy() const;
  void cancel();

  QgsMapCanvas *mCanvas = nullptr;
  CaMapBoundaries *mBoundaries = nullptr;
  QLabel *mSource = nullptr;
  QLabel *mStatus = nullptr;
  QProgressBar *mProgress = nullptr;
  QToolButton *mCopy = nullptr;
  QToolButton *mCancel = nullptr;
  QTextBrowser *mAnswer = nullptr;
  std::unique_ptr<QgsRubberBand> mBand;
  QgsGeometry mPlace; //!< Asked for last, in mPlaceCrs
  QgsCoordinateReferenceSystem mPlaceCrs;
  bool mIsPending = false; //!< To be answered when the boundaries are there
  QPointer<CaBackgroundTask> mTask;
  QVector<CaHereGroup> mGroups;
  QString mPlaceText;
};
