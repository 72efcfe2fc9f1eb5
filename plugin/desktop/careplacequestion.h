// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QCoreApplication>
#include <QMessageBox>

/**
 * \brief Asks before something of the user's is replaced. Enter and Escape mean no.
 */
class CaReplaceQuestion
{
  Q_DECLARE_TR_FUNCTIONS( CaReplaceQuestion )

public:
  CaReplaceQuestion() = delete;

  //! Returns whether what \a text names may be replaced.
  static bool ask( QMessageBox::Icon icon, const QString &title, const QString &text, QWidget *parent );
};
