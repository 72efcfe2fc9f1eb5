// SPDX-License-Identifier: GPL-2.0-or-later
#include "cajoinengine.h"

#include "cacompat.h"

#include <qgsfeature.h>
#include <qgsfeatureiterator.h>
#include <qgsfeaturerequest.h>
#include <qgsfeaturesource.h>
#include <qgsfeedback.h>
#include <qgsstringutils.h>
#include <qgsvectorlayer.h>

#include <algorithm>
#include <cmath>

namespace
{

constexpr int SAMPLE = 500; // features
constexpr int NEAREST = 3;
constexpr int MAXIMUM_NEAREST = 50;                          // keys: each takes some milliseconds
constexpr double LARGEST_EXACT_INTEGER = 9007199254740992.0; // 2^53

//! Returns those of \a candidates nearest to \a text, by edit distance, if they have anything in common.
QStringList nearestOf( const QString &text, const QStringList &candidates )
{
  QVector<QPair<int, QString>> distances;
  for ( const QString &candidate : candidates )
  {
    const int distance = QgsStringUtils::levenshteinDistance( text, candidate );
    if ( distance < std::max( text.size(), candidate.size() ) )
      distances << qMakePair( distance, candidate );
  }
  std::sort( distances.begin(), distances.end() );
  QStringList nearest;
  for ( int i = 0; i < std::min( NEAREST, static_cast<int>( distances.size() ) ); ++i )
    nearest << distances.at( i ).second;
  return nearest;
}

} // namespace

const CaJoinKey *CaJoin::key( const QVariant &raw ) const
{
  const int index = mKeyIndex.value( raw.toString(), -1 );
  return index < 0 ? nullptr : &mKeys.at( index );
}

std::optional<CaStatistic> CaJoin::figure( const QVariant &raw, const QString &metric ) const
{
  const CaJoinKey *found = key( raw );
  if ( !found || !found->owner.ok() )
    return std::nullopt;
  const auto figures = mFiguresOfOwner.constFind( found->owner.code );
  if ( figures == mFiguresOfOwner.constEnd() )
    return std::nullopt;
  const auto figure = figures->constFind( metric );
  return figure == figures->constEnd() ? std::nullopt : std::optional<CaStatistic>( *figure );
}

QString CaJoin::keyText( const QVariant &raw )
{
  if ( static_cast<QMetaType::Type>( raw.userType() ) == QMetaType::Double )
  {
    const double number = raw.toDouble();
    if ( number == std::floor( number ) && std::abs( number ) <= LARGEST_EXACT_INTEGER )
      return QString::number( static_cast<qlonglong>( number ) );
  }
  return raw.toString();
}

CaJoinEngine::CaJoinEngine( std::shared_ptr<const CaStatistics> statistics, const CaOwnerResolver &resolver )
    : mStatistics( std::move( statistics ) )
    , mResolver( resolver )
    , mOthers( mStatistics->owners( { QStringLiteral( "other" ) } ) )
{
}

std::optional<CaJoinEngine> CaJoinEngine::open( const QString &packFile, QString *error )
{
  std::shared_ptr<const CaStatistics> statistics = CaStatistics::open( packFile, error );
  if ( !statistics )
    return std::nullopt;
  const std::optional<CaOwnerResolver> resolver = CaOwnerResolver::load( packFile, error );
  if ( !resolver )
    return std::nullopt;
  return CaJoinEngine( statistics, *resolver );
}

CaResolved CaJoinEngine::resolve( const QString &text, const QStringList &kinds ) const
{
  const QString code = text.trimmed();
  if ( mOthers.contains( code ) && ( kinds.isEmpty() || kinds.contains( QStringLiteral( "other" ) ) ) )
    return { QStringLiteral( "other" ), code, QString(), {} };
  return mResolver.resolve( text, kinds );
}

std::optional<CaStatistic> CaJoinEngine::value( const QString &owner, const QString &metric, int fiscalYear, QString *error ) const
{
  *error = mStatistics->metricError( { metric } );
  if ( !error->isEmpty() )
    return std::nullopt;
  const CaResolved resolved = resolve( owner );
  *error = resolved.problem;
  return resolved.ok() ? mStatistics->value( resolved.code, metric, fiscalYear ) : std::nullopt;
}

