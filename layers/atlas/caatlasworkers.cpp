// SPDX-License-Identifier: GPL-2.0-or-later
#include "caatlasworkers.h"

#include "capaths.h"

#include <qgsfeedback.h>

#include <QDir>
#include <QEventLoop>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTimer>

#include <algorithm>
#include <utility>

CaAtlasWorkers::CaAtlasWorkers( const QString &jobFile, PageDone pageDone )
    : mJobFile( jobFile )
    , mPageDone( std::move( pageDone ) )
{
}

CaAtlasWorkers::~CaAtlasWorkers()
{
  stopAll();
}

bool CaAtlasWorkers::run( const QVector<int> &pages, int count, QString *error, QgsFeedback *feedback )
{
  constexpr int CANCEL_MILLISECONDS = 50;
  mWaiting.clear();
  mRepeated.clear();
  for ( const int page : pages )
    mWaiting.enqueue( page );
  mError.clear();
  mWorkers.clear();
  mWorkers.resize( static_cast<size_t>( std::clamp( count, 1, std::max( 1, static_cast<int>( pages.size() ) ) ) ) );
  for ( Worker &worker : mWorkers )
    start( worker );

  QEventLoop loop;
  QTimer timer;
  QObject::connect( &timer, &QTimer::timeout, &loop,
                    [this, &loop, feedback]
                    {
                      if ( isOver() || !mError.isEmpty() || ( feedback && feedback->isCanceled() ) )
                        loop.quit();
                    } );
  timer.start( CANCEL_MILLISECONDS );
  if ( !isOver() )
    loop.exec();
  const bool whole = isOver() && mError.isEmpty();
  stopAll();
  *error = mError;
  return whole;
}

void CaAtlasWorkers::start( Worker &worker )
{
  if ( mWaiting.isEmpty() )
    return;
  worker.process = std::make_unique<QProcess>();
  QProcess *process = worker.process.get();
  process->setProcessEnvironment( environment() );
  // What QGIS says to the terminal would fill a pipe that nobody reads.
  process->setStandardErrorFile( QProcess::nullDevice() );
  QObject::connect( process, &QProcess::readyReadStandardOutput, process, [this, &worker] { readAnswers( worker ); } );
  QObject::connect( process, qOverload<int, QProcess::ExitStatus>( &QProcess::finished ), process,
                    [this, &worker] { takeLeave( worker ); } );
  QObject::connect( process, &QProcess::errorOccurred, process,
                    [this]( QProcess::ProcessError problem )
                    {
                      if ( problem == QProcess::FailedToStart )
                        mError = tr( "%1 cannot be started. Install Cluster Atlas again." ).arg( CaPaths::worker() );
                    } );
  process->start( CaPaths::worker(), { mJobFile } );
  giveNextPage( worker );
}

void CaAtlasWorkers::giveNextPage( Worker &worker )
{
  if ( mWaiting.isEmpty() )
  {
    worker.process->closeWriteChannel();
    return;
  }
  worker.drawing = mWaiting.dequeue();
  worker.process->write( QByteArray::number( worker.drawing ) + '\n' );
}

void CaAtlasWorkers::readAnswers( Worker &worker )
{
  while ( worker.process->canReadLine() )
  {
    // Libraries may print something themselves: only what is JSON is an answer.
    const QJsonDocument document = QJsonDocument::fromJson( worker.process->readLine() );
    if ( !document.isObject() )
      continue;
    const QJsonObject answer = document.object();
    const QString error = answer.value( QStringLiteral( "error" ) ).toString();
    const int page = answer.value( QStringLiteral( "page" ) ).toInt( -1 );
    if ( page < 0 )
      mError = error;
    else
      takeAnswer( worker, page, answer.value( QStringLiteral( "drawn" ) ).toBool(), error );
  }
}

void CaAtlasWorkers::takeAnswer( Worker &worker, int page, bool isDrawn, const QString &error )
{
  const bool wasDrawing = page == worker.drawing;
  if ( !wasDrawing && page != worker.finishing )
    return; // not asked for
  if ( wasDrawing )
    worker.drawing = -1;
  if ( isDrawn )
    worker.finishing = page;
  else
  {
    if ( page == worker.finishing )
      worker.finishing = -1;
    mPageDone( page, error );
  }
  if ( wasDrawing )
    giveNextPage( worker );
}

