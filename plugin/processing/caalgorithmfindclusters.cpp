// SPDX-License-Identifier: GPL-2.0-or-later
#include "caalgorithmfindclusters.h"

#include "caareaprecision.h"
#include "cafiguretext.h"
#include "cahtml.h"
#include "calanguage.h"

#include <qgscoordinatetransform.h>
#include <qgsexception.h>
#include <qgsprocessingparameters.h>

#include <QSet>

#include <algorithm>
#include <cmath>

namespace
{

//! Polygons whose border crosses itself have no inside to compare with.
QgsGeometry valid( const QgsGeometry &geometry )
{
  return geometry.type() == CaCompat::PolygonGeometry && !geometry.isGeosValid() ? geometry.makeValid() : geometry;
}

QString wordOf( CaMatch match )
{
  if ( match == CaMatch::Yes )
    return QStringLiteral( "yes" );
  return match == CaMatch::Perhaps ? QStringLiteral( "perhaps" ) : QStringLiteral( "unknown" );
}

} // namespace

QString CaFindClustersAlgorithm::name() const
{
  return QStringLiteral( "findclusters" );
}

QString CaFindClustersAlgorithm::displayName() const
{
  return tr( "Find clusters" );
}

QStringList CaFindClustersAlgorithm::tags() const
{
  return tr( "cluster,find,search,select,filter,field,bureau,type,country,partner,touching,statistics" ).split( ',' );
}

QString CaFindClustersAlgorithm::shortHelpString() const
{
  return tr(
      "Finds the projects, sub-areas and areas of your own that meet all the conditions you give: field, bureau in charge, type of 2010, a "
      "partner in a "
      "country, an area that touches a layer, a polygon or an extent, and a figure of a fiscal year. Of several values separated by "
      "commas one is enough. The answer is a layer, with the reasons.\n\n"
      "An area without the figure asked for is no match: it is listed in UNKNOWN, with what is not known. So is one of which only a "
      "part is known and that part does not touch. An area that touches, but is known only by its prefectures, is in the answer as "
      "“perhaps”.\n\n"
      "A sub-area has the fields and bureau of its project, but only its own partners and figures. A project has the type of an "
      "example that is a part of it. An area of MEMBERSHIP has its place and, if you imported some, its figures; asked for a field, a "
      "bureau, a type or a country, it is no match." );
}

void CaFindClustersAlgorithm::initAlgorithm( const QVariantMap & )
{
  addAskedParameters( { QStringLiteral( "projects" ), QStringLiteral( "subareas" ) } );
  const auto addText = [this]( const QString &name, const QString &description, const QString &help )
  {
    auto text = std::make_unique<QgsProcessingParameterString>( name, description, QVariant(), false, true );
    text->setHelp( help );
    addParameter( text.release() );
  };
  addText(
      QStringLiteral( "FIELD" ), tr( "Field" ),
      tr( "Such as BIO, IT, MANUFACTURING or バイオ; any of several separated by commas. A name that is not there brings the list." ) );
  addText( QStringLiteral( "BUREAU" ), tr( "Bureau in charge" ), tr( "Codes such as KANTO,CHUBU." ) );
  addText( QStringLiteral( "TYPE" ), tr( "Type of 2010" ), tr( "leading or regional." ) );
  addText( QStringLiteral( "COUNTRY" ), tr( "Country of a partner" ), tr( "ISO codes of two letters such as DE,US." ) );
  addPlaceParameters();
  addFigureParameters();
  addPackParameter();
  addBoundaryParameters();
  auto output =
      std::make_unique<QgsProcessingParameterFeatureSink>( QStringLiteral( "OUTPUT" ), tr( "Matching areas" ), CaCompat::PolygonSource );
  output->setHelp( tr( "A layer of the areas, with the reasons and whether it is certain." ) );
  addParameter( output.release() );
  auto unknown = std::make_unique<QgsProcessingParameterFeatureSink>( QStringLiteral( "UNKNOWN" ), tr( "Areas of which it is not known" ),
                                                                      CaCompat::PolygonSource, QVariant(), true, false );
  unknown->setHelp( tr( "Areas that meet what is known of them, with what is not known." ) );
  addParameter( unknown.release() );
  addReportParameter();
  addCount( QStringLiteral( "MATCHES" ), tr( "Number of matches" ) );
  addCount( QStringLiteral( "PERHAPS" ), tr( "Of these, perhaps" ) );
  addCount( QStringLiteral( "UNKNOWN_COUNT" ), tr( "Number of areas of which it is not known" ) );
  addOutput( new QgsProcessingOutputString( QStringLiteral( "CODES" ), tr( "Codes of the matches" ) ) );
  addOutput( new QgsProcessingOutputString( QStringLiteral( "UNKNOWN_CODES" ), tr( "Codes of the areas of which it is not known" ) ) );
}

