// SPDX-License-Identifier: GPL-2.0-or-later
#include "capackcontent.h"
#include "cageodesicline.h"
#include "capackframes.h"
#include "capackperiod.h"
#include "capackproblems.h"

#include <QSet>

#include <algorithm>
#include <cmath>

namespace
{

const QString IDEOGRAPHIC_COMMA = QString( QChar( 0x3001 ) );
const QString LINK_SIGN = QString( QChar( 0x21D4 ) );
const QString EN_DASH = QString( QChar( 0x2013 ) );

//! What the CSV holds as text, in the type that the schema declares. Empty is NULL.
QVariant typed( const QString &text, const QString &type )
{
  if ( text.isEmpty() )
    return QVariant();
  if ( type == QLatin1String( "INTEGER" ) || type == QLatin1String( "BOOLEAN" ) )
    return text.toInt();
  if ( type == QLatin1String( "REAL" ) )
    return text.toDouble();
  return text;
}

//! Returns \a numbers as a short text: `3-5` or `1, 4`, with an en dash. They are ascending.
QString ranges( const QVector<int> &numbers )
{
  QStringList parts;
  for ( int first = 0, last = 0; first < numbers.size(); first = ++last )
  {
    while ( last + 1 < numbers.size() && numbers.at( last + 1 ) == numbers.at( last ) + 1 )
      ++last;
    parts << ( first == last ? QString::number( numbers.at( first ) )
                             : QString::number( numbers.at( first ) ) + EN_DASH + QString::number( numbers.at( last ) ) );
  }
  return parts.join( QLatin1String( ", " ) );
}

QString compatible( const QString &text )
{
  return text.normalized( QString::NormalizationForm_KC );
}

QgsGeometry pointOf( const CaCsvTable &csv, int row, const QString &prefix )
{
  const QString lat = csv.value( row, prefix + QLatin1String( "lat" ) );
  const QString lon = csv.value( row, prefix + QLatin1String( "lon" ) );
  if ( lat.isEmpty() || lon.isEmpty() )
    return QgsGeometry();
  return QgsGeometry::fromPointXY( QgsPointXY( lon.toDouble(), lat.toDouble() ) );
}

void setPeriod( CaPackRow &row )
{
  const std::optional<CaPackPeriod> period = CaPackPeriod::fromText( row.values.value( QStringLiteral( "date" ) ).toString() );
  if ( !period )
    return;
  row.values.insert( QStringLiteral( "date_from" ), period->from );
  row.values.insert( QStringLiteral( "date_to" ), period->to );
}

//! From well founded to guessed; a project is as good as its weakest part.
int weakness( const QString &basis )
{
  static const QStringList order{ QStringLiteral( "sourced" ), QStringLiteral( "inferred" ), QStringLiteral( "judgement" ),
                                  QStringLiteral( "bureau_fallback" ) };
  return order.indexOf( basis );
}

} // namespace

CaPackContent::CaPackContent( const CaPackInput &input, CaPackProblems &problems )
    : mInput( input )
    , mProblems( problems )
{
  copyTables();
  readPrefectureShapes();
  addPrefectures();
  addBureaus();
  addProjects();
  addSubareas();
  addTypeExamples();
  addAreaMembers();
  addPartners();
  addPartnerLinks();
  addEvents();
  addCountries();
  addFrames();
  addSchemaTables();
}

void CaPackContent::copyTables()
{
  const QVector<CaPackTable> tables = mInput.schema.tables();
  for ( const CaPackTable &table : tables )
  {
    const CaCsvTable csv = mInput.tables.value( table.name );
    QVector<CaPackRow> rows( csv.size() );
    for ( int i = 0; i < csv.size(); ++i )
    {
      for ( const CaPackColumn &column : table.columns )
      {
        if ( column.origin == CaPackColumn::Origin::Both )
          rows[i].values.insert( column.name, typed( csv.value( i, column.name ), column.type ) );
      }
    }
    mRows.insert( table.name, rows );
  }
}

void CaPackContent::readPrefectureShapes()
{
  const QVector<CaPackInput::Shape> shapes = mInput.boundaries.value( QStringLiteral( "prefectures" ) );
  for ( const CaPackInput::Shape &shape : shapes )
    mPrefectures.insert( shape.properties.value( QStringLiteral( "code" ) ), shape.geometry );
}

