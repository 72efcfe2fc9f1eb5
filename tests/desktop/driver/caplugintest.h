// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "cadesktoptest.h"

//! The plugin offers what it has when it is loaded, and leaves nothing behind when it is unloaded.
class CaPluginTest : public CaDesktopTest
{
  Q_OBJECT

public:
  using CaDesktopTest::CaDesktopTest;

private slots:
  void menuToolBarProviderAndBrowserAreThere();
  void nothingOfOursIsOfferedWithoutLayers();
  void interfaceIsInTheLanguageOfQgis();
  void unloadLeavesNothingAndLoadsAgain();
  void providerOfTheHeadlessLibraryStays();
  void loadingIsQuick();
};
