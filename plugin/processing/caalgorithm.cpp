// SPDX-License-Identifier: GPL-2.0-or-later
#include "caalgorithm.h"

#include "careport.h"
#include "cafiscalyear.h"
#include "calanguage.h"
#include "capaths.h"
#include "caprojectfile.h"

#include <qgsprocessingparameters.h>

#include <QIcon>
#include <QRegularExpression>

#include <cmath>

QString CaAlgorithm::group() const
{
  return tr( "Projects and atlases" );
}

QString CaAlgorithm::groupId() const
{
  return QStringLiteral( "project" );
}

QIcon CaAlgorithm::icon() const
{
  return QIcon( svgIconPath() );
}

QString CaAlgorithm::svgIconPath() const
{
  return QStringLiteral( ":/clusteratlas/icons/clusteratlas.svg" );
}

CaCompat::AlgorithmFlags CaAlgorithm::flags() const
{
  return QgsProcessingAlgorithm::flags() | CaCompat::NoThreading;
}

void CaAlgorithm::addFiscalYearParameter()
{
  auto year = std::make_unique<QgsProcessingParameterNumber>( QStringLiteral( "FISCAL_YEAR" ), tr( "Fiscal year (April to March)" ),
                                                              CaCompat::IntegerNumber, CaFiscalYear::DEFAULT, false, 1990, 2100 );
  year->setHelp( tr( "The year whose figures are joined to the layers." ) );
  addParameter( year.release() );
}

void CaAlgorithm::addLanguageParameter()
{
  auto languages =
      std::make_unique<QgsProcessingParameterEnum>( QStringLiteral( "LANGUAGE" ), tr( "Language of layers, labels and pages (ja, en)" ),
                                                    CaLanguage::codes(), false, CaLanguage::ofInterface(), false, true );
  languages->setHelp( tr( "ja for Japanese, en for English." ) );
  addParameter( languages.release() );
}

void CaAlgorithm::addProjectParameter()
{
  auto project = std::make_unique<QgsProcessingParameterFile>( QStringLiteral( "PROJECT" ),
                                                               tr( "Project file (the current project if empty)" ), CaCompat::FileParameter,
                                                               QString(), QVariant(), true, tr( "QGIS projects (*.qgz *.qgs)" ) );
  project->setHelp( tr( "A project made with “New cluster project”." ) );
  addParameter( project.release() );
}

std::unique_ptr<CaProjectFile> CaAlgorithm::projectFile( const QVariantMap &parameters, QgsProcessingContext &context ) const
{
  QString error;
  const QString fileName = parameterAsFile( parameters, QStringLiteral( "PROJECT" ), context );
  std::unique_ptr<CaProjectFile> file =
      fileName.isEmpty() ? CaProjectFile::current( context.project(), &error ) : CaProjectFile::open( fileName, &error );
  if ( !file )
    throw QgsProcessingException( error );
  return file;
}

bool CaAlgorithm::checkParameterValues( const QVariantMap &parameters, QgsProcessingContext &context, QString *message ) const
{
  const QString name = QStringLiteral( "REPORT" );
  const auto *report = dynamic_cast<const QgsProcessingParameterFileDestination *>( parameterDefinition( name ) );
  const QString fileName = parameters.value( name ).toString();
  // Otherwise it would be HTML that is called a PDF.
  if ( report && fileName.endsWith( QLatin1String( ".pdf" ), Qt::CaseInsensitive ) &&
       !report->fileFilter().contains( QLatin1String( "*.pdf" ) ) )
  {
    if ( message )
      *message = tr( "%1 is written as HTML or JSON, not as a PDF: give a name that ends in .html or .json, and print it from there." )
                     .arg( name );
    return false;
  }
  return QgsProcessingAlgorithm::checkParameterValues( parameters, context, message );
}

