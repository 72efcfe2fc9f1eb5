// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "caexport.h"

#include <QFont>
#include <QPointF>
#include <QSizeF>
#include <QString>
#include <QVector>

class QgsExpressionContext;
class QgsLayout;

/**
 * \brief A label of a layout as it is written in the layout, to be read for any page. A plain value.
 *
 * Read from XML, because the header of QGIS's label items cannot be included everywhere: it asks for headers of WebKit.
 */
class CA_EXPORT CaLayoutLabel
{
public:
  //! Returns the labels of \a layout that are printed. Main thread only.
  static QVector<CaLayoutLabel> all( const QgsLayout &layout );

  //! Returns the text on the page \a context stands for; \a problem is the first expression that fails there, and why, empty if none does.
  QString text( const QgsExpressionContext &context, QString *problem = nullptr ) const;

  //! Returns whether \a text fits into the label, wrapped at blanks and between Japanese characters, and in height.
  bool holds( const QString &text ) const;

  //! Returns the first character of \a text, as a whole one, that the label's font cannot draw; empty if it can draw all.
  QString missingCharacter( const QString &text ) const;

  QString id;     //!< Of the item, or the beginning of its text if it has none
  QString source; //!< Text with expressions between `[%` and `%]`
  QFont font;
  QPointF place; //!< On the pages of the layout, in millimetres
  QSizeF size;   //!< In millimetres
  bool html = false;
};
