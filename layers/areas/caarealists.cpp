// SPDX-License-Identifier: GPL-2.0-or-later
#include "caarealists.h"

#include "caareacode.h"
#include "cafiles.h"
#include "capack.h"
#include "capaths.h"
#include "catextbytes.h"

#include <QFile>
#include <QHash>

#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <algorithm>

namespace
{

//! Columns of a table, as it is written.
const char *const COLUMNS[] = { "area_kind", "area_code", "area_name_ja", "area_name_en", "jis_code", "name",
                                "precision", "subregion", "basis",        "note",         "source" };

//! Other names under which columns are known, in data/area_members.csv.
const std::pair<const char *, const char *> ALIASES[] = { { "owner_kind", "area_kind" },       { "owner_code", "area_code" },
                                                          { "owner_name_ja", "area_name_ja" }, { "name_ja", "name" },
                                                          { "subregion_ja", "subregion" },     { "owner_name_en", "area_name_en" } };

QString text( const OGRFeature &row, const char *column )
{
  const int index = row.GetFieldIndex( column );
  return index < 0 ? QString() : QString::fromUtf8( row.GetFieldAsString( index ) );
}

//! The queries on the pack: areas in order, with their members.
QString query( const QString &what )
{
  const QString members = QStringLiteral( "SELECT '%1' AS kind, a.code AS code, a.name_ja AS name_ja, a.name_en AS name_en, m.jis_code AS "
                                          "jis_code, m.name_ja AS name, m.precision AS precision, "
                                          "m.subregion_ja AS subregion, %2 AS basis, m.note AS note, m.source AS source FROM %3 a LEFT "
                                          "JOIN area_members m ON %4 ORDER BY %5, m.rowid" );
  if ( what == QLatin1String( "prefectures" ) )
    return QStringLiteral( "SELECT 'prefecture' AS kind, code, name_ja, name_en, code AS jis_code, name_ja AS name, 'prefecture' AS "
                           "precision, '' AS subregion, 'sourced' AS basis, '' AS note, source "
                           "FROM prefectures ORDER BY code" );
  if ( what == QLatin1String( "bureaus" ) )
    return QStringLiteral( "SELECT 'bureau' AS kind, b.code AS code, b.name_ja AS name_ja, b.name_en AS name_en, p.code AS jis_code, "
                           "p.name_ja AS name, 'prefecture' AS precision, '' AS subregion, "
                           "'sourced' AS basis, '' AS note, p.source AS source FROM bureaus b LEFT JOIN prefectures p ON p.bureau_code = "
                           "b.code ORDER BY b.seq, p.code" );
  if ( what == QLatin1String( "subareas" ) )
    return members.arg( QStringLiteral( "subarea" ), QStringLiteral( "m.basis" ), QStringLiteral( "subareas" ),
                        QStringLiteral( "m.owner_kind = 'subarea' AND m.owner_code = a.code" ), QStringLiteral( "a.rowid" ) );
  if ( what == QLatin1String( "types" ) )
    return members.arg( QStringLiteral( "type_example" ), QStringLiteral( "m.basis" ), QStringLiteral( "type_examples" ),
                        QStringLiteral( "m.owner_kind = 'type_example' AND m.owner_code = a.code" ), QStringLiteral( "a.rowid" ) );
  // A project without places of its own consists of its sub-areas.
  return members.arg(
      QStringLiteral( "project" ), QStringLiteral( "CASE m.owner_kind WHEN 'subarea' THEN 'from_subareas' ELSE m.basis END" ),
      QStringLiteral( "projects" ),
      QStringLiteral( "( m.owner_kind = 'project' AND m.owner_code = a.code ) OR ( m.owner_kind = 'subarea' AND m.owner_code IN ( SELECT "
                      "code FROM subareas WHERE project_code = a.code ) "
                      "AND NOT EXISTS ( SELECT 1 FROM area_members own WHERE own.owner_kind = 'project' AND own.owner_code = a.code ) )" ),
      QStringLiteral( "a.seq" ) );
}

QString csvField( const QString &text )
{
  if ( !text.contains( QLatin1Char( ',' ) ) && !text.contains( QLatin1Char( '"' ) ) && !text.contains( QLatin1Char( '\n' ) ) &&
       !text.contains( QLatin1Char( '\r' ) ) )
    return text;
  return QLatin1Char( '"' ) + QString( text ).replace( QLatin1Char( '"' ), QLatin1String( "\"\"" ) ) + QLatin1Char( '"' );
}

} // namespace

CaAreaLists::CaAreaLists( const QVector<CaAreaList> &areas )
    : mAreas( areas )
{
}

QStringList CaAreaLists::kinds()
{
  return { QStringLiteral( "prefectures" ), QStringLiteral( "bureaus" ), QStringLiteral( "projects" ), QStringLiteral( "subareas" ),
           QStringLiteral( "types" ) };
}

