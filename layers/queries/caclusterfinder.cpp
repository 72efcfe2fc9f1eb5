// SPDX-License-Identifier: GPL-2.0-or-later
#include "caclusterfinder.h"

#include "cafiguretext.h"
#include "catext.h"

#include <algorithm>
#include <iterator>

namespace
{

struct OperatorName
{
  const char *name;
  const char16_t *sign;
};

//! In the order of CaFigureCondition::Operator.
const OperatorName OPERATORS[] = { { "eq", u"=" }, { "ne", u"≠" }, { "lt", u"<" }, { "le", u"≤" }, { "gt", u">" }, { "ge", u"≥" } };

bool holds( double figure, CaFigureCondition::Operator comparison, double value )
{
  switch ( comparison )
  {
    case CaFigureCondition::Operator::Equal:
      return figure == value;
    case CaFigureCondition::Operator::NotEqual:
      return figure != value;
    case CaFigureCondition::Operator::Less:
      return figure < value;
    case CaFigureCondition::Operator::LessOrEqual:
      return figure <= value;
    case CaFigureCondition::Operator::Greater:
      return figure > value;
    case CaFigureCondition::Operator::GreaterOrEqual:
      return figure >= value;
  }
  return false;
}

//! What the condition says of a figure that is \a bound or more (\a upwards), or less.
CaMatch holdsBeyond( double bound, bool upwards, CaFigureCondition::Operator comparison, double value )
{
  const bool valueIsBeyond = upwards ? value < bound : value > bound;
  switch ( comparison )
  {
    case CaFigureCondition::Operator::Equal:
      return valueIsBeyond ? CaMatch::No : CaMatch::Unknown;
    case CaFigureCondition::Operator::NotEqual:
      return valueIsBeyond ? CaMatch::Yes : CaMatch::Unknown;
    case CaFigureCondition::Operator::Less:
    case CaFigureCondition::Operator::LessOrEqual:
      if ( upwards )
        return holds( bound, comparison, value ) ? CaMatch::Unknown : CaMatch::No;
      return holds( bound, comparison, value ) ? CaMatch::Yes : CaMatch::Unknown;
    case CaFigureCondition::Operator::Greater:
    case CaFigureCondition::Operator::GreaterOrEqual:
      if ( upwards )
        return holds( bound, comparison, value ) ? CaMatch::Yes : CaMatch::Unknown;
      return holds( bound, comparison, value ) ? CaMatch::Unknown : CaMatch::No;
  }
  return CaMatch::Unknown;
}

//! Whether \a asked is among \a codes, in any letter case.
bool hasCode( const QVector<CaNamedCode> &codes, const QString &asked )
{
  return std::any_of( codes.begin(), codes.end(),
                      [&]( const CaNamedCode &one ) { return one.code.compare( asked, Qt::CaseInsensitive ) == 0; } );
}

bool isField( const CaClusterField &field, const QString &asked )
{
  const QString key = CaText::nameKey( asked );
  return key == CaText::nameKey( field.group ) || key == CaText::nameKey( field.nameJa ) || key == CaText::nameKey( field.nameEn );
}

} // namespace

QStringList CaFigureCondition::operatorNames()
{
  QStringList names;
  for ( const OperatorName &one : OPERATORS )
    names << QString::fromLatin1( one.name );
  return names;
}

QString CaFigureCondition::sign() const
{
  return QString::fromUtf16( OPERATORS[static_cast<size_t>( comparison )].sign );
}

CaMatch CaFigureCondition::match( const std::optional<CaStatistic> &statistic ) const
{
  if ( !statistic || !statistic->figure.value )
    return CaMatch::Unknown;
  const CaFigure &figure = statistic->figure;
  if ( figure.qualifier == CaQualifier::AtLeast || figure.qualifier == CaQualifier::AtMost )
    return holdsBeyond( *figure.value, figure.qualifier == CaQualifier::AtLeast, comparison, value );
  return holds( *figure.value, comparison, value ) ? CaMatch::Yes : CaMatch::No;
}

