// SPDX-License-Identifier: GPL-2.0-or-later
#include "casheetimport.h"

#include "cahtml.h"
#include "camarks.h"
#include "casheetunderstanding.h"
#include "castatisticsimporter.h"
#include "castatisticsstore.h"

#include <qgsapplication.h>

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>

namespace
{

QString wordOf( CaFigureChange::Kind kind )
{
  switch ( kind )
  {
    case CaFigureChange::Kind::Added:
      return QStringLiteral( "added" );
    case CaFigureChange::Kind::Removed:
      return QStringLiteral( "removed" );
    case CaFigureChange::Kind::Changed:
      return QStringLiteral( "changed" );
  }
  return QString();
}

//! Returns a figure as one reads it: `1200 (about)`, `suppressed`; empty for none.
QString textOf( const CaFigure &figure )
{
  QStringList parts;
  if ( figure.value )
    parts << QString::number( *figure.value, 'g', 15 );
  if ( figure.qualifier != CaQualifier::Exact )
    parts << QStringLiteral( "(%1)" ).arg( CaFigureWords::textOf( figure.qualifier ) );
  if ( figure.flag != CaFlag::None )
    parts << CaFigureWords::textOf( figure.flag );
  return parts.join( QLatin1Char( ' ' ) );
}

} // namespace

CaSheetImport::CaSheetImport( std::unique_ptr<CaTableSource> source, const QString &packFile, const CaMetricNames &metrics,
                              const CaOwnerResolver &owners )
    : mSource( std::move( source ) )
    , mPackFile( packFile )
    , mMetrics( metrics )
    , mOwners( owners )
{
}

std::unique_ptr<CaSheetImport> CaSheetImport::open( const QString &fileName, const QString &packFile, const CaTableOptions &options,
                                                    QgsFeedback *feedback, QString *error )
{
  // The pack first: a large sheet should not be read for nothing.
  const std::optional<CaMetricNames> metrics = CaMetricNames::load( packFile, error );
  const std::optional<CaOwnerResolver> owners = metrics ? CaOwnerResolver::load( packFile, error ) : std::nullopt;
  std::unique_ptr<CaTableSource> source = owners ? CaTableSource::open( fileName, options, feedback, error ) : nullptr;
  if ( !source )
    return nullptr;
  return std::unique_ptr<CaSheetImport>( new CaSheetImport( std::move( source ), packFile, *metrics, *owners ) );
}

QString CaSheetImport::profilesFolder()
{
  return QgsApplication::qgisSettingsDirPath() + QStringLiteral( "clusteratlas/sheets" );
}

bool CaSheetImport::chooseSheet( const QString &name, QString *error )
{
  const QVector<CaSheet> all = sheets();
  const auto isWanted = [&name]( const CaSheet &sheet )
  {
    return name.isEmpty() ? !sheet.isHidden : sheet.name == name;
  };
  const auto found = std::find_if( all.constBegin(), all.constEnd(), isWanted );
  if ( found == all.constEnd() )
  {
    QStringList names;
    for ( const CaSheet &sheet : all )
      names << sheet.name;
    *error = tr( "%1 has no sheet “%2”. Its sheets are: %3." ).arg( mSource->fileName(), name, names.join( QStringLiteral( ", " ) ) );
    return false;
  }
  mSheet = static_cast<int>( found - all.constBegin() );
  mSample = CaSheetSample::read( *mSource, mSheet, error );
  if ( !mSample )
    return false;
  mProfile = CaSheetUnderstanding( mMetrics, mOwners ).recognise( *mSample, CaSheetProfiles( profilesFolder() ), &mIsKnown );
  return true;
}

QString CaSheetImport::sourceName() const
{
  // From the pack's folder, so that a sheet is known again after the folder has moved, and two of one name are told apart.
  return QFileInfo( mPackFile ).absoluteDir().relativeFilePath( QFileInfo( mSource->fileName() ).absoluteFilePath() );
}

