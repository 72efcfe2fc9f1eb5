// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "caexport.h"

#include <QByteArray>
#include <QHash>
#include <QString>
#include <QStringList>

/**
 * \brief What became of the codes of municipalities that merged or changed their status, as far as it is known.
 *
 * A plain value; from a table with the columns `old_code` and `new_code`. Rows without an old code are left out.
 */
class CA_EXPORT CaCodeChanges
{
public:
  //! Returns the changes that the library carries (data/code_changes.csv); none if it carries no such table.
  static CaCodeChanges builtIn();

  //! Reads a CSV table with a header, without quotes in the two columns it uses.
  static CaCodeChanges fromCsv( const QByteArray &csv );

  //! Returns the codes that took the place of \a code, each once; nothing if none is known.
  QStringList successors( const QString &code ) const { return mSuccessors.value( code ); }

  bool isEmpty() const { return mSuccessors.isEmpty(); }

private:
  QHash<QString, QStringList> mSuccessors;
};
