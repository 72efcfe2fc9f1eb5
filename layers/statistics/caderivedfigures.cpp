// SPDX-License-Identifier: GPL-2.0-or-later
#include "caderivedfigures.h"

#include "calanguage.h"

#include <QSet>

#include <algorithm>

namespace
{

constexpr int PREFECTURES = 47;
constexpr QLatin1String PERCENT( "percent" );

//! Areas that share no member: of all others it is not known.
bool isDisjoint( const QString &ownerKind )
{
  static const QStringList DISJOINT{ QStringLiteral( "bureau" ), QStringLiteral( "prefecture" ), QStringLiteral( "municipality" ) };
  return DISJOINT.contains( ownerKind );
}

//! Returns the qualifier of a difference or quotient, where bounds do not stay bounds.
CaQualifier ofComparison( CaQualifier first, CaQualifier second )
{
  const CaQualifier worst = CaDerivedFigures::qualifierOfSum( { static_cast<int>( first ), static_cast<int>( second ) } );
  return worst == CaQualifier::AtLeast || worst == CaQualifier::AtMost ? CaQualifier::Approximate : worst;
}

CaStatistic derived( double value, const QString &unit, CaQualifier qualifier, const QString &formula )
{
  CaStatistic result;
  result.figure.value = value;
  result.figure.unit = unit;
  result.figure.qualifier = qualifier;
  result.source = formula;
  return result;
}

QString inWords( const CaMetric &metric )
{
  return metric.name( CaLanguage::ofInterface() );
}

QString ruleOf( const CaMetric &metric )
{
  return CaLanguage::ofInterface() == QLatin1String( "ja" ) ? metric.ruleJa : metric.ruleEn;
}

//! `firms(13, 2009)`: how a figure is named in the source of what is computed from it.
QString named( const CaFigureKey &key )
{
  return QStringLiteral( "%1(%2, %3)" ).arg( key.metric, key.owner ).arg( key.fiscalYear );
}

} // namespace

CaQualifier CaDerivedFigures::qualifierOfSum( const QSet<int> &qualifiers )
{
  auto has = [&qualifiers]( CaQualifier qualifier )
  {
    return qualifiers.contains( static_cast<int>( qualifier ) );
  };
  if ( has( CaQualifier::Target ) )
    return CaQualifier::Target;
  if ( has( CaQualifier::Approximate ) || ( has( CaQualifier::AtLeast ) && has( CaQualifier::AtMost ) ) )
    return CaQualifier::Approximate;
  for ( const CaQualifier qualifier : { CaQualifier::AtLeast, CaQualifier::AtMost, CaQualifier::Preliminary } )
  {
    if ( has( qualifier ) )
      return qualifier;
  }
  return CaQualifier::Derived;
}

QString CaDerivedFigures::kindOf( const QString &owner ) const
{
  const auto named = mStatistics.namedOwners().constFind( owner );
  if ( named != mStatistics.namedOwners().constEnd() )
    return named->kind;
  const bool isMunicipality =
      owner.size() == 5 &&
      std::all_of( owner.begin(), owner.end(), []( QChar digit ) { return digit >= QLatin1Char( '0' ) && digit <= QLatin1Char( '9' ); } );
  return isMunicipality ? QStringLiteral( "municipality" ) : QStringLiteral( "other" );
}

std::optional<CaStatistic> CaDerivedFigures::figure( const CaFigureKey &key, QString *error ) const
{
  *error = mStatistics.metricError( { key.metric } );
  return error->isEmpty() ? mStatistics.value( key.owner, key.metric, key.fiscalYear ) : std::nullopt;
}

std::optional<CaStatistic> CaDerivedFigures::withValue( const CaFigureKey &key, QString *error ) const
{
  const std::optional<CaStatistic> found = figure( key, error );
  if ( found && found->figure.value )
    return found;
  if ( error->isEmpty() )
    *error =
        found ? tr( "%1 has no value (%2): nothing can be computed from it." ).arg( named( key ), CaFigureWords::of( found->figure.flag ) )
              : tr( "There is no figure %1: nothing can be computed from it." ).arg( named( key ) );
  return std::nullopt;
}