void CaPackContent::addPrefectures()
{
  for ( CaPackRow &row : mRows[QStringLiteral( "prefectures" )] )
    row.geometry = mPrefectures.value( row.values.value( QStringLiteral( "code" ) ).toString() );
}

void CaPackContent::addBureaus()
{
  const CaCsvTable csv = mInput.tables.value( QStringLiteral( "bureaus" ) );
  QVector<CaPackRow> &bureaus = mRows[QStringLiteral( "bureaus" )];
  for ( int i = 0; i < csv.size(); ++i )
  {
    const QString code = csv.value( i, QStringLiteral( "code" ) );
    QStringList prefectures;
    const QVector<int> members = mInput.rowsWith( QStringLiteral( "prefectures" ), QStringLiteral( "bureau_code" ), code );
    for ( const int member : members )
      prefectures << mInput.tables.value( QStringLiteral( "prefectures" ) ).value( member, QStringLiteral( "code" ) );
    std::sort( prefectures.begin(), prefectures.end() );
    bureaus[i].geometry = unionOf( prefectures );
    bureaus[i].values.insert( QStringLiteral( "prefectures_ja" ), mInput.prefectureNames( prefectures, QStringLiteral( "ja" ) ) );
    const QVector<int> projects = mInput.rowsWith( QStringLiteral( "projects" ), QStringLiteral( "bureau_code" ), code );
    QVector<int> numbers;
    for ( const int project : projects )
      numbers << mInput.tables.value( QStringLiteral( "projects" ) ).value( project, QStringLiteral( "seq" ) ).toInt();
    bureaus[i].values.insert( QStringLiteral( "projects_count" ), projects.size() );
    bureaus[i].values.insert( QStringLiteral( "project_numbers" ), CaPackRow::orNull( ranges( numbers ) ) );

    CaPackRow seat;
    for ( const char *column : { "code", "name_ja", "name_en", "seat_city_ja", "seat_city_en", "coord_precision", "source" } )
      seat.values.insert( QLatin1String( column ), csv.value( i, QLatin1String( column ) ) );
    seat.geometry = pointOf( csv, i, QStringLiteral( "seat_" ) );
    mRows[QStringLiteral( "bureau_seats" )] << seat;
  }
}

void CaPackContent::addProjects()
{
  const CaCsvTable csv = mInput.tables.value( QStringLiteral( "projects" ) );
  const CaCsvTable fields = mInput.tables.value( QStringLiteral( "project_fields" ) );
  const CaCsvTable subareas = mInput.tables.value( QStringLiteral( "subareas" ) );
  QVector<CaPackRow> &projects = mRows[QStringLiteral( "projects" )];
  QVector<int> ranks;
  for ( int i = 0; i < csv.size(); ++i )
  {
    QHash<QString, QVariant> &values = projects[i].values;
    const QString code = csv.value( i, QStringLiteral( "code" ) );
    QStringList fieldsJa;
    QStringList fieldsEn;
    const QVector<int> fieldRows = mInput.rowsWith( QStringLiteral( "project_fields" ), QStringLiteral( "project_code" ), code );
    for ( const int row : fieldRows )
    {
      fieldsJa << fields.value( row, QStringLiteral( "field_ja" ) );
      fieldsEn << fields.value( row, QStringLiteral( "field_en" ) );
    }
    values.insert( QStringLiteral( "fields_ja" ), fieldsJa.join( IDEOGRAPHIC_COMMA ) );
    values.insert( QStringLiteral( "fields_en" ), fieldsEn.join( QLatin1String( ", " ) ) );

    QStringList subareaNames;
    QSet<QString> ofSubareas;
    const QVector<int> subareaRows = mInput.rowsWith( QStringLiteral( "subareas" ), QStringLiteral( "project_code" ), code );
    for ( const int row : subareaRows )
    {
      if ( subareas.value( row, QStringLiteral( "kind" ) ) != QLatin1String( "subarea" ) )
        continue;
      subareaNames << subareas.value( row, QStringLiteral( "name_ja" ) );
      const QStringList codes = prefecturesOf( subareas.value( row, QStringLiteral( "code" ) ), true );
      ofSubareas += QSet<QString>( codes.begin(), codes.end() );
    }
    values.insert( QStringLiteral( "subareas_ja" ), CaPackRow::orNull( subareaNames.join( IDEOGRAPHIC_COMMA ) ) );

    QStringList prefectures = prefecturesOf( code );
    const bool own = !prefectures.isEmpty();
    if ( !own )
    {
      prefectures = QStringList( ofSubareas.begin(), ofSubareas.end() );
      std::sort( prefectures.begin(), prefectures.end() );
    }
    mProjectPrefectures.insert( code, prefectures );
    values.insert( QStringLiteral( "basis" ), own ? basisOf( code ) : QStringLiteral( "from_subareas" ) );
    values.insert( QStringLiteral( "prefectures_ja" ), mInput.prefectureNames( prefectures, QStringLiteral( "ja" ) ) );
    projects[i].geometry = unionOf( prefectures );

    // The lowest rank that no earlier project with a common prefecture has.
    QSet<int> taken;
    for ( int earlier = 0; earlier < i; ++earlier )
    {
      const QStringList others = mProjectPrefectures.value( csv.value( earlier, QStringLiteral( "code" ) ) );
      if ( std::any_of( others.begin(), others.end(), [&prefectures]( const QString &other ) { return prefectures.contains( other ); } ) )
        taken << ranks.at( earlier );
    }
    int rank = 1;
    while ( taken.contains( rank ) )
      ++rank;
    ranks << rank;
    values.insert( QStringLiteral( "rank" ), rank );

    CaPackRow point;
    for ( const char *column : { "code", "name_ja", "name_en", "bureau_code", "anchor_name", "anchor_basis", "source" } )
      point.values.insert( QLatin1String( column ), csv.value( i, QLatin1String( column ) ) );
    point.values.insert( QStringLiteral( "seq" ), csv.value( i, QStringLiteral( "seq" ) ).toInt() );
    point.geometry = pointOf( csv, i, QStringLiteral( "anchor_" ) );
    mRows[QStringLiteral( "project_points" )] << point;
  }
}

