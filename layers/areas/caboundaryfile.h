// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QCoreApplication>
#include <QString>

#include <gdal_priv.h>

#include <memory>

class QgsFeedback;

/**
 * \brief A file of boundaries, opened in whichever form MLIT or others give it.
 *
 * GDAL reads most of them. A .zip may be chosen as it was downloaded: the Shapefile or GeoJSON in it is taken.
 */
class CaBoundaryFile
{
  Q_DECLARE_TR_FUNCTIONS( CaBoundaryFile )

public:
  /**
   * Opens \a fileName.
   * \param layerName chooses among several files in a .zip; may be empty
   * \returns nothing and sets \a error to a sentence that names the file and says what to do
   */
  static std::unique_ptr<CaBoundaryFile> open( const QString &fileName, const QString &layerName, QString *error,
                                               QgsFeedback *feedback = nullptr );

  GDALDataset &dataset() const { return *mDataset; }

  //! Whether texts are the bytes of a Shapefile: its encoding is often not said, or wrongly.
  bool isRaw() const { return mIsRaw; }

private:
  CaBoundaryFile() = default;
  static QString fileInZip( const QString &zip, const QString &layerName, QString *error );

  GDALDatasetUniquePtr mDataset;
  bool mIsRaw = false;
};
