// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "caexport.h"

#include <qgsprocessingprovider.h>

/**
 * \brief The Processing provider `clusteratlas`: everything Cluster Atlas does is an algorithm of it.
 */
class CA_EXPORT CaProvider : public QgsProcessingProvider
{
  Q_OBJECT

public:
  explicit CaProvider( QObject *parent = nullptr );

  QString id() const override;
  QString name() const override;
  QString longName() const override;
  QString versionInfo() const override;
  QIcon icon() const override;
  QString svgIconPath() const override;

  //! The id of the provider.
  static QString providerId();

  /**
   * Registers the provider with QGIS, whoever comes first: desktop plugin or headless library. Main thread only.
   * \returns TRUE if this call registered it; then the caller must call unregister()
   */
  static bool registerOnce();

  //! Takes the provider away again, with its algorithms. Main thread only.
  static void unregister();

protected:
  void loadAlgorithms() override;
};
