// SPDX-License-Identifier: GPL-2.0-or-later
#include "caalgorithmcompareclusters.h"

#include "caareaprecision.h"
#include "cacomparisonsheet.h"
#include "calanguage.h"
#include "casheetpdf.h"

#include <qgsprocessingparameters.h>

QString CaCompareClustersAlgorithm::name() const
{
  return QStringLiteral( "compareclusters" );
}

QString CaCompareClustersAlgorithm::displayName() const
{
  return tr( "Compare clusters" );
}

QStringList CaCompareClustersAlgorithm::tags() const
{
  return tr( "cluster,compare,side by side,figures,fields,partners,overlap,print,sheet" ).split( ',' );
}

QString CaCompareClustersAlgorithm::shortHelpString() const
{
  return tr(
      "Puts two to ten projects, sub-areas or other areas side by side: size and place, figures by fiscal year, fields, partners abroad, "
      "and what they share with one another.\n\n"
      "OUTPUT has a row for each area and item, for further use. REPORT is a sheet to print on A4, as a PDF (.pdf) or as HTML: up to four "
      "areas "
      "upright, more of them across.\n\n"
      "A figure that is not known is “no data”, never 0. Areas that are known only by their prefectures, or in part, say so." );
}

void CaCompareClustersAlgorithm::initAlgorithm( const QVariantMap & )
{
  auto areas =
      std::make_unique<QgsProcessingParameterString>( QStringLiteral( "AREAS" ), tr( "Codes of the areas" ), QVariant(), false, true );
  areas->setHelp( tr( "Two to ten codes of projects, sub-areas, examples of types, bureaus or prefectures, separated by commas, such as "
                      "TOKAI_MONO,KANSAI_FRONT. All areas of MEMBERSHIP if empty." ) );
  addParameter( areas.release() );
  addMembershipParameter( tr( "Membership table of your own, beside them" ) );
  addMetricsParameter( true );
  addFiscalYearsParameter( true );
  addPackParameter();
  addBoundaryParameters();
  addTableParameter( QStringLiteral( "OUTPUT" ), tr( "Comparison" ) );
  addReportParameter( true );
  addCount( QStringLiteral( "AREAS_COMPARED" ), tr( "Number of areas" ) );
  addCount( QStringLiteral( "ITEMS" ), tr( "Number of items" ) );
  addCount( QStringLiteral( "NO_DATA" ), tr( "Figures that are not known" ) );
}

CaCompareClustersAlgorithm *CaCompareClustersAlgorithm::createInstance() const
{
  return new CaCompareClustersAlgorithm();
}

QVector<CaAreaList> CaCompareClustersAlgorithm::chosenLists( const QVariantMap &parameters, QgsProcessingContext &context ) const
{
  const QStringList asked = codes( QStringLiteral( "AREAS" ), parameters, context );
  const QVector<CaAreaList> all = listsOf( asked.isEmpty() ? QStringList() : CaAreaLists::kinds(), parameters, context );
  QVector<CaAreaList> chosen = asked.isEmpty() ? all : QVector<CaAreaList>();
  for ( const QString &code : asked )
  {
    QVector<CaAreaList> found;
    QStringList labels;
    for ( const CaAreaList &list : all )
    {
      const QString label = list.kind + QLatin1Char( ':' ) + list.code;
      if ( list.code.compare( code, Qt::CaseInsensitive ) != 0 && label.compare( code, Qt::CaseInsensitive ) != 0 )
        continue;
      found << list;
      labels << label;
    }
    if ( found.isEmpty() )
    {
      QStringList known;
      for ( const CaAreaList &list : all )
      {
        if ( list.kind != QLatin1String( "prefecture" ) )
          known << list.code;
      }
      throw QgsProcessingException(
          tr( "There is no area “%1”. There are: %2, and the prefectures 01 to 47." ).arg( code, known.join( QStringLiteral( ", " ) ) ) );
    }
    if ( found.size() > 1 )
      throw QgsProcessingException(
          tr( "Several areas have the code “%1”: say which, as in %2." ).arg( code, labels.join( QStringLiteral( ", " ) ) ) );
    chosen << found.constFirst();
  }
  if ( chosen.size() < CaClusterComparison::LEAST || chosen.size() > CaClusterComparison::MOST )
    throw QgsProcessingException( tr( "%1 to %2 areas can be compared; AREAS, or MEMBERSHIP if AREAS is empty, has %3." )
                                      .arg( CaClusterComparison::LEAST )
                                      .arg( CaClusterComparison::MOST )
                                      .arg( chosen.size() ) );
  return chosen;
}

QgsFields CaCompareClustersAlgorithm::fields()
{
  return tableFields( { QStringLiteral( "kind" ), QStringLiteral( "code" ), QStringLiteral( "name_ja" ), QStringLiteral( "name_en" ),
                        QStringLiteral( "precision" ), QStringLiteral( "item_group" ), QStringLiteral( "item" ),
                        QStringLiteral( "item_name" ), QStringLiteral( "fiscal_year:integer" ), QStringLiteral( "value:real" ),
                        QStringLiteral( "unit" ), QStringLiteral( "text" ), QStringLiteral( "qualifier" ), QStringLiteral( "flag" ),
                        QStringLiteral( "source" ), QStringLiteral( "note" ) } );
}

