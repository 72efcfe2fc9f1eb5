// SPDX-License-Identifier: GPL-2.0-or-later
#include "cadialogvisitor.h"

#include <QApplication>
#include <QDebug>
#include <QDialog>
#include <QProgressDialog>
#include <QtTest>

CaDialogVisitor::CaDialogVisitor( const QString &dialogName, const std::function<void( QDialog * )> &visit )
    : mName( dialogName )
    , mVisit( visit )
{
  mTime.start();
  connect( &mTimer, &QTimer::timeout, this, &CaDialogVisitor::look );
  mTimer.start( 50 );
}

void CaDialogVisitor::look()
{
  QDialog *dialog = qobject_cast<QDialog *>( QApplication::activeModalWidget() );
  if ( !dialog )
    return;
  if ( !mVisited && dialog->objectName().contains( mName ) )
  {
    mVisited = true;
    QTest::qWait( 200 ); // drawn
    mVisit( dialog );
  }
  else if ( mTime.elapsed() > PATIENCE && !qobject_cast<QProgressDialog *>( QApplication::activeModalWidget() ) )
  {
    qWarning() << "closing" << dialog->objectName() << dialog->windowTitle();
    dialog->reject();
  }
}
