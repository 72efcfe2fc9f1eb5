// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QString>
#include <QStringList>

/**
 * \brief Builds the data pack: reads, checks, derives, writes.
 */
class CaPackBuilder
{
public:
  CaPackBuilder() = delete;

  /**
   * Builds the pack.
   * \param dataDir the folder with the CSVs, `boundaries/` and `schema/`
   * \param stylesDir the folder with `<table>.qml`
   * \param output the GeoPackage to write; replaced only when the new one is whole
   * \returns the problems, as lines `file:line:column: message`; nothing if the pack was built. If there is a problem, \a output is
   * as it was before and nothing is left beside it.
   */
  static QStringList build( const QString &dataDir, const QString &stylesDir, const QString &output );
};
