// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "cadesktoptest.h"

//! Figures come from sheets as they were published, and go to any layer.
class CaSheetsTest : public CaDesktopTest
{
  Q_OBJECT

public:
  using CaDesktopTest::CaDesktopTest;

private slots:
  void sheetIsImportedAndShown();
  void importedFiguresAreThereAfterReopening();
  void sheetToFillInIsMade();
  void droppedSheetIsImportedOrAdded();
  void statisticsAreJoinedToAnyLayer();

private:
  void dropOnQgis( const QString &fileName ) const;
};
