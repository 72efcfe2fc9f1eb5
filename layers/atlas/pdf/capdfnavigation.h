// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "caexport.h"

#include <QCoreApplication>
#include <QRectF>
#include <QString>
#include <QStringList>
#include <QVector>

class QPDF;

//! A line of a PDF's outline (bookmark).
struct CaPdfEntry
{
  QString title;
  //! 0 at the margin; an entry belongs to the last one before it with a lower level.
  int level = 0;
  //! From 1.
  int page = 1;
};

//! A place on a page that leads to another page.
struct CaPdfLink
{
  //! From 1.
  int page = 1;
  //! In millimetres from the upper left corner of the page.
  QRectF area;
  //! From 1.
  int target = 1;
};

/**
 * \brief Outline, links and page labels of a PDF. Thread safe.
 */
class CA_EXPORT CaPdfNavigation
{
  Q_DECLARE_TR_FUNCTIONS( CaPdfNavigation )

public:
  CaPdfNavigation() = delete;

  /**
   * Checks that the pages named are among \a pages.
   * \returns a sentence that says which is not, or an empty string
   */
  static QString problem( int pages, const QVector<CaPdfEntry> &outline, const QVector<CaPdfLink> &links, const QStringList &labels );

  //! Sets the outline, which readers then show, its top level open. \throws std::exception
  static void setOutline( QPDF &pdf, const QVector<CaPdfEntry> &outline );

  //! Adds links to the pages, and takes away the empty lists of them that Qt writes. \throws std::exception
  static void addLinks( QPDF &pdf, const QVector<CaPdfLink> &links );

  //! Sets what readers call the pages: a label a page. \throws std::exception
  static void setLabels( QPDF &pdf, const QStringList &labels );
};
