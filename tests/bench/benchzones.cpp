// SPDX-License-Identifier: GPL-2.0-or-later
// Figures of municipalities shared out to irregular zones against native:intersection and native:aggregate, side by side; see README.md.
#include "benchtools.h"
#include "cacompat.h"
#include "caprovider.h"

#include <qgsapplication.h>
#include <qgscoordinatetransform.h>
#include <qgsfeatureiterator.h>
#include <qgsnativealgorithms.h>
#include <qgsprocessingalgorithm.h>
#include <qgsprocessingcontext.h>
#include <qgsprocessingfeedback.h>
#include <qgsprocessingregistry.h>
#include <qgsproject.h>
#include <qgsvectorfilewriter.h>
#include <qgsvectorlayer.h>

#include <QDir>
#include <QTemporaryDir>

#include <algorithm>
#include <cmath>
#include <optional>
#include <random>

namespace
{

QString metric( int i )
{
  return QStringLiteral( "m%1" ).arg( i );
}

std::unique_ptr<QgsVectorFileWriter> writer( const QString &fileName, const QgsFields &fields )
{
  QgsVectorFileWriter::SaveVectorOptions options;
  options.driverName = QStringLiteral( "GPKG" );
  return std::unique_ptr<QgsVectorFileWriter>( QgsVectorFileWriter::create( fileName, fields, CaCompat::MultiPolygon,
                                                                            QgsCoordinateReferenceSystem( QStringLiteral( "EPSG:6933" ) ),
                                                                            QgsCoordinateTransformContext(), options ) );
}

void write( QgsVectorFileWriter &file, QgsFeature &feature )
{
  QgsGeometry geometry = feature.geometry();
  geometry.convertToMultiType();
  feature.setGeometry( geometry );
  if ( !file.addFeature( feature ) )
    qFatal( "writing failed" );
}

//! Writes the features of N03, made valid and in the equal-area plane for both sides alike, with figures; \returns the points on land.
QVector<QgsPointXY> writeParts( const QString &fileName, const QString &source, int metrics )
{
  const QgsVectorLayer layer( source, QString(), QStringLiteral( "ogr" ) );
  if ( !layer.isValid() )
    qFatal( "%s cannot be read", qPrintable( source ) );
  // As distributed, some files of N03 do not say that they are on JGD2011.
  const QgsCoordinateReferenceSystem crs =
      layer.crs().isValid() ? layer.crs() : QgsCoordinateReferenceSystem( QStringLiteral( "EPSG:6668" ) );
  const QgsCoordinateTransform transform( crs, QgsCoordinateReferenceSystem( QStringLiteral( "EPSG:6933" ) ),
                                          QgsCoordinateTransformContext() );
  QgsFields fields;
  fields.append( CaCompat::field( QStringLiteral( "a0" ), QMetaType::Double ) );
  for ( int i = 0; i < metrics; ++i )
    fields.append( CaCompat::field( metric( i ), QMetaType::Double ) );
  const std::unique_ptr<QgsVectorFileWriter> file = writer( fileName, fields );
  std::mt19937 random( 1 );
  std::uniform_real_distribution<double> figure( 0, 1000 );
  QVector<QgsPointXY> land;
  QgsFeatureIterator features = layer.getFeatures();
  QgsFeature feature;
  while ( features.nextFeature( feature ) )
  {
    QgsGeometry geometry = feature.geometry().isGeosValid() ? feature.geometry() : feature.geometry().makeValid();
    geometry.transform( transform );
    QgsFeature part( fields );
    part.setGeometry( geometry );
    part.setAttribute( 0, geometry.area() );
    for ( int i = 0; i < metrics; ++i )
      part.setAttribute( 1 + i, figure( random ) );
    write( *file, part );
    land << geometry.pointOnSurface().asPoint();
  }
  return land;
}

//! Writes irregular \a zones of a few dozen kilometres around places on \a land; they overlap, as flood zones and circles do.
void writeZones( const QString &fileName, const QVector<QgsPointXY> &land, int zones )
{
  constexpr int CORNERS = 200;
  QgsFields fields;
  fields.append( CaCompat::field( QStringLiteral( "zone" ), QMetaType::Int ) );
  const std::unique_ptr<QgsVectorFileWriter> file = writer( fileName, fields );
  std::mt19937 random( 2 );
  std::uniform_real_distribution<double> radius( 5000, 40000 );
  std::uniform_real_distribution<double> stretch( 0.7, 1 );
  for ( int zone = 0; zone < zones; ++zone )
  {
    const QgsPointXY centre = land.at( static_cast<int>( random() % static_cast<unsigned>( land.size() ) ) );
    const double size = radius( random );
    QgsPolylineXY ring;
    for ( int i = 0; i < CORNERS; ++i )
    {
      const double angle = 2 * M_PI * i / CORNERS;
      const double r = size * stretch( random );
      ring << QgsPointXY( centre.x() + r * std::cos( angle ), centre.y() + r * std::sin( angle ) );
    }
    ring << ring.constFirst();
    QgsFeature feature( fields );
    feature.setAttribute( 0, zone );
    feature.setGeometry( QgsGeometry::fromPolygonXY( { ring } ) );
    write( *file, feature );
  }
}

void run( const QString &id, const QVariantMap &parameters )
{
  const std::unique_ptr<QgsProcessingAlgorithm> algorithm( QgsApplication::processingRegistry()->createAlgorithmById( id ) );
  QgsProject project;
  QgsProcessingContext context;
  context.setProject( &project );
  QgsProcessingFeedback feedback( false );
  bool ok = false;
  Clock clock;
  algorithm->run( parameters, context, &feedback, &ok );
  if ( !ok )
    qFatal( "%s: %s", qPrintable( id ), qPrintable( feedback.textLog() ) );
  clock.say( qPrintable( id ) );
}

double ours( const QDir &folder, int metrics )
{
  QStringList fields;
  for ( int i = 0; i < metrics; ++i )
    fields << metric( i );
  Clock clock;
  run( QStringLiteral( "clusteratlas:summarisezones" ),
       { { QStringLiteral( "INPUT" ), folder.filePath( QStringLiteral( "zones.gpkg" ) ) },
         { QStringLiteral( "PARTS" ), folder.filePath( QStringLiteral( "parts.gpkg" ) ) },
         { QStringLiteral( "SUM_FIELDS" ), fields },
         { QStringLiteral( "OUTPUT" ), folder.filePath( QStringLiteral( "ours%1.gpkg" ).arg( metrics ) ) } } );
  return clock.seconds();
}

//! Pieces of all zones and parts, then for each zone the sum of each metric times the piece's share of its part.
double native( const QDir &folder, int metrics )
{
  const QString pieces = folder.filePath( QStringLiteral( "pieces.gpkg" ) );
  QVariantList aggregates{ QVariantMap{ { QStringLiteral( "input" ), QStringLiteral( "zone" ) },
                                        { QStringLiteral( "aggregate" ), QStringLiteral( "first_value" ) },
                                        { QStringLiteral( "delimiter" ), QString() },
                                        { QStringLiteral( "name" ), QStringLiteral( "zone" ) },
                                        { QStringLiteral( "type" ), static_cast<int>( QMetaType::Int ) },
                                        { QStringLiteral( "length" ), 0 },
                                        { QStringLiteral( "precision" ), 0 } } };
  for ( int i = 0; i < metrics; ++i )
    aggregates << QVariantMap{ { QStringLiteral( "input" ), QStringLiteral( "%1 * area($geometry) / a0" ).arg( metric( i ) ) },
                               { QStringLiteral( "aggregate" ), QStringLiteral( "sum" ) },
                               { QStringLiteral( "delimiter" ), QString() },
                               { QStringLiteral( "name" ), metric( i ) },
                               { QStringLiteral( "type" ), static_cast<int>( QMetaType::Double ) },
                               { QStringLiteral( "length" ), 0 },
                               { QStringLiteral( "precision" ), 0 } };
  Clock clock;
  run( QStringLiteral( "native:intersection" ), { { QStringLiteral( "INPUT" ), folder.filePath( QStringLiteral( "zones.gpkg" ) ) },
                                                  { QStringLiteral( "OVERLAY" ), folder.filePath( QStringLiteral( "parts.gpkg" ) ) },
                                                  { QStringLiteral( "OUTPUT" ), pieces } } );
  run( QStringLiteral( "native:aggregate" ), { { QStringLiteral( "INPUT" ), pieces },
                                               { QStringLiteral( "GROUP_BY" ), QStringLiteral( "zone" ) },
                                               { QStringLiteral( "AGGREGATES" ), aggregates },
                                               { QStringLiteral( "OUTPUT" ), folder.filePath( QStringLiteral( "native.gpkg" ) ) } } );
  return clock.seconds();
}

//! The same in R; \returns nothing if R or sf is not there.
std::optional<double> inR( const QDir &folder, int metrics )
{
  const QString output = outputOf( QStringLiteral( "Rscript" ),
                                   { QStringLiteral( CA_BENCH_DIR "/zones.R" ), folder.path(), QStringLiteral( "%1" ).arg( metrics ) } );
  const QStringList seconds = output.split( QLatin1Char( ' ' ) );
  if ( seconds.size() < 2 )
    return std::nullopt;
  std::printf( "  %-52s %8.3f s wall %8.3f s cpu\n", "R, sf::st_intersection and aggregate", seconds.at( 0 ).toDouble(),
               seconds.at( 1 ).toDouble() );
  return seconds.at( 0 ).toDouble();
}

//! Returns the greatest difference between our answer and that in the file \a other, as a share of the greater value; a zone only one
//! side has is one of 1.
double difference( const QDir &folder, const QString &other, int metrics )
{
  const auto read = [&]( const QString &name )
  {
    const QgsVectorLayer layer( folder.filePath( name ), QString(), QStringLiteral( "ogr" ) );
    QMap<int, QVector<double>> values;
    QgsFeatureIterator features = layer.getFeatures();
    QgsFeature feature;
    while ( features.nextFeature( feature ) )
    {
      QVector<double> &row = values[feature.attribute( QStringLiteral( "zone" ) ).toInt()];
      for ( int i = 0; i < metrics; ++i )
        row << feature.attribute( metric( i ) ).toDouble();
    }
    return values;
  };
  const QMap<int, QVector<double>> mine = read( QStringLiteral( "ours%1.gpkg" ).arg( metrics ) );
  const QMap<int, QVector<double>> theirs = read( other );
  if ( mine.isEmpty() || mine.keys() != theirs.keys() )
    return 1;
  double greatest = 0;
  for ( auto it = mine.constBegin(); it != mine.constEnd(); ++it )
  {
    for ( int i = 0; i < metrics; ++i )
    {
      const double a = it.value().at( i );
      const double b = theirs.value( it.key() ).at( i );
      greatest = std::max( greatest, std::abs( a - b ) / std::max( { a, b, 1e-300 } ) );
    }
  }
  return greatest;
}

} // namespace

