// SPDX-License-Identifier: GPL-2.0-or-later
#include "caclusterfacts.h"

#include "capack.h"

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
  const auto addOnce = []( QStringList &list, const QString &text )
  {
    if ( !text.isEmpty() && !list.contains( text ) )
      list << text;
  };

  const bool ok =
      read( "bureaus", { QStringLiteral( "code" ) }, [&]( const QStringList &row ) { facts.mBureaus << row.at( 0 ); } ) &&
      read( "projects", { QStringLiteral( "code" ), QStringLiteral( "bureau_code" ) },
            [&]( const QStringList &row ) {
              facts.mProjects.insert( row.at( 0 ), { row.at( 0 ), row.at( 1 ), {}, {}, {} } );
            } ) &&
      read(
          "project_fields",
          { QStringLiteral( "project_code" ), QStringLiteral( "field_ja" ), QStringLiteral( "field_en" ), QStringLiteral( "field_group" ) },
          [&]( const QStringList &row ) {
            facts.mProjects[row.at( 0 )].fields << CaClusterField{ row.at( 1 ), row.at( 2 ), row.at( 3 ) };
          } ) &&
      read( "subareas", { QStringLiteral( "code" ), QStringLiteral( "project_code" ) },
            [&]( const QStringList &row )
            {
              const CaClusterFact &project = facts.mProjects[row.at( 1 )];
              facts.mSubareas.insert( row.at( 0 ), { row.at( 1 ), project.bureau, project.fields, {}, {} } );
            } ) &&
      read( "type_examples", { QStringLiteral( "type_code" ), QStringLiteral( "project_code" ), QStringLiteral( "subarea_code" ) },
            [&]( const QStringList &row )
            {
              addOnce( facts.mTypes, row.at( 0 ) );
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
              addOnce( facts.mCountries, link.country );
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
  return kind == QLatin1String( "subarea" ) ? mSubareas.value( code ) : CaClusterFact();
}
