// SPDX-License-Identifier: GPL-2.0-or-later
#include "capackbuilder.h"

#include <QCoreApplication>
#include <QStringList>
#include <QTextStream>

//! capacktool DATA_DIR STYLES_DIR OUTPUT.gpkg; ends with 0 if the pack was built, 1 if the data has problems, 2 if called wrongly.
int main( int argc, char *argv[] )
{
  QCoreApplication application( argc, argv );
  QTextStream err( stderr );
  err.setCodec( "UTF-8" );
  const QStringList arguments = application.arguments();
  if ( arguments.size() != 4 )
  {
    err << "Usage: capacktool DATA_DIR STYLES_DIR OUTPUT.gpkg\n";
    return 2;
  }
  const QStringList problems = CaPackBuilder::build( arguments.at( 1 ), arguments.at( 2 ), arguments.at( 3 ) );
  for ( const QString &problem : problems )
    err << problem << '\n';
  if ( problems.isEmpty() )
    return 0;
  err << "No data pack was built: " << problems.size() << " problem(s).\n";
  return 1;
}
