// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "caatlaspage.h"

#include <qgsfeedback.h>

#include <QImage>
#include <QObject>
#include <QTemporaryDir>

#include <memory>
#include <optional>

class CaAtlasEditions;
class QThread;

/**
 * \brief Small pictures of pages before they are printed, drawn by a worker process while the desktop goes on.
 *
 * Shows a project as it was when a page of its language was asked for first.
 */
class CaAtlasPreview : public QObject
{
  Q_OBJECT

public:
  explicit CaAtlasPreview( QObject *parent );
  ~CaAtlasPreview() override;

  //! Asks for the picture of \a page of \a editions; a page asked for before and not drawn yet is given up.
  void show( const CaAtlasEditions &editions, const CaAtlasPage &page );

  //! Gives up what is being drawn.
  void stop();

signals:
  //! The page that was asked for last. \a image is null if it could not be drawn, for the reason \a error.
  void ready( const QImage &image, const QString &error );

private:
  void start( const CaAtlasPage &page );
  void finish();

  QTemporaryDir mFolder;
  QString mError;
  std::optional<CaAtlasPage> mNext;
  std::unique_ptr<QgsFeedback> mFeedback;
  std::unique_ptr<QThread> mThread; // no task: QGIS would announce each picture that took long or was not waited for
  QImage mImage;
};
