// SPDX-License-Identifier: GPL-2.0-or-later
#include "caatlaspreview.h"

#include "caatlasjob.h"
#include "caatlasworkers.h"
#include "caprojectfile.h"

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

CaAtlasPreview::CaAtlasPreview( QgsProject *project, QObject *parent )
    : QObject( parent )
{
  const std::unique_ptr<CaProjectFile> file = CaProjectFile::current( project, &mError );
  if ( file )
    file->writeCopy( mFolder.filePath( QStringLiteral( "project.qgs" ) ), &mError );
}

CaAtlasPreview::~CaAtlasPreview()
{
  mNext.reset();
  if ( !mThread )
    return;
  mThread->disconnect( this );
  mFeedback->cancel();
  mThread->wait();
}

void CaAtlasPreview::show( const CaAtlasPage &page )
{
  if ( !mError.isEmpty() )
  {
    emit ready( QImage(), mError );
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
  job.projectFile = mFolder.filePath( QStringLiteral( "project.qgs" ) );
  job.folder = mFolder.path();
  job.format = CaAtlasJob::Format::Png;
  job.dpi = SCREEN_DPI;
  job.date = QDate::currentDate();
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