CaClusterFinder::CaClusterFinder( const CaAreaSet &set, const CaClusterFacts &facts, const CaStatistics &statistics,
                                  const QString &language )
    : mSet( set )
    , mFacts( facts )
    , mStatistics( statistics )
    , mLanguage( language )
{
}

QString CaClusterFinder::problem( const CaClusterQuery &query ) const
{
  const auto unknown = []( const QStringList &asked, const QVector<CaNamedCode> &known )
  {
    for ( const QString &code : asked )
    {
      if ( !hasCode( known, code ) )
        return code;
    }
    return QString();
  };
  const auto listed = [this]( const QVector<CaNamedCode> &known )
  {
    QStringList texts;
    for ( const CaNamedCode &one : known )
      texts << QStringLiteral( "%1 (%2)" ).arg( one.code, one.name( mLanguage ) );
    return texts.join( QStringLiteral( ", " ) );
  };
  for ( const QString &asked : query.fields )
  {
    const QVector<CaClusterField> &fields = mFacts.fields();
    if ( std::any_of( fields.begin(), fields.end(), [&]( const CaClusterField &field ) { return isField( field, asked ); } ) )
      continue;
    QStringList texts;
    for ( const CaClusterField &field : fields )
      texts << QStringLiteral( "%1 (%2)" ).arg( field.group, field.name( mLanguage ) );
    return tr( "No project has the field “%1”. The fields are: %2." ).arg( asked, texts.join( QStringLiteral( ", " ) ) );
  }
  const QString bureau = unknown( query.bureaus, mFacts.bureaus() );
  if ( !bureau.isEmpty() )
    return tr( "There is no bureau “%1”. The bureaus are: %2." ).arg( bureau, listed( mFacts.bureaus() ) );
  const QString type = unknown( query.types, mFacts.types() );
  if ( !type.isEmpty() )
    return tr( "There is no type “%1”. The types of 2010 are: %2." ).arg( type, listed( mFacts.types() ) );
  const QString country = unknown( query.countries, mFacts.countries() );
  if ( !country.isEmpty() )
    return tr( "No project has a partner in “%1”. The countries with partners are: %2." ).arg( country, listed( mFacts.countries() ) );
  return query.figure ? mStatistics.metricError( { query.figure->metric } ) : QString();
}

QVector<CaFoundCluster> CaClusterFinder::find( const CaClusterQuery &query ) const
{
  QVector<CaFoundCluster> found;
  for ( int area = 0; area < mSet.areas().size(); ++area )
  {
    const std::optional<CaFoundCluster> one = ask( area, query );
    if ( one )
      found << *one;
  }
  return found;
}

std::optional<CaFoundCluster> CaClusterFinder::ask( int area, const CaClusterQuery &query ) const
{
  const CaAreaList &list = mSet.areas().at( area ).list;
  const CaClusterFact fact = mFacts.of( list.kind, list.code );
  CaFoundCluster found{ area, CaMatch::Yes, {}, std::nullopt };
  QVector<Answer> answers;
  if ( !query.fields.isEmpty() )
    answers << askField( fact, query.fields );
  if ( !query.bureaus.isEmpty() )
    answers << Answer{ query.bureaus.contains( fact.bureau, Qt::CaseInsensitive ) ? CaMatch::Yes : CaMatch::No,
                       tr( "bureau: %1" ).arg( CaClusterFacts::nameOf( mFacts.bureaus(), fact.bureau, mLanguage ) ) };
  if ( !query.types.isEmpty() )
  {
    Answer answer{ CaMatch::No, QString() };
    for ( const QString &type : fact.types )
    {
      if ( query.types.contains( type, Qt::CaseInsensitive ) )
        answer = { CaMatch::Yes, tr( "type: %1" ).arg( CaClusterFacts::nameOf( mFacts.types(), type, mLanguage ) ) };
    }
    answers << answer;
  }
  if ( !query.countries.isEmpty() )
    answers << askCountry( fact, query.countries );
  if ( query.touched )
    answers << askTouching( area, *query.touched );
  if ( query.figure )
  {
    found.figure = mStatistics.value( list.code, query.figure->metric, query.figure->fiscalYear );
    answers << askFigure( found.figure, *query.figure );
  }
  for ( const Answer &answer : std::as_const( answers ) )
  {
    if ( answer.match == CaMatch::No )
      return std::nullopt;
    found.match = std::min( found.match, answer.match );
    found.reasons << answer.reason;
  }
  return found;
}

