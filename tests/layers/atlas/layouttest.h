// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "calayercatalogue.h"
#include "calayoutcopy.h"
#include "calayoutpaper.h"
#include "calayouts.h"
#include "catest.h"

#include <qgslayoutatlas.h>
#include <qgsprintlayout.h>
#include <qgsproject.h>

#include <QTemporaryDir>

#include <algorithm>
#include <limits>
#include <map>
#include <memory>
#include <optional>

class QgsLayoutItem;

Q_DECLARE_METATYPE( CaLayoutPaper::Sheet )

//! Base of tests of layouts: a project of each language with all layers and shipped layouts, and what their items say.
class LayoutTest : public QObject
{
  Q_OBJECT

private slots:
  void initTestCase();
  void cleanupTestCase();

protected:
  using Sheet = CaLayoutPaper::Sheet;

  //! What a label says and how, read from its XML: its own header wants WebKit's.
  struct Label
  {
    QString text;
    double points = 0;
    bool bold = false;
  };

  //! All kinds of layouts that are shipped, in the order of the book.
  static const QStringList KINDS;
  //! Types of items whose headers are not read.
  static constexpr int LABEL = 65641;
  static constexpr int LEGEND = 65642;

  //! The project of \a language, made when it is first asked for; it is that of the application until another is asked for.
  QgsProject *project( const QString &language );
  QgsPrintLayout *layout( const QString &kind, const QString &language = QStringLiteral( "ja" ) )
  {
    return CaLayouts::find( project( language ), kind );
  }
  //! As much of a layout as a test looks at: expressions of what is not needed are not evaluated.
  std::unique_ptr<QgsPrintLayout> copyOf( const QString &kind, const QString &language, Sheet sheet, CaLayoutCopy::Parts parts )
  {
    return CaLayoutCopy::make( project( language ), layout( kind, language )->name(), sheet, parts, &mError );
  }

  static Label labelOf( const QgsLayoutItem *item );
  //! Height of \a label in \a width, millimetres, as QGIS 3.22 draws it.
  static double heightOf( const Label &label, double width );
  //! QGIS keeps to itself whether an expression leaves \a item out.
  static bool isLeftOut( const QgsLayoutItem *item );
  //! The text of all labels of the page as it is.
  static QString textOf( const QgsPrintLayout *layout );
  static bool writeFile( const QString &name, const QByteArray &content );

  //! Calls \a look for the pages of \a layout, \a most at most: of each feature of its atlas, or once.
  template <typename Look>
  static void forEachPage( QgsPrintLayout *layout, Look look, int most = std::numeric_limits<int>::max() )
  {
    QgsLayoutAtlas *atlas = layout->atlas();
    const int pages = atlas->enabled() ? std::min( most, atlas->updateFeatures() ) : 1;
    for ( int i = 0; i < pages; ++i )
    {
      if ( atlas->enabled() )
        atlas->seekTo( i ); // refreshes as well
      else
        layout->refresh();
      look( atlas->enabled() ? atlas->nameForPage( i ) : layout->name() );
    }
  }

  QTemporaryDir mFolder;
  std::optional<CaLayerCatalogue> mCatalogue;
  QString mError;

private:
  std::map<QString, std::unique_ptr<QgsProject>> mProjects;
};