void CaFindClustersAlgorithm::addPlaceParameters()
{
  auto touching = std::make_unique<QgsProcessingParameterFeatureSource>( QStringLiteral( "TOUCHING" ), tr( "Touching a layer" ),
                                                                         QList<int>(), QVariant(), true );
  touching->setHelp( tr( "Any layer: areas that have a point in common with one of its features, or of those selected." ) );
  addParameter( touching.release() );
  auto polygon =
      std::make_unique<QgsProcessingParameterGeometry>( QStringLiteral( "POLYGON" ), tr( "or touching a geometry" ), QVariant(), true );
  polygon->setHelp( tr( "As text (WKT) in the coordinates of the boundaries, or with CRS=EPSG:4326; before it." ) );
  addParameter( polygon.release() );
  auto extent =
      std::make_unique<QgsProcessingParameterExtent>( QStringLiteral( "EXTENT" ), tr( "or touching an extent" ), QVariant(), true );
  extent->setHelp( tr( "West, east, south, north, with the coordinate reference system, as in 137,138,34,35 [EPSG:6668]." ) );
  addParameter( extent.release() );
}

void CaFindClustersAlgorithm::addFigureParameters()
{
  auto metric =
      std::make_unique<QgsProcessingParameterString>( QStringLiteral( "METRIC" ), tr( "Figure: metric" ), QVariant(), false, true );
  metric->setHelp( tr( "A code as in the table of metrics, such as firms; empty for no condition on figures." ) );
  addParameter( metric.release() );
  auto comparison = std::make_unique<QgsProcessingParameterEnum>(
      QStringLiteral( "OPERATOR" ), tr( "Figure: comparison (eq =, ne ≠, lt <, le ≤, gt >, ge ≥)" ), CaFigureCondition::operatorNames(),
      false, QStringLiteral( "ge" ), true, true );
  comparison->setHelp( tr( "An approximate figure is compared as it stands; one that is only “at least” or “at most” where it decides." ) );
  addParameter( comparison.release() );
  auto value = std::make_unique<QgsProcessingParameterNumber>( QStringLiteral( "VALUE" ), tr( "Figure: value" ), CaCompat::DoubleNumber,
                                                               QVariant(), true );
  value->setHelp( tr( "In the unit of the metric." ) );
  addParameter( value.release() );
  addFiscalYearParameter();
}

CaFindClustersAlgorithm *CaFindClustersAlgorithm::createInstance() const
{
  return new CaFindClustersAlgorithm();
}

CaClusterQuery CaFindClustersAlgorithm::query( const QVariantMap &parameters, QgsProcessingContext &context ) const
{
  CaClusterQuery query;
  query.fields = codes( QStringLiteral( "FIELD" ), parameters, context );
  query.bureaus = codes( QStringLiteral( "BUREAU" ), parameters, context );
  query.types = codes( QStringLiteral( "TYPE" ), parameters, context );
  query.countries = codes( QStringLiteral( "COUNTRY" ), parameters, context );
  query.figure = condition( parameters, context );
  return query;
}

std::optional<CaFigureCondition> CaFindClustersAlgorithm::condition( const QVariantMap &parameters, QgsProcessingContext &context ) const
{
  const QString metric = parameterAsString( parameters, QStringLiteral( "METRIC" ), context ).trimmed();
  const bool hasValue = !parameters.value( QStringLiteral( "VALUE" ) ).toString().isEmpty();
  if ( metric.isEmpty() && !hasValue )
    return std::nullopt;
  if ( metric.isEmpty() || !hasValue )
    throw QgsProcessingException( tr( "A condition on a figure needs METRIC and VALUE, both." ) );
  const QString comparison = parameterAsEnumString( parameters, QStringLiteral( "OPERATOR" ), context );
  const int number = static_cast<int>( CaFigureCondition::operatorNames().indexOf( comparison ) );
  if ( number < 0 )
    throw QgsProcessingException( tr( "OPERATOR is one of %1." ).arg( CaFigureCondition::operatorNames().join( QStringLiteral( ", " ) ) ) );
  const double value = parameterAsDouble( parameters, QStringLiteral( "VALUE" ), context );
  if ( !std::isfinite( value ) )
    throw QgsProcessingException( tr( "VALUE is no number." ) );
  return CaFigureCondition{ metric, static_cast<CaFigureCondition::Operator>( number ), value, fiscalYear( parameters, context, pack() ) };
}

