// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "camembershiplist.h"

#include <qgsapplicationexitblockerinterface.h>
#include <qgsdockwidget.h>
#include <qgsgeometry.h>

#include <memory>

class CaMapBoundaries;
class QComboBox;
class QgisInterface;
class QgsRubberBand;
class QLabel;
class QLineEdit;
class QToolButton;
class QTreeWidget;
class QVBoxLayout;

/**
 * \brief The panel in which a list of municipalities or prefectures is picked on the map, named, saved as a membership table and opened
 * again.
 *
 * The area is made anew from the arcs of the boundaries with each change and shown at once. What was not saved is asked about before it
 * is lost.
 */
class CaMembershipDock : public QgsDockWidget, public QgsApplicationExitBlockerInterface
{
  Q_OBJECT

public:
  //! \a iface and \a boundaries are borrowed and must live longer.
  CaMembershipDock( QgisInterface *iface, CaMapBoundaries *boundaries, QWidget *parent = nullptr );
  ~CaMembershipDock() override;

  //! Puts the place at \a point, in the CRS of the map, in or takes it out.
  void toggleAt( const QgsPointXY &point );

  //! Adds all places in \a polygon, in the CRS of the map.
  void addIn( const QgsGeometry &polygon );

  //! Shows which place a click at \a point would be of.
  void hoverAt( const QgsPointXY &point );

  //! Shows no such place any more.
  void hoverNowhere();

  //! Asks whether to save what was not. \returns false if the user wants to go on with it, which can only be if \a canCancel
  bool offerToSave( bool canCancel );

  bool allowExit() override;

private:
  void addButtons( QVBoxLayout *layout );
  void addNames( QVBoxLayout *layout );
  QToolButton *addButton( class QHBoxLayout *row, const QString &name, const QIcon &icon, const QString &tip );
  void startNew();
  void open();
  bool save();
  bool saveAs();
  bool saveTo( const QString &fileName );
  void setNames();
  void takeOut();
  void boundariesChanged();
  void refresh();
  void fillMembers( const QStringList &missing );
  void showArea( const QVector<int> &members );
  std::optional<QgsGeometry> inBoundaries( const QgsGeometry &place );
  QString codeOf( int member ) const;
  void say( const QString &text );

  QgisInterface *mIface = nullptr;
  CaMapBoundaries *mBoundaries = nullptr;
  CaMembershipList mList;
  bool mIsGivenUp = false; //!< The user said that what is not saved may be lost
  QComboBox *mAreas = nullptr;
  QLineEdit *mCode = nullptr;
  QLineEdit *mNameJa = nullptr;
  QLineEdit *mNameEn = nullptr;
  QComboBox *mLevel = nullptr;
  QComboBox *mBasis = nullptr;
  QTreeWidget *mMembers = nullptr;
  QLabel *mSource = nullptr;
  QLabel *mSummary = nullptr;
  QLabel *mStatus = nullptr;
  QToolButton *mUndo = nullptr;
  QToolButton *mRedo = nullptr;
  QToolButton *mSave = nullptr;
  std::unique_ptr<QgsRubberBand> mBand;
  std::unique_ptr<QgsRubberBand> mHoverBand;
  QString mHovered; //!< Code of the place shown
};
