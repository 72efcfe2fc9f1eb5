// SPDX-License-Identifier: GPL-2.0-or-later
#include "caalgorithmcoverage.h"

#include "caareaprecision.h"
#include "cafiguretext.h"
#include "cahtml.h"
#include "calanguage.h"

#include <qgsprocessingparameters.h>

#include <algorithm>

namespace
{

QStringList ownerKinds()
{
  return { QStringLiteral( "municipality" ), QStringLiteral( "prefecture" ) };
}

//! Nothing is known where no place has a figure: that is not 0.
bool isKnown( const CaCoveredShare &share )
{
  return share.unknown < 1;
}

QVariant ratio( double part, double whole )
{
  return whole > 0 ? QVariant( part / whole ) : QVariant();
}

} // namespace

QString CaCoverageAlgorithm::name() const
{
  return QStringLiteral( "coverage" );
}

QString CaCoverageAlgorithm::displayName() const
{
  return tr( "Share covered by clusters" );
}

QStringList CaCoverageAlgorithm::tags() const
{
  return tr( "cluster,coverage,share,nation,bureau,double counting,overlap,statistics" ).split( ',' );
}

QString CaCoverageAlgorithm::shortHelpString() const
{
  return tr(
      "Works out which share of the nation, and of each bureau, lies in any project: of its area, of its municipalities (or "
      "prefectures), and of figures of municipalities or prefectures.\n\n"
      "What several projects have is counted in three ways: once; shared equally among them, so that the projects add up to what is "
      "counted once; and each time. BY_AREA has what each project has, in these ways and alone.\n\n"
      "Only metrics that can be added are taken. Where a project has a part of the municipalities that a figure is of, it is "
      "apportioned by area, and the qualifier says “derived”. What no figure is known of is said by its share of the area, and is not "
      "taken as 0.\n\n"
      "Projects that are known only by their prefectures, or in part, are named in the note of each row: the share is then perhaps "
      "less, or more." );
}

void CaCoverageAlgorithm::initAlgorithm( const QVariantMap & )
{
  addAskedParameters( { QStringLiteral( "projects" ) } );
  auto metrics = std::make_unique<QgsProcessingParameterString>( QStringLiteral( "METRICS" ), tr( "Metrics (none if empty)" ), QVariant(),
                                                                 false, true );
  metrics->setHelp( tr( "Codes of metrics of which municipalities or prefectures have figures, separated by commas." ) );
  addParameter( metrics.release() );
  auto owner =
      std::make_unique<QgsProcessingParameterEnum>( QStringLiteral( "OWNER_KIND" ), tr( "Whose figures (municipality, prefecture)" ),
                                                    ownerKinds(), false, ownerKinds().constFirst(), true, true );
  owner->setHelp( tr( "Figures of municipalities need boundaries of municipalities." ) );
  addParameter( owner.release() );
  addFiscalYearParameter();
  addPackParameter();
  addBoundaryParameters();
  addTableParameter( QStringLiteral( "OUTPUT" ), tr( "Shares of the nation and of each bureau" ) );
  addTableParameter( QStringLiteral( "BY_AREA" ), tr( "What each area has" ), true );
  addReportParameter();
  addCount( QStringLiteral( "AREAS" ), tr( "Number of areas" ) );
  addCount( QStringLiteral( "KM2" ), tr( "Square kilometres of the boundaries" ) );
  addCount( QStringLiteral( "KM2_COVERED" ), tr( "Of these, in any area" ) );
  addCount( QStringLiteral( "SHARE_COVERED" ), tr( "Share of the area covered" ) );
  addCount( QStringLiteral( "PLACES" ), tr( "Municipalities or prefectures" ) );
  addCount( QStringLiteral( "PLACES_COVERED" ), tr( "Of these, in any area" ) );
}

CaCoverageAlgorithm *CaCoverageAlgorithm::createInstance() const
{
  return new CaCoverageAlgorithm();
}

QStringList CaCoverageAlgorithm::allowedMetrics( const CaStatistics &statistics, const QVariantMap &parameters,
                                                 QgsProcessingContext &context ) const
{
  const QStringList asked = metrics( parameters, context );
  const QString error = statistics.metricError( asked );
  if ( !error.isEmpty() )
    throw QgsProcessingException( error );
  const bool isJapanese = CaLanguage::ofInterface() == QLatin1String( "ja" );
  for ( const QString &code : asked )
  {
    const CaMetric metric = statistics.metrics().value( code );
    if ( metric.sumRule() == CaSumRule::Never )
      throw QgsProcessingException(
          tr( "A share of “%1” (%2) has no meaning, because its figures cannot be added: %3" )
              .arg( metric.name( CaLanguage::ofInterface() ), code, isJapanese ? metric.ruleJa : metric.ruleEn ) );
  }
  return asked;
}

