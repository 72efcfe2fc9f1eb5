// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QCoreApplication>
#include <QPointer>
#include <QStringList>
#include <QVariantMap>

#include <functional>

class CaBackgroundTask;
class QWidget;

//! How an algorithm ended.
struct CaRunResult
{
  bool ok = false;        //!< It did what it was asked for
  bool cancelled = false; //!< The user stopped it
  QVariantMap outputs;    //!< By name
  QString error;          //!< A sentence for the user if not ok
  QStringList warnings;   //!< What the user should look at although it went well
  QString log;            //!< Everything it said
};

/**
 * \brief Runs the algorithms of Cluster Atlas from a button, with a progress dialog that can cancel: in a thread of its own, or on the
 * main thread if the algorithm works on the project.
 */
class CaAlgorithmRunner
{
  Q_DECLARE_TR_FUNCTIONS( CaAlgorithmRunner )

public:
  CaAlgorithmRunner() = delete;

  //! Runs `clusteratlas:<name>` with \a parameters in the current project. \a title is shown over the progress. Does not throw.
  static CaRunResult run( const QString &name, const QVariantMap &parameters, const QString &title, QWidget *parent );

  /**
   * Runs `clusteratlas:<name>` in the background, with its progress in QGIS's list of tasks, where it can be cancelled. What it prepares
   * in the project first has a progress dialog with \a title over \a parent.
   * \param done is called on the main thread when it is over, at once if it cannot begin; not if \a owner is gone by then
   * \returns the task, owned by QGIS's task manager, or nullptr if it could not begin
   */
  static QPointer<CaBackgroundTask> start( const QString &name, const QVariantMap &parameters, const QString &title, QWidget *parent,
                                           QObject *owner, const std::function<void( const CaRunResult & )> &done );

  //! A choice of an enum parameter: the value to give to the algorithm and the text to show.
  struct Choice
  {
    QVariant value;
    QString text;
  };

  //! Returns the choices of the enum \a parameter of `clusteratlas:<name>`, empty if there is none.
  static QVector<Choice> choices( const QString &name, const QString &parameter );
};
