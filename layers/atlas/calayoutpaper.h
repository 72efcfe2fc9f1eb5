// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "caexport.h"

#include <QCoreApplication>
#include <QString>

#include <memory>

class QDomDocument;
class QgsPrintLayout;
class QgsProject;

/**
 * \brief Turns a layout to another paper: A4 or A3, landscape or portrait.
 *
 * Layouts are drawn for A4 landscape. An item says where it is on A4 portrait in its custom property `clusteratlas/portrait`
 * ("x,y,width,height", millimetres); without one it keeps its place. On A3 everything is larger by the square root of 2: places, sizes,
 * type, lines and symbols of legends. Data-defined sizes, of items in millimetres and of names on maps in points, are multiplied by
 * `\@ca_mm`, a variable of the layout that is set here. Main thread only, as layouts are.
 */
class CA_EXPORT CaLayoutPaper
{
  Q_DECLARE_TR_FUNCTIONS( CaLayoutPaper )

public:
  //! A sheet of paper.
  enum class Sheet
  {
    A4Landscape, //!< 297 x 210 mm
    A4Portrait,  //!< 210 x 297 mm
    A3Landscape, //!< 420 x 297 mm
    A3Portrait   //!< 297 x 420 mm
  };

  CaLayoutPaper() = delete;

  //! Name of the custom property with an item's place on A4 portrait.
  static QString portraitProperty() { return QStringLiteral( "clusteratlas/portrait" ); }

  /**
   * Returns a copy of \a layout, which is for A4 landscape, for \a sheet. Its project and atlas are those of \a layout.
   * \returns null, with \a error set, if the layout is not for A4 landscape or QGIS cannot load what came out
   */
  static std::unique_ptr<QgsPrintLayout> turned( const QgsPrintLayout *layout, Sheet sheet, QString *error );

  /**
   * Writes \a layout to \a document as QGIS stores it, for \a sheet.
   * \returns false, with \a error set, if that is another paper and the layout is not for A4 landscape
   */
  static bool toXml( const QgsPrintLayout &layout, Sheet sheet, QDomDocument *document, QString *error );

  //! Loads what toXml() wrote for \a sheet as a layout of \a project. \returns null, with \a error set, if QGIS cannot load it
  static std::unique_ptr<QgsPrintLayout> load( const QDomDocument &document, QgsProject *project, Sheet sheet, QString *error );

  //! Turns a layout as XML.
  static void turn( QDomDocument *document, Sheet sheet );
};
