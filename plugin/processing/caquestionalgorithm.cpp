// SPDX-License-Identifier: GPL-2.0-or-later
#include "caquestionalgorithm.h"

#include "cafiles.h"
#include "cahtml.h"
#include "capaths.h"
#include "caprojectfile.h"
#include "caterritories.h"

#include <qgsprocessingcontext.h>
#include <qgsprocessingparameters.h>

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

void CaQuestionAlgorithm::addKindsParameter( const QStringList &chosen )
{
  auto kinds = std::make_unique<QgsProcessingParameterEnum>( QStringLiteral( "KINDS" ),
                                                             tr( "Kinds of areas (prefectures, bureaus, projects, subareas, types)" ),
                                                             CaAreaLists::kinds(), true, chosen, true, true );
  kinds->setHelp( tr( "Whose lists to use from the data pack; types stands for the examples of the two types of 2010." ) );
  addParameter( kinds.release() );
}

void CaQuestionAlgorithm::addAskedParameters( const QStringList &chosen )
{
  addKindsParameter( chosen );
  addMembershipParameter( tr( "Membership table of your own, beside them" ) );
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

QStringList CaQuestionAlgorithm::kinds( const QVariantMap &parameters, QgsProcessingContext &context ) const
{
  // QGIS takes the default for an empty choice, too; here it means only the areas of MEMBERSHIP.
  const QString name = QStringLiteral( "KINDS" );
  const QVariant asked = parameters.value( name );
  if ( asked.isValid() && asked.toString().isEmpty() && asked.toList().isEmpty() && asked.toStringList().isEmpty() )
    return {};
  QStringList chosen = parameterAsEnumStrings( parameters, name, context );
  chosen.removeAll( QString() );
  for ( const QString &kind : std::as_const( chosen ) )
  {
    if ( !CaAreaLists::kinds().contains( kind ) )
      throw QgsProcessingException(
          tr( "There is no kind of areas “%1”. %2 takes: %3." ).arg( kind, name, CaAreaLists::kinds().join( QStringLiteral( ", " ) ) ) );
  }
  return chosen;
}

QVector<CaAreaList> CaQuestionAlgorithm::listsOf( const QStringList &kinds, const QVariantMap &parameters,
                                                  QgsProcessingContext &context ) const
{
  QVector<CaAreaList> result;
  QString error;
  const auto add = [&]( const std::optional<CaAreaLists> &lists )
  {
    if ( !lists )
      throw QgsProcessingException( error );
    result += lists->areas();
  };
  for ( const QString &kind : kinds )
    add( CaAreaLists::fromPack( mPackFile, kind, &error ) );
  const QString membership = parameterAsFile( parameters, QStringLiteral( "MEMBERSHIP" ), context );
  if ( !membership.isEmpty() )
    add( CaAreaLists::fromCsv( membership, &error ) );
  return result;
}

void CaQuestionAlgorithm::requireAreas( const QVector<CaAreaList> &lists )
{
  if ( lists.isEmpty() )
    throw QgsProcessingException( tr( "There are no areas to ask about: choose KINDS, or give a MEMBERSHIP table." ) );
}

CaQuestionAlgorithm::Asked CaQuestionAlgorithm::ask( const QVector<CaAreaList> &lists, const QVariantMap &parameters,
                                                     QgsProcessingContext &context, QgsProcessingFeedback *feedback ) const
{
  requireAreas( lists );
  return { areaSet( CaTerritories::kinds(), parameters, context, feedback, CaAreaLists( lists ) ), static_cast<int>( lists.size() ) };
}

void CaQuestionAlgorithm::addBasis( CaReport &report, const CaAreaSet &set, int fiscalYear, const QString &rule ) const
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
  report.add( CaReport::Information, QStringLiteral( "basis" ), tr( "How this answer was got:" ), details );
}

QString CaQuestionAlgorithm::writeAnswer( const CaReport &report, const QString &title, const QString &body, const QVariantMap &parameters,
                                          QgsProcessingContext &context, QgsProcessingFeedback *feedback, const QString &style ) const
{
  const QString fileName = parameterAsFileOutput( parameters, QStringLiteral( "REPORT" ), context );
  if ( fileName.isEmpty() || fileName.endsWith( QLatin1String( ".json" ), Qt::CaseInsensitive ) )
    return writeReport( report, title, parameters, context, feedback );
  QVariantMap saidOnly = parameters;
  saidOnly.remove( QStringLiteral( "REPORT" ) );
  writeReport( report, title, saidOnly, context, feedback );
  constexpr int DETAILS_OF_NOTES = 10; // the answer is what matters; JSON has them all
  const QByteArray html =
      CaHtml::page( title, body + CaHtml::heading( tr( "Notes" ) ) + report.toHtmlList( DETAILS_OF_NOTES ), style ).toUtf8();
  QString error;
  if ( !CaFiles::write( fileName, html, &error ) )
    throw QgsProcessingException( error );
  return fileName;
}
