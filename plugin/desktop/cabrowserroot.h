// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <qgsdatacollectionitem.h>

/**
 * \brief The Browser's node *Cluster Atlas*: groups of layers of the shipped data pack.
 *
 * The catalogue is read when the node is first opened, in a thread of the Browser's.
 */
class CaBrowserRoot : public QgsDataCollectionItem
{
  Q_OBJECT

public:
  CaBrowserRoot();

  QVector<QgsDataItem *> createChildren() override;
  //! Among the databases, not above the folders.
  QVariant sortKey() const override;
};
