// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "calayercatalogue.h"

#include <QMenu>

class QgisInterface;

/**
 * \brief The views of a cluster project: a map theme with the projection and extent it is made for, such as the overseas links
 * on a map centred on the Pacific. Read when the menu is opened.
 */
class CaViewMenu : public QMenu
{
  Q_OBJECT

public:
  //! \a iface is borrowed.
  CaViewMenu( QgisInterface *iface, QWidget *parent );

private:
  void fill();
  void show( const CaThemeEntry &theme, const QString &title ) const;

  QgisInterface *mIface = nullptr;
};
