// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "caexport.h"

#include <QCoreApplication>
#include <QQueue>
#include <QSet>
#include <QString>

#include <functional>
#include <memory>
#include <vector>

class QProcess;
class QProcessEnvironment;
class QgsFeedback;

/**
 * \brief Prints pages of a job in processes of their own (`clusteratlas_worker`), each taking the next page when it has drawn one.
 *
 * A process that crashes or is killed costs the page it was drawing, and another takes its place; a page that was drawn and being finished
 * is printed once more. Runs in the thread it is made in, which may be any; it waits there with an event loop of its own.
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
    int drawing = -1;   //!< The page it draws
    int finishing = -1; //!< The page it finishes meanwhile
  };
  void start( Worker &worker );
  void giveNextPage( Worker &worker );
  void readAnswers( Worker &worker );
  void takeLeave( Worker &worker );
  void takeAnswer( Worker &worker, int page, bool isDrawn, const QString &error );
  bool isOver() const;
  void stopAll();
  QProcessEnvironment environment() const;

  QString mJobFile;
  PageDone mPageDone;
  QQueue<int> mWaiting;
  QSet<int> mRepeated; //!< Pages that are printed once more, as their process ended while it finished them
  std::vector<Worker> mWorkers;
  QString mError;
};
