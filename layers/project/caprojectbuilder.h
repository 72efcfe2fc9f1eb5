// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "calayercatalogue.h"
#include "calayertexts.h"
#include "capack.h"
#include "castyle.h"

#include <QHash>

class QgsFeedback;
class QgsLayerTreeGroup;
class QgsProject;
class QgsVectorLayer;

/**
 * \brief Makes QGIS layers of a data pack: styled, joined, related, named, credited, in groups.
 *
 * What it makes is plain QGIS and works without Cluster Atlas. Layers that are in the project already are left as they
 * are and used for joins. Main thread only; the project is borrowed.
 */
class CA_EXPORT CaProjectBuilder
{
  Q_DECLARE_TR_FUNCTIONS( CaProjectBuilder )

public:
  /**
   * Prepares to add layers of \a pack to \a project.
   * \param language is `ja` or `en`
   * \param fiscalYear is the year whose figures are shown; the project takes it over
   */
  CaProjectBuilder( QgsProject *project, const CaPack &pack, const CaLayerCatalogue &catalogue, const QString &language, int fiscalYear );

  /**
   * Sets what a new project of ours has: title, CRS (equal-area, centred on Japan), ellipsoid, sea colour, relative paths, the
   * extent of Japan.
   */
  void prepareProject();

  /**
   * Adds the layers \a ids (all if empty) and those they join. If it fails nothing is added.
   * \returns FALSE and sets \a error, naming the layer, if one cannot be read or styled
   */
  bool addLayers( const QStringList &ids, QString *error, QgsFeedback *feedback = nullptr );

  //! Adds the map themes whose layers are all in the project.
  void addThemes();

  //! Returns the ids of the layers that addLayers() added, as in the catalogue.
  QStringList addedLayers() const { return mAdded; }

private:
  QgsVectorLayer *makeLayer( const CaLayerEntry &entry, QString *error ) const;
  void makeForm( QgsVectorLayer *layer, const CaLayerEntry &entry ) const;
  void makeTemporal( QgsVectorLayer *layer, const CaLayerEntry &entry ) const;
  void joinLayers( QgsVectorLayer *layer, const CaLayerEntry &entry ) const;
  void placeInTree( const QStringList &ids );
  void addRelations();

  QgsProject *mProject = nullptr;
  const CaPack mPack;
  const CaLayerCatalogue mCatalogue;
  const QString mLanguage;
  const int mFiscalYear;
  const CaLayerTexts mTexts;
  const CaStyle mStyle;
  QHash<QString, QgsVectorLayer *> mLayers; //!< By id; owned by the project
  QStringList mAdded;
};
