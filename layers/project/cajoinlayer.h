// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "cajoinengine.h"

#include <QCoreApplication>

class CaStatisticsStore;
class QgsProject;
class QgsVectorLayer;
class QgsVectorLayerJoinInfo;

/**
 * \brief Puts a join of CaJoinEngine on a layer as a plain QGIS join, whose values equal the engine's.
 *
 * QGIS compares keys as they are written, and its cached and uncached joins differ where types or rows do. So the working pack gets
 * a table of the layer's own keys, each with the owner it means, and a view with one row a key and fiscal year: then every QGIS join
 * gives the same. The layer's own data is not touched. The view follows later imports. Main thread only.
 */
class CA_EXPORT CaJoinLayer
{
  Q_DECLARE_TR_FUNCTIONS( CaJoinLayer )

public:
  CaJoinLayer() = delete;

  //! What is joined of each figure. Every column takes its time when the fiscal year is changed, needed or not.
  enum class Columns
  {
    All,   //!< Value, qualifier, flag and source, with the owner's code and the fiscal year
    Values //!< The value alone: for maps of many metrics
  };

  //! What joined fields begin with, unless said otherwise.
  static QString defaultPrefix() { return QStringLiteral( "stat_" ); }

  /**
   * Joins \a join to \a layer, both of \a project. A join that this made before is replaced. If not all features have an owner, the name of
   * the layer says so, and with it every legend. \param packFile is the working pack that the join was worked out with \param prefix is
   * what joined fields begin with \returns the table joined to the layer, owned by the project; nullptr with \a error set, and nothing
   * changed in the project, if a field of that name is there, the type of the key field cannot be joined, or the pack cannot be written
   */
  static QgsVectorLayer *add( QgsProject *project, QgsVectorLayer *layer, const CaJoin &join, const QString &packFile,
                              const QString &prefix, QString *error, Columns columns = Columns::All );

  /**
   * Brings what is joined to layers that came to \a project without it: alone from another project, embedded or as a layer definition.
   * QGIS brings the layer alone, and such a join would show nothing.
   */
  static void complete( QgsProject *project );

  //! Takes the join that add() made off \a layer, with its table in project and pack, and gives the layer its name back.
  static bool remove( QgsProject *project, QgsVectorLayer *layer, QString *error );

private:
  static bool writeTable( CaStatisticsStore &store, const QString &table, const QString &keyType, const CaJoin &join, Columns columns,
                          QString *error );
  static QgsVectorLayer *addTableLayer( QgsProject *project, const QgsVectorLayer *layer, const QString &source, int fiscalYear );
  static void joinTableLayer( QgsVectorLayer *layer, QgsVectorLayer *tableLayer, QgsVectorLayerJoinInfo info );
  static void addTableAgain( QgsProject *project, QgsVectorLayer *layer, const QgsVectorLayerJoinInfo &lost );
  static void nameLayer( QgsVectorLayer *layer, const QString &note );
};
