// SPDX-License-Identifier: GPL-2.0-or-later
/**
 * \file
 * \brief How long it takes to print an atlas to PDF: by QGIS's own algorithm, and by ours with one worker and with two. One project, the
 * same layouts, the same coverages: pages of municipalities, or those of a project's own layouts.
 *
 * Usage: benchatlas [--pages PAGES] [--margin SHARE] N03
 *        benchatlas PROJECT.qgz
 */
#include "benchtools.h"
#include "caatlaseditions.h"
#include "caatlasexporter.h"
#include "caboundaries.h"
#include "cacompat.h"
#include "cacoverage.h"
#include "calayerproperties.h"
#include "caprojectfile.h"
#include "caprojectinplace.h"

#include <qgsapplication.h>
#include <qgslayoutatlas.h>
#include <qgslayoutitemmap.h>
#include <qgslayoutmanager.h>
#include <qgslayoutpagecollection.h>
#include <qgslinesymbol.h>
#include <qgsnativealgorithms.h>
#include <qgspallabeling.h>
#include <qgsprintlayout.h>
#include <qgsprocessingcontext.h>
#include <qgsprocessingfeedback.h>
#include <qgsprocessingregistry.h>
#include <qgsproject.h>
#include <qgsvectorfilewriter.h>
#include <qgsvectorlayer.h>
#include <qgsvectorlayerlabeling.h>

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>

