// SPDX-License-Identifier: GPL-2.0-or-later
#include "capackproblems.h"

void CaPackProblems::add( const QString &file, int line, const QString &column, const QString &message )
{
  QString where = file;
  if ( line > 0 )
    where += QLatin1Char( ':' ) + QString::number( line );
  if ( !column.isEmpty() )
    where += QLatin1Char( ':' ) + column;
  mLines << where + QLatin1String( ": " ) + message;
}