void CaPackContent::addSubareas()
{
  const CaCsvTable csv = mInput.tables.value( QStringLiteral( "subareas" ) );
  const CaCsvTable members = mInput.tables.value( QStringLiteral( "area_members" ) );
  QVector<CaPackRow> &subareas = mRows[QStringLiteral( "subareas" )];
  for ( int i = 0; i < csv.size(); ++i )
  {
    int municipalities = 0;
    int others = 0;
    double lat = 0;
    double lon = 0;
    const QVector<int> rows =
        mInput.rowsWith( QStringLiteral( "area_members" ), QStringLiteral( "owner_code" ), csv.value( i, QStringLiteral( "code" ) ) );
    for ( const int row : rows )
    {
      if ( members.value( row, QStringLiteral( "precision" ) ) != QLatin1String( "municipality" ) )
      {
        ++others;
        continue;
      }
      ++municipalities;
      lat += members.value( row, QStringLiteral( "lat" ) ).toDouble();
      lon += members.value( row, QStringLiteral( "lon" ) ).toDouble();
    }
    CaPackRow &subarea = subareas[i];
    subarea.values.insert( QStringLiteral( "members_count" ), municipalities );
    // A list of municipalities beside names of sub-regions is only a part of them.
    subarea.values.insert( QStringLiteral( "extent" ), others > 0           ? QStringLiteral( "subregions" )
                                                       : municipalities > 0 ? QStringLiteral( "municipality_list" )
                                                                            : QStringLiteral( "none" ) );
    subarea.geometry = pointOf( csv, i, QStringLiteral( "anchor_" ) );
    if ( subarea.geometry.isNull() && municipalities > 0 )
    {
      const double precision = 1e4; // as the municipality points
      subarea.geometry = QgsGeometry::fromPointXY( QgsPointXY( std::round( lon / municipalities * precision ) / precision,
                                                               std::round( lat / municipalities * precision ) / precision ) );
      subarea.values.insert( QStringLiteral( "anchor_basis" ), QStringLiteral( "centre of its listed municipalities (derived)" ) );
    }
  }
}

void CaPackContent::addTypeExamples()
{
  const CaCsvTable members = mInput.tables.value( QStringLiteral( "area_members" ) );
  for ( CaPackRow &example : mRows[QStringLiteral( "type_examples" )] )
  {
    const QString code = example.values.value( QStringLiteral( "code" ) ).toString();
    const QStringList prefectures = prefecturesOf( code );
    bool municipalities = false;
    const QVector<int> rows = mInput.rowsWith( QStringLiteral( "area_members" ), QStringLiteral( "owner_code" ), code );
    for ( const int row : rows )
      municipalities = municipalities || members.value( row, QStringLiteral( "precision" ) ) == QLatin1String( "municipality" );
    example.values.insert( QStringLiteral( "basis" ), basisOf( code ) );
    example.values.insert( QStringLiteral( "extent" ), !prefectures.isEmpty() ? QStringLiteral( "prefectures" )
                                                       : municipalities       ? QStringLiteral( "municipality_list" )
                                                                              : QStringLiteral( "subregions" ) );
    if ( !prefectures.isEmpty() )
      example.geometry = unionOf( prefectures );
  }
}

