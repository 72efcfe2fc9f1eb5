// SPDX-License-Identifier: GPL-2.0-or-later
#include "careplacequestion.h"

#include <QPushButton>

bool CaReplaceQuestion::ask( QMessageBox::Icon icon, const QString &title, const QString &text, QWidget *parent )
{
  QMessageBox question( icon, title, text, QMessageBox::NoButton, parent );
  question.setObjectName( QStringLiteral( "caReplaceQuestion" ) );
  const QPushButton *replace = question.addButton( tr( "&Replace" ), QMessageBox::DestructiveRole );
  QPushButton *cancel = question.addButton( tr( "Cancel" ), QMessageBox::RejectRole );
  question.setDefaultButton( cancel );
  question.setEscapeButton( cancel );
  question.exec();
  return static_cast<const QAbstractButton *>( question.clickedButton() ) == replace;
}