CaAreaList &CaAreaLists::area( const QString &kind, const QString &code )
{
  const auto known =
      std::find_if( mAreas.begin(), mAreas.end(), [&]( const CaAreaList &area ) { return area.kind == kind && area.code == code; } );
  if ( known != mAreas.end() )
    return *known;
  mAreas << CaAreaList{ kind, code, QString(), QString(), {} };
  return mAreas.last();
}

std::optional<CaAreaLists> CaAreaLists::fromPack( const QString &packFileName, const QString &what, QString *error )
{
  if ( !kinds().contains( what ) )
  {
    *error = tr( "There are no areas called “%1” in a data pack. There are: %2." ).arg( what, kinds().join( QStringLiteral( ", " ) ) );
    return std::nullopt;
  }
  if ( !CaPack::open( packFileName, error ) )
    return std::nullopt;
  const CPLErrorStateBackuper errorState;
  const CPLErrorHandlerPusher quiet( CPLQuietErrorHandler );
  static const char *const immutable[] = { "IMMUTABLE=YES", nullptr };
  const GDALDatasetUniquePtr dataset( GDALDataset::Open( packFileName.toUtf8().constData(), GDAL_OF_VECTOR | GDAL_OF_READONLY, nullptr,
                                                         packFileName == CaPaths::installedPack() ? immutable : nullptr ) );
  OGRLayer *rows = dataset ? dataset->ExecuteSQL( query( what ).toUtf8().constData(), nullptr, nullptr ) : nullptr;
  if ( !rows )
  {
    *error = tr( "The areas cannot be read from the data pack %1 (%2). Take a fresh copy of it." )
                 .arg( packFileName, QString::fromUtf8( CPLGetLastErrorMsg() ) );
    return std::nullopt;
  }
  CaAreaLists lists;
  for ( const OGRFeatureUniquePtr &row : *rows )
  {
    CaAreaList &list = lists.area( text( *row, "kind" ), text( *row, "code" ) );
    list.nameJa = text( *row, "name_ja" );
    list.nameEn = text( *row, "name_en" );
    if ( !text( *row, "jis_code" ).isEmpty() )
      list.members << CaAreaMember{ text( *row, "jis_code" ), text( *row, "name" ), text( *row, "precision" ), text( *row, "subregion" ),
                                    text( *row, "basis" ),    text( *row, "note" ), text( *row, "source" ) };
  }
  dataset->ReleaseResultSet( rows );
  return lists;
}

