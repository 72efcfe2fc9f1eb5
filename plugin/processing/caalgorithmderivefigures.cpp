// SPDX-License-Identifier: GPL-2.0-or-later
#include "caalgorithmderivefigures.h"

#include <qgsfeature.h>
#include <qgsfeaturesink.h>

namespace
{

constexpr QLatin1String BUREAU_SUM( "bureau_sum" );
constexpr QLatin1String CHANGE( "change" );
constexpr QLatin1String CHANGE_RATE( "change_rate" );
constexpr QLatin1String NATION_SHARE( "nation_share" );
constexpr QLatin1String RATIO( "ratio" );

QgsFields outputFields()
{
  QgsFields fields;
  for ( const char *name : { "owner_kind", "owner_code", "name_ja", "name_en" } )
    fields.append( CaCompat::field( QLatin1String( name ), QMetaType::QString ) );
  fields.append( CaCompat::field( QStringLiteral( "fiscal_year" ), QMetaType::Int ) );
  fields.append( CaCompat::field( QStringLiteral( "value" ), QMetaType::Double ) );
  for ( const char *name : { "unit", "qualifier", "flag", "note" } )
    fields.append( CaCompat::field( QLatin1String( name ), QMetaType::QString ) );
  return fields;
}

//! A row of \a figure and how it was computed; or, without one, of why there is none.
QgsAttributes rowOf( const CaOwner &owner, int fiscalYear, const std::optional<CaStatistic> &figure, const QString &refusal )
{
  QgsAttributes row;
  row << owner.kind << owner.code << owner.nameJa << owner.nameEn << fiscalYear;
  if ( figure )
    row << *figure->figure.value << figure->figure.unit << CaFigureWords::of( figure->figure.qualifier ) << QVariant() << figure->source;
  else
    row << QVariant() << QVariant() << QVariant() << CaFigureWords::of( CaFlag::NotAvailable ) << refusal;
  return row;
}

} // namespace

QString CaDeriveFiguresAlgorithm::name() const
{
  return QStringLiteral( "derivefigures" );
}

QString CaDeriveFiguresAlgorithm::displayName() const
{
  return tr( "Derive figures" );
}

QStringList CaDeriveFiguresAlgorithm::tags() const
{
  return tr( "cluster,statistics,sum,total,change,growth,share,ratio,per firm" ).split( ',' );
}

QString CaDeriveFiguresAlgorithm::shortHelpString() const
{
  return tr( "Computes figures from others, shipped or imported, as a table: the sum of a bureau's prefectures or projects, the change "
             "between two fiscal years in numbers or per cent, "
             "the share of the nation, or one metric per another, such as sales per firm.\n\n"
             "What makes no sense is refused, and the column note says why:\n"
             "- figures of different fiscal years or of different things are not added: 13,000 organisations of 2007 and 2,450 of 2009 "
             "have no sum;\n"
             "- projects overlap, so a firm in two of them would be counted twice: their sum needs your leave, and is an upper bound;\n"
             "- rates, targets, subsets, and totals whose scope differs by source are neither added nor parts of a whole;\n"
             "- a sum without one of its parts is no total: with your leave it is given as “at least”;\n"
             "- a target is not compared with a count, and nothing is divided by zero.\n\n"
             "What is computed is never better than what it is computed from: the column qualifier says derived, approx, at_least and so "
             "on, and note says from what. "
             "If nothing at all can be derived, the algorithm fails and says why." );
}

