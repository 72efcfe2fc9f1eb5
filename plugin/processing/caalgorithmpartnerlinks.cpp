// SPDX-License-Identifier: GPL-2.0-or-later
#include "caalgorithmpartnerlinks.h"

#include "cafiguretext.h"
#include "cageodesicline.h"
#include "cahtml.h"
#include "capartnerlinks.h"
#include "castatistics.h"

#include <qgsprocessingparameters.h>

#include <QLocale>

//! A figure that a link is drawn by.
struct CaPartnerLinksAlgorithm::Flow
{
  CaFigure figure;
  QString owner;     //!< The link itself or its project; empty if neither has the figure
  QString ownerKind; //!< `link` or `project`
};

QString CaPartnerLinksAlgorithm::name() const
{
  return QStringLiteral( "partnerlinks" );
}

QString CaPartnerLinksAlgorithm::displayName() const
{
  return tr( "Links with partners abroad" );
}

QStringList CaPartnerLinksAlgorithm::tags() const
{
  return tr( "cluster,partner,overseas,country,link,flow,geodesic,great circle,line" ).split( ',' );
}

QString CaPartnerLinksAlgorithm::shortHelpString() const
{
  return tr(
      "Makes a line for each link of a project with a partner abroad: the shortest way on the ellipsoid (WGS 84), with its length in "
      "kilometres, cut at the antimeridian and where a map around CENTRAL_MERIDIAN has its edge, so that no line runs right across the "
      "map. Take 150 for the "
      "Pacific-centred Equal Earth (EPSG:8859), 0 for a map around Greenwich.\n\n"
      "COUNTRY, FIELD and PROJECT choose among the links. METRIC, a figure of the fiscal year, gives widths in millimetres: the figure of "
      "the link itself, or else of its project; all links of a project then have the same width, since nothing says how its figure "
      "is shared among them. The largest figure has MAX_WIDTH; by the rule “area” the square of the width is in proportion to the figure, "
      "by “linear” the width itself. A link without the figure has no width (NULL) and is listed in the report: no data is not zero." );
}

void CaPartnerLinksAlgorithm::addText( const QString &name, const QString &description, const QString &help )
{
  auto text = std::make_unique<QgsProcessingParameterString>( name, description, QVariant(), false, true );
  text->setHelp( help );
  addParameter( text.release() );
}

void CaPartnerLinksAlgorithm::initAlgorithm( const QVariantMap & )
{
  addText( QStringLiteral( "COUNTRY" ), tr( "Countries (all if empty)" ),
           tr( "Codes of two letters separated by commas, such as US,DE." ) );
  addText( QStringLiteral( "FIELD" ), tr( "Fields (all if empty)" ),
           tr( "Names in Japanese or English separated by commas, such as IT,Medical. A link with several fields has each of them." ) );
  addText( QStringLiteral( "PROJECT" ), tr( "Projects (all if empty)" ), tr( "Codes separated by commas, such as KANTO_REGIONAL." ) );
  auto meridian = std::make_unique<QgsProcessingParameterNumber>( QStringLiteral( "CENTRAL_MERIDIAN" ), tr( "Central meridian of the map" ),
                                                                  CaCompat::DoubleNumber, 0, false, -180, 180 );
  meridian->setHelp( tr( "Degrees east. Lines are cut 180 degrees from it, for 150 at 30 degrees west, besides at the antimeridian." ) );
  addParameter( meridian.release() );
  addText( QStringLiteral( "METRIC" ), tr( "Figure for the width (none if empty)" ), tr( "Code of a metric, such as firms." ) );
  addFiscalYearParameter();
  auto rule = std::make_unique<QgsProcessingParameterEnum>( QStringLiteral( "WIDTH_RULE" ), tr( "Rule for the width (area, linear)" ),
                                                            QStringList{ QStringLiteral( "area" ), QStringLiteral( "linear" ) }, false,
                                                            QStringLiteral( "area" ), false, true );
  rule->setHelp( tr( "area: the square of the width is in proportion to the figure; linear: the width is." ) );
  addParameter( rule.release() );
  auto width = std::make_unique<QgsProcessingParameterNumber>( QStringLiteral( "MAX_WIDTH" ), tr( "Width of the largest figure (mm)" ),
                                                               CaCompat::DoubleNumber, 4, false, 0.01, 100 );
  width->setHelp( tr( "In millimetres on paper, for the column width_mm." ) );
  addParameter( width.release() );
  addPackParameter();
  auto output = std::make_unique<QgsProcessingParameterFeatureSink>( QStringLiteral( "OUTPUT" ), tr( "Links" ), CaCompat::AnyVector );
  output->setHelp( tr( "Lines in WGS 84 (EPSG:4326)." ) );
  addParameter( output.release() );
  addReportParameter();
  addCount( QStringLiteral( "LINKS" ), tr( "Number of links" ) );
  addCount( QStringLiteral( "CUT" ), tr( "Links cut at the edge of the map" ) );
  addCount( QStringLiteral( "WITHOUT_FIGURE" ), tr( "Links without the figure" ) );
  addCount( QStringLiteral( "TOTAL_KM" ), tr( "Length of all together (km)" ) );
}

