// SPDX-License-Identifier: GPL-2.0-or-later
#include "caboundaries.h"

#include "caboundaryreader.h"

#include <QFileInfo>

std::shared_ptr<const CaBoundaries> CaBoundaries::read( const QString &fileName, const CaBoundaryOptions &options, QString *error,
                                                        QgsFeedback *feedback )
{
  CaBoundaryReader reader( QFileInfo( fileName ).fileName(), options, feedback );
  std::shared_ptr<const CaBoundaries> boundaries = reader.readFile( fileName );
  *error = reader.error();
  return boundaries;
}

std::shared_ptr<const CaBoundaries> CaBoundaries::read( const QgsFeatureSource &source, const QString &name,
                                                        const CaBoundaryOptions &options, QString *error, QgsFeedback *feedback )
{
  CaBoundaryReader reader( name, options, feedback );
  std::shared_ptr<const CaBoundaries> boundaries = reader.readSource( source );
  *error = reader.error();
  return boundaries;
}

std::shared_ptr<const CaBoundaries> CaBoundaries::shippedPrefectures( const QString &packFileName, QString *error, QgsFeedback *feedback )
{
  CaBoundaryOptions options;
  options.layerName = QStringLiteral( "prefectures" );
  options.codeColumn = QStringLiteral( "code" );
  return read( packFileName, options, error, feedback );
}