int CaAlgorithm::fiscalYear( const QVariantMap &parameters, QgsProcessingContext &context, const CaPack &pack ) const
{
  const int year = parameterAsInt( parameters, QStringLiteral( "FISCAL_YEAR" ), context );
  const QString error = pack.fiscalYearError( year );
  if ( !error.isEmpty() )
    throw QgsProcessingException( error );
  return year;
}

QString CaAlgorithm::language( const QVariantMap &parameters, QgsProcessingContext &context ) const
{
  const QString language = parameterAsEnumString( parameters, QStringLiteral( "LANGUAGE" ), context );
  if ( !CaLanguage::codes().contains( language ) )
    throw QgsProcessingException(
        tr( "The language “%1” is not known: LANGUAGE is one of %2." )
            .arg( parameters.value( QStringLiteral( "LANGUAGE" ) ).toString(), CaLanguage::codes().join( QStringLiteral( ", " ) ) ) );
  return language;
}

CaPack CaAlgorithm::installedPack()
{
  QString error;
  const std::optional<CaPack> pack = CaPack::open( CaPaths::installedPack(), &error );
  if ( !pack )
    throw QgsProcessingException( error );
  return *pack;
}

CaLayerCatalogue CaAlgorithm::layerCatalogue()
{
  QString error;
  const std::optional<CaLayerCatalogue> catalogue = CaLayerCatalogue::load( &error );
  if ( !catalogue )
    throw QgsProcessingException( error );
  return *catalogue;
}

void CaAlgorithm::addMetricsParameter( bool optional )
{
  auto metrics = std::make_unique<QgsProcessingParameterString>(
      QStringLiteral( "METRICS" ), optional ? tr( "Metrics (all if empty)" ) : tr( "Metrics" ),
      optional ? QVariant() : QVariant( QStringLiteral( "firms" ) ), false, optional );
  metrics->setHelp( tr( "Codes of metrics as in the table of metrics, separated by commas, such as firms,universities." ) );
  addParameter( metrics.release() );
}

void CaAlgorithm::addFiscalYearsParameter( bool optional )
{
  auto years = std::make_unique<QgsProcessingParameterString>( QStringLiteral( "FISCAL_YEARS" ),
                                                               optional ? tr( "Fiscal years (all if empty)" ) : tr( "Fiscal years" ),
                                                               QVariant(), false, optional );
  years->setHelp( tr( "Years (April to March) separated by commas, such as 2009,2010." ) );
  addParameter( years.release() );
}

QStringList CaAlgorithm::codes( const QString &name, const QVariantMap &parameters, QgsProcessingContext &context ) const
{
  static const QRegularExpression separator( QStringLiteral( "[,;、，；]" ) );
  QStringList codes;
  const QStringList parts = parameterAsString( parameters, name, context ).split( separator );
  for ( const QString &part : parts )
    codes << part.trimmed();
  codes.removeAll( QString() );
  codes.removeDuplicates();
  return codes;
}

QStringList CaAlgorithm::metrics( const QVariantMap &parameters, QgsProcessingContext &context ) const
{
  return codes( QStringLiteral( "METRICS" ), parameters, context );
}

QVector<int> CaAlgorithm::fiscalYears( const QVariantMap &parameters, QgsProcessingContext &context ) const
{
  QVector<int> years;
  const QStringList texts = codes( QStringLiteral( "FISCAL_YEARS" ), parameters, context );
  for ( const QString &text : texts )
  {
    bool isYear = false;
    const int year = text.toInt( &isYear );
    if ( isYear && !years.contains( year ) )
      years << year;
    else if ( !isYear )
      throw QgsProcessingException(
          tr( "“%1” is no fiscal year. FISCAL_YEARS takes years separated by commas, such as 2009,2010." ).arg( text ) );
  }
  return years;
}

