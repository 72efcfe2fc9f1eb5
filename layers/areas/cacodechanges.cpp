// SPDX-License-Identifier: GPL-2.0-or-later
#include "cacodechanges.h"

#include "caareacode.h"

#include <QFile>

CaCodeChanges CaCodeChanges::builtIn()
{
  QFile file( QStringLiteral( ":/clusteratlas/tables/code_changes.csv" ) );
  return file.open( QIODevice::ReadOnly ) ? fromCsv( file.readAll() ) : CaCodeChanges();
}

CaCodeChanges CaCodeChanges::fromCsv( const QByteArray &csv )
{
  CaCodeChanges changes;
  const QStringList lines = QString::fromUtf8( csv ).split( QLatin1Char( '\n' ) );
  const QStringList header = lines.value( 0 ).trimmed().split( QLatin1Char( ',' ) );
  const int oldColumn = header.indexOf( QStringLiteral( "old_code" ) );
  const int newColumn = header.indexOf( QStringLiteral( "new_code" ) );
  for ( int i = 1; i < lines.size() && oldColumn >= 0 && newColumn >= 0; ++i )
  {
    const QStringList fields = lines.at( i ).trimmed().split( QLatin1Char( ',' ) );
    const QString oldCode = CaAreaCode::canonical( fields.value( oldColumn ) );
    const QString newCode = CaAreaCode::canonical( fields.value( newColumn ) );
    if ( !oldCode.isEmpty() && !newCode.isEmpty() && oldCode != newCode && !changes.mSuccessors.value( oldCode ).contains( newCode ) )
      changes.mSuccessors[oldCode] << newCode;
  }
  return changes;
}
