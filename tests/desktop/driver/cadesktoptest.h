// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <qgis.h>
#include <qgscoordinatetransform.h>
#include <qgspointxy.h>

#include <QDialog>
#include <QDialogButtonBox>
#include <QDir>
#include <QObject>
#include <QString>

#include <functional>

class QAction;
class QgisInterface;
class QgsVectorLayer;
class QWidget;

/**
 * \brief Base of what a user does in the order of a first day, in a QGIS that runs with the plugin loaded: finds actions, fills in
 *        dialogs, points at the map, takes pictures.
 *
 * The tests of one day share a folder for what they write, and the project that the first of them makes in it.
 */
class CaDesktopTest : public QObject
{
  Q_OBJECT

public:
  CaDesktopTest( QgisInterface *iface, const QString &scratch );

private slots:
  void initTestCase();
  void cleanup();

protected:
  QAction *action( const QString &objectName ) const;
  bool offered( const QString &objectName ) const;
  QObject *plugin() const;
  QgsVectorLayer *layer( const QString &id ) const;
  QVariant value( const QString &layerId, const QString &key, const QString &keyValue, const QString &field ) const;
  QString lastMessage() const;
  bool hasMessage( Qgis::MessageLevel level ) const;
  void press( const QString &actionName, const std::function<void( QDialog * )> &fillIn );
  void chooseYear( int year );
  static void click( QDialog *dialog, QDialogButtonBox::StandardButton which );
  static void choose( QDialog *dialog, const QString &comboBox, const QVariant &data );
  static void enter( QDialog *dialog, const QString &fileWidget, const QString &path );
  //! Returns the transformation from longitude and latitude to the map canvas.
  QgsCoordinateTransform toMap() const;
  QPoint pixelAt( double lon, double lat ) const;
  QgsPointXY placeAt( const QPoint &pixel ) const;
  void showPlace( double west, double south, double east, double north ) const;
  void shoot( QWidget *widget, const QString &name ) const;
  void shootScreen( const QString &name ) const;
  void shootMainWindow( const QString &name ) const;

  QgisInterface *mIface = nullptr;
  const QDir mScratch;
  const QString mFolder;
};
