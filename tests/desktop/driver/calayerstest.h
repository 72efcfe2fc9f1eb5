// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "cadesktoptest.h"

//! Layers of the data pack are added to a project of one's own.
class CaLayersTest : public CaDesktopTest
{
  Q_OBJECT

public:
  using CaDesktopTest::CaDesktopTest;

private slots:
  void chosenLayersAreAdded();
  void presentLayersAreNotOfferedAgain();
  void browserLayerCanBeAdded();
};
