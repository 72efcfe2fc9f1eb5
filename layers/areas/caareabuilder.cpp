// SPDX-License-Identifier: GPL-2.0-or-later
#include "caareabuilder.h"

#include "caareacode.h"
#include "cacompat.h"
#include "caparallel.h"

#include <qgscoordinatetransformcontext.h>
#include <qgsdistancearea.h>
#include <qgsfeedback.h>

#include <QSet>

#include <algorithm>

namespace
{

//! From well founded to guessed; an area is as good as its weakest part.
int weakness( const QString &basis )
{
  static const QStringList order{ QStringLiteral( "sourced" ), QStringLiteral( "inferred" ), QStringLiteral( "from_subareas" ),
                                  QStringLiteral( "judgement" ), QStringLiteral( "bureau_fallback" ) };
  return order.indexOf( basis );
}

} // namespace

CaAreaBuilder::CaAreaBuilder( std::shared_ptr<const CaBoundaries> boundaries, const CaCodeChanges &changes )
    : mBoundaries( std::move( boundaries ) )
    , mChanges( changes )
{
  const QVector<CaBoundaryMember> &members = mBoundaries->members();
  for ( int i = 0; i < members.size(); ++i )
  {
    const QString city = CaAreaCode::cityOfWard( members.at( i ).code );
    if ( !city.isEmpty() )
      mWards[city] << i;
  }
}

CaAreaBuilder::Resolved CaAreaBuilder::resolve( const QString &code ) const
{
  const int member = mBoundaries->memberWith( code );
  if ( CaAreaCode::isPrefecture( code ) )
  {
    const QVector<int> members = mBoundaries->membersOfPrefecture( code );
    return { members, members.isEmpty() ? tr( "the boundaries have nothing of this prefecture" ) : QString(), {} };
  }
  if ( member != -1 )
    return { { member }, QString(), {} };
  if ( mWards.contains( code ) )
    return { mWards.value( code ), QString(), {} };
  if ( !mBoundaries->hasMunicipalities() )
    return { {}, tr( "the boundaries have prefectures only" ), {} };
  const QString city = CaAreaCode::cityOfWard( code );
  if ( mBoundaries->memberWith( city ) != -1 )
    return { {}, tr( "the boundaries have the city %1 only as a whole" ).arg( city ), {} };

  Resolved result;
  // Each code that the boundaries lack gives way to those in its place, once.
  QStringList successors = mChanges.successors( code );
  for ( int i = 0; i < successors.size(); ++i )
  {
    const QString successor = successors.at( i );
    const int newMember = mBoundaries->memberWith( successor );
    const QVector<int> newMembers = newMember != -1 ? QVector<int>{ newMember } : mWards.value( successor );
    if ( newMembers.isEmpty() )
    {
      const QString newCity = CaAreaCode::cityOfWard( successor );
      if ( mBoundaries->memberWith( newCity ) != -1 )
        result.problem = tr( "the boundaries have the city %1 only as a whole" ).arg( newCity );
      for ( const QString &next : mChanges.successors( successor ) )
      {
        if ( next != code && !successors.contains( next ) )
          successors << next;
      }
      continue;
    }
    result.members += newMembers;
    result.replaced << tr( "%1 → %2" ).arg( code, successor );
  }
  if ( !result.members.isEmpty() )
    result.problem.clear();
  else if ( result.problem.isEmpty() )
    result.problem = tr( "not in the boundaries, and no merger is known that explains it" );
  return result;
}