QgsAttributes CaCompareClustersAlgorithm::row( const CaClusterComparison &comparison, const CaComparedItem &item, int area )
{
  const CaBuiltArea built = comparison.areas().at( area );
  const CaCompared &compared = item.values.at( area );
  const bool hasValue = compared.figure && compared.figure->value;
  QString flag;
  if ( item.isNumber )
    flag = CaFigureWords::of( compared.figure ? compared.figure->flag : CaFlag::NotAvailable );
  QgsAttributes values;
  values << built.list.kind << built.list.code << built.list.nameJa << built.list.nameEn << built.precision
         << CaClusterComparison::word( item.group ) << item.code << item.name
         << ( item.fiscalYear == 0 ? QVariant() : QVariant( item.fiscalYear ) )
         << ( hasValue ? QVariant( *compared.figure->value ) : QVariant() ) << item.unit << compared.text
         << ( hasValue ? CaFigureWords::of( compared.figure->qualifier ) : QString() ) << flag << compared.source
         << CaAreaPrecision::note( { built } );
  return values;
}

QString CaCompareClustersAlgorithm::writeSheet( const CaClusterComparison &comparison, const CaReport &report,
                                                const QVariantMap &parameters, QgsProcessingContext &context,
                                                QgsProcessingFeedback *feedback ) const
{
  const QString title = tr( "Comparison of clusters" );
  const CaComparisonSheet sheet( comparison );
  const QString fileName = parameterAsFileOutput( parameters, QStringLiteral( "REPORT" ), context );
  if ( !fileName.endsWith( QLatin1String( ".pdf" ), Qt::CaseInsensitive ) )
    return writeAnswer( report, title, sheet.body(), parameters, context, feedback, sheet.style() );
  QVariantMap saidOnly = parameters;
  saidOnly.remove( QStringLiteral( "REPORT" ) );
  writeReport( report, title, saidOnly, context, feedback );
  QString error;
  if ( CaSheetPdf::write( { title, comparison.language(), sheet.isUpright(), sheet.tables(), report }, fileName, &error ) < 0 )
    throw QgsProcessingException( error );
  return fileName;
}

QVariantMap CaCompareClustersAlgorithm::processAlgorithm( const QVariantMap &parameters, QgsProcessingContext &context,
                                                          QgsProcessingFeedback *feedback )
{
  const QVector<CaAreaList> lists = chosenLists( parameters, context );
  const QStringList metricCodes = metrics( parameters, context );
  const QVector<int> years = fiscalYears( parameters, context );
  QString error;
  const std::optional<CaClusterFacts> facts = CaClusterFacts::load( packFile(), &error );
  const std::unique_ptr<CaStatistics> statistics = facts ? CaStatistics::open( packFile(), &error ) : nullptr;
  if ( statistics )
    error = statistics->metricError( metricCodes );
  const CaPack dataPack = pack();
  for ( const int year : years )
    error = error.isEmpty() ? dataPack.fiscalYearError( year ) : error;
  if ( !error.isEmpty() )
    throw QgsProcessingException( error );
  const Asked asked = ask( lists, parameters, context, feedback );
  if ( !asked.set )
    return {};
  const CaClusterComparison comparison( *asked.set, asked.count, *facts, *statistics, years, metricCodes, CaLanguage::ofInterface() );

  QString outputId;
  const auto output = table( QStringLiteral( "OUTPUT" ), fields(), parameters, context, &outputId );
  qlonglong unknown = 0;
  for ( const CaComparedItem &item : comparison.items() )
  {
    for ( int area = 0; area < asked.count; ++area )
    {
      addRow( *output, row( comparison, item, area ) );
      const std::optional<CaFigure> &figure = item.values.at( area ).figure;
      if ( item.group == CaComparedItem::Group::Figure && ( !figure || !figure->value ) )
        ++unknown;
    }
  }
  CaReport report = asked.set->report();
  report.add( CaReport::Information, QStringLiteral( "compared" ),
              tr( "%1 areas, %2 items; %3 figures are not known." ).arg( asked.count ).arg( comparison.items().size() ).arg( unknown ) );
  const QString note = CaAreaPrecision::note( comparison.areas() );
  if ( !note.isEmpty() )
    report.add( CaReport::Warning, QStringLiteral( "precision" ), tr( "The areas are of different precision." ), { note } );
  addBasis(
      report, *asked.set, 0,
      tr( "sizes are sums of municipalities or prefectures, each measured once on the ellipsoid (GRS80); a figure that is not known is "
          "no data, never 0" ) );
  const QString reportFile = writeSheet( comparison, report, parameters, context, feedback );
  CaAnswerSink::keep( { output.get() } );
  return { { QStringLiteral( "OUTPUT" ), outputId },
           { QStringLiteral( "REPORT" ), reportFile },
           { QStringLiteral( "AREAS_COMPARED" ), asked.count },
           { QStringLiteral( "ITEMS" ), static_cast<qlonglong>( comparison.items().size() ) },
           { QStringLiteral( "NO_DATA" ), unknown } };
}
