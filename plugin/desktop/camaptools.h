// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QObject>
#include <QPointer>

#include <memory>

class CaHereDock;
class CaMapBoundaries;
class CaMembershipDock;
class CaPlaceMapTool;
class QAction;
class QgisInterface;
class QgsDockWidget;

/**
 * \brief The map tools of Cluster Atlas with their panels: “What is here?” and the editor of membership lists.
 *
 * Tools and panels are made when they are first used; all of it is taken away by the destructor. Main thread only.
 */
class CaMapTools : public QObject
{
  Q_OBJECT

public:
  //! \a iface and the actions, which are checkable, are borrowed.
  CaMapTools( QgisInterface *iface, QAction *whatIsHere, QAction *membership );
  ~CaMapTools() override;

public slots:
  //! Takes up or puts down “What is here?”.
  void setWhatIsHere( bool on );

  //! Takes up or puts down the editor of membership lists.
  void setMembership( bool on );

  //! The project is another one, or none: boundaries and answers are given back.
  void forgetProject();

private:
  void setTool( CaPlaceMapTool *tool, QgsDockWidget *dock, bool on );
  void makeWhatIsHere();
  void makeMembership();
  void addDock( QgsDockWidget *dock );
  void removeDock( QgsDockWidget *dock );

  QgisInterface *mIface = nullptr;
  QAction *mWhatIsHereAction = nullptr;
  QAction *mMembershipAction = nullptr;
  std::unique_ptr<CaMapBoundaries> mBoundaries;
  std::unique_ptr<CaPlaceMapTool> mHereTool;
  QPointer<CaHereDock> mHereDock; //!< Child of the main window, deleted here
  std::unique_ptr<CaPlaceMapTool> mMembershipTool;
  QPointer<CaMembershipDock> mMembershipDock; //!< Child of the main window, deleted here
};
