// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "caexport.h"

#include <QByteArray>
#include <QCoreApplication>
#include <QString>
#include <QStringList>

#include <functional>

/**
 * \brief Reads rows of a data pack with their geometry, over a read-only connection of its own. Thread safe.
 */
class CA_EXPORT CaPackFeatures
{
  Q_DECLARE_TR_FUNCTIONS( CaPackFeatures )

public:
  CaPackFeatures() = delete;

  /**
   * Reads the \a columns of \a table in the pack \a packFileName, row by row in the order of the table.
   * \param use gets the texts of the columns and the geometry as WKB in the CRS of the table, empty if there is none
   * \returns false and sets \a error if file, table or a column is not there or cannot be read
   */
  static bool read( const QString &packFileName, const QString &table, const QStringList &columns,
                    const std::function<void( const QStringList &values, const QByteArray &wkb )> &use, QString *error );
};
