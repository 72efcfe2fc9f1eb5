// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "caalgorithmrunner.h"
#include "calayercatalogue.h"
#include "capack.h"

#include <QObject>
#include <QPointer>
#include <QVector>

#include <functional>
#include <optional>

class CaBackgroundTask;
struct CaAtlasFinding;
class QgisInterface;
class QgsMapLayer;
class QgsProject;

/**
 * \brief What the buttons do: ask, run the algorithm, say what happened in the message bar. Main thread only.
 */
class CaCommands : public QObject
{
  Q_OBJECT

public:
  //! \a iface is borrowed.
  explicit CaCommands( QgisInterface *iface );
  ~CaCommands() override;

  //! Returns the id by which \a layer is known as one of ours, empty if it is none.
  static QString clusterId( const QgsMapLayer *layer );

  //! Returns whether \a project has a layer of ours.
  static bool hasClusterLayers( const QgsProject *project );

public slots:
  void newProject();
  void addLayers();
  void setFiscalYear( int year );
  void importStatistics();

  //! Imports the figures of \a sheet, after showing how it is understood; asks for a file if empty.
  void importSheet( const QString &sheet );
  void joinStatistics();
  void exportAtlas();

  //! Prints the page of \a kind for the feature with \a code to a PDF that the user names, and opens it.
  void printPage( const QString &kind, const QString &code, const QString &title );

private:
  std::optional<CaPack> readPack() const;
  void showJapan() const;
  void say( const QString &text, const CaRunResult &result ) const;
  void complain( const QString &title, const CaRunResult &result ) const;
  void print( const QVariantMap &parameters, const QString &output, const std::function<void()> &printed );
  void sayExported( const QString &file, const CaRunResult &result ) const;

  void showInDesigner( const CaAtlasFinding &finding );

  QgisInterface *mIface = nullptr;
  QVector<QPointer<CaBackgroundTask>> mPrinting; //!< Also those that are over
};
