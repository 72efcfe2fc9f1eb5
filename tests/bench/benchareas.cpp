// SPDX-License-Identifier: GPL-2.0-or-later
// Areas from shared arcs against native:dissolve, side by side; see README.md.
#include "benchtools.h"
#include "caareabuilder.h"
#include "caareacode.h"
#include "cacompat.h"
#include "caboundaries.h"
#include "cacoverage.h"
#include "capaths.h"
#include "randomcoverage.h"

#include <qgsapplication.h>
#include <qgsnativealgorithms.h>
#include <qgsprocessingalgorithm.h>
#include <qgsprocessingcontext.h>
#include <qgsprocessingfeedback.h>
#include <qgsprocessingregistry.h>
#include <qgsproject.h>
#include <qgsvectorfilewriter.h>
#include <qgsvectorlayer.h>

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>

#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <algorithm>
#include <thread>

namespace
{

//! A set of areas: for each area the codes of its prefectures or municipalities.
using Sets = QVector<QPair<QString, QVector<QPair<QString, QStringList>>>>;

//! Splits each edge of \a ring in \a parts, from the same end in both directions, so that shared edges stay shared.
void splitRing( OGRLinearRing *ring, int parts )
{
  std::vector<OGRRawPoint> points;
  for ( int i = 0; i + 1 < ring->getNumPoints(); ++i )
  {
    const CaPoint a{ ring->getX( i ), ring->getY( i ) };
    const CaPoint b{ ring->getX( i + 1 ), ring->getY( i + 1 ) };
    const bool isForward = a < b;
    const CaPoint &from = isForward ? a : b;
    const CaPoint &to = isForward ? b : a;
    for ( int j = 0; j < parts; ++j )
    {
      const int step = isForward ? j : parts - j;
      const double along = static_cast<double>( step ) / parts;
      // The ends exactly.
      points.emplace_back( step == 0       ? from.x
                           : step == parts ? to.x
                                           : from.x + along * ( to.x - from.x ),
                           step == 0       ? from.y
                           : step == parts ? to.y
                                           : from.y + along * ( to.y - from.y ) );
    }
  }
  points.push_back( points.front() );
  ring->setPoints( static_cast<int>( points.size() ), points.data() );
}

void splitGeometry( OGRGeometry *geometry, int parts )
{
  if ( OGRGeometryCollection *collection = dynamic_cast<OGRGeometryCollection *>( geometry ) )
  {
    for ( OGRGeometry *part : *collection )
      splitGeometry( part, parts );
  }
  else
  {
    for ( OGRLinearRing *ring : *geometry->toPolygon() )
      splitRing( ring, parts );
  }
}

size_t pointCount( const OGRGeometry *geometry )
{
  size_t count = 0;
  if ( const OGRGeometryCollection *collection = dynamic_cast<const OGRGeometryCollection *>( geometry ) )
  {
    for ( const OGRGeometry *part : *collection )
      count += pointCount( part );
    return count;
  }
  for ( const OGRLinearRing *ring : *geometry->toPolygon() )
    count += static_cast<size_t>( ring->getNumPoints() );
  return count;
}

//! Municipalities made up: a crooked grid of cells with codes of all prefectures.
std::vector<std::pair<QString, std::unique_ptr<OGRGeometry>>> madeUp()
{
  std::vector<std::pair<QString, std::unique_ptr<OGRGeometry>>> result;
  const RandomCoverage random( 1, 17, 15, 1, 110 );
  std::vector<RandomCoverage::Polygon> polygons = random.polygons.front();
  std::sort( polygons.begin(), polygons.end(),
             []( const RandomCoverage::Polygon &a, const RandomCoverage::Polygon &b ) { return a[0][0] < b[0][0]; } );
  for ( size_t i = 0; i < polygons.size(); ++i )
  {
    auto geometry = std::make_unique<OGRPolygon>();
    for ( const RandomCoverage::Ring &ring : polygons[i] )
    {
      OGRLinearRing line;
      for ( const CaPoint &point : ring )
        line.addPoint( point.x, point.y );
      geometry->addRing( &line );
    }
    const QLatin1Char zero( '0' );
    const QString code = QStringLiteral( "%1%2" ).arg( 1 + i * 47 / polygons.size(), 2, 10, zero ).arg( 201 + i % 500, 3, 10, zero );
    result.emplace_back( code, std::move( geometry ) );
  }
  return result;
}

std::vector<std::pair<QString, std::unique_ptr<OGRGeometry>>> fromFile( const QString &fileName )
{
  std::vector<std::pair<QString, std::unique_ptr<OGRGeometry>>> result;
  const GDALDatasetUniquePtr dataset( GDALDataset::Open( fileName.toUtf8().constData(), GDAL_OF_VECTOR | GDAL_OF_READONLY ) );
  if ( !dataset )
    qFatal( "%s cannot be read", qPrintable( fileName ) );
  for ( const OGRFeatureUniquePtr &feature : *dataset->GetLayer( 0 ) )
    result.emplace_back( QString::fromUtf8( feature->GetFieldAsString( "N03_007" ) ),
                         std::unique_ptr<OGRGeometry>( feature->StealGeometry() ) );
  return result;
}

//! The places whose code begins as one of the codes listed says: a prefecture's with its two digits, a city's wards with three or four.
bool isListed( const QString &code, const QStringList &listed )
{
  return listed.contains( code ) || listed.contains( code.left( 2 ) ) || listed.contains( CaAreaCode::cityOfWard( code ) );
}

Sets sets()
{
  Sets result;
  QString error;
  const QVector<QPair<QString, QStringList>> whats{
    { QStringLiteral( "prefectures" ), { QStringLiteral( "prefectures" ) } },
    { QStringLiteral( "bureaus" ), { QStringLiteral( "bureaus" ) } },
    { QStringLiteral( "overlapping" ), { QStringLiteral( "projects" ), QStringLiteral( "subareas" ), QStringLiteral( "types" ) } }
  };
  for ( const QPair<QString, QStringList> &what : whats )
  {
    QVector<QPair<QString, QStringList>> areas;
    for ( const QString &part : what.second )
    {
      const std::optional<CaAreaLists> lists = CaAreaLists::fromPack( CaPaths::installedPack(), part, &error );
      if ( !lists )
        qFatal( "%s", qPrintable( error ) );
      for ( const CaAreaList &list : lists->areas() )
      {
        QStringList codes;
        for ( const CaAreaMember &member : list.members )
          codes << member.code;
        if ( !codes.isEmpty() )
          areas << qMakePair( list.code, codes );
      }
    }
    result << qMakePair( what.first, areas );
  }
  return result;
}

//! Writes the municipalities, split, and for native:dissolve a table a set with a feature for each area it is in.
size_t writeInput( const QString &fileName, const QString &source, int parts )
{
  GDALDriver *driver = GetGDALDriverManager()->GetDriverByName( "GPKG" );
  const GDALDatasetUniquePtr dataset( driver->Create( fileName.toUtf8().constData(), 0, 0, 0, GDT_Unknown, nullptr ) );
  OGRSpatialReference reference;
  reference.importFromEPSG( 6668 );
  CPLStringList noIndex;
  noIndex.SetNameValue( "SPATIAL_INDEX", "NO" );
  size_t count = 0;
  std::vector<std::pair<QString, std::unique_ptr<OGRGeometry>>> places = source.isEmpty() ? madeUp() : fromFile( source );
  for ( const auto &place : places )
  {
    splitGeometry( place.second.get(), parts );
    count += pointCount( place.second.get() );
  }
  const auto write = [&]( const QString &name, const std::function<QStringList( const QString & )> &areasOf )
  {
    OGRLayer *layer = dataset->CreateLayer( name.toUtf8().constData(), &reference, wkbMultiPolygon, noIndex.List() );
    OGRFieldDefn code( "N03_007", OFTString );
    OGRFieldDefn area( "area", OFTString );
    if ( layer->CreateField( &code ) != OGRERR_NONE || layer->CreateField( &area ) != OGRERR_NONE ||
         layer->StartTransaction() != OGRERR_NONE )
      qFatal( "writing failed" );
    for ( const auto &place : places )
    {
      for ( const QString &areaCode : areasOf( place.first ) )
      {
        OGRFeature feature( layer->GetLayerDefn() );
        if ( !place.first.isEmpty() )
          feature.SetField( "N03_007", place.first.toUtf8().constData() );
        feature.SetField( "area", areaCode.toUtf8().constData() );
        feature.SetGeometryDirectly( OGRGeometryFactory::forceToMultiPolygon( place.second->clone() ) );
        if ( layer->CreateFeature( &feature ) != OGRERR_NONE )
          qFatal( "writing failed" );
      }
    }
    if ( layer->CommitTransaction() != OGRERR_NONE )
      qFatal( "writing failed" );
  };
  write( QStringLiteral( "municipalities" ), []( const QString & ) { return QStringList{ QString() }; } );
  for ( const auto &set : sets() )
  {
    write( set.first,
           [&set]( const QString &code )
           {
             QStringList areas;
             for ( const auto &area : set.second )
             {
               if ( isListed( code, area.second ) )
                 areas << area.first;
             }
             return areas;
           } );
  }
  return count;
}

void writeAreas( const QString &fileName, const CaBoundaries &boundaries, const QVector<CaAssembledArea> &areas )
{
  QgsVectorFileWriter::SaveVectorOptions options;
  options.driverName = QStringLiteral( "GPKG" );
  const QgsFields fields;
  const std::unique_ptr<QgsVectorFileWriter> writer(
      QgsVectorFileWriter::create( fileName, fields, CaCompat::MultiPolygon, boundaries.crs(), QgsCoordinateTransformContext(), options ) );
  for ( const CaAssembledArea &area : areas )
  {
    QgsFeature feature;
    QgsGeometry geometry;
    geometry.fromWkb( area.wkb );
    feature.setGeometry( geometry );
    if ( !writer->addFeature( feature ) )
      qFatal( "writing failed" );
  }
}

//! Ours: the file read once, all of \a which sets made and written. \returns seconds
double ours( const QString &input, const QString &folder, const QStringList &which, size_t vertices )
{
  const double before = peakMegabytes();
  Clock all;
  QString error;
  CaBoundaryOptions options;
  options.layerName = QStringLiteral( "municipalities" );
  Clock clock;
  const std::shared_ptr<const CaBoundaries> boundaries = CaBoundaries::read( input, options, &error );
  if ( !boundaries )
    qFatal( "%s", qPrintable( error ) );
  clock.say( "read, match, check" );
  for ( const auto &set : sets() )
  {
    if ( !which.contains( set.first ) )
      continue;
    QVector<QVector<int>> members;
    for ( const auto &area : set.second )
    {
      QVector<int> ones;
      for ( int i = 0; i < boundaries->members().size(); ++i )
      {
        if ( isListed( boundaries->members().at( i ).code, area.second ) )
          ones << i;
      }
      members << ones;
    }
    Clock assembling;
    const QVector<CaAssembledArea> areas = boundaries->coverage()->assemble( members );
    assembling.say( qPrintable( QStringLiteral( "assemble %1 %2" ).arg( areas.size() ).arg( set.first ) ) );
    Clock writing;
    writeAreas( QDir( folder ).filePath( set.first + QStringLiteral( ".gpkg" ) ), *boundaries, areas );
    writing.say( "write them" );
    if ( set.first == QLatin1String( "overlapping" ) )
    {
      // One municipality more in the first area: every area made again.
      QVector<QVector<int>> changed( members );
      changed[0] << 0;
      Clock again;
      const QVector<CaAssembledArea> afterwards = boundaries->coverage()->assemble( changed );
      again.say( "one municipality added, all areas again" );
      std::printf( "  that made %d areas again in %.3f s\n", int( afterwards.size() ), again.seconds() );
      std::printf( "  (not part of the sum below)\n" );
    }
  }
  const double seconds = all.seconds();
  std::printf( "  peak %.0f MB above %.0f MB: %.1f bytes a vertex\n", peakMegabytes() - before, before,
               ( peakMegabytes() - before ) * 1048576 / static_cast<double>( vertices ) );
  return seconds;
}

double native( const QString &input, const QString &folder, const QString &set )
{
  QgsApplication::processingRegistry()->addProvider( new QgsNativeAlgorithms( QgsApplication::processingRegistry() ) );
  const std::unique_ptr<QgsProcessingAlgorithm> algorithm(
      QgsApplication::processingRegistry()->createAlgorithmById( QStringLiteral( "native:dissolve" ) ) );
  QgsProject project;
  QgsProcessingContext context;
  context.setProject( &project );
  QgsProcessingFeedback feedback( false );
  bool ok = false;
  Clock clock;
  algorithm->run( { { QStringLiteral( "INPUT" ), input + QStringLiteral( "|layername=" ) + set },
                    { QStringLiteral( "FIELD" ), QStringList{ QStringLiteral( "area" ) } },
                    { QStringLiteral( "OUTPUT" ), QDir( folder ).filePath( QStringLiteral( "native_%1.gpkg" ).arg( set ) ) } },
                  context, &feedback, &ok );
  clock.say( qPrintable( QStringLiteral( "native:dissolve, %1%2" ).arg( set, ok ? QString() : QStringLiteral( " FAILED" ) ) ) );
  if ( !ok )
    std::printf( "%s\n", qPrintable( feedback.textLog() ) );
  return clock.seconds();
}

} // namespace

