// SPDX-License-Identifier: GPL-2.0-or-later
#include "cawhatishere.h"

#include "caareacode.h"
#include "cacompat.h"
#include "camunicipalities.h"

#include <qgsfeedback.h>
#include <qgspoint.h>

namespace
{

const QLatin1String SUBAREA( "subarea" );

} // namespace

CaWhatIsHere::CaWhatIsHere( std::shared_ptr<const CaAreaSet> set )
    : mSet( std::move( set ) )
    , mLocator( mSet->coverage() )
{
}

std::shared_ptr<const CaWhatIsHere> CaWhatIsHere::build( std::shared_ptr<const CaBoundaries> boundaries, const QString &packFileName,
                                                         bool fallback, QString *error, QgsFeedback *feedback,
                                                         const QVector<CaBuiltArea> &stored )
{
  const std::shared_ptr<const CaAreaSet> set =
      CaAreaSet::build( std::move( boundaries ), packFileName, CaAreaLists::kinds(), fallback, error, feedback );
  if ( !set )
    return nullptr;
  std::optional<CaClusterFacts> facts = CaClusterFacts::load( packFileName, error );
  std::shared_ptr<const CaStatistics> statistics = facts ? CaStatistics::open( packFileName, error ) : nullptr;
  if ( !statistics )
    return nullptr;
  std::shared_ptr<CaWhatIsHere> here( new CaWhatIsHere( set ) );
  here->mFacts = std::move( *facts );
  here->store( stored );
  for ( const CaBuiltArea &area : set->areas() )
  {
    if ( area.list.kind == SUBAREA && !area.list.members.isEmpty() && !here->mStoredKinds.contains( SUBAREA ) )
      here->mPlaced << area.list.code;
  }
  here->mStatistics = std::move( statistics );
  return here;
}

void CaWhatIsHere::store( const QVector<CaBuiltArea> &areas )
{
  for ( const CaBuiltArea &area : areas )
  {
    mStoredKinds << area.list.kind;
    if ( area.list.kind == SUBAREA && area.listed > 0 )
      mPlaced << area.list.code;
    if ( area.geometry.isEmpty() )
      continue;
    Stored stored{ area, nullptr };
    stored.engine.reset( QgsGeometry::createGeometryEngine( stored.area.geometry.constGet() ) );
    stored.engine->prepareGeometry();
    mStored.push_back( std::move( stored ) );
  }
}

QVector<int> CaWhatIsHere::membersAt( const QgsPointXY &point ) const
{
  std::vector<int> found;
  mLocator.locate( { point.x(), point.y() }, found );
  return QVector<int>( found.begin(), found.end() );
}

CaWhatIsHere::Shares CaWhatIsHere::storedAt( const QgsPointXY &point ) const
{
  Shares found;
  if ( !std::isfinite( point.x() ) || !std::isfinite( point.y() ) )
    return found;
  const QMutexLocker locker( &mStoredMutex );
  const QgsPoint place( point );
  for ( size_t i = 0; i < mStored.size(); ++i )
  {
    if ( mStored[i].area.geometry.boundingBox().contains( point ) && mStored[i].engine->intersects( &place ) )
      found.insert( static_cast<int>( i ), std::nullopt );
  }
  return found;
}

QVector<CaHere> CaWhatIsHere::at( const QgsPointXY &point, int fiscalYear ) const
{
  Shares members;
  const QVector<int> found = membersAt( point );
  for ( const int member : found )
    members.insert( member, std::nullopt );
  return describe( members, storedAt( point ), fiscalYear );
}