QString CaDerivedFigures::partsError( const QVector<CaFigureKey> &parts, Overlap overlap ) const
{
  if ( parts.isEmpty() )
    return tr( "There is nothing to add." );
  const CaFigureKey &first = parts.constFirst();
  const QString metricError = mStatistics.metricError( { first.metric } );
  if ( !metricError.isEmpty() )
    return metricError;
  const CaMetric metric = mStatistics.metrics().value( first.metric );
  const QString kind = kindOf( first.owner );
  QSet<QString> owners;
  for ( const CaFigureKey &part : parts )
  {
    if ( part.metric != first.metric )
      return tr( "%1 and %2 count different things and cannot be added." ).arg( named( first ), named( part ) );
    if ( part.fiscalYear != first.fiscalYear )
      return tr( "%1 and %2 are of different fiscal years and cannot be added." ).arg( named( first ), named( part ) );
    if ( kindOf( part.owner ) != kind )
      return tr( "%1 is of a %2 and %3 of a %4: one may be part of the other, so they cannot be added." )
          .arg( named( first ), kind, named( part ), kindOf( part.owner ) );
    if ( owners.contains( part.owner ) )
      return tr( "%1 is there twice and would be counted twice." ).arg( named( part ) );
    owners.insert( part.owner );
  }
  if ( parts.size() > 1 && metric.sumRule() == CaSumRule::Never )
    return tr( "Figures of “%1” are not added. %2" ).arg( inWords( metric ), ruleOf( metric ) );
  if ( parts.size() > 1 && !isDisjoint( kind ) && overlap == Overlap::Refuse )
    return tr( "Owners of the kind %1 may overlap: members of several would be counted more than once. Allow it explicitly for an upper "
               "bound." )
        .arg( kind );
  return QString();
}

std::optional<CaStatistic> CaDerivedFigures::sum( const QVector<CaFigureKey> &parts, Overlap overlap, Missing missing,
                                                  QString *error ) const
{
  *error = partsError( parts, overlap );
  if ( !error->isEmpty() )
    return std::nullopt;
  double total = 0;
  QSet<int> qualifiers;
  QStringList summands;
  QStringList without;
  bool negative = false;
  for ( const CaFigureKey &part : parts )
  {
    const std::optional<CaStatistic> found = figure( part, error );
    if ( found && found->figure.flag == CaFlag::NotApplicable )
      continue; // adds nothing, and lacks nothing
    if ( !found || !found->figure.value )
    {
      without << named( part );
      continue;
    }
    total += *found->figure.value;
    negative = negative || *found->figure.value < 0;
    qualifiers.insert( static_cast<int>( found->figure.qualifier ) );
    summands << named( part );
  }
  const bool overlapping = parts.size() > 1 && !isDisjoint( kindOf( parts.constFirst().owner ) );
  const bool targets = qualifiers.contains( static_cast<int>( CaQualifier::Target ) );
  if ( summands.isEmpty() )
    *error = tr( "None of the parts has a value: %1." ).arg( without.join( QStringLiteral( ", " ) ) );
  else if ( targets && qualifiers.size() > 1 )
    *error = tr( "Some of the parts are targets and others are not: they cannot be added." );
  else if ( !without.isEmpty() && missing == Missing::Refuse )
    *error = tr( "Parts are missing, so there is no total: %1." ).arg( without.join( QStringLiteral( ", " ) ) );
  else if ( !without.isEmpty() && ( overlapping || negative || targets || qualifiers.contains( static_cast<int>( CaQualifier::AtMost ) ) ) )
    *error = tr( "Parts are missing, and the others are no lower bound: %1." ).arg( without.join( QStringLiteral( ", " ) ) );
  if ( !error->isEmpty() )
    return std::nullopt;
  const CaQualifier qualifier = !without.isEmpty() ? CaQualifier::AtLeast
                                : overlapping      ? CaQualifier::Derived
                                                   : qualifierOfSum( qualifiers );
  const QString unit = mStatistics.metrics().value( parts.constFirst().metric ).unit;
  QString formula = summands.join( QStringLiteral( " + " ) );
  if ( overlapping )
    formula = QStringLiteral( "<= " ) + formula;
  if ( !without.isEmpty() )
    formula += QStringLiteral( "; - " ) + without.join( QStringLiteral( ", " ) );
  return derived( total, unit, qualifier, formula );
}

