// SPDX-License-Identifier: GPL-2.0-or-later
// Points in overlapping areas, against reading alone and native algorithms; see README.md.
#include "benchtools.h"
#include "caareabuilder.h"
#include "cacompat.h"
#include "capaths.h"
#include "capointreader.h"
#include "capointsinareas.h"
#include "catagtable.h"

#include <qgsapplication.h>
#include <qgsnativealgorithms.h>
#include <qgsprocessingalgorithm.h>
#include <qgsprocessingcontext.h>
#include <qgsprocessingfeedback.h>
#include <qgsprocessingregistry.h>
#include <qgsproject.h>
#include <qgsvectorfilewriter.h>

#include <QDir>
#include <QTemporaryDir>

#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <random>

namespace
{

//! Writes points clustered around the first vertex of each member.
double writePoints( const QString &fileName, const CaBoundaries &boundaries, size_t count )
{
  const GDALDatasetUniquePtr dataset(
      GetGDALDriverManager()->GetDriverByName( "GPKG" )->Create( fileName.toUtf8().constData(), 0, 0, 0, GDT_Unknown, nullptr ) );
  OGRSpatialReference reference;
  reference.importFromEPSG( 6668 );
  CPLStringList options;
  options.SetNameValue( "SPATIAL_INDEX", "NO" );
  OGRLayer *layer = dataset->CreateLayer( "points", &reference, wkbPoint, options.List() );
  std::vector<CaPoint> centres;
  for ( int member = 0; member < boundaries.members().size(); ++member )
  {
    QgsGeometry geometry;
    geometry.fromWkb( boundaries.coverage()->assemble( QVector<int>{ member } ).wkb );
    const QgsPointXY centre = geometry.centroid().asPoint();
    centres.push_back( { centre.x(), centre.y() } );
  }
  std::mt19937 random( 1 );
  std::normal_distribution<double> spread( 0, 0.05 );
  std::exponential_distribution<double> rank( 4 );
  if ( layer->StartTransaction() != OGRERR_NONE )
    qFatal( "writing failed" );
  for ( size_t i = 0; i < count; ++i )
  {
    const CaPoint &centre = centres[static_cast<size_t>( rank( random ) * static_cast<double>( centres.size() ) ) % centres.size()];
    OGRFeature feature( layer->GetLayerDefn() );
    OGRPoint point( centre.x + spread( random ), centre.y + spread( random ) );
    if ( feature.SetGeometry( &point ) != OGRERR_NONE || layer->CreateFeature( &feature ) != OGRERR_NONE )
      qFatal( "writing failed" );
  }
  if ( layer->CommitTransaction() != OGRERR_NONE )
    qFatal( "writing failed" );
  return 0;
}

QVector<CaBuiltArea> overlapping( const std::shared_ptr<const CaBoundaries> &boundaries, bool withGeometry )
{
  QVector<CaBuiltArea> areas;
  QString error;
  for ( const char *what : { "projects", "subareas", "types" } )
  {
    CaAreaBuilder builder( boundaries );
    const CaAreaLists lists = CaAreaLists::fromPack( CaPaths::installedPack(), QString::fromLatin1( what ), &error ).value();
    const QVector<CaBuiltArea> built = withGeometry ? builder.build( lists ) : builder.resolve( lists );
    for ( const CaBuiltArea &area : built )
    {
      if ( !area.members.isEmpty() )
        areas << area;
    }
  }
  return areas;
}

double readOnly( const QString &points )
{
  Clock clock;
  QString error;
  size_t count = 0;
  if ( !CaPointReader::read(
           points, QString(),
           [&count]( CaPointReader::Batch &batch )
           {
             count += batch.points.size();
             return true;
           },
           &error ) )
    qFatal( "%s", qPrintable( error ) );
  clock.say( "reading the points alone" );
  return clock.seconds();
}

double ours( const QString &points, const std::shared_ptr<const CaBoundaries> &boundaries, const QString &tagsFile )
{
  const double before = peakMegabytes();
  Clock clock;
  const QVector<CaBuiltArea> areas = overlapping( boundaries, false );
  QVector<QVector<int>> members;
  for ( const CaBuiltArea &area : areas )
    members << area.members;
  CaPointsInAreas counter( boundaries->coverage(), members );
  clock.say( "lists and grid" );
  QString error;
  std::unique_ptr<CaTagTable> table;
  if ( !tagsFile.isEmpty() )
  {
    QStringList codes;
    for ( const CaBuiltArea &area : areas )
      codes << area.list.code;
    table = CaTagTable::create( tagsFile, codes, &error );
    if ( !table )
      qFatal( "%s", qPrintable( error ) );
  }
  std::vector<std::vector<int>> found;
  const auto use = [&]( CaPointReader::Batch &batch )
  {
    counter.addBatch( batch.points.data(), batch.points.size(), table ? &found : nullptr );
    return !table || table->add( batch.ids, found, &error );
  };
  if ( !CaPointReader::read( points, QString(), use, &error ) || ( table && !table->finish( &error ) ) )
    qFatal( "%s", qPrintable( error ) );
  clock.say( tagsFile.isEmpty() ? "COUNTS" : "COUNTS and TAGS, written" );
  qint64 pairs = 0;
  for ( const CaPointsInAreas::Count &count : counter.counts() )
    pairs += count.points;
  std::printf( "  %lld pairs in %d areas; %.0f MB above %.0f MB\n", static_cast<long long>( pairs ), int( areas.size() ),
               peakMegabytes() - before, before );
  return clock.seconds();
}

double native( const QString &id, const QVariantMap &parameters )
{
  QgsApplication::processingRegistry()->addProvider( new QgsNativeAlgorithms( QgsApplication::processingRegistry() ) );
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
  return clock.seconds();
}

//! Asks PostGIS for the same; \returns the seconds of its queries by name, nothing if it is not there.
QMap<QString, double> inPostGis( const QString &points, const QString &polygons )
{
  QMap<QString, double> answers;
  const QStringList lines = outputOf( QStringLiteral( CA_BENCH_DIR "/postgis.sh" ), { points, polygons } ).split( QLatin1Char( '\n' ) );
  for ( const QString &line : lines )
  {
    std::printf( "  PostGIS: %s\n", line.isEmpty() ? "skipped: postgis.sh failed" : qPrintable( line ) );
    bool isNumber = false;
    const double number = line.section( QLatin1Char( ' ' ), 1 ).toDouble( &isNumber );
    if ( isNumber )
      answers.insert( line.section( QLatin1Char( ' ' ), 0, 0 ), number );
  }
  return answers;
}

} // namespace

