// SPDX-License-Identifier: GPL-2.0-or-later
#include "cabrowserprovider.h"

#include "cabrowserroot.h"

QString CaBrowserProvider::name()
{
  return QStringLiteral( "clusteratlas" );
}

// QGIS passes by a provider without any capability.
CaCompat::BrowserCapabilities CaBrowserProvider::capabilities() const
{
  return CaCompat::BrowserDatabases;
}

QgsDataItem *CaBrowserProvider::createDataItem( const QString &path, QgsDataItem *parentItem )
{
  return path.isEmpty() && !parentItem ? new CaBrowserRoot() : nullptr;
}
