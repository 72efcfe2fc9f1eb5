// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "caexport.h"
#include "calayoutpaper.h"

#include <QCoreApplication>
#include <QString>

#include <memory>

class QDomDocument;
class QgsPrintLayout;
class QgsProject;

/**
 * \brief Copies of a project's layouts for a paper, whole or only as much as a question needs.
 *
 * QGIS evaluates the expressions of each item when it loads a layout, several times: what is not needed is better left out. Layouts of the
 * project are never changed, as one may be open in the designer. Main thread only, as layouts are.
 */
class CA_EXPORT CaLayoutCopy
{
  Q_DECLARE_TR_FUNCTIONS( CaLayoutCopy )

public:
  //! What of a layout is copied; its pages, atlas and variables always are.
  enum class Parts
  {
    All,
    Tables, //!< What decides on the number of sheets, the printed title, and the rows of a table of contents
    Labels  //!< What has text
  };

  CaLayoutCopy() = delete;

  //! Returns the layout called \a name of \a project for \a sheet. \returns null and sets \a error if it cannot be had
  static std::unique_ptr<QgsPrintLayout> make( const QgsProject *project, const QString &name, CaLayoutPaper::Sheet sheet, Parts parts,
                                               QString *error );

  //! Writes the layout called \a name of \a project for \a sheet to \a fileName.
  static bool write( const QgsProject *project, const QString &name, CaLayoutPaper::Sheet sheet, const QString &fileName, QString *error );

  //! Reads what write() wrote for \a sheet as a layout of \a project. \returns null and sets \a error if it cannot be had
  static std::unique_ptr<QgsPrintLayout> read( const QString &fileName, QgsProject *project, CaLayoutPaper::Sheet sheet, QString *error );

private:
  static bool toXml( const QgsProject *project, const QString &name, CaLayoutPaper::Sheet sheet, QDomDocument *document, QString *error );
};
