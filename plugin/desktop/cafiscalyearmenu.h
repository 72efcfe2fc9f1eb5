// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QMenu>

class QActionGroup;
class QgsProject;

/**
 * \brief The fiscal years with figures in the project's layers, the current one checked; read when the menu is opened.
 */
class CaFiscalYearMenu : public QMenu
{
  Q_OBJECT

public:
  explicit CaFiscalYearMenu( QWidget *parent );

  //! Shows the fiscal year of \a project on the button; off unless \a enabled.
  void show( const QgsProject *project, bool enabled );

signals:
  //! The user chose \a year, and not the one that is shown already.
  void yearChosen( int year );

private:
  void fill();

  QActionGroup *mGroup = nullptr; //!< Of the years shown; owned here
};
