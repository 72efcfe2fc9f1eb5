// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "capackcontent.h"
#include "capackschema.h"

#include <QMap>
#include <QString>

class GDALDataset;

/**
 * \brief Writes the rows of a pack into a GeoPackage, always the same bytes for the same rows.
 */
class CaPackWriter
{
public:
  /**
   * \param schema tables and columns; must outlive the writer
   * \param content their rows; must outlive the writer
   * \param styles QML texts by table, which become the tables' default styles
   * \param date day of the data, `YYYY-MM-DD`, used wherever a GeoPackage wants a time
   */
  CaPackWriter( const CaPackSchema &schema, const CaPackContent &content, const QMap<QString, QString> &styles, const QString &date );

  //! Writes the file at \a path, which must not exist. \returns an empty text, or what went wrong; then the file may be half written.
  QString write( const QString &path );

private:
  // Steps; each returns an empty text or an error.
  QString createTables( GDALDataset &pack );
  QString createMetadata( GDALDataset &pack );
  QString createViews( GDALDataset &pack );
  QString createStyles( GDALDataset &pack );
  QString fillTables( GDALDataset &pack );
  QString createSpatialIndexes( GDALDataset &pack );
  QString finish( GDALDataset &pack );

  QString registerTable( GDALDataset &pack, const CaPackTable &table );
  QString registerCrs( GDALDataset &pack, int epsg );
  QString fillTable( GDALDataset &pack, const CaPackTable &table );
  QString tableMetadata( const CaPackTable &table ) const;

  const CaPackSchema &mSchema;
  const CaPackContent &mContent;
  QMap<QString, QString> mStyles;
  QString mTime;
};
