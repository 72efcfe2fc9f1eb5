// SPDX-License-Identifier: GPL-2.0-or-later
#include "camapframe.h"

QString CaMapFrame::crsDefinition() const
{
  return crsDefinition( centreLon, centreLat );
}

QString CaMapFrame::crsDefinition( double centreLon, double centreLat )
{
  return QStringLiteral( "PROJ:+proj=laea +lat_0=%1 +lon_0=%2 +ellps=GRS80 +units=m +no_defs +type=crs" )
      .arg( QString::number( centreLat ), QString::number( centreLon ) );
}
