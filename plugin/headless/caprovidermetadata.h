// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <qgsprovidermetadata.h>

/**
 * \brief Brings the algorithms to qgis_process, PyQGIS and QGIS Server.
 *
 * QGIS loads data provider libraries in every program, but desktop plugins in the desktop only. This "provider" provides
 * no data: when QGIS initialises it, it registers the Processing provider, unless somebody has done so before.
 */
class CaProviderMetadata : public QgsProviderMetadata
{
public:
  CaProviderMetadata();

  void initProvider() override;
  void cleanupProvider() override;

private:
  bool mRegistered = false;
};
