// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QString>
#include <QTimer>

#include <functional>

class QDialog;

/**
 * \brief Calls a function when a modal dialog of a name is up, once.
 *
 * Closes whatever modal dialog is in the way when it is given up, so that a test fails instead of hanging.
 */
class CaDialogVisitor : public QObject
{
  Q_OBJECT

public:
  //! Milliseconds until a dialog must have come up.
  static constexpr int PATIENCE = 60000;

  CaDialogVisitor( const QString &dialogName, const std::function<void( QDialog * )> &visit );

  bool visited() const { return mVisited; }

private:
  void look();

  const QString mName;
  const std::function<void( QDialog * )> mVisit;
  QTimer mTimer;
  QElapsedTimer mTime;
  bool mVisited = false;
};
