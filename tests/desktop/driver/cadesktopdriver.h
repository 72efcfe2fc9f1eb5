// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <qgisplugin.h>

#include <QObject>

class QgisInterface;

/**
 * \brief A plugin of the tests: waits until QGIS has started, runs CaDesktopTest in it, and quits QGIS.
 *
 * The result goes to the file named by the environment variable CA_RESULT, in QtTest's text format; its last line is `exit N`.
 */
class CaDesktopDriver : public QObject, public QgisPlugin
{
  Q_OBJECT

public:
  explicit CaDesktopDriver( QgisInterface *iface );

public slots:
  void initGui() override;
  void unload() override {}

private:
  void run();

  QgisInterface *mIface = nullptr;
};
