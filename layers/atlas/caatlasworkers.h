// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "caexport.h"

#include <QCoreApplication>
#include <QQueue>
#include <QString>

#include <functional>
#include <memory>
#include <vector>

class QProcess;
class QProcessEnvironment;
class QgsFeedback;

/**
 * \brief Prints pages of a job in processes of their own (`clusteratlas_worker`), each taking the next page when it is ready.
 *
 * A process that crashes or is killed costs the page it was at, and another takes its place. Runs in the thread it is made in, which may be
 * any; it waits there with an event loop of its own.
 */
class CA_EXPORT CaAtlasWorkers
{
  Q_DECLARE_TR_FUNCTIONS( CaAtlasWorkers )

public:
  //! Called when a page is printed; with an \a error if it could not be.
  using PageDone = std::function<void( int page, const QString &error )>;

  //! \param jobFile a CaAtlasJob; workers keep their settings and locale beside it
  CaAtlasWorkers( const QString &jobFile, PageDone pageDone );
  ~CaAtlasWorkers();

  /**
   * Prints \a pages, places in the job's list, in \a count processes.
   * \returns false and sets \a error if workers cannot be started or read the project; false with no error if it was cancelled, which
   * takes effect within the page
   */
  bool run( const QVector<int> &pages, int count, QString *error, QgsFeedback *feedback = nullptr );

private:
  struct Worker
  {
    std::unique_ptr<QProcess> process;
    int page = -1;
  };
  void start( Worker &worker );
  void giveNextPage( Worker &worker );
  void readAnswers( Worker &worker );
  void takeLeave( Worker &worker );
  void finishPage( Worker &worker, const QString &error );
  bool isOver() const;
  void stopAll();
  QProcessEnvironment environment() const;

  QString mJobFile;
  PageDone mPageDone;
  QQueue<int> mWaiting;
  std::vector<Worker> mWorkers;
  QString mError;
};
