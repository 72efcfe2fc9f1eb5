// SPDX-License-Identifier: GPL-2.0-or-later
#include "caatlaspreview.h"

#include "caatlaseditions.h"
#include "caatlasjob.h"
#include "caatlasworkers.h"
#include "calayoutcopy.h"

#include <qgsapplication.h>

#include <QFile>
#include <QThread>

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
  if ( !mThread )
    return;
  // It writes to the folder that goes with this.
  mThread->disconnect( this );
  mFeedback->cancel();
  mThread->wait();
  mThread.reset();
}

void CaAtlasPreview::show( const CaAtlasEditions &editions, const CaAtlasPage &page )
{
  CaAtlasJob job;
  job.working = mFolder.path();
  const QString projectFile = job.projectFile( page.language );
  QString error;
  if ( ( !QFile::exists( projectFile ) && !editions.writeCopy( page.language, projectFile, &error ) ) ||
       !CaLayoutCopy::write( editions.project( page.language ), page.layout, job.sheet, job.layoutFile( page ), &error ) )
  {
    emit ready( QImage(), error );
    return;
  }
  mNext = page;
  if ( mThread )
    mFeedback->cancel();
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
  mFeedback = std::make_unique<QgsFeedback>();
  mImage = QImage();
  mThread.reset( QThread::create( [this, job] { mImage = draw( job, mFolder.path(), mFeedback.get(), &mError ); } ) );
  connect( mThread.get(), &QThread::finished, this, &CaAtlasPreview::finish );
  mThread->start();
}

void CaAtlasPreview::finish()
{
  mThread->wait();
  // Not from within its own signal.
  mThread.release()->deleteLater();
  const QString error = std::exchange( mError, QString() );
  if ( mNext )
    start( CaAtlasPage( *mNext ) );
  else
    emit ready( mImage, error );
}