int main( int argc, char *argv[] )
{
  const Bench bench( argc, argv,
                     { Bench::option( "points", "Number of points", "5000000" ),
                       Bench::option( "native-points", "Number of points for the native algorithm", "500000" ),
                       Bench::option( "postgis-points", "Number of points for PostGIS", "1000000" ) } );
  QString error;
  CaBoundaryOptions options;
  options.missing = QgsCoordinateReferenceSystem( QStringLiteral( "EPSG:6668" ) );
  const auto boundaries = CaBoundaries::read( bench.file(), options, &error );
  if ( !boundaries )
    qFatal( "%s", qPrintable( error ) );
  const QTemporaryDir folder;
  const size_t count = static_cast<size_t>( bench.number( "points" ) );
  const size_t nativeCount = static_cast<size_t>( bench.number( "native-points" ) );
  const QString points = folder.filePath( QStringLiteral( "points.gpkg" ) );
  const QString fewer = folder.filePath( QStringLiteral( "fewer.gpkg" ) );
  const size_t postGisCount = static_cast<size_t>( bench.number( "postgis-points" ) );
  const QString forPostGis = folder.filePath( QStringLiteral( "postgis.gpkg" ) );
  const QString polygons = folder.filePath( QStringLiteral( "areas.gpkg" ) );
  inProcess( [&] { return writePoints( points, *boundaries, count ); } );
  inProcess( [&] { return writePoints( fewer, *boundaries, nativeCount ); } );
  inProcess( [&] { return writePoints( forPostGis, *boundaries, postGisCount ); } );
  {
    QgsVectorFileWriter::SaveVectorOptions writing;
    writing.driverName = QStringLiteral( "GPKG" );
    QgsFields fields;
    fields.append( QgsField( QStringLiteral( "code" ), CaCompat::TextField ) );
    const std::unique_ptr<QgsVectorFileWriter> writer( QgsVectorFileWriter::create(
        polygons, fields, CaCompat::MultiPolygon, boundaries->crs(), QgsCoordinateTransformContext(), writing ) );
    const QVector<CaBuiltArea> areas = overlapping( boundaries, true );
    for ( const CaBuiltArea &area : areas )
    {
      QgsFeature feature( fields );
      feature.setAttribute( 0, area.list.code );
      feature.setGeometry( area.geometry );
      if ( !writer->addFeature( feature ) )
        qFatal( "writing failed" );
    }
  }
  std::printf( "%zu points, %zu vertices\n", count, boundaries->vertexCount() );
  const double reading = inProcess( [&] { return readOnly( points ); } );
  const double counting = inProcess( [&] { return ours( points, boundaries, QString() ); } );
  const double tagging = inProcess( [&] { return ours( points, boundaries, folder.filePath( QStringLiteral( "tags.gpkg" ) ) ); } );
  std::printf( "%zu points\n", nativeCount );
  const double nativeCounting = inProcess(
      [&]
      {
        return native( QStringLiteral( "native:countpointsinpolygon" ),
                       { { QStringLiteral( "POLYGONS" ), polygons },
                         { QStringLiteral( "POINTS" ), fewer },
                         { QStringLiteral( "FIELD" ), QStringLiteral( "N" ) },
                         { QStringLiteral( "OUTPUT" ), folder.filePath( QStringLiteral( "native.gpkg" ) ) } } );
      } );
  const double nativeTagging = inProcess(
      [&]
      {
        return native( QStringLiteral( "native:joinattributesbylocation" ),
                       { { QStringLiteral( "INPUT" ), fewer },
                         { QStringLiteral( "JOIN" ), polygons },
                         { QStringLiteral( "PREDICATE" ), QVariantList{ 0 } },
                         { QStringLiteral( "METHOD" ), 0 },
                         { QStringLiteral( "DISCARD_NONMATCHING" ), true },
                         { QStringLiteral( "OUTPUT" ), folder.filePath( QStringLiteral( "joined.gpkg" ) ) } } );
      } );
  std::printf( "COUNTS: %.1f times reading\n", counting / reading );
  const auto compare = [count]( const char *what, double theirs, size_t theirCount, double mine )
  {
    const double scaled = theirs * static_cast<double>( count ) / static_cast<double>( theirCount );
    std::printf( "%s, scaled to as many points (%.0f s): %.0f times ours\n", what, scaled, scaled / mine );
  };
  compare( "COUNTS: native:countpointsinpolygon", nativeCounting, nativeCount, counting );
  compare( "TAGS: native:joinattributesbylocation", nativeTagging, nativeCount, tagging );
  std::printf( "%zu points\n", postGisCount );
  inProcess( [&] { return ours( forPostGis, boundaries, QString() ); } );
  const QMap<QString, double> postGis = inPostGis( forPostGis, polygons );
  if ( postGis.contains( QStringLiteral( "counts" ) ) && postGis.contains( QStringLiteral( "tags" ) ) )
  {
    compare( "COUNTS: PostGIS's query", postGis.value( QStringLiteral( "counts" ) ), postGisCount, counting );
    compare( "TAGS: PostGIS's query", postGis.value( QStringLiteral( "tags" ) ), postGisCount, tagging );
  }
  return 0;
}
