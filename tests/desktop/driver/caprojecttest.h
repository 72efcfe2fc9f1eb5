// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "cadesktoptest.h"

//! A project is made, shown year by year, and opened again.
class CaProjectTest : public CaDesktopTest
{
  Q_OBJECT

public:
  using CaDesktopTest::CaDesktopTest;

private slots:
  void newProjectCanBeCancelled();
  void newProjectInAFileFailsInPlainWords();
  void newProjectOpens();
  void newProjectAsksBeforeReplacing();
  void viewsAreDrawn_data();
  void viewsAreDrawn();
  void joinsAreSeenInLayerProperties();
  void fiscalYearChangesFigures();
  void projectReopensWithItsFiscalYear();
};
