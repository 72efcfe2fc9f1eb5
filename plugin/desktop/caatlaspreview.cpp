// SPDX-License-Identifier: GPL-2.0-or-later
#include "caatlaspreview.h"

#include "caatlaseditions.h"
#include "caatlasjob.h"
#include "caatlasworkers.h"
#include "cabackgroundtask.h"

#include <qgsapplication.h>

#include <QFile>

namespace
{

//! Draws the only page of \a job in \a folder. Any thread.
QImage draw( const CaAtlasJob &job, const QString &folder, QgsFeedback *feedback, QString *error )
{
  const QString jobFile = folder + QStringLiteral( "/job.json" );
  if ( !job.write( jobFile, error ) )
    return QImage();
  QString failure;
  QString reason;
  CaAtlasWorkers workers( jobFile, [&reason]( int, const QString &problem ) { reason = problem; } );
  workers.run( { 0 }, 1, &failure, feedback );
  *error = failure.isEmpty() ? reason : failure;
  return QImage( job.fileOf( job.pages.constFirst() ) );
}

} // namespace

CaAtlasPreview::CaAtlasPreview( QObject *parent )
    : QObject( parent )
{
}

CaAtlasPreview::~CaAtlasPreview()
{
  stop();
}

void CaAtlasPreview::stop()
{
  mNext.reset();
  if ( mTask )
    mTask->disconnect( this );
  // It writes to the folder that goes with this.
  CaBackgroundTask::stop( mTask );
  // QGIS never comes back from a second wait for the same task.
  mTask.clear();
}

void CaAtlasPreview::show( const CaAtlasEditions &editions, const CaAtlasPage &page )
{
  CaAtlasJob job;
  job.working = mFolder.path();
  const QString projectFile = job.projectFile( page.language );
  QString error;
  if ( !QFile::exists( projectFile ) && !editions.writeCopy( page.language, projectFile, &error ) )
  {
    emit ready( QImage(), error );
    return;
  }
  mNext = page;
  if ( mTask )
    mTask->cancel();
  else
    start( page );
}

void CaAtlasPreview::start( const CaAtlasPage &page )
{
  constexpr int SCREEN_DPI = 72;
  mNext.reset();
  CaAtlasJob job;
  job.working = mFolder.path();
  job.folder = mFolder.path();
  job.format = CaAtlasJob::Format::Png;
  job.dpi = SCREEN_DPI;
  job.date = QDate::currentDate();
  job.svgPaths = QgsApplication::svgPaths();
  job.sheets = page.number + page.sheets - 1;
  job.pages = { page };
  job.pages.first().fileName = QStringLiteral( "preview" );
  struct Picture
  {
    QImage image;
    QString error;
  };
  const std::shared_ptr<Picture> picture = std::make_shared<Picture>();
  mTask = CaBackgroundTask::start( tr( "Drawing a page" ), [picture, job, folder = mFolder.path()]( QgsFeedback *feedback )
                                   { picture->image = draw( job, folder, feedback, &picture->error ); } );
  connect( mTask, &CaBackgroundTask::done, this,
           [this, picture]
           {
             mTask.clear();
             if ( mNext )
               start( CaAtlasPage( *mNext ) );
             else
               emit ready( picture->image, picture->error );
           } );
}