QVector<CaCoverageAlgorithm::Measured> CaCoverageAlgorithm::measure( const CaAreaSet &set, const CaCoverageShares &shares,
                                                                     const CaStatistics &statistics, const QStringList &metrics,
                                                                     const QVariantMap &parameters, QgsProcessingContext &context,
                                                                     CaReport &report, QgsProcessingFeedback *feedback ) const
{
  const bool hasMunicipalities = set.boundaries().hasMunicipalities();
  QVector<Measured> all;
  const CaCoverageShares::Measure area = shares.area();
  const CaCoverageShares::Measure places = shares.places();
  all << Measured{ QStringLiteral( "area_km2" ), tr( "Land area" ),    tr( "km²" ), 0, nullptr, false,
                   shares.byBureau( area ),      shares.byArea( area ) };
  all << Measured{ hasMunicipalities ? QStringLiteral( "municipalities" ) : QStringLiteral( "prefectures" ),
                   hasMunicipalities ? tr( "Municipalities and wards" ) : tr( "Prefectures" ),
                   QString(),
                   0,
                   nullptr,
                   false,
                   shares.byBureau( places ),
                   shares.byArea( places ) };
  if ( metrics.isEmpty() )
    return all;
  const QString owner = parameterAsEnumString( parameters, QStringLiteral( "OWNER_KIND" ), context );
  if ( !ownerKinds().contains( owner ) )
    throw QgsProcessingException( tr( "OWNER_KIND is one of %1." ).arg( ownerKinds().join( QStringLiteral( ", " ) ) ) );
  if ( owner == ownerKinds().constFirst() && !hasMunicipalities )
    throw QgsProcessingException(
        tr( "Figures of municipalities need boundaries of municipalities: give BOUNDARIES, such as N03, or choose "
            "prefecture as OWNER_KIND." ) );
  const int year = fiscalYear( parameters, context, pack() );
  const QString language = CaLanguage::ofInterface();
  for ( const QString &code : metrics )
  {
    if ( feedback->isCanceled() )
      return all;
    const CaMetric metric = statistics.metrics().value( code );
    const auto figures = std::make_shared<const CaMemberFigures>( set, statistics, owner, code, year );
    if ( figures->parts().isEmpty() )
      throw QgsProcessingException(
          tr( "No %1 in the boundaries has a figure of “%2” (%3) in fiscal year %4: import some, or choose another "
              "OWNER_KIND or FISCAL_YEAR." )
              .arg( owner, metric.name( language ), code, QString::number( year ) ) );
    const CaCoverageShares::Measure measure = CaCoverageShares::figures( *figures );
    Measured measured{ code,
                       metric.name( language ),
                       metric.unitName( language ),
                       year,
                       figures,
                       figures->apportioned( shares.covered() ) > 0,
                       shares.byBureau( measure, figures.get() ),
                       shares.byArea( measure ) };
    if ( measured.isDerived )
      report.add( CaReport::Information, QStringLiteral( "apportioned_%1" ).arg( code ),
                  tr( "%1: %2 figures are of places that lie in the areas in part, and were apportioned by area." )
                      .arg( measured.name )
                      .arg( figures->apportioned( shares.covered() ) ) );
    if ( metric.sumRule() == CaSumRule::UpperBound )
      report.add( CaReport::Information, QStringLiteral( "sum_rule_%1" ).arg( code ),
                  QStringLiteral( "%1: %2" ).arg( measured.name, language == QLatin1String( "ja" ) ? metric.ruleJa : metric.ruleEn ) );
    reportOn( measured, report );
    all << measured;
  }
  return all;
}

