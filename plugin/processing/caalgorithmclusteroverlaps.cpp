// SPDX-License-Identifier: GPL-2.0-or-later
#include "caalgorithmclusteroverlaps.h"

#include "caareaprecision.h"
#include "cafiguretext.h"
#include "cahtml.h"
#include "calanguage.h"

#include <qgsprocessingparameters.h>

namespace
{

QString codesOf( const CaAreaSet &set, const QVector<int> &members )
{
  QStringList codes;
  for ( const int member : members )
  {
    const CaBoundaryMember &one = set.boundaries().members().at( member );
    codes << ( one.code.isEmpty() ? one.prefecture + QLatin1Char( '?' ) : one.code );
  }
  codes.sort();
  return codes.join( QStringLiteral( "; " ) );
}

QString wordOf( CaOverlap::Relation relation )
{
  switch ( relation )
  {
    case CaOverlap::Relation::Contains:
      return QStringLiteral( "contains" );
    case CaOverlap::Relation::Within:
      return QStringLiteral( "within" );
    case CaOverlap::Relation::Same:
      return QStringLiteral( "same" );
    case CaOverlap::Relation::Partial:
      break;
  }
  return QStringLiteral( "partial" );
}

void addArea( QgsAttributes &values, const CaBuiltArea &area )
{
  values << area.list.kind << area.list.code << area.list.nameJa << area.list.nameEn << area.precision;
}

} // namespace

QString CaClusterOverlapsAlgorithm::name() const
{
  return QStringLiteral( "clusteroverlaps" );
}

QString CaClusterOverlapsAlgorithm::displayName() const
{
  return tr( "Overlaps of clusters" );
}

QStringList CaClusterOverlapsAlgorithm::tags() const
{
  return tr( "cluster,overlap,shared,intersection,border,bureau,prefecture,crossing" ).split( ',' );
}

QString CaClusterOverlapsAlgorithm::shortHelpString() const
{
  return tr(
      "Lists which areas overlap: each pair once, with the square kilometres they share (on the ellipsoid), the share of either, and "
      "the codes of the municipalities or prefectures they have in common. Areas that only touch do not overlap.\n\n"
      "CROSSINGS has the areas that cross the lines of bureaus or prefectures, with what lies in each. POLYGONS, if wanted, has the "
      "shared ground as a layer.\n\n"
      "Sizes are sums of municipalities or prefectures measured once, so that parts add up to the whole. Areas that are known only "
      "by their prefectures, or in part, are marked in each row: what they share is then perhaps less, or more." );
}

void CaClusterOverlapsAlgorithm::initAlgorithm( const QVariantMap & )
{
  addAskedParameters( { QStringLiteral( "projects" ), QStringLiteral( "subareas" ), QStringLiteral( "types" ) } );
  addPackParameter();
  addBoundaryParameters();
  addTableParameter( QStringLiteral( "OUTPUT" ), tr( "Pairs that overlap" ) );
  addTableParameter( QStringLiteral( "CROSSINGS" ), tr( "Areas that cross the lines of bureaus and prefectures" ), true );
  auto polygons = std::make_unique<QgsProcessingParameterFeatureSink>( QStringLiteral( "POLYGONS" ), tr( "Polygons of the overlaps" ),
                                                                       CaCompat::PolygonSource, QVariant(), true, false );
  polygons->setHelp( tr( "The ground that each pair shares, with the same columns." ) );
  addParameter( polygons.release() );
  addReportParameter();
  addCount( QStringLiteral( "AREAS" ), tr( "Number of areas" ) );
  addCount( QStringLiteral( "PAIRS" ), tr( "Number of pairs that overlap" ) );
  addCount( QStringLiteral( "CROSS_BUREAUS" ), tr( "Areas in several bureaus" ) );
  addCount( QStringLiteral( "CROSS_PREFECTURES" ), tr( "Areas in several prefectures" ) );
  addCount( QStringLiteral( "KM2_IN_ANY" ), tr( "Square kilometres in any area" ) );
  addCount( QStringLiteral( "KM2_IN_SEVERAL" ), tr( "Square kilometres in several areas" ) );
}

CaClusterOverlapsAlgorithm *CaClusterOverlapsAlgorithm::createInstance() const
{
  return new CaClusterOverlapsAlgorithm();
}

