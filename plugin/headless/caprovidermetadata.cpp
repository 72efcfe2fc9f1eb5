// SPDX-License-Identifier: GPL-2.0-or-later
#include "caprovidermetadata.h"

#include "calanguage.h"
#include "caprovider.h"

#include <qgsapplication.h>

CaProviderMetadata::CaProviderMetadata()
  : QgsProviderMetadata( QStringLiteral( "clusteratlas" ), QStringLiteral( "Cluster Atlas algorithms (no data)" ) )
{
}

void CaProviderMetadata::initProvider()
{
  CaLanguage::installTranslator();
  mRegistered = CaProvider::registerOnce();
}

void CaProviderMetadata::cleanupProvider()
{
  if ( mRegistered )
    CaProvider::unregister();
  mRegistered = false;
  CaLanguage::removeTranslator();
}

QGISEXTERN QgsProviderMetadata *providerMetadataFactory() { return new CaProviderMetadata(); }
