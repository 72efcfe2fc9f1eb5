// SPDX-License-Identifier: GPL-2.0-or-later
#include "caclustercomparison.h"

#include "caareaprecision.h"

#include <QMap>

#include <algorithm>
#include <functional>

namespace
{

CaCompared number( double value, const QString &unit )
{
  CaFigure figure;
  figure.value = value;
  figure.unit = unit;
  return { figure, QString(), QString() };
}

CaCompared notApplicable()
{
  CaFigure figure;
  figure.flag = CaFlag::NotApplicable;
  return { figure, QString(), QString() };
}

QString join( const QStringList &texts )
{
  return texts.join( QStringLiteral( ", " ) );
}

} // namespace

CaClusterComparison::CaClusterComparison( const CaAreaSet &set, int count, const CaClusterFacts &facts, const CaStatistics &statistics,
                                          const QVector<int> &years, const QStringList &metrics, const QString &language )
    : mSet( set )
    , mCount( count )
    , mFacts( facts )
    , mStatistics( statistics )
    , mLanguage( language )
{
  for ( int area = 0; area < count; ++area )
    mFactOf << facts.of( set.areas().at( area ).list.kind, set.areas().at( area ).list.code );
  addAreaItems( CaTerritories( set, count ) );
  addFields();
  addFigures( years, metrics );
  addPartners();
  addOverlaps();
}

QVector<CaComparedItem> CaClusterComparison::items( CaComparedItem::Group group ) const
{
  QVector<CaComparedItem> result;
  for ( const CaComparedItem &item : mItems )
  {
    if ( item.group == group )
      result << item;
  }
  return result;
}

QString CaClusterComparison::word( CaComparedItem::Group group )
{
  switch ( group )
  {
    case CaComparedItem::Group::Area:
      return QStringLiteral( "area" );
    case CaComparedItem::Group::Field:
      return QStringLiteral( "field" );
    case CaComparedItem::Group::Figure:
      return QStringLiteral( "figure" );
    case CaComparedItem::Group::Partner:
      return QStringLiteral( "partner" );
    case CaComparedItem::Group::Overlap:
      break;
  }
  return QStringLiteral( "overlap" );
}

QString CaClusterComparison::nameOf( int area ) const
{
  const CaAreaList &list = mSet.areas().at( area ).list;
  const QString &name = mLanguage == QLatin1String( "ja" ) || list.nameEn.isEmpty() ? list.nameJa : list.nameEn;
  return name.isEmpty() ? list.code : name;
}

CaComparedItem CaClusterComparison::item( CaComparedItem::Group group, const QString &code, const QString &name, const QString &unit ) const
{
  CaComparedItem item{ group, code, name, unit, 0, true, {} };
  item.values.resize( mCount );
  return item;
}

CaComparedItem CaClusterComparison::textItem( const QString &code, const QString &name ) const
{
  CaComparedItem result = item( CaComparedItem::Group::Area, code, name );
  result.isNumber = false;
  return result;
}

QString CaClusterComparison::namesOf( const QVector<CaTerritories::Part> &parts ) const
{
  QStringList names;
  for ( const CaTerritories::Part &part : parts )
  {
    if ( part.territory == -1 )
      continue;
    const CaAreaList &list = mSet.areas().at( part.territory ).list;
    names << ( list.kind == QLatin1String( "bureau" ) ? CaClusterFacts::nameOf( mFacts.bureaus(), list.code, mLanguage )
                                                      : nameOf( part.territory ) );
  }
  return join( names );
}

void CaClusterComparison::addAreaItems( const CaTerritories &territories )
{
  const bool hasMunicipalities = mSet.boundaries().hasMunicipalities();
  CaComparedItem size = item( CaComparedItem::Group::Area, QStringLiteral( "area_km2" ), tr( "Area" ), tr( "km²" ) );
  CaComparedItem places = item( CaComparedItem::Group::Area, QStringLiteral( "places" ),
                                hasMunicipalities ? tr( "Municipalities and wards" ) : tr( "Prefectures (number)" ) );
  CaComparedItem precision = textItem( QStringLiteral( "precision" ), tr( "Known by" ) );
  CaComparedItem basis = textItem( QStringLiteral( "basis" ), tr( "Basis of the list" ) );
  CaComparedItem bureau = textItem( QStringLiteral( "bureau" ), tr( "Bureau in charge" ) );
  CaComparedItem types = textItem( QStringLiteral( "types" ), tr( "Type (2010)" ) );
  CaComparedItem bureaus = textItem( QStringLiteral( "bureaus" ), tr( "Lies in bureaus" ) );
  CaComparedItem prefectures = textItem( QStringLiteral( "prefectures" ), tr( "Lies in prefectures" ) );
  for ( int area = 0; area < mCount; ++area )
  {
    const CaBuiltArea &built = mSet.areas().at( area );
    const int withCode =
        static_cast<int>( std::count_if( built.members.begin(), built.members.end(),
                                         [&]( int member ) { return !mSet.boundaries().members().at( member ).code.isEmpty(); } ) );
    // An area without polygon has no size that is known, not one of 0.
    if ( !built.members.isEmpty() )
    {
      size.values[area] = number( mSet.sqKm( built.members ), QStringLiteral( "km2" ) );
      places.values[area] = number( withCode, QString() );
    }
    precision.values[area].text = CaAreaPrecision::label( built.precision );
    basis.values[area].text = CaAreaPrecision::basisLabel( built.basis );
    const CaClusterFact &fact = mFactOf.at( area );
    bureau.values[area].text = CaClusterFacts::nameOf( mFacts.bureaus(), fact.bureau, mLanguage );
    QStringList names;
    for ( const QString &type : fact.types )
      names << CaClusterFacts::nameOf( mFacts.types(), type, mLanguage );
    types.values[area].text = join( names );
    bureaus.values[area].text = namesOf( territories.byBureau( built.members ) );
    prefectures.values[area].text = namesOf( territories.byPrefecture( built.members ) );
  }
  mItems << size << places << precision << basis << bureau << types << bureaus << prefectures;
}

