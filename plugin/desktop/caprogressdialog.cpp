// SPDX-License-Identifier: GPL-2.0-or-later
#include "caprogressdialog.h"

#include <qgsfeedback.h>

CaProgressDialog::CaProgressDialog( const QString &title, const QString &text, QgsFeedback *feedback, QWidget *parent )
    : QProgressDialog( text, tr( "Cancel" ), 0, 100, parent )
{
  setObjectName( QStringLiteral( "caProgress" ) );
  setWindowTitle( title );
  setWindowModality( Qt::ApplicationModal );
  setMinimumDuration( 300 );
  setMinimumWidth( 420 );
  setAutoReset( false );
  setAutoClose( false );
  connect( this, &QProgressDialog::canceled, feedback, &QgsFeedback::cancel );
  connect( feedback, &QgsFeedback::progressChanged, this,
           [this]( double percent ) { setValue( qBound( 0, static_cast<int>( percent ), 100 ) ); } );
  setValue( 0 );
}
