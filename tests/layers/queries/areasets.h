// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "caareaset.h"
#include "capaths.h"
#include "caterritories.h"
#include "smallboundaries.h"

#include <QTemporaryDir>

//! Returns the boundaries of \a places, made-up squares, read from a file.
inline std::shared_ptr<const CaBoundaries> smallBoundaries( const QVector<SmallPlace> &places = smallPlaces() )
{
  const QTemporaryDir folder;
  const QString file = folder.filePath( QStringLiteral( "N03.geojson" ) );
  QString error;
  CaBoundaryOptions options;
  options.prefectures = { { QStringLiteral( "東京都" ), QStringLiteral( "13" ) },
                          { QStringLiteral( "神奈川県" ), QStringLiteral( "14" ) },
                          { QStringLiteral( "愛知県" ), QStringLiteral( "23" ) } };
  std::shared_ptr<const CaBoundaries> boundaries;
  if ( writeSmallBoundaries( file, "GeoJSON", places ) )
    boundaries = CaBoundaries::read( file, options, &error );
  if ( !boundaries )
    qFatal( "%s", qPrintable( error ) );
  return boundaries;
}

//! Returns an area that lists codes: of two digits prefectures, of five municipalities.
inline CaAreaList areaOf( const QString &code, const QStringList &codes, const QString &kind = QStringLiteral( "area" ) )
{
  CaAreaList area;
  area.kind = kind;
  area.code = code;
  for ( const QString &one : codes )
    area.members << CaAreaMember{ one,       QString(), one.size() == 2 ? QStringLiteral( "prefecture" ) : QStringLiteral( "municipality" ),
                                  QString(), QString(), QString(),
                                  QString() };
  return area;
}

//! Returns \a lists as a set, with bureaus and prefectures behind them.
inline std::shared_ptr<const CaAreaSet> areaSetOf( const QVector<CaAreaList> &lists, std::shared_ptr<const CaBoundaries> boundaries,
                                                   const QString &pack = CaPaths::installedPack() )
{
  QString error;
  std::shared_ptr<const CaAreaSet> set =
      CaAreaSet::build( std::move( boundaries ), pack, CaTerritories::kinds(), true, &error, nullptr, CaAreaLists( lists ) );
  if ( !set )
    qFatal( "%s", qPrintable( error ) );
  return set;
}

//! Returns the lists of \a kinds of the shipped pack.
inline QVector<CaAreaList> packLists( const QStringList &kinds )
{
  QVector<CaAreaList> lists;
  QString error;
  for ( const QString &kind : kinds )
    lists += CaAreaLists::fromPack( CaPaths::installedPack(), kind, &error ).value_or( CaAreaLists() ).areas();
  return lists;
}
