// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <qgis.h>
#include <qgsdatacollectionitem.h>

//! A layer in the Browser, ready to be dragged to a map.
struct CaBrowserLayer
{
  QString id;                                                   //!< Id of the layer entry
  QString title;                                                //!< In the language of the interface
  QString source;                                               //!< Data source for the provider `ogr`
  Qgis::BrowserLayerType type = Qgis::BrowserLayerType::Vector; //!< Kind of geometry
  QString tip;                                                  //!< What the layer holds

  //! Returns the source of \a table in the pack \a fileName, opened in a way that cannot change the file, and \a filter.
  static QString uri( const QString &fileName, const QString &table, const QString &filter );
};

/**
 * \brief A group of layers below the Browser's node *Cluster Atlas*.
 */
class CaBrowserGroup : public QgsDataCollectionItem
{
  Q_OBJECT

public:
  CaBrowserGroup( QgsDataItem *parent, const QString &name, const QString &path, int position, const QVector<CaBrowserLayer> &layers );

  QVector<QgsDataItem *> createChildren() override;
  //! The order of the catalogue, not of the alphabet.
  QVariant sortKey() const override { return mPosition; }

private:
  const int mPosition;
  const QVector<CaBrowserLayer> mLayers;
};
