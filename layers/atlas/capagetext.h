// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "caexport.h"

#include <QCoreApplication>
#include <QString>

class QgsLayoutItemMap;
class QgsPrintLayout;

/**
 * \brief What a page says, as text for readers who cannot see it: its labels in their order, what its maps show, the rows of its tables.
 *
 * Main thread only, as layouts are.
 */
class CA_EXPORT CaPageText
{
  Q_DECLARE_TR_FUNCTIONS( CaPageText )

public:
  CaPageText() = delete;

  //! Returns the text of the page that \a layout shows, as a section of HTML in \a language below a heading with \a title.
  static QString html( const QgsPrintLayout &layout, const QString &title, const QString &language );

private:
  static QString describe( const QgsLayoutItemMap &map );
};
