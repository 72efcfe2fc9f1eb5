// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "cadesktoptest.h"

//! Questions are asked of places, and an area is picked, by clicking on the map.
class CaPlacesTest : public CaDesktopTest
{
  Q_OBJECT

public:
  using CaDesktopTest::CaDesktopTest;

private slots:
  void whatIsHereAnswersClicksAndDrags();
  void whatIsHereOfMunicipalities();
  void areaIsPickedSavedAndOpened();

private:
  void clickOnMap( double lon, double lat ) const;
  void dragOnMap( double west, double north, double east, double south ) const;
  void takeUp( const QString &actionName );
  void chooseBoundaries( QWidget *dock, const QString &name ) const;
};
