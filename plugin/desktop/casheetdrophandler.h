// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <qgscustomdrophandler.h>

/**
 * \brief Sheets dropped on a QGIS that has a cluster project open: the user chooses between importing their figures and the layer
 * that QGIS would make of them.
 */
class CaSheetDropHandler : public QgsCustomDropHandler
{
  Q_OBJECT

public:
  bool handleFileDrop( const QString &file ) override;

signals:
  //! The figures of \a file are to be imported.
  void sheetDropped( const QString &file );
};