QString CaJoinEngine::keyField( const QgsVectorLayer &layer, const QStringList &kinds ) const
{
  const QgsFields fields = layer.fields();
  const QgsAttributeList countedBy = layer.primaryKeyAttributes();
  QVector<QHash<QString, QString>> owners( fields.size() ); // key as text -> canonical code, a field each
  QgsFeatureRequest request;
  request.setFlags( CaCompat::NoGeometry ).setLimit( SAMPLE );
  QgsFeatureIterator features = layer.getFeatures( request );
  QgsFeature feature;
  while ( features.nextFeature( feature ) )
  {
    for ( int i = 0; i < fields.size(); ++i )
    {
      const QString text = CaJoin::keyText( feature.attribute( i ) );
      if ( !text.trimmed().isEmpty() && !( countedBy.contains( i ) && fields.at( i ).isNumeric() ) && !owners.at( i ).contains( text ) )
        owners[i].insert( text, resolve( text, kinds ).code );
    }
  }
  QString best;
  double bestShare = 0;
  int bestOwners = 0;
  for ( int i = 0; i < fields.size(); ++i )
  {
    QSet<QString> found;
    for ( const QString &code : owners.at( i ) )
      found << code;
    found.remove( QString() );
    const int unknown = static_cast<int>( std::count( owners.at( i ).begin(), owners.at( i ).end(), QString() ) );
    const double share = owners.at( i ).isEmpty() ? 0 : 1 - static_cast<double>( unknown ) / owners.at( i ).size();
    // As many features as possible; then as many owners, since a column of bureaus is of little use where there is one of projects.
    if ( share > bestShare || ( share > 0 && share == bestShare && found.size() > bestOwners ) )
    {
      best = fields.at( i ).name();
      bestShare = share;
      bestOwners = static_cast<int>( found.size() );
    }
  }
  return best;
}

QString CaJoinEngine::requestError( const QgsFeatureSource &source, const QString &name, const CaJoinRequest &request ) const
{
  if ( source.fields().lookupField( request.keyField ) < 0 )
    return tr( "The layer “%1” has no field “%2”. Its fields are: %3." )
        .arg( name, request.keyField, source.fields().names().join( QStringLiteral( ", " ) ) );
  if ( request.metrics.isEmpty() )
    return tr( "No metric was chosen. The metrics are: %1." )
        .arg( QStringList( mStatistics->metrics().keys() ).join( QStringLiteral( ", " ) ) );
  const QString metricError = mStatistics->metricError( request.metrics );
  if ( !metricError.isEmpty() )
    return metricError;
  const QVector<int> years = mStatistics->years( request.ownerKinds );
  if ( !years.contains( request.fiscalYear ) )
  {
    QStringList texts;
    for ( const int year : years )
      texts << QString::number( year );
    return years.isEmpty() ? tr( "There are no figures of such owners at all. Import a sheet first." )
                           : tr( "There is no figure for fiscal year %1. Years with figures: %2." )
                                 .arg( request.fiscalYear )
                                 .arg( texts.join( QStringLiteral( ", " ) ) );
  }
  const QString several = mStatistics->severalRows( request.fiscalYear );
  return several.isEmpty() ? QString()
                           : tr( "The table “figures” of %1 has several rows for %2 in fiscal year %3: it was changed by hand. Take a "
                                 "fresh copy of the data pack and import your sheets again." )
                                 .arg( mStatistics->fileName(), several, QString::number( request.fiscalYear ) );
}

std::optional<CaJoin> CaJoinEngine::join( const QgsFeatureSource &source, const QString &name, const CaJoinRequest &request, QString *error,
                                          QgsFeedback *feedback ) const
{
  *error = requestError( source, name, request );
  if ( !error->isEmpty() )
    return std::nullopt;
  CaJoin join;
  join.mRequest = request;
  join.mReport.layerName = name;
  join.mReport.keyField = request.keyField;
  join.mReport.ownerKinds = request.ownerKinds;
  join.mReport.fiscalYear = request.fiscalYear;
  if ( !readKeys( join, source, error, feedback ) )
    return std::nullopt;
  for ( const CaJoinKey &key : std::as_const( join.mKeys ) )
  {
    if ( key.owner.ok() && !join.mFiguresOfOwner.contains( key.owner.code ) )
      join.mFiguresOfOwner.insert( key.owner.code, mStatistics->values( key.owner.code, request.fiscalYear ) );
  }
  reportKeys( join );
  reportOwners( join );
  reportMetrics( join );
  return join;
}

bool CaJoinEngine::readKeys( CaJoin &join, const QgsFeatureSource &source, QString *error, QgsFeedback *feedback ) const
{
  const int field = source.fields().lookupField( join.mRequest.keyField );
  QgsFeatureRequest request;
  request.setFlags( CaCompat::NoGeometry );
  request.setSubsetOfAttributes( QgsAttributeList{ field } );
  QgsFeatureIterator features = source.getFeatures( request );
  QgsFeature feature;
  while ( features.nextFeature( feature ) )
  {
    if ( feedback && feedback->isCanceled() )
    {
      *error = tr( "Canceled: nothing was joined." );
      return false;
    }
    ++join.mReport.features;
    const QVariant raw = feature.attribute( field );
    const QString text = raw.toString();
    if ( raw.isNull() || text.trimmed().isEmpty() )
    {
      ++join.mReport.empty;
      continue;
    }
    int &index = join.mKeyIndex.insert( text, join.mKeyIndex.value( text, static_cast<int>( join.mKeys.size() ) ) ).value();
    if ( index == join.mKeys.size() )
      join.mKeys << CaJoinKey{ raw, CaJoin::keyText( raw ), 0, resolve( CaJoin::keyText( raw ), join.mRequest.ownerKinds ) };
    ++join.mKeys[index].features;
  }
  return true;
}