void CaDeriveFiguresAlgorithm::initAlgorithm( const QVariantMap & )
{
  auto what = std::make_unique<QgsProcessingParameterEnum>(
      QStringLiteral( "WHAT" ), tr( "What to compute (bureau_sum, change, change_rate, nation_share, ratio)" ),
      QStringList{ BUREAU_SUM, CHANGE, CHANGE_RATE, NATION_SHARE, RATIO }, false, QString( BUREAU_SUM ), false, true );
  what->setHelp( tr( "bureau_sum: sum of a bureau's prefectures or projects; change, change_rate: growth between two fiscal years, in "
                     "numbers or per cent; nation_share: per cent of the "
                     "nation; ratio: one metric per another." ) );
  addParameter( what.release() );
  auto metric = std::make_unique<QgsProcessingParameterString>( QStringLiteral( "METRIC" ), tr( "Metric" ), QStringLiteral( "firms" ) );
  metric->setHelp( tr( "Code of a metric as in the table of metrics, such as firms." ) );
  addParameter( metric.release() );
  auto perMetric =
      std::make_unique<QgsProcessingParameterString>( QStringLiteral( "METRIC2" ), tr( "Per metric (ratio)" ), QVariant(), false, true );
  perMetric->setHelp( tr( "What the metric is divided by." ) );
  addParameter( perMetric.release() );
  addFiscalYearParameter();
  auto before = std::make_unique<QgsProcessingParameterNumber>( QStringLiteral( "FISCAL_YEAR2" ),
                                                                tr( "Fiscal year compared with (change; the year before if empty)" ),
                                                                CaCompat::IntegerNumber, QVariant(), true, 1990, 2100 );
  before->setHelp( tr( "The change is from this year to the fiscal year above." ) );
  addParameter( before.release() );
  addOwnerKindsParameter();
  auto overlap = std::make_unique<QgsProcessingParameterBoolean>( QStringLiteral( "ALLOW_OVERLAP" ),
                                                                  tr( "Add owners that overlap, as an upper bound" ), false );
  overlap->setHelp( tr( "Members of several projects are counted in each." ) );
  addParameter( overlap.release() );
  auto missing = std::make_unique<QgsProcessingParameterBoolean>( QStringLiteral( "ALLOW_MISSING" ),
                                                                  tr( "Add what there is if parts are missing, as a lower bound" ), false );
  missing->setHelp( tr( "The sum of the others is “at least”." ) );
  addParameter( missing.release() );
  addPackParameter();
  auto output = std::make_unique<QgsProcessingParameterFeatureSink>( QStringLiteral( "OUTPUT" ), tr( "Derived figures" ) );
  output->setHelp(
      tr( "A table: owner, fiscal year, value, unit, qualifier, flag, and a note with what it was computed from or why it was refused." ) );
  addParameter( output.release() );
  addOutput( new QgsProcessingOutputNumber( QStringLiteral( "DERIVED" ), tr( "Figures derived" ) ) );
  addOutput( new QgsProcessingOutputNumber( QStringLiteral( "REFUSED" ), tr( "Figures refused" ) ) );
}

CaDeriveFiguresAlgorithm *CaDeriveFiguresAlgorithm::createInstance() const
{
  return new CaDeriveFiguresAlgorithm();
}

void CaDeriveFiguresAlgorithm::readParameters( const CaStatistics &statistics, const QVariantMap &parameters,
                                               QgsProcessingContext &context )
{
  mWhat = parameterAsEnumString( parameters, QStringLiteral( "WHAT" ), context );
  mMetric = parameterAsString( parameters, QStringLiteral( "METRIC" ), context );
  mPerMetric = parameterAsString( parameters, QStringLiteral( "METRIC2" ), context );
  mYear = parameterAsInt( parameters, QStringLiteral( "FISCAL_YEAR" ), context );
  const bool hasYearBefore = parameters.value( QStringLiteral( "FISCAL_YEAR2" ) ).isValid();
  mYearBefore = hasYearBefore ? parameterAsInt( parameters, QStringLiteral( "FISCAL_YEAR2" ), context ) : mYear - 1;
  if ( parameterAsBoolean( parameters, QStringLiteral( "ALLOW_OVERLAP" ), context ) )
    mOverlap = CaDerivedFigures::Overlap::Allow;
  if ( parameterAsBoolean( parameters, QStringLiteral( "ALLOW_MISSING" ), context ) )
    mMissing = CaDerivedFigures::Missing::AtLeast;
  mKinds = ownerKinds( parameters, context );
  const QString metricError = statistics.metricError( mWhat == RATIO ? QStringList{ mMetric, mPerMetric } : QStringList{ mMetric } );
  if ( !metricError.isEmpty() )
    throw QgsProcessingException( metricError );
  if ( mWhat != BUREAU_SUM )
    return;
  if ( mKinds.isEmpty() )
    mKinds << QStringLiteral( "prefecture" );
  if ( mKinds != QStringList{ QStringLiteral( "prefecture" ) } && mKinds != QStringList{ QStringLiteral( "project" ) } )
    throw QgsProcessingException(
        tr( "A bureau's sum is that of its prefectures or of its projects: choose one of them as OWNER_KINDS." ) );
}

