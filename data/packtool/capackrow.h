// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <qgsgeometry.h>

#include <QHash>
#include <QString>
#include <QVariant>

//! \brief A row of a table of the pack; a column that is not in it is NULL.
class CaPackRow
{
public:
  //! Returns \a text as the value of a column, in which there are no empty texts.
  static QVariant orNull( const QString &text ) { return text.isEmpty() ? QVariant() : QVariant( text ); }

  QHash<QString, QVariant> values;
  QgsGeometry geometry;
};
