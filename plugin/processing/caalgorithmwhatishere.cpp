// SPDX-License-Identifier: GPL-2.0-or-later
#include "caalgorithmwhatishere.h"

#include "cahtml.h"
#include "cawhatishere.h"

#include <qgscoordinatetransform.h>
#include <qgsexception.h>
#include <qgsprocessingparameters.h>
#include <qgsreferencedgeometry.h>

#include <QSet>

#include <cmath>

namespace
{

QVariant optional( const std::optional<double> &value )
{
  return value ? QVariant( *value ) : QVariant();
}

} // namespace

QString CaWhatIsHereAlgorithm::name() const
{
  return QStringLiteral( "whatishere" );
}

QString CaWhatIsHereAlgorithm::displayName() const
{
  return tr( "What is here?" );
}

QStringList CaWhatIsHereAlgorithm::tags() const
{
  return tr( "cluster,point,polygon,municipality,prefecture,bureau,project,identify,where" ).split( ',' );
}

QString CaWhatIsHereAlgorithm::shortHelpString() const
{
  return tr(
      "Lists everything at a point, or in each polygon of a layer: municipality, prefecture, bureau, projects, sub-areas, examples of "
      "types, and the links and figures of the projects in the fiscal year.\n\n"
      "Of a polygon it says which share of it lies in each; areas overlap, so shares of projects may add up to more than one. "
      "A point on a border belongs to both sides; a polygon that only touches an area is not in it.\n\n"
      "With the shipped boundaries, which are prefectures, areas that list municipalities are shown by their prefectures and marked "
      "so: “perhaps”. Give boundaries of municipalities (N03) for exact answers." );
}

void CaWhatIsHereAlgorithm::initAlgorithm( const QVariantMap & )
{
  auto point = std::make_unique<QgsProcessingParameterPoint>( QStringLiteral( "POINT" ), tr( "Point" ), QVariant(), true );
  point->setHelp( tr( "With its coordinate reference system, as in 137.73,34.71 [EPSG:6668]; without one, that of the project." ) );
  addParameter( point.release() );
  auto polygons =
      std::make_unique<QgsProcessingParameterFeatureSource>( QStringLiteral( "POLYGONS" ), tr( "Polygons, instead" ),
                                                             QList<int>{ static_cast<int>( CaCompat::PolygonSource ) }, QVariant(), true );
  polygons->setHelp( tr( "Each polygon is answered for itself." ) );
  addParameter( polygons.release() );
  addFiscalYearParameter();
  addPackParameter();
  addBoundaryParameters();
  addTableParameter( QStringLiteral( "OUTPUT" ), tr( "What is there" ) );
  addReportParameter();
  addCount( QStringLiteral( "PLACES" ), tr( "Number of points or polygons" ) );
  addCount( QStringLiteral( "PROJECTS" ), tr( "Number of different projects" ) );
  addCount( QStringLiteral( "WITHOUT_AREA" ), tr( "Features that are no polygon with an area" ) );
}

CaWhatIsHereAlgorithm *CaWhatIsHereAlgorithm::createInstance() const
{
  return new CaWhatIsHereAlgorithm();
}

QgsAttributes CaWhatIsHereAlgorithm::row( qint64 place, const CaHere &here )
{
  QgsAttributes values;
  values << place << here.kind << here.code << here.nameJa << here.nameEn << here.basis << here.precision << optional( here.share )
         << here.owner;
  const bool isFigure = here.kind == QLatin1String( "figure" );
  values << optional( here.figure.value ) << here.figure.unit << ( isFigure ? CaFigureWords::of( here.figure.qualifier ) : QString() )
         << ( isFigure ? CaFigureWords::of( here.figure.flag ) : QString() ) << here.note;
  return values;
}