bool CaDeriveFiguresAlgorithm::comparesYears() const
{
  return mWhat == CHANGE || mWhat == CHANGE_RATE;
}

QMap<QString, CaOwner> CaDeriveFiguresAlgorithm::owners( const CaStatistics &statistics ) const
{
  QMap<QString, CaOwner> owners;
  if ( mWhat == BUREAU_SUM )
  {
    for ( const CaOwner &owner : statistics.namedOwners() )
    {
      if ( owner.kind == QLatin1String( "bureau" ) )
        owners.insert( owner.code, owner );
    }
    return owners;
  }
  owners = statistics.owners( mKinds, { mMetric }, mYear );
  if ( comparesYears() ) // who has a figure in one of the years only is told so
    owners.insert( statistics.owners( mKinds, { mMetric }, mYearBefore ) );
  return owners;
}

std::optional<CaStatistic> CaDeriveFiguresAlgorithm::derive( const CaDerivedFigures &derived, const QString &owner, QString *error ) const
{
  if ( mWhat == BUREAU_SUM )
    return derived.sumOfBureau( owner, mKinds.constFirst(), mMetric, mYear, mOverlap, mMissing, error );
  if ( mWhat == CHANGE )
    return derived.change( owner, mMetric, mYearBefore, mYear, error );
  if ( mWhat == CHANGE_RATE )
    return derived.changeRate( owner, mMetric, mYearBefore, mYear, error );
  if ( mWhat == NATION_SHARE )
    return derived.shareOfNation( owner, mMetric, mYear, error );
  return derived.ratio( owner, mMetric, mPerMetric, mYear, error );
}

QVariantMap CaDeriveFiguresAlgorithm::processAlgorithm( const QVariantMap &parameters, QgsProcessingContext &context,
                                                        QgsProcessingFeedback *feedback )
{
  QString error;
  const std::unique_ptr<CaStatistics> statistics = CaStatistics::open( packFile(), &error );
  if ( !statistics )
    throw QgsProcessingException( error );
  readParameters( *statistics, parameters, context );

  const CaDerivedFigures derived( *statistics );
  QVector<QgsAttributes> rows;
  QString refusal;
  int refused = 0;
  const QMap<QString, CaOwner> all = owners( *statistics );
  for ( const CaOwner &owner : all )
  {
    if ( feedback->isCanceled() )
      throw QgsProcessingException( tr( "Canceled." ) );
    error.clear();
    const std::optional<CaStatistic> figure = derive( derived, owner.code, &error );
    rows << rowOf( owner, mYear, figure, error );
    if ( figure )
      continue;
    ++refused;
    if ( refusal.isEmpty() )
      refusal = error;
  }
  if ( rows.isEmpty() )
    throw QgsProcessingException( tr( "There is no figure of “%1” in fiscal year %2 for such owners: nothing can be derived." )
                                      .arg( mMetric, QString::number( mYear ) ) );
  if ( refused == rows.size() )
    throw QgsProcessingException( tr( "Nothing can be derived." ) + QLatin1Char( ' ' ) + refusal );

  QString sinkId;
  const auto sink = table( QStringLiteral( "OUTPUT" ), outputFields(), parameters, context, &sinkId );
  for ( const QgsAttributes &row : std::as_const( rows ) )
  {
    QgsFeature feature;
    feature.setAttributes( row );
    if ( !sink->addFeature( feature, QgsFeatureSink::FastInsert ) )
      throw QgsProcessingException( tr( "The table could not be written to the end. Is the disk full?" ) );
  }
  CaAnswerSink::keep( { sink.get() } );
  const int count = static_cast<int>( rows.size() ) - refused;
  if ( refused > 0 )
    feedback->pushWarning( tr( "%1 figures were derived, %2 were refused: the column note says why." ).arg( count ).arg( refused ) );
  return { { QStringLiteral( "OUTPUT" ), sinkId }, { QStringLiteral( "DERIVED" ), count }, { QStringLiteral( "REFUSED" ), refused } };
}