void CaAtlasWorkers::takeLeave( Worker &worker )
{
  readAnswers( worker );
  const int drawn = std::exchange( worker.finishing, -1 );
  int lost = std::exchange( worker.drawing, -1 );
  if ( ( lost < 0 && drawn < 0 ) || !mError.isEmpty() )
    return;
  // Finishing takes little and seldom fails: it is blamed if it was alone, or there a second time.
  if ( drawn >= 0 && lost >= 0 && !mRepeated.contains( drawn ) )
  {
    mRepeated.insert( drawn );
    mWaiting.prepend( drawn );
  }
  else if ( drawn >= 0 )
  {
    if ( lost >= 0 )
      mWaiting.prepend( lost );
    lost = drawn;
  }
  mPageDone( lost, worker.process->exitStatus() == QProcess::CrashExit ? tr( "the process that printed it crashed or was killed" )
                                                                       : tr( "the process that printed it ended too early" ) );
  // Not from within the signal of the process that is to go.
  QTimer::singleShot( 0, worker.process.get(),
                      [this, &worker]
                      {
                        worker.process.release()->deleteLater();
                        start( worker );
                      } );
}

bool CaAtlasWorkers::isOver() const
{
  return mWaiting.isEmpty() && std::all_of( mWorkers.cbegin(), mWorkers.cend(),
                                            []( const Worker &worker ) { return worker.drawing < 0 && worker.finishing < 0; } );
}

void CaAtlasWorkers::stopAll()
{
  constexpr int GRACE_MILLISECONDS = 3000;
  for ( Worker &worker : mWorkers )
  {
    if ( !worker.process )
      continue;
    worker.process->disconnect();
    if ( worker.drawing >= 0 || worker.finishing >= 0 )
      worker.process->kill();
    worker.process->closeWriteChannel();
    if ( !worker.process->waitForFinished( GRACE_MILLISECONDS ) )
      worker.process->kill();
  }
  mWorkers.clear();
}

QProcessEnvironment CaAtlasWorkers::environment() const
{
  const QDir folder = QFileInfo( mJobFile ).dir();
  QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
  environment.insert( QStringLiteral( "QT_QPA_PLATFORM" ), QStringLiteral( "offscreen" ) );
  environment.insert( QStringLiteral( "QGIS_CUSTOM_CONFIG_PATH" ), folder.filePath( QStringLiteral( "settings" ) ) );
  environment.insert( QStringLiteral( "XDG_RUNTIME_DIR" ), folder.filePath( QStringLiteral( "settings" ) ) );
  // Qt's hashes have an order of their own in each process, on which no page should depend.
  environment.insert( QStringLiteral( "QT_HASH_SEED" ), QStringLiteral( "0" ) );
  // What a process leaves that is killed goes with the pages.
  if ( folder.mkpath( QStringLiteral( "temporary" ) ) )
    environment.insert( QStringLiteral( "TMPDIR" ), folder.filePath( QStringLiteral( "temporary" ) ) );
  // Reading must not change a file, not even its kind of journal.
  environment.insert( QStringLiteral( "OGR_SQLITE_JOURNAL" ), QStringLiteral( "DELETE" ) );

  // Qt shapes text in the language of the process's locale, and Noto Sans CJK has other digits for languages but Japanese, which the PDF
  // could not translate back to text. So the locale has to be Japanese, whether the machine has it or not: the locale C under that name.
  const QString locale = QStringLiteral( "/usr/lib/locale/C.utf8" );
  const QString name = QStringLiteral( "ja_JP.UTF-8" );
  if ( QFileInfo::exists( locale ) )
  {
    const QDir locales( folder.filePath( QStringLiteral( "locale" ) ) );
    if ( locales.mkpath( QStringLiteral( "." ) ) )
      QFile::link( locale, locales.filePath( name ) );
    environment.insert( QStringLiteral( "LOCPATH" ), locales.path() );
  }
  environment.remove( QStringLiteral( "LC_ALL" ) );
  environment.insert( QStringLiteral( "LANG" ), QStringLiteral( "C.UTF-8" ) );
  environment.insert( QStringLiteral( "LC_CTYPE" ), name );
  return environment;
}