std::unique_ptr<QgsProcessingFeatureSource> CaAlgorithm::featureSource( const QString &name, const QVariantMap &parameters,
                                                                        QgsProcessingContext &context ) const
{
  std::unique_ptr<QgsProcessingFeatureSource> source( parameterAsSource( parameters, name, context ) );
  if ( !source )
    return source;
  source->setInvalidGeometryCheck( CaCompat::NoGeometryCheck );
  // Only the toolbox keeps people from giving a layer of another kind.
  const auto *definition = dynamic_cast<const QgsProcessingParameterFeatureSource *>( parameterDefinition( name ) );
  const QList<int> types = definition ? definition->dataTypes() : QList<int>();
  const bool takesPoints = types.contains( static_cast<int>( CaCompat::PointSource ) );
  const bool takesPolygons = types.contains( static_cast<int>( CaCompat::PolygonSource ) );
  const CaCompat::GeometryType type = QgsWkbTypes::geometryType( source->wkbType() );
  const bool hasPoints = type == CaCompat::PointGeometry;
  const bool hasLines = type == CaCompat::LineGeometry;
  const bool hasPolygons = type == CaCompat::PolygonGeometry;
  const bool fits = ( takesPoints && hasPoints ) || ( takesPolygons && hasPolygons ) || !( takesPoints || takesPolygons );
  if ( fits || !( hasPoints || hasLines || hasPolygons ) )
    return source;
  const QString wanted = !takesPolygons ? tr( "points" ) : !takesPoints ? tr( "polygons" ) : tr( "points or polygons" );
  const QString given = hasPoints ? tr( "points" ) : hasLines ? tr( "lines" ) : tr( "polygons" );
  throw QgsProcessingException(
      tr( "%1 takes %2, but %3 has %4. Choose another layer." ).arg( name, wanted, source->sourceName(), given ) );
}

bool CaAlgorithm::hasCoordinates( const QgsGeometry &geometry )
{
  if ( geometry.isEmpty() )
    return false;
  for ( auto vertex = geometry.vertices_begin(); vertex != geometry.vertices_end(); ++vertex )
  {
    if ( !std::isfinite( ( *vertex ).x() ) || !std::isfinite( ( *vertex ).y() ) )
      return false;
  }
  return true;
}

QgsCoordinateTransform CaAlgorithm::transformTo( const QgsCoordinateReferenceSystem &target, const QgsProcessingFeatureSource &source,
                                                 const QgsProcessingContext &context )
{
  const QgsCoordinateReferenceSystem crs = source.sourceCrs();
  if ( source.featureCount() == 0 )
    return QgsCoordinateTransform(); // nothing will be transformed
  if ( source.wkbType() == CaCompat::NoGeometryType )
    throw QgsProcessingException(
        tr( "%1 is a table without geometry. Choose a layer with points, lines or polygons." ).arg( source.sourceName() ) );
  if ( !crs.isValid() )
    throw QgsProcessingException(
        tr( "%1 has no coordinate reference system. Set it in the properties of the layer." ).arg( source.sourceName() ) );
  const QgsCoordinateTransform transform( crs, target, context.transformContext() );
  if ( !transform.isValid() )
    throw QgsProcessingException(
        tr( "%1 cannot be transformed from %2 to %3: PROJ knows no way. Is its coordinate reference system right?" )
            .arg( source.sourceName(), crs.userFriendlyIdentifier(), target.userFriendlyIdentifier() ) );
  return transform;
}

void CaAlgorithm::addReportParameter( bool asPdf )
{
  auto report = std::make_unique<QgsProcessingParameterFileDestination>(
      QStringLiteral( "REPORT" ), tr( "Report" ),
      asPdf ? tr( "HTML files (*.html);;PDF files (*.pdf);;JSON files (*.json)" ) : tr( "HTML files (*.html);;JSON files (*.json)" ),
      QVariant(), true );
  report->setHelp( tr( "What was found in the boundaries and lists: as a page to read, or as JSON for programs." ) );
  addParameter( report.release() );
}

