// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <qgis.h>
#include <qgscoordinatetransform.h>
#include <qgspointxy.h>

#include <QObject>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>
#include <QUrl>

#include <functional>

class QAction;
class QDialog;
class QgisInterface;
class QgsVectorLayer;
class QWidget;

/**
 * \brief What a user does, in the order of a first day: in a QGIS that runs, with the plugin loaded.
 */
class CaDesktopTest : public QObject
{
  Q_OBJECT

public:
  explicit CaDesktopTest( QgisInterface *iface );

private slots:
  void initTestCase();
  void cleanup();

  void menuToolBarProviderAndBrowserAreThere();
  void nothingOfOursIsOfferedWithoutLayers();
  void interfaceIsInTheLanguageOfQgis();
  void newProjectCanBeCancelled();
  void newProjectInAFileFailsInPlainWords();
  void newProjectOpens();
  void newProjectAsksBeforeReplacing();
  void viewsAreDrawn_data();
  void viewsAreDrawn();
  void joinsAreSeenInLayerProperties();
  void fiscalYearChangesFigures();
  void projectReopensWithItsFiscalYear();
  void whatIsHereAnswersClicksAndDrags();
  void whatIsHereOfMunicipalities();
  void areaIsPickedSavedAndOpened();
  void sheetIsImportedAndShown();
  void importedFiguresAreThereAfterReopening();
  void sheetToFillInIsMade();
  void droppedSheetIsImportedOrAdded();
  void statisticsAreJoinedToAnyLayer();
  void atlasIsExported();
  void atlasCanBeStopped();
  void atlasIntoNoFolderFailsInPlainWords();
  void pageUnderTheCursorIsPrinted();
  void designerChecksBeforeItExports();
  void chosenLayersAreAdded();
  void presentLayersAreNotOfferedAgain();
  void browserLayerCanBeAdded();
  void unloadLeavesNothingAndLoadsAgain();
  void providerOfTheHeadlessLibraryStays();
  void loadingIsQuick();

public slots:
  //! Instead of the program that shows PDFs.
  void openFile( const QUrl &url ) { mOpened << url.toLocalFile(); }

private:
  QAction *action( const QString &objectName ) const;
  bool offered( const QString &objectName ) const;
  QObject *plugin() const;
  QgsVectorLayer *layer( const QString &id ) const;
  QVariant value( const QString &layerId, const QString &key, const QString &keyValue, const QString &field ) const;
  QString lastMessage() const;
  bool hasMessage( Qgis::MessageLevel level ) const;
  void press( const QString &actionName, const std::function<void( QDialog * )> &fillIn );
  void chooseYear( int year );
  //! Returns the transformation from longitude and latitude to the map canvas.
  QgsCoordinateTransform toMap() const;
  QPoint pixelAt( double lon, double lat ) const;
  QgsPointXY placeAt( const QPoint &pixel ) const;
  void showPlace( double west, double south, double east, double north ) const;
  void clickOnMap( double lon, double lat ) const;
  void dragOnMap( double west, double north, double east, double south ) const;
  void dropOnQgis( const QString &fileName ) const;
  void takeUp( const QString &actionName );
  void chooseBoundaries( QWidget *dock, const QString &name ) const;
  void shoot( QWidget *widget, const QString &name ) const;
  void shootScreen( const QString &name ) const;
  void shootMainWindow( const QString &name ) const;

  QgisInterface *mIface = nullptr;
  QTemporaryDir mScratch;
  QString mFolder;
  QStringList mOpened;
};