int main( int argc, char *argv[] )
{
  const Bench bench( argc, argv,
                     { Bench::option( "split", "Parts to split each edge in", "64" ),
                       Bench::option( "ours-only", "Without native:dissolve" ),
                       Bench::option( "folder", "Keep files in this folder", "" ) } );

  const QTemporaryDir temporary;
  const QString folder = bench.isSet( "folder" ) ? bench.text( "folder" ) : temporary.path();
  const QString input = QDir( folder ).filePath( QStringLiteral( "split%1.gpkg" ).arg( bench.text( "split" ) ) );
  const size_t vertices =
      static_cast<size_t>( inProcess( [&] { return static_cast<double>( writeInput( input, bench.file(), bench.number( "split" ) ) ); } ) );
  std::printf( "%zu vertices, %u cores\n", vertices, std::thread::hardware_concurrency() );

  const QStringList names{ QStringLiteral( "prefectures" ), QStringLiteral( "bureaus" ), QStringLiteral( "overlapping" ) };
  std::printf( "one set: prefectures\n" );
  const double one = inProcess( [&] { return ours( input, folder, { names.at( 0 ) }, vertices ); } );
  std::printf( "all sets\n" );
  const double all = inProcess( [&] { return ours( input, folder, names, vertices ); } );
  std::printf( "one set %.2f s, all sets %.2f s\n", one, all );
  if ( !bench.isSet( "ours-only" ) )
  {
    double sum = 0;
    double first = 0;
    for ( const QString &name : names )
    {
      const double seconds = inProcess( [&] { return native( input, folder, name ); } );
      first = name == names.at( 0 ) ? seconds : first;
      sum += seconds;
    }
    std::printf( "one set: %.1f times as fast; all sets: %.1f times as fast\n", first / one, sum / all );
  }
  return 0;
}