QString CaAlgorithm::writeReport( const CaReport &report, const QString &title, const QVariantMap &parameters,
                                  QgsProcessingContext &context, QgsProcessingFeedback *feedback ) const
{
  constexpr int DETAILS_SAID = 20;
  const QVector<CaReport::Line> lines = report.lines();
  for ( const CaReport::Line &line : lines )
  {
    if ( line.severity == CaReport::Warning )
      feedback->pushWarning( line.text );
    else
      feedback->pushInfo( line.text );
    const QStringList details = line.details.mid( 0, DETAILS_SAID );
    for ( const QString &detail : details )
      feedback->pushInfo( QStringLiteral( "    " ) + detail );
  }
  QString error;
  const QString fileName = parameterAsFileOutput( parameters, QStringLiteral( "REPORT" ), context );
  if ( !fileName.isEmpty() && !report.write( fileName, title, &error ) )
    throw QgsProcessingException( error );
  return fileName;
}

void CaAlgorithm::addTableParameter( const QString &name, const QString &description, bool optional )
{
  auto table = std::make_unique<QgsProcessingParameterFeatureSink>( name, description, CaCompat::AnyVector, QVariant(), optional );
  table->setHelp( tr( "The answer as a table." ) );
  addParameter( table.release() );
}

void CaAlgorithm::addCount( const QString &name, const QString &description )
{
  addOutput( new QgsProcessingOutputNumber( name, description ) );
}

QgsFields CaAlgorithm::tableFields( const QStringList &names )
{
  QgsFields fields;
  for ( const QString &name : names )
  {
    const QString type = name.section( QLatin1Char( ':' ), 1 );
    const QString field = name.section( QLatin1Char( ':' ), 0, 0 );
    if ( type == QLatin1String( "real" ) )
      fields.append( QgsField( field, CaCompat::RealField ) );
    else if ( type == QLatin1String( "integer" ) )
      fields.append( QgsField( field, CaCompat::LongField ) );
    else
      fields.append( QgsField( field, CaCompat::TextField ) );
  }
  return fields;
}

std::unique_ptr<CaAnswerSink> CaAlgorithm::table( const QString &name, const QgsFields &fields, const QVariantMap &parameters,
                                                  QgsProcessingContext &context, QString *id, CaCompat::WkbType type,
                                                  const QgsCoordinateReferenceSystem &crs ) const
{
  std::unique_ptr<QgsFeatureSink> sink( parameterAsSink( parameters, name, context, *id, fields, type, crs ) );
  if ( !sink )
    throw QgsProcessingException( invalidSinkError( parameters, name ) );
  const QVariant asked = parameters.value( name );
  const bool isAppended =
      asked.canConvert<QgsProcessingOutputLayerDefinition>() && asked.value<QgsProcessingOutputLayerDefinition>().useRemapping();
  return std::make_unique<CaAnswerSink>( std::move( sink ), *id, isAppended, context );
}

bool CaAlgorithm::isAsked( const QString &name, const QVariantMap &parameters )
{
  const QVariant asked = parameters.value( name );
  return asked.isValid() && ( !asked.canConvert<QString>() || !asked.toString().isEmpty() );
}

std::unique_ptr<CaAnswerSink> CaAlgorithm::optionalTable( const QString &name, const QgsFields &fields, const QVariantMap &parameters,
                                                          QgsProcessingContext &context, QString *id, CaCompat::WkbType type,
                                                          const QgsCoordinateReferenceSystem &crs ) const
{
  return isAsked( name, parameters ) ? table( name, fields, parameters, context, id, type, crs ) : nullptr;
}

void CaAlgorithm::addRow( QgsFeatureSink &sink, const QgsAttributes &values, const QgsGeometry &geometry )
{
  QgsFeature feature;
  feature.setAttributes( values );
  feature.setGeometry( geometry );
  if ( !sink.addFeature( feature, QgsFeatureSink::FastInsert ) )
    throw QgsProcessingException( tr( "The answer could not be written: %1" ).arg( sink.lastError() ) );
}