void CaPackContent::addAreaMembers()
{
  const CaCsvTable csv = mInput.tables.value( QStringLiteral( "area_members" ) );
  QVector<CaPackRow> &members = mRows[QStringLiteral( "area_members" )];
  for ( int i = 0; i < csv.size(); ++i )
  {
    const QString table = CaPackInput::ownerTable( csv.value( i, QStringLiteral( "owner_kind" ) ) );
    const QString owner = csv.value( i, QStringLiteral( "owner_code" ) );
    members[i].values.insert( QStringLiteral( "owner_name_ja" ), mInput.lookup( table, owner, QStringLiteral( "name_ja" ) ) );
    members[i].values.insert( QStringLiteral( "owner_name_en" ), mInput.lookup( table, owner, QStringLiteral( "name_en" ) ) );
    members[i].geometry = pointOf( csv, i, QString() );
  }
}

void CaPackContent::addPartners()
{
  const CaCsvTable csv = mInput.tables.value( QStringLiteral( "partner_places" ) );
  QVector<CaPackRow> &places = mRows[QStringLiteral( "partner_places" )];
  const auto worldAreaOf = [this]( const QString &partner )
  {
    const QVector<int> links = mInput.rowsWith( QStringLiteral( "partner_links" ), QStringLiteral( "partner_code" ), partner );
    return links.isEmpty() ? QVariant()
                           : QVariant( mInput.tables.value( QStringLiteral( "partner_links" ) )
                                           .value( links.constFirst(), QStringLiteral( "world_area_ja" ) ) );
  };
  for ( int i = 0; i < csv.size(); ++i )
  {
    places[i].values.insert( QStringLiteral( "world_area_ja" ), worldAreaOf( csv.value( i, QStringLiteral( "code" ) ) ) );
    places[i].values.insert( QStringLiteral( "name_display_ja" ), compatible( csv.value( i, QStringLiteral( "name_ja" ) ) ) );
    places[i].geometry = pointOf( csv, i, QString() );
  }

  const QVector<CaPackInput::Shape> shapes = mInput.boundaries.value( QStringLiteral( "partner_areas" ) );
  for ( const CaPackInput::Shape &shape : shapes )
  {
    CaPackRow area;
    const QString code = shape.properties.value( QStringLiteral( "partner_code" ) );
    area.values.insert( QStringLiteral( "code" ), code );
    area.values.insert( QStringLiteral( "world_area_ja" ), worldAreaOf( code ) );
    area.values.insert( QStringLiteral( "name_en" ),
                        mInput.lookup( QStringLiteral( "partner_places" ), code, QStringLiteral( "name_en" ) ) );
    for ( const char *property : { "country", "iso3166_2", "shape_basis" } )
      area.values.insert( QLatin1String( property ), CaPackRow::orNull( shape.properties.value( QLatin1String( property ) ) ) );
    area.geometry = shape.geometry;
    mRows[QStringLiteral( "partner_areas" )] << area;
  }
}

