// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QString>

/**
 * \brief Names of the custom properties by which Cluster Atlas knows its layers and layouts again, in any project.
 */
namespace CaLayerProperties
{
//! Id of the layer entry, see CaLayerCatalogue.
inline QString id()
{
  return QStringLiteral( "clusteratlas/id" );
}

//! Name of the layer with `%1` for the fiscal year.
inline QString titleTemplate()
{
  return QStringLiteral( "clusteratlas/title" );
}

//! Subset string that holds whatever the fiscal year; the property is there on layers of a fiscal year only.
inline QString filter()
{
  return QStringLiteral( "clusteratlas/filter" );
}

//! On a layer that statistics were joined to: id of the layer with their table.
inline QString joinTable()
{
  return QStringLiteral( "clusteratlas/join_table" );
}

//! On such a layer: where that table is, for a copy of the layer in another project that came without it.
inline QString joinSource()
{
  return QStringLiteral( "clusteratlas/join_source" );
}

//! On such a layer: the fiscal year that its table shows.
inline QString joinYear()
{
  return QStringLiteral( "clusteratlas/join_year" );
}

//! On such a layer: what was added to its name because not all of its features could be joined.
inline QString joinNote()
{
  return QStringLiteral( "clusteratlas/join_note" );
}

//! Kind of page of a layout, the name of its template: overview, project, bureau.
inline QString layoutKind()
{
  return QStringLiteral( "clusteratlas/kind" );
}

//! Place of a layout in the book: 10, 20, ...
inline QString layoutOrder()
{
  return QStringLiteral( "clusteratlas/order" );
}
} // namespace CaLayerProperties
