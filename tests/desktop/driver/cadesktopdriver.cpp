// SPDX-License-Identifier: GPL-2.0-or-later
#include "cadesktopdriver.h"

#include "cadesktoptest.h"

#include <qgis.h>
#include <qgisinterface.h>
#include <qgsproject.h>

#include <QAction>
#include <QFile>
#include <QTimer>
#include <QtTest>

CaDesktopDriver::CaDesktopDriver( QgisInterface *iface )
    : QgisPlugin( QStringLiteral( "Desktop driver" ), QString(), QString(), QString(), QgisPlugin::UI )
    , mIface( iface )
{
}

void CaDesktopDriver::initGui()
{
  connect( mIface, &QgisInterface::initializationCompleted, this, [this] { QTimer::singleShot( 1000, this, &CaDesktopDriver::run ); } );
}

void CaDesktopDriver::run()
{
  const QString result = qEnvironmentVariable( "CA_RESULT" );
  CaDesktopTest test( mIface );
  const int failures = QTest::qExec( &test, { QStringLiteral( "desktop" ), QStringLiteral( "-o" ), result + QStringLiteral( ",txt" ) } );
  QFile file( result );
  if ( file.open( QIODevice::Append ) )
    file.write( QByteArrayLiteral( "\nexit " ) + QByteArray::number( failures ) + '\n' );
  file.close();
  QgsProject::instance()->clear();
  QgsProject::instance()->setDirty( false );
  QTimer::singleShot( 0, mIface->actionExit(), &QAction::trigger );
}

QGISEXTERN QgisPlugin *classFactory( QgisInterface *iface )
{
  return new CaDesktopDriver( iface );
}

namespace
{
const QString *text()
{
  static const QString sText = QStringLiteral( "Desktop driver" );
  return &sText;
}
} // namespace

QGISEXTERN const QString *name()
{
  return text();
}
QGISEXTERN const QString *description()
{
  return text();
}
QGISEXTERN const QString *category()
{
  return text();
}
QGISEXTERN const QString *version()
{
  return text();
}
QGISEXTERN int type()
{
  return QgisPlugin::UI;
}
