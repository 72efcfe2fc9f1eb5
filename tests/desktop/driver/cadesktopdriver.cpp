// SPDX-License-Identifier: GPL-2.0-or-later
#include "cadesktopdriver.h"

#include "caatlastest.h"
#include "calayerstest.h"
#include "caplacestest.h"
#include "caplugintest.h"
#include "caprojecttest.h"
#include "casheetstest.h"

#include <qgis.h>
#include <qgisinterface.h>
#include <qgsproject.h>

#include <QAction>
#include <QFile>
#include <QTemporaryDir>
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
  const QTemporaryDir scratch;
  CaProjectTest project( mIface, scratch.path() );
  CaPlacesTest places( mIface, scratch.path() );
  CaSheetsTest sheets( mIface, scratch.path() );
  CaAtlasTest atlas( mIface, scratch.path() );
  CaLayersTest layers( mIface, scratch.path() );
  CaPluginTest plugin( mIface, scratch.path() );
  int failures = 0;
  int part = 0;
  // The plugin first and last: it leaves nothing behind either after all that was done with it.
  for ( QObject *test : std::initializer_list<QObject *>{ &plugin, &project, &places, &sheets, &atlas, &layers, &plugin } )
    failures += QTest::qExec(
        test, { QStringLiteral( "desktop" ), QStringLiteral( "-o" ), QStringLiteral( "%1_%2,txt" ).arg( result ).arg( ++part ) } );
  // Written last: without it the tests did not come to their end.
  QFile file( result );
  if ( file.open( QIODevice::WriteOnly ) )
    file.write( QByteArrayLiteral( "exit " ) + QByteArray::number( failures ) + '\n' );
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
