// SPDX-License-Identifier: GPL-2.0-or-later
#include "caversioncheck.h"

#include <QCoreApplication>

namespace
{
QString readable( int version )
{
  return QStringLiteral( "%1.%2.%3" ).arg( version / 10000 ).arg( version / 100 % 100 ).arg( version % 100 );
}
} // namespace

QString CaVersionCheck::error( int built, int running )
{
  if ( built / 100 == running / 100 )
    return QString();
  return QCoreApplication::translate(
             "CaVersionCheck",
             "This Cluster Atlas was built for QGIS %1, but this is QGIS %2. Install the Cluster Atlas built for this QGIS." )
      .arg( readable( built ), readable( running ) );
}
