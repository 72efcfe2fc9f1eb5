// SPDX-License-Identifier: GPL-2.0-or-later
#include "caalgorithmcheckatlas.h"

#include "careport.h"
#include "caprojectfile.h"

#include <qgsproject.h>

#include <QThread>

#include <algorithm>

QString CaCheckAtlasAlgorithm::name() const
{
  return QStringLiteral( "checkatlas" );
}

QString CaCheckAtlasAlgorithm::displayName() const
{
  return tr( "Check atlas" );
}

QStringList CaCheckAtlasAlgorithm::tags() const
{
  return tr( "cluster,atlas,preflight,fonts,check" ).split( ',' );
}

QString CaCheckAtlasAlgorithm::shortHelpString() const
{
  return tr(
      "Looks through the pages that “Export atlas” would print with the same choice, before anything is printed: fonts and characters, "
      "expressions that fail, layers that lost their data, joins that are not whole, credits, texts that do not fit their boxes, pages of "
      "one title, room on the disk. Says how large the atlas will be and how long it will take, roughly." );
}

void CaCheckAtlasAlgorithm::initAlgorithm( const QVariantMap & )
{
  addChoiceParameters();
  auto folder = std::make_unique<QgsProcessingParameterFile>( QStringLiteral( "FOLDER" ), tr( "Folder the atlas is to go to" ),
                                                              CaCompat::FolderParameter, QString(), QVariant(), true );
  folder->setHelp( tr( "To see whether there is room for it." ) );
  addParameter( folder.release() );
  addTableParameter( QStringLiteral( "OUTPUT" ), tr( "Findings" ) );
  addReportParameter();
  addCount( QStringLiteral( "FINDINGS" ), tr( "Number of findings" ) );
  addCount( QStringLiteral( "BLOCKING" ), tr( "Findings that keep the atlas from being printed" ) );
}

CaCheckAtlasAlgorithm *CaCheckAtlasAlgorithm::createInstance() const
{
  return new CaCheckAtlasAlgorithm();
}

QString CaCheckAtlasAlgorithm::writeFindings( const QVector<CaAtlasFinding> &findings, const CaAtlasPlan &plan,
                                              const QVariantMap &parameters, QgsProcessingContext &context ) const
{
  QString id;
  const QgsFields fields =
      tableFields( { QStringLiteral( "severity" ), QStringLiteral( "topic" ), QStringLiteral( "page:integer" ), QStringLiteral( "title" ),
                     QStringLiteral( "layout" ), QStringLiteral( "item" ), QStringLiteral( "text" ) } );
  const std::unique_ptr<CaAnswerSink> sink = table( QStringLiteral( "OUTPUT" ), fields, parameters, context, &id );
  for ( const CaAtlasFinding &finding : findings )
  {
    const bool ofPage = finding.page >= 0;
    QgsAttributes row;
    row << ( finding.severity == CaAtlasFinding::Blocks ? QStringLiteral( "blocks" ) : QStringLiteral( "warning" ) ) << finding.topic
        << ( ofPage ? QVariant( plan.pages().at( finding.page ).number ) : QVariant() )
        << ( ofPage ? QVariant( plan.pages().at( finding.page ).title ) : QVariant() ) << finding.layout << finding.item << finding.text;
    addRow( *sink, row );
  }
  CaAnswerSink::keep( { sink.get() } );
  return id;
}

QVariantMap CaCheckAtlasAlgorithm::processAlgorithm( const QVariantMap &parameters, QgsProcessingContext &context,
                                                     QgsProcessingFeedback *feedback )
{
  const std::unique_ptr<CaProjectFile> file = projectFile( parameters, context );
  const std::optional<CaAtlasEditions> asked = editions( file->project(), parameters, context, feedback );
  if ( !asked )
    return {};
  constexpr double PLANNED = 60; // per cent of the work
  CaPartFeedback planning( feedback, EDITIONS_MADE, PLANNED );
  QString error;
  const std::optional<CaAtlasPlan> plan = CaAtlasPlan::make( *asked, choice( parameters, context ), &error, &planning );
  if ( !plan && !error.isEmpty() )
    throw QgsProcessingException( error );
  if ( !plan )
    return {};
  QString output = parameterAsString( parameters, QStringLiteral( "FOLDER" ), context );
  if ( !output.isEmpty() )
    output += QLatin1Char( '/' );
  CaPartFeedback checking( feedback, PLANNED, 100 );
  const QVector<CaAtlasFinding> findings = CaAtlasCheck::check( *asked, *plan, output, &checking );
  if ( feedback->isCanceled() )
    return {};

  const QString id = writeFindings( findings, *plan, parameters, context );
  CaReport report;
  report.add( CaReport::Information, QStringLiteral( "expected" ),
              tr( "%1 pages on %2 sheets; about %3 s, at most %4." )
                  .arg( plan->pages().size() )
                  .arg( plan->sheets() )
                  .arg( CaAtlasCheck::expectedSeconds( plan->sheets(), QThread::idealThreadCount() ) )
                  .arg( QLocale().formattedDataSize( CaAtlasCheck::expectedBytes( plan->sheets() ) ) ) );
  for ( const CaAtlasFinding &finding : findings )
    report.add( CaReport::Warning, finding.topic, finding.text );
  const auto blocking = std::count_if( findings.cbegin(), findings.cend(),
                                       []( const CaAtlasFinding &finding ) { return finding.severity == CaAtlasFinding::Blocks; } );
  report.setValue( QStringLiteral( "findings" ), static_cast<int>( findings.size() ) );
  report.setValue( QStringLiteral( "blocking" ), static_cast<int>( blocking ) );
  return { { QStringLiteral( "OUTPUT" ), id },
           { QStringLiteral( "REPORT" ), writeReport( report, tr( "Check of the atlas" ), parameters, context, feedback ) },
           { QStringLiteral( "FINDINGS" ), static_cast<int>( findings.size() ) },
           { QStringLiteral( "BLOCKING" ), static_cast<int>( blocking ) } };
}
