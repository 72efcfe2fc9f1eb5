// SPDX-License-Identifier: GPL-2.0-or-later
#include "caquestionalgorithm.h"

#include "cafiles.h"
#include "cahtml.h"
#include "capaths.h"
#include "caprojectfile.h"

#include <qgsprocessingcontext.h>
#include <qgsprocessingparameters.h>

#include <QFile>

QString CaQuestionAlgorithm::group() const
{
  return tr( "Questions" );
}

QString CaQuestionAlgorithm::groupId() const
{
  return QStringLiteral( "questions" );
}

void CaQuestionAlgorithm::addPackParameter()
{
  auto pack = std::make_unique<QgsProcessingParameterFile>(
      QStringLiteral( "PACK" ), tr( "Data pack (that of the project, or the shipped one, if empty)" ), CaCompat::FileParameter, QString(),
      QVariant(), true, tr( "Data packs (*.gpkg)" ) );
  pack->setHelp( tr( "The working copy clusteratlas.gpkg beside your project has your own figures as well." ) );
  addParameter( pack.release() );
}

bool CaQuestionAlgorithm::prepareAlgorithm( const QVariantMap &parameters, QgsProcessingContext &context, QgsProcessingFeedback * )
{
  mPackFile = parameterAsFile( parameters, QStringLiteral( "PACK" ), context );
  if ( mPackFile.isEmpty() && context.project() )
    mPackFile = CaProjectFile::packOf( context.project() );
  if ( mPackFile.isEmpty() )
    mPackFile = CaPaths::installedPack();
  return true;
}

CaPack CaQuestionAlgorithm::pack() const
{
  QString error;
  const std::optional<CaPack> pack = CaPack::open( mPackFile, &error );
  if ( !pack )
    throw QgsProcessingException( error );
  return *pack;
}

std::shared_ptr<const CaAreaSet> CaQuestionAlgorithm::areaSet( const QStringList &kinds, const QVariantMap &parameters,
                                                               QgsProcessingContext &context, QgsProcessingFeedback *feedback,
                                                               const std::optional<CaAreaLists> &own ) const
{
  QString error;
  const bool fallback = parameterAsBool( parameters, QStringLiteral( "FALLBACK" ), context );
  const std::shared_ptr<const CaAreaSet> set =
      CaAreaSet::build( boundaries( parameters, context, feedback ), mPackFile, kinds, fallback, &error, feedback, own );
  if ( !set && !feedback->isCanceled() )
    throw QgsProcessingException( error );
  return set;
}

void CaQuestionAlgorithm::addBasis( CaAreaReport &report, const CaAreaSet &set, int fiscalYear, const QString &rule ) const
{
  const CaBoundaries &boundaries = set.boundaries();
  QStringList details;
  details
      << tr( "Data pack: version %1, %2" ).arg( pack().info( QStringLiteral( "version" ) ), pack().info( QStringLiteral( "data_date" ) ) );
  details << ( boundaries.year() == 0 ? tr( "Boundaries: %1" ).arg( boundaries.name() )
                                      : tr( "Boundaries: %1, of %2" ).arg( boundaries.name() ).arg( boundaries.year() ) );
  details << ( boundaries.hasMunicipalities() ? tr( "Precision: municipalities where an area lists them" )
                                              : tr( "Precision: prefectures only" ) );
  if ( fiscalYear != 0 )
    details << tr( "Fiscal year: %1 (April to March)" ).arg( fiscalYear );
  details << tr( "Rule: %1" ).arg( rule );
  report.add( CaAreaReport::Information, QStringLiteral( "basis" ), tr( "How this answer was got:" ), details );
}

QString CaQuestionAlgorithm::writeAnswer( const CaAreaReport &report, const QString &title, const QString &body,
                                          const QVariantMap &parameters, QgsProcessingContext &context,
                                          QgsProcessingFeedback *feedback ) const
{
  const QString fileName = parameterAsFileOutput( parameters, QStringLiteral( "REPORT" ), context );
  if ( fileName.isEmpty() || fileName.endsWith( QLatin1String( ".json" ), Qt::CaseInsensitive ) )
    return writeReport( report, title, parameters, context, feedback );
  QVariantMap saidOnly = parameters;
  saidOnly.remove( QStringLiteral( "REPORT" ) );
  writeReport( report, title, saidOnly, context, feedback );
  QList<QStringList> rows;
  const QVector<CaAreaReport::Line> lines = report.lines();
  for ( const CaAreaReport::Line &line : lines )
    rows << QStringList{ line.text, line.details.join( QStringLiteral( "; " ) ) };
  const QByteArray html = CaHtml::page( title, body + CaHtml::heading( tr( "Notes" ) ) + CaHtml::table( {}, rows ) ).toUtf8();
  QString error;
  const QString beside = CaFiles::besideName( fileName );
  QFile file( beside );
  if ( !file.open( QIODevice::WriteOnly ) || file.write( html ) != html.size() )
  {
    error = tr( "The report cannot be written to %1 (%2). Choose a folder you may write to." ).arg( fileName, file.errorString() );
    file.remove();
    throw QgsProcessingException( error );
  }
  file.close();
  if ( !CaFiles::moveIntoPlace( beside, fileName, true, &error ) )
    throw QgsProcessingException( error );
  return fileName;
}