void CaPackContent::addPartnerLinks()
{
  const CaCsvTable csv = mInput.tables.value( QStringLiteral( "partner_links" ) );
  const CaCsvTable places = mInput.tables.value( QStringLiteral( "partner_places" ) );
  QVector<CaPackRow> &links = mRows[QStringLiteral( "partner_links" )];
  for ( int i = 0; i < csv.size(); ++i )
  {
    const QString project = csv.value( i, QStringLiteral( "project_code" ) );
    const QString subarea = csv.value( i, QStringLiteral( "subarea_code" ) );
    const QString partner = csv.value( i, QStringLiteral( "partner_code" ) );
    const int place = mInput.rowWith( QStringLiteral( "partner_places" ), QStringLiteral( "code" ), partner );
    const CaGeodesicLine line( pointOf( csv, i, QStringLiteral( "from_" ) ).asPoint(), pointOf( places, place, QString() ).asPoint() );
    links[i].geometry = line.geometry();

    QHash<QString, QVariant> &values = links[i].values;
    values.insert( QStringLiteral( "length_km" ), std::round( line.lengthKm() * 10 ) / 10 );
    values.insert( QStringLiteral( "bureau_code" ),
                   mInput.lookup( QStringLiteral( "projects" ), project, QStringLiteral( "bureau_code" ) ) );
    values.insert( QStringLiteral( "title_ja" ), compatible( csv.value( i, QStringLiteral( "project_label_ja" ) ) + LINK_SIGN +
                                                             csv.value( i, QStringLiteral( "partner_part_ja" ) ) ) );
    const QString nameEn = subarea.isEmpty() ? mInput.lookup( QStringLiteral( "projects" ), project, QStringLiteral( "name_en" ) )
                                             : mInput.lookup( QStringLiteral( "subareas" ), subarea, QStringLiteral( "name_en" ) );
    values.insert( QStringLiteral( "title_en" ),
                   QStringLiteral( "%1 %2 %3" ).arg( nameEn, EN_DASH, places.value( place, QStringLiteral( "name_en" ) ) ) );
  }
}

void CaPackContent::addEvents()
{
  for ( const char *name : { "gov_cooperation", "conference_sessions", "cases" } )
  {
    const QString table = QLatin1String( name );
    const CaCsvTable csv = mInput.tables.value( table );
    QVector<CaPackRow> &rows = mRows[table];
    for ( int i = 0; i < csv.size(); ++i )
    {
      setPeriod( rows[i] );
      rows[i].geometry = pointOf( csv, i, QString() );
    }
  }
  for ( CaPackRow &session : mRows[QStringLiteral( "conference_sessions" )] )
  {
    const QString code = session.values.value( QStringLiteral( "conference_code" ) ).toString();
    session.values.insert( QStringLiteral( "conference_ja" ),
                           mInput.lookup( QStringLiteral( "conferences" ), code, QStringLiteral( "name_ja" ) ) );
    session.values.insert( QStringLiteral( "conference_en" ),
                           mInput.lookup( QStringLiteral( "conferences" ), code, QStringLiteral( "name_en" ) ) );
  }
}

void CaPackContent::addCountries()
{
  const QVector<CaPackInput::Shape> shapes = mInput.boundaries.value( QStringLiteral( "countries" ) );
  for ( const CaPackInput::Shape &shape : shapes )
  {
    CaPackRow country;
    for ( const char *property : { "iso_a2", "name_en", "name_ja" } )
      country.values.insert( QLatin1String( property ), CaPackRow::orNull( shape.properties.value( QLatin1String( property ) ) ) );
    country.geometry = shape.geometry;
    mRows[QStringLiteral( "countries" )] << country;
  }
}

void CaPackContent::addFrames()
{
  CaPackFrames frames( mInput, mPrefectures, mProblems );
  QVector<CaPackRow> &rows = mRows[QStringLiteral( "frames" )];
  rows << frames.of( QStringLiteral( "national" ), QStringLiteral( "NATIONAL" ), mPrefectures.keys() );
  const CaCsvTable bureaus = mInput.tables.value( QStringLiteral( "bureaus" ) );
  for ( int i = 0; i < bureaus.size(); ++i )
  {
    const QString code = bureaus.value( i, QStringLiteral( "code" ) );
    QStringList prefectures;
    const QVector<int> members = mInput.rowsWith( QStringLiteral( "prefectures" ), QStringLiteral( "bureau_code" ), code );
    for ( const int member : members )
      prefectures << mInput.tables.value( QStringLiteral( "prefectures" ) ).value( member, QStringLiteral( "code" ) );
    rows << frames.of( QStringLiteral( "bureau" ), code, prefectures );
  }
  const CaCsvTable projects = mInput.tables.value( QStringLiteral( "projects" ) );
  for ( int i = 0; i < projects.size(); ++i )
  {
    const QString code = projects.value( i, QStringLiteral( "code" ) );
    rows << frames.of( QStringLiteral( "project" ), code, mProjectPrefectures.value( code ) );
  }
  // The others are shown by the points of their municipalities.
  const CaCsvTable examples = mInput.tables.value( QStringLiteral( "type_examples" ) );
  for ( int i = 0; i < examples.size(); ++i )
  {
    const QString code = examples.value( i, QStringLiteral( "code" ) );
    const QStringList prefectures = prefecturesOf( code );
    if ( !prefectures.isEmpty() )
      rows << frames.of( QStringLiteral( "type_example" ), code, prefectures );
  }
}