QgsFields CaClusterOverlapsAlgorithm::pairFields()
{
  QStringList names;
  for ( const char *area : { "first", "second" } )
  {
    for ( const char *name : { "kind", "code", "name_ja", "name_en", "precision" } )
      names << QStringLiteral( "%1_%2" ).arg( QLatin1String( area ), QLatin1String( name ) );
  }
  names << QStringLiteral( "relation" ) << QStringLiteral( "shared_km2:real" ) << QStringLiteral( "share_of_first:real" )
        << QStringLiteral( "share_of_second:real" ) << QStringLiteral( "shared_members:integer" ) << QStringLiteral( "shared_codes" )
        << QStringLiteral( "precision" ) << QStringLiteral( "note" );
  return tableFields( names );
}

QgsFields CaClusterOverlapsAlgorithm::crossingFields()
{
  return tableFields( { QStringLiteral( "kind" ), QStringLiteral( "code" ), QStringLiteral( "name_ja" ), QStringLiteral( "name_en" ),
                        QStringLiteral( "precision" ), QStringLiteral( "own_bureau" ), QStringLiteral( "crosses_bureaus:integer" ),
                        QStringLiteral( "territory_kind" ), QStringLiteral( "territory_code" ), QStringLiteral( "territory_name_ja" ),
                        QStringLiteral( "territory_name_en" ), QStringLiteral( "is_own:integer" ), QStringLiteral( "area_km2:real" ),
                        QStringLiteral( "share:real" ), QStringLiteral( "members:integer" ), QStringLiteral( "note" ) } );
}

void CaClusterOverlapsAlgorithm::writePairs( const Answer &answer, QgsFeatureSink &sink ) const
{
  for ( const CaOverlap &pair : answer.overlaps.pairs() )
    addRow( sink, pairRow( answer.set, pair ) );
}

QgsAttributes CaClusterOverlapsAlgorithm::pairRow( const CaAreaSet &set, const CaOverlap &pair )
{
  const QVector<CaBuiltArea> both{ set.areas().at( pair.first ), set.areas().at( pair.second ) };
  QgsAttributes values;
  for ( const CaBuiltArea &area : both )
    addArea( values, area );
  values << wordOf( pair.relation ) << pair.sqKm << pair.shareOfFirst << pair.shareOfSecond << static_cast<qlonglong>( pair.members.size() )
         << codesOf( set, pair.members ) << CaAreaPrecision::together( both ) << CaAreaPrecision::note( both );
  return values;
}

void CaClusterOverlapsAlgorithm::writeCrossings( const Answer &answer, QgsFeatureSink &sink ) const
{
  for ( const CaCrossing &crossing : answer.crossings )
  {
    const CaBuiltArea &area = answer.set.areas().at( crossing.area );
    const QString ownBureau = answer.ownBureaus.at( crossing.area );
    const double size = answer.set.sqKm( area.members );
    const auto write = [&]( const QString &kind, const QVector<CaTerritories::Part> &parts )
    {
      for ( const CaTerritories::Part &part : parts )
      {
        const CaAreaList territory = part.territory == -1 ? CaAreaList() : answer.set.areas().at( part.territory ).list;
        const bool hasOwn = kind == QLatin1String( "bureau" ) && !ownBureau.isEmpty();
        QgsAttributes values;
        addArea( values, area );
        values << ownBureau << ( crossing.crossesBureaus() ? 1LL : 0LL ) << kind << territory.code << territory.nameJa << territory.nameEn
               << ( hasOwn ? QVariant( territory.code == ownBureau ? 1LL : 0LL ) : QVariant() ) << part.sqKm
               << ( size > 0 ? QVariant( part.sqKm / size ) : QVariant() ) << static_cast<qlonglong>( part.members )
               << CaAreaPrecision::note( { area } );
        addRow( sink, values );
      }
    };
    if ( crossing.crossesBureaus() )
      write( QStringLiteral( "bureau" ), crossing.bureaus );
    if ( crossing.crossesPrefectures() )
      write( QStringLiteral( "prefecture" ), crossing.prefectures );
  }
}

