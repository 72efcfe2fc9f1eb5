// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "cacompat.h"

#include <qgsdataitemprovider.h>

/**
 * \brief Puts the node *Cluster Atlas* into QGIS's Browser.
 */
class CaBrowserProvider : public QgsDataItemProvider
{
public:
  QString name() override;
  CaCompat::BrowserCapabilities capabilities() const override;
  //! Returns the node for the empty \a path, nullptr otherwise. Ownership goes to the caller.
  QgsDataItem *createDataItem( const QString &path, QgsDataItem *parentItem ) override;
};
