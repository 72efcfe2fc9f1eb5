// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "caexport.h"

#include <QPointF>
#include <QString>
#include <QVector>

class QPDFPageObjectHelper;

//! A text as it stands on a page: a title, a line of a paragraph, a figure in a table.
struct CaPdfString
{
  QString text;
  //! Where it begins, as shares of the page's width from the left and of its height from the top.
  QPointF place;
};

/**
 * \brief What a page of a PDF says, in the order it is drawn. Thread safe.
 *
 * Text of forms (pages within a page), as GeoPDFs have it, is left out; so is what fonts do not say the meaning of.
 */
class CA_EXPORT CaPdfStrings
{
public:
  CaPdfStrings() = delete;

  //! Returns the texts of \a page. \throws std::exception
  static QVector<CaPdfString> of( QPDFPageObjectHelper &page );
};