void CaPackContent::addSchemaTables()
{
  const QVector<CaPackTable> tables = mInput.schema.tables();
  for ( const CaPackTable &table : tables )
  {
    CaPackRow row;
    row.values = {
      { QStringLiteral( "name" ), table.name },
      { QStringLiteral( "title_ja" ), table.titleJa },
      { QStringLiteral( "title_en" ), table.titleEn },
      { QStringLiteral( "abstract_ja" ), table.abstractJa },
      { QStringLiteral( "abstract_en" ), table.abstractEn },
      { QStringLiteral( "credit_ja" ), CaPackRow::orNull( table.creditJa ) },
      { QStringLiteral( "credit_en" ), CaPackRow::orNull( table.creditEn ) },
      { QStringLiteral( "licence" ), table.licence },
      { QStringLiteral( "source" ), CaPackRow::orNull( table.source ) },
    };
    mRows[QStringLiteral( "pack_tables" )] << row;

    int seq = 0;
    const QVector<CaPackColumn> columns = table.packColumns();
    for ( const CaPackColumn &column : columns )
    {
      CaPackRow line;
      line.values = {
        { QStringLiteral( "table_name" ), table.name },
        { QStringLiteral( "name" ), column.name },
        { QStringLiteral( "seq" ), ++seq },
        { QStringLiteral( "alias_ja" ), column.aliasJa },
        { QStringLiteral( "alias_en" ), column.aliasEn },
        { QStringLiteral( "description_ja" ), CaPackRow::orNull( column.descriptionJa ) },
        { QStringLiteral( "description_en" ), CaPackRow::orNull( column.descriptionEn ) },
        { QStringLiteral( "form_group" ), column.formGroup },
        { QStringLiteral( "check" ), CaPackRow::orNull( column.check ) },
      };
      mRows[QStringLiteral( "pack_columns" )] << line;
    }
  }
}

QStringList CaPackContent::prefecturesOf( const QString &owner, bool any ) const
{
  const CaCsvTable members = mInput.tables.value( QStringLiteral( "area_members" ) );
  QSet<QString> codes;
  const QVector<int> rows = mInput.rowsWith( QStringLiteral( "area_members" ), QStringLiteral( "owner_code" ), owner );
  for ( const int row : rows )
  {
    if ( any || members.value( row, QStringLiteral( "precision" ) ) == QLatin1String( "prefecture" ) )
      codes << members.value( row, QStringLiteral( "jis_code" ) ).left( 2 );
  }
  QStringList sorted( codes.begin(), codes.end() );
  std::sort( sorted.begin(), sorted.end() );
  return sorted;
}

QString CaPackContent::basisOf( const QString &owner ) const
{
  const CaCsvTable members = mInput.tables.value( QStringLiteral( "area_members" ) );
  const bool prefecturesOnly = !prefecturesOf( owner ).isEmpty();
  QString weakest;
  const QVector<int> rows = mInput.rowsWith( QStringLiteral( "area_members" ), QStringLiteral( "owner_code" ), owner );
  for ( const int row : rows )
  {
    if ( prefecturesOnly && members.value( row, QStringLiteral( "precision" ) ) != QLatin1String( "prefecture" ) )
      continue;
    const QString basis = members.value( row, QStringLiteral( "basis" ) );
    if ( weakness( basis ) > weakness( weakest ) )
      weakest = basis;
  }
  return weakest;
}

QgsGeometry CaPackContent::unionOf( const QStringList &prefectures )
{
  // Bureaus and projects often have the same prefectures.
  const auto known = mUnions.constFind( prefectures );
  if ( known != mUnions.constEnd() )
    return *known;
  QVector<QgsGeometry> parts;
  for ( const QString &prefecture : prefectures )
    parts << mPrefectures.value( prefecture );
  QgsGeometry result = QgsGeometry::unaryUnion( parts );
  if ( result.isEmpty() || !result.isGeosValid() )
    mProblems.add( QStringLiteral( "boundaries/prefectures.geojson" ), 0, QStringLiteral( "geometry" ),
                   QStringLiteral( "the union of %1 is not valid; repair these shapes" ).arg( prefectures.join( QLatin1String( ", " ) ) ) );
  result.convertToMultiType();
  mUnions.insert( prefectures, result );
  return result;
}
