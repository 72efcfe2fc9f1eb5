// SPDX-License-Identifier: GPL-2.0-or-later
#include "caprovidermetadata.h"

#include "caexpressions.h"
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
  CaExpressions::registerFunctions();
}

void CaProviderMetadata::cleanupProvider()
{
  // The expression functions are left to QGIS, which has deleted them by now: to unregister one would walk a list of what is gone.
  if ( mRegistered )
    CaProvider::unregister();
  mRegistered = false;
  CaLanguage::removeTranslator();
}

QGISEXTERN QgsProviderMetadata *providerMetadataFactory()
{
  return new CaProviderMetadata();
}
