// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "caatlascomparison.h"
#include "caexport.h"

#include <QCoreApplication>
#include <QString>

/**
 * \brief A page of HTML, in one file, that shows what has changed between two atlases: for each changed page its texts and its pictures
 * side by side.
 */
class CA_EXPORT CaAtlasComparisonSheet
{
  Q_DECLARE_TR_FUNCTIONS( CaAtlasComparisonSheet )

public:
  //! Adds a changed \a page with its pictures; when there are very many, without.
  void add( const CaAtlasComparison::Page &page );

  //! Writes the sheet to \a fileName, beside it first. \returns FALSE and sets \a error if it cannot be written
  bool write( const CaAtlasComparison &comparison, const QString &title, const QString &fileName, QString *error ) const;

private:
  int mPages = 0;
  QString mBody;
};
