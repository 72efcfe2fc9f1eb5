// SPDX-License-Identifier: GPL-2.0-or-later
#include "caplugin.h"

#include "calanguage.h"
#include "casession.h"
#include "caversioncheck.h"

#include <qgis.h>
#include <qgsconfig.h>
#include <qgsmessagelog.h>

#include <QTranslator>

CaPlugin::CaPlugin( QgisInterface *iface )
    : QgisPlugin( title(), summary(), QStringLiteral( "Plugins" ), QStringLiteral( CA_VERSION ), QgisPlugin::UI )
    , mIface( iface )
{
}

CaPlugin::~CaPlugin() = default;

QString CaPlugin::title()
{
  return QStringLiteral( "Cluster Atlas" );
}

QString CaPlugin::summary()
{
  // Asked for while the plugin is off as well: look the sentence up without installing the translation.
  const char *const source = QT_TRANSLATE_NOOP( "CaPlugin", "Layers, joined figures and map atlases of Japan's industrial cluster policy" );
  QTranslator translator;
  if ( translator.load( QStringLiteral( ":/clusteratlas/i18n/clusteratlas_%1.qm" ).arg( CaLanguage::ofInterface() ) ) )
  {
    const QString translated = translator.translate( "CaPlugin", source );
    if ( !translated.isEmpty() )
      return translated;
  }
  return QString::fromUtf8( source );
}

void CaPlugin::initGui()
{
  if ( mSession )
    return;
  mSession = std::make_unique<CaSession>( mIface );
  mSession->start();
}

void CaPlugin::unload()
{
  if ( !mSession )
    return;
  mSession->stop();
  mSession.reset();
}

// What QGIS looks up by name. Pointers are to function-local statics: nothing is made when the library is merely opened.

QGISEXTERN QgisPlugin *classFactory( QgisInterface *iface )
{
  const QString error = CaVersionCheck::error( _QGIS_VERSION_INT, Qgis::versionInt() );
  if ( error.isEmpty() )
    return new CaPlugin( iface );
  // Not by the message bar of iface: in another QGIS that is another class. The log shows a notice by itself.
  QgsMessageLog::logMessage( error, CaPlugin::title(), Qgis::MessageLevel::Critical );
  return nullptr;
}

QGISEXTERN const QString *name()
{
  static const QString sName = CaPlugin::title();
  return &sName;
}

QGISEXTERN const QString *description()
{
  static const QString sDescription = CaPlugin::summary();
  return &sDescription;
}

QGISEXTERN const QString *category()
{
  static const QString sCategory = QStringLiteral( "Plugins" );
  return &sCategory;
}

QGISEXTERN const QString *version()
{
  static const QString sVersion = QStringLiteral( CA_VERSION );
  return &sVersion;
}

QGISEXTERN int type()
{
  return QgisPlugin::UI;
}

QGISEXTERN const QString *icon()
{
  static const QString sIcon = QStringLiteral( ":/clusteratlas/icons/clusteratlas.svg" );
  return &sIcon;
}

QGISEXTERN const QString *experimental()
{
  static const QString sExperimental = QStringLiteral( "false" );
  return &sExperimental;
}

QGISEXTERN void unload( QgisPlugin *plugin )
{
  delete plugin;
}
