// SPDX-License-Identifier: GPL-2.0-or-later
// caimportchild PACK ROWS VALUE [BYTES]: imports ROWS figures of VALUE each as one sheet, with files no longer than BYTES.
#include "castatisticsimport.h"
#include "castatisticsstore.h"

#include <QCoreApplication>

#include <csignal>
#include <cstdio>
#include <sys/resource.h>

int main( int argc, char *argv[] )
{
  const QCoreApplication application( argc, argv );
  const QStringList arguments = QCoreApplication::arguments();
  if ( arguments.size() > 4 )
  {
    const rlimit limit{ arguments.at( 4 ).toULong(), arguments.at( 4 ).toULong() };
    setrlimit( RLIMIT_FSIZE, &limit );
    std::signal( SIGXFSZ, SIG_IGN ); // writing fails instead
  }
  QString error;
  CaImportDifference difference;
  const std::unique_ptr<CaStatisticsStore> store = CaStatisticsStore::open( arguments.at( 1 ), &error );
  const std::unique_ptr<CaStatisticsImport> import =
      store ? CaStatisticsImport::start( *store, QStringLiteral( "many.csv" ), &error ) : nullptr;
  bool imported = import != nullptr;
  for ( int i = 0; imported && i < arguments.at( 2 ).toInt(); ++i )
  {
    CaFigureRecord record;
    record.ownerKind = QStringLiteral( "municipality" );
    record.ownerCode = QString::number( 10000 + i / 20 );
    record.fiscalYear = 2000 + i % 20;
    record.metric = QStringLiteral( "firms" );
    record.figure.value = arguments.at( 3 ).toDouble();
    record.figure.unit = QStringLiteral( "firms" );
    record.cell = QStringLiteral( "B%1" ).arg( i );
    imported = import->add( record, &error );
  }
  imported = imported && import->commit( &difference, &error );
  if ( !imported )
    std::fprintf( stderr, "%s\n", qPrintable( error ) );
  return imported ? 0 : 1;
}