namespace
{

void writeMunicipalities( const QString &fileName, const CaBoundaries &boundaries )
{
  QgsFields fields;
  fields.append( QgsField( QStringLiteral( "code" ), CaCompat::TextField ) );
  QgsVectorFileWriter::SaveVectorOptions writing;
  writing.driverName = QStringLiteral( "GPKG" );
  const std::unique_ptr<QgsVectorFileWriter> writer(
      QgsVectorFileWriter::create( fileName, fields, CaCompat::MultiPolygon, boundaries.crs(), QgsCoordinateTransformContext(), writing ) );
  const QVector<CaBoundaryMember> &members = boundaries.members();
  for ( int member = 0; member < members.size(); ++member )
  {
    QgsAttributes attributes;
    attributes << members.at( member ).code;
    QgsFeature feature( fields );
    feature.setAttributes( attributes );
    QgsGeometry geometry;
    geometry.fromWkb( boundaries.coverage()->assemble( QVector<int>{ member } ).wkb );
    feature.setGeometry( geometry );
    check( writer->addFeature( feature ), QStringLiteral( "writing failed" ) );
  }
}

//! A page for each of the first \a pages municipalities: a map of it and its neighbours with their codes.
void makeProject( const QString &fileName, const QString &municipalities, int pages, double margin )
{
  QgsProject project;
  project.setTitle( QStringLiteral( "Bench" ) );
  auto *layer = new QgsVectorLayer( municipalities, QStringLiteral( "municipalities" ), QStringLiteral( "ogr" ) );
  check( layer->isValid(), municipalities );
  project.addMapLayer( layer );
  project.setCrs( layer->crs() );
  QgsPalLayerSettings labels;
  labels.fieldName = QStringLiteral( "code" );
  layer->setLabeling( new QgsVectorLayerSimpleLabeling( labels ) );
  layer->setLabelsEnabled( true );

  auto *layout = new QgsPrintLayout( &project );
  layout->initializeDefaults();
  layout->setName( QStringLiteral( "Municipalities" ) );
  auto *map = new QgsLayoutItemMap( layout );
  map->attemptSetSceneRect( QRectF( 10, 10, 270, 190 ) );
  map->setAtlasDriven( true );
  map->setAtlasScalingMode( QgsLayoutItemMap::Auto );
  map->setAtlasMargin( margin );
  map->setLayers( { layer } );
  map->zoomToExtent( layer->extent() );
  layout->addLayoutItem( map );
  QgsLayoutAtlas *atlas = layout->atlas();
  atlas->setEnabled( true );
  atlas->setCoverageLayer( layer );
  atlas->setPageNameExpression( QStringLiteral( "code" ) );
  atlas->setFilterFeatures( true );
  QString error;
  atlas->setFilterExpression( QStringLiteral( "$id <= %1" ).arg( pages ), error );
  check( error.isEmpty(), error );
  project.layoutManager()->addLayout( layout );
  check( project.write( fileName ), project.error() );
}

//! A project of the municipalities of the file that was given in \a folder. \returns its file
QString makeProject( const QTemporaryDir &folder, const Bench &bench )
{
  QString error;
  CaBoundaryOptions options;
  options.missing = QgsCoordinateReferenceSystem( QStringLiteral( "EPSG:6668" ) );
  const auto boundaries = CaBoundaries::read( bench.file(), options, &error );
  check( static_cast<bool>( boundaries ), error );
  const QString municipalities = folder.filePath( QStringLiteral( "municipalities.gpkg" ) );
  writeMunicipalities( municipalities, *boundaries );
  const QString project = folder.filePath( QStringLiteral( "project.qgs" ) );
  makeProject( project, municipalities, bench.number( "pages" ), bench.text( "margin" ).toDouble() );
  std::printf( "%d pages, %zu vertices\n", bench.number( "pages" ), boundaries->vertexCount() );
  return project;
}

//! The layouts of \a project that have pages of features, by kind: what QGIS's algorithm prints.
QMap<QString, QString> atlasLayouts( const QgsProject *project )
{
  QMap<QString, QString> layouts;
  for ( QgsPrintLayout *layout : project->layoutManager()->printLayouts() )
  {
    const QString kind = layout->customProperty( CaLayerProperties::layoutKind(), layout->name() ).toString();
    if ( layout->atlas()->enabled() )
      layouts.insert( kind, layout->name() );
  }
  return layouts;
}

qint64 sizeOf( const QString &folder )
{
  qint64 size = 0;
  for ( const QFileInfo &file : QDir( folder ).entryInfoList( QDir::Files ) )
    size += file.size();
  std::printf( "  %.2f MB\n", 1e-6 * static_cast<double>( size ) );
  return size;
}

//! A PDF of each layout in \a folder.
double native( const QString &projectFile, const QString &folder )
{
  QgsApplication::processingRegistry()->addProvider( new QgsNativeAlgorithms( QgsApplication::processingRegistry() ) );
  const std::unique_ptr<QgsProcessingAlgorithm> algorithm(
      QgsApplication::processingRegistry()->createAlgorithmById( QStringLiteral( "native:atlaslayouttopdf" ) ) );
  Clock clock;
  QgsProject project;
  check( project.read( projectFile ), project.error() );
  const CaProjectInPlace inPlace( &project );
  QgsProcessingContext context;
  context.setProject( &project );
  QgsProcessingFeedback feedback( false );
  for ( const QString &layout : atlasLayouts( &project ) )
  {
    bool ok = false;
    algorithm->run( { { QStringLiteral( "LAYOUT" ), layout },
                      { QStringLiteral( "FORCE_VECTOR" ), true },
                      { QStringLiteral( "TEXT_FORMAT" ), 1 }, // text, as ours
                      { QStringLiteral( "OUTPUT" ), QDir( folder ).filePath( layout + QLatin1String( ".pdf" ) ) } },
                    context, &feedback, &ok );
    check( ok, feedback.textLog() );
  }
  clock.say( "native:atlaslayouttopdf" );
  return clock.seconds();
}

//! A book of the same layouts in \a folder.
double ours( const QString &projectFile, const QString &folder, int workers )
{
  Clock clock;
  QString error;
  const std::unique_ptr<CaProjectFile> project = CaProjectFile::open( projectFile, &error );
  check( static_cast<bool>( project ), error );
  CaAtlasOptions options;
  options.output = QDir( folder ).filePath( QStringLiteral( "atlas.pdf" ) );
  options.choice.kinds = atlasLayouts( project->project() ).keys();
  options.workers = workers;
  options.check = false;
  const std::unique_ptr<CaAtlasExporter> exporter = CaAtlasExporter::prepare( CaAtlasEditions( project->project() ), options, &error );
  check( static_cast<bool>( exporter ), error );
  check( exporter->run( &error ), error );
  clock.say( workers == 1 ? "exportatlas, one worker" : "exportatlas, two workers" );
  rusage children{};
  getrusage( RUSAGE_CHILDREN, &children );
  std::printf( "  workers: %.3f s cpu, peak of one %.0f MB\n",
               static_cast<double>( children.ru_utime.tv_sec + children.ru_stime.tv_sec ) +
                   1e-6 * static_cast<double>( children.ru_utime.tv_usec + children.ru_stime.tv_usec ),
               static_cast<double>( children.ru_maxrss ) / 1024 );
  return clock.seconds();
}

} // namespace

int main( int argc, char *argv[] )
{
  const Bench bench( argc, argv,
                     { Bench::option( "pages", "Number of pages", "200" ),
                       Bench::option( "margin", "Surroundings on each page, as a share of the municipality's size", "0.5" ) } );
  const QTemporaryDir folder;
  QString project = bench.file();
  if ( !QFileInfo( project ).suffix().startsWith( QLatin1String( "qg" ) ) )
    project = makeProject( folder, bench );

  const QTemporaryDir stock;
  const QTemporaryDir book;
  const double nativeSeconds = inProcess( [&] { return native( project, stock.path() ); } );
  const auto stockSize = static_cast<double>( sizeOf( stock.path() ) );
  const double one = inProcess( [&] { return ours( project, book.path(), 1 ); } );
  const double two = inProcess( [&] { return ours( project, book.path(), 2 ); } );
  const auto bookSize = static_cast<double>( sizeOf( book.path() ) );
  std::printf( "pages per second against native: %.2f times with one worker, %.2f with two; file %.2f of its size\n", nativeSeconds / one,
               nativeSeconds / two, bookSize / stockSize );
  return 0;
}