CaBuiltArea CaAreaBuilder::resolve( const CaAreaList &list ) const
{
  CaBuiltArea area;
  area.list = list;
  QSet<QString> codes;
  QSet<QString> prefectures;
  QSet<QString> listedSubregions;
  QSet<QString> namedSubregions;
  bool hasMunicipalities = false;
  bool isNested = true;
  for ( const CaAreaMember &member : list.members )
  {
    if ( weakness( member.basis ) > weakness( area.basis ) )
      area.basis = member.basis;
    if ( member.precision == QLatin1String( "prefecture" ) )
      prefectures << member.code;
    if ( member.precision == QLatin1String( "municipality" ) )
      listedSubregions << member.subregion;
  }
  // A part of a prefecture that is listed as a whole is there.
  for ( const CaAreaMember &member : list.members )
  {
    if ( member.precision == QLatin1String( "subregion" ) && !prefectures.contains( member.code ) )
      namedSubregions << member.subregion;
  }
  QSet<int> members;
  for ( const CaAreaMember &member : list.members )
  {
    if ( member.precision == QLatin1String( "subregion" ) || codes.contains( member.code ) )
      continue;
    codes << member.code;
    ++area.listed;
    const bool isMunicipality = member.precision == QLatin1String( "municipality" );
    hasMunicipalities |= isMunicipality;
    // A municipality of a prefecture that is listed as a whole is there, whatever the boundaries say of it.
    if ( isMunicipality && prefectures.contains( member.code.left( 2 ) ) )
    {
      ++area.found;
      continue;
    }
    isNested &= !isMunicipality;
    const Resolved resolved = resolve( member.code );
    area.replaced += resolved.replaced;
    if ( resolved.members.isEmpty() )
      area.missing << QStringLiteral( "%1 %2: %3" ).arg( member.code, member.name, resolved.problem );
    else
      ++area.found;
    for ( const int one : resolved.members )
      members << one;
  }
  area.members = QVector<int>( members.begin(), members.end() );
  std::sort( area.members.begin(), area.members.end() );

  const bool namesParts = !namedSubregions.isEmpty();
  const bool lacksParts = namesParts && !listedSubregions.contains( namedSubregions );
  if ( mFallback && ( lacksParts || ( area.members.isEmpty() && !list.members.isEmpty() ) ) )
    fallBack( area );
  else if ( area.members.isEmpty() )
    area.precision = QStringLiteral( "none" );
  else if ( !prefectures.isEmpty() && !namesParts )
    area.precision = isNested ? QStringLiteral( "prefecture" ) : QStringLiteral( "mixed" );
  else
    area.precision = namesParts || !area.missing.isEmpty() ? QStringLiteral( "municipality_partial" ) : QStringLiteral( "municipality" );
  return area;
}

void CaAreaBuilder::fallBack( CaBuiltArea &area ) const
{
  QSet<int> members;
  for ( const CaAreaMember &member : std::as_const( area.list.members ) )
  {
    for ( const int one : mBoundaries->membersOfPrefecture( member.code.left( 2 ) ) )
      members << one;
  }
  area.members = QVector<int>( members.begin(), members.end() );
  std::sort( area.members.begin(), area.members.end() );
  area.precision = area.members.isEmpty() ? QStringLiteral( "none" ) : QStringLiteral( "prefecture_fallback" );
}

QVector<CaBuiltArea> CaAreaBuilder::resolve( const CaAreaLists &lists )
{
  QVector<CaBuiltArea> areas = resolved( lists );
  reportAreas( areas );
  return areas;
}

QVector<CaBuiltArea> CaAreaBuilder::resolved( const CaAreaLists &lists ) const
{
  QVector<CaBuiltArea> areas;
  const QVector<CaAreaList> &all = lists.areas();
  for ( const CaAreaList &list : all )
    areas << resolve( list );
  return areas;
}

QVector<CaBuiltArea> CaAreaBuilder::build( const CaAreaLists &lists, QgsFeedback *feedback )
{
  QVector<CaBuiltArea> areas = resolved( lists );

  QgsDistanceArea measure;
  measure.setSourceCrs( mBoundaries->crs(), QgsCoordinateTransformContext() );
  measure.setEllipsoid( QStringLiteral( "EPSG:7019" ) ); // GRS80
  const std::shared_ptr<const CaCoverage> coverage = mBoundaries->coverage();
  CaBuiltArea *const data = areas.data();
  caParallel( static_cast<size_t>( areas.size() ),
              [&]( size_t i )
              {
                CaBuiltArea &area = data[i];
                if ( area.members.isEmpty() || ( feedback && feedback->isCanceled() ) )
                  return;
                const CaAssembledArea assembled = coverage->assemble( area.members );
                for ( const int member : assembled.repaired )
                  area.mended << mBoundaries->members().at( member ).code;
                if ( !assembled.error.isEmpty() )
                  area.missing << assembled.error;
                area.geometry.fromWkb( assembled.wkb );
                area.areaSqKm = QgsDistanceArea( measure ).convertAreaMeasurement( QgsDistanceArea( measure ).measureArea( area.geometry ),
                                                                                   CaCompat::AreaSquareKilometers );
              } );
  if ( feedback && feedback->isCanceled() )
    return {};
  reportAreas( areas );
  return areas;
}

