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

#include <QCommandLineParser>
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

double native( const QString &points, const QString &polygons, const QString &output )
{
  QgsApplication::processingRegistry()->addProvider( new QgsNativeAlgorithms( QgsApplication::processingRegistry() ) );
  const std::unique_ptr<QgsProcessingAlgorithm> algorithm(
      QgsApplication::processingRegistry()->createAlgorithmById( QStringLiteral( "native:countpointsinpolygon" ) ) );
  QgsProject project;
  QgsProcessingContext context;
  context.setProject( &project );
  QgsProcessingFeedback feedback( false );
  bool ok = false;
  Clock clock;
  algorithm->run( { { QStringLiteral( "POLYGONS" ), polygons },
                    { QStringLiteral( "POINTS" ), points },
                    { QStringLiteral( "FIELD" ), QStringLiteral( "N" ) },
                    { QStringLiteral( "OUTPUT" ), output } },
                  context, &feedback, &ok );
  clock.say( ok ? "native:countpointsinpolygon" : "native:countpointsinpolygon FAILED" );
  return clock.seconds();
}

} // namespace

int main( int argc, char *argv[] )
{
  if ( qEnvironmentVariableIsEmpty( "DISPLAY" ) )
    qputenv( "QT_QPA_PLATFORM", "offscreen" );
  QgsApplication application( argc, argv, false );
  QCommandLineParser parser;
  parser.addHelpOption();
  parser.addPositionalArgument( QStringLiteral( "FILE" ), QStringLiteral( "N03" ) );
  parser.addOption(
      { QStringLiteral( "points" ), QStringLiteral( "Number of points" ), QStringLiteral( "number" ), QStringLiteral( "5000000" ) } );
  parser.addOption( { QStringLiteral( "native-points" ), QStringLiteral( "Number of points for the native algorithm" ),
                      QStringLiteral( "number" ), QStringLiteral( "500000" ) } );
  parser.process( application );
  qputenv( "CLUSTERATLAS_DATA_DIR", QByteArray( CA_PREFIX_DIR "/share/clusteratlas" ) );
  QgsApplication::init();
  QgsApplication::initQgis();
  QString error;
  CaBoundaryOptions options;
  options.missing = QgsCoordinateReferenceSystem( QStringLiteral( "EPSG:6668" ) );
  const auto boundaries = CaBoundaries::read( parser.positionalArguments().value( 0 ), options, &error );
  if ( !boundaries )
    qFatal( "%s", qPrintable( error ) );
  const QTemporaryDir folder;
  const size_t count = parser.value( QStringLiteral( "points" ) ).toULongLong();
  const size_t nativeCount = parser.value( QStringLiteral( "native-points" ) ).toULongLong();
  const QString points = folder.filePath( QStringLiteral( "points.gpkg" ) );
  const QString fewer = folder.filePath( QStringLiteral( "fewer.gpkg" ) );
  const QString polygons = folder.filePath( QStringLiteral( "areas.gpkg" ) );
  inProcess( [&] { return writePoints( points, *boundaries, count ); } );
  inProcess( [&] { return writePoints( fewer, *boundaries, nativeCount ); } );
  {
    QgsVectorFileWriter::SaveVectorOptions writing;
    writing.driverName = QStringLiteral( "GPKG" );
    const std::unique_ptr<QgsVectorFileWriter> writer( QgsVectorFileWriter::create(
        polygons, QgsFields(), CaCompat::MultiPolygon, boundaries->crs(), QgsCoordinateTransformContext(), writing ) );
    const QVector<CaBuiltArea> areas = overlapping( boundaries, true );
    for ( const CaBuiltArea &area : areas )
    {
      QgsFeature feature;
      feature.setGeometry( area.geometry );
      if ( !writer->addFeature( feature ) )
        qFatal( "writing failed" );
    }
  }
  std::printf( "%zu points, %zu vertices\n", count, boundaries->vertexCount() );
  const double reading = inProcess( [&] { return readOnly( points ); } );
  const double counting = inProcess( [&] { return ours( points, boundaries, QString() ); } );
  inProcess( [&] { return ours( points, boundaries, folder.filePath( QStringLiteral( "tags.gpkg" ) ) ); } );
  std::printf( "%zu points\n", nativeCount );
  const double nativeSeconds = inProcess( [&] { return native( fewer, polygons, folder.filePath( QStringLiteral( "native.gpkg" ) ) ); } );
  const double scaled = nativeSeconds * static_cast<double>( count ) / static_cast<double>( nativeCount );
  std::printf( "COUNTS: %.1f times reading; native, scaled to as many points (%.0f s): %.0f times ours\n", counting / reading, scaled,
               scaled / counting );
  QgsApplication::exitQgis();
  return 0;
}
