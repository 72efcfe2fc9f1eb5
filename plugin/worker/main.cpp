// SPDX-License-Identifier: GPL-2.0-or-later
/**
 * \file main.cpp
 * \brief A process that prints pages of an atlas: `clusteratlas_worker JOB`.
 *
 * Reads numbers of pages (their place in the job's list) from standard input, a line each, and answers each with lines of JSON on standard
 * output: `{"page": 3, "drawn": true}` when the next may be sent, `{"page": 3}` when it is done, with `"error"` if it could not be printed.
 * A page is finished in a thread while the next is drawn. Ends with its input. Pages of one process cannot take each other's memory or
 * crash each other, and QGIS prints on one core only.
 */
#include "caatlasjob.h"
#include "caexpressions.h"
#include "calanguage.h"
#include "capageprinter.h"
#include "caprojectfile.h"
#include "pagecompression.h"

#include <qgsapplication.h>
#include <qgsproject.h>

#include <QJsonDocument>
#include <QJsonObject>
#include <QTextStream>

#include <future>
#include <mutex>

namespace
{

//! Any thread.
void answer( const QJsonObject &object )
{
  static std::mutex mutex;
  const std::lock_guard<std::mutex> lock( mutex );
  QTextStream out( stdout );
  out << QJsonDocument( object ).toJson( QJsonDocument::Compact ) << '\n';
}

void answerDone( int place, const QString &error )
{
  QJsonObject object{ { QStringLiteral( "page" ), place } };
  if ( !error.isEmpty() )
    object.insert( QStringLiteral( "error" ), error );
  answer( object );
}

void answerDrawn( int place )
{
  answer( { { QStringLiteral( "page" ), place }, { QStringLiteral( "drawn" ), true } } );
}

/**
 * The project in one language, open for printing. Pages come language by language, so that one at a time is enough: each takes hundreds
 * of megabytes.
 */
class Edition
{
public:
  explicit Edition( const CaAtlasJob &job )
      : mJob( job )
  {
  }

  //! Returns what prints pages in \a language, null with \a error set if its project cannot be read.
  CaPagePrinter *printer( const QString &language, QString *error )
  {
    if ( mPrinter && mLanguage == language )
      return mPrinter.get();
    mPrinter.reset();
    // What a page says as text, and why it could not be printed, is in its language too.
    CaLanguage::removeTranslator();
    CaLanguage::installTranslator( language.isEmpty() ? CaLanguage::ofInterface() : language );
    mLanguage = language;
    mFile = CaProjectFile::open( mJob.projectFile( language ), error, CaProjectFile::Layouts::Ignore );
    if ( mFile )
      mPrinter = std::make_unique<CaPagePrinter>( mFile->project(), mJob );
    return mPrinter.get();
  }

private:
  const CaAtlasJob mJob;
  QString mLanguage;
  std::unique_ptr<CaProjectFile> mFile;
  std::unique_ptr<CaPagePrinter> mPrinter;
};

int printPages( const QString &jobFile )
{
  QString error;
  const std::optional<CaAtlasJob> job = CaAtlasJob::read( jobFile, &error );
  if ( !job )
  {
    answerDone( -1, error );
    return 1;
  }
  QgsApplication::setDefaultSvgPaths( job->svgPaths );
  if ( job->format == CaAtlasJob::Format::Pdf )
    PageCompression::leaveOut();
  Edition edition( *job );
  std::future<void> finishing; // at most one page, so that memory stays bounded
  QTextStream in( stdin );
  for ( QString line = in.readLine(); !line.isNull(); line = in.readLine() )
  {
    const int place = line.toInt();
    error.clear();
    if ( place < 0 || place >= job->pages.size() )
      return 1;
    const CaAtlasPage &page = job->pages.at( place );
    CaPagePrinter *printer = edition.printer( page.language, &error );
    if ( !printer )
    {
      answerDone( -1, error );
      return 1;
    }
    const QString drawn = printer->draw( page, &error );
    if ( drawn.isEmpty() )
    {
      answerDone( place, error );
      continue;
    }
    if ( finishing.valid() )
      finishing.wait();
    answerDrawn( place );
    finishing = std::async( std::launch::async,
                            [&job, place, drawn]
                            {
                              QString problem;
                              CaPagePrinter::finish( *job, job->pages.at( place ), drawn, &problem );
                              answerDone( place, problem );
                            } );
  }
  return 0; // the future waits
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
  CaLanguage::removeTranslator();
  CaExpressions::unregisterFunctions();
  QgsApplication::exitQgis();
  return code;
}