std::optional<CaStatistic> CaDerivedFigures::sumOfBureau( const QString &bureau, const QString &memberKind, const QString &metric,
                                                          int fiscalYear, Overlap overlap, Missing missing, QString *error ) const
{
  QVector<CaFigureKey> parts;
  const QMap<QString, CaOwner> owners = mStatistics.namedOwners();
  for ( const CaOwner &owner : owners )
  {
    if ( owner.kind == memberKind && mStatistics.bureauOf( owner.code ) == bureau )
      parts << CaFigureKey{ owner.code, metric, fiscalYear };
  }
  if ( kindOf( bureau ) == QLatin1String( "bureau" ) && !parts.isEmpty() )
    return sum( parts, overlap, missing, error );
  *error = tr( "“%1” is no bureau with a %2." ).arg( bureau, memberKind );
  return std::nullopt;
}

bool CaDerivedFigures::isComparable( const CaStatistic &first, const CaStatistic &second, const CaMetric &metric, QString *error ) const
{
  if ( ( first.figure.qualifier == CaQualifier::Target ) != ( second.figure.qualifier == CaQualifier::Target ) )
    *error = tr( "One of the figures of “%1” is a target and the other is not: they cannot be compared." ).arg( inWords( metric ) );
  else if ( metric.kind == QLatin1String( "total" ) && first.source != second.source )
    *error = tr( "What “%1” counts differs by source, and the figures are from different ones (%2; %3): they cannot be compared." )
                 .arg( inWords( metric ), first.source, second.source );
  return error->isEmpty();
}

std::optional<CaStatistic> CaDerivedFigures::yearsOf( const QString &owner, const QString &metric, int fromYear, int toYear,
                                                      CaStatistic *to, QString *error ) const
{
  const std::optional<CaStatistic> from = withValue( { owner, metric, fromYear }, error );
  const std::optional<CaStatistic> until = from ? withValue( { owner, metric, toYear }, error ) : std::nullopt;
  if ( !until || !isComparable( *from, *until, mStatistics.metrics().value( metric ), error ) )
    return std::nullopt;
  *to = *until;
  return from;
}

std::optional<CaStatistic> CaDerivedFigures::change( const QString &owner, const QString &metric, int fromYear, int toYear,
                                                     QString *error ) const
{
  CaStatistic to;
  const std::optional<CaStatistic> from = yearsOf( owner, metric, fromYear, toYear, &to, error );
  if ( !from )
    return std::nullopt;
  return derived( *to.figure.value - *from->figure.value, to.figure.unit, ofComparison( from->figure.qualifier, to.figure.qualifier ),
                  QStringLiteral( "%1 - %2" ).arg( named( { owner, metric, toYear } ), named( { owner, metric, fromYear } ) ) );
}

std::optional<CaStatistic> CaDerivedFigures::changeRate( const QString &owner, const QString &metric, int fromYear, int toYear,
                                                         QString *error ) const
{
  CaStatistic to;
  const std::optional<CaStatistic> from = yearsOf( owner, metric, fromYear, toYear, &to, error );
  if ( !from )
    return std::nullopt;
  if ( *from->figure.value <= 0 )
  {
    *error = tr( "%1 is not above zero: there is no rate of change from it." ).arg( named( { owner, metric, fromYear } ) );
    return std::nullopt;
  }
  return derived( 100 * ( *to.figure.value - *from->figure.value ) / *from->figure.value, PERCENT,
                  ofComparison( from->figure.qualifier, to.figure.qualifier ),
                  QStringLiteral( "(%1 - %2) / %2" ).arg( named( { owner, metric, toYear } ), named( { owner, metric, fromYear } ) ) );
}