CaClusterFinder::Answer CaClusterFinder::askField( const CaClusterFact &fact, const QStringList &fields ) const
{
  QStringList met;
  for ( const CaClusterField &field : fact.fields )
  {
    if ( std::any_of( fields.begin(), fields.end(), [&]( const QString &asked ) { return isField( field, asked ); } ) )
      met << field.name( mLanguage );
  }
  return { met.isEmpty() ? CaMatch::No : CaMatch::Yes, tr( "field: %1" ).arg( met.join( QStringLiteral( ", " ) ) ) };
}

CaClusterFinder::Answer CaClusterFinder::askCountry( const CaClusterFact &fact, const QStringList &countries ) const
{
  QStringList met;
  bool judged = true;
  for ( const CaClusterLink &link : fact.links )
  {
    if ( !countries.contains( link.country, Qt::CaseInsensitive ) )
      continue;
    const QString name = CaClusterFacts::nameOf( mFacts.countries(), link.country, mLanguage );
    if ( !met.contains( name ) )
      met << name;
    judged &= link.judgement;
  }
  if ( met.isEmpty() )
    return { CaMatch::No, QString() };
  const QString names = met.join( QStringLiteral( ", " ) );
  return { CaMatch::Yes, judged ? tr( "partner: %1 (judged from the label)" ).arg( names ) : tr( "partner: %1" ).arg( names ) };
}

CaClusterFinder::Answer CaClusterFinder::askTouching( int area, const QVector<int> &touched ) const
{
  const CaBuiltArea &built = mSet.areas().at( area );
  if ( built.members.isEmpty() )
    return { CaMatch::Unknown, tr( "not known whether it touches: it has no polygon" ) };
  QVector<int> common;
  std::set_intersection( built.members.begin(), built.members.end(), touched.begin(), touched.end(), std::back_inserter( common ) );
  const bool isPartial = built.precision == QLatin1String( "municipality_partial" );
  if ( common.isEmpty() )
    return { isPartial ? CaMatch::Unknown : CaMatch::No, tr( "not known whether it touches: only a part of it is known" ) };
  if ( built.precision == QLatin1String( "prefecture_fallback" ) )
    return { CaMatch::Perhaps, tr( "perhaps touches: only its prefectures are known" ) };
  return { CaMatch::Yes, tr( "touches %n of its municipalities or prefectures", nullptr, static_cast<int>( common.size() ) ) };
}

CaClusterFinder::Answer CaClusterFinder::askFigure( const std::optional<CaStatistic> &figure, const CaFigureCondition &condition ) const
{
  const CaMetric metric = mStatistics.metrics().value( condition.metric );
  const QString unit = metric.unitName( mLanguage );
  const QString text = CaFigureText::of( figure ? std::optional<CaFigure>( figure->figure ) : std::nullopt, unit );
  const CaMatch match = condition.match( figure );
  const QString reason =
      match == CaMatch::Unknown ? tr( "%1 in fiscal year %2 not known well enough: %3" ) : tr( "%1 in fiscal year %2: %3" );
  return { match, reason.arg( metric.name( mLanguage ), QString::number( condition.fiscalYear ), text ) + QLatin1Char( ' ' ) +
                      tr( "(asked: %1 %2 %3)" ).arg( condition.sign(), CaFigureText::number( condition.value ), unit ) };
}
