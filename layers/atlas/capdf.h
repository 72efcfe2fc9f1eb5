// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "caexport.h"

#include <QCoreApplication>
#include <QString>
#include <QStringList>

/**
 * \brief PDF files as files, by QPDF. Thread safe.
 */
class CA_EXPORT CaPdf
{
  Q_DECLARE_TR_FUNCTIONS( CaPdf )

public:
  CaPdf() = delete;

  /**
   * Joins \a parts in their order to \a target, titled \a title.
   * \returns the number of pages, or -1 with \a error set
   */
  static int join( const QStringList &parts, const QString &target, const QString &title, QString *error );
};