CaPartnerLinksAlgorithm *CaPartnerLinksAlgorithm::createInstance() const
{
  return new CaPartnerLinksAlgorithm();
}

CaPartnerLinksAlgorithm::Flow CaPartnerLinksAlgorithm::flowOf( const CaPartnerLink &link, const CaStatistics &statistics,
                                                               const QString &metric, int fiscalYear )
{
  if ( const std::optional<CaStatistic> own = statistics.value( link.code, metric, fiscalYear ) )
    return { own->figure, link.code, QStringLiteral( "link" ) };
  if ( const std::optional<CaStatistic> ofProject = statistics.value( link.project, metric, fiscalYear ) )
    return { ofProject->figure, link.project, QStringLiteral( "project" ) };
  return {};
}

QVariantMap CaPartnerLinksAlgorithm::processAlgorithm( const QVariantMap &parameters, QgsProcessingContext &context,
                                                       QgsProcessingFeedback *feedback )
{
  QString error;
  const std::optional<CaPartnerLinks> all = CaPartnerLinks::load( packFile(), &error );
  if ( !all )
    throw QgsProcessingException( error );
  const std::optional<QVector<CaPartnerLink>> links =
      all->chosen( codes( QStringLiteral( "COUNTRY" ), parameters, context ), codes( QStringLiteral( "FIELD" ), parameters, context ),
                   codes( QStringLiteral( "PROJECT" ), parameters, context ), &error );
  if ( !links )
    throw QgsProcessingException( error );
  const double meridian = parameterAsDouble( parameters, QStringLiteral( "CENTRAL_MERIDIAN" ), context );
  const QString metric = parameterAsString( parameters, QStringLiteral( "METRIC" ), context ).trimmed();
  const QString rule = parameterAsEnumString( parameters, QStringLiteral( "WIDTH_RULE" ), context );
  if ( rule != QLatin1String( "area" ) && rule != QLatin1String( "linear" ) )
    throw QgsProcessingException( tr( "WIDTH_RULE is area or linear." ) );
  std::unique_ptr<CaStatistics> statistics;
  int year = 0;
  if ( !metric.isEmpty() )
  {
    year = fiscalYear( parameters, context, pack() );
    statistics = CaStatistics::open( packFile(), &error );
    if ( statistics )
      error = statistics->metricError( { metric } );
    if ( !error.isEmpty() )
      throw QgsProcessingException( error );
  }

  QVector<Flow> flows;
  double largest = 0;
  for ( const CaPartnerLink &link : *links )
  {
    flows << ( statistics ? flowOf( link, *statistics, metric, year ) : Flow() );
    largest = std::max( largest, flows.constLast().figure.value.value_or( 0 ) );
  }
  const CaFlowWidth width( rule == QLatin1String( "area" ) ? CaFlowWidth::Rule::Area : CaFlowWidth::Rule::Linear, largest,
                           parameterAsDouble( parameters, QStringLiteral( "MAX_WIDTH" ), context ) );
  if ( feedback->isCanceled() )
    return {};

  QString outputId;
  const std::unique_ptr<CaAnswerSink> output =
      table( QStringLiteral( "OUTPUT" ),
             tableFields( { QStringLiteral( "code" ),
                            QStringLiteral( "title_ja" ),
                            QStringLiteral( "title_en" ),
                            QStringLiteral( "country" ),
                            QStringLiteral( "field_ja" ),
                            QStringLiteral( "field_en" ),
                            QStringLiteral( "project_code" ),
                            QStringLiteral( "subarea_code" ),
                            QStringLiteral( "bureau_code" ),
                            QStringLiteral( "partner_code" ),
                            QStringLiteral( "project_judged:integer" ),
                            QStringLiteral( "partner_judged:integer" ),
                            QStringLiteral( "length_km:real" ),
                            QStringLiteral( "parts:integer" ),
                            QStringLiteral( "metric" ),
                            QStringLiteral( "fiscal_year:integer" ),
                            QStringLiteral( "figure_of" ),
                            QStringLiteral( "value:real" ),
                            QStringLiteral( "unit" ),
                            QStringLiteral( "qualifier" ),
                            QStringLiteral( "flag" ),
                            QStringLiteral( "width_mm:real" ),
                            QStringLiteral( "source" ) } ),
             parameters, context, &outputId, QgsWkbTypes::parseType( QStringLiteral( "MultiLineString" ) ),
             QgsCoordinateReferenceSystem( QStringLiteral( "EPSG:4326" ) ) );
  QList<QStringList> rows;
  QStringList without;
  int cut = 0;
  double total = 0;
  for ( int i = 0; i < links->size(); ++i )
  {
    if ( feedback->isCanceled() )
      return {};
    const CaPartnerLink &link = links->at( i );
    const Flow &flow = flows.at( i );
    const CaGeodesicLine line( link.from, link.to, meridian );
    const int parts = line.geometry().constGet()->partCount();
    const std::optional<double> mm = width.of( flow.figure.value );
    const auto orNull = []( const std::optional<double> &value )
    {
      return value ? QVariant( *value ) : QVariant();
    };
    QgsAttributes values;
    for ( const QString &text : { link.code, link.titleJa, link.titleEn, link.country, link.fieldJa, link.fieldEn, link.project,
                                  link.subarea, link.bureau, link.partner } )
      values << text;
    values << ( link.projectJudged ? 1 : 0 ) << ( link.partnerJudged ? 1 : 0 ) << line.lengthKm() << parts;
    values << metric << ( year == 0 ? QVariant() : QVariant( year ) ) << flow.ownerKind << orNull( flow.figure.value )
           << ( statistics ? flow.figure.unit : QString() )
           << ( flow.owner.isEmpty() ? QString() : CaFigureWords::of( flow.figure.qualifier ) )
           << ( flow.owner.isEmpty() ? QString() : CaFigureWords::of( flow.figure.flag ) ) << orNull( mm ) << link.source;
    addRow( *output, values, line.geometry() );
    cut += line.edgeCrossings() > 0;
    total += line.lengthKm();
    const QString figure = !statistics            ? QString()
                           : flow.owner.isEmpty() ? CaFigureText::of( std::nullopt )
                                                  : CaFigureText::of( flow.figure );
    if ( statistics && !mm )
      without << QStringLiteral( "%1 %2: %3" ).arg( link.code, link.titleJa, figure );
    rows << QStringList{ link.code,    link.titleJa,
                         link.titleEn, link.country,
                         link.fieldJa, link.project,
                         link.subarea, QLocale().toString( line.lengthKm(), 'f', 1 ),
                         figure,       mm ? QLocale().toString( *mm, 'f', 2 ) : QString() };
    feedback->setProgress( 100.0 * ( i + 1 ) / links->size() );
  }

  CaReport report;
  report.add( CaReport::Information, QStringLiteral( "links" ),
              tr( "%1 of %2 links; %3 cut at the edge of the map." ).arg( links->size() ).arg( all->links().size() ).arg( cut ) );
  if ( links->isEmpty() )
    report.add( CaReport::Warning, QStringLiteral( "none" ), tr( "No link has all that was asked for." ) );
  if ( !without.isEmpty() )
    report.add( CaReport::Warning, QStringLiteral( "without_figure" ),
                tr( "%n link(s) have no width, because there is no such figure.", nullptr, without.size() ), without );
  QStringList basis{
    tr( "Data pack: version %1, %2" ).arg( pack().info( QStringLiteral( "version" ) ), pack().info( QStringLiteral( "data_date" ) ) ),
    tr( "Lines: shortest way on WGS 84; vertices at most %1 km apart; central meridian %2" ).arg( CaGeodesicLine::STEP_KM ).arg( meridian )
  };
  if ( statistics )
  {
    basis << tr( "Fiscal year: %1 (April to March)" ).arg( year );
    basis << ( rule == QLatin1String( "area" ) ? tr( "Width: the square is in proportion to %1; %2 mm for %3" )
                                               : tr( "Width: in proportion to %1; %2 mm for %3" ) )
                 .arg( metric )
                 .arg( parameterAsDouble( parameters, QStringLiteral( "MAX_WIDTH" ), context ) )
                 .arg( CaFigureText::number( largest ) );
    basis << tr( "The figure is that of the link, or else of its project as a whole" );
  }
  report.add( CaReport::Information, QStringLiteral( "basis" ), tr( "How this answer was got:" ), basis );
  const QStringList head{ tr( "Code" ),    tr( "Japanese name" ), tr( "English name" ), tr( "Country" ), tr( "Field" ),
                          tr( "Project" ), tr( "Sub-area" ),      tr( "Length (km)" ),  tr( "Value" ),   tr( "Width (mm)" ) };
  const QString reportFile =
      writeAnswer( report, tr( "Links with partners abroad" ), CaHtml::table( head, rows ), parameters, context, feedback );
  CaAnswerSink::keep( { output.get() } );
  return { { QStringLiteral( "OUTPUT" ), outputId },
           { QStringLiteral( "REPORT" ), reportFile },
           { QStringLiteral( "LINKS" ), links->size() },
           { QStringLiteral( "CUT" ), cut },
           { QStringLiteral( "WITHOUT_FIGURE" ), without.size() },
           { QStringLiteral( "TOTAL_KM" ), total } };
}
