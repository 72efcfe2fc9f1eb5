// SPDX-License-Identifier: GPL-2.0-or-later
/**
 * \file
 * \brief How long it takes to print an atlas of municipalities to one PDF: by QGIS's own algorithm, and by ours with one worker and with
 * two. One project, one layout, one coverage.
 *
 * Usage: benchatlas [--pages PAGES] [--margin SHARE] N03
 */
#include "benchtools.h"
#include "caatlaseditions.h"
#include "caatlasexporter.h"
#include "caboundaries.h"
#include "cacompat.h"
#include "cacoverage.h"
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

#include <QFileInfo>
#include <QTemporaryDir>

namespace
{

QString layoutName()
{
  return QStringLiteral( "Municipalities" );
}

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

//! A page for each of the first \a pages municipalities: a map of it and its neighbours with their codes, and a title.
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
  layout->setName( layoutName() );
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

void sayFile( const QString &pdf )
{
  std::printf( "  %.2f MB\n", 1e-6 * static_cast<double>( QFileInfo( pdf ).size() ) );
}

double native( const QString &projectFile, const QString &pdf )
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
  bool ok = false;
  algorithm->run( { { QStringLiteral( "LAYOUT" ), layoutName() },
                    { QStringLiteral( "FORCE_VECTOR" ), true },
                    { QStringLiteral( "TEXT_FORMAT" ), 1 }, // text, as ours
                    { QStringLiteral( "OUTPUT" ), pdf } },
                  context, &feedback, &ok );
  check( ok, feedback.textLog() );
  clock.say( "native:atlaslayouttopdf" );
  sayFile( pdf );
  return clock.seconds();
}

double ours( const QString &projectFile, const QString &pdf, int workers )
{
  Clock clock;
  QString error;
  const std::unique_ptr<CaProjectFile> project = CaProjectFile::open( projectFile, &error );
  check( static_cast<bool>( project ), error );
  CaAtlasOptions options;
  options.output = pdf;
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
  sayFile( pdf );
  return clock.seconds();
}

} // namespace

int main( int argc, char *argv[] )
{
  const Bench bench( argc, argv,
                     { Bench::option( "pages", "Number of pages", "200" ),
                       Bench::option( "margin", "Surroundings on each page, as a share of the municipality's size", "0.5" ) } );
  QString error;
  CaBoundaryOptions options;
  options.missing = QgsCoordinateReferenceSystem( QStringLiteral( "EPSG:6668" ) );
  const auto boundaries = CaBoundaries::read( bench.file(), options, &error );
  check( static_cast<bool>( boundaries ), error );
  const QTemporaryDir folder;
  const QString municipalities = folder.filePath( QStringLiteral( "municipalities.gpkg" ) );
  const QString project = folder.filePath( QStringLiteral( "project.qgs" ) );
  const int pages = bench.number( "pages" );
  writeMunicipalities( municipalities, *boundaries );
  makeProject( project, municipalities, pages, bench.text( "margin" ).toDouble() );
  std::printf( "%d pages, %zu vertices\n", pages, boundaries->vertexCount() );

  const QString stock = folder.filePath( QStringLiteral( "native.pdf" ) );
  const QString book = folder.filePath( QStringLiteral( "ours.pdf" ) );
  const double nativeSeconds = inProcess( [&] { return native( project, stock ); } );
  const double one = inProcess( [&] { return ours( project, book, 1 ); } );
  const double two = inProcess( [&] { return ours( project, book, 2 ); } );
  std::printf( "pages per second against native: %.2f times with one worker, %.2f with two; file %.2f of its size\n", nativeSeconds / one,
               nativeSeconds / two, static_cast<double>( QFileInfo( book ).size() ) / static_cast<double>( QFileInfo( stock ).size() ) );
  return 0;
}
