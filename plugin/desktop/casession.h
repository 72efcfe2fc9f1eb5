// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QObject>
#include <QPointer>

#include <memory>

class CaBrowserProvider;
class CaCommands;
class CaFiscalYearMenu;
class CaLayoutValidityCheck;
class CaMapTools;
class CaPageMenu;
class CaSheetDropHandler;
class CaViewMenu;
class QAction;
class QgisInterface;
class QgsMapLayer;
class QMenu;
class QToolBar;

/**
 * \brief Everything that is there in QGIS Desktop while the plugin is on, from start() to stop().
 *
 * Each add function has its remove function beside it; stop() calls them in reverse order. Nothing shipped is read before
 * the user does something. Main thread only.
 */
class CaSession : public QObject
{
  Q_OBJECT

public:
  //! \a iface is borrowed.
  explicit CaSession( QgisInterface *iface );
  ~CaSession() override;

  void start();
  void stop();

private:
  void addProvider();
  void removeProvider();
  void addExpressions();
  void removeExpressions();
  void addBrowser();
  void removeBrowser();
  void addLayoutCheck();
  void removeLayoutCheck();
  void addCommands();
  void removeCommands();
  void addMapTools();
  void removeMapTools();
  void addPageMenu();
  void removePageMenu();
  void addDropHandler();
  void removeDropHandler();
  void addMenu();
  void removeMenu();
  void addToolBar();
  void removeToolBar();
  void followProject();
  void leaveProject();
  void updateActions();
  void completeJoins() const;
  void protectShippedData( const QList<QgsMapLayer *> &layers ) const;
  QAction *makeAction( const QString &objectName, const QString &icon, const QString &text, const QString &tip );

  QgisInterface *mIface = nullptr;
  bool mOwnsProvider = false;
  bool mOwnsExpressions = false;
  CaBrowserProvider *mBrowser = nullptr;         //!< Owned by QGIS's registry
  CaLayoutValidityCheck *mLayoutCheck = nullptr; //!< Owned by QGIS's registry
  std::unique_ptr<CaCommands> mCommands;
  QList<QAction *> mActions; //!< Deleted here; children of the main window, and registered with it
  QAction *mNewProject = nullptr;
  QAction *mAddLayers = nullptr;
  QAction *mImportStatistics = nullptr;
  QAction *mJoinStatistics = nullptr;
  QAction *mExportAtlas = nullptr;
  QAction *mWhatIsHere = nullptr;
  QAction *mMembership = nullptr;
  std::unique_ptr<CaMapTools> mMapTools;
  std::unique_ptr<CaPageMenu> mPageMenu;
  std::unique_ptr<CaSheetDropHandler> mDropHandler;
  QPointer<CaViewMenu> mView;             //!< Child of the menu
  QPointer<CaFiscalYearMenu> mFiscalYear; //!< Child of the menu
  QPointer<QMenu> mMenu;
  QPointer<QToolBar> mToolBar;
};
