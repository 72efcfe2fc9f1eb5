// SPDX-License-Identifier: GPL-2.0-or-later
#include "cadockwidgets.h"

#include <QIcon>
#include <QLabel>
#include <QToolButton>

QLabel *CaDockWidgets::label( const QString &name )
{
  QLabel *label = new QLabel();
  label->setObjectName( name );
  label->setWordWrap( true );
  label->setTextFormat( Qt::PlainText );
  label->setTextInteractionFlags( Qt::TextSelectableByMouse );
  return label;
}

QToolButton *CaDockWidgets::button( const QString &name, const QIcon &icon, const QString &tip )
{
  QToolButton *button = new QToolButton();
  button->setObjectName( name );
  button->setIcon( icon );
  button->setToolTip( tip.toHtmlEscaped() );
  button->setAutoRaise( true );
  return button;
}