int main( int argc, char *argv[] )
{
  const Bench bench( argc, argv,
                     { Bench::option( "zones", "Number of zones", "500" ), Bench::option( "metrics", "Number of metrics", "20" ),
                       Bench::option( "ours-only", "Without native:intersection and native:aggregate and R" ) } );
  QgsApplication::processingRegistry()->addProvider( new QgsNativeAlgorithms( QgsApplication::processingRegistry() ) );
  CaProvider::registerOnce();

  const QTemporaryDir temporary;
  const QDir folder( temporary.path() );
  const int metrics = bench.number( "metrics" );
  const int zones = bench.number( "zones" );
  const int parts = static_cast<int>( inProcess(
      [&]
      {
        const QVector<QgsPointXY> land = writeParts( folder.filePath( QStringLiteral( "parts.gpkg" ) ), bench.file(), 2 * metrics );
        writeZones( folder.filePath( QStringLiteral( "zones.gpkg" ) ), land, zones );
        return static_cast<double>( land.size() );
      } ) );
  std::printf( "%d parts, %d zones, %d metrics\n", parts, zones, metrics );
  const double mine = inProcess( [&] { return ours( folder, metrics ); } );
  const double twice = inProcess( [&] { return ours( folder, 2 * metrics ); } );
  std::printf( "another %d metrics: %.3f s more\n", metrics, twice - mine );
  if ( !bench.isSet( "ours-only" ) )
  {
    const double theirs = inProcess( [&] { return native( folder, metrics ); } );
    std::printf( "%.1f times as fast; the answers differ by %.1e at most\n", theirs / mine,
                 difference( folder, QStringLiteral( "native.gpkg" ), metrics ) );
    if ( const std::optional<double> sf = inR( folder, metrics ) )
      std::printf( "%.1f times as fast as R's sf; the answers differ by %.1e at most\n", *sf / mine,
                   difference( folder, QStringLiteral( "sf.gpkg" ), metrics ) );
    else
      std::printf( "R's sf skipped: not installed (Debian: r-cran-sf)\n" );
  }
  CaProvider::unregister();
  return 0;
}