QVariantMap CaWhatIsHereAlgorithm::processAlgorithm( const QVariantMap &parameters, QgsProcessingContext &context,
                                                     QgsProcessingFeedback *feedback )
{
  const std::unique_ptr<QgsProcessingFeatureSource> polygons = featureSource( QStringLiteral( "POLYGONS" ), parameters, context );
  const bool hasPoint = !parameters.value( QStringLiteral( "POINT" ) ).toString().isEmpty() ||
                        parameters.value( QStringLiteral( "POINT" ) ).canConvert<QgsPointXY>() ||
                        parameters.value( QStringLiteral( "POINT" ) ).canConvert<QgsReferencedPointXY>();
  if ( !polygons && !parameters.value( QStringLiteral( "POLYGONS" ) ).toString().isEmpty() )
    throw QgsProcessingException( invalidSourceError( parameters, QStringLiteral( "POLYGONS" ) ) );
  if ( hasPoint == static_cast<bool>( polygons ) )
    throw QgsProcessingException( tr( "Give either POINT or POLYGONS." ) );
  const int year = fiscalYear( parameters, context, pack() );
  QString error;
  const std::shared_ptr<const CaWhatIsHere> here =
      CaWhatIsHere::build( boundaries( parameters, context, feedback ), packFile(),
                           parameterAsBool( parameters, QStringLiteral( "FALLBACK" ), context ), &error, feedback );
  if ( !here && feedback->isCanceled() )
    return {};
  if ( !here )
    throw QgsProcessingException( error );
  const QgsCoordinateReferenceSystem crs = here->set().boundaries().crs();

  QString outputId;
  const std::unique_ptr<CaAnswerSink> output = table(
      QStringLiteral( "OUTPUT" ),
      tableFields( { QStringLiteral( "place:integer" ), QStringLiteral( "kind" ), QStringLiteral( "code" ), QStringLiteral( "name_ja" ),
                     QStringLiteral( "name_en" ), QStringLiteral( "basis" ), QStringLiteral( "precision" ), QStringLiteral( "share:real" ),
                     QStringLiteral( "owner" ), QStringLiteral( "value:real" ), QStringLiteral( "unit" ), QStringLiteral( "qualifier" ),
                     QStringLiteral( "flag" ), QStringLiteral( "note" ) } ),
      parameters, context, &outputId );
  QList<QStringList> rows;
  QSet<QString> projects;
  const auto write = [&]( qint64 place, const QVector<CaHere> &found )
  {
    for ( const CaHere &one : found )
    {
      const QgsAttributes values = row( place, one );
      addRow( *output, values );
      QStringList texts;
      for ( const QVariant &value : values )
        texts << value.toString();
      rows << texts;
      if ( one.kind == QLatin1String( "project" ) )
        projects << one.code;
    }
  };

  qint64 places = 0;
  QStringList without;
  CaReport report = here->set().report();
  try
  {
    if ( hasPoint )
    {
      const QgsPointXY point = parameterAsPoint( parameters, QStringLiteral( "POINT" ), context, crs );
      if ( !std::isfinite( point.x() ) || !std::isfinite( point.y() ) )
        throw QgsProcessingException( tr( "POINT has no coordinates. Give it as 137.73,34.71 [EPSG:6668]." ) );
      const QVector<CaHere> found = here->at( point, year );
      if ( found.isEmpty() )
        report.add(
            CaReport::Warning, QStringLiteral( "nothing" ),
            tr( "Nothing is at %1, %2 in the boundaries: it is in the sea, in a lake or abroad." ).arg( point.x() ).arg( point.y() ) );
      write( 0, found );
      places = 1;
    }
    else
    {
      const QgsCoordinateTransform transform = transformTo( crs, *polygons, context );
      QgsFeatureIterator features = polygons->getFeatures( QgsFeatureRequest().setNoAttributes() );
      const double expected = static_cast<double>( std::max( 1L, static_cast<long>( polygons->featureCount() ) ) );
      QgsFeature feature;
      while ( !feedback->isCanceled() && features.nextFeature( feature ) )
      {
        QgsGeometry geometry = feature.geometry();
        geometry.transform( transform );
        const std::optional<QVector<CaHere>> found = here->in( geometry, year, &error );
        if ( found )
          write( feature.id(), *found );
        else
          without << QStringLiteral( "%1: %2" ).arg( feature.id() ).arg( error );
        feedback->setProgress( 100 * static_cast<double>( ++places ) / expected );
      }
    }
  }
  catch ( const QgsCsException &exception )
  {
    throw QgsProcessingException( tr( "The place cannot be transformed to %1: %2. Is its coordinate reference system right?" )
                                      .arg( crs.userFriendlyIdentifier(), exception.what() ) );
  }
  if ( feedback->isCanceled() )
    return {};
  if ( !without.isEmpty() )
    report.add( CaReport::Warning, QStringLiteral( "without_area" ), tr( "%n feature(s) could not be used.", nullptr, without.size() ),
                without );
  addBasis( report, here->set(), year, tr( "a point on a border is on both sides; each overlapping area is listed for itself" ) );
  const QStringList head{ tr( "Place" ), tr( "Kind" ),      tr( "Code" ),  tr( "Japanese name" ), tr( "English name" ),
                          tr( "Basis" ), tr( "Precision" ), tr( "Share" ), tr( "Project" ),       tr( "Value" ),
                          tr( "Unit" ),  tr( "Qualifier" ), tr( "Flag" ),  tr( "Note" ) };
  const QString reportFile = writeAnswer( report, tr( "What is here?" ), CaHtml::table( head, rows ), parameters, context, feedback );
  CaAnswerSink::keep( { output.get() } );
  return { { QStringLiteral( "OUTPUT" ), outputId },
           { QStringLiteral( "REPORT" ), reportFile },
           { QStringLiteral( "PLACES" ), places },
           { QStringLiteral( "PROJECTS" ), projects.size() },
           { QStringLiteral( "WITHOUT_AREA" ), without.size() } };
}