bool CaSheetImport::run( bool isDryRun, QgsFeedback *feedback, QString *error )
{
  mReport = CaSheetReport();
  mDifference = CaImportDifference();
  *error = mProfile.problem();
  if ( !error->isEmpty() )
    return false;
  const std::unique_ptr<CaStatisticsStore> store = CaStatisticsStore::open( mPackFile, error );
  const std::unique_ptr<CaStatisticsImport> import = store ? CaStatisticsImport::start( *store, sourceName(), error ) : nullptr;
  if ( !import )
    return false;
  import->addSheet( mSource->sheets().at( mSheet ).name );

  CaStatisticsImporter importer( mProfile, mMetrics, mOwners, CaMarks::builtIn() );
  const bool isRead = importer.run(
      *mSource, mSheet, [&import]( const CaFigureRecord &record, QString *problem ) { return import->add( record, problem ); }, feedback,
      &mReport, error );
  mReport.isDryRun = isDryRun;
  if ( !isRead )
  {
    if ( error->isEmpty() )
      *error = mReport.summary();
    return false;
  }
  if ( mReport.figures == 0 )
  {
    *error = mReport.summary();
    return false;
  }
  return isDryRun ? import->difference( &mDifference, error, feedback ) : import->commit( &mDifference, error, feedback );
}

QJsonObject CaSheetImport::reportJson() const
{
  QJsonArray changes;
  for ( const CaFigureChange &change : mDifference.changes )
  {
    changes.append( QJsonObject{ { QStringLiteral( "kind" ), wordOf( change.kind ) },
                                 { QStringLiteral( "owner_kind" ), change.ownerKind },
                                 { QStringLiteral( "owner_code" ), change.ownerCode },
                                 { QStringLiteral( "fiscal_year" ), change.fiscalYear },
                                 { QStringLiteral( "metric" ), change.metric },
                                 { QStringLiteral( "before" ), textOf( change.before ) },
                                 { QStringLiteral( "after" ), textOf( change.after ) },
                                 { QStringLiteral( "cell" ), change.cell } } );
  }
  QJsonObject json = mReport.toJson();
  json.insert( QStringLiteral( "difference" ), QJsonObject{ { QStringLiteral( "added" ), mDifference.added },
                                                            { QStringLiteral( "removed" ), mDifference.removed },
                                                            { QStringLiteral( "changed" ), mDifference.changed },
                                                            { QStringLiteral( "unchanged" ), mDifference.unchanged },
                                                            { QStringLiteral( "over_shipped" ), mDifference.overShipped },
                                                            { QStringLiteral( "changes" ), changes } } );
  return json;
}

QString CaSheetImport::reportHtml() const
{
  return mReport.toHtml( changesHtml() );
}

QString CaSheetImport::changesHtml() const
{
  const QMap<CaFigureChange::Kind, QString> kinds{ { CaFigureChange::Kind::Added, tr( "added" ) },
                                                   { CaFigureChange::Kind::Removed, tr( "removed" ) },
                                                   { CaFigureChange::Kind::Changed, tr( "changed" ) } };
  QList<QStringList> rows;
  for ( const CaFigureChange &change : mDifference.changes )
    rows << QStringList{
      kinds.value( change.kind ), change.ownerCode, QString::number( change.fiscalYear ), change.metric, textOf( change.before ),
      textOf( change.after ),     change.cell
    };
  return CaHtml::heading( tr( "What changes of the figures from this sheet" ) ) +
         CaHtml::paragraph( tr( "Added: %L1. Removed: %L2. Changed: %L3. As before: %L4." )
                                .arg( mDifference.added )
                                .arg( mDifference.removed )
                                .arg( mDifference.changed )
                                .arg( mDifference.unchanged ) ) +
         CaHtml::table( { tr( "Change" ), tr( "Owner" ), tr( "Fiscal year" ), tr( "Metric" ), tr( "Before" ), tr( "After" ), tr( "Cell" ) },
                        rows );
}
