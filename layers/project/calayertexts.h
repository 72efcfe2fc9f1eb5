// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "calayercatalogue.h"
#include "capack.h"
#include "caexport.h"

#include <QString>

class QgsVectorLayer;

/**
 * \brief What layers of a data pack say in one language: names, metadata, aliases of fields, map tips.
 *
 * Main thread only; layers are borrowed.
 */
class CA_EXPORT CaLayerTexts
{
public:
  //! \param fiscalYear is the year in names of layers that show one
  CaLayerTexts( const CaPack &pack, const CaLayerCatalogue &catalogue, const QString &language, int fiscalYear );

  //! Gives \a layer its name, metadata and map tip.
  void nameLayer( QgsVectorLayer *layer, const CaLayerEntry &entry ) const;

  //! Gives the fields of \a layer, joined ones too, their aliases, and the layer the field that its features are called by.
  void nameFields( QgsVectorLayer *layer, const CaLayerEntry &entry ) const;

private:
  void describeLayer( QgsVectorLayer *layer, const CaLayerEntry &entry ) const;
  void makeMapTip( QgsVectorLayer *layer, const CaLayerEntry &entry ) const;
  QString aliasOf( const CaLayerEntry &entry, const QString &fieldName ) const;

  const CaPack mPack;
  const CaLayerCatalogue mCatalogue;
  const QString mLanguage;
  const int mFiscalYear;
};