std::optional<QVector<CaHere>> CaWhatIsHere::in( const QgsGeometry &polygon, int fiscalYear, QString *error, QgsFeedback *feedback ) const
{
  error->clear();
  QgsGeometry valid = polygon;
  for ( auto vertex = polygon.vertices_begin(); vertex != polygon.vertices_end(); ++vertex )
  {
    if ( !std::isfinite( ( *vertex ).x() ) || !std::isfinite( ( *vertex ).y() ) )
    {
      *error = tr( "The polygon has a corner without coordinates." );
      return std::nullopt;
    }
  }
  if ( !polygon.isNull() && polygon.type() == CaCompat::PolygonGeometry && !polygon.isGeosValid() )
    valid = polygon.makeValid();
  if ( valid.isEmpty() || !( mSet->measure( valid ) > 0 ) )
  {
    *error = tr( "The geometry is no polygon with an area." );
    return std::nullopt;
  }
  // An edge on the ellipsoid is not quite the same with another vertex on it: the whole is the sum of its parts.
  Shares members;
  QVector<QgsGeometry> parts;
  double inside = 0;
  const QVector<int> touching = mSet->membersTouching( valid );
  for ( const int member : touching )
  {
    if ( feedback && feedback->isCanceled() )
      return std::nullopt;
    const QgsGeometry part = valid.intersection( mSet->geometryOfMember( member ) );
    const double size = part.isEmpty() ? 0 : mSet->measure( part );
    if ( !( size > 0 ) )
      continue;
    members.insert( member, size );
    parts << part;
    inside += size;
  }
  const QgsGeometry rest = parts.isEmpty() ? valid : valid.difference( QgsGeometry::unaryUnion( parts ) );
  const double outsideSqKm = rest.isEmpty() ? 0 : mSet->measure( rest );
  const double whole = inside + outsideSqKm;
  for ( std::optional<double> &share : members )
    share = *share / whole;
  Shares stored;
  for ( size_t i = 0; i < mStored.size(); ++i )
  {
    if ( feedback && feedback->isCanceled() )
      return std::nullopt;
    const QgsGeometry &area = mStored[i].area.geometry;
    const QgsGeometry part = area.boundingBoxIntersects( valid ) ? valid.intersection( area ) : QgsGeometry();
    const double size = part.isEmpty() ? 0 : mSet->measure( part );
    if ( size > 0 )
      stored.insert( static_cast<int>( i ), size / whole );
  }
  QVector<CaHere> result = describe( members, stored, fiscalYear );
  constexpr double NOTHING = 1e-9; // what rounding leaves
  if ( outsideSqKm > NOTHING * whole )
  {
    CaHere outside;
    outside.kind = QStringLiteral( "outside" );
    outside.share = outsideSqKm / whole;
    outside.note = tr( "outside the boundaries: sea, lakes, or abroad" );
    result << outside;
  }
  return result;
}

QVector<CaHere> CaWhatIsHere::describe( const Shares &members, const Shares &stored, int fiscalYear ) const
{
  QVector<CaHere> result;
  QVector<CaHere> figures;
  Shares areas;
  for ( auto it = members.constBegin(); it != members.constEnd(); ++it )
  {
    const CaBoundaryMember &member = mSet->boundaries().members().at( it.key() );
    const QVector<int> areasOfMember = mSet->areasOfMember( it.key() );
    for ( const int area : areasOfMember )
    {
      std::optional<double> &share = areas[area];
      if ( it.value() )
        share = share.value_or( 0 ) + *it.value();
    }
    if ( member.code.isEmpty() || CaAreaCode::isPrefecture( member.code ) )
      continue;
    CaHere municipality;
    municipality.kind = QStringLiteral( "municipality" );
    municipality.code = member.code;
    municipality.nameJa = CaMunicipalities::builtIn().fullName( member.code );
    if ( municipality.nameJa.isEmpty() )
      municipality.nameJa = member.name;
    municipality.precision = municipality.kind;
    municipality.share = it.value();
    result << municipality;
    addFigures( member.code, fiscalYear, figures );
  }
  if ( result.size() > 1 && !result.constFirst().share )
  {
    for ( CaHere &municipality : result )
      municipality.note = tr( "the point is on a border, or the boundaries overlap here" );
  }

  QVector<std::pair<const CaBuiltArea *, std::optional<double>>> here;
  for ( auto it = areas.constBegin(); it != areas.constEnd(); ++it )
  {
    if ( !mStoredKinds.contains( mSet->areas().at( it.key() ).list.kind ) )
      here.append( { &mSet->areas().at( it.key() ), it.value() } );
  }
  for ( auto it = stored.constBegin(); it != stored.constEnd(); ++it )
    here.append( { &mStored[static_cast<size_t>( it.key() )].area, it.value() } );
  QMap<QString, QString> subareas;
  for ( const auto &[area, share] : std::as_const( here ) )
  {
    if ( area->list.kind == SUBAREA )
      subareas.insert( area->list.code, area->precision );
  }

  QVector<CaHere> links;
  for ( const auto &[area, share] : std::as_const( here ) )
  {
    CaHere one;
    one.kind = area->list.kind;
    one.code = area->list.code;
    one.nameJa = area->list.nameJa;
    one.nameEn = area->list.nameEn;
    one.basis = area->basis;
    one.precision = area->precision;
    one.share = share;
    one.note = noteOn( *area );
    result << one;
    if ( one.kind == QLatin1String( "project" ) )
      addLinks( one.code, subareas, links );
    addFigures( one.code, fiscalYear, figures );
  }
  return result + links + figures;
}

