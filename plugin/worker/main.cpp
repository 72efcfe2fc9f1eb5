// SPDX-License-Identifier: GPL-2.0-or-later
/**
 * \file main.cpp
 * \brief A process that prints pages of an atlas: `clusteratlas_worker JOB`.
 *
 * Reads numbers of pages (their place in the job's list) from standard input, a line each, and answers each with a line of JSON on standard
 * output: `{"page": 3}`, with `"error"` if it could not be printed. Ends with its input. Pages of one process cannot take each other's
 * memory or crash each other, and QGIS prints on one core only.
 */
#include "caatlasjob.h"
#include "caexpressions.h"
#include "capageprinter.h"
#include "caprojectfile.h"

#include <qgsapplication.h>
#include <qgsproject.h>

#include <QJsonDocument>
#include <QJsonObject>
#include <QTextStream>

namespace
{

void answer( int page, const QString &error )
{
  QJsonObject object{ { QStringLiteral( "page" ), page } };
  if ( !error.isEmpty() )
    object.insert( QStringLiteral( "error" ), error );
  QTextStream out( stdout );
  out << QJsonDocument( object ).toJson( QJsonDocument::Compact ) << '\n';
}

int printPages( const QString &jobFile )
{
  QString error;
  const std::optional<CaAtlasJob> job = CaAtlasJob::read( jobFile, &error );
  const std::unique_ptr<CaProjectFile> file = job ? CaProjectFile::open( job->projectFile, &error ) : nullptr;
  if ( !file )
  {
    answer( -1, error );
    return 1;
  }
  CaPagePrinter printer( file->project(), *job );
  QTextStream in( stdin );
  for ( QString line = in.readLine(); !line.isNull(); line = in.readLine() )
  {
    const int page = line.toInt();
    error.clear();
    if ( page < 0 || page >= job->pages.size() )
      return 1;
    printer.print( job->pages.at( page ), &error );
    answer( page, error );
  }
  return 0;
}

} // namespace

int main( int argc, char *argv[] )
{
  QgsApplication application( argc, argv, false );
  const QStringList arguments = QCoreApplication::arguments();
  if ( arguments.size() != 2 )
    return 2;
  QgsApplication::initQgis();
  // Where projections get their names, see CaPagePrinter.
  QgsApplication::createDatabase();
  // A user's own layouts may use our functions.
  CaExpressions::registerFunctions();
  const int code = printPages( arguments.at( 1 ) );
  CaExpressions::unregisterFunctions();
  QgsApplication::exitQgis();
  return code;
}
