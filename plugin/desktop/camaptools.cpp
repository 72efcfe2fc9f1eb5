// SPDX-License-Identifier: GPL-2.0-or-later
#include "camaptools.h"

#include "caheredock.h"
#include "camapboundaries.h"
#include "camembershipdock.h"
#include "caplacemaptool.h"

#include <qgisinterface.h>
#include <qgsmapcanvas.h>

#include <QAction>
#include <QMainWindow>

CaMapTools::CaMapTools( QgisInterface *iface, QAction *whatIsHere, QAction *membership )
    : mIface( iface )
    , mWhatIsHereAction( whatIsHere )
    , mMembershipAction( membership )
    , mBoundaries( std::make_unique<CaMapBoundaries>() )
{
}

CaMapTools::~CaMapTools()
{
  for ( const std::unique_ptr<CaPlaceMapTool> *tool : { &mMembershipTool, &mHereTool } )
  {
    if ( *tool )
      mIface->mapCanvas()->unsetMapTool( tool->get() );
  }
  if ( mMembershipDock )
    mMembershipDock->offerToSave( false );
  removeDock( mMembershipDock );
  mMembershipTool.reset();
  removeDock( mHereDock );
  mHereTool.reset();
}

void CaMapTools::addDock( QgsDockWidget *dock )
{
  // Behind one another: each needs the height.
  mIface->addTabifiedDockWidget( Qt::RightDockWidgetArea, dock, { QStringLiteral( "caHereDock" ), QStringLiteral( "caMembershipDock" ) },
                                 true );
}

void CaMapTools::removeDock( QgsDockWidget *dock )
{
  if ( !dock )
    return;
  mIface->removeDockWidget( dock );
  delete dock;
}

void CaMapTools::makeWhatIsHere()
{
  if ( mHereTool )
    return;
  mHereTool = std::make_unique<CaPlaceMapTool>( mIface->mapCanvas() );
  mHereTool->setAction( mWhatIsHereAction );
  mHereDock = new CaHereDock( mIface->mapCanvas(), mBoundaries.get(), mIface->mainWindow() );
  addDock( mHereDock );
  connect( mHereTool.get(), &CaPlaceMapTool::pointChosen, mHereDock,
           [this]( const QgsPointXY &point ) { mHereDock->ask( QgsGeometry::fromPointXY( point ) ); } );
  connect( mHereTool.get(), &CaPlaceMapTool::polygonChosen, mHereDock, &CaHereDock::ask );
  connect( mHereDock, &QgsDockWidget::visibilityChanged, mHereDock, &CaHereDock::setPlaceVisible );
}

void CaMapTools::makeMembership()
{
  if ( mMembershipTool )
    return;
  mMembershipTool = std::make_unique<CaPlaceMapTool>( mIface->mapCanvas() );
  mMembershipTool->setAction( mMembershipAction );
  mMembershipDock = new CaMembershipDock( mIface, mBoundaries.get(), mIface->mainWindow() );
  addDock( mMembershipDock );
  connect( mMembershipTool.get(), &CaPlaceMapTool::pointChosen, mMembershipDock, &CaMembershipDock::toggleAt );
  connect( mMembershipTool.get(), &CaPlaceMapTool::polygonChosen, mMembershipDock, &CaMembershipDock::addIn );
  connect( mMembershipTool.get(), &CaPlaceMapTool::hovered, mMembershipDock, &CaMembershipDock::hoverAt );
  connect( mMembershipTool.get(), &QgsMapTool::deactivated, mMembershipDock, &CaMembershipDock::hoverNowhere );
}

void CaMapTools::setTool( CaPlaceMapTool *tool, QgsDockWidget *dock, bool on )
{
  if ( !on )
  {
    mIface->mapCanvas()->unsetMapTool( tool );
    return;
  }
  dock->setUserVisible( true );
  mIface->mapCanvas()->setMapTool( tool );
}

void CaMapTools::setWhatIsHere( bool on )
{
  makeWhatIsHere();
  setTool( mHereTool.get(), mHereDock, on );
}

void CaMapTools::setMembership( bool on )
{
  makeMembership();
  setTool( mMembershipTool.get(), mMembershipDock, on );
  if ( on )
    mBoundaries->load();
}

void CaMapTools::forgetProject()
{
  mBoundaries->forget();
  if ( mHereDock )
    mHereDock->clear();
}