QString CaClusterOverlapsAlgorithm::html( const Answer &answer ) const
{
  const QString language = CaLanguage::ofInterface();
  const auto nameOf = [&]( int area )
  {
    const CaAreaList &list = answer.set.areas().at( area ).list;
    return CaNamedCode{ list.code, list.nameJa, list.nameEn }.name( language );
  };
  const auto bureauOf = [&]( int territory )
  {
    return CaClusterFacts::nameOf( answer.facts.bureaus(), answer.set.areas().at( territory ).list.code, language );
  };
  QList<QStringList> pairs;
  int previous = -1;
  for ( const CaOverlap &pair : answer.overlaps.pairs() )
  {
    const QVector<CaBuiltArea> both{ answer.set.areas().at( pair.first ), answer.set.areas().at( pair.second ) };
    const bool isRepeated = pair.first == previous;
    previous = pair.first;
    pairs << QStringList{ isRepeated ? QString() : nameOf( pair.first ),
                          relationLabel( pair.relation ),
                          nameOf( pair.second ),
                          CaFigureText::sqKm( pair.sqKm ),
                          CaFigureText::percent( pair.shareOfFirst ),
                          CaFigureText::percent( pair.shareOfSecond ),
                          CaFigureText::number( pair.members.size() ),
                          CaAreaPrecision::mark( both ) };
  }
  QList<QStringList> bureaus;
  QList<QStringList> prefectures;
  for ( const CaCrossing &crossing : answer.crossings )
  {
    const CaBuiltArea &area = answer.set.areas().at( crossing.area );
    const double size = answer.set.sqKm( area.members );
    const auto add = [&]( QList<QStringList> &rows, const QVector<CaTerritories::Part> &parts, bool isBureau )
    {
      bool isFirst = true;
      for ( const CaTerritories::Part &part : parts )
      {
        QString place = part.territory == -1 ? tr( "in none" ) : isBureau ? bureauOf( part.territory ) : nameOf( part.territory );
        if ( isBureau && part.territory != -1 &&
             answer.set.areas().at( part.territory ).list.code == answer.ownBureaus.at( crossing.area ) )
          place = tr( "%1 (in charge)" ).arg( place );
        rows << QStringList{ isFirst ? nameOf( crossing.area ) : QString(),
                             place,
                             CaFigureText::sqKm( part.sqKm ),
                             size > 0 ? CaFigureText::percent( part.sqKm / size ) : QString(),
                             CaFigureText::number( part.members ),
                             isFirst ? CaAreaPrecision::mark( { area } ) : QString() };
        isFirst = false;
      }
    };
    if ( crossing.crossesBureaus() )
      add( bureaus, crossing.bureaus, true );
    if ( crossing.crossesPrefectures() )
      add( prefectures, crossing.prefectures, false );
  }
  const QString members = answer.set.boundaries().hasMunicipalities() ? tr( "Municipalities and wards" ) : tr( "Prefectures" );
  const QStringList crossingHead{ tr( "Area" ), tr( "Lies in" ), tr( "km²" ), tr( "Share of the area" ), members, tr( "Remark" ) };
  const auto section = []( const QString &heading, const QString &table, const QString &none )
  {
    return CaHtml::heading( heading ) + ( table.isEmpty() ? CaHtml::paragraph( none ) : table );
  };
  const QStringList pairHead{ tr( "Area" ),           tr( "Relation" ), tr( "Other area" ), tr( "Shared km²" ), tr( "Share of area" ),
                              tr( "Share of other" ), members,          tr( "Remark" ) };
  return section( tr( "Areas in several bureaus" ), CaHtml::table( crossingHead, bureaus, { 2, 3, 4 } ), tr( "There are none." ) ) +
         section( tr( "Pairs that overlap" ), CaHtml::table( pairHead, pairs, { 3, 4, 5, 6 } ), tr( "There are none." ) ) +
         section( tr( "Areas in several prefectures" ), CaHtml::table( crossingHead, prefectures, { 2, 3, 4 } ), tr( "There are none." ) ) +
         CaHtml::paragraph( CaAreaPrecision::legend() );
}

QString CaClusterOverlapsAlgorithm::relationLabel( CaOverlap::Relation relation )
{
  switch ( relation )
  {
    case CaOverlap::Relation::Contains:
      return tr( "contains" );
    case CaOverlap::Relation::Within:
      return tr( "lies within" );
    case CaOverlap::Relation::Same:
      return tr( "is the same as" );
    case CaOverlap::Relation::Partial:
      break;
  }
  return tr( "overlaps" );
}

