// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <qgsfeedback.h>
#include <qgstaskmanager.h>

#include <QPointer>

#include <functional>

/**
 * \brief Work in the background that shows in QGIS's list of tasks and can be cancelled there.
 *
 * The work gets a feedback for progress and cancelling, and must touch nothing that belongs to the main thread.
 */
class CaBackgroundTask : public QgsTask
{
  Q_OBJECT

public:
  CaBackgroundTask( const QString &description, const std::function<void( QgsFeedback * )> &work );

  //! Hands a task to QGIS, which deletes it when it is done.
  static QPointer<CaBackgroundTask> start( const QString &description, const std::function<void( QgsFeedback * )> &work );

  //! Stops \a task, if there is one, and waits for its thread.
  static void stop( const QPointer<CaBackgroundTask> &task );

  void cancel() override;

signals:
  //! The work ended, on the main thread. \param ok is false if it was cancelled
  void done( bool ok );

protected:
  bool run() override;
  void finished( bool ok ) override;

private:
  const std::function<void( QgsFeedback * )> mWork;
  QgsFeedback mFeedback;
};
