// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "careport.h"
#include "cacoverage.h"
#include "caexport.h"

#include <qgscoordinatereferencesystem.h>

#include <QCoreApplication>
#include <QHash>
#include <QString>
#include <QStringList>
#include <QVector>

#include <memory>

class QgsFeatureSource;
class QgsFeedback;

//! How boundaries are read.
struct CA_EXPORT CaBoundaryOptions
{
  QString layerName;                    //!< Layer of the file; empty for the only one with codes
  QString codeColumn;                   //!< Column with JIS codes; empty to find it by content
  QgsCoordinateReferenceSystem missing; //!< CRS of a source that does not say its own; never used against what it says
  bool toJgd2011 = false;               //!< Transform to EPSG:6668
  double snap = 0;                      //!< Move points at most so far apart to the same place, in units of the source; 0 for none
  QHash<QString, QString> prefectures;  //!< Code of each prefecture by its name, for features without code
};

//! A municipality, ward or prefecture of a boundary source.
struct CA_EXPORT CaBoundaryMember
{
  QString code;       //!< Canonical code; empty for places that belong to no municipality
  QString prefecture; //!< Code of its prefecture; empty if not known
  QString name;       //!< As the source has it
};

/**
 * \brief Boundaries of municipalities or prefectures from any source, checked, as a coverage from which areas are made.
 *
 * Known are the prefectures of the data pack, N03 of any year as MLIT gives it (Shapefile, GeoJSON, GML, or the .zip) or as others
 * do (TopoJSON, GeoPackage), and any polygons with a column of JIS codes. What was found on the way is in the report: encoding, column,
 * year, CRS, features without code, several features a code, what had to be mended, gaps. Immutable once read; thread safe.
 */
class CA_EXPORT CaBoundaries
{
  Q_DECLARE_TR_FUNCTIONS( CaBoundaries )

public:
  //! Reads a file that GDAL can read. \returns nothing and sets \a error to a sentence that names the file and says what to do
  static std::shared_ptr<const CaBoundaries> read( const QString &fileName, const CaBoundaryOptions &options, QString *error,
                                                   QgsFeedback *feedback = nullptr );

  //! Reads a layer; \a name is used in messages.
  static std::shared_ptr<const CaBoundaries> read( const QgsFeatureSource &source, const QString &name, const CaBoundaryOptions &options,
                                                   QString *error, QgsFeedback *feedback = nullptr );

  //! Reads the prefectures of the data pack \a packFileName.
  static std::shared_ptr<const CaBoundaries> shippedPrefectures( const QString &packFileName, QString *error,
                                                                 QgsFeedback *feedback = nullptr );

  std::shared_ptr<const CaCoverage> coverage() const { return mCoverage; }

  //! Returns the members, by their number in the coverage.
  const QVector<CaBoundaryMember> &members() const { return mMembers; }

  //! Returns the number of the member with \a code, -1 if there is none.
  int memberWith( const QString &code ) const { return mMemberOfCode.value( code, -1 ); }

  //! Returns the members of a prefecture, also those without a code of their own.
  QVector<int> membersOfPrefecture( const QString &code ) const { return mMembersOfPrefecture.value( code ); }

  //! Whether it has municipalities, not only prefectures.
  bool hasMunicipalities() const { return mHasMunicipalities; }

  QgsCoordinateReferenceSystem crs() const { return mCrs; }
  QString name() const { return mName; }
  int year() const { return mYear; } //!< Year the boundaries are of, 0 if not known
  size_t vertexCount() const { return mVertexCount; }
  const CaReport &report() const { return mReport; }

private:
  friend class CaBoundaryReader;
  CaBoundaries() = default;

  QString mName;
  QgsCoordinateReferenceSystem mCrs;
  int mYear = 0;
  size_t mVertexCount = 0;
  bool mHasMunicipalities = false;
  std::shared_ptr<const CaCoverage> mCoverage;
  QVector<CaBoundaryMember> mMembers;
  QHash<QString, int> mMemberOfCode;
  QHash<QString, QVector<int>> mMembersOfPrefecture;
  CaReport mReport;
};