void CaClusterComparison::addFields()
{
  for ( const CaClusterField &field : mFacts.fields() )
  {
    CaComparedItem line = item( CaComparedItem::Group::Field, field.group, field.name( mLanguage ) );
    line.isNumber = false;
    bool isAny = false;
    for ( int area = 0; area < mCount; ++area )
    {
      const QVector<CaClusterField> &fields = mFactOf.at( area ).fields;
      const bool has = std::any_of( fields.begin(), fields.end(), [&]( const CaClusterField &one ) { return one.nameJa == field.nameJa; } );
      if ( has )
        line.values[area].text = tr( "yes" );
      isAny |= has;
    }
    if ( isAny )
      mItems << line;
  }
}

void CaClusterComparison::addFigures( const QVector<int> &years, const QStringList &metrics )
{
  QVector<int> allYears = years.isEmpty() ? mStatistics.years() : years;
  std::sort( allYears.begin(), allYears.end() );
  const QStringList allMetrics = metrics.isEmpty() ? mFacts.metrics() : metrics;
  QMap<int, QVector<QMap<QString, CaStatistic>>> figures;
  for ( const int year : std::as_const( allYears ) )
  {
    for ( int area = 0; area < mCount; ++area )
      figures[year] << mStatistics.values( mSet.areas().at( area ).list.code, year );
  }
  for ( const QString &code : allMetrics )
  {
    const CaMetric metric = mStatistics.metrics().value( code );
    for ( const int year : std::as_const( allYears ) )
    {
      CaComparedItem line = item( CaComparedItem::Group::Figure, code, metric.name( mLanguage ), metric.unitName( mLanguage ) );
      line.fiscalYear = year;
      bool isAny = !metrics.isEmpty() && !years.isEmpty();
      for ( int area = 0; area < mCount; ++area )
      {
        const QMap<QString, CaStatistic> ofArea = figures.value( year ).at( area );
        const auto found = ofArea.constFind( code );
        if ( found == ofArea.constEnd() )
          continue;
        line.values[area] = { found->figure, QString(), found->source };
        isAny = true;
      }
      if ( isAny )
        mItems << line;
    }
  }
}

bool CaClusterComparison::hasLinks( int area ) const
{
  const QString &kind = mSet.areas().at( area ).list.kind;
  return kind == QLatin1String( "project" ) || kind == QLatin1String( "subarea" );
}

void CaClusterComparison::addPartners()
{
  const auto addLine = [this]( const QString &code, const QString &name, const std::function<bool( const CaClusterLink & )> &counts )
  {
    CaComparedItem line = item( CaComparedItem::Group::Partner, code, name, tr( "links" ) );
    bool isAny = false;
    for ( int area = 0; area < mCount; ++area )
    {
      const QVector<CaClusterLink> &links = mFactOf.at( area ).links;
      const auto count = std::count_if( links.begin(), links.end(), counts );
      line.values[area] = hasLinks( area ) ? number( static_cast<double>( count ), QString() ) : notApplicable();
      isAny |= count > 0;
    }
    if ( isAny )
      mItems << line;
  };
  addLine( QStringLiteral( "links" ), tr( "All partners abroad" ), []( const CaClusterLink & ) { return true; } );
  for ( const CaNamedCode &country : mFacts.countries() )
    addLine( country.code, country.name( mLanguage ), [&]( const CaClusterLink &link ) { return link.country == country.code; } );
  addLine( QStringLiteral( "judged" ), tr( "Of all, judged from the label" ), []( const CaClusterLink &link ) { return link.judgement; } );
}

void CaClusterComparison::addOverlaps()
{
  for ( int other = 0; other < mCount; ++other )
  {
    CaComparedItem line =
        item( CaComparedItem::Group::Overlap, mSet.areas().at( other ).list.code, tr( "with %1" ).arg( nameOf( other ) ), tr( "km²" ) );
    for ( int area = 0; area < mCount; ++area )
    {
      const bool isKnown = !mSet.areas().at( area ).members.isEmpty() && !mSet.areas().at( other ).members.isEmpty();
      if ( area == other )
        line.values[area] = notApplicable();
      else if ( isKnown )
        line.values[area] = number( mSet.sqKm( mSet.shared( area, other ) ), QStringLiteral( "km2" ) );
    }
    mItems << line;
  }
}
