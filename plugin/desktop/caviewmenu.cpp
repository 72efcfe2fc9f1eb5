// SPDX-License-Identifier: GPL-2.0-or-later
#include "caviewmenu.h"

#include "calanguage.h"

#include <qgisinterface.h>
#include <qgscoordinatereferencesystem.h>
#include <qgslayertree.h>
#include <qgslayertreemodel.h>
#include <qgslayertreeview.h>
#include <qgsmapcanvas.h>
#include <qgsmapthemecollection.h>
#include <qgsproject.h>
#include <qgsprojectviewsettings.h>
#include <qgsreferencedgeometry.h>

CaViewMenu::CaViewMenu( QgisInterface *iface, QWidget *parent )
    : QMenu( tr( "&View" ), parent )
    , mIface( iface )
{
  setObjectName( QStringLiteral( "caViewMenu" ) );
  setIcon( QIcon( QStringLiteral( ":/clusteratlas/icons/view.svg" ) ) );
  menuAction()->setObjectName( QStringLiteral( "caActionView" ) );
  menuAction()->setStatusTip( tr( "Shows a map of the project in the projection and extent it is made for" ) );
  connect( this, &QMenu::aboutToShow, this, &CaViewMenu::fill );
}

void CaViewMenu::fill()
{
  clear();
  QString error;
  const std::optional<CaLayerCatalogue> catalogue = CaLayerCatalogue::load( &error );
  const QVector<CaThemeEntry> themes = catalogue ? catalogue->themes() : QVector<CaThemeEntry>();
  const QStringList languages = CaLanguage::codes();
  for ( const CaThemeEntry &theme : themes )
  {
    // The project may be in another language than the interface.
    for ( const QString &language : languages )
    {
      const QString title = theme.title.value( language );
      if ( !QgsProject::instance()->mapThemeCollection()->hasMapTheme( title ) )
        continue;
      QAction *action = addAction( theme.title.value( CaLanguage::ofInterface() ) );
      action->setObjectName( QStringLiteral( "caView_%1" ).arg( theme.id ) );
      connect( action, &QAction::triggered, this, [this, theme, title] { show( theme, title ); } );
      break;
    }
  }
  if ( isEmpty() )
    addAction( tr( "No views in this project" ) )->setEnabled( false );
}

void CaViewMenu::show( const CaThemeEntry &theme, const QString &title ) const
{
  QgsProject *project = QgsProject::instance();
  project->mapThemeCollection()->applyTheme( title, project->layerTreeRoot(), mIface->layerTreeView()->layerTreeModel() );
  const QgsReferencedRectangle full = project->viewSettings()->presetFullExtent();
  const QgsCoordinateReferenceSystem crs = theme.crs.isEmpty() ? full.crs() : QgsCoordinateReferenceSystem( theme.crs );
  if ( crs.isValid() )
    project->setCrs( crs );
  const QgsReferencedRectangle extent = theme.extent.isNull() ? full : QgsReferencedRectangle( theme.extent, crs );
  if ( !extent.isNull() )
    mIface->mapCanvas()->setReferencedExtent( extent );
  mIface->mapCanvas()->refresh();
}
