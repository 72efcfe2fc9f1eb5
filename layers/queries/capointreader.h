// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "caexport.h"
#include "capoint.h"

#include <QCoreApplication>
#include <QString>

#include <cstdint>
#include <functional>
#include <vector>

class QgsFeedback;

/**
 * \brief Reads the points of a file in batches of columns (Arrow), several times as fast as feature by feature.
 *
 * Only for layers of single points; nothing is kept of a batch.
 */
class CA_EXPORT CaPointReader
{
  Q_DECLARE_TR_FUNCTIONS( CaPointReader )

public:
  struct Batch
  {
    std::vector<int64_t> ids;    //!< Feature ids
    std::vector<CaPoint> points; //!< As many
    int64_t without = 0;         //!< Features without a point, or with coordinates that are no numbers
  };

  /**
   * Reads layer \a layerName, or the only one if empty, of \a fileName.
   * \param use is called for each batch and returns false to stop
   * \returns false and sets \a error if it could not be read to its end or was cancelled
   */
  static bool read( const QString &fileName, const QString &layerName, const std::function<bool( Batch & )> &use, QString *error,
                    QgsFeedback *feedback = nullptr );
};