std::optional<CaAreaLists> CaAreaLists::fromCsv( const QString &fileName, QString *error, QStringList *otherColumns )
{
  QFile file( fileName );
  if ( !file.open( QIODevice::ReadOnly ) )
  {
    *error = tr( "The membership table %1 cannot be opened (%2)." ).arg( fileName, file.errorString() );
    return std::nullopt;
  }
  const std::optional<QString> content = CaTextBytes::decodeAny( file.readAll() );
  if ( !content )
  {
    *error = tr( "The text of %1 is neither UTF-8 nor CP932 (Shift_JIS) throughout. Save it as CSV in UTF-8." ).arg( fileName );
    return std::nullopt;
  }
  QByteArray utf8 = content->toUtf8();
  const QByteArray memory = QStringLiteral( "/vsimem/clusteratlas_membership_%1.csv" ).arg( reinterpret_cast<quintptr>( &utf8 ) ).toUtf8();
  VSIFCloseL( VSIFileFromMemBuffer( memory.constData(), reinterpret_cast<GByte *>( utf8.data() ), static_cast<vsi_l_offset>( utf8.size() ),
                                    FALSE ) );
  struct Unlink
  {
    const QByteArray &name;
    ~Unlink() { VSIUnlink( name.constData() ); }
  } const unlink{ memory };
  GDALAllRegister();
  const CPLErrorStateBackuper errorState;
  const CPLErrorHandlerPusher quiet( CPLQuietErrorHandler );
  static const char *const drivers[] = { "CSV", nullptr };
  const GDALDatasetUniquePtr dataset( GDALDataset::Open( memory.constData(), GDAL_OF_VECTOR | GDAL_OF_READONLY, drivers, nullptr ) );
  OGRLayer *layer = dataset && dataset->GetLayerCount() > 0 ? dataset->GetLayer( 0 ) : nullptr;
  QHash<QString, int> columns;
  if ( otherColumns )
    otherColumns->clear();
  for ( int i = 0; layer && i < layer->GetLayerDefn()->GetFieldCount(); ++i )
  {
    QString name = QString::fromUtf8( layer->GetLayerDefn()->GetFieldDefn( i )->GetNameRef() ).trimmed().toLower();
    // The Japanese name of a municipality is `name_ja` in the project's own table, which has the area's in `owner_name_ja`.
    for ( const auto &[alias, column] : ALIASES )
      name = name == QLatin1String( alias ) ? QString::fromLatin1( column ) : name;
    columns.insert( name, i );
    if ( otherColumns && std::find( std::begin( COLUMNS ), std::end( COLUMNS ), name ) == std::end( COLUMNS ) )
      *otherColumns << name;
  }
  if ( !columns.contains( QStringLiteral( "area_code" ) ) || !columns.contains( QStringLiteral( "jis_code" ) ) )
  {
    *error = tr( "%1 is no membership table: its first line must name the columns area_code and jis_code." ).arg( fileName );
    return std::nullopt;
  }

  CaAreaLists lists;
  int row = 1;
  for ( const OGRFeatureUniquePtr &feature : *layer )
  {
    ++row;
    const auto value = [&]( const char *column )
    {
      const int index = columns.value( QString::fromLatin1( column ), -1 );
      return index < 0 ? QString() : QString::fromUtf8( feature->GetFieldAsString( index ) ).trimmed();
    };
    const QString code = value( "jis_code" );
    if ( value( "area_code" ).isEmpty() && code.isEmpty() )
      continue;
    const QString canonical = CaAreaCode::canonical( code );
    if ( value( "area_code" ).isEmpty() || canonical.isEmpty() )
    {
      *error =
          value( "area_code" ).isEmpty()
              ? tr( "Row %1 of %2 has no area_code." ).arg( row ).arg( fileName )
              : tr( "Row %1 of %2: “%3” is no JIS code of a prefecture (2 digits) or municipality (5, or 6 with the right check digit)." )
                    .arg( row )
                    .arg( fileName, code );
      return std::nullopt;
    }
    CaAreaMember member{ canonical,        value( "name" ), value( "precision" ), value( "subregion" ),
                         value( "basis" ), value( "note" ), value( "source" ) };
    if ( member.precision.isEmpty() )
      member.precision = CaAreaCode::isPrefecture( canonical ) ? QStringLiteral( "prefecture" ) : QStringLiteral( "municipality" );
    const bool fits = member.precision == QLatin1String( "municipality" )
                          ? !CaAreaCode::isPrefecture( canonical )
                          : member.precision == QLatin1String( "prefecture" ) || member.precision == QLatin1String( "subregion" );
    if ( !fits )
    {
      *error = tr( "Row %1 of %2: the precision “%3” does not go with code %4. It is prefecture, municipality or subregion." )
                   .arg( row )
                   .arg( fileName, member.precision, canonical );
      return std::nullopt;
    }
    const QString kind = value( "area_kind" ).isEmpty() ? QStringLiteral( "area" ) : value( "area_kind" );
    CaAreaList &list = lists.area( kind, value( "area_code" ) );
    list.nameJa = list.nameJa.isEmpty() ? value( "area_name_ja" ) : list.nameJa;
    list.nameEn = list.nameEn.isEmpty() ? value( "area_name_en" ) : list.nameEn;
    list.members << member;
  }
  if ( lists.mAreas.isEmpty() )
  {
    *error = tr( "%1 names no area. Add a row with area_code and jis_code for each municipality of an area." ).arg( fileName );
    return std::nullopt;
  }
  return lists;
}

QByteArray CaAreaLists::toCsv() const
{
  QStringList header;
  for ( const char *column : COLUMNS )
    header << QString::fromLatin1( column );
  QString text = header.join( QLatin1Char( ',' ) ) + QLatin1Char( '\n' );
  for ( const CaAreaList &area : mAreas )
  {
    QVector<CaAreaMember> members = area.members;
    std::stable_sort( members.begin(), members.end(), []( const CaAreaMember &a, const CaAreaMember &b ) { return a.code < b.code; } );
    for ( const CaAreaMember &member : members )
    {
      QStringList fields{ area.kind,        area.code,        area.nameJa,  area.nameEn, member.code,  member.name,
                          member.precision, member.subregion, member.basis, member.note, member.source };
      std::transform( fields.begin(), fields.end(), fields.begin(), csvField );
      text += fields.join( QLatin1Char( ',' ) ) + QLatin1Char( '\n' );
    }
  }
  return text.toUtf8();
}

bool CaAreaLists::writeCsv( const QString &fileName, QString *error ) const
{
  const QString beside = CaFiles::besideName( fileName );
  QFile file( beside );
  const QByteArray bytes = toCsv();
  if ( !file.open( QIODevice::WriteOnly ) || file.write( bytes ) != bytes.size() )
  {
    *error =
        tr( "The membership table cannot be written to %1 (%2). Choose a folder you may write to." ).arg( fileName, file.errorString() );
    file.remove();
    return false;
  }
  file.close();
  return CaFiles::moveIntoPlace( beside, fileName, true, error );
}
