// SPDX-License-Identifier: GPL-2.0-or-later
#include "cawhatishere.h"

#include "caareacode.h"
#include "cacompat.h"
#include "camunicipalities.h"

CaWhatIsHere::CaWhatIsHere( std::shared_ptr<const CaAreaSet> set )
    : mSet( std::move( set ) )
    , mLocator( mSet->coverage() )
{
}

std::shared_ptr<const CaWhatIsHere> CaWhatIsHere::build( std::shared_ptr<const CaBoundaries> boundaries, const QString &packFileName,
                                                         bool fallback, QString *error, QgsFeedback *feedback )
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
  here->mStatistics = std::move( statistics );
  return here;
}

QVector<CaHere> CaWhatIsHere::at( const QgsPointXY &point, int fiscalYear ) const
{
  std::vector<int> found;
  mLocator.locate( { point.x(), point.y() }, found );
  QMap<int, std::optional<double>> members;
  for ( const int member : found )
    members.insert( member, std::nullopt );
  return describe( members, fiscalYear );
}

std::optional<QVector<CaHere>> CaWhatIsHere::in( const QgsGeometry &polygon, int fiscalYear, QString *error ) const
{
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
  QMap<int, std::optional<double>> members;
  QVector<QgsGeometry> parts;
  double inside = 0;
  const QVector<int> touching = mSet->membersTouching( valid );
  for ( const int member : touching )
  {
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
  QVector<CaHere> result = describe( members, fiscalYear );
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

QVector<CaHere> CaWhatIsHere::describe( const QMap<int, std::optional<double>> &members, int fiscalYear ) const
{
  QVector<CaHere> result;
  QMap<int, std::optional<double>> areas;
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
  }
  if ( result.size() > 1 && !result.constFirst().share )
  {
    for ( CaHere &municipality : result )
      municipality.note = tr( "the point is on a border, or the boundaries overlap here" );
  }

  QVector<CaHere> links;
  QVector<CaHere> figures;
  for ( auto it = areas.constBegin(); it != areas.constEnd(); ++it )
  {
    const CaBuiltArea &area = mSet->areas().at( it.key() );
    CaHere here;
    here.kind = area.list.kind;
    here.code = area.list.code;
    here.nameJa = area.list.nameJa;
    here.nameEn = area.list.nameEn;
    here.basis = area.basis;
    here.precision = area.precision;
    here.share = it.value();
    if ( area.precision == QLatin1String( "prefecture_fallback" ) )
      here.note = tr( "perhaps: the area is known here only by its prefectures" );
    if ( area.precision == QLatin1String( "municipality_partial" ) )
      here.note = tr( "%1 of the %2 places in its list are known" ).arg( area.found ).arg( area.listed );
    result << here;
    if ( here.kind == QLatin1String( "project" ) )
      addProject( here.code, fiscalYear, links, figures );
  }
  return result + links + figures;
}

void CaWhatIsHere::addProject( const QString &code, int fiscalYear, QVector<CaHere> &links, QVector<CaHere> &figures ) const
{
  const QVector<CaClusterLink> ofProject = mFacts.of( QStringLiteral( "project" ), code ).links;
  for ( const CaClusterLink &link : ofProject )
  {
    CaHere here;
    here.kind = QStringLiteral( "link" );
    here.code = link.code;
    here.nameJa = link.titleJa;
    here.nameEn = link.titleEn;
    here.basis = link.judgement ? QStringLiteral( "judgement" ) : QStringLiteral( "sourced" );
    here.owner = code;
    links << here;
  }
  const QMap<QString, CaStatistic> values = mStatistics->values( code, fiscalYear );
  for ( auto it = values.constBegin(); it != values.constEnd(); ++it )
  {
    const CaMetric metric = mStatistics->metrics().value( it.key() );
    CaHere here;
    here.kind = QStringLiteral( "figure" );
    here.code = it.key();
    here.nameJa = metric.nameJa;
    here.nameEn = metric.nameEn;
    here.owner = code;
    here.figure = it->figure;
    here.note = it->source;
    figures << here;
  }
}
