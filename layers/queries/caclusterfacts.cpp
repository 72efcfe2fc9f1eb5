// SPDX-License-Identifier: GPL-2.0-or-later
#include "caclusterfacts.h"

#include "capack.h"

#include <algorithm>

namespace
{

template <typename T>
void addOnce( QVector<T> &list, const T &value, const std::function<bool( const T & )> &isSame )
{
  if ( std::none_of( list.begin(), list.end(), isSame ) )
    list << value;
}

void addOnce( QStringList &list, const QString &text )
{
  if ( !text.isEmpty() && !list.contains( text ) )
    list << text;
}

} // namespace

QString CaNamedCode::name( const QString &language ) const
{
  const QString &name = language == QLatin1String( "ja" ) ? nameJa : nameEn;
  return name.isEmpty() ? code : name;
}

QString CaClusterFacts::nameOf( const QVector<CaNamedCode> &codes, const QString &code, const QString &language )
{
  const auto found = std::find_if( codes.begin(), codes.end(), [&]( const CaNamedCode &one ) { return one.code == code; } );
  return found == codes.end() ? code : found->name( language );
}

std::optional<CaClusterFacts> CaClusterFacts::load( const QString &packFileName, QString *error )
{
  const std::optional<CaPack> pack = CaPack::open( packFileName, error );
  if ( !pack )
    return std::nullopt;
  CaClusterFacts facts;
  const auto read = [&]( const char *table, const QStringList &columns, const std::function<void( const QStringList & )> &use )
  {
    return pack->readTable( QString::fromLatin1( table ), columns, use, error );
  };
  const QStringList named{ QStringLiteral( "code" ), QStringLiteral( "name_ja" ), QStringLiteral( "name_en" ) };
  QHash<QString, CaNamedCode> countries;

  const bool ok =
      read( "bureaus", { QStringLiteral( "code" ), QStringLiteral( "short_ja" ), QStringLiteral( "short_en" ) },
            [&]( const QStringList &row ) {
              facts.mBureaus << CaNamedCode{ row.at( 0 ), row.at( 1 ), row.at( 2 ) };
            } ) &&
      read( "metrics", { QStringLiteral( "code" ) }, [&]( const QStringList &row ) { facts.mMetrics << row.at( 0 ); } ) &&
      read( "types", named,
            [&]( const QStringList &row ) {
              facts.mTypes << CaNamedCode{ row.at( 0 ), row.at( 1 ), row.at( 2 ) };
            } ) &&
      read( "countries", { QStringLiteral( "iso_a2" ), QStringLiteral( "name_ja" ), QStringLiteral( "name_en" ) },
            [&]( const QStringList &row ) {
              countries.insert( row.at( 0 ), { row.at( 0 ), row.at( 1 ), row.at( 2 ) } );
            } ) &&
      read( "projects", { QStringLiteral( "code" ), QStringLiteral( "bureau_code" ) },
            [&]( const QStringList &row ) {
              facts.mProjects.insert( row.at( 0 ), { row.at( 0 ), row.at( 1 ), {}, {}, {} } );
            } ) &&
      read(
          "project_fields",
          { QStringLiteral( "project_code" ), QStringLiteral( "field_ja" ), QStringLiteral( "field_en" ), QStringLiteral( "field_group" ) },
          [&]( const QStringList &row )
          {
            const CaClusterField field{ row.at( 1 ), row.at( 2 ), row.at( 3 ) };
            facts.mProjects[row.at( 0 )].fields << field;
            addOnce<CaClusterField>( facts.mFields, field, [&]( const CaClusterField &one ) { return one.nameJa == field.nameJa; } );
          } ) &&
      read( "subareas", { QStringLiteral( "code" ), QStringLiteral( "project_code" ) },
            [&]( const QStringList &row )
            {
              const CaClusterFact &project = facts.mProjects[row.at( 1 )];
              facts.mSubareas.insert( row.at( 0 ), { row.at( 1 ), project.bureau, project.fields, {}, {} } );
            } ) &&
      read( "type_examples",
            { QStringLiteral( "type_code" ), QStringLiteral( "project_code" ), QStringLiteral( "subarea_code" ), QStringLiteral( "code" ),
              QStringLiteral( "bureau_code" ) },
            [&]( const QStringList &row )
            {
              facts.mTypeExamples.insert( row.at( 3 ), { row.at( 1 ), row.at( 4 ), {}, { row.at( 0 ) }, {} } );
              if ( facts.mProjects.contains( row.at( 1 ) ) )
                addOnce( facts.mProjects[row.at( 1 )].types, row.at( 0 ) );
              if ( facts.mSubareas.contains( row.at( 2 ) ) )
                addOnce( facts.mSubareas[row.at( 2 )].types, row.at( 0 ) );
            } ) &&
      read( "partner_links",
            { QStringLiteral( "code" ), QStringLiteral( "title_ja" ), QStringLiteral( "title_en" ), QStringLiteral( "country" ),
              QStringLiteral( "subarea_code" ), QStringLiteral( "project_judgement" ), QStringLiteral( "partner_judgement" ),
              QStringLiteral( "project_code" ) },
            [&]( const QStringList &row )
            {
              const bool judgement = row.at( 5 ) == QLatin1String( "1" ) || row.at( 6 ) == QLatin1String( "1" );
              const CaClusterLink link{ row.at( 0 ), row.at( 1 ), row.at( 2 ), row.at( 3 ), row.at( 4 ), judgement };
              const CaNamedCode country = countries.value( link.country, { link.country, QString(), QString() } );
              addOnce<CaNamedCode>( facts.mCountries, country, [&]( const CaNamedCode &one ) { return one.code == country.code; } );
              facts.mProjects[row.at( 7 )].links << link;
              if ( facts.mSubareas.contains( link.subarea ) )
                facts.mSubareas[link.subarea].links << link;
            } );
  if ( !ok )
    return std::nullopt;
  return facts;
}

CaClusterFact CaClusterFacts::of( const QString &kind, const QString &code ) const
{
  if ( kind == QLatin1String( "project" ) )
    return mProjects.value( code );
  if ( kind == QLatin1String( "subarea" ) )
    return mSubareas.value( code );
  return kind == QLatin1String( "type_example" ) ? mTypeExamples.value( code ) : CaClusterFact();
}