QVariantMap CaClusterOverlapsAlgorithm::processAlgorithm( const QVariantMap &parameters, QgsProcessingContext &context,
                                                          QgsProcessingFeedback *feedback )
{
  const QVector<CaAreaList> lists = listsOf( kinds( parameters, context ), parameters, context );
  const Asked asked = ask( lists, parameters, context, feedback );
  if ( !asked.set )
    return {};
  QString error;
  const std::optional<CaClusterFacts> facts = CaClusterFacts::load( packFile(), &error );
  if ( !facts )
    throw QgsProcessingException( error );
  std::optional<CaOverlaps> overlaps = CaOverlaps::find( *asked.set, asked.count, feedback );
  if ( !overlaps )
    return {};
  Answer answer{ *asked.set,
                 *facts,
                 std::move( *overlaps ),
                 CaOverlaps::crossings( *asked.set, asked.count, CaTerritories( *asked.set, asked.count ) ),
                 {} };
  for ( int area = 0; area < asked.count; ++area )
    answer.ownBureaus << facts->of( asked.set->areas().at( area ).list.kind, asked.set->areas().at( area ).list.code ).bureau;

  // All is worked out before anything is written.
  QVector<QVector<int>> ground;
  for ( const CaOverlap &pair : answer.overlaps.pairs() )
    ground << pair.members;
  if ( !isAsked( QStringLiteral( "POLYGONS" ), parameters ) )
    ground.clear();
  const QVector<CaAssembledArea> assembled = asked.set->coverage()->assemble( ground, feedback );
  if ( feedback->isCanceled() )
    return {};

  QString outputId;
  QString crossingsId;
  QString polygonsId;
  const auto output = table( QStringLiteral( "OUTPUT" ), pairFields(), parameters, context, &outputId );
  const auto crossings = optionalTable( QStringLiteral( "CROSSINGS" ), crossingFields(), parameters, context, &crossingsId );
  const auto polygons = optionalTable( QStringLiteral( "POLYGONS" ), pairFields(), parameters, context, &polygonsId, CaCompat::MultiPolygon,
                                       asked.set->boundaries().crs() );
  writePairs( answer, *output );
  if ( crossings )
    writeCrossings( answer, *crossings );
  for ( int i = 0; i < assembled.size(); ++i )
  {
    QgsGeometry geometry;
    geometry.fromWkb( assembled.at( i ).wkb );
    addRow( *polygons, pairRow( answer.set, answer.overlaps.pairs().at( i ) ), geometry );
  }

  const QVector<double> byNumber = answer.overlaps.sqKmByNumber();
  QStringList numbers;
  double inAny = 0;
  double inSeveral = 0;
  for ( int number = 0; number < byNumber.size(); ++number )
  {
    inAny += number > 0 ? byNumber.at( number ) : 0;
    inSeveral += number > 1 ? byNumber.at( number ) : 0;
    if ( byNumber.at( number ) > 0 )
      numbers << tr( "in %1: %2 km²" ).arg( QString::number( number ), CaFigureText::sqKm( byNumber.at( number ) ) );
  }
  qlonglong crossBureaus = 0;
  qlonglong crossPrefectures = 0;
  for ( const CaCrossing &crossing : std::as_const( answer.crossings ) )
  {
    crossBureaus += crossing.crossesBureaus() ? 1 : 0;
    crossPrefectures += crossing.crossesPrefectures() ? 1 : 0;
  }
  CaReport report = asked.set->report();
  report.add( CaReport::Information, QStringLiteral( "overlaps" ),
              tr( "%1 areas; %2 pairs overlap; %3 areas lie in several bureaus, %4 in several prefectures." )
                  .arg( asked.count )
                  .arg( answer.overlaps.pairs().size() )
                  .arg( crossBureaus )
                  .arg( crossPrefectures ) );
  report.add( CaReport::Information, QStringLiteral( "by_number" ), tr( "Ground by the number of areas it is in:" ), numbers );
  addBasis( report, *asked.set, 0,
            tr( "areas overlap where they have a municipality or prefecture in common; sizes are sums of these, each measured once on the "
                "ellipsoid (GRS80)" ) );
  const QString reportFile = writeAnswer( report, tr( "Overlaps of clusters" ), html( answer ), parameters, context, feedback );
  CaAnswerSink::keep( { output.get(), crossings.get(), polygons.get() } );
  QVariantMap results{ { QStringLiteral( "OUTPUT" ), outputId },
                       { QStringLiteral( "REPORT" ), reportFile },
                       { QStringLiteral( "AREAS" ), asked.count },
                       { QStringLiteral( "PAIRS" ), static_cast<qlonglong>( answer.overlaps.pairs().size() ) },
                       { QStringLiteral( "CROSS_BUREAUS" ), crossBureaus },
                       { QStringLiteral( "CROSS_PREFECTURES" ), crossPrefectures },
                       { QStringLiteral( "KM2_IN_ANY" ), inAny },
                       { QStringLiteral( "KM2_IN_SEVERAL" ), inSeveral } };
  if ( crossings )
    results.insert( QStringLiteral( "CROSSINGS" ), crossingsId );
  if ( polygons )
    results.insert( QStringLiteral( "POLYGONS" ), polygonsId );
  return results;
}
