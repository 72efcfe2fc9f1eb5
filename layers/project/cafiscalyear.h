// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "caexport.h"

#include <QCoreApplication>
#include <QString>
#include <QVector>

class QgsProject;
class QgsVectorLayer;

/**
 * \brief The fiscal year (April to March) a project shows.
 *
 * It is the project variable `ca_fiscal_year`. Layers with figures show the rows of that year only, by their filter, and
 * what is joined to them follows: plain QGIS, so that a QGIS without Cluster Atlas shows the same. Main thread only.
 */
class CA_EXPORT CaFiscalYear
{
  Q_DECLARE_TR_FUNCTIONS( CaFiscalYear )

public:
  CaFiscalYear() = delete;

  //! The fiscal year of METI's deck.
  static constexpr int DEFAULT = 2009;

  //! Returns the fiscal year of \a project, 0 if it has none.
  static int of( const QgsProject *project );

  //! Returns the fiscal years with figures in the layers of \a project, ascending.
  static QVector<int> available( const QgsProject *project );

  /**
   * Shows \a year everywhere in \a project: filters, joined values, names of layers.
   * \returns FALSE and sets \a error if the project has no layers with figures, or the year no figures
   */
  static bool set( QgsProject *project, int year, QString *error );

  //! Filters \a layer, which has a column `fiscal_year`, to \a year besides its own \a filter.
  static bool filterLayer( QgsVectorLayer *layer, const QString &filter, int year );
};