std::optional<QVector<int>> CaFindClustersAlgorithm::touched( const CaAreaSet &set, const QVariantMap &parameters,
                                                              QgsProcessingContext &context, CaReport &report,
                                                              QgsProcessingFeedback *feedback ) const
{
  const QString layer = QStringLiteral( "TOUCHING" );
  const QString polygon = QStringLiteral( "POLYGON" );
  const QString extent = QStringLiteral( "EXTENT" );
  const auto given = [&]( const QString &name )
  {
    return isAsked( name, parameters );
  };
  if ( given( layer ) + given( polygon ) + given( extent ) > 1 )
    throw QgsProcessingException( tr( "Give one of TOUCHING, POLYGON and EXTENT." ) );
  const QgsCoordinateReferenceSystem crs = set.boundaries().crs();
  try
  {
    if ( given( layer ) )
    {
      const std::unique_ptr<QgsProcessingFeatureSource> source = featureSource( layer, parameters, context );
      if ( !source )
        throw QgsProcessingException( invalidSourceError( parameters, layer ) );
      return touchedBy( *source, set, context, report, feedback );
    }
    if ( !given( polygon ) && !given( extent ) )
      return std::nullopt;
    const QgsGeometry geometry =
        given( polygon ) ? QgsProcessingParameters::parameterAsGeometry( parameterDefinition( polygon ), parameters, context, crs )
                         : QgsProcessingParameters::parameterAsExtentGeometry( parameterDefinition( extent ), parameters, context, crs );
    if ( !hasCoordinates( geometry ) )
      throw QgsProcessingException(
          tr( "%1 is no geometry with coordinates: “%2”." )
              .arg( given( polygon ) ? polygon : extent, parameters.value( given( polygon ) ? polygon : extent ).toString() ) );
    return set.membersTouching( valid( geometry ) );
  }
  catch ( const QgsCsException &exception )
  {
    throw QgsProcessingException( tr( "The place cannot be transformed to %1: %2. Is its coordinate reference system right?" )
                                      .arg( crs.userFriendlyIdentifier(), exception.what() ) );
  }
}

QVector<int> CaFindClustersAlgorithm::touchedBy( const QgsProcessingFeatureSource &source, const CaAreaSet &set,
                                                 QgsProcessingContext &context, CaReport &report, QgsProcessingFeedback *feedback ) const
{
  const QgsCoordinateTransform transform = transformTo( set.boundaries().crs(), source, context );
  const double expected = static_cast<double>( std::max( 1L, static_cast<long>( source.featureCount() ) ) );
  QSet<int> members;
  QStringList without;
  double seen = 0;
  QgsFeatureIterator features = source.getFeatures( QgsFeatureRequest().setNoAttributes() );
  QgsFeature feature;
  while ( !feedback->isCanceled() && features.nextFeature( feature ) )
  {
    feedback->setProgress( 100 * ++seen / expected );
    QgsGeometry geometry = feature.geometry();
    if ( !hasCoordinates( geometry ) )
    {
      without << QString::number( feature.id() );
      continue;
    }
    geometry.transform( transform );
    const QVector<int> found = set.membersTouching( valid( geometry ) );
    for ( const int member : found )
      members << member;
  }
  if ( seen == 0 && !feedback->isCanceled() )
    throw QgsProcessingException( tr( "%1 has no features: nothing can touch it." ).arg( source.sourceName() ) );
  if ( !without.isEmpty() )
    report.add( CaReport::Warning, QStringLiteral( "without_geometry" ),
                tr( "%n feature(s) without coordinates touch nothing.", nullptr, without.size() ), without );
  QVector<int> result( members.begin(), members.end() );
  std::sort( result.begin(), result.end() );
  return result;
}

