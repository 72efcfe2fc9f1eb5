// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "cadesktoptest.h"

#include <QStringList>
#include <QUrl>

//! Atlases and single pages are planned, checked and printed.
class CaAtlasTest : public CaDesktopTest
{
  Q_OBJECT

public:
  using CaDesktopTest::CaDesktopTest;

private slots:
  void atlasIsExported();
  void atlasCanBeStopped();
  void atlasIntoNoFolderFailsInPlainWords();
  void pageUnderTheCursorIsPrinted();
  void designerChecksBeforeItExports();

public slots:
  //! Instead of the program that shows PDFs.
  void openFile( const QUrl &url ) { mOpened << url.toLocalFile(); }

private:
  QStringList mOpened;
};
