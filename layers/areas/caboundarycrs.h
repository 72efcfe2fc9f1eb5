// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <qgscoordinatereferencesystem.h>

#include <QCoreApplication>
#include <QString>

class CaFlatPolygons;
class CaReport;
struct CaBoundaryOptions;

/**
 * \brief The coordinate reference system of boundaries: found, checked against where Japan is, and transformed by PROJ if asked for.
 *
 * Nothing is guessed silently. All steps return FALSE and set the error.
 */
class CaBoundaryCrs
{
  Q_DECLARE_TR_FUNCTIONS( CaBoundaryCrs )

public:
  //! \a crs is what the source \a name says, which may be nothing; \a report and \a error are borrowed.
  CaBoundaryCrs( const QString &name, const QgsCoordinateReferenceSystem &crs, CaReport *report, QString *error );

  const QgsCoordinateReferenceSystem &crs() const { return mCrs; }

  //! Finds the system, of a source without one in \a options; then checks the place of \a polygons, and transforms them if asked for.
  bool settle( const CaBoundaryOptions &options, CaFlatPolygons *polygons );

private:
  bool find( const CaBoundaryOptions &options );
  bool checkPlace( const CaFlatPolygons &polygons );
  bool transform( CaFlatPolygons *polygons );
  bool fail( const QString &reason );

  QString mName;
  QgsCoordinateReferenceSystem mCrs;
  CaReport *mReport = nullptr;
  QString *mError = nullptr;
};