std::optional<CaStatistic> CaDerivedFigures::nation( const QString &metric, int fiscalYear, QString *error ) const
{
  QVector<CaFigureKey> prefectures;
  const QMap<QString, CaOwner> owners = mStatistics.namedOwners();
  for ( const CaOwner &owner : owners )
  {
    if ( owner.kind == QLatin1String( "national" ) )
    {
      const std::optional<CaStatistic> national = figure( { owner.code, metric, fiscalYear }, error );
      if ( national && national->figure.value )
        return national;
    }
    if ( owner.kind == QLatin1String( "prefecture" ) )
      prefectures << CaFigureKey{ owner.code, metric, fiscalYear };
  }
  QString ignored;
  const std::optional<CaStatistic> total =
      prefectures.size() == PREFECTURES ? sum( prefectures, Overlap::Refuse, Missing::Refuse, &ignored ) : std::nullopt;
  if ( !total )
    *error = tr( "There is no figure of the nation for “%1” in fiscal year %2, nor of all prefectures: there is no share." )
                 .arg( inWords( mStatistics.metrics().value( metric ) ), QString::number( fiscalYear ) );
  return total;
}

std::optional<CaStatistic> CaDerivedFigures::shareOfNation( const QString &owner, const QString &metric, int fiscalYear,
                                                            QString *error ) const
{
  const std::optional<CaStatistic> part = withValue( { owner, metric, fiscalYear }, error );
  if ( !part )
    return std::nullopt;
  const CaMetric definition = mStatistics.metrics().value( metric );
  if ( definition.sumRule() == CaSumRule::Never )
  {
    *error = tr( "Figures of “%1” are no parts of a whole, so there is no share. %2" ).arg( inWords( definition ), ruleOf( definition ) );
    return std::nullopt;
  }
  const std::optional<CaStatistic> whole = nation( metric, fiscalYear, error );
  if ( !whole || !isComparable( *part, *whole, definition, error ) )
    return std::nullopt;
  const double share = *whole->figure.value > 0 ? *part->figure.value / *whole->figure.value : -1;
  if ( share < 0 || share > 1 )
  {
    *error =
        tr( "%1 is no part of the nation's figure (%2 of %3): they count different things." )
            .arg( named( { owner, metric, fiscalYear } ), QString::number( *part->figure.value ), QString::number( *whole->figure.value ) );
    return std::nullopt;
  }
  return derived( 100 * share, PERCENT, ofComparison( part->figure.qualifier, whole->figure.qualifier ),
                  QStringLiteral( "%1 / (%2)" ).arg( named( { owner, metric, fiscalYear } ), whole->source ) );
}

std::optional<CaStatistic> CaDerivedFigures::ratio( const QString &owner, const QString &metric, const QString &perMetric, int fiscalYear,
                                                    QString *error ) const
{
  const std::optional<CaStatistic> dividend = withValue( { owner, metric, fiscalYear }, error );
  const std::optional<CaStatistic> divisor = dividend ? withValue( { owner, perMetric, fiscalYear }, error ) : std::nullopt;
  if ( !divisor )
    return std::nullopt;
  for ( const QString &code : { metric, perMetric } )
  {
    const CaMetric definition = mStatistics.metrics().value( code );
    if ( !definition.extensive )
      *error = tr( "Figures of “%1” are no amounts, so there is no ratio of them. %2" ).arg( inWords( definition ), ruleOf( definition ) );
    else if ( error->isEmpty() )
      isComparable( *dividend, *divisor, definition, error );
  }
  if ( error->isEmpty() && *divisor->figure.value <= 0 )
    *error = tr( "%1 is not above zero: nothing can be divided by it." ).arg( named( { owner, perMetric, fiscalYear } ) );
  if ( !error->isEmpty() )
    return std::nullopt;
  return derived( *dividend->figure.value / *divisor->figure.value,
                  QStringLiteral( "%1/%2" ).arg( dividend->figure.unit, divisor->figure.unit ),
                  ofComparison( dividend->figure.qualifier, divisor->figure.qualifier ),
                  QStringLiteral( "%1 / %2" ).arg( named( { owner, metric, fiscalYear } ), named( { owner, perMetric, fiscalYear } ) ) );
}