QString CaWhatIsHere::noteOn( const CaBuiltArea &area )
{
  if ( area.precision == QLatin1String( "prefecture_fallback" ) )
    return tr( "perhaps: the area is known here only by its prefectures" );
  if ( area.precision != QLatin1String( "municipality_partial" ) )
    return QString();
  // Two reasons to be partial: codes that the boundaries lack, and regions named in words without a list of municipalities.
  return area.found < area.listed ? tr( "surely: this municipality is in its list; but only %1 of the %2 codes listed are in the "
                                        "boundaries, so the area is larger" )
                                        .arg( area.found )
                                        .arg( area.listed )
                                  : tr( "surely: this municipality is in its list; but the source also names regions without listing their "
                                        "municipalities, so the "
                                        "area may be larger" );
}

void CaWhatIsHere::addLinks( const QString &project, const QMap<QString, QString> &subareasHere, QVector<CaHere> &links ) const
{
  const QVector<CaClusterLink> ofProject = mFacts.of( QStringLiteral( "project" ), project ).links;
  for ( const CaClusterLink &link : ofProject )
  {
    CaHere here;
    here.kind = QStringLiteral( "link" );
    here.code = link.code;
    here.nameJa = link.titleJa;
    here.nameEn = link.titleEn;
    here.basis = link.judgement ? QStringLiteral( "judgement" ) : QStringLiteral( "sourced" );
    here.owner = project;
    if ( !link.subarea.isEmpty() )
    {
      const bool isPlaced = mPlaced.contains( link.subarea );
      if ( isPlaced && !subareasHere.contains( link.subarea ) )
        continue; // a link of another part of the project
      here.precision = subareasHere.value( link.subarea );
      here.note = !isPlaced ? tr( "perhaps: of the sub-area %1, of which no area is known here" ).arg( link.subarea )
                  : here.precision == QLatin1String( "prefecture_fallback" )
                      ? tr( "perhaps: of the sub-area %1, which is known here only by its prefectures" ).arg( link.subarea )
                      : tr( "of the sub-area %1" ).arg( link.subarea );
    }
    links << here;
  }
}

void CaWhatIsHere::addFigures( const QString &owner, int fiscalYear, QVector<CaHere> &figures ) const
{
  const QMap<QString, CaStatistic> values = mStatistics->values( owner, fiscalYear );
  for ( auto it = values.constBegin(); it != values.constEnd(); ++it )
  {
    const CaMetric metric = mStatistics->metrics().value( it.key() );
    CaHere here;
    here.kind = QStringLiteral( "figure" );
    here.code = it.key();
    here.nameJa = metric.nameJa;
    here.nameEn = metric.nameEn;
    here.owner = owner;
    here.figure = it->figure;
    here.note = it->source;
    figures << here;
  }
}
