// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "caexport.h"

#include <qgsrectangle.h>

#include <QCoreApplication>
#include <QMap>
#include <QString>
#include <QStringList>
#include <QVector>

#include <optional>

//! Text by language (`ja`, `en`).
using CaText = QMap<QString, QString>;

//! A join one can see in Layer Properties: \a layer's row of the same key.
struct CA_EXPORT CaJoinEntry
{
  QString layer;        //!< Id of the layer entry that is joined
  QString keyField;     //!< Field of the layer
  QString joinKeyField; //!< Field of the joined layer
  QString prefix;       //!< Put before the names of joined fields
};

//! A layer of the project.
struct CA_EXPORT CaLayerEntry
{
  QString id;                 //!< Stable id, kept in the layer's custom property `clusteratlas/id`
  QString table;              //!< Table of the data pack
  QString style;              //!< Name of the style file without suffix; empty for tables
  QString filter;             //!< Subset string that always holds; may be empty
  CaText title;               //!< Name in the layer tree; `%1` stands for the fiscal year
  QString group;              //!< Id of its group
  QStringList tipFields;      //!< Fields of the map tip; the first is its head
  QString dateFrom;           //!< Field for the temporal controller; empty without
  QString dateTo;             //!< Field for the temporal controller; empty without
  bool visible = true;        //!< Checked in the layer tree of a new project
  bool ofFiscalYear = false;  //!< Shows the rows of the project's fiscal year only
  QVector<CaJoinEntry> joins; //!< In the order of Layer Properties
};

//! A group of the layer tree.
struct CA_EXPORT CaGroupEntry
{
  QString id;           //!< Stable id
  CaText title;         //!< Name in the layer tree
  bool expanded = true; //!< Shown open in a new project
};

//! A relation between two layers, for forms.
struct CA_EXPORT CaRelationEntry
{
  QString id;          //!< Stable id
  CaText title;        //!< Name
  QString parent;      //!< Id of the layer with one row
  QString parentField; //!< Its key
  QString child;       //!< Id of the layer with several rows
  QString childField;  //!< Its reference
};

//! A map theme: what a page or a view shows.
struct CA_EXPORT CaThemeEntry
{
  QString id;          //!< Stable id
  CaText title;        //!< Name in QGIS's theme menu
  QStringList layers;  //!< Ids of the visible layers
  QString crs;         //!< CRS to see it in; empty for the one of the project
  QgsRectangle extent; //!< What to look at, in \a crs; null for the full extent of the project
};

/**
 * \brief What the project consists of: groups, layers, joins, relations and themes, read from `styles/layers.json`.
 *
 * A list of what is there, without a QGIS project; CaProjectBuilder makes layers of it. Values can be copied between threads.
 */
class CA_EXPORT CaLayerCatalogue
{
  Q_DECLARE_TR_FUNCTIONS( CaLayerCatalogue )

public:
  /**
   * Reads the shipped catalogue.
   * \returns nothing if the file is missing or wrong; \a error names it
   */
  static std::optional<CaLayerCatalogue> load( QString *error );

  //! Reads the catalogue in \a fileName.
  static std::optional<CaLayerCatalogue> load( const QString &fileName, QString *error );

  //! Returns the title of the whole.
  CaText title() const { return mTitle; }

  //! Returns the text of \a id (a form tab, `no_data`) in \a language.
  QString word( const QString &id, const QString &language ) const { return mWords.value( id ).value( language ); }

  //! Returns the groups from top to bottom of the layer tree.
  QVector<CaGroupEntry> groups() const { return mGroups; }

  //! Returns the layers from top to bottom of the layer tree.
  QVector<CaLayerEntry> layers() const { return mLayers; }

  //! Returns the layers of the group \a groupId, from top to bottom.
  QVector<CaLayerEntry> layersOf( const QString &groupId ) const;

  //! Returns the layer \a id; its id is empty if there is none.
  CaLayerEntry layer( const QString &id ) const;

  //! Returns the relations.
  QVector<CaRelationEntry> relations() const { return mRelations; }

  //! Returns the map themes.
  QVector<CaThemeEntry> themes() const { return mThemes; }

  /**
   * Returns \a ids with the layers they join added, in the order of the catalogue.
   * An empty list stands for all layers.
   */
  QStringList withJoined( const QStringList &ids ) const;

private:
  CaLayerCatalogue() = default;

  CaText mTitle;
  QMap<QString, CaText> mWords;
  QVector<CaGroupEntry> mGroups;
  QVector<CaLayerEntry> mLayers;
  QVector<CaRelationEntry> mRelations;
  QVector<CaThemeEntry> mThemes;
};