QgsFields CaFindClustersAlgorithm::fields()
{
  return tableFields(
      { QStringLiteral( "kind" ),       QStringLiteral( "code" ),      QStringLiteral( "name_ja" ),       QStringLiteral( "name_en" ),
        QStringLiteral( "project" ),    QStringLiteral( "bureau" ),    QStringLiteral( "fields_ja" ),     QStringLiteral( "fields_en" ),
        QStringLiteral( "types" ),      QStringLiteral( "countries" ), QStringLiteral( "matches" ),       QStringLiteral( "reasons" ),
        QStringLiteral( "value:real" ), QStringLiteral( "unit" ),      QStringLiteral( "qualifier" ),     QStringLiteral( "flag" ),
        QStringLiteral( "precision" ),  QStringLiteral( "basis" ),     QStringLiteral( "area_km2:real" ), QStringLiteral( "note" ) } );
}

QgsAttributes CaFindClustersAlgorithm::row( const CaAreaSet &set, const CaClusterFacts &facts, const CaFoundCluster &found )
{
  const QString separator = QStringLiteral( "; " );
  const CaBuiltArea &area = set.areas().at( found.area );
  const CaClusterFact fact = facts.of( area.list.kind, area.list.code );
  QStringList fieldsJa;
  QStringList fieldsEn;
  for ( const CaClusterField &field : fact.fields )
  {
    fieldsJa << field.nameJa;
    fieldsEn << field.nameEn;
  }
  QStringList countries;
  for ( const CaClusterLink &link : fact.links )
    countries << link.country;
  countries.removeDuplicates();
  QgsAttributes values;
  for ( const QString &text : { area.list.kind, area.list.code, area.list.nameJa, area.list.nameEn, fact.project, fact.bureau,
                                fieldsJa.join( separator ), fieldsEn.join( separator ), fact.types.join( separator ),
                                countries.join( separator ), wordOf( found.match ), found.reasons.join( separator ) } )
    values << text;
  const CaFigure figure = found.figure ? found.figure->figure : CaFigure();
  values << ( figure.value ? QVariant( *figure.value ) : QVariant() ) << figure.unit
         << ( figure.value ? CaFigureWords::of( figure.qualifier ) : QString() ) << CaFigureWords::of( figure.flag ) << area.precision
         << area.basis << ( area.members.isEmpty() ? QVariant() : QVariant( set.sqKm( area.members ) ) )
         << CaAreaPrecision::note( { area } );
  return values;
}

QString CaFindClustersAlgorithm::html( const CaAreaSet &set, const QVector<CaFoundCluster> &found )
{
  QList<QStringList> matches;
  QList<QStringList> unknown;
  const QString language = CaLanguage::ofInterface();
  for ( const CaFoundCluster &one : found )
  {
    const CaBuiltArea &area = set.areas().at( one.area );
    const QStringList row{ area.list.code,
                           CaNamedCode{ area.list.code, area.list.nameJa, area.list.nameEn }.name( language ),
                           one.match == CaMatch::Perhaps ? tr( "perhaps" )
                           : one.match == CaMatch::Yes   ? tr( "yes" )
                                                         : tr( "not known" ),
                           one.reasons.join( QStringLiteral( "; " ) ),
                           area.members.isEmpty() ? QString() : CaFigureText::sqKm( set.sqKm( area.members ) ),
                           CaAreaPrecision::label( area.precision ) };
    ( one.match == CaMatch::Unknown ? unknown : matches ) << row;
  }
  const QStringList head{ tr( "Code" ), tr( "Name" ), tr( "Matches" ), tr( "Reasons" ), tr( "km²" ), tr( "Known by" ) };
  return ( matches.isEmpty() ? CaHtml::paragraph( tr( "No area matches." ) ) : CaHtml::table( head, matches, { 4 } ) ) +
         ( unknown.isEmpty() ? QString() : CaHtml::heading( tr( "Not known" ) ) + CaHtml::table( head, unknown, { 4 } ) );
}

