// SPDX-License-Identifier: GPL-2.0-or-later
#include "cabackgroundtask.h"

#include <qgsapplication.h>

CaBackgroundTask::CaBackgroundTask( const QString &description, const std::function<void( QgsFeedback * )> &work )
    : QgsTask( description, QgsTask::CanCancel )
    , mWork( work )
{
  connect( &mFeedback, &QgsFeedback::progressChanged, this, &CaBackgroundTask::setProgress, Qt::DirectConnection );
}

QPointer<CaBackgroundTask> CaBackgroundTask::start( const QString &description, const std::function<void( QgsFeedback * )> &work )
{
  CaBackgroundTask *task = new CaBackgroundTask( description, work );
  const QPointer<CaBackgroundTask> pointer( task );
  QgsApplication::taskManager()->addTask( task ); // takes ownership
  return pointer;
}

void CaBackgroundTask::stop( const QPointer<CaBackgroundTask> &task )
{
  if ( !task )
    return;
  task->cancel();
  task->waitForFinished( -1 ); // as long as it takes
}

void CaBackgroundTask::cancel()
{
  mFeedback.cancel();
  QgsTask::cancel();
}

bool CaBackgroundTask::run()
{
  mWork( &mFeedback );
  return !isCanceled();
}

void CaBackgroundTask::finished( bool ok )
{
  emit done( ok );
}
