// SPDX-License-Identifier: GPL-2.0-or-later
#include "cafiscalyearmenu.h"

#include "cafiscalyear.h"

#include <qgsproject.h>

#include <QActionGroup>

CaFiscalYearMenu::CaFiscalYearMenu( QWidget *parent )
    : QMenu( tr( "&Fiscal Year" ), parent )
{
  setObjectName( QStringLiteral( "caFiscalYearMenu" ) );
  setIcon( QIcon( QStringLiteral( ":/clusteratlas/icons/fiscalyear.svg" ) ) );
  menuAction()->setObjectName( QStringLiteral( "caActionFiscalYear" ) );
  menuAction()->setStatusTip( tr( "Chooses the fiscal year (April to March) whose figures the cluster layers show" ) );
  connect( this, &QMenu::aboutToShow, this, &CaFiscalYearMenu::fill );
}

void CaFiscalYearMenu::show( const QgsProject *project, bool enabled )
{
  const int year = enabled ? CaFiscalYear::of( project ) : 0;
  menuAction()->setEnabled( enabled );
  menuAction()->setIconText( year ? tr( "FY%1" ).arg( year ) : tr( "Fiscal year" ) );
  menuAction()->setToolTip( enabled
                                ? tr( "<b>Fiscal Year</b><br>The figures shown are of this fiscal year (April to March). Choose another." )
                                : tr( "<b>Fiscal Year</b><br>Add cluster layers to the project first." ) );
}

void CaFiscalYearMenu::fill()
{
  clear();
  delete mGroup;
  mGroup = new QActionGroup( this );
  const int current = CaFiscalYear::of( QgsProject::instance() );
  const QVector<int> years = CaFiscalYear::available( QgsProject::instance() );
  for ( const int year : years )
  {
    QAction *action = addAction( tr( "FY%1" ).arg( year ) );
    action->setObjectName( QStringLiteral( "caFiscalYear%1" ).arg( year ) );
    action->setCheckable( true );
    action->setChecked( year == current );
    mGroup->addAction( action );
    connect( action, &QAction::triggered, this,
             [this, year]
             {
               if ( year != CaFiscalYear::of( QgsProject::instance() ) )
                 emit yearChosen( year );
             } );
  }
  if ( years.isEmpty() )
    addAction( tr( "No layers with figures in this project" ) )->setEnabled( false );
}