void CaCoverageAlgorithm::reportOn( const Measured &measured, CaReport &report ) const
{
  const auto add = [&]( const QString &topic, const QString &text, const QStringList &details )
  {
    if ( !details.isEmpty() )
      report.add( CaReport::Warning, QStringLiteral( "%1_%2" ).arg( topic, measured.code ),
                  text.arg( measured.name, QString::number( details.size() ) ), details );
  };
  add( QStringLiteral( "not_placed" ), tr( "%1: %2 figures are of codes that the boundaries do not have, or are counted already:" ),
       measured.figures->notPlaced() );
  add( QStringLiteral( "without_value" ), tr( "%1: %2 figures have no value and are in no sum:" ), measured.figures->withoutValue() );
  add( QStringLiteral( "merged" ), tr( "%1: %2 figures are of municipalities that are no more, and count with what they became:" ),
       measured.figures->merged() );
  const double unknown = measured.byBureau.constFirst().unknown;
  if ( unknown > 0 )
    report.add( CaReport::Warning, QStringLiteral( "unknown_%1" ).arg( measured.code ),
                tr( "%1: no figure is known of places with %2 of the nation's area; sums and shares are of the others." )
                    .arg( measured.name, CaFigureText::percent( unknown ) ) );
}

CaCoverageAlgorithm::Scope CaCoverageAlgorithm::scope( const CaAreaSet &set, int bureau )
{
  if ( bureau == CaCoverageShares::NATION )
    return { QStringLiteral( "nation" ), QStringLiteral( "NATIONAL" ), QStringLiteral( u"全国" ), QStringLiteral( "Nation" ) };
  if ( bureau == CaCoverageShares::NO_BUREAU )
    return { QStringLiteral( "none" ), QString(), QStringLiteral( u"どの局にも属さない" ), QStringLiteral( "In no bureau" ) };
  const CaAreaList &list = set.areas().at( bureau ).list;
  return { list.kind, list.code, list.nameJa, list.nameEn };
}

QgsFields CaCoverageAlgorithm::shareFields()
{
  return tableFields( { QStringLiteral( "scope" ),
                        QStringLiteral( "scope_code" ),
                        QStringLiteral( "scope_name_ja" ),
                        QStringLiteral( "scope_name_en" ),
                        QStringLiteral( "measure" ),
                        QStringLiteral( "measure_name" ),
                        QStringLiteral( "unit" ),
                        QStringLiteral( "fiscal_year:integer" ),
                        QStringLiteral( "total:real" ),
                        QStringLiteral( "once:real" ),
                        QStringLiteral( "shared:real" ),
                        QStringLiteral( "each:real" ),
                        QStringLiteral( "outside:real" ),
                        QStringLiteral( "share_once:real" ),
                        QStringLiteral( "share_each:real" ),
                        QStringLiteral( "qualifier" ),
                        QStringLiteral( "flag" ),
                        QStringLiteral( "unknown_share:real" ),
                        QStringLiteral( "areas:integer" ),
                        QStringLiteral( "precision" ),
                        QStringLiteral( "note" ) } );
}

QgsFields CaCoverageAlgorithm::areaFields()
{
  return tableFields( { QStringLiteral( "kind" ), QStringLiteral( "code" ), QStringLiteral( "name_ja" ), QStringLiteral( "name_en" ),
                        QStringLiteral( "precision" ), QStringLiteral( "scope" ), QStringLiteral( "scope_code" ),
                        QStringLiteral( "measure" ), QStringLiteral( "fiscal_year:integer" ), QStringLiteral( "each:real" ),
                        QStringLiteral( "shared:real" ), QStringLiteral( "alone:real" ), QStringLiteral( "share_each:real" ),
                        QStringLiteral( "share_shared:real" ), QStringLiteral( "note" ) } );
}

void CaCoverageAlgorithm::writeShares( const CaAreaSet &set, const CaCoverageShares &shares, const QVector<Measured> &all,
                                       QgsFeatureSink &sink ) const
{
  for ( const Measured &measured : all )
  {
    for ( const CaCoveredShare &share : measured.byBureau )
    {
      const Scope names = scope( set, share.bureau );
      const QVector<CaBuiltArea> areas = shares.areasIn( share.bureau );
      const bool known = isKnown( share );
      const auto value = [known]( double number )
      {
        return known ? QVariant( number ) : QVariant();
      };
      QString qualifier;
      if ( measured.figures && known )
        qualifier = CaFigureWords::of( measured.isDerived ? CaQualifier::Derived : measured.figures->qualifier() );
      QString flag;
      if ( !known )
        flag = CaFigureWords::of( CaFlag::NotAvailable );
      else if ( share.unknown > 0 )
        flag = QStringLiteral( "incomplete" );
      QgsAttributes values;
      values << names.kind << names.code << names.nameJa << names.nameEn << measured.code << measured.name << measured.unit
             << ( measured.fiscalYear == 0 ? QVariant() : QVariant( measured.fiscalYear ) ) << value( share.total ) << value( share.once )
             << value( share.shared ) << value( share.each ) << value( share.outside() )
             << ( known ? ratio( share.once, share.total ) : QVariant() ) << ( known ? ratio( share.each, share.total ) : QVariant() )
             << qualifier << flag << share.unknown << static_cast<qlonglong>( areas.size() ) << CaAreaPrecision::together( areas )
             << CaAreaPrecision::note( areas );
      addRow( sink, values );
    }
  }
}

