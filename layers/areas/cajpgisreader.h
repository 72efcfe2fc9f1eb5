// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <qgscoordinatereferencesystem.h>

#include <QCoreApplication>
#include <QHash>
#include <QString>
#include <QStringList>
#include <QVector>
#include <QXmlStreamReader>

#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <vector>

class QgsFeedback;

/**
 * \brief Reads N03 in the GML of MLIT's own schema (JPGIS); used once.
 *
 * There a boundary names a surface, a surface its curves, and each of them is an element of its own; or, in some years, a surface has its
 * rings in it. GDAL leaves them apart, or, told to put them together, takes a time that grows with the square of their number.
 */
class CaJpgisReader
{
  Q_DECLARE_TR_FUNCTIONS( CaJpgisReader )

public:
  //! Whether \a fileName is such a file, by its beginning.
  static bool isJpgis( const QString &fileName );

  /**
   * Returns the boundaries of \a fileName as a data set in memory, with the columns of MLIT's Shapefiles and longitude before latitude.
   * \returns nothing and sets \a error to a sentence that names the file and says what to do
   */
  GDALDatasetUniquePtr read( const QString &fileName, QString *error, QgsFeedback *feedback );

private:
  struct Position
  {
    double latitude;
    double longitude;
  };
  struct Ring
  {
    bool isHole;
    QStringList curves;
    std::vector<Position> positions; //!< If it has them itself
  };
  struct Boundary
  {
    QString surface;
    QHash<QString, QString> texts; //!< By element
  };
  bool isIn( const char *element );
  void readEnvelope();
  void readCurve();
  void readPositions( std::vector<Position> &positions );
  QString readSurface();
  void readBoundary();
  bool readFile( const QString &fileName, QString *error, QgsFeedback *feedback );
  //! \returns nothing if there is not enough memory
  GDALDatasetUniquePtr assemble() const;
  OGRGeometryUniquePtr polygon( const QString &surface ) const;

  QXmlStreamReader mXml;
  QgsCoordinateReferenceSystem mCrs;
  QHash<QString, std::vector<Position>> mCurves;
  QHash<QString, QVector<Ring>> mSurfaces;
  QVector<Boundary> mBoundaries;
};
