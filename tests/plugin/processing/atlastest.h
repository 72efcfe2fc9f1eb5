// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "catest.h"
#include "runalgorithm.h"

#include <QTemporaryDir>

#include <functional>
#include <memory>

class QDomElement;

//! Base of tests of atlases: a shipped project that each test may change, and algorithms run on it as the toolbox and qgis_process do.
class AtlasTest : public QObject
{
  Q_OBJECT

private slots:
  void initTestCase();
  void cleanupTestCase();
  void init();
  void cleanup();

protected:
  using Result = AlgorithmResult;
  using Progress = std::function<void( double percent, QgsProcessingFeedback &feedback )>;
  Result run( const QString &id, QVariantMap parameters, const Progress &progress = nullptr, QgsProject *project = nullptr ) const;
  Result exportAtlas( QVariantMap parameters, const Progress &progress = nullptr ) const;
  QString pdf() const { return mFolder->filePath( "atlas.pdf" ); }
  QString pagesFolder() const { return mFolder->filePath( ".atlas.pdf.pages" ); }
  static QList<qint64> workers();
  static QString textOf( const QString &program, const QStringList &arguments );
  static QByteArray bytesOf( const QString &fileName );
  //! Returns the text of each page of \a pdf.
  static QStringList pagesOf( const QString &pdf );
  //! Changes the label \a id of the layout of \a kind in the project that the test works on, as somebody would in the designer.
  void editLabel( const QString &kind, const QString &id, const std::function<void( QDomElement & )> &edit );

  std::unique_ptr<QTemporaryDir> mShared;
  std::unique_ptr<QTemporaryDir> mFolder;
  QString mProject;
  bool mRegistered = false;
};