void CaCoverageAlgorithm::writeAreas( const CaAreaSet &set, const QVector<Measured> &all, QgsFeatureSink &sink ) const
{
  for ( const Measured &measured : all )
  {
    for ( const CaShareOfArea &share : measured.byArea )
    {
      const auto whole = std::find_if( measured.byBureau.begin(), measured.byBureau.end(),
                                       [&]( const CaCoveredShare &one ) { return one.bureau == share.bureau; } );
      const bool known = isKnown( *whole );
      const Scope names = scope( set, share.bureau );
      const CaBuiltArea &area = set.areas().at( share.area );
      const auto value = [known]( const QVariant &number )
      {
        return known ? number : QVariant();
      };
      QgsAttributes values;
      values << area.list.kind << area.list.code << area.list.nameJa << area.list.nameEn << area.precision << names.kind << names.code
             << measured.code << ( measured.fiscalYear == 0 ? QVariant() : QVariant( measured.fiscalYear ) ) << value( share.each )
             << value( share.shared ) << value( share.alone ) << value( ratio( share.each, whole->total ) )
             << value( ratio( share.shared, whole->total ) ) << CaAreaPrecision::note( { area } );
      addRow( sink, values );
    }
  }
}

QString CaCoverageAlgorithm::html( const CaAreaSet &set, const CaCoverageShares &shares, const CaClusterFacts &facts,
                                   const QVector<Measured> &all ) const
{
  const bool isJapanese = CaLanguage::ofInterface() == QLatin1String( "ja" );
  const auto text = []( bool known, double value, bool isArea )
  {
    if ( !known )
      return CaFigureText::of( std::nullopt );
    return isArea ? CaFigureText::sqKm( value ) : CaFigureText::number( value );
  };
  const auto percent = []( bool known, double part, double whole )
  {
    return known && whole > 0 ? CaFigureText::percent( part / whole ) : CaFigureText::of( std::nullopt );
  };
  QString html = CaHtml::paragraph(
      tr( "What several areas have is counted once, or each time. Shared equally, areas add up to what is counted once." ) );
  for ( const Measured &measured : all )
  {
    const bool isArea = !measured.figures && measured.code == QLatin1String( "area_km2" );
    QString title = measured.unit.isEmpty() ? measured.name : tr( "%1 (%2)" ).arg( measured.name, measured.unit );
    if ( measured.fiscalYear != 0 )
      title = tr( "%1, fiscal year %2" ).arg( title, QString::number( measured.fiscalYear ) );
    QList<QStringList> rows;
    for ( const CaCoveredShare &share : measured.byBureau )
    {
      const Scope names = scope( set, share.bureau );
      const bool known = isKnown( share );
      const QString name = isJapanese ? names.nameJa : names.nameEn;
      QStringList row{ names.kind == QLatin1String( "bureau" )
                           ? CaClusterFacts::nameOf( facts.bureaus(), names.code, CaLanguage::ofInterface() )
                           : name,
                       text( known, share.total, isArea ),
                       text( known, share.once, isArea ),
                       percent( known, share.once, share.total ),
                       text( known, share.each, isArea ),
                       percent( known, share.each, share.total ) };
      if ( measured.figures )
        row << CaFigureText::percent( share.unknown );
      rows << ( row << CaAreaPrecision::mark( shares.areasIn( share.bureau ) ) );
    }
    QStringList head{ tr( "Bureau" ), tr( "Total" ), tr( "Counted once" ), tr( "Share" ), tr( "Counted each time" ), tr( "Share" ) };
    if ( measured.figures )
      head << tr( "Not known (share of the area)" );
    head << tr( "Remark" );
    html += CaHtml::heading( title ) +
            CaHtml::table( head, rows, measured.figures ? QVector<int>{ 1, 2, 3, 4, 5, 6 } : QVector<int>{ 1, 2, 3, 4, 5 } );
    QList<QStringList> areas;
    for ( const CaShareOfArea &share : measured.byArea )
    {
      if ( share.bureau != CaCoverageShares::NATION )
        continue;
      const CaCoveredShare &nation = measured.byBureau.constFirst();
      const CaBuiltArea &area = set.areas().at( share.area );
      areas << QStringList{ CaNamedCode{ area.list.code, area.list.nameJa, area.list.nameEn }.name( CaLanguage::ofInterface() ),
                            text( true, share.each, isArea ),
                            percent( true, share.each, nation.total ),
                            text( true, share.shared, isArea ),
                            percent( true, share.shared, nation.total ),
                            text( true, share.alone, isArea ),
                            CaAreaPrecision::label( area.precision ) };
    }
    html += CaHtml::table( { tr( "Area" ), tr( "All it has" ), tr( "Share of the nation" ), tr( "Shared equally" ),
                             tr( "Share of the nation" ), tr( "It alone" ), tr( "Known by" ) },
                           areas, { 1, 2, 3, 4, 5 } );
  }
  return html + CaHtml::paragraph( CaAreaPrecision::legend() );
}

