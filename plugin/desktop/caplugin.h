// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <qgisplugin.h>

#include <QObject>

#include <memory>

class CaSession;
class QgisInterface;

/**
 * \brief What QGIS Desktop loads: a thin shell around a CaSession, which owns everything there is while the plugin is on.
 *
 * QGIS destroys the object after its interface and the project are gone: the destructor does nothing.
 */
class CaPlugin : public QObject, public QgisPlugin
{
  Q_OBJECT

public:
  //! Stores \a iface, which is borrowed, and does nothing else.
  explicit CaPlugin( QgisInterface *iface );
  ~CaPlugin() override;

  //! Name of the product, the same in every language.
  static QString title();
  //! One sentence for the Plugin Manager, in the language of the interface.
  static QString summary();

public slots:
  void initGui() override;
  //! Takes everything away again. May be called more than once.
  void unload() override;

private:
  QgisInterface *mIface = nullptr;
  std::unique_ptr<CaSession> mSession;
};
