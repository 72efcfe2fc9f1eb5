// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QObject>
#include <QVector>

class QgsMapCanvas;
class QgsMapMouseEvent;
class QgsPointXY;
class QMenu;

/**
 * \brief *Print This Page* in the context menu of the map: the pages of the atlas that the features under the cursor have.
 *
 * Offers the pages of every layout of ours that has one for each feature of a layer that is shown. Main thread only.
 */
class CaPageMenu : public QObject
{
  Q_OBJECT

public:
  //! \a canvas is borrowed.
  explicit CaPageMenu( QgsMapCanvas *canvas );

signals:
  //! The user chose the page of \a kind of the feature with \a code, which readers know as \a title.
  void pageChosen( const QString &kind, const QString &code, const QString &title );

private:
  struct Page
  {
    QString kind;
    QString chapter; //!< What pages of its kind are called
    QString code;
    QString title;
  };
  void fill( QMenu *menu, QgsMapMouseEvent *event );
  QVector<Page> pagesAt( const QgsPointXY &place ) const;

  QgsMapCanvas *mCanvas = nullptr;
};
