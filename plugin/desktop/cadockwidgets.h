// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QString>

class QIcon;
class QLabel;
class QToolButton;

/**
 * \brief Small parts that the panels have in common. What they show is text, whatever it is. Owned by the caller until laid out.
 */
namespace CaDockWidgets
{
//! Returns a label for sentences that can be selected.
QLabel *label( const QString &name );

//! Returns a flat button with \a icon and \a tip.
QToolButton *button( const QString &name, const QIcon &icon, const QString &tip );
} // namespace CaDockWidgets