QVariantMap CaCoverageAlgorithm::processAlgorithm( const QVariantMap &parameters, QgsProcessingContext &context,
                                                   QgsProcessingFeedback *feedback )
{
  const QVector<CaAreaList> lists = listsOf( kinds( parameters, context ), parameters, context );
  QString error;
  const std::optional<CaClusterFacts> facts = CaClusterFacts::load( packFile(), &error );
  const std::unique_ptr<CaStatistics> statistics = facts ? CaStatistics::open( packFile(), &error ) : nullptr;
  if ( !statistics )
    throw QgsProcessingException( error );
  const QStringList metrics = allowedMetrics( *statistics, parameters, context );
  const Asked asked = ask( lists, parameters, context, feedback );
  if ( !asked.set )
    return {};
  const CaTerritories territories( *asked.set, asked.count );
  const CaCoverageShares shares( *asked.set, asked.count, territories );
  CaReport report = asked.set->report();
  const QVector<Measured> all = measure( *asked.set, shares, *statistics, metrics, parameters, context, report, feedback );
  if ( feedback->isCanceled() )
    return {};

  QString outputId;
  QString byAreaId;
  const auto output = table( QStringLiteral( "OUTPUT" ), shareFields(), parameters, context, &outputId );
  const auto byArea = optionalTable( QStringLiteral( "BY_AREA" ), areaFields(), parameters, context, &byAreaId );
  writeShares( *asked.set, shares, all, *output );
  if ( byArea )
    writeAreas( *asked.set, all, *byArea );

  const CaCoveredShare area = all.at( 0 ).byBureau.constFirst();
  const CaCoveredShare places = all.at( 1 ).byBureau.constFirst();
  report.add( CaReport::Information, QStringLiteral( "covered" ),
              tr( "%1 of the area of the boundaries (%2 km²) lies in any of the %3 areas; counted each time, %4." )
                  .arg( CaFigureText::percent( area.total > 0 ? area.once / area.total : 0 ), CaFigureText::sqKm( area.total ),
                        QString::number( asked.count ), CaFigureText::percent( area.total > 0 ? area.each / area.total : 0 ) ) );
  const QString note = CaAreaPrecision::note( shares.areasIn( CaCoverageShares::NATION ) );
  if ( !note.isEmpty() )
    report.add( CaReport::Warning, QStringLiteral( "precision" ), tr( "The shares are made of areas of different precision." ), { note } );
  addBasis(
      report, *asked.set, all.size() > 2 ? all.last().fiscalYear : 0,
      tr( "sizes and figures are sums over municipalities or prefectures; what several areas have is counted once, shared equally, and "
          "each time" ) );
  const QString reportFile =
      writeAnswer( report, tr( "Share covered by clusters" ), html( *asked.set, shares, *facts, all ), parameters, context, feedback );
  CaAnswerSink::keep( { output.get(), byArea.get() } );
  QVariantMap results{
    { QStringLiteral( "OUTPUT" ), outputId },       { QStringLiteral( "REPORT" ), reportFile },
    { QStringLiteral( "AREAS" ), asked.count },     { QStringLiteral( "KM2" ), area.total },
    { QStringLiteral( "KM2_COVERED" ), area.once }, { QStringLiteral( "SHARE_COVERED" ), ratio( area.once, area.total ) },
    { QStringLiteral( "PLACES" ), places.total },   { QStringLiteral( "PLACES_COVERED" ), places.once }
  };
  if ( byArea )
    results.insert( QStringLiteral( "BY_AREA" ), byAreaId );
  return results;
}