QVariantMap CaFindClustersAlgorithm::processAlgorithm( const QVariantMap &parameters, QgsProcessingContext &context,
                                                       QgsProcessingFeedback *feedback )
{
  const QVector<CaAreaList> lists = listsOf( kinds( parameters, context ), parameters, context );
  requireAreas( lists );
  CaClusterQuery asked = query( parameters, context );
  QString error;
  const std::optional<CaClusterFacts> facts = CaClusterFacts::load( packFile(), &error );
  const std::unique_ptr<CaStatistics> statistics = facts ? CaStatistics::open( packFile(), &error ) : nullptr;
  if ( !statistics )
    throw QgsProcessingException( error );
  const std::shared_ptr<const CaAreaSet> set = areaSet( {}, parameters, context, feedback, CaAreaLists( lists ) );
  if ( !set )
    return {};
  const CaClusterFinder finder( *set, *facts, *statistics, CaLanguage::ofInterface() );
  const QString problem = finder.problem( asked );
  if ( !problem.isEmpty() )
    throw QgsProcessingException( problem );
  CaReport report = set->report();
  asked.touched = touched( *set, parameters, context, report, feedback );
  if ( feedback->isCanceled() )
    return {};
  const QVector<CaFoundCluster> found = finder.find( asked );
  QVector<QVector<int>> members;
  for ( const CaFoundCluster &one : found )
    members << set->areas().at( one.area ).members;
  const QVector<CaAssembledArea> polygons = set->coverage()->assemble( members, feedback );
  if ( feedback->isCanceled() )
    return {};

  QString outputId;
  QString unknownId;
  const QgsCoordinateReferenceSystem crs = set->boundaries().crs();
  const auto output = table( QStringLiteral( "OUTPUT" ), fields(), parameters, context, &outputId, CaCompat::MultiPolygon, crs );
  const auto unknown = optionalTable( QStringLiteral( "UNKNOWN" ), fields(), parameters, context, &unknownId, CaCompat::MultiPolygon, crs );
  QStringList foundCodes;
  QStringList unknownCodes;
  qlonglong perhaps = 0;
  for ( int i = 0; i < found.size(); ++i )
  {
    QgsGeometry geometry;
    if ( !members.at( i ).isEmpty() )
      geometry.fromWkb( polygons.at( i ).wkb );
    const bool isUnknown = found.at( i ).match == CaMatch::Unknown;
    perhaps += found.at( i ).match == CaMatch::Perhaps ? 1 : 0;
    ( isUnknown ? unknownCodes : foundCodes ) << set->areas().at( found.at( i ).area ).list.code;
    if ( !isUnknown )
      addRow( *output, row( *set, *facts, found.at( i ) ), geometry );
    else if ( unknown )
      addRow( *unknown, row( *set, *facts, found.at( i ) ), geometry );
  }
  report.add(
      CaReport::Information, QStringLiteral( "matches" ),
      tr( "%1 areas match, %2 of them perhaps; of %3 it is not known." ).arg( foundCodes.size() ).arg( perhaps ).arg( unknownCodes.size() ),
      foundCodes );
  if ( !unknownCodes.isEmpty() )
    report.add( CaReport::Warning, QStringLiteral( "unknown" ), tr( "Not known, and no match:" ), unknownCodes );
  addBasis(
      report, *set, asked.figure ? asked.figure->fiscalYear : 0,
      tr( "all conditions have to be met, and of several values one; an area touches if it has a point in common; no data is no match" ) );
  const QString reportFile = writeAnswer( report, tr( "Find clusters" ), html( *set, found ), parameters, context, feedback );
  CaAnswerSink::keep( { output.get(), unknown.get() } );
  QVariantMap results{ { QStringLiteral( "OUTPUT" ), outputId },
                       { QStringLiteral( "REPORT" ), reportFile },
                       { QStringLiteral( "MATCHES" ), static_cast<qlonglong>( foundCodes.size() ) },
                       { QStringLiteral( "PERHAPS" ), perhaps },
                       { QStringLiteral( "UNKNOWN_COUNT" ), static_cast<qlonglong>( unknownCodes.size() ) },
                       { QStringLiteral( "CODES" ), foundCodes.join( QLatin1Char( ',' ) ) },
                       { QStringLiteral( "UNKNOWN_CODES" ), unknownCodes.join( QLatin1Char( ',' ) ) } };
  if ( unknown )
    results.insert( QStringLiteral( "UNKNOWN" ), unknownId );
  return results;
}