void CaAreaBuilder::reportAreas( const QVector<CaBuiltArea> &areas )
{
  QStringList missing;
  QStringList replaced;
  QStringList fallback;
  QStringList partial;
  QStringList mixed;
  QStringList none;
  QStringList mended;
  int listed = 0;
  int found = 0;
  for ( const CaBuiltArea &area : areas )
  {
    listed += area.listed;
    found += area.found;
    const QString label = QStringLiteral( "%1 %2" ).arg( area.list.code, area.list.nameJa ).trimmed();
    for ( const QString &one : area.missing )
      missing << QStringLiteral( "%1: %2" ).arg( label, one );
    for ( const QString &one : area.replaced )
      replaced << QStringLiteral( "%1: %2" ).arg( label, one );
    if ( area.precision == QLatin1String( "prefecture_fallback" ) )
      fallback << label;
    if ( area.precision == QLatin1String( "municipality_partial" ) )
      partial << QStringLiteral( "%1: %2 / %3" ).arg( label ).arg( area.found ).arg( area.listed );
    if ( area.precision == QLatin1String( "mixed" ) )
      mixed << label;
    if ( area.precision == QLatin1String( "none" ) )
      none << label;
    if ( !area.mended.isEmpty() )
      mended << QStringLiteral( "%1: %2" ).arg( label, area.mended.join( QStringLiteral( ", " ) ) );
  }
  mReport.setValue( QStringLiteral( "areas" ), areas.size() );
  mReport.setValue( QStringLiteral( "codes_listed" ), listed );
  mReport.setValue( QStringLiteral( "codes_found" ), found );
  mReport.add( found == listed ? CaReport::Information : CaReport::Warning, QStringLiteral( "areas" ),
               tr( "%1 areas; %2 of the %3 codes in their lists were found." ).arg( areas.size() ).arg( found ).arg( listed ) );
  if ( !missing.isEmpty() )
    mReport.add( CaReport::Warning, QStringLiteral( "missing" ), tr( "%n code(s) were not found.", nullptr, missing.size() ), missing );
  if ( !replaced.isEmpty() )
    mReport.add(
        CaReport::Information, QStringLiteral( "replaced" ),
        tr( "%n code(s) were replaced by those that took their place in a merger; the new area may be larger.", nullptr, replaced.size() ),
        replaced );
  if ( !fallback.isEmpty() )
    mReport.add( CaReport::Warning, QStringLiteral( "fallback" ),
                 tr( "%n area(s) are shown by the prefectures in which they lie, because their municipalities are not known or not in the "
                     "boundaries.",
                     nullptr, fallback.size() ),
                 fallback );
  if ( !partial.isEmpty() )
    mReport.add( CaReport::Warning, QStringLiteral( "partial" ),
                 tr( "%n area(s) are only that part of which the municipalities are listed and found.", nullptr, partial.size() ),
                 partial );
  if ( !mixed.isEmpty() )
    mReport.add( CaReport::Warning, QStringLiteral( "mixed" ),
                 tr( "%n area(s) have prefectures and municipalities outside of them in their list.", nullptr, mixed.size() ), mixed );
  if ( !none.isEmpty() )
    mReport.add( CaReport::Warning, QStringLiteral( "none" ), tr( "%n area(s) have no polygon.", nullptr, none.size() ), none );
  if ( !mended.isEmpty() )
    mReport.add( CaReport::Warning, QStringLiteral( "mended_areas" ),
                 tr( "%n area(s) contain codes that had to be mended.", nullptr, mended.size() ), mended );
}

QgsFields CaAreaBuilder::fields()
{
  QgsFields fields;
  for ( const char *name : { "kind", "code", "name_ja", "name_en", "precision", "basis" } )
    fields.append( QgsField( QString::fromLatin1( name ), CaCompat::TextField ) );
  fields.append( QgsField( QStringLiteral( "codes_listed" ), CaCompat::IntegerField ) );
  fields.append( QgsField( QStringLiteral( "codes_found" ), CaCompat::IntegerField ) );
  for ( const char *name : { "members", "missing", "replaced", "mended", "boundaries" } )
    fields.append( QgsField( QString::fromLatin1( name ), CaCompat::TextField ) );
  fields.append( QgsField( QStringLiteral( "boundary_year" ), CaCompat::IntegerField ) );
  fields.append( QgsField( QStringLiteral( "area_km2" ), CaCompat::RealField ) );
  return fields;
}

QgsFeature CaAreaBuilder::feature( const CaBuiltArea &area ) const
{
  QStringList members;
  for ( const CaAreaMember &member : area.list.members )
    members << ( member.precision == QLatin1String( "subregion" ) ? member.code + QLatin1Char( '/' ) + member.subregion : member.code );
  const QString separator = QStringLiteral( "; " );
  QgsFeature feature( fields() );
  QgsAttributes values;
  for ( const QString &text : { area.list.kind, area.list.code, area.list.nameJa, area.list.nameEn, area.precision, area.basis } )
    values << text;
  values << area.listed << area.found;
  for ( const QString &text : { members.join( separator ), area.missing.join( separator ), area.replaced.join( separator ),
                                area.mended.join( separator ), mBoundaries->name() } )
    values << text;
  values << ( mBoundaries->year() == 0 ? QVariant() : QVariant( mBoundaries->year() ) ) << area.areaSqKm;
  feature.setAttributes( values );
  if ( !area.geometry.isEmpty() )
    feature.setGeometry( area.geometry );
  return feature;
}