void CaJoinEngine::reportKeys( CaJoin &join ) const
{
  CaJoinReport &report = join.mReport;
  for ( const CaJoinKey &key : std::as_const( join.mKeys ) )
  {
    if ( key.owner.ok() )
      report.matched += key.features;
    else
    {
      report.unmatched += key.features;
      QStringList nearest = key.owner.candidates;
      if ( nearest.isEmpty() && report.unmatchedKeys < MAXIMUM_NEAREST )
        nearest = mResolver.nearest( key.text, join.mRequest.ownerKinds, NEAREST );
      if ( report.unmatchedKeys++ < CaJoinReport::MAXIMUM_LISTED )
        report.unmatchedList << CaJoinReport::Key{ key.text, key.features, key.owner.problem, nearest };
    }
    if ( key.features > 1 && report.repeatedKeys++ < CaJoinReport::MAXIMUM_LISTED )
      report.repeatedList << CaJoinReport::Key{ key.text, key.features, QString(), {} };
  }
}

CaJoinReport::Owner CaJoinEngine::reportOwner( const CaOwner &owner ) const
{
  return { owner.kind, owner.code, owner.nameJa, owner.nameEn, {}, {} };
}

void CaJoinEngine::reportOwners( CaJoin &join ) const
{
  CaJoinReport &report = join.mReport;
  const QMap<QString, CaOwner> owners = mStatistics->owners( join.mRequest.ownerKinds, join.mRequest.metrics, join.mRequest.fiscalYear );
  QStringList unmatched;
  for ( const CaJoinReport::Key &key : std::as_const( report.unmatchedList ) )
    unmatched << key.text;
  for ( const CaOwner &owner : owners )
  {
    if ( join.mFiguresOfOwner.contains( owner.code ) || report.ownersWithoutFeature++ >= CaJoinReport::MAXIMUM_LISTED )
      continue;
    CaJoinReport::Owner listed = reportOwner( owner );
    listed.nearest = nearestOf( owner.nameJa.isEmpty() ? owner.code : owner.nameJa, unmatched );
    report.ownerList << listed;
  }

  QMap<QString, QStringList> keysOf;
  QHash<QString, QString> kindOf;
  for ( const CaJoinKey &key : std::as_const( join.mKeys ) )
  {
    if ( !key.owner.ok() )
      continue;
    keysOf[key.owner.code] << key.text;
    kindOf.insert( key.owner.code, key.owner.kind );
  }
  for ( auto it = keysOf.constBegin(); it != keysOf.constEnd(); ++it )
  {
    if ( it->size() < 2 || report.severalKeys.size() >= CaJoinReport::MAXIMUM_LISTED )
      continue;
    CaJoinReport::Owner several = reportOwner( mStatistics->owner( kindOf.value( it.key() ), it.key() ) );
    several.keys = *it;
    report.severalKeys << several;
  }
}

void CaJoinEngine::reportMetrics( CaJoin &join ) const
{
  const QMap<QString, QVector<int>> years = mStatistics->years( join.mRequest.ownerKinds, join.mRequest.metrics );
  for ( const QString &code : std::as_const( join.mRequest.metrics ) )
  {
    const CaMetric metric = mStatistics->metrics().value( code );
    CaJoinReport::Metric entry;
    entry.code = code;
    entry.nameJa = metric.nameJa;
    entry.nameEn = metric.nameEn;
    entry.unit = metric.unit;
    entry.unitJa = metric.unitJa;
    entry.unitEn = metric.unitEn;
    entry.years = years.value( code );
    for ( const QMap<QString, CaStatistic> &figures : std::as_const( join.mFiguresOfOwner ) )
    {
      const auto found = figures.constFind( code );
      if ( found == figures.constEnd() )
      {
        ++entry.missing;
        continue;
      }
      entry.values += found->figure.value ? 1 : 0;
      entry.ofUser += found->ofUser ? 1 : 0;
      entry.overShipped += found->shippedSource.isEmpty() ? 0 : 1;
      switch ( found->figure.flag )
      {
        case CaFlag::None:
          break;
        case CaFlag::Zero:
          ++entry.zero;
          break;
        case CaFlag::NotApplicable:
          ++entry.notApplicable;
          break;
        case CaFlag::NotAvailable:
          ++entry.notAvailable;
          break;
        case CaFlag::Suppressed:
          ++entry.suppressed;
          break;
      }
    }
    join.mReport.metrics << entry;
  }
}
