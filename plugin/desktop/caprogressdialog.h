// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QProgressDialog>

class QgsFeedback;

/**
 * \brief Shows the progress of work that keeps other windows waiting, and cancels it.
 *
 * Comes up when the work takes a while. Work on the main thread, which layouts and projects need, lets windows be drawn and Cancel be
 * pressed each time it reports progress.
 */
class CaProgressDialog : public QProgressDialog
{
  Q_OBJECT

public:
  //! \a feedback is borrowed; \a text is shown over the progress.
  CaProgressDialog( const QString &title, const QString &text, QgsFeedback *feedback, QWidget *parent );
};
